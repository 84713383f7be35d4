"""The command that brings two copies of one journal together."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.cli.arguments import Command, open_journal
from fibrojournal.journal.errors import JournalLocked
from fibrojournal.text import N_, _, plural

if TYPE_CHECKING:
    from fibrojournal.storage.key import DataKey
    from fibrojournal.storage.merge import Merged


def _add_merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("other", metavar="OTHER", type=Path, help=_("another copy of the journal"))
    parser.add_argument("--json", action="store_true", help=_("print the outcome as JSON"))


def _merge(arguments: argparse.Namespace) -> int:
    with open_journal(arguments) as journal:
        try:
            merged = journal.merge(arguments.other)
        except JournalLocked:  # the key of the journal is not that of the copy
            merged = journal.merge(arguments.other, _key_of_other(arguments))
    if arguments.json:
        print(json.dumps(_as_json(merged)))
    else:
        _tell(merged)
    return 0


def _key_of_other(arguments: argparse.Namespace) -> DataKey:
    from fibrojournal.cli import passphrases
    from fibrojournal.storage.key_slots import key_from

    if arguments.passphrase_file is not None:
        return key_from(arguments.other, passphrases.from_file(arguments.passphrase_file))
    prompt = _("Passphrase or recovery code of the other copy:")
    return key_from(arguments.other, passphrases.from_terminal(prompt))


def _as_json(merged: Merged) -> dict[str, object]:
    return {
        "changed": merged.changed,
        "answers_taken": merged.taken,
        "answers_kept": merged.kept,
        "notes_joined": merged.joined,
        "days_touched": merged.days,
        "history_added": merged.past,
    }


def _tell(merged: Merged) -> None:
    if not merged.changed:
        print(_("This journal holds all of that copy already; nothing was changed."))
        return
    print(plural("{n} answer came in.", "{n} answers came in.", merged.taken))
    if merged.days:
        print(plural("{n} day was touched.", "{n} days were touched.", merged.days))
    if merged.joined:
        print(
            plural(
                "{n} note now holds the words of both copies.",
                "{n} notes now hold the words of both copies.",
                merged.joined,
            )
        )
    if merged.kept:
        print(
            plural(
                "{n} answer stayed as it is here, where it was written later.",
                "{n} answers stayed as they are here, where they were written later.",
                merged.kept,
            )
        )
    print(_("Whatever was replaced is kept in the history of its day."))


COMMANDS: tuple[Command, ...] = (
    Command("merge", N_("bring in another copy of this journal"), _merge, _add_merge),
)
