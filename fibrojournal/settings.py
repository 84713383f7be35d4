"""Where the program keeps its files, and the few choices about the window that it remembers."""

from __future__ import annotations

import logging
import math
import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import time
from pathlib import Path
from typing import NamedTuple

_log = logging.getLogger(__name__)

JOURNAL_NAME = "journal.fjnl"
SAMPLE_NAME = "sample.fjnl"
BACKUPS_NAME = "backups"
HOME_VARIABLE = "FIBROJOURNAL_HOME"


def journal_path(chosen: Path | None = None) -> Path:
    """Return the journal's place: the chosen one, else the home folder's, else the platform's."""
    return _expanded(chosen) if chosen is not None else data_folder() / JOURNAL_NAME


def sample_path() -> Path:
    """Return the place of the made-up days that somebody new may look around in."""
    return data_folder() / SAMPLE_NAME


def is_first_start() -> bool:
    """Tell whether the person's own journal was never begun, and nothing was ever chosen."""
    return not journal_path().exists() and not settings_path().exists()


def data_folder() -> Path:
    """Return the folder of the journal: `$FIBROJOURNAL_HOME`, else the platform's data folder."""
    return _home() or Path(_platform().user_data_dir)


def settings_path() -> Path:
    """Return the place of the settings file."""
    return (_home() or Path(_platform().user_config_dir)) / "settings.toml"


def backup_folder(chosen: Settings, journal: Path) -> Path:
    """Return the folder of a journal's backups: the chosen one, else one beside the journal."""
    return journal.parent / _expanded(Path(chosen.backup_folder or BACKUPS_NAME))


def backup_folders(chosen: Settings, journal: Path) -> list[Path]:
    """List where backups of a journal may lie: where they are kept now, and where they were."""
    former = [
        journal.parent / _expanded(Path(name)) for name in chosen.former_folders.split("\n") if name
    ]
    return list(
        dict.fromkeys([backup_folder(chosen, journal), journal.parent / BACKUPS_NAME, *former])
    )


def log_folder() -> Path:
    """Return the folder of the log, which never holds anything of a journal."""
    home = _home()
    return home / "log" if home else Path(_platform().user_log_dir)


def _home() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return _expanded(Path(home)) if home else None


def _expanded(path: Path) -> Path:
    # A shell reads "~" at the start of a word alone, a desktop file not at all.
    return Path(os.path.expanduser(path))  # noqa: PTH111  Path's own raises where there is no home


class _Folders(NamedTuple):
    user_data_dir: str
    user_config_dir: str
    user_log_dir: str


def _platform() -> _Folders:
    from platformdirs import PlatformDirs  # not needed where a home is given

    dirs = PlatformDirs("fibrojournal", appauthor=False)
    return _Folders(dirs.user_data_dir, dirs.user_config_dir, dirs.user_log_dir)


class _Choice(NamedTuple):
    values: tuple[str, ...]

    def holds(self, value: object) -> bool:
        return value in self.values


class _Range(NamedTuple):
    low: float
    high: float

    def holds(self, value: object) -> bool:
        return (
            isinstance(value, int | float)
            and math.isfinite(value)
            and (self.low <= value <= self.high)
        )


QUIET_THEMES = ("quiet", "quiet_paper")
_THEMES = ("system", "light", "dark", *QUIET_THEMES)


FIRST_WEEKDAYS = ("system", "monday", "saturday", "sunday")
TEMPERATURES = ("system", "celsius", "fahrenheit")


