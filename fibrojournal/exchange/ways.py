"""How the values of a column become values of the journal: the scales they may have in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fibrojournal.exchange.cells import hours, number, yes_or_no
from fibrojournal.journal.measures import Measure, Scale
from fibrojournal.text import _, plain_number

_SCALES = (
    Scale(0, 10),
    Scale(1, 10),
    Scale(0, 100, 10),
    Scale(1, 5),
    Scale(0, 5),
    Scale(1, 7),
    Scale(0, 6),
    Scale(0, 4),
    Scale(1, 4),
    Scale(0, 3),
    Scale(1, 3),
    Scale(-3, 3),
    Scale(-2, 2),
)
_FITS = 0.95
"""So great a share of the values has to lie on a scale that is offered."""
_OWN_FITS = 0.75
"""So great a share suffices for the measure's own scale: what is beyond it is looked at."""
_ENOUGH = 15
"""So many values tell that a scale ends where they do."""
_SHORT = (Scale(1, 5), Scale(1, 7))
"""The scales that are guessed from their ends; others are for the person to choose."""
_MINUTES = 60
_MINUTES_FROM = 24


@dataclass(frozen=True, slots=True)
class Way:
    """One reading of a column's values: on a scale, turned round or not; or times a factor."""

    scale: Scale | None = None
    reverse: bool = False
    factor: float = 1.0
    is_time: bool = False

    def value(self, cell: str, measure: Measure, *, decimal_comma: bool) -> float | None:
        """Return what a cell becomes; None where it is no number or not on the scale."""
        found = self.plain(cell, decimal_comma=decimal_comma)
        if found is None or not self.holds(found, measure):
            return None
        return self.onto(found, measure)

    def plain(self, cell: str, *, decimal_comma: bool) -> float | None:
        """Return the number that stands in a cell."""
        if self.is_time and (length := hours(cell)) is not None:
            return length
        return number(cell, decimal_comma=decimal_comma)

    def holds(self, found: float, measure: Measure) -> bool:
        """Tell whether a number lies on the scale of the file."""
        if self.scale is not None:
            return self.scale.holds(found)
        return measure.scale.holds(found * self.factor)

    def onto(self, found: float, measure: Measure) -> float:
        """Carry a number onto the measure's own scale, without rounding."""
        own = measure.scale
        if self.scale is None:
            return found * self.factor
        if (self.scale.low, self.scale.high) == (own.low, own.high) and not self.reverse:
            return found
        low, high = (own.high, own.low) if self.reverse else (own.low, own.high)
        share = (found - self.scale.low) / (self.scale.high - self.scale.low)
        return min(max(low + share * (high - low), own.low), own.high)

    def words(self, measure: Measure) -> str:
        """Say how the values are read: "0 to 100, divided by 10"."""
        if self.scale is None:
            return _plain_words(self, measure)
        ends = _("{low} to {high}").format(
            low=plain_number(self.scale.low), high=plain_number(self.scale.high)
        )
        if self.reverse:
            return _("{ends}, turned round").format(ends=ends)
        own = measure.scale
        if (self.scale.low, self.scale.high) == (own.low, own.high):
            return _("{ends}, as it is").format(ends=ends)
        times = (self.scale.high - self.scale.low) / (own.high - own.low)
        if times > 1 and self.scale.low == own.low:
            return _("{ends}, divided by {n}").format(ends=ends, n=plain_number(times))
        return _("{ends}, spread out").format(ends=ends)


def _plain_words(way: Way, measure: Measure) -> str:
    if way.is_time:
        return _("hours and minutes")
    if way.factor != 1:
        return _("minutes, as hours")
    return _("{unit}, as it is").format(unit=_(measure.unit)) if measure.unit else _("as it is")


def ways_for(measure: Measure, cells: Sequence[str], *, decimal_comma: bool) -> tuple[Way, ...]:
    """List the ways in which cells can be values of a measure, the most likely first; or none."""
    is_hours, is_minutes = measure.unit == "h", measure.unit == "min"
    times = [length for cell in cells if (length := hours(cell)) is not None]
    if (is_hours or is_minutes) and len(times) >= _FITS * len(cells) > 0:
        return (Way(factor=60.0 if is_minutes else 1.0, is_time=True),)
    found = [n for cell in cells if (n := number(cell, decimal_comma=decimal_comma)) is not None]
    if not found or len(found) < _FITS * len(cells):
        return ()
    if not measure.scale.is_rating:
        plain = Way(is_time=bool(times))
        if is_hours and sum(n > _MINUTES_FROM for n in found) > len(found) / 2:
            return Way(factor=1 / _MINUTES), plain
        return (plain,)
    own = Way(measure.scale)
    fitting = [scale for scale in _SCALES if _fit(scale, found) and scale != measure.scale]
    is_own = _fit(measure.scale, found, _OWN_FITS)
    guess = _short_scale(found) or (None if is_own else next(iter(fitting), None))
    scales = [measure.scale, *fitting] if is_own or not fitting else fitting
    if guess is not None:
        scales = [guess, *(scale for scale in scales if scale != guess)]
    both = [Way(scale, reverse) for scale in scales for reverse in (False, True)]
    return tuple(both) or (own,)


def _fit(scale: Scale, found: Sequence[float], share: float = _FITS) -> bool:
    return sum(map(scale.holds, found)) >= share * len(found)


def _short_scale(found: Sequence[float]) -> Scale | None:
    """Return the short scale whose both ends the values reach: 1 to 5 rather than 0 to 10."""
    if len(found) < _ENOUGH or any(n != int(n) for n in found):
        return None
    ends = min(found), max(found)
    return next((scale for scale in _SHORT if (scale.low, scale.high) == ends), None)


def are_ticks(cells: Sequence[str]) -> bool:
    """Tell whether cells are a yes or a no each."""
    said = sum(yes_or_no(cell) is not None for cell in cells)
    return bool(cells) and said >= _FITS * len(cells)
