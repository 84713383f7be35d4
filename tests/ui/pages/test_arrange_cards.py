"""Settings, Questions and Triggers: arranging, words, one's own, joining; all can be undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.journal.chosen import set_place, set_trigger_shown
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading, TriggerAnswer
from fibrojournal.journal.edits import Edit, SetReading, SetTrigger, set_own
from fibrojournal.journal.measures import MEASURE_BY_ID, Direction, Place
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.settings.arranged_rows import ArrangedRow, ArrangedRows
from fibrojournal.ui.pages.settings.questions_card import QuestionsCard
from fibrojournal.ui.pages.settings.triggers_card import TriggersCard
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
ICE, COLD = own_measure("own:ice", "Ice"), own_measure("own:cold", "Cold")
RAIN, STORM = own_trigger("own:rain", "Rain"), own_trigger("own:storm", "Storm")


def begin(person: Person, *edits: Edit) -> None:
    with JournalFile.create(person.journal) as journal:
        journal.save(edits)


def settings(person: Person, why_read_only: str = "") -> Program:
    program = person.start(why_read_only=why_read_only)
    program.window.show_page("settings")
    return program


def questions(program: Program) -> QuestionsCard:
    card = program.window.findChild(QuestionsCard)
    assert isinstance(card, QuestionsCard)
    return card


def triggers(program: Program) -> TriggersCard:
    card = program.window.findChild(TriggersCard)
    assert isinstance(card, TriggersCard)
    return card


def row(rows: ArrangedRows, id: str) -> ArrangedRow:
    found = rows.row_of(id)
    assert found is not None
    return found


def place(rows: ArrangedRows, id: str, choice: str) -> None:
    next(one for one in row(rows, id).places.segments if one.id == choice).click()


def asked(program: Program) -> list[str]:
    return [measure.id for measure in program.diary.questions.asked_on(Place.TODAY)]


def rated(id: str, days_ago: int, value: float, person: Person) -> Edit:
    day = TODAY - timedelta(days=days_ago)
    return SetReading(day, id, Reading(value, stamp_of(person.moment - timedelta(days=days_ago))))


def ticked(id: str, days_ago: int, strength: int | None, person: Person) -> Edit:
    answer = TriggerAnswer(ticked=True, entered=stamp_of(person.moment), strength=strength)
    return SetTrigger(TODAY - timedelta(days=days_ago), id, answer)


def stored(person: Person, id: str) -> list[float]:
    with JournalFile.open(person.journal) as journal:
        return [float(value) for value in journal.series([id])[id].values]


# Questions


def test_the_card_lists_six_questions_and_the_rest_on_a_press(person: Person) -> None:
    card = questions(settings(person))
    assert len(card.rows.entries) == 6
    assert card.rest.text() == "Show 30 more"
    card.rest.click()
    assert len(card.rows.entries) == 36
    assert card.rest.text() == "Show fewer"
    card.rest.click()
    assert [one.isVisible() for one in card.rows.rows].count(True) == 6


def test_a_press_moves_a_question_and_the_focus_goes_with_it(person: Person) -> None:
    program = settings(person)
    rows = questions(program).rows
    row(rows, "stress").up.setFocus()
    row(rows, "stress").up.click()
    assert asked(program)[:3] == ["pain", "stress", "sleep_quality"]
    assert row(rows, "stress").up.hasFocus()
    row(rows, "stress").up.click()
    assert row(rows, "stress").down.hasFocus(), "it can go no further up"
    program.diary.undo()
    program.diary.undo()
    assert asked(program)[:3] == ["pain", "sleep_quality", "stress"]


def test_alt_and_an_arrow_move_a_question_from_any_of_its_controls(person: Person) -> None:
    program = settings(person)
    rows = questions(program).rows
    row(rows, "pain").places.segments[0].setFocus()
    person.press("Alt+Down")
    assert asked(program)[:2] == ["sleep_quality", "pain"]
    row(rows, "pain").edit.setFocus()
    person.press("Alt+Up Alt+Up")
    assert asked(program)[:2] == ["pain", "sleep_quality"]


def test_a_question_goes_to_more_and_is_hidden_and_shown_again(person: Person) -> None:
    program = settings(person)
    card = questions(program)
    place(card.rows, "stress", "more")
    assert "stress" in [m.id for m in program.diary.questions.asked_on(Place.MORE)]
    place(card.rows, "stress", "hidden")
    assert "stress" not in today_page(program)._ratings.rows
    assert program.window._toast.isVisible()
    place(card.rows, "stress", "today")
    assert "stress" in today_page(program)._ratings.rows


def test_the_list_opens_only_for_a_question_that_goes_further_down(person: Person) -> None:
    program = settings(person)
    card = questions(program)
    place(card.rows, "stress", "hidden")
    assert not card.shows_all
    place(card.rows, "stress", "today")
    place(card.rows, "sleep_hours", "today")
    row(card.rows, "sleep_hours").places.segments[0].setFocus()
    place(card.rows, "sleep_hours", "more")
    assert not card.shows_all
    program.diary.edit([set_place(MEASURE_BY_ID["steps"], Place.TODAY)], "Steps")
    place(card.rows, "steps", "more")
    assert card.shows_all
    assert row(card.rows, "steps").isVisible()


def test_a_ninth_question_on_today_is_refused_in_words(person: Person) -> None:
    begin(
        person,
        *(set_place(MEASURE_BY_ID[id], Place.TODAY) for id in ("mood", "gut", "activity")),
    )
    program = settings(person)
    card = questions(program)
    card.rest.click()
    place(card.rows, "sleep_hours", "today")
    assert program.window._notices.notice.text.startswith("Eight keep Today short")
    assert row(card.rows, "sleep_hours").places.choice == "more"
    assert len(asked(program)) == 8


def test_a_question_gets_other_words_and_its_own_back(person: Person) -> None:
    program = settings(person)
    card = questions(program)
    row(card.rows, "fog").edit.click()
    assert card.words.field.text() == "Fibro fog"
    assert not card.joining.isVisible()
    QTest.keyClicks(card.words.field, "Cotton wool")
    person.press("Return")
    assert today_page(program)._ratings.rows["fog"].measure.label == "Cotton wool"
    assert row(card.rows, "fog").edit.hasFocus()
    row(card.rows, "fog").edit.click()
    card.words.field.clear()
    person.press("Return")
    assert today_page(program)._ratings.rows["fog"].measure.label == "Fibro fog"


def test_escape_and_a_second_press_leave_the_words_as_they_are(person: Person) -> None:
    program = settings(person)
    card = questions(program)
    row(card.rows, "fog").edit.click()
    QTest.keyClicks(card.words.field, "Cotton")
    person.press("Escape")
    assert not card.words.isVisible()
    row(card.rows, "fog").edit.click()
    row(card.rows, "fog").edit.click()
    assert not card.words.isVisible()
    assert len(program.diary.steps) == 0


def test_an_own_question_is_added_with_its_scale_and_undone(person: Person) -> None:
    program = settings(person)
    card = questions(program)
    card.add.click()
    card.own.scale.setCurrentIndex(1)
    card.own.good.segments[2].click()
    card.own.factor.setCurrentIndex(card.own.factor.findData("sleep"))
    QTest.keyClicks(card.own.name.field, "Cold hands")
    card.own.name.button.click()
    added = program.diary.questions.measure("own:cold_hands")
    assert added is not None
    assert (added.scale.high, added.direction, added.factors) == (
        *(3, Direction.HIGH_IS_BAD),
        ("sleep",),
    )
    more = today_page(program)._more.rows
    assert more is not None
    assert "own:cold_hands" in more.rows
    assert card.add.hasFocus()
    program.diary.undo()
    assert program.diary.questions.measure("own:cold_hands") is None


@pytest.mark.parametrize(
    ("name", "says"),
    [("...", "A name needs"), ("Ice", "There is a question of that name already.")],
)
def test_a_name_that_cannot_be_is_refused_in_words(person: Person, name: str, says: str) -> None:
    begin(person, set_own(ICE))
    program = settings(person)
    card = questions(program)
    card.add.click()
    QTest.keyClicks(card.own.name.field, name)
    person.press("Return")
    assert program.window._notices.notice.text.startswith(says)


def test_an_own_question_is_renamed_and_keeps_its_answers(person: Person) -> None:
    begin(person, set_own(ICE), rated(ICE.id, 1, 4, person))
    program = settings(person)
    card = questions(program)
    card.rest.click()
    row(card.rows, ICE.id).edit.click()
    QTest.keyClicks(card.words.field, "Icy hands")
    person.press("Return")
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        assert [one.name for one in journal.questions().own_measures] == ["Icy hands"]
    assert stored(person, ICE.id) == [4]
    row(card.rows, ICE.id).edit.click()
    card.words.field.clear()
    person.press("Return")
    assert card.one(ICE.id).label == "Icy hands", "it has no other name to go back to"


def join(person: Person, card: QuestionsCard | TriggersCard, gone: str) -> None:
    """Ask to join an own thing with the only other one."""
    card.rest.click()
    row(card.rows, gone).edit.click()
    assert card.joining.isVisible()
    card.joining.join.click()


def test_two_own_questions_become_one_and_undo_parts_them(person: Person) -> None:
    begin(
        person,
        set_own(ICE),
        set_own(COLD),
        rated(ICE.id, 1, 4, person),
        rated(COLD.id, 2, 7, person),
    )
    program = settings(person)
    join(person, questions(program), ICE.id)
    person.qtbot.waitUntil(lambda: program.diary.questions.measure(ICE.id) is None)
    person.saved(program)
    assert stored(person, COLD.id) == [7, 4]
    assert stored(person, ICE.id) == []
    program.diary.undo()
    person.saved(program)
    assert (stored(person, ICE.id), stored(person, COLD.id)) == ([4], [7])


@pytest.mark.parametrize(("way", "stays"), [(0, 7), (1, 4)])
def test_where_a_day_holds_both_the_person_chooses(person: Person, way: int, stays: float) -> None:
    begin(
        person,
        set_own(ICE),
        set_own(COLD),
        rated(ICE.id, 1, 4, person),
        rated(COLD.id, 1, 7, person),
    )
    program = settings(person)
    card = questions(program)
    join(person, card, ICE.id)
    person.qtbot.waitUntil(lambda: bool(card.joining.ways))
    card.joining.ways[way].click()
    person.saved(program)
    assert stored(person, COLD.id) == [stays]
    with JournalFile.open(person.journal) as journal:
        assert len(journal.past_values(TODAY - timedelta(days=1))) >= 2, "the other is not lost"


def test_an_answer_that_is_not_saved_yet_is_joined_too(person: Person) -> None:
    begin(person, set_own(ICE), set_own(COLD))
    program = settings(person)
    program.diary.edit([rated(ICE.id, 0, 5, person)], "Ice")
    join(person, questions(program), ICE.id)
    person.qtbot.waitUntil(lambda: program.diary.questions.measure(ICE.id) is None)
    person.saved(program)
    assert stored(person, COLD.id) == [5]


# Triggers


def test_a_trigger_is_hidden_and_shown_again(person: Person) -> None:
    program = settings(person)
    rows = triggers(program).rows
    place(rows, "travel", "hidden")
    assert program.diary.questions.chosen.hidden_triggers == {"travel"}
    place(rows, "travel", "shown")
    assert not program.diary.questions.chosen.hidden_triggers


def test_triggers_move_only_in_an_own_order_which_begins_as_they_stand(person: Person) -> None:
    begin(person, ticked("travel", 1, None, person))
    program = settings(person)
    card = triggers(program)
    card.rows.moved.emit("travel", -1)
    assert program.window._notices.notice.text.startswith("The most used stand first.")
    card.order.segments[1].click()
    assert card.rows.entries[0].id == "travel"
    row(card.rows, "travel").down.click()
    assert [one.id for one in card.rows.entries[:2]] == ["overdid_it", "travel"]
    card.order.segments[0].click()
    assert not program.diary.questions.chosen.trigger_order


def test_strength_is_switched_on_and_off(person: Person) -> None:
    program = settings(person)
    card = triggers(program)
    card.strength.click()
    assert program.diary.questions.chosen.asks_strength
    program.diary.undo()
    assert not card.strength.isChecked()


def test_an_own_trigger_is_added_and_renamed(person: Person) -> None:
    program = settings(person)
    card = triggers(program)
    card.add.click()
    QTest.keyClicks(card.name.field, "Thunderstorm")
    person.press("Return")
    row(card.rows, "own:thunderstorm").edit.click()
    QTest.keyClicks(card.words.field, "Thunder")
    person.press("Return")
    assert card.one("own:thunderstorm").label == "Thunder"
    row(card.rows, "travel").edit.click()
    QTest.keyClicks(card.words.field, "On the road")
    person.press("Return")
    assert card.one("travel").label == "On the road"


@pytest.mark.parametrize(
    ("name", "says"),
    [("...", "A name needs"), ("Rain", "There is a trigger of that name already.")],
)
def test_a_trigger_needs_a_name_of_its_own(person: Person, name: str, says: str) -> None:
    begin(person, set_own(RAIN))
    program = settings(person)
    card = triggers(program)
    card.add.click()
    QTest.keyClicks(card.name.field, name)
    person.press("Return")
    assert program.window._notices.notice.text.startswith(says)


def test_two_own_triggers_become_one(person: Person) -> None:
    begin(
        person,
        *(set_own(RAIN), set_own(STORM), set_trigger_shown(RAIN.id, is_shown=False)),
        *(ticked(RAIN.id, 1, 1, person), ticked(STORM.id, 1, 3, person)),
    )
    program = settings(person)
    card = triggers(program)
    join(person, card, RAIN.id)
    person.qtbot.waitUntil(lambda: bool(card.joining.ways))
    card.joining.ways[1].click()
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        day = journal.day(TODAY - timedelta(days=1))
        assert day.triggers[STORM.id].strength == 1
        assert RAIN.id not in day.triggers
        assert journal.questions().own_triggers == (STORM,)


def test_an_own_question_without_answers_is_deleted_and_undo_brings_it_back(person: Person) -> None:
    begin(person, set_own(ICE))
    program = settings(person)
    card = questions(program)
    card.rest.click()
    row(card.rows, "own:ice").edit.click()
    card.deleting.delete.click()
    person.qtbot.waitUntil(lambda: program.diary.questions.measure("own:ice") is None)
    assert card.add.hasFocus()
    assert program.window._toast.text == "“Ice” is deleted."
    program.diary.undo()
    assert program.diary.questions.measure("own:ice") == ICE


def test_an_own_question_with_answers_stays_and_the_line_says_why(person: Person) -> None:
    begin(person, set_own(ICE), rated("own:ice", 1, 4, person), rated("own:ice", 2, 4, person))
    program = settings(person)
    card = questions(program)
    card.rest.click()
    row(card.rows, "own:ice").edit.click()
    card.deleting.delete.click()
    person.qtbot.waitUntil(lambda: card.deleting.line.text().startswith("It holds"))
    assert card.deleting.line.text() == (
        "It holds answers of 2 days, so it stays. It can be hidden, or joined with another."
    )
    assert program.diary.questions.measure("own:ice") == ICE


def test_an_own_trigger_that_was_only_offered_is_deleted_with_its_no(person: Person) -> None:
    no = SetTrigger(TODAY, "own:rain", TriggerAnswer(ticked=False, entered=stamp_of(person.moment)))
    begin(person, set_own(RAIN), no, rated("pain", 0, 4, person))
    program = settings(person)
    card = triggers(program)
    card.rest.click()
    row(card.rows, "own:rain").edit.click()
    card.deleting.delete.click()
    person.qtbot.waitUntil(lambda: program.diary.questions.trigger("own:rain") is None)
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        assert "own:rain" not in journal.day(TODAY).triggers


def test_what_everybody_has_is_not_deleted(person: Person) -> None:
    card = questions(settings(person))
    row(card.rows, "pain").edit.click()
    assert not card.deleting.isVisible()


def test_who_only_looks_sees_the_choices_and_makes_none(person: Person) -> None:
    JournalFile.create(person.journal).close()
    program = settings(person, why_read_only="Only to look at.")
    card = questions(program)
    assert not card.add.isEnabled()
    assert not row(card.rows, "pain").down.isEnabled()
    assert not triggers(program).strength.isEnabled()
