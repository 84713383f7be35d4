"""How a file of `resources/learn` becomes a topic.

A topic is one Markdown file: TOML front matter between two `+++` lines (what it is about, grades,
the ids of its sources), then short blocks under headings. A block under `##` stands in the sidebar
too, one under `###` on the full page alone. A paragraph of lines that begin with `- ` is a list,
and one between `**` a short heading inside the block.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from fibrojournal.journal.factors import FACTORS
from fibrojournal.learn.grades import Claim, Grade, Level
from fibrojournal.learn.topics import BULLET, Block, Finding, Source, Topic
from fibrojournal.learn.written import written

_FACTOR_ICONS = {factor.id: factor.icon for factor in FACTORS}
_LISTS = ("measures", "triggers", "cannot_see", "can_see", "links")
_ITEM = "- "
_LEAD = re.compile(r"\*\*(.+)\*\*")
_ON_THE_PAGE_ALONE = "# "
"""What is left of `###` once a section was cut at `##`."""


@cache
def known_sources() -> dict[str, Source]:
    """Return every source by the id that topics name it with."""
    records: dict[str, dict[str, Any]] = tomllib.loads(written("sources", "toml"))
    return {id: Source(**record) for id, record in records.items()}


def read_topic(id: str) -> Topic:
    """Read the file of a topic."""
    return parse(written(id, "md"))


def parse(markdown: str) -> Topic:
    """Turn the text of a topic file into a topic.

    Raises ValueError, TypeError or KeyError where the file does not have the form of a topic.
    """
    before, front, body = markdown.split("+++\n", 2)
    if before:
        raise ValueError("a topic starts with its front matter")
    fields: dict[str, Any] = tomllib.loads(front)
    fields |= {name: tuple(fields[name]) for name in _LISTS if name in fields}
    fields["grades"] = tuple(_grade(**grade) for grade in fields.pop("grades", ()))
    fields["findings"] = tuple(Finding(**finding) for finding in fields.pop("findings", ()))
    fields["sources"] = tuple(known_sources()[name] for name in fields.pop("sources", ()))
    factor = fields.pop("factor", "") or (fields["id"] if fields["id"] in _FACTOR_ICONS else "")
    icon = fields.pop("icon", "") or _FACTOR_ICONS[factor]
    return Topic(**fields, icon=icon, factor=factor, blocks=_blocks(body))


def _grade(claim: str, level: str, why: str, scope: str = "") -> Grade:
    return Grade(Claim(claim), Level(level), why, scope)


def _blocks(body: str) -> tuple[Block, ...]:
    before, *sections = ("\n" + body).split("\n##")
    if before.strip():
        raise ValueError("every line of a topic stands under a heading")
    return tuple(_block(section) for section in sections)


def _block(section: str) -> Block:
    heading, _newline, text = section.partition("\n")
    paragraphs = tuple(
        paragraph for part in text.split("\n\n") for paragraph in _paragraphs(part.strip())
    )
    leads = frozenset(filter(_LEAD.fullmatch, paragraphs))
    return Block(
        heading.removeprefix("#").strip(),
        tuple(_plain(paragraph) for paragraph in paragraphs),
        in_brief=not heading.startswith(_ON_THE_PAGE_ALONE),
        leads=frozenset(map(_plain, leads)),
    )


def _plain(paragraph: str) -> str:
    return _LEAD.sub(r"\1", paragraph)


def _paragraphs(part: str) -> list[str]:
    """Join the lines of a part to one paragraph; or, where it is a list, to one a point."""
    if not part.startswith(_ITEM):
        return [" ".join(part.split())] if part else []
    return [BULLET + " ".join(point.split()) for point in f"\n{part}".split(f"\n{_ITEM}")[1:]]
