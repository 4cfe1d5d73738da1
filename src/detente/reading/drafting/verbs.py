"""What hangs on a verb: its particle, sign, complement, objects, subject."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.drafting.lexicon import EXIST, common, shared_nouns, tables, verbs, words
from detente.reading.drafting.things import (
    counted,
    is_way,
    is_when,
    modifier,
    noun_conjuncts,
    noun_words,
    only_adds,
    span,
    theme_of,
)
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns

_PARTICLES = frozenset(
    ["back", "out", "down", "up", "off", "over", "away", "in", "aside", "ahead", "on", "through"]
)
_LONG_TAIL = 6  # words of a prepositional object that a label still takes
_REACH = ("to", "from", "of", "with", "on", "about", "into", "in", "over", "for", "behind", "at")


def verbal(token: Token) -> bool:
    """Whether a token is a verb at work: no gerund with an article."""
    if token.pos_ == "AUX":
        return True
    return token.pos_ == "VERB" and not (
        token.tag_ == "VBG" and any(t.dep_ == "det" for t in token.children)
    )


def parts(verb: Token) -> list[Token]:
    """What hangs on a verb, or on its auxiliary."""
    helping = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return [*verb.children, *(inner for one in helping for inner in one.children)]


def negated(verb: Token) -> bool:
    """Whether a verb is negated, by itself or by its subject or object."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "nobody", "nothing", "neither"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            inner.lower_ == "no" and inner.dep_ == "det" for inner in child.children
        ):
            return True
    return False


def lemma_of(verb: Token) -> str:
    """A verb with its particle: ``hand_over``, ``pull_back``, ``go_back_to``.

    >>> from detente.reading.page import phrase
    >>> lemma_of(phrase("They pulled their boats back.")[1])
    'pull_back'
    """
    lemma = str(verb.lemma_.lower())
    candidates = [*_with_next(verb, lemma), *_with_particle(verb, lemma)]
    if any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        candidates.append(f"{lemma}_place")
    known = {*verbs(), *words("light", "yes"), *words("light", "no")}
    return next((c for c in candidates if c in known), next(iter(candidates), lemma))


def _with_particle(verb: Token, lemma: str) -> Iterator[str]:
    for child in verb.children:
        particle = child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in _PARTICLES)
        if particle and child.i > verb.i and not _is_hyphened(child):
            if child.i + 1 < len(verb.doc):
                beyond = f"{lemma}_{child.lower_}_{verb.doc[child.i + 1].lower_}"
                yield from [beyond] if beyond in verbs() else []
            yield f"{lemma}_{child.lower_}"
        if child.dep_ == "prep" and f"{lemma}_{child.lower_}" in verbs():
            yield f"{lemma}_{child.lower_}"
    back = [t for t in verb.doc[verb.i + 1 : verb.i + 5] if t.lower_ == "back"]
    loose = back and back[0].dep_ == "advmod" and not _is_hyphened(back[0])
    if loose and f"{lemma}_back" in verbs():
        yield f"{lemma}_back"


def _is_hyphened(token: Token) -> bool:
    """Whether a word is the first part of a compound: "back-to-work legislation"."""
    return token.nbor().text == "-"


def _with_next(verb: Token, lemma: str) -> Iterator[str]:
    if verb.i + 1 < len(verb.doc):
        joined = f"{lemma}_{verb.doc[verb.i + 1].lower_}"
        yield from [joined] if joined in verbs() else []


def complement(verb: Token) -> Token | None:
    """The verb that a verb governs: ``agree to pay``, ``stop drilling``."""
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


def shell_of(noun: Token) -> Token | None:
    """The verb behind a noun that only talks of it: ``the idea of withdrawing``.

    >>> from detente.reading.page import phrase
    >>> str(shell_of(phrase("They rejected any talk of withdrawing the boats.")[3]))
    'withdrawing'
    """
    if noun.lower_ not in words("shell", "nouns"):
        return None
    inner = (t for link in noun.children if link.lower_ == "of" for t in link.children)
    return next((t for t in inner if t.dep_ == "pcomp" and verbal(t)), None)


def state_of(verb: Token) -> str:
    """The adjective or adverb after ``be``."""
    if verb.tag_ == "VBG" and verb.lower_ in tables()["states_no"]:
        return f"be_{verb.lower_}"
    if verb.lemma_ not in ("be", "remain", "stay", "become", "keep", "stand"):
        return ""
    for child in verb.children:
        said = child.pos_ in ("ADJ", "ADV", "ADP") or child.tag_ == "VBN"
        said = said and child.lower_ not in words("small", "adding")
        if said and child.dep_ in ("acomp", "advmod", "oprd") and child.i > verb.i:
            return f"be_{child.lower_}"
        if child.dep_ == "prep" and child.lower_ == "in":
            inner = [c.lower_ for c in child.children if c.dep_ == "pobj"]
            if inner and f"in_{inner[0]}" in tables()["states"]:
                return f"be_in_{inner[0]}"
    return ""


