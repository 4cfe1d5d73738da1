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
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_NAMES = words(
    "precondition prerequisite condition requirement prelude price must key step minimum basis "
    "sine starting start test threshold opener stipulation must-have ticket line"
)
_TERMS = words("precondition prerequisite condition requirement price pre-condition stipulation")
_BEING = frozenset({"be", "remain", "become"})
_MAKING_UP = frozenset({"constitute", "represent", "form"})
_TOLD = _BEING | {"include", "comprise"}
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
    for token in sentence.of_lemmas(_TERMS | _BARS):
        if token.lemma_ in _BARS and not _is_set(token):
            continue
        named = token.head.lemma_ in _PRICING or (token.head.lemma_ == "be" and _about(token))
        if token.lemma_ == "price" and not (named or _is_at_a_price(token)):
            continue
        stop = min(token.i + _COLON, sentence.end)
        colon = next((t for t in doc[token.i + 1 : stop] if t.text == ":"), None)
        main = syntax.governing(token)
        if colon is None or main is None or colon.i + 1 >= sentence.end:
            continue
        if token.dep_ == "dobj" and token.head.lemma_ in _FULFILLING:
            continue  # "if Iran fulfils three requirements: ...": another's, found by the "if"
        start, end = syntax.trimmed(token, colon.i + 1, sentence.end)
        below = items(sentence, telling.scene.document.text)
        listed = [syntax.trimmed(item[0], item.start, item.end) for item in below]
        for first, stop in listed or [(start, end)]:
            begins = first + (doc[first].lower_ == "that")
            if any(t.is_alpha for t in doc[begins:stop]):
                yield Found(
                    "conditions", "given", token.i, begins, stop, main, fronted=False,
                    about=_about(token), owner=_owner(token),
                )  # fmt: skip


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


def _about(term: Token) -> Token | None:
    """What a condition is one for."""
    preps = [p for p in syntax.children(term, "prep") if p.lower_ in _PURPOSES]
    for clause in syntax.children(term, "acl"):  # "the condition set by Norland for talks"
        preps += [p for p in syntax.children(clause, "prep") if p.lower_ == "for"]
    for clause in syntax.children(term, "relcl"):  # "the price that it puts on talks"
        preps += [p for p in syntax.children(clause, "prep") if p.lower_ in {"on", "for", "upon"}]
    return next((a for p in preps if (a := syntax.first(p, "pobj", "pcomp")) is not None), None)


def _owner(term: Token) -> Token | None:
    """Whose condition it is: "Ankara's condition"."""
    own = syntax.first(term, "poss")
    if own is not None:
        return own
    about = _about(term)
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
    for clause in syntax.children(term, "relcl"):
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
        about, verb = _about(token), syntax.governing(token)
        if about is None or verb is None or is_negated(verb):
            continue
        named = token.head if beside and verb.lemma_ in _NAMING else _said_to_be(verb, token)
        if token.lemma_.lower() in _STEPS and not _is_first_step(token):
            continue
        if token.lemma_ == "line" and telling.who(about):
            continue  # "a red line for Norland": whose it is
        if named is not None and about.lower_ != "anonymity" and named.lower_ not in _VAGUE:
            start, end = phrase_of(named)
            end = min(end, token.left_edge.i) if start < token.left_edge.i else end
            main = about if verb.lemma_ in _BEING | _MAKING_UP else verb
            yield Found(
                f"{token.lemma_} for", "only", token.i, start, end, main, fronted=True,
                about=about, owner=_owner(token) if main is about else syntax.first(token, "poss"),
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
    if verb.lemma_ in _BEING | _MAKING_UP:
        return next(syntax.children(verb, *syntax.SUBJECTS), None)
    if verb.lemma_ in _NAMING:
        within = [c for c in noun.children if c.dep_ == "nsubj" and c.i > verb.i]
        other = [c for c in syntax.children(verb, "dobj", "nsubj", "ccomp") if c.i != noun.i]
        return next((c for c in (*within, *other) if c.i > verb.i), None)
    return None


def _told(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The price of a deal is an apology", "Norland's condition for talks is that ..."."""
    for token in sentence.of_lemmas(_TERMS):
        if (top := _topmost(token)) is None:
            continue
        verb, about, owner = top.head, _about(token), _owner(token)
        if verb.lemma_ not in _TOLD or is_negated(verb):
            continue
        if about is None and not telling.who(owner):
            continue
        what = next((c for c in verb.children if c.i > verb.i and c.dep_ in _WHAT), None)
        if what is None or what.lower_ in _VAGUE:
            continue
        if token.lemma_ == "price" and any(c.lower_ == "a" for c in token.lefts):
            continue  # "A fixed price is a wager"
        start, end = phrase_of(what)
        end = min(end, aside(telling, start, end))
        start += sentence.doc[start].lower_ == "that"
        if end > start:
            yield Found(
                f"{token.lemma_} is", "only", token.i, start, end, verb, fronted=False,
                about=about, owner=owner if telling.who(owner) else None,
            )  # fmt: skip


def _topmost(token: Token) -> Token | None:
    """The subject that a noun is, or is counted in: "one of its conditions"."""
    counted = (
        token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _COUNTS
    )
    top = token.head.head if counted else token
    return top if top.dep_ in syntax.SUBJECTS else None


_COUNTS = words("one two three first second main chief another both some most")


def _among(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Among Norland's conditions for a truce is the disarming of the militia"."""
    for token in sentence.of_lemmas(_TERMS):
        at = token.head
        if token.dep_ != "pobj" or at.lower_ != "among":
            continue
        verb, owner = at.head, _owner(token)
        what = syntax.first(verb, "nsubj", "attr") if verb.lemma_ in _BEING else None
        if what is not None and what.i > verb.i and telling.who(owner):
            yield Found(
                f"among {token.lemma_}", "only", at.i, *phrase_of(what), verb, fronted=False,
                about=_about(token), owner=owner,
            )  # fmt: skip


_WHAT = frozenset({"attr", "ccomp", "xcomp", "dobj"})
_VAGUE = words("one same this that it what clear simple two three four five")


def _as_one(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "wants X as a condition for talks", "X must go as a prerequisite for talks"."""
    for token in sentence.of_lemmas(_TERMS):
        at = token.head
        if token.dep_ != "pobj" or at.lower_ != "as":
            continue
        about, verb = _about(token), _asking(at)
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
    bound = verb is not None and syntax.modal(verb) in {"must", "should"}
    return verb if bound and verb is not None and not is_negated(verb) else None


def _asking(token: Token) -> Token | None:
    step = token
    while step.head != step:
        step = step.head
        if step.lemma_ in _ASKING and step.pos_ == "VERB" and step.i < token.i:
            return None if syntax.is_passive(step) else step
    return None


find = by_sentence(_listed, _named, _told, _among, _as_one)
