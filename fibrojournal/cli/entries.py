"""Commands about what the journal holds: made-up days, reading files in, writing files out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.cli.arguments import (
    EARLIEST,
    Command,
    UsageError,
    count,
    day,
    journal_path,
    key_of_journal,
    open_journal,
)
from fibrojournal.text import N_, _, plural

if TYPE_CHECKING:
    from fibrojournal.exchange.columns import ColumnOption
    from fibrojournal.exchange.importing import Outcome


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--days", metavar="N", type=count, default=365)
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    parser.add_argument("--end", metavar="DATE", type=day, default=date(2025, 12, 31))


def _demo(arguments: argparse.Namespace) -> int:
    if arguments.end - timedelta(days=arguments.days - 1) < EARLIEST:
        raise UsageError(_("the days would begin before {day}").format(day=EARLIEST))
    from fibrojournal.exchange.demo import create_demo

    noted = create_demo(arguments.file, arguments.days, seed=arguments.seed, end=arguments.end)
    print(plural("{n} made-up day was noted.", "{n} made-up days were noted.", noted))
    return 0


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--column",
        metavar="NAME=ID[:LO..HI][:reverse]",
        type=_column,
        action="append",
        default=[],
        help=_("say what a column of a CSV file is; may be given many times"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("tell what would be added"))
    parser.add_argument("--json", action="store_true", help=_("print the outcome as JSON"))


def _column(text: str) -> ColumnOption:
    from fibrojournal.exchange.columns import column_option

    try:
        return column_option(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _import(arguments: argparse.Namespace) -> int:
    _check_columns(arguments.column)
    from fibrojournal.exchange.importing import Source, import_file
    from fibrojournal.exchange.json_reader import looks_like_json
    from fibrojournal.journal.clock import journal_day, stamp_of
    from fibrojournal.local_time import local_now

    if arguments.column and looks_like_json(arguments.file):
        raise UsageError(_("--column belongs to a CSV file, not to an archive"))
    now = local_now()
    source = Source(arguments.file, arguments.column, journal_day(now), stamp_of(now))
    key = key_of_journal(arguments)
    outcome = import_file(source, journal_path(arguments), key, dry_run=arguments.dry_run)
    if arguments.json:
        print(json.dumps(_as_json(outcome)))
    else:
        _tell(outcome, dry_run=arguments.dry_run)
    return 0


def _check_columns(options: Sequence[ColumnOption]) -> None:
    for what in ("name", "target"):
        given = [getattr(option, what).removesuffix(":trigger") for option in options]
        twice = next((text for text in given if given.count(text) > 1), None)
        if twice is not None:
            raise UsageError(_("--column is given twice for “{name}”").format(name=twice))


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "import": outcome.result.import_id,
        "days_added": outcome.result.days_added,
        "answers_added": outcome.result.answers_added,
        "unmapped": list(outcome.unmapped),
    }


def _tell(outcome: Outcome, *, dry_run: bool) -> None:
    result = outcome.result
    if dry_run:
        print(_("This is what would be added; nothing was written."))
    print(plural("{n} day was added.", "{n} days were added.", result.days_added))
    print(plural("{n} answer was added.", "{n} answers were added.", result.answers_added))
    if result.kept:
        print(
            plural(
                "{n} answer of your own was kept where the file says otherwise.",
                "{n} answers of your own were kept where the file says otherwise.",
                result.kept,
            )
        )
    if outcome.unmapped:
        print(_("Left out: {names}").format(names=", ".join(outcome.unmapped)))
    if result.import_id is not None:
        print(_("To undo it: fibrojournal undo-import {id}").format(id=result.import_id))


def _add_undo_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")


def _undo_import(arguments: argparse.Namespace) -> int:
    with open_journal(arguments) as journal:
        gone = journal.take_out(arguments.id)
    print(plural("{n} answer was taken out.", "{n} answers were taken out.", gone))
    return 0


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", type=Path)
    parser.add_argument("--format", choices=("json", "csv"), default="json")


def _export(arguments: argparse.Namespace) -> int:
    from fibrojournal.exchange.exporting import export_file

    key = key_of_journal(arguments)
    days = export_file(journal_path(arguments), arguments.out, arguments.format, key)
    if key is not None:
        sentence = _("The journal is encrypted, {path} is not: whoever opens it can read it.")
        print(sentence.format(path=arguments.out), file=sys.stderr)
    # Into a pipe or the terminal went the export itself, and nothing else belongs there.
    if arguments.out.is_file():
        print(plural("{n} noted day was written.", "{n} noted days were written.", days))
    return 0


COMMANDS: tuple[Command, ...] = (
    Command("demo", N_("write a new journal of made-up days"), _demo, _add_demo),
    Command(
        "import", N_("read a CSV file or a JSON archive into the journal"), _import, _add_import
    ),
    Command("undo-import", N_("take out what an import brought"), _undo_import, _add_undo_import),
    Command("export", N_("write the journal to a file"), _export, _add_export),
)
