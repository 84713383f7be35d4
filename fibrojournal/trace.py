"""Marks that let the program be timed from outside.

With `FIBROJOURNAL_TRACE=1` each mark is one line on stderr: `trace NAME NANOSECONDS`, on the
system-wide monotonic clock. A mark names a place in the program and never anything of a journal.
"""

from __future__ import annotations

import os
import sys
import time

_ON = os.environ.get("FIBROJOURNAL_TRACE") == "1"


def mark(name: str) -> None:
    """Write one mark, if tracing is on."""
    if _ON:
        sys.stderr.write(f"trace {name} {time.monotonic_ns()}\n")
        sys.stderr.flush()
