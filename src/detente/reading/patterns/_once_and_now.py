"""What was held once beside what is held now: the one tells that the other is a position as well.

"Norland had earlier ruled out a visit; on Tuesday he said that he would go": that one of two
clauses is told as held once, or as new, and that a position stands in the other, makes both of
them positions of whoever holds the one, be the words what they may.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.changes import turns
from detente.reading.parsed import Span, Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._held import DISPUTING, HELD, LOOKED_BACK, kind
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.patterns._then_and_now import (
    Told,
    is_anaphoric,
    is_then_and_now,
    is_they,
    opening,
    opening_half,
)
from detente.reading.saying import is_saying
from detente.reading.wording import words

_SURE, _PERHAPS = 2, 1
_CONFIDENCE = 0.5
_APART = frozenset({"relcl", "advcl", "conj", "parataxis", "acl"})
_DOUBTFUL = frozenset({"if", "unless", "whether", "until", "as"})
_SPELLS = words("day week month year decade")
_EARLIER = words("once long initially originally formerly previously earlier")


def beside(telling: Telling, kept: Sequence[Finding]) -> list[Finding]:
    """The positions, with one beside each that is told as held once, or as new, where one is told.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene, statements
    >>> text = "Norland had refused Sudmark's envoy earlier; on Tuesday it spoke of a visit."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(one.kind, one.clause.text) for one in beside(telling, statements.gathered(telling))]
    [('refusal', 'refused'), ('claim', 'spoke')]
    >>> text = "In June Norland called the pier a gift. On Monday it thought it a burden."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(one.kind, one.clause.text) for one in beside(telling, statements.gathered(telling))]
    [('claim', 'called'), ('claim', 'thought')]
    """
    found: dict[int, Finding] = {}  # by the word of the clause, of several the first
    for finding in kept:
        found.setdefault(finding.clause.i, finding)
    first = frozenset(map(id, found.values()))
    before: list[Told] = []
    told_once = [
        _is_of_once(sentence)
        or bool(opening(sentence.text))
        or turns.THEN.search(sentence.text) is not None
        for sentence in telling.scene.sentences
    ]
    for number, sentence in enumerate(telling.scene.sentences):
        if not sentence.text.strip() or syntax.opens_paragraph(sentence):
            before = []
        near = any(told_once[max(0, number - 1) : number + 2]) and not sentence.spelt({"?"})
        here = [*_clauses(telling, sentence)] if near else []
        for at, later in enumerate(here):
            for other in [*before, *here[:at]]:
                if _is_turn(other, later) or is_then_and_now(other, later):
                    _complete(telling, other, later, found)
                    _narrow(other, later, found)
        _look_back(telling, sentence, here, found)
        before = [one for one in here if one.verb.dep_ in {"ROOT", "conj"}]
    others = (finding for finding in kept if id(finding) not in first)
    return [*found.values(), *others]


def _is_of_once(sentence: Span) -> bool:
    """Whether anything in it may tell of what was held once."""
    bare = any(map(_is_past_participle, sentence)) if sentence.spelt(_BARE) else False
    return bare or bool(_once(sentence.text))


_BARE = frozenset({"having", "of", *_EARLIER})


def _is_turn(one: Told, other: Told) -> bool:
    """Whether two clauses of one holder tell what was held once and what is held now."""
    apart = one.holder and other.holder and not set(one.holder) & set(other.holder)
    return not apart and (_turns(one, other) or _turns(other, one))


def _complete(telling: Telling, one: Told, other: Told, found: dict[int, Finding]) -> None:
    """Add what is not yet known of the two."""
    missing = [each for each in (one, other) if not _known(each, found)]
    then = is_then_and_now(one, other)
    if len(missing) > 1 and not (_is_course_and_another(one, other) or then):
        return
    plain = then or max(one.once, other.once) == max(one.new, other.new) == _SURE
    for each in missing:
        held, holder = _kind(each), each.holder or one.holder or other.holder
        if then and one.holder and each is other and is_anaphoric(other.verb):
            holder = one.holder
        if holder and held is not None and (plain or held != "claim" or _is_beside(one, other)):
            for finding in cues.finding(
                telling, held, each.inner, holder=holder, confidence=_CONFIDENCE
            ):
                found[finding.clause.i] = finding


def _look_back(
    telling: Telling, sentence: Span, here: Sequence[Told], found: dict[int, Finding]
) -> None:
    """Add what was said on a day gone by: "Back in June he told a rally that it would never be".

    Nobody tells so what was said once but for what is held now.
    """
    if any(at in found for at in range(sentence.start, sentence.end)):
        return
    told = next((one for one in here if one.verb.i == sentence.root.i), None)
    if told is None or not _is_looked_back_to(told):
        return
    near = range(sentence.start - 1, sentence.start - _SHORTLY - 1, -1)
    last = next((at for at in near if at in found), None)
    before = found[last].holder if last is not None and is_anaphoric(told.verb) else ()
    holder = told.holder or before
    held = _kind(told) if any(has_a_stake(telling, party) for party in holder) else None
    if held:
        for one in cues.finding(telling, held, told.inner, holder=holder, confidence=_CONFIDENCE):
            found[one.clause.i] = one


def _is_looked_back_to(told: Told) -> bool:
    """Whether it says so of a day gone by that somebody said or called something."""
    named = any(child.dep_ in {"oprd", "ccomp"} for child in told.verb.children)
    calls = told.verb.lemma_ == "call" and not named
    return told.verb.lemma_ in LOOKED_BACK and "then" in told.opens and not calls


_SHORTLY = 60  # tokens


def _is_course_and_another(one: Told, other: Told) -> bool:
    """As in "after months of refusing to meet him, it agreed on Monday to receive him"."""
    kinds = [_kind(each) if each.inner.lemma_ in HELD else None for each in (one, other)]
    return _is_beside(one, other) and None not in kinds and kinds[0] != kinds[1]


def _narrow(one: Told, other: Told, found: dict[int, Finding]) -> None:
    """Where one of the two clauses hangs on the other, leave it out of the other's quote."""
    for outer, inner in ((one, other), (other, one)):
        if outer.verb in inner.verb.ancestors and inner.verb.dep_ in {"advcl", "relcl", "pcomp"}:
            hung = _hung(inner.verb)
            stop = hung.right_edge.i
            own = [
                t
                for t in _own(outer.verb)
                if (t.i > stop if stop < outer.verb.i else t.i < hung.left_edge.i)
            ]
            for at in _known(inner, found) if hung.i != inner.verb.i else ():
                span = syntax.trimmed(inner.verb, hung.left_edge.i, stop + 1)
                found[at] = replace(found[at], span=span)
            for at in _known(outer, found):
                if found[at].span is None and at in {outer.verb.i, outer.inner.i}:
                    span = syntax.trimmed(outer.verb, own[0].i, own[-1].i + 1)
                    found[at] = replace(found[at], span=span)


