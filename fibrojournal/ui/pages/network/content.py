"""What the Network page shows: the person's own links, and what research alone says."""

from __future__ import annotations

from dataclasses import dataclass

from fibrojournal.analysis.network import FIRST_ARROWS, Status
from fibrojournal.charts.network_words import detail, finding
from fibrojournal.charts.research_view import ResearchView, Strand, research_view
from fibrojournal.insights.links import Links, links_of
from fibrojournal.insights.record import Record
from fibrojournal.insights.results import network_of
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.questions import Questions
from fibrojournal.learn.grades import Claim, Grade, Level
from fibrojournal.learn.library import topic
from fibrojournal.text import N_, _

NETWORK = "network"
"""The factor, and its reading, that this page is about."""
NOTHING_NOTED = Links(Status.TOO_EARLY, FIRST_ARROWS, Questions(), None, 0)
_UNSEEN = (Level.NOT_AT_ALL, Level.INDIRECTLY, Level.D)
_STRANDS = tuple(factor for factor in FACTORS if factor.id != NETWORK)

ONLY_RESEARCH = N_(
    "Dashed lines are from research: linked, no more. They say nothing of your days, and not what"
    " leads to what."
)

HOW_MADE = (
    N_(
        "Every rating is held against every other rating of the next day, and every chip against"
        " the ratings of its own day and the next; of your ratings, the twelve noted most often."
    ),
    N_(
        "Weekday, slow drift, and what both were on the days before are taken into account, so that"
        " a spell of bad days alone rarely draws an arrow. The last three years are looked at."
    ),
    N_(
        "Many questions are asked, so a few would look like findings by chance. Those that chance"
        " may well explain are left out: a solid arrow passes a strict test, a dotted one a milder"
        " one."
    ),
    N_(
        "Factors asks about one thing at a time, and harder where research already points. Here"
        " everything is asked at once, so what is clear there may be only possible here."
    ),
    N_(
        "What is left is asked once more, all that leads to one rating together; an arrow that the"
        " others explain is taken out. Then each is asked for its way back. Even so, of ten true"
        " arrows two may lead by way of something between."
    ),
    N_(
        "A difference is between your own high third and low third of days, with a chip between"
        " days with and without it. Answers copied from the day before are never counted."
    ),
    N_(
        "Ratings of one day, and a night and its day, are joined without an arrow. A loop may go by"
        " way of a night and its day all the same; that step is drawn as a line without a head."
    ),
    N_(
        "The picture changes at day 90, 135, 180, 270 and 365, then every half year, not from day"
        " to day."
    ),
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A strand that a diary hardly sees: its name, its icon, and why that is so."""

    id: str
    name: str
    icon: str
    why: str


def links_in(record: Record) -> Links:
    """Draw the network of a journal, in plain units."""
    return links_of(record, network_of(record))


def general_picture(found: Links) -> ResearchView:
    """Make the picture that stands there until the person's own may be drawn, and below it then."""
    if found.status is Status.TOO_EARLY:
        return research_view(_strands(), finding(found), f"{detail(found)} {_(ONLY_RESEARCH)}")
    sentence = _("What research links with fibromyalgia, in any person.")
    return research_view(_strands(), sentence, _(ONLY_RESEARCH))


def unseen() -> tuple[Unseen, ...]:
    """List what research speaks of and no arrow can show."""
    return tuple(
        Unseen(factor.id, _(factor.name), factor.icon, grade.why)
        for factor in _STRANDS
        if (grade := _grade(factor.id, Claim.DIARY)).level in _UNSEEN
    )


def _strands() -> tuple[Strand, ...]:
    strands = []
    for factor in _STRANDS:
        grade = _grade(factor.id, Claim.LINKED)
        strands.append(Strand(factor.id, _(factor.name), grade.letter, grade.word, grade.why))
    return tuple(strands)


def _grade(factor: str, claim: Claim) -> Grade:
    return next(grade for grade in topic(factor).grades if grade.claim is claim)
