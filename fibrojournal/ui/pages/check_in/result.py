"""The last step of a check-in: the sum as a picture, its parts in words, the line so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fibrojournal.charts.score_view import SCORES, score_view
from fibrojournal.journal.check_in_measures import PSD_HIGHEST
from fibrojournal.journal.scoring import CheckIn
from fibrojournal.text import _
from fibrojournal.ui.pages.body.words import area_names, count_words
from fibrojournal.ui.pages.check_in.words import (
    answers,
    areas_words,
    parts_words,
    rule_words,
    title_words,
)
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.body_figure import BodyFigure
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.notice import Notice
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.sum_strip import SumStrip

_PARTS = "pain", "fatigue"
"""The measures whose colours the two parts of the sum have."""
_FIGURE, _WORDS_WIDTH = 0.56, 400

Points = Sequence[tuple[date, float]]


class ResultStep(QWidget):
    """What the answers come to. It takes no answers, so it may be shown with blanks too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title, self._parts = card_title(theme), Label(theme, role="small", wraps=True)
        self._strip = SumStrip(theme, PSD_HIGHEST, _PARTS)
        self._strip.setAccessibleName(_("The sum as {n} cells").format(n=PSD_HIGHEST))
        self._answers = _Answers(theme)
        self._figure = BodyFigure(theme, size=_FIGURE)
        self._notice = Notice(theme)
        self.line = ChartView(theme, "check_ins")
        self._finding = card_title(theme)
        self._caution = Label(theme, role="caption", color="ink_2", wraps=True)
        self._line_card = Card(theme)
        for shown in (self._finding, self._caution, self.line):
            self._line_card.box.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        for part in (self._build_card(), self._line_card, self._notice):
            column.addWidget(part)

    def show_result(
        self, check_in: CheckIn, day: date, points: Points, week: frozenset[str] | None
    ) -> None:
        """Show a check-in of a day.

        `points` are the sums of all check-ins, by date; `week` is what the body maps of its seven
        days mark.
        """
        earlier = [value for at, value in points if at < day]
        self._title.setText(title_words(check_in, earlier))
        derived = _("The areas are derived from your body maps.")
        is_derived = week is not None and check_in.areas == week
        parts = parts_words(check_in, day)
        self._parts.setText(f"{parts} {derived}" if is_derived else parts)
        has_sum = check_in.psd is not None
        self._strip.setVisible(has_sum)
        if check_in.wpi is not None and check_in.sss is not None:
            areas = areas_words(check_in)
            severity = _("{severity} severity").format(severity=check_in.sss)
            self._strip.show_parts((check_in.wpi, areas), (check_in.sss, severity))
            self._strip.setAccessibleDescription(f"{areas}, {severity}")
        self._answers.show_answers(answers(check_in))
        self._figure.setVisible(check_in.areas is not None)
        marked = dict.fromkeys(check_in.areas or ())
        self._figure.show_marks(marked.keys())
        self._figure.setAccessibleDescription(f"{count_words(marked)}. {area_names(marked)}")
        self._line_card.setVisible(bool(points))
        if points:
            view = score_view(SCORES[0], points)
            self._finding.setText(view.sentence)
            self._caution.setText(view.detail)
            self.line.show_view(view, view.title)
        rule = rule_words(check_in)
        if rule and rule != self._notice.text:
            self._notice.say(rule)
        self._notice.setVisible(bool(rule))

    def _build_card(self) -> Card:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("space", "s"))
        for part in (self._title, self._parts, self._strip, self._answers):
            column.addWidget(part)
        column.addStretch(1)
        both = SideBySide(
            (words, self._figure),
            lambda: self._theme.px(_WORDS_WIDTH) + self._figure.sizeHint().width(),
            stretches=(1, 0),
            gap=self._theme.size("space", "l"),
        )
        self._theme.changed.connect(both.arrange)
        card = Card(self._theme)
        card.box.addWidget(both)
        return card


class _Answers(QWidget):
    """Questions and answers in two columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(theme.size("space", "m"))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._labels: list[tuple[Label, Label]] = []

    def show_answers(self, told: Sequence[tuple[str, str]]) -> None:
        """Show as many rows as there are answers."""
        while len(self._labels) < len(told):
            row = len(self._labels)
            asked = Label(self._theme, role="small", color="ink_2", wraps=True)
            answer = Label(self._theme, role="small_strong")
            self._grid.addWidget(asked, row, 0)
            self._grid.addWidget(answer, row, 1, Qt.AlignmentFlag.AlignTop)
            self._labels.append((asked, answer))
        for (asked, answer), (question, value) in zip(self._labels, told, strict=True):
            asked.setText(question)
            answer.setText(value)
