"""Experiments are choices of the journal: they merge, travel in the archive, and stay sealed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fibrojournal.journal.experiments import (
    DESIGN_BY_ID,
    Experiment,
    drawn,
    ended,
    experiments,
    planned,
)
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import DAY, after, chip
from tests.storage.two import Two, save

DAYS = DESIGN_BY_ID["days"]
PLAN = Experiment(
    id="6d7e1d6e",
    question="Do rest breaks go with less “zähe” pain?",
    first="Two rest breaks",
    second="Rest as it comes",
    outcome="pain",
    lag=0,
    trigger="own:two_rest_breaks",
    design=DAYS,
    start=DAY,
    order=drawn(DAYS),
)


def test_one_computer_ends_what_the_other_goes_on_with(two: Two) -> None:
    two.on(two.a, save(*planned(PLAN, Questions())))
    two.part()
    two.on(two.a, save(chip(PLAN.trigger, ticked=True, day=after(3))))
    two.on(two.b, save(ended(PLAN, after(12))))
    with two.both() as merged:
        assert experiments(merged.settings()) == (replace(PLAN, end=after(12)),)
        assert merged.day(after(3)).ticked == (PLAN.trigger,)


def test_a_journal_filled_from_a_copy_holds_the_same_order(tmp_path: Path) -> None:
    with (
        JournalFile.create(tmp_path / "a.fjnl") as one,
        JournalFile.create(tmp_path / "b.fjnl") as other,
    ):
        one.save(planned(PLAN, Questions()))
        other.restore_snapshot(one.snapshot())
        assert experiments(other.settings()) == (PLAN,)
