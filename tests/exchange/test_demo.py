from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import correlation, mean

import numpy as np
import pytest

from fibrojournal.analysis.flares import flare_days
from fibrojournal.exchange import demo
from fibrojournal.exchange.demo import create_demo, made_up_days
from fibrojournal.exchange.demo_experiments import Tried, tried
from fibrojournal.exchange.demo_person import live
from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.day import EVENT_KINDS, Origin
from fibrojournal.journal.edits import (
    Edit,
    SetBodyMap,
    SetEvent,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetNote,
    SetReading,
    SetTrigger,
)
from fibrojournal.journal.errors import JournalExists
from fibrojournal.journal.experiments import State, experiments
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.journal_file import JournalFile

SEEDS = (1, 2, 3, 17, 99)
A_DAY = timedelta(days=1)


@pytest.fixture(scope="module", params=SEEDS)
def year(request: pytest.FixtureRequest) -> list[Edit]:
    return made_up_days(365, seed=request.param)


def answers(edits: Sequence[Edit], measure: str) -> dict[date, float]:
    return {
        edit.day: edit.reading.value
        for edit in edits
        if isinstance(edit, SetReading) and edit.measure == measure and edit.reading
    }


def pairs(
    first: Mapping[date, float], second: Mapping[date, float], lag: int
) -> tuple[list[float], list[float]]:
    days = [day for day in first if day + lag * A_DAY in second]
    return [first[day] for day in days], [second[day + lag * A_DAY] for day in days]


def test_the_same_seed_gives_the_same_days() -> None:
    assert made_up_days(60, seed=5) == made_up_days(60, seed=5)
    assert made_up_days(60, seed=5) != made_up_days(60, seed=-5)


def test_the_days_end_where_they_are_told_to() -> None:
    pain = answers(made_up_days(40, end=date(2024, 2, 29)), "pain")
    assert min(pain) == date(2024, 1, 21)
    assert max(pain) == date(2024, 2, 29)


@pytest.mark.parametrize("count", [1, 2, 3, 10])
def test_a_few_days_can_be_made_too(count: int) -> None:
    assert 1 <= len(answers(made_up_days(count), "pain")) <= count


def test_pain_follows_yesterdays_pain(year: list[Edit]) -> None:
    pain = answers(year, "pain")
    assert 0.3 < correlation(*pairs(pain, pain, 1)) < 0.7


def test_weekdays_differ(year: list[Edit]) -> None:
    stress = answers(year, "stress")
    means = [mean(v for day, v in stress.items() if day.weekday() == n) for n in range(7)]
    assert mean(means[:5]) - mean(means[5:]) > 1.0


def test_some_days_are_not_noted_in_runs_and_more_often_after_bad_ones(year: list[Edit]) -> None:
    pain = answers(year, "pain")
    days = [demo.END - n * A_DAY for n in range(365)]
    absent = [day for day in days if day not in pain]
    assert 0.1 <= len(absent) / 365 <= 0.2
    assert sum(day + A_DAY in absent for day in absent) / len(absent) > 0.25
    before = [pain[day - A_DAY] for day in absent if day - A_DAY in pain]
    assert mean(before) > mean(pain.values())


def test_there_are_flares(year: list[Edit]) -> None:
    pain = sorted(answers(year, "pain").items())
    days = np.array([day.toordinal() for day, _ in pain], dtype=np.int64)
    found = flare_days(days, np.array([value for _, value in pain]))
    assert len(found) >= 4


def test_poor_sleep_and_pain_feed_each_other(year: list[Edit]) -> None:
    pain, sleep = answers(year, "pain"), answers(year, "sleep_quality")
    assert correlation(*pairs(sleep, pain, 0)) < -0.2
    assert correlation(*pairs(pain, sleep, 1)) < -0.15


def test_values_lie_on_steps_of_their_scales(year: list[Edit]) -> None:
    for edit in year:
        if isinstance(edit, SetReading) and edit.reading is not None:
            measure = Questions().measure(edit.measure)
            assert measure is not None
            scale = measure.scale
            value = edit.reading.value
            assert scale.holds(value)
            assert scale.nearest_step(value) == value


def test_triggers_are_offered_in_full_or_not_at_all(year: list[Edit]) -> None:
    offered: dict[date, dict[str, bool]] = {}
    for edit in year:
        if isinstance(edit, SetTrigger) and edit.answer is not None:
            offered.setdefault(edit.day, {})[edit.trigger] = edit.answer.ticked
    noted = set(answers(year, "pain"))
    assert len({frozenset(day) for day in offered.values()}) == 1
    assert set(offered) < noted
    ticked = [id for day in offered.values() for id, is_ticked in day.items() if is_ticked]
    assert set(ticked) >= {"overdid_it", "good_company", "period", "travel", "medicine_change"}


def test_a_year_holds_a_bit_of_everything(year: list[Edit]) -> None:
    count = {
        kind: sum(isinstance(edit, kind) for edit in year)
        for kind in (SetNote, SetBodyMap, SetMoment, SetEvent)
    }
    assert count[SetNote] > 30
    assert count[SetBodyMap] > 30
    assert count[SetMoment] > 30
    kinds = {edit.event.kind for edit in year if isinstance(edit, SetEvent) and edit.event}
    assert kinds == {"infection", "travel", "treatment_started", "hard_time"}
    assert kinds <= set(EVENT_KINDS)
    for id in ("sleep_hours", "mood", "gut", "activity", "energy_morning", "energy_evening"):
        assert len(answers(year, id)) > 180
    for id in ("stiffness_minutes", "awakenings"):
        assert len(answers(year, id)) > 60
    for edit in year:
        if isinstance(edit, SetBodyMap) and edit.body_map is not None:
            assert set(edit.body_map.areas) <= set(AREA_BY_ID)


