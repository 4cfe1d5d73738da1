"""What hangs on a verb: its particle, sign, complement, objects, subject."""

from __future__ import annotations

from spacy.tokens import Token

from detente.reading.drafting.lexicon import EXIST, common, tables, verbs, words
from detente.reading.drafting.things import is_when, noun_conjuncts, noun_words, span, theme_of

_PARTICLES = frozenset(
    ["back", "out", "down", "up", "off", "over", "away", "in", "aside", "ahead", "on"]
)
_REACH = ("to", "from", "of", "with", "on", "about", "into", "in", "over", "for", "behind", "at")


def verbal(token: Token) -> bool:
    if token.pos_ == "AUX":
        return True
    return token.pos_ == "VERB" and not (
        token.tag_ == "VBG" and any(t.dep_ == "det" for t in token.children)
    )


def negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "nobody", "nothing", "neither"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            inner.lower_ == "no" and inner.dep_ == "det" for inner in child.children
        ):
            return True
    return False


def lemma_of(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ == "prt" or (
            child.dep_ in ("advmod", "prep")
            and child.lower_ in _PARTICLES
            and child.i == verb.i + 1
            and child.dep_ == "advmod"
            and child.lower_ != "back"
        ):
            return f"{verb.lemma_.lower()}_{child.lower_}"
        if child.dep_ == "prep" and child.lower_ == "from" and verb.lemma_ == "strike":
            return "strike_from"
    later = [
        c
        for c in verb.children
        if c.dep_ in ("advmod",) and c.lower_ in _PARTICLES and c.i > verb.i
    ]
    if later:
        found = f"{verb.lemma_.lower()}_{later[0].lower_}"
        beyond = (
            f"{found}_{verb.doc[later[0].i + 1].lower_}" if later[0].i + 1 < len(verb.doc) else ""
        )
        return beyond if beyond in verbs() else found
    joined = [
        t for t in verb.doc[verb.i + 1 : verb.i + 5] if t.lower_ in ("back",) and t.dep_ == "advmod"
    ]
    if joined and verb.lemma_ in ("pull", "move", "bring", "give"):
        return f"{verb.lemma_.lower()}_back"
    if any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        return "take_place" if verb.lemma_ == "take" else str(verb.lemma_.lower())
    if verb.i + 1 < len(verb.doc) and f"{verb.lemma_}_{verb.doc[verb.i + 1].lower_}" in verbs():
        return f"{verb.lemma_}_{verb.doc[verb.i + 1].lower_}"
    return str(verb.lemma_.lower())


def complement(verb: Token) -> Token | None:
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp")
            and (verbal(child) or child.pos_ == "ADJ")
            and child.i > verb.i
        ):
            return child
        if child.dep_ == "acomp":
            deeper = [c for c in child.children if c.dep_ in ("xcomp", "ccomp") and verbal(c)]
            if deeper:
                return deeper[0]
        if child.dep_ == "prep" and child.lower_ in ("to", "on", "from", "of"):
            deeper = [c for c in child.children if c.dep_ == "pcomp"]
            if deeper:
                return deeper[0]
    return None


def state_of(verb: Token) -> str:
    """The adjective or adverb after ``be``."""
    if verb.tag_ == "VBG" and verb.lower_ in tables()["states_no"]:
        return f"be_{verb.lower_}"
    if verb.lemma_ not in ("be", "remain", "stay", "become", "keep", "stand"):
        return ""
    for child in verb.children:
        if child.dep_ in ("acomp", "advmod", "oprd") and child.i > verb.i:
            return f"be_{child.lower_}"
        if child.dep_ == "prep" and child.lower_ == "in":
            inner = [c.lower_ for c in child.children if c.dep_ == "pobj"]
            if inner and f"in_{inner[0]}" in tables()["states"]:
                return f"be_in_{inner[0]}"
    return ""


