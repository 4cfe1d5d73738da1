"""Who is named: from the names of a page to actors, each under all its names."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from detente.reading import citing, saying
from detente.reading.parsed import Doc, Token
from detente.reading.parties import (
    chambers,
    governing_bodies,
    nameless,
    opposing,
    political,
    surnames,
    will,
)
from detente.reading.parties.cast import RULED, Cast, Entry, wills
from detente.reading.parties.gazetteer import homes, state_id, territories
from detente.reading.parties.lands import siblings
from detente.reading.parties.leaders import party_of
from detente.reading.parties.names import MINISTRIES, Name, nouns, owner_of_service, text_of
from detente.reading.parties.peoples import people_of
from detente.reading.parties.phrases import complement_end
from detente.reading.parties.rulers import SETTLEMENTS
from detente.reading.parties.unnamed import settle
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table

_OPENING = 60  # tokens in which the land is named where everything happens
_ACTS = 4  # the weight of a state that rules the ministries of the text


def cast(doc: Doc, names: Sequence[Name], datelines: dict[str, str], read: Container[int]) -> Cast:
    """The actors that the names of a page stand for.

    Parameters
    ----------
    doc
        The parsed page.
    names
        The names in it.
    datelines
        By the folded name of a town, the country that a dateline puts it in ("" for none).
    read
        The tokens that are read.

    Examples
    --------
    >>> from detente.reading import page
    >>> from detente.reading.parties import runs
    >>> from detente.dispute.evidence import Document
    >>> doc = page.parse(Document("d1", text="Quessa rejected it. Quessan boats left."))
    >>> sorted(cast(doc, runs.find(doc), {}, range(9)).entries["quessa"].surfaces)
    ['Quessa', 'Quessan']
    """
    found = Cast()
    unknown: dict[str, list[Name]] = {}
    owned: list[Name] = []
    sure = {name.known.id for name in names if name.known and not name.known.doubtful}
    borne = surnames.borne(doc, names)
    beside = frozenset(name.text for name in names)
    for name in names:
        known = name.known
        if known is None or name.text in borne or not siblings(name.text).isdisjoint(beside):
            unknown.setdefault(name.text, []).append(name)
        elif known.sort == "seat" and _is_owned(doc, name):
            owned.append(name)  # "Pakistan's Foreign Office"
        elif not known.doubtful or known.id in sure or _is_alive(doc, name):
            found.enter(known.name, known.type, name.start, known.role, known.id)
            found.add(name, known.id, known.sort, doc)
    _let_rule(doc, found)
    settle(doc, found, unknown, datelines)
    for entry in found.entries.values():
        if entry.type == "state" and not siblings(entry.name).isdisjoint(beside):
            entry.type = "province"
    _seat(doc, found, owned)
    _name_organs(doc, found)
    political.gather(doc, found)
    opposing.enter(doc, found)
    chambers.enter(doc, found, read)
    _absorb_services(found)
    governing_bodies.absorb(doc, found)
    _absorb_ministries(found)
    _absorb_rulers(doc, found)
    _absorb_namesakes(found)
    _absorb_heads(doc, found)
    _absorb_hosts(doc, found)
    _absorb_tails(found)
    _settle_beside(doc, found)
    nameless.enter(doc, found, read)
    return found


def _is_alive(doc: Doc, name: Name) -> bool:
    """Whether a doubtful name does something, or is a party's that has somebody at its head."""
    return wills(name.head(doc)) or (
        name.known is not None and name.known.id in homes() and will.has_will(doc, name)
    )


def _let_rule(doc: Doc, found: Cast) -> None:
    """Take a territory that has a foreign minister of its own for a state."""
    for at, (id_, _) in found.heads.items():
        entry = found.entries[id_]
        if entry.type == "territory" and any(
            first.lower_ == "foreign" and office.lower_ in {"minister", "ministry"}
            for first, office in pairwise(doc[at + 1 : at + _REACH])
        ):
            entry.type, entry.ruled = "state", True


_REACH = 5  # words: "Norlandic Deputy Foreign Minister", "Norland's foreign ministry"


