"""When a result of an outcome's page shows: the same question at up to three days' delay."""

from __future__ import annotations

from fibrojournal.analysis.pages import Page, Relation, by_lag, looked_at
from fibrojournal.charts.lag_view import Delay, LagView, described, effects_of
from fibrojournal.insights.names import spoken_high
from fibrojournal.insights.record import Record
from fibrojournal.insights.timing import Time, steps, time_of, when
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _, listed

LATEST = 3
_SAME = {
    Time.NIGHT: N_("same night"),
    Time.MORNING: N_("same day"),
    Time.DAY: N_("same day"),
}
_ONE_LATER = {
    Time.NIGHT: N_("night after"),
    Time.MORNING: N_("morning after"),
    Time.DAY: N_("day after"),
}
_LATER = {
    Time.NIGHT: N_("{n} nights"),
    Time.MORNING: N_("{n} mornings"),
    Time.DAY: N_("{n} days"),
}
_EACH_ALONE = N_(
    "Each is looked at by itself: of several, one may stand out by chance."
    " Grey squares may be nothing."
)


def found_delays(record: Record, page: Page, relation: Relation) -> LagView:
    """Put the question of a relation at each delay, from the first that its page asks."""
    asked, questions = relation.answer.question, record.questions
    lags = range(_first_lag(page, asked.factor), LATEST + 1)
    diary = looked_at(record.first_number, record.variables, record.day, asked.outcome)
    answers = by_lag(diary, asked.factor, asked.outcome, tuple(lags))
    effects = effects_of(answers, 1 if spoken_high(questions, asked.factor) else -1)
    delays = tuple(_delay(questions, asked.factor, asked.outcome, lag) for lag in lags)
    name = _("How long it takes to show")
    if not effects:
        sentence = _("Not enough days yet to say something fair of every delay.")
        return LagView(name, asked.factor, asked.outcome, delays, (), sentence, "", sentence)
    clear = [delay.words for delay, effect in zip(delays, effects, strict=True) if effect.is_clear]
    sentence = _stands_out(clear)
    spoken = described((sentence, _(_EACH_ALONE)), delays, effects)
    return LagView(
        name, asked.factor, asked.outcome, delays, effects, sentence, _(_EACH_ALONE), spoken
    )


def _first_lag(page: Page, factor: str) -> int:
    questions = (one.answer.question for one in page.relations)
    return min(one.lag for one in questions if one.factor == factor)


def _delay(questions: Questions, factor: str, outcome: str, lag: int) -> Delay:
    words = when(questions, factor, outcome, lag)
    apart, time = steps(questions, factor, outcome, lag), time_of(questions, outcome)
    short = {0: _SAME, 1: _ONE_LATER}.get(apart, _LATER)[time]
    return Delay(_(short).format(n=apart), words)


def _stands_out(clear: list[str]) -> str:
    if not clear:
        return _("No delay stands out.")
    return _("It stands out {when}.").format(when=listed(clear))
