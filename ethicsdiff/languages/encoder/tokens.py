"""The tokeniser of the model: each word is cut into the vocabulary's pieces with the highest sum of scores (Unigram).

Kept here because the usual library takes half a second and 280 MB to build it from a vocabulary of 250,000 pieces.
"""

from __future__ import annotations

from collections.abc import Sequence

BOUNDARY = "\u2581"  # A piece that begins a word begins with this mark; no piece has it elsewhere, so words are independent.
MAX_TOKENS = 512
START, STOP, UNKNOWN = 0, 2, 3
_SPECIAL_FIRST = 4  # <s>, <pad>, </s>, <unk>; <mask> is the last piece. None of them may be written in a text.
_UNKNOWN_PENALTY = 10.0
_MEMO_WORDS = 50_000
_MEMO_LENGTH = 40


class Tokenizer:
    """Words to piece numbers; remembers the words it has cut. Safe in several threads."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        last = len(pieces) - 1
        self._pieces = dict(zip(pieces[_SPECIAL_FIRST:last], range(_SPECIAL_FIRST, last), strict=True))
        self._scores = scores
        self._longest = _longest_by_opening(self._pieces)
        self._unknown_score = min(scores) - _UNKNOWN_PENALTY
        self._memo: dict[str, tuple[int, ...]] = {}

    def encode(self, text: str) -> list[int]:
        """Returns at most 512 piece numbers for words parted by spaces, the start and stop marks included."""
        numbers = [START]
        for word in text.split():
            numbers.extend(self._word(BOUNDARY + word))
            if len(numbers) >= MAX_TOKENS:
                break
        return [*numbers[: MAX_TOKENS - 1], STOP]

    def _word(self, word: str) -> tuple[int, ...]:
        known = self._memo.get(word)
        if known is not None:
            return known
        numbers = self._cut(word)
        if len(word) <= _MEMO_LENGTH:
            if len(self._memo) >= _MEMO_WORDS:
                self._memo.clear()
            self._memo[word] = numbers
        return numbers

    def _cut(self, word: str) -> tuple[int, ...]:
        origin, number = self._paths(word)
        backwards: list[int] = []
        end = len(word)
        while end > 0:
            # A run of unknown characters is one unknown piece, as in the model's training.
            if number[end] != UNKNOWN or not backwards or backwards[-1] != UNKNOWN:
                backwards.append(number[end])
            end = origin[end]
        return tuple(reversed(backwards))

    def _paths(self, word: str) -> tuple[list[int], list[int]]:
        """Returns for every end in the word where the last piece of the best cut up to there starts, and which piece it is."""
        length = len(word)
        best = [float("-inf")] * (length + 1)
        best[0] = 0.0
        origin, number = [0] * (length + 1), [UNKNOWN] * (length + 1)
        for start in range(length):
            longest = self._longest.get(word[start : start + 2], 1)
            for end in range(start + 1, min(length, start + longest) + 1):
                piece = self._pieces.get(word[start:end])
                if piece is None:
                    continue
                score = best[start] + self._scores[piece]
                if score > best[end]:
                    best[end], origin[end], number[end] = score, start, piece
            score = best[start] + self._unknown_score
            if score > best[start + 1]:
                best[start + 1], origin[start + 1], number[start + 1] = score, start, UNKNOWN
        return origin, number


def _longest_by_opening(pieces: dict[str, int]) -> dict[str, int]:
    """Returns the length of the longest piece for each first two characters: most positions need only a few look-ups."""
    longest: dict[str, int] = {}
    for piece in pieces:
        opening = piece[:2]
        if len(piece) > longest.get(opening, 1):
            longest[opening] = len(piece)
    return longest