def _is_owned(doc: Doc, name: Name) -> bool:
    """Whether a seat of power is told to be somebody's: "Pakistan's Foreign Office"."""
    return name.start > 1 and doc[name.start - 1].tag_ == "POS" and name.start - 2 >= 0


def _seat(doc: Doc, found: Cast, owned: Sequence[Name]) -> None:
    """Enter seats of power as theirs whose they are told to be, else as the table has them."""
    for name in owned:
        known, owner = name.known, found.named.get(name.start - 2)
        if owner is not None and found.entries[owner].type in RULED:
            found.add(name, owner, "institution", doc)
        elif known is not None:
            found.enter(known.name, known.type, name.start, known.role, known.id)
            found.add(name, known.id, known.sort, doc)


def _name_organs(doc: Doc, found: Cast) -> None:
    """Let bodies go by what they have sent too: "the UN mission", "NATO peacekeepers"."""
    for at, (id_, sort) in found.heads.items():
        entry, sent = found.entries[id_], doc[at].head
        if (
            sort not in {"body", "name"}
            or entry.type not in _BODIES | {"alliance"}
            or sent.lemma_ not in _SENT
        ):
            continue
        near = doc[at].dep_ in {"compound", "nmod"} and 0 < sent.i - at <= _NEAR
        if near and all(word.is_lower for word in doc[at + 1 : sent.i + 1]):
            first = at
            while found.named.get(first - 1) == id_:
                first -= 1
            for end in {sent.i + 1, complement_end(sent)}:
                entry.surfaces.setdefault(text_of(doc, first, end), "collective")


_NEAR = 3  # words
_SENT = frozenset(
    {"mission", "panel", "envoy", "expert", "peacekeeper", "force", "office", "team", "agency",
     "official", "inspector", "observer", "monitor", "investigator", "delegation", "troop"}
)  # fmt: skip


def _settle_beside(doc: Doc, found: Cast) -> None:
    """What stands beside a town in a row is one: Hjelm of "Orstad and Hjelm", with its mayor."""
    for at in found.heads:
        joined = doc[at]
        first = found.entries[found.named[joined.head.i]] if joined.head.i in found.named else None
        if joined.dep_ != "conj" or first is None:
            continue
        both = (first, found.entries[found.heads[at][0]])
        for one, other in (both, both[::-1]):
            if one.type == "province" and other.is_unsure and other.type != one.type:
                other.type, other.is_unsure = one.type, False
                other.descriptions |= one.descriptions & SETTLEMENTS


def _absorb_services(found: Cast) -> None:
    """A service of a state that no table has is that state: "the Maldoran Coast Guard"."""
    lands = {
        form: entry
        for entry in found.entries.values()
        if entry.type in RULED
        for form in (entry.name, *entry.surfaces, *people_of(entry.name))
    }
    for entry in list(found.entries.values()):
        owner = lands.get(owner_of_service(entry.name) or "")
        if owner is not None and owner is not entry:
            found.absorb(entry, owner)


def _absorb_ministries(found: Cast) -> None:
    """Ministries without a state's name belong to the one state that acts, where there is one."""
    known = [entry for entry in found.entries.values() if entry.type == "state"]
    states = [entry for entry in known if entry.weight > _ACTS]
    states.sort(key=lambda entry: -entry.weight)
    silent = not states and len(known) == 1 and not known[0].has_say
    if len(known) == 1 and not states and (not silent or _is_ground(known[0])):
        states = known
    foremost = bool(states) and all(one.weight * 2 <= states[0].weight for one in states[1:])
    if not foremost:
        _free_ministries(found, states)
        return
    for entry in [one for one in found.entries.values() if one is not states[0]]:
        if entry.is_chamber or (silent and not MINISTRIES & entry.words):
            continue
        organ = entry.name.casefold() in nouns("legislatures") and not entry.is_person
        if set(entry.surfaces.values()) == {"institution"} or organ:
            found.absorb(entry, states[0])


