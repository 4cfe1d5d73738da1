"""Two versions of a dispute compared: for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from detente.analysis.comparison import Comparison, Turn, Version
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
from detente.showing.words.concessions import conceded, in_figures
from detente.showing.words.diagnosis import TITLES
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised, listed, ordinal
from detente.showing.words.names import clean
from detente.showing.words.tables import CAN, CONCEPTS, FINDINGS

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


def told(found: Comparison, title: str | None = None) -> Brief:
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
    about = () if title is None else (Text(f"If: {clean(title)}"),)
    return Brief(clean(found.after.dispute.title), about, sections(found), ())


# What changed -----------------------------------------------------------------------------------


def changed(found: Comparison) -> list[str]:
    """What differs, a sentence each, positions before what supports them."""
    voices = Voice(found.before.dispute), Voice(found.after.dispute)
    ordered = sorted(found.differences, key=lambda row: _ORDER.index(row.what))
    return [_difference(row, *voices) for row in ordered]


def turned(found: Comparison) -> list[str]:
    """The findings that are others now, a sentence each."""
    voices = Voice(found.before.dispute), Voice(found.after.dispute)
    return [
        f"{_name(turn)}: {_lower(_said(turn, turn.after, found.after, voices[1]))} (before: "
        f"{_lower(_said(turn, turn.before, found.before, voices[0]))})."
        for turn in found.turns
        if turn.changed and turn.finding in _FIRST
    ]


def _lower(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in ("No", "Stuck", "Not", "None", "Yes") else text


_FIRST = ("standing", "lasts", "diagnosis", "least_cost", "certainty")  # of what a brief says
_ORDER = ("resolution", "want", "option", "party", "infeasible", "evidence")


def sections(found: Comparison) -> tuple[Section, ...]:
    """What differs, and what that did to the findings, in full."""
    voices = Voice(found.before.dispute), Voice(found.after.dispute)
    return (_changed(found, *voices), _findings(found, *voices))


def _changed(found: Comparison, old: Voice, new: Voice) -> Section:
    lines = [Item((Text(_difference(row, old, new)),)) for row in found.differences]
    block: Block = Items(tuple(lines)) if lines else Paragraph((Text("Nothing in the model."),))
    return Section("changed", "What changed", (block,))


def _difference(row: Difference, old: Voice, new: Voice) -> str:
    return capitalised(_DIFFERENCES[row.what](row, old, new))


def _party(row: Difference, old: Voice, new: Voice) -> str:
    if row.before is None or row.after is None:
        voice, verb = (new, "comes in") if row.before is None else (old, "is left out")
        return f"{voice.name(row.id)}: {verb}."
    return f"{new.name(row.id)}: {_keys(row)}."


def _option(row: Difference, old: Voice, new: Voice) -> str:
    atom = Atom(*row.id.split("."))
    voice = old if row.after is None else new
    does = f"{voice.name(atom.party)}: the choice to {voice.phrase(atom).infinitive()}"
    if row.before is None or row.after is None:
        return f"{does} {'is new' if row.before is None else 'is gone'}."
    return f"{does}: {_keys(row)}."


def _keys(row: Difference) -> str:
    """What is otherwise, key by key."""
    old, new = row.before or {}, row.after or {}
    changed = [key for key in new if old.get(key) != new[key]]
    return "; ".join(
        _ends(key, _value(key, old.get(key)), _value(key, new[key])) for key in changed
    )


def _ends(key: str, before: str, after: str) -> str:
    if key == "can":
        return f"it {before} so far, and then {after}"
    return f"its {_KEYS.get(key, key)} was {before}, and is then {after}"


_KEYS = {
    "label": "name",
    "status_quo": "state today",
    "commit_cost": "cost of binding itself",
    "because": "support",
    "speaks_for": "principal",
}


def _value(key: str, value: object) -> str:
    if key == "because":
        quotes = value if isinstance(value, tuple) else ()
        return listed([_quoted(quote) for quote in quotes]) or "no sentence"
    if key == "can":
        return CAN[str(value)]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return in_figures(value)
    return "none" if value is None else f"“{value}”"


def _quoted(quote: str) -> str:
    words = clean(quote)
    return f"“{words}”" if len(words) <= _QUOTE else f"“{words[:_QUOTE].rsplit(' ', 1)[0]} …”"


def _want(row: Difference, old: Voice, new: Voice) -> str:
    party = row.id.split("/")[0]
    if row.after is None:
        return f"{old.wants(party, _formula(row.before))}: no longer."
    name = capitalised(new.naming(party).possessive)
    rank = ordinal(int(str(row.after["index"])))
    wish = new.request(party, _formula(row.after))
    if row.before is None:
        return f"{name} {rank} want is new: {wish}{_assumed(row.after)}."
    parts = []
    if row.before["want"] != row.after["want"]:
        parts.append(f"was {old.request(party, _formula(row.before))}")
    if row.before["index"] != row.after["index"]:
        parts.append(f"stood {ordinal(int(str(row.before['index'])))}")
    if row.before["assumed"] != row.after["assumed"]:
        parts.append("was assumed" if row.before["assumed"] else "was not assumed")
    if row.before["because"] != row.after["because"]:
        parts.append(f"rested on {_value('because', row.before['because'])}")
        parts[-1] += f", and rests on {_value('because', row.after['because'])}"
    if row.before["cost"] != row.after["cost"]:
        parts.append(f"cost {_value('cost', row.before['cost'])} to give up")
        parts[-1] += f", and costs {_value('cost', row.after['cost'])}"
    if row.before["any_order"] != row.after["any_order"]:
        parts.append("stands in another group of unknown order")
    return f"{name} {rank} want, {wish}{_assumed(row.after)}: it {' and it '.join(parts)}."


def _formula(want: Value | None) -> Any:
    return parse(str((want or {})["want"]))


def _assumed(want: Value) -> str:
    return " (assumed)" if want["assumed"] else ""


def _evidence(row: Difference, _: Voice, __: Voice) -> str:
    quote = (row.after or row.before or {})["quote"]
    if row.before and row.after:
        return f"the quote {_quoted(str(quote))}: {_keys(row)}."
    return f"{'a new quote' if row.after else 'a quote that is gone'}: {_quoted(str(quote))}."


def _resolution(row: Difference, old: Voice, new: Voice) -> str:
    ends = [
        voice.clause(_formula(goal)) if goal else "nothing"
        for voice, goal in ((old, row.before), (new, row.after))
    ]
    return f"what counts as settled was: {ends[0]}; it is now: {ends[1]}."


def _infeasible(row: Difference, old: Voice, new: Voice) -> str:
    voice, pattern = (new, row.after) if row.after else (old, row.before)
    clause = voice.clause(parse(str((pattern or {})["when"])))
    return f"that {clause}: {'cannot happen now' if row.after else 'can happen now'}."


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
    rows = [
        Row(
            (
                (Text(_name(turn)),),
                (Text(_said(turn, turn.before, found.before, old)),),
                (Text(_said(turn, turn.after, found.after, new)),),
            )
        )
        for turn in found.turns
        if turn.changed
    ]
    table = Table("Findings before and after", ("Finding", "Before", "After"), tuple(rows))
    same = [_name(turn) for turn in found.turns if not turn.changed]
    blocks: list[Block] = [table] if rows else []
    if same:
        blocks.append(Paragraph((Text(f"As before: {'; '.join(same)}."),), "note"))
    return Section("findings", "What that did to the findings", tuple(blocks))


def _name(turn: Turn) -> str:
    if turn.concept:
        return f"Stuck under {CONCEPTS[turn.concept][0]}"
    return _NAMES[turn.finding]


_NAMES = {
    "standing": "How it stands today",
    "lasts": "Whether that lasts",
    "diagnosis": "Why",
    "heads_to": "Where it heads",
    "refusals": "Who likes a settlement less than today",
    "least_cost": "Cost of the least way out",
    "unlockings": "The least ways out",
    "alone": "What one party could do alone",
    "certainty": "In how many open models it is stuck",
}


def _said(turn: Turn, value: Any, version: Version, voice: Voice) -> str:
    """A finding of one version in words."""
    return capitalised(next(_words(turn, value, version, voice), "none"))


def _words(turn: Turn, value: Any, version: Version, voice: Voice) -> Iterator[str]:
    match turn.finding, value:
        case "refusals", [*rows] if rows:
            parties = dict.fromkeys(row.split("/")[0] for row in rows)
            yield voice.names(parties)
        case "unlockings", [*rows] if rows:
            ways = [
                listed([conceded(voice, made) for made in way.concessions]) or "no concession"
                for way in version.least
            ]
            yield "; or ".join(ways)
        case "heads_to", [*states] if states:
            yield "; or ".join(voice.state(state) for state in states)
        case "diagnosis", [*kinds] if kinds:
            yield listed([TITLES[kind] for kind in kinds])
        case "alone", dict() if any(cost is not None for cost in value.values()):
            able = {party: cost for party, cost in value.items() if cost is not None}
            yield listed([f"{voice.name(p)} at a cost of {in_figures(c)}" for p, c in able.items()])
        case "certainty", dict():
            yield f"{value['holds']} of {value['of']}"
        case "least_cost", Fraction():
            yield in_figures(value)
        case "standing", str():
            yield FINDINGS[value]
        case _, bool():
            yield "yes" if value else "no"
