"""Cue verbs, adjectives and nouns, read alike for all kinds: who, to whom, in which clause."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from detente.reading import syntax
from detente.reading.attribution import PEOPLE, Telling
from detente.reading.patterns import Finding
from detente.reading.patterns._who import about, counterpart, parties_in
from detente.reading.syntax import words

LIGHT = words(
    "renew repeat reiterate express indicate voice issue make signal show include announce "
    "underline stress reaffirm restate have give table submit present put raise maintain drop "
    "withdraw abandon bring press"
)


def verbs(telling: Telling, table: Collection[str]) -> Iterator[tuple[Token, str]]:
    """The verbs of the text that a table names, with the name."""
    for sentence in telling.scene.sentences:
        for token in sentence:
            if token.pos_ not in {"VERB", "AUX"} and token.dep_ != "relcl":
                continue
            named = next((key for key in syntax.keys(token) if key in table), None)
            if named is not None and not is_aside(telling, token):
                yield token, named


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
        if step.head == step or step.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            return False
        if step.dep_ == "advcl" or step.pos_ not in {"VERB", "AUX"}:
            return False
        step = step.head


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
    official = subject.lemma_.lower() in PEOPLE and any(
        child.lower_ in {"the", "its", "their", "his", "her"} for child in subject.children
    )
    strayed = verb.dep_ == "conj" and subject.pos_ == "PROPN" and subject.i not in _own(verb)
    return telling.voice(verb).holder if official or strayed else ()


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
    """Nouns of a table that carry a content ("its demand that ..."), with whose they are."""
    for sentence in telling.scene.sentences:
        for token in sentence:
            if token.pos_ != "NOUN" or token.lemma_ not in table:
                continue
            verb = token.head
            light = verb.pos_ in {"VERB", "AUX"} and verb.lemma_ in LIGHT
            said = light and token.dep_ in {"dobj", "conj"} and not is_aside(telling, verb)
            if said and _has_content(token):
                yield token, verb


def owned(telling: Telling, kind: str, table: Collection[str]) -> Iterator[Finding]:
    """Positions that a noun names with its holder: "Sudmark's refusal to pay"."""
    for sentence in telling.scene.sentences:
        for token in sentence:
            holder = telling.who(syntax.first(token, "poss")) if token.lemma_ in table else ()
            told = any(c.pos_ == "VERB" for c in syntax.children(token, "acl", "ccomp"))
            if token.pos_ == "NOUN" and holder and told:
                yield from finding(telling, kind, token, holder=holder, confidence=0.7)


def _has_content(noun: Token) -> bool:
    return any(
        child.dep_ in {"acl", "ccomp", "relcl"}
        or (child.dep_ == "prep" and child.lower_ in {"for", "to", "on"})
        for child in noun.children
    )


def clauses(telling: Telling) -> Iterator[Token]:
    """The heads of all clauses that somebody but the narrator says, or a party is subject of."""
    for sentence in telling.scene.sentences:
        for token in sentence:
            verbal = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}
            if verbal and (syntax.is_finite(token) or syntax.modal(token) or _is_told(token)):
                yield token


def _is_told(verb: Token) -> bool:
    """A past tense that was taken for a participle ("says the accord lapsed")."""
    own = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and "nsubj" in own and "aux" not in own
