"""Folders that services copy to other computers are recognised, and so is what they leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from fibrojournal.storage.synced import SERVICES, Synced, conflict_copies, synced_folder


def inside(root: Path) -> Path:
    """A journal two folders below."""
    (root / "health" / "diary").mkdir(parents=True)
    return root / "health" / "diary" / "journal.fjnl"


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - A Company", "OneDrive"),
        ("OneDrive-Personal", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("com~apple~CloudDocs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-anna@example.org", "Google Drive"),
    ],
)
def test_a_folder_is_known_by_its_name(tmp_path: Path, name: str, service: str) -> None:
    assert synced_folder(inside(tmp_path / name)) == Synced(service, tmp_path / name)


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".stfolder", "Syncthing"),
        (".sync_0123456789ab.db", "Nextcloud"),
        ("._sync_0123456789ab.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_a_folder_is_known_by_what_lies_in_it(tmp_path: Path, mark: str, service: str) -> None:
    root = tmp_path / "my things"
    journal = inside(root)
    (root / mark).touch()
    assert synced_folder(journal) == Synced(service, root)


def test_the_nearest_folder_counts(tmp_path: Path) -> None:
    journal = inside(tmp_path / "Dropbox")
    (journal.parent / ".stfolder").mkdir()
    assert synced_folder(journal) == Synced("Syncthing", journal.parent)


@pytest.mark.parametrize("name", ["Dropbox backup", "MyOneDrive", "drive", "sync", "stfolder"])
def test_other_folders_are_nobodys(tmp_path: Path, name: str) -> None:
    assert synced_folder(inside(tmp_path / name)) is None


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    journal = inside(tmp_path / "Nextcloud")
    journal.touch()
    (tmp_path / "journal.fjnl").symlink_to(journal)
    assert synced_folder(tmp_path / "journal.fjnl") == Synced("Nextcloud", tmp_path / "Nextcloud")


def test_a_folder_that_is_not_there_has_neither_marks_nor_copies(tmp_path: Path) -> None:
    assert synced_folder(tmp_path / "gone" / "journal.fjnl") is None
    assert conflict_copies(tmp_path / "gone" / "journal.fjnl") == []


def test_every_service_can_be_recognised() -> None:
    assert all(service.folders or service.marks for service in SERVICES)


def test_what_services_left_beside_a_journal_is_listed(tmp_path: Path) -> None:
    left = [
        "journal (Anna's conflicted copy 2026-03-11).fjnl",
        "journal (conflicted copy 2026-03-11 120000).fjnl",
        "journal.sync-conflict-20260311-120000-ABCDEFG.fjnl",
        "journal_conflict-20260311-120000.fjnl",
    ]
    others = [
        "journal.fjnl",
        "journal.fjnl.keys",
        "journal (copy).fjnl",
        "journal 2.fjnl",
        "other.sync-conflict-20260311-120000-ABCDEFG.fjnl",
        "journal.sync-conflict-20260311-120000-ABCDEFG.txt",
    ]
    for name in (*left, *others):
        (tmp_path / name).touch()
    assert [path.name for path in conflict_copies(tmp_path / "journal.fjnl")] == left
