"""Official-looking files in our own words, with the layout troubles of real ones: running heads, page numbers, footnotes,
headings without number, two-level numbers, lettered items. No sentence of any instrument is in them.

A look-alike is a list of `Item`s; writers below turn it into text, Markdown, HTML, Word and, through LibreOffice, PDF.
"""

from __future__ import annotations

import html
import subprocess
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ethicsdiff.model.standard import Standard
from ethicsdiff.standards.load import load_catalogue
from tests import builders as w

REPOSITORY = Path(__file__).resolve().parents[2]
STANDARDS = REPOSITORY / "standards"
VALUE = {"en": "Value {n}", "ru": "Показатель {n}", "kk": "{n}-құндылық"}
PRINCIPLE = {"en": "Principle", "ru": "Принцип", "kk": "Қағидат"}
APPLICATION = {"en": "Application", "ru": "Применение", "kk": "Қолданылуы"}
PREAMBLE = {"en": "Preamble", "ru": "Преамбула", "kk": "Кіріспе"}
PART = {"en": "Part {n}", "ru": "Часть {n}", "kk": "{n}-бөлім"}
RECITALS = {
    "en": (
        "Mindful that people turn to courts when all other ways have failed them,",
        "Convinced that trust is earned slowly and lost in a day,",
    ),
    "ru": (
        "Сознавая, что люди идут в суд, когда исчерпаны все другие пути,",
        "Будучи убеждены, что доверие приобретается годами, а теряется за день,",
    ),
    "kk": (
        "Адамдар сотқа өзге жолдардың бәрі таусылғанда жүгінетінін ескере отырып,",
        "Сенім жылдап жиналып, бір күнде жоғалатынына көз жеткізе отырып,",
    ),
}
NOTES = {
    "en": "See minutes, page {n}, on file with the secretariat: {about}.",
    "ru": "См. протокол, с. {n}, хранится в секретариате: {about}.",
    "kk": "Хаттаманы қараңыз, {n}-бет, хатшылықта сақтаулы: {about}.",
}
HEADINGS = {
    "en": ("How the work is shared", "Who sits on the body", "Openness of proceedings", "Ways of review"),
    "ru": ("Распределение задач", "Состав органа", "Открытость процедур", "Способы пересмотра"),
    "kk": ("Міндеттерді бөлу", "Органның құрамы", "Рәсімдердің ашықтығы", "Қайта қарау жолдары"),
}
HEAD = {"en": "Sample instrument on courts", "ru": "Образец документа о судах", "kk": "Соттар туралы құжат үлгісі"}
DEFINED = {
    "en": {"DEF-court-staff": "Court staff", "DEF-judge": "Judge", "DEF-family": "Judge’s family", "DEF-spouse": "Judge’s spouse"},
    "ru": {"DEF-court-staff": "Работники суда", "DEF-judge": "Судья", "DEF-family": "Семья судьи", "DEF-spouse": "Супруг судьи"},
    "kk": {"DEF-court-staff": "Сот қызметкерлері", "DEF-judge": "Судья", "DEF-family": "Судьяның отбасы", "DEF-spouse": "Судьяның жұбайы"},
}
QUOTES = {"en": "“{}”", "ru": "«{}»", "kk": "«{}»"}
MEANS = {"en": "{} means: {}", "ru": "{} означает: {}", "kk": "{} дегеніміз: {}"}


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph: `kind` is title, group, heading, lead, text, clause or note; `id` names the clause its text belongs to."""

    kind: str
    text: str
    id: str = ""
    number: str = ""


@cache
def wordings(language: str, hand: str = "") -> dict[str, tuple[str, ...]]:
    """Returns for each clause ("bangalore:1.1") wordings of national codes in our own words, whole sentences first."""
    catalogue = load_catalogue(STANDARDS)
    found: dict[str, list[str]] = {}
    for row in catalogue.exemplars:
        if row.language == language and row.relation == "covers" and len(row.labels) == 1 and hand in ("", row.hand):
            text = " ".join(row.text.split()).strip(" ;")
            if text[:1].isupper() and not text.lower().startswith(("стать", "article", "пункт", "глав", "rule", "canon", "section")):
                found.setdefault(row.labels[0], []).append(text if text.endswith(".") else f"{text.rstrip(':,')}.")
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def standard(name: str) -> Standard:
    """Returns a shipped standard."""
    return next(one for one in load_catalogue(STANDARDS).standards if one.id == name)


def words_for(name: str, clause: str, language: str, pick: int = 0) -> str:
    """Returns one of our own wordings for a clause, its statement where no exemplar is suitable."""
    rows = wordings(language).get(f"{name}:{clause}", ())
    if rows:
        return rows[pick % len(rows)]
    found = next(one for one in standard(name).clauses if one.id == clause)
    return dict(found.statements)[language]


def bangalore_like(language: str, *, pick: int = 0, lettered: bool = False, lead: str = "{}:", notes: bool = True) -> list[Item]:
    """Returns an instrument of six values: a principle and two-level numbers under each, then implementation and definitions."""
    items = [Item("title", HEAD[language]), Item("heading", PREAMBLE[language]), *(Item("text", text) for text in RECITALS[language])]
    whole = standard("bangalore")
    groups = [group for group in whole.groups if group.id.isdigit()]
    for group in groups:
        items.append(Item("group", f"{VALUE[language].format(n=group.id)}: {dict(group.titles)[language]}"))
        for clause in (c for c in whole.clauses if c.group == group.id):
            text = words_for("bangalore", clause.id, language, pick)
            if clause.kind == "principle":
                items += [
                    Item("lead", lead.format(PRINCIPLE[language])),
                    Item("text", text, clause.id),
                    Item("lead", lead.format(APPLICATION[language])),
                ]
            elif clause.kind == "proviso":
                items.append(Item("text", text, clause.id))
            else:
                items.append(Item("clause", _lead_in(text, clause.id), clause.id, _number(clause.id, lettered)))
        if notes and group.id in ("2", "4"):
            items.append(_note(language, int(group.id) // 2))
    return [*items, *_closing(language, pick)]


def _number(identifier: str, lettered: bool) -> str:
    parts = identifier.split(".")
    return f"({'abcdefgh'[int(parts[2]) - 1]})" if lettered and len(parts) == 3 else identifier


def _lead_in(text: str, identifier: str) -> str:
    """Returns the text of a clause; one that opens a list ends with a colon, as such clauses do."""
    return f"{text.rstrip('.')}:" if identifier in ("2.5", "4.11") else text


def _closing(language: str, pick: int) -> Iterator[Item]:
    titles = {group.id: dict(group.titles)[language] for group in standard("bangalore").groups}
    yield Item("group", titles["impl"])
    yield Item("text", words_for("bangalore", "IMPL", language, pick), "IMPL")
    yield Item("group", titles["def"])
    for identifier, word in DEFINED[language].items():
        text = words_for("bangalore", identifier, language, pick)
        yield Item("text", MEANS[language].format(QUOTES[language].format(word), text), identifier)


def kyiv_like(language: str, *, pick: int = 0, notes: bool = True, name: str = "kyiv") -> list[Item]:
    """Returns an instrument in parts with paragraphs numbered through, headings without number and footnotes."""
    items = [Item("title", HEAD[language]), *(Item("text", text) for text in RECITALS[language])]
    whole = standard("kyiv")
    note = 0
    for group in whole.groups:
        items.append(Item("group", f"{PART[language].format(n=group.id)}. {dict(group.titles)[language]}"))
        for place, clause in enumerate(c for c in whole.clauses if c.group == group.id):
            if place % 3 == 0:
                items.append(Item("heading", HEADINGS[language][(place // 3) % 4]))
            items.append(Item("clause", words_for("kyiv", clause.id, language, pick), clause.id, f"{clause.id}."))
            if notes and place % 4 == 1:
                note += 1
                items.append(_note(language, note))
    return items


def _note(language: str, number: int) -> Item:
    text = NOTES[language].format(n=10 + number, about=HEADINGS[language][number % 4].lower())
    return Item("note", text, number=str(number))


def expected(items: Sequence[Item]) -> dict[str, str]:
    """Returns the text of each clause that an import should find."""
    return {item.id: item.text for item in items if item.id}


# --- writers ---------------------------------------------------------------------------------------------------------
def as_text(items: Sequence[Item], *, width: int = 78, page: int = 44, head: str = "") -> str:
    """Returns a printed text: wrapped lines, a running head and a page number on each page, notes at the foot of it."""
    lines: list[str] = []
    notes: list[str] = []
    pages = 1
    for item in items:
        if item.kind == "note":
            notes += textwrap.wrap(f"{item.number} {item.text}", width)
            continue
        lines += [*textwrap.wrap(_typed(item), width), ""]
        if len(lines) % page > page - 6:
            lines += [*notes, "", f"{pages}", "", head or "ODD/2021/7 Sample instrument on courts", ""]
            notes, pages = [], pages + 1
    return "\n".join([*lines, *notes]) + "\n"


def _typed(item: Item) -> str:
    return f"{item.number} {item.text}" if item.kind == "clause" else item.text


def as_markdown(items: Sequence[Item]) -> str:
    """Returns Markdown: headings with hash signs, clauses as paragraphs, notes as a list at the end."""
    marks = {"title": "# ", "group": "## ", "heading": "### "}
    body = [f"{marks.get(item.kind, '')}{_escaped(_typed(item))}" for item in items if item.kind != "note"]
    return "\n\n".join(body) + "\n"


def _escaped(text: str) -> str:
    return text.replace("*", r"\*").replace("_", r"\_")


def as_html(items: Sequence[Item], *, table: bool = False) -> str:
    """Returns a web page with navigation and footer; `table` puts number and text into two cells, as some sites do."""
    tags = {"title": "h1", "group": "h2", "heading": "h3", "lead": "p"}
    rows = []
    for item in items:
        tag = tags.get(item.kind, "p")
        if item.kind == "note":
            rows.append(f"<p><sup>{item.number}</sup> <small>{html.escape(item.text)}</small></p>")
        elif item.kind == "clause" and table:
            rows.append(f"<table><tr><td>{html.escape(item.number)}</td><td>{html.escape(item.text)}</td></tr></table>")
        else:
            rows.append(f"<{tag}>{html.escape(_typed(item))}</{tag}>")
    body = "\n".join(rows)
    page = (
        f"<nav><a href='#'>Home</a> <a href='#'>Search</a></nav><main>{body}</main><footer>Printed from the site of the publisher</footer>"
    )
    return f"<!doctype html><html><head><meta charset='utf-8'><title>Sample</title></head><body>{page}</body></html>"


def as_docx(items: Sequence[Item], *, automatic: bool = False, plain: bool = False, spaced: bool = True) -> bytes:
    """Returns a Word file with running head, page numbers and real footnotes.

    Args:
        items: the paragraphs.
        automatic: paragraphs numbered through get Word's automatic numbers in place of typed ones.
        plain: headings are only bold paragraphs, as in files that were typed without styles.
        spaced: paragraphs have space between them.
    """
    styles = w.style("Heading1", "heading 1", ppr='<w:outlineLvl w:val="0"/>') + w.style(
        "Heading2", "heading 2", ppr='<w:outlineLvl w:val="1"/>'
    )
    numbering = w.abstract(0, w.level(0, "%1.")) + w.num(1, 0)
    notes = [item for item in items if item.kind == "note"]
    body = []
    pending: list[str] = []
    for item in reversed(items):
        if item.kind == "note":
            pending.append(item.number)
        else:
            body.append(
                _paragraph(
                    item, automatic=automatic, plain=plain, spaced=spaced, note=pending.pop() if pending and item.kind == "clause" else ""
                )
            )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rHead"/><w:footerReference w:type="default" r:id="rFoot"/></w:sectPr>'
    rels = w.relationship("rHead", f"{w.R}/header", "header1.xml") + w.relationship("rFoot", f"{w.R}/footer", "footer1.xml")
    parts = {
        "word/header1.xml": f"<w:hdr {w.NAMESPACES}>{w.p('ODD/2021/7 Sample instrument on courts')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {w.NAMESPACES}><w:p>{w.field('PAGE', '1')}</w:p></w:ftr>",
        "[Content_Types].xml": _types(),
    }
    return w.docx(
        "".join(reversed(body)) + section, parts=parts, styles=styles, numbering=numbering, footnotes=_footnotes(notes), rels=rels
    )


def _types() -> str:
    kinds = dict.fromkeys(("styles", "numbering", "footnotes"), "")
    more = "".join(f'<Override PartName="/word/{name}1.xml" ContentType="{w.TYPES}.{name}+xml"/>' for name in ("header", "footer"))
    return w.content_types(kinds).replace("</Types>", f"{more}</Types>")


def _footnotes(notes: Sequence[Item]) -> str:
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    raised = '<w:vertAlign w:val="superscript"/>'
    return separators + "".join(
        f'<w:footnote w:id="{item.number}">{w.p(w.run("<w:footnoteRef/>", raised) + w.run(" " + item.text))}</w:footnote>' for item in notes
    )


def _paragraph(item: Item, *, automatic: bool, plain: bool, spaced: bool, note: str) -> str:
    levels = {"title": "Heading1", "group": "Heading1", "heading": "Heading2"}
    if item.kind in levels:
        return w.p(w.run(item.text, "<w:b/>")) if plain else w.p(item.text, style=levels[item.kind])
    mark = w.run(f'<w:footnoteReference w:id="{note}"/>', '<w:vertAlign w:val="superscript"/>') if note else ""
    through = automatic and item.kind == "clause" and item.number.rstrip(".").isdigit()
    words = item.text if through else _typed(item)
    return w.p(w.run(words) + mark, num=(1, 0) if through else None, props='<w:spacing w:after="120"/>' if spaced else "")


def as_pdf(docx: bytes, folder: Path, soffice: str, name: str = "official") -> Path:
    """Returns a PDF made by LibreOffice from a Word file."""
    source = w.saved(folder, docx, f"{name}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{name}.pdf"
