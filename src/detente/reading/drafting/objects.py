"""What a verb is done to, and by whom."""

from __future__ import annotations

from detente.reading.drafting.lexicon import EXIST, STAYING, common, shared_nouns, verbs, words
from detente.reading.drafting.things import (
    counted,
    is_way,
    is_when,
    modifier,
    noun_conjuncts,
    only_adds,
    span,
    theme_of,
)
from detente.reading.drafting.verbs import PARTICLES, lemma_of, parts
from detente.reading.parsed import Token
from detente.reading.parties.gazetteer import longest
from detente.reading.parties.names import nouns

_REACH = ("to", "from", "of", "with", "on", "about", "into", "in", "over", "for", "behind", "at")


def things_of(verb: Token) -> list[Token]:
    """What a verb is done to: its object, or what else stands in for one."""
    subject = [c for c in parts(verb) if c.dep_ == "nsubj" and _is_noun(c)]
    subject = [c for c in subject if longest(c.doc, c.i) is None]  # "Dushanbe pays"
    passive = is_passive(verb)
    if not passive and any(c.dep_ == "dobj" for c in verb.children):
        subject = [c for c in subject if not has_will(c)]  # "the students leave the building"
    found = [c for c in parts(verb) if c.dep_ in ("dobj", "nsubjpass") and c.lower_ != "place"]
    found = found or [c for c in verb.children if c.dep_ == "npadvmod" and is_way(c)]
    found = found or _joined_passive(verb)
    found = [c for c in found if c != _receiver(verb)]
    given = [c for c in found if c.dep_ == "dobj"]
    found = given if passive and given else found  # "the refugees are given land"
    found = [c for c in found if not (_is_called(c, found) or _is_hyphened(c))]
    reached = _reached(verb)
    if reached:  # "pays for the power it uses, about two million a year"
        found = [c for c in found if not only_adds(c)]
    firsts = [modifier(thing) for thing in found]
    found = [c for c in found if c not in firsts] or _behind_particle(verb)
    moved_by = verb.lemma_ in words("away", "given") and any(c.dep_ == "dobj" for c in found)
    if subject and verb.lemma_.lower() in words("away", "verbs") and not moved_by:
        found = subject
    elif light_on := _shared_reached(verb):
        found = light_on
    elif not found:
        sent = is_done_to(verb) and verb.lemma_ in words("transitive", "verbs")
        itself = passive or sent or _acts_on_itself(verb)  # "the bronzes sent to its store"
        shuts = lemma_of(verb) in _SHUTTING  # "the smelter will shut": whoever works there
        shuts |= _stays_as_it_is(verb, reached)
        moved = [t for t in subject if passive or shuts or not has_will(t)]
        found = moved if moved and itself else reached
    spread: list[Token] = []
    found = [t for t in found if t == found[0] or not (only_adds(t) or _begins_clause(t))]
    for thing in found:
        spread += [thing, *(noun_conjuncts(thing) if thing.dep_ != "pobj" else [])]
    spread = [t for t in spread if not _is_unit(t)] or spread
    plain = (t for t in spread if t.pos_ != "NUM" or counted(t) != t)
    bare = [t for t in spread if t.pos_ == "NUM" and not any(map(_is_of, t.children))]
    return [*plain, *bare]


def _stays_as_it_is(verb: Token, reached: list[Token]) -> bool:
    """``the plant stays in public hands``: the plant is what is kept, though it may have a will."""
    state = reached[0].lemma_.lower() if reached else ""
    return verb.lemma_ in STAYING and state in words("standing_in", "states")


def _receiver(verb: Token) -> Token | None:
    """``send the provinces their share``: who is sent it, taken for one more thing that is sent.

    >>> from detente.reading.page import phrase
    >>> str(_receiver(phrase("They must send the provinces their share of the tax.")[2]))
    'provinces'
    """
    given = [c for c in verb.children if c.dep_ == "dobj"]
    gives = verb.lemma_ in words("light", "giving") | {"send", "pay", "grant"}
    if len(given) <= 1 or not gives or _begins_clause(given[1]):
        return None
    beside = given[0].right_edge.i + 1 == given[1].left_edge.i
    return given[0] if beside and not given[0].like_num else None


