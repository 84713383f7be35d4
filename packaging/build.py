"""Build the program for people without Python, and see that what was built works.

    python packaging/build.py

`dist/fibrojournal/fibrojournal` is the program; `dist/fibrojournal/share` holds what a desktop
needs to list it. The built program then tests itself, with an environment that knows no Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
APP_ID = "io.github.fibrojournal.fibrojournal"
SHARED = {f"{APP_ID}.desktop": "applications", f"{APP_ID}.metainfo.xml": "metainfo"}
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
VALIDATORS = {
    "applications": ("desktop-file-validate",),
    "metainfo": ("appstreamcli", "validate", "--no-net"),
}


def main() -> int:
    """Build, complete and test the program; return the exit code of the first step that fails."""
    folder = ROOT / "dist" / "fibrojournal"
    built = freeze(ROOT / "packaging" / "fibrojournal.spec", folder.parent)
    if built != 0:
        return built
    complete(folder / "share")
    print(f"{folder} holds {size_of(folder) / 1e6:.0f} MB.", flush=True)
    return self_test(folder / "fibrojournal")


def freeze(spec: Path, into: Path) -> int:
    """Collect the program and all it imports into one folder."""
    places = ["--distpath", str(into), "--workpath", str(ROOT / "build")]
    options = ["--noconfirm", "--log-level", "WARN", *places]
    return subprocess.run(
        [sys.executable, "-m", "PyInstaller", *options, str(spec)], check=False
    ).returncode


def complete(share: Path) -> None:
    """Add the desktop entry, the metainfo and the icons, in the places that desktops look at."""
    for name, place in SHARED.items():
        target = share / place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "packaging" / name, target)
        validator = VALIDATORS[place]
        if shutil.which(validator[0]):
            subprocess.run([*validator, str(target)], check=True)
    draw_icons(ROOT / "resources" / "icons" / "fibrojournal.svg", share / "icons" / "hicolor")


def draw_icons(drawing: Path, theme: Path) -> None:
    """Write the program's icon into an icon theme: the drawing itself and each size as PNG."""
    scalable = theme / "scalable" / "apps" / f"{APP_ID}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable)
    renderer = QSvgRenderer(str(drawing))
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        file = theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(file)):
            raise OSError(f"{file} cannot be written")


def self_test(program: Path) -> int:
    """Run the built program's own test where nothing of this environment can help it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": os.defpath, "LANG": "C.UTF-8"}
        for command in (["--version"], ["self-test"]):
            print(f"fibrojournal {' '.join(command)}", flush=True)
            done = subprocess.run([program, *command], env=environment, cwd=home, check=False)
            if done.returncode != 0:
                return done.returncode
    return 0


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder hold."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    raise SystemExit(main())
