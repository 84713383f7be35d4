"""What a part of the program may load, asked of the program itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = ("numpy", "matplotlib", "PySide6", "sqlalchemy", "sqlcipher3", "asyncio", "hashlib")


def loaded_by(*modules: str) -> set[str]:
    """Return the top-level names of everything that importing `modules` loads."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    child = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return {name.partition(".")[0] for name in child.stdout.split()}


@pytest.mark.parametrize("module", ["questions", "edits", "scoring", "errors"])
def test_the_domain_loads_nothing_heavy(module: str) -> None:
    assert not loaded_by(f"fibrojournal.journal.{module}") & set(HEAVY)


def test_the_command_starts_without_anything_heavy() -> None:
    assert not loaded_by("fibrojournal.__main__") & set(HEAVY)
