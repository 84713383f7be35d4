"""Commands about the journal file itself."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from fibrojournal.cli.arguments import Command, journal_path, open_journal
from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.text import N_, _, plural

_PLAIN = (
    N_("The journal is whole, holds {n} noted day and is not encrypted."),
    N_("The journal is whole, holds {n} noted days and is not encrypted."),
)
_ENCRYPTED = (
    N_("The journal is whole, holds {n} noted day and is encrypted."),
    N_("The journal is whole, holds {n} noted days and is encrypted."),
)


def _check(arguments: argparse.Namespace) -> int:
    try:
        with open_journal(arguments, read_only=True) as journal:
            is_encrypted = journal.key is not None
            problems = journal.problems()
            days = 0 if problems else len(journal.days(date.min, date.max))
    except JournalDamaged as error:
        problems = [str(error)]
    for problem in problems:
        print(problem)
    if problems:
        raise JournalDamaged(
            _("The journal is damaged; keep this file as it is, and go on with your latest copy.")
        )
    print(plural(*(_ENCRYPTED if is_encrypted else _PLAIN), days))
    if is_encrypted:
        _tell_of_plain_copies(journal_path(arguments))
    return 0


def _tell_of_plain_copies(journal: Path) -> None:
    from fibrojournal import settings
    from fibrojournal.storage.encryption import copies_of
    from fibrojournal.storage.key import is_encrypted

    folders = settings.backup_folders(settings.load(), journal)
    plain = sum(not is_encrypted(copy) for copy in copies_of(journal, *folders))
    if plain:
        print(
            plural(
                "{n} older copy is not encrypted; `fibrojournal encrypt` takes it along.",
                "{n} older copies are not encrypted; `fibrojournal encrypt` takes them along.",
                plain,
            )
        )


COMMANDS: tuple[Command, ...] = (Command("check", N_("look for damage in the journal"), _check),)
