"""The promises of the command line, kept without a screen."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fibrojournal import __version__, cli, libraries, preflight, settings
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.storage.journal_file import JournalFile

DATA = Path(__file__).parent / "data"
REAL = DATA / "real-diary" / "diary.csv"
COLUMNS = (
    "phy_pain=pain:1..7",
    "phy_tired=fatigue:1..7",
    "phy_headache=own:headache:1..7",
    "phy_nauseous=gut:1..7",
    "mor_qualsleep=sleep_quality:1..7",
    "mor_nrwakeup=awakenings",
    "mood_irritat=own:irritated:1..7",
    "mood_cheerf=mood:1..7",
    "pat_worry=stress:1..7",
    "pat_restl=own:restless:1..7",
    "phy_physact=activity:1..7",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def journal(home: Path) -> Path:
    path = home / "journal.fjnl"
    JournalFile.create(path).close()
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "diary.csv"
    file.write_text("day,pain,shoes\n2025-03-01,4,41\n2025-03-02,5,42\n", encoding="utf-8")
    return file


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def program(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a script would, with the present home."""
    return subprocess.run(
        [sys.executable, "-m", "fibrojournal", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **more},
        encoding="utf-8",
    )


def refused(capsys: pytest.CaptureFixture[str], words: str) -> str:
    """Check that one sentence, and nothing else, was said on stderr."""
    shown = capsys.readouterr()
    assert shown.out == ""
    assert re.fullmatch(r"fibrojournal: [^\n]+\n", shown.err)
    assert words in shown.err
    return shown.err


# Where the journal lies


@pytest.mark.parametrize("place", ["before", "after", "home"])
def test_the_journal_may_be_named_before_and_after_the_command(
    place: str, tmp_path: Path, home: Path, table: Path
) -> None:
    chosen = tmp_path / "mine.fjnl"
    before = ["--journal", chosen] if place == "before" else []
    after = ["--journal", chosen] if place == "after" else []
    assert run(*before, "import", table, *after) == 0
    assert chosen.exists() is (place != "home")
    assert (home / "journal.fjnl").exists() is (place == "home")


def test_of_two_journals_the_one_after_the_command_counts(tmp_path: Path, table: Path) -> None:
    assert run("--journal", tmp_path / "a", "import", table, "--journal", tmp_path / "b") == 0
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b").exists()


# import