def _hung(verb: Token) -> Token:
    """The word by which it hangs on its sentence: the "after" of "after months of refusing"."""
    while verb.dep_ in {"pcomp", "pobj", "prep"} and verb.head.pos_ not in syntax.VERBAL:
        verb = verb.head
    return verb


def _is_beside(one: Told, other: Told) -> bool:
    return one.verb.sent.start == other.verb.sent.start


def _turns(one: Told, other: Told) -> bool:
    """Whether the one is told as held once, and the other as held now."""
    return other.once < _SURE and one.once + other.new > _SURE and bool(one.once and other.new)


def _known(told: Told, found: dict[int, Finding]) -> list[int]:
    """What is known of a clause."""
    return [token.i for token in _own(told.verb) if token.i in found]


def _clauses(telling: Telling, sentence: Span) -> Iterator[Told]:
    bared = [verb for verb in sentence if verb.pos_ in syntax.VERBAL and _is_past_participle(verb)]
    whole, asides = opening(sentence.text), [v for v in sentence if v.dep_ == "relcl"]
    apart = bool(asides) or ";" in sentence.text
    firsts = {sentence.root, *(c for c in sentence.root.children if c.dep_ == "ccomp"), *asides}
    for verb in sentence:
        bare = verb in bared
        if verb.pos_ not in syntax.VERBAL or not (bare or _is_clause(verb)):
            continue
        inner = _said(verb)
        voice = telling.voice(inner)
        holder = voice.holder if inner.i != verb.i and voice.holder else telling.holder(verb)
        if bare and (verb.dep_ == "pcomp" or not holder):
            holder = telling.holder(verb.sent.root) or holder  # "after months of insisting"
        text = " ".join(token.text for token in _own(verb))
        once, new = _SURE if bare else _once(text), 0 if bare else _new(text, verb)
        if not bare and any(verb in one.ancestors for one in bared):
            new = max(new, _PERHAPS)  # "after months of refusing, it agreed"
        opens = (opening_half(text) if apart else whole) if verb in firsts else ""
        doubted = voice.doubted and not (opens and verb.lemma_ in DISPUTING)
        doubtful = inner.i != verb.i and (voice.asked or doubted)
        told = once or new or opens
        if (holder or is_they(verb) or (opens and is_anaphoric(verb))) and told and not doubtful:
            yield Told(verb, inner, holder, once, new, opens)


