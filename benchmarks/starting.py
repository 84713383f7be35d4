"""The start of the program, timed from outside, beside an empty window and a bare form."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import journals
from benchmarks.figures import BUILD, Measured, Table, Target, interleaved
from benchmarks.processes import PYTHON, Traced, screen

HERE = Path(__file__).parent
EMPTY, FORM = "empty window", "bare form filled by sqlite3"
APP = "fibrojournal, ten years"
SETTLED_S = 10
ANSWERS, BUSY_ANSWERS = 20, 100
"""Typed in each window."""


def start(rounds: int) -> Sequence[Table]:
    """Time exec to a painted window: Today with its stored answers, and two floors."""
    with screen() as env:
        found = interleaved(
            {
                EMPTY: _painted(_floor("empty"), env, "first_paint"),
                FORM: _painted(_floor("form", str(_ten_years_raw())), env, "first_paint"),
                APP: _painted(_measured_program(10), env, "today_shown"),
            },
            rounds,
        )
    return [
        Table(
            "start",
            "From exec to a painted window with today's answers",
            "ms",
            found["painted"],
            FORM,
            (Target(APP, 1.3, FORM),),
        ),
        Table(
            "start cpu",
            "The same in processor time, which a shared machine distorts less",
            "ms",
            found["cpu"],
            FORM,
            (Target(APP, 1.3, FORM),),
        ),
    ]


def years(rounds: int) -> Sequence[Table]:
    """Time the same start with a journal of one year and with one of a hundred."""
    one, hundred = "one year", "a hundred years"
    with screen() as env:
        found = interleaved(
            {
                one: _painted(_program(1), env, "today_shown"),
                hundred: _painted(_program(100), env, "today_shown"),
            },
            rounds,
        )
    return [
        Table(
            "years",
            "From exec to Today, by the length of the journal",
            "ms",
            found["painted"],
            one,
            (Target(hundred, 1.05, one),),
        )
    ]


def background(rounds: int) -> Sequence[Table]:
    """Time what loads behind the window, and for how long the window cannot answer meanwhile."""
    floor, app = "bare imports in a thread", APP
    with screen() as env:
        found = interleaved(
            {
                floor: _reported([PYTHON, "-m", "benchmarks.floor_loading"], env),
                app: _reported(_driven(journals.journal(10), "gaps"), env),
            },
            rounds,
        )
    return [
        Table(
            "background",
            "From the first paint until everything is loaded",
            "ms",
            found["loading"],
            floor,
            (Target(app, 1.3, floor),),
        ),
        Table(
            "stall",
            "Longest gap between two 5 ms ticks of the window meanwhile",
            "ms",
            found["longest_gap"],
            floor,
            (Target(app, 100.0),),
        ),
        Table(
            "stall95",
            "95 % of these gaps are at most",
            "ms",
            found["usual_gap"],
            floor,
            (Target(app, 15.0),),
        ),
    ]


def memory(rounds: int) -> Sequence[Table]:
    """Weigh the window ten seconds after its start, and after every chart was shown once."""
    charts = "fibrojournal, every chart shown once"
    with screen() as env:
        found = interleaved(
            {
                EMPTY: _weighed(_floor("empty"), env, "first_paint", SETTLED_S),
                APP: _weighed(_program(10), env, "today_shown", SETTLED_S),
                charts: _weighed(_driven(journals.journal(10), "charts"), env, "charts_shown", 2),
            },
            rounds,
            warm=0,
        )
    return [
        Table(
            "memory",
            f"Memory (PSS), {SETTLED_S} seconds after the start",
            "MiB",
            found["pss"],
            EMPTY,
            (Target(APP, 2.5, EMPTY), Target(charts, 200.0)),
        )
    ]


def answer(rounds: int) -> Sequence[Table]:
    """Time an answer typed in the window until it is on the disk, and how long the key held it."""
    raw, app = "raw commit, rollback journal, EXTRA", "key pressed until saved"
    figures: dict[str, list[float]] = {"saved": [], "raw": [], "held": []}
    with screen() as env, tempfile.TemporaryDirectory(dir=BUILD) as folder:
        for turn in range(rounds):
            place = Path(folder) / str(turn)
            place.mkdir()
            command = _driven(journals.copy_of(journals.journal(10), place), "answers")
            measured = _reported(command, env)()
            for name, values in figures.items():
                values.append(measured[name])
    return [
        Table(
            "answer",
            f"One answer typed on Today, median of {ANSWERS} in each of {rounds} windows",
            "ms",
            {raw: figures["raw"], app: figures["saved"]},
            raw,
            (Target(app, 2.0, raw),),
        ),
        Table(
            "held",
            "The longest that a typed answer held up the window",
            "ms",
            {app: figures["held"]},
            app,
            (Target(app, 16.0),),
        ),
    ]


def busy(rounds: int) -> Sequence[Table]:
    """Time answers typed while an analysis runs behind the window: until seen, and until saved."""
    figures: dict[str, list[float]] = {"seen": [], "saved": []}
    with screen() as env, tempfile.TemporaryDirectory(dir=BUILD) as folder:
        for turn in range(rounds):
            place = Path(folder) / str(turn)
            place.mkdir()
            copy = journals.copy_of(journals.journal(10), place)
            measured = _reported(_driven(copy, "busy", BUSY_ANSWERS), env)()
            for name, values in figures.items():
                values.append(measured[name])
    seen, saved = "key pressed until painted", "key pressed until on the disk"
    return [
        Table(
            "busy",
            f"95 % of {BUSY_ANSWERS} answers in each of {rounds} windows, ten years open, an"
            " analysis running, take at most",
            "ms",
            {seen: figures["seen"], saved: figures["saved"]},
            seen,
            (Target(seen, 50.0), Target(saved, 100.0)),
        )
    ]


def _floor(*arguments: str) -> list[str]:
    return [PYTHON, str(HERE / "floor_window.py"), *arguments]


def _program(length: int) -> list[str]:
    return [PYTHON, "-m", "fibrojournal", "--journal", str(journals.journal(length))]


def _measured_program(length: int) -> list[str]:
    return [PYTHON, str(HERE / "cpu_at_paint.py"), str(journals.journal(length))]


def _driven(journal: Path, scenario: str, answers: int = ANSWERS) -> list[str]:
    return [PYTHON, "-m", "benchmarks.drive", scenario, str(journal), str(answers)]


def _painted(command: Sequence[str], env: Mapping[str, str], mark: str) -> Callable[[], Measured]:
    def measured() -> Measured:
        with Traced(command, env) as running:
            return {"painted": running.wait_for(mark), **running.figures}

    return measured


def _reported(command: Sequence[str], env: Mapping[str, str]) -> Callable[[], Measured]:
    def measured() -> Measured:
        with Traced(command, env) as running:
            running.wait_for("reported")
            return running.figures

    return measured


def _weighed(
    command: Sequence[str], env: Mapping[str, str], mark: str, settled_s: float
) -> Callable[[], Measured]:
    def measured() -> Measured:
        with Traced(command, env) as running:
            running.wait_for(mark)
            time.sleep(settled_s)
            return {"pss": running.pss_mib()}

    return measured


def _ten_years_raw() -> Path:
    """Return a plain SQLite file with ten years of thirty measures, for the bare form."""
    path = BUILD / "floor-form.db"
    if not path.exists():
        connection = sqlite3.connect(path)
        connection.execute(
            "CREATE TABLE answer(day INTEGER, measure INTEGER, value REAL, "
            "PRIMARY KEY(day, measure)) WITHOUT ROWID"
        )
        rows = ((day, measure, day * 7 % 11) for day in range(3650) for measure in range(30))
        connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
        connection.commit()
        connection.close()
    return path
