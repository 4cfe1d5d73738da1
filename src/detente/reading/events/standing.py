"""Events that are told as what goes on: "the gate stays shut", "the strike's third week"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import prepositional
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import NOUN_CUES, THINGS
from detente.reading.events.participants import once, within
from detente.reading.events.people import around, owning
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL, governing, subject
from detente.reading.wording import words

_STAYING = words("be remain stay lie stand keep sit hang")
_SHUT = words("""
    shut closed blocked sealed barred padlocked impassable cordoned off-limits bolted chained
    barricaded blockaded locked""")
_STOPPED = words(
    "idle grounded dark silent suspended halted cancelled frozen dry empty still idled"
)
_HELD = words("hold ice limbo abeyance deadlock suspension stalemate")
_PLACES = THINGS["WAY"] | THINGS["PLACE"] | THINGS["THING"]
_STOPPABLE = (
    THINGS["FLOW"]
    | THINGS["TALKS"]
    | THINGS["THING"]
    | words("mine plant furnace factory harvest screen pump fleet")
)
_ORDINAL = words("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth twentieth nineteenth eighteenth seventeenth thirtieth""")
_SPELLS = words("day week month year night hour")
_LASTING = words("""
    strike walkout stoppage work-to-rule go-slow boycott blockade siege sit-in occupation picket
    lockout protest fast hunger-strike fighting clashes shelling violence unrest riots
    bombardment dharna agitation bandh gherao hartal action curfew embargo
    demonstration encampment slowdown overtime-ban shutdown closure standoff rule slow""")
_KIND_OF = {
    "boycott": "strike", "action": "strike", "fast": "strike", "picket": "strike",
    "hunger-strike": "strike", "rule": "strike", "slow": "strike", "agitation": "strike",
    "dharna": "strike", "bandh": "strike", "gherao": "strike", "hartal": "strike",
    "overtime-ban": "strike", "slowdown": "strike", "sit-in": "strike", "protest": "other",
    "demonstration": "other", "encampment": "other", "occupation": "occupy",
    "fighting": "clash", "clashes": "clash", "shelling": "clash", "violence": "clash",
    "unrest": "clash", "riots": "clash", "bombardment": "clash",
    "curfew": "coerce", "closure": "coerce", "shutdown": "coerce", "standoff": "coerce",
}  # fmt: skip


