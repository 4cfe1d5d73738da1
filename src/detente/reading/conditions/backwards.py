"""Conditions that point back: "X. Only then will Y"; "X. Failing that, Y"; "X, or else Y"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY, is_open, is_withheld, persists
from detente.reading.conditions.found import Found
from detente.reading.conditions.wishes import WANTING
from detente.reading.moods import is_obliged, is_promise, tells_duty
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Span, Token
from detente.reading.saying import is_saying
from detente.reading.wording import phrases, words

_SHORT = 6  # tokens that a clause has at least


def find(telling: Telling) -> Iterator[Found]:
    """All conditions that are told before what points back to them."""
    for sentence in telling.scene.sentences:
        yield from _back_reference(telling, sentence)
        yield from _otherwise(sentence)
        yield from _this_is_one(telling, sentence)


def _this_is_one(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Norland must withdraw, and this is the precondition for any talks"."""
    for token in sentence.of_lemmas(_CONDITIONS):
        verb = token.head
        points = syntax.first(verb, "nsubj") if token.dep_ == "attr" else None
        if points is None or points.lower_ not in {"this", "that", "which"} or is_negated(verb):
            continue
        if verb.tag_ not in syntax.PRESENT:
            continue  # "and this was a requirement of the treaty"
        for_ = next((c for c in syntax.children(token, "prep") if c.lower_ in _FOR), None)
        about = syntax.first(for_, "pobj", "pcomp") if for_ is not None else None
        told = _told_before(telling, sentence, points.i) if about is not None else None
        if told is not None and told[1] > told[0] and not telling.voice(verb).is_narrator:
            yield Found(
                f"{token.lemma_} for", "only", points.i, *told, verb, fronted=True,
                about=about, backwards=True,
            )  # fmt: skip


_CONDITIONS = words("precondition prerequisite condition requirement pre-condition")
_FOR = frozenset({"for", "of", "to"})


def _otherwise(sentence: Span) -> Iterator[Found]:
    """As in "has given it until May to pay, and says that it will otherwise close the road"."""
    for token in sentence.spelt({"otherwise"}):
        verb = token.head
        shut = is_negated(verb)
        barred = shut and verb.lemma_ == "be"  # "otherwise there is no deal"
        if token.dep_ != "advmod" or not (barred or (is_promise(verb) and not shut)):
            continue
        asked = next((t for t in sentence.doc[sentence.start : token.i] if _is_bid(t)), None)
        if asked is not None and verb.i > asked.i:
            start, end = syntax.extent(asked)
            stop = verb.left_edge.i if verb.left_edge.i > asked.i else token.i
            start, end = syntax.trimmed(asked, max(start, asked.i), min(end, stop))
            wisher = syntax.subject(asked.head) if asked.head.lemma_ in WANTING else None
            yield Found(
                "otherwise", "unless", token.i, start, end, verb, fronted=True, backwards=True,
                owner=wisher if barred else None,
            )  # fmt: skip


def _is_bid(verb: Token) -> bool:
    """As "remove" of "gave it until May to remove them": what somebody is to do."""
    bare = verb.tag_ == "VB" and any(c.lower_ == "to" for c in syntax.children(verb, "aux"))
    above = verb.head.i if verb.head != verb else verb.i
    near = verb.doc[max(verb.sent.start, above - _BACK) : verb.i]
    return bare and any(t.lemma_ in _BIDDING for t in near)


def _is_due(verb: Token) -> bool:
    """As "free" of "has until Sunday to free them; failing that"."""
    before = verb.doc[max(verb.sent.start, verb.i - _BACK) : verb.i]
    return _is_bid(verb) and any(t.lower_ in {"until", "till"} for t in before)


_BACK = 20  # words from "gave" to "to remove"
_BIDDING = words("give tell order ask urge call demand warn must have need instruct want")


def _back_reference(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The dam must be emptied. Only then will Sudmark talk"."""
    doc = sentence.doc
    for start in _clause_starts(sentence):
        marker = _pointer(doc, start)
        if marker is None:
            continue
        after = start + len(marker.split())
        warns = _BACKWARDS[marker] == "unless"
        main = next(
            (t for t in doc[after : sentence.end] if _depends(telling, t, warns=warns)), None
        )
        told = _told_before(telling, sentence, start)
        if marker == "then" and not _is_asked(told, doc):
            continue
        if main is not None and told is not None and told[1] > told[0]:
            yield Found(
                marker, _BACKWARDS[marker], start, *told, main, fronted=True, backwards=True,
                owner=_wisher(telling, main, doc[told[0] : told[1]].root.head),
            )  # fmt: skip


def _wisher(telling: Telling, main: Token, verb: Token) -> Token | None:
    """Of "Norland wants them back. Without that no ship will sail": who wants it."""
    acts = syntax.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    nobody = acts is None or not telling.whose(acts)
    wants = verb.lemma_ in WANTING and not is_obliged(verb)
    return syntax.subject(verb) if nobody and wants else None


def _depends(telling: Telling, token: Token, *, warns: bool) -> bool:
    """Whether a verb says what may come, or what is not there as yet."""
    own = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "relcl", "acl"}
    bids = token.lemma_ in _BIDS and syntax.modal(token) in {"will", "shall", "would"}
    if not own or (is_saying(token) and not is_negated(token) and not bids):
        return False  # but "until then it would not comment"
    if is_promise(token):
        return True
    tensed = [token, *syntax.children(token, "aux", "auxpass")]
    now = any(word.tag_ in syntax.PRESENT for word in tensed)
    if warns and syntax.modal(token) in {"will", "can"} and is_withheld(token):
        return not telling.voice(token).is_narrator  # "otherwise there will be no talks"
    if now and warns and not telling.voice(token).is_narrator:
        return True
    if now and any(child.lower_ in READY for child in token.children):
        return True  # "then my door is open"
    return now and (is_withheld(token) or persists(token)) and is_open(telling, token)


