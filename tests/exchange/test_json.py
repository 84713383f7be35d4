from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fibrojournal import resources
from fibrojournal.exchange.demo import made_up_days
from fibrojournal.exchange.json_reader import looks_like_json, read_archive
from fibrojournal.exchange.json_writer import archive_parts
from fibrojournal.exchange.stamps import stamp_from, stamp_text
from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import EVENT_KINDS, Day, Note, Origin, Reading
from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.journal.medicines import PARTS_OF_DAY
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.snapshot import ImportRecord, Snapshot
from tests.exchange.diaries import STAMPS, snapshots

SCHEMA = json.loads(resources.text("export.schema.json"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)
NOW = Stamp(datetime(2025, 3, 2, 20, 15, tzinfo=UTC), "Europe/Berlin", 60)
FEW = settings(max_examples=12, deadline=None)
SLOW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "archive.json"


def text_of(snapshot: Snapshot) -> str:
    return "".join(archive_parts(snapshot))


def a_day(**content: Any) -> Day:  # noqa: ANN401  any part of a day
    return Day(date(2025, 3, 1), **content)


SMALL = Snapshot(
    days=(
        a_day(
            readings={
                "pain": Reading(6.0, NOW, import_id=None),
                "own:cold": Reading(3.25, NOW, Origin.IMPORTED, "abc"),
            },
            note=Note("Quiet.", NOW),
        ),
    ),
    own_measures=(own_measure("own:cold", "Cold hands", factor="small_fiber"),),
    own_triggers=(own_trigger("own:wind", "Wind"),),
    settings={"day_ends_at": "4"},
    imports=(ImportRecord("abc", "old.csv", NOW),),
)


@SLOW
@given(snapshot=snapshots())
def test_what_is_written_reads_back_as_it_was(file: Path, snapshot: Snapshot) -> None:
    text = text_of(snapshot)
    file.write_text(text, encoding="utf-8", newline="")
    assert read_archive(file) == snapshot
    CHECK.validate(json.loads(text))


@FEW
@given(snapshot=snapshots())
def test_a_journal_filled_from_an_archive_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, snapshot: Snapshot
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    first, second = text_of(snapshot), folder / "second.json"
    second.write_text(first, encoding="utf-8", newline="")
    with JournalFile.create(folder / "a.fjnl") as journal:
        journal.restore_snapshot(read_archive(second))
        assert text_of(journal.snapshot()) == first


def test_made_up_months_come_back_whole(tmp_path: Path, file: Path) -> None:
    with JournalFile.create(tmp_path / "a.fjnl", sample=True) as journal:
        journal.save(made_up_days(100))
        file.write_text(text_of(journal.snapshot()), encoding="utf-8", newline="")
        assert read_archive(file) == journal.snapshot()
    CHECK.validate(json.loads(file.read_text(encoding="utf-8")))


def test_a_day_is_a_line_that_says_all_of_it() -> None:
    archive = json.loads(text_of(SMALL))
    assert archive["days"] == [
        {
            "date": "2025-03-01",
            "readings": {
                "pain": {
                    "value": 6,
                    "entered": "2025-03-02T21:15:00.000+01:00[Europe/Berlin]",
                    "origin": "typed",
                },
                "own:cold": {
                    "value": 3.25,
                    "entered": "2025-03-02T21:15:00.000+01:00[Europe/Berlin]",
                    "origin": "imported",
                    "import": "abc",
                },
            },
            "triggers": {},
            "note": {
                "text": "Quiet.",
                "entered": "2025-03-02T21:15:00.000+01:00[Europe/Berlin]",
                "origin": "typed",
            },
            "body_map": None,
            "moments": [],
            "intakes": [],
            "medicine_effects": {},
        }
    ]
    assert text_of(SMALL).count('"date"') == sum(
        '"date"' in line for line in text_of(SMALL).splitlines()
    )


def test_late_answers_are_marked() -> None:
    late = Stamp(datetime(2025, 3, 3, 20, 15, tzinfo=UTC), "UTC", 0)
    day = a_day(
        readings={
            "pain": Reading(6.0, late),
            "stress": Reading(6.0, late, Origin.COPIED),
            "fog": Reading(6.0, late, Origin.IMPORTED),
        }
    )
    readings = json.loads(text_of(Snapshot(days=(day,))))["days"][0]["readings"]
    assert [id for id, reading in readings.items() if reading.get("late")] == ["pain"]


def test_late_is_counted_in_days_that_begin_when_the_person_says() -> None:
    five_in_the_morning = Stamp(datetime(2025, 3, 3, 5, tzinfo=UTC), "UTC", 0)
    day = a_day(readings={"pain": Reading(6.0, five_in_the_morning)})
    usual, later = Snapshot(days=(day,)), Snapshot(days=(day,), settings={"day.starts": "6"})
    assert "late" in text_of(usual)
    assert "late" not in text_of(later)


def test_an_import_that_was_undone_leaves_no_trace() -> None:
    undone = ImportRecord("abd", "other.csv", NOW, is_out=True)
    with_undone = replace(SMALL, imports=(*SMALL.imports, undone))
    assert text_of(with_undone) == text_of(SMALL)


def test_an_empty_journal_has_an_archive_too(file: Path) -> None:
    file.write_text(text_of(Snapshot()), encoding="utf-8")
    assert read_archive(file) == Snapshot()
    CHECK.validate(json.loads(text_of(Snapshot())))


def test_what_is_left_out_is_empty_and_the_order_does_not_matter(file: Path) -> None:
    file.write_text(
        '\ufeff{"days": [{"date": "2025-03-02"}, {"date": "2025-03-01"}], "schema": 1}',
        encoding="utf-8",
    )
    assert read_archive(file) == Snapshot(days=(Day(date(2025, 3, 1)), Day(date(2025, 3, 2))))


@given(stamp=STAMPS)
def test_stamps_are_read_as_they_were_written(stamp: Stamp) -> None:
    assert stamp_from(stamp_text(stamp)) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-02T20:15:00.000+01:00",
        "2025-03-02T20:15:00+01:00[UTC]",
        "2025-03-02T25:15:00.000+01:00[UTC]",
        "2025-02-30T20:15:00.000+01:00[UTC]",
        "0001-01-01T00:00:00.000+10:00[UTC]",
        "٢٠٢٥-03-02T20:15:00.000+01:00[UTC]",
    ],
)
def test_other_texts_are_no_stamps(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        stamp_from(text)


def test_the_schema_knows_the_same_words_as_the_program() -> None:
    parts = SCHEMA["$defs"]
    assert set(parts["factor"]["enum"]) == {None, *FACTOR_IDS}
    assert set(parts["event"]["properties"]["kind"]["enum"]) == set(EVENT_KINDS)
    assert set(parts["body_map"]["properties"]["areas"]["propertyNames"]["enum"]) == set(AREA_BY_ID)
    assert set(parts["slot"]["properties"]["part"]["enum"]) == set(PARTS_OF_DAY)
    assert set(parts["origin"]["enum"]) == {origin.value for origin in Origin}


def test_the_documentation_states_every_key() -> None:
    text = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    keys = set(SCHEMA["properties"])
    for part in SCHEMA["$defs"].values():
        keys |= set(part.get("properties", ()))
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []


# What is refused


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    *above, last = path.split("/")

    def apply(archive: dict[str, Any]) -> None:
        part: Any = archive
        for name in above:
            part = part[int(name)] if name.isdigit() else part[name]
        if value is _GONE:
            del part[last]
        elif last == "+":
            part.append(value)
        else:
            part[int(last) if last.isdigit() else last] = value

    return apply


_GONE = object()
STAMP = stamp_text(NOW)
HOW = {"entered": STAMP, "origin": "typed"}

CHANGES: list[tuple[str, object]] = [
    ("schema", 3),
    ("schema", 0),
    ("schema", "1"),
    ("schema", True),
    ("schema", None),
    ("schema", _GONE),
    ("days", _GONE),
    ("days", {}),
    ("days/0", 3),
    ("days/+", {"date": "2025-03-01"}),
    ("days/0/date", "2025-3-1"),
    ("days/0/date", "20250301"),
    ("days/0/date", "2025-02-30"),
    ("days/0/date", _GONE),
    ("days/0/mood", 3),
    ("days/0/readings", []),
    ("days/0/readings/pian", {"value": 3, **HOW}),
    ("days/0/readings/own:none", {"value": 3, **HOW}),
    ("days/0/readings/pain/value", 11),
    ("days/0/readings/pain/value", -1),
    ("days/0/readings/pain/value", "6"),
    ("days/0/readings/pain/value", True),
    ("days/0/readings/pain/value", None),
    ("days/0/readings/pain/value", 10**400),
    ("days/0/readings/pain/origin", "guessed"),
    ("days/0/readings/pain/origin", 3),
    ("days/0/readings/pain/entered", "yesterday"),
    ("days/0/readings/pain/entered", 3),
    ("days/0/readings/pain/entered", _GONE),
    ("days/0/readings/pain/import", "xyz"),
    ("days/0/readings/pain/colour", "red"),
    ("days/0/triggers/travels", {"ticked": True, **HOW}),
    ("days/0/triggers/travel", {"ticked": 1, **HOW}),
    ("days/0/triggers/travel", {"ticked": True, "strength": 4, **HOW}),
    ("days/0/triggers/travel", {"ticked": True, "strength": True, **HOW}),
    ("days/0/note/text", 3),
    ("days/0/note/text", "\ud800"),
    ("days/0/body_map", {"areas": {"tail": 3}, **HOW}),
    ("days/0/body_map", {"areas": {"neck": 11}, **HOW}),
    ("days/0/body_map", {"areas": {"neck": "3"}, **HOW}),
    ("days/0/moments", [{"id": "a", "measure": "pian", "value": 3, "entered": STAMP}]),
    ("days/0/moments", [{"id": "a", "measure": "pain", "value": 3, "entered": STAMP}] * 2),
    ("events", [{"id": "a", "kind": "party", "name": "", "start": "2025-03-01", "end": None,
                 "entered": STAMP}]),
    ("events", [{"id": "a", "kind": "other", "name": "", "start": "2025-03-01",
                 "end": "2025-02-01", "entered": STAMP}]),
    ("own_measures/0/id", "cold"),
    ("own_measures/0/low", 20),
    ("own_measures/0/direction", "up"),
    ("own_measures/0/factor", "weather"),
    ("own_triggers/0/id", "own:Not One"),
    ("own_triggers/0/factor", "weather"),
    ("imports/+", {"id": "abc", "file_name": "x", "entered": STAMP}),
    ("imports/0/is_out", True),
    ("sample", "no"),
    ("settings", []),
    ("settings/day_ends_at", 4),
    ("settings/\ud800", "4"),
    ("extra", 3),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), CHANGES)
