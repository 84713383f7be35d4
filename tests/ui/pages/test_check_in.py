"""The check-in as a person meets it: by keys alone, left and gone on with, taken back as one."""

from __future__ import annotations

from datetime import date, timedelta

from fibrojournal.app import Program
from fibrojournal.journal.check_ins import check_in_of, edits_to, values_of
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import BodyMap, Day
from fibrojournal.journal.edits import SetBodyMap
from fibrojournal.journal.scoring import CheckIn, SymptomAnswers
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.check_in.feelings import FeelingsPage
from fibrojournal.ui.pages.check_in.page import CheckInPage
from tests.ui.checks.rooms_of_parts import check_in, feelings
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
WHOLE = CheckIn(frozenset({"neck", "chest"}), SymptomAnswers(2, 3, 2, 1, 0, 0), lasting=True)


def stored(person: Person, program: Program, day: date = TODAY) -> Day:
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        return journal.day(day)


def filled(person: Person, *check_ins: tuple[int, CheckIn]) -> None:
    """Fill the journal with check-ins so many days ago."""
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        for back, answers in check_ins:
            day = Day(TODAY - timedelta(days=back))
            journal.save(edits_to(day, values_of(answers), stamp))


def shown_step(page: CheckInPage) -> int:
    steps = (page._where, page._how, page._result)
    return next(place for place, part in enumerate(steps, 1) if part.isVisible())


def test_a_whole_check_in_takes_keys_alone(person: Person) -> None:
    program = person.start()
    page = check_in(person, program)
    person.press("Down Space Right Space Tab Y Control+Return")
    person.press("2 Tab 3 Tab 2 Tab Y Tab N Tab N Control+Return")
    assert shown_step(page) == 3
    day = stored(person, program)
    assert check_in_of(day) == WHOLE
    assert (day.value("wpi"), day.value("sss"), day.value("psd")) == (2, 8, 10)
    assert page._result._title.text() == "10 of 31."
    assert page._state.text() == "Saved."


def test_one_undo_takes_the_whole_check_in_back(person: Person) -> None:
    program = person.start()
    page = check_in(person, program)
    person.press("Space Tab Y Control+Return 2 Tab 3")
    assert len(program.diary.steps) == 1
    person.press("Control+Z")
    assert program.window._front is page
    assert stored(person, program).readings == {}
    person.press("Control+Y")
    assert stored(person, program).value("sss_unrefreshed") == 3


def test_a_check_in_that_was_left_waits_on_its_day(person: Person) -> None:
    filled(person, (2, CheckIn(frozenset({"neck"}), SymptomAnswers(fatigue=1))))
    program = person.start()
    page = check_in(person, program)
    assert shown_step(page) == 2
    assert page._hint.text() == "begun on Tuesday 10 March, it waited for you"
    assert page._state.text() == "6 answers still blank, fine to leave."
    person.press("3")
    assert stored(person, program, TODAY - timedelta(days=2)).value("sss_unrefreshed") == 3
    assert stored(person, program).readings == {}


def test_a_blank_answer_leaves_no_sum_and_no_rule(person: Person) -> None:
    page = check_in(person, person.start())
    person.press("Space Control+Return 2 Control+Return")
    assert page._result._title.text() == "No sum this time."
    assert not page._result._strip.isVisible()
    assert not page._result._notice.isVisible()
    assert not page._result._line_card.isVisible()
    assert not page._table.isVisible()


def test_a_finished_check_in_shows_its_result_and_the_line_so_far(person: Person) -> None:
    more = CheckIn(frozenset({"neck"}), WHOLE.symptoms, lasting=True)
    filled(person, (60, WHOLE), (30, more), (0, WHOLE))
    page = check_in(person, person.start())
    assert shown_step(page) == 3
    assert page._result._title.text() == "10 of 31. The 2 before lay between 9 and 10."
    assert page._result._notice.text.startswith("These answers do not match a research rule")
    assert "3 times, between 9 and 10" in page._result._finding.text()
    person.press("Control+T")
    assert page._result.line.table.isVisible()
    assert page._result.line.table.rowCount() == 3
    page._table.click()
    assert page._result.line.picture.isVisible()


def test_steps_lead_on_and_back(person: Person) -> None:
    page = check_in(person, person.start())
    page._next.click()
    assert shown_step(page) == 2
    page._next.click()
    assert shown_step(page) == 3
    person.press("Control+Return")
    assert shown_step(page) == 3
    page._former.click()
    person.press("Alt+Left")
    assert shown_step(page) == 1
    person.press("Alt+Left")
    assert shown_step(page) == 1


