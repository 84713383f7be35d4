from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.edits import Edit, SetEvent, SetNote, SetReading, SetTrigger, applied
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.questions import Questions, own_measure
from fibrojournal.ui.pages.calendar.content import (
    CalendarContent,
    answers_words,
    circumstances_words,
    make_cell,
    recent_words,
    weeks_words,
)
from fibrojournal.ui.pages.calendar.weeks import Weeks
from fibrojournal.ui.widgets.day_square import Noted
from tests.ui.pages.calendar_journal import TODAY, happened, noted, ticked, written

PAIN, SLEEP = MEASURE_BY_ID["pain"], MEASURE_BY_ID["sleep_quality"]
MARCH_1, MARCH_4, MARCH_6 = date(2026, 3, 1), date(2026, 3, 4), date(2026, 3, 6)
QUESTIONS = Questions()


def content(
    edits: Sequence[Edit], *flares: tuple[date, date], first_noted: date | None = MARCH_1
) -> CalendarContent:
    days: dict[date, Day] = {}
    events: list[Event] = []
    for edit in edits:
        if isinstance(edit, SetReading | SetTrigger | SetNote):
            days[edit.day] = applied(days.get(edit.day, Day(edit.day)), edit)
        elif isinstance(edit, SetEvent) and edit.event is not None:
            events.append(edit.event)
    weeks = Weeks.newest(TODAY, 0)
    return CalendarContent(weeks, days, tuple(events), tuple(flares), first_noted)


def march() -> CalendarContent:
    edits = [
        *noted(MARCH_4, pain=8, sleep_quality=4, stress=5, fatigue=7),
        *ticked(MARCH_4, "overdid_it", "weather_change"),
        *happened(MARCH_4, "Flu"),
        *written(MARCH_6, "A note"),
        *noted(TODAY, pain=5),
    ]
    return content(edits, (MARCH_1, MARCH_4))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (MARCH_4, "Wednesday 4 March, pain 8, flare day 4, event"),
        (date(2026, 3, 2), "Monday 2 March, nothing noted, flare day 2"),
        (TODAY, "Thursday 12 March, today, pain 5"),
        (date(2026, 3, 9), "Monday 9 March, nothing noted"),
        (MARCH_6, "Friday 6 March, noted, pain not answered"),
        (date(2026, 3, 13), "Friday 13 March"),
        (date(2025, 3, 13), "Thursday 13 March 2025, nothing noted"),
    ],
)
def test_a_square_is_put_into_words(day: date, words: str) -> None:
    assert make_cell(march(), day, PAIN).spoken == words


def test_a_square_shows_what_the_day_holds() -> None:
    cells = [make_cell(march(), day, PAIN) for day in (MARCH_4, MARCH_6, date(2026, 3, 9))]

    assert [(cell.noted, cell.number, cell.step) for cell in cells] == [
        (Noted.VALUE, "8", 8),
        (Noted.OTHER, "", 0),
        (Noted.NOTHING, "", 0),
    ]
    assert [cell.has_come for cell in cells] == [True, True, True]


def test_a_day_to_come_cannot_be_opened() -> None:
    cell = make_cell(march(), TODAY + timedelta(days=1), PAIN)

    assert cell.noted is Noted.FUTURE
    assert not cell.has_come


def test_zero_is_an_answer_like_any_other() -> None:
    cell = make_cell(content(noted(TODAY, pain=0)), TODAY, PAIN)

    assert (cell.noted, cell.number, cell.step) == (Noted.VALUE, "0", 0)
    assert cell.spoken == "Thursday 12 March, today, pain 0"


def test_a_value_between_two_steps_is_shown_as_it_is() -> None:
    cell = make_cell(content(noted(TODAY, pain=3.3)), TODAY, PAIN)

    assert (cell.number, cell.step) == ("3.3", 3)


