"""What a dispute is about: the things that are claimed, held, or quarrelled over."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.dispute.evidence import Evidence, Object
from detente.reading import relations
from detente.reading.arguments import conjoined, prepositional
from detente.reading.scene import Scene
from detente.reading.things import TYPES, Thing, Things, name_of, type_of
from detente.reading.wording import words

EXAMPLES = (  # (text, names)
    ("The dispute over the Skerry Islands goes on.", ("Skerry Islands",)),
    ("Talks about the fishing quotas begin today.", ("fishing quotas",)),
    ("Greece claims the Skerry Islands.", ("Skerry Islands",)),
)
COUNTER_EXAMPLES = ("The dispute goes on.", "They talked about it over lunch.")

_QUARRELS = words("""dispute row quarrel conflict spat feud disagreement standoff stand-off
    clash war battle
    wrangle controversy fight argument tussle tension talk negotiation dialogue discussion strike
    standoff rift claim""")
_ABOUT = ("over", "about", "on", "regarding", "concerning", "for")


def _quarrelled(things: Things, token: Token) -> Iterator[Thing]:
    """As in "the dispute over X", "talks about X and Y"."""
    if token.lemma_.lower() not in _QUARRELS or token.pos_ != "NOUN":
        return
    for about in prepositional(token, *_ABOUT):
        for each in conjoined(about):
            found = things.resolve(each)
            if found and (type_of(found.head) != "other" or found.name[:1].isupper()):
                yield found


def find(scene: Scene) -> list[tuple[Object, Evidence]]:
    """The objects of the dispute, each once, with its first quote.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The row over the Skerry Islands goes on."
    >>> [(thing.name, thing.type) for thing, _ in find(build(Document("d1", text=text)))]
    [('Skerry Islands', 'territory')]
    """
    things = Things(scene)
    parties = {p for party in scene.parties for p in [getattr(party, "name", "")]}
    found: dict[str, tuple[str, int, int]] = {}
    for relation, _ in relations.find(scene):
        if relation.kind in {"claims", "controls"} and relation.target:
            _add_named(scene, found, relation.target)
    for sentence in scene.sentences:
        for token in sentence:
            for thing in _quarrelled(things, token):
                if thing.name not in parties and not scene.refers(thing.head):
                    start, end, _ = scene.quote(scene.doc[thing.first], scene.doc[thing.last])
                    found.setdefault(thing.name, (type_of(thing.head), start, end))
    for thing in _spoken_of(scene):
        if thing.name not in parties and not any(_same(thing.name, name) for name in found):
            start, end, _ = scene.quote(scene.doc[thing.first], scene.doc[thing.last])
            found[thing.name] = (type_of(thing.head), start, end)
    return [_entry(scene, name, *at, f"o{n}") for n, (name, at) in enumerate(found.items(), 1)]


_OFTEN = 3  # times that a thing is named before it counts as what the coverage is about


def _spoken_of(scene: Scene) -> Iterator[Thing]:
    """The things of a kind that disputes are about, which the coverage keeps naming."""
    named: dict[str, list[Thing]] = {}
    for sentence in scene.sentences:
        for token in sentence:
            if (
                token.pos_ not in {"NOUN", "PROPN"}
                or token.dep_ == "compound"
                or scene.refers(token)
            ):
                continue
            found = name_of(scene, token) if type_of(token) in _CONTESTED else None
            if found and not found.name[:1].isdigit():
                named.setdefault(token.lower_.removesuffix("s"), []).append(found)
    for things in named.values():
        best = max(things, key=lambda thing: (len(thing.name.split()) in _NAME, -thing.first))
        land = type_of(best.head) in {"territory", "maritime"}
        if len(things) >= (2 if land else _OFTEN) and (best.name[:1].isupper() or not land):
            yield best


_CONTESTED = frozenset(TYPES) - {"institution"}


_NAME = range(2, 4)  # words of a name that says which one, and not more


def _same(one: str, other: str) -> bool:
    return one.rsplit(maxsplit=1)[-1].lower() == other.rsplit(maxsplit=1)[-1].lower()


def _add_named(scene: Scene, found: dict[str, tuple[str, int, int]], name: str) -> None:
    at = scene.document.text.find(name)
    if at < 0 or any(getattr(party, "id", None) == name for party in scene.parties):
        return
    span = scene.doc.char_span(at, at + len(name), alignment_mode="expand")
    kind = type_of(span.root) if span is not None else "other"
    found.setdefault(name, ("territory" if kind == "other" else kind, at, at + len(name)))


def _entry(
    scene: Scene, name: str, kind: str, start: int, end: int, evidence_id: str
) -> tuple[Object, Evidence]:
    quote = scene.document.text[start:end]
    evidence = Evidence(evidence_id, scene.document.id, quote, start, end, "object")
    return Object(name, kind, (evidence_id,)), evidence
