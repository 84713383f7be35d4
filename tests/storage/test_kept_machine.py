"""A journal that is kept for years: undone, backed up, restored, locked, merged, in any order."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
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

from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.edits import (
    DayEdit,
    SetBodyMap,
    SetNote,
    SetReading,
    SetTrigger,
    applied,
    emptied,
    inverse,
    with_counts,
)
from fibrojournal.storage import encryption
from fibrojournal.storage.backups import make_backup
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.restoring import restore_whole
from tests.storage.build import EVENING, scratch
from tests.storage.converting import CHEAP
from tests.storage.strategies import (
    DAYS,
    MEASURES,
    TRIGGERS,
    answers,
    body_maps,
    days_of_year,
    notes,
    readings,
)

Days = dict[date, Day]
Step = tuple[list[DayEdit], list[DayEdit]]

ELSEWHERE = "dizziness"
"""A question that only the other computer answers, so that what a merge brings is plain."""

day_edits: st.SearchStrategy[DayEdit] = st.one_of(
    st.builds(SetReading, days_of_year, st.sampled_from(MEASURES), st.none() | readings),
    st.builds(SetTrigger, days_of_year, st.sampled_from(TRIGGERS), st.none() | answers),
    st.builds(SetNote, days_of_year, st.none() | notes),
    st.builds(SetBodyMap, days_of_year, st.none() | body_maps),
)
one_day = days_of_year.flatmap(
    lambda day: st.lists(day_edits.filter(lambda edit: edit.day == day), min_size=1, max_size=3)
)


class KeptJournal(RuleBasedStateMachine):
    """Holds the file against plain dictionaries of days, one for each copy that was made."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = ExitStack()
        self.path = self.folder.enter_context(scratch())
        self.copies = self.path.with_name("backups")
        self.elsewhere = self.path.with_name("elsewhere.fjnl")
        self.now = datetime(2026, 3, 13, tzinfo=UTC)
        self.key: DataKey | None = None
        self.days: Days = {day: Day(day) for day in DAYS}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.backups: dict[Path, Days] = {}
        self.there: Days | None = None
        """What the other computer's copy holds, where there is one."""
        self.later_here: set[date] = set()
        """Where the other's answer was changed here after it was given: then this stands."""

    @initialize()
    def begin(self) -> None:
        self.journal = JournalFile.create(self.path)

    # A day

    @rule(changes=one_day)
    def log(self, changes: list[DayEdit]) -> None:
        self.do(list(with_counts(changes)))

    def do(self, changes: list[DayEdit]) -> None:
        day = self.days[changes[0].day]
        back: list[DayEdit] = []
        for one in changes:
            back.insert(0, inverse(one, day))
            day = applied(day, one)
        self.write(changes)
        self.done.append((changes, back))
        self.undone.clear()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        step = self.done.pop()
        self.write(step[1])
        self.undone.append(step)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step = self.undone.pop()
        self.write(step[0])
        self.done.append(step)

    @rule(day=days_of_year)
    def remove_a_day(self, day: date) -> None:
        changes = emptied(self.days[day])
        if changes:
            self.do(changes)

    def write(self, changes: list[DayEdit]) -> None:
        self.journal.save(changes)
        for one in changes:
            self.days[one.day] = applied(self.days[one.day], one)
            if isinstance(one, SetReading) and one.measure == ELSEWHERE:
                self.later_here.add(one.day)

    # The file

    @rule()
    def close_and_open(self) -> None:
        self.journal.close()
        self.journal = JournalFile.open(self.path, self.key)

    @rule()
    def back_up(self) -> None:
        self.now += timedelta(minutes=1)
        made = make_backup(self.journal, self.copies, self.now)
        self.backups[made.path] = dict(self.days)
        self.backups = {path: days for path, days in self.backups.items() if path.exists()}

    @precondition(lambda self: self.backups)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.backups)))
        self.now += timedelta(minutes=1)
        self.journal.close()
        former = restore_whole(self.path, chosen, self.copies, self.key, self.now)
        assert former is not None
        self.backups[former.path], self.days = dict(self.days), dict(self.backups[chosen])
        self.journal = JournalFile.open(self.path, self.key)
        self.there = None  # what it would bring back is told elsewhere
        self.done.clear()
        self.undone.clear()

    @rule()
    def turn_the_lock_on_or_off(self) -> None:
        self.journal.close()
        copies = encryption.copies_of(self.path, self.copies)
        if self.key is None:
            self.key = encryption.encrypt(self.path, "a key", copies=copies, cost=CHEAP)
        else:
            encryption.decrypt(self.path, self.key, copies=copies)
            self.key = None
        self.there = None
        self.journal = JournalFile.open(self.path, self.key)

    @precondition(lambda self: self.key is not None)
    @rule()
    def make_a_new_key(self) -> None:
        assert self.key is not None
        self.journal.close()
        copies = encryption.copies_of(self.path, self.copies)
        former, self.key = (
            self.key,
            encryption.change_key(self.path, self.key, "another", copies=copies, cost=CHEAP),
        )
        assert former != self.key
        self.there = None
        self.journal = JournalFile.open(self.path, self.key)

    # The other computer

    @rule()
    def take_a_copy_along(self) -> None:
        shutil.copy(self.path, self.elsewhere)
        self.there = dict(self.days)
        self.later_here.clear()

    @precondition(lambda self: self.there is not None)
    @rule(day=days_of_year, value=st.integers(0, 10))
    def answer_elsewhere(self, day: date, value: int) -> None:
        assert self.there is not None
        edit = SetReading(day, ELSEWHERE, Reading(float(value), EVENING))
        with JournalFile.open(self.elsewhere, self.key) as other:
            other.save([edit])
        self.there[day] = applied(self.there[day], edit)
        self.later_here.discard(day)

    @precondition(lambda self: self.there is not None)
    @rule()
    def merge(self) -> None:
        assert self.there is not None
        self.journal.merge(self.elsewhere, self.key)
        for day in DAYS:
            brought = self.there[day].readings.get(ELSEWHERE)
            if brought is not None and day not in self.later_here:
                edit = SetReading(day, ELSEWHERE, brought)
                self.days[day] = applied(self.days[day], edit)
        assert not self.journal.merge(self.elsewhere, self.key).changed

    # What holds

    @invariant()
    def it_holds_what_was_entered(self) -> None:
        if not hasattr(self, "journal"):
            return
        assert held(self.journal) == noted(self.days)

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            assert self.journal.problems() == []
            self.journal.close()
            for path, days in self.backups.items():
                if path.exists():  # rotation lets old ones go
                    with JournalFile.open(path, self.key) as copy:
                        assert copy.problems() == []
                        assert held(copy) == noted(days)
        self.folder.close()


def held(journal: JournalFile) -> Days:
    return {day.date: day for day in journal.snapshot().days}


def noted(days: Days) -> Days:
    return {date_of: day for date_of, day in days.items() if day != Day(date_of)}


TestKeptJournal = KeptJournal.TestCase
TestKeptJournal.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
