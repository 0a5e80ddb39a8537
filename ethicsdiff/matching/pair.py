"""A provision and a clause side by side, as the judgement of their relation sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.matching.head import Floats
from ethicsdiff.model.match import Deontic
from ethicsdiff.model.standard import Clause


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision and a clause as the relation sees them.

    `similarity` and `relations` are those of the clause's exemplars (rows,), `leaning` is how much all exemplars speak for each of
    `RELATIONS` (5,), `elements` the similarity of each element of the clause;
    `words` and `statement_words` are lengths in words. `others` are the words in which the provision opens with people of whom the
    clause does not speak; `numbers` are two limits or shares that differ, the provision's and the clause's, in words; `chance` is the
    probability that the provision answers the clause at all.
    """

    clause: Clause
    deontics: tuple[Deontic, ...]
    words: int
    statement_words: int
    similarity: Floats
    relations: NDArray[np.int32]
    leaning: Floats
    elements: Floats
    cites: bool = False
    others: str = ""
    numbers: tuple[str, str] | None = None
    chance: float = 1.0
