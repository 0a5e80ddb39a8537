"""What a package says about itself beside its text: macros, signatures, protection, tracking, comments, title."""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.ooxml.names import CORE_PROPERTIES, DC, SIGNATURE_ORIGIN, Element, R, switch, w
from ethicsdiff.ooxml.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts on a package; `protected` names the kind of protection in force ("" for none), `comments` counts them."""

    macros: bool
    signed: bool
    protected: str
    tracking: bool
    comments: int
    title: str


def package_facts(package: Package) -> Facts:
    """Returns what a package says about itself."""
    settings = related_root(package, "settings")
    comments = related_root(package, "comments")
    return Facts(
        macros=_has_macros(package),
        signed=_is_signed(package),
        protected=_protection(settings),
        tracking=bool(switch(settings, w("trackRevisions"))),
        comments=sum(1 for _ in comments.iter(w("comment"))) if comments is not None else 0,
        title=_title(package),
    )


def related_root(package: Package, kind: str) -> Element | None:
    """Returns the root of the part the main part points to as `kind` ("styles", "numbering"...), or None."""
    parts = package.related(package.main, f"{R}/{kind}")
    return package.root(parts[0]) if parts else None


def _has_macros(package: Package) -> bool:
    declared = "macroenabled" in package.content_type(package.main).lower()
    return declared or any(name.lower().endswith("vbaproject.bin") for name in package.names())


def _is_signed(package: Package) -> bool:
    if any(name.lower().startswith("_xmlsignatures/") for name in package.names()):
        return True
    return any(row.type == SIGNATURE_ORIGIN for row in package.relationships())


def _protection(settings: Element | None) -> str:
    rule = settings.find(w("documentProtection")) if settings is not None else None
    if rule is None or rule.get(w("enforcement"), "0") not in ("1", "true", "on"):
        return ""
    kind = rule.get(w("edit"), "none")
    return "" if kind == "none" else kind


def _title(package: Package) -> str:
    for part in package.related("", CORE_PROPERTIES):
        title = package.root(part).find(f"{{{DC}}}title")
        if title is not None and title.text:
            return " ".join(title.text.split())
    return ""
