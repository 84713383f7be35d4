"""Where the reading lies: `resources/learn`, a folder a topic, a file a language."""

from __future__ import annotations

from fibrojournal import resources
from fibrojournal.text import language

_ENGLISH = "en"


def written(topic: str, kind: str) -> str:
    """Return a file of a topic in the person's language, or else in English."""
    spoken = f"learn/{topic}/{language()}.{kind}"
    if resources.path(spoken).is_file():
        return resources.text(spoken)
    return resources.text(f"learn/{topic}/{_ENGLISH}.{kind}")
