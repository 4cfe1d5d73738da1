"""Perfect reading: an annotation of the corpus as the coverage that a faultless reader would give."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from detente.dispute.evidence import (
    CHANGE_SORTS,
    Actor,
    Change,
    Condition,
    Coverage,
    Document,
    Event,
    Evidence,
    Object,
    Relation,
    WayOut,
)
from detente.dispute.model import PARTY_TYPES

CORPUS = Path(__file__).parents[2] / "corpus" / "develop"
TYPES = {
    "firm": "company", "region": "province", "faction": "group", "people": "group",
    "cooperative": "group", "movement": "group",
}  # fmt: skip
SORTS = {"changed": "softened", "withdrawn": "reversed"}

Json = dict[str, Any]


def names(value: str | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def coverage(path: Path) -> Coverage:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(gold["text_file"]).read_text(encoding="utf-8")
    pieces = [_piece(gold["id"], kind, n, item) for kind, n, item in _items(gold)]
    objects = {item["id"]: item["name"] for item in gold["objects"]} if gold["objects"] else {}
    return Coverage(
        documents=(_document(gold, text),),
        parties=tuple(_actor(party) for party in gold["parties"]),
        evidence=tuple(pieces),
        events=tuple(_event(n, item) for n, item in enumerate(gold["events"], 1)),
        relations=tuple(
            Relation(
                item["kind"],
                names(item["source"])[0],
                objects.get(item["target"], item["target"]),
                item["since"],
                (f"r{n}",),
            )
            for n, item in enumerate(gold["relations"], 1)
        ),
        objects=tuple(
            Object(item["name"], item["type"], (f"o{n}",))
            for n, item in enumerate(gold["objects"], 1)
        ),
        changes=tuple(
            Change(
                names(item["holder"])[0],
                item["earlier"],
                item["later"],
                SORTS.get(item["sort"], item["sort"]),
            )
            for item in gold["changes"]
            if SORTS.get(item["sort"], item["sort"]) in CHANGE_SORTS
        ),
        ways_out=tuple(
            WayOut(item["needs"], (names(item["proposed_by"]) or (None,))[0], (f"w{n}",))
            for n, item in enumerate(gold["ways_out"], 1)
        ),
    )


def _document(gold: Json, text: str) -> Document:
    title = gold["title"] or {}
    return Document(
        id="d1", title=title.get("quote", gold["id"]), text=text, source=gold["text_file"],
        language=gold["language"]["body"], headline_language=gold["language"]["headline"],
        published=gold["published"], sha256=hashlib.sha256(text.encode()).hexdigest(),
        headline=(title["start"], title["end"]) if title else None,
        noise=tuple((item["start"], item["end"]) for item in gold["noise"] or ()),
        is_dispute=gold["is_dispute"],
    )  # fmt: skip


def _actor(party: Json) -> Actor:
    kind = TYPES.get(party["type"], party["type"])
    return Actor(
        party["id"], party["name"], kind if kind in PARTY_TYPES else "organisation",
        party["role"], party["speaks_for"],
        tuple(alias["surface"] for alias in party["aliases"]),
    )  # fmt: skip


def _items(gold: Json) -> list[tuple[str, int, Json]]:
    sections = ("statements", "events", "relations", "objects", "status_quo", "ways_out")
    return [
        (section, number, item)
        for section in sections
        for number, item in enumerate(gold[section] or (), 1)
    ]


LETTERS = {
    "statements": "s",
    "events": "e",
    "relations": "r",
    "objects": "o",
    "status_quo": "q",
    "ways_out": "w",
}
KINDS = {
    "events": "event",
    "relations": "relation",
    "objects": "object",
    "status_quo": "status_quo",
    "ways_out": "way_out",
}


def _piece(_article: str, section: str, number: int, item: Json) -> Evidence:
    return Evidence(
        id=f"{LETTERS[section]}{number}", document="d1", quote=item["quote"],
        start=item["start"], end=item["end"], kind=KINDS.get(section, item.get("kind", "")),
        holder=names(item.get("holder")), speaker=item.get("speaker"),
        addressee=names(item.get("addressee")), about=item.get("about") if section == "statements" else None,
        condition=_condition(item.get("condition")),
        date=item["date"]["value"] if section == "statements" and item.get("date") else None,
    )  # fmt: skip


def _condition(item: Json | None) -> Condition | None:
    if item is None or "start" not in item:
        return None
    return Condition(
        item["quote"], item["start"], item["end"], item["marker"] or "",
        names(item["by"]), item["need"],
    )  # fmt: skip


def _event(number: int, item: Json) -> Event:
    return Event(
        item["kind"], item["about"] or item["quote"], names(item["actor"]), names(item["target"]),
        item["date"]["value"] if item["date"] else None, (f"e{number}",),
    )  # fmt: skip


def articles() -> list[Path]:
    return sorted(CORPUS.glob("*.json"))
