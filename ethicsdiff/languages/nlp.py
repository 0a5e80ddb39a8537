"""The one door to spaCy: words, sentences and deontic patterns of the three languages, by blank pipelines and its rule matcher.

No statistical model is loaded: none exists for Kazakh, and rules can be shown to a reader. spaCy has no Kazakh, so it is registered here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ethicsdiff.languages.base import LanguageData
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import repair_alphabet
from ethicsdiff.model.match import Deontic, Modality

_ABBREVIATIONS = ("ст", "п", "пп", "ч", "гл", "т.д", "т.п", "им", "art", "para", "paras", "no", "т.б", "б", "т")
_LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class _Pipeline:
    nlp: Any
    matcher: Any
    modalities: dict[str, tuple[Modality, int, bool]]


def sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Returns the [start, end) character spans of the sentences and `;` items of a text, without outer white space."""
    document = _pipeline(language).nlp(repair_alphabet(text[:_LONGEST_TEXT]))
    spans: list[tuple[int, int]] = []
    start = 0
    for token in document:
        if _ends_sentence(document, token.i):
            spans.append((start, token.idx + len(token)))
            start = token.idx + len(token)
    spans.append((start, len(text)))
    return tuple(span for span in (_trimmed(text, *pair) for pair in spans) if span[0] < span[1])


def deontics(text: str, language: str, *, wide: bool = False) -> tuple[Deontic, ...]:
    """Returns the modal expressions of a text in order, the longest where several overlap; exceptions are marked as such.

    With `wide`, words that only suggest a permission or an exemption count too: for a text that is known to speak of duties.
    """
    pipeline = _pipeline(language, wide)
    document = pipeline.nlp(repair_alphabet(text[:_LONGEST_TEXT]))
    hits = [(pipeline.modalities[pipeline.nlp.vocab.strings[key]], range(start, end)) for key, start, end in pipeline.matcher(document)]
    taken: set[int] = set()
    found: list[Deontic] = []
    for meaning, places in sorted(hits, key=_precedence):
        if not taken.intersection(places):
            taken.update(places)
            found.append(_deontic(document, places, meaning))
    return tuple(sorted(found, key=lambda item: item.start))


def _precedence(hit: tuple[tuple[Modality, int, bool], range]) -> tuple[bool, int, bool, int]:
    """Returns the order in which overlapping expressions win: modal words before plain verbs, the longest, the first.

    Of two as long, one that is named («не запрещается» permits) goes before any verb with a negation («не берёт» forbids).
    """
    (modality, strength, exception), places = hit
    plain_negation = modality == Modality.PROHIBITION and strength == 1
    return modality == Modality.DECLARATION and not exception, -len(places), plain_negation, places.start


def _deontic(document: Any, places: range, meaning: tuple[Modality, int, bool]) -> Deontic:
    span = document[places.start : places.stop]
    modality, strength, exception = meaning
    return Deontic(
        modality=modality, strength=strength, words=span.text, start=span.start_char, end=span.end_char, exception=exception
    )


def _ends_sentence(document: Any, index: int) -> bool:
    text = document[index].text
    if text == ";" or "\n" in text:
        return True
    if text not in {".", "!", "?", "…"} and not text.endswith("."):
        return False
    before = document[index - 1].lower_ if text == "." and index else text[:-1].lower()
    if before.isdigit():
        return index > 1 and index + 1 < len(document) and document[index + 1].text[:1].isupper()
    return before not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


@cache
def _pipeline(language: str, wide: bool = False) -> _Pipeline:
    """Returns the blank pipeline and matcher of a language; building one costs a second for spaCy's import, then milliseconds."""
    import spacy  # heavy: only when a draft is judged, so that --help stays fast
    from spacy.matcher import Matcher

    data = LANGUAGES[language]
    nlp = _kazakh() if language == "kk" else spacy.blank(language)
    matcher = Matcher(nlp.vocab)
    modalities: dict[str, tuple[Modality, int, bool]] = {}
    for name, meaning, patterns in _rules(data, wide):
        modalities[name] = meaning
        matcher.add(name, [_tokens(source) for source in patterns])
    return _Pipeline(nlp, matcher, modalities)


def _kazakh() -> Any:
    from spacy.language import Language
    from spacy.util import compile_suffix_regex, registry

    class Kazakh(Language):  # type: ignore[no-untyped-call]
        lang = "kk"

    if "kk" not in registry.languages:
        registry.languages.register("kk", func=Kazakh)
    nlp = Kazakh()
    # spaCy parts a full stop from letters that it knows, and these it does not.
    endings = [*(nlp.Defaults.suffixes or ()), r"(?<=[әғқңөұүһі])\."]
    tokenizer: Any = nlp.tokenizer
    tokenizer.suffix_search = compile_suffix_regex(endings).search
    return nlp


def _rules(data: LanguageData, wide: bool) -> list[tuple[str, tuple[Modality, int, bool], tuple[str, ...]]]:
    rules = [
        (f"{kind}-{entry.modality}-{entry.strength}", (entry.modality, entry.strength, False), entry.patterns)
        for kind, entries in (("sure", data.deontic), ("wide", data.suggestive if wide else ()))
        for entry in entries
    ]
    return [*rules, ("exception", (Modality.DECLARATION, 1, True), data.exceptions)]


def _tokens(source: str) -> list[dict[str, Any]]:
    return [_token(part) for part in source.split()]


def _token(part: str) -> dict[str, Any]:
    if part.startswith("~"):
        return {"IS_PUNCT": False, "OP": f"{{0,{part[1:]}}}"}
    if part.startswith("/") and part.endswith("/"):
        return {"LOWER": {"REGEX": f"^(?:{part[1:-1]})$"}}
    if part.endswith("*"):
        return {"LOWER": {"REGEX": f"^{part[:-1]}"}}
    if part.startswith("*"):
        return {"LOWER": {"REGEX": f"{part[1:]}$"}}
    return {"LOWER": part}
