"""What is said of a copy and of the days that differ, word for word."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.differences import DayDifference
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.backups import Backup
from fibrojournal.storage.restoring import Comparison, Contents
from fibrojournal.ui.pages.restore.words import count_rows, day_words, size, when

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=UTC)
STAMP = stamp_of(NOW)
DAY = date(2026, 3, 4)


def rated(**values: float) -> dict[str, Reading]:
    return {id: Reading(value, STAMP) for id, value in values.items()}


def said(backup: Day, journal: Day) -> tuple[str, str]:
    words = day_words(DayDifference(DAY, backup, journal), Questions())
    return words.what, words.outcome


def contents(first: date | None, last: date | None, days: int) -> Contents:
    return Contents(days, first, last, 0, 0, 0, 0, 0)


def test_a_copy_of_another_year_is_named_with_it() -> None:
    backup = Backup(Path("a"), datetime(2025, 12, 31, 21, 4, tzinfo=UTC), 1_400_000)
    assert when(backup, NOW) == "Wednesday 31 December 2025, 21:04"
    assert size(backup) == "1.4 MB · one file"


def test_counts_are_compared_in_words() -> None:
    then = contents(date(2025, 5, 3), date(2026, 3, 11), 317)
    now = contents(None, None, 0)
    rows = count_rows(
        Comparison(then, now, (), 0, is_of_another=False, is_same=False, only_in_backup=())
    )
    assert rows[0] == ("Days noted", "317", "0", "317 fewer")
    assert rows[1] == ("From, to", "3 May 2025 to 11 March 2026", "nothing noted", "")


def test_a_day_that_only_the_copy_has_is_named_with_what_it_holds() -> None:
    held = Day(
        DAY,
        rated(pain=6, pain_areas=2),
        {"overdid_it": TriggerAnswer(ticked=True, entered=STAMP)},
        Note("n", STAMP),
        BodyMap({"neck": None, "jaw_left": None}, STAMP),
        (Moment("m", DAY, "pain", 4, STAMP),),
    )
    what, outcome = said(held, Day(DAY))
    assert what == "in the backup only: pain 6, overdid it, a note, 2 more"
    assert outcome == "would come back"


def test_an_answer_that_the_copy_lacks_would_be_set_aside() -> None:
    what, outcome = said(Day(DAY, rated(pain=6)), Day(DAY, rated(pain=6, stress=3)))
    assert what == "stress not answered in the backup, 3 in the journal"
    assert outcome == "would be set aside"


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (None, 1, "overdid it in the journal only"),
        (1, None, "overdid it in the backup only"),
        (1, 3, "overdid it with another strength"),
    ],
)
def test_a_trigger_says_where_it_was_ticked(then: int | None, now: int | None, words: str) -> None:
    def day(strength: int | None) -> Day:
        ticked = strength is not None
        answer = TriggerAnswer(ticked=ticked, entered=STAMP, strength=strength)
        return Day(DAY, rated(pain=6), {"overdid_it": answer})

    assert said(day(then), day(now)) == (words, "as in the backup")


def test_a_body_map_is_told_without_its_count() -> None:
    then = Day(DAY, rated(pain_areas=1), body_map=BodyMap({"neck": None}, STAMP))
    moments = (Moment("m", DAY, "pain", 4, STAMP),)
    now = Day(DAY, rated(pain_areas=0), body_map=BodyMap({}, STAMP), moments=moments)
    assert said(then, now) == ("the body map differs, one moment differs", "as in the backup")


def test_medicines_are_counted() -> None:
    taken = Day(DAY, intakes={("pill", "noon"): Intake(taken=True, entered=STAMP)})
    assert said(taken, Day(DAY))[0] == "in the backup only: one medicine"
    then = Day(DAY, rated(pain=6), effects={"pill": MedicineEffect(STAMP, 3)})
    told, _outcome = said(then, Day(DAY, rated(pain=6)))
    assert told == "what was noted of one medicine differs"


def test_what_the_journal_no_longer_asks_is_told_without_its_name() -> None:
    ticked = {"own:cold": TriggerAnswer(ticked=True, entered=STAMP)}
    held = Day(DAY, {"own:itch": Reading(4, STAMP)}, ticked)
    what, _outcome = said(held, Day(DAY))
    assert what == "in the backup only: a question of your own 4, a trigger of your own"


def test_what_neither_holds_has_no_row_of_counts() -> None:
    then, now = (Contents(1, DAY, DAY, notes, 0, 0, 0, 0) for notes in (0, 1))
    rows = count_rows(
        Comparison(then, now, (), 0, is_of_another=False, is_same=False, only_in_backup=())
    )
    assert [row[0] for row in rows] == ["Days noted", "From, to", "Notes"]


def test_answers_are_named_in_the_order_in_which_they_are_asked_for() -> None:
    held = Day(DAY, rated(fatigue=7, pain=6, sleep_quality=3))
    assert said(held, Day(DAY))[0] == "in the backup only: pain 6, sleep 3, fatigue 7"
