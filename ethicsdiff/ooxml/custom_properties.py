"""The custom properties of a file: ours say from which run and on which draft its comments are, the others stay as they are."""

from __future__ import annotations

from lxml import etree

from ethicsdiff.ooxml.comment_text import clean
from ethicsdiff.ooxml.edits import Edits, PartKind
from ethicsdiff.ooxml.names import Element, R, whole

RUN_PROPERTY = "ethicsdiff.run"
DRAFT_PROPERTY = "ethicsdiff.draft"
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER = 2

CUSTOM = PartKind(
    relationship=f"{R}/custom-properties",
    content_type="application/vnd.openxmlformats-officedocument.custom-properties+xml",
    name="docProps/custom.xml",
    empty=f'<Properties xmlns="{_NS}" xmlns:vt="{_TYPES}"/>'.encode(),
)


def set_property(edits: Edits, name: str, text: str) -> None:
    """Returns nothing; writes one of our properties."""
    root = edits.wanted("", CUSTOM)
    found = _property(root, name)
    if found is None:
        found = etree.SubElement(root, f"{{{_NS}}}property", _description(root, name))
    for old in list(found):
        found.remove(old)
    etree.SubElement(found, f"{{{_TYPES}}}lpwstr").text = clean(text)


def property_of(edits: Edits, name: str) -> str:
    """Returns the text of a property, "" where the file has none of this name."""
    root = edits.known("", CUSTOM)
    found = _property(root, name) if root is not None else None
    return "".join(str(piece) for piece in found.itertext()).strip() if found is not None else ""


def _property(root: Element, name: str) -> Element | None:
    return next((one for one in root if one.get("name") == name), None)


def _description(root: Element, name: str) -> dict[str, str]:
    number = max((whole(one.get("pid"), 0) for one in root), default=0) + 1
    return {"fmtid": _FORMAT, "pid": str(max(number, _FIRST_NUMBER)), "name": name}
