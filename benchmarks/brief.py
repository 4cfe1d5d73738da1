"""What does a brief cost once the analysis is done, in a program that has just started?"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

QUESTION = "Rendering a brief after the analysis, in fresh processes (bounds: 0.2 s, 300 kB)"
ROOT = Path(__file__).parent.parent
TIMES = 5
_RENDER = """
import sys, time
from pathlib import Path
from detente.dispute.file import load
from detente.showing.brief import brief, findings, render_html
case = Path({case!r})
source, dispute = (case / "dispute.yaml").read_text("utf-8"), load(case)
found = findings(dispute)
began, used = time.perf_counter(), time.process_time()
page = render_html(brief(dispute, found, source=source))
print(time.perf_counter() - began, time.process_time() - used, len(page.encode()))
"""


def rows() -> Iterator[tuple[str, str]]:
    """Seconds by the clock and of the processor, and bytes, of a typical draft and of examples."""
    with tempfile.TemporaryDirectory() as folder:
        drafted = Path(folder) / "case"
        draft = ["draft", str(ROOT / "examples/strait.txt"), "-o", str(drafted)]
        subprocess.run([sys.executable, "-m", "detente", *draft], check=True, capture_output=True)
        for case in (drafted, ROOT / "examples/ferry", ROOT / "examples/strike"):
            found = [_rendered(case) for _ in range(TIMES)]
            clock, used, size = (statistics.median(column) for column in zip(*found, strict=True))
            name = "the bundled article" if case == drafted else case.name
            yield f"{name}: by the clock, median of {TIMES}", f"{clock:.3f} s"
            yield f"{name}: of the processor", f"{used:.3f} s"
            yield f"{name}: the page", f"{size / 1000:.0f} kB"


def _rendered(case: Path) -> tuple[float, ...]:
    told = subprocess.run(
        [sys.executable, "-c", _RENDER.format(case=str(case))],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return tuple(map(float, told.split()))
