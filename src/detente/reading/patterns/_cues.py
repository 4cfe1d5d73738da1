"""Who holds what a cue word says, to whom, in which clause: read alike for all kinds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.belonging import PEOPLE
from detente.reading.parsed import Token, remembered
from detente.reading.patterns import Finding
from detente.reading.patterns._about import about
from detente.reading.patterns._discounted import (
    had_been_given,
    had_by_another,
    had_refused,
    has_not_since,
    is_charged,
    is_in_mind,
    is_of_court,
    is_ruled,
    sets_scene,
    told_by_another,
)
from detente.reading.patterns._opponents import counterpart, parties_in
from detente.reading.patterns._proposers import proposer
from detente.reading.syntax import REFLEXIVE
from detente.reading.wording import words


def verbs(telling: Telling, table: Collection[str]) -> Iterator[tuple[Token, str]]:
    """The verbs of the text that a table names, with the name."""
    keyed, places, said = _keyed(telling)
    for at in sorted({at for key in said.intersection(table) for at in places[key]}):
        token, keys = keyed[at]
        if not is_aside(telling, token):
            yield token, next(key for key in keys if key in table)


@lru_cache(maxsize=2)
def _keyed(
    telling: Telling,
) -> tuple[list[tuple[Token, tuple[str, ...]]], dict[str, list[int]], frozenset[str]]:
    """The verbs of the text with what tables may call them, and where those are so called."""
    keyed = [(token, syntax.keys(token)) for token in telling.scene.verbs]
    places = dict[str, list[int]]()
    for at, (_, keys) in enumerate(keyed):
        for key in keys:
            places.setdefault(key, []).append(at)
    return keyed, places, frozenset(places)


def is_aside(telling: Telling, verb: Token) -> bool:
    """Whether the clause is a question, doubted, or only supposed."""
    known = telling.asides.get(verb.i)
    if known is None:
        voice = telling.voice(verb)
        known = voice.asked or voice.doubted or _is_of_what(verb) or is_supposed(verb)
        telling.asides[verb.i] = known
    return known


def _is_of_what(verb: Token) -> bool:
    """As in "the limit of what it could offer", "ruled out what it calls a humiliation"."""
    above = verb.head
    named = verb.dep_ in {"ccomp", "dobj"} and above.i < verb.i and above.lemma_ not in _OF_WHAT
    return (named or verb.dep_ == "pcomp") and "what" in {
        verb.left_edge.lower_,
        *(c.lower_ for c in verb.lefts),
    }


_OF_WHAT = words("be say tell ask know explain decide describe see show set learn hear reveal make")


@remembered
def is_supposed(verb: Token) -> bool:
    """Whether the clause stands under "if", "whether", "unless" or a verb of wishing."""
    step = verb
    while True:
        if any(
            child.dep_ == "mark" and child.lower_ in {"if", "whether", "unless", "until", "once"}
            for child in step.children
        ):
            return True
        if _is_inverted(step):
            return True
        if step.dep_ == "conj" and _has_that(step) and not _has_that(step.head):
            return False  # "will wait until it is drawn, and that Sudmark must pay"
        if step.head == step or step.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            return False
        if step.dep_ == "advcl" or step.pos_ not in {"VERB", "AUX"}:
            return False
        step = step.head


def _has_that(verb: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children)


def _is_inverted(verb: Token) -> bool:
    """As in "were it granted", "should they attack"."""
    helpers = (verb, *syntax.children(verb, "aux", "auxpass"))  # "X were safe, A said" has none
    helper = next((c.i for c in helpers if c.lower_ in {"were", "should", "had"}), None)
    own = (c.i for c in syntax.children(verb, *syntax.SUBJECTS) if c.lower_ not in REFLEXIVE)
    return helper is not None and helper < next(own, helper)


def finding(
    telling: Telling,
    kind: str,
    verb: Token,
    *,
    to: Token | None = None,
    confidence: float = 0.8,
    holder: tuple[str, ...] | None = None,
) -> Iterator[Finding]:
    """The finding of a cue verb, where it is known who holds it."""
    voice = telling.voice(verb)
    holder = holder_of(telling, verb) if holder is None else holder
    past = had_been_given(verb) or had_by_another(verb, voice, holder)
    if (kind in _YIELDING | {"intent"} and past) or is_ruled(telling, voice):
        return
    if kind == "refusal" and voice.is_narrator and has_not_since(verb):
        return
    if voice.is_narrator and is_of_court(telling, verb, holder):
        return
    if not holder or (sets_scene(verb) and (voice.is_narrator or kind in _YIELDING)):
        return
    in_mind = voice.cue is not None and is_in_mind(telling.doc[voice.cue])
    if in_mind and kind in {"refusal", "threat", "intent", "willingness", "offer"}:
        kind, confidence = "claim", min(confidence, 0.6)
    if in_mind and voice.holder and not set(holder) & set(voice.holder):
        return  # "fears that Sudmark wants the hill": what it fears, no position of Sudmark's
    if kind != "accusation" and is_charged(verb):
        return  # "accused Sudmark of having no interest in talks"
    if kind == "refusal" and had_refused(telling, verb, voice, holder):
        kind, holder = "accusation", voice.holder
    told = told_by_another(telling, verb, kind, holder)
    if told != kind:
        kind, holder = told, voice.holder
    named = tuple(p for p in telling.whose(to) if p not in holder)
    speaker = voice.speaker or telling.words(telling.subject(verb))
    yield Finding(
        kind,
        verb,
        holder,
        speaker,
        named
        or _named_after(telling, verb, holder)
        or proposer(telling, kind, verb, holder)
        or counterpart(telling, verb, holder),
        about(telling, verb, denied=kind == "demand"),
        confidence=confidence,
    )


_YIELDING = frozenset({"willingness", "offer", "demand"})


def holder_of(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Who acts; where that is only "the president", the party whose speech it is."""
    found = telling.holder(verb)
    subject = telling.subject(verb)
    if not found and subject is not None and verb.dep_ in {"acl", "relcl"}:
        paper = subject.lemma_.lower() in _PAPERS and not syntax.is_passive(verb)
        found = (telling.who(syntax.owner(subject)) or _writer(telling, subject)) if paper else ()
    if found or syntax.is_passive(verb) or subject is None:
        return found
    if subject.lemma_.lower() in _PAPERS and (owner := _writer_of(subject)) is not None:
        return telling.whose(owner)  # "its paper asks for an assembly"
    official = subject.lemma_.lower() in PEOPLE | _FOLK and any(
        child.lower_ in {"the", "its", "their", "his", "her"} for child in subject.children
    )
    members = subject.lemma_ == "member" and not any(True for _ in subject.children)
    official = official or members  # "said members had rejected the offer"
    strayed = verb.dep_ == "conj" and subject.i not in _own(verb) and subject.pos_ != "PRON"
    return telling.voice(verb).holder if official or strayed else ()


