"""Two versions of a dispute compared: for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from detente.analysis.comparison import Comparison, Turn, Version
from detente.analysis.unlocking import Unlocking
from detente.dispute.differences import Difference, Value
from detente.dispute.formula import Atom, parse
from detente.showing.answers import ENGINE, Answer, number
from detente.showing.blocks import (
    Block,
    Brief,
    Item,
    Items,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from detente.showing.words.concessions import conceded
from detente.showing.words.diagnosis import TITLES
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import CAN, CONCEPTS, FINDINGS
from detente.showing.words.tongue import ENGLISH, Tongue, mark

_QUOTE = 100  # characters shown of a quote


def as_json(found: Comparison, title: str | None = None) -> Answer:
    """What differs, and what that did to each finding."""
    head: Answer = {} if title is None else {"patch": title}
    return {
        **head,
        **ENGINE,
        "concept": found.after.concept,
        "changed": [
            {
                "what": row.what,
                "id": row.id,
                "before": _plain(row.before),
                "after": _plain(row.after),
            }
            for row in found.differences
        ],
        "findings": [
            {
                "finding": turn.finding,
                **({"concept": turn.concept} if turn.concept else {}),
                "before": _plain(turn.before),
                "after": _plain(turn.after),
            }
            for turn in found.turns
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return number(value)
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def told(found: Comparison, title: str | None = None, tongue: Tongue = ENGLISH) -> Brief:
    """What differs, and what that did to each finding, in words.

    Examples
    --------
    >>> from detente.analysis.comparison import compare
    >>> from detente.dispute.file import loads
    >>> text = "{{detente: 1, title: T, resolution: a.x, parties: {{a: {{options: {{x: }}, {}}}}}}}"
    >>> one, two = (loads(text.format(f"wants: [{want}]")) for want in ("not a.x", "a.x"))
    >>> [section.title for section in told(compare(one, two)).sections]
    ['What changed', 'What that did to the findings']
    """
    about = () if title is None else (Text(tongue.say("If: {title}", title=clean(title))),)
    heading = clean(found.after.dispute.title)
    return Brief(heading, about, sections(found, tongue), (), tongue.language)


def _voices(found: Comparison, tongue: Tongue) -> tuple[Voice, Voice]:
    return Voice(found.before.dispute, tongue), Voice(found.after.dispute, tongue)


# What changed -----------------------------------------------------------------------------------


def changed(found: Comparison, tongue: Tongue = ENGLISH) -> list[str]:
    """What differs, a sentence each, positions before what supports them."""
    voices = _voices(found, tongue)
    ordered = sorted(found.differences, key=lambda row: _ORDER.index(row.what))
    return [_difference(row, *voices) for row in ordered]


def turned(found: Comparison, tongue: Tongue = ENGLISH) -> list[str]:
    """The findings that are others now, a sentence each."""
    old, new = _voices(found, tongue)
    return [
        tongue.say(
            "{finding}: {now} (before: {before}).",
            finding=_name(turn, tongue),
            now=_words(turn, turn.after, found.after, new),
            before=_words(turn, turn.before, found.before, old),
        )
        for turn in found.turns
        if turn.changed and turn.finding in _FIRST
    ]


_FIRST = ("standing", "lasts", "diagnosis", "least_cost", "certainty")  # of what a brief says
_ORDER = ("resolution", "want", "option", "party", "infeasible", "evidence")


def sections(found: Comparison, tongue: Tongue = ENGLISH) -> tuple[Section, ...]:
    """What differs, and what that did to the findings, in full."""
    voices = _voices(found, tongue)
    return (_changed(found, *voices), _findings(found, *voices))


def _changed(found: Comparison, old: Voice, new: Voice) -> Section:
    lines = [Item((Text(_difference(row, old, new)),)) for row in found.differences]
    nothing = Paragraph((Text(new.tongue.say("Nothing in the model.")),))
    block: Block = Items(tuple(lines)) if lines else nothing
    return Section("changed", new.tongue.say("What changed"), (block,))


def _difference(row: Difference, old: Voice, new: Voice) -> str:
    return capitalised(_DIFFERENCES[row.what](row, old, new))


def _party(row: Difference, old: Voice, new: Voice) -> str:
    say = new.tongue.say
    if row.before is None:
        return say("{name}: comes in.", name=new.name(row.id))
    if row.after is None:
        return say("{name}: is left out.", name=old.name(row.id))
    return say("{what}: {changes}.", what=new.name(row.id), changes=_keys(row, new.tongue))


def _option(row: Difference, old: Voice, new: Voice) -> str:
    atom, say = Atom(*row.id.split(".")), new.tongue.say
    voice = old if row.after is None else new
    slots = {"name": voice.name(atom.party), "do": voice.phrase(atom).plain}
    if row.before is None:
        return say("{name}: the choice to {do} is new.", **slots)
    if row.after is None:
        return say("{name}: the choice to {do} is gone.", **slots)
    changes = _keys(row, new.tongue)
    return say("{name}: the choice to {do}: {changes}.", **slots, changes=changes)


def _keys(row: Difference, tongue: Tongue) -> str:
    """What is otherwise, key by key."""
    old, new = row.before or {}, row.after or {}
    changed = [key for key in new if old.get(key) != new[key]]
    return tongue.semicolon.join(
        tongue.say(
            _ENDS.get(key, _ENDS[""]),
            key=key,
            before=_value(tongue, key, old.get(key)),
            after=_value(tongue, key, new[key]),
        )
        for key in changed
    )


_ENDS = {
    "can": mark("it {before} so far, and then {after}"),
    "label": mark("its name was {before}, and is then {after}"),
    "status_quo": mark("its state today was {before}, and is then {after}"),
    "commit_cost": mark("its cost of binding itself was {before}, and is then {after}"),
    "because": mark("its support was {before}, and is then {after}"),
    "speaks_for": mark("its principal was {before}, and is then {after}"),
    "": mark("its {key} was {before}, and is then {after}"),
}


def _value(tongue: Tongue, key: str, value: object) -> str:
    if key == "because":
        quotes = value if isinstance(value, tuple) else ()
        told = tongue.listed([_quoted(tongue, quote) for quote in quotes])
        return told or tongue.say("no sentence")
    if key == "can":
        return tongue.say(CAN[str(value)])
    if isinstance(value, bool):
        return tongue.say("yes" if value else "no")
    if isinstance(value, Fraction):
        return tongue.figure(value)
    return tongue.say("none") if value is None else tongue.quoted(str(value))


def _quoted(tongue: Tongue, quote: str) -> str:
    words = clean(quote)
    if len(words) > _QUOTE:
        words = f"{words[:_QUOTE].rsplit(' ', 1)[0]} …"
    return tongue.quoted(words)


def _want(row: Difference, old: Voice, new: Voice) -> str:
    party, say = row.id.split("/")[0], new.tongue.say
    if row.after is None:
        return say("{wants}: no longer.", wants=old.wants(party, _formula(row.before)))
    want = capitalised(new.want_of(party, int(str(row.after["index"]))))
    wish = new.request(party, _formula(row.after))
    if row.after["assumed"]:
        wish = say("{wish} (assumed)", wish=wish)
    if row.before is None:
        return say("{want} is new: {wish}.", want=want, wish=wish)
    told, *rest = _changes_of_want(row, old, new)
    for part in rest:
        told = say("{before} and it {last}", before=told, last=part)
    return say("{want}, {wish}: it {changes}.", want=want, wish=wish, changes=told)


def _changes_of_want(row: Difference, old: Voice, new: Voice) -> Iterator[str]:
    """What is otherwise with a want, a verb phrase each."""
    before, after = row.before or {}, row.after or {}
    party, tongue = row.id.split("/")[0], new.tongue
    if before["want"] != after["want"]:
        yield tongue.say("was {wish}", wish=old.request(party, _formula(before)))
    if before["index"] != after["index"]:
        yield tongue.say("stood {rank}", rank=tongue.rank(int(str(before["index"]))))
    if before["assumed"] != after["assumed"]:
        yield tongue.say("was assumed" if before["assumed"] else "was not assumed")
    for key, message in _WANT.items():
        if before[key] != after[key]:
            ends = (_value(tongue, key, end[key]) for end in (before, after))
            yield tongue.say(message, **dict(zip(("before", "after"), ends, strict=True)))
    if before["any_order"] != after["any_order"]:
        yield tongue.say("stands in another group of unknown order")


_WANT = {
    "because": mark("rested on {before}, and rests on {after}"),
    "cost": mark("cost {before} to give up, and costs {after}"),
}
_SAID = (mark("was assumed"), mark("was not assumed"))


def _formula(want: Value | None) -> Any:
    return parse(str((want or {})["want"]))


def _evidence(row: Difference, _: Voice, new: Voice) -> str:
    tongue = new.tongue
    quote = _quoted(tongue, str((row.after or row.before or {})["quote"]))
    if row.before and row.after:
        return tongue.say("the quote {quote}: {changes}.", quote=quote, changes=_keys(row, tongue))
    return tongue.say(_QUOTES[bool(row.after)], quote=quote)


_QUOTES = {True: mark("a new quote: {quote}."), False: mark("a quote that is gone: {quote}.")}


def _resolution(row: Difference, old: Voice, new: Voice) -> str:
    before, after = (
        voice.clause(_formula(goal)) if goal else voice.tongue.say("nothing")
        for voice, goal in ((old, row.before), (new, row.after))
    )
    message = mark("what counts as settled was: {before}; it is now: {after}.")
    return new.tongue.say(message, before=before, after=after)


def _infeasible(row: Difference, old: Voice, new: Voice) -> str:
    voice, pattern = (new, row.after) if row.after else (old, row.before)
    clause = voice.clause(parse(str((pattern or {})["when"])))
    return voice.tongue.say(_CAN_HAPPEN[bool(row.after)], clause=clause)


_CAN_HAPPEN = {
    True: mark("that {clause}: cannot happen now."),
    False: mark("that {clause}: can happen now."),
}
_DIFFERENCES = {
    "party": _party,
    "option": _option,
    "want": _want,
    "evidence": _evidence,
    "resolution": _resolution,
    "infeasible": _infeasible,
}


# What that did ----------------------------------------------------------------------------------


def _findings(found: Comparison, old: Voice, new: Voice) -> Section:
    tongue = new.tongue
    rows = [
        Row(
            (
                (Text(_name(turn, tongue)),),
                (Text(capitalised(_words(turn, turn.before, found.before, old))),),
                (Text(capitalised(_words(turn, turn.after, found.after, new))),),
            )
        )
        for turn in found.turns
        if turn.changed
    ]
    head = (tongue.say("Finding"), tongue.say("Before"), tongue.say("After"))
    table = Table(tongue.say("Findings before and after"), head, tuple(rows))
    same = [_name(turn, tongue) for turn in found.turns if not turn.changed]
    blocks: list[Block] = [table] if rows else []
    if same:
        words = tongue.say("As before: {findings}.", findings=tongue.semicolon.join(same))
        blocks.append(Paragraph((Text(words),), "note"))
    return Section("findings", tongue.say("What that did to the findings"), tuple(blocks))


def _name(turn: Turn, tongue: Tongue) -> str:
    if turn.concept:
        return tongue.say("Stuck under {concept}", concept=CONCEPTS[turn.concept][0])
    return tongue.say(_NAMES[turn.finding])


_NAMES = {
    "standing": mark("How it stands today"),
    "lasts": mark("Whether that lasts"),
    "diagnosis": mark("Why"),
    "heads_to": mark("Where it heads"),
    "refusals": mark("Who likes a settlement less than today"),
    "least_cost": mark("Cost of the least way out"),
    "unlockings": mark("The least ways out"),
    "alone": mark("What one party could do alone"),
    "certainty": mark("In how many open models it is stuck"),
}


def _words(  # noqa: PLR0911 - a row a kind of finding
    turn: Turn, value: Any, version: Version, voice: Voice
) -> str:
    """A finding of one version in words."""
    tongue = voice.tongue
    match turn.finding, value:
        case "refusals", [*rows] if rows:
            return voice.names(dict.fromkeys(row.split("/")[0] for row in rows))
        case "unlockings", [*rows] if rows:
            return _or(tongue, [_given(voice, way) for way in version.least])
        case "heads_to", [*states] if states:
            return _or(tongue, [voice.state(state) for state in states])
        case "diagnosis", [*kinds] if kinds:
            return tongue.listed([tongue.say(TITLES[kind]) for kind in kinds])
        case "alone", dict() if any(cost is not None for cost in value.values()):
            able = {party: cost for party, cost in value.items() if cost is not None}
            return tongue.listed([_at(voice, party, cost) for party, cost in able.items()])
        case "certainty", dict():
            holds, of = str(value["holds"]), str(value["of"])
            return tongue.say("{holds} of {of}", holds=holds, of=of)
        case "least_cost", Fraction():
            return tongue.figure(value)
        case "standing", str():
            return tongue.say(FINDINGS[value])
        case _, bool():
            return tongue.say("yes" if value else "no")
    return tongue.say("none")


def _given(voice: Voice, way: Unlocking) -> str:
    told = voice.tongue.listed([conceded(voice, made) for made in way.concessions])
    return told or voice.tongue.say("no concession")


def _at(voice: Voice, party: str, cost: Fraction) -> str:
    message = mark("{names} at a cost of {cost}")
    return voice.tongue.say(message, names=voice.name(party), cost=voice.tongue.figure(cost))


def _or(tongue: Tongue, parts: list[str]) -> str:
    """What may be, one after the other."""
    told, *rest = parts
    for part in rest:
        told = tongue.say("{before}; or {last}", before=told, last=part)
    return told
