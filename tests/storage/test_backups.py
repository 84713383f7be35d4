"""The folder of backups: what is made there, what is listed, what goes."""

from __future__ import annotations

import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalBusy, JournalDamaged, JournalNotWritable
from fibrojournal.storage.backups import (
    backups_of,
    make_backup,
    make_backup_if_changed,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.mark import journal_of
from tests.storage.build import ENVIRONMENT, after, answer, raw, words

NOW = datetime(2026, 11, 27, 21, 4, 12, 345678, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_whole_and_named_by_when_it_was_taken(
    journal: JournalFile, folder: Path
) -> None:
    journal.save([answer("pain", 6), words("by the sea")])
    here = NOW.astimezone(timezone(timedelta(hours=13)))
    made = make_backup(journal, folder, here)
    assert made.path == folder / "journal.2026-11-27-210412Z.fjnl"
    assert made.taken == NOW.replace(microsecond=0)
    assert made.size == made.path.stat().st_size
    assert names(folder) == [made.path.name]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with JournalFile.open(made.path) as copy:
        assert copy.snapshot() == journal.snapshot()
        assert copy.problems() == []


def test_two_backups_in_one_second_are_two(journal: JournalFile, folder: Path) -> None:
    made = []
    for value in range(11):
        journal.save([answer("pain", value % 10)])
        made.append(make_backup(journal, folder, NOW))
    assert len({backup.path for backup in made}) == 11
    assert backups_of(journal.path, folder) == made[::-1]
    assert made[1].path.name == "journal.2026-11-27-210412Z-2.fjnl"


def test_without_a_folder_there_are_no_backups(path: Path, folder: Path) -> None:
    assert backups_of(path, folder) == []


def test_other_files_in_the_folder_are_neither_listed_nor_touched(
    journal: JournalFile, folder: Path
) -> None:
    folder.mkdir()
    foreign = (
        "journal.fjnl",
        "journal.2026-13-41-000000Z.fjnl",  # no such day
        "journal.2020-01-01-000000Z.fjnl.bak",
        "journal.2020-01-01-000000Z.fjnl (copy)",
        "diary.2020-01-01-000000Z.fjnl",
        "xjournal.2020-01-01-000000Z.fjnl",
        "letters.txt",
    )
    for name in foreign:
        (folder / name).write_text("mine")
    made = [make_backup(journal, folder, NOW + n * DAY) for n in range(9)]
    assert {backup.path for backup in backups_of(journal.path, folder)} <= {
        backup.path for backup in made
    }
    assert [(folder / name).read_text() for name in foreign] == ["mine"] * len(foreign)


def test_old_backups_go_as_new_ones_come(journal: JournalFile, folder: Path) -> None:
    for n in range(40):
        made = make_backup(journal, folder, NOW + n * DAY)
        listed = backups_of(journal.path, folder)
        assert listed[0] == made
        assert [path.name for path in folder.iterdir()] != []
    assert len(listed) == 7 + 3 + 1  # days, weeks that lie further back, the month before


def test_a_backup_takes_its_keys_with_it_when_it_goes(path: Path, folder: Path) -> None:
    key = DataKey.new()
    with JournalFile.create(path, key=key) as journal:
        keys_path(path).write_text("{}")
        for n in range(5):
            made = make_backup(journal, folder, NOW + timedelta(minutes=n))
            assert keys_path(made.path).read_text() == "{}"
            assert is_encrypted(made.path)
        with JournalFile.open(made.path, key) as copy:
            assert copy.problems() == []
    kept = [backup.path for backup in backups_of(path, folder)]
    assert len(kept) == 3
    assert names(folder) == sorted(
        name for path in kept for name in (path.name, keys_path(path).name)
    )


def test_a_backup_of_another_journal_with_the_same_name_stays(
    journal: JournalFile, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    with JournalFile.create(tmp_path / "other" / "journal.fjnl") as other:
        theirs = make_backup(other, folder, NOW)
    for n in range(1, 9):
        make_backup(journal, folder, NOW + timedelta(minutes=n))
    assert theirs.path.exists()
    assert len(backups_of(journal.path, folder)) == 4


def test_another_journal_of_the_same_name_pushes_no_backup_out(
    journal: JournalFile, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    with JournalFile.create(tmp_path / "other" / "journal.fjnl") as other:
        mine = []
        for n in range(5):
            mine.append(make_backup(journal, folder, NOW + n * DAY))
            make_backup(other, folder, NOW + n * DAY + timedelta(minutes=9))
    assert set(mine) <= set(backups_of(journal.path, folder))


def test_a_damaged_backup_pushes_no_whole_one_out(journal: JournalFile, folder: Path) -> None:
    whole = make_backup(journal, folder, NOW)
    broken = make_backup(journal, folder, NOW + timedelta(minutes=1))
    broken.path.write_bytes(b"not a journal any more")
    for n in range(1, 4):
        make_backup(journal, folder, NOW + n * DAY)
    assert whole in backups_of(journal.path, folder)


def test_a_backup_that_cannot_be_read_stays(journal: JournalFile, folder: Path) -> None:
    broken = make_backup(journal, folder, NOW)
    broken.path.write_bytes(b"not a journal any more")
    for n in range(1, 9):
        make_backup(journal, folder, NOW + timedelta(minutes=n))
    assert broken.path.exists()


def test_a_backup_made_with_a_clock_set_back_stays(journal: JournalFile, folder: Path) -> None:
    for n in range(40):
        make_backup(journal, folder, NOW + n * 40 * DAY)
    made = make_backup(journal, folder, NOW - 900 * DAY)
    assert made in backups_of(journal.path, folder)


def test_backups_of_a_clock_that_was_ahead_push_no_other_out(
    journal: JournalFile, folder: Path
) -> None:
    ahead = [make_backup(journal, folder, NOW + (900 + n) * DAY) for n in range(4)]
    made = [make_backup(journal, folder, NOW + timedelta(minutes=n)) for n in range(3)]
    assert set(made + ahead) <= set(backups_of(journal.path, folder))


def test_what_an_interrupted_backup_left_goes_after_a_day(
    journal: JournalFile, folder: Path
) -> None:
    made = make_backup(journal, folder, NOW)
    started = f"{made.path.name}.a1b2.tmp"
    left = (started, keys_path(folder / "journal.2026-11-27-210413Z.fjnl").name)
    for name in left:
        (folder / name).touch()
    keys_path(made.path).touch()
    make_backup(journal, folder, NOW + timedelta(hours=23))
    assert set(left) <= set(names(folder)), "another program may be making it now"
    make_backup(journal, folder, NOW + timedelta(hours=25))
    assert not set(left) & set(names(folder))
    assert keys_path(made.path).exists()


def test_a_journal_that_did_not_change_gets_no_further_backup(
    journal: JournalFile, folder: Path
) -> None:
    first = journal.back_up_if_changed(folder, NOW)
    assert first is not None
    assert make_backup_if_changed(journal, folder, NOW + DAY) is None
    for n, value in enumerate((6, 7, 6, None)):  # as it was, too, but with another history
        journal.save([answer("pain", value)])
        later = NOW + timedelta(minutes=n)
        assert make_backup_if_changed(journal, folder, later) is not None
        assert make_backup_if_changed(journal, folder, later) is None


def test_a_newest_backup_that_cannot_be_read_is_no_reason_to_make_none(
    journal: JournalFile, folder: Path
) -> None:
    made = make_backup(journal, folder, NOW)
    made.path.write_bytes(made.path.read_bytes()[:5000])
    assert make_backup_if_changed(journal, folder, NOW + DAY) is not None
    newest = backups_of(journal.path, folder)[0]
    newest.path.unlink()
    newest.path.mkdir()
    assert make_backup_if_changed(journal, folder, NOW + 2 * DAY) is not None


def test_a_folder_that_cannot_be_used_is_a_sentence(journal: JournalFile, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for place in (file, tmp_path / "stick" / "backups", tmp_path / ("x" * 300)):
        with pytest.raises(JournalNotWritable, match=r"cannot be used for backups"):
            make_backup(journal, place, NOW)
        assert backups_of(journal.path, place) == []
    journal.save([answer("pain", 6)])


def test_keys_that_cannot_be_copied_are_a_sentence(journal: JournalFile, folder: Path) -> None:
    keys_path(journal.path).mkdir()
    with pytest.raises(JournalNotWritable, match=r"keys cannot be written"):
        make_backup(journal, folder, NOW)
    assert names(folder) == []


def test_a_damaged_journal_gets_no_backup(journal: JournalFile, folder: Path) -> None:
    journal.save([answer("pain", n % 10, after(n)) for n in range(300)])
    good = make_backup(journal, folder, NOW)
    with raw(journal.path) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("UPDATE reading SET import_id = 'nowhere'")
    with pytest.raises(JournalDamaged, match="No backup"):
        make_backup(journal, folder, NOW + DAY)
    assert backups_of(journal.path, folder) == [good]
    assert names(folder) == [good.path.name]


def test_a_damaged_encrypted_journal_gets_no_backup(path: Path, folder: Path) -> None:
    key = DataKey.new()
    with JournalFile.create(path, key=key) as journal:
        journal.save([answer("pain", n % 10, after(n)) for n in range(300)])
    whole = path.read_bytes()
    path.write_bytes(whole[:-2000] + bytes([whole[-2000] ^ 1]) + whole[-1999:])
    with JournalFile.open(path, key) as journal, pytest.raises(JournalDamaged, match="No backup"):
        make_backup(journal, folder, NOW)
    assert names(folder) == []


def test_a_file_that_may_not_grow_is_a_sentence(journal: JournalFile, folder: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(JournalNotWritable, match=r"The backup .* cannot be written"):
            make_backup(journal, folder, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(folder) == []


def test_a_journal_that_another_program_changes_for_long_is_busy(
    journal: JournalFile, folder: Path
) -> None:
    with journal.below() as connection:
        connection.execute("PRAGMA busy_timeout = 1")
    with raw(journal.path) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalBusy, match="using the journal"):
            make_backup(journal, folder, NOW)
    assert names(folder) == []


FULL_DISK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tests.storage.build import answer
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.backups import backups_of, make_backup
from fibrojournal.storage.journal_file import JournalFile
path, folder = map(Path, sys.argv[1:])
with JournalFile.open(path) as journal:
    made, n = [], 0
    try:
        while True:
            n += 1
            made.append(make_backup(journal, folder, datetime(2026, n, 1, tzinfo=UTC)))
    except JournalNotWritable as error:
        print(error)
    journal.save([answer("pain", 6)])
    assert backups_of(path, folder) == made[::-1]
    assert len(list(folder.iterdir())) == len(made) >= 1
    for backup in made:
        with JournalFile.open(backup.path) as copy:
            assert copy.problems() == []
"""


def test_a_full_disk_is_a_sentence_and_leaves_the_backups_as_they_were(
    journal: JournalFile, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    mount = f"mount -t tmpfs -o size=512k tmpfs {folder}"
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", f'{mount} && exec "$@"', "sh"]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be made here")
    journal.save([words("word " * 20_000)])
    told = subprocess.run(
        [*inside, sys.executable, "-c", FULL_DISK, str(journal.path), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert told.returncode == 0, told.stderr
    assert "not enough room on the disk" in told.stdout


WRITING = """
import sys, time
from pathlib import Path
from tests.storage.build import after, answer, words
from fibrojournal.storage.quick import QuickJournal
journal = QuickJournal.open(Path(sys.argv[1]))
n = 0
while True:
    journal.save([answer("fog", n % 10, after(n)), words(f"note {n}", after(n))])
    n += 1
    time.sleep(0.002)
    if n == 1:
        print("writing", flush=True)
"""


def test_a_backup_made_while_another_program_writes_is_one_state(
    journal: JournalFile, folder: Path
) -> None:
    journal.save([answer("pain", n % 10, after(n)) for n in range(300)])
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(journal.path)],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        try:
            made = [make_backup(journal, folder, NOW + n * DAY) for n in range(20)]
        finally:
            writer.kill()
    sizes = []
    for backup in backups_of(journal.path, folder):
        with JournalFile.open(backup.path) as copy:
            assert copy.problems() == []
            assert len(copy.series(["pain"])["pain"].days) == 300
            noted = len(copy.series(["fog"])["fog"].days)
            assert len(copy.search_notes("note")) == noted
            sizes.append(noted)
    assert made[-1].path == backups_of(journal.path, folder)[0].path
    assert sizes[0] > sizes[-1], "the writer wrote meanwhile"


def test_a_copy_whose_rows_cannot_be_read_is_never_let_go(
    journal: JournalFile, folder: Path
) -> None:
    journal.save([words("by the sea " * 400, after(n)) for n in range(40)])
    damaged = make_backup(journal, folder, NOW - 400 * DAY).path
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    damaged.write_bytes(content)
    assert journal_of(damaged, None) == journal.identity()
    make_backup(journal, folder, NOW - 400 * DAY + timedelta(hours=1))  # of that day, the last
    for n in range(30):
        make_backup(journal, folder, NOW + n * DAY)
    assert damaged.exists()
