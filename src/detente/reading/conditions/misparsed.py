"""The clause that depends on a condition that opens its sentence, where the parser lost it."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.moods import PROMISING
from detente.reading.parsed import Doc, Token
from detente.reading.saying import is_plain


def promise_within(doc: Doc, start: int, said: Token) -> Token | None:
    """As "sign" of "Once we have the keys we will sign, they said", taken for a relative clause."""
    for token in doc[start : said.i]:
        own = token.i > start and syntax.first(token, "nsubj", "nsubjpass", "expl") is not None
        if own and token.dep_ in {"relcl", "ccomp", "conj"} and syntax.modal(token) in PROMISING:
            subject = syntax.first(token, "nsubj", "nsubjpass", "expl")
            return token if subject is not None and subject.tag_ not in {"WDT", "WP"} else None
    return None


def verb_after(doc: Doc, start: int) -> Token | None:
    """The first finite verb after the comma that closes a fronted condition, or its promise.

    As "discuss" of "Until there's a verdict Norland will discuss money only".
    """
    passed = False
    for token in doc[start : doc[start].sent.end]:
        passed = passed or token.text == ","
        finite = token.pos_ in {"VERB", "AUX"} and token.dep_ not in _NO_MAIN
        if passed and finite and token.lower_ != "according" and not _is_told_aside(token):
            return token
    return None if passed else _promise_unparted(doc, start)


def _promise_unparted(doc: Doc, start: int) -> Token | None:
    """The verb of the first "will" or "would" behind a condition that opens its sentence."""
    sentence = doc[start].sent
    if any(t.tag_ in syntax.FINITE or t.text == "," for t in doc[sentence.start : start]):
        return None
    rest = doc[start : sentence.end]
    own = next((t for t in rest if t.tag_ in {"VBZ", "VBP", "VBD"}), None)
    will = next((t for t in rest if t.tag_ == "MD" and own is not None and t.i > own.i), None)
    if will is None or own is None or will.head.i < will.i:
        return None
    joined = any(t.lower_ in {"that", "which", "who", "and"} for t in doc[own.i : will.i])
    return None if joined else will.head


def _is_told_aside(token: Token) -> bool:
    """Of ", Norland said,": the saying itself."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return is_plain(token) and (token.dep_ == "parataxis" or after.text == ",")


_NO_MAIN = frozenset({"aux", "auxpass", "relcl", "acl", "amod", "prep"})
