"""A standard as a handout: its clauses in one language, each with citation and how far it was checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ethicsdiff.model.handout import Handout, HandoutEntry, HandoutSection
from ethicsdiff.model.standard import Clause, Standard

Say = Callable[[str], str]
_WORDS = ("page", "page_of")


def handout(standard: Standard, language: str, say: Say, *, official: bool = False) -> Handout:
    """Returns a standard as a handout.

    Args:
        standard: the instrument.
        language: of the handout; another one stands in for a text that is missing in it.
        say: returns the words for a key of the phrase table ("word.official_text", "provenance.verified").
        official: whether the imported official text goes in beside our statement.
    """
    ids = [group.id for group in standard.groups]
    names = {group.id: _in(group.titles, language) for group in standard.groups}
    order = [*ids, *dict.fromkeys(clause.group for clause in standard.clauses if clause.group not in ids)]
    sections = (
        HandoutSection(
            title=names.get(name, ""),
            entries=tuple(_entry(c, language, say, official=official) for c in standard.clauses if c.group == name),
        )
        for name in order
    )
    files = tuple(f"{source.file} ({say(f'language.{source.language}')}, {source.date})" for source in standard.sources)
    note = _in(standard.notes, language)
    return Handout(
        language=language, title=_in(standard.titles, language),
        subtitle=f"{_in(standard.issuers, language)}, {standard.edition}".strip(", "),
        remarks=tuple(filter(None, (note, *files))), sections=tuple(section for section in sections if section.entries),
        words=tuple((key, say(f"word.{key}")) for key in _WORDS),
    )  # fmt: skip


def _entry(clause: Clause, language: str, say: Say, *, official: bool) -> HandoutEntry:
    statement, text = _in(clause.statements, language), _in(clause.official, language)
    both = official and bool(text) and clause.statements != clause.official
    paragraphs = ((say("word.our_statement"), statement), (say("word.official_text"), text)) if both else (("", statement),)
    return HandoutEntry(
        heading=_heading(clause, language), paragraphs=paragraphs,
        items=tuple(f"{element.key}) {_in(element.texts, language)}" for element in clause.elements),
        small=" · ".join(filter(None, (_in(clause.citations, language), _origin(clause, say)))),
    )  # fmt: skip


def _heading(clause: Clause, language: str) -> str:
    """Returns number and title; the id of a clause that has no number in the instrument says nothing to a reader."""
    title = _in(clause.titles, language)
    return f"{clause.id}  {title}".strip() if clause.id[:1].isdigit() or not title else title


def _origin(clause: Clause, say: Say) -> str:
    itself = bool(clause.official) and clause.statements == clause.official
    return say("provenance.official_itself") if itself else say(f"provenance.{clause.provenance}")


def _in(pairs: Sequence[tuple[str, str]], language: str) -> str:
    table = dict(pairs)
    return table.get(language) or next(iter(table.values()), "")
