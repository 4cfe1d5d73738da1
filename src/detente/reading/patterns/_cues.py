"""Cue verbs, adjectives and nouns, read alike for all kinds: who, to whom, in which clause."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from detente.reading import frames, syntax
from detente.reading.attribution import PEOPLE, Telling
from detente.reading.frames import Frame
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns._who import about, counterpart, parties_in
from detente.reading.reporting import LIGHT
from detente.reading.syntax import REFLEXIVE, words

DROPPING = words("drop withdraw abandon retract renounce lift ease soften end scrap shelve waive")


@lru_cache(maxsize=2)
def _framings(telling: Telling) -> tuple[tuple[Token, Frame], ...]:
    """Every verb that words a position, with its wording; those of two texts are kept."""
    return tuple(
        (token, frame)
        for token in telling.scene.verbs
        if token.dep_ != "amod"
        for frame in frames.fitting(token)
    )


def framed(
    telling: Telling, kind: str, fits: Callable[[Token, Frame], bool] | None = None
) -> Iterator[Finding]:
    """Positions worded as ``data/positions.toml`` has it, as far as `fits` agrees."""
    for verb, frame in _framings(telling):
        if frame.kind != kind or (fits is not None and not fits(verb, frame)):
            continue
        if is_aside(telling, verb) or not _is_told_now(telling, verb, frame):
            continue
        if frame.of_thing or any(True for _ in syntax.children(verb, "expl")):
            yield from _of_thing(telling, kind, verb)
        elif frame.section in {"is", "is_not"} or "be" in frame.steps[0]:
            subject = telling.subject(verb)
            voiced = telling.voice(verb).holder if _is_own_folk(subject) else ()
            holder = telling.who(subject) or _holder(telling, verb) or voiced
            yield from finding(telling, kind, verb, holder=holder)
        elif _is_agentless(verb) and syntax.modal(verb):
            yield from finding(telling, kind, verb, holder=telling.voice(verb).holder)
        else:
            holder = _holder(telling, verb) or _of_what_is_to_come(telling, verb)
            yield from finding(telling, kind, verb, to=addressee(telling, verb), holder=holder)
    yield from owned(telling, kind, frames.nouns(kind))
    for _, verb in nouns(telling, frames.nouns(kind, "light")):
        if verb.lemma_ not in DROPPING and not syntax.is_negated(verb):
            yield from finding(telling, kind, verb)


def _is_told_now(telling: Telling, verb: Token, frame: Frame) -> bool:
    """No participle before a noun, no infinitive that belongs to another verb's position."""
    if verb.dep_ in {"amod", "compound"} or (is_aimed_at(verb) and verb.lemma_ != "be"):
        return False
    if frame.section == "not":
        subject = telling.subject(verb)
        nobody = subject is not None and any(c.lower_ == "no" for c in subject.children)
        sure = frame.kind not in {"intent", "threat"} or verb.lemma_ in {"rule", "exclude"}
        return not nobody and (sure or bool(syntax.modal(verb)))
    return True


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
    return verb.head.lemma_ not in _RAISING


