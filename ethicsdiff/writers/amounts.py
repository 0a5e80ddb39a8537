"""Numbers of the overview as lengths."""

from __future__ import annotations

import re


def leading_number(value: str) -> int:
    """Returns the first whole number of a figure ("12 of 41" gives 12), 0 where there is none."""
    found = re.search(r"[0-9]+", value)
    return int(found.group()) if found else 0


def shares(amounts: list[int], total: float, narrowest: float) -> list[float]:
    """Returns lengths in proportion to amounts; they add up to `total`, and none is shorter than `narrowest`."""
    spare = max(0.0, total - narrowest * len(amounts))
    excess = [max(0.0, total * amount / sum(amounts) - narrowest) for amount in amounts]
    scale = spare / sum(excess) if sum(excess) else 0.0
    return [narrowest + one * scale for one in excess]
