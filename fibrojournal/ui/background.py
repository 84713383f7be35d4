"""Work that must not hold up the window: one thread, in order, answers on the UI thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property, partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


def report(error: BaseException) -> None:
    """Hand an error that nobody expected to the hook that logs it and tells the person."""
    sys.excepthook(type(error), error, error.__traceback__)


class Background(QObject):
    """Runs work on one thread of its own, in order; answers on the UI thread.

    The program has two: one for the journal, one for loading and computing, so that saving an
    answer never waits behind a calculation.
    """

    _settled = Signal(int, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._orders = count()
        self._waiting: dict[int, Callable[[Future[Any]], None]] = {}
        """Who waits for what was ordered: known here alone, for a widget that the thread were the
        last to know would be freed there."""
        # Always queued: of work that is done before anyone could wait for it, the answer would come
        # at once, within `run` and before the answers of earlier work.
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] = report,
    ) -> Future[T]:
        """Run `work` on the thread; then `done(result)` or `failed(error)` on the UI thread.

        `done` is left out where `owner` is gone by then; an error then goes to the exception hook.
        """
        future = self._executor.submit(work)
        order = next(self._orders)
        self._waiting[order] = partial(_finish, owner, done, failed)
        future.add_done_callback(partial(self._settled.emit, order))
        return future

    def settle(self, seconds: float) -> None:
        """Hold the window up until all that waits is done and answered, or the time is over."""
        # One thread, in order: when this piece is done, all before it have sent their answers.
        from concurrent.futures import wait

        wait([self._executor.submit(int)], timeout=seconds)
        QCoreApplication.sendPostedEvents(self)

    def close(self, *, finish: bool, seconds: float | None = None) -> bool:
        """End the thread, after all work that waits (`finish`) or after the running piece.

        Returns False where that was not done after `seconds`: the thread then still runs.
        """
        from concurrent.futures import wait

        if finish and wait([self._executor.submit(int)], timeout=seconds).not_done:
            self._executor.shutdown(wait=False)
            return False
        self._executor.shutdown(wait=True, cancel_futures=not finish)
        # Deliver the last answers, above all errors.
        QCoreApplication.sendPostedEvents(self)
        return True

    @cached_property
    def _executor(self) -> ThreadPoolExecutor:
        """The thread, made for its first piece of work: after the first paint."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)

    @Slot(int, object)
    def _deliver(self, order: int, settled: Future[Any]) -> None:
        self._waiting.pop(order)(settled)


def _finish(
    owner: QObject,
    done: Callable[[T], None],
    failed: Callable[[BaseException], None],
    future: Future[T],
) -> None:
    if future.cancelled():
        return
    alive = shiboken6.isValid(owner)
    error = future.exception()
    if error is not None:
        (failed if alive else report)(error)
    elif alive:
        done(future.result())
