"""The only module that knows where standards, drafts and outputs are, in a checkout and in an installed wheel."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar, Token
from pathlib import Path

from ethicsdiff.errors import DraftError, OutputError
from ethicsdiff.languages.encoder import data_dir
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.readers import READERS

_PACKAGE = Path(__file__).resolve().parent
_RECORD = ".ethicsdiff.json"
WORKSPACE_VARIABLE = "ETHICSDIFF_WORKSPACE"
_WORKSPACE = ".ethicsdiff"
_CHOSEN: ContextVar[Path | None] = ContextVar("chosen workspace", default=None)


def _shipped(name: str) -> Path:
    """Returns a data folder: inside the wheel if it is there, else at the top of the checkout."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.exists() else _PACKAGE.parent / name


def standards_dir() -> Path:
    """Returns the folder of the catalogue."""
    return _shipped("standards")


def samples_dir() -> Path:
    """Returns the folder of the fictional sample drafts."""
    return _shipped("drafts")


def head_path() -> Path:
    """Returns the file of the fitted head."""
    return standards_dir() / "fitted" / "head.zip"


def lone_head_path() -> Path:
    """Returns the file of the head for the case that there is no encoder."""
    return standards_dir() / "fitted" / "letters.zip"


def accuracy() -> dict[str, dict[str, dict[str, float]]]:
    """Returns the measured accuracy that ships with the head, by "with_encoder" or "without_encoder", then by language; else nothing."""
    try:
        data = json.loads((standards_dir() / "fitted" / "accuracy.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {kind: part for kind, part in data.items() if isinstance(part, dict)}


def own_head_path(model_id: str) -> Path:
    """Returns the file of a head fitted for an encoder of the user's own; on this machine only, safe to delete."""
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in model_id)
    return data_dir() / "heads" / f"{name}.zip"


def vector_cache() -> Path:
    """Returns the file that keeps vectors of texts seen before, on this machine only; safe to delete."""
    return data_dir() / "vectors.sqlite"


def review_key_path() -> Path:
    """Returns the file of the secret that the links of reviewers are made from; on this machine only, without it old links end."""
    return data_dir() / "review.key"


def user_dir() -> Path:
    """Returns the user's workspace: chosen on the command line, named by the environment, or .ethicsdiff under the current folder."""
    chosen = _CHOSEN.get()
    if chosen is not None:
        return chosen
    return Path(os.environ.get(WORKSPACE_VARIABLE) or _WORKSPACE)


def choose_workspace(folder: Path) -> Token[Path | None]:
    """Returns the token by which `leave_workspace` undoes the choice of a workspace."""
    return _CHOSEN.set(folder)


def leave_workspace(token: Token[Path | None]) -> None:
    """Undoes a choice."""
    _CHOSEN.reset(token)


def official_dir() -> Path:
    """Returns the absolute folder of the official texts that the user imported; it need not exist."""
    return (user_dir() / "standards").absolute()


def _lessons_path() -> Path:
    return user_dir() / "lessons.jsonl"


def kept_lessons() -> bytes:
    """Returns the file of lessons that reviewers' decisions on other drafts gave; nothing where there is none or it cannot be read."""
    try:
        return _lessons_path().read_bytes()
    except OSError:
        return b""


def keep_lessons(data: bytes) -> Path:
    """Returns the file that now holds these lessons; it is on this machine only and safe to delete.

    Errors:
        OutputError: the workspace cannot be written.
    """
    path = _lessons_path()
    replace_file(path, data, hint="Choose another --workspace.")
    return path


def replace_file(path: Path, data: bytes, *, hint: str) -> None:
    """Writes a file of the tool's own, whole or not at all.

    Errors:
        OutputError: it cannot be written; `hint` says what to do.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write here ({error.strerror or error})", where=str(path), hint=hint) from error
    write_in_place(data, path, hint)


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Returns name, time and size of every file in the folders under `folder`, which change when a text is imported or corrected."""
    files = sorted(path for path in folder.glob("*/*") if path.is_file()) if folder.is_dir() else []
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


def output_dir(draft: Path, chosen: Path | None) -> Path:
    """Returns where the documents of a draft go: the user's choice, or outputs/<name of the draft> under the current folder."""
    return chosen if chosen is not None else Path("outputs") / draft.stem


def ledger_path(draft: Path, chosen: Path | None) -> Path:
    """Returns the file of the decisions on a draft: the user's choice, or decisions.jsonl beside it; it need not exist."""
    return chosen if chosen is not None else draft.parent / "decisions.jsonl"


def remarks_path(draft: Path, chosen: Path | None) -> Path:
    """Returns the book of remarks on a draft: the user's choice, or remarks.jsonl beside it; it need not exist."""
    return chosen if chosen is not None else draft.parent / "remarks.jsonl"


def checked_draft(path: Path) -> Path:
    """Returns `path` if it is a file.

    Errors:
        DraftError: there is none; the message names drafts that lie beside it.
    """
    if path.is_file():
        return path
    if path.is_dir():
        raise DraftError("this is a folder, not a draft.", where=str(path), hint="Name the file itself.")
    folder = path.parent if path.parent.is_dir() else Path(".")
    readable = {suffix for reader in READERS for suffix in reader.suffixes}
    near = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in readable)[:8]
    hint = f"In the folder “{folder.resolve().name}” there are: {', '.join(near)}." if near else "Check the path."
    what = "this link leads to no file." if path.is_symlink() else "there is no such file."
    raise DraftError(what, where=str(path), hint=hint)


