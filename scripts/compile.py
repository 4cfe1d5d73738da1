"""Do once what every run would do anew: compile loops and templates, unpack models."""

from __future__ import annotations

from detente.analysis import judging
from detente.analysis.robustness import robust
from detente.dispute.file import loads
from detente.reading.identifier import unpack
from detente.showing.brief import brief, findings, render_html

TINY = """
detente: 1
title: Tiny
resolution: a.x and b.z
parties:
  a: {options: {x: }, wants: [{want: a.x only if b.z, assumed: yes}, b.z]}
  b: {options: {z: }, wants: [b.z only if a.x, a.x]}
"""

if __name__ == "__main__":
    unpack()
    judging.MOST_AT_HAND = 0
    robust(loads(TINY))
    render_html(brief(loads(TINY), findings(loads(TINY))))