def _free_ministries(found: Cast, states: Sequence[Entry]) -> None:
    """Of two states "the Energy Ministry" may be either's: whose it is is seen by what it says."""
    if len(states) < 2:  # noqa: PLR2004 — each has one
        return
    for entry in list(found.entries.values()):
        sorts = set(entry.surfaces.values())
        first = entry.name.casefold().split()[0]
        if sorts == {"institution"} and MINISTRIES & entry.words and first in nouns("departments"):
            found.forget(entry)


def _absorb_heads(doc: Doc, found: Cast) -> None:
    """A head of state who says nothing here is his state: "President Trump broke off talks".

    Only one who goes by title and surname alone, as nobody does who is introduced.
    """
    saying_ = {id_ for at, (id_, _) in found.heads.items() if _is_heard(doc[at])}
    for entry in [one for one in found.entries.values() if one.is_person]:
        titled = {f"{title} {entry.name}" for title in _HEADS} & entry.surfaces.keys()
        state = found.entries.get(party_of(entry.name, found.entries) or "")
        if titled and " " not in entry.name and entry.id not in saying_ and state is not None:
            found.absorb(entry, state)


_HEADS = frozenset({"President", "Chancellor", "King", "Premier", "Minister", "Emir"})


def _is_heard(token: Token) -> bool:
    """Whether somebody says something, or is said to have: also "according to Trump"."""
    subject = token.dep_ in SUBJECTS and saying.is_plain(token.head)
    return subject or citing.is_source(token)


def _is_ground(state: Entry) -> bool:
    """Whether all of it happens in a land: "Talks at Kenya's ports broke off"."""
    return state.first < _OPENING and set(state.surfaces.values()) != {"demonym"}


def _absorb_namesakes(found: Cast) -> None:
    """Who goes by a people's name alone that is another's too: "Dominican", of that republic."""
    for name, code in table("names")["namesakes"].items():
        entry, other = found.entries.get(name), found.entries.get(state_id(code))
        if entry and other and set(entry.surfaces.values()) == {"demonym"}:
            found.absorb(entry, other)


def _absorb_hosts(doc: Doc, found: Cast) -> None:
    """A land that is told of by its capital alone, where its guest there is spoken of: "Rome"."""
    for host, (code, *words) in table("names")["guests"].items():
        entry = found.entries.get(host)
        if entry is None or set(entry.surfaces.values()) != {"capital"}:
            continue
        guest = found.entries.get(state_id(code))
        if guest is None and any(token.lower_ in words for token in doc):
            guest = found.enter(territories()[code], "state", entry.first, id_=state_id(code))
        if guest is not None:
            found.absorb(entry, guest)


def _absorb_tails(found: Cast) -> None:
    """Of "the Albion Action Group" and then "the Action Group": one, but for political parties."""
    bodies = [one for one in found.entries.values() if one.type in _BODIES]
    for entry in [one for one in bodies if " " in one.name]:
        tail = f" {entry.name.casefold()}"
        longer = [one for one in bodies if one.name.casefold().endswith(tail)]
        if len(longer) != 1 or "party" in entry.words:
            continue
        whole, first = longer[0], longer[0].name.casefold().removesuffix(tail)
        told = whole.first < entry.first or entry.first < _HEADLINE
        if told and " " not in first and not first.endswith(_ADJECTIVAL):
            found.absorb(entry, whole)


_BODIES = frozenset({"organisation", "group", "company"})
_HEADLINE = 12  # tokens
_ADJECTIVAL = ("ish", "ese", "an", "ic", "i", "national", "central", "general", "new", "united")


def _absorb_rulers(doc: Doc, found: Cast) -> None:
    """A movement that rules a state is that state, unless the text has another government of it."""
    for movement, code in table("names")["rulers"].items():
        state = found.entries.get(state_id(code))
        entry = found.entries.get(movement)
        if state is None or entry is None:
            continue
        if not any(_governs(doc, at, state.id, found) for at in found.heads):
            found.absorb(entry, state)


def _governs(doc: Doc, at: int, state: str, found: Cast) -> bool:
    """Whether "Afghan forces" or "the Afghan government" is spoken of."""
    after = doc[at + 1 : at + 2].text
    return found.heads[at][0] == state and after in _OTHERS


_OTHERS = frozenset({"government", "president"})
