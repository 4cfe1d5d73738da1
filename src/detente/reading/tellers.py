"""Who says it: of a reporting verb or noun, the words that stand for whoever speaks."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Span, Token
from detente.reading.saying import DOUBTED, LIGHT, SAID
from detente.reading.speaking import named_before
from detente.reading.wording import words


def teller(cue: Token) -> Token | None:
    """Who says it: the subject of a verb, the agent of a passive one, the owner of a noun."""
    if cue.lemma_ == "know" and cue.dep_ == "ccomp" and cue.head.lemma_ in {"let", "make"}:
        return syntax.subject(cue.head)  # "let it be known that"
    return named_before(cue) or _teller(cue)


def _teller(cue: Token) -> Token | None:
    if cue.pos_ not in syntax.NOMINAL or cue.lower_ in SAID:
        after = [c for c in syntax.children(cue, "nsubj") if c.i > cue.i]
        if after and cue.lower_ in SAID:  # "No boats, says Norland" has two subjects in the parse
            return after[0]
        found = _quoted(cue) or (
            syntax.agent(cue) if syntax.is_passive(cue) else syntax.subject(cue)
        )
        if found is None and cue.tag_ in {"VBD", "VBZ"}:
            found = _after_quote(cue)
        if found is None and cue.tag_ in {"VBD", "VBZ"} and _closes(cue):
            found = syntax.first(cue, "dobj")  # "“Never”, summarised its president"
        return _beside(cue) if found is None and cue.lower_ in SAID else found
    owner = syntax.first(cue, "poss")
    if owner is not None:
        return owner
    if listing(cue.sent) == cue:
        return syntax.subject(cue.sent.root)
    light = cue.head.pos_ == "VERB" and (cue.head.lemma_ in LIGHT or is_rejected(cue))
    by = next((p for p in syntax.children(cue, "prep") if p.lower_ in {"by", "from", "of"}), None)
    if by is not None and by.i < cue.right_edge.i and syntax.first(by, "pobj") is not None:
        return syntax.first(by, "pobj")
    return syntax.subject(cue.head) if light and cue.dep_ in {"dobj", "pobj"} else None


def _quoted(cue: Token) -> Token | None:
    """Of "the agency quoted the minister as saying": the minister."""
    as_, verb = cue.head, cue.head.head
    told = cue.dep_ == "pcomp" and as_.lower_ == "as" and verb.lemma_ in _QUOTING
    return syntax.first(verb, "dobj") if told and not syntax.is_passive(verb) else None


_QUOTING = frozenset({"quote", "cite", "report", "describe", "record"})


def _after_quote(cue: Token) -> Token | None:
    """Who stands between: "“No,” its chairman, Ola Brand, told the paper"."""
    start, at = max(cue.sent.start, cue.i - _ASIDE), cue.i - 1
    while at >= start and not cue.doc[at].is_quote and cue.doc[at].text not in _STOPS:
        at -= 1
    if at < start or not cue.doc[at].is_quote or at == cue.i - 1:
        return None
    between = cue.doc[at + 1 : cue.i]
    nouns = [t for t in between if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return next((noun for noun in nouns if not at < noun.head.i < cue.i), None)


_ASIDE = 16  # tokens between a quotation and the verb that reports it
_STOPS = frozenset({".", ";", ":", "!", "?"})


def _closes(cue: Token) -> bool:
    """Whether it stands right after what is said."""
    before = cue.doc[cue.i - 1] if cue.i else cue
    return before.text == "," or before.is_quote


def is_rejected(cue: Token) -> bool:
    """As in "dismissed suggestions that ..."."""
    return cue.pos_ == "NOUN" and cue.dep_ == "dobj" and cue.head.lemma_ in DOUBTED


def _beside(said: Token) -> Token | None:
    """The speaker next to a "said" that has no subject in the parse."""
    for place in (said.i - 1, said.i + 1):
        if said.sent.start <= place < said.sent.end:
            near = said.doc[place]
            if near.pos_ in {"NOUN", "PROPN", "PRON"}:
                return near
    return None


def listing(sentence: Span) -> Token | None:
    """As "demands" of "Norland has three demands.": the sentences after it give them.

    >>> from detente.reading.page import phrase
    >>> listing(phrase("Norland has a list of three demands. Sudmark must pay.")[:8])
    demands
    """
    for noun in sentence:
        if noun.lower_ not in _LISTED or not any(c.dep_ == "nummod" for c in noun.children):
            continue
        of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
        thing = noun.head.head if of else noun
        while thing.dep_ in {"conj", "appos"}:
            thing = thing.head
        verb = thing.head
        if thing.dep_ == "dobj" and verb.lemma_ in _LISTING and verb.dep_ == "ROOT":
            return noun
    return None


_LISTED = words("demands conditions terms requirements preconditions requests")
_LISTING = words("have set put make issue present submit draw list name publish lay formulate")
