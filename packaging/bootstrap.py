"""Make what the Makefile's commands need, from nothing but Python and, where it can, apt.

    python3 packaging/bootstrap.py [--screen | --every-screen] [GROUP ...]

A virtual environment in `.venv` with the program, its dependencies and the named dependency
groups, in the versions of `constraints.txt`; and the system libraries that Qt needs: off screen,
with `--screen` also for the screen that this session has, with `--every-screen` for each kind. As
root it installs what the system lacks; otherwise it prints the one command that does, and exits 1.
A second run finds all this done.

The standard library only. Older Pythons must be able to read it, to say that they are too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fibrojournal import libraries, preflight  # noqa: E402  importable from a bare checkout

OLDEST = (3, 11)
LOADER_CACHE = Path("/etc/ld.so.cache")  # rewritten whenever a library comes or goes

# Programs of the system that a group of dependencies runs, with the Debian package of each.
NEEDED = {"package": {"objdump": "binutils"}}
# The same, but where one is absent the checks that run it are skipped, and say so.
WELCOME = {
    "lint": {
        "appstreamcli": "appstream",
        "desktop-file-validate": "desktop-file-utils",
        "strace": "strace",
        # A screen reader's way to the window.
        "Xvfb": "xvfb",
        "dbus-daemon": "dbus",
        "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    }
}

# Modules of Qt that the tools use; those of the program are read from its source.
QT_OF_TOOLS = {"QtCore", "QtGui", "QtSvg", "QtTest", "QtWidgets"}
IMAGES = ("imageformats/*.so", "iconengines/*.so")


class RefusalError(Exception):
    """The set-up cannot go on; the text says why, and what to do."""


@dataclass
class Stamp:
    """What earlier runs did: from which inputs, for which groups, with which libraries there."""

    inputs: str
    groups: list[str] | None = None  # None: nothing is installed yet
    libraries: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, venv: Path, inputs: str) -> Stamp:
        """Read an environment's stamp; an empty one where the inputs have changed since."""
        try:
            stamp = cls(**json.loads(cls.place(venv).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls(inputs)
        return stamp if stamp.inputs == inputs and python_of(venv).exists() else cls(inputs)

    def write(self, venv: Path) -> None:
        """Keep the stamp inside the environment that it is about."""
        self.place(venv).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @staticmethod
    def place(venv: Path) -> Path:
        """Return the file of an environment's stamp."""
        return venv / "fibrojournal-stamp.json"


def main(arguments: Sequence[str]) -> int:
    """Set up what the arguments name; return the exit code."""
    if sys.version_info < OLDEST:
        oldest, here = ".".join(map(str, OLDEST)), sys.version.split()[0]
        print(f"fibrojournal needs Python {oldest} or newer; this is {here}.", file=sys.stderr)
        return 1
    groups = [argument for argument in arguments if not argument.startswith("--")]
    screens: tuple[str, ...] = ()
    if "--screen" in arguments:
        screens = screens_here()
    try:
        prepare(ROOT, groups, screens)
        if "--every-screen" in arguments:
            for screen in sorted(libraries.PLUGINS):
                prepare(ROOT, groups, (screen,))
    except RefusalError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def prepare(root: Path, groups: Iterable[str], screens: Sequence[str]) -> None:
    """Bring a checkout's environment up to date for groups and screens. Raises RefusalError."""
    venv = root / ".venv"
    stamp = Stamp.read(venv, fingerprint(root))
    wanted = sorted({*groups, *(stamp.groups or ())})
    if wanted != stamp.groups:
        ensure_programs(wanted)
        install(root, venv, wanted)
        stamp.groups = wanted
        stamp.write(venv)
    key = ",".join(("offscreen", *screens))
    if sys.platform == "linux" and stamp.libraries.get(key) != loader_state():
        ensure_libraries(root, venv, screens)
        stamp.libraries[key] = loader_state()
        stamp.write(venv)
    compile_bytecode(venv, root / "fibrojournal")


def fingerprint(root: Path) -> str:
    """Hash all that decides what is installed, and where: an environment cannot be moved."""
    project = read_project(root)
    tables = [project[name] for name in ("build-system", "project", "dependency-groups")]
    constraints = (root / "constraints.txt").read_text(encoding="utf-8")
    return hashlib.sha256(json.dumps([str(root), tables, constraints]).encode()).hexdigest()


def read_project(root: Path) -> dict[str, Any]:
    """Read pyproject.toml."""
    import tomllib  # unknown to the older Pythons that main turns away

    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def python_of(venv: Path) -> Path:
    """Return an environment's Python."""
    return venv / "bin" / "python"


# The environment


def install(root: Path, venv: Path, groups: Sequence[str]) -> None:
    """Make the environment if there is none that works, and install everything into it."""
    print("Setting up .venv; from nothing this takes a minute or two.", flush=True)
    make_environment(venv)
    pip = [str(python_of(venv)), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    constraints = ["-c", str(root / "constraints.txt")]
    run_or_refuse([*pip, *constraints, *requirements(read_project(root), groups)], "pip")
    run_or_refuse([*pip, "--no-deps", "--no-build-isolation", "-e", str(root)], "pip")
    compile_bytecode(venv, site_packages(venv), "-j", "0")


def requirements(project: dict[str, Any], groups: Sequence[str]) -> list[str]:
    """List what is to be installed: for the program, for its groups, and to build it."""
    chosen = [*project["build-system"]["requires"], "editables"]  # hatchling, and for `-e`
    chosen += project["project"]["dependencies"]
    for group in groups:
        chosen += project["dependency-groups"][group]
    return chosen


def make_environment(venv: Path) -> None:
    """Make a virtual environment with pip; one that works is kept as it is."""
    if runs(python_of(venv), "import pip"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        version = ".".join(map(str, sys.version_info[:2]))
        apt_install([f"python{version}-venv"], "Python's venv module")
    broken = not runs(python_of(venv), "")
    options = ["--clear"] if broken else []
    # A new process: an ensurepip that was installed just now is unknown to this one.
    run_or_refuse([sys.executable, "-m", "venv", *options, venv], "venv")


def runs(python: Path, code: str) -> bool:
    """Tell whether this Python runs some code."""
    try:
        return (
            subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def compile_bytecode(venv: Path, folder: Path, *options: str) -> None:
    """Compile all modules of a folder, as start-up takes two to four times as long without.

    Some packages hold files that are not meant to compile, so the outcome does not matter.
    """
    subprocess.run(
        [python_of(venv), "-m", "compileall", "-q", *options, folder],
        stdout=subprocess.DEVNULL,
        check=False,
    )


def site_packages(venv: Path) -> Path:
    """Return the folder of an environment's packages."""
    return next(venv.glob("lib/python*/site-packages"))


# The system


def ensure_programs(groups: Iterable[str]) -> None:
    """Install the system's programs that these groups run. Raises RefusalError."""
    needed = {package for group in groups for package in absent(NEEDED.get(group, {}))}
    if "package" in groups and not has_shared_python():
        needed.add("libpython{}.{}".format(*sys.version_info))
    if needed:
        apt_install(sorted(needed), "Programs that this command runs")
    welcome = {package for group in groups for package in absent(WELCOME.get(group, {}))}
    try:
        apt_install(sorted(welcome), "Programs that some checks run")
    except RefusalError as refusal:
        print(f"{refusal} (Without them those checks are skipped.)", flush=True)


def absent(programs: dict[str, str]) -> set[str]:
    """Return the packages of those programs that are not installed."""
    return {package for program, package in programs.items() if shutil.which(program) is None}


def has_shared_python() -> bool:
    """Tell whether Python's shared library, which a packaged program carries, is at hand."""
    name = sysconfig.get_config_var("INSTSONAME")
    folder = sysconfig.get_config_var("LIBDIR")
    return not sysconfig.get_config_var("Py_ENABLE_SHARED") or any(Path(folder).glob(f"**/{name}"))


def screens_here() -> tuple[str, ...]:
    """Name the kinds of screen that this session has and that Qt needs libraries for."""
    return tuple(name for name in preflight.wanted_screens() if name in libraries.PLUGINS)


def ensure_libraries(root: Path, venv: Path, screens: Sequence[str]) -> None:
    """See that the loader finds all that Qt needs, or install it. Raises RefusalError.

    Where a session has two kinds of screen, one that works is enough.
    """
    lacking = libraries_lacking(root, venv, screens)
    if not lacking:
        return
    if os.geteuid() == 0:
        apt_update()
    packages = libraries.packages(lacking, libraries.apt_knows)
    apt_install(packages, "Libraries that Qt needs", updated=True)
    lacking = libraries_lacking(root, venv, screens)
    if lacking:
        raise RefusalError(f"The system still lacks these libraries: {', '.join(lacking)}.")


def libraries_lacking(root: Path, venv: Path, screens: Sequence[str]) -> list[str]:
    """Ask the loader what is absent for the Qt modules in use and for the screens."""
    pyside = site_packages(venv) / "PySide6"
    plugins = pyside / "Qt" / "plugins"
    files = [pyside / f"{module}.abi3.so" for module in qt_modules(root)]
    files += [file for pattern in IMAGES for file in plugins.glob(pattern)]
    files += libraries.plugin_files(plugins, "offscreen")
    by_screen = [libraries.missing(libraries.plugin_files(plugins, name)) for name in screens]
    screen_lacks = [] if not all(by_screen) else [name for names in by_screen for name in names]
    return sorted({*libraries.missing(files), *screen_lacks})


def qt_modules(root: Path) -> list[str]:
    """Read from the source which modules of Qt the program imports."""
    imported = {
        module
        for file in (root / "fibrojournal").rglob("*.py")
        for module in re.findall(r"PySide6(?:\.| import )(Qt\w+)", file.read_text(encoding="utf-8"))
    }
    return sorted(imported | QT_OF_TOOLS)


def loader_state() -> str:
    """Return what changes whenever the system gains or loses a library."""
    try:
        state = LOADER_CACHE.stat()
    except OSError:
        return "unknown"
    return f"{state.st_mtime_ns} {state.st_size}"


def apt_update() -> None:
    """Read the lists of packages anew; a source that fails is no reason to stop."""
    if shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)


def apt_install(packages: Sequence[str], what: str, *, updated: bool = False) -> None:
    """Install Debian packages as root. Raises RefusalError with the command where we are not."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise RefusalError(f"{what} not found; Debian calls the packages: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise RefusalError(f"{what} not found; run: {libraries.install_command(packages)}")
    print(f"{what} not found; installing {' '.join(packages)}.", flush=True)
    if not updated:
        apt_update()
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    run_or_refuse(command, "apt", quiet=True)


def run_or_refuse(command: Sequence[str | Path], name: str, *, quiet: bool = False) -> None:
    """Run a program to its end. Raises RefusalError where it fails; its own words stand above.

    `quiet` leaves out what it says of its progress, but not its complaints.
    """
    shown = subprocess.DEVNULL if quiet else None
    if subprocess.run(command, stdout=shown, check=False).returncode != 0:
        raise RefusalError(f"The set-up stopped, as {name} failed; its messages stand above.")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
