"""What a desktop reads about the program."""

from __future__ import annotations

import configparser
import importlib.util
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QGuiApplication, QImage

PACKAGING = Path(__file__).parents[2] / "packaging"
APP_ID = "io.github.fibrojournal.fibrojournal"
DESKTOP = PACKAGING / f"{APP_ID}.desktop"
METAINFO = PACKAGING / f"{APP_ID}.metainfo.xml"


@pytest.fixture(name="build", scope="module")
def load_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build", PACKAGING / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_desktop_entry_and_metainfo_speak_of_one_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP, encoding="utf-8")
    component = ET.parse(METAINFO).getroot()
    assert component.findtext("id") == entry["Desktop Entry"]["Icon"] == APP_ID
    assert component.findtext("launchable") == DESKTOP.name
    assert component.findtext("provides/binary") == entry["Desktop Entry"]["Exec"]
    assert component.findtext("project_license") == "GPL-3.0-or-later"
    listed = [category.text for category in component.iterfind("categories/category")]
    assert entry["Desktop Entry"]["Categories"].strip(";").split(";") == listed


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", DESKTOP], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
def test_the_metainfo_is_valid() -> None:
    command = ["appstreamcli", "validate", "--no-net", "--no-color", str(METAINFO)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_icon_is_drawn_in_every_size(
    build: ModuleType, tmp_path: Path, qapp: QGuiApplication
) -> None:
    build.draw_icons(PACKAGING.parent / "resources" / "icons" / "fibrojournal.svg", tmp_path)
    assert (tmp_path / "scalable" / "apps" / f"{APP_ID}.svg").is_file()
    for size in build.ICON_SIZES:
        image = QImage(str(tmp_path / f"{size}x{size}" / "apps" / f"{APP_ID}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        colours = {image.pixelColor(x, y).rgb() for x in range(size) for y in range(size)}
        assert len(colours) > 10  # both rings are there, not an empty square


def test_what_was_built_is_tested_without_this_environment(
    build: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "fibrojournal"
    program.write_text('#!/bin/sh\necho "$1 in $(env | cut -d= -f1 | sort | tr "\\n" " ")"\n')
    program.chmod(0o755)
    assert build.self_test(program) == 0
    shown = capfd.readouterr().out
    assert "--version in " in shown
    assert "self-test in " in shown
    assert "PYTHON" not in shown
    assert "VIRTUAL_ENV" not in shown


def test_a_built_program_that_fails_its_test_fails_the_build(
    build: ModuleType, tmp_path: Path
) -> None:
    program = tmp_path / "fibrojournal"
    program.write_text('#!/bin/sh\n[ "$1" = --version ]\n')
    program.chmod(0o755)
    assert build.self_test(program) == 1