def test_an_archive_that_makes_no_sense_is_refused(file: Path, path: str, value: object) -> None:
    archive = json.loads(text_of(SMALL))
    change(path, value)(archive)
    file.write_text(json.dumps(archive), encoding="utf-8")
    with pytest.raises(BadFile, match=r"\.$"):
        read_archive(file)


def test_a_number_beyond_all_numbers_is_refused(file: Path) -> None:
    file.write_text(text_of(SMALL).replace('"value": 3.25', '"value": 1e999'), encoding="utf-8")
    with pytest.raises(BadFile, match="days/1/readings/1/value"):
        read_archive(file)


def test_a_refusal_tells_the_place_and_not_what_stands_there(file: Path) -> None:
    archive = json.loads(text_of(SMALL))
    archive["days"][0]["readings"]["own:cold"]["value"] = "secret"
    file.write_text(json.dumps(archive), encoding="utf-8")
    with pytest.raises(BadFile) as refusal:
        read_archive(file)
    assert "days/1/readings/1/value" in str(refusal.value)
    assert "secret" not in str(refusal.value)
    assert "cold" not in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"{", 1),
        (b'{\n"schema": 1,\n', 3),
        (b'{\n"schema": 1,\n"days": [\xff]}', 3),
        (b"[" * 100_000, None),
        (b'{"schema": NaN}', None),
        (b'{"schema": 1, "schema": 1}', None),
        (b'{"schema": ' + b"1" * 5000 + b"}", None),
        (b"[]", None),
        (b"3", None),
        ("{}".encode("utf-16"), 1),
    ],
)
def test_a_file_that_is_no_archive_is_refused(file: Path, content: bytes, line: int | None) -> None:
    file.write_bytes(content)
    with pytest.raises(BadFile, match=r"\.$") as refusal:
        read_archive(file)
    assert refusal.value.line == line


