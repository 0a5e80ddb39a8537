"""Namespaces and qualified names of WordprocessingML, and the few helpers that read attribute values defensively."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DC = "http://purl.org/dc/elements/1.1/"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"

OFFICE_DOCUMENT = f"{R}/officeDocument"
STRICT_OFFICE_DOCUMENT = f"{STRICT}officeDocument/relationships/officeDocument"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
SIGNATURE_ORIGIN = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"


def w(name: str) -> str:
    """Returns the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def m(name: str) -> str:
    """Returns the qualified name of an Office math element."""
    return f"{{{M}}}{name}"


VAL = w("val")
ALTERNATE = f"{{{MC}}}AlternateContent"
CHOICE = f"{{{MC}}}Choice"
FALLBACK = f"{{{MC}}}Fallback"


def value(element: Element | None, default: str = "") -> str:
    """Returns the `w:val` of an element, or the default where element or attribute is missing."""
    if element is None:
        return default
    return element.get(VAL, default)


def whole(text: str | None, default: int) -> int:
    """Returns a whole number of at most nine digits, or the default for anything else (hostile values included)."""
    digits = (text or "").strip()
    if digits.lstrip("-").isdecimal() and len(digits) <= 9 and digits.isascii():
        return int(digits) if digits.count("-") == int(digits.startswith("-")) else default
    return default


def whole_of(parent: Element | None, name: str, default: int) -> int:
    """Returns the whole number in `w:val` of a child, or the default."""
    if parent is None:
        return default
    return whole(value(parent.find(name)), default)


def switch(parent: Element | None, name: str) -> bool | None:
    """Returns the state of an on/off child: None where it is absent, so that a style may decide."""
    child = parent.find(name) if parent is not None else None
    if child is None:
        return None
    return value(child, "1") not in ("0", "false", "off", "none")


def chosen(alternate: Element) -> Element | None:
    """Returns the branch of `mc:AlternateContent` that is read: the first Choice, a Fallback only without Choice."""
    choice = alternate.find(CHOICE)
    return choice if choice is not None else alternate.find(FALLBACK)
