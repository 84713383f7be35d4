"""Recorded days laid out on the calendar: one cell a day, NaN where nothing was noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Recorded(Protocol):
    """The answers to one question: four arrays of one length, one entry a recorded day."""

    @property
    def days(self) -> NDArray[np.int64]:
        """Days since 1970-01-01, ascending, each once (numpy's `datetime64[D]`)."""

    @property
    def values(self) -> NDArray[np.float64]:
        """The answers, on the measure's own scale."""

    @property
    def hollow(self) -> NDArray[np.bool_]:
        """Copied from another day, or typed so late that memory has a say."""

    @property
    def copied(self) -> NDArray[np.bool_]:
        """Copied from another day: shown, and left out of every statistic."""


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """The answers to one question, from wherever they come; see `Recorded`."""

    days: NDArray[np.int64]
    values: NDArray[np.float64]
    hollow: NDArray[np.bool_]
    copied: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A span of calendar days without holes; every array has one entry a day."""

    first: int
    """The first day, in days since 1970-01-01."""
    values: NDArray[np.float64]
    """The answers; NaN where there is none."""
    counted: NDArray[np.float64]
    """The answers that statistics may use: as `values`, with NaN for copied ones."""
    hollow: NDArray[np.bool_]

    @property
    def days(self) -> NDArray[np.int64]:
        """The calendar days, in days since 1970-01-01."""
        return np.arange(self.first, self.first + self.values.size, dtype=np.int64)

    def between(self, first: int, last: int) -> Grid:
        """Cut out the days from `first` to `last`, both included and both inside the grid."""
        cut = slice(first - self.first, last - self.first + 1)
        return Grid(first, self.values[cut], self.counted[cut], self.hollow[cut])


def on_calendar(recorded: Recorded, first: int, last: int) -> Grid:
    """Lay answers on the calendar from day `first` to day `last`, both included.

    Answers outside the span are left out. A span whose last day lies before its first is empty.
    """
    length = max(last - first + 1, 0)
    values = np.full(length, np.nan)
    counted = np.full(length, np.nan)
    hollow = np.zeros(length, dtype=np.bool_)
    left, right = np.searchsorted(recorded.days, (first, first + length))
    at = recorded.days[left:right] - first
    answers = recorded.values[left:right]
    values[at] = answers
    counted[at] = np.where(recorded.copied[left:right], np.nan, answers)
    hollow[at] = recorded.hollow[left:right]
    return Grid(first, values, counted, hollow)