def test_a_check_in_once_a_month_has_its_sums(year: list[Edit]) -> None:
    areas, severity, sums = (answers(year, id) for id in ("wpi", "sss", "psd"))
    assert 8 <= len(sums) <= 13
    assert sums == {day: areas[day] + severity[day] for day in sums}
    assert answers(year, "phq2").keys() == answers(year, "overall_change").keys() == sums.keys()
    assert sums.keys() <= answers(year, "pain").keys()


def test_some_answers_are_copied_and_some_are_late(year: list[Edit]) -> None:
    readings = [edit for edit in year if isinstance(edit, SetReading) and edit.reading]
    hollow = [edit for edit in readings if edit.reading and edit.reading.is_hollow(edit.day)]
    assert 0 < len(hollow) / len(readings) < 0.1
    assert any(edit.reading and edit.reading.origin is Origin.COPIED for edit in hollow)


def test_notes_keep_the_rules_of_wording(year: list[Edit]) -> None:
    notes = {edit.note.text for edit in year if isinstance(edit, SetNote) and edit.note}
    assert len(notes) > 8
    for word in ("missed", "failed", "forgot", "streak", "should", "!", "cause"):
        assert not any(word in note for note in notes)


def test_a_journal_of_made_up_days_is_marked(tmp_path: Path) -> None:
    file = tmp_path / "sample.fjnl"
    noted = create_demo(file, 50, seed=3)
    with JournalFile.open(file) as journal:
        assert journal.is_sample
        assert len(journal.days(date.min, date.max)) == noted


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "sample.fjnl"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(JournalExists):
        create_demo(file, 5)
    assert file.read_text(encoding="utf-8") == "mine"


def test_what_breaks_half_way_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(JournalFile, "save", broken)
    with pytest.raises(RuntimeError):
        create_demo(tmp_path / "sample.fjnl", 5)
    assert list(tmp_path.glob("*.fjnl")) == []


def test_medicines_are_noted_on_noted_days_and_one_dose_changes(year: list[Edit]) -> None:
    noted = {edit.day for edit in year if isinstance(edit, SetReading)}
    held = {edit.id: edit.medicine for edit in year if isinstance(edit, SetMedicine)}
    intakes = [edit for edit in year if isinstance(edit, SetIntake)]
    assert {edit.medicine for edit in intakes} == set(held)
    assert {edit.day for edit in intakes} <= noted
    assert sorted(len(one.courses) for one in held.values() if one) == [1, 1, 2]
    for edit in intakes:
        medicine = held[edit.medicine]
        assert medicine is not None
        plan = medicine.plan_on(edit.day)
        assert plan is not None
        assert plan.is_as_needed or edit.slot in {slot.part for slot in plan.slots}


@pytest.fixture(scope="module")
def tries() -> tuple[Tried, list[Edit]]:
    """What was tried in 240 days, and the diary of them."""
    found = tried(240, demo.END, Random(4))
    return found, made_up_days(240, tries=found)


def test_one_experiment_is_over_and_another_runs(tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.fjnl", 150)
    with JournalFile.open(tmp_path / "sample.fjnl") as journal:
        found = experiments(journal.settings())
        hidden = journal.questions().shown_triggers
        said = [set(journal.trigger_series((one.trigger,))[one.trigger].values) for one in found]
    assert [one.state(demo.END + A_DAY) for one in found] == [State.RUNNING, State.OVER]
    assert found[0].period_on(demo.END + A_DAY) is not None
    assert found[1].is_told_after(demo.END)
    assert said == [{0, 1}, {0, 1}]
    assert not {one.trigger for one in found} & {trigger.id for trigger in hidden}


@pytest.mark.parametrize(("count", "tries"), [(1, 0), (40, 0), (47, 1), (146, 1), (147, 2)])
def test_nothing_is_tried_before_a_month_was_noted(count: int, tries: int) -> None:
    found = tried(count, demo.END, Random(1)).experiments
    assert len(found) == tries
    first = demo.END - (count - 1) * A_DAY
    assert all((one.start - first).days >= 30 for one in found)


def test_what_was_done_is_noted_on_noted_days_of_the_experiment_alone(
    tries: tuple[Tried, list[Edit]],
) -> None:
    found, edits = tries
    noted = set(answers(edits, "pain"))
    for one in found.experiments:
        said = [
            edit for edit in edits if isinstance(edit, SetTrigger) and edit.trigger == one.trigger
        ]
        assert len(said) > 8
        assert all(edit.day in noted and one.period_on(edit.day) for edit in said)


def test_the_days_of_the_one_that_is_over_hurt_less(tries: tuple[Tried, list[Edit]]) -> None:
    relieved = tries[0].relieved
    assert 20 < len(relieved) < 36
    first = demo.END - 239 * A_DAY
    plain, eased = (live(first, 240, Random(7), days) for days in ((), relieved))
    pairs = zip(plain.days, eased.days, strict=True)
    eases = {one.date: other.ratings["pain"] - one.ratings["pain"] for one, other in pairs}
    assert all(ease == 0 for day, ease in eases.items() if day < min(relieved))
    assert mean(eases[day] for day in relieved) < -1.3
