"""Every chart of the registry: drawn first, drawn again, and beside matplotlib drawing its artists.

The bare case draws the same artists on a plain Agg canvas: what it costs to make them and to find
their places is ours, and so is what the canvas saves by remembering its labels.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks import journals
from benchmarks.drawing import timed
from benchmarks.figures import BUILD, Measured, Table, Target, interleaved
from fibrojournal.charts import CHARTS
from fibrojournal.charts.material import Scope, gather
from fibrojournal.charts.picture import ChartCanvas
from fibrojournal.charts.style import PIXELS_AN_INCH, Look, parameters
from fibrojournal.charts.view import View
from fibrojournal.exchange.demo import create_demo
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.tokens import tokens

WIDTH = 690
SPANS = (("90 days", 90), ("a year", 365), ("ten years", 3650))
THEME = tokens("light")


def charts(rounds: int) -> Sequence[Table]:
    """Time all charts of a made-up person, as far as a span draws them."""
    return [_table(name, days, rounds) for name, days in SPANS]


def _table(name: str, days: int, rounds: int) -> Table:
    end = journals.today()
    scope = Scope(end - timedelta(days=days - 1), end, end)
    cases: dict[str, Callable[[], Measured]] = {}
    targets: list[Target] = []
    with JournalFile.open_to_read(_made_up()) as journal:
        for chart in CHARTS:
            material = gather(journal, chart.needs, scope, journal.questions())
            view = chart.view(material, scope)
            if view.is_empty:
                continue  # some compare with a time before, which the whole journal has not
            cases[f"{chart.id}, bare"] = timed(_bare(view))
            cases[f"{chart.id}, first"] = timed(_first(view))
            cases[f"{chart.id}, again"] = timed(_again(view))
            targets.append(Target(f"{chart.id}, again", 33.0))
            targets.append(Target(f"{chart.id}, again", 1.5, f"{chart.id}, bare"))
    gc.collect()
    gc.freeze()  # each case is begun with a clean heap: not to look through all views for it
    found = interleaved(cases, rounds)["cpu"]
    gc.unfreeze()
    title = f"Every chart, {name} in view; processor time"
    return Table(f"charts {name}", title, "ms", found, next(iter(cases)), tuple(targets))


def _size(view: View) -> tuple[float, float]:
    return WIDTH, view.height(WIDTH, 1.0)


def _bare(view: View) -> Callable[[], None]:
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    width, height = _size(view)
    look = Look(THEME)
    figure = Figure((width / PIXELS_AN_INCH, height / PIXELS_AN_INCH), dpi=PIXELS_AN_INCH)
    canvas = FigureCanvasAgg(figure)
    with rc_context(parameters(look)):
        view.draw(figure, look)
    return canvas.draw


def _first(view: View) -> Callable[[], None]:
    def draw() -> None:
        ChartCanvas().render(view, _size(view), THEME)

    return draw


def _again(view: View) -> Callable[[], None]:
    canvas = ChartCanvas()

    def draw() -> None:
        canvas.render(view, _size(view), THEME)

    return draw


def _made_up() -> Path:
    """Return ten years of a made-up person up to today, made if there are none for today."""
    path = BUILD / f"made-up-{journals.today()}.fjnl"
    if not path.exists():
        for old in BUILD.glob("made-up-*"):
            old.unlink()
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        create_demo(draft, 3650, end=journals.today())
        draft.rename(path)
    return path
