"""Who goes between: "brought the two sides together", "offered to act as guarantor", "shuttles"."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.wording import words


def goes_between(verb: Token) -> bool:
    """As in "brought the two sides together", "offered to act as guarantors", "shuttles"."""
    if verb.lemma_ in _MEDIATING:
        return True
    inner = [child for child in verb.children if child.dep_ == "xcomp"]
    if verb.lemma_ in _OFFERING and any(c.lemma_ in _MEDIATING | {"act"} for c in inner):
        return True
    them = [child for child in verb.children if child.dep_ in {"dobj", "dative"}]
    them += [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return verb.lemma_ in _MEETING and any(
        child.lower_ in {"both", "two", "rival"}
        for t in them
        if t.lemma_ not in _THINGS
        for child in t.children
    )


_THINGS = words("""
    sailing way end hand point thing day week month year time version plan text case report page
    letter question island village town ship boat bridge language road route flight""")
_MEDIATING = words("mediate shuttle arbitrate broker facilitate intercede conciliate")
_OFFERING = words("offer volunteer agree propose try")
_MEETING = words("bring call invite summon meet see visit get sit speak talk put carry")
