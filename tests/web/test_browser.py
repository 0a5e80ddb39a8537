"""The review in a real browser: keys decide, words are never lost, reviewers do not overwrite each other, a killed server loses nothing."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ethicsdiff.report.phrases import phrases_of
from ethicsdiff.review.ledger import read_ledger
from tests.review.builders import COURTESY, GIFTS, TEXTS
from tests.web.browser import Browser, Tab, chromium
from tests.web.conftest import Open, Opening, review_of

pytestmark = pytest.mark.skipif(not chromium(), reason="no Chromium here (or no pipe to drive it by): apt install chromium")
ROOT = Path(__file__).parents[2]
CTRL = 2
ITEM = "document.querySelector('article.item').dataset.item"
STATUS = "document.querySelector('#status').textContent"
READY = "document.querySelector('#rows a.row') && !document.querySelector('#help-open').hidden"
NOTE = "document.querySelector('section.card textarea')"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Returns a browser for all tests of this file."""
    running = Browser(tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture(autouse=True)
def no_page_complains(browser: Browser) -> Iterator[None]:
    """Fails a test in which a script failed or the policy of a page forbade something; lost connections and refusals are not of that kind."""
    browser.events.clear()
    yield
    assert [one for one in browser.complaints() if "Failed to load resource" not in one] == []


def enter(browser: Browser, served: Open, reviewer: str = "Reviewer A", person: str = "") -> Tab:
    """Returns a tab in which a reviewer has opened their link, and the first line of the list."""
    tab = browser.tab(person or browser.person())
    tab.go(f"http://{served.address}{served.link(reviewer)}")
    tab.wait(READY)
    tab.press("j")
    tab.wait("document.querySelector('section.card.current')")
    return tab


def kinds(served: Open) -> list[str]:
    return [one.kind.value for one in served.decisions()]


def words_in(tab: Tab, selector: str) -> str:
    return str(tab.value(f"document.querySelector({json.dumps(selector)}).innerText"))


@pytest.mark.parametrize(
    ("language", "accept", "undo"),
    [("en", ("a", "KeyA"), ("u", "KeyU")), ("ru", ("ф", "KeyA"), ("г", "KeyU")), ("kk", ("ф", "KeyA"), ("г", "KeyU"))],
)
def test_one_key_decides_on_any_keyboard_and_one_undoes(
    browser: Browser, opening: Opening, tmp_path: Path, language: str, accept: tuple[str, str], undo: tuple[str, str]
) -> None:
    served, say = opening(review_of(tmp_path, language)), phrases_of(language).say
    tab = enter(browser, served)
    assert tab.value("document.documentElement.lang") == language
    tab.press(*accept)
    tab.wait(f"{STATUS}.startsWith({json.dumps(say('desk.said.decided', decision='')[:5])})")
    tab.wait(f"document.querySelector('#head').innerText.includes({json.dumps(say('desk.progress', done=1, total=3))})")
    tab.press(*undo)
    tab.wait(f"document.querySelector('#head').innerText.includes({json.dumps(say('desk.progress', done=0, total=3))})")
    assert kinds(served) == ["confirm", "withdraw"] and [one.relation for one in served.decisions()] == ["partial", None]


def test_every_decision_has_its_key(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    tab.press("r")
    tab.wait(f"{STATUS}.includes('rejected')")
    tab.press("ә", "Digit3")
    tab.wait(f"{STATUS}.includes('weaker')")
    for key, words in (("n", "to the drafters"), ("i", "not ours"), ("m", "on the whole")):
        tab.press(key)
        tab.wait("document.activeElement.matches('textarea')")
        tab.type(words)
        tab.press("Enter", modifiers=CTRL)
        tab.wait(f"{STATUS}.includes({json.dumps(words)})")
    tab.press("w")
    tab.wait("document.activeElement.matches('textarea') && document.activeElement.value.length > 10")
    tab.type(" At all.")
    tab.press("Enter", modifiers=CTRL)
    tab.wait(f"{STATUS}.includes('At all')")
    tab.press("o")
    tab.wait("document.activeElement.matches('section.card input[name=to]')")
    tab.type("bangalore:4.15")
    tab.value("document.querySelector('section.card select[name=relation]').value = 'covers'")
    tab.press("Enter")
    tab.wait(f"{STATUS}.includes('another clause fits')")
    assert kinds(review) == ["reject", "relation", "note", "not_applicable", "note", "wording", "other"]
    wording = review.decisions()[5]
    assert wording.text.replace(" At all.", "") == TEXTS["en"][0] and len(wording.text) == len(TEXTS["en"][0]) + 8
    assert review.decisions()[4].clause == "" and review.decisions()[4].anchor is not None


def test_a_wording_that_is_being_written_is_no_reason_for_a_verdict_and_stays(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    tab.press("w")
    tab.wait("document.activeElement.matches('textarea') && document.activeElement.value.length > 10")
    tab.type(" At all.")
    tab.press("Escape")
    tab.press("a")
    tab.wait(f"{STATUS}.includes('confirmed')")
    assert review.decisions()[0].text == "" and str(tab.value(f"{NOTE}.value")).endswith("At all.")
    tab.press("n")
    tab.value(f"{NOTE}.value = 'because'")
    tab.press("Escape")
    tab.press("3")
    tab.wait(f"{STATUS}.includes('because')")
    assert review.decisions()[1].text == "because" and tab.value(f"{NOTE}.value") == ""


def test_the_list_is_walked_searched_and_filtered_by_keys(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    tab.press("j")
    tab.wait(f"{ITEM} === 'provision:{COURTESY}'")
    tab.press("k")
    tab.wait(f"{ITEM} === 'provision:{GIFTS}'")
    tab.press("a")
    tab.wait(f"{STATUS}.includes('confirmed')")
    tab.press("g")
    tab.wait(f"{ITEM} === 'provision:{COURTESY}'")
    tab.press("/")
    tab.type("robe")
    tab.wait("document.querySelectorAll('#rows a.row').length === 1")
    assert "robe" in str(tab.value("location.search"))
    tab.press("Escape")
    tab.value("document.querySelector('#search').value = ''; document.querySelector('input[value=open]').click()")
    tab.wait("document.querySelectorAll('#rows a.row').length === 2")
    tab.value("history.back()")
    tab.wait(f"{ITEM} === 'provision:{GIFTS}'")


def test_evidence_is_marked_for_the_clause_that_is_looked_at(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    tab.value("document.querySelector('form.add input[name=to]').value = 'bangalore:4.15'")
    tab.value("document.querySelector('form.add button[data-do=add]').click()")
    tab.wait("document.querySelectorAll('section.card').length === 2")
    assert tab.value("document.querySelector('section.card.current').dataset.state") == "open"
    tab.press("h")
    tab.wait("document.querySelector('section.card.current').dataset.clause === 'bangalore:4.15'")
    assert tab.value("document.activeElement.matches('section.card.current')")


def test_a_stale_page_is_told_and_keeps_its_words(browser: Browser, review: Open) -> None:
    mine, theirs = enter(browser, review, "Reviewer A"), enter(browser, review, "Reviewer B")
    mine.press("n")
    mine.wait("document.activeElement.matches('textarea')")
    mine.type("half a page of reasons")
    theirs.press("r")
    theirs.wait(f"{STATUS}.includes('rejected')")
    mine.press("Enter", modifiers=CTRL)
    mine.wait(f"{STATUS}.includes('Reviewer B') && {STATUS}.includes('rejected')")
    assert kinds(review) == ["reject"] and mine.value(f"{NOTE}.value") == "half a page of reasons"
    mine.value(f"{NOTE}.form.querySelector('button[data-do=note]').click()")
    mine.wait(f"{STATUS}.includes('half a page')")
    assert kinds(review) == ["reject", "note"] and mine.value(f"{NOTE}.value") == ""


def test_what_others_decide_appears_by_itself(browser: Browser, review: Open) -> None:
    mine, theirs = enter(browser, review, "Reviewer A"), enter(browser, review, "Reviewer B")
    theirs.press("r")
    theirs.wait(f"{STATUS}.includes('rejected')")
    mine.wait(f"{STATUS}.includes('Reviewer B')")
    mine.wait("document.querySelector('aside.history').innerText.includes('rejected')")
    assert "1 of 3" in words_in(mine, "#head")


def test_words_that_were_not_sent_outlive_a_reload_and_the_tab(browser: Browser, review: Open) -> None:
    person = browser.person()
    tab = enter(browser, review, person=person)
    tab.press("n")
    tab.wait("document.activeElement.matches('textarea')")
    tab.type("Не отправлено: қалды")
    tab.press("Escape")
    tab.press("j")
    tab.wait(f"{ITEM} === 'provision:{COURTESY}'")
    assert tab.value("document.querySelectorAll('#rows a.row.unsent').length") == 1
    tab.go("about:blank")
    again = enter(browser, review, person=person)
    again.wait(f"{NOTE}.value === 'Не отправлено: қалды'")
    other = enter(browser, review, "Reviewer B", person=person)
    assert other.value(f"{NOTE}.value") == ""
    again.press("r")
    again.wait(f"{STATUS}.includes('printed for you')")
    assert kinds(review) == []
    again = enter(browser, review, person=person)
    again.value(f"{NOTE}.form.querySelector('button[data-do=note]').click()")
    again.wait(f"{STATUS}.includes('қалды')")
    again.go(f"http://{review.address}/?item=provision:{GIFTS}")
    again.wait(f"{NOTE} && {NOTE}.value === ''")


def test_without_scripts_everything_is_there_and_forms_decide(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    tab.without_scripts()
    tab.go(f"http://{review.address}/?item=provision:{GIFTS}")
    tab.wait("document.querySelector('section.card button[data-do=reject]')")
    tab.value("document.querySelector('section.card button[data-do=reject]').click()")
    tab.wait("document.querySelector('.message') && document.querySelector('.message').innerText.includes('rejected')")
    assert kinds(review) == ["reject"]


def test_everything_that_can_be_worked_has_a_name_for_those_who_hear(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    nodes = tab.accessible()
    worked = [one for one in nodes if one["role"] in ("button", "textbox", "searchbox", "combobox", "radio", "checkbox", "link", "progressbar")]
    assert len(worked) > 25 and [one for one in worked if not one["name"].strip()] == []
    assert {"main", "navigation", "complementary", "banner", "search", "status"} <= {one["role"] for one in nodes}
    assert len([one for one in nodes if one["role"] == "heading"]) > 5
    assert tab.value("document.querySelectorAll('#rows a.row[tabindex=\"0\"]').length") == 1


def test_single_keys_can_be_turned_off(browser: Browser, review: Open) -> None:
    tab = enter(browser, review)
    tab.press("?")
    tab.wait("document.querySelector('#help').open")
    tab.value("document.querySelector('#single-keys').click(); document.querySelector('#help').close()")
    tab.press("r")
    tab.press("j")
    assert kinds(review) == [] and tab.value(ITEM) == f"provision:{GIFTS}"


class Started:
    """`ethicsdiff review` as a reviewer starts it, in a process of its own."""

    def __init__(self, draft: Path, port: int = 0) -> None:
        command = [sys.executable, "-m", "ethicsdiff", "review", str(draft), "--standard", "bangalore", "--port", str(port)]
        self.process = subprocess.Popen(
            [*command, "--reviewer", "Reviewer A", "--reviewer", "Reviewer B"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert self.process.stdout is not None
        self.links = dict(self.process.stdout.readline().strip().split(": ", 1) for _ in range(2))
        self.port = int(self.links["Reviewer A"].split("/")[2].rpartition(":")[2])

    def end(self, number: int) -> str:
        """Returns what was said on stderr until a signal ended the server."""
        self.process.send_signal(number)
        return self.process.communicate(timeout=30)[1]


@pytest.fixture
def started() -> Iterator[list[Started]]:
    """Returns a list for servers; those that still run are ended with the test."""
    servers: list[Started] = []
    yield servers
    for server in servers:
        if server.process.poll() is None:
            server.end(signal.SIGTERM)


def test_a_review_from_its_start_over_a_killed_server_to_its_end(browser: Browser, drafts: Path, tmp_path: Path, started: list[Started]) -> None:
    draft = Path(shutil.copyfile(drafts / "code-of-judicial-ethics" / "code-v1.ru.docx", tmp_path / "code.docx"))
    started.append(first := Started(draft))
    mine, theirs = browser.tab(browser.person()), browser.tab(browser.person())
    for tab, reviewer in ((mine, "Reviewer A"), (theirs, "Reviewer B")):
        tab.go(first.links[reviewer])
        tab.wait(READY)
    mine.press("g")
    item = str(mine.wait("document.querySelector('section.card.current') && " + ITEM))
    mine.press("a")
    mine.wait(f"{STATUS}.startsWith('Записано')")
    mine.press("u")
    mine.wait(f"{STATUS}.startsWith('Отменено')")
    mine.press("4")
    mine.wait(f"{STATUS}.includes('строже')")
    theirs.go(f"http://127.0.0.1:{first.port}/?item={item}")
    theirs.wait("document.querySelector('section.card.current')")
    theirs.press("r")
    theirs.wait(f"{STATUS}.includes('отклонено')")
    mine.press("n")
    mine.wait("document.activeElement.matches('textarea')")
    mine.type("не успел отправить")
    before = read_ledger(tmp_path / "decisions.jsonl").decisions
    log = first.end(signal.SIGKILL)
    assert "Reviewer A  confirm" in log and "Reviewer B  reject" in log
    mine.press("Enter", modifiers=CTRL)
    mine.wait(f"{STATUS}.includes('не отвечает')")

    started.append(second := Started(draft, first.port))
    assert second.links == first.links
    assert [one.kind for one in before] == ["confirm", "withdraw", "relation", "reject"]
    assert read_ledger(tmp_path / "decisions.jsonl").decisions == before
    mine.go(f"http://127.0.0.1:{second.port}/?item={item}")
    mine.wait("[...document.querySelectorAll('textarea')].some(one => one.value === 'не успел отправить')")
    history = words_in(mine, "aside.history")
    assert history.count("Reviewer A") == 3 and history.count("Reviewer B") == 1
    assert mine.value("document.querySelector('#rows a.row[aria-current]').dataset.state") == "conflict"
    mine.press("n")
    mine.wait("document.activeElement.matches('textarea')")
    mine.press("Enter", modifiers=CTRL)
    mine.wait(f"{STATUS}.includes('не успел отправить')")
    assert [one.kind for one in read_ledger(tmp_path / "decisions.jsonl").decisions][4:] == ["note"]
    assert "Traceback" not in second.end(signal.SIGINT) and second.process.returncode == 0


def many(tmp_path: Path) -> Any:
    """Returns a review of a thousand provisions."""
    return review_of(tmp_path, "ru", [f"Судья {number} обязан хранить тайну совещания номер {number}." for number in range(1000)])


def test_a_thousand_provisions_are_a_list_of_plain_lines_and_one_is_opened(browser: Browser, opening: Opening, tmp_path: Path) -> None:
    tab = enter(browser, opening(many(tmp_path)))
    assert tab.value("document.querySelectorAll('#rows a.row').length") == 1000
    assert tab.value("document.querySelectorAll('section.card').length") == 1
    assert tab.value("document.querySelectorAll('#rows *').length") < 12_000
    hidden = "[...document.querySelectorAll('#rows li')].filter(one => !one.firstElementChild.checkVisibility({contentVisibilityAuto: true})).length"
    assert tab.value(hidden) > 900, "lines out of sight are not laid out"
    tab.press("a")
    tab.wait(f"{STATUS}.startsWith('Записано')")
    assert tab.value("document.querySelectorAll('#rows a.row').length") == 1000
