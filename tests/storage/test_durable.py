"""Small files that are there in full or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from fibrojournal.storage import durable


def test_a_file_is_written_in_place_of_the_former(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content in (b"first", b"second"):
        durable.write_whole(file, content)
        assert file.read_bytes() == content
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_put_in_place_leaves_the_former(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    durable.write_whole(file, b"first")

    def refuse(*_paths: Path) -> None:
        raise OSError("no room")

    monkeypatch.setattr(durable, "put_in_place", refuse)
    with pytest.raises(OSError, match="no room"):
        durable.write_whole(file, b"second")
    assert file.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_is_removed_if_it_is_there(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    durable.remove(file)
    durable.remove(file)
    assert not file.exists()


def test_a_link_that_leads_nowhere_is_removed(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    durable.remove(link)
    assert not link.is_symlink()
