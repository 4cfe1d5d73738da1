"""The second half of a position that is taken back in part: "ready to talk, but not to pay".

And what somebody would not do, of "would strike rather than accept the cuts".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.wording import words

_READY = words("ready willing prepared open happy agreed able free")
DISCUSSING = words("discuss consider negotiate examine review study reconsider look talk")
_MAY = frozenset({"will", "would", "could", "can", "may", "might"})
_OFFERING = words(
    "offer agree promise pledge accept propose consent undertake support back like welcome want "
    "endorse approve recognise recognize praise grant concede favour favor"
)


def excepted(telling: Telling) -> Iterator[Finding]:
    """Refusals after "but not"."""
    for sentence in telling.scene.sentences:
        for token in filter(_excepts, sentence.spelt({"not", "never"})):
            start, stop = token.i - (token.lower_ == "not"), _stop(token)
            inside = [t for t in telling.doc[token.i + 1 : stop] if not t.is_punct]
            first = _granted(telling, token)
            verb = _refused(inside, first) if first is not None and inside else None
            if first is None or verb is None:
                continue
            own = cues.is_own_folk(telling.subject(first))  # "my clients would pay, but not"
            holder = (() if own else telling.holder(first)) or telling.voice(first).holder
            for found in cues.finding(telling, "refusal", verb, holder=holder, confidence=0.72):
                yield Finding(
                    found.kind, token, found.holder, found.speaker, found.addressee,
                    " ".join(t.text for t in inside), confidence=0.72, span=(start, stop),
                )  # fmt: skip


def _excepts(no: Token) -> bool:
    """As "not" of "but not to a chain", "never" of "to a keeper, never to a chain"."""
    before = no.nbor(-1) if no.i else no
    if no.lower_ == "not":
        return before.lower_ == "but" or (before.lower_ == "and" and _is_of_thing(no))
    after = no.doc[no.i + 1 : no.i + 2]
    return no.lower_ == "never" and before.text == "," and bool(after.spelt({"to", "with"}))


def _is_of_thing(no: Token) -> bool:
    """As in "liked the bridge and not the toll", "for the one half and not for the other"."""
    after = no.doc[no.i + 1 : no.i + 2]
    return any(token.tag_ in _NAMING or token.lower_ == "for" for token in after)


def forgone(telling: Telling) -> Iterator[Finding]:
    """Refusals after "rather than": "would strike rather than accept the cuts"."""
    for sentence in telling.scene.sentences:
        for than in sentence.spelt({"than"}):
            verb = than.head if than.head.i > than.i else _joined_by(than)
            first = verb.head if verb is not None else None
            rather = than.i > 0 and than.nbor(-1).lower_ in {"rather", "sooner"}
            if verb is None or first is None or not rather or verb.tag_ != "VB":
                continue
            ahead = syntax.modal(first) in {"will", "would"} or first.dep_ == "xcomp"
            holder = telling.holder(first) if ahead and first.pos_ == "VERB" else ()
            yield from cues.finding(telling, "refusal", verb, holder=holder, confidence=0.75)


def _joined_by(than: Token) -> Token | None:
    """The verb that "than" joins to another."""
    inside = (child for child in than.head.children if child.dep_ == "conj" and child.i > than.i)
    return next(inside, None)


def _refused(inside: list[Token], first: Token) -> Token | None:
    """What is not done: "to pay", "with a union", "the sum"; not "until March", "for long"."""
    told = next((i for i, t in enumerate(inside) if t.tag_ in {"WDT", "WP"} and i), len(inside))
    inside = inside[:told]  # "but not a clause that decides by itself"
    if inside[0].lower_ == "to" and (bare := [one for one in inside if one.tag_ == "VB"]):
        return bare[0]
    opening = inside[0].tag_ in _NAMING | {"IN", "TO"}
    if any(token.tag_ in syntax.FINITE for token in inside) or not opening:
        return None
    same = inside[0].tag_ in _NAMING or any(
        token.lower_ == inside[0].lower_ for token in first.doc[first.i : inside[0].i - 1]
    )
    same = same or inside[0].lower_ in _TERMS
    named = inside[-1].tag_.startswith("NN") and inside[-1].lemma_ not in _HOW
    return inside[-1] if same and named else None


_HOW = words(  # or when: "but not under pressure", "but not this week"
    "pressure day week month year time night moment today weekend summer winter spring autumn"
)
_NAMING = frozenset({"DT", "PRP$", "NNP", "NNS"})
_TERMS = frozenset({"on", "under", "through", "via"})  # "but not on its letterhead"


def _granted(telling: Telling, no: Token) -> Token | None:
    """The clause before that says what it is ready for."""
    for token in reversed(telling.doc[no.sent.start : no.i]):
        if token.lower_ in _READY and token.head.lemma_ in {"be", "remain", "say"}:
            return token.head
        if token.pos_ == "VERB" and token.lemma_ in _OFFERING:
            return token
        spoken = token.tag_ == "VB" or (token.tag_ == "VBN" and token.lemma_ in DISCUSSING)
        if spoken and syntax.modal(token) in _MAY and not is_negated(token):
            return token
    return None


def _stop(no: Token) -> int:
    after = no.doc[no.i + 1 : no.sent.end]
    return next((t.i for t in after if t.text in {",", ";", ".", '"', "”", ":"}), no.sent.end)


def is_excepted(clause: Token) -> bool:
    """Whether a clause is such a half: a position apart from the one it hangs on."""
    return _excepts(clause)


def would_rather(verb: Token) -> bool:
    """As in "would rather talk", "would sooner resign than sign it", "would prefer to talk"."""
    if syntax.modal(verb) != "would":
        return False
    rather = any(c.lower_ in {"sooner", "rather"} for c in syntax.children(verb, "advmod"))
    rather = rather or (verb.lemma_ == "prefer" and syntax.first(verb, "xcomp") is not None)
    return rather and not is_negated(verb)


def spurns(verb: Token) -> bool:
    """Whether what one would rather do is to refuse: "resign than sign", "stay out".

    >>> from detente.reading.page import phrase
    >>> texts = "They would sooner resign than sign it.", "They would rather talk than wait."
    >>> [spurns(next(t for t in phrase(one) if would_rather(t))) for one in texts]
    [True, False]
    """
    to = syntax.first(verb, "xcomp") if verb.lemma_ == "prefer" else None
    deed = (to or verb).lemma_
    than = next((t for t in verb.subtree if t.lower_ == "than"), None)
    worse = than is not None and than.nbor().tag_ in {"VB", "VBG", "TO"}
    return deed in _SHUNNING or (worse and deed not in DISCUSSING)


_SHUNNING = words(
    "stay wait leave keep let go lose die do forgo forego starve close quit resign walk suffer "
    "remain live strike fight boycott abstain"
)
