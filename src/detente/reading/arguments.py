"""What stands to a verb or a noun in which part: doer, thing done to, what prepositions name."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.grammar import is_contrasted
from detente.reading.parsed import Token, remembered
from detente.reading.syntax import SUBJECTS, agent, subject
from detente.reading.wording import words

_THINGS = frozenset({"dobj", "attr", "oprd"})
_ASIDE = frozenset({"away", "down", "off", "up", "out", "back", "apart"})
_RELATIVES = frozenset({"which", "who", "that", "whom"})
_APART = frozenset({"relcl", "acl", "advcl", "punct", "conj", "cc", "ccomp", "parataxis", "appos"})


def particle(verb: Token) -> str:
    """The verb's lemma, with its particle where it has one: ``break_off``."""
    lemma = verb.lemma_.lower()
    near = (
        child.lower_
        for child in verb.children
        if child.dep_ == "prt" or (child.i == verb.i + 1 and child.lower_ in _ASIDE)
    )
    return "_".join([lemma, *list(near)[:1]])


@remembered
def is_passive(verb: Token) -> bool:
    """Whether the clause tells what is done to its subject; participles after a noun included."""
    labels = {child.dep_ for child in verb.children}
    if "nsubj" in labels and not labels & {"auxpass", "nsubjpass"}:
        return False  # "an accord that A brokered", whatever the tag
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and _is_main(verb):
        return False
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and "aux" not in labels:
        return agent(verb) is not None or syntax.is_passive(verb)  # "Backed by A, B went to court"
    return syntax.is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"})


