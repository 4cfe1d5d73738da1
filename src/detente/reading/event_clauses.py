"""The clause of an event: its words, and the date that stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from detente.reading import dates
from detente.reading.scene import Scene
from detente.reading.syntax import extent

Dated = Sequence[tuple[Token, dates.DatePhrase]]
_OPENING = frozenset({"when", "after", "that", "because", "since", "while", "where"})
_SHORT = 5  # a clause of fewer words is quoted with the one it hangs on


def phrases(scene: Scene) -> dict[int, list[tuple[Token, dates.DatePhrase]]]:
    """The date phrases of the text, by the first token of the sentence they stand in."""
    found: dict[int, list[tuple[Token, dates.DatePhrase]]] = {}
    for phrase in scene_dates(scene):
        span = scene.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        if span is not None:
            root = span.root
            found.setdefault(root.sent.start, []).append((root, phrase))
    return found


def scene_dates(scene: Scene) -> tuple[dates.DatePhrase, ...]:
    """The date phrases of the text, found once an article."""
    known = scene.doc.user_data.get("dates")
    if known is None:
        known = dates.find(scene.document.text, scene.document.published)
        scene.doc.user_data["dates"] = known
    found: tuple[dates.DatePhrase, ...] = known
    return found


def clause(verb: Token) -> tuple[int, int]:
    """First and last token of the clause, what a comma and "which" add left out."""
    first, end = extent(verb)
    for token in verb.subtree:
        added = token.dep_ == "relcl" and token.head.i > verb.i
        left = token.left_edge.i
        if added and left > verb.i + 1 and token.doc[left - 1].text == "," and left - 1 < end:
            end = left - 1
    if verb.dep_ in {"relcl", "acl"}:  # with what it qualifies
        first = min(first, verb.head.left_edge.i)
    elif end - first < _SHORT and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        first, end = min(first, verb.head.left_edge.i), max(end, verb.head.i + 1)
    while first < verb.i and verb.doc[first].lower_ in _OPENING:
        first += 1
    return first, end - 1


def date_of(verb: Token, first: int, last: int, found: Dated) -> str | None:
    """The date nearest to the verb within its own clause, else that of the verb it is joined to."""
    own = [
        (abs(token.i - verb.i), phrase.value)
        for token, phrase in found
        if first - 3 <= token.i <= last + 3 and _clause_of(token, verb)
    ]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return date_of(verb.head, *clause(verb.head), found)
    return None


def _clause_of(token: Token, verb: Token) -> bool:
    for above in token.ancestors:
        if above == verb:
            return True
        if above.pos_ == "VERB" and above.dep_ not in {"acl", "amod", "compound"}:
            return False
    return False


def line(token: Token) -> str:
    """The line of the token, up to it."""
    doc, at = token.doc, token.i
    while at > 0 and "\n" not in doc[at - 1].text:
        at -= 1
    words: Span = doc[at : token.i]
    return words.text_with_ws
