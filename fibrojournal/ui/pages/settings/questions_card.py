"""Settings, Questions: what stands on Today, in which order and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from fibrojournal.journal.arranging import Listed, NotArranged, listed, move, stand
from fibrojournal.journal.chosen import set_kept, set_place, set_words
from fibrojournal.journal.common import applied
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import CommonEdit, Edit, set_own
from fibrojournal.journal.joining import can_join, join_measures
from fibrojournal.journal.measures import Direction, Measure, Place
from fibrojournal.text import N_, _, plain_number
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.arrange_card import FEWEST_ROWS, ArrangeCard
from fibrojournal.ui.pages.settings.arranged_rows import Entry
from fibrojournal.ui.pages.settings.own_question import OwnQuestion
from fibrojournal.ui.pages.settings.resting_part import RestingPart

_PLACES = (
    (Place.TODAY, N_("Today"), N_("“{name}” stands on Today.")),
    (Place.MORE, N_("More"), N_("“{name}” stands under More about today.")),
    (Place.HIDDEN, N_("Hidden"), N_("“{name}” is hidden. Its answers stay.")),
)


class QuestionsCard(ArrangeCard[Measure]):
    """Lists every question that can be asked, and adds those of one's own."""

    def __init__(self, around: Surroundings) -> None:
        words = _("what stands on Today and in which order; hidden ones keep their answers")
        places = [(place.value, _(name)) for place, name, _told in _PLACES]
        super().__init__(around, _("Questions"), words, places)
        self.build(_("Add a question of your own"), self._make_form)
        self.add.clicked.connect(lambda: self.open_form(self.own.name.field))
        self.resting = RestingPart(around)
        self.resting.rest_wanted.connect(partial(self.place_row, place=Place.HIDDEN.value))
        self.resting.keep_wanted.connect(self._keep)
        self.box.addWidget(self.resting)

    def _make_form(self) -> OwnQuestion:
        self.own = own = OwnQuestion(self._theme)
        own.added.connect(self._add)
        own.refused.connect(self.told)
        own.left.connect(self.close_form)
        return own

    def entries(self) -> tuple[Sequence[Entry], int]:
        """Return all questions; those on Today always show."""
        rows = listed(self.diary.questions)
        return [_entry(row) for row in rows], _always(rows)

    def one(self, id: str) -> Measure:
        """Return the measure of a row."""
        return next(one for one in self.diary.questions.measures if one.id == id)

    def others(self, own: Measure) -> Sequence[Measure]:
        """List the own measures that mean the same by a number."""
        return [one for one in self.diary.questions.own_measures if can_join(own, one)]

    def joined(
        self, gone: Measure, stays: Measure, days: Sequence[Day], *, gone_wins: bool
    ) -> list[Edit]:
        """Return the edits that join two measures."""
        return join_measures(gone, stays, days, gone_wins=gone_wins)

    def words_edit(self, one: Measure, words: str) -> CommonEdit:
        """Return the edit that asks in other words."""
        return set_words(one, words)

    def move_row(self, id: str, by: int) -> None:
        """Move a question among those of its part."""
        edit = move(self.diary.questions, id, by)
        if edit is not None:
            self.change([edit], _("Moving “{name}”").format(name=self.one(id).label))

    def place_row(self, id: str, place: str) -> None:
        """Stand a question on Today, under More or nowhere, if it can stand there."""
        name, choice = self.one(id).label, Place(place)
        try:
            edit = stand(self.diary.questions, id, choice)
        except NotArranged as error:
            self.told.emit(str(error))
            self.show_rows()
            return
        after = listed(applied(self.diary.common, edit).questions)
        if id not in [row.measure.id for row in after[: _always(after)]]:
            self.shows_all = True  # it goes further down than what shows
        done = next(_(told) for one, _name, told in _PLACES if one is choice)
        self.change([edit], _("Where “{name}” stands").format(name=name), done.format(name=name))

    def _keep(self, id: str) -> None:
        """Offer no more that a question rest."""
        one = self.one(id)
        words = _("Keeping “{name}” asked").format(name=one.label)
        self.change([set_kept(one)], words, _("“{name}” stays.").format(name=one.label))

    def _add(self, measure: Measure) -> None:
        if self.diary.questions.measure(measure.id) is not None:
            self.told.emit(_("There is a question of that name already."))
            return
        self.close_form()
        self.shows_all = True
        self.change(
            [set_own(measure), set_place(measure, Place.MORE)],
            _("Adding “{name}”").format(name=measure.label),
            _("“{name}” stands under More about today.").format(name=measure.label),
        )


def _always(rows: Sequence[Listed]) -> int:
    """Tell how many rows always show: six, or all of Today."""
    return max(FEWEST_ROWS, sum(row.place is Place.TODAY for row in rows))


def _entry(row: Listed) -> Entry:
    one = row.measure
    place, hint = row.choice.value, _hint(one)
    return Entry(one.id, one.label, hint, place, row.can_rise, row.can_sink, color=one.id)


def _hint(measure: Measure) -> str:
    """Say in a few words how a question is answered, and which topic it belongs to."""
    scale = measure.scale
    if measure.unit == "h":
        words = _("half-hour steps")
    elif measure.unit:
        words = _(measure.unit)
    else:
        ends = plain_number(scale.low), plain_number(scale.high)
        words = _("{low} to {high}").format(low=ends[0], high=ends[1])
    if measure.direction is Direction.HIGH_IS_GOOD:
        words = _("{scale}, high is good").format(scale=words)
    topic = _(measure.topic) if measure.topic else ""
    return " · ".join(part for part in (topic, words) if part)
