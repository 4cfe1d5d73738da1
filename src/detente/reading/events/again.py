"""What is told twice in a sentence or in the next: each event is kept once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.reading.events.told import Told
from detente.reading.parsed import Token
from detente.reading.syntax import is_finite
from detente.reading.wording import words

_KIN = frozenset({"clash", "strike", "occupy"})


def apart(told: list[Told]) -> list[Told]:
    """Without those that say again, within its clause, what another one says."""
    left = [one for one in told if not any(_is_toll(one, other) for other in told)]
    left = [one for one in left if not any(_is_effect(one, other) for other in left)]
    left = _without_sittings(left)
    return [one for one in left if not any(_again(one, other) for other in left)]


def _without_sittings(told: list[Told]) -> list[Told]:
    """As in "They last met in May and parted without a result": that it came to nothing."""
    left: list[Told] = []
    for one in told:
        met = left[-1] if left else None
        if met is not None and met.kind == "negotiate" and _is_outcome(one, met):
            left[-1] = replace(one, first=met.first, date=one.date or met.date)
            if not (one.actor or one.target):
                left[-1] = replace(left[-1], actor=met.actor, target=met.target)
        else:
            left.append(one)
    return left


def _is_outcome(one: Told, met: Told) -> bool:
    """Whether the clause joined to a meeting says how it ended."""
    joined = one.root.dep_ == "conj" and one.root.head == met.root
    apart = one.date is not None and met.date is not None and one.date != met.date
    begun = met.root.lemma_ in _BEGINNING  # "Talks began in 1990 but were halted": two things
    return joined and one.kind in {"no_agreement", "halt"} and not (apart or begun)


_BEGINNING = words("begin start open commence launch resume restart reopen initiate kick get")


def _again(one: Told, other: Told) -> bool:
    if one is other:
        return False
    if (
        _is_of_the_deal(one, other)
        or _is_object(one, other)
        or _is_undone(one, other)
        or _is_part(one, other)
    ):
        return True
    if one.root.pos_ == "NOUN" and not {one.kind, other.kind} <= _KIN:
        means = one.root.dep_ == "pobj" and one.root.head.lower_ in {"by", "in", "with"}
        return means and one.kind == other.kind and other.root in one.root.ancestors
    return (
        other.root in one.root.ancestors
        and (not is_finite(one.root) or _is_same_time(one, other))
        and not _is_joined(one.root, other.root)
        and (one.kind == other.kind or {one.kind, other.kind} <= _KIN)
        and (one.date is None or (one.date == other.date and one.root.dep_ != "acl"))
        and {*one.actor, *one.target} <= {*other.actor, *other.target}
        and {*one.actor} <= {*other.actor}
    )


def _is_of_the_deal(one: Told, other: Told) -> bool:
    """As in "Signed in 2019, it gave A the fish and drew a line": what was agreed."""
    terms = one.root.tag_ == "VBG" and one.root.dep_ == "advcl" and one.root.head == other.root
    if other.kind == "agree" and terms and other.root.lemma_ in _SIGNING:
        return True  # "signed an accord, raising pay by a tenth"
    if other.kind == one.kind == "mediate" and one.root.dep_ == "relcl":
        return other.root in one.root.ancestors  # "sent an envoy, who spoke with both"
    signed = other.kind == "agree" and other.root.dep_ == "advcl" and other.root.tag_ == "VBN"
    main = other.root.head
    return signed and not one.actor and (one.root == main or one.root in main.children)


_SIGNING = words("sign conclude reach strike agree initial adopt seal renew make")


def _is_part(one: Told, other: Told) -> bool:
    """As in "began to build a post", "collided while chasing a boat": within what it is told by."""
    if one.root.head != other.root:
        return False
    if one.root.dep_ == "xcomp" and one.kind == other.kind == "no_agreement":
        return True  # "failed to agree"
    if one.date not in {None, other.date}:
        return False
    begun = one.root.dep_ == "xcomp" and other.root.lemma_ in {"begin", "start", "continue"}
    meanwhile = one.root.dep_ == "advcl" and one.root.tag_ == "VBG" and not is_finite(one.root)
    both = other.kind in _FORCEFUL and one.kind in {*_FORCEFUL, "halt"}
    return begun or (meanwhile and both and {*one.actor} <= {*other.actor})


def _is_same_time(one: Told, other: Told) -> bool:
    """As in "papered over the quarrel on 5 November, when they agreed to wait": one event."""
    when = any(c.lower_ == "when" for c in one.root.children)
    return when and one.root.head == other.root and one.kind == other.kind


def _is_joined(below: Token, above: Token) -> bool:
    """As in "cut ties and pulled out its envoys": two things, by "and"."""
    while below not in {above, below.head}:
        if below.dep_ == "conj" and below.pos_ in {"VERB", "AUX"}:
            return True
        below = below.head
    return False


def _is_undone(one: Told, other: Told) -> bool:
    """As in "a treaty negotiated in 1984 was never ratified": nothing was agreed."""
    same = one.root.dep_ in {"acl", "relcl"} and one.root.head.head == other.root
    return same and one.kind == "agree" and other.kind == "no_agreement"


def _is_object(one: Told, other: Told) -> bool:
    """As in "imposed a blockade": the noun says what the verb told."""
    noun = one.root
    if noun.pos_ != "NOUN" or noun.head != other.root:
        return False
    if noun.dep_ == "nsubj" and other.root.lemma_ in _EFFECTS and not other.actor:
        return False
    alike = one.kind == other.kind or not any(c.dep_ == "dobj" for c in other.root.children)
    return noun.dep_ in {"dobj", "nsubjpass"} or (noun.dep_ == "nsubj" and alike)


def _is_effect(one: Told, other: Told) -> bool:
    """As in "A strike closed the port": what the strike did is the strike."""
    cause = other.root
    return (
        cause.pos_ == "NOUN"
        and cause.dep_ == "nsubj"
        and cause.head == one.root
        and (one.root.lemma_ in _EFFECTS and not one.actor)
    )


_EFFECTS = frozenset({"close", "shut", "halt", "stop", "paralyse", "cripple", "block", "disrupt",
                      "ground", "idle", "cut", "kill", "wound", "injure", "suspend"})  # fmt: skip


def _is_toll(one: Told, other: Told) -> bool:
    """As in "nine died when a shell fell": who was hurt by what is told as well."""
    if _is_driven_out(one, other):
        return True
    hurt = one.kind == "clash" and one.root.lemma_ in _HURTING
    if not hurt or other.root.lemma_ in _HURTING or one is other:
        return False
    result = one.root.tag_ == "VBG" and one.root.dep_ == "advcl" and one.root.head == other.root
    if result and other.kind in _FORCEFUL:
        return True  # "fired tear gas at the blockade, injuring eleven"
    if one.actor or other.kind not in _KIN:
        return False
    return one.root in other.root.ancestors or other.root in one.root.ancestors


def _is_driven_out(one: Told, other: Told) -> bool:
    """As in "Fighting killed 40 people and drove 300,000 from their homes": what it cost."""
    joined = one.root.dep_ == "conj" and one.root.head == other.root
    return joined and other.kind == "clash" and one.root.lemma_ in _DRIVING and not one.actor


_DRIVING = words("drive displace uproot force send push scatter leave destroy damage flatten")
_FORCEFUL = frozenset({"coerce", "clash", "strike", "occupy", "other"})
_HURTING = frozenset({"kill", "wound", "injure", "die", "perish", "hurt", "fall"})


def told_before(one: Told, before: Sequence[Told]) -> bool:
    """As in "Troops exchanged fire on Monday. Two guards were killed": what came of it.

    And what is only named again: "the talks with those who blocked the road".
    """
    if not before or one.date:
        return False
    named = one.root.pos_ == "NOUN" and len([*one.root.subtree]) <= _BARE
    if (named or one.root.dep_ == "relcl") and any(_is_alike(one, other) for other in before):
        return True  # "those who blocked the road", "the June attacks"
    if one.root.lemma_ not in _HURTING or one.kind != "clash":
        return False
    last = before[-1]
    near = 0 <= one.root.sent.start - last.root.sent.start <= _NEXT_SENTENCES
    return near and last.kind == "clash" and not one.actor


def _is_alike(one: Told, other: Told) -> bool:
    ours, theirs = {*one.actor, *one.target}, {*other.actor, *other.target}
    return one.kind == other.kind and ours <= theirs and other.root.sent != one.root.sent


_BARE = 3  # tokens of a noun phrase that only names again what was told
_NEXT_SENTENCES = 40  # tokens from the sentence of a clash to that of its toll
