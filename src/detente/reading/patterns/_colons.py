"""Positions after a colon: "Norland's complaint: ...", "Norland: not a drop"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from detente.reading.attribution import Telling
from detente.reading.listing import items
from detente.reading.parsed import Span, Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _nouns as named
from detente.reading.patterns._mood import mood
from detente.reading.saying import is_saying
from detente.reading.syntax import NOMINAL
from detente.reading.tables import table
from detente.reading.wording import words

_LABEL = 12  # words before the colon of a label without a verb
_OPEN = "open"


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, listed in table("colons").items() for noun in listed.split()}


def after_colons(telling: Telling) -> Iterator[Finding]:
    """What sentences say after a colon, where the words before it say whose it is."""
    for sentence in telling.scene.sentences:
        colon = next((token for token in sentence if token.text == ":"), None)
        if colon is None or telling.quotation(colon) is not None:
            continue
        before = [t for t in sentence.doc[sentence.start : colon.i] if not t.is_space]
        after = sentence.doc[colon.i + 1 : sentence.end]
        head = _head(after)
        if head is None or not before:
            continue
        noun = next((t for t in reversed(before) if t.lemma_.lower() in _kinds()), None)
        if noun is not None and colon.i - noun.i <= _LABEL:
            kind, holder = _kinds()[noun.lemma_.lower()], _whose(telling, noun, before)
            kind = _OPEN if noun.head.lemma_ in _TURNING_DOWN else kind
        else:
            kind, holder = _OPEN, _labelled(telling, before)
        if kind == _OPEN:
            kind = mood(after, head)
            if kind == "claim" and (noun is None or is_saying(head)):
                continue
        found = cues.finding(telling, kind, head, holder=holder, confidence=0.65) if holder else ()
        if kind == "demand" and head.pos_ in NOMINAL:  # with what stands before it: "an 8% rise"
            found = (replace(one, about=_said(after)) for one in found)
        yield from found


def below_colons(telling: Telling) -> Iterator[Finding]:
    """What is demanded in a list: "Norland wants Sudmark to:", and a line for each."""
    for sentence in telling.scene.sentences:
        if not sentence.spelt({":"}):
            continue
        asks = next(iter(sentence.of_lemmas(_ASKING)), None)
        below = items(sentence, telling.scene.document.text) if asks is not None else []
        holder = _whose(telling, asks, list(sentence)) if asks is not None and below else ()
        if asks is None or not holder:
            continue
        named = (party for token in sentence for party in telling.who(token))
        asked = tuple(dict.fromkeys(party for party in named if party not in holder))
        for item in below:
            head, said = _head(item), _said(item)
            found = cues.finding(telling, "demand", head, holder=holder) if head is not None else ()
            for one in found:
                yield replace(one, about=said, addressee=asked or one.addressee, confidence=0.7)


_ASKING = words("want demand ask call insist require seek request urge")
_TURNING_DOWN = words("reject refuse dismiss oppose spurn resist deride scorn decline ignore")


def _said(span: Span) -> str:
    return " ".join(span.text.split()).rstrip(".,; -–—•*·")


def _head(after: Span) -> Token | None:
    """The word that what follows hangs on."""
    words = [token for token in after if not (token.is_punct or token.is_space or token.is_quote)]
    tops = [t for t in words if t.head == t or not after.start <= t.head.i < after.end]
    return next((t for t in tops if t.pos_ in {"VERB", "AUX"}), tops[0] if tops else None)


def _whose(telling: Telling, noun: Token, before: list[Token]) -> tuple[str, ...]:
    """Whose the noun is: its owner, else who does what is said before the colon."""
    own = named.owners(telling, noun)
    if own:
        return own
    verb = next((t for t in before if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return ()
    doer = telling.holder(verb)
    source = [t for t in before if t.dep_ == "pobj" and t.head.lower_ == "from"]
    return doer or next((telling.who(t) for t in source if telling.who(t)), ())


def _labelled(telling: Telling, before: list[Token]) -> tuple[str, ...]:
    """Who speaks, of "Norland: not a drop", "The premier, on the radio: no"."""
    put = [t.i for t in before if t.lemma_ == "put" and t.nbor().lower_ == "it"]
    before = before[: put[0] - before[0].i] if put else before  # "put it more bluntly: ..."
    verbs = any(t.pos_ in {"VERB", "AUX"} and t.dep_ != "amod" for t in before)
    verbs = verbs or any(t.dep_ == "cc" for t in before)  # "Hungary, Ukraine and the schools: ..."
    if verbs or len(before) > _LABEL:
        return ()
    heads = [t for t in before if t.pos_ in NOMINAL and telling.who(t)]
    return telling.who(heads[0]) if heads else ()
