"""What charts are made of: read from a journal, no more than a chart names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fibrojournal.charts import CHART_BY_ID, CHARTS, Chart
from fibrojournal.charts.material import Known, Needs, Scope, gather
from fibrojournal.exchange.demo import create_demo
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.tokens import tokens

END = date(2025, 12, 31)
SCOPES = {
    "a month": Scope(date(2025, 12, 2), END, END),
    "a year": Scope(date(2025, 1, 1), END, END),
    "before the first day": Scope(date(2020, 1, 1), date(2020, 2, 1), END),
}


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made-up") / "journal.fjnl"
    create_demo(path, 240, end=END)
    return path


def test_only_what_is_named_is_read(journal: Path) -> None:
    with JournalFile.open_to_read(journal) as source:
        needs = Needs(("gut",), ("overdid_it",), days=True)
        found = gather(source, needs, SCOPES["a month"], source.questions())
    assert set(found.series) == {"gut", "pain"}
    assert set(found.triggers) == {"overdid_it"}
    assert 0 < len(found.days) <= 30
    assert found.noted is not None
    assert found.measure("gut").id == "gut"
    with pytest.raises(KeyError):
        found.measure("nothing")


def test_what_is_known_is_not_read_again(journal: Path) -> None:
    scope, known = SCOPES["a month"], Known()
    with JournalFile.open_to_read(journal) as source:
        asked = source.questions()
        first = gather(source, Needs(("gut",), ("overdid_it",)), scope, asked, known)
        then = gather(source, Needs(("gut", "stress"), ("overdid_it",)), scope, asked, known)
    assert set(then.series) == {"gut", "stress", "pain"}
    assert then.series["gut"] is first.series["gut"]
    assert then.triggers["overdid_it"] is first.triggers["overdid_it"]


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_every_chart_says_shows_and_lists_a_journal(
    chart: Chart, scope: Scope, journal: Path
) -> None:
    from fibrojournal.charts.picture import ChartCanvas

    with JournalFile.open_to_read(journal) as source:
        view = chart.view(gather(source, chart.needs, scope, source.questions()), scope)
    assert view.title
    assert view.sentence.endswith(".")
    assert view.sentence in view.description
    if view.is_empty:
        assert view.height(690, 1.0) >= 0
        assert view.table().headers
        return
    canvas = ChartCanvas()
    for width, scale in ((690, 1.0), (330, 1.0), (690, 2.0)):
        height = view.height(width, scale)
        picture = canvas.render(view, (width, height), tokens("light"), scale=scale)
        assert picture.count
    for at in (0, picture.count - 1):
        assert view.read_out(at)
        assert (view.day_at(at) is not None) == view.opens_days
    table = view.table()
    assert table.rows
    assert all(len(row) == len(table.headers) for row in table.rows)
    assert len(table.days) == (len(table.rows) if view.opens_days else 0)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_a_chart_follows_the_chosen_measure_where_its_line_says_so(
    chart: Chart, journal: Path
) -> None:
    shown = []
    with JournalFile.open_to_read(journal) as source:
        for measure in ("pain", "fatigue"):
            scope = replace(SCOPES["a year"], measure=measure)
            view = chart.view(gather(source, chart.needs, scope, source.questions()), scope)
            shown.append((view.title, view.sentence, None if view.is_empty else view.table()))
    assert (shown[0] != shown[1]) == chart.takes_measure


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_a_chart_of_no_days_has_a_height_and_a_table(chart: Chart, tmp_path: Path) -> None:
    scope = SCOPES["a month"]
    with JournalFile.create(tmp_path / "empty.fjnl") as source:
        view = chart.view(gather(source, chart.needs, scope, source.questions()), scope)
    for one in (view, view.compact()):
        assert one.height(690, 1.0) >= 0
        assert len(one.table().headers) > 1


@pytest.mark.parametrize("chart", ["month", "year", "night_and_day", "energy_gap", "body"])
def test_days_before_the_journal_began_are_not_counted(chart: str, journal: Path) -> None:
    scope, kind = SCOPES["a year"], CHART_BY_ID[chart]
    with JournalFile.open_to_read(journal) as source:
        found = gather(source, kind.needs, scope, source.questions())
    assert found.noted is not None
    days = (END - found.noted[0]).days + 1
    assert days < 300
    assert f" of {days} days" in kind.view(found, scope).detail


def test_charts_have_ids_of_their_own_and_names() -> None:
    assert len(CHART_BY_ID) == len(CHARTS)
    assert all(chart.label for chart in CHARTS)


def test_energy_of_whole_days_is_part_of_the_course_of_a_day(tmp_path: Path) -> None:
    stamp = stamp_of(datetime(2025, 12, 31, 21, tzinfo=UTC))
    chart, scope = CHART_BY_ID["through_day"], SCOPES["a month"]
    with JournalFile.create(tmp_path / "journal.fjnl") as source:
        days = [END - timedelta(days=ago) for ago in range(12)]
        levels = {"energy_morning": 2.0, "energy_evening": 6.0}
        source.save(
            [
                SetReading(day, id, Reading(value, stamp))
                for day in days
                for id, value in levels.items()
            ]
        )
        view = chart.view(gather(source, chart.needs, scope, source.questions()), scope)
    assert view.sentence == "Energy is highest before bed (6.0) and lowest on waking (2.0)."
