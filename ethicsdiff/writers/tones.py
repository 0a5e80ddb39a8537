"""How each tone looks: a pale fill for cells, a stronger one for bars, a mark that survives grey printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ethicsdiff.model.report import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Six-digit colours without "#" and one character; body ink on either colour keeps a contrast above 4.5 to 1."""

    tint: str
    solid: str
    mark: str


LOOKS: Final[Mapping[Tone, Look]] = {
    Tone.GOOD: Look(tint="D9EDDF", solid="8CCBA3", mark="●"),
    Tone.PARTIAL: Look(tint="FFF3C9", solid="F3D666", mark="◐"),
    Tone.WEAK: Look(tint="FCE3C9", solid="EFAE6B", mark="▽"),
    Tone.STRICT: Look(tint="D8E8F7", solid="8DBBE3", mark="△"),
    Tone.BAD: Look(tint="F8D5CF", solid="E29384", mark="✕"),
    Tone.GAP: Look(tint="DFDEE8", solid="B3B1C6", mark="○"),
    Tone.NEUTRAL: Look(tint="F2F4F6", solid="C9D0D8", mark="–"),
    Tone.EXTRA: Look(tint="EEE2F2", solid="C7A3D4", mark="＋"),
}
