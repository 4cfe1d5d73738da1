"""Conditions that a noun names: condition, precondition, price, requirement.

"On two conditions: ..."; "X is a prerequisite for Y"; "the price of Y is X"; "wants X as a
condition for Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import aside, phrase_of
from detente.reading.listing import items
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import DASHES, words

_NAMES = words(
    "precondition prerequisite condition requirement prelude price must key step minimum basis "
    "sine starting start test threshold opener stipulation must-have ticket line"
)
TERMS = words("precondition prerequisite condition requirement price pre-condition stipulation")
BEING = frozenset({"be", "remain", "become"})
_MAKING_UP = frozenset({"constitute", "represent", "form"})
_PURPOSES = frozenset({"for", "of", "to", "before", "towards", "toward", "in"})
_NAMING = frozenset({"make", "call", "set", "demand", "name", "declare", "consider", "deem"})
_PLACES = frozenset({"attr", "oprd", "dobj", "pobj", "ccomp"})
_ASKING = words(
    "want demand expect ask urge require insist call press need wish seek set name cite list "
    "impose mention put specify stipulate lay include"
)
_COLON = 16  # tokens from "conditions" to the colon before them


def _listed(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "on three conditions: that ...", "names two conditions: ..."."""
    doc = sentence.doc
    for token in sentence.of_lemmas(TERMS | _BARS):
        if token.lemma_ in _BARS and not _is_set(token):
            continue
        named = token.head.lemma_ in _PRICING or (token.head.lemma_ == "be" and about_of(token))
        if token.lemma_ == "price" and not (named or _is_at_a_price(token)):
            continue
        stop = min(token.i + _COLON, sentence.end)
        colon = next((t for t in doc[token.i + 1 : stop] if t.text == ":"), None)
        colon = colon or _namely(token, sentence)
        main = syntax.governing(token)
        if colon is None or main is None or colon.i + 1 >= sentence.end:
            continue
        if token.dep_ == "dobj" and token.head.lemma_ in _FULFILLING:
            continue  # "if Iran fulfils three requirements: ...": another's, found by the "if"
        end = aside(telling, colon.i + 1, sentence.end) if colon.text != ":" else sentence.end
        start, end = syntax.trimmed(token, colon.i + 1, end)
        below = items(sentence, telling.scene.document.text)
        listed = [syntax.trimmed(item[0], item.start, item.end) for item in below]
        for first, stop in listed or [(start, end)]:
            begins = first + (doc[first].lower_ == "that")
            if any(t.is_alpha for t in doc[begins:stop]):
                yield Found(
                    "conditions", "given", token.i, begins, stop, main, fronted=False,
                    about=about_of(token), owner=owner_of(token),
                )  # fmt: skip


def _namely(token: Token, sentence: Span) -> Token | None:
    """The last word of ", namely" or ", that" after "on one condition"."""
    near = sentence.doc[token.i + 1 : min(token.i + _COLON, sentence.end)]
    if (namely := next((t for t in near if t.lower_ == "namely"), None)) is not None:
        return namely
    rest = near[:_PAIR]
    if len(rest) < _PAIR or rest[0].text not in {",", *DASHES}:
        return None
    one = any(c.lower_ in {"one", "a", "single", "sole"} for c in token.lefts)
    that = rest[1].lower_ == "that" and rest[1].tag_ == "IN"
    return rest[1] if that and one else None


_PAIR = 2  # a comma and "namely"


def _is_at_a_price(token: Token) -> bool:
    """As in "Norland's support comes at a price: two seats", "has its price: a new pier"."""
    at = token.dep_ == "pobj" and token.head.lower_ == "at"
    verb = token.head.head if at else token.head
    own = token.dep_ == "dobj" and syntax.first(token, "poss") is not None
    return verb.lemma_ == "come" if at else verb.lemma_ == "have" and own


def _is_set(token: Token) -> bool:
    """As in "sets a high bar", "attached one string", "Norland's test is simple"."""
    verb = token.head
    if token.dep_ == "attr" and syntax.first(verb, "expl") is not None:
        return token.lemma_ in HIDDEN and not is_negated(verb)  # "there was a catch: ..."
    if token.dep_ == "dobj":
        return verb.lemma_ in _SETTING
    if token.dep_ == "pobj" and verb.lower_ in {"on", "with", "under"}:
        return any(c.lower_ in {"one", "a", "the", "single", "sole"} for c in token.lefts)
    plain = (
        verb.lemma_ == "be" and token.dep_ == "nsubj" and syntax.first(token, "poss") is not None
    )
    return plain and syntax.first(verb, "acomp", "attr") is not None


_BARS = words(
    "test bar hurdle threshold string caveat proviso yardstick benchmark rider minimum catch"
)
HIDDEN = words(
    "catch sting snag hitch string condition proviso caveat rider expectation stipulation"
)
_SETTING = words("set have name attach put lay impose pose be add draw apply make raise propose")
_PRICING = words("name set state have put spell")
_FULFILLING = words("fulfil fulfill meet satisfy accept")


VAGUE = words("one same this that it what clear simple two three four five")


def about_of(term: Token) -> Token | None:
    """What a condition is one for."""
    preps = [p for p in syntax.children(term, "prep") if p.lower_ in _PURPOSES]
    for clause in syntax.children(term, "acl"):  # "the condition set by Norland for talks"
        preps += [p for p in syntax.children(clause, "prep") if p.lower_ == "for"]
        if term.dep_ == "attr":  # "the condition that it has set for Sudmark, for talks"
            preps += [p for p in syntax.children(term.head, "prep") if _goes_on(p, clause)]
    for clause in syntax.children(term, "relcl"):  # "the price that it puts on talks"
        preps += [p for p in syntax.children(clause, "prep") if p.lower_ in {"on", "for", "upon"}]
    found = [a for p in preps if (a := syntax.first(p, "pobj", "pcomp")) is not None]
    things = [a for a in found if a.pos_ != "PROPN"]  # "set for Norland, for a return"
    return next(iter(things or found), None)


