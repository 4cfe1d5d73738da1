"""What is told beside what somebody says, and no part of it: "said it would, and accused them"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.syntax import TENSED
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def rejoin(tokens: Sequence[Token], verb: Token) -> None:
    """Of "Tavia says it will go once ships leave and accuses Norland": who accuses it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia says it will leave once conditions permit and accuses Norland of it.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "conj"]
    [('accuses', 'says')]
    >>> doc = phrase("Tavia says there is not enough water and has offered three smaller rivers.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "conj"]
    [('offered', 'says')]
    >>> doc = phrase("Tavia demands that Norland stop and has warned that it will act.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "conj"]
    [('warned', 'demands')]
    >>> doc = phrase("Tavia said there was nothing to give and appealed to Norland to wait.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "conj"]
    [('appealed', 'said')]
    >>> doc = phrase("Tavia has said that Chad has met all terms, and has urged Kenya to sign.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "conj"]
    [('urged', 'said')]
    >>> doc = phrase("Tavia denied that the captain had acted in haste and ruled out a trial.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "conj"]
    [('ruled', 'denied')]
    >>> doc = phrase("They accuse the synod of governing by decree and demand that "
    ...              "the circular be taken back.")
    >>> [(token.tag_, token.head.text) for token in doc if token.text == "demand"]
    [('VBP', 'accuse')]
    """
    inner, tense = verb.head, "VBZ" if _has_done(tokens, verb) else verb.tag_
    if tense in {"VB", "VBP"} and _is_gerund(inner) and not _is_infinitive(tokens, verb):
        tense = verb.tag_ = "VBP"  # "accuse it of stalling and demand that"
    if tense not in TENSED:
        return
    above = inner
    turning = verb.lemma_ in _TURNING or verb.lemma_ == "call"
    while above.head is not above and (
        above is inner or not _has_tense(tokens, above, tense, perfect=turning)
    ):
        above = above.head
    own = any(one.head is verb and one.dep_ in _OWN for one in tokens[inner.i : verb.i])
    bare = (
        inner.tag_ in {"VB", "VBP"}
        or _is_gerund(inner)
        or (inner.tag_, inner.dep_, tense) == ("VBN", "ccomp", "VBZ")
    )
    there = any(
        one.head is inner and one.dep_ == "expl" for one in tokens[inner.left_edge.i : inner.i]
    )
    bare = bare or (inner.dep_ == "ccomp" and there)
    told = inner.dep_ == "ccomp" and tense == "VBD" and verb.lemma_ in _TURNING
    fits = _has_tense(tokens, above, tense, perfect=turning)
    if not (bare or told) or not fits or own or not above.i < inner.i < verb.i:
        return
    joint = [one for one in tokens[inner.i : verb.i] if one.head is inner and one.dep_ == "cc"]
    if tense == "VBD" and not joint:
        return  # "moved its guns behind the line agreed in 2022"
    before = tokens[joint[-1].i - 1] if joint else tokens[verb.left_edge.i - 1]
    verb.head = above
    for one in joint:
        one.head = above
    while inner is not above:
        inner.right_edge = before
        inner = inner.head


def _has_tense(tokens: Sequence[Token], above: Token, tense: str, *, perfect: bool) -> bool:
    """Whether a verb is of a tense; as in "has said that A has paid, and has urged B to"."""
    return above.tag_ == tense or (perfect and tense == "VBZ" and _has_done(tokens, above))


def _has_done(tokens: Sequence[Token], verb: Token) -> bool:
    """As "has warned", of one."""
    helping = (one for one in tokens[verb.left_edge.i : verb.i] if one.head is verb)
    return verb.tag_ == "VBN" and any(one.lower_ == "has" for one in helping)


def _is_gerund(verb: Token) -> bool:
    """As "stalling" of "accuses Norland of stalling", to which no tensed verb is joined."""
    return (verb.tag_, verb.dep_) == ("VBG", "pcomp")


def _is_infinitive(tokens: Sequence[Token], verb: Token) -> bool:
    before = (one for one in tokens[verb.left_edge.i : verb.i] if one.head is verb)
    return any(one.dep_ in {"aux", "mark"} for one in before)


_TURNING = words("""
    accuse appeal ask blame deny dismiss insist offer order pledge propose reject rule threaten
    urge vow warn""")
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "mark"})


def goes_on(tokens: Sequence[Token], noun: Token) -> bool:
    """Take for a second verb what "and" joins to the object of the first.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia disputes the figure and demands that the station stand on the quay.")
    >>> [(t.text, t.tag_, t.head.text) for t in doc if t.dep_ in {"conj", "ccomp"}]
    [('demands', 'VBZ', 'disputes'), ('stand', 'VB', 'demands')]
    >>> doc = phrase("Tavia accuses Norland of breaking its word and demands that it be heard.")
    >>> [t.tag_ for t in doc if t.text == "demands"]
    ['VBZ']
    """
    if noun.dep_ != "conj" or tokens[noun.i - 1].tag_ != "CC":
        return False
    thing, after = noun.head, tokens[min(noun.i + 1, len(tokens) - 1)]
    verb = thing if thing.tag_ == "VBZ" else thing.head
    before = tokens[verb.left_edge.i : verb.i]
    has = verb.tag_ == "VBZ" or any(c.lower_ == "has" and c.head is verb for c in before)
    joined = (thing is verb or thing.dep_ == "dobj") and has
    that = after.lower_ == "that" and after.dep_ == "mark" and after.head.head in (noun, thing)
    to = noun.lower_ == "points" and after.lower_ == "to" and after.head is noun
    if not joined or not (that or to):
        return False
    noun.tag_, noun.pos_, noun.head = "VBZ", "VERB", verb
    tokens[noun.i - 1].head = verb
    if thing is not verb:
        thing.right_edge = tokens[noun.i - 2]
    if that:
        after.head.dep_, after.head.head = "ccomp", noun
    return True


def add(tokens: Sequence[Token], verb: Token) -> None:
    """Of "He said they would go if Tavia broke its word, adding that": who adds it, said so.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Kenya said it would leave should Tavia go back on its word, adding that "
    ...              "failure had been the cause.")
    >>> [token.head.text for token in doc if token.text == "adding"]
    ['said']
    """
    apart = tokens[verb.i - 1].text == "," and verb.dep_ == "advcl"
    if not apart or verb.tag_ != "VBG" or verb.lemma_ not in _ADDING:
        return
    above = verb.head
    while above.head is not above and not _tells(tokens, above):
        above = above.head
    inner = verb.head
    if inner is above or not _tells(tokens, above) or not above.i < verb.i:
        return
    verb.head, before = above, tokens[verb.left_edge.i - 1]
    while inner is not above:
        if inner.right_edge.i >= verb.i:
            inner.right_edge = before
        inner = inner.head


_ADDING = words("add note stress emphasise emphasize underline underscore reiterate")
_TELLING = words("say tell announce insist argue report declare warn state explain maintain stress")


def _tells(tokens: Sequence[Token], verb: Token) -> bool:
    own = any(one.head is verb and one.dep_ == "nsubj" for one in tokens[verb.left_edge.i : verb.i])
    return own and verb.lemma_ in _TELLING


def part_at_colon(tokens: Sequence[Token], verb: Token) -> None:
    """Of "said it would not pay and that it was done: a court ruled": what is said, before it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The minister said that Kenya would not lend a boat free of charge and that "
    ...              "the law was plain: in 2021 the Kenyan Supreme Court ruled against a firm.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc if t.text in {"lend", "ruled"}]
    [('lend', 'ccomp', 'said'), ('ruled', 'parataxis', 'said')]
    """
    said = verb.head
    if verb.dep_ != "ccomp" or said is verb or not said.i < verb.i or verb.tag_ not in TENSED:
        return
    between = tokens[said.i + 1 : verb.i]
    inner = [one for one in between if one.head is verb and one.dep_ == "ccomp"]
    colon = next((one for one in between if one.text == ":"), None)
    if len(inner) != 1 or colon is None or not inner[0].i < colon.i:
        return
    that = any(one.head is inner[0] and one.lower_ == "that" for one in between)
    if that:
        inner[0].head, inner[0].right_edge = said, tokens[colon.i - 1]
        verb.dep_, verb.left_edge = "parataxis", tokens[colon.i + 1]
        for one in between[: colon.i - said.i]:
            if one.head is verb:
                one.head = said


def part(tokens: Sequence[Token], verb: Token) -> None:
    """Of "Tavia fears a cut in May and Norland demands cash": what each does, by the "s" of one.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia fears a cut in winter and Norland demands payment before any delivery.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc if t.dep_ in {"nsubj", "dobj"}][:3]
    [('Tavia', 'nsubj', 'fears'), ('cut', 'dobj', 'fears'), ('Norland', 'nsubj', 'demands')]
    >>> doc = phrase("Tavia says the union of Norland and Sudmark demands payment.")
    >>> [t.text for t in doc if t.dep_ == "nsubj"]
    ['Tavia', 'union']
    """
    above, name = verb.head, tokens[verb.i - 1]
    if (verb.tag_, verb.dep_) != ("VBZ", "ccomp") or above.i > verb.i or above.lemma_ in _TELLING:
        return
    before = [one for one in tokens[above.i : name.i] if one.head in (verb, name.head)]
    thing = next((one for one in before if (one.dep_, one.head) == ("nsubj", verb)), None)
    joint = next((one for one in before if (one.dep_, one.head) == ("cc", name.head)), None)
    if thing is None or joint is None or (name.dep_, name.pos_) != ("conj", "PROPN"):
        return
    inner = name.head
    while inner is not verb:
        inner.right_edge = tokens[joint.i - 1]
        inner = inner.head
    thing.dep_, thing.head = "dobj", above
    name.dep_, name.head = "nsubj", verb
    verb.dep_, verb.head, verb.left_edge = "conj", above, name.left_edge
    joint.head = above


_TELLING = words("""
    say tell claim warn insist think believe argue add note hope know mean suggest state maintain
    allege report find""")


ASIDES = words(
    "step demand move condition idea request prospect proposal something notion requirement matter"
)
