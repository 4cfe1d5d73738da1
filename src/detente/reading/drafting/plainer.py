"""Turns of phrase put plainly before they are parsed: what they mean as a doing stays."""

from __future__ import annotations

import re

_OUT = "out of the question|off the table"
_JUDGED = f"{_OUT}|unacceptable|intolerable|impossible|unthinkable|non-negotiable"
_HAS_NO = r"\b(?:ha(?:s|ve|d)|see[sn]?|saw) no (?:intention|plan|wish|desire|thought)s?"
_REGARDS = "(?:regard|consider|deem|view|see|call|describe|dismiss|treat)(?:s|ed)?"
_IS = "(?:is|are|was|were)"
_TURNS = tuple(
    (re.compile(turn), plain)
    for turn, plain in (
        # "had no intention of paying", "has no plans to pay": it will not
        (rf"{_HAS_NO} of (?=\w+ing\b)", "stop "),
        (rf"{_HAS_NO} to (?=[a-z])", "refuse to "),
        # "regards compensation as out of the question": that is what it will not give
        (rf"^{_REGARDS} (?=.*\b(?:{_JUDGED})$)(.+?) (?:as )?(?:{_JUDGED})$", r"\1"),
        (rf"^((?:(?!\b{_IS}\b).)+?) {_IS} (?:{_OUT})$", r"\1"),
        # "an easing of its posture conditional on a halt": on what, is told beside it
        (
            r"^(?!.*\bma[dk]e\b)(.*\w) (?:conditional|contingent|dependent)(?: (?:up)?on\b.*)?$",
            r"\1",
        ),
        (r"\b(talks|negotiations|[a-z]+s) last$", r"\1 go on"),  # "while the talks last"
        (r"(?<=\w),? (?:still|even|much) less\b.*$", ""),  # "its name, still less its crew"
        (r"(?<=\w),? let alone\b.*$", ""),
        (r"(?:,(?: but| and)?| but| and) not (?:with|to|for|from|in|on|at) [^,]*$", ""),
        (r" of any (?:kind|sort|description)\b", ""),
        (r"\b(?:hereby|herewith) ", ""),
        (r" up front\b", ""),
        (r"\b(get|gets|got|getting) (?=[a-z-]+ed\b)", "is "),  # "the cable gets re-routed"
    )
)


def plainer(text: str) -> str:
    """A phrase without its turns.

    >>> plainer("had no intention of paying twice"), plainer("lend its name, still less its hall")
    ('stop paying twice', 'lend its name')
    """
    for turn, plain in _TURNS:
        text = turn.sub(plain, text)
    return text
