"""A verb phrase in the words of the text, for acts that no table has a better phrase for."""

from __future__ import annotations

import re

from detente.reading.parsed import Token
from detente.reading.periods import MONTH, WEEKDAY

_MOST = 10  # words
_LOOSE = ("advcl", "relcl", "cc", "conj", "npadvmod", "parataxis", "mark")
_WHEN = re.compile(
    r"(?: (?:by|before|on|in|until|within|from|since|after|at) (?:the (?:end|start|beginning) of )?"
    rf"(?:{WEEKDAY}|\d{{4}}|midnight|noon|spring|summer|autumn|winter"
    rf"|(?:next|this|last) \w+|(?:\d+ )?{MONTH}(?: \d+)?)"
    r"| (?:meanwhile|now|today|tomorrow|again|first|too|as well|instead|still|already|by then))+$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one)\b")


def as_said(verb: Token) -> str:
    """The phrase of a verb that is not passive, in its base form, without time and side clauses.

    >>> from detente.reading.page import phrase
    >>> as_said(phrase("Norland agreed to back every new claim before Friday.")[1])
    'agree to back every new claim'
    >>> as_said(phrase("Norland restored the Friday sailing it had dropped.")[1])
    'restore the Friday sailing'
    >>> as_said(phrase("Norland will send nobody to the talks.")[2])
    'send anyone to the talks'
    """
    if verb.lemma_ == "be" or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return ""
    if any(c.dep_ == "neg" for c in verb.children):
        return ""
    rest = [token for token in verb.subtree if token.i > verb.i]
    ends = (t.left_edge.i for t in rest if t.dep_ in _LOOSE or (t.is_punct and t.text not in "-'’"))
    end = min(ends, default=verb.doc[-1].i + 1)
    kept = [token for token in rest if token.i < end]
    if not kept or kept[0].i != verb.i + 1:
        return ""
    words = str(verb.doc[verb.i + 1 : kept[-1].i + 1].text)
    words = _NOBODY.sub("anyone", _WHEN.sub("", f" {words}").strip())
    said = f"{verb.lemma_.lower()} {words}".strip()
    return said if 1 < len(said.split()) <= _MOST else ""
