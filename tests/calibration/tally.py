"""What is said of many diaries, held against what is true of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from fibrojournal.analysis.families import Family
from tests.calibration.person import TRIGGERS
from tests.calibration.said import Look, Said
from tests.calibration.table import percent
from tests.calibration.truth import SIZES, Diary, Source

DAYS = (60, 90, 180, 365)
KINDS = ("same day", "later day", "trigger")


@dataclass
class Tally:
    """Counts over diaries of one setting and one length."""

    unrelated: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """p values of what nothing joins, by the kind of question."""
    found: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    """Whether a true relation was found, by its size."""
    of: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    """Likewise by its factor."""
    small: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    """Whether its p value is .05 or less, by its size."""
    false_share: list[float] = field(default_factory=list)
    any_false: list[bool] = field(default_factory=list)

    def add(self, diary: Diary, said: Iterable[Said]) -> None:
        """Count what is said of one diary. A true relation that could not be asked is not found."""
        told = false = 0
        asked = {}
        for one in said:
            question = one.question
            asked[question.factor, question.outcome, question.lag] = one
            told += one.is_found
            if not diary.are_joined(question):
                self.unrelated[_kind(one)].append(one.p)
                false += one.is_found
        for edge in diary.edges:
            if any(outcome == edge.target for _, outcome, _ in asked):
                about = asked.get((edge.source, edge.target, edge.lag))
                is_found = about is not None and about.is_found
                self.found[edge.size_name].append(is_found)
                self.of[edge.source].append(is_found)
                self.small[edge.size_name].append(about is not None and about.p <= 0.05)
        self.false_share.append(false / told if told else 0.0)
        self.any_false.append(false > 0)

    def at_most(self, level: float, kind: str | None = None) -> float:
        """Return the share of unrelated questions with a p value up to a level."""
        kinds = KINDS if kind is None else (kind,)
        return mean([p <= level for one in kinds for p in self.unrelated[one]])


def tallies(source: Source, looks: Look | Sequence[Look], count: int) -> list[Tally]:
    """Look at so many diaries of each length, once or at several of their pages."""
    made = []
    for days in DAYS:
        tally = Tally()
        for diary in source(count, days):
            for look in (looks,) if callable(looks) else looks:
                tally.add(diary, look(diary))
        made.append(tally)
    return made


def unrelated_cells(made: Sequence[Tally]) -> list[str]:
    """Write how often unrelated things look related, a number a length in each cell."""
    return [
        *(in_a_row(one.at_most(0.05, kind) for one in made) for kind in KINDS),
        in_a_row(one.at_most(0.001) for one in made),
        in_a_row(mean(one.any_false) for one in made),
    ]


UNRELATED = (*(f"{kind} p ≤ .05" for kind in KINDS), "p ≤ .001", "any false label")


def found_cells(made: Sequence[Tally]) -> list[str]:
    """Write how often true relations are found and labels are false."""
    return [
        in_a_row(mean(one.small["large"]) for one in made),
        *(in_a_row(mean(one.found[size]) for one in made) for size in SIZES),
        in_a_row(mean(one.false_share) for one in made),
        in_a_row(mean(one.any_false) for one in made),
    ]


FOUND = (
    "large: p ≤ .05",
    *(f"{size} found" for size in SIZES),
    "false share of labels",
    "diaries with a false one",
)


def in_a_row(shares: Iterable[float]) -> str:
    """Write a share for each length, in percent."""
    return " / ".join(percent(share) for share in shares)


def mean(values: Sequence[float] | Sequence[bool]) -> float:
    """Return the mean, NaN of nothing."""
    return float(np.mean(values)) if len(values) else float("nan")


def _kind(one: Said) -> str:
    if one.question.factor in TRIGGERS:
        return "trigger"
    return "same day" if one.question.family is Family.SAME else "later day"
