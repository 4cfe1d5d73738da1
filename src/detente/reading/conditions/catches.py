"""Conditions in a sentence of their own, after what they are the price of.

"Norland is ready to leave. Sudmark would have to act first."; "It could live with that. But there
was a catch. The men must be freed."; "Sudmark may have the boats. It must then pay for them."
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY
from detente.reading.conditions.found import Found
from detente.reading.conditions.terms import HIDDEN
from detente.reading.moods import PROMISING, is_obliged
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.saying import is_plain
from detente.reading.tellers import teller
from detente.reading.wording import words

_SHORT = 12  # tokens of "But there was a catch."
_ORDER = frozenset({"first", "beforehand", "then"})
_CATCHES = HIDDEN | words("thing price demand requirement")
_NAMING = words("be have come attach add set name ask make remain")


def find(telling: Telling) -> Iterator[Found]:
    """All duties of others that the sentence before makes the price of a readiness."""
    before: tuple[Span, ...] = ()
    for sentence in telling.scene.sentences:
        if syntax.opens_paragraph(sentence):
            before = ()
        yield from _but_must(telling, sentence)
        found = _at_a_price(telling, sentence, before) if before else None
        if found is not None:
            yield found
        before = (*before[-1:], sentence)


def _at_a_price(telling: Telling, sentence: Span, before: tuple[Span, ...]) -> Found | None:
    inside = _after_catch(sentence)
    duty = _duty(sentence.root) if inside is None else inside
    if duty is None:
        return None
    caught = inside is None and len(before) > 1 and _is_catch(before[-1])
    order = next((t for t in sentence.spelt(_ORDER) if _limits(t, duty)), None)
    if not (caught or inside is not None or order is not None):
        return None
    owner, about = _ready_in(telling, before[-2 if caught else -1]) or (None, duty)
    ready = set(telling.who(owner))
    told = inside is not None or telling.voice(duty).is_narrator
    if not ready or not told or ready & set(telling.holder(duty)):
        return None
    start, end = _clause(telling, duty, ready)
    at = order.i if order is not None else duty.i
    if end <= start:
        return None
    return Found("at a price", "only", at, start, end, duty, fronted=True, about=about, owner=owner)


def _but_must(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "It would pay for its half, its minister said, but it must not be called damages"."""
    for but in sentence.spelt({"but"}):
        first = but.head
        duty = next((c for c in first.children if c.dep_ == "conj" and c.i > but.i), None)
        if first.dep_ == "ccomp" and first.i > but.i:  # '"It will sign," she said, "but it must"'
            first, duty = first.head, first
        if duty is None or syntax.subject(duty) is None or not _is_due(duty):
            continue
        said = syntax.first(first, "ccomp") if is_plain(first) else None
        ready = said if said is not None else first
        owner = _whose_readiness(telling, ready)
        holder = set(telling.who(owner))
        if holder and not holder & set(telling.holder(duty)):
            start, end = syntax.trimmed(duty, but.i + 1, syntax.extent(duty)[1])
            yield Found(
                "at a price", "only", duty.i, start, end, duty, fronted=True, about=ready,
                owner=owner,
            )  # fmt: skip


def _whose_readiness(telling: Telling, ready: Token) -> Token | None:
    """Who would do it, as is told of him; of "that could be allowed, it said": who says so."""
    voice = telling.voice(ready)
    subject = syntax.subject(ready) if _is_readiness(ready) else None
    if subject is None or voice.is_narrator:
        return None
    if voice.cue is None or telling.who(subject):
        return subject
    return teller(telling.doc[voice.cue])


def _is_due(duty: Token) -> bool:
    """Whether it must be done: "must not call it that", "had to be shared first"."""
    first = any(t.lower_ in {"first", "beforehand"} for t in duty.subtree)
    return syntax.modal(duty) == "must" or (is_obliged(duty) and first)


def _is_readiness(verb: Token) -> bool:
    """Whether it says what somebody would do: "would pay", "is ready to pay"."""
    ready = any(child.lower_ in READY for child in syntax.children(verb, "acomp"))
    promised = verb.pos_ == "VERB" and syntax.modal(verb) in {"would", "could", "will"}
    return (ready or promised) and not is_negated(verb) and not is_obliged(verb)


def _clause(telling: Telling, duty: Token, ready: set[str]) -> tuple[int, int]:
    """The words of the duty, without what opens them; none behind a colon of somebody else."""
    start, end = syntax.trimmed(duty, *syntax.extent(duty))
    colon = next((t.i for t in duty.sent.spelt({":"}) if start <= t.i < duty.i), None)
    if colon is not None and set(telling.scene.denoted(start, colon)) - ready:
        return end, end  # "Kurti is adamant that it can, barring one obstacle: they must first"
    clause = duty.doc[start if colon is None else colon + 1 : end]
    start = next((t.i for t in clause if not (t.lower_ in _OPENERS or t.is_punct)), end)
    return start, end


_OPENERS = words("but and yet so first only then however though")


def _after_catch(sentence: Span) -> Token | None:
    """The duty of "There was a catch: the boats would have to leave"."""
    colon = next(iter(sentence.spelt({":"})), None)
    if colon is None or not any(t.i < colon.i for t in sentence.of_lemmas(HIDDEN)):
        return None
    return next((v for t in sentence.doc[colon.i : sentence.end] if (v := _duty(t))), None)


def _duty(root: Token) -> Token | None:
    """The verb of what somebody must do, where the sentence says nothing else."""
    if root.pos_ not in {"VERB", "AUX"} or is_negated(root):
        return None
    bound = syntax.modal(root) == "must" or (is_obliged(root) and root.tag_ != "VBD")
    return root if bound and syntax.subject(root) is not None else None


def _limits(order: Token, duty: Token) -> bool:
    """Whether "first" or "then" is of the duty: "must then pay", "would have to act first"."""
    inner = syntax.first(duty, "xcomp")
    return order.dep_ == "advmod" and order.head in {duty, inner}


def _is_catch(sentence: Span) -> bool:
    """As in "But there was a catch.", "It has one condition."."""
    root = sentence.root
    named = sentence.of_lemmas(_CATCHES)
    short = len([t for t in sentence if t.is_alpha]) <= _SHORT
    return short and bool(named) and root.lemma_ in _NAMING and not is_negated(root)


def _ready_in(telling: Telling, sentence: Span) -> tuple[Token | None, Token] | None:
    """Who is told to be ready for what: "Norland could live with it", "said they may have it"."""
    for verb in _heads(sentence.root):
        ready = any(child.lower_ in READY for child in syntax.children(verb, "acomp"))
        modal = syntax.modal(verb)
        willing = ready or (verb.pos_ == "VERB" and modal in PROMISING | {"may"})
        if not willing or is_negated(verb) or is_obliged(verb):
            continue
        cue = telling.voice(verb).cue
        own = syntax.subject(verb)
        allowed = modal in {"may", "can"} or not telling.who(own)
        return (teller(telling.doc[cue]) if allowed and cue is not None else own), verb
    return None


def _heads(root: Token) -> Iterator[Token]:
    """The main verb of a sentence, what it says, and what is joined to that."""
    yield root
    for child in syntax.children(root, "ccomp", "conj"):
        if child.dep_ == "conj" or is_plain(root):
            yield from _heads(child)