def test_a_real_diary_comes_in_whole(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = [part for column in COLUMNS for part in ("--column", column)]
    assert run("import", REAL, *options, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told.keys() == {"import", "days_added", "answers_added", "unmapped"}
    assert told["days_added"] == 238
    assert told["unmapped"] == ["mood_down"]
    with JournalFile.open(journal) as opened:
        days = {day.date.isoformat(): day for day in opened.days(*opened.noted_span() or ())}
        assert len(days) == 238
        assert sum(len(day.readings) for day in days.values()) == told["answers_added"]
        first, second = days["2012-08-13"], days["2012-08-14"]
        assert first.value("pain") == 0.0
        assert first.value("sleep_quality") == pytest.approx(20 / 3)
        assert second.value("pain") == pytest.approx(1 / 3)
        assert second.value("activity") == pytest.approx(-0.8)
        assert second.value("awakenings") == 1.0
        assert days["2012-08-15"].value("sleep_quality") is None
        own = opened.questions().measure("own:headache")
        assert own is not None
        assert own.name == "Headache"
        assert opened.problems() == []


def test_the_same_file_again_adds_nothing(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("import", table, "--json")
    first = json.loads(capsys.readouterr().out)
    run("import", table, "--json")
    assert json.loads(capsys.readouterr().out) == {
        "import": None,
        "days_added": 0,
        "answers_added": 0,
        "unmapped": ["shoes"],
    }
    assert first["answers_added"] == 2


def test_a_dry_run_makes_no_journal(
    home: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", table, "--dry-run", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "import": None,
        "days_added": 2,
        "answers_added": 2,
        "unmapped": ["shoes"],
    }
    assert run("import", table, "--dry-run") == 0
    assert "nothing was written" in capsys.readouterr().out
    assert not (home / "journal.fjnl").exists()


def test_what_an_import_did_is_told_in_words(
    journal: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entered = Stamp(datetime(2025, 3, 1, 20, tzinfo=UTC), "UTC", 0)
    with JournalFile.open(journal) as opened:
        day = datetime(2025, 3, 1, tzinfo=UTC).date()
        opened.save([SetReading(day, "pain", Reading(9.0, entered))])
    assert run("import", table) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:4] == [
        "1 day was added.",
        "1 answer was added.",
        "1 answer of your own was kept where the file says otherwise.",
        "Left out: shoes",
    ]
    undo = told[4].removeprefix("To undo it: fibrojournal ").split()
    assert run(*undo) == 0
    assert capsys.readouterr().out == "1 answer was taken out.\n"
    assert run(*undo) == 1
    refused(capsys, "has been undone before")


def test_undoing_what_never_was_is_refused(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("undo-import", "none") == 1
    refused(capsys, "none")


def test_a_bad_file_is_refused_with_its_line(
    home: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text("day,pain\n2025-03-01,4\n2025-03-02,secret\n", encoding="utf-8")
    assert run("import", table) == 1
    assert "secret" not in refused(capsys, "Line 3, column 2")
    assert not (home / "journal.fjnl").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cp1252.csv", "Line 3 is not text in UTF-8"),
        ("broken-utf16.csv", "is not text"),
        ("broken-row.csv", "Line 4 has 2 cells where the header has 3"),
        ("repeated-day.csv", "Line 5 repeats the day of line 2"),
        ("no-day.csv", "No column holds the days"),
        ("cut-off.json", "is not JSON"),
    ],
)
def test_the_bad_files_that_we_keep_are_refused(
    name: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", DATA / "imports" / name) == 1
    refused(capsys, words)


@pytest.mark.parametrize("name", ["semicolons.csv", "tabs-utf16.csv", "old-mac.csv"])
def test_the_good_files_that_we_keep_say_the_same(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", DATA / "imports" / name, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["days_added"], told["answers_added"]) == (3, 9)


WRONG: list[tuple[Sequence[str], str]] = [
    (["import"], "FILE"),
    (["import", "x.csv", "--column", "pain"], "NAME=ID"),
    (["import", "x.csv", "--column", "a=pain:7..1"], "low end to its high end"),
    (["import", "x.csv", "--column", "a=pain", "--column", "a=fog"], "given twice for “a”"),
    (["import", "x.csv", "--column", "a=pain", "--column", "b=pain"], "given twice for “pain”"),
    (["import", "x.json", "--column", "a=pain"], "belongs to a CSV file"),
    (["import", "x.csv", "--col", "a=pain"], "unrecognized arguments"),
    (["undo-import"], "ID"),
    (["export", "out", "--format", "xml"], "xml"),
    (["demo"], "FILE"),
    (["demo", "x", "--days", "0"], "from 1 to 20000"),
    (["demo", "x", "--days", "many"], "many"),
    (["demo", "x", "--end", "31.12.2025"], "2025-12-31"),
    (["demo", "x", "--end", "1899-12-31"], "begin with 1900-01-01"),
    (["demo", "x", "--end", "1900-01-02", "--days", "3"], "before 1900-01-01"),
    (["fly"], "fly"),
    (["--json"], "--json"),
    (["check", "now"], "now"),
    (["--journal"], "expected one argument"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_wrong_usage_is_2(
    arguments: Sequence[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("usage: fibrojournal")
    assert words in shown.err
    assert list(tmp_path.iterdir()) == []


# demo, export, check


def test_a_demo_is_the_same_for_the_same_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        journal = tmp_path / f"{name}.fjnl"
        assert run("demo", journal, "--days", "40", "--seed", "7", "--end", "2024-05-01") == 0
        assert run("--journal", journal, "export", tmp_path / f"{name}.json") == 0
    shown = capsys.readouterr()
    assert re.match(r"3\d made-up days were noted\.\n3\d noted days were written\.\n", shown.out)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    archive = json.loads((tmp_path / "a.json").read_bytes())
    assert archive["sample"] is True
    assert archive["days"][-1]["date"] == "2024-05-01"


def test_a_demo_overwrites_nothing(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = journal.read_bytes()
    assert run("demo", journal) == 1
    refused(capsys, "already a file")
    assert journal.read_bytes() == before


def test_an_archive_comes_back_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run("demo", tmp_path / "a.fjnl", "--days", "50") == 0
    assert run("export", first, "--journal", tmp_path / "a.fjnl") == 0
    assert run("import", first, "--journal", tmp_path / "b.fjnl") == 0
    assert run("export", second, "--journal", tmp_path / "b.fjnl", "--format", "json") == 0
    assert first.read_bytes() == second.read_bytes()
    assert "undo" not in capsys.readouterr().out


def test_a_table_can_be_read_in_again(
    tmp_path: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", table, "--column", "shoes=own:shoes:0..100") == 0
    out = tmp_path / "out.csv"
    assert run("export", out, "--format", "csv") == 0
    assert out.read_text(encoding="utf-8") == (
        "day,pain,own:shoes,note\n2025-03-01,4,4.1,\n2025-03-02,5,4.2,\n"
    )
    assert out.read_bytes().count(b"\r\n") == 3
    capsys.readouterr()
    assert run("import", out, "--json", "--journal", tmp_path / "other.fjnl") == 0
    assert json.loads(capsys.readouterr().out)["answers_added"] == 4


def test_an_export_never_replaces_the_journal(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = journal.read_bytes()
    assert run("export", journal) == 1
    refused(capsys, "holds a journal")
    assert journal.read_bytes() == before


@pytest.mark.parametrize("command", [["check"], ["export", "out.json"], ["undo-import", "x"]])
def test_commands_other_than_import_and_demo_begin_no_journal(
    command: list[str], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*command) == 1
    refused(capsys, "There is no journal at")
    assert not (home / "journal.fjnl").exists()


def test_a_whole_journal_is_said_to_be_whole(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check") == 0
    assert capsys.readouterr().out == (
        "The journal is whole, holds 0 noted days and is not encrypted.\n"
    )


def test_a_damaged_journal_is_reported_with_what_to_do(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFile, "problems", lambda _: ["A page is damaged."])
    assert run("check") == 1
    shown = capsys.readouterr()
    assert shown.out == "A page is damaged.\n"
    assert "go on with your latest copy" in shown.err


def test_a_journal_too_damaged_to_open_is_reported_the_same(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> JournalFile:
        raise JournalDamaged("Part of it cannot be read.")

    monkeypatch.setattr(JournalFile, "open_to_read", damaged)
    assert run("check") == 1
    shown = capsys.readouterr()
    assert shown.out == "Part of it cannot be read.\n"
    assert "go on with your latest copy" in shown.err


@pytest.mark.parametrize("kind", ["folder", "text", "empty"])
def test_what_is_no_journal_is_refused(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    if kind == "folder":
        path.mkdir()
    else:
        path.write_text("hello " * 1000 if kind == "text" else "", encoding="utf-8")
    assert run("check", "--journal", path) == 1
    refused(capsys, str(path))


# The versions, the window, the self-test


def test_the_versions_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"fibrojournal {__version__}"
    assert [line.split()[0] for line in lines[1:]] == ["Python", "Qt", "SQLite"]
    assert all(re.fullmatch(r"\S+ \d+\.\d+\.\d+\S*", line) for line in lines)


def test_without_a_command_the_window_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fibrojournal import app

    asked: list[Path | None] = []

    def note(path: Path | None, *, minimized: bool = False) -> int:
        asked.append(path)
        return 3

    monkeypatch.setattr(preflight, "refusal", lambda: None)
    monkeypatch.setattr(app, "run_window", note)
    assert run(f"--journal={tmp_path}") == 3
    assert asked == [tmp_path]


def test_without_a_screen_the_reason_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight, "refusal", lambda: "There is no screen here.")
    assert run("--journal=x") == 1
    refused(capsys, "There is no screen here.")


def test_the_self_test_passes_on_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from fibrojournal import self_test

    folders: list[Path | None] = []
    monkeypatch.setattr(self_test, "run", folders.append)
    assert run("self-test", "--screenshots", tmp_path) == 0
    assert folders == [tmp_path]
    assert "passed" in capsys.readouterr().out


def test_a_self_test_that_stops_says_where(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from fibrojournal import self_test

    def stopped(_: object) -> None:
        raise self_test.SelfTestError("no chart was drawn")

    monkeypatch.setattr(self_test, "run", stopped)
    assert run("self-test") == 1
    refused(capsys, "no chart was drawn")


def test_libraries_that_qt_lacks_are_named_before_it_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "missing", lambda _: ["libEGL.so.1"])
    monkeypatch.setattr(libraries, "apt_knows", lambda _: True)
    monkeypatch.setattr("fibrojournal.cli.program.which", lambda _: "/usr/bin/ldd")
    assert run("self-test") == 1
    assert "libegl1" in capsys.readouterr().err


def test_where_libraries_cannot_be_asked_for_qt_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from fibrojournal import self_test

    monkeypatch.setattr(self_test, "run", lambda _: None)
    monkeypatch.setattr("fibrojournal.cli.program.which", lambda _: None)
    monkeypatch.setattr(libraries, "missing", lambda _: ["libEGL.so.1"])
    assert run("self-test") == 0


# What nobody expected


def test_the_unexpected_is_a_sentence_and_a_place_in_the_log(
    journal: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(_: JournalFile) -> list[str]:
        raise RuntimeError("secret words of the diary")

    monkeypatch.setattr(JournalFile, "problems", broken)
    assert run("check") == 1
    assert "secret" not in refused(capsys, str(home / "log"))
    log = (home / "log" / "fibrojournal.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "secret" not in log


def test_a_log_that_cannot_be_written_is_no_second_fault(
    journal: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (home / "log").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(JournalFile, "problems", lambda _: 1 / 0)
    assert run("check") == 1
    refused(capsys, "Something went wrong inside the program.")


@pytest.mark.parametrize(
    ("what", "code", "words"),
    [
        (KeyboardInterrupt(), 1, "Stopped."),
        (OSError(28, "No space left on device"), 1, "The disk is full."),
        (BrokenPipeError(), 0, None),
    ],
)
def test_what_comes_from_outside_is_no_fault_of_the_program(
    *,
    what: BaseException,
    code: int,
    words: str | None,
    journal: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(_: JournalFile) -> list[str]:
        raise what

    monkeypatch.setattr(JournalFile, "problems", stopped)
    assert run("check") == code
    if words is None:
        assert capsys.readouterr().err == ""
    else:
        refused(capsys, words)


# As a script runs it


def test_exit_codes_reach_the_shell(home: Path, table: Path) -> None:
    done = program("import", table, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["days_added"] == 2
    done = program("import", table.with_name("none.csv"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"fibrojournal: There is no file {table.with_name('none.csv')}.\n"
    assert program("fly").returncode == 2


def test_a_terminal_without_our_characters_is_written_to_as_well(table: Path) -> None:
    done = program(
        *("import", table, "--column", "x=pain", "--column", "x=fog"), PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 2
    assert "given twice for ?x?" in done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no such signal here")
@pytest.mark.parametrize("out", ["check", "export"])
def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path, out: str) -> None:
    journal = tmp_path / "a.fjnl"
    assert run("demo", journal, "--days", "300") == 0
    command = ["check"] if out == "check" else ["export", "/dev/stdout"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "fibrojournal", "--journal", journal, *command],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_is_said_in_a_sentence(journal: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "fibrojournal", "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"fibrojournal: The disk is full.\n")


def test_closed_outputs_are_no_fault(journal: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m fibrojournal check >&- 2>&-', sys.executable], check=False
    )
    assert done.returncode == 0


def test_the_version_needs_neither_qt_nor_sqlalchemy() -> None:
    code = (
        "import sys; from fibrojournal import cli; code = cli.main(['--version']);"
        "heavy = {'PySide6', 'sqlalchemy', 'numpy', 'matplotlib'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_commands_run_without_qt(tmp_path: Path, table: Path) -> None:
    code = (
        "import sys; from fibrojournal import cli;"
        f"code = cli.main(['import', {str(table)!r}]) or cli.main(['check'])"
        f" or cli.main(['export', {str(tmp_path / 'out.json')!r}])"
        f" or cli.main(['demo', {str(tmp_path / 'x.fjnl')!r}, '--days', '3']);"
        "sys.exit('Qt was loaded' if 'PySide6' in sys.modules else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
