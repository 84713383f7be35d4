from __future__ import annotations

import codecs
import csv
import os
import threading
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fibrojournal.exchange.columns import ColumnOption, MeasureColumn, column_option
from fibrojournal.exchange.csv_reader import CsvFile, read_csv
from fibrojournal.exchange.table import MAX_COLUMNS, MAX_LINES, MAX_ROW
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.imported import ImportedDay
from fibrojournal.journal.measures import MEASURE_BY_ID, Measure, Scale
from fibrojournal.journal.questions import Questions, own_measure, own_trigger
from fibrojournal.journal.triggers import Trigger

TODAY = date(2025, 6, 15)
NOW = Stamp(datetime(2025, 6, 15, 18, 0, tzinfo=UTC), "UTC", 0)
FILES = Path(__file__).parents[1] / "data" / "imports"


def read(
    file: Path, *columns: str, questions: Questions | None = None, today: date = TODAY
) -> CsvFile:
    options = [column_option(column) for column in columns]
    return read_csv(
        file, options=options, questions=questions or Questions(), today=today, entered=NOW
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "diary.csv"


def write(file: Path, text: str, encoding: str = "utf-8") -> Path:
    file.write_bytes(text.encode(encoding))
    return file


def first_day(found: CsvFile) -> ImportedDay:
    return next(iter(found.batch.days.values()))


# What is read


def test_columns_named_like_ids_map_by_themselves(file: Path) -> None:
    write(file, "day,pain,travel,note,shoe size\n2025-03-01,3.3,1,Slept well.,41\n")
    found = read(file)
    assert found.batch.days == {
        date(2025, 3, 1): ImportedDay({"pain": 3.3}, {"travel": True}, "Slept well.")
    }
    assert found.unmapped == ("shoe size",)
    assert found.batch.file_name == "diary.csv"
    assert found.batch.entered == NOW


def test_what_belongs_to_moments_is_no_column_of_days(file: Path) -> None:
    write(file, "day,pain,energy\n2025-03-01,3.3,4\n")
    assert read(file).unmapped == ("energy",)


def test_an_empty_cell_is_missing_and_a_zero_is_not(file: Path) -> None:
    write(file, "day,pain,stress,travel,unwell,note\n2025-03-01,,0,,0,\n")
    assert first_day(read(file)) == ImportedDay({"stress": 0.0}, {"unwell": False}, None)


def test_the_day_is_its_column_or_else_the_first(file: Path) -> None:
    write(file, "pain,day\n4,2025-03-01\n")
    assert list(read(file).batch.days) == [date(2025, 3, 1)]
    write(file, "Datum,pain\n2025-03-01,4\n")
    assert list(read(file).batch.days) == [date(2025, 3, 1)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_encodings_separators_and_line_ends(
    file: Path, separator: str, end: str, encoding: str, mark: bytes
) -> None:
    rows = (["day", "pain", "note"], ["2025-03-01", "4", "Größe 5 €"], ["2025-03-02", "5", ""])
    text = "".join(separator.join(row) + end for row in rows)
    file.write_bytes(mark + text.encode(encoding))
    found = read(file)
    assert [day.readings["pain"] for day in found.batch.days.values()] == [4.0, 5.0]
    assert first_day(found).note == "Größe 5 €"


def test_every_place_where_a_chunk_can_be_cut_reads_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'day;note\r\n2025-03-01;"a ü\r\nb"\r\n2025-03-02;€\r\n'
    for encoding, mark in (("utf-8", b""), ("utf-16-le", codecs.BOM_UTF16_LE)):
        file.write_bytes(mark + text.encode(encoding))
        for size in range(2, 40):
            monkeypatch.setattr("fibrojournal.exchange.table._CHUNK", size)
            notes = [day.note for day in read(file).batch.days.values()]
            assert notes == ["a ü\r\nb", "€"], size


@pytest.mark.parametrize(
    "header",
    [
        "day;pain, overall;stress",
        'day;"a, b, c, d, e";pain',
        'day;"a ""quoted"", name, with, commas";pain',
        "day;pain\ttoday;stress",
    ],
)
def test_the_separator_is_found_in_spite_of_others_in_names(file: Path, header: str) -> None:
    write(file, f"{header}\n2025-03-01;1,5;2,5\n")
    found = read(file)
    assert set(first_day(found).readings.values()) <= {1.5, 2.5}


def test_known_names_decide_between_separators(file: Path) -> None:
    write(file, "day;pain, neck, arms, back\n2025-03-01;4\n")
    found = read(file, "pain, neck, arms, back=pain")
    assert first_day(found).readings == {"pain": 4.0}


@pytest.mark.parametrize(
    ("cell", "value"),
    [("3,5", 3.5), ("3.5", 3.5), (" 3,5 ", 3.5), ("+4", 4.0), ("1e1", 10.0), (",5", 0.5)],
)
def test_decimal_commas_where_the_separator_is_another(file: Path, cell: str, value: float) -> None:
    write(file, f"day;pain\n2025-03-01;{cell}\n")
    assert first_day(read(file)).readings == {"pain": value}


def test_spaces_after_separators_are_no_content(file: Path) -> None:
    write(file, "day, pain, stress\n2025-03-01, 4, \n")
    assert first_day(read(file)).readings == {"pain": 4.0}


def test_blank_lines_and_rows_of_separators_hold_nothing(file: Path) -> None:
    write(file, "\n  \nday,pain\n\n2025-03-01,4\n,\n   \n")
    assert len(read(file).batch.days) == 1


def test_a_note_keeps_its_lines_quotes_and_spaces(file: Path) -> None:
    write(file, 'day,note\n2025-03-01," said ""ow"",\nthen\r\nslept "\n')
    assert first_day(read(file)).note == ' said "ow",\nthen\r\nslept '


def test_minus_nought_is_nought(file: Path) -> None:
    write(file, "day,pain\n2025-03-01,-0\n")
    assert str(first_day(read(file)).readings["pain"]) == "0.0"


def test_triggers_are_one_nought_or_absent(file: Path) -> None:
    write(file, "day,travel,unwell,period\n2025-03-01,1.0,0.0,\n")
    assert first_day(read(file)).triggers == {"travel": True, "unwell": False}


def test_today_may_be_noted(file: Path) -> None:
    write(file, f"day,pain\n{TODAY},4\n")
    assert TODAY in read(file).batch.days


# --column


@pytest.mark.parametrize(
    ("option", "cell", "value"),
    [
        ("x=pain:1..7", "1", 0.0),
        ("x=pain:1..7", "7", 10.0),
        ("x=pain:1..7", "4", 5.0),
        ("x=pain:1..7", "2.5", 2.5),
        ("x=pain:0..100", "33", 3.3),
        ("x=mood:-3..3:reverse", "-3", 10.0),
        ("x=mood:-3..3:reverse", "3", 0.0),
        ("x=mood:reverse", "3", 7.0),
        ("x=activity:1..7", "7", 2.0),
        ("x=activity:1..7", "1", -2.0),
        ("x=awakenings", "4", 4.0),
        ("x=pain:0.5..1.5", "1", 5.0),
    ],
)
def test_values_are_carried_onto_the_own_scale(
    file: Path, option: str, cell: str, value: float
) -> None:
    write(file, f"day,x\n2025-03-01,{cell}\n")
    (got,) = first_day(read(file, option)).readings.values()
    assert got == pytest.approx(value, abs=1e-12)


@given(
    low=st.floats(-1e6, 1e6),
    width=st.floats(1e-3, 1e6),
    share=st.floats(0, 1),
    reverse=st.booleans(),
)
def test_a_converted_value_never_leaves_the_scale(
    low: float, width: float, share: float, *, reverse: bool
) -> None:
    scale = Scale(low, low + width, width / 2)
    value = min(low + share * width, scale.high)
    for id in ("pain", "activity", "temperature_c"):
        measure = MEASURE_BY_ID[id]
        got = MeasureColumn(1, measure, scale, reverse).converted(value)
        assert measure.scale.holds(got)


def test_a_measure_of_ones_own_is_made(file: Path) -> None:
    write(file, "day,ache\n2025-03-01,7\n")
    found = read(file, "ache=own:head_ache:1..7")
    assert first_day(found).readings == {"own:head_ache": 10.0}
    (made,) = found.batch.own
    assert isinstance(made, Measure)
    assert (made.id, made.name, made.scale) == ("own:head_ache", "Head ache", Scale(0, 10))


def test_a_trigger_of_ones_own_is_made(file: Path) -> None:
    write(file, "day,wind\n2025-03-01,1\n")
    found = read(file, "wind=own:cold_wind:trigger")
    assert first_day(found).triggers == {"own:cold_wind": True}
    (made,) = found.batch.own
    assert isinstance(made, Trigger)
    assert (made.id, made.name) == ("own:cold_wind", "Cold wind")


def test_what_exists_of_ones_own_is_used_with_its_own_scale(file: Path) -> None:
    questions = Questions(
        (own_measure("own:noise", "Noise", scale=Scale(1, 5)),), (own_trigger("own:wind", "Wind"),)
    )
    write(file, "day,a,b,own:wind\n2025-03-01,100,1,0\n")
    found = read(file, "a=own:noise:0..100", "b=own:wind2:trigger", questions=questions)
    assert first_day(found) == ImportedDay(
        {"own:noise": 5.0}, {"own:wind2": True, "own:wind": False}
    )
    assert [made.id for made in found.batch.own] == ["own:wind2"]
    assert first_day(read(file, "b=own:wind", "own:wind=unwell", questions=questions)).triggers == {
        "own:wind": True,
        "unwell": False,
    }


def test_own_columns_of_an_export_map_by_themselves(file: Path) -> None:
    write(file, "day,own:noise,own:wind:trigger,own:Not an id\n2025-03-01,3,0,9\n")
    found = read(file)
    assert first_day(found) == ImportedDay({"own:noise": 3.0}, {"own:wind": False})
    assert found.unmapped == ("own:Not an id",)


def test_a_note_column_may_have_another_name(file: Path) -> None:
    write(file, "day,remarks\n2025-03-01,quiet\n")
    assert first_day(read(file, "remarks=note")).note == "quiet"


def test_a_name_may_hold_an_equals_sign(file: Path) -> None:
    write(file, "day,a=b\n2025-03-01,3\n")
    assert first_day(read(file, "a=b=pain")).readings == {"pain": 3.0}


def test_a_column_without_a_name_is_reported_by_its_place(file: Path) -> None:
    write(file, "day,pain,\n2025-03-01,3,9\n")
    assert read(file).unmapped == ("column 3",)


@pytest.mark.parametrize(
    "text",
    [
        "pain",
        "=pain",
        " =pain",
        "x=",
        "x=pain:7..1",
        "x=pain:1..1",
        "x=pain:1-7",
        "x=pain:a..b",
        "x=pain:1..7:backwards",
        "x=pain:reverse:1..7",
        "x=pain:١..٧",
        "x=pain:nan..7",
        "x=pain:1..inf",
        "x=pain:1e999..2",
        "x=own:",
        "x=own:Cold Hands",
        "x=own:a:trigger:1..7",
        "x=own:a:trigger:reverse",
        "x=pain:trigger",
        "x=travel:1..7",
        "x=travel:reverse",
        "x=note:0..10",
        "day=pain",
    ],
)
def test_an_option_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        column_option(text)


def test_an_option_is_taken_apart() -> None:
    assert column_option(" phy_pain =pain:1..7:reverse") == ColumnOption(
        "phy_pain", "pain", Scale(1, 7, 6), reverse=True
    )
    assert column_option("x=own:a:trigger") == ColumnOption("x", "own:a:trigger")


# What is refused

HEAD = "day,pain,travel,note\n2025-03-01,4,1,fine\n"

LONG = ("a" * 99 + "\n") * (MAX_ROW // 50)

BAD: list[tuple[str, bytes | str, Sequence[str], int | None, str]] = [
    ("too few cells", HEAD + "2025-03-02,4\n", (), 3, "has 2 cells where the header has 4"),
    ("too many cells", HEAD + "2025-03-02,4,1,a,b\n", (), 3, "has 5 cells where"),
    ("a decimal comma", HEAD + "2025-03-02,4,5,1,a\n", (), 3, "has 5 cells where"),
    ("a day of the wrong form", HEAD + "02.03.2025,4,1,a\n", (), 3, "no date such as"),
    ("a day that is none", HEAD + "2025-02-30,4,1,a\n", (), 3, "no date such as"),
    ("a day without dashes", HEAD + "20250302,4,1,a\n", (), 3, "no date such as"),
    ("a week", HEAD + "2025-W09-1,4,1,a\n", (), 3, "no date such as"),
    ("a day with an hour", HEAD + "2025-03-02T10:00,4,1,a\n", (), 3, "no date such as"),
    ("other digits", HEAD + "٢٠٢٥-٠٣-٠٢,4,1,a\n", (), 3, "no date such as"),
    ("no day in a row", HEAD + ",4,1,a\n", (), 3, "no date such as"),
    ("a day twice", HEAD + "2025-03-02,1,,\n\n2025-03-01,4,1,\n", (), 5, "the day of line 2"),
    ("a future day", HEAD + "2025-06-16,4,1,a\n", (), 3, "a day to come"),
    ("a day of long ago", HEAD + "1899-12-31,4,1,a\n", (), 3, "before 1900"),
    ("above the scale", HEAD + "2025-03-02,11,1,a\n", (), 3, "column 2: the value is not on"),
    ("below the scale", HEAD + "2025-03-02,-1,1,a\n", (), 3, "not on the scale 0 to 10"),
    ("off the file's scale", "day,x\n2025-03-01,8\n", ("x=pain:1..7",), 2, "scale 1 to 7"),
    ("nan", HEAD + "2025-03-02,nan,1,a\n", (), 3, "column 2: this is not a number"),
    ("inf", HEAD + "2025-03-02,inf,1,a\n", (), 3, "not a number"),
    ("NA", HEAD + "2025-03-02,NA,1,a\n", (), 3, "not a number"),
    ("a dash", HEAD + "2025-03-02,-,1,a\n", (), 3, "not a number"),
    ("a dot", HEAD + "2025-03-02,.,1,a\n", (), 3, "not a number"),
    ("an underscore", HEAD + "2025-03-02,1_0,1,a\n", (), 3, "not a number"),
    ("a hexadecimal", HEAD + "2025-03-02,0x1,1,a\n", (), 3, "not a number"),
    ("far too much", HEAD + "2025-03-02,1e999,1,a\n", (), 3, "not on the scale"),
    ("thousands", "day;pain\n2025-03-02;1.000,5\n", (), 2, "not a number"),
    ("a trigger of two", HEAD + "2025-03-02,4,2,a\n", (), 3, "column 3: a trigger is 1, 0"),
    ("a trigger in words", HEAD + "2025-03-02,4,yes,a\n", (), 3, "column 3: this is not a"),
    ("cp1252", (HEAD + "2025-03-02,4,1,").encode() + b"f\xfcnf\n", (), 3, "not text in UTF-8"),
    ("half a letter", (HEAD + "2025-03-02,4,1,").encode() + b"\xc3", (), 3, "not text"),
    ("half of UTF-16", codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le")[:-1], (), 2, "not text"),
    (
        "broken UTF-16",
        codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le") + b"\x00\xdc\x00\xdc",
        (),
        3,
        "not text",
    ),
    ("UTF-16 without mark", HEAD.encode("utf-16-le"), (), 1, "not text"),
    ("UTF-32", HEAD.encode("utf-32"), (), 1, "not text"),
    ("a nought byte", HEAD.encode() + b"2025-03-02,4,1,a\0b\n", (), 3, "not text"),
    ("binary", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", (), 1, "not text"),
    ("nothing", b"", (), None, "is empty"),
    ("a mark alone", codecs.BOM_UTF8, (), None, "no rows"),
    ("blank lines", "\n\n  \n", (), None, "no rows"),
    ("a header alone", "day,pain\n", (), None, "no rows below its header"),
    ("a header and blanks", "day,pain\n\n,\n", (), None, "no rows below its header"),
    ("nothing known", "day,shoes\n2025-03-01,4\n", (), None, "No column is known"),
    ("days alone", "day\n2025-03-01\n", (), None, "No column is known"),
    ("no day", "pain,stress\n4,4\n", (), 1, "No column holds the days"),
    ("a mapped first", "x,stress\n4,4\n", ("x=pain",), 1, "No column holds the days"),
    ("no dates in the first", "a,pain\nb,4\n", (), 2, "no date such as 2025-03-01 in column 1"),
    ("two days", "day,day,pain\n2025-03-01,2025-03-01,4\n", (), 1, "Two columns are called"),
    ("two of a kind", "day,pain,pain\n2025-03-01,4,5\n", (), None, "Columns 2 and 3 both"),
    ("two to one", "day,pain,x\n2025-03-01,4,5\n", ("x=pain",), None, "both stand for “pain”"),
    ("an unknown column", HEAD, ("x=pain",), None, "has no column “x”"),
    ("an ambiguous one", "day,x,x\n2025-03-01,4,5\n", ("x=pain",), None, "Several columns"),
    ("an unknown id", "day,x\n2025-03-01,4\n", ("x=pian",), None, "no measure or trigger “pian”"),
    ("an open quote", HEAD + '2025-03-02,4,1,"a\n', (), 3, "Line 3 is broken: a quotation mark"),
    ("a quote inside", HEAD + '2025-03-02,4,1,"a"b\n', (), 3, "Line 3 is broken"),
    ("an open quote above", 'day,"pain\n2025-03-01,4\n', (), 1, "Line 1 is broken"),
    ("a quote inside a name", 'day,"a" b,pain\n2025-03-01,1,2\n', (), 1, "Line 1 is broken"),
    ("a quote in a name", 'day,5" b,pain\n2025-03-01,1,2\n', (), 1, "Line 1 is broken"),
    ("many columns", "day,pain" + ",x" * MAX_COLUMNS + "\n", (), 1, "more than 1000 columns"),
    ("one long line", "day" + "," * MAX_ROW * 2, (), 1, "longer than a day"),
    ("a long line below", HEAD + "," * MAX_ROW * 2, (), 3, "longer than a day"),
    ("many lines", HEAD + "\n" * MAX_LINES, (), None, "more than 250000 lines"),
    (
        "a long cell",
        HEAD + '2025-03-02,4,1,"' + ("a" * 99 + "\n") * (MAX_ROW // 50),
        (),
        3,
        "Line 3 is broken",
    ),
    ("a long name", 'day,"' + ("a" * 99 + "\n") * (MAX_ROW // 50), (), 1, "Line 1 is broken"),
]


@pytest.mark.parametrize(
    ("content", "columns", "line", "words"), [case[1:] for case in BAD], ids=[c[0] for c in BAD]
)
def test_a_bad_file_is_refused_in_a_sentence(
    file: Path, content: bytes | str, columns: Sequence[str], line: int | None, words: str
) -> None:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(BadFile) as refusal:
        read(file, *columns)
    sentence = str(refusal.value)
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert refusal.value.line == line
    if line is not None and line > 1:
        assert str(line) in sentence


def test_what_an_own_id_is_already_is_not_changed(file: Path) -> None:
    questions = Questions((own_measure("own:a", "A"),), (own_trigger("own:b", "B"),))
    write(file, "day,x\n2025-03-01,1\n")
    with pytest.raises(BadFile, match="is a measure in this journal"):
        read(file, "x=own:a:trigger", questions=questions)
    with pytest.raises(BadFile, match="is a trigger, and has no scale"):
        read(file, "x=own:b:1..7", questions=questions)


def test_a_sentence_never_quotes_what_the_file_holds(file: Path) -> None:
    for row in ("secret,4,1,a", "2025-03-02,secret,1,a", "2025-03-02,4,secret,a", "secret"):
        write(file, HEAD + row + "\n")
        with pytest.raises(BadFile) as refusal:
            read(file)
        assert "secret" not in str(refusal.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="There is no file"):
        read(tmp_path / "none.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="is a folder"):
        read(tmp_path)


def test_a_file_that_may_not_be_read(file: Path) -> None:
    file.symlink_to(file)
    with pytest.raises(BadFile, match="cannot be read"):
        read(file)


def test_a_gigabyte_is_refused_at_once(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(1_000_000_000)
    with pytest.raises(BadFile, match="larger than 64 MB"):
        read(file)


@contextmanager
def pouring(pipe: Path, content: bytes, times: int) -> Iterator[None]:
    os.mkfifo(pipe)

    def pour() -> None:
        with suppress(BrokenPipeError), pipe.open("wb") as end:
            for _ in range(times):
                end.write(content)

    source = threading.Thread(target=pour)
    source.start()
    yield
    source.join()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_gigabyte_of_commas_through_a_pipe_is_refused_with_little_memory(file: Path) -> None:
    begun = time.monotonic()
    tracemalloc.start()
    try:
        with pouring(file, b"," * 1_000_000, 1000), pytest.raises(BadFile, match="Line 1 is long"):
            read(file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_does_not_end_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fibrojournal.exchange.table.MAX_BYTES", 2_000_000)
    with (
        pouring(file, (b" " * 999 + b"\n") * 100, 1000),
        pytest.raises(BadFile, match="larger than"),
    ):
        read(file)


def test_the_reader_leaves_the_limits_of_the_csv_module_alone(file: Path) -> None:
    before = csv.field_size_limit()
    write(file, "day,pain\n2025-03-01,x\n")
    with pytest.raises(BadFile):
        read(file)
    assert csv.field_size_limit() == before


def pieces() -> Iterator[st.SearchStrategy[str]]:
    yield st.sampled_from(["day", "pain", "travel", "note", "own:a", "own:a:trigger", "x"])
    yield st.sampled_from(["2025-03-01", "2025-03-02", "1", "0", "", "nan", "99", "1,5"])
    yield st.sampled_from([",", ";", "\t", "\n", "\r", "\r\n", '"', '""', " ", "\ufeff", "\0"])
    yield st.text(max_size=3)


TEXT = st.lists(st.one_of(*pieces()), max_size=60).map("".join)
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXT.map(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le", "surrogatepass")),
    st.tuples(TEXT, st.binary(max_size=20)).map(lambda pair: pair[0].encode() + pair[1]),
    TEXT.map(lambda text: ("day,pain,note\n2025-03-01,3,a\n" + text).encode()),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=BYTES)
def test_whatever_a_file_holds_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "fuzz.csv"
    file.write_bytes(content)
    try:
        found = read(file, *(["x=pain:1..7"] if b"x" in content else []))
    except BadFile:
        return
    for day, brought in found.batch.days.items():
        assert day <= TODAY
        assert all(map(isfinite, brought.readings.values()))
