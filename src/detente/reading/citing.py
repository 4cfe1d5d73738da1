"""Whom a clause cites without a verb of saying: "according to X", "in X's view"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.saying import is_plain

_VIEWS = frozenset({"view", "opinion", "eye", "eyes", "words", "word", "reading", "judgment",
                    "judgement", "telling", "mind", "book", "teaching", "estimation", "account",
                    "version", "assessment", "phrase", "submission", "contention", "argument",
                    "understanding", "interpretation", "analysis", "reckoning", "rendering",
                    "perspective", "perception", "formulation", "sight"})  # fmt: skip


def source(inner: Token, token: Token) -> Token | None:
    """As in "according to X", "in the words of X", "in X's view", "for X, ..."."""
    for child in (*inner.children, *_of_subject(inner)):
        as_it = child.lemma_ in _TELLING and _as_it(child)
        if child.dep_ == "advcl" and (as_it or as_told(child)):
            return syntax.first(child, "nsubj")
        if child.lower_ == "far" and (whom := _concerned(child)) is not None:
            return whom
        if child.i == token.i or child.dep_ not in {"prep", "advmod", "dep"}:
            continue
        if child.i > token.i and child.nbor(-1).text == ";":
            continue  # "Norland would agree; for Sudmark that is a trap"
        found = _source_phrase(child)
        if found is not None:
            return found
    return None


def _concerned(far: Token) -> Token | None:
    """Of "as far as Norland is concerned": whom it is a matter for."""
    said = next((c for c in syntax.children(far, "advcl") if c.lower_ == "concerned"), None)
    return syntax.first(said, "nsubjpass", "nsubj") if said is not None else None


_COUNTS = frozenset({"count", "reckoning", "estimate", "calculation", "calculations", "figures",
                     "lights", "arithmetic", "logic", "admission", "tally", "sums"})  # fmt: skip
_POINTS = frozenset({"point", "perspective", "standpoint", "viewpoint", "vantage"})
_READINGS = frozenset({"reading", "interpretation", "account", "understanding", "version"})
_ON_WHAT = {"on": _READINGS, "by": _COUNTS}
_OPENING = frozenset({"DT", "PRP$", "EX"})  # "To Norland the council is lawful"
_PERSONS = frozenset({"him", "her", "them", "us", "me"})
_TELLING = frozenset({"see", "tell", "put", "have", "understand", "remember", "describe"})


def _of_subject(inner: Token) -> Iterator[Token]:
    """As "in Norland's telling" of "The salt, in Norland's telling, belongs to it"."""
    own = syntax.first(inner, *syntax.SUBJECTS)
    for child in own.children if own is not None else ():
        if child.dep_ == "prep" and child.i > 0 and child.nbor(-1).text == ",":
            yield child


def _as_it(verb: Token) -> bool:
    """As in "as Norland tells it"."""
    return any(c.lower_ == "as" for c in verb.children) and any(
        c.lower_ in {"it", "things", "matters"} for c in verb.children
    )


def as_told(verb: Token) -> bool:
    """As in ", as Norland told it in May", "As Norland put it,": nothing else is said.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("It will pay, as Norland told Sudmark in May, as it must.")
    >>> [token for token in doc if as_told(token)]
    [told]
    """
    opens = verb.left_edge
    first = opens.i == verb.sent.start
    if opens.lower_ != "as" or not (first or opens.nbor(-1).text == ","):
        return False
    if first and (verb.lemma_ in _OF_THINGS and syntax.first(verb, "dobj") is not None):
        return False  # "As Norland announced the closure, boats were leaving"
    told = syntax.first(verb, "ccomp", "oprd", "acomp")
    if verb.lemma_ in {"let", "make"}:
        return told is not None and told.lower_ in {"know", "known", "clear", "plain"}
    return told is None and verb.lemma_ in _TOLD and syntax.is_finite(verb)


_OF_THINGS = frozenset({"announce", "declare", "repeat", "stress", "explain", "state", "say"})
_TOLD = frozenset({"tell", "inform", "warn", "remind", "write", "say", "insist", "announce",
                   "declare", "repeat", "stress", "explain", "state"})  # fmt: skip


def is_source(noun: Token) -> bool:
    """Whether a noun is whom the text cites: "according to the union"."""
    to = noun.head
    return noun.dep_ == "pobj" and to.i > 0 and "according" in {to.lower_, to.nbor(-1).lower_}


def _source_phrase(prep: Token) -> Token | None:
    word = prep.lower_
    if word == "according":
        to = syntax.first(prep, "prep")
        return syntax.first(to if to is not None else prep, "pobj")
    noun = syntax.first(prep, "pobj")
    if noun is None:
        return None
    opens = prep.i == prep.sent.start or prep.nbor(-1).text in {";", ":"} or _is_put_in(prep)
    if word in {"for", "to"} and opens:
        owner = syntax.first(noun, "poss")  # "to Norland's admiral, there can be no talks"
        named = noun.pos_ == "PROPN" or (owner is not None and owner.pos_ == "PROPN")
        named = named or noun.lower_ in _PERSONS or noun.left_edge.lower_ == "the"
        fenced = named and noun.right_edge.i + 1 < len(noun.doc)
        last = noun.right_edge
        after = last if last.text == "," else last.nbor() if fenced else noun
        opening = after.text == "," or after.tag_ in _OPENING or _is_judged(after)
        return noun if fenced and opening else None
    return _viewer(prep, noun)


def _is_put_in(prep: Token) -> bool:
    """As "for Norland" of "Its return is, for Norland, out of the question"."""
    if prep.i < prep.sent.start + _PUT_IN or prep.nbor(-1).text != ",":
        return False
    return prep.nbor(-2).lemma_ in {"be", "remain"} and prep.head is prep.nbor(-2)


_PUT_IN = 3  # words before it: a subject, a verb and a comma


def _viewer(prep: Token, noun: Token) -> Token | None:
    """Of "on Norland's reading", "by its count", "in the Norlandic view": whose it is."""
    word, owner = prep.lower_, syntax.first(noun, "poss")
    named = _ON_WHAT.get(word, frozenset())
    if owner is not None and noun.lower_ in named:
        return owner
    if word == "from" and noun.lower_ in _POINTS:
        return owner or _land_of(noun)  # "from Norland's point of view"
    if word not in {"in", "by", "to"} or not (noun.lower_ in _VIEWS or noun.lemma_ in _VIEWS):
        return None
    if word == "in" and (land := _land_of(noun)) is not None:
        return land
    return syntax.owner(noun) if noun.lemma_ != "word" or prep.head.i > 0 else None


def is_for(noun: Token) -> bool:
    """As "the talks" of "For the talks the hall is too small": whose view it is only of parties."""
    return noun.head.lower_ in {"for", "to"} and noun.pos_ == "NOUN"


def _is_judged(token: Token) -> bool:
    """As "that" of "To Norland that is blackmail", "it" of "For Norland it was no accident"."""
    pointing = token.lower_ in {"that", "this", "it", "these", "they", "he", "she"}
    return pointing and token.dep_ in syntax.SUBJECTS and token.head.lemma_ in {"be", "remain"}


def _land_of(view: Token) -> Token | None:
    """As "Ethiopian" of "in the Ethiopian view": whose view it is, by an adjective."""
    opens = view.left_edge.lower_ == "the" or view.left_edge.pos_ == "ADJ"  # "in Tanian eyes"
    lands = (c for c in syntax.children(view, "amod", "compound") if c.text[:1].isupper())
    return next(lands, None) if opens else None


def second(inner: Token) -> Token | None:
    """Of "A says that it is legal, B that it is void": who says the second.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Chad says that it will go on with the project, Kenya that nothing is built.")
    >>> second(doc[-2]), second(doc[5])
    (Kenya, None)
    """
    that = next((c for c in inner.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    start = inner.sent.start
    if that is None or that.i - start < _A_CLAUSE:
        return None
    name = that.nbor(-1)
    at = name.left_edge.i
    if name.pos_ != "PROPN" or name.head.i > name.i or inner.doc[at - 1].text != ",":
        return None
    before = inner.doc[start:at]
    said = any(t.dep_ == "ROOT" and is_plain(t) for t in before)
    opened = any(t.lower_ == "that" and t.dep_ == "mark" for t in before)
    return name if said and opened else None


_A_CLAUSE = 6  # words of "A says that it is so"