def _is_clause(verb: Token) -> bool:
    """Whether it is a clause by itself that is told as so: no "if", no part of another."""
    if not syntax.is_finite(verb) or verb.dep_ in {"aux", "auxpass", "xcomp", "pcomp"}:
        return False
    if verb.dep_ == "ccomp" and not _begins_anew(verb):
        return False
    return not any(c.dep_ == "mark" and c.lower_ in _DOUBTFUL for c in verb.children)


def _is_after_colon(verb: Token) -> bool:
    """As in "its line has hardened: where it once asked, it now demands"."""
    between = (child for child in verb.head.children if verb.head.i < child.i < verb.i)
    return any(child.text == ":" for child in between)


def _is_past_participle(verb: Token) -> bool:
    """As in "having threatened", "once opposed to it", "after months of insisting on it".

    Of what one ruled out oneself: "weeks after ruling it out".
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ == "after" and verb.lemma_ in HELD:
        return any(child.lemma_ in _SPELLS for child in verb.head.children)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of":
        above = verb.head.head
        return above.lemma_ in _SPELLS and above.head.lower_ in {"after", "for", "despite"}
    near = {child.lower_ for child in verb.children}
    if verb.dep_ == "advcl":
        return "having" in near
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and bool(near & _EARLIER)


def _said(verb: Token) -> Token:
    """What a word of saying says, what one used to do, or the clause itself."""
    label = "xcomp" if verb.lemma_ == "use" else "ccomp" if is_saying(verb) else ""
    said = [
        child
        for child in syntax.children(verb, label)
        if child.pos_ in syntax.VERBAL
        and (syntax.is_before_semicolon(verb) or not syntax.is_before_semicolon(child))
    ]
    return said[-1] if said else verb


def _own(verb: Token) -> list[Token]:
    """The words of a clause and of what it says, without the clauses that hang on it."""
    found, todo = [verb], [*verb.children]
    while todo:
        token = todo.pop()
        clause = token.pos_ in syntax.VERBAL
        apart = clause and (token.dep_ in _APART or _begins_anew(token))
        if not (apart or (token.dep_ == "prep" and any(map(_is_past_participle, token.subtree)))):
            found.append(token)
            todo += token.children
    return sorted(found, key=lambda token: token.i)


def _begins_anew(verb: Token) -> bool:
    return syntax.is_before_semicolon(verb) or _is_after_colon(verb)


def _once(text: str) -> int:
    sure = turns.ONCE.search(text) or turns.CONTRAST.search(text) or turns.had(text)
    return _SURE if sure else _PERHAPS if turns.DATED.search(text) else 0


def _new(text: str, verb: Token) -> int:
    if turns.TURNED.search(text):
        return _SURE
    perfect = any(child.lower_ in {"has", "have"} for child in syntax.children(verb, "aux"))
    return _PERHAPS if perfect or turns.FRESH.search(text) else 0


def _kind(told: Told) -> str | None:
    held = kind(told.inner, reported=told.inner.i != told.verb.i)
    return held or ("claim" if told.opens and is_saying(told.verb) else None)
