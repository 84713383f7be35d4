"""A chart's sentence, its table and its picture say what the journal holds, and no more."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage
from pytestqt.qtbot import QtBot

from fibrojournal.app import Program
from fibrojournal.charts.axis import day_number
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Origin, Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.tokens import mix
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.pages.trends.page import TrendsPage
from fibrojournal.ui.widgets.chart_picture import ChartPicture
from tests.ui.checks.rooms_of_spans import trends
from tests.ui.checks.visit import settle
from tests.ui.conftest import Person, shown_page

TODAY = date(2026, 3, 12)
ZONE = ZoneInfo("Europe/Berlin")
GAPS = frozenset({3, 4, 11, 25, 26, 27, 28, 40, 41, 66})
COPIED = frozenset({8, 30})
REACH = (-1, 0, 1)
Noted = Mapping[date, tuple[float, bool]]
"""A day's answer, and whether it was copied from the day before."""


def write(journal: Path, noted: Noted, measure: str = "pain") -> None:
    with JournalFile.create(journal) as file:
        file.save(
            [
                SetReading(
                    day,
                    measure,
                    Reading(
                        value,
                        stamp_of(datetime.combine(day, datetime.min.time(), ZONE).replace(hour=20)),
                        Origin.COPIED if copied else Origin.TYPED,
                    ),
                )
                for day, (value, copied) in noted.items()
            ]
        )