def worth(state: str) -> tuple[str, bool]:
    said = state.removeprefix("be_")
    if said in tables()["states_no"]:
        return str(tables()["states_no"][said]), False
    worth = tables()["states"].get(said, state)
    return (EXIST, True) if worth == EXIST else verbs().get(worth, (worth, True))


def safe_from(verb: Token) -> Token | None:
    """``safe from sanctions``, ``free of sanctions``: without them."""
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ in ("safe", "free", "exempt"):
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in ("from", "of"):
                    return next((t for t in inner.children if t.dep_ == "pobj"), None)
    return None


def clause_object(verb: Token) -> tuple[tuple[str, ...], str] | None:
    """``pay what they owe us``, ``establish what is owed``: the clause as a thing."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "dobj") and child.i > verb.i:
            first = next(iter(child.subtree))
            if first.lower_ in ("what", "whose", "who", "how", "which") and first.i > verb.i:
                owed = tables()["owing"].get(child.lemma_, tables()["owing"].get(child.lower_))
                words_ = [t for t in child.subtree if t.pos_ in ("NOUN", "VERB") and t != first]
                theme = (owed,) if owed else tuple(common(t.lemma_.lower()) for t in words_)
                return theme, "what is owed" if owed else span(child)
    return None


def things_of(verb: Token) -> list[Token]:
    """What a verb is done to: its object, a passive's subject, what a preposition brings, or a
    subject that is no actor."""  # noqa: D205, D209
    found = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lower_ != "place"]
    if not found:
        found = [
            inner
            for child in [c for one in (verb, *_adverbs(verb)) for c in one.children]
            if child.dep_ == "prep" and child.lower_ in _REACH and child.i > verb.i
            for inner in child.children
            if inner.dep_ == "pobj" and not is_when(inner)
        ][:1]
        subject = [child for child in verb.children if child.dep_ == "nsubj"]
        if subject and subject[0].pos_ == "NOUN" and _acts_on_itself(verb):
            found = subject
    away = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    if away and verb.lemma_.lower() in words("away", "verbs"):
        found = away
    spread: list[Token] = []
    for thing in found:
        spread += [thing, *(noun_conjuncts(thing) if thing.dep_ != "pobj" else [])]
    return [
        t for t in spread if not (t.pos_ == "NUM" and any(c.dep_ == "prep" for c in t.children))
    ]


def _adverbs(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "advmod"]


def _acts_on_itself(verb: Token) -> bool:
    family = verbs().get(lemma_of(verb), ("", True))[0]
    reach = any(
        child.dep_ == "prep" and child.lower_ in ("to", "into", "from") for child in verb.children
    )
    return family in (EXIST, "open", "pay", "restore", "free") or not reach


def subject_of(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent"):
            return str(span(child))
    if verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        return subject_of(verb.head)
    return ""


def agent_of(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ == "agent":
            return span(child).removeprefix("by ")
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return ""
    return subject_of(verb)


def actor_of(verb: Token, thing: Token) -> tuple[str, ...]:
    """The words of a subject that is a thing: ``pickets`` that block a road."""
    subject = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
    return theme_of(subject[0]) if subject and subject[0] != thing else ()


def tail_of(verb: Token, thing: Token) -> str:
    """Where a thing is put: ``put the fees`` says nothing without ``into escrow``."""
    if verb.lemma_ not in ("put", "place", "turn", "bring", "set") or thing.dep_ == "pobj":
        return ""
    where = [
        c
        for c in verb.children
        if c.dep_ == "prep" and c.i > thing.i and c.lower_ in ("into", "in", "on", "under", "to")
    ]
    inner = [t for c in where[:1] for t in c.children if t.dep_ == "pobj" and not is_when(t)]
    return f" {where[0].text} {noun_words(inner[0])}" if inner else ""


def link_of(thing: Token) -> str:
    return str(thing.head.lower_) if thing.dep_ == "pobj" and thing.head.dep_ == "prep" else ""
