"""A check-in in words: spans of time, sum and parts, and whether a research rule is met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from fibrojournal.charts.score_view import before_words
from fibrojournal.journal.body_maps import DAYS_OF_RECALL
from fibrojournal.journal.check_in_measures import PSD_HIGHEST, SEVERITIES, SYMPTOMS
from fibrojournal.journal.check_ins import blanks
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.scoring import CheckIn, matches_2016, painful_regions
from fibrojournal.text import N_, _, day_and_month, plural, span

NOT_A_DIAGNOSIS = N_("It is a research rule, not a diagnosis. Only a doctor can make one.")
FOLLOWS_A_RULE = N_(
    "This follows a research rule. It is not a diagnosis; only a doctor can make one."
)
HALF_A_YEAR = 182


def week_words(day: date) -> str:
    """Name the seven days that a check-in looks back on: "6 to 12 March"."""
    return span(day - timedelta(days=DAYS_OF_RECALL - 1), day)


def half_year_words(day: date) -> str:
    """Name the start of the six months that a check-in looks back on."""
    return _("since {day}").format(day=day_and_month(day - timedelta(days=HALF_A_YEAR)))


def derived_words(areas: frozenset[str]) -> str:
    """Say what the body maps of the week add up to."""
    return plural(
        "Each of these 7 days has a body map. Together they mark {n} area.",
        "Each of these 7 days has a body map. Together they mark {n} areas.",
        len(areas),
    )


def blanks_words(check_in: CheckIn) -> str:
    """Say how many answers are blank, and that this is fine."""
    count = blanks(check_in)
    if not count:
        return _("Saved.")
    return plural(
        "{n} answer still blank, fine to leave.", "{n} answers still blank, fine to leave.", count
    )


def title_words(check_in: CheckIn, earlier: Sequence[float]) -> str:
    """Say the sum, and where those before it lay; without a sum, that there is none."""
    if check_in.psd is None:
        return _("No sum this time.")
    total = _("{sum} of {most}.").format(sum=check_in.psd, most=PSD_HIGHEST)
    return " ".join(filter(None, (total, before_words(earlier))))


def parts_words(check_in: CheckIn, day: date) -> str:
    """Say which days it is about, and what the sum is made of."""
    if check_in.psd is None:
        return f"{week_words(day)}. {blanks_words(check_in)}"
    return _("{week}. {areas} and a severity of {severity}.").format(
        week=week_words(day), areas=areas_words(check_in), severity=check_in.sss
    )


def areas_words(check_in: CheckIn) -> str:
    """Count the painful areas."""
    return plural("{n} painful area", "{n} painful areas", len(check_in.areas or ()))


def answers(check_in: CheckIn) -> list[tuple[str, str]]:
    """List the answers of the second step, each with its question."""
    symptoms = check_in.symptoms
    heavy = (symptoms.fatigue, symptoms.unrefreshed, symptoms.thinking)
    had = (symptoms.headache, symptoms.abdomen, symptoms.depression)
    asked = [*zip(SEVERITIES, heavy, strict=True), *zip(SYMPTOMS, had, strict=True)]
    return [(item.label, _answer(item, value)) for item, value in asked]


def _answer(item: Measure, value: int | None) -> str:
    if value is None:
        return _("blank")
    word = item.word_for(value)
    is_yes_no = item.scale.high == 1
    return f"{word}, {value}" if is_yes_no and value else word if is_yes_no else f"{value}, {word}"


def rule_words(check_in: CheckIn) -> str:
    """Say whether the answers match the rule of 2016; nothing where blanks leave it open."""
    matches = matches_2016(check_in)
    if matches is None or check_in.areas is None:
        return ""
    form = _("These answers match a research rule: {what}.")
    if not matches:
        form = _("These answers do not match a research rule: {what}.")
    parts = [
        _("{areas} in {n} of 5 parts of the body, severity {severity}").format(
            areas=areas_words(check_in),
            n=len(painful_regions(check_in.areas)),
            severity=check_in.sss,
        )
    ]
    if check_in.lasting is not None:
        parts.append(_("for 3 months or more") if check_in.lasting else _("for less than 3 months"))
    what = ", ".join(parts)
    return f"{form.format(what=what)} {_(NOT_A_DIAGNOSIS)}"
