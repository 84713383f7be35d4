"""Nothing leaves the machine: the system calls of a whole run of the window are looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOCKET = re.compile(r"\bsocket(?:pair)?\((\w+)")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
# The filter in the kernel lets all other calls pass at full speed.
TRACED = ("-f", "-qq", "--seccomp-bpf", "-e", "trace=network")
RUN = """
import sys
from pathlib import Path
from fibrojournal import app, self_test
from fibrojournal.exchange.demo import create_demo

folder = Path(sys.argv[1])
app.make_application()
self_test._log_a_day(folder / "first.fjnl")
create_demo(folder / "sample.fjnl", 120, end=self_test.EVENING.date())
self_test._draw_pages(folder / "sample.fjnl", "light", None)
"""
"""What `fibrojournal self-test` does, with every page once and without its pictures."""


def trace(log: Path, *command: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a command and write down every call to the network that it or its children make."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    environment = {**os.environ, "FIBROJOURNAL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [strace, *TRACED, "-o", str(log), *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )


def families(log: Path) -> set[str]:
    """The address families of every socket that was made."""
    return set(SOCKET.findall(log.read_text("utf-8")))


@pytest.fixture
def may_trace(tmp_path: Path) -> None:
    """Skip where the system lets nobody look at a process; prove that a socket would be seen."""
    log = tmp_path / "probe.log"
    reach = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    done = trace(log, sys.executable, "-c", reach, home=tmp_path)
    if done.returncode:
        pytest.skip(f"this system allows no tracing: {done.stderr.strip().splitlines()[-1:]}")
    assert families(log) == {"AF_INET"}


@pytest.mark.slow
def test_a_whole_run_of_the_window_reaches_for_no_network(may_trace: None, tmp_path: Path) -> None:
    log = tmp_path / "calls.log"
    done = trace(log, sys.executable, "-c", RUN, str(tmp_path), home=tmp_path)

    assert done.returncode == 0, done.stderr
    assert families(log) <= LOCAL
