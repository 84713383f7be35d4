"""The set-up of a machine, with pip, apt and the loader replaced by what they were asked."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from fibrojournal import libraries

ROOT = Path(__file__).parents[2]
PROJECT = """
[build-system]
requires = ["hatchling"]
[project]
dependencies = ["numpy>=1"]
[dependency-groups]
test = ["pytest"]
lint = ["ruff"]
package = ["pyinstaller"]
[tool.ruff]
line-length = 100
"""


@pytest.fixture(name="bootstrap")
def load_bootstrap(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bootstrap", module)  # its dataclass looks itself up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "constraints.txt").write_text("numpy==2.0\n")
    (tmp_path / "fibrojournal").mkdir()
    return tmp_path


@pytest.fixture
def done(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the slow steps of `prepare` by notes of what was to be done."""
    steps: list[str] = []

    def install(root: Path, venv: Path, groups: list[str]) -> None:
        (venv / "bin").mkdir(parents=True, exist_ok=True)
        (venv / "bin" / "python").touch()
        steps.append(f"install {' '.join(groups)}".strip())

    def see_to_libraries(root: Path, venv: Path, screens: tuple[str, ...]) -> None:
        steps.append(f"libraries {' '.join(screens)}".strip())

    monkeypatch.setattr(bootstrap, "install", install)
    monkeypatch.setattr(bootstrap, "ensure_programs", lambda groups: None)
    monkeypatch.setattr(bootstrap, "ensure_libraries", see_to_libraries)
    monkeypatch.setattr(bootstrap, "compile_bytecode", lambda *_: None)
    monkeypatch.setattr(bootstrap, "loader_state", lambda: "1")
    monkeypatch.setattr(sys, "platform", "linux")
    return steps


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note what is run instead of running it; all of it succeeds."""
    run: list[list[str]] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        run.append([str(part) for part in command])
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", note)
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    return run


def test_a_second_run_does_nothing(bootstrap: ModuleType, checkout: Path, done: list[str]) -> None:
    bootstrap.prepare(checkout, ["test"], ())
    assert done == ["install test", "libraries"]
    bootstrap.prepare(checkout, ["test"], ())
    assert done == ["install test", "libraries"]


def test_an_environment_is_made_even_for_no_group(
    bootstrap: ModuleType, checkout: Path, done: list[str]
) -> None:
    bootstrap.prepare(checkout, [], ())
    bootstrap.prepare(checkout, [], ())
    assert done == ["install", "libraries"]


def test_one_more_group_adds_to_what_is_there(
    bootstrap: ModuleType, checkout: Path, done: list[str]
) -> None:
    bootstrap.prepare(checkout, ["test"], ())
    bootstrap.prepare(checkout, ["lint"], ())
    bootstrap.prepare(checkout, ["test"], ())
    assert done == ["install test", "libraries", "install lint test"]


def test_a_changed_dependency_installs_anew_and_a_changed_lint_rule_does_not(
    bootstrap: ModuleType, checkout: Path, done: list[str]
) -> None:
    project = checkout / "pyproject.toml"
    bootstrap.prepare(checkout, [], ())
    project.write_text(PROJECT.replace("line-length = 100", "line-length = 99"))
    bootstrap.prepare(checkout, [], ())
    assert done == ["install", "libraries"]
    project.write_text(PROJECT.replace("numpy>=1", "numpy>=2"))
    bootstrap.prepare(checkout, [], ())
    assert done == ["install", "libraries", "install", "libraries"]


def test_a_changed_constraint_installs_anew(
    bootstrap: ModuleType, checkout: Path, done: list[str]
) -> None:
    bootstrap.prepare(checkout, [], ())
    (checkout / "constraints.txt").write_text("numpy==2.1\n")
    bootstrap.prepare(checkout, [], ())
    assert done.count("install") == 2


def test_a_lost_python_or_a_damaged_stamp_installs_anew(
    bootstrap: ModuleType, checkout: Path, done: list[str]
) -> None:
    bootstrap.prepare(checkout, [], ())
    (checkout / ".venv" / "bin" / "python").unlink()
    bootstrap.prepare(checkout, [], ())
    bootstrap.Stamp.place(checkout / ".venv").write_text("{")
    bootstrap.prepare(checkout, [], ())
    assert done.count("install") == 3


def test_a_library_that_comes_or_goes_has_the_loader_asked_again(
    bootstrap: ModuleType, checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.prepare(checkout, [], ("xcb",))
    bootstrap.prepare(checkout, [], ("xcb",))
    assert done == ["install", "libraries xcb"]
    monkeypatch.setattr(bootstrap, "loader_state", lambda: "2")
    bootstrap.prepare(checkout, [], ("xcb",))
    assert done == ["install", "libraries xcb", "libraries xcb"]


def test_a_program_to_be_handed_on_needs_the_libraries_of_every_screen(
    bootstrap: ModuleType, checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", checkout)
    assert bootstrap.main(["--every-screen", "package"]) == 0
    assert done[0] == "install package"
    assert {"libraries xcb", "libraries wayland"} <= set(done)


def test_the_window_needs_the_libraries_of_this_sessions_screen(
    bootstrap: ModuleType, checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", checkout)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert bootstrap.main(["--screen"]) == 0
    assert done == ["install", "libraries xcb"]


def test_requirements_are_those_of_the_program_its_build_and_the_groups(
    bootstrap: ModuleType, checkout: Path
) -> None:
    project = bootstrap.read_project(checkout)
    assert bootstrap.requirements(project, ["test"]) == [
        "hatchling",
        "editables",
        "numpy>=1",
        "pytest",
    ]


def test_an_older_python_is_turned_away(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    assert bootstrap.main([]) == 1
    assert "fibrojournal needs Python 99.0 or newer; this is 3." in capsys.readouterr().err


@pytest.mark.usefixtures("commands")
def test_without_the_venv_module_the_one_command_is_printed(
    bootstrap: ModuleType,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap, "ROOT", checkout)
    monkeypatch.setattr(bootstrap, "runs", lambda *_: False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert bootstrap.main(["test"]) == 1
    version = ".".join(map(str, sys.version_info[:2]))
    assert capsys.readouterr().err == (
        "Python's venv module not found; run: sudo apt-get update && sudo apt-get install -y "
        f"--no-install-recommends python{version}-venv\n"
    )


def test_an_environment_that_works_is_kept(
    bootstrap: ModuleType, commands: list[list[str]], tmp_path: Path
) -> None:
    bootstrap.make_environment(tmp_path / ".venv")
    assert not any("venv" in command for command in commands)


def test_an_environment_without_pip_is_mended_and_a_broken_one_made_anew(
    bootstrap: ModuleType,
    commands: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(bootstrap, "runs", lambda _, code: code == "")
    bootstrap.make_environment(tmp_path)
    monkeypatch.setattr(bootstrap, "runs", lambda *_: False)
    bootstrap.make_environment(tmp_path)
    make = [sys.executable, "-m", "venv"]
    assert commands == [[*make, str(tmp_path)], [*make, "--clear", str(tmp_path)]]


def test_root_installs_what_the_loader_lacks(
    bootstrap: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    answers = [["libEGL.so.1"], []]
    monkeypatch.setattr(bootstrap, "libraries_lacking", lambda *_: answers.pop(0))
    monkeypatch.setattr(libraries, "apt_knows", lambda _: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    bootstrap.ensure_libraries(tmp_path, tmp_path / ".venv", ())
    assert [command[1] for command in commands] == ["update", "install"]
    assert commands[-1][-1] == "libegl1"


def test_a_library_that_no_package_brought_is_named(
    bootstrap: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(bootstrap, "libraries_lacking", lambda *_: ["libodd.so.9"])
    monkeypatch.setattr(libraries, "apt_knows", lambda _: False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(bootstrap.RefusalError, match=r"still lacks these libraries: libodd\.so\.9"):
        bootstrap.ensure_libraries(tmp_path, tmp_path / ".venv", ())
    assert commands[-1][-1] == "libodd9"


@pytest.mark.parametrize(
    ("screens", "lacking"),
    [
        ((), []),
        (("xcb",), ["libxcb-cursor.so.0"]),
        (("wayland", "xcb"), []),
    ],
)
def test_one_screen_that_works_is_enough_and_none_is_needed_for_tests(
    bootstrap: ModuleType,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    screens: tuple[str, ...],
    lacking: list[str],
) -> None:
    platforms = _pyside(checkout) / "Qt" / "plugins" / "platforms"
    platforms.mkdir(parents=True)
    for name in ("libqxcb.so", "libqwayland.so", "libqoffscreen.so"):
        (platforms / name).touch()
    monkeypatch.setattr(
        libraries,
        "missing",
        lambda files: ["libxcb-cursor.so.0"] if platforms / "libqxcb.so" in files else [],
    )
    assert bootstrap.libraries_lacking(checkout, checkout / ".venv", screens) == lacking


def test_the_modules_of_qt_are_read_from_the_source(bootstrap: ModuleType, checkout: Path) -> None:
    (checkout / "fibrojournal" / "report.py").write_text(
        "from PySide6.QtPrintSupport import QPrinter\nfrom PySide6 import QtDBus\n"
    )
    assert {"QtPrintSupport", "QtDBus", "QtWidgets"} <= set(bootstrap.qt_modules(checkout))
    assert "QtNetwork" not in bootstrap.qt_modules(checkout)


def test_where_there_is_no_apt_the_packages_are_named(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(bootstrap.RefusalError, match="Debian calls the packages: libegl1"):
        bootstrap.apt_install(["libegl1"], "Libraries that Qt needs")


def test_programs_that_are_only_welcome_stop_nothing(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    bootstrap.ensure_programs(["lint"])
    assert "Without them those checks are skipped." in capsys.readouterr().out


def test_packaging_refuses_without_the_programs_it_needs(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(bootstrap, "has_shared_python", lambda: True)
    with pytest.raises(bootstrap.RefusalError, match="binutils"):
        bootstrap.ensure_programs(["package"])


def test_a_step_that_fails_ends_the_set_up(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.RefusalError, match="pip failed"):
        bootstrap.run_or_refuse([sys.executable, "-c", "raise SystemExit(3)"], "pip")


def test_modules_are_compiled_even_where_python_is_told_not_to(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(bootstrap, "python_of", lambda _: Path(sys.executable))
    (tmp_path / "module.py").write_text("x = 1\n")
    bootstrap.compile_bytecode(tmp_path / ".venv", tmp_path)
    assert list(tmp_path.glob("__pycache__/module.*.pyc"))


def _pyside(checkout: Path) -> Path:
    return checkout / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6"
