"""A backup is looked at without a change, and put in the journal's place without a loss."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fibrojournal.exchange.json_writer import archive_parts
from fibrojournal.journal.day import Reading
from fibrojournal.journal.differences import edits_to_restore
from fibrojournal.journal.edits import SetReading, set_own
from fibrojournal.journal.errors import (
    JournalBusy,
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalMissing,
    JournalMoved,
    JournalNotWritable,
    JournalTooNew,
    NotAJournal,
    WrongKey,
)
from fibrojournal.storage import connection, restoring
from fibrojournal.storage.backups import Backup, backups_of, make_backup
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.restoring import (
    compare,
    contents,
    differences,
    newest_whole,
    read_copy,
    restore_whole,
)
from fibrojournal.storage.schema import STEPS
from tests.storage.build import (
    DAY,
    ENVIRONMENT,
    EVENING,
    after,
    another_program_holding,
    answer,
    batch,
    chip,
    leave_a_cut_short_save,
    raw,
    said,
    words,
)
from tests.storage.released import fill

Begin = Callable[..., Backup]

NOW = datetime(2026, 11, 27, 21, 4, 12, tzinfo=UTC)
KEY, OTHER = DataKey(b"k" * 32), DataKey(b"o" * 32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def exported(path: Path, key: DataKey | None = None) -> str:
    with JournalFile.open(path, key) as journal:
        assert journal.problems() == []
        return "".join(archive_parts(journal.snapshot()))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[DataKey | None, Path]:
    """A journal with something of every kind, plain and encrypted with each key."""
    found = {}
    for key in (None, KEY, OTHER):
        folder = tmp_path_factory.mktemp("filled")
        path = found[key] = folder / "journal.fjnl"
        with JournalFile.create(path, key=key) as journal:
            fill(journal)
            made = make_backup(journal, folder / "backups", NOW - timedelta(days=1))
            journal.save([answer("pain", 9), words("written since then", after(50))])
            if key is not None:
                for copy in (path, made.path):
                    keys_path(copy).write_text("{}")
    return found


@pytest.fixture
def begun(filled: dict[DataKey | None, Path], path: Path, folder: Path) -> Begin:
    """Begin with a journal and a backup of it that lacks what was written last."""

    def begin(key: DataKey | None = None) -> Backup:
        shutil.copytree(filled[key].parent, path.parent, dirs_exist_ok=True)
        return backups_of(path, folder)[0]

    return begin


def test_contents_are_counted_as_a_person_counts(begun: Begin, path: Path, folder: Path) -> None:
    made = begun()
    before = made.path.read_bytes()
    found = contents(made.path)
    assert (found.days, found.first, found.last) == (44, date(2024, 2, 28), after(39))
    assert (found.notes, found.body_maps, found.moments) == (5, 1, 1)
    assert (found.events, found.own_questions) == (1, 2)
    assert made.path.read_bytes() == before
    assert len(list(folder.iterdir())) == 1


def test_an_empty_copy_holds_nothing(path: Path) -> None:
    JournalFile.create(path).close()
    found = contents(path)
    assert (found.days, found.first, found.last) == (0, None, None)


def test_a_backup_is_held_beside_the_journal_day_by_day(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun()
    with JournalFile.open(path) as journal:
        journal.save([answer("pain", 10, after(20)), answer("pain", None, after(30))])
        found = compare(made.path, journal)
        assert [difference.date for difference in found.days] == [
            *(after(50), after(30), after(20)),
            DAY,
        ]
        assert differences(made.path, journal) == list(found.days)
    assert (found.backup.days, found.journal.days, found.same_days) == (44, 45, 41)
    assert found.only_in_backup == ()
    [_, _, twentieth, _] = found.days
    assert twentieth.readings == ("pain",)
    assert twentieth.backup.value("pain") == 140 % 11
    assert twentieth.journal.value("pain") == 10


def test_chosen_days_come_back_as_they_were(begun: Begin, path: Path, folder: Path) -> None:
    made = begun()
    with JournalFile.open(path) as journal:
        journal.save([answer("pain", 10, after(20)), chip("travel", ticked=None, day=after(30))])
        chosen = [one for one in differences(made.path, journal) if one.date != after(50)]
        journal.save(edits_to_restore(chosen))
        assert [one.date for one in differences(made.path, journal)] == [after(50)]
        with read_copy(made.path) as backup:
            assert journal.days(DAY, after(40)) == backup.days(DAY, after(40))


def test_an_answer_comes_back_without_an_import_that_the_journal_does_not_know(
    path: Path, folder: Path
) -> None:
    JournalFile.create(path).close()
    shutil.copy(path, path.with_name("other.fjnl"))
    with JournalFile.open(path.with_name("other.fjnl")) as other:
        other.bring_in(batch(d0=said("by the sea", pain=6, travel=True)))
    with JournalFile.open(path) as journal:
        journal.save(edits_to_restore(differences(path.with_name("other.fjnl"), journal)))
        day = journal.day(DAY)
        assert day.value("pain") == 6
        assert day.readings["pain"].import_id is None
        assert differences(path.with_name("other.fjnl"), journal) == []


def test_own_questions_of_the_backup_alone_are_named(path: Path, tmp_path: Path) -> None:
    with JournalFile.create(tmp_path / "other.fjnl") as other:
        fill(other)
    with JournalFile.create(path) as journal:
        found = compare(tmp_path / "other.fjnl", journal)
        assert [own.id for own in found.only_in_backup] == ["own:hum", "own:taxes"]
        for own in found.only_in_backup:
            journal.save([set_own(own)])
        assert compare(tmp_path / "other.fjnl", journal).only_in_backup == ()


@pytest.mark.parametrize("key", [None, KEY])
def test_a_copy_of_an_older_schema_is_read_as_it_will_be(
    begun: Begin, path: Path, folder: Path, key: DataKey | None
) -> None:
    made = begun(key)
    before = made.path.read_bytes()
    future = (*STEPS, ("UPDATE note SET body = 'brought up: ' || body",))
    with read_copy(made.path, key, future) as copy:
        note = copy.day(DAY).note
        assert note is not None
        assert note.text == "brought up: A day by the sea, grün und blau"
    assert made.path.read_bytes() == before
    with (
        pytest.raises(dbapi2.IntegrityError),
        read_copy(made.path, key, (*STEPS, ("UPDATE reading SET day = NULL",))),
    ):
        pass


def test_a_copy_of_a_newer_fibrojournal_is_refused(begun: Begin, path: Path, folder: Path) -> None:
    made = begun()
    with raw(made.path) as plain:
        plain.execute("PRAGMA user_version = 99")
    with pytest.raises(JournalTooNew, match=r"newer fibrojournal\. Nothing was changed"):
        contents(made.path)


def broken_page(content: bytes) -> bytes:
    middle = len(content) // 8192 * 4096
    return content[:middle] + b"\x55" * 4096 + content[middle + 4096 :]


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "cut off in a page": lambda content: content[:-1000],
    "cut off between pages": lambda content: content[: len(content) // 8192 * 4096],
    "a page overwritten": broken_page,
}


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize("how", BREAKS)
def test_a_damaged_copy_is_named(
    begun: Begin, path: Path, folder: Path, how: str, key: DataKey | None
) -> None:
    made = begun(key)
    made.path.write_bytes(BREAKS[how](made.path.read_bytes()))
    with pytest.raises(JournalDamaged, match=rf"The copy .*{made.path.name} cannot be read in"):
        contents(made.path, key)


def test_a_copy_whose_references_do_not_hold_is_damaged(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun()
    with raw(made.path) as plain:
        plain.execute("UPDATE note SET import_id = 'nowhere'")
    with pytest.raises(JournalDamaged):
        contents(made.path)


def test_what_is_no_copy_is_refused(begun: Begin, path: Path, folder: Path) -> None:
    made = begun(KEY)
    with pytest.raises(JournalLocked):
        contents(made.path)
    with pytest.raises(WrongKey):
        contents(made.path, OTHER)
    with pytest.raises(JournalMissing):
        contents(folder / "none.fjnl")
    (folder / "letter.txt").write_text("Dear Ana")
    with pytest.raises(NotAJournal):
        contents(folder / "letter.txt")


# Which of them is encrypted, and with which key: the journal, the backup.
KINDS = [(None, None), (KEY, KEY), (KEY, None), (None, KEY), (KEY, OTHER)]


@pytest.mark.parametrize(("journal_key", "backup_key"), KINDS)
def test_the_whole_journal_comes_back_and_stays_encrypted_or_plain(
    begun: Begin, path: Path, folder: Path, journal_key: DataKey | None, backup_key: DataKey | None
) -> None:
    made = begun(backup_key)
    then = exported(made.path, backup_key)
    path.unlink()
    keys_path(path).unlink(missing_ok=True)
    with JournalFile.create(path, key=journal_key) as journal:
        journal.save([answer("fog", 2)])
    now = exported(path, journal_key)
    backup = made.path.read_bytes()
    former = restore_whole(path, made.path, folder, journal_key, NOW, backup_key=backup_key)
    assert former is not None
    assert former == backups_of(path, folder)[0]
    assert exported(path, journal_key) == then
    assert is_encrypted(path) is (journal_key is not None)
    assert exported(former.path, journal_key) == now
    assert made.path.read_bytes() == backup
    assert restore_whole(path, former.path, folder, journal_key, NOW) is not None
    assert exported(path, journal_key) == now
    left = {entry.name for entry in path.parent.iterdir()}
    assert left - {"journal.fjnl.lock"} == {"journal.fjnl", "backups"}


def test_a_journal_that_is_gone_comes_back_with_its_keys(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun(KEY)
    then = exported(made.path, KEY)
    path.unlink()
    keys_path(path).unlink()
    assert restore_whole(path, made.path, folder, KEY, NOW) is None
    assert exported(path, KEY) == then
    assert keys_path(path).read_text() == "{}"


def test_what_a_journal_left_that_is_gone_is_no_part_of_the_one_that_comes_back(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun()
    then = exported(made.path)
    path.unlink()
    leave_a_cut_short_save(path)
    assert restore_whole(path, made.path, folder, None, NOW) is None
    assert exported(path) == then


def test_a_link_stays_a_link(begun: Begin, path: Path, folder: Path, tmp_path: Path) -> None:
    made = begun()
    then = exported(made.path)
    link = tmp_path / "link" / "journal.fjnl"
    link.parent.mkdir()
    link.symlink_to(path)
    restore_whole(link, made.path, folder, None, NOW)
    assert link.is_symlink()
    assert exported(path) == then


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize("how", BREAKS)
def test_a_damaged_journal_is_kept_byte_for_byte(
    begun: Begin, path: Path, folder: Path, how: str, key: DataKey | None
) -> None:
    made = begun(key)
    then = exported(made.path, key)
    path.write_bytes(BREAKS[how](path.read_bytes()))
    damaged = path.read_bytes()
    undoing = path.with_name(path.name + "-journal")
    undoing.write_bytes(b"what undoes the last save")
    former = restore_whole(path, made.path, folder, key, NOW)
    assert former is not None
    assert former.path.read_bytes() == damaged
    with pytest.raises(JournalError):
        contents(former.path, key)
    assert not undoing.exists()
    assert exported(path, key) == then
    assert is_encrypted(path) is (key is not None)


def test_a_journal_whose_first_page_is_gone_comes_back(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun(KEY)
    then = exported(made.path, KEY)
    path.write_bytes(b"\xaa" * 4096 + path.read_bytes()[4096:])
    with pytest.raises(WrongKey):
        restore_whole(path, made.path, folder, OTHER, NOW)
    former = restore_whole(path, made.path, folder, KEY, NOW)
    assert former is not None
    assert exported(path, KEY) == then


def test_a_key_that_nothing_proves_encrypts_nothing(begun: Begin, path: Path, folder: Path) -> None:
    made = begun()
    path.unlink()
    JournalFile.create(path, key=KEY).close()
    path.write_bytes(b"\xaa" * 4096 + path.read_bytes()[4096:])
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        restore_whole(path, made.path, folder, KEY, NOW)
    assert path.read_bytes() == before


def test_without_the_key_an_encrypted_journal_is_left(
    begun: Begin, path: Path, folder: Path
) -> None:
    begun()
    path.unlink()
    JournalFile.create(path, key=KEY).close()
    before = path.read_bytes()
    with pytest.raises(JournalLocked):
        restore_whole(path, backups_of(path, folder)[0].path, folder, None, NOW)
    assert path.read_bytes() == before


def test_a_refusal_changes_nothing(begun: Begin, path: Path, folder: Path, tmp_path: Path) -> None:
    made = begun()
    before = path.read_bytes()
    with another_program_holding(path), pytest.raises(JournalBusy):
        restore_whole(path, made.path, folder, None, NOW)
    with pytest.raises(JournalNotWritable, match="cannot be used for backups"):
        restore_whole(path, made.path, tmp_path / "no" / "such", None, NOW)
    made.path.write_bytes(broken_page(made.path.read_bytes()))
    with pytest.raises(JournalDamaged, match="cannot be read in full"):
        restore_whole(path, made.path, folder, None, NOW)
    with pytest.raises(JournalMissing):
        restore_whole(path, folder / "none.fjnl", folder, None, NOW)
    assert path.read_bytes() == before
    assert backups_of(path, folder) == [made]


def test_a_folder_that_is_full_changes_nothing(begun: Begin, path: Path, folder: Path) -> None:
    resource = pytest.importorskip("resource")
    made = begun()
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(JournalNotWritable, match="Nothing was changed: the folder"):
            restore_whole(path, made.path, folder, None, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == [
        *("backups", "journal.fjnl", "journal.fjnl.lock"),
    ]


def test_what_another_program_holds_open_is_not_written_to_the_file_that_goes(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun()
    then = exported(made.path)
    with JournalFile.open(path) as beside:
        beside.day(DAY)
        restore_whole(path, made.path, folder, None, NOW)
        with pytest.raises(JournalMoved):
            beside.save([SetReading(DAY, "pain", Reading(1, EVENING))])
    assert exported(path) == then


def test_a_save_that_another_program_has_begun_is_waited_for(
    begun: Begin, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    made = begun()
    before = path.read_bytes()
    with raw(path) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalBusy):
            restore_whole(path, made.path, folder, None, NOW)
    assert path.read_bytes() == before


# Restores again and again in a process of its own, each time killed at a later step.
KILLED = """
import os, shutil, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from fibrojournal.storage.restoring import restore_whole
path, backup, folder = map(Path, sys.argv[1:])
steps = 0

