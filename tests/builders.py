"""Small Word files in a few lines: XML snippets for bodies, lists and styles, and the package around them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    (
        f'xmlns:w="{W}" xmlns:r="{R}"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
    )
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BY = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
KINDS = ("numbering", "styles", "footnotes", "endnotes", "settings", "comments")


# --- paragraphs and runs ---------------------------------------------------------------------------------------------
def t(text: str) -> str:
    """Returns a run's text element."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(inner: str, properties: str = "") -> str:
    """Returns a run; plain text is wrapped, markup is taken as it is."""
    content = inner if inner.startswith("<") else t(inner)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def p(inner: str = "", *, style: str = "", num: tuple[int | None, int | None] | None = None, props: str = "") -> str:
    """Returns a paragraph; `num` is (list id, level), either of which may be left out with None."""
    content = inner if inner.startswith("<") or not inner else run(inner)
    list_props = numbered(*num) if num else ""
    style_props = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style_props}{list_props}{props}</w:pPr>{content}</w:p>"


def numbered(list_id: int | None, level: int | None) -> str:
    """Returns the numbering properties of a paragraph or style."""
    ilvl = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    num_id = f'<w:numId w:val="{list_id}"/>' if list_id is not None else ""
    return f"<w:numPr>{ilvl}{num_id}</w:numPr>"


def ins(inner: str) -> str:
    """Returns a tracked insertion of a run's text or of runs."""
    return f"<w:ins {BY}>{inner if inner.startswith('<') else run(inner)}</w:ins>"


def dele(text: str) -> str:
    """Returns a tracked deletion of a run's text."""
    return f"<w:del {BY}><w:r><w:delText xml:space='preserve'>{escape(text)}</w:delText></w:r></w:del>"


def mark(kind: str) -> str:
    """Returns paragraph properties that track the paragraph mark as "ins", "del", "moveFrom" or "moveTo"."""
    return f"<w:rPr><w:{kind} {BY}/></w:rPr>"


def text_box(*paragraphs: str) -> str:
    """Returns a run with a text box written twice, as Word does: a modern Choice and a VML Fallback."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def field(code: str, result: str) -> str:
    """Returns a complex field with its code and its result."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{run(result)}{char('end')}"


# --- tables ----------------------------------------------------------------------------------------------------------
def cell(*paragraphs: str, span: int = 1, merge: str = "", props: str = "") -> str:
    """Returns a cell; `merge` is "" or the value of `w:vMerge` ("restart", "continue")."""
    inner = "".join(one if one.startswith("<") else p(one) for one in paragraphs) or p()
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{grid}{vertical}{props}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    """Returns a table row; plain text stands for a cell."""
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{inner}</w:tr>"


def table(*rows: str) -> str:
    """Returns a table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


# --- lists and styles ------------------------------------------------------------------------------------------------
def level(number: int, text: str, *, fmt: str = "decimal", start: int | None = 1, extra: str = "") -> str:
    """Returns one level of a list; `extra` is further markup such as `<w:isLgl/>`."""
    first = f'<w:start w:val="{start}"/>' if start is not None else ""
    return (
        f'<w:lvl w:ilvl="{number}">{first}<w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val={quoteattr(text)}/></w:lvl>'
    )


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """Returns an abstract list; `extra` may link it to a numbering style."""
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(number: int, base: int, overrides: str = "") -> str:
    """Returns an instance of an abstract list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{base}"/>{overrides}</w:num>'


def start_override(level_number: int, start: int) -> str:
    """Returns an override of a level's first value."""
    return f'<w:lvlOverride w:ilvl="{level_number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(
    style_id: str,
    name: str,
    *,
    kind: str = "paragraph",
    based_on: str = "",
    ppr: str = "",
    rpr: str = "",
    default: bool = False,
) -> str:
    """Returns a style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    is_default = ' w:default="1"' if default else ""
    properties = f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr>"
    opening = f'<w:style w:type="{kind}"{is_default} w:styleId="{style_id}"><w:name w:val="{name}"/>'
    return f"{opening}{base}{properties}</w:style>"


# --- packages --------------------------------------------------------------------------------------------------------
def docx(body: str = "", *, parts: Mapping[str, str | bytes] | None = None, **kinds: str) -> bytes:
    """Returns a Word file.

    Args:
        body: the markup inside `w:body`.
        parts: further parts by name, with full content.
        kinds: markup inside the root of "numbering", "styles", "footnotes", "endnotes", "settings" or "comments", and
            "rels" for further relationships of the main part.
    """
    rels = kinds.pop("rels", "")
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(kinds),
        "_rels/.rels": relationships(relationship("rId1", f"{R}/officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relationships(
            "".join(relationship(f"k{kind}", f"{R}/{kind}", f"{kind}.xml") for kind in kinds) + rels
        ),
    }
    entries |= {f"word/{kind}.xml": f"<w:{kind} {NAMESPACES}>{inner}</w:{kind}>" for kind, inner in kinds.items()}
    return zipped(entries | dict(parts or {}))


def document(body: str) -> str:
    """Returns a main document part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'


def content_types(kinds: Mapping[str, str] | None = None) -> str:
    """Returns the content types of a package with the given kinds of part beside the main one."""
    named = {"document": "document.main"} | {kind: kind for kind in kinds or ()}
    rows = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{TYPES}.{declared}+xml"/>'
        for kind, declared in named.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{rows}</Types>'


def relationship(rel_id: str, kind: str, target: str, mode: str = "") -> str:
    """Returns one relationship."""
    external = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{rel_id}" Type="{kind}" Target="{escape(target)}"{external}/>'


def relationships(rows: str) -> str:
    """Returns a relationships part."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def zipped(entries: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Returns a ZIP archive of the entries, dated 2020-02-03."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (2020, 2, 3, 4, 5, 6))
            info.compress_type = compression
            archive.writestr(info, content)
    return stream.getvalue()


def saved(folder: Path, data: bytes, name: str = "draft.docx") -> Path:
    """Returns the path of a file written into a folder."""
    path = folder / name
    path.write_bytes(data)
    return path
