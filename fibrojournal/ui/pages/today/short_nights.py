"""Says beside the hours slept when they are few for this person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.today.more import MoreSection

if TYPE_CHECKING:
    from fibrojournal.storage.series import Series

SLEEP_HOURS = "sleep_hours"


class ShortNights(QObject):
    """Knows the person's own lower third of nights, once there are thirty of them."""

    def __init__(self, diary: Diary, more: MoreSection) -> None:
        super().__init__(more)
        self._diary, self._more = diary, more
        self._short: float | None = None
        diary.became_ready.connect(self._read)
        diary.journal_changed.connect(self._read)
        more.filled.connect(self._remark)
        if diary.is_ready:
            self._read()

    def _read(self) -> None:
        measures = (SLEEP_HOURS,)
        self._diary.fetch(self, lambda store: store.series(measures)[SLEEP_HOURS], self._take)

    def _take(self, nights: Series) -> None:
        from fibrojournal.analysis.summary import lower_third

        self._short = lower_third(nights.values[~nights.copied])
        self._remark()

    def _remark(self) -> None:
        row = self._more.row_of(SLEEP_HOURS)
        if row is None:
            return
        hours = row.control.answer
        is_short = hours is not None and self._short is not None and hours < self._short
        row.set_remark(_("short for you") if is_short else "")
