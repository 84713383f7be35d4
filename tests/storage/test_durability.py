"""What was acknowledged is there: after a kill, on a full disk, in a plain copy of the file."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import DAY, ENVIRONMENT, after, answer, python, words

# Saves one day after the other, two answers and a note in each save, and says so on a pipe.
SAVING = """
import sys
from pathlib import Path
from tests.storage.build import after, answer, words
if sys.argv[2] == "file":
    from fibrojournal.storage.journal_file import JournalFile as kind
else:
    from fibrojournal.storage.quick import QuickJournal as kind
journal = kind.open(Path(sys.argv[1]))
n = int(sys.argv[3])
while True:
    journal.save([answer("pain", n % 11, after(n)), answer("fog", n % 7, after(n)),
                  words(f"note {n} " * 50, after(n))])
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
    n += 1
"""


@pytest.mark.parametrize("kind", ["file", "quick"])
def test_what_was_acknowledged_survives_a_kill(path: Path, kind: str) -> None:
    JournalFile.create(path).close()
    moments = random.Random(7)
    saved = 0
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path), kind, str(saved)],
            stdout=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
        ) as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            time.sleep(moments.uniform(0, 0.1))
            child.kill()
            acknowledged = [first, *child.stdout.readlines()]
        last = int([line for line in acknowledged if line.endswith("\n")][-1])
        with JournalFile.open(path) as journal:
            assert journal.problems() == []
            days = journal.days(DAY, after(last + 1))
            assert [day.date for day in days[: last + 1]] == [after(n) for n in range(last + 1)]
            for day in days:  # each save is there in full or not at all, the last one too
                assert set(day.readings) == {"pain", "fog"}
                assert day.note is not None
            assert len(journal.search_notes(f"note {last} ")) >= 1
        saved = len(days)
    assert saved >= 3


FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.storage.build import DAY, after, answer, words
from fibrojournal.journal.errors import JournalNotWritable
if sys.argv[2] == "file":
    from fibrojournal.storage.journal_file import JournalFile as kind
else:
    from fibrojournal.storage.quick import QuickJournal as kind
path = Path(sys.argv[1])
with kind.open(path) as journal:
    before = [journal.day(after(n)) for n in range(30)]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192, hard))
    try:
        journal.save([answer("pain", 9), words("word " * 100_000, after(1))])
    except JournalNotWritable as error:
        print(error)
    assert [journal.day(after(n)) for n in range(30)] == before
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    journal.save([answer("fog", 3, after(2))])
"""


@pytest.fixture
def noted(path: Path) -> Path:
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", n % 11, after(n)) for n in range(30)])
    return path


@pytest.mark.parametrize("kind", ["file", "quick"])
def test_a_file_that_may_not_grow_keeps_what_it_holds(noted: Path, kind: str) -> None:
    told = python(FULL_DISK, str(noted), kind)
    assert told.returncode == 0, told.stderr
    assert "it may be full or failing" in told.stdout
    assert told.stderr == ""
    with JournalFile.open(noted) as journal:
        assert journal.problems() == []
        assert journal.series(["pain"])["pain"].values.tolist() == [n % 11 for n in range(30)]
        assert journal.day(after(1)).note is None
        assert journal.day(after(2)).value("fog") == 3


SMALL_DISK = """
import sys
from pathlib import Path
from tests.storage.build import after, answer, words
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.journal_file import JournalFile
path = Path(sys.argv[1])
saved = 0
with JournalFile.create(path) as journal:
    try:
        while True:
            journal.save([answer("pain", 1, after(saved)), words("x" * 3000, after(saved))])
            saved += 1
    except JournalNotWritable as error:
        print(error)
    assert len(journal.days(after(0), after(saved))) == saved
    assert journal.problems() == []
try:
    JournalFile.create(path.with_name("another.fjnl"))
except JournalNotWritable as error:
    print(error)
assert list(path.parent.iterdir()) == [path]
print(saved)
"""


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    mount = f"mount -t tmpfs -o size=512k tmpfs {tmp_path}"
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", f'{mount} && exec "$@"', "sh"]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets no one mount anything")
    told = subprocess.run(
        [*inside, sys.executable, "-c", SMALL_DISK, str(tmp_path / "journal.fjnl")],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert told.returncode == 0, told.stderr
    full, again, saved = told.stdout.splitlines()
    assert full.startswith("The disk is full")
    assert again.startswith("The disk is full")
    assert int(saved) > 10
    assert told.stderr == ""


def test_a_plain_copy_of_an_open_journal_holds_the_last_save(path: Path) -> None:
    with QuickJournal.create(path) as quick, JournalFile.open(path) as journal:
        for n in range(6):
            writer = journal if n % 2 else quick
            writer.save([answer("pain", n, after(n)), words(str(n))])
            copy = path.with_name(f"copy {n}.fjnl")
            shutil.copy(path, copy)
            with JournalFile.open(copy) as copied:
                assert copied.day(after(n)).value("pain") == n
                assert copied.problems() == []
        copies = path.parent.glob("copy*")
        assert set(path.parent.iterdir()) - set(copies) == {path}, "the journal is one file"


SYNCING = """
import sys
from pathlib import Path
from tests.storage.build import answer
from fibrojournal.storage.journal_file import JournalFile
with JournalFile.open(Path(sys.argv[1])) as journal:
    journal.save([answer("pain", 1)])
    print("saving", flush=True, file=sys.stderr)
    journal.save([answer("pain", 2)])
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_a_save_is_on_the_disk_before_it_is_acknowledged(noted: Path, tmp_path: Path) -> None:
    log = tmp_path / "strace.log"
    calls = "fsync,fdatasync,unlink,write"
    subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", log, sys.executable, "-c", SYNCING, str(noted)],
        capture_output=True,
        check=True,
        env=ENVIRONMENT,
    )
    _, _, last_save = log.read_text().partition("saving")
    synced = [line for line in last_save.splitlines() if "sync(" in line]
    assert any(f"{noted}>" in line for line in synced), "the file itself"
    assert any(f"{noted}-journal>" in line for line in synced), "what undoes a half-done save"
    assert f"{noted.parent}>" in synced[-1], "the removal of the rollback journal comes last"
