"""How a position is told, by the names of the weights that `stances` asks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.dispute.evidence import AUTHOR
from detente.reading import syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.mending.rejoining import ASIDES
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns._opponents import mentions

_OLD = re.compile(r"\b(?:1[5-9]\d\d|20[01]\d|202[0-4])\b")
_BY_THE_WAY = {"relcl": "relative", "advcl": "adverbial", "acl": "within", "pcomp": "within"}
_LENGTHS = ((3, "one"), (6, "short"), (15, "middling"))  # words of a condition
_HAVE, _HAD = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"}), frozenset({"had", "'d", "’d"})
_MANY = 3
WORD = "word"  # what begins the marks of single words
_NO_WORDS = frozenset({"PROPN", "NUM", "PUNCT", "SPACE"})


def marks(telling: Telling, found: Sequence[Finding]) -> Iterator[frozenset[str]]:
    """What can be said of each finding, by the names of the weights: at all, and of its kind."""
    near: dict[int, list[Finding]] = defaultdict(list)
    for one in found:
        near[one.clause.sent.start].append(one)
    for one in found:
        beside = [other for other in near[one.clause.sent.start] if other is not one]
        told = _of_clause(one.clause, alone=_is_its_condition(one))
        said = {*told, *_of_holder(telling, one), *_of_voice(telling, one)}
        said |= {*_of_condition(telling, one), *_of_others(one, beside)}
        said |= {f"sure {one.confidence:.2f}", *_of_place(telling, one), *_of_words(telling, one)}
        yield frozenset((one.kind, *said, *(f"{one.kind}: {mark}" for mark in said)))


def _is_its_condition(one: Finding) -> bool:
    """As in "Not as long as they pick him": no more is said than the condition."""
    said = one.condition
    return said is not None and said.start <= one.clause.idx < said.end


def _of_clause(clause: Token, *, alone: bool) -> Iterator[str]:
    told = _gone_on(clause) or clause
    yield "is ROOT" if alone else f"is {told.dep_}"
    yield f"is {clause.pos_}"
    yield f"told {_tense(told)}"
    if is_negated(clause):
        yield "negated"
    if syntax.is_passive(clause):
        yield "passive"
    for token in () if alone else (clause, *clause.ancestors):
        aside = token.dep_ in _BY_THE_WAY and token.head.lower_ not in ASIDES
        if aside and not (_is_granted(token) or _is_made_clear(token)):
            yield _BY_THE_WAY[token.dep_]
    text = clause.sent.text
    if _OLD.search(text):
        yield "old year"
    if "?" in text:
        yield "question"
    if '"' in text or "“" in text:
        yield "quoted in part"


def _gone_on(clause: Token) -> Token | None:
    """The "continues" of "continues to ask": what says when, and of what the clause is part."""
    above = clause.head
    return above if clause.dep_ == "xcomp" and above.lemma_ in _GOING_ON else None


_GOING_ON = frozenset({"continue", "go", "keep", "begin", "start", "cease", "stop"})


def _is_granted(clause: Token) -> bool:
    """As in "While both say they are ready, nothing moves": told beside, and told in earnest."""
    return any(child.lower_ in _GRANTING for child in syntax.children(clause, "mark"))


def _is_made_clear(clause: Token) -> bool:
    """As in "has made it clear that it will not tolerate one": what is said."""
    said = clause.dep_ == "advcl" and clause.head.lower_ in _CLEAR
    return said and any(child.lower_ == "that" for child in syntax.children(clause, "mark"))


_CLEAR = frozenset({"clear", "plain", "known", "public", "certain", "adamant", "confident", "sure"})
_GRANTING = frozenset({"while", "though", "although", "whereas"})


def _tense(clause: Token) -> str:
    modal = syntax.modal(clause)
    helpers = {child.lower_ for child in syntax.children(clause, "aux")}
    if modal:
        return modal
    if helpers & _HAVE:
        return "perfect"
    return "past perfect" if helpers & _HAD else clause.tag_


def _of_holder(telling: Telling, one: Finding) -> Iterator[str]:
    yield f"holders {min(len(one.holder), _MANY)}"
    if AUTHOR in one.holder:
        yield "held author"
        return
    yield "held pair" if set(one.holder) & set(telling.scene.pair) else "held other"
    actor = telling.scene.by_id.get(one.holder[0]) if one.holder else None
    if actor is not None:
        yield f"holder {actor.role}"
        yield f"holder {actor.type}"
        yield "holder speaks" if actor.speaks_for else "holder alone"


def _of_place(telling: Telling, one: Finding) -> Iterator[str]:
    """How much the text makes of its holder, and of the other side beside it."""
    often = max((mentions(telling)[party] for party in one.holder), default=0)
    yield "named " + next((name for most, name in _OFTEN if often <= most), "often")
    sent = one.clause.sent
    others = {*telling.scene.denoted(sent.start, sent.end)} - {*one.holder}
    pair = bool(others & {*telling.scene.pair})
    yield "other side beside" if pair else "others beside" if others else "nobody beside"
    yield f"part {_FIFTHS * sent.start // max(len(telling.doc), 1)}"


_OFTEN = ((0, "never"), (1, "once"), (3, "little"), (7, "now and then"))
_FIFTHS = 5


def _of_voice(telling: Telling, one: Finding) -> Iterator[str]:
    voice = telling.voice(one.clause)
    quoted = telling.quotation(one.clause) is not None  # no turn in an interview
    yield f"voice {_manner(voice, quoted=quoted)}"
    if voice.cue is not None:
        same = set(voice.holder) & set(one.holder)
        yield "voice own" if same else "voice other" if voice.holder else "voice unknown"
        yield f"cue {telling.doc[voice.cue].pos_}"
    subject = syntax.subject(one.clause) if one.clause.pos_ in syntax.VERBAL else None
    if subject is None:
        yield "subject none"
        return
    who = set(telling.scene.refers(subject))
    named = "holder" if who & set(one.holder) else "other" if who else None
    yield f"subject {named or ('pronoun' if subject.pos_ == 'PRON' else 'thing')}"


def _of_words(telling: Telling, one: Finding) -> Iterator[str]:
    """The words it is told with: its verb, what hangs on it, and what it hangs on; no names."""
    clause = one.clause
    yield f"{WORD} verb {clause.lemma_}"
    if clause.head.i != clause.i:
        yield f"{WORD} head {clause.head.lemma_}"
    cue = telling.voice(clause).cue
    if cue is not None:
        yield f"{WORD} cue {telling.doc[cue].lemma_}"
    for child in clause.children:
        if telling.scene.refers(child):
            yield f"{WORD} {child.dep_} a party"
        elif child.pos_ not in _NO_WORDS and not (child.lower_ == "to" and _gone_on(clause)):
            yield f"{WORD} {child.dep_} {child.lemma_}"


def _manner(voice: Voice, *, quoted: bool) -> str:
    return (
        "direct" if voice.direct and quoted else "reported" if voice.cue is not None else "narrator"
    )


def _of_condition(telling: Telling, one: Finding) -> Iterator[str]:
    condition = one.condition
    if condition is None:
        return
    yield f"need {condition.need}"
    yield f"marker {condition.marker}"
    by, pair = set(condition.by), set(telling.scene.pair)
    whose = "holder" if by & set(one.holder) else "pair" if by & pair else "other"
    yield f"by {whose if by else 'nobody'}"
    count = len(condition.quote.split())
    yield "condition " + next((name for most, name in _LENGTHS if count < most), "long")


def _of_others(one: Finding, beside: Sequence[Finding]) -> Iterator[str]:
    yield f"beside {min(len(beside), _MANY)}"
    alike = [o for o in beside if o.kind == one.kind and set(o.holder) & set(one.holder)]
    if alike:
        yield "alike beside"
    if any(other.clause.i < one.clause.i for other in alike):
        yield "alike before"
    if any(other.condition for other in beside):
        yield "condition beside"
