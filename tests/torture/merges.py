"""Merging: random histories of three computers with wrong clocks, merged in every way."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, Phase, given, settings

from tests.storage.histories import History, commutes, converges, histories
from tests.torture.outcome import Outcome


def run(tries: int) -> Sequence[Outcome]:
    """Try so many histories for each thing that must hold."""
    return [_tried("any order of merges", converges, tries), _tried("either way", commutes, tries)]


def _tried(name: str, check: Callable[[History], None], tries: int) -> Outcome:
    faults: list[str] = []
    done = merges = 0

    @settings(
        max_examples=tries,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(histories)
    def every(history: History) -> None:
        nonlocal done, merges
        done += 1
        merges += history.meetings
        try:
            check(history)
        except AssertionError as error:
            places = traceback.extract_tb(error.__traceback__)
            faults.append(f"{places[-1].name}: {places[-1].line}")

    every()
    return Outcome(name, done, faults, {"merges before the last ones": merges})
