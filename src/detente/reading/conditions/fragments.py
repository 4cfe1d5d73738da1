"""Conditions in sentences of their own, without the clause that depends on them.

"Pay? Not before the flag is down."; "Pier first."; "Its condition: an apology."; "What would it
take? An apology."; "That was the condition for talks." What depends on them is told just before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import marker_at
from detente.reading.conditions.times import is_time
from detente.reading.conditions.unmarked import may_mark
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Span, Token
from detente.reading.saying import is_plain, is_saying
from detente.reading.wording import phrases, words

_SHORT = 8  # words of "rosters first, pay second"
_FEW = 2  # verbs of such a clause
_LONG = 30  # words of an answer


def find(telling: Telling) -> Iterator[Found]:
    """All conditions that stand alone."""
    before: Span | None = None
    for sentence in telling.scene.sentences:
        near = before if before is not None and _is_near(before, sentence) else None
        for reading in _READINGS:
            yield from reading(telling, sentence, near)
        before = sentence


def _is_near(before: Span, sentence: Span) -> bool:
    return "\n\n" not in sentence.doc[max(before.end - 1, before.start) : sentence.start + 1].text


def _words(sentence: Span) -> Iterator[Token]:
    return (token for token in sentence if not (token.is_space or token.is_punct))


def _said_after(doc: Doc, start: int, stop: int) -> int:
    """Where ", said Norland" begins, or the end."""
    for token in doc[start:stop]:
        if token.is_quote and token.i > start:
            return token.i
        if token.text == "," and any(
            is_plain(t) for t in doc[token.i + 1 : min(token.i + 7, stop)]
        ):
            return token.i
    return stop


def _marked(telling: Telling, sentence: Span, before: Span | None) -> Iterator[Found]:
    """As in "The day the arrears are paid.", "Not before the flag comes down," he said."""
    doc = sentence.doc
    first = next((token for token in _words(sentence) if token.lower_ not in _OPENERS), None)
    marked = marker_at(doc, first.i, sentence.end) if first is not None else None
    if first is None or marked is None:
        return
    marker, family = marked
    at = first.i
    start = at + len(marker.split())
    stop = _said_after(doc, start, sentence.end)
    if family == "while" or start >= stop or not may_mark(doc, at, marker):
        return
    alone = not any(t.text in {",", ";", ":"} for t in doc[start:stop])
    verbs = [t for t in doc[start:stop] if t.tag_ in syntax.FINITE]
    timed = (marker in _TIMES and not verbs) or marker == "had" or is_time(doc[start])
    if not alone or len(verbs) > _FEW or timed:
        return
    thing = _verb_of(before) if before is not None else None
    head, governed = _head(doc, start, stop), doc[start - 1].head
    whole = doc[start - 1].dep_ == "prep" and start <= governed.i < stop
    if whole and governed.pos_ in {"VERB", "AUX"}:
        return  # "Without a budget the council is a nameplate."
    if not any(token.is_alpha for token in doc[start:stop]):
        return
    if telling.voice(head).is_narrator:
        return
    start, end = syntax.trimmed(doc[start], start, stop)
    yield Found(marker, family, at, start, end, head, fronted=True, about=thing, backwards=True)


_OPENERS = words("but and yet yes sure fine only perhaps maybe well no okay")
_TIMES = words("when once after following before until till")


def _verb_of(sentence: Span) -> Token | None:
    """What a sentence says, below what reports it."""
    root = sentence.root
    if is_saying(root):
        root = next(syntax.children(root, "ccomp"), root)
    return root


def _head(doc: Doc, start: int, stop: int) -> Token:
    inside = range(start, stop)
    tops = [t for t in doc[start:stop] if t.head.i not in inside or t.head == t]
    verbs = [t for t in tops if t.pos_ in {"VERB", "AUX"}]
    return next(iter(verbs or tops), doc[start])


def _first(telling: Telling, sentence: Span, before: Span | None) -> Iterator[Found]:
    """As in "Pier first.", "Rosters first, pay second," he said."""
    doc = sentence.doc
    first = next((t for t in sentence.spelt({"first"}) if t.i > sentence.start), None)
    if first is None:
        return
    begins = first.i
    while begins > sentence.start and not doc[begins - 1].is_punct:
        begins -= 1
    part = [t for t in doc[begins : first.i] if not t.is_space]
    after = doc[first.i + 1] if first.i + 1 < len(doc) else first
    verbal = any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VB" for t in part)
    opens = all(t.is_punct or t.is_space for t in doc[sentence.start : begins])
    ends = after.text in {".", "!", ",", ";", '"', "”"}
    if not part or verbal or not opens or not ends or len(part) > _SHORT or part[-1].pos_ == "ADP":
        return
    second = next((t for t in doc[first.i : sentence.end] if t.lower_ in _AFTERS), None)
    thing = doc[second.i - 1] if second is not None else None
    if second is None and (before is None or after.text == ","):
        return
    if not telling.voice(part[-1]).is_narrator:
        yield Found(
            "first", "only", first.i, part[0].i, first.i, part[-1], fronted=True, about=thing,
            backwards=thing is None,
        )  # fmt: skip


_AFTERS = words("second next later last afterwards then")


def _named(_telling: Telling, sentence: Span, _before: Span | None) -> Iterator[Found]:
    """As in "Its condition: the police must go", "Norland's terms: pay, and leave"."""
    doc = sentence.doc
    colon = next(iter(sentence.spelt({":"})), None)
    if colon is None or colon.i - sentence.start > _SHORT or colon.i + 1 >= sentence.end:
        return
    opening = doc[sentence.start : colon.i]
    term = next((t for t in opening if t.lemma_.lower() in _TERMS), None)
    verbal = any(t.tag_ in syntax.FINITE and t.lemma_ != "be" for t in opening)
    if term is None or verbal or term.i < colon.i - 3:
        return
    start, end = syntax.trimmed(doc[colon.i + 1], colon.i + 1, sentence.end)
    yield Found(
        f"{term.lower_}:", "only", term.i, start, end, _head(doc, start, end), fronted=True,
        owner=syntax.first(term, "poss"),
    )  # fmt: skip


_TERMS = words("condition precondition prerequisite price term terms proviso demand catch string")


def _answered(telling: Telling, sentence: Span, _before: Span | None) -> Iterator[Found]:
    """As in "Asked what it would take, she said: "An apology."", "What would it take? That."."""
    doc = sentence.doc
    lowered = [token.lower_ for token in sentence]
    asked = "what" in lowered and any(_has(lowered, question) for question in _QUESTIONS)
    if not asked:
        return
    mark = next(iter(sentence.spelt({"?"})), None)
    if mark is None:
        opens = next((t for t in sentence if t.text in {'"', "“", ":"}), None)
        start = opens.i + 1 if opens is not None else None
    else:
        start = mark.i + 1
    while (
        start is not None
        and start < len(doc)
        and (doc[start].is_space or doc[start].is_punct or doc[start].nbor(1).text == ":")
    ):
        start += 1
    if start is None or start >= len(doc):
        return
    stop = _said_after(doc, start, min(doc[start].sent.end, start + _LONG))
    start, end = syntax.trimmed(doc[start], start, stop)
    head = _head(doc, start, end)
    near = mark is None or "\n\n" not in doc[mark.i : start + 1].text
    told = near and not telling.voice(head).is_narrator
    if end > start and told and any(t.is_alpha for t in doc[start:end]):
        yield Found("what it would take", "only", start, start, end, head, fronted=True)


_QUESTIONS = tuple(
    phrase.split()
    for phrase in phrases(
        "what it would take; what would it take; what it will take; what will it take; "
        "what would have to happen; what was needed; what is needed for; under what conditions; "
        "on what conditions; on what terms; what would make; what needs to happen; "
        "what it takes to; what would get; what would bring; what has to happen; "
        "what would need to happen; what would change"
    )
)


def _has(lowered: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return any(lowered[at : at + size] == wanted for at in range(len(lowered) - size + 1))


def _pointing(_telling: Telling, sentence: Span, before: Span | None) -> Iterator[Found]:
    """As in "Sudmark must pay. That, it said, was the condition for talks"."""
    first = next(_words(sentence), None)
    if first is None or before is None or first.lower_ not in {"that", "this", "those", "these"}:
        return
    term = next((t for t in sentence.of_lemmas(_TERMS) if t.dep_ == "attr"), None)
    verb = term.head if term is not None else None
    if term is None or verb is None or verb.lemma_ not in {"be", "remain"}:
        return
    thing = next(
        (n for p in syntax.children(term, "prep") for n in syntax.children(p, "pobj", "pcomp")),
        None,
    )
    told = _verb_of(before)
    if told is not None and not is_negated(verb):
        start, end = syntax.extent(told)
        yield Found(
            f"that is the {term.lemma_}", "only", term.i, start, end, verb, fronted=True,
            about=thing, owner=syntax.first(term, "poss"),
        )  # fmt: skip


def _on_one(telling: Telling, sentence: Span, before: Span | None) -> Iterator[Found]:
    """As in "They will stay on one condition. Sudmark must drop its motion"."""
    if before is None or sentence.root.pos_ not in {"VERB", "AUX"}:
        return
    term = next((t for t in before.of_lemmas(_COUNTED) if _is_counted(t)), None)
    main = syntax.verb_above(term) if term is not None else None
    if term is None or main is None or is_negated(main) or term.i < before.end - _FEW - 2:
        return
    doc, first = sentence.doc, next(_words(sentence))
    if syntax.modal(main) in {"will", "would", "could", "can"} and telling.holder(main):
        stop = _said_after(doc, first.i, sentence.end)
        start, end = syntax.trimmed(first, first.i, stop)
        yield Found("on one condition", "only", first.i, start, end, main, fronted=False)


def _is_counted(term: Token) -> bool:
    """As in "on one condition", "on two conditions"."""
    told = term.dep_ == "pobj" and term.head.lower_ in {"on", "under", "with"}
    return told and any(c.lower_ in _NUMBERS for c in term.lefts)


_COUNTED = words("condition proviso understanding caveat")
_NUMBERS = words("one a single two three certain these following")


def _retorted(_telling: Telling, sentence: Span, _before: Span | None) -> Iterator[Found]:
    """As in "Asked when the road would open, he said: “When they bury our dead.”"."""
    doc = sentence.doc
    asked = next((t for t in sentence if t.lower_ in _ASKED), None)
    for quote in sentence.spelt({'"', "“"}) if asked is not None else ():
        at = quote.i + 1
        marked = marker_at(doc, at, sentence.end) if at < sentence.end else None
        if asked is None or marked is None or not may_mark(doc, at, marked[0]) or quote.i < asked.i:
            continue
        start = at + len(marked[0].split())
        stop = next((t.i for t in doc[start : sentence.end] if t.is_quote), sentence.end)
        if start < stop and not any(t.text in {",", ";"} for t in doc[start:stop]):
            start, end = syntax.trimmed(doc[start], start, stop)
            head = _head(doc, start, end)
            yield Found(*marked, at, start, end, head, fronted=True, about=asked, backwards=True)


_ASKED = words("asked asking question")

_READINGS: tuple[Callable[[Telling, Span, Span | None], Iterator[Found]], ...] = (
    _marked, _retorted, _first, _named, _answered, _pointing, _on_one,
)  # fmt: skip
