"""Short clauses whose verb the parser takes for a noun, or for what describes one."""

from __future__ import annotations

from detente.reading.drafting.lexicon import words
from detente.reading.drafting.things import is_day
from detente.reading.parsed import Doc, Token

_FEW = 2  # words


def done_as_well(doc: Doc) -> list[str]:
    """The parts of ``the tax is delayed and fuel duty cut by a tenth``, of which one has its verb.

    >>> from detente.reading import page
    >>> done_as_well(page.phrase("the tax is delayed and fuel duty cut by a tenth"))
    ['the tax is delayed', 'fuel duty is cut by a tenth']
    >>> done_as_well(page.phrase("the tax is delayed and the men arrested in May stay"))
    []
    """
    for joint in doc:
        helped = joint.head.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in joint.head.children)
        thing = next((t for t in joint.head.children if t.dep_ == "conj" and t.i > joint.i), None)
        done = _done(thing) if joint.dep_ == "cc" and helped and thing is not None else None
        if done is None or any(token.pos_ in ("VERB", "AUX") for token in doc[done.i + 1 :]):
            continue
        is_ = "are" if doc[done.i - 1].tag_ == "NNS" else "is"
        return [str(doc[: joint.i].text), f"{doc[joint.i + 1 : done.i]} {is_} {doc[done.i :]}"]
    return []


def _done(thing: Token) -> Token | None:
    """The participle of what is joined to a passive: of the thing, or that has it before it."""
    if thing.tag_ == "VBN":
        before = thing.nbor(-1)
        return thing if before.pos_ == "NOUN" and before.dep_ == "compound" else None
    after = thing.doc[thing.i + 1 : thing.i + 2]
    told = thing.pos_ == "NOUN" and len(after) and after[0].dep_ == "acl"
    return after[0] if told and after[0].tag_ in ("VBN", "VBD") else None


def both_sign(doc: Doc) -> int:
    """Where ``both tiers of government sign`` has its verb, which the parser takes for a noun.

    >>> from detente.reading import page
    >>> both_sign(page.phrase("both tiers of government sign"))
    4
    >>> both_sign(page.phrase("the traffic sign")), both_sign(page.phrase("the end of the talk"))
    (0, 0)
    """
    last = doc[-1]
    bare = last.pos_ == "NOUN" and last.lower_ in words("bare", "agreeing")
    many = doc[0].lower_ in ("both", "all") or (len(doc) > _FEW and doc[1].lower_ in _COUNTS)
    one = next((t for t in doc if t.tag_ in ("NNS", "NNPS")), None)
    return int(last.i) if bare and many and one is not None and one.i < last.i else 0


def ended(doc: Doc) -> int:
    """Where ``the blockade ended by Saturday`` has its verb, which seems to tell which blockade.

    >>> from detente.reading import page
    >>> ended(page.phrase("the blockade ended by Saturday"))
    2
    >>> ended(page.phrase("the blockade ended by the police")), ended(page.phrase("the strike"))
    (0, 0)
    """
    at = next((t.i for t in doc[1:] if t.lower_ in ("ended", "stopped", "ceased")), 0)
    after = doc[at + 1 : at + 3]
    timed = at and len(after) > 1 and after[0].lower_ in ("by", "before", "on")
    when = timed and (is_day(after[1].lower_) or after[1].lower_ in words("measures", "times"))
    return at if when and doc[at].dep_ == "acl" and doc[at].head.pos_ == "NOUN" else 0


_COUNTS = ("two", "three", "four", "five", "six")
