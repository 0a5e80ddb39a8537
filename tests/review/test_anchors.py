"""Carrying decisions to a new version: figures on synthetic drafts in three languages, then one rule a test."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.document import Draft
from ethicsdiff.review.anchors import anchor_of, carry
from tests.review.builders import COURTESY, GIFTS, LANGUAGES, ROBES, TEXTS, decision, draft, with_text
from tests.review.synthetic import SIZE, Norm, Pair, draft_of, pair

PAIRS = 50
WRONG_AT_MOST = 0.005
FOUND_AT_LEAST = 0.6  # Of the provisions that were edited, a quarter of them rewritten by half.


def noted(seen: Draft, *provisions: str) -> list[Decision]:
    return [decision(DecisionKind.NOTE, seen, provision, "", text="x") for provision in provisions]


def carried(seen: Draft, now: Draft, provision: str = GIFTS) -> Carried:
    return carry(noted(seen, provision), now)[0]


def figures(versions: Pair, chosen: list[str]) -> Counter[str]:
    """Returns how the decisions on the chosen provisions fared."""
    found: Counter[str] = Counter()
    old = {one.id: one.fingerprint for one in versions.first.provisions}
    new = {one.id: one.fingerprint for one in versions.second.provisions}
    for one in carry(noted(versions.first, *chosen), versions.second):
        provision = one.decision.anchor.provision if one.decision.anchor is not None else ""
        truth = versions.truth[provision]
        edited = bool(truth) and new[truth] != old[provision]
        found["carried"] += bool(one.provision)
        found["wrong"] += bool(one.provision) and one.provision != truth
        found["wrong, confirmed"] += one.fit == Fit.EXACT and one.provision != truth
        found["unchanged, not found"] += bool(truth) and not edited and not one.provision
        found["edited"] += edited
        found["edited, found"] += edited and one.provision == truth
        found["edited, confirmed"] += edited and one.fit == Fit.EXACT
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("share", [1.0, 0.25], ids=["all decided", "a quarter decided"])
def test_at_most_one_decision_in_two_hundred_lands_in_a_wrong_place_and_none_confirmed(language: str, share: float) -> None:
    total: Counter[str] = Counter()
    for seed in range(PAIRS):
        versions, random = pair(language, seed), Random(seed)
        assert len(versions.truth) == SIZE
        total += figures(versions, [one for one in versions.truth if random.random() < share])
    assert total["wrong"] <= WRONG_AT_MOST * total["carried"], total
    assert total["wrong, confirmed"] == total["edited, confirmed"] == 0
    assert total["edited, found"] >= FOUND_AT_LEAST * total["edited"], total
    assert total["unchanged, not found"] <= WRONG_AT_MOST * total["carried"], total


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_decision_on_an_unchanged_draft_holds(language: str) -> None:
    for seed in range(5):
        versions = pair(language, seed)
        found = carry(noted(versions.first, *versions.truth), versions.first)
        assert {one.fit for one in found} == {Fit.EXACT}
        assert [one.provision for one in found] == list(versions.truth)


def test_a_draft_that_was_only_saved_anew_keeps_its_decisions() -> None:
    seen = draft("kk")
    now = replace(seen, source=replace(seen.source, file="renamed.docx", sha256="saved anew"))
    assert [(one.fit, one.provision) for one in carry(noted(seen, GIFTS, ROBES), now)] == [(Fit.EXACT, GIFTS), (Fit.EXACT, ROBES)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_words_are_found_wherever_they_moved(language: str) -> None:
    seen = draft(language)
    now = draft(language, (*reversed(TEXTS[language]), "Another text of quite another kind."), "v2")
    found = carried(seen, now)
    assert (found.fit, found.provision) == (Fit.EXACT, ROBES)


def test_typography_is_no_change() -> None:
    now = with_text(draft("ru"), GIFTS, "Судья  не\u00a0вправе принимать под\u00adарки от сторон")
    assert carried(draft("ru"), now).fit == Fit.EXACT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A judge may take gifts from the parties."),
        ("ru", "Судья вправе принимать подарки от сторон."),
        ("kk", "Судья тараптардан сыйлық алуға құқылы."),
    ],
)
def test_a_word_more_or_less_is_to_be_checked_again(language: str, text: str) -> None:
    found = carried(draft(language), with_text(draft(language), GIFTS, text))
    assert (found.fit, found.provision) == (Fit.SIMILAR, GIFTS)


def test_the_same_words_under_another_lead_in_are_to_be_checked_again() -> None:
    """ "Accept gifts" under "A judge may:" is not what was seen under "A judge may not:"."""
    seen = draft("en")
    item = replace(seen.provisions[1], text="accept gifts;", fingerprint=fingerprint(" accept gifts;"), lead_in="A judge may not:")
    seen = replace(seen, provisions=(seen.provisions[0], item, *seen.provisions[2:]))
    turned = replace(seen, provisions=(seen.provisions[0], replace(item, lead_in="A judge may:"), *seen.provisions[2:]))
    now = replace(turned, source=replace(turned.source, sha256="v2"))
    assert carried(seen, seen).fit == Fit.EXACT
    assert (carried(seen, now).fit, carried(seen, now).provision) == (Fit.SIMILAR, GIFTS)


def test_another_deadline_in_the_row_of_a_plan_is_to_be_checked_again() -> None:
    seen = draft("ru")
    row = replace(seen.provisions[1], fields=(("Срок", "2026 год"),))
    seen = replace(seen, provisions=(seen.provisions[0], row, *seen.provisions[2:]))
    later = replace(row, fields=(("Срок", "2028 год"),))
    now = replace(seen, source=replace(seen.source, sha256="v2"), provisions=(seen.provisions[0], later, *seen.provisions[2:]))
    assert carried(seen, now).fit == Fit.SIMILAR


def test_a_provision_that_is_gone_is_not_drawn_to_its_sister() -> None:
    texts = ("A judge shall report gifts within ten days.", "A clerk shall report gifts within ten days.", *TEXTS["en"])
    seen = draft("en", texts)
    now = draft("en", ("A clerk shall report gifts within five days.", *TEXTS["en"]), "v2")
    assert carried(seen, now, GIFTS).fit in (Fit.LOST, Fit.TIE)
    assert carried(seen, now, GIFTS).provision == ""


def test_words_that_stand_twice_are_never_confirmed_in_a_new_version() -> None:
    """One of the twins was struck out: nobody can tell from the words alone which one the decision was on."""
    twin = "The exceptions are laid down by law."
    seen = draft("en", (TEXTS["en"][0], twin, TEXTS["en"][1], TEXTS["en"][2], twin))
    now = draft("en", (TEXTS["en"][0], TEXTS["en"][1], TEXTS["en"][2], twin), "v2")
    assert carried(seen, now, "a2.p2").fit == Fit.SIMILAR and carried(seen, now, "a2.p2").provision == "a2.p1"
    assert carried(seen, seen, "a2.p2").provision == "a2.p2"
    doubled = draft("en", (*TEXTS["en"], TEXTS["en"][0]), "v2")
    assert carried(draft("en"), doubled).fit != Fit.EXACT


def test_places_that_fit_equally_stay_open() -> None:
    first, last = "Alpha opens this draft of ours.", "Omega closes this draft of ours."
    seen = draft("en", (first, "A judge shall never take any gift from a party.", last))
    split = ("A judge shall never take any gift from a lawyer.", "A judge shall never take any gift from a witness.")
    found = carried(seen, draft("en", (first, *split, last), "v2"), "a1.p2")
    assert (found.fit, found.provision, found.choices) == (Fit.TIE, "", ("a1.p2", "a1.p3"))


def test_the_same_words_in_two_new_places_stay_open() -> None:
    twin = "Alpha beta gamma delta."
    now = draft("en", ("New words open this draft.", twin, "More new words.", twin, "End of it."), "v2")
    found = carried(draft("en", (twin, *TEXTS["en"])), now)
    assert (found.fit, found.provision, found.choices) == (Fit.TIE, "", ("a1.p2", "a2.p1"))


def test_a_text_in_another_language_is_another_text() -> None:
    assert carried(draft("ru"), draft("kk", version="v2")).fit == Fit.ELSEWHERE
    both = draft("kk", version="v2")
    both = replace(both, source=replace(both.source, languages=("kk", "ru")))
    assert carried(draft("ru"), both).fit == Fit.LOST


def test_decisions_of_several_versions_do_not_take_each_others_places() -> None:
    first = draft("en")
    second = with_text(first, GIFTS, "A judge may not take gifts from the parties or their lawyers.")
    third = with_text(second, GIFTS, "A judge may not take any gifts from the parties or their lawyers.", "v3")
    found = carry([*noted(first, GIFTS, COURTESY), *noted(second, GIFTS, COURTESY)], third)
    assert [one.provision for one in found] == [GIFTS, COURTESY, GIFTS, COURTESY]
    assert [one.fit for one in found] == [Fit.SIMILAR, Fit.EXACT, Fit.SIMILAR, Fit.EXACT]


def test_an_older_way_of_taking_fingerprints_does_not_unsettle_decisions() -> None:
    old = noted(draft("ru"), GIFTS)[0]
    assert old.anchor is not None
    old = replace(old, anchor=replace(old.anchor, fingerprint="f0:abc"))
    assert carry([old], replace(draft("ru"), source=replace(draft("ru").source, sha256="v2")))[0].fit == Fit.EXACT


def test_an_anchor_holds_what_was_seen_and_no_path_of_the_machine() -> None:
    seen = draft_of([Norm(str(n), text) for n, text in enumerate(TEXTS["kk"])], "kk", "home/of/somebody/v1")
    anchor = anchor_of(seen, COURTESY)
    assert anchor.file == "v1.docx" and anchor.quote == TEXTS["kk"][1] and anchor.language == "kk"
    assert anchor.path == ("1", "2") and len(anchor.before) == len(anchor.after) == 2
    assert anchor.before[-1] == anchor.after[-1] == "edge"
    with pytest.raises(KeyError):
        anchor_of(seen, "a1")  # A number without words.
