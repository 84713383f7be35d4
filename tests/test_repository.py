"""What must agree between the files of the repository, and what none of them may hold."""

from __future__ import annotations

import os
import re
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QApplication, QLabel

import fibrojournal

ROOT = Path(__file__).parent.parent
APP_ID = "io.github.fibrojournal.fibrojournal"
NOT_COMMITTED = {
    ".git",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "dist",
    "htmlcov",
}


def test_one_version_stands_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    metainfo = ET.parse(ROOT / "packaging" / f"{APP_ID}.metainfo.xml").getroot()
    release = metainfo.find("releases/release")
    assert release is not None
    number, date = _last_release()
    assert number == fibrojournal.__version__ == project["version"] == release.get("version")
    assert date == release.get("date")


def test_every_dependency_has_a_tested_version_within_its_bounds() -> None:
    pinned = dict(_constraints())
    for requirement in _requirements():
        name = canonicalize_name(requirement.name)
        assert name in pinned, f"constraints.txt lacks {name}"
        assert requirement.specifier.contains(pinned[name]), requirement


def test_constraints_hold_names_and_versions_only_in_order() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in lines)
    assert lines == sorted(lines, key=str.lower)


def test_the_toolkit_that_loses_references_to_none_is_excluded() -> None:
    toolkit = next(each for each in _requirements() if each.name == "PySide6-Essentials")
    assert not toolkit.specifier.contains("6.12.0")


def test_the_toolkit_keeps_its_references_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at each call of a void method, and then aborts."""
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(100):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 20


def test_no_file_names_a_package_registry() -> None:
    hosts = [
        ".".join(parts)
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("deb", "debian", "org"),
            ("security", "debian", "org"),
            ("snapshot", "debian", "org"),
            ("archive", "ubuntu", "com"),
            ("registry", "npmjs", "org"),
        )
    ]
    named = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in _text_files()
        for host in hosts
        if host in file.read_text(encoding="utf-8", errors="ignore")
    ]
    assert named == []


def test_resources_hold_no_code() -> None:
    """A module there would break the editable install, which maps the folder into the package."""
    assert not list((ROOT / "resources").rglob("*.py"))


def test_the_window_shows_the_licence_that_the_repository_has() -> None:
    """The window has resources alone, however it was installed; so the text is in both places."""
    assert (ROOT / "resources" / "LICENSE.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()


def _last_release() -> tuple[str, str]:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entry = re.search(r"^## \[(\d[^\]]*)\] - (\d{4}-\d{2}-\d{2})$", log, re.MULTILINE)
    assert entry is not None, "CHANGELOG.md has no release"
    return entry[1], entry[2]


def _constraints() -> Iterator[tuple[str, str]]:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, version = line.split("==")
        yield canonicalize_name(name), version


def _requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    lines = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    return [Requirement(line) for line in [*lines, *(line for group in groups for line in group)]]


def _text_files() -> Iterator[Path]:
    """Walk what is, or would be, committed: a copy without git has to pass as well."""
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in NOT_COMMITTED]
        for name in files:
            file = Path(folder, name)
            if b"\0" not in file.read_bytes()[:1024]:
                yield file