def some_days(count: int) -> dict[date, tuple[float, bool]]:
    """The last days, with values that go up and down, some gaps and some copies."""
    return {
        TODAY - timedelta(days=back): (float((back * 7 + back // 5) % 11), back in COPIED)
        for back in range(count)
        if back not in GAPS
    }


def mean_of(noted: Noted, first: date, last: date, least: int) -> float:
    """The plain average of what was not copied; NaN where less than `least` is noted."""
    values = [
        value for day, (value, copied) in noted.items() if first <= day <= last and not copied
    ]
    return sum(values) / len(values) if len(values) >= least else math.nan


def week_around(noted: Noted, day: date) -> float:
    return mean_of(noted, day - timedelta(days=3), day + timedelta(days=3), 4)


def table_of(page: TrendsPage) -> list[list[str]]:
    page.toggle_table()
    settle()
    model = page._chart.table.model()
    rows = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    page.toggle_table()
    return rows


def picture_of(qtbot: QtBot, page: TrendsPage) -> tuple[ChartPicture, QImage]:
    picture, cards = page._chart.picture, page._further.cards.values()
    qtbot.waitUntil(lambda: all(card.view is not None for card in cards), timeout=20_000)
    settle()
    qtbot.waitUntil(lambda: picture.pixmap().size() == picture.size())
    return picture, picture.pixmap().toImage()


@pytest.fixture
def noted(person: Person) -> Noted:
    days = some_days(120)
    write(person.journal, days)
    return days


def test_the_table_holds_the_days_of_the_journal(person: Person, noted: Noted) -> None:
    rows = table_of(trends(person, person.start()))

    assert len(rows) == 90
    for back, (_day, value, mean, marks) in enumerate(rows):
        day = TODAY - timedelta(days=back)
        answer, copied = noted.get(day, (math.nan, False))
        average = week_around(noted, day)
        assert value == ("–" if math.isnan(answer) else f"{answer:.0f}"), day
        assert mean == ("–" if math.isnan(average) else f"{average:.1f}"), day
        assert ("copied" in marks) == copied, day


def test_the_sentence_holds_the_averages_of_the_journal(person: Person, noted: Noted) -> None:
    page = trends(person, person.start())
    last = mean_of(noted, TODAY - timedelta(days=29), TODAY, 1)
    before = mean_of(noted, TODAY - timedelta(days=59), TODAY - timedelta(days=30), 1)

    expected = f"Pain averaged {last:.1f} in the last 30 days and {before:.1f} in the 30 before."
    assert page._sentence.text() == expected
    shown = sum(TODAY - timedelta(days=89) <= day <= TODAY for day in noted)
    assert f"{shown} of 90 days noted." in page._detail.text()


def test_readers_hear_the_title_and_the_sentences(person: Person, noted: Noted) -> None:
    page = trends(person, person.start())
    heard = QAccessible.queryAccessibleInterface(page._chart.picture)

    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Pain over time"
    description = heard.text(QAccessible.Text.Description)
    assert page._sentence.text() in description
    assert page._detail.text() in description
    page.toggle_table()
    table = QAccessible.queryAccessibleInterface(page._chart.table)
    assert table.text(QAccessible.Text.Name) == "Pain over time, as a table"


def dot_colour(program: Program) -> QColor:
    tokens = program.theme.tokens
    share = float(tokens.data["chart"]["day_dot_mix"])
    return QColor(mix(tokens.color("surface"), tokens.measure("pain"), share))


def spot(picture: ChartPicture, day: date, value: float) -> tuple[int, int]:
    """Where a value of a day is drawn, in pixels of the picture."""
    assert picture.drawn is not None
    frame, ratio = picture.drawn.drawn.frames[0], picture.drawn.ratio
    y = picture.drawn.height / ratio - frame.y(value)
    return round(frame.x(day_number(day)) * ratio), round(y * ratio)


def is_near(one: QColor, other: QColor) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 12 for a, b in parts)


def test_the_picture_has_a_dot_for_each_day_where_it_belongs(person: Person, noted: Noted) -> None:
    program = person.start()
    page = trends(person, program)
    page._spans.choose_range("month")
    picture, image = picture_of(person.qtbot, page)
    dot, line = dot_colour(program), program.theme.measure_qcolor("pain")

    for back in range(30):
        day = TODAY - timedelta(days=back)
        if day in noted and not noted[day][1]:
            at = image.pixelColor(*spot(picture, day, noted[day][0]))
            assert is_near(at, dot) or is_near(at, line), day
            continue
        average = week_around(noted, day)
        away = [value for value in range(11) if math.isnan(average) or abs(value - average) > 1]
        if day not in noted:
            for value in away:
                at = image.pixelColor(*spot(picture, day, value))
                assert not is_near(at, dot), f"{day} has a dot at {value}"


def test_the_line_goes_through_the_averages_and_breaks_at_gaps(
    person: Person, noted: Noted
) -> None:
    program = person.start()
    page = trends(person, program)
    page._spans.choose_range("month")
    picture, image = picture_of(person.qtbot, page)
    line = program.theme.measure_qcolor("pain")

    days = [TODAY - timedelta(days=back) for back in range(29, -1, -1)]
    means = [week_around(noted, day) for day in days]
    broken = [math.isnan(mean) for mean in means]
    assert any(broken)
    assert not all(broken)
    for day, (mean, after) in zip(days, pairwise(means), strict=False):
        if not math.isnan(mean) and not math.isnan(after):
            x, y = spot(picture, day, mean)  # between pixels: one of those around is the line's
            around = [image.pixelColor(x + right, y + down) for right in REACH for down in REACH]
            assert any(is_near(at, line) for at in around), f"{day} at {mean:.2f}"


# Few days


@pytest.mark.parametrize("count", [0, 1, 6, 19])
def test_few_days_get_no_line_and_no_comparison(person: Person, count: int) -> None:
    noted = {TODAY - timedelta(days=back): (float(back % 8), False) for back in range(count)}
    write(person.journal, noted)
    program = person.start()
    page = trends(person, program)
    person.qtbot.waitUntil(lambda: bool(page._sentence.text()))
    _picture, image = picture_of(person.qtbot, page)
    line = program.theme.measure_qcolor("pain").rgb()
    lines = sum(
        image.pixel(x, y) == line for x in range(image.width()) for y in range(image.height())
    )
    means = [row[2] for row in table_of(page)]

    if count == 0:
        expected = "Your days will appear here. 7 days draw a first line."
    elif count < 7:
        expected = f"7 days draw a first line; you have {count}."
    else:
        expected = f"Pain averaged {mean_of(noted, TODAY - timedelta(29), TODAY, 1):.1f}"
    assert page._sentence.text().startswith(expected)
    assert "30 before" not in page._sentence.text()
    assert not any(word in page._detail.text().lower() for word in ("lower", "higher", "between"))
    if count < 7:
        assert not lines
        assert set(means) == {"–"}
    else:
        assert lines
        assert any(mean != "–" for mean in means)


@pytest.mark.parametrize("count", [0, 1, 6])
def test_the_calendar_says_its_first_words_only_before_the_first_day(
    person: Person, count: int
) -> None:
    write(person.journal, {TODAY - timedelta(days=b): (5.0, False) for b in range(count)})
    program = person.start()
    page = shown_page(program, "calendar", CalendarPage)
    person.qtbot.waitUntil(lambda: page._content is not None)

    assert page._first_words.isVisible() == (count == 0)
    assert page._body.isVisible() == (count > 0)
    if count == 0:
        person.press("Space")
        assert program.window._front is program.window._today
