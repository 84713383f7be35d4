"""A terminal to run the program on, as a person does."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Terminal:
    """What a person sees of the program, and what they type."""

    def __init__(self, screen: int) -> None:
        self._screen = screen
        self.seen = ""

    def wait_for(self, words: str) -> str:
        """Wait until the screen shows something; return what came with it."""
        start, until = len(self.seen), time.monotonic() + 20
        while words not in self.seen[start:]:
            assert time.monotonic() < until, self.seen
            if select.select([self._screen], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self._screen, 4096).decode()
                except OSError:  # the program has ended
                    break
        assert words in self.seen[start:], self.seen
        return self.seen[start:]

    def type(self, text: str) -> None:
        os.write(self._screen, f"{text}\n".encode())


@contextmanager
def terminal(*arguments: object, code: int = 0) -> Iterator[Terminal]:
    """Run the program on a terminal, and expect an exit code."""
    screen, inside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "fibrojournal", *map(str, arguments)],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
    ) as child:
        os.close(inside)
        try:
            yield Terminal(screen)
            assert child.wait(20) == code
        finally:
            child.kill()
            os.close(screen)
