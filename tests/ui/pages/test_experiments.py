"""Experiments are planned, run, ended and read out on a page; Today has a quiet line of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QDate

from fibrojournal import app
from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.axis import day_number
from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.edits import SetReading, SetSetting
from fibrojournal.journal.experiment_drafts import KEY, Draft, kept_draft, set_draft
from fibrojournal.journal.experiments import (
    DESIGN_BY_ID,
    Experiment,
    Way,
    ended,
    experiments,
    planned,
)
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.page import ExperimentsPage
from fibrojournal.ui.pages.experiments.plan import PlanForm
from fibrojournal.ui.pages.experiments.result import days_kept
from fibrojournal.ui.pages.factors.page import FactorsPage
from fibrojournal.ui.pages.today.trying import TryingLine
from tests.journal.build import EVENING
from tests.ui.conftest import Person, shown_page, today_page

TODAY = date(2026, 3, 12)
DAYS = DESIGN_BY_ID["days"]


def plan(id: str, start: date, end: date | None = None) -> Experiment:
    first, trigger = f"Rest breaks, {id}", f"own:rest_breaks_{id}"
    coins = (True,) * DAYS.pairs
    return Experiment(
        id, "Do rest breaks help?", first, "None", "pain", 0, trigger, DAYS, start, coins, end
    )


RUNNING = plan("running", TODAY - timedelta(days=14))
TRIED = plan("tried", TODAY - timedelta(days=90))


@pytest.fixture
def kept(person: Person) -> Person:
    """Someone who tries something now, and has tried something before."""
    with JournalFile.create(person.journal) as journal:
        for one in (RUNNING, TRIED):
            journal.save(planned(one, journal.questions()))
        pain = {Way.FIRST: Reading(3, EVENING), Way.SECOND: Reading(6, EVENING)}
        journal.save([SetReading(one.start, "pain", pain[one.way]) for one in TRIED.periods()])
    return person


def page_of(program: app.Program) -> ExperimentsPage:
    return shown_page(program, "try_out", ExperimentsPage)


def held(program: app.Program) -> tuple[Experiment, ...]:
    return experiments(program.diary.common.settings)


def test_a_plan_is_sealed_in_one_step_and_taken_back_in_one(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    assert not page._form._foot.go.isEnabled()
    page._form._things.options[2].click()
    page._form._foot.go.click()
    (sealed,) = held(program)
    assert sealed.start == TODAY + timedelta(days=1)
    assert (sealed.design.id, sealed.lag, sealed.outcome) == ("weeks", 1, "pain")
    assert sealed.first == "Lights out at my usual time"
    assert page._current.isVisible()
    assert not page._form.isVisible()
    assert not page._current.end.isVisible()
    program.diary.undo()
    assert held(program) == ()
    assert page._form.isVisible()


def test_what_may_not_be_tried_is_said_beside_the_button(person: Person) -> None:
    page = page_of(person.start())
    form = page._form
    form._question.setText("Is less better?")
    form._first.setText("Half a tablet")
    form._second.setText("A whole one")
    assert not form._foot.go.isEnabled()
    assert form._foot.lack.text().startswith("Medicines and doses")
    form._first.setText("Half an hour of rest")
    assert form._foot.go.isEnabled()
    form._time.first_day.setDate(QDate(2026, 3, 12))
    assert form._foot.lack.text() == "It can begin tomorrow, or later."


def test_what_is_asked_in_the_morning_is_looked_at_the_day_after(person: Person) -> None:
    form = page_of(person.start())._form
    assert form.lag == 0
    form._outcome.setCurrentIndex(form._outcome.findData("sleep_quality"))
    assert form.lag == 1
    assert "day after" in form._words.text()


def test_one_that_runs_shows_today_and_no_more(kept: Person) -> None:
    program = kept.start()
    page = page_of(program)
    assert page._current._today.words.text() == "Today: Rest breaks, running"
    assert page._current._next.text() == "From tomorrow: None"
    assert [row.title for row in page._tried.list.rows] == ["Do rest breaks help?"]


def test_ending_keeps_what_is_there_and_reads_it_out(kept: Person) -> None:
    program = kept.start()
    page = page_of(program)
    page._current.end.click()
    ran = next(one for one in held(program) if one.id == "running")
    assert ran.last == TODAY - timedelta(days=1)
    kept.qtbot.waitUntil(lambda: bool(page._result.points.texts))
    assert page._result.points.texts[0].startswith("You ended it after 7 of 28 pairs.")
    program.diary.undo()
    assert next(one for one in held(program) if one.id == "running") == RUNNING


def test_a_look_before_the_end_says_that_it_is_early(kept: Person) -> None:
    program = kept.start()
    page = page_of(program)
    page._current.look.click()
    kept.qtbot.waitUntil(lambda: bool(page._result.points.texts))
    assert page._result.points.texts[0].startswith("It is not over.")
    page._back.click()
    assert page._current.isVisible()


def test_one_that_is_over_opens_from_the_list_and_can_be_taken_away(kept: Person) -> None:
    program = kept.start()
    page = page_of(program)
    page._tried.list.opened.emit(0)
    kept.qtbot.waitUntil(lambda: bool(page._result.points.texts))
    view = page._result.card.view
    assert view is not None
    assert view.sentence.startswith("In 28 of 28 pairs, pain was lower")
    assert page._result.dots.text() == "clear"
    page.toggle_table()
    assert page._result.card.shows_table
    page._result.remove.click()
    kept.qtbot.waitUntil(lambda: [one.id for one in held(program)] == ["running"])
    assert program.diary.questions.trigger(TRIED.trigger) is None
    assert page._current.isVisible()


def test_one_to_come_can_be_taken_away(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    page._form._things.options[0].click()
    page._form._foot.go.click()
    page._current.remove.click()
    person.qtbot.waitUntil(lambda: held(program) == ())


def test_what_was_noted_of_one_goes_with_it_and_comes_back_in_one_step(kept: Person) -> None:
    program = kept.start()
    line_of(program).done.options[0].click()
    page = page_of(program)
    page._current.remove.click()
    kept.qtbot.waitUntil(lambda: [one.id for one in held(program)] == ["tried"])
    assert program.diary.questions.trigger(RUNNING.trigger) is None
    assert not program.diary.known(TODAY).triggers
    program.diary.undo()
    assert RUNNING in held(program)
    assert program.window._front is page
    assert program.diary.questions.trigger(RUNNING.trigger) is not None
    assert program.diary.known(TODAY).triggers[RUNNING.trigger].ticked


def test_the_way_back_leads_to_where_one_came_from(kept: Person) -> None:
    program = kept.start()
    page = page_of(program)
    page._back.click()  # it came from Today
    assert program.window._front is today_page(program)
    program.window.show_page("factors")
    program.window.show_page("try_out:tried")
    assert page._shown == "tried"
    program.window.show_page("factors")
    program.window.show_page("try_out")
    assert page._current.isVisible()
    assert page._back.text() == "Back to Factors"
    page._back.click()
    assert isinstance(program.window._front, FactorsPage)


def test_a_journal_that_is_only_looked_at_seals_nothing(kept: Person) -> None:
    kept.start().window.close()
    program = kept.open.pop()
    program.close()
    program.window.deleteLater()
    program.theme.deleteLater()
    page = page_of(kept.start(why_read_only="Another window has it."))
    assert not page._form._foot.go.isEnabled()
    assert not page._current.end.isEnabled()
    assert page._back.hasFocus()


def line_of(program: app.Program) -> TryingLine:
    line = today_page(program).findChild(TryingLine)
    assert isinstance(line, TryingLine)
    return line


def test_today_says_which_way_it_is_and_keeps_whether_it_was_so(kept: Person) -> None:
    program = kept.start()
    line = line_of(program)
    assert line.isVisible()
    assert line._way.words.text() == "You try out: Rest breaks, running"
    line.done.options[0].click()
    assert program.diary.known(TODAY).triggers[RUNNING.trigger].ticked
    line.done.options[1].click()
    assert not program.diary.known(TODAY).triggers[RUNNING.trigger].ticked
    assert line.done.answer == "no"
    line.done.options[1].click()
    assert RUNNING.trigger not in program.diary.known(TODAY).triggers
    program.diary.undo()
    assert line.done.answer == "no"


def test_on_a_day_of_the_other_way_done_so_means_without(kept: Person) -> None:
    program = kept.start()
    page = today_page(program)
    page.show_day(TODAY - timedelta(days=1))
    kept.qtbot.waitUntil(lambda: page.day == TODAY - timedelta(days=1))
    line = line_of(program)
    assert line._way.words.text() == "You try out: None"
    line.done.options[0].click()
    assert not program.diary.known(page.day).triggers[RUNNING.trigger].ticked


def test_the_line_is_gone_with_the_experiment(kept: Person) -> None:
    program = kept.start()
    line = line_of(program)
    program.diary.edit([ended(RUNNING, TODAY - timedelta(days=1))], "End")
    assert not line.isVisible()
    assert line._experiment is None


def test_the_line_leads_to_the_experiment(kept: Person) -> None:
    program = kept.start()
    line_of(program)._more.click()
    assert isinstance(program.window._front, ExperimentsPage)


def test_a_plan_that_makes_no_sense_is_no_experiment(person: Person) -> None:
    program = person.start()
    program.diary.edit([SetSetting("experiment.x", "{")], "Nonsense")
    assert page_of(program)._form.isVisible()
    assert not line_of(program).isVisible()


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (1, True), (7, True), (8, False)])
def test_for_a_week_today_says_that_one_is_over(kept: Person, days: int, *, is_told: bool) -> None:
    program = kept.start()
    line = line_of(program)
    line.show_day(Day(TRIED.last + timedelta(days=days)))
    assert (line._more.text() == "See what came out") is is_told
    line._more.click()
    page = program.window._front
    assert isinstance(page, ExperimentsPage)
    assert (page._shown == "tried") is is_told


def test_of_one_that_was_ended_early_today_says_nothing(person: Person) -> None:
    program = person.start()
    early = plan("early", TODAY - timedelta(days=20), TODAY - timedelta(days=3))
    program.diary.edit(
        [*planned(early, program.diary.questions), ended(early, TODAY - timedelta(days=3))], "Try"
    )
    assert not line_of(program).isVisible()


def test_an_outcome_that_is_no_longer_there_is_said(person: Person) -> None:
    program = person.start()
    lost = replace(plan("lost", TODAY - timedelta(days=90)), outcome="own:cold_hands")
    program.diary.edit(planned(lost, program.diary.questions), "Try")
    page = page_of(program)
    page._open("lost")
    assert page._result.points.texts == (
        "The question that this looked at is no longer in the journal.",
    )
    assert not page._result.card.isVisible()


def test_something_to_begin_with_brings_what_it_looks_at(person: Person) -> None:
    form = page_of(person.start())._form
    form._things.options[3].click()
    assert (form.draft.outcome, form.lag) == ("sleep_quality", 1)
    form._things.options[0].click()
    assert (form.draft.outcome, form.lag) == ("pain", 0)


def test_days_kept_are_counted_of_those_that_say_so() -> None:
    first = day_number(TRIED.start)
    days = np.array([first - 1, first, first + 1, first + 2])
    nothing = np.zeros(4, dtype=np.bool_)
    done = Answers(days, np.array([1.0, 1.0, 1.0, 0.0]), nothing, nothing)
    assert days_kept(TRIED, done) == (1, 3)


def plan_about(program: app.Program, id: str) -> PlanForm:
    """Come from a result to the plan."""
    program.window.show_page(f"try_out:about:{id}")
    page = program.window._front
    assert isinstance(page, ExperimentsPage)
    return page._form


def test_a_result_begins_the_plan_with_what_suits_it(person: Person) -> None:
    program = person.start()
    form = plan_about(program, "stress")
    assert form._first.text() == "Ten minutes of quiet breathing"
    assert form._things.choice == "breathing"
    assert form._hint.text().startswith("Filled in with “Stress” in mind.")
    assert form._question.hasFocus()
    program.window.show_page("factors")
    program.window.show_page("try_out:about:sleep")  # of the place of a factor
    assert form._things.choice == "bedtime"
    assert form._hint.text().startswith("Filled in with “Sleep” in mind.")
    program.window.show_page("factor:sleep")
    program.window.show_page("try_out")
    assert form._hint.isHidden()
    assert page_of(program)._back.text() == "Back to the factor"


def test_where_nothing_suits_a_result_the_list_is_offered_with_a_kind_word(person: Person) -> None:
    program = person.start()
    form = plan_about(program, "weather_change")
    assert form.draft.is_blank
    assert form._hint.text().startswith("“Weather change” comes by itself")


def test_what_somebody_had_begun_is_not_written_over(person: Person) -> None:
    program = person.start()
    form = page_of(program)._form
    form._question.setText("Does a warm drink help?")
    program.window.show_page("today")
    program.window.show_page("try_out:about:stress")
    assert form._question.text() == "Does a warm drink help?"
    assert form._hint.text().startswith("This is the plan that you had begun.")


def test_while_one_runs_no_other_is_begun(kept: Person) -> None:
    program = kept.start()
    form = plan_about(program, "stress")
    page = program.window._front
    assert isinstance(page, ExperimentsPage)
    assert page._current.isVisible()
    assert form.draft.is_blank
    assert page._line.text() == "One thing at a time tells most, so what runs comes first."
    page._current.remove.click()
    kept.qtbot.waitUntil(form.isVisible)
    assert page._line.text().startswith("A fair test for one person")


def test_a_plan_that_is_left_half_written_is_found_again(person: Person) -> None:
    program = person.start()
    form = page_of(program)._form
    assert form._foot.fresh.isHidden()
    form._question.setText("Does a warm drink help? ")
    form._when.options[1].click()
    form._time.designs.options[2].click()
    form._time.first_day.setDate(QDate(2026, 3, 20))
    assert form._foot.fresh.isVisible()
    written = form.draft
    person.leave(program)
    found = page_of(person.start())._form
    assert found.draft == written
    assert found._question.text() == "Does a warm drink help?"


def test_a_draft_is_kept_by_itself_a_moment_after_the_last_key(person: Person) -> None:
    program = person.start()
    form = page_of(program)._form
    for typed in ("Does a warm drink", "Does a warm drink help?"):
        form._question.setText(typed)
        assert kept_question(program) != typed
        person.qtbot.waitUntil(lambda: kept_question(program) == form._question.text())
    assert program.diary.undo() == "Draft of a fair test"  # both are one step
    assert form.draft.is_blank


def kept_question(program: app.Program) -> str:
    return kept_draft(program.diary.common.settings).question


def test_starting_over_clears_a_draft_and_can_be_taken_back(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    form = page._form
    form._things.options[1].click()
    form._first.setText("Half the dishes")
    form._foot.fresh.click()
    assert form.draft.is_blank
    assert form._foot.fresh.isHidden()
    assert form._things.options[0].hasFocus()
    assert KEY not in program.diary.common.settings
    program.diary.undo()
    assert form._first.text() == "Half the dishes"
    program.diary.undo()
    assert form.draft.is_blank


def test_a_sealed_plan_is_no_draft_any_more_and_undo_makes_it_one_again(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    page._form._things.options[0].click()
    page._form._foot.go.click()
    assert KEY not in program.diary.common.settings
    program.diary.undo()
    assert page._form._things.choice == "rest_breaks"


def test_what_is_only_looked_at_keeps_no_draft(person: Person) -> None:
    program = person.start()
    page = page_of(program)
    program.window.show_page("today")
    assert KEY not in program.diary.common.settings
    assert not page._drafting.start_over()


def test_another_draft_takes_the_place_of_none_that_is_being_typed(person: Person) -> None:
    program = person.start()
    form = page_of(program)._form
    program.diary.edit([set_draft(Draft("Mine?"))], "Draft")  # as the other copy of a journal has
    assert form._question.text() == "Mine?"
    form._question.setText("Mine or theirs?")
    program.diary.edit([set_draft(Draft("Theirs?"))], "Draft")
    assert form._question.text() == "Mine or theirs?"
    program.window._finish_typing()
    assert kept_draft(program.diary.common.settings).question == "Mine or theirs?"


def test_a_first_day_that_is_still_to_come_stays_when_the_day_turns(person: Person) -> None:
    form = page_of(person.start())._form
    measures, day = words.outcomes(Questions()), timedelta(days=1)
    for chosen in (None, TODAY + 5 * day):
        form.show_draft(Draft("Why?", start=chosen))
        form.ask(measures, (), TODAY + day)
        assert form.start == (chosen or TODAY + 2 * day)
        form.ask(measures, (), TODAY)
