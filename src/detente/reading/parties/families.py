"""Who goes by a creed: "the liberals of the Reform Movement", and "the liberals" after that."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import Cast, Entry
from detente.reading.parties.names import Name
from detente.reading.wording import words

FAMILIES = words("""
    socialist liberal conservative nationalist green communist democrat centrist islamist populist
    separatist unionist loyalist royalist monarchist agrarian leftist progressive autonomist""")
_OF_TYPES = frozenset({"group", "organisation", "alliance"})


def is_of_family(doc: Doc, name: Name) -> bool:
    """Whether those who go by a creed are told to be of it: "the socialists of Nova".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The socialists of Nova refused. The mayor of Lund refused.")
    >>> is_of_family(doc, Name(3, 4, "Nova")), is_of_family(doc, Name(9, 10, "Lund"))
    (True, False)
    """
    head = name.head(doc)
    of = head.head
    return head.dep_ == "pobj" and of.lower_ == "of" and _is_family(of.head)


def gather(doc: Doc, found: Cast) -> None:
    """Take those who go by a creed for the party of which they are told to be.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The socialists of Nova Party refused. The socialists left. The greens are cut."
    >>> seen = build(Document("d1", text=text))
    >>> [(token.text, *seen.refers(token)) for token in seen.doc if token.tag_ == "NNS"]
    [('socialists', 'nova_party'), ('socialists', 'nova_party'), ('greens',)]
    """
    families = [token for token in doc if _is_family(token)]
    whose: dict[str, dict[str, Entry]] = {}
    for token in families:
        party = next(_party(token, found), None)
        if party is None:
            continue
        whose.setdefault(token.lemma_.casefold(), {})[party.id] = party
        own = found.entries.get(found.named.get(token.i, ""))
        if own is not None and own is not party and own.name.endswith(party.name):
            found.absorb(own, party)  # "French-speaking liberals of the Reform Movement"
        elif own is None:
            found.add(Name(token.i, token.i + 1, token.text), party.id, "collective", doc)
    for token in families:
        parties = whose.get(token.lemma_.casefold(), {})
        known = token.i in found.named or len(parties) != 1
        if not known and any(child.lower_ == "the" for child in token.lefts) and _is_bare(token):
            party_id = next(iter(parties))
            found.add(Name(token.i, token.i + 1, token.text), party_id, "collective", doc)


def _is_family(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} and token.lemma_.casefold() in FAMILIES


def _is_bare(family: Token) -> bool:
    """Whether nothing more is said of them: not "the socialists in the other chamber"."""
    return not any(child.dep_ == "prep" for child in family.children)


def _party(family: Token, found: Cast) -> Iterator[Entry]:
    """The party that is named after "of"."""
    for of in (child for child in family.children if child.lower_ == "of"):
        for noun in (one for one in of.children if one.dep_ == "pobj"):
            entry = found.entries.get(found.named.get(noun.i, ""))
            if entry is not None and entry.type in _OF_TYPES:
                yield entry
