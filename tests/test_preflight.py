from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from fibrojournal import libraries, preflight

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM")
linux = pytest.mark.skipif(sys.platform != "linux", reason="Qt's screens here are X and Wayland")


@pytest.fixture(autouse=True)
def no_session(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@linux
def test_without_a_screen_the_program_says_so_in_one_sentence() -> None:
    """The whole program, as a person starts it: no abort, no traceback."""
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "fibrojournal"],
        capture_output=True,
        text=True,
        check=False,
        env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "There is no screen here" in done.stderr
    assert "python -m fibrojournal self-test --screenshots FOLDER" in done.stderr


@linux
def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4747")
    monkeypatch.setattr(preflight, "_loads", lambda _: True)  # else what it needs may be absent
    monkeypatch.setattr(libraries, "missing", lambda _: [])
    refusal = preflight.refusal()
    assert refusal is not None
    assert "does not answer" in refusal


@linux
def test_a_wayland_name_without_its_socket_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(libraries, "missing", lambda _: [])
    refusal = preflight.refusal()
    assert refusal is not None
    assert "does not answer" in refusal


@linux
def test_a_wayland_socket_with_all_libraries_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "wayland-7").touch()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(sys, "path", [str(_plugins(tmp_path, {"libqother.so": b""}).parents[2])])
    assert preflight.refusal() is None


@linux
@pytest.mark.parametrize("plugin", ["libqxcb.so", "libqwayland.so"])
def test_a_plugin_that_does_not_load_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, plugin: str
) -> None:
    """The sentence names the libraries that the loader says are absent, and what installs them."""
    (tmp_path / "wayland-7").touch()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", plugin.removeprefix("libq").removesuffix(".so"))
    plugins = _plugins(tmp_path, {plugin: b"not a library"})
    monkeypatch.setattr(sys, "path", [str(plugins.parents[2])])
    asked: list[Path] = []

    def loader(files: Iterable[Path]) -> list[str]:
        asked.extend(files)
        return ["libxcb-cursor.so.0"]

    monkeypatch.setattr(libraries, "missing", loader)
    monkeypatch.setattr(libraries, "apt_knows", lambda _: True)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert preflight.refusal() == (
        "The window needs libraries that are not installed; run: sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends libxcb-cursor0"
    )
    assert asked == [plugins / "platforms" / plugin]


def test_where_there_is_no_apt_the_libraries_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(libraries, "missing", lambda _: ["libGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert libraries.explain(["xcb"], tmp_path) == (
        "The window needs libraries that are not installed: libGL.so.1, libxcb-cursor.so.0"
    )


def test_the_sentence_names_the_program_as_it_was_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", [str(Path.cwd() / ".venv" / "bin" / "fibrojournal")])
    assert ".venv/bin/fibrojournal self-test" in libraries.explain([], None)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_chosen_platform_without_a_screen_is_left_to_qt(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert preflight.refusal() is None


def test_other_systems_need_no_preflight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert preflight.refusal() is None


@linux
def test_a_qt_of_the_system_brings_its_own_libraries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "wayland-7").touch()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(preflight, "plugin_folder", lambda: None)
    assert preflight.refusal() is None


def test_the_session_says_which_screens_qt_will_try(monkeypatch: pytest.MonkeyPatch) -> None:
    assert preflight.wanted_screens() == ()
    monkeypatch.setenv("DISPLAY", ":0")
    assert preflight.wanted_screens() == ("xcb",)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert preflight.wanted_screens() == ("wayland", "xcb")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:fontdir=x;xcb")
    assert preflight.wanted_screens() == ("offscreen", "xcb")


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
        ("libbrotlidec.so.1", "libbrotli1"),
        ("strange", "strange"),
    ],
)
def test_debian_names_packages_after_libraries(soname: str, package: str) -> None:
    assert libraries.packages([soname], known=lambda _: False) == [package]


def test_a_package_renamed_for_64_bit_time_is_found() -> None:
    assert libraries.packages(["libcups.so.2"], known={"libcups2t64"}.__contains__) == [
        "libcups2t64"
    ]


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert libraries.install_command(["a", "b"]) == (
        "apt-get update && apt-get install -y --no-install-recommends a b"
    )


@linux
def test_the_loader_is_asked_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of Qt that its wheel leaves out are not the system's to bring."""
    found = "libc.so.6 => /lib/libc.so.6 (0x0000)"
    absent = ("libxcb-cursor.so.0 => not found", "libQt6Pdf.so.6 => not found")
    answer = "\n\t".join(["plugin.so:", found, *absent, absent[0]])
    fake = tmp_path / "ldd"
    fake.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert libraries.missing([Path("plugin.so")]) == ["libxcb-cursor.so.0"]


def test_without_ldd_nothing_is_known_to_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert libraries.missing([Path("plugin.so")]) == []


@linux
def test_qt_itself_finds_all_it_needs_off_screen() -> None:
    folder = preflight.plugin_folder()
    assert folder is not None
    files = libraries.plugin_files(Path(folder), "offscreen")
    assert files
    assert libraries.missing(files) == []


@pytest.mark.skipif(shutil.which("apt-cache") is None, reason="asks apt")
def test_apt_does_not_know_a_made_up_package() -> None:
    assert not libraries.apt_knows("libnothing-of-this-name47")


def _plugins(folder: Path, platforms: dict[str, bytes]) -> Path:
    plugins = folder / "PySide6" / "Qt" / "plugins"
    (plugins / "platforms").mkdir(parents=True)
    for name, content in platforms.items():
        (plugins / "platforms" / name).write_bytes(content)
    return plugins
