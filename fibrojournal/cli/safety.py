"""Commands about the journal file itself."""

from __future__ import annotations

import argparse
from datetime import date

from fibrojournal.cli.arguments import Command, journal_path
from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.text import N_, _, plural


def _check(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage.journal_file import JournalFile

    try:
        with JournalFile.open_to_read(journal_path(arguments)) as journal:
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
    print(
        plural(
            "The journal is whole, holds {n} noted day and is not encrypted.",
            "The journal is whole, holds {n} noted days and is not encrypted.",
            days,
        )
    )
    return 0


COMMANDS: tuple[Command, ...] = (Command("check", N_("look for damage in the journal"), _check),)