def _goes_on(prep: Token, clause: Token) -> bool:
    return prep.lower_ == "for" and prep.i > clause.i


def owner_of(term: Token) -> Token | None:
    """Whose condition it is: "Ankara's condition"."""
    own = syntax.first(term, "poss")
    if own is not None:
        return own
    about = about_of(term)
    if about is not None and (own := syntax.first(about, "poss")) is not None:
        return own
    if (setter := _setter(term)) is not None:
        return setter
    verb = term.head
    if _is_at_a_price(term):
        subject = syntax.subject(syntax.governing(term) or verb)
        own = syntax.first(subject, "poss") if subject is not None else None
        return own if own is not None else subject
    if term.dep_ == "dobj" and verb.pos_ == "VERB" and not syntax.is_passive(verb):
        return syntax.subject(verb)
    return None


def _setter(term: Token) -> Token | None:
    """Of "the condition that Norland has set", "the condition set by Norland": Norland."""
    for clause in syntax.children(term, "relcl", "acl"):
        asker = syntax.first(clause, "nsubj")
        if asker is not None and asker.tag_ not in {"WDT", "WP"}:
            return asker
    set_ = (clause for clause in syntax.children(term, "acl") if clause.tag_ == "VBN")
    return next((one for one in map(syntax.agent, set_) if one is not None), None)


def _named(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The withdrawal is a precondition for talks"."""
    for token in sentence.of_lemmas(_NAMES):
        beside = (
            token.dep_ in {"conj", "appos"} and token.head.dep_ == "dobj" and not _joined(token)
        )
        if token.dep_ not in _PLACES and not beside:
            continue
        about, verb = about_of(token), syntax.governing(token)
        if about is None or verb is None or is_negated(verb):
            continue
        named = token.head if beside and verb.lemma_ in _NAMING else _said_to_be(verb, token)
        if token.lemma_.lower() in _STEPS and not _is_first_step(token):
            continue
        if token.lemma_ == "line" and telling.who(about):
            continue  # "a red line for Norland": whose it is
        if named is not None and about.lower_ != "anonymity" and named.lower_ not in VAGUE:
            start, end = phrase_of(named)
            end = min(end, token.left_edge.i) if start < token.left_edge.i else end
            main = about if verb.lemma_ in BEING | _MAKING_UP else verb
            owner = owner_of(token) if main is about else syntax.first(token, "poss")
            yield Found(
                f"{token.lemma_} for", "only", token.i, start, end, main, fronted=True,
                about=about, owner=owner,
            )  # fmt: skip


def _joined(token: Token) -> bool:
    """Whether "and" or a comma parts a noun from the one that it hangs on."""
    between = token.doc[token.head.i : token.left_edge.i]
    return any(t.text in {",", ";"} or (t.dep_ == "cc" and t.head == token.head) for t in between)


_STEPS = words("step start starting basis test minimum threshold line")


def _is_first_step(token: Token) -> bool:
    """Of "the first step", "a necessary step", "the minimum": something that must come about."""
    own = {child.lower_ for child in token.children}
    return bool(own & _FIRST) or token.lemma_.lower() in {"minimum", "threshold"}


_FIRST = words("first necessary indispensable only minimum starting essential sole red")


def _said_to_be(verb: Token, noun: Token) -> Token | None:
    if verb.lemma_ in BEING | _MAKING_UP:
        return next(syntax.children(verb, *syntax.SUBJECTS), None)
    if verb.lemma_ in _NAMING:
        within = [c for c in noun.children if c.dep_ == "nsubj" and c.i > verb.i]
        other = [c for c in syntax.children(verb, "dobj", "nsubj", "ccomp") if c.i != noun.i]
        return next((c for c in (*within, *other) if c.i > verb.i), None)
    return None


def _as_one(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "wants X as a condition for talks", "X must go as a prerequisite for talks"."""
    for token in sentence.of_lemmas(TERMS):
        at = token.head
        if token.dep_ != "pobj" or at.lower_ != "as":
            continue
        about, verb = about_of(token), _asking(at)
        duty = _duty(at) if verb is None and not telling.voice(at.head).is_narrator else None
        if about is not None and duty is not None:
            start, end = syntax.trimmed(duty, syntax.extent(duty)[0], at.i)
            start += sentence.doc[start].lower_ == "that"
            yield Found(
                f"as a {token.lemma_} for", "only", at.i, start, end, duty, fronted=True,
                about=about,
            )  # fmt: skip
        if about is None or verb is None or is_negated(verb):
            continue
        start, end = syntax.trimmed(verb, verb.i + 1, at.i)
        if sentence.doc[start].lower_ in {"that", "for", "on", "upon"}:
            start += 1
        if end > start > verb.i:
            yield Found(
                f"as a {token.lemma_} for", "only", at.i, start, end, verb, fronted=True,
                about=about,
            )  # fmt: skip


def _duty(token: Token) -> Token | None:
    """The clause of what must be that a word hangs on."""
    verb = syntax.governing(token)
    while verb is not None and verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb if verb is not None and is_due(verb) and not is_negated(verb) else None


def _asking(token: Token) -> Token | None:
    step = token
    while step.head != step:
        step = step.head
        if step.lemma_ in _ASKING and step.pos_ == "VERB" and step.i < token.i:
            return None if syntax.is_passive(step) else step
    return None


find = by_sentence(_listed, _named, _as_one)
