"""Who is named: from the names of a page to actors, each under all its names."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from detente.reading.parsed import Doc
from detente.reading.parties import (
    chambers,
    families,
    nameless,
    opposing,
    political,
    surnames,
    will,
    wings,
)
from detente.reading.parties.absorbing import BODIES, absorb
from detente.reading.parties.cast import RULED, Cast, wills
from detente.reading.parties.gazetteer import homes
from detente.reading.parties.lands import siblings
from detente.reading.parties.names import Name, text_of
from detente.reading.parties.phrases import complement_end
from detente.reading.parties.rulers import SETTLEMENTS
from detente.reading.parties.unnamed import settle


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
    families.gather(doc, found)
    wings.gather(doc, found)
    opposing.enter(doc, found)
    chambers.enter(doc, found, read)
    absorb(doc, found)
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
            or entry.type not in BODIES | {"alliance"}
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
