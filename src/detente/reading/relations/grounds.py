"""The ground that a phrase names: places that can be claimed or held, and what stands there."""

from __future__ import annotations

from detente.reading.arguments import conjoined, prepositional
from detente.reading.events.participants import parties
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.places import places
from detente.reading.scene import Scene
from detente.reading.syntax import verb_above
from detente.reading.things import GENERIC, PARTS_OF_LANDS, Thing, beside, type_of, whole
from detente.reading.wording import words


def ground(scene: Scene, token: Token) -> tuple[str, ...]:
    """The names of what can be claimed or held: of parties that are lands, or of things.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="Norway holds the towns of Keb and Danu."))
    >>> ground(scene, scene.doc[3])
    ('Keb', 'Danu')
    """
    if token.lemma_.lower() in _OFFICES:
        return ()
    named = whole(token)
    if several := _each_of(named):
        return tuple(each.text for each in several)
    own = parties(scene, named)
    if len(own) > 1 and named.tag_ == "NNS" and named.lemma_.lower() in GENERIC:
        own = tuple(one for one in own if is_had(scene, one))  # "two villages" are not the two
    if own and _is_city(scene, named):
        return (named.text,)
    if (
        own
        and named.pos_ == "NOUN"
        and named.lemma_.lower() not in (GENERIC - PARTS_OF_LANDS) | _REALMS
    ):
        own = ()  # "the camps in A" are not A
    if any(child.lower_ == "former" for child in named.children):
        own = tuple(one for one in own if not _is_state(scene, one))  # no state of today
    if own and named.pos_ != "PRON":
        held = tuple(party for party in own if _is_land(scene, party))
        return held or _place_of_name(scene, named, own)
    return thing_named(scene, token)


def is_had(scene: Scene, name: str) -> bool:
    """Whether what is claimed can be had: a thing, or a party that is but a land."""
    actor = scene.by_id.get(name)
    return actor is None or actor.type in {"territory", "province"}


def thing_named(scene: Scene, token: Token) -> tuple[str, ...]:
    """The names of what is no party: the north, a lake, a school."""
    named = beside(whole(token))
    if named.lower_ in _QUARTERS and any(c.lower_ == "the" for c in named.children):
        return (named.text,)
    found = places(scene).resolve(token)
    if found is None or found.head.lemma_.lower() in _OFFICES:
        return ()
    capital = found.name[:1].isupper() and not _starts_sentence(found)
    called = capital or found.head.lemma_.lower() in _INSTALLATIONS
    held = type_of(found.head) in _HELD or found.head.lemma_.lower() in GROUND
    owned = _is_owned(token) and _is_topic(scene, found)
    return (found.name,) if called or held or owned else ()


def _is_owned(token: Token) -> bool:
    """Whether its clause tells whose it is, in so many words."""
    verb = verb_above(token)
    return verb is not None and verb.lemma_ in _OWNING


_OWNING = words("own belong possess occupy buy acquire inherit purchase be have")


def _is_topic(scene: Scene, thing: Thing) -> bool:
    """Whether a thing that no table has is what the article begins with and goes on about.

    As "the shed", whose tenant will not leave it; no part of it, as "the boiler room".
    """
    lemma = thing.head.lemma_
    if thing.head.pos_ != "NOUN" or type_of(thing.head) != "other" or thing.first != thing.last:
        return False
    if lemma in _NO_GROUND or is_crowd(lemma) or scene.refers(thing.head):
        return False
    often = scene.lemmas[lemma] >= _OFTEN
    return often and any(t.lemma_ == lemma for span in scene.sentences[:_EARLY] for t in span)


_OFTEN, _EARLY = 4, 3  # mentions; sentences
_NO_GROUND = words("""
    side talk offer plan strike pay wage job work worker member union company firm government
    price tax tariff money fund deal pact law rule vote share stake right time day year week month
    people man woman child family claim power control seat condition demand exchange way
    ship boat vessel truck train patrol army troop soldier force border line""")


def _is_city(scene: Scene, token: Token) -> bool:
    """As in "the capital Arvand": where, and not whose government sits there."""
    city = any(c.lower_ in {"capital", "city", "town", "port"} for c in token.children)
    return token.pos_ == "PROPN" and (city or scene.capital(token) is not None)