def write_all(folder: Path, writers: Mapping[str, Callable[[Path], None]]) -> dict[str, Path]:
    """Returns where each named output was put: all are written to a temporary folder first, then moved, or nothing is.

    A file in `folder` that this tool did not write, or that was changed since, is left alone: the new one is named "name-2".

    Errors:
        OutputError: the folder cannot be written.
    """
    with _scratch(folder) as scratch:
        for name, write in writers.items():
            write(scratch / name)
        return _move_in(scratch, folder, tuple(writers))


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Yields an empty folder inside `folder`, which is made if needed and unmade again if nothing was put there."""
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        scratch = tempfile.TemporaryDirectory(dir=folder, prefix=".writing-")
    except OSError as error:
        what = f"cannot write here ({error.strerror or error})"
        raise OutputError(what, where=str(folder), hint="Choose another folder with --out.") from error
    try:
        with scratch as name:
            yield Path(name)
    finally:
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _move_in(scratch: Path, folder: Path, names: tuple[str, ...]) -> dict[str, Path]:
    record = _record(folder)
    placed: dict[str, Path] = {}
    for name in names:
        target = _free_place(folder, name, record)
        record[target.name] = _digest(scratch / name)
        os.replace(scratch / name, target)
        placed[name] = target
    (scratch / _RECORD).write_text(json.dumps(record, indent=1, sort_keys=True), encoding="utf-8")
    os.replace(scratch / _RECORD, folder / _RECORD)
    return placed


def _record(folder: Path) -> dict[str, str]:
    try:
        data = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in data.items()} if isinstance(data, dict) else {}


def _free_place(folder: Path, name: str, record: Mapping[str, str]) -> Path:
    """Returns the first of name, name-2, name-3 ... that is absent or is this tool's own unchanged output."""
    stem, suffix = Path(name).stem, Path(name).suffix
    count = 1
    while True:
        candidate = folder / (name if count == 1 else f"{stem}-{count}{suffix}")
        if not candidate.exists() or record.get(candidate.name) == _digest(candidate):
            return candidate
        count += 1


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy_samples(target: Path) -> tuple[Path, ...]:
    """Returns the sample drafts copied into `target`; a file that is already there and differs is not overwritten."""
    copied = []
    for source in sorted(samples_dir().glob("*/*")):
        if source.parent.name == "sources" or source.suffix not in {".docx", ".md"}:
            continue
        place = target / source.parent.name / source.name
        if place.exists() and place.read_bytes() != source.read_bytes():
            raise OutputError("a different file of this name is already there", where=str(place), hint="Choose an empty folder.")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
        copied.append(place)
    return tuple(copied)
