"""Conditions told as what must come before: "has to come after X", "the demand for X before Y"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import DEEDS
from detente.reading.conditions.wishes import clause_before
from detente.reading.extents import back_end
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words


def _comes_after(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Its entry into force has to come after the last parliament has ratified it"."""
    for token in sentence.spelt({"after"}):
        verb = token.head.head if token.dep_ == "mark" else token.head
        late = verb.lemma_ in {"come", "happen", "begin", "start", "follow"} and verb.tag_ == "VB"
        bound = is_due(verb)
        subject = syntax.subject(verb) if late and bound and token.i > verb.i else None
        if subject is None or telling.voice(verb).is_narrator or is_negated(verb):
            continue
        end = back_end(telling, token.i + 1, verb, token.i)
        start, end = syntax.trimmed(token, token.i + 1, end)
        told = any(t.tag_ in syntax.FINITE for t in sentence.doc[start:end])
        if not told and sentence.doc[start:end].root.lemma_.lower() not in DEEDS:
            continue  # "has to come after the holidays"
        yield Found("come after", "only", token.i, start, end, verb, fronted=False, about=subject)


def _demand_before(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "the demand by the front for its men to be freed before the talks begin"."""
    for token in sentence.spelt({"before"}):
        clause = clause_before(token)
        if clause is None:
            continue
        main, verb = clause
        near = sentence.doc[max(sentence.start, verb.i - _AHEAD) : verb.i]
        demand = next((t for t in near if t.lemma_ in _DEMANDS and t.pos_ == "NOUN"), None)
        owner = _demander(demand) if demand is not None else None
        for_ = next((t for t in near if t.lower_ in {"for", "that"} and _is_after(t, demand)), None)
        if owner is None or for_ is None or verb.tag_ not in {"VB", "VBN"} or is_negated(verb):
            continue
        start, end = syntax.trimmed(verb, for_.i + 1, token.i)
        if end > start and not any(t.tag_ in syntax.FINITE for t in sentence.doc[start:end]):
            yield Found(
                "demand ... before", "only", token.i, start, end, verb, fronted=True, about=main,
                owner=owner,
            )  # fmt: skip


def _is_after(token: Token, demand: Token | None) -> bool:
    return demand is not None and token.i > demand.i


_AHEAD = 16  # words from a demand to what is demanded
_DEMANDS = words("demand call request insistence condition plea")


def _demander(demand: Token) -> Token | None:
    """Whose a demand is: "Norland's demand", "the demand by Norland", "of Norland"."""
    by = [p for p in demand.children if p.lower_ in {"by", "of", "from"}]
    inside = (one for prep in by for one in syntax.children(prep, "pobj"))
    return syntax.first(demand, "poss") or next(inside, None)


find = by_sentence(_comes_after, _demand_before)
