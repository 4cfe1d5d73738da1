"""Who claims, controls, backs, punishes, recognises what or whom, and who goes between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import chain, takewhile

from detente.dispute.evidence import SYMMETRIC_RELATIONS, Evidence, Relation
from detente.reading.dates import DatePhrase
from detente.reading.events.clauses import scene_dates
from detente.reading.relations import (
    against,
    agreeing,
    attitudes,
    backing,
    between,
    claiming,
    conciliating,
    corners,
    echoes,
    entrusted,
    granted,
    helping,
    holding,
    implied,
    insisting,
    kinship,
    lasting,
    maps,
    mediators,
    nouns,
    owning,
    pacts,
    participles,
    peacemaking,
    places,
    presence,
    proposing,
    punishing,
    recognising,
    regarding,
    rejecting,
    sending,
    siding,
    sieve,
    sifting,
    standing_by,
    thirds,
    understood,
    unnamed,
    verbs,
)
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said
from detente.reading.relations.ways import Way, Ways
from detente.reading.scene import Scene

WAYS: tuple[Way, ...] = (
    *verbs.WAYS, *regarding.WAYS, *places.WAYS, *recognising.WAYS, *rejecting.WAYS,
    *owning.WAYS, *granted.WAYS,
    *claiming.WAYS,
    *presence.WAYS, *holding.WAYS, *lasting.WAYS, *maps.WAYS,
    *pacts.WAYS, *corners.WAYS, *siding.WAYS, *helping.WAYS, *backing.WAYS, *standing_by.WAYS,
    *nouns.WAYS, *participles.WAYS, *mediators.WAYS, *between.WAYS, *sending.WAYS, *proposing.WAYS,
    *entrusted.WAYS, *conciliating.WAYS,
    *implied.WAYS, *peacemaking.WAYS, *punishing.WAYS,
    *against.WAYS, *agreeing.WAYS, *attitudes.WAYS, *echoes.WAYS, *kinship.WAYS, *thirds.WAYS,
    *unnamed.WAYS, *understood.WAYS,
)  # fmt: skip
LAST = insisting.WAYS
_WAYS, _LAST = Ways(WAYS), Ways(LAST)


_MOST = 20  # date phrases of a clause that are looked at


def _since(scene: Scene, said: Said, phrases: tuple[DatePhrase, ...]) -> str | None:
    """The date after "since", or in "since independence in 1966", of the clause."""
    if said.kind == "recognises":
        words: tuple[str, ...] = ()
    else:
        words = ("since", "from")
    start, end, quote = scene.quote(scene.doc[said.first], scene.doc[said.end - 1])
    first = bisect_left(phrases, start, key=lambda phrase: phrase.start)
    for phrase in takewhile(lambda phrase: phrase.start < end, phrases[first : first + _MOST]):
        if phrase.value:
            before = quote[: phrase.start - start].lower()
            if not words or any(word in before.split() for word in words):
                return phrase.value
    return None


def _key(said: Said) -> tuple[str, str, str]:
    ends = (said.source, said.target or "")
    first, last = sorted(ends) if said.kind in SYMMETRIC_RELATIONS else ends
    return said.kind, first, last


def find(scene: Scene) -> list[tuple[Relation, Evidence]]:
    """The relations that an article tells, in its order, each with its first quote.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Norway claims the Skerry Islands."
    >>> [(r.kind, r.source, r.target) for r, _ in find(build(Document("d1", text=text)))]
    [('claims', 'norway', 'Skerry Islands')]
    """
    known: list[tuple[Relation, Evidence]] | None = scene.doc.memory.get("relations")
    if known is None:
        known = _find(scene)
        scene.doc.memory["relations"] = known
    return list(known)


def _is_over(scene: Scene, said: Said) -> bool:
    """As in "held the isle from 1902 until the 1990s": no longer."""
    words = [t.lower_ for t in scene.doc[said.first : said.end]]
    past = bool({"from", "was"} & {*words}) or said.root.tag_ == "VBD"
    return said.kind == "controls" and "until" in words and past


def _find(scene: Scene) -> list[tuple[Relation, Evidence]]:
    reader = Reader(scene)
    phrases = scene_dates(scene)
    told = sieve.passed(reader, gathered(reader))
    return [_entry(scene, said, f"r{at}", phrases) for at, said in enumerate(told, 1)]


def gathered(reader: Reader) -> list[list[Said]]:
    """The relations that the rules find in an article, each as often as it is told."""
    scene = reader.scene
    head = scene.document.headline or (0, 0)
    body = (s for s in scene.sentences if not head[0] <= s.start_char < head[1])
    each = _WAYS.said(reader, chain.from_iterable(body))
    found: dict[tuple[str, str, str], list[Said]] = {}
    for said in sifting.sifted(reader, each):
        if not (sifting.is_beside_the_point(reader, said) or _is_over(scene, said)):
            found.setdefault(_key(said), []).append(said)
    claimants = {first.source for first, *_ in found.values() if first.kind == "claims"}
    for said in _LAST.said(reader, scene.words):
        if said.source not in claimants and said.source != said.target:
            claimants.add(said.source)
            found[_key(said)] = [said]
    return [said for said in found.values() if not _is_told_of_chief(scene, said[0], found)]


def _is_told_of_chief(
    scene: Scene, said: Said, found: Mapping[tuple[str, str, str], object]
) -> bool:
    """Whether a person goes between for a party of whom that is told as well."""
    actor = scene.by_id.get(said.source)
    chief = actor.speaks_for if actor else None
    return said.kind == "mediates" and (said.kind, chief or "", "") in found


def _entry(
    scene: Scene, said: Said, name: str, phrases: tuple[DatePhrase, ...]
) -> tuple[Relation, Evidence]:
    start, end, quote = scene.quote(scene.doc[said.first], scene.doc[said.end - 1])
    since = _since(scene, said, phrases)
    evidence = Evidence(
        name, scene.document.id, quote, start, end, "relation", (said.source,), date=since
    )
    return Relation(said.kind, said.source, said.target, since, (name,)), evidence
