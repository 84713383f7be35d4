"""The command that prints what goes with what, as Factors and Network show it."""

from __future__ import annotations

import argparse
import json

from fibrojournal.cli.arguments import Command, UsageError, day, open_journal
from fibrojournal.journal.errors import NothingNoted
from fibrojournal.text import N_, _


def _add_insights(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--outcome", metavar="ID", help=_("about this alone, such as pain"))
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        help=_("what was known on that day, instead of the last noted one"),
    )
    parser.add_argument("--json", action="store_true", help=_("print it as JSON"))


def _insights(arguments: argparse.Namespace) -> int:
    from fibrojournal.insights.record import read
    from fibrojournal.insights.report import as_json, report
    from fibrojournal.insights.report_text import as_text
    from fibrojournal.insights.results import OUTCOMES, WHOLE_DAY

    known = (*OUTCOMES, WHOLE_DAY)
    if arguments.outcome is not None and arguments.outcome not in known:
        raise UsageError(
            _("no page is about “{id}”; these have one: {known}").format(
                id=arguments.outcome, known=", ".join(known)
            )
        )
    with open_journal(arguments, read_only=True) as journal:
        record = read(journal, arguments.as_of)
        first = journal.noted_span()
    if record is None and first is None:
        raise NothingNoted(_("Nothing is noted in this journal yet."))
    if record is None:
        raise NothingNoted(_("The first noted day of this journal comes after that date."))
    found = report(record, OUTCOMES if arguments.outcome is None else (arguments.outcome,))
    if arguments.json:
        print(json.dumps(as_json(found), allow_nan=False, ensure_ascii=False))
    else:
        print("\n".join(as_text(found)))
    return 0


COMMANDS: tuple[Command, ...] = (
    Command(
        "insights", N_("say what goes with what, and how sure that is"), _insights, _add_insights
    ),
)
