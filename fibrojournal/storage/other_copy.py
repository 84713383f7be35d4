"""Reading another copy of a journal, which is not changed by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalDamaged, JournalError
from fibrojournal.storage.check import problems
from fibrojournal.storage.connection import check_path, one_state
from fibrojournal.storage.copy_state import CopyState, copy_state_of
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.present_copy import present
from fibrojournal.storage.schema import STEPS, Step
from fibrojournal.text import _

if TYPE_CHECKING:
    from fibrojournal.storage.key import DataKey


def read_other(
    other: Path, journal: Path, key: DataKey | None, steps: Sequence[Step] = STEPS
) -> CopyState:
    """Read the copy `other`, to be merged into the open journal at `journal`.

    Raises JournalError where both are one file, and what `present` raises.
    """
    check_path(other, read_only=True)
    if other.samefile(journal):
        raise JournalError(_("{path} is this journal itself.").format(path=other))
    with present(other, key, steps) as connection, plain_errors(other), one_state(connection):
        if problems(connection, other, search=False, steps=steps):
            sentence = _("Nothing was merged: {path} is damaged.")
            raise JournalDamaged(sentence.format(path=other))
        return copy_state_of(connection)
