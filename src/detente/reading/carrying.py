"""Reported speech that goes on into the next sentence: announced, or in the mood of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import moods, syntax
from detente.reading.parsed import Span, Token
from detente.reading.saying import ASKING, is_plain
from detente.reading.tellers import listing, teller
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.attribution import Telling

_SOUNDING = words("be remain sound stay come read run change follow")
_ANNOUNCED = words(
    "answer reply response retort position stance line view term condition demand message "
    "argument case price verdict version offer counter-offer counteroffer proposal request wish "
    "warning threat plan reasoning logic complaint grievance objection refusal rebuttal "
    "explanation defence defense account story word reaction"
)


def carried(telling: Telling, sentence: Span) -> Token | None:
    """The word of the sentence before that reports this one too."""
    known: dict[int, Token | None] = telling.doc.memory.setdefault("carried", {})
    if sentence.start not in known:
        known[sentence.start] = None
        known[sentence.start] = _carried_from_before(telling, sentence)
    return known[sentence.start]


def _carried_from_before(telling: Telling, sentence: Span) -> Token | None:
    if syntax.opens_paragraph(sentence):
        return None
    before = telling.doc[sentence.start - 1].sent
    announced = announcing(before)
    if announced is not None and telling.whose(announced):
        return announced
    if _is_due(sentence.root):
        return _listed(telling, before)
    if not _is_backshifted(sentence.root):
        return None
    said = _last_said(before) or carried(telling, before)
    if said is None:
        return None
    others = set(telling.holder(sentence.root)) - set(telling.whose(teller(said)))
    alone = bool(others) and not _is_bound(sentence.root)
    return None if alone else said  # "Norland said it would. Sudmark would not."


def _listed(telling: Telling, before: Span) -> Token | None:
    """Of what is to be done after "Norland has three demands.": these demands."""
    listed = listing(before)
    if listed is not None:
        return listed
    above = carried(telling, before) if _is_due(before.root) else None
    return above if above is not None and listing(above.sent) == above else None


def announcing(sentence: Span) -> Token | None:
    """As "answer" of "The union's answer was short.": the next sentence gives it.

    >>> from detente.reading.page import phrase
    >>> announcing(phrase("Sudmark's terms are plain. No talks before the boats leave.")[:5])
    terms
    >>> announcing(phrase("Sudmark's answer was that it would pay. It rained.")[:9]) is None
    True
    """
    root = sentence.root
    told = syntax.first(root, "nsubj") if root.lemma_ in _SOUNDING else None
    if told is None or told.lemma_.lower() not in _ANNOUNCED or sentence[-1].text == "?":
        return None
    what = next(syntax.children(root, "attr", "ccomp"), None)
    full = what is not None and (what.dep_ == "ccomp" or syntax.first(what, "acl", "relcl"))
    return None if full else told


def _is_due(root: Token) -> bool:
    """Whether a sentence says what is to be done: "Sudmark must pay"."""
    return moods.is_due(root) and root.pos_ in {"VERB", "AUX"}


def _is_backshifted(root: Token) -> bool:
    """Whether a sentence is in the mood of reports: "There would be no reprieve"."""
    return syntax.modal(root) in {"would", "could"} and root.pos_ in {"VERB", "AUX"}


def _is_bound(root: Token) -> bool:
    """Whether something is said of when or on what terms: "would sue if", "until then"."""
    return any(child.dep_ in {"advcl", "prep"} for child in root.children)


def _last_said(sentence: Span) -> Token | None:
    """The last word that says something, of a sentence told in the past."""
    for token in reversed(list(sentence)):
        said = token.tag_ == "VBD" and is_plain(token) and token.lemma_ not in ASKING
        if said and token.dep_ in {"ROOT", "conj", "parataxis", "ccomp"}:
            return token if syntax.subject(token) is not None else None
    return None
