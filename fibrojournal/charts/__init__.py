"""Charts: each a module with a view and what draws it, and its line in `CHARTS`.

A chart draws on a matplotlib figure that it is handed and knows no window. matplotlib is imported
inside functions only, since it takes longer to load than the window to open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fibrojournal.charts import (
    activity_and_pain,
    after_active,
    before_after,
    body_view,
    burning,
    day_course,
    delays,
    energy_gap,
    four_weeks,
    gap_varies,
    gut_and_pain,
    hard_times,
    illness,
    medicine_bars,
    nights,
    periods,
    score_view,
    spread_and_pain,
    squares,
    stress_and_pain,
    treatment,
    trend_view,
    ups_and_downs,
    weekdays,
)
from fibrojournal.charts.material import Material, Needs, Option, Scope
from fibrojournal.charts.view import View
from fibrojournal.text import N_, _


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of chart: its id in traces and files, its name, and what makes its view."""

    id: str
    name: str
    needs: Needs
    view: Callable[[Material, Scope], View]
    factor: str = ""
    """The factor at whose place it stands; those without one stand in Trends."""
    options: Callable[[Material, Scope], tuple[Option, ...]] | None = None
    """What it can be about, such as one of the events; None for charts about one thing alone."""
    takes_measure: bool = True
    """Whether it is about the measure that the person chose."""

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)


CHARTS: tuple[Chart, ...] = (
    Chart("trend", N_("Over time"), Needs(("pain", "too_ill")), trend_view.of_material),
    Chart("month", N_("Month by month"), Needs(), squares.months_of_material),
    Chart("year", N_("A year in rows"), Needs(), squares.years_of_material),
    Chart(
        "spread_and_pain",
        N_("Areas and senses"),
        spread_and_pain.NEEDS,
        spread_and_pain.of_material,
        "central_sensitization",
    ),
    Chart(
        "stress_and_pain",
        N_("Stress, both ways round"),
        stress_and_pain.NEEDS,
        stress_and_pain.of_material,
        "stress_trauma",
    ),
    Chart(
        "hard_times", N_("Hard times"), hard_times.NEEDS, hard_times.of_material, "stress_trauma"
    ),
    Chart(
        "gut_and_pain",
        N_("How the stomach was"),
        gut_and_pain.NEEDS,
        gut_and_pain.of_material,
        "gut_brain",
    ),
    Chart(
        "activity_and_pain",
        N_("After an active day"),
        activity_and_pain.NEEDS,
        activity_and_pain.of_material,
        "environment_lifestyle",
    ),
    Chart(
        "before_after",
        N_("Before and after"),
        Needs(),
        before_after.of_material,
        options=before_after.options,
    ),
    Chart(
        "through_day",
        N_("Through the day"),
        day_course.NEEDS,
        day_course.of_material,
        takes_measure=False,
    ),
    Chart("ups_and_downs", N_("Ups and downs"), Needs(), ups_and_downs.of_material),
    Chart("weekdays", N_("Weekdays"), Needs(), weekdays.of_material),
    Chart(
        "after_active",
        N_("Around active days"),
        Needs(("activity",), ("overdid_it",)),
        after_active.of_material,
    ),
    Chart(
        "medicines",
        N_("Medicines over time"),
        Needs(),
        medicine_bars.of_material,
        "neurotransmitters",
    ),
    Chart(
        "illness",
        N_("Days of illness"),
        illness.NEEDS,
        illness.of_material,
        "immune",
        takes_measure=False,
    ),
    Chart(
        "night_and_day", N_("The day after a night"), nights.DAY_NEEDS, nights.day_after, "sleep"
    ),
    Chart(
        "rested_and_hours",
        N_("Rested or long?"),
        nights.HOURS_NEEDS,
        nights.rested_and_hours,
        "sleep",
        takes_measure=False,
    ),
    Chart(
        "night_lags",
        N_("How long it takes to show"),
        delays.NEEDS,
        delays.after_a_night,
        "sleep",
    ),
    Chart(
        "energy_gap",
        N_("Waking and evening"),
        energy_gap.NEEDS,
        energy_gap.of_material,
        "hpa_axis",
        takes_measure=False,
    ),
    Chart(
        "after_stress",
        N_("After a stressful day"),
        delays.NEEDS,
        delays.after_stress,
        "hpa_axis",
        takes_measure=False,
    ),
    Chart(
        "treatment",
        N_("Around a treatment"),
        Needs(),
        treatment.of_material,
        options=treatment.options,
    ),
    Chart(
        "check_ins",
        N_("Check-ins"),
        score_view.NEEDS,
        score_view.of_material,
        options=score_view.options,
        takes_measure=False,
    ),
    Chart("body", N_("Where it hurt"), body_view.NEEDS, body_view.of_material, takes_measure=False),
    Chart(
        "periods",
        N_("Two periods"),
        Needs(),
        periods.of_material,
        options=periods.options,
    ),
    Chart(
        "four_weeks",
        N_("By four weeks"),
        four_weeks.NEEDS,
        four_weeks.of_material,
        "environment_lifestyle",
    ),
    Chart(
        "burning",
        N_("Burning, tingling"),
        burning.NEEDS,
        burning.of_material,
        "small_fiber",
        takes_measure=False,
    ),
    Chart(
        "gap_varies",
        N_("How much the difference varies"),
        energy_gap.NEEDS,
        gap_varies.of_material,
        "hpa_axis",
        takes_measure=False,
    ),
)

CHART_BY_ID = {chart.id: chart for chart in CHARTS}
