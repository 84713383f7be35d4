"""A journal lived with: saved, cleared, closed, reopened, by both ways of writing, in any order."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from fibrojournal.journal import common
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import BodyMap, Day, Moment, Reading
from fibrojournal.journal.edits import (
    DayEdit,
    Edit,
    SetBodyMap,
    SetMoment,
    SetReading,
    applied,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import scratch
from tests.storage.strategies import DAYS, edits, quick_edits


class LivedInJournal(RuleBasedStateMachine):
    """Compares every reading with what the domain says of the same edits."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = ExitStack()
        self.path = self.folder.enter_context(scratch())
        self.days = {day: Day(day) for day in DAYS}
        self.moments: dict[str, Moment] = {}
        self.common = Common()

    @initialize(kind=st.sampled_from((JournalFile, QuickJournal)))
    def begin(self, kind: type[JournalFile | QuickJournal]) -> None:
        kind.create(self.path).close()
        self.quick = opened(self.path)
        self.journal: JournalFile | None = None

    @rule(changes=st.lists(quick_edits, min_size=1, max_size=4))
    def save_quickly(self, changes: list[Edit]) -> None:
        self.quick.save(changes)
        self.remember(changes)

    @rule()
    def wait_for_the_file(self) -> None:
        if self.journal is None:
            self.journal = JournalFile.open(self.path)

    @precondition(lambda self: self.journal is not None)
    @rule(changes=st.lists(edits, min_size=1, max_size=4))
    def save(self, changes: list[Edit]) -> None:
        assert self.journal is not None
        self.journal.save(changes)
        self.remember(changes)

    @precondition(lambda self: self.journal is not None)
    @rule(day=st.sampled_from(DAYS))
    def clear_a_day(self, day: date) -> None:
        assert self.journal is not None
        held = self.days[day]
        changes: list[Edit] = [SetReading(held.date, id, None) for id in held.readings]
        changes.append(SetBodyMap(held.date, None))
        self.journal.save(changes)
        self.remember(changes)

    @precondition(lambda self: self.journal is not None)
    @rule()
    def close(self) -> None:
        assert self.journal is not None
        self.journal.close()
        self.journal = None

    @rule()
    def reopen_quickly(self) -> None:
        self.quick.close()
        self.quick = opened(self.path)

    def remember(self, changes: list[Edit]) -> None:
        for edit in changes:
            if isinstance(edit, SetMoment):
                self.moments.pop(edit.id, None)
                if edit.moment is not None:
                    self.moments[edit.id] = edit.moment
            elif isinstance(edit, DayEdit):
                self.apply(edit)
            else:
                self.common = common.applied(self.common, edit)

    def apply(self, edit: DayEdit) -> None:
        day = applied(self.days[edit.day], edit)
        if isinstance(edit, SetBodyMap):
            day = applied(day, SetReading(edit.day, "pain_areas", counted(edit.body_map)))
        self.days[edit.day] = day

    @invariant()
    def both_say_what_the_domain_says(self) -> None:
        for date_of, day in self.days.items():
            found = self.quick.day(date_of)
            assert (found.readings, found.triggers) == (day.readings, day.triggers)
            assert (found.note, found.body_map) == (day.note, day.body_map)
            assert (found.intakes, found.effects) == (day.intakes, day.effects)
            assert set(found.moments) == {m for m in self.moments.values() if m.day == date_of}
            assert self.journal is None or self.journal.day(date_of) == found
        if self.journal is not None:
            assert self.journal.common() == self.common

    def teardown(self) -> None:
        self.quick.close()
        with self.journal or JournalFile.open(self.path) as journal:
            assert journal.problems() == []
        self.folder.close()


def counted(body_map: BodyMap | None) -> Reading | None:
    if body_map is None:
        return None
    return Reading(float(len(body_map.areas)), body_map.entered, body_map.origin)


def opened(path: Path) -> QuickJournal:
    quick = QuickJournal.open(path)
    assert quick is not None
    return quick


TestLivedInJournal = LivedInJournal.TestCase
TestLivedInJournal.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
