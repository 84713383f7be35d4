"""Questions that showed nothing may rest; those that matter to somebody are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from fibrojournal.analysis.grid import Answers
from fibrojournal.analysis.questions import Suspect
from fibrojournal.analysis.variables import variables
from fibrojournal.insights.record import Record
from fibrojournal.insights.resting import MOST, OFTEN, SPAN, Resting, resting
from fibrojournal.journal.chosen import Chosen, set_kept, set_place
from fibrojournal.journal.common import Common
from fibrojournal.journal.measures import MEASURE_BY_ID, Place
from tests.journal.test_experiments import WEEKS, kept

FIRST = date(2025, 1, 1)
FIRST_NUMBER = (FIRST - date(1970, 1, 1)).days
STRESS = MEASURE_BY_ID["stress"]


def noise(days: int, seed: int) -> NDArray[np.float64]:
    return np.random.default_rng(seed).integers(3, 8, days).astype(np.float64)


def record(days: int = 120, settings: dict[str, str] | None = None, **more: float) -> Record:
    """Return a diary of pain and stress that have nothing to do with each other.

    `more` names further questions, and how much of each is pain.
    """
    values = {"pain": noise(days, 1), "stress": noise(days, 2)}
    for at, (id, share) in enumerate(more.items()):
        values[id] = share * values["pain"] + (1 - share) * noise(days, 10 + at)
    return recorded(values, Common(settings=settings or {}))


def recorded(values: dict[str, NDArray[np.float64]], common: Common) -> Record:
    days = values["pain"].size
    series = {}
    for one in common.questions.day_measures:
        found = values.get(one.id, np.full(days, np.nan))
        at = np.flatnonzero(np.isfinite(found))
        plain = np.zeros(at.size, dtype=np.bool_)
        series[one.id] = Answers(FIRST_NUMBER + at, found[at], plain, plain)
    span = FIRST_NUMBER, FIRST_NUMBER + days - 1
    laid = variables(common.questions.day_measures, (), series, span)
    last = FIRST + timedelta(days=days - 1)
    return Record(common.questions, common, FIRST, last, days, series, laid, ())


def ids(found: Record) -> list[str]:
    return [one.id for one in resting(found)]


def test_a_question_that_showed_nothing_may_rest() -> None:
    assert resting(record()) == (Resting("stress", SPAN),)


def test_one_that_goes_with_pain_stays() -> None:
    assert ids(record(activity=0.7)) == ["stress"]


def test_where_all_goes_with_pain_nothing_is_offered() -> None:
    pain = noise(120, 1)
    assert ids(recorded({"pain": pain, "stress": 0.8 * pain + noise(120, 2)}, Common())) == []


def test_the_most_noted_come_first_and_no_more_than_three() -> None:
    many = record(energy_evening=0, dizziness=0, bloating=0, activity=0)
    found = resting(many)
    assert len(found) == MOST
    assert [one.noted for one in found] == sorted((one.noted for one in found), reverse=True)


def test_before_day_90_nobody_is_asked() -> None:
    assert ids(record(SPAN - 1)) == []
    assert ids(record(SPAN)) == ["stress"]


@pytest.mark.parametrize("noted", [OFTEN - 1, OFTEN])
def test_what_is_seldom_noted_costs_little(noted: int) -> None:
    values = {"pain": noise(200, 1), "stress": noise(200, 2)}
    values["stress"][110 + noted :] = np.nan
    assert ids(recorded(values, Common())) == (["stress"] if noted == OFTEN else [])


def test_what_has_a_page_of_its_own_is_noted_for_its_own_sake() -> None:
    assert ids(record(mood=0, fatigue=0)) == ["stress"]


def test_what_comes_from_a_device_costs_no_taps() -> None:
    assert ids(record(hrv_sdnn=0)) == ["stress"]


def test_what_is_suspected_stays() -> None:
    assert ids(replace(record(), suspects=(Suspect("stress", 1),))) == []


@pytest.mark.parametrize(("began", "offered"), [(100, []), (1, ["stress"])])
def test_what_an_experiment_waits_for_stays(began: int, offered: list[str]) -> None:
    tried = replace(WEEKS, outcome="stress", start=FIRST + timedelta(days=began))
    common = kept(tried)
    values = {"pain": noise(200, 1), "stress": noise(200, 2)}
    assert ids(recorded(values, common)) == offered


def test_what_the_person_keeps_or_has_hidden_is_not_offered() -> None:
    for edit in (set_kept(STRESS), set_place(STRESS, Place.HIDDEN)):
        assert edit.value is not None
        assert ids(record(settings={edit.key: edit.value})) == []


def test_what_was_kept_is_known_again() -> None:
    edit = set_kept(STRESS)
    assert Chosen.of({edit.key: edit.value or ""}).kept == {"stress"}


def test_without_days_enough_to_show_a_link_silence_says_nothing() -> None:
    values = {"pain": noise(120, 1), "stress": noise(120, 2)}
    values["pain"][:60] = np.nan
    values["stress"][60:] = np.nan
    assert ids(recorded(values, Common())) == []


def test_without_pain_nothing_can_be_said() -> None:
    values = {"pain": np.full(120, np.nan), "stress": noise(120, 2)}
    assert ids(recorded(values, Common())) == []


def test_what_stands_at_an_arrow_stays() -> None:
    days = 200
    values = {"pain": noise(days, 1), "stress": noise(days, 2)}
    values["energy_evening"] = np.roll(values["stress"], 1)  # follows stress, and no page asks it
    assert ids(recorded(values, Common())) == []
