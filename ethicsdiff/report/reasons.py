"""Why a relation is proposed, what to look at, how sure the proposal is: whole sentences from codes and parameters."""

from __future__ import annotations

from ethicsdiff.model.match import Candidate, Relation, Signal
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.model.standard import Clause
from ethicsdiff.report.context import Context, part_of
from ethicsdiff.report.phrases import Phrases

_HIGH, _MEDIUM = 0.86, 0.45
_SPEAKS = 0.5
_OWN = "decision"
_TRANSLATED = {"modality": "modality", "duty": "modality", "relation": "relation"}


def reason_of(context: Context, alignment: Alignment) -> str:
    """Returns why the relation holds: the machine's reason, or that a person or the state of the catalogue decided."""
    judgement = alignment.candidate.judgement
    phrases = context.phrases
    if context.themes_only(alignment.standard):
        return phrases.say("reason.theme")
    if judgement.relation != alignment.relation:
        return phrases.say("reason.human", relation=phrases.say(f"relation.{judgement.relation}"))
    sentence = _with_values(context, f"reason.{judgement.reason}", _values(context, alignment))
    doubtful = judgement.weak and alignment.standing != Standing.CONFIRMED
    return f"{sentence} {phrases.say('reason.weak')}" if doubtful else sentence


def _with_values(context: Context, key: str, values: dict[str, str]) -> str:
    """Returns the phrase of a reason, its plain variant where a parameter is missing."""
    phrases = context.phrases
    complete = phrases.needs(key) <= values.keys()
    return phrases.say(key if complete else f"{key}.plain", **values)


def _values(context: Context, alignment: Alignment) -> dict[str, str]:
    """Returns the parameters of a judgement in the report's language, without those that say nothing."""
    judgement = alignment.candidate.judgement
    given = {"elements": ",".join(judgement.missing), **dict(judgement.params)}
    values = {name: _value(context, alignment, name, value) for name, value in given.items()}
    if values.get("words") and values.get("modality"):
        values["modality"] = context.phrases.say("modality.words", modality=values["modality"], words=values["words"])
    return {name: value for name, value in values.items() if value}


def _value(context: Context, alignment: Alignment, name: str, value: str) -> str:
    if not value.strip():
        return ""
    if name in {"words", "number"}:
        return context.phrases.quote(value)
    if name == "elements":
        return elements_in_words(context, alignment, _codes(value))
    prefix = _TRANSLATED.get(name)
    return ", ".join(context.phrases.label(prefix, code) for code in _codes(value)) if prefix else value


def _codes(value: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in value.split(",") if code.strip())


def elements_in_words(context: Context, alignment: Alignment, keys: tuple[str, ...]) -> str:
    """Returns the elements of a clause by their keys, in words; keys that are not known are left out."""
    clauses = (context.clause(alignment.standard, alignment.clause), part_of(context, alignment))
    found = (_element(context, clauses, key) for key in keys)
    return "; ".join(text for text in found if text)


def _element(context: Context, clauses: tuple[Clause | None, ...], key: str) -> str:
    elements = (element for clause in clauses if clause is not None for element in clause.elements)
    return next((context.words(element.texts) for element in elements if element.key == key), "")


def look_at(context: Context, alignment: Alignment) -> str:
    """Returns one sentence on what to look at, as strong as the relation is grave; "" where the clause is covered."""
    relation = alignment.relation
    if relation in (Relation.COVERS, Relation.NONE) or context.themes_only(alignment.standard):
        return ""
    if relation != Relation.PARTIAL:
        return context.phrases.say(f"look.{relation}")
    elements = elements_in_words(context, alignment, missing_elements(alignment))
    return _with_values(context, "look.partial", {"elements": elements} if elements else {})


def missing_elements(alignment: Alignment) -> tuple[str, ...]:
    """Returns the keys of the elements that the machine found no counterpart for."""
    judgement = alignment.candidate.judgement
    return judgement.missing or _codes(dict(judgement.params).get("elements", ""))


def confidence_of(context: Context, alignment: Alignment) -> str:
    """Returns who stands behind an alignment, how probable the machine holds it, and what speaks for it."""
    phrases, candidate = context.phrases, alignment.candidate
    values = {"percent": percent(candidate.probability)}
    if alignment.standing == Standing.PROPOSED:
        values["band"] = phrases.say(f"band.{_band(candidate.probability)}")
    own = ".own" if candidate.judgement.reason == _OWN else ""
    sentence = phrases.say(f"confidence.{alignment.standing}{own}", **values)
    signals = ", ".join(_signals(phrases, candidate))
    speaks = phrases.say("confidence.signals", signals=signals) if signals else ""
    return " ".join(filter(None, (sentence, speaks)))


def _band(probability: float) -> str:
    if probability >= _HIGH:
        return "high"
    return "medium" if probability >= _MEDIUM else "low"


def percent(probability: float) -> str:
    """Returns a probability in whole percent, rounded down so that nothing looks surer than it is."""
    return str(int(probability * 100 + 1e-6))


def _signals(phrases: Phrases, candidate: Candidate) -> tuple[str, ...]:
    said = (_signal(phrases, signal) for signal in candidate.signals)
    return tuple(words for words in said if words)


def _signal(phrases: Phrases, signal: Signal) -> str:
    """Returns a signal in words; "" for one that is too low to speak for anything, or has no words here."""
    key = f"signal.{signal.name}"
    if not phrases.has(key):
        return ""
    if signal.words and phrases.has(f"{key}.words"):
        return phrases.say(f"{key}.words", words=phrases.quotes(signal.words))
    return phrases.say(key) if signal.value >= _SPEAKS else ""