def killed_at(step, name):
    real = getattr(os, name)
    def call(*arguments, **options):
        global steps
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        steps += 1
        return real(*arguments, **options)
    setattr(os, name, call)

step = 0
while True:
    child = os.fork()
    if not child:
        for name in ("fsync", "replace", "unlink"):
            killed_at(step, name)
        restore_whole(path, backup, folder, None, datetime(2026, 11, 27, 21, step % 60, tzinfo=UTC))
        os._exit(0)
    code = os.waitpid(child, 0)[1]
    print(step, code, flush=True)
    sys.stdin.readline()
    if code == 0:
        break
    step += 1
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only some systems can start the same again")
def test_a_restore_that_is_killed_leaves_the_one_or_the_other(
    begun: Begin, path: Path, folder: Path, tmp_path: Path
) -> None:
    made = begun()
    fresh = tmp_path / "fresh.fjnl"
    shutil.copy(path, fresh)
    now, then = exported(path), exported(made.path)
    ends = []
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, *map(str, (path, made.path, folder))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as restoring:
        assert restoring.stdin is not None
        assert restoring.stdout is not None
        for line in restoring.stdout:
            ends.append(line.split()[1])
            found = exported(path)
            assert found in (now, then)
            if found == then:
                assert exported(backups_of(path, folder)[0].path) == now
            assert not list(path.parent.glob("*.converting")), "opening it tidies up"
            shutil.copy(fresh, path)
            restoring.stdin.write("\n")
            restoring.stdin.flush()
    assert set(ends[:-1]) == {"9"}
    assert ends[-1] == "0"
    assert len(ends) > 8


