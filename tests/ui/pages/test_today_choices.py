"""Today asks what the person chose: questions, words, triggers, their order and strength."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.journal.chosen import (
    set_order,
    set_place,
    set_strength_asked,
    set_trigger_order,
    set_trigger_shown,
    set_words,
)
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import TriggerAnswer
from fibrojournal.journal.edits import Edit, SetTrigger
from fibrojournal.journal.measures import MEASURE_BY_ID, Place
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.widgets.chips import Chip
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
MOOD, FOG, STRESS = (MEASURE_BY_ID[id] for id in ("mood", "fog", "stress"))


def asked(program: Program) -> list[str]:
    return list(today_page(program)._ratings.rows)


def chips(program: Program) -> list[str]:
    return [chip.id for chip in today_page(program)._triggers._chips.chips]


def chip(program: Program, id: str) -> Chip:
    return next(one for one in today_page(program)._triggers._chips.chips if one.id == id)


def begin(person: Person, *edits: Edit) -> None:
    """Make a journal in which these edits were made."""
    with JournalFile.create(person.journal) as journal:
        journal.save(edits)


def ticked(person: Person, trigger: str, days_ago: int, times: int = 1) -> list[Edit]:
    """Return the edits of a trigger ticked on some days on end."""
    answer = TriggerAnswer(ticked=True, entered=stamp_of(person.moment))
    return [SetTrigger(TODAY - timedelta(days=days_ago + n), trigger, answer) for n in range(times)]


def test_the_first_paint_asks_what_was_chosen(person: Person) -> None:
    begin(person, set_place(MOOD, Place.TODAY), set_order(["mood", "pain"]))
    program = person.start(ready=False)
    assert asked(program) == ["mood", "pain", "sleep_quality", "stress", "fatigue", "fog"]


def test_a_question_chosen_for_today_comes_at_once_and_goes_with_undo(person: Person) -> None:
    program = person.start()
    person.press("M")
    program.diary.edit([set_place(MOOD, Place.TODAY)], "Mood on Today")
    assert asked(program)[-1] == "mood"
    more = today_page(program)._more.rows
    assert more is not None
    assert "mood" not in more.rows
    program.diary.undo()
    assert asked(program)[-1] == "fog"
    assert "mood" in more.rows


def test_tab_goes_through_rows_that_came_later_in_their_order(person: Person) -> None:
    program = person.start()
    program.diary.edit(
        [set_place(MEASURE_BY_ID["sleep_hours"], Place.TODAY), set_order(["sleep_hours"])], "Hours"
    )
    page = today_page(program)
    page.focus_first()
    reached = []
    for _row in range(7):
        reached.append(getattr(person.focused(), "measure", None))
        person.press("Tab")
    assert [m.id for m in reached if m] == asked(program)
    assert reached[-1] is None, "then come the chips"


def test_a_hidden_question_keeps_its_answer(person: Person) -> None:
    program = person.start()
    person.press("7")
    person.saved(program)
    before = program.diary.known(TODAY)
    program.diary.edit([set_place(MEASURE_BY_ID["pain"], Place.HIDDEN)], "Hiding pain")
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        assert journal.day(TODAY) == before


def test_own_words_stand_in_the_row(person: Person) -> None:
    begin(person, set_words(FOG, "Cotton wool"))
    program = person.start()
    assert today_page(program)._ratings.rows["fog"].measure.label == "Cotton wool"


def test_the_fold_row_names_what_stands_under_it(person: Person) -> None:
    begin(person, set_place(STRESS, Place.MORE))
    more = today_page(person.start())._more
    assert more.row.accessibleDescription() == "7 questions, 10 topics"


def test_a_topic_that_lost_its_questions_goes(person: Person) -> None:
    program = person.start()
    person.press("M")
    program.diary.edit([set_place(MEASURE_BY_ID["burning"], Place.HIDDEN)], "Hiding burning")
    topics = today_page(program)._more.topics
    assert topics is not None
    assert "Burning" not in [button.topic.name for button in topics.buttons]


def test_a_hidden_trigger_is_neither_offered_nor_noted_as_no(person: Person) -> None:
    begin(person, set_trigger_shown("travel", is_shown=False))
    program = person.start()
    assert "travel" not in chips(program)
    person.press("7")
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        assert "travel" not in journal.day(TODAY).triggers


def test_a_day_still_shows_the_hidden_trigger_that_it_holds(person: Person) -> None:
    begin(person, set_trigger_shown("travel", is_shown=False), *ticked(person, "travel", 1))
    program = person.start()
    person.press("Alt+Left")
    assert chip(program, "travel").isChecked()


def test_the_most_used_triggers_stand_first(person: Person) -> None:
    begin(person, *ticked(person, "poor_food", 1, times=3), *ticked(person, "travel", 1))
    assert chips(person.start())[:3] == ["poor_food", "travel", "overdid_it"]


def test_what_is_ticked_today_moves_no_chip_today_but_tomorrow(person: Person) -> None:
    begin(person, *ticked(person, "travel", 1))
    program = person.start()
    before = chips(program)
    chip(program, "unwell").click()
    chip(program, "period").click()
    person.saved(program)
    person.leave(program)
    program = person.start()
    assert chips(program) == before, "also after a new start"
    person.moment += timedelta(days=1)
    page = today_page(program)
    page.show_day(page.today)
    person.qtbot.waitUntil(lambda: page.day == page.today)
    assert set(chips(program)[:3]) == {"travel", "unwell", "period"}


def test_an_own_order_holds_whatever_is_used(person: Person) -> None:
    begin(person, set_trigger_order(["unwell"]), *ticked(person, "travel", 1, times=5))
    assert chips(person.start())[0] == "unwell"


def test_an_own_trigger_is_added_and_taken_back_in_one_step(person: Person) -> None:
    program = person.start()
    today_page(program)._add_own("Thunderstorm")
    assert chip(program, "own:thunderstorm").isChecked()
    program.diary.undo()
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        assert journal.questions().own_triggers == ()
        assert not journal.day(TODAY).is_noted


def test_naming_a_hidden_trigger_anew_brings_it_back(person: Person) -> None:
    program = person.start()
    today_page(program)._add_own("Thunderstorm")
    program.diary.edit([set_trigger_shown("own:thunderstorm", is_shown=False)], "Hiding it")
    today_page(program)._add_own("Thunderstorm")
    assert not program.diary.questions.chosen.hidden_triggers


def test_without_the_choice_a_second_press_unticks(person: Person) -> None:
    program = person.start()
    travel = chip(program, "travel")
    travel.click()
    travel.click()
    assert not travel.isChecked()


def test_pressing_again_makes_a_trigger_stronger_and_then_takes_it_away(person: Person) -> None:
    begin(person, set_strength_asked(is_asked=True))
    program = person.start()
    travel = chip(program, "travel")
    seen = []
    for _press in range(5):
        travel.click()
        seen.append(program.diary.known(TODAY).triggers["travel"])
    assert [(one.ticked, one.strength) for one in seen] == [
        (True, None),
        (True, 1),
        (True, 2),
        (True, 3),
        (False, None),
    ]


def test_a_digit_gives_the_strength_and_readers_hear_it(person: Person) -> None:
    begin(person, set_strength_asked(is_asked=True))
    program = person.start()
    travel = chip(program, "travel")
    QTest.keyClicks(travel, "2")
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        answer = journal.day(TODAY).triggers["travel"]
    assert (answer.ticked, answer.strength) == (True, 2)
    assert travel.accessibleDescription() == "trigger, strength 2 of 3"
    program.diary.undo()
    assert (travel.isChecked(), travel.strength) == (False, None)


def test_the_heading_says_how_the_chips_are_ordered_and_pressed(person: Person) -> None:
    program = person.start()
    about = today_page(program)._triggers._about
    assert about.text() == "optional · your usual ones first"
    program.diary.edit(
        [set_trigger_order(["unwell"]), set_strength_asked(is_asked=True)], "Both choices"
    )
    assert about.text() == "optional · in your order · press again for stronger"
