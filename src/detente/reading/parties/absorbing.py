"""Who of a cast is another by another name: a service, a ministry, a head of state, a capital."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading import citing, saying
from detente.reading.parsed import Doc, Token
from detente.reading.parties import bracketed, governing_bodies
from detente.reading.parties.cast import RULED, Cast, Entry
from detente.reading.parties.gazetteer import state_id, territories
from detente.reading.parties.leaders import party_of
from detente.reading.parties.names import MINISTRIES, nouns, owner_of_service
from detente.reading.parties.peoples import people_of
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table


def absorb(doc: Doc, found: Cast) -> None:
    """Let one stand for the other where two of a cast are the same.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The Maldives shut its port. The Maldivian Coast Guard refused to open it."
    >>> [party.id for party in build(Document("d1", text=text)).parties]
    ['maldives']
    """
    _absorb_spelt_out(doc, found)
    _absorb_services(found)
    governing_bodies.absorb(doc, found)
    _absorb_ministries(found)
    _absorb_rulers(doc, found)
    _absorb_namesakes(found)
    _absorb_heads(doc, found)
    _absorb_hosts(doc, found)
    _absorb_tails(found)


def _absorb_spelt_out(doc: Doc, found: Cast) -> None:
    """Who is known by letters is whoever they stand behind: "the Rail Workers' union (RWU)"."""
    for name, short in bracketed.pairs(doc):
        whole, letters = (found.entries.get(found.named.get(at, "")) for at in (name, short))
        if (
            whole
            and letters
            and whole is not letters
            and not (whole.is_person or whole.type in RULED)
        ):
            found.absorb(whole, letters)


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


_ACTS = 4  # the weight of a state that rules the ministries of the text


def _free_ministries(found: Cast, states: Sequence[Entry]) -> None:
    """Of two states "the Energy Ministry" may be either's: whose it is is seen by what it says."""
    if len(states) < 2:  # noqa: PLR2004 — each has one
        return
    for entry in list(found.entries.values()):
        sorts = set(entry.surfaces.values())
        first = entry.name.casefold().split()[0]
        of_any = first in nouns("departments") | MINISTRIES  # "Trade Ministry", "Ministry of Trade"
        if sorts == {"institution"} and MINISTRIES & entry.words and of_any:
            found.forget(entry)


def _is_ground(state: Entry) -> bool:
    """Whether all of it happens in a land: "Talks at Kenya's ports broke off"."""
    return state.first < _OPENING and set(state.surfaces.values()) != {"demonym"}


_OPENING = 60  # tokens in which the land is named where everything happens


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
    bodies = [one for one in found.entries.values() if one.type in BODIES]
    for entry in [one for one in bodies if " " in one.name]:
        tail = f" {entry.name.casefold()}"
        longer = [one for one in bodies if one.name.casefold().endswith(tail)]
        if len(longer) != 1 or "party" in entry.words:
            continue
        whole, first = longer[0], longer[0].name.casefold().removesuffix(tail)
        told = whole.first < entry.first or entry.first < _HEADLINE
        if told and " " not in first and not first.endswith(_ADJECTIVAL):
            found.absorb(entry, whole)


BODIES = frozenset({"organisation", "group", "company"})


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
