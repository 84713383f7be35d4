"""How often intervals hold the truth, and how much too large is what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from fibrojournal.analysis.answers import Answer, Estimate
from fibrojournal.analysis.questions import Question
from tests.calibration.person import World, people
from tests.calibration.said import FOUND, page_of
from tests.calibration.stranger import Truth, strangers
from tests.calibration.table import Table, percent
from tests.calibration.tally import DAYS, mean
from tests.calibration.truth import Diary, Source

_LONG = 2920
_BATCH = 50
_SETTINGS: dict[str, Source] = {
    "one person": people(World()),
    "strangers, as the prior thought": strangers(Truth.GOOD),
    "strangers, evenly spread": strangers(Truth.FLAT),
}


@dataclass
class _Held:
    unrelated: list[bool] = field(default_factory=list)
    true: list[bool] = field(default_factory=list)
    found_plain: list[bool] = field(default_factory=list)
    found_wide: list[bool] = field(default_factory=list)
    true_found_wide: list[bool] = field(default_factory=list)
    too_large: list[float] = field(default_factory=list)
    wrong_way: list[bool] = field(default_factory=list)

    def add(self, diary: Diary, one: Answer, estimate: Estimate, slope: float) -> None:
        """Count one answer, given what the person's slope is in the long run."""
        question = one.question
        is_true = diary.edge(question.factor, question.outcome, question.lag) is not None
        truth = slope * estimate.contrast
        plain = replace(estimate, error=0.05)
        holds = plain.low <= truth <= plain.high
        if not diary.are_joined(question):
            self.unrelated.append(holds)
        elif is_true:
            self.true.append(holds)
        if one.label in FOUND:
            wide = estimate.low <= truth <= estimate.high
            self.found_plain.append(holds)
            self.found_wide.append(wide)
            if is_true:
                self.true_found_wide.append(wide)
                self.too_large.append(abs(estimate.effect / truth))
                self.wrong_way.append(estimate.effect * truth < 0)


def run(count: int) -> Iterator[Table]:
    """Hold the first days of long diaries against the whole of them."""
    rows = []
    for name, source in _SETTINGS.items():
        held = {days: _Held() for days in DAYS}
        for diary in _long(source, count):
            slopes = _slopes(diary)
            for days, tally in held.items():
                for one in page_of(diary.first(days)):
                    if one.estimate is not None and one.question in slopes:
                        tally.add(diary, one, one.estimate, slopes[one.question])
        rows += [[name, str(days), *_cells(tally)] for days, tally in held.items()]
    head = (
        "diaries",
        "days",
        "95 %: unrelated",
        "true",
        "found: 95 %",
        "found: as shown",
        "found and true: as shown",
        "found and true: wrong way",
        "times too large (median)",
    )
    yield Table("Intervals that hold the truth (%)", head, rows)


def _long(source: Source, count: int) -> Iterator[Diary]:
    """Make long diaries a few at a time; a day more makes other people."""
    for batch, start in enumerate(range(0, count, _BATCH)):
        yield from source(min(_BATCH, count - start), _LONG + batch)


def _slopes(diary: Diary) -> dict[Question, float]:
    """Return the slope of each question over the whole diary, 0 where nothing joins the two."""
    return {
        one.question: one.estimate.slope if diary.are_joined(one.question) else 0.0
        for one in page_of(diary)
        if one.estimate is not None
    }


def _cells(held: _Held) -> Iterator[str]:
    for each in (held.unrelated, held.true, held.found_plain, held.found_wide):
        yield percent(mean(each))
    yield percent(mean(held.true_found_wide))
    yield percent(mean(held.wrong_way))
    yield f"{np.median(held.too_large):.1f}" if held.too_large else "–"
