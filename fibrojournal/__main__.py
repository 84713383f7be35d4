"""The program's door: a window where no command is given, else the command line.

The window is the common case and its first second is measured, so nothing that it does not need,
such as argparse, is imported on the way.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, else those of its start; return its exit code."""
    os.umask(0o077)  # whatever the program writes is for its owner's eyes alone
    if sys.platform != "win32":
        _leave_no_memory_behind()
    given = list(sys.argv[1:] if arguments is None else arguments)
    match given:
        case []:
            return open_window(None)
        case ["--journal", name] if not name.startswith("-"):
            return open_window(Path(name))
        case ["--minimized"]:  # how the program starts with the computer
            return open_window(None, minimized=True)
        case _:
            from fibrojournal import cli  # commands alone need it

            return cli.main(given)


def _leave_no_memory_behind() -> None:
    """Let no system write the program's memory to a file when it ends badly: words are in it."""
    from resource import RLIMIT_CORE, getrlimit, setrlimit

    _soft, hard = getrlimit(RLIMIT_CORE)
    setrlimit(RLIMIT_CORE, (0, hard))


def open_window(journal: Path | None, *, minimized: bool = False) -> int:
    """Show the window of a journal, or of the person's own, if this system can show one."""
    from fibrojournal import preflight  # commands run without a screen

    refusal = preflight.refusal()
    if refusal is not None:
        print(f"fibrojournal: {refusal}", file=sys.stderr)
        return 1
    gc.disable()  # nothing made while starting is garbage; `ui.garbage` looks for it later
    from fibrojournal import app  # Qt is not loaded before it can start

    return app.run_window(journal, minimized=minimized)


if __name__ == "__main__":
    raise SystemExit(main())
