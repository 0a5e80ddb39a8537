"""A headless Chromium for tests, driven through its debugging pipe: nothing has to be installed but the browser itself."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-pipe", "--window-size=1500,950",
)  # fmt: skip
_PATIENCE = 15.0


def chromium() -> str:
    """Returns the program, "" where there is none or where its pipe cannot be used."""
    return "" if os.name == "nt" else next((path for path in map(shutil.which, NAMES) if path), "")


class BrowserError(Exception):
    """What the browser refused, or what did not come about in time."""


class Browser:
    """A running browser with a profile of its own; `close` ends it."""

    def __init__(self, profile: Path) -> None:
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [chromium(), *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        script = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["bash", "-c", script, "chromium", *command], pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._numbers = itertools.count(1)
        self._rest = b""
        self.events: list[dict[str, Any]] = []

    def complaints(self) -> list[str]:
        """Returns what pages complained of so far: errors of scripts, things that the policy of a page forbade."""
        found = [one for one in self.events if one["method"] in ("Runtime.exceptionThrown", "Log.entryAdded")]
        told = [one["params"].get("entry") or one["params"]["exceptionDetails"] for one in found]
        return [json.dumps(one) for one in told if one.get("level", "error") == "error"]

    def call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """Returns what the browser answers to a command."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params, **({"sessionId": session} if session else {})}
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if "id" not in answer:
                self.events.append(answer)
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(answer["error"])
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._in, 1 << 20)
            if not data:
                raise BrowserError("the browser has ended")
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def person(self) -> str:
        """Returns a context with cookies and storage of its own, as another person would have on another computer."""
        return str(self.call("Target.createBrowserContext")["browserContextId"])

    def tab(self, person: str) -> Tab:
        """Returns a new tab of a person."""
        target = self.call("Target.createTarget", url="about:blank", browserContextId=person)["targetId"]
        session = str(self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        return Tab(self, session)

    def close(self) -> None:
        """Ends the browser."""
        try:
            self.call("Browser.close")
        except (BrowserError, OSError):
            self._process.kill()
        self._process.wait(timeout=_PATIENCE)
        os.close(self._in)
        os.close(self._out)


class Tab:
    """One tab: goes to pages, presses keys, looks at what is there."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session
        self._call("Page.enable")
        self._call("Runtime.enable")
        self._call("Log.enable")

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **params)

    def go(self, address: str) -> None:
        """Opens an address."""
        self._call("Page.navigate", url=address)

    def value(self, expression: str) -> Any:
        """Returns the value of a JavaScript expression."""
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def wait(self, expression: str) -> Any:
        """Returns the value of an expression as soon as it is true."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            try:
                found = self.value(expression)
            except BrowserError:
                # The page is just being replaced by the next one.
                found = None
            # An element of the page arrives as an empty object.
            if found or found == {}:
                return found
            time.sleep(0.03)
        raise BrowserError(f"not in time: {expression}\n{self.value('document.body.innerText')}")

    def press(self, key: str, code: str = "", modifiers: int = 0) -> None:
        """Presses and releases a key; `code` is its place on the keyboard, found from the key where it is not said."""
        place = code or (f"Key{key.upper()}" if key.isalpha() and len(key) == 1 else f"Digit{key}" if key.isdigit() else key)
        text = {"text": key} if len(key) == 1 and not modifiers else {"text": "\r"} if key == "Enter" else {}
        number = {"Enter": 13, "Escape": 27}.get(key, ord(key[0].upper()))
        for kind in ("keyDown", "keyUp"):
            self._call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=place, modifiers=modifiers, windowsVirtualKeyCode=number,
                **(text if kind == "keyDown" else {}),
            )  # fmt: skip

    def type(self, words: str) -> None:
        """Types words into the field that has the focus."""
        self._call("Input.insertText", text=words)

    def accessible(self) -> list[dict[str, str]]:
        """Returns role and name of everything that assistive technology is told of."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        heard = (one for one in nodes if not one["ignored"])
        return [{"role": one["role"]["value"], "name": str(one.get("name", {}).get("value", ""))} for one in heard]

    def screenshot(self, target: Path) -> None:
        """Writes what the tab shows as a PNG."""
        target.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"]))

    def without_scripts(self) -> None:
        """Turns scripts off, as a careful reader may."""
        self._call("Emulation.setScriptExecutionDisabled", value=True)
