"""What somebody had done, and what judges held where the parser takes their verb for a participle.

"The mayor had the sign painted over", "ordered the mine shut"; "the judges found by ten votes to
three that …", "a labour court refused to declare the strike unlawful".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, things_of
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import THINGS
from detente.reading.events.frames import cue_of, is_known
from detente.reading.events.participants import parties, within
from detente.reading.events.people import around, owning
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import modal, subject
from detente.reading.wording import words

_HAVING = words("have get order")
_CLOSING = words("""
    seal weld lock wrap paint tow board remove tear bus fence block evict clear demolish bulldoze
    confiscate impound padlock shut close brick chain cut raze level fell dismantle search raid
    arrest detain handcuff expel deport escort clamp disconnect switch dim haul drag erase cover
    whitewash dig fill flood cordon ring surround barricade withdraw""")
_RULING = words("amend repeal pass annul rewrite approve adopt change delete strike insert extend")
_SERVING = words("serve summon deliver send translate read print publish hang hoist fly install")
_KINDS = {"coerce": _CLOSING, "decide": _RULING, "other": _SERVING}


def by_having(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "The mayor had the sign painted over on Tuesday", "ordered the mine shut".

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="Norway had the gate welded shut on Monday."))
    >>> [(one.kind, one.actor) for one in by_having(scene, scene.sentences[0], ())]
    [('coerce', ('norway',))]
    """
    for verb in sentence:
        if verb.lemma_ not in _HAVING or verb.dep_ in {"aux", "auxpass"} or is_passive(verb):
            continue
        if verb.pos_ not in {"VERB", "AUX"} or reality(verb) != REAL or modal(verb):
            continue
        inner = _done(verb)
        kind = _kind(scene, inner) if inner is not None else None
        actor = parties(scene, doer(verb)) or owning(scene, doer(verb))
        if inner is None or kind is None or not actor:
            continue
        first, last = clause(verb)
        target = tuple(p for p in within(scene, _thing(inner)) if p not in actor)
        target = target or tuple(p for p in around(scene, verb, kind) if p not in actor)
        date = date_of(verb, first, last, dated) or date_of(inner, *clause(inner), dated)
        yield Told(kind, inner, first, last, actor, target, date)


def _done(verb: Token) -> Token | None:
    """The participle of what is had done: "had [the sign painted]", "had [accounts] frozen"."""
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i]
    inner += [c for t in things_of(verb) for c in t.children if c.dep_ == "acl" and c.i > verb.i]
    for each in inner:
        helped = any(
            c.dep_ in {"aux", "auxpass", "mark"} or c.lower_ == "by" for c in each.children
        )
        thing = _thing(each)
        named = thing is not None and (verb.lemma_ == "order" or not _is_bare(thing))
        if each.tag_ in {"VBN", "VBD"} and not helped and named:
            return each
    return None


def _thing(participle: Token) -> Token | None:
    return participle.head if participle.dep_ == "acl" else subject(participle)


def _is_bare(thing: Token) -> bool:
    """As in "had boats registered in Tarn": what one has, and no one thing that was done."""
    return not any(c.dep_ in {"det", "poss", "nummod"} for c in thing.children) and (
        thing.pos_ == "NOUN"
    )


def _kind(scene: Scene, participle: Token) -> str | None:
    lemma = participle.lemma_.lower()
    known = next((kind for kind, verbs in _KINDS.items() if lemma in verbs), None)
    if known is None and is_known(participle):
        cue = cue_of(participle, scene)
        known = cue.kind if cue is not None and cue.kind in {"sanction", "coerce"} else None
    return known or ("sanction" if lemma == "freeze" else None)


_HOLDING = words("find hold rule decide determine conclude declare")


def by_judges(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "The judges found by ten votes to three that …", "a court … held in June that …"."""
    for verb in sentence:
        judge = _judge(verb)
        if judge is None:
            continue
        first, last = clause(verb)
        actor = parties(scene, judge)
        date = date_of(verb, first, last, dated)
        if date is None and verb.dep_ == "acl":
            date = date_of(verb.sent.root, *clause(verb.sent.root), dated)
        target = tuple(p for p in around(scene, verb, "decide") if p not in actor)
        yield Told("decide", verb, first, last, actor, target, date)


def _judge(verb: Token) -> Token | None:
    """The court of which a verb tells what it held, or would not do."""
    if verb.lemma_ == "refuse" and verb.tag_ == "VBD" and is_of(doer(verb), THINGS["JUDGES"]):
        asked = any(c.dep_ == "xcomp" for c in verb.children)
        return doer(verb) if asked else None
    if verb.lemma_ not in _HOLDING or verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"}:
        return None
    after = verb.doc[verb.i + 1 : verb.sent.end]
    that = next((t for t in after if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is None or that.head not in verb.ancestors:
        return None
    return next((t for t in verb.ancestors if is_of(t, THINGS["JUDGES"]) and t.i < verb.i), None)
