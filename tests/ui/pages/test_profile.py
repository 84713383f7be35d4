"""Settings, About you: facts that may all stay open."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from fibrojournal.app import Program
from fibrojournal.journal.profile import FACTS, PRIVATE
from fibrojournal.ui.pages.settings.profile import ProfilePage
from fibrojournal.ui.pages.settings.profile_card import ProfileCard
from fibrojournal.ui.widgets.answer_choice import AnswerChoice
from fibrojournal.ui.widgets.fields import TextField
from tests.ui.conftest import Person, shown_page

FACT = {fact.id: fact for fact in FACTS}


def page_of(program: Program) -> ProfilePage:
    return shown_page(program, "profile", ProfilePage)


def choice(page: ProfilePage, fact: str) -> AnswerChoice:
    control = page._controls[FACT[fact]]
    assert isinstance(control, AnswerChoice)
    return control


def give(page: ProfilePage, fact: str, answer: str) -> None:
    control = choice(page, fact)
    place = control.findData(answer)
    control.setCurrentIndex(place)
    control.activated.emit(place)


def test_all_of_it_is_open_at_first(person: Person) -> None:
    page = page_of(person.start())
    assert choice(page, "age").currentText() == "Not answered"
    assert person.focused() is choice(page, "age")


def test_an_answer_is_kept_for_the_next_start(person: Person) -> None:
    program = person.start()
    give(page_of(program), "family", "yes")
    give(page_of(program), "sex", PRIVATE)
    person.saved(program)
    person.leave(program)
    again = page_of(person.start())
    assert choice(again, "family").currentText() == "Yes"
    assert choice(again, "sex").currentText() == "Rather not say"
    assert person.focused() is choice(again, "age")


def test_delete_takes_an_answer_away(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    give(page, "age", "40_49")
    choice(page, "age").setFocus()
    person.press("Delete")
    assert program.diary.common.settings == {}
    person.press("Delete")
    assert choice(page, "age").currentText() == "Not answered"


def test_the_arrows_choose_an_answer(person: Person) -> None:
    program = person.start()
    page_of(program)
    person.press("Down")
    assert program.diary.common.settings == {"profile.age": "under_30"}


def test_undo_brings_an_answer_back_and_stays_on_the_page(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    give(page, "family", "yes")
    give(page, "family", "no")
    program.window._toast.undo()
    assert choice(page, "family").currentText() == "Yes"
    assert program.window._front is page


def test_ones_own_words_are_kept_when_the_page_is_left(person: Person) -> None:
    program = person.start()
    field = page_of(program)._controls[FACT["other"]]
    assert isinstance(field, TextField)
    field.setText("Raynaud")
    program.window.show_page("today")
    assert program.diary.common.settings == {"profile.other": "Raynaud"}
    program.window._toast.undo()
    assert field.text() == ""


def test_words_that_are_being_written_stay_while_another_answer_comes(person: Person) -> None:
    page = page_of(person.start())
    field = page._controls[FACT["other"]]
    assert isinstance(field, TextField)
    field.setFocus()
    person.press("R a y")
    give(page, "age", "40_49")
    assert field.text() == "Ray"
    person.press("Return")
    assert page._diary.common.settings["profile.other"] == "Ray"


def test_a_journal_that_is_only_looked_at_takes_no_answer(person: Person) -> None:
    person.leave(person.start())
    page = page_of(person.start(why_read_only="Read only: it is a copy."))
    assert not choice(page, "age").isEnabled()
    assert person.focused() is page._back


def test_all_answered_the_focus_begins_at_the_way_back(person: Person) -> None:
    page = page_of(person.start())
    for fact in FACTS:
        if fact.answers:
            give(page, fact.id, PRIVATE)
        else:
            page._answer(fact, "Raynaud")
    page.focus_first()
    assert person.focused() is page._back


def test_settings_lead_there_and_say_how_much_is_kept(person: Person) -> None:
    program = person.start()
    program.window.show_page("settings")
    card = program.window.findChild(ProfileCard)
    assert isinstance(card, ProfileCard)
    assert card._state.text() == "Nothing is answered, and nothing needs to be."
    button = card.findChild(QAbstractButton)
    assert button is not None
    button.click()
    page = program.window._front
    assert isinstance(page, ProfilePage)
    give(page, "age", "40_49")
    assert card._state.text() == "1 answer is kept."
    page._back.click()
    assert card.isVisible()
