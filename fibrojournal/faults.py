"""The log of errors that nobody expected: kinds and places in the code, never what was written.

A journal holds private words, and an exception's message may quote them. So the log keeps the
exception's type and the file, line and function of each frame, and nothing else.
"""

from __future__ import annotations

import logging
import traceback
from errno import ENOSPC
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from fibrojournal import settings
from fibrojournal.text import _

_log = logging.getLogger("fibrojournal")
_KIB = 1024


class _PrivateLog(RotatingFileHandler):
    """A log whose files only their owner can read."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()


def places(error: BaseException) -> str:
    """Describe an error and what led to it by types and places alone."""
    lines = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def keep_log(folder: Path) -> Path:
    """Keep the log in `folder`, two files of 256 KiB at most; returns the newer one's path."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "fibrojournal.log"
    handler = _PrivateLog(file, maxBytes=256 * _KIB, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    close_log()
    _log.addHandler(handler)
    _log.propagate = False
    return file


def close_log() -> None:
    """Let go of the log file."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def tell(error: BaseException) -> str:
    """Log an error that ends the program or a command, and return a sentence for the person."""
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return _("The disk is full.")
    try:
        file = keep_log(settings.log_folder())
        note(error)
        close_log()
    except OSError:
        return _("Something went wrong inside the program.")
    return _("Something went wrong inside the program; {path} says where in it.").format(path=file)


def note(error: BaseException) -> None:
    """Write an error to the log."""
    _log.error("%s", places(error))
