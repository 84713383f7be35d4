"""The plan of an experiment: a question, two ways, how long, and what would count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.experiment_drafts import Draft, begun_with
from fibrojournal.journal.experiment_plans import LONGEST, bounded
from fibrojournal.journal.experiments import Way
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.trying import THINGS, Thing
from fibrojournal.text import _
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.numbered import Numbered, NumberedCard
from fibrojournal.ui.pages.experiments.plan_end import CountsCard, PlanFoot
from fibrojournal.ui.pages.experiments.plan_time import TimeCard
from fibrojournal.ui.pages.experiments.strip import WayMark
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.pills import Pills
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.still import hold_still

_DAYTIME, _EVENING = "day", "evening"


class PlanForm(QWidget):
    """Asks for a plan, and says when something of it has changed or when it is complete."""

    given = Signal()
    """It lacks nothing, and its button was pressed."""
    changed = Signal()
    """The person wrote or chose something."""
    fresh_wanted = Signal()
    """The person would rather begin anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._measures: tuple[Measure, ...] = ()
        self._medicines: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        self._build_controls()
        cards = (self._build_question(), self._build_ways(), self._time, self._counts)
        for part in (*cards, self._foot):
            column.addWidget(part)

    @property
    def draft(self) -> Draft:
        """The plan as it stands in the form."""
        measure = self._measure
        return Draft(
            bounded(self._question.text()),
            bounded(self._first.text()),
            bounded(self._second.text()),
            measure.id if measure else "",
            self._when.choice == _EVENING,
            self._time.design,
            self._time.chosen_start,
        )

    @property
    def start(self) -> date:
        """The first day."""
        return self._time.start

    @property
    def lag(self) -> int:
        """How many days later it shows."""
        return self.draft.lag(self._measure)

    def ask(self, measures: Sequence[Measure], medicines: Sequence[str], today: date) -> None:
        """Ask for a plan that may begin from the next day on; what is typed stays."""
        self._medicines = tuple(medicines)
        if tuple(measures) != self._measures:
            chosen = self._outcome.currentData()
            self._measures = tuple(measures)
            with QSignalBlocker(self._outcome):
                self._outcome.clear()
                for measure in measures:
                    name = measure.short_label.lower()
                    self._outcome.addItem(
                        _("looking at: {measure}").format(measure=name), measure.id
                    )
                self._outcome.setCurrentIndex(max(self._outcome.findData(chosen), 0))
        self._time.ask(today)
        self._judge()

    def show_draft(self, draft: Draft) -> None:
        """Show a plan as it was left, without telling anyone."""
        with QSignalBlocker(self):
            self._question.setText(draft.question)
            self._first.setText(draft.first)
            self._second.setText(draft.second)
            self._when.show_choice(_EVENING if draft.in_evening else _DAYTIME)
            self._time.show_time(draft.design, draft.start)
            self._look_at(draft.outcome)
            self._judge()

    def say(self, words: str) -> None:
        """Say something above the question; nothing takes it away."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def focus_first(self) -> None:
        """Focus what to begin with, or the words: an arrow among the things would replace them."""
        if self.draft.is_blank:
            self._things.options[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold_still(self, why: str) -> None:
        """Take nothing; readers hear why."""
        options = (*self._things.options, *self._when.options, *self._time.designs.options)
        fields = (self._question, self._first, self._second, self._outcome)
        for control in (*options, *fields, self._time.first_day, *self._foot.ways):
            hold_still(control, why)

    @property
    def _measure(self) -> Measure | None:
        chosen = self._outcome.currentData()
        return next((one for one in self._measures if one.id == chosen), None)

    def _look_at(self, id: str) -> None:
        """Look at a measure, or at the first where that is not asked."""
        self._outcome.setCurrentIndex(max(self._outcome.findData(id), 0))

    def _take_thing(self, id: str) -> None:
        thing = next(one for one in THINGS if one.id == id)
        self.show_draft(replace(begun_with(thing), start=self._time.start))
        self.changed.emit()

    def _edited(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        draft, measure = self.draft, self._measure
        lack = words.lack(draft.question, draft.first, draft.second, self._medicines)
        self._foot.show_state(lack or self._time.lack, is_blank=draft.is_blank)
        self._time.judge()
        self._counts.show_design(draft.design, measure)
        self._words.setText(
            _("Looked at on the day after each day, as that is when it would show.")
            if draft.lag(measure)
            else _("Looked at on the same day.")
        )
        self._mark(draft.thing)

    def _mark(self, thing: Thing | None) -> None:
        """Show which thing stands there, while its words are as they are offered."""
        if thing is not None:
            self._things.show_choice(thing.id)
        elif self._things.choice:
            self._things.show_none()

    # Building

    def _build_controls(self) -> None:
        theme = self._theme
        self._things = Pills(theme, _("Something to begin with"), [_choice(one) for one in THINGS])
        self._things.chosen.connect(self._take_thing)
        self._hint = self._small()
        self._hint.hide()
        self._question = self._field(_("Your question"))
        self._first = self._field(_("The way that you try"))
        self._second = self._field(_("The way that it is compared with"))
        self._outcome = Choice(theme, _("What it looks at"))
        self._outcome.currentIndexChanged.connect(self._edited)
        times = ((_DAYTIME, _("in the daytime")), (_EVENING, _("in the evening")))
        self._when = Segments(theme, _("When it is done"), times)
        self._when.show_choice(_DAYTIME)
        self._when.chosen.connect(self._edited)
        self._time = TimeCard(theme)
        self._time.changed.connect(self._edited)
        self._words = self._small()
        self._counts = CountsCard(theme)
        self._foot = PlanFoot(theme)
        self._foot.go.clicked.connect(self.given)
        self._foot.fresh.clicked.connect(self.fresh_wanted)

    def _build_question(self) -> Card:
        card = NumberedCard(self._theme, Numbered(self._theme, 1, _("Your question")))
        card.box.addWidget(self._hint)
        card.box.addWidget(self._small(_("Something to begin with, or a question of your own")))
        card.box.addWidget(self._things)
        card.box.addWidget(self._question)
        card.box.addWidget(self._outcome, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _build_ways(self) -> Card:
        card = NumberedCard(self._theme, Numbered(self._theme, 2, _("Two ways")))
        for way, field in ((Way.FIRST, self._first), (Way.SECOND, self._second)):
            row = QHBoxLayout()
            row.setSpacing(self._theme.size("space", "m"))
            row.addWidget(WayMark(self._theme, way))
            row.addWidget(field, 1)
            card.box.addWidget(self._small(field.accessibleName()))
            add_layout(card.box, row)
        card.box.addWidget(self._when, 0, Qt.AlignmentFlag.AlignLeading)
        card.box.addWidget(self._words)
        return card

    def _field(self, name: str) -> TextField:
        field = TextField(self._theme, name)
        field.setMaxLength(LONGEST)
        field.textChanged.connect(self._edited)
        return field

    def _small(self, text: str = "") -> Label:
        return Label(self._theme, text, role="small", color="ink_2", wraps=True)


def _choice(thing: Thing) -> tuple[str, str]:
    return thing.id, _(thing.name)
