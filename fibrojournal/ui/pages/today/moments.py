"""The moments of a day on Today: one quiet line, from which each can be taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fibrojournal.journal.day import Day, Moment
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.moments import by_minute
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.flow import Lines
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.still import hold_still


class MomentsLine(Lines):
    """Shows nothing on a day without moments."""

    removed = Signal(object)
    """The moments of one minute, which the person takes away."""

    def __init__(self, theme: Theme, after: QWidget, why_still: str) -> None:
        """Stand after `after` in the order of Tab; `why_still` says why nothing may be written."""
        super().__init__(gap=theme.size("space", "s"), line_gap=0)
        self._theme, self._after, self._why_still = theme, after, why_still
        self._shown: tuple[Moment, ...] = ()
        self.hide()

    def show_day(self, day: Day) -> None:
        """Show the moments of a day."""
        self.setVisible(bool(day.moments))
        if day.moments == self._shown:
            return
        self._shown = day.moments
        while (item := self.line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for together in by_minute(day.moments):
            words = moment_words(together)
            button = LinkButton(self._theme, words, "x")
            button.setAccessibleName(_("{moment}: take it away").format(moment=words))
            if self._why_still:
                hold_still(button, self._why_still)
            button.clicked.connect(partial(self.removed.emit, together))
            self.line.addWidget(button)
            button.show()
        tab_after(self._after, self)
        self.updateGeometry()


def moment_words(together: tuple[Moment, ...]) -> str:
    """Write what was noted at one moment: "14:10, pain 6, energy 3"."""
    from fibrojournal.ui.pages.history.words import clock_time  # the first paint does without

    parts = [clock_time(together[0].entered)]
    for moment in together:
        measure = MEASURE_BY_ID.get(moment.measure)
        name = measure.inner_label if measure else moment.measure
        value = measure.value_text(moment.value) if measure else f"{moment.value:g}"
        parts.append(_("{measure} {value}").format(measure=name, value=value))
    return ", ".join(parts)
