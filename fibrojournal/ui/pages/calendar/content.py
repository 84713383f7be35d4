"""What the calendar reads from the journal, and how it puts a day into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from fibrojournal.analysis.flares import flare_days
from fibrojournal.charts.axis import day_of
from fibrojournal.heat import heat_step
from fibrojournal.journal.check_in_measures import PSD, PSD_HIGHEST
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.measures import TOO_ILL, Measure, Place
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, long_date, plain_number, plural, with_year
from fibrojournal.ui.pages.body.words import map_words
from fibrojournal.ui.pages.calendar.weeks import Weeks
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.day_square import DayCell, Noted

FLARES_OF = "pain"
"""A flare is a spell of this measure."""
RECENT_DAYS = 17 * 7
_UNCOUNTED = (Place.DERIVED, Place.CHECK_IN, Place.WHOLE_DAY)


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The days of some weeks and of the last 17 weeks, with what spans several days."""

    weeks: Weeks
    days: Mapping[date, Day] = field(default_factory=dict)
    """Every noted day of the weeks and of the last 17 weeks."""
    events: tuple[Event, ...] = ()
    flares: tuple[tuple[date, date], ...] = ()
    """First and last noted day of each flare."""
    first_noted: date | None = None

    @property
    def today(self) -> date:
        """The journal's day when this was read."""
        return self.weeks.today

    def day(self, day: date) -> Day:
        """Return what a day holds; nothing where it is not noted."""
        return self.days.get(day, Day(day))

    def with_day(self, day: Day) -> CalendarContent:
        """Return this with one day as it is now."""
        first = self.first_noted
        if day.is_noted:
            first = day.date if first is None else min(first, day.date)
        return replace(self, days={**self.days, day.date: day}, first_noted=first)

    def flare_day(self, day: date) -> int | None:
        """Return which day of a flare it is, 1 being the first; None outside of flares."""
        return next(
            ((day - start).days + 1 for start, end in self.flares if start <= day <= end), None
        )

    def events_on(self, day: date) -> list[Event]:
        """List the events that touch a day."""
        return [event for event in self.events if event.covers(day)]

    @property
    def recent(self) -> list[date]:
        """The last 17 weeks up to today, without what lies before the journal's first day."""
        if self.first_noted is None:
            return []
        days = (self.today - timedelta(days=n) for n in range(RECENT_DAYS))
        return [day for day in reversed(list(days)) if day >= self.first_noted]


def read_calendar(store: Store, weeks: Weeks, common: Common) -> CalendarContent:
    """Read all that the calendar shows. Runs on the journal's thread."""
    pain = store.series([FLARES_OF])[FLARES_OF]
    counted = ~pain.copied
    flares = flare_days(pain.days[counted], pain.values[counted])
    span = store.noted_span()
    return CalendarContent(
        weeks,
        {day.date: day for day in _noted_days(store, weeks)},
        common.events_between(weeks.first, weeks.last),
        tuple((day_of(flare.start), day_of(flare.last_noted)) for flare in flares),
        span[0] if span else None,
    )


def _noted_days(store: Store, weeks: Weeks) -> list[Day]:
    recent = weeks.today - timedelta(days=RECENT_DAYS - 1)
    if weeks.last < recent:
        return [*store.days(weeks.first, weeks.last), *store.days(recent, weeks.today)]
    return store.days(min(weeks.first, recent), max(weeks.last, weeks.today))


def make_cell(content: CalendarContent, day: date, measure: Measure) -> DayCell:
    """Make the square of a day for a measure."""
    held = content.day(day)
    value = held.value(measure.id)
    noted = _noted(content, held, value)
    scale = measure.scale
    return DayCell(
        day,
        noted,
        _spoken(content, held, noted, measure),
        number="" if value is None else measure.value_text(value),
        step=0 if value is None else heat_step((value - scale.low) / (scale.high - scale.low)),
        has_event=bool(content.events_on(day)),
        is_today=day == content.today,
        names_month=day.day == 1 or day == content.weeks.first,
    )


def date_words(day: date, today: date) -> str:
    """Write a day, with its year where it is not this one."""
    if day.year == today.year:
        return long_date(day)
    return with_year(long_date(day), day)


