"""Children that can be killed at any moment: forked, so that a thousand of them take minutes."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Say = Callable[[str], None]
Work = Callable[[Say], None]

BEGUN = "begun"
"""What a child says when what it is about begins."""
_TRACE = "fault "


@dataclass
class Child:
    """A forked process that says lines on a pipe."""

    pid: int
    _pipe: int
    lines: list[str] = field(default_factory=list)
    status: int | None = None
    _rest: bytes = b""

    def read(self, seconds: float) -> bool:
        """Take in what it says; False where it has ended or said nothing for so long."""
        ready, _, _ = select.select([self._pipe], [], [], seconds)
        chunk = os.read(self._pipe, 65_536) if ready else b""
        *whole, self._rest = (self._rest + chunk).split(b"\n")
        self.lines += [line.decode() for line in whole]
        return bool(chunk)

    def wait_for(self, line: str, seconds: float = 30) -> None:
        """Wait until it has said this."""
        end = time.monotonic() + seconds
        while line not in self.lines:
            if not self.read(end - time.monotonic()):
                raise TimeoutError(f"the child never said {line!r} but {self.lines}")

    def kill(self) -> None:
        """Kill it and take in the rest of what it said."""
        os.kill(self.pid, signal.SIGKILL)
        self.end(30)

    def end(self, seconds: float) -> bool:
        """Wait for its end; kill it and return False where it takes longer."""
        limit = time.monotonic() + seconds
        in_time = True
        while self.read(max(0.0, limit - time.monotonic())):
            continue
        if time.monotonic() >= limit:
            in_time = False
            os.kill(self.pid, signal.SIGKILL)
        _, self.status = os.waitpid(self.pid, 0)
        os.close(self._pipe)
        return in_time

    @property
    def fault(self) -> str:
        """The kind of an error that nobody expected in it, or nothing."""
        return next((line for line in self.lines if line.startswith(_TRACE)), "")


def fork(work: Work, output: Path | None = None) -> Child:
    """Run work in a child; what it prints goes to `output`, else nowhere."""
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    code = 1
    try:
        os.close(reading)
        sink = os.open(output or os.devnull, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        for standard in (1, 2):
            os.dup2(sink, standard)

        def say(line: str) -> None:
            os.write(writing, f"{line}\n".encode())

        try:
            work(say)
            code = 0
        except BaseException as error:  # noqa: BLE001  the parent counts it
            say(f"{_TRACE}{type(error).__name__}: {error}")
    finally:
        os._exit(code)
