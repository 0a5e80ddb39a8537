"""The whole error tree of ethicsdiff, on one page.

Every error a user can cause says what is wrong, where, and what to do about it; `cli` is the only place that prints
one and the only place that chooses an exit code.
"""

from __future__ import annotations


class EthicsdiffError(Exception):
    """Root of every error that a user can cause: `what` went wrong, `where`, and a `hint` what to do."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        what = self.what if self.what.endswith((".", "?", "!", ":", "…")) else f"{self.what}."
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{what}{advice}"


class DraftError(EthicsdiffError):
    """A draft that cannot be read, or in which no provision was found."""


class PackageError(DraftError):
    """A DOCX package that is damaged, hostile, encrypted or of another format."""


class CatalogueError(EthicsdiffError):
    """A fault in the data under `standards/`: unknown id, missing language, malformed row."""


class UnknownNameError(EthicsdiffError):
    """A standard, clause, draft or option value that does not exist; the hint names those that do."""


class BenchmarkError(EthicsdiffError):
    """Labelled provisions that do not follow the documented format."""


class OutputError(EthicsdiffError):
    """A result that cannot be written where the user asked."""


class DecisionError(EthicsdiffError):
    """A decision that lacks what its kind needs, or that rests on something that is not there."""


class LedgerError(EthicsdiffError):
    """A file of decisions that cannot be read, locked or written."""


class ServerError(EthicsdiffError):
    """A review that cannot be served where the user asked."""


class EncoderError(EthicsdiffError):
    """Encoder weights that are not the ones this version was measured with."""
