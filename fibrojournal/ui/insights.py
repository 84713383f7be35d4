"""The window's way to insights: computed beside it, kept until the journal changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fibrojournal.ui.background import Background
from fibrojournal.ui.diary import Diary

if TYPE_CHECKING:
    from concurrent.futures import Future

    from fibrojournal.analysis.network import Network
    from fibrojournal.analysis.pages import Page
    from fibrojournal.insights.record import Record

T = TypeVar("T")

REST_MS = 400
"""So long nothing changes before what is out of date is computed anew: nobody waits for it."""


class Insights(QObject):
    """Asks of the whole journal, each computed once for one state of it.

    The journal is read on its own thread and computed with on the other, so that neither a key nor
    a save waits. What was asked of a state that has passed is not computed any more, or its answer
    is dropped: whoever still shows it hears `changed`.
    """

    changed = Signal()
    """The journal is different, and has been at rest for a moment."""

    def __init__(self, diary: Diary, loading: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diary, self._loading = diary, loading
        self._state = 0
        """Which state of the journal is the present one."""
        self._found: dict[Hashable, Any] = {}
        self._running: dict[Hashable, Future[Any]] = {}
        self._asked: dict[Hashable, list[tuple[QObject, Callable[[Any], None]]]] = {}
        self._record: Record | None = None
        self._is_read = False
        self._waiting: list[Callable[[], None]] = []
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.changed)
        diary.saved.connect(self._outdate)
        diary.journal_changed.connect(self._outdate)

    def record(self, owner: QObject, done: Callable[[Record | None], None]) -> None:
        """Read the journal; None where no day is noted."""
        self.ask(owner, "record", lambda record: record, done)

    def page(self, owner: QObject, outcome: str, done: Callable[[Page | None], None]) -> None:
        """Compute an outcome's page; None where there is nothing to ask."""
        self.ask(owner, ("page", outcome), partial(_page_of, outcome), done)

    def network(self, owner: QObject, done: Callable[[Network | None], None]) -> None:
        """Compute the network; None where no day is noted."""
        self.ask(owner, "network", _network_of, done)

    def ask(
        self,
        owner: QObject,
        key: Hashable,
        compute: Callable[[Record], T | None],
        done: Callable[[T | None], None],
    ) -> None:
        """Compute anything of the journal, once a state under one key; None where none is noted.

        `done` comes later, or at once where it is known; not at all where the owner is gone or the
        journal has changed meanwhile.
        """
        if key in self._found:
            done(self._found[key])
            return
        asked = self._asked.setdefault(key, [])
        asked.append((owner, done))
        if len(asked) == 1:
            self._read(partial(self._compute, key, compute))

    def _read(self, then: Callable[[], None]) -> None:
        if self._is_read:
            then()
            return
        self._waiting.append(then)
        if len(self._waiting) == 1:
            from fibrojournal.insights.record import read

            state = self._state
            self._diary.fetch(self, read, partial(self._take_record, state))

    def _take_record(self, state: int, record: Record | None) -> None:
        if state != self._state:
            return
        self._record, self._is_read = record, True
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _compute(self, key: Hashable, compute: Callable[[Record], Any]) -> None:
        record = self._record
        if self._diary.is_closed:  # nobody waits, and the thread is ending
            return
        if record is None:
            self._take(self._state, key, None)
            return
        take = partial(self._take, self._state, key)
        self._running[key] = self._loading.run(self, lambda: compute(record), take)

    def _take(self, state: int, key: Hashable, result: object) -> None:
        if state != self._state:
            return
        self._running.pop(key, None)
        self._found[key] = result
        for owner, done in self._asked.pop(key, []):
            if _is_alive(owner):
                done(result)

    def forget(self) -> None:
        """Keep nothing of the journal in memory, and give no answer that is still to come."""
        self._state += 1
        for future in self._running.values():
            future.cancel()
        for kept in (self._found, self._running, self._asked, self._waiting):
            kept.clear()
        self._record, self._is_read = None, False

    def _outdate(self) -> None:
        """Forget all of the former state, and have it asked anew when the journal is at rest."""
        self.forget()
        self._rest.start()


def _is_alive(owner: QObject) -> bool:
    import shiboken6

    return shiboken6.isValid(owner)


def _page_of(outcome: str, record: Record) -> Page | None:
    from fibrojournal.insights.results import page_of

    return page_of(record, outcome)


def _network_of(record: Record) -> Network:
    from fibrojournal.insights.results import network_of

    return network_of(record)
