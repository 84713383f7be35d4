"""How often the page of pain is right: unrelated things, true relations, and wrong suspicions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from fibrojournal.analysis.prior import MOST_SUSPECTS
from fibrojournal.analysis.questions import Suspect, questions
from tests.calibration.person import NULL, World, people
from tests.calibration.said import Look, Said, naive, ours
from tests.calibration.stranger import Truth, strangers
from tests.calibration.table import Table
from tests.calibration.tally import (
    FOUND,
    UNRELATED,
    found_cells,
    tallies,
    unrelated_cells,
)
from tests.calibration.truth import Diary, Source

_NOTHING = strangers(Truth.NOTHING)
_UNRELATED: dict[str, Source] = {
    "one person": people(NULL),
    "good and bad days shared": people(replace(NULL, shared=0.4)),
    "restless days": people(replace(NULL, hetero=True)),
    "no calendar": people(replace(NULL, calendar=False)),
    "none missing": people(replace(NULL, missing=0.0)),
    "bad days missing most": people(replace(NULL, worse=1.5)),
    "missing with pain and a trigger": people(replace(NULL, worse=1.0, with_trigger=1.5)),
    "strangers": _NOTHING,
    "strangers, shared": strangers(Truth.NOTHING, shared=0.4),
    "strangers, restless": strangers(Truth.NOTHING, hetero=True),
}
_RELATED: dict[str, Source] = {
    "one person": people(World()),
    "good and bad days shared": people(World(shared=0.4)),
    "restless days": people(World(hetero=True)),
    "no calendar": people(World(calendar=False)),
    "effects on the worst fifth of days only": people(World(threshold=True)),
    "bad days missing most": people(World(worse=1.5)),
    "30 % of days missing": people(World(missing=0.3)),
    "none missing": people(World(missing=0.0)),
    "strangers, as the prior thought": strangers(Truth.GOOD),
    "strangers, evenly spread": strangers(Truth.FLAT),
    "strangers, against the prior": strangers(Truth.WRONG),
    "strangers, as thought, shared": strangers(Truth.GOOD, shared=0.4),
}
_SUSPECTED = ("one person", "strangers, as the prior thought", "strangers, evenly spread")


def unrelated(count: int) -> Iterator[Table]:
    """Look at people of whom nothing that is asked is true."""
    for name, look in (("fibrojournal", ours), ("Pearson and Benjamini-Hochberg", naive)):
        rows = [
            [setting, *unrelated_cells(tallies(source, look, count))]
            for setting, source in _UNRELATED.items()
        ]
        title = f"Unrelated things on the page of pain: {name} (%; 60 / 90 / 180 / 365 days)"
        yield Table(title, ("diaries", *UNRELATED), rows)


def found(count: int) -> Iterator[Table]:
    """Look at people of whom something is true."""
    for name, look in (("fibrojournal", ours), ("Pearson and Benjamini-Hochberg", naive)):
        rows = [
            [setting, *found_cells(tallies(source, look, count))]
            for setting, source in _RELATED.items()
        ]
        title = f"True relations found on the page of pain: {name} (%; 60 / 90 / 180 / 365 days)"
        yield Table(title, ("diaries", *FOUND), rows)


def suspects(count: int) -> Iterator[Table]:
    """Look harder at five suspects, of which as many as can be, two or none are true."""
    rows = []
    for setting in _SUSPECTED:
        for true, name in ((MOST_SUSPECTS, "all true"), (2, "2 of 5"), (0, "none true")):
            cells = found_cells(tallies(_RELATED[setting], _suspecting(true), count))
            rows.append([setting, name, *cells])
    rows += [
        [f"{setting}, nothing related", "none true", *["–"] * 5, *_none(setting, count)]
        for setting in ("one person", "strangers")
    ]
    title = "Five suspects named beforehand (%; 60 / 90 / 180 / 365 days)"
    yield Table(title, ("diaries", "suspects", *FOUND), rows)


def _none(setting: str, count: int) -> Sequence[str]:
    return found_cells(tallies(_UNRELATED[setting], _suspecting(0), count))[-1:]


def _suspecting(true: int) -> Look:
    """Suspect up to so many true relations; up to five in all, the rest are unrelated things."""
    rng = np.random.default_rng(5)

    def look(diary: Diary) -> Sequence[Said]:
        asked = questions(diary.variables, "pain")
        real = [one for one in asked if diary.edge(one.factor, one.outcome, one.lag)]
        other = [one for one in asked if not diary.are_joined(one)]
        named = [real[at] for at in rng.permutation(len(real))[:true]]
        # All true: no wrong ones beside them, although a stranger has but four.
        wrong = 0 if true == MOST_SUSPECTS else MOST_SUSPECTS - len(named)
        named += [other[at] for at in rng.permutation(len(other))[:wrong]]
        return ours(diary, suspects=[Suspect(one.factor, one.lag) for one in named])

    return look
