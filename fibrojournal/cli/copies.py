"""Commands about copies of the journal: making one, bringing one back, saving what can be read."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.cli.arguments import (
    Command,
    journal_path,
    key_of,
    key_of_journal,
    open_journal,
)
from fibrojournal.journal.errors import JournalDamaged, JournalLocked
from fibrojournal.text import N_, _, day_and_month, plural, with_year

if TYPE_CHECKING:
    from datetime import date

    from fibrojournal.storage.key import DataKey
    from fibrojournal.storage.rescue import Rescued
    from fibrojournal.storage.restoring import Contents


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, nargs="?")
    _add_json(parser)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print the outcome as JSON"))


def _backup(arguments: argparse.Namespace) -> int:
    from fibrojournal.local_time import local_now
    from fibrojournal.storage.backups import make_backup

    with open_journal(arguments) as journal:
        made = make_backup(journal, arguments.folder or _own_folder(arguments), local_now())
    if arguments.json:
        print(json.dumps({"path": str(made.path), "taken": made.taken.isoformat()}))
    else:
        print(_("A backup was made and checked: {path}").format(path=made.path))
    return 0


def _own_folder(arguments: argparse.Namespace) -> Path:
    from fibrojournal import settings

    return settings.backup_folder(settings.load(), journal_path(arguments))


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", metavar="BACKUP", type=Path)
    _add_json(parser)


def _restore(arguments: argparse.Namespace) -> int:
    from fibrojournal.local_time import local_now
    from fibrojournal.storage.restoring import contents, restore_whole

    journal, backup, folder = journal_path(arguments), arguments.backup, _own_folder(arguments)
    backup_key = key_of(backup, arguments, _("Passphrase or recovery code of the backup:"))
    try:
        found = contents(backup, backup_key)
    except JournalDamaged as error:
        raise JournalDamaged(f"{error}{_whole_one(journal, folder, backup_key)}") from error
    key = _key_beside(arguments, backup_key)
    former = restore_whole(journal, backup, folder, key, local_now(), backup_key=backup_key)
    kept = None if former is None else str(former.path)
    if arguments.json:
        print(json.dumps({"days": found.days, **_ends(found), "former": kept}))
        return 0
    print(_in_words(found))
    print(_("The journal is now as it was then."))
    if kept:
        print(_("What it held until now is kept: {path}").format(path=kept))
    return 0


def _whole_one(journal: Path, folder: Path, key: DataKey | None) -> str:
    from fibrojournal.storage.restoring import newest_whole

    whole = newest_whole(journal, folder, key)
    return "" if whole is None else " " + _("This one is whole: {path}").format(path=whole.path)


def _key_beside(arguments: argparse.Namespace, backup_key: DataKey | None) -> DataKey | None:
    """Return the key of the present journal: that of the backup, unless it has its own."""
    from fibrojournal.storage.key import is_encrypted
    from fibrojournal.storage.key_slots import opens

    journal = journal_path(arguments)
    try:
        fits = backup_key is not None and is_encrypted(journal) and opens(journal, backup_key)
        return backup_key if fits else key_of_journal(arguments)
    except JournalDamaged:
        return backup_key


def _ends(found: Contents) -> dict[str, str | None]:
    ends = {"first_day": found.first, "last_day": found.last}
    return {name: day.isoformat() if day else None for name, day in ends.items()}


def _in_words(found: Contents) -> str:
    if found.first is None or found.last is None:
        return _("This backup holds no noted days yet.")
    return plural(
        "This backup is whole and holds {n} noted day",
        "This backup is whole and holds {n} noted days",
        found.days,
    ) + _(", from {first} to {last}.").format(first=_long(found.first), last=_long(found.last))


def _long(day: date) -> str:
    return with_year(day_and_month(day), day)


def _add_rescue(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("damaged", metavar="DAMAGED", type=Path)
    parser.add_argument("out", metavar="OUT", type=Path)
    _add_json(parser)


def _rescue(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage.rescue import rescue

    damaged, out = arguments.damaged, arguments.out
    try:
        rescued = rescue(damaged, out)
    except JournalLocked:
        asked = _("Passphrase or recovery code of the damaged journal:")
        rescued = rescue(damaged, out, key_of(damaged, arguments, asked))
    if arguments.json:
        print(json.dumps(_as_json(rescued)))
    else:
        _tell(rescued)
    return 0


def _as_json(rescued: Rescued) -> dict[str, object]:
    return {
        "days": rescued.days,
        "rows": dict(rescued.rows),
        "missing": rescued.missing,
        "gaps": [[first.isoformat(), last.isoformat()] for first, last in rescued.gaps],
    }


def _tell(rescued: Rescued) -> None:
    print(plural("{n} noted day was read.", "{n} noted days were read.", rescued.days))
    for name, number in rescued.rows.items():
        print(f"  {name}: {number}")
    if not rescued.missing:
        print(_("Nothing is known to be missing."))
        return
    print(
        plural(
            "{n} answer is known to be missing:",
            "{n} answers are known to be missing:",
            rescued.missing,
        )
    )
    for first, last in rescued.gaps:
        span = _("  {day}") if first == last else _("  {day} to {last}")
        print(span.format(day=_long(first), last=_long(last)))
    print(_("The damaged file is as it was; a backup may hold what is missing."))


COMMANDS: tuple[Command, ...] = (
    Command("backup", N_("make a checked copy of the journal"), _backup, _add_backup),
    Command("restore", N_("bring the journal back from a copy"), _restore, _add_restore),
    Command("rescue", N_("save what can be read of a damaged journal"), _rescue, _add_rescue),
)