def test_a_newer_archive_is_said_to_be_one(file: Path) -> None:
    file.write_text('{"schema": 3, "weeks": []}', encoding="utf-8")
    with pytest.raises(BadFile, match="newer version"):
        read_archive(file)


def test_a_gigabyte_is_not_read(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(1_000_000_000)
    with pytest.raises(BadFile, match="larger than 128 MB"):
        read_archive(file)


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BadFile, match="cannot be read"):
            read_archive(path)


@pytest.mark.parametrize(
    ("name", "content", "is_json"),
    [
        ("a.json", b"", True),
        ("a.JSON", b"day,pain", True),
        ("a.txt", b' \n{"schema": 1}', True),
        ("a.txt", b'\xef\xbb\xbf{"schema": 1}', True),
        ("a.csv", b"day,pain\n", False),
        ("a.csv", b"", False),
    ],
)
def test_archives_are_told_from_tables(
    tmp_path: Path, name: str, content: bytes, *, is_json: bool
) -> None:
    (tmp_path / name).write_bytes(content)
    assert looks_like_json(tmp_path / name) is is_json


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_nothing_is_taken_out_of_a_pipe_to_look_at_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not looks_like_json(tmp_path / "pipe")


def test_a_file_that_may_not_be_read_is_no_archive(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = file.with_suffix(".csv")
    table.write_bytes(b"{")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    assert not looks_like_json(table)


def test_a_file_that_is_not_there_is_no_archive(tmp_path: Path) -> None:
    assert not looks_like_json(tmp_path / "none.csv")


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["date", "readings", "pain", "value", "entered", "origin", "note"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=20,
)


@SLOW
@given(
    archive=st.dictionaries(
        st.sampled_from(["schema", "days", "events", "imports", "own_measures", "settings"]),
        VALUES,
    ),
    noise=st.binary(max_size=5),
)
def test_whatever_the_file_holds_it_is_read_or_refused(
    file: Path, archive: dict[str, object], noise: bytes
) -> None:
    file.write_bytes(json.dumps({"schema": 1, "days": [], **archive}).encode() + noise)
    try:
        read_archive(file)
    except BadFile as refusal:
        sentence = str(refusal)
    else:
        sentence = "."
    assert sentence.endswith(".")
