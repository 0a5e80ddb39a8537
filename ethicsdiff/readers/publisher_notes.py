"""What a publisher of laws adds to the text: history of amendments, remarks on entry into force, links to old wordings.

None of it is part of the act. Readers of published texts take it out of the blocks and tell it in notices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ethicsdiff.model.document import Location, Notice

_NOTE = re.compile(
    r"[\W\d_]*(?:Сноска|Ескерту|Footnote)\s*\.\s*\S"
    r"|[\W\d_]*(?:Примечание\s+(?:ИЗПИ|РЦПИ|ИПС)|(?:РҚАО|ЗҚАИ|РКАО|ҚР\s+ЗҚАИ)\s*[-–‐‑]?\s*н[ыі][нң]\s+ескертпесі|Note\s+(?:of\s+the\s+)?(?:RCLI|ILLI|ILI))\b",
    re.IGNORECASE,
)
_OPENING_ONLY = re.compile(r"[\W\d_]*(?:Примечание\s+\w+|\S+\s+ескертпесі|Note\s+(?:of\s+the\s+)?\w+)\s*[!.:]?\s*", re.IGNORECASE)
_ABOUT_FORCE = re.compile(
    r"предусмотрен\w*\s+(?:в\s+)?(?:редакц|измен|дополн)|вводится\s+в\s+действие|внос[яи]тся\s+измен|утрат\w+\s+силу|приостанов"
    r"|редакция\w*\s+көзделген|қолданысқа\s+енгізіледі|өзгеріс\w*\s+енгіз|күшін\s+жо[йяю]|тоқтатыл"
    r"|shall\s+be\s+enforced|comes?\s+into\s+(?:force|effect)|is\s+provided\s+(?:for\s+)?in\s+(?:the\s+)?(?:new\s+)?wording",
    re.IGNORECASE,
)
_OLD_WORDING = re.compile(
    r"(?<!\s)\s*\((?:см\.?\s*стар\.?\s*ред\.?|бұр\.?\s*ред\.?\s*қара(?:ңыз)?\.?|see\s+old\s+(?:ed\.?|version))\)", re.IGNORECASE
)
_LONGEST_REMARK = 600


def is_note(text: str) -> bool:
    """Returns whether a paragraph is a publisher's note: «Сноска.», "Ескерту.", "Footnote.", «Примечание ИЗПИ!»."""
    return bool(_NOTE.match(text))


@dataclass(slots=True)
class PublisherNotes:
    """The notes met so far in one file, as notices, and the note just left out, which the next paragraph may go on with."""

    file: str
    notices: list[Notice] = field(default_factory=list)
    last: str = ""

    def kept(self, text: str, block: int, line: int = 0) -> str:
        """Returns what of a paragraph is the act's own, empty for a note; `block` is the ordinal it has or would have."""
        left_out = is_note(text) or _goes_on(self.last, text)
        self.last = text if left_out else ""
        links = [match.group() for match in _OLD_WORDING.finditer(text)]
        for words in (text,) if left_out else links:
            place = Location(file=self.file, block=block, line=line)
            shown = " ".join(words.split())
            self.notices.append(Notice(code="draft.publisher-note", location=place, params=(("text", shown),)))
        return "" if left_out else _OLD_WORDING.sub("", text)


def _goes_on(note: str, following: str) -> bool:
    """Returns whether a note that is only an opening («Примечание ИЗПИ!») goes on in the following paragraph."""
    opening = bool(_OPENING_ONLY.fullmatch(note))
    return opening and len(following) <= _LONGEST_REMARK and bool(_ABOUT_FORCE.search(following))