def answers_words(day: Day, questions: Questions) -> str:
    """Write the daily answers of a day: "Pain 8 · Sleep 4 · Stress 5"."""
    asked = questions.asked_on(Place.TODAY)
    given = [(measure, day.value(measure.id)) for measure in asked]
    parts = [
        _unbroken(_("{measure} {value}"), measure, value)
        for measure, value in given
        if value is not None
    ]
    further = sum(_is_counted(questions.measure(id)) for id in day.readings) - len(parts)
    if day.value(TOO_ILL):
        parts.insert(0, _("Too ill to log"))
    if further:
        parts.append(plural("{n} more answer", "{n} more answers", further))
    if (psd := day.value(PSD)) is not None:
        parts.append(_("Check-in: {n} of {most}").format(n=plain_number(psd), most=PSD_HIGHEST))
    return _SEPARATOR.join(parts)


def _is_counted(measure: Measure | None) -> bool:
    """Tell whether an answer is one of the day's questions, and not counted from others."""
    return measure is None or measure.place not in _UNCOUNTED


def _unbroken(form: str, measure: Measure, value: float) -> str:
    words = form.format(measure=measure.short_label, value=measure.value_text(value))
    return words.replace(" ", _NO_BREAK)


def circumstances_words(content: CalendarContent, day: Day, questions: Questions) -> str:
    """Write what else a day holds: ticked triggers, where it hurt, a flare, events."""
    triggers = (questions.trigger(id) for id in day.ticked)
    parts = [trigger.label for trigger in triggers if trigger is not None]
    if day.body_map is not None:
        parts.append(map_words(day.body_map))
    flare_day = content.flare_day(day.date)
    if flare_day is not None:
        parts.append(_("Flare, day {n}").format(n=flare_day))
    parts.extend(
        _("Event: {name}").format(name=event.label) for event in content.events_on(day.date)
    )
    return _SEPARATOR.join(parts)


def weeks_words(content: CalendarContent, measure: Measure) -> str:
    """Describe the squares in a sentence or two."""
    noted = sum(content.day(day).is_noted for day in content.weeks.days)
    return _("{days} A stronger colour means a higher number, from {low} to {high}.").format(
        days=plural("{n} day noted.", "{n} days noted.", noted),
        low=end_words(measure, measure.scale.low),
        high=end_words(measure, measure.scale.high),
    )


def recent_words(content: CalendarContent, measure: Measure) -> str:
    """Describe the last 17 weeks in a sentence."""
    held = (content.day(day).value(measure.id) for day in content.recent)
    values = [value for value in held if value is not None]
    if not values:
        return _("{measure}: no day answered in the last 17 weeks.").format(measure=measure.label)
    return _("{measure}: {n} of {total} days answered, from {low} to {high}.").format(
        measure=measure.label,
        n=len(values),
        total=RECENT_DAYS,
        low=measure.value_text(min(values)),
        high=measure.value_text(max(values)),
    )


def end_words(measure: Measure, value: float) -> str:
    """Write an end of a scale: "10 worst"."""
    word = measure.word_for(value)
    number = measure.value_text(value)
    return _("{value} {word}").format(value=number, word=word) if word else number


_SEPARATOR = " · "
_NO_BREAK = "\N{NO-BREAK SPACE}"


def _noted(content: CalendarContent, day: Day, value: float | None) -> Noted:
    if day.date > content.today:
        return Noted.FUTURE
    if value is not None:
        return Noted.VALUE
    return Noted.OTHER if day.is_noted else Noted.NOTHING


def _spoken(content: CalendarContent, day: Day, noted: Noted, measure: Measure) -> str:
    """Put a square into words: "Wednesday 4 March, pain 8, flare day 4, event"."""
    parts = [date_words(day.date, content.today)]
    if day.date == content.today:
        parts.append(_("today"))
    name = measure.inner_label
    value = day.value(measure.id)
    if noted is Noted.VALUE and value is not None:
        parts.append(_("{measure} {value}").format(measure=name, value=measure.value_text(value)))
    elif day.value(TOO_ILL):
        parts.append(_("too ill to log"))
    elif noted is Noted.OTHER:
        parts.append(_("noted, {measure} not answered").format(measure=name))
    elif noted is Noted.NOTHING:
        parts.append(_("nothing noted"))
    flare_day = content.flare_day(day.date)
    if flare_day is not None:
        parts.append(_("flare day {n}").format(n=flare_day))
    if content.events_on(day.date):
        parts.append(_("event"))
    return ", ".join(parts)