def test_body_maps_of_a_whole_week_are_offered(person: Person) -> None:
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        for back in range(7):
            areas = {"neck": None} if back else {"chest": None}
            day = TODAY - timedelta(days=back)
            journal.save([SetBodyMap(day, BodyMap(areas, stamp))])
    program = person.start()
    page = check_in(person, program)
    assert page._where._offer.isVisible()
    assert "Together they mark 2 areas." in page._where._offer_words.text()
    page._where._take.click()
    assert check_in_of(stored(person, program)).areas == frozenset({"neck", "chest"})
    assert "derived from your body maps" in page._where._offer_words.text()
    assert not page._where._take.isVisible()
    assert "derived from your body maps" in page._result._parts.text()


def test_a_week_with_a_gap_offers_nothing(person: Person) -> None:
    page = check_in(person, person.start())
    assert not page._where._offer.isVisible()


def test_no_pain_anywhere_is_said_by_its_own_box(person: Person) -> None:
    program = person.start()
    page = check_in(person, program)
    first, nothing = page._where.picker.list.boxes[0], page._where.picker.list.boxes[-1]
    first.click()
    first.click()
    assert stored(person, program).readings == {}
    nothing.click()
    assert stored(person, program).value("wpi") == 0
    nothing.click()
    assert stored(person, program).readings == {}


def test_a_journal_that_is_only_looked_at_takes_no_check_in(person: Person) -> None:
    filled(person, (0, CheckIn(frozenset({"neck"}))))
    program = person.start(why_read_only="Another window writes.")
    page = check_in(person, program)
    assert page._back.hasFocus()
    assert not page._how.rows["sss_fatigue"].scale.options[0].isEnabled()
    assert not page._where.picker.list.boxes[0].isEnabled()


def test_the_way_back_leads_to_trends_and_on_to_mood(person: Person) -> None:
    filled(person, (0, WHOLE))
    program = person.start()
    page = check_in(person, program)
    page._feelings.click()
    assert isinstance(program.window._front, FeelingsPage)
    check_in(person, program)
    page._back.click()
    assert program.window._front is program.window._pages["trends"]


def test_the_calendar_counts_no_answer_of_a_check_in(person: Person) -> None:
    filled(person, (0, WHOLE))
    program = person.start()
    program.window.show_page("calendar")
    calendar = program.window._pages["calendar"]
    person.qtbot.waitUntil(lambda: calendar._content is not None)  # type: ignore[attr-defined]
    assert calendar._card._answers.text() == "Check-in: 10 of 31"  # type: ignore[attr-defined]


# Mood, worry and change


def test_mood_and_worry_are_answered_by_digits_and_summed(person: Person) -> None:
    program = person.start()
    feelings(person, program)
    person.press("1 Tab 2 Tab 0 Tab 3 Tab 4")
    day = stored(person, program)
    assert (day.value("phq2"), day.value("gad2"), day.value("overall_change")) == (3, 3, 4)
    assert len(program.diary.steps) == 1


def test_a_blank_one_of_two_leaves_no_score(person: Person) -> None:
    program = person.start()
    page = feelings(person, program)
    person.press("1 Tab 2")
    assert stored(person, program).value("phq2") == 3
    person.press("Delete")
    day = stored(person, program)
    assert day.value("phq2_1") == 1
    assert "phq2" not in day.readings
    assert page._scales["phq2_2"].answer is None


def test_undo_shows_on_the_page_of_mood(person: Person) -> None:
    program = person.start()
    page = feelings(person, program)
    person.press("1 Control+Z")
    assert page._scales["phq2_1"].answer is None
    assert program.window._front is page
    page._back.click()
    assert program.window._front is program.window._pages["trends"]


def test_mood_is_only_looked_at_where_nothing_is_written(person: Person) -> None:
    filled(person)
    page = feelings(person, person.start(why_read_only="Another window writes."))
    assert page._back.hasFocus()
    assert not page._scales["gad2_1"].options[0].isEnabled()


def test_answers_of_today_are_untouched_by_a_check_in(person: Person) -> None:
    filled(person, (0, WHOLE))
    page = today_page(person.start())
    assert page._ratings.rows["pain"].control.answer is None