def _is_main(verb: Token) -> bool:
    """As in "An attempt to agree on a date failed": the parser hangs the verb on its subject."""
    noun = verb.head
    stands_alone = noun.dep_ == "ROOT" and noun.pos_ == "NOUN" and agent(verb) is None
    return stands_alone and any(
        c.dep_ in {"acl", "prep"} and noun.i < c.i < verb.i for c in noun.children
    )


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, or the token itself."""
    if token.lower_ in _RELATIVES and token.tag_ in {"WDT", "WP", "IN"}:
        for above in token.ancestors:
            if above.dep_ == "relcl" or (above.dep_ == "acl" and token.head == above):
                return above.head
    return token


def _child(token: Token, labels: frozenset[str]) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def doer(verb: Token) -> Token | None:
    """Who acts: the subject, or of a passive the agent."""
    if is_passive(verb):
        return agent(verb) or _agent_beside(verb) or _agent_above(verb)
    return _after_preposition(verb) or subject(verb) or _after_year(verb)


def _agent_beside(verb: Token) -> Token | None:
    """As in "armed and paid by A": the last of them has it."""
    for second in verb.children:
        if second.dep_ == "conj" and second.tag_ == "VBN" and _child(second, SUBJECTS) is None:
            return agent(second) or _agent_beside(second)
    return None


def _agent_above(verb: Token) -> Token | None:
    """As in "traded captives in a swap arranged by A": the parser hangs "by" on the main verb."""
    if verb.dep_ != "acl":
        return None
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
    if above is None or syntax.is_passive(above):
        return None
    by = agent(above)
    return by if by is not None and by.i > verb.i else None


def _after_preposition(verb: Token) -> Token | None:
    """As in "a day after the trust cut pay": the parser takes the subject for what "after" has."""
    if verb.tag_ != "VBD" or verb.i == verb.sent.start or _child(verb, SUBJECTS) is not None:
        return None
    before = verb.nbor(-1)
    if before.dep_ == "pobj" and before.head.lower_ == "of":
        before = before.head.head  # "after the city of Norhaven stopped paying"
    taken = before.dep_ == "pobj" and before.head.lower_ in _OPENING and verb.dep_ == "advcl"
    return before if taken else None


_OPENING = frozenset({"after", "before", "since", "until"})


def _after_year(verb: Token) -> Token | None:
    """As in "In 2020 Norland left": the parser takes the subject for a part of the date."""
    before = verb.nbor(-1) if verb.i > verb.sent.start and verb.tag_ == "VBD" else None
    if before is None or before.dep_ != "pobj" or before.pos_ != "PROPN":
        return None
    return (
        before if any(child.is_digit and child.i < before.i for child in before.children) else None
    )


@remembered
def object_of(verb: Token) -> Token | None:
    """What is acted on: the object, or of a passive the subject; gaps of relative clauses too."""
    if is_passive(verb):
        return _passed_on(verb) or subject(verb)
    found = _child(verb, _THINGS)
    if found is not None:
        return found if (stands_for := antecedent(found)) == found else counted(stands_for)
    own = _child(verb, SUBJECTS)
    if verb.dep_ == "relcl" and own is not None and antecedent(own) == own:
        return counted(verb.head)
    if own is None or own.i < verb.i:
        shared = _of_second(verb)
        if shared is not None:
            return shared
    return _of_first(verb) if verb.dep_ == "conj" and own is None else None


def counted(sum_: Token) -> Token:
    """As "fee" in "a fee of 300 dinars which A imposed": what comes to the sum, or what is named.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="Drivers pay a toll of 40 euros that Norway levied."))
    >>> [counted(token).text for token in scene.doc if token.text == "euros"]
    ['toll']
    """
    numbered = any(child.dep_ == "nummod" for child in sum_.children)
    if not numbered or sum_.dep_ != "pobj" or sum_.head.lower_ != "of":
        return sum_
    whole = sum_.head.head
    return whole if whole.lemma_ in _CHARGES else sum_


_CHARGES = words("""
    fee toll tax levy duty tariff fine penalty surcharge charge rent quota limit ceiling grant loan
    subsidy sum cap price wage fare bond bounty""")


def _of_first(verb: Token) -> Token | None:
    """As in "seized and burned it", "the valley, which A entered and still holds"."""
    first = verb.head
    shared = _child(first, _THINGS)
    if shared is None and first.dep_ == "relcl" and _child(first, SUBJECTS) is not None:
        return object_of(first)
    return antecedent(shared) if shared is not None and shared.i > verb.i else None


def _of_second(verb: Token) -> Token | None:
    """As in "intercepted and burned two trawlers"."""
    for child in verb.children:
        if child.dep_ == "conj" and 0 < child.i - verb.i <= _NEXT and child.pos_ == "VERB":
            things = _child(child, _THINGS)
            return things if things is not None and _child(child, SUBJECTS) is None else None
    return None


_NEXT = 3  # tokens from a verb to one joined to it that shares its object


def _passed_on(verb: Token) -> Token | None:
    """What is held in "the isles, which A claims but have been held by B"."""
    head = verb.head
    if verb.dep_ != "conj" or head.dep_ != "relcl" or _child(verb, SUBJECTS) is not None:
        return None
    own = _child(head, SUBJECTS)
    return head.head if own is not None and antecedent(own) == own else None


def things_of(verb: Token) -> list[Token]:
    """What is acted on, with what is joined to it."""
    found = object_of(verb)
    return [] if found is None else list(conjoined(found))


def prepositional(token: Token, *names: str) -> list[Token]:
    """The objects of the token's prepositions of these names (of all, without names)."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "dative", "agent", "prt"}:
            if not names or child.lower_ in names:
                found += [antecedent(t) for t in child.children if t.dep_ in {"pobj", "pcomp"}]
            if child.lower_ != "according":
                found += prepositional(child, *names)
        elif (child.dep_ == "advmod" and child.lower_ in _ASIDE) or (
            child.dep_ == "conj" and child.pos_ == "ADP"
        ):
            if child.dep_ == "conj" and child.lower_ in names:
                found += [antecedent(t) for t in child.children if t.dep_ == "pobj"]
            found += prepositional(child, *names)
    return found


def conjoined(head: Token) -> Iterator[Token]:
    """The token and what is joined to it by "and", or by commas before one."""
    yield head
    for child in head.children:
        joined = child.dep_ == "conj" and not is_contrasted(child)
        if child.i > head.i and (joined or _is_listed(child, head)):
            yield from conjoined(child)


def _is_listed(name: Token, head: Token) -> bool:
    """As in "by A, B, C and D": the parser takes the second for another name of the first."""
    if name.dep_ != "appos" or name.pos_ != "PROPN" or head.pos_ != "PROPN":
        return False
    return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in name.children)


@remembered
def noun_phrase(head: Token) -> tuple[Token, ...]:
    """The tokens of a noun phrase without its clauses, in order."""
    return tuple(sorted(_within(head), key=lambda token: token.i))


def _within(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ not in _APART:
            yield from _within(child)
