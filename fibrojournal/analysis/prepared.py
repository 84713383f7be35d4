"""A diary made ready for local projections: each series adjusted for the calendar, and filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.calendar import Calendar

LEAST_SPREAD = 0.3
"""A series that hardly moves weighs no more in the severity of a day than one of this spread."""
_MOST_ALIKE = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """A measure or a trigger over the days of a diary."""

    id: str
    values: NDArray[np.float64]
    """A calendar grid of what statistics may use; NaN where nothing was noted. A trigger is 1 or 0,
    and NaN on days that were not offered it."""
    bad: int = 1
    """1 where high is bad, -1 where high is good, 0 where it is neither."""
    is_trigger: bool = False
    waking: bool = False
    """Asked of the morning: it came before what is asked of the evening of its day."""

    @property
    def has_answers(self) -> bool:
        """Tell whether anything was noted of it."""
        return bool(np.isfinite(self.values).any())


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """All series of a diary side by side; matrices have a row a variable and a column a day."""

    variables: tuple[Variable, ...]
    adjusted: NDArray[np.float64]
    """In units of `scale`; NaN where nothing was noted."""
    filled: NDArray[np.float64]
    """The same with gaps filled, for controls only: an un-noted day is phi times the one before."""
    scale: NDArray[np.float64]
    """The standard deviation of each adjusted series, 1 where it has none."""
    calendar_df: NDArray[np.float64]
    """Degrees of freedom that the calendar took of each series."""
    severity: NDArray[np.float64]
    """What each variable adds to the severity of a day: its filled level times the sign for worse,
    over its spread. Triggers add nothing."""

    def index(self, id: str) -> int:
        """Return the row of a variable. Raises ValueError where there is none of that id."""
        return [variable.id for variable in self.variables].index(id)

    def severity_without(self, factors: NDArray[np.intp], outcome: int) -> NDArray[np.float64]:
        """Return the severity of each day as all but the outcome and a factor tell it."""
        rest: NDArray[np.float64] = self.severity.sum(axis=0) - self.severity[outcome]
        return np.subtract(rest, self.severity[factors])


def prepare(first: int, variables: Sequence[Variable]) -> Prepared:
    """Adjust and fill the series of a diary that begins on day `first` since 1970-01-01.

    All series have one length, and there is at least one.
    """
    calendar = Calendar(first, variables[0].values.size)
    each = [calendar.adjust(variable.values) for variable in variables]
    adjusted = np.array([series.residual for series in each])
    noted = np.isfinite(adjusted)
    zeros = np.where(noted, adjusted, 0.0)
    scale = np.sqrt((zeros**2).sum(axis=1) / np.maximum(noted.sum(axis=1), 1))
    scale = np.where(scale > 0, scale, 1.0)
    filled = _fill(zeros, noted)
    sign = np.array([0 if variable.is_trigger else variable.bad for variable in variables])
    spread = np.maximum(filled.std(axis=1), LEAST_SPREAD)
    return Prepared(
        variables=tuple(variables),
        adjusted=adjusted / scale[:, None],
        filled=filled / scale[:, None],
        scale=scale,
        calendar_df=np.array([series.df for series in each]),
        severity=filled * (sign / spread)[:, None],
    )


def _fill(zeros: NDArray[np.float64], noted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fill gaps by phi times the day before; phi is each series' own, from days in a row."""
    pairs = noted[:, 1:] & noted[:, :-1]
    before = np.where(pairs, zeros[:, :-1], 0.0)
    squares = (before**2).sum(axis=1)
    products = (before * zeros[:, 1:]).sum(axis=1)
    phi = np.clip(products / np.where(squares > 0, squares, 1.0), 0.0, _MOST_ALIKE)
    filled = zeros.copy()
    for day in range(1, filled.shape[1]):
        filled[:, day] = np.where(noted[:, day], zeros[:, day], phi * filled[:, day - 1])
    return filled
