"""What goes with pain, or with another outcome: worked out beside the window, then shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fibrojournal.analysis.pages import Page
from fibrojournal.insights.names import title
from fibrojournal.insights.ranking import Row, is_aside, to_dismiss
from fibrojournal.insights.record import Record
from fibrojournal.insights.results import OUTCOMES, SUSPECTED, WHOLE_DAY
from fibrojournal.journal.suspicions import Finding, dismissed, set_dismissed
from fibrojournal.text import N_, _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.factors.detail import DetailCard, MadeCard, reverse_of
from fibrojournal.ui.pages.factors.marks import Marked, marks_of, selected_words
from fibrojournal.ui.pages.factors.news_card import NewsCard
from fibrojournal.ui.pages.factors.result_pictures import ResultPictures
from fibrojournal.ui.pages.factors.result_rows import Seen
from fibrojournal.ui.pages.factors.results_card import ResultsCard
from fibrojournal.ui.pages.factors.suspects_card import SuspectsCard
from fibrojournal.ui.widgets.segments import ChangingSegments

ALL_OUTCOMES = (*OUTCOMES, WHOLE_DAY)
DIRECTIONS = {
    "pain": (N_("less pain"), N_("more pain")),
    "fatigue": (N_("less fatigue"), N_("more fatigue")),
    "fog": (N_("less fog"), N_("more fog")),
    "sleep_quality": (N_("poorer sleep"), N_("better sleep")),
    "mood": (N_("lower mood"), N_("better mood")),
    "gut": (N_("less trouble"), N_("more trouble")),
    WHOLE_DAY: (N_("better days"), N_("worse days")),
}
_HOW_FOUND = "reading:findings"
_PATIENCE_MS = 300
"""What takes longer greys what is shown meanwhile."""

_Known = tuple[Record, Mapping[str, Marked]]


class Findings(QWidget):
    """The results of one outcome at a time, and all that belongs to the chosen one."""

    subject_changed = Signal(object, str)
    page_wanted = Signal(str)
    told = Signal(str)
    did = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._insights = around.theme, around.diary, around.insights
        self.outcome = OUTCOMES[0]
        self._seen: Seen | None = None
        self._row: Row | None = None
        self._is_stale = True
        self._offered = self._choices()
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._wait.timeout.connect(self.results.set_stale)
        self._insights.changed.connect(self._outdated)
        self._diary.common_changed.connect(self._show_again)

    # What the page asks

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what has changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._ask()

    def open_at(self, outcome: str) -> None:
        """Turn to an outcome. Raises KeyError for what has no page."""
        self.outcomes.offer(self._offered, outcome)
        self._choose_outcome(outcome)

    def focus_first(self) -> None:
        """Put the focus on the rows, or where there are none on the choice of the outcome."""
        has_rows = self.results.rows.isVisible()
        if has_rows:
            self.results.rows.setFocus()
        else:
            next(one for one in self.outcomes.segments if one.isChecked()).setFocus()

    def toggle_table(self) -> None:
        """Change the chart that has the focus to its table, else the rows."""
        if self.pictures.toggle_table(QApplication.focusWidget()):
            return
        if self._seen is not None:
            self.results.toggle_table()

    def say_subject(self) -> None:
        """Tell the reading what is looked at."""
        if self._row is None or self._seen is None:
            self.subject_changed.emit("factors", _("You opened Factors."))
            return
        name = title(self._seen.record.questions, self._row.factor)
        self.subject_changed.emit(self._seen.marks[self._row.factor].topic, selected_words(name))

    # Asking

    @property
    def _dismissed(self) -> frozenset[Finding]:
        return dismissed(self._diary.common.settings)

    def _outdated(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._is_stale = False
        outcome = self.outcome
        self._wait.start()
        self._insights.ask(self, "marks", _marked, lambda known: self._ask_page(outcome, known))

    def _ask_page(self, outcome: str, known: _Known | None) -> None:
        if known is None:
            self.take(outcome, None)
            return
        record, marks = known
        self._insights.page(
            self,
            outcome,
            lambda page: self.take(outcome, Seen(record, page, marks) if page else None),
        )

    def take(self, outcome: str, seen: Seen | None) -> None:
        """Show what was worked out, unless another outcome is looked at by now."""
        if outcome != self.outcome:
            return
        self._wait.stop()
        self._seen = seen
        self._show()
        if self._seen is None and outcome == SUSPECTED:
            self._insights.record(self, lambda record: self.suspects.show_found(record, None))

    def _choose_outcome(self, outcome: str) -> None:
        self.outcome = outcome
        self._ask()

    # Showing

    def _choices(self) -> list[tuple[str, str]]:
        """Name the outcomes as the person does."""
        named = ((id, self._diary.questions.measure(id)) for id in OUTCOMES)
        measures = [(id, measure.short_label) for id, measure in named if measure is not None]
        return [*measures, (WHOLE_DAY, _("Whole day"))]

    def _show_again(self) -> None:
        choices = self._choices()
        if choices != self._offered:
            self._offered = choices
            self.outcomes.offer(choices, self.outcome)
        if self._seen is not None:
            self._show()

    def _show(self) -> None:
        seen = self._seen
        less, more = DIRECTIONS[self.outcome]
        self.results.show_seen(seen, self._dismissed, (_(less), _(more)))
        self.news.setVisible(seen is not None and not self.results.is_empty)
        if seen is not None:
            self.news.show_seen(seen, self._dismissed)
            page = seen.page if self.outcome == SUSPECTED else None
            self.suspects.show_found(seen.record, page)
        if self.outcome != SUSPECTED:
            self.suspects.hide()

    def _show_row(self, row: Row | None) -> None:
        is_new = row is None or self._row is None or row.factor != self._row.factor
        self._row, seen = row, self._seen
        has_words = row is not None and seen is not None and not self.results.is_empty
        for part in (self.detail, self.made):
            part.setVisible(has_words)
        has_number = has_words and row is not None and row.is_asked
        self.pictures.setVisible(has_number)
        if row is None or seen is None:
            return
        mark = seen.marks[row.factor]
        aside = is_aside(row, self._dismissed)
        self.detail.show_row(seen, row, is_aside=aside, has_place=bool(mark.factor))
        self.made.show_row(seen, row)
        if has_number:
            self.pictures.show_row(seen, row)
            self._ask_reverse(seen, row)
        if is_new and self.isVisible() and self.results.rows.hasFocus():
            self.say_subject()

    def _ask_reverse(self, seen: Seen, row: Row) -> None:
        if row.factor in OUTCOMES and seen.page.outcome in OUTCOMES:
            self._insights.page(self, row.factor, lambda page: self._take_reverse(row, page))

    def _take_reverse(self, row: Row, page: Page | None) -> None:
        if row == self._row and self._seen is not None:
            self.detail.show_reverse(reverse_of(self._seen, page))

    # What the person does

    def _open_place(self, row: Row | None) -> None:
        if row is not None and self._seen is not None and self._seen.marks[row.factor].factor:
            self.page_wanted.emit(f"factor:{self._seen.marks[row.factor].factor}")

    def _put_aside(self) -> None:
        row, seen = self._row, self._seen
        if row is None or seen is None:
            return
        on = not is_aside(row, self._dismissed)
        name = title(seen.record.questions, row.factor)
        words = _("Put aside: {what}") if on else _("Taken up again: {what}")
        edits = [set_dismissed(one, on=on) for one in to_dismiss(row)]
        if self._diary.edit(edits, words.format(what=name)):
            self.results.rows.setFocus(Qt.FocusReason.OtherFocusReason)  # the row is another one
            self.did.emit(words.format(what=name))

    # Building

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        self.outcomes = ChangingSegments(theme, _("What goes with"))
        self.outcomes.offer(self._offered, self.outcome)
        self.outcomes.chosen.connect(self._choose_outcome)
        self.results = ResultsCard(theme)
        self.results.chosen.connect(self._show_row)
        self.results.opened.connect(self._open_place)
        self.results.told.connect(self.told)
        self.results.past_wanted.connect(lambda: self.page_wanted.emit("past_days"))
        self.detail = DetailCard(theme)
        self.detail.place_wanted.connect(lambda: self._open_place(self._row))
        self.detail.aside_wanted.connect(self._put_aside)
        self.detail.page_wanted.connect(self.page_wanted)
        self.pictures = ResultPictures(theme, self._insights)
        self.pictures.told.connect(self.told)
        self.made = MadeCard(theme)
        self.suspects = SuspectsCard(theme, self._diary)
        self.news = NewsCard(theme)
        self.news.reading_wanted.connect(lambda: self.page_wanted.emit(_HOW_FOUND))
        column.addWidget(self.outcomes, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.results)
        for part in (self.detail, self.pictures, self.made, self.suspects, self.news):
            part.hide()
            column.addWidget(part)


def _marked(record: Record) -> _Known:
    """Find the marks of all that a page may hold, beside the window."""
    return record, marks_of(record.questions, record.ids)
