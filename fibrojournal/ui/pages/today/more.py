"""More about today: the further questions, and the topics that hold those of detail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import MEASURES, Measure, Place
from fibrojournal.journal.questions import Questions, Topic
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.today.sections import QuestionRows
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.cards import FoldCard
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.focus import last_stop, tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.line import Line
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus
from fibrojournal.ui.widgets.rows import NumberRow, RatingRow
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.tools import HearsTools

_GAP = 11
MakeRows = Callable[[Sequence[Measure]], QuestionRows]


class MoreSection(FoldCard):
    """The further questions, any of them or none.

    What is inside comes into being with `complete`, after the first paint, or when the card is
    opened; the rows of a topic when that is opened.
    """

    topic_opened = Signal(QWidget)
    """The topics, when the rows of one of them came into sight."""

    filled = Signal()
    """The rows show what a day holds, or holds now."""

    def __init__(self, theme: Theme, questions: Questions, make_rows: MakeRows) -> None:
        super().__init__(theme, _("More about today"))
        self._questions, self._make_rows = questions, make_rows
        self._rows: QuestionRows | None = None
        self._topics: Topics | None = None
        self._day: Day | None = None
        self._why_still = ""
        self.opened.connect(self._opened)

    @property
    def rows(self) -> QuestionRows | None:
        """The rows of the further questions, once they are there."""
        return self._rows

    @property
    def topics(self) -> Topics | None:
        """The topics of detail, once they are there."""
        return self._topics

    def complete(self) -> None:
        """Make the rows and the topics, if they are not there yet, and fill them."""
        if self._rows is not None:
            return
        self._rows = self._make_rows(self._questions.asked_on(Place.MORE))
        self.body.addWidget(self._rows)
        self._ask_topics()
        if self._day is not None:
            self.show_answers(self._day)
        if self._why_still:
            self.hold_still(self._why_still)

    def ask(self, questions: Questions) -> None:
        """Ask what stands here by these choices from now on."""
        self._questions = questions
        if self._rows is None:
            return
        self._rows.ask(questions.asked_on(Place.MORE))
        self._ask_topics()
        if self._why_still:
            self.hold_still(self._why_still)

    def _ask_topics(self) -> None:
        topics = self._questions.topics()
        former = self._topics
        if former is not None and former.topics == topics:
            return
        if former is not None:
            former.hide()
            former.deleteLater()
        self._topics = Topics(self._theme, topics, self._make_rows) if topics else None
        if self._topics is not None:
            self._topics.opened.connect(partial(self.topic_opened.emit, self._topics))
            self.body.addWidget(self._topics)
            self._topics.show()
            before = last_stop(self._rows or self) or self.row
            tab_after(before, self._topics)

    def show_answers(self, day: Day) -> None:
        """Fill the rows, and say in the fold row how many hold an answer."""
        self._day = day
        for part in self._parts():
            part.show_answers(day)
        self._say_what_is_inside()
        self.filled.emit()

    def row_of(self, measure_id: str) -> RatingRow | NumberRow | None:
        """Return the row of one of the further questions, if it is there."""
        return None if self._rows is None else self._rows.rows.get(measure_id)

    def hold_still(self, why: str) -> None:
        """Show answers and take none; the card and its topics still open."""
        self._why_still = why
        for part in self._parts():
            part.hold_still(why)

    def _parts(self) -> list[QuestionRows | Topics]:
        return [part for part in (self._rows, self._topics) if part is not None]

    def _opened(self) -> None:
        self.complete()
        self._say_what_is_inside()

    def _say_what_is_inside(self) -> None:
        names = _("optional · any of these, or none")
        if not self.is_open:
            names = self._names()
        noted = 0
        if self._day is not None:
            asked = self._questions.asked_on
            noted = _noted(self._day, (*asked(Place.MORE), *asked(Place.DETAIL)))
        count = plural("{n} noted", "{n} noted", noted)
        self.row.set_summary(f"{names} · {count}" if noted else names)

    def _names(self) -> str:
        rows = self._questions.asked_on(Place.MORE)
        if [row.id for row in rows] == [one.id for one in MEASURES if one.place is Place.MORE]:
            return _("hours slept, energy, mood, stomach, activity")
        topics = len(self._questions.topics())
        parts = [
            plural("{n} question", "{n} questions", len(rows)) if rows else "",
            plural("{n} topic", "{n} topics", topics) if topics else "",
        ]
        return ", ".join(part for part in parts if part) or _("nothing stands here now")


class Topics(QWidget):
    """Small buttons, one a topic. A press opens its rows below them, a second one closes them."""

    opened = Signal()

    def __init__(self, theme: Theme, topics: Sequence[Topic], make_rows: MakeRows) -> None:
        super().__init__()
        self._make_rows, self.topics = make_rows, tuple(topics)
        self._day: Day | None = None
        self._why_still = ""
        self._made: dict[str, QuestionRows] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(Line(theme))
        self._column.addWidget(_heading(theme))
        group = QWidget()
        group.setAccessibleName(_("Detail topics"))
        flow = FlowLayout(group)
        self.buttons = tuple(TopicButton(theme, topic) for topic in topics)
        for button in self.buttons:
            flow.addWidget(button)
            button.clicked.connect(partial(self._turn, button))
        self._roving = RovingFocus(self)
        self._roving.set_buttons(self.buttons)
        self._column.addWidget(group)

    def show_answers(self, day: Day) -> None:
        """Say on each button how much of its topic is noted, and fill the rows that are there."""
        self._day = day
        for button in self.buttons:
            button.say_noted(_noted(day, button.topic.measures))
        for rows in self._made.values():
            rows.show_answers(day)

    def hold_still(self, why: str) -> None:
        """Show answers and take none; topics still open."""
        self._why_still = why
        for rows in self._made.values():
            rows.hold_still(why)

    def rows_of(self, topic: str) -> QuestionRows | None:
        """Return the rows of a topic that was opened at least once."""
        return self._made.get(topic)

    def _turn(self, button: TopicButton) -> None:
        for other in self.buttons:
            if other is not button:
                self._close(other)
        if button.isChecked():
            self._open(button)
        else:
            self._close(button)

    def _open(self, button: TopicButton) -> None:
        name = button.topic.name
        if name not in self._made:
            rows = self._made[name] = self._make_rows(button.topic.measures)
            if self._day is not None:
                rows.show_answers(self._day)
            if self._why_still:
                rows.hold_still(self._why_still)
            self._column.addWidget(rows)
        rows = self._made[name]
        rows.show()
        tab_after(self.buttons[-1], rows)
        self.opened.emit()
        if not self._why_still:
            rows.focus_first()

    def _close(self, button: TopicButton) -> None:
        rows = self._made.get(button.topic.name)
        button.setChecked(False)
        if rows is None:
            return
        if rows.isAncestorOf(QApplication.focusWidget() or self):
            button.setFocus(Qt.FocusReason.BacktabFocusReason)
        rows.hide()


class TopicButton(HearsTools, TextButton):
    """Opens and closes a topic. Checked is open."""

    role = "small_medium"

    def __init__(self, theme: Theme, topic: Topic) -> None:
        super().__init__(theme, topic.label)
        self.topic = topic
        self.setCheckable(True)
        self.hear_tools()
        self.toggled.connect(self._look)
        self._tell()

    def say_noted(self, noted: int) -> None:
        """Say how many questions of the topic hold an answer."""
        count = plural("{n} noted", "{n} noted", noted) if noted else ""
        self.setText(f"{self.topic.label} · {count}" if noted else self.topic.label)
        self.setAccessibleDescription(count)
        self.updateGeometry()

    def draw_frame(self, painter: QPainter) -> None:
        """Draw the box; an open one is tinted, with a thicker frame."""
        if not self.isChecked():
            super().draw_frame(painter)
            return
        theme, place = self._theme, QRectF(self.rect())
        radius, fill = theme.size("radius", "control"), theme.qcolor("accent_soft")
        draw_box(painter, place, radius, fill, theme.qcolor("accent"), width=2)

    def _look(self) -> None:
        self.ink = "accent" if self.isChecked() else "ink"
        self._tell()
        self.update()

    def _tell(self) -> None:
        text = _("{title}, open") if self.isChecked() else _("{title}, closed")
        self.setAccessibleName(text.format(title=self.topic.label))


def _heading(theme: Theme) -> SideBySide:
    title = Label(theme, _("Detail topics"), role="small_strong", color="ink_2")
    words = _("each opens below; hide the ones you never use in Settings")
    about = Label(theme, words, role="caption", color="ink_3", wraps=True)
    heading = SideBySide(
        (title, about),
        lambda: title.line_width() + _GAP + about.line_width(),
        stretches=(0, 1),
        gap=_GAP,
    )
    theme.changed.connect(heading.arrange)
    return heading


def _noted(day: Day, measures: Sequence[Measure]) -> int:
    return sum(measure.id in day.readings for measure in measures)