def test_a_month_is_named_on_its_first_day_and_in_the_first_square() -> None:
    named = [day for day in march().weeks.days if make_cell(march(), day, PAIN).names_month]

    assert named == [date(2026, 2, 9), MARCH_1]


def test_an_event_flags_every_day_it_touches() -> None:
    held = content(happened(date(2026, 3, 7), "Trip", date(2026, 3, 9)))
    flagged = [day.day for day in held.weeks.days if make_cell(held, day, PAIN).has_event]

    assert flagged == [7, 8, 9]


def test_answers_come_in_the_order_of_the_form_and_stay_with_their_numbers() -> None:
    words = answers_words(march().day(MARCH_4), QUESTIONS)

    assert words == "Pain\xa08 · Sleep\xa04 · Stress\xa05 · Fatigue\xa07"


def test_further_answers_are_counted() -> None:
    def words(**values: float) -> str:
        return answers_words(content(noted(TODAY, **values)).day(TODAY), QUESTIONS)

    assert words(pain=5, mood=4) == "Pain\xa05 · 1 more answer"
    assert words(mood=5, gut=4) == "2 more answers"


def test_circumstances_name_triggers_flare_and_events() -> None:
    held = march()

    assert circumstances_words(held, held.day(MARCH_4), QUESTIONS) == (
        "Overdid it · Weather change · Flare, day 4 · Event: Flu"
    )
    assert circumstances_words(held, held.day(MARCH_6), QUESTIONS) == ""


def test_an_event_without_a_name_has_its_kind() -> None:
    held = content(happened(TODAY, ""))

    assert circumstances_words(held, held.day(TODAY), QUESTIONS) == "Event: Infection"


def test_the_description_says_which_way_is_which() -> None:
    assert weeks_words(march(), SLEEP) == (
        "3 days noted. A stronger colour means a higher number, from 0 very poor to 10 very good."
    )
    own = own_measure("own:cold_hands", "Cold hands")
    assert weeks_words(content(noted(TODAY, pain=1)), own) == (
        "1 day noted. A stronger colour means a higher number, from 0 to 10."
    )


def test_the_last_weeks_begin_with_the_journal() -> None:
    held = march()

    assert held.recent == [MARCH_1 + timedelta(days=n) for n in range(12)]
    assert recent_words(held, PAIN) == "Pain: 2 of 119 days answered, from 5 to 8."
    assert content([], first_noted=date(2020, 1, 1)).recent[0] == date(2025, 11, 14)
    assert content([], first_noted=None).recent == []


def test_a_measure_that_was_never_answered_says_so() -> None:
    assert recent_words(march(), MEASURE_BY_ID["fog"]) == (
        "Fibro fog: no day answered in the last 17 weeks."
    )


def test_a_day_that_changes_takes_the_place_of_what_was_read() -> None:
    empty = content([], first_noted=None)
    day = content(noted(MARCH_4, pain=2)).day(MARCH_4)
    changed = empty.with_day(day)

    assert changed.day(MARCH_4).value("pain") == 2
    assert changed.first_noted == MARCH_4
    assert changed.with_day(Day(MARCH_6)).first_noted == MARCH_4


def test_a_day_that_was_too_hard_to_note_says_so() -> None:
    seen = content(noted(MARCH_4, too_ill=1))
    assert make_cell(seen, MARCH_4, PAIN).spoken == "Wednesday 4 March, too ill to log"
    assert answers_words(seen.day(MARCH_4), QUESTIONS) == "Too ill to log"


def test_what_was_answered_on_such_a_day_is_said_too() -> None:
    seen = content(noted(MARCH_4, too_ill=1, pain=9, mood=1))
    expected = "Too ill to log · Pain 9 · 1 more answer"
    assert (
        answers_words(seen.day(MARCH_4), QUESTIONS).replace("\N{NO-BREAK SPACE}", " ") == expected
    )
    assert make_cell(seen, MARCH_4, PAIN).spoken == "Wednesday 4 March, pain 9"