def _writer_of(paper: Token) -> Token | None:
    """Of "a study commissioned by the union recommends": who has had it written."""
    named = syntax.owner(paper)
    made = (syntax.agent(c) for c in syntax.children(paper, "acl") if c.tag_ == "VBN")
    return named or next((by for by in made if by is not None), None)


def _writer(telling: Telling, paper: Token) -> tuple[str, ...]:
    """Of "have signed a letter calling for": who signed it."""
    verb = paper.head
    signed = paper.dep_ in {"dobj", "pobj"} and not any(c.dep_ == "poss" for c in paper.children)
    verb = verb.head if paper.dep_ == "pobj" and verb.lower_ in {"in", "to"} else verb
    wrote = signed and verb.pos_ == "VERB" and verb.lemma_ in _WRITING
    return telling.holder(verb) if wrote else ()


_WRITING = words(
    "write sign publish issue start send adopt pass launch circulate submit table file release "
    "draft hand deliver approve organise organize back support"
)
_PAPERS = words(
    "petition campaign "
    "resolution motion letter statement bill note appeal order decree declaration text "
    "communique memo memorandum message circular speech leaflet ruling law article paper draft "
    "manifesto programme program outline submission filing charter platform study report"
)


def is_of_speaker(telling: Telling, verb: Token) -> bool:
    """Whether who speaks is to do it: "it would sign, it said"; or, told of it, "it would sign"."""
    doer, voice = telling.holder(verb), telling.voice(verb)
    if voice.is_narrator:
        unless = any(c.dep_ == "advcl" for c in verb.children)
        return bool(doer) and syntax.modal(verb) == "would" and not unless
    return bool(set(doer) & set(voice.holder))


def is_own_folk(subject: Token | None) -> bool:
    """As "her friends", "his clients", in the mouth of one who speaks for them."""
    if subject is None or subject.lemma_ not in _FOLK:
        return False
    return any(child.dep_ == "poss" for child in subject.children)


_FOLK = words("client member friend colleague crew worker staff folk fellow constituent supporter")


def _own(verb: Token) -> set[int]:
    return {child.i for child in verb.children}


def _named_after(telling: Telling, verb: Token, holder: tuple[str, ...]) -> tuple[str, ...]:
    start, end = syntax.extent(verb)
    found = parties_in(telling, max(start, verb.i), end)
    return tuple(party for party in found if party not in holder)[:1]


def objects(verb: Token) -> Iterator[Token]:
    """The direct and indirect objects, "on", "to" and "upon" phrases included."""
    yield from syntax.children(verb, "dobj", "dative", "nsubjpass")
    for preposition in syntax.children(verb, "prep", "dative", "agent"):
        if preposition.lower_ in {"on", "upon", "to", "with", "from", "of", "at", "against"}:
            yield from syntax.children(preposition, "pobj")


def addressee(telling: Telling, verb: Token) -> Token | None:
    """The first object that is a party."""
    return next((noun for noun in objects(verb) if telling.whose(noun)), None)


def clauses(telling: Telling) -> Iterator[Token]:
    """The heads of all clauses that somebody but the narrator says, or a party is subject of."""
    yield from _clauses(telling)


@lru_cache(maxsize=2)
def _clauses(telling: Telling) -> tuple[Token, ...]:
    return tuple(
        token
        for token in telling.scene.verbs
        if token.pos_ in {"VERB", "AUX"}
        and token.dep_ not in {"aux", "auxpass", "amod"}
        and (syntax.is_finite(token) or syntax.modal(token) or _is_told(token))
    )


def _is_told(verb: Token) -> bool:
    """A past tense that was taken for a participle ("says the accord lapsed")."""
    own = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and "nsubj" in own and "aux" not in own


_RAISING = words("seem appear continue tend begin start go have need help use prefer")


def is_aimed_at(verb: Token) -> bool:
    """As "to climb down" of "urged both to climb down", "a call to return"."""
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and not any(True for _ in syntax.children(verb, "aux"))
    ):
        return verb.head.tag_ == "VB" and is_aimed_at(verb.head)
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" for c in syntax.children(verb, "aux"))
    if not infinitive or verb.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "conj", "relcl"}:
        return False
    return verb.head.lemma_ not in _RAISING and not _is_reputed(verb.head)


def _is_reputed(verb: Token) -> bool:
    """As in "is understood to favour a merger": what somebody does, as others have it."""
    return syntax.is_passive(verb) and verb.lemma_ in _REPUTED


_REPUTED = words("understand believe think say report know rumour rumor suppose")