def test_a_damaged_journal_that_cannot_be_kept_is_left(
    begun: Begin, path: Path, folder: Path
) -> None:
    resource = pytest.importorskip("resource")
    made = begun()
    path.write_bytes(path.read_bytes() + b"\0" * 4096 * 200)
    path.write_bytes(broken_page(path.read_bytes()[: 4096 * 20]) + path.read_bytes()[4096 * 20 :])
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (made.size + 4096, hard))
    try:
        with pytest.raises(JournalNotWritable, match="cannot be copied to"):
            restore_whole(path, made.path, folder, None, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert backups_of(path, folder) == [made]


def test_a_copy_that_turns_out_not_whole_is_not_put_in_place(
    begun: Begin, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = begun()
    before = path.read_bytes()
    monkeypatch.setattr(restoring, "copy_pages", lambda *_: False)
    with pytest.raises(JournalDamaged, match="nothing was changed"):
        restore_whole(path, made.path, folder, None, NOW)
    assert path.read_bytes() == before


def test_the_newest_backup_that_is_whole_is_found(begun: Begin, path: Path, folder: Path) -> None:
    made = begun()
    with JournalFile.open(path) as journal:
        newer = make_backup(journal, folder, NOW)
    assert newest_whole(path, folder) == newer
    newer.path.write_bytes(broken_page(newer.path.read_bytes()))
    assert newest_whole(path, folder) == made
    made.path.unlink()
    assert newest_whole(path, folder) is None


def test_a_locked_backup_is_found_only_where_it_may_be(
    begun: Begin, path: Path, folder: Path
) -> None:
    made = begun(KEY)
    assert newest_whole(path, folder) is None
    assert newest_whole(path, folder, or_locked=True) == made
    assert newest_whole(path, folder, KEY) == made