class _Time:
    def holds(self, value: object) -> bool:
        try:
            return isinstance(value, str) and len(value) == 5 and bool(time.fromisoformat(value))
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person has chosen about the window. What belongs to the diary is in the journal."""

    theme: str = field(default="system", metadata={"rule": _Choice(_THEMES)})
    other_theme: str = field(default="quiet", metadata={"rule": _Choice(_THEMES)})
    """Where Quiet view leads, or back to: a quiet theme while `theme` is none, and vice versa."""
    text_scale: float = field(default=1.0, metadata={"rule": _Range(0.9, 2.0)})
    reduce_motion: bool = False
    sidebar_open: bool = True
    sidebar_open_in_quiet: bool = False
    sidebar_width: int = field(default=312, metadata={"rule": _Range(280, 480)})
    single_letter_keys: bool = True
    next_after_number: bool = False
    toured: str = ""
    """The pages that were introduced at the first look at them."""
    strengths_open: bool = False
    """The body map's card of how strong each area hurts: whoever uses it, does so every day."""
    quiet_offered: bool = False
    """The Quiet view was offered on a hard day, which happens once."""
    first_weekday: str = field(default="system", metadata={"rule": _Choice(FIRST_WEEKDAYS)})
    temperature: str = field(default="system", metadata={"rule": _Choice(TEMPERATURES)})
    support_country: str = ""
    """The two letters of the country whose lines Get support shows; empty shows none."""
    backup_folder: str = ""
    former_folders: str = ""
    """Where backups were kept before, one folder a line: a lock takes those along, too."""
    reminder: bool = False
    reminder_at: str = field(default="20:00", metadata={"rule": _Time()})
    lock_after_minutes: int = field(default=10, metadata={"rule": _Range(0, 24 * 60)})

    @property
    def is_quiet(self) -> bool:
        """Tell whether the theme is a quiet one."""
        return self.theme in QUIET_THEMES

    @property
    def shows_sidebar(self) -> bool:
        """Tell whether the reading sidebar is open: a quiet window begins without it."""
        return self.sidebar_open_in_quiet if self.is_quiet else self.sidebar_open

    def with_sidebar(self, *, shown: bool) -> Settings:
        """Open or close the sidebar, for quiet themes or for the others."""
        if self.is_quiet:
            return replace(self, sidebar_open_in_quiet=shown)
        return replace(self, sidebar_open=shown)

    def with_theme(self, theme: str) -> Settings:
        """Choose a theme; Quiet view leads back to the last one of the other kind."""
        chosen = replace(self, theme=theme)
        return (
            chosen if chosen.is_quiet == self.is_quiet else replace(chosen, other_theme=self.theme)
        )

    def with_backup_folder(self, folder: Path, former: Path) -> Settings:
        """Keep backups in another folder, and remember the former one."""
        names = [name for name in self.former_folders.split("\n") if name and name != str(folder)]
        return replace(
            self,
            backup_folder=str(folder),
            former_folders="\n".join(dict.fromkeys([*names, str(former)])),
        )

    def with_quiet_view(self) -> Settings:
        """Go to the quiet theme that was last used, or back from it."""
        led = self.with_theme(self.other_theme)
        return led if led.is_quiet != self.is_quiet else self.with_theme(_OTHER[self.is_quiet])


_OTHER = {False: "quiet", True: "system"}
"""Where Quiet view leads where the settings file names no theme of the other kind."""


def load(path: Path | None = None) -> Settings:
    """Read the settings; an unknown key, a bad value or a broken file is logged, never fatal."""
    try:
        entries = tomllib.loads((path or settings_path()).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        _log.warning("the settings cannot be read: %s", type(error).__name__)
        return Settings()
    known = {entry.name: entry for entry in fields(Settings)}
    good: dict[str, object] = {}
    for key, value in entries.items():
        if key not in known:
            _log.warning("unknown setting %r left out", key)
            continue
        entry = known[key]
        kept = float(value) if entry.type == "float" and type(value) is int else value
        rule = entry.metadata.get("rule")
        if type(kept) is not type(entry.default) or (rule is not None and not rule.holds(kept)):
            _log.warning("setting %r has a value that it cannot have; default kept", key)
            continue
        good[key] = kept
    return Settings(**good)  # type: ignore[arg-type]  # each was compared with its default's type


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings so that a reader finds the old file or the new one, never half of one.

    Raises OSError where the place cannot be written.
    """
    import tomli_w  # a start only reads

    place = path or settings_path()
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=place.name)
    try:
        with os.fdopen(handle, "wb") as file:
            tomli_w.dump(asdict(settings), file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
