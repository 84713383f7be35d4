"""Try it out: experiments of two ways, in an order that chance decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import Edit, SetTrigger
from fibrojournal.journal.experiment_drafts import Draft, set_draft
from fibrojournal.journal.experiments import (
    Experiment,
    drawn,
    ended,
    experiments,
    planned,
    removed,
    running,
    trigger_id,
)
from fibrojournal.text import N_, _
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.current import CurrentCard
from fibrojournal.ui.pages.experiments.drafting import Drafting
from fibrojournal.ui.pages.experiments.plan import PlanForm
from fibrojournal.ui.pages.experiments.result import ResultPart
from fibrojournal.ui.pages.experiments.tried import TriedCard
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.nested import add_layout

ABOUT = "about:"
_DOORS = {
    "factors": N_("Back to Factors"),
    "factor": N_("Back to the factor"),
    "today": N_("Back to Today"),
}
"""The pages that lead here, and the way back."""
_WHAT_IT_IS = N_(
    "A fair test for one person: two ways of doing something, in an order that chance decides."
)
_ONE_AT_A_TIME = N_("One thing at a time tells most, so what runs comes first.")


class ExperimentsPage(Page):
    """A plan to write, or the experiment that runs; below it those that were. One opens."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._shown: str = ""
        """The id of the experiment that is read out; none: plan and list."""
        self._wanted = self._about = ""
        self._door = "factors"
        self._emptied: frozenset[date] = frozenset()
        """Days from which something went with an experiment."""
        self._build()
        self._diary.common_changed.connect(self._show)
        if self._diary.why_read_only:
            self._form.hold_still(self._diary.why_read_only)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    # What the window asks

    def open_at(self, part: str) -> None:
        """Read one experiment out, by its id; "about:stress" begins a plan of what suits that."""
        if part.startswith(ABOUT):
            self._about = part.removeprefix(ABOUT)
        else:
            self._wanted = part

    def came_from(self, page_id: str) -> None:
        """Begin with how things stand, and lead back to Today from there."""
        self._shown = ""
        self._door = page_id if page_id in _DOORS else "factors"

    def is_about(self, day: date) -> bool:
        """Stay in front where taking an experiment away is undone."""
        return day in self._emptied

    def shown(self) -> None:
        """Show how things stand today, or what is to be read out."""
        self._shown, self._wanted = self._wanted or self._shown, ""
        self.subject_changed.emit("experiments", _("You opened Try it out."))
        self._form.say("")
        self._show()
        if self._about and self._form.isVisibleTo(self):
            self._drafting.begin_with(self._about)
            self._about = ""

    def finish(self) -> None:
        """Keep what was written of a plan."""
        self._about = ""
        self._drafting.hand_over()

    def focus_first(self) -> None:
        """Focus what to begin with, or the way back."""
        if self._form.isVisibleTo(self) and not self._diary.why_read_only:
            self._form.focus_first()
        else:
            self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_table(self) -> None:
        """Show the pairs as a table, or the table as a picture."""
        if self._result.isVisible():
            self._result.card.toggle_table()

    # Showing

    def _show(self) -> None:
        common, today = self._diary.common, self.today
        every = experiments(common.settings)
        one = next((each for each in every if each.id == self._shown), None)
        self._shown = one.id if one else ""
        current = running(every, today)
        past = [each for each in every if each != current]
        self._form.ask(words.outcomes(self._diary.questions), common.medicine_names, today)
        self._drafting.show()  # before the focus may come to it
        self._form.setVisible(one is None and current is None)
        self._current.setVisible(one is None and current is not None)
        self._tried.setVisible(one is None and bool(past))
        self._result.setVisible(one is not None)
        self._back.setText(_("Back to Try it out") if one else _(_DOORS[self._door]))
        if one is not None:
            self._title.setText(one.question)
            self._line.setText(words.row_line(one, today))
            self._result.show_experiment(one, today)
            return
        self._title.setText(_("Try it out"))
        waits = bool(self._about) and current is not None
        self._line.setText(_(_ONE_AT_A_TIME) if waits else _(_WHAT_IT_IS))
        if current is not None:
            self._current.show_experiment(current, today)
        self._tried.show_experiments(past, today)

    def _open(self, id: str) -> None:
        self._shown = id
        self._show()
        self._area.ensureVisible(0, 0)
        self.focus_first()

    def _leave(self) -> None:
        if self._shown:
            self._open("")
        else:
            self.page_wanted.emit(self._door)

    # Doing

    def _seal(self) -> None:
        self._drafting.hand_over()  # so that undo brings it back
        draft = self._form.draft
        experiment = Experiment(
            id=str(uuid4()),
            question=draft.question,
            first=draft.first,
            second=draft.second,
            outcome=draft.outcome,
            lag=self._form.lag,
            trigger=trigger_id(draft.first),
            design=draft.design,
            start=self._form.start,
            order=drawn(draft.design),
        )
        edits = [*planned(experiment, self._diary.questions), set_draft(Draft())]
        if self._edit(edits, experiment, _("The order is drawn and sealed.")):
            self._area.ensureVisible(0, 0)
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_over(self) -> None:
        is_cleared = self._drafting.start_over()
        self._form.focus_first()
        if is_cleared:
            self.did.emit(_("The draft is cleared."))

    def _end(self) -> None:
        current = self._running()
        if current is not None:
            last = self.today - timedelta(days=1)
            self._edit([ended(current, last)], current, _("It is ended; what is there stays."))
            self._open(current.id)

    def _look(self) -> None:
        current = self._running()
        if current is not None:
            self._open(current.id)

    def _remove_current(self) -> None:
        current = self._running()
        if current is not None:
            self._remove(current)

    def _remove_shown(self) -> None:
        every = experiments(self._diary.common.settings)
        self._remove(next(each for each in every if each.id == self._shown))

    def _remove(self, experiment: Experiment) -> None:
        chip = experiment.trigger
        self._diary.fetch_days(
            self, lambda day: chip in day.triggers, partial(self._take_away, experiment)
        )

    def _take_away(self, experiment: Experiment, days: list[Day]) -> None:
        every = experiments(self._diary.common.settings)
        edits = removed(experiment, every, self._diary.questions, days)
        self._emptied |= {edit.day for edit in edits if isinstance(edit, SetTrigger)}
        if self._edit(edits, experiment, words.gone(edits)):
            self.focus_first()

    def _running(self) -> Experiment | None:
        return running(experiments(self._diary.common.settings), self.today)

    def _edit(self, edits: Sequence[Edit], experiment: Experiment, done: str) -> bool:
        name = _("Experiment: {question}").format(question=experiment.question)
        is_made = self._diary.edit(edits, name)
        if is_made:
            self.did.emit(done)
        return is_made

    # Building

    def _build(self) -> None:
        theme, why_still = self._theme, self._diary.why_read_only
        self._area, column = all_scrolling(self, theme)
        self._back = BackLink(theme, _(_DOORS[self._door]))
        self._back.clicked.connect(self._leave)
        lead_back(theme, column, self._back)
        self._line = Label(theme, role="small", color="ink_2", wraps=True)
        self._title = page_title(theme)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._line)
        add_layout(column, titles)
        self._form = PlanForm(theme)
        self._form.given.connect(self._seal)
        self._form.fresh_wanted.connect(self._start_over)
        self._drafting = Drafting(self._form, self._diary)
        self._current = CurrentCard(theme, why_still)
        self._current.look_wanted.connect(self._look)
        self._current.end_wanted.connect(self._end)
        self._current.removal_wanted.connect(self._remove_current)
        self._result = ResultPart(theme, self._diary, why_still)
        self._result.again_wanted.connect(lambda: self._open(""))
        self._result.removal_wanted.connect(self._remove_shown)
        self._result.card.told.connect(self.told)
        self._tried = TriedCard(theme)
        self._tried.opened.connect(self._open)
        for part in (self._current, self._form, self._result, self._tried):
            column.addWidget(part)
        column.addStretch(1)
