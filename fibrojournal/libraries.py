"""Which of the system's libraries Qt lacks here, and which Debian packages hold them.

The standard library only: `packaging/bootstrap.py` uses this module before anything is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# The files of PySide6's folder `Qt/plugins` that each kind of screen needs.
PLUGINS = {
    "offscreen": ("platforms/libqoffscreen.so",),
    "xcb": ("platforms/libqxcb.so", "xcbglintegrations/*.so"),
    "wayland": (
        "platforms/libqwayland*.so",
        "wayland-shell-integration/libxdg-shell.so",
        "wayland-decoration-client/*.so",
    ),
}

# Debian names a package after the library in it (policy 8.1); these keep other names.
_OTHER_PACKAGES = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
_SONAME = re.compile(r"(?P<name>.+)\.so\.(?P<version>[\d.]+)")


def plugin_files(plugins: Path, screen: str) -> list[Path]:
    """List the plugin files that a kind of screen needs; none for a kind we do not know."""
    return sorted(file for pattern in PLUGINS.get(screen, ()) for file in plugins.glob(pattern))


def missing(files: Iterable[Path]) -> list[str]:
    """Ask the loader which libraries of the system, such as `libxcb-cursor.so.0`, are absent.

    Parts of Qt that its wheels leave out on purpose are not the system's and are not named.
    Where there is no `ldd` to ask, nothing is known to be absent.
    """
    if shutil.which("ldd") is None:
        return []
    listing = subprocess.run(
        ["ldd", *files],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    sonames = set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE))
    return sorted(name for name in sonames if not name.startswith("libQt6"))


def packages(sonames: Iterable[str], known: Callable[[str], bool]) -> list[str]:
    """Name the Debian packages that hold these libraries.

    `known` tells whether the system has a package of that name; where it has none of the
    possible ones, Debian's naming rule decides.
    """
    chosen = set()
    for soname in sonames:
        by_rule = _OTHER_PACKAGES.get(soname) or _package_by_rule(soname)
        names = (by_rule, f"{by_rule}t64")  # t64: renamed for 64-bit time after Debian 12
        chosen.add(next((name for name in names if known(name)), by_rule))
    return sorted(chosen)


def apt_knows(package: str) -> bool:
    """Tell whether apt has a package of that name."""
    answer = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return answer.returncode == 0


def install_command(names: Sequence[str]) -> str:
    """Write the one command that installs these Debian packages."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    install = f"{sudo}apt-get install -y --no-install-recommends {' '.join(names)}"
    return f"{sudo}apt-get update && {install}"


def explain(screens: Sequence[str], plugins: Path | None) -> str:
    """Say in one sentence why none of these screens can be used."""
    from fibrojournal.text import _  # bootstrap runs without a catalogue

    if not screens:
        return _(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window "
            "cannot open; to have its pages as pictures, run: {program} self-test --screenshots "
            "FOLDER"
        ).format(program=_program())
    absent = (
        missing(file for name in screens for file in plugin_files(plugins, name)) if plugins else []
    )
    if not absent:
        return _(
            "The screen named by DISPLAY or WAYLAND_DISPLAY does not answer, so the window cannot "
            "open; to have its pages as pictures, run: {program} self-test --screenshots FOLDER"
        ).format(program=_program())
    if shutil.which("apt-get"):
        return _("The window needs libraries that are not installed; run: {command}").format(
            command=install_command(packages(absent, apt_knows))
        )
    return _("The window needs libraries that are not installed: {libraries}").format(
        libraries=", ".join(absent)
    )


def _package_by_rule(soname: str) -> str:
    match = _SONAME.fullmatch(soname)
    if match is None:
        return soname
    name = match["name"].lower().replace("_", "-")
    return f"{name}-{match['version']}" if name[-1].isdigit() else f"{name}{match['version']}"


def _program() -> str:
    """Name this program as it was started, for a command to be typed."""
    started = Path(sys.argv[0])
    if started.name != "fibrojournal":
        return "python -m fibrojournal"
    return os.path.relpath(started) if started.is_absolute() else str(started)
