"""Reading: any topic as a full page, found, gone through, and with one's own days beside it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from fibrojournal.app import Program
from fibrojournal.exchange.demo import made_up_days
from fibrojournal.journal.profile import FACTS
from fibrojournal.learn.library import TOPIC_IDS, topic
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.reading.article import Article, text_width
from fibrojournal.ui.pages.reading.blind_card import FactCard
from fibrojournal.ui.pages.reading.findings import Dots
from fibrojournal.ui.pages.reading.grade_cards import GradeCard
from fibrojournal.ui.pages.reading.page import ReadingPage
from fibrojournal.ui.pages.reading.words_card import WordsCard
from fibrojournal.ui.widgets.focus import first_stop
from tests.ui.conftest import Person, shown_page

TODAY = date(2026, 3, 12)


@pytest.fixture
def program(person: Person) -> Program:
    """A window over an empty journal."""
    return person.start()


def reading(program: Program, topic_id: str = "") -> ReadingPage:
    return shown_page(program, f"reading:{topic_id}" if topic_id else "reading", ReadingPage)


def words(page: ReadingPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: ReadingPage, name: str) -> QAbstractButton:
    found = (one for one in page.findChildren(QAbstractButton) if one.isVisible())
    return next(one for one in found if name in (one.text(), one.accessibleName()))


def article(page: ReadingPage) -> Article:
    assert page._article is not None
    return page._article


def text(page: ReadingPage) -> str:
    return article(page).text.toPlainText()


# One topic


def test_every_topic_is_shown_whole(program: Program) -> None:
    page = reading(program)
    for id in TOPIC_IDS:
        page.open_at(id)
        for block in topic(id).blocks:
            assert block.heading in text(page)
            assert all(paragraph in text(page) for paragraph in block.paragraphs), id
        assert topic(id).title in words(page)


def test_a_factor_says_which_it_is_and_how_long_it_takes(program: Program) -> None:
    page = reading(program, "gut_brain")
    assert any(told.startswith("Factor 6 of 10 · about ") for told in words(page))


def test_a_factor_with_a_name_of_its_own_is_told_by_that_of_its_place_too(program: Program) -> None:
    page = reading(program, "central_sensitization")
    assert any("· Central sensitization ·" in told for told in words(page))


def test_each_claim_has_a_card_of_its_own(program: Program) -> None:
    page = reading(program, "gut_brain")
    cards = article(page).findChildren(GradeCard)
    told = [[label.text() for label in card.findChildren(QLabel)] for card in cards]
    asked = ["Is it linked?", "Is it a cause?", "Can a diary see it?"]
    assert [part[0] for part in told] == asked
    assert told[0][1] == "Established"
    assert any(part.startswith("For gut bacteria: B, probable.") for part in told[0])


def test_a_grade_is_heard_with_its_letter(program: Program) -> None:
    page = reading(program, "genetics")
    heard = [
        label.accessibleName()
        for card in article(page).findChildren(GradeCard)
        for label in card.findChildren(QLabel)
        if label.accessibleName()
    ]
    assert heard == ["Established, grade A", "Probable, grade B", "Not at all"]


def test_lines_are_no_longer_than_66_letters(program: Program) -> None:
    program.window.resize(2400, 900)
    page = reading(program, "sleep")
    assert article(page).text.width() <= text_width(program.theme)


def test_words_that_need_it_are_explained(program: Program) -> None:
    page = reading(program, "genetics")
    card = article(page).findChild(WordsCard)
    assert isinstance(card, WordsCard)
    term = topic("genetics").terms[0]
    assert term.meaning not in words(page)
    card.row.click()
    assert term.meaning in words(page)
    card.row.click()
    card.row.click()
    assert words(page).count(term.meaning) == 1


def test_what_a_diary_cannot_see_stands_beside_what_it_can(program: Program) -> None:
    page = reading(program, "genetics")
    assert {*topic("genetics").cannot_see, *topic("genetics").can_see} <= set(words(page))


def test_dots_of_a_hundred_are_said_in_words(program: Program) -> None:
    dots = reading(program, "genetics").findChild(Dots)
    assert isinstance(dots, Dots)
    assert dots.accessibleName() == "50 of 100 dots are filled"


def test_the_question_of_the_profile_is_answered_and_taken_back(
    person: Person, program: Program
) -> None:
    page = reading(program, "genetics")
    card = article(page).findChild(FactCard)
    assert isinstance(card, FactCard)
    family = next(fact for fact in FACTS if fact.id == "family")
    card.answers.options[0].click()
    assert family.answer(program.diary.common.settings) == "yes"
    program.diary.undo()
    assert family.answer(program.diary.common.settings) == ""
    assert card.answers.answer is None


def test_a_journal_that_is_only_looked_at_takes_no_answer(person: Person) -> None:
    with JournalFile.create(person.journal):
        pass
    page = reading(person.start(why_read_only="It is only looked at."), "genetics")
    card = article(page).findChild(FactCard)
    assert isinstance(card, FactCard)
    assert not any(option.isEnabled() for option in card.answers.options)


# Going about


def test_the_list_turns_to_a_topic_and_enter_goes_into_its_text(
    person: Person, program: Program
) -> None:
    page = reading(program, "immune")
    person.press("Down")
    person.qtbot.waitUntil(lambda: page.topic_id == "genetics")
    person.press("Enter")
    assert article(page).text.hasFocus()


def test_rows_that_are_passed_over_were_not_read(person: Person, program: Program) -> None:
    page = reading(program, "immune")
    person.press("Down Down Down Enter")
    assert page.topic_id == "gut_brain"
    page.step(-1)
    assert page.topic_id == "immune"


def test_a_reading_leads_to_the_place_of_its_factor_and_back(
    person: Person, program: Program
) -> None:
    page = reading(program, "sleep")
    button(page, "Open its own page").click()
    assert program.window._front_id == "factor"
    program.window.show_page("reading")
    assert page.topic_id == "sleep"


def test_it_goes_back_and_forward_through_what_was_read(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    page.open_at("doctor")
    person.press("Alt+Left")
    assert page.topic_id == "sleep"
    button(page, "Forward again").click()
    assert page.topic_id == "doctor"
    assert not button(page, "Forward again").isEnabled()


def test_the_place_in_a_text_is_kept(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    bar = page._area.verticalScrollBar()
    person.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(120)
    page.open_at("doctor")
    assert bar.value() == 0
    page.step(-1)
    person.qtbot.waitUntil(lambda: bar.value() == 120)


def test_the_way_back_names_the_page_it_leads_to(program: Program) -> None:
    program.window.show_page("trends")
    page = reading(program, "sleep")
    button(page, "Back to Trends").click()
    assert program.window._front_id == "trends"


def test_a_page_without_a_name_leads_back_to_its_entry(program: Program) -> None:
    program.window.show_page("export")
    page = reading(program)
    assert button(page, "Back to Settings")


def test_other_readings_are_one_press_away(program: Program) -> None:
    page = reading(program, "gut_brain")
    assert topic("gut_brain").links
    other = topic(topic("gut_brain").links[0])
    button(page, other.title).click()
    assert page.topic_id == other.id


def test_a_topic_that_does_not_exist_changes_nothing(program: Program) -> None:
    page = reading(program, "sleep")
    page.open_at("weather_forecast")
    assert page.topic_id == "sleep"


def test_ctrl_b_opens_what_the_sidebar_shows(person: Person, program: Program) -> None:
    sidebar = program.window._side._sidebar
    assert sidebar is not None
    sidebar.show_topic("fog", "You are on the Fibro fog question.")
    person.press("Control+B")
    page = program.window._front
    assert isinstance(page, ReadingPage)
    assert page.topic_id == "fog"


def test_the_sidebar_leads_to_the_full_page(program: Program) -> None:
    sidebar = program.window._side._sidebar
    assert sidebar is not None
    sidebar.show_topic("stress_trauma", "You are on the Stress question.")
    full = next(b for b in sidebar.findChildren(QAbstractButton) if b.text().startswith("Read"))
    full.click()
    page = program.window._front
    assert isinstance(page, ReadingPage)
    assert page.topic_id == "stress_trauma"


def test_the_text_grows_and_the_reading_stays(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    person.press("Enter")
    button(page, "Larger text").click()
    assert program.theme.scale > 1
    assert page.topic_id == "sleep"
    button(page, "Smaller text").click()
    assert program.theme.scale == 1


def test_f6_goes_from_list_to_text_to_what_stands_beside(person: Person, program: Program) -> None:
    page = reading(program, "genetics")
    parts = page.parts()
    person.qtbot.waitUntil(lambda: first_stop(parts[2]) is not None)
    assert parts[0].isAncestorOf(person.focused())
    for part in (parts[1], parts[2]):
        person.press("F6")
        assert part.isAncestorOf(person.focused())
    person.press("F6")
    assert program.window._navigation.isAncestorOf(person.focused())
    person.press("F6")
    assert parts[0].isAncestorOf(person.focused())


# Columns


def test_in_a_high_window_the_list_stays_together_at_the_top(
    person: Person, program: Program
) -> None:
    page = reading(program, "sleep")
    program.window.resize(1280, 2800)
    contents = page._contents
    person.qtbot.waitUntil(lambda: contents.list.height() == contents.list.sizeHint().height())
    assert contents.height() < page.height() - 200
    assert contents.field.y() < 100


def test_what_stands_beside_goes_below_in_a_narrow_window(person: Person, program: Program) -> None:
    page = reading(program, "genetics")
    rail = page._rail
    assert rail is not None
    person.qtbot.waitUntil(lambda: page._rail_place.isAncestorOf(rail))
    program.window.resize(1100, 700)
    person.qtbot.waitUntil(lambda: page._body.isAncestorOf(rail))
    assert not page._rail_place.isVisible()
    assert page._contents.is_list


def test_the_list_becomes_a_choice_where_text_is_large(person: Person) -> None:
    program = person.start(size=(960, 640), text_scale=2.0)
    page = reading(program, "genetics")
    assert not page._contents.is_list
    choice = page._contents.choice
    assert choice.hasFocus()
    assert choice.currentText() == topic("genetics").title
    place = choice.findData("fog")
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    person.qtbot.waitUntil(lambda: page.topic_id == "fog")
    program.theme.set_scale(1.0)
    person.qtbot.waitUntil(lambda: page._contents.is_list)
    assert page._contents.list.hasFocus()


def test_a_reading_without_sources_has_nothing_beside_it(program: Program) -> None:
    assert not reading(program, "search")._rail_place.isVisible()


# Sources


def test_three_sources_show_and_the_others_when_asked_for(person: Person, program: Program) -> None:
    page = reading(program, "gut_brain")
    sources = topic("gut_brain").sources
    assert len(sources) > 3
    seen = [b.accessibleName() for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert sum(name.startswith("Copy ") for name in seen) == 3
    every = button(page, f"All {len(sources)} sources")
    every.setFocus()
    person.press("Space")
    seen = [b.accessibleName() for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert sum(name.startswith("Copy ") for name in seen) == sum(
        bool(source.identifier) for source in sources
    )
    assert person.focused().accessibleName() == f"Copy {sources[3].identifier}"


# Searching


def test_words_are_found_and_the_hit_is_opened_and_marked(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    page._contents.field.setFocus()
    page._contents.field.setText("serotonin")
    assert page._found.isVisible()
    assert page._found.words.startswith("“serotonin” was found in ")
    person.press("Down Enter")
    assert not page._found.isVisible()
    assert article(page).topic.id == page._found._ids[0]
    marked = article(page).text
    person.qtbot.waitUntil(lambda: bool(marked.extraSelections()))
    assert marked.hasFocus()
    first = marked.extraSelections()[0]
    assert first.cursor.selectedText().lower() == "serotonin"


def test_esc_in_what_was_found_goes_back_to_the_field(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    page._contents.field.setFocus()
    page._contents.field.setText("sleep")
    person.press("Down Escape")
    assert page._contents.field.hasFocus()


def test_nothing_typed_shows_the_reading_again(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    person.qtbot.waitUntil(page._rail_place.isVisible)
    page._contents.field.setText("serotonin")
    assert not page._rail_place.isVisible()  # it would stand there empty
    page._contents.field.setText("")
    assert not page._found.isVisible()
    assert page._rail_place.isVisible()
    assert article(page).isVisible()


def test_a_word_that_stands_nowhere_is_said_so(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    page._contents.field.setFocus()
    page._contents.field.setText("gardnqx")
    assert page._found.words == "“gardnqx” was not found. Part of a word is enough."
    person.press("Down")
    assert page._contents.field.hasFocus()
    person.qtbot.waitUntil(lambda: not page._rest.isActive())


# In your journal


def fill(person: Person, days: int) -> None:
    with JournalFile.create(person.journal) as journal:
        journal.save(made_up_days(days, end=TODAY))


def test_own_days_stand_beside_the_reading(person: Person) -> None:
    fill(person, 120)
    page = reading(person.start(), "sleep")
    assert page._rail is not None
    own = page._rail.own
    assert own is not None
    person.qtbot.waitUntil(lambda: own.has_chart)
    assert " averaged " in own._sentence.text()
    assert not own._none.isVisible()


def test_a_few_days_are_not_shown_yet(person: Person) -> None:
    fill(person, 20)
    page = reading(person.start(), "sleep")
    assert page._rail is not None
    own = page._rail.own
    assert own is not None
    person.qtbot.waitUntil(own._none.isVisible)
    assert not own.has_chart
    page.toggle_table()
    assert not own.shows_table


def test_days_of_long_ago_are_not_called_few(person: Person) -> None:
    fill(person, 60)
    person.moment = person.moment.replace(month=9)
    page = reading(person.start(), "sleep")
    assert page._rail is not None
    own = page._rail.own
    assert own is not None
    person.qtbot.waitUntil(own._none.isVisible)
    assert own._none.text() == "Nothing is noted with this question in the last 90 days."


def test_going_back_from_the_text_stays_in_the_text(person: Person, program: Program) -> None:
    page = reading(program, "sleep")
    page.open_at("immune")
    person.press("Enter Alt+Left")
    assert page.topic_id == "sleep"
    assert article(page).text.hasFocus()


def test_another_question_is_chosen(person: Person) -> None:
    fill(person, 150)
    page = reading(person.start(), "hpa_axis")
    assert page._rail is not None
    own = page._rail.own
    assert own is not None
    person.qtbot.waitUntil(own._choice.isVisible)
    before = own._sentence.text()
    own._choice.setCurrentIndex(1)
    own._choice.activated.emit(1)
    person.qtbot.waitUntil(lambda: own._sentence.text() != before)


def test_own_days_as_a_table_have_the_width_of_the_text(person: Person) -> None:
    fill(person, 120)
    program = person.start()
    page = reading(program, "sleep")
    assert page._rail is not None
    own = page._rail.own
    assert own is not None
    person.qtbot.waitUntil(lambda: own.has_chart)
    person.press("Control+T")
    assert own.shows_table
    assert not page._rail_place.isVisible()
    assert own.isAncestorOf(person.focused())
    person.press("Control+T")
    assert page._rail_place.isVisible()