def by_state(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "The crossing remains shut", "The ferries have lain idle since May"."""
    for verb in sentence:
        if verb.lemma_ in _STAYING and verb.pos_ in {"VERB", "AUX"}:
            kind = _state_of(verb)
            if kind and reality(verb) == REAL:
                yield _told(scene, verb, kind, dated)
            elif verb.lemma_ == "be" and dated and _is_last(verb):
                yield from _last(scene, verb, dated)
            elif verb.lemma_ in {"be", "remain"} and _since(verb) and reality(verb) == REAL:
                yield from _under(scene, verb, dated)
                yield from _there(scene, verb, dated)
                yield from _in_place(scene, verb, dated)
        elif verb.lemma_ in _RUNNING and _since(verb) and reality(verb) == NEGATED:
            stopped = is_of(subject(verb), THINGS["FLOW"] | THINGS["CREW"] | _COMPANIES)
            yield from [_told(scene, verb, "halt", dated)] if stopped else []


def _is_last(verb: Token) -> bool:
    """As in "The last meeting was in April 2023"."""
    met = subject(verb)
    which = met is not None and any(c.lower_ in _WHICH for c in met.children)
    told = verb.tag_ == "VBD" and all(c.dep_ not in {"attr", "acomp"} for c in verb.children)
    return which and told and is_of(met, THINGS["TALKS"]) and reality(verb) == REAL


def _last(scene: Scene, verb: Token, dated: Dated) -> Iterator[Told]:
    date = date_of(verb, *clause(verb), dated)
    if date is not None:
        yield _told(scene, verb, "negotiate", dated)


def _under(scene: Scene, verb: Token, dated: Dated) -> Iterator[Told]:
    """As in "The fields have been under A since 2017"."""
    ruled = [t for t in prepositional(verb, "under") if t.pos_ == "PROPN" or is_of(t, _RULE)]
    by = once(p for t in ruled for p in within(scene, t))
    place = is_of(subject(verb), THINGS["PLACE"])
    if by and (place or any(is_of(t, _RULE) for t in ruled)):
        first, last = clause(verb)
        yield Told("occupy", verb, first, last, by, (), date_of(verb, first, last, dated))


def _in_place(scene: Scene, verb: Token, dated: Dated) -> Iterator[Told]:
    """As in "A ceasefire has been in place since 1994": it was agreed then."""
    there = any(t.lower_ in {"place", "force", "effect"} for t in prepositional(verb, "in"))
    if there and is_of(subject(verb), THINGS["DEAL"]):
        told = _told(scene, verb, "agree", dated)
        if told.date:
            yield told


def _there(scene: Scene, verb: Token, dated: Dated) -> Iterator[Told]:
    """As in "A's soldiers have been on the islet since 1983"."""
    troops = subject(verb)
    where = [t for t in prepositional(verb, "on", "in", "at") if is_of(t, THINGS["PLACE"])]
    by = owning(scene, troops) or within(scene, troops)
    if where and by and is_of(troops, _TROOPS):
        first, last = clause(verb)
        yield Told("occupy", verb, first, last, by, (), date_of(verb, first, last, dated))


_TROOPS = words("""
    troop troops force forces soldier army marine garrison contingent battalion brigade unit
    militiaman fighter gendarme guard""")
_RULE = words("control rule occupation administration hand thumb")
_WHICH = words("last first latest previous second third most")
_RUNNING = words(
    "run sail fly flow leave cross arrive move operate meet depart call dock land pass play "
    "perform open appear work train sit publish print circulate"
)


_COMPANIES = words("""
    orchestra ensemble choir troupe band opera ballet team club theatre theater shop market school
    kindergarten clinic library museum pool cinema newspaper paper commission committee""")


def _since(verb: Token) -> bool:
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return perfect and any(t.lower_ in {"since", "for"} for t in verb.subtree)


def _state_of(verb: Token) -> str | None:
    thing = subject(verb)
    if verb.lemma_ in {"keep", "leave", "hold"}:
        kept = [c for c in verb.children if c.dep_ in {"oprd", "acomp", "advcl", "ccomp"}]
        what = [c for c in verb.children if c.dep_ == "dobj"]
        what += [s for c in kept for s in c.children if s.dep_ in {"nsubj", "nsubjpass"}]
        shut = any(c.lower_ in _SHUT for c in kept)
        return "coerce" if shut and any(is_of(t, _PLACES) for t in what) else None
    if thing is None or any(c.dep_ == "auxpass" for c in verb.children):
        return None
    for child in verb.children:
        if (
            child.dep_ not in {"acomp", "oprd", "advmod", "attr", "prt", "advcl"}
            or child.i < verb.i
        ):
            continue
        if child.lower_ == "locked" and any(prepositional(child, "in")):
            continue  # "remain locked in their dispute"
        if child.lower_ in _SHUT and is_of(thing, _PLACES):
            return "coerce" if verb.lemma_ != "be" or _since(verb) else None
        if child.lower_ in _STOPPED and is_of(thing, _STOPPABLE) and _since(verb):
            return "halt"
    held = any(t.lower_ in _HELD for t in prepositional(verb, "on", "in"))
    if held and is_of(thing, _STOPPABLE | THINGS["TIES"] | THINGS["DEAL"]):
        return "halt" if _since(verb) or verb.tag_ == "VBD" or verb.lemma_ != "be" else None
    limits = any(t.lower_ == "limits" for t in prepositional(verb, "off"))
    return "coerce" if limits and is_of(thing, _PLACES) else None


def _told(scene: Scene, verb: Token, kind: str, dated: Dated) -> Told:
    first, last = clause(verb)
    thing = subject(verb)
    by = once(p for t in prepositional(verb, "by") for p in within(scene, t))
    if verb.lemma_ in {"keep", "leave", "hold"}:
        by = by or within(scene, thing)
    to = once(p for t in prepositional(verb, "to", "for") for p in within(scene, t))
    own = within(scene, thing)
    target = tuple(p for p in (*own, *to) if p not in by)
    if not (by or target):
        target = around(scene, verb, kind)
    return Told(kind, verb, first, last, by, target, date_of(verb, first, last, dated))


def by_count(scene: Scene, sentence: Span, _dated: Dated) -> Iterator[Told]:
    """As in "the nineteenth day of the strike", "A's walkout entered its third week"."""
    for spell in sentence:
        if spell.lemma_ not in _SPELLS or not _is_counted(spell):
            continue
        noun = _of_which(spell)
        if noun is None or any(c.lower_ in {"no", "any", "planned"} for c in noun.children):
            continue
        verb = governing(spell)
        if verb is not None and reality(verb) != REAL:
            continue
        kind = _kind_of(noun)
        if kind is None:
            continue
        first, last = clause(verb) if verb is not None else (spell.left_edge.i, spell.right_edge.i)
        actor = owning(scene, noun)
        if verb is not None and verb.lemma_ in {"be", "go", "move", "enter", "reach", "start"}:
            who = subject(verb)
            actor = actor or (within(scene, who) if who != noun else ())
        target = once(
            p for t in prepositional(noun, "at", "against", "by") for p in within(scene, t)
        )
        target = tuple(p for p in target if p not in actor)
        if not (actor or target):
            target = around(scene, noun, kind)
        if actor or target:
            yield Told(kind, noun, min(first, noun.i), max(last, noun.i), actor, target, None)


def _is_counted(spell: Token) -> bool:
    return any(
        c.lower_ in _ORDINAL or (c.pos_ in {"ADJ", "NUM"} and c.lower_.endswith(_ENDINGS))
        for c in spell.children
    )


_ENDINGS = ("th", "st", "nd", "rd")


def _of_which(spell: Token) -> Token | None:
    """What lasts: "the third week of a strike", "the strike entered its third week"."""
    for noun in prepositional(spell, "of"):
        if _lasts(noun):
            return noun
    verb = spell.head if spell.dep_ == "dobj" else spell.head.head
    who = subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    return who if who is not None and _lasts(who) else None


def _lasts(noun: Token) -> bool:
    noun_like = noun.pos_ in NOMINAL or noun.lower_ == "fighting"
    return noun_like and is_of(noun, _LASTING)


def _kind_of(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    if {lemma, noun.lower_} & {*_KIND_OF}:
        return _KIND_OF.get(lemma) or _KIND_OF[noun.lower_]
    return next((kind for kind, things in NOUN_CUES.get(lemma, ()) if not things), None)