def _joined_passive(verb: Token) -> list[Token]:
    """``fees are collected and spent on roads``: the fees are what is spent, too."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or not is_passive(verb):
        return []
    if any(c.dep_ in ("nsubj", "dobj", "acomp") for c in verb.children):
        return []
    first = next((t for t in (verb.head, *verb.head.ancestors) if t.dep_ != "conj"), verb.head)
    return [c for c in parts(first) if c.dep_ == "nsubjpass"]


def _is_unit(thing: Token) -> bool:
    """Whether a thing is only the "m" of "$30m"."""
    return thing.lower_ in ("m", "bn", "tn", "k") and thing.i > 0 and thing.nbor(-1).like_num


def _is_of(link: Token) -> bool:
    """``four of the six``, no "$13,500 per vessel day"."""
    return link.dep_ == "prep" and link.lower_ != "per"


_SHUTTING = ("shut", "shut_down", "close", "close_down", "reopen")


def _is_noun(token: Token) -> bool:
    """Whether a token is a noun; of a compound with a hyphen, "the go-slow", its last part.

    So is what the parser takes for a name, though it is written small.
    """
    common_ = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.islower())
    return common_ or (token.pos_ == "ADJ" and token.nbor(-1).text == "-")


def _is_called(thing: Token, found: list[Token]) -> bool:
    """``its patrol boat Heron is kept``: the name of the boat, taken for a thing of its own."""
    before = thing.doc[thing.i - 1] if thing.i else None
    return thing.pos_ == "PROPN" and before in found and before.pos_ == "NOUN"


def _is_hyphened(thing: Token) -> bool:
    """``lift the counter-tariffs``: a hyphen, or what stands before it, taken for a thing.

    >>> from detente.reading.page import phrase
    >>> [str(thing) for thing in things_of(phrase("They must lift the counter-tariffs.")[2])]
    ['tariffs']
    >>> [str(thing) for thing in things_of(phrase("They must end the work-to-rule.")[2])]
    ['work']
    """
    after = thing.doc[thing.i + 1 : thing.i + 3]
    linked = len(after) > 1 and after[1].pos_ == "ADP" and after[1].head == thing
    return thing.text == "-" or (after[:1].text == "-" and not (thing.whitespace_ or linked))


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


def _begins_clause(thing: Token) -> bool:
    """``eleven villages its troops entered``: the subject of a clause that the parser missed."""
    after = thing.doc[thing.i + 1] if thing.i + 1 < len(thing.doc) else None
    owned = any(child.tag_ == "PRP$" for child in thing.children)
    return owned and after is not None and after.tag_ in ("VBD", "VBN", "VBZ", "VBP")


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
    return known and common(lemma) not in words("forces", "nouns") | words("pressure", "nouns")


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
    return [c for c in verb.children if c.dep_ == "advmod" or c.lower_ in PARTICLES]


def _acts_on_itself(verb: Token) -> bool:
    family = verbs().get(lemma_of(verb), ("", True))[0]
    tied = lemma_of(verb).partition("_")[2]  # "an engineer looks at the bills"
    if any(c.lower_ == tied and any(t.dep_ == "pobj" for t in c.children) for c in verb.children):
        return False
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
    some = subject and not is_passive(verb) and not is_done_to(verb)
    some = some and subject[0] != thing and not has_will(subject[0])
    return theme_of(subject[0]) if some else ()


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
    itself = itself and verb.lemma_ not in words("alternating", "verbs")
    if thing.dep_ == "nsubj" and not passive and itself and not is_done_to(verb):
        return "let"
    tied = thing.dep_ == "pobj" and thing.head.dep_ == "prep" and thing.head.lower_ in _REACH
    if thing.head.lower_ == "of" and lemma_of(verb) in verbs():  # "reopening of the crossing"
        return ""
    return str(thing.head.lower_) if tied else ""