_BIDS = words("advise call ask tell order urge instruct")  # "otherwise we shall advise them to"


def _is_asked(told: tuple[int, int] | None, doc: Doc) -> bool:
    """Whether what was told before is asked for: "Norland wants X. Then it will talk"."""
    if told is None:
        return False
    verbs = [t for t in doc[told[0] : told[1]] if t.pos_ in {"VERB", "AUX"}]
    if verbs and _is_bidden(verbs[0]):
        return True
    return any(t.lemma_ in WANTING or tells_duty(t) for t in verbs)


def _is_bidden(verb: Token) -> bool:
    """As in "Let them open the gates. Then", "Pay us. Then", said in so many words."""
    first = verb.sent[0] if not verb.sent[0].is_quote else verb.sent[1]
    if first.lower_ == "let" and verb.head == first and verb.tag_ == "VB":
        return True
    return verb == first and verb.tag_ == "VB" and verb.dep_ == "ROOT"


_BACKWARDS = {
    **dict.fromkeys(
        phrases(
            "then and only then; only then; only after that; only afterwards; not until then; "
            "until then; until that happens; till then; until such time; until it does; "
            "until they do; until he does; once that happens; when that happens; "
            "once that is done; after that; then; before that; once this is done; "
            "after which; when they have; once they have; when it has; once it has; "
            "as long as that; only if that happens; only in that case; in that case; "
            "pending that; so long as that; as soon as that happens; until this happens; "
            "until that is done; and then"
        ),
        "only",
    ),
    **dict.fromkeys(
        phrases(
            "failing that; failing which; otherwise; if not; or else; short of that; "
            "without that; without this; without them; without these; "
            "if that fails; if they do not; if it does not; "
            "barring that; absent that"
        ),
        "unless",
    ),
}


def _clause_starts(sentence: Span) -> Iterator[int]:
    for token in sentence.spelt(_BY_WORD.keys()):
        before = token.nbor(-1).lower_
        if before == "," and token.i > sentence.start + 1 and token.nbor(-2).lower_ == "or":
            continue  # "agree to the northern route or, failing that, to a tunnel"
        apart = before == "," and token.lower_ in {"failing", "otherwise", "after"}
        if token.i == sentence.start or before in _BREAKS or apart:
            yield token.i


_BREAKS = frozenset({";", '"', "“", ":", "and", "but"})


def _pointer(doc: Doc, start: int) -> str | None:
    """The longest phrase of the table that begins at a place."""
    for wanted in _BY_WORD.get(doc[start].lower_, ()):
        if tuple(token.lower_ for token in doc[start : start + len(wanted)]) == wanted:
            return " ".join(wanted)
    return None


def _by_word() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(marker.split()) for marker in _BACKWARDS), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


_BY_WORD = _by_word()


def _told_before(telling: Telling, sentence: Span, at: int) -> tuple[int, int] | None:
    """What "that" refers to: the clause before the semicolon, or the sentence before."""
    doc = sentence.doc
    if at - sentence.start > _SHORT:
        start, end = syntax.trimmed(doc[at - 1], sentence.start, at)
        verb = next((t for t in doc[start:end] if _is_due(t)), doc[start:end].root)
        stop = at
    else:
        before = [s for s in telling.scene.sentences if s.end <= sentence.start]
        if (
            not before
            or before[-1].spelt({"?"})
            or "\n\n" in doc[before[-1].end - 1 : sentence.start + 1].text
        ):
            return None
        verb = before[-1].root
        stop = before[-1].end
    inner = next(syntax.children(verb, "ccomp", "xcomp"), None)
    if inner is None and verb.lemma_ in WANTING:
        inner = next(syntax.children(verb, "dobj"), None)
    told = inner is not None and is_saying(verb)  # "“First they must pay,” Norland said. “Then"
    asked = inner if inner is not None and (inner.i > verb.i or told) else verb
    first, last = syntax.extent(asked)
    return syntax.trimmed(asked, first, max(first + 1, min(last, stop)))
