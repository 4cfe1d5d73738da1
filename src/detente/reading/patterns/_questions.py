"""What a question of a speaker says: "Why should we pay?", "When will they leave?"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.wording import words

_OWN = words("we i")
_PROOFS = frozenset({"proof", "evidence", "paper", "document"})
_WHY = words("why how")
_OUGHT = words("should must can could would")


def rhetorical(telling: Telling, kind: str) -> Iterator[Finding]:
    """The questions within quotations that are positions of a kind."""
    for sentence in telling.scene.sentences:
        if not sentence.spelt({"?"}):
            continue
        opening = next((token for token in sentence if token.is_alpha), None)
        if opening is None or telling.quotation(opening) is None:
            continue
        head = _head(telling, opening)
        if _kind(opening, head) == kind:
            holder = telling.voice(head).holder
            yield from cues.finding(telling, kind, head, holder=holder, confidence=0.7)


def replied(telling: Telling, kind: str) -> Iterator[Finding]:
    """As in "Asked if it would settle for less, she said: “No.”"."""
    for quotation in telling.quotations:
        span = telling.doc.char_span(quotation.start, quotation.end)
        word = next((t for t in span if t.is_alpha), None) if span is not None else None
        if word is None or word.lower_ not in _REPLIES or not word.is_title:
            continue
        asked = _question_before(word)
        if asked is not None and _replied(word, ahead=bool(syntax.modal(asked))) == kind:
            holder = telling.voice(word).holder
            yield from cues.finding(telling, kind, word, holder=holder, confidence=0.8)


_REPLIES = words("no never nope yes sure absolutely")


def _question_before(word: Token) -> Token | None:
    """The verb of what "asked if it would settle" asks, before a reply."""
    asked = None
    for token in word.doc[max(0, word.i - _BEFORE) : word.i]:
        if token.lower_ in {"if", "whether"} and token.i and token.nbor(-1).lower_ == "asked":
            asked = token
        elif asked is not None and token.pos_ in {"VERB", "AUX"} and token.dep_ not in _HELPING:
            return token
    return None


_BEFORE = 40  # words back to the question
_HELPING = frozenset({"aux", "auxpass"})


def _replied(word: Token, *, ahead: bool) -> str:
    if word.lower_ in {"no", "never", "nope"}:
        return "refusal" if ahead else "denial"
    return "willingness" if ahead else "claim"


def _head(telling: Telling, opening: Token) -> Token:
    """The highest verb of the question itself."""
    quotation = telling.quotation(opening)
    step = opening
    while step.head != step and telling.quotation(step.head) == quotation:
        step = step.head
    return step


def _kind(opening: Token, head: Token) -> str | None:
    word, following = opening.lower_, opening.doc[opening.i + 1 : opening.i + 3]
    near = [token.lower_ for token in following]
    own = syntax.first(head, *syntax.SUBJECTS)
    ours = own is not None and own.lower_ in _OWN
    if word in _WHY and ours and syntax.modal(head) in _OUGHT and not is_negated(head):
        return "refusal"
    if word == "why" and near[:1] == ["not"]:
        return "willingness" if near[1:2] == ["?"] else "offer"
    if word == "where" and any(t.lemma_ in _PROOFS for t in opening.sent):
        return "denial"
    if word == "when" and not ours and syntax.modal(head) in {"will", "would"}:
        return "demand"
    if word == "why" and (near[0] in {"do", "does", "wo", "ca"} if near else False):
        return "demand" if is_negated(head) and not ours else None
    return None
