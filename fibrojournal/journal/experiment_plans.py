"""The plan of an experiment as a text that a journal keeps: JSON with short texts and numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping

LONGEST = 80
"""Letters of a question or a way: what stands on a line of Today."""


def bounded(words: str) -> str:
    """Return words on one line, and no longer than that."""
    return " ".join(words.split())[:LONGEST].rstrip()


def written(**plan: str | int) -> str:
    """Write a plan down."""
    return json.dumps(plan, ensure_ascii=False)


def read(plan: str) -> Mapping[str, str]:
    """Read a plan, everything as text. Raises ValueError where it is none."""
    held = json.loads(plan)
    if not isinstance(held, dict):
        raise ValueError("a plan has names for what it holds")  # noqa: TRY004  as JSON's own
    return {name: str(value) for name, value in held.items()}
