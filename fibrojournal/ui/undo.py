"""What can be taken back, and what can be done again: one line of steps for the whole journal.

Plain Python rather than QUndoStack: with PySide 6.11 on Python 3.11, pushing commands that are
subclassed in Python ended the program with a segmentation fault on the second push.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import NamedTuple

from fibrojournal.journal.edits import DayEdit, Edit

MOST_STEPS = 200


class Step(NamedTuple):
    """Edits, mostly of one day, the edits that take them back, and what they are in words."""

    forth: tuple[Edit, ...]
    back: tuple[Edit, ...]
    words: str
    sitting: str = ""
    """What it is a part of, such as a note that is being written; nothing for a step by itself."""

    @property
    def day(self) -> date | None:
        """The day that the step changes, or the first of them; None where it changes none."""
        return next((edit.day for edit in self.forth if isinstance(edit, DayEdit)), None)

    def followed_by(self, later: Step) -> Step:
        """Make one step of two parts of a sitting: the last content forth, the first one back."""
        forth = {_place(edit): edit for edit in (*self.forth, *later.forth)}
        back = {_place(edit): edit for edit in (*later.back, *self.back)}
        return later._replace(forth=tuple(forth.values()), back=tuple(back.values()))


def _place(edit: Edit) -> tuple[object, ...]:
    """Return what an edit changes: all that it holds but the content, which comes last."""
    names = [field.name for field in fields(edit)][:-1]
    return type(edit), *(getattr(edit, name) for name in names)


class UndoLine:
    """The last 200 steps. A new step ends what could be done again."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def __len__(self) -> int:
        return len(self._done)

    def add(self, step: Step) -> None:
        """Take a step that was just done.

        A note is saved every half second while it is being written, a check-in with every answer;
        the steps of such a sitting on one day become one, so that undo takes it back as a whole.
        """
        self._undone.clear()
        last = self._done[-1] if self._done else None
        key = (step.sitting, step.day)
        if last is not None and step.sitting and (last.sitting, last.day) == key:
            self._done[-1] = last.followed_by(step)
        else:
            self._done = [*self._done, step][-MOST_STEPS:]

    def clear(self) -> None:
        """Begin anew: the journal that the steps belong to is another one now."""
        self._done.clear()
        self._undone.clear()

    def take_back(self) -> Step | None:
        """Return the step to take back now, or None."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def do_again(self) -> Step | None:
        """Return the step to do again now, or None."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
