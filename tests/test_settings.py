from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import pytest

from fibrojournal import settings
from fibrojournal.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_what_is_saved_is_loaded(file: Path) -> None:
    chosen = Settings(
        theme="dark",
        text_scale=1.25,
        reduce_motion=True,
        sidebar_open=False,
        sidebar_width=400,
        single_letter_keys=False,
        backup_folder="/media/stick",
        former_folders="/media/old",
        lock_after_minutes=0,
    )
    settings.save(chosen, file)
    assert settings.load(file) == chosen


def test_they_lie_in_the_home_unless_said_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    settings.save(Settings(theme="dark"))
    assert settings.load() == settings.load(tmp_path / "settings.toml") == Settings(theme="dark")


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert settings.load(file) == Settings()


def test_saving_leaves_nothing_beside_the_file(file: Path) -> None:
    settings.save(Settings(), file)
    settings.save(Settings(theme="light"), file)
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.toml"]


def test_a_save_that_breaks_leaves_the_old_settings(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(Settings(theme="light"), file)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(Settings(theme="dark"), file)
    assert settings.load(file).theme == "light"
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "line",
    [
        'theme = "mauve"',
        "theme = 3",
        "text_scale = 4.0",
        "text_scale = 0.1",
        "text_scale = nan",
        "text_scale = true",
        'sidebar_open = "yes"',
        "sidebar_open = 1",
        "sidebar_width = true",
        "sidebar_width = 300.5",
        "sidebar_width = 10_000",
        "[theme]\nname = 3",
    ],
)
def test_a_bad_value_keeps_its_default_and_the_others_their_values(
    file: Path, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_text(f"single_letter_keys = false\n{line}\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert settings.load(file) == Settings(single_letter_keys=False)
    assert "default kept" in caplog.text


def test_a_whole_number_is_a_text_scale_too(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("text_scale = 2", encoding="utf-8")
    assert settings.load(file).text_scale == 2.0


def test_an_unknown_key_is_logged_and_left_out(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_text('theme = "dark"\nconfetti = true', encoding="utf-8")
    assert settings.load(file) == Settings(theme="dark")
    assert "confetti" in caplog.text


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"\x00"])
def test_a_broken_file_is_logged_and_the_defaults_hold(
    file: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert settings.load(file) == Settings()
    assert "cannot be read" in caplog.text


def test_a_folder_in_the_place_of_the_file_is_no_harm(file: Path) -> None:
    file.mkdir(parents=True)
    assert settings.load(file) == Settings()


def test_the_chosen_journal_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    assert settings.journal_path(Path("mine.fjnl")) == Path("mine.fjnl")


def test_a_home_holds_journal_settings_and_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    assert settings.journal_path() == tmp_path / "journal.fjnl"
    assert settings.settings_path() == tmp_path / "settings.toml"
    assert settings.log_folder() == tmp_path / "log"


@pytest.mark.parametrize("home", [None, ""])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the variables are Linux's")
def test_without_a_home_the_platform_says_where(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(settings.HOME_VARIABLE, raising=False)
    if home is not None:
        monkeypatch.setenv(settings.HOME_VARIABLE, home)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert settings.journal_path() == tmp_path / "XDG_DATA_HOME/fibrojournal/journal.fjnl"
    assert settings.settings_path() == tmp_path / "XDG_CONFIG_HOME/fibrojournal/settings.toml"
    assert settings.log_folder() == tmp_path / "XDG_STATE_HOME/fibrojournal/log"


def test_backups_lie_beside_the_journal_unless_said_otherwise(tmp_path: Path) -> None:
    journal = tmp_path / "journal.fjnl"
    elsewhere = str(tmp_path / "stick" / "copies")
    assert settings.backup_folder(Settings(), journal) == tmp_path / "backups"
    assert settings.backup_folder(Settings(backup_folder=elsewhere), journal) == Path(elsewhere)
    assert settings.backup_folder(Settings(backup_folder="~"), journal) == Path.home()


def test_quiet_view_leads_there_and_back() -> None:
    dark = Settings(theme="dark")
    quiet = dark.with_quiet_view()
    assert quiet.theme == "quiet"
    assert quiet.with_quiet_view().theme == "dark"


def test_quiet_view_leads_to_the_quiet_theme_that_was_last_chosen() -> None:
    chosen = Settings(theme="dark").with_theme("quiet").with_theme("quiet_paper")
    back = chosen.with_quiet_view().with_theme("light")
    assert (chosen.other_theme, back.theme) == ("dark", "light")
    assert back.with_quiet_view().theme == "quiet_paper"


@pytest.mark.parametrize(
    ("theme", "other", "leads_to"), [("light", "dark", "quiet"), ("quiet", "quiet", "system")]
)
def test_quiet_view_changes_the_kind_of_theme_whatever_a_file_says(
    theme: str, other: str, leads_to: str
) -> None:
    assert Settings(theme=theme, other_theme=other).with_quiet_view().theme == leads_to


def test_a_quiet_window_remembers_its_sidebar_apart() -> None:
    light = Settings(theme="light")
    quiet = light.with_quiet_view()
    assert (light.shows_sidebar, quiet.shows_sidebar) == (True, False)
    opened = quiet.with_sidebar(shown=True)
    assert opened.shows_sidebar
    closed = opened.with_quiet_view().with_sidebar(shown=False)
    assert (closed.shows_sidebar, closed.with_quiet_view().shows_sidebar) == (False, True)


@pytest.mark.parametrize("told", ['"25:00"', '"8:00"', '"soon!"', "20"])
def test_a_time_that_is_none_is_left_out(file: Path, told: str) -> None:
    file.parent.mkdir()
    file.write_text(f"reminder_at = {told}", encoding="utf-8")
    assert settings.load(file).reminder_at == "20:00"


def test_a_folder_that_backups_were_kept_in_is_remembered(tmp_path: Path) -> None:
    journal, stick, other = tmp_path / "journal.fjnl", tmp_path / "stick", tmp_path / "other"
    beside = tmp_path / "backups"
    chosen = Settings()
    assert settings.backup_folders(chosen, journal) == [beside]

    chosen = chosen.with_backup_folder(stick, beside).with_backup_folder(other, stick)
    assert settings.backup_folder(chosen, journal) == other
    assert settings.backup_folders(chosen, journal) == [other, beside, stick]
    chosen = chosen.with_backup_folder(stick, other)
    assert settings.backup_folders(chosen, journal) == [stick, beside, other]