def _place_of_name(scene: Scene, token: Token, own: tuple[str, ...]) -> tuple[str, ...]:
    """Of "Orla", where a party is called the Orla Front, or "the Spratley Bank": the place."""
    found = places(scene).resolve(token)
    if found is None or not found.proper:
        return ()
    names = {actor.name for party in own if (actor := scene.by_id.get(party))}
    place = type_of(found.head) in {"territory", "maritime"}
    edges = (f"{found.name} ", f" {found.name}")
    part = any(name.startswith(edges[0]) or name.endswith(edges[1]) for name in names)
    return (found.name,) if place or part else ()


def _is_land(scene: Scene, party: str) -> bool:
    """Whether a party is one that can be held: no firm, no person."""
    actor = scene.by_id.get(party)
    if actor is None or actor.type in _RULED:
        return True
    return actor.type in {"organisation", "group"} and " " not in actor.name


def _is_state(scene: Scene, party: str) -> bool:
    actor = scene.by_id.get(party)
    return actor is not None and actor.type == "state"


def _each_of(places: Token) -> list[Token]:
    """Of "the towns of A and B", A and B, where both are names of one word."""
    if places.tag_ != "NNS" or places.lemma_.lower() not in GENERIC:
        return []
    named = [each for t in prepositional(places, "of") for each in conjoined(t)]
    plain = all(t.pos_ == "PROPN" and t.left_edge == t for t in named)
    return named if len(named) > 1 and plain else []


def _starts_sentence(thing: Thing) -> bool:
    """Whether a common noun has its capital from the beginning of its sentence."""
    start = thing.head.doc[thing.first]
    return start.i == start.sent.start and thing.head.pos_ == "NOUN"


_QUARTERS = words("north south east west northeast northwest southeast southwest interior coast")
_REALMS = words("state country republic kingdom nation emirate sultanate dependency")
_RULED = frozenset({"state", "territory", "province", None})
_OFFICES = words("power control chair presidency seat office leadership meeting chairmanship")
_HELD = frozenset({"territory", "maritime", "resource"})
GROUND = words("""
    farm farms mountain ground lowland oilfield dockyard checkpoint compound spring building house
    school hospital common dock warehouse track path cave spur summit dune library museum station
    depot headquarters chapel convent abbey cloister synagogue pagoda stupa market stall fen bog
    shaft pit factory workshop hangar runway newsroom churchyard rectory vicarage
    terrace hut cabin lodge inn pub clubhouse pitch course slipway pond headwater dyke dike
    embankment mask canoe bronze statue marble manuscript painting sculpture skull relic drum throne
    crown bell totem treasure artefact artifact icon jewel mosaic archive trademark patent spectrum
    frequency wreck hull recipe airspace sky tower turbine silo sluice incinerator laundry figure
    collection bund tapestry altar chalice portrait codex fossil skeleton plinth organ manor castle
    fort fortress citadel bunker barracks prison jail courthouse cinema brewery distillery dairy
    bakery sawmill smelter foundry mast pylon kiosk arcade gallery chamber lift funicular tramway
    boathouse lido pool bath geyser waterfall lock culvert aqueduct cistern tank borehole copse
    verge green racecourse stable smallholding croft slot hive satellite telescope observatory
    cooperage greenhouse nursery shelter kitchen canteen clinic infirmary dispensary morgue crypt
    frieze stele obelisk sarcophagus mummy idol banner sword crozier stool regalia""")
_INSTALLATIONS = words("""lock gate station terminal plant refinery railway road tunnel line depot
    checkpoint crossing barrage weir sluice reservoir lighthouse rig platform pumping hydropower
    waterworks ferry tollgate hills hill ridge""")
NOT_HAD = words("""
    work labour labor job weekend
    victory day time turn decision duty responsibility fault choice right problem task mistake
    matter move ball word business aim goal offer proposal demand position view plan point blame
    future night year week month moment idea answer chance honour pleasure credit vote
    shell rocket missile drone bullet bomb gun plane aircraft vehicle car patrol soldier""")
