"""LibreOffice as a program: the one place that starts it, offline, without macros, and ends it when it takes too long."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
# A file may name addresses, links and macros; none of them is followed, whoever made it.
_OFFLINE = (
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
)


def program() -> str:
    """Returns the path of LibreOffice, "" where it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), "")


def convert(office: str, files: Sequence[Path], target: str, folder: Path, seconds: float) -> None:
    """Converts files into `folder`, each under its own stem; one that LibreOffice refuses is simply not there afterwards.

    Args:
        office: the path of LibreOffice; it runs in a profile of its own inside `folder`, so that an open window does not matter.
        target: what `--convert-to` takes, such as "pdf" or "docx:Office Open XML Text".
        seconds: how long all of them may take.

    Raises:
        TimeoutError: it took longer, and was ended with all it had started.
        OSError: the program cannot be started.
    """
    profile = _offline_profile(folder)
    command = (office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", target)
    _run((*command, "--outdir", str(folder), *map(str, files)), seconds)


def _offline_profile(folder: Path) -> Path:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _OFFLINE)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")
    return profile


def _run(command: Sequence[str], seconds: float) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise TimeoutError(f"LibreOffice took more than {seconds} seconds") from error


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