def _of_what_is_to_come(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Whose it is that "the troops would stay put": the speaker's."""
    subject, modal = telling.subject(verb), syntax.modal(verb)
    thing = subject is not None and subject.pos_ == "NOUN" and not telling.whose(subject)
    return telling.voice(verb).holder if thing and modal in {"will", "would", "shall"} else ()


def _is_agentless(verb: Token) -> bool:
    return syntax.is_passive(verb) and syntax.agent(verb) is None


def _of_thing(telling: Telling, kind: str, verb: Token) -> Iterator[Finding]:
    """Of "X's missiles are off the table": who says it, else whose the thing is."""
    subject = telling.subject(verb)
    own = telling.whose(syntax.first(subject, "poss")) if subject is not None else ()
    yield from finding(telling, kind, verb, holder=telling.voice(verb).holder or own)


def verbs(telling: Telling, table: Collection[str]) -> Iterator[tuple[Token, str]]:
    """The verbs of the text that a table names, with the name."""
    for token, keys in _keyed(telling):
        named = next((key for key in keys if key in table), None)
        if named is not None and not is_aside(telling, token):
            yield token, named


@lru_cache(maxsize=2)
def _keyed(telling: Telling) -> tuple[tuple[Token, tuple[str, ...]], ...]:
    return tuple((token, syntax.keys(token)) for token in telling.scene.verbs)


def is_aside(telling: Telling, verb: Token) -> bool:
    """Whether the clause is a question, doubted, or only supposed."""
    voice = telling.voice(verb)
    if voice.asked or voice.doubted:
        return True
    return is_supposed(verb)


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
        if step.head == step or step.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            return False
        if step.dep_ == "advcl" or step.pos_ not in {"VERB", "AUX"}:
            return False
        step = step.head


def _is_inverted(verb: Token) -> bool:
    """As in "were it granted", "should they attack"."""
    helpers = [c.i for c in verb.children if c.lower_ in {"were", "should", "had"}]
    own = [c.i for c in syntax.children(verb, *syntax.SUBJECTS) if c.lower_ not in REFLEXIVE]
    return bool(helpers and own) and helpers[0] < own[0]


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
    holder = _holder(telling, verb) if holder is None else holder
    if not holder:
        return
    named = tuple(p for p in telling.whose(to) if p not in holder)
    speaker = voice.speaker or telling.words(telling.subject(verb))
    yield Finding(
        kind,
        verb,
        holder,
        speaker,
        named or _named_after(telling, verb, holder) or counterpart(telling, verb, holder),
        about(telling, verb),
        confidence=confidence,
    )


def _holder(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Who acts; where that is only "the president", the party whose speech it is."""
    found = telling.holder(verb)
    subject = telling.subject(verb)
    if found or syntax.is_passive(verb) or subject is None:
        return found
    official = subject.lemma_.lower() in PEOPLE | _FOLK and any(
        child.lower_ in {"the", "its", "their", "his", "her"} for child in subject.children
    )
    strayed = verb.dep_ == "conj" and subject.i not in _own(verb) and subject.pos_ != "PRON"
    return telling.voice(verb).holder if official or strayed else ()


def _is_own_folk(subject: Token | None) -> bool:
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


def nouns(telling: Telling, table: Collection[str]) -> Iterator[tuple[Token, Token]]:
    """Nouns of a table that carry a content ("made a demand that ..."), with their verb."""
    for token in telling.scene.nouns:
        if token.lemma_ not in table:
            continue
        first = _first_conjunct(token)
        verb = first.head
        light = verb.pos_ in {"VERB", "AUX"} and verb.lemma_ in LIGHT
        said = light and first.dep_ == "dobj" and not is_aside(telling, verb)
        if said and _has_content(token):
            yield token, verb


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head
    return token


def owned(telling: Telling, kind: str, table: Collection[str]) -> Iterator[Finding]:
    """Positions that a noun names with its holder: "Sudmark's refusal to pay"."""
    for token in telling.scene.nouns:
        if token.lemma_ not in table or not _has_content(token):
            continue
        holder = _owners(telling, token)
        if (
            holder
            and token.dep_ != "oprd"
            and not _is_dropped(token)
            and not is_supposed(_clause_of(token))
        ):
            yield from finding(telling, kind, token, holder=holder, confidence=0.7)


_GIVING_UP = words("drop withdraw abandon retract renounce scrap shelve waive revoke rescind") | {
    "give up", "back down from", "back away from", "go back on", "renege on",
}  # fmt: skip


def given_up(telling: Telling, table: Collection[str]) -> Iterator[Finding]:
    """What somebody no longer holds to: "dropped its demand", "withdrew the offer"."""
    for verb, _ in verbs(telling, _GIVING_UP):
        noun = syntax.first(verb, "dobj", "nsubjpass")
        if noun is None or noun.lemma_ not in table or syntax.is_negated(verb):
            continue
        holder = telling.holder(verb) or _owners(telling, noun)
        told = verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} or syntax.modal(verb) in {"will", "would"}
        if holder and told and verb.dep_ not in {"amod", "acl", "relcl"}:
            yield from finding(telling, "", verb, holder=holder)


def no_longer(telling: Telling, table: Collection[str]) -> Iterator[Finding]:
    """What somebody has stopped holding to: "no longer insists on", "has stopped demanding"."""
    for verb, _ in verbs(telling, table):
        ended = any(child.lower_ in {"longer", "anymore"} for child in verb.children)
        stopped = verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in _STOPPING
        if (ended and syntax.is_negated(verb)) or stopped:
            yield from finding(telling, "", verb.head if stopped else verb)


_STOPPING = words("stop cease quit")


def _owners(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Whose it is: "its refusal", "the Norlandic refusal", "refusal by Norland"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return telling.who(child) or telling.whose(child)
        if child.dep_ == "amod" and child.text[:1].isupper() and telling.scene.refers(child):
            return telling.scene.refers(child)
        by = child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}
        if by and telling.who(syntax.first(child, "pobj")):
            return telling.who(syntax.first(child, "pobj"))
    return ()


def _is_dropped(noun: Token) -> bool:
    verb = _first_conjunct(noun).head
    return verb.lemma_ in DROPPING and not syntax.is_negated(verb)


def _clause_of(token: Token) -> Token:
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


_CONTENT = frozenset({"for", "to", "on", "against", "over", "of", "about", "with", "in"})


def _has_content(noun: Token) -> bool:
    return any(
        child.dep_ in {"acl", "ccomp", "relcl"}
        or (child.dep_ == "prep" and child.lower_ in _CONTENT)
        for child in noun.children
    )


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


def clefts(telling: Telling, table: Collection[str], *, negated: bool) -> Iterator[Finding]:
    """Positions put as "What Norland wants is ...", "What it cannot stomach is ...".

    Word by word: such sentences lead the parser astray.
    """
    for sentence in telling.scene.sentences:
        first = next((token for token in sentence if token.is_alpha), None)
        if first is None or first.lower_ not in {"what", "all"}:
            continue
        opening = list(sentence.doc[first.i + 1 : min(first.i + _CLEFT, sentence.end)])
        stop = next(
            (t.i for t in opening if t.lower_ in _EQUALS and t.nbor(1).lower_ != "after"), None
        )
        if stop is None:
            continue
        inner = [token for token in opening if token.i < stop]
        named = next((t for t in inner if telling.who(t)), None)
        says_no = any(token.lower_ in {"not", "n't", "never"} for token in inner)
        worded = negated or any({t.lemma_.lower(), t.lower_} & set(table) for t in inner)
        if named is not None and says_no == negated and worded:
            yield from finding(telling, "", sentence.root, holder=telling.who(named))


_EQUALS = frozenset({"is", "was", "are", "were", ":"})
_CLEFT = 16
