"""Where the files of `resources/` lie: in a checkout, a wheel or a packaged program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
ROOT = next(
    folder for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources") if folder.is_dir()
)


def path(name: str) -> Path:
    """Return the path of a resource file or folder, such as `icons/moon.svg`."""
    return ROOT / name


def text(name: str) -> str:
    """Return the text of a resource file."""
    return path(name).read_text(encoding="utf-8")
