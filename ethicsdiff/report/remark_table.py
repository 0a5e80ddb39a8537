"""The remarks table in a language: rows in the order of the draft, what has no place last, conflicts and proposals beside each."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.model.decision import Fit
from ethicsdiff.model.remark import Gathered, Kept, Proposal, Status
from ethicsdiff.model.remark_table import COLUMNS, RemarkRow, RemarkTable
from ethicsdiff.model.report import Tone
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.report import remark_words
from ethicsdiff.report.context import Context, make_context
from ethicsdiff.report.phrases import Phrases

_EMPTY = Comparison(alignments=(), coverage=(), threshold=0.0, encoder="")
_COMMAND = "ethicsdiff collect"
_TONES = {
    Status.ACCEPTED: Tone.GOOD, Status.PARTLY: Tone.PARTIAL, Status.REJECTED: Tone.BAD, Status.CLARIFY: Tone.WEAK,
    Status.RESOLVED: Tone.STRICT, Status.OPEN: Tone.NEUTRAL,
}  # fmt: skip


def remark_table(gathered: Gathered, catalogue: Catalogue, language: str) -> RemarkTable:
    """Returns the table of the remarks on a draft in a language; remarks on a text in another language are counted, not shown."""
    context = make_context(gathered.draft, catalogue, _EMPTY, language)
    say, draft = context.phrases.say, gathered.draft
    name = draft.source.title or draft.source.file
    return RemarkTable(
        language=language, title=say("remarks.title"), sheet=say("remarks.sheet"), draft_name=name,
        lines=(say("remarks.subtitle", draft=name, file=draft.source.file), *figures(gathered, context.phrases), say("remarks.note")),
        help=say("remarks.help", command=_COMMAND), columns=tuple((column, say(f"remarks.col.{column}")) for column in COLUMNS),
        rows=tuple(_row(context, one, gathered) for one in in_order(gathered)),
        statuses=tuple(say(f"status.{status}") for status in Status),
        categories=tuple(say(f"category.{code}") for code in remark_words.CATEGORIES), yes=say("remarks.yes"),
        words=tuple((key, say(f"word.{key}")) for key in ("page", "page_of")),
    )  # fmt: skip


def shown(gathered: Gathered) -> tuple[Kept, ...]:
    """Returns the remarks that belong to the draft at hand: not those on a text in a language it does not hold."""
    return tuple(one for one in gathered.kept if one.place.fit != Fit.ELSEWHERE)


def in_order(gathered: Gathered) -> tuple[Kept, ...]:
    """Returns the remarks in the order of the draft: on the whole first, without a place last."""
    order = {one.id: place for place, one in enumerate(gathered.draft.provisions, 1)}
    return tuple(sorted(shown(gathered), key=lambda one: 0 if is_whole(one) else order.get(one.place.provision, len(order) + 1)))


def is_whole(kept: Kept) -> bool:
    """Returns whether a remark is on the draft as a whole."""
    return kept.anchor is None and kept.remark.number == 0


def without_place(gathered: Gathered) -> tuple[Kept, ...]:
    """Returns the remarks that have no place in the draft."""
    return tuple(one for one in shown(gathered) if not one.place.provision and not is_whole(one))


def figures(gathered: Gathered, phrases: Phrases) -> tuple[str, ...]:
    """Returns how many remarks there are, and how many need work."""
    here = shown(gathered)
    told = phrases.say(
        "remarks.figures", total=len(here), open=sum(one.status == Status.OPEN for one in here), conflicts=len(gathered.conflicts),
        unplaced=len(without_place(gathered)),
    )  # fmt: skip
    elsewhere = len(gathered.kept) - len(here)
    return (told, phrases.say("remarks.elsewhere", count=elsewhere)) if elsewhere else (told,)


def _row(context: Context, kept: Kept, gathered: Gathered) -> RemarkRow:
    phrases, remark = context.phrases, kept.remark
    mine: Sequence[Proposal] = [one for one in gathered.proposals if one.remark == remark.id]
    cells = {
        "id": remark.id, "place": remark_words.where(context, kept), "about": remark_words.about(context, remark),
        "remark": remark_words.said(phrases, remark), "author": remark.author, "date": remark_words.date_of(phrases, remark),
        "source": remark_words.source_of(phrases, remark), "category": remark_words.category_of(phrases, kept),
        "response": kept.response, "status": phrases.say(f"status.{kept.status}"),
        "conflict": remark_words.contradicts(gathered.conflicts, remark),
        "proposal": remark_words.proposed(context, mine, kept.decisions), "take": phrases.say("remarks.yes") if kept.decisions else "",
    }  # fmt: skip
    return RemarkRow(number=remark.id, cells=tuple((column, cells[column]) for column in COLUMNS), tone=_TONES[kept.status])
