"""A table of any kind: read, guessed, and made into days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fibrojournal.exchange.cells import hours, is_empty, number, yes_or_no
from fibrojournal.exchange.dates import DateColumn, Order, find_dates, parse_date
from fibrojournal.exchange.guesses import (
    OWN_QUESTION,
    OWN_TRIGGER,
    Guess,
    Role,
    guess_columns,
    is_known_name,
    role_for,
)
from fibrojournal.exchange.plan import Drawn, Kind, Plan, Remedy, draw
from fibrojournal.exchange.sheet import Sheet, read_sheet
from fibrojournal.exchange.ways import Way, ways_for
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.measures import MEASURE_BY_ID, Scale
from fibrojournal.journal.questions import Questions

TODAY = date(2026, 3, 12)
NOW = Stamp(datetime(2026, 3, 12, 20, tzinfo=UTC), "UTC", 0)
ANY = Questions()
PAIN, SLEPT = MEASURE_BY_ID["pain"], MEASURE_BY_ID["sleep_hours"]


def sheet_of(folder: Path, text: str) -> Sheet:
    path = folder / "my diary.csv"
    path.write_text(text, "utf-8")
    return read_sheet(path, lambda name: is_known_name(name, ANY))


def guessed(folder: Path, text: str) -> tuple[Sheet, Guess]:
    sheet = sheet_of(folder, text)
    return sheet, guess_columns(sheet, ANY)


def planned(folder: Path, text: str) -> Plan:
    sheet, guess = guessed(folder, text)
    return Plan(sheet, guess.roles, guess.dates.order if guess.dates else Order.DAY_FIRST)


def drawn(plan: Plan) -> Drawn:
    return draw(plan, ANY, TODAY, NOW)


def how(cells: list[str], measure: str = "pain") -> list[str]:
    asked = MEASURE_BY_ID[measure]
    return [way.words(asked) for way in ways_for(asked, cells, decimal_comma=False)]


# Cells


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("6", 6),
        ("3,5", 3.5),
        ("62 %", 62),
        ("7/10", 7),
        ("7 of 10", 7),
        ("−2", -2),
        ("1,234", 1234),
        ("12 345", 12345),
        (".5", 0.5),
        ("1e1", 10),
        ("flat", None),
        ("", None),
        ("1,2,3", None),
    ],
)
def test_numbers_are_read_as_people_write_them(cell: str, value: float | None) -> None:
    assert number(cell, decimal_comma=False) == value


def test_a_comma_is_a_decimal_one_where_it_separates_no_cells() -> None:
    assert number("1,234", decimal_comma=True) == 1.234


@pytest.mark.parametrize(
    ("cell", "length"),
    [
        ("6h 20", 6 + 1 / 3),
        ("6:30", 6.5),
        ("7h", 7),
        ("40 min", 2 / 3),
        ("06:15:00", 6.25),
        ("6", None),
        ("six", None),
        ("", None),
    ],
)
def test_lengths_of_time_are_read_in_hours(cell: str, length: float | None) -> None:
    assert hours(cell) == (None if length is None else pytest.approx(length))


def test_yes_no_and_nothing_are_told_apart() -> None:
    assert [yes_or_no(cell) for cell in ("Yes", "x", "0", "NEIN", "maybe")] == [
        True,
        True,
        False,
        False,
        None,
    ]
    assert [is_empty(cell) for cell in (" ", "NA", "n/a", "0", "-")] == [
        True,
        True,
        True,
        False,
        False,
    ]


# Dates


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-03",
        "2025/11/03",
        "2025-11-03T08:15:00",
        "2025-11-03 08:15",
        "20251103",
        "3.11.2025",
        "03/11/25",
        "3 Nov 2025",
        "Nov 3, 2025",
        "Monday, 3 November 2025",
        "2025 November 3",
    ],
)
def test_dates_are_read_in_every_common_form(text: str) -> None:
    assert parse_date(text, Order.DAY_FIRST) == date(2025, 11, 3)


@pytest.mark.parametrize("text", ["31 Feb", "31.02.2025", "6", "flat", "1 2 3 4", "3 xyz 2025", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text, Order.DAY_FIRST) is None


def test_the_order_is_found_out_where_a_day_cannot_be_a_month() -> None:
    assert find_dates(["03/04/2025", "25/04/2025"]) == DateColumn(Order.DAY_FIRST, True, 1.0)
    assert find_dates(["03/04/2025", "04/25/2025"]) == DateColumn(Order.MONTH_FIRST, True, 1.0)
    assert find_dates(["03/04/2025", "05/04/2025"]) == DateColumn(Order.DAY_FIRST, False, 1.0)
    assert find_dates(["2025-04-03"]) == DateColumn(Order.DAY_FIRST, True, 1.0)
    assert parse_date("03/04/99", Order.MONTH_FIRST) == date(1999, 3, 4)


def test_a_column_with_few_dates_is_none() -> None:
    assert find_dates(["2025-04-03", "a", "b", "c"]) is None
    assert find_dates(["6", "7"]) is None
    assert find_dates([]) is None


# Sheets


def test_a_table_is_read_whatever_separates_its_cells(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, "Date;Pain;\n2025-11-03;3,5;x\n2025-11-04;4\n2025-11-05;4;a;b\n")

    assert sheet.header == ("Date", "Pain", "column 3")
    assert [row.cells for row in sheet.rows] == [
        ["2025-11-03", "3,5", "x"],
        ["2025-11-04", "4", ""],
    ]
    assert (sheet.name, sheet.odd_lines, sheet.decimal_comma) == ("my diary.csv", (4,), True)


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="There are no rows in this file"):
        sheet_of(tmp_path, "Date;Pain\n")


def test_a_file_of_an_older_spreadsheet_is_read_with_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "alt.csv"
    path.write_bytes("sep=;\r\nDatum;Schmerz;Notiz\r\n3.11.2025;4;Müde\r\n".encode("cp1252"))
    sheet = read_sheet(path, lambda name: is_known_name(name, ANY))

    assert sheet.header == ("Datum", "Schmerz", "Notiz")
    assert sheet.rows[0].cells == ["3.11.2025", "4", "Müde"]
    assert sheet.rows[0].line == 3
    assert sheet.is_old_text


def test_what_is_no_text_in_any_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10")
    with pytest.raises(BadFile, match="is not text"):
        read_sheet(path, lambda name: is_known_name(name, ANY))


# Guesses


def test_columns_are_known_by_their_names_in_any_words(tmp_path: Path) -> None:
    head = "Date,pain_score,Tired,sleepQ,hours,mood_down,Comments,Overdid it,moon"
    row = "3.11.2025,4,62,2,6h 20,1,a walk,yes,full"
    _sheet, guess = guessed(tmp_path, f"{head}\n{row}\n")

    assert [role.target for role in guess.roles] == [
        "day",
        "pain",
        "fatigue",
        "sleep_quality",
        "sleep_hours",
        "",
        "note",
        "overdid_it",
        "",
    ]
    assert guess.dates == DateColumn(Order.DAY_FIRST, False, 1.0)


def test_a_column_is_left_out_where_its_values_do_not_fit_its_name(tmp_path: Path) -> None:
    _sheet, guess = guessed(
        tmp_path, "day,pain,travel,stress,Pain,fog\n2025-11-03,bad,often,,3,1\n"
    )
    assert [role.target for role in guess.roles] == ["day", "", "", "", "pain", "fog"]


def test_two_columns_never_become_the_same(tmp_path: Path) -> None:
    sheet, guess = guessed(tmp_path, "day,pain,Pain score\n2025-11-03,3,4\n")
    assert [role.target for role in guess.roles] == ["day", "pain", ""]

    plan = Plan(sheet, guess.roles).with_role(2, role_for("pain", sheet, 2, ANY))
    assert [role.target for role in plan.roles] == ["day", "", "pain"]


def test_a_table_without_dates_has_no_day_until_one_is_chosen(tmp_path: Path) -> None:
    plan = planned(tmp_path, "pain,stress\n3,4\n")
    assert plan.day_column is None
    assert drawn(plan).batch.days == {}


# Ways


def test_a_scale_is_read_as_it_is_where_it_fits() -> None:
    assert how(["4", "6"])[:2] == ["0 to 10, as it is", "0 to 10, turned round"]
    assert how(["40", "62"])[0] == "0 to 100, divided by 10"
    assert how(["1", "5", "3"] * 6)[0] == "1 to 5, spread out"
    assert "1 to 5, turned round" in how(["1", "5", "3"] * 6)
    assert how(["1", "5"])[0] == "0 to 10, as it is"
    assert how(["0", "1", "2.5"] * 6)[0] == "0 to 10, as it is"
    assert how(["4", "6", "5", "14"])[0] == "0 to 10, as it is"
    assert how(["bad", "3"]) == []
    assert how(["500", "900"])[0] == "0 to 10, as it is"


def test_hours_and_minutes_are_told_apart() -> None:
    assert how(["6h 20", "7:00"], "sleep_hours") == ["hours and minutes"]
    assert how(["380", "420"], "sleep_hours") == ["minutes, as hours", "h, as it is"]
    assert how(["6.5"], "sleep_hours") == ["h, as it is"]
    assert how(["1:10"], "stiffness_minutes") == ["hours and minutes"]
    assert how(["12"], "steps") == ["as it is"]


def test_values_are_carried_onto_the_measures_own_scale() -> None:
    def became(way: Way, cell: str) -> float | None:
        return way.value(cell, PAIN, decimal_comma=False)

    assert became(Way(Scale(0, 100)), "62") == pytest.approx(6.2)
    assert became(Way(Scale(1, 5)), "2") == 2.5
    assert became(Way(Scale(1, 5), reverse=True), "2") == 7.5
    assert became(Way(Scale(0, 10)), "3.3") == 3.3
    assert became(Way(Scale(0, 10)), "14") is None
    assert became(Way(Scale(0, 10)), "bad") is None
    (way,) = ways_for(MEASURE_BY_ID["stiffness_minutes"], ["1:10"], decimal_comma=False)
    assert way.value("1:10", MEASURE_BY_ID["stiffness_minutes"], decimal_comma=False) == 70
    minutes = ways_for(SLEPT, ["380"], decimal_comma=False)[0]
    assert minutes.value("390", SLEPT, decimal_comma=False) == 6.5


# Plans


def test_a_plan_becomes_days(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        "date,pain,hours,travel,notes\n2025-11-03,4,6h 30,yes,a walk\n2025-11-04,NA,,no,\n",
    )
    found = drawn(plan)

    first, second = found.batch.days.values()
    assert first.readings == {"pain": 4, "sleep_hours": 6.5}
    assert (first.triggers, first.note) == ({"travel": True}, "a walk")
    assert (second.readings, second.triggers, second.note) == ({}, {"travel": False}, None)
    assert found.filled == (0, 1, 1, 2, 1)
    assert found.troubles == ()
    assert found.batch.file_name == "my diary.csv"


def test_rows_that_make_no_sense_are_looked_at_and_left_out(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        "date,pain,fog\n31.02.2025,1,1\n1.1.2030,2,2\n1.1.1800,3,3\n2.1.2025,4,4,4,4\n3.1.2025,5,5\n4.1.2025,1,1\n5.1.2025,1,1\n",
    )
    found = drawn(plan)

    assert [(trouble.kind, trouble.line) for trouble in found.troubles] == [
        (Kind.NO_DATE, 2),
        (Kind.FUTURE, 3),
        (Kind.TOO_OLD, 4),
        (Kind.ODD, 5),
    ]
    assert list(found.batch.days) == [date(2025, 1, day) for day in (3, 4, 5)]


@pytest.mark.parametrize(
    ("remedy", "readings"),
    [
        (None, {"fog": 2}),
        (Remedy.BLANK, {"fog": 2}),
        (Remedy.NEAREST, {"pain": 10, "fog": 2}),
        (Remedy.LEFT_OUT, None),
    ],
)
def test_a_value_off_its_scale_is_blank_unless_chosen_otherwise(
    tmp_path: Path, remedy: Remedy | None, readings: dict[str, float] | None
) -> None:
    rows = "".join(f"{day}.1.2025,3,3\n" for day in range(1, 5))
    plan = planned(tmp_path, f"date,pain,fog\n{rows}5.1.2025,14,2\n")
    if remedy is not None:
        plan = replace(plan, remedies={(6, 1): remedy})
    found = drawn(plan)

    (trouble,) = found.troubles
    assert (trouble.kind, trouble.cell, trouble.place) == (Kind.OFF_SCALE, "14", (6, 1))
    day = found.batch.days.get(date(2025, 1, 5))
    assert (day and day.readings) == readings


def test_a_length_of_time_off_its_scale_comes_to_its_end(tmp_path: Path) -> None:
    plan = planned(tmp_path, "date,hours\n1.1.2025,6h 0\n2.1.2025,30h 0\n")
    plan = replace(plan, remedies={(3, 1): Remedy.NEAREST})
    assert drawn(plan).batch.days[date(2025, 1, 2)].readings == {"sleep_hours": 24}


def test_a_cell_that_cannot_be_read_is_blank(tmp_path: Path) -> None:
    ticks = "".join(f"{day}.{month}.2025,3,yes\n" for month in (2, 3) for day in range(1, 29))
    plan = planned(tmp_path, f"date,pain,travel\n{ticks}29.1.2025,bad,2\n30.1.2025,3,maybe\n")
    found = drawn(plan)

    assert [(trouble.kind, trouble.line) for trouble in found.troubles] == [
        (Kind.NOT_READ, 58),
        (Kind.NOT_READ, 59),
    ]
    assert found.batch.days[date(2025, 1, 29)].triggers == {"travel": True}
    assert found.batch.days[date(2025, 1, 30)].triggers == {}


@pytest.mark.parametrize(
    ("several", "pain", "note"),
    [(Remedy.FIRST, 2, "a"), (Remedy.LAST, 4, "b"), (Remedy.MEAN, 3, "a\nb")],
)
def test_several_rows_of_a_day_become_one(
    tmp_path: Path, several: Remedy, pain: float, note: str
) -> None:
    plan = planned(
        tmp_path, "date,pain,notes,travel\n1.1.2025,2,a,no\n1.1.2025,4,b,yes\n1.1.2025,,,\n"
    )
    found = drawn(replace(plan, several=several))

    day = found.batch.days[date(2025, 1, 1)]
    assert (day.readings["pain"], day.note) == (pain, note)
    (trouble,) = found.troubles
    assert (trouble.kind, trouble.day, trouble.remedy) == (Kind.AGAIN, date(2025, 1, 1), several)


def test_one_row_can_be_treated_unlike_the_others(tmp_path: Path) -> None:
    plan = planned(tmp_path, "date,pain\n1.1.2025,2\n1.1.2025,4\n2.1.2025,1\n2.1.2025,3\n")
    found = drawn(replace(plan, remedies={(3, -1): Remedy.LAST}))
    assert [day.readings["pain"] for day in found.batch.days.values()] == [4, 1]


def test_columns_become_questions_and_triggers_of_ones_own(tmp_path: Path) -> None:
    plan = planned(tmp_path, "date,Cold hands,Coffee\n1.1.2025,2,2\n2.1.2025,3,0\n")
    plan = plan.with_role(1, role_for(OWN_QUESTION, plan.sheet, 1, ANY))
    plan = plan.with_role(2, role_for(OWN_TRIGGER, plan.sheet, 2, ANY))
    found = drawn(plan)

    assert [one.id for one in found.batch.own] == ["own:cold_hands", "own:coffee"]
    first, second = found.batch.days.values()
    assert first.readings == {"own:cold_hands": 2}
    assert (first.triggers, second.triggers) == ({"own:coffee": True}, {"own:coffee": False})


def test_a_column_that_is_left_out_again_gives_nothing(tmp_path: Path) -> None:
    plan = planned(tmp_path, "date,pain,fog\n1.1.2025,2,1\n").with_role(1, Role())
    assert drawn(plan).batch.days[date(2025, 1, 1)].readings == {"fog": 1}


def test_a_real_persons_diary_comes_in(request: pytest.FixtureRequest) -> None:
    path = request.config.rootpath / "tests" / "data" / "real-diary" / "diary.csv"
    sheet = read_sheet(path, lambda name: is_known_name(name, ANY))
    guess = guess_columns(sheet, ANY)
    found = draw(Plan(sheet, guess.roles), ANY, TODAY, NOW)

    assert len(found.batch.days) == 238
    assert {role.target for role in guess.roles} >= {"day", "pain", "fatigue", "sleep_quality"}


def test_a_column_of_energy_is_not_taken_for_what_is_asked_of_moments(tmp_path: Path) -> None:
    _, guess = guessed(tmp_path, "date,Pain,Energy\n2026-01-01,3,4\n2026-01-02,5,6\n")
    assert [role.target for role in guess.roles][1] == "pain"
    assert "energy" not in {role.target for role in guess.roles}
