"""Programs that are timed from outside: their marks, their memory, and a screen for them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from fibrojournal import libraries, preflight

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
_PATIENCE_S = 120.0


def plain_environment() -> dict[str, str]:
    """Return an environment as a desktop has it: compiled files are kept, Qt is left alone."""
    left_out = ("QT_", "XDG_", "DBUS_", "DISPLAY", "WAYLAND_", "FIBROJOURNAL_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | {"LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Yield an environment with a private X server, or Qt's off-screen platform without one."""
    with tempfile.TemporaryDirectory(prefix="fibrojournal-bench-") as folder:
        env = plain_environment() | {
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "FIBROJOURNAL_HOME": folder,
            "FIBROJOURNAL_TRACE": "1",
        }
        hindrance = _why_no_x()
        if hindrance:
            print(f"windows are drawn off-screen: {hindrance}")
            yield env | {"QT_QPA_PLATFORM": "offscreen"}
            return
        with _x_server() as display, _session_bus(env) as bus:
            yield env | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} | bus


def _why_no_x() -> str:
    if shutil.which("Xvfb") is None:
        return "there is no Xvfb here"
    plugins = preflight.plugin_folder()
    if plugins is None:
        return ""
    absent = libraries.missing(libraries.plugin_files(Path(plugins), "xcb"))
    return f"Qt lacks {', '.join(absent)}" if absent else ""


@contextmanager
def _x_server() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x900x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset", "-dpi", "96"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _session_bus(env: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Keep one session bus for the whole run, as on a desktop that is already up."""
    if shutil.which("dbus-daemon") is None:
        yield {}
        return
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=dict(env),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert bus.stdout is not None
        yield {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    finally:
        bus.terminate()
        bus.wait()


class Traced:
    """A running program whose marks and figures are collected from its stderr.

    A mark is a line `trace NAME NANOSECONDS`, a figure one `figure NAME VALUE`.
    """

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._marks: dict[str, int] = {}
        self.figures: dict[str, float] = {}
        self._said: list[str] = []
        self._news = threading.Condition()
        self._ended = False
        self.started_ns = time.monotonic_ns()
        self._process = subprocess.Popen(
            list(command), env=dict(env), stderr=subprocess.PIPE, text=True, cwd=ROOT
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Traced:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wait_for(self, mark: str) -> float:
        """Wait for a mark and return the milliseconds from just before exec to it."""
        deadline = time.monotonic() + _PATIENCE_S
        with self._news:
            while mark not in self._marks:
                left = deadline - time.monotonic()
                if self._ended or left <= 0:
                    raise RuntimeError(f"no mark {mark!r}; the program said:\n{self.said}")
                self._news.wait(left)
            return (self._marks[mark] - self.started_ns) / 1e6

    @property
    def said(self) -> str:
        """The rest of what the program wrote to stderr."""
        return "\n".join(self._said)

    def pss_mib(self) -> float:
        """Return the memory of the program, pages shared with others divided among them, in MiB."""
        rollup = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text(encoding="ascii")
        match = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        if match is None:
            raise RuntimeError("the system does not tell a process's share of memory")
        return int(match[1]) / 1024

    def stop(self) -> None:
        """End the program."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        pipe = self._process.stderr
        assert pipe is not None
        with pipe:
            for line in pipe:
                self._take(line.rstrip("\n"))
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _take(self, line: str) -> None:
        kind, _, rest = line.partition(" ")
        name, _, value = rest.rpartition(" ")
        with self._news:
            if kind == "trace":
                self._marks.setdefault(name, int(value))
            elif kind == "figure":
                self.figures[name] = float(value)
            else:
                self._said.append(line)
            self._news.notify_all()
