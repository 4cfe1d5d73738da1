"""The compiled kernels of scoring: a number a state, a part of the states at a time."""

from __future__ import annotations

import numpy as np

from detente.analysis.engines.words import compiled


@compiled
def add_scores(first, last, scores, entries, high, low):
    """Add to the scores of states, row by row of their high bits, an entry of each table."""
    width = low.shape[1]
    for row in range(first, last):
        for table in range(len(high)):
            base = high[table, row]
            for place in range(width):
                scores[row * width + place] += entries[base + low[table, place]]


@compiled
def note(first, last, scores, seen, possible, everywhere):
    """Note which scores feasible states have."""
    for state in range(first, last):
        if everywhere or possible[state]:
            seen[scores[state]] = True


@compiled
def rename(first, last, scores, names, found):
    """Give each state the dense rank of its score."""
    for state in range(first, last):
        found[state] = names[scores[state]]


@compiled
def read(first, last, words):
    """Read words once and give their exclusive-or: what work on them is measured against."""
    found = np.uint64(0)
    for place in range(first, last):
        found ^= words[place]
    return found