def worth(state: str) -> tuple[str, bool]:
    """The verb family that a state is worth, and its sign."""
    said = state.removeprefix("be_")
    if said in tables()["states_no"]:
        return str(tables()["states_no"][said]), False
    if said.endswith("ed") and (verb := next(filter(verbs().get, (said[:-2], said[:-1])), None)):
        return verbs()[verb]
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
    """What a verb is done to: its object, or what else stands in for one."""
    subject = [c for c in parts(verb) if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    passive = is_passive(verb)
    if not passive and any(c.dep_ == "dobj" for c in verb.children):
        subject = [c for c in subject if not has_will(c)]  # "the students leave the building"
    found = [c for c in parts(verb) if c.dep_ in ("dobj", "nsubjpass") and c.lower_ != "place"]
    found = found or [c for c in verb.children if c.dep_ == "npadvmod" and is_way(c)]
    given = [c for c in found if c.dep_ == "dobj"]
    found = given if passive and given else found  # "the refugees are given land"
    firsts = [modifier(thing) for thing in found]
    found = [c for c in found if c not in firsts] or _behind_particle(verb)
    if subject and verb.lemma_.lower() in words("away", "verbs"):
        found = subject
    elif light_on := _shared_reached(verb):
        found = light_on
    elif not found:
        itself = passive or _acts_on_itself(verb)
        moved = [t for t in subject if passive or not has_will(t)]
        found = moved if moved and itself else _reached(verb)
    spread: list[Token] = []
    found = [thing for thing in found if thing == found[0] or not only_adds(thing)]
    for thing in found:
        spread += [thing, *(noun_conjuncts(thing) if thing.dep_ != "pobj" else [])]
    plain = (t for t in spread if t.pos_ != "NUM" or counted(t) != t)
    bare = [t for t in spread if t.pos_ == "NUM" and not any(c.dep_ == "prep" for c in t.children)]
    return [*plain, *bare]


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive: "were taken", "wants it taken", "has them looked at".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("They want the matter taken to the commission.")
    >>> is_passive(doc[4]), is_passive(doc[1])
    (True, False)
    """
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and verb.head != verb:
        return is_passive(verb.head) and not any(c.dep_ == "nsubj" for c in _active(verb))
    past = verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("ccomp", "xcomp")
    helped = any(child.dep_ in ("aux", "dobj", "mark") for child in verb.children)
    return past and not helped and verb.head.lemma_ in words("letting", "causing")


def _active(verb: Token) -> list[Token]:
    """What shows that a joined verb is in the active: a subject who chooses, or an object."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return [c for c in verb.children if objects and c.dep_ == "nsubj"]


_HEADS = ("heads.union", "heads.organisation", "heads.forum")


def has_will(noun: Token) -> bool:
    """Whether a noun stands for people or a body who choose: no boats, no soldiers.

    >>> from detente.reading.page import phrase
    >>> [has_will(token) for token in phrase("ministry students boats soldiers")]
    [True, True, False, False]
    """
    lemma = noun.lemma_.lower()
    kinds = ("bodies", "government", "crowds", "firms", "roles", "clergy", "districts", *_HEADS)
    known = any(lemma in nouns(kind) for kind in kinds) or lemma in words("bodies", "nouns")
    return known and common(lemma) not in words("forces", "nouns")


def _behind_particle(verb: Token) -> list[Token]:
    """``calls off the strike``: the object, which the parser may hang on the particle."""
    particles = [child for child in verb.children if child.dep_ == "prt"]
    return [c for one in particles for c in one.children if c.dep_ == "pobj"]


def _shared_reached(verb: Token) -> list[Token]:
    """``return to talks over the dam``: the talks, whatever else the parser hangs on the verb."""
    if verb.lemma_ not in words("light", "yes") | words("light", "no"):
        return []
    return [t for t in _reached(verb) if t.lemma_.lower() in shared_nouns()]


def _reached(verb: Token) -> list[Token]:
    """What a preposition brings."""
    links = [c for one in (verb, *_adverbs(verb)) for c in one.children]
    return [
        inner
        for link in links
        if link.dep_ == "prep" and link.lower_ in _REACH and link.i > verb.i
        for inner in link.children
        if inner.dep_ == "pobj" and not is_when(inner)
    ][:1]


def _adverbs(verb: Token) -> list[Token]:
    """Adverbs, and the "out" of "pull out of the pact"."""
    return [c for c in verb.children if c.dep_ == "advmod" or c.lower_ in _PARTICLES]


def _acts_on_itself(verb: Token) -> bool:
    family = verbs().get(lemma_of(verb), ("", True))[0]
    reach = any(
        child.dep_ == "prep" and child.lower_ in ("to", "into", "from") for child in verb.children
    )
    return family in (EXIST, "open", "pay", "restore", "free") or not reach


def subject_of(verb: Token) -> str:
    """The words of the subject, of the governing verb where there is none."""
    for child in parts(verb):
        if child.dep_ == "nsubj" or (
            child.dep_ == "agent" and not any(map(is_when, child.children))
        ):
            return str(span(child))
    if verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        return subject_of(verb.head)
    return ""


def agent_of(verb: Token) -> str:
    """Who does it: the subject, or of a passive the agent."""
    for child in verb.children:
        if child.dep_ == "agent" and not any(map(is_when, child.children)):
            return span(child).removeprefix("by ")
    if is_passive(verb) or any(child.dep_ == "nsubjpass" for child in verb.children):
        return ""
    return subject_of(verb)


def actor_of(verb: Token, thing: Token) -> tuple[str, ...]:
    """The words of a subject that is a thing: ``pickets`` that block a road."""
    subject = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
    some = subject and not is_passive(verb) and subject[0] != thing and not has_will(subject[0])
    return theme_of(subject[0]) if some else ()


def tail_of(verb: Token, thing: Token) -> str:
    """What a verb says beside its object: ``into escrow``, ``to 40 per cent``, ``abroad``."""
    courts = [c for c in thing.children if c.dep_ == "prep" and c.lower_ == "before"]
    for child in (*verb.children, *courts):
        if child.i < thing.i or child.i < verb.i or thing.dep_ == "pobj":
            continue
        if child.dep_ == "advmod" and child.lower_ in words("tail", "adverbs"):
            return str(child.lower_)
        if (left := _left_behind(verb, child)) is not None:
            return f"from {noun_words(left)}"
        if child.dep_ in ("prep", "dative") and _is_tail(verb, child):
            inner = next((t for t in child.children if t.dep_ == "pobj"), None)
            said = noun_words(inner) if inner is not None and inner.pos_ != "PRON" else ""
            return f"{child.lower_} {said}" if 0 < len(said.split()) <= _LONG_TAIL else ""
    return ""


def _left_behind(verb: Token, link: Token) -> Token | None:
    """``pull out of the valley``: the valley."""
    if (
        link.dep_ != "prep"
        or link.lower_ not in ("of", "out")
        or verb.lemma_ not in ("pull", "move")
    ):
        return None
    inner = [link, *(child for child in link.children if child.lower_ == "of")]
    return next((t for one in inner for t in one.children if t.dep_ == "pobj"), None)


def _is_tail(verb: Token, link: Token) -> bool:
    """Whether a preposition goes on with what is done: where to, how far, before which court."""
    inner = next((t for t in link.children if t.dep_ == "pobj"), None)
    if inner is None:
        return False
    if link.lower_ == "by":
        return verbs().get(lemma_of(verb), ("",))[0] in ("raise", "cut") and not is_when(inner)
    if link.lower_ == "before":
        court = shared_nouns().get(inner.lemma_.lower()) == "arbitrate"
        return court or inner.lemma_.lower() in words("court", "bodies")
    amount = link.lower_ == "to" and any(child.pos_ == "NUM" for child in inner.children)
    return link.lower_ in words("tail", "links") and (amount or not is_when(inner))


def is_done_to(verb: Token) -> bool:
    """Whether a past form without its auxiliary is of what is done: "the lifts replaced".

    >>> from detente.reading.page import phrase
    >>> is_done_to(phrase("the lifts replaced")[2]), is_done_to(phrase("the ferries sailed")[2])
    (True, False)
    """
    stays = verb.pos_ == "AUX" or verb.lemma_ in ("be", "have", "remain", "stay", "seem")
    past = verb.tag_ in ("VBD", "VBN") and not stays
    past = past and verb.lemma_ not in words("away", "itself")
    return past and not any(child.dep_ in ("aux", "dobj") for child in verb.children)


def link_of(verb: Token, thing: Token) -> str:
    """The preposition that ties a thing to its verb; ``let`` where the thing itself does it."""
    passive = is_passive(verb)
    itself = lemma_of(verb) not in verbs() or verb.lemma_ in words("away", "verbs")
    if thing.dep_ == "nsubj" and not passive and itself and not is_done_to(verb):
        return "let"
    tied = thing.dep_ == "pobj" and thing.head.dep_ == "prep" and thing.head.lower_ in _REACH
    if thing.head.lower_ == "of" and lemma_of(verb) in verbs():  # "reopening of the crossing"
        return ""
    return str(thing.head.lower_) if tied else ""


def fits(verb: str) -> bool:
    """Whether a verb brings about or ends what both sides do: "accept a truce".

    >>> fits("accept"), fits("ratify")
    (True, False)
    """
    return verb == "accept" or verbs().get(verb, ("", True))[0] in (EXIST, "sign", "talk")
