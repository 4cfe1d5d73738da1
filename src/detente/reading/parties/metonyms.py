"""Capitals that no table has, where they stand for their government."""

from __future__ import annotations

import re
from collections import Counter

from detente.reading import saying
from detente.reading.parsed import Token
from detente.reading.parties import signs, will
from detente.reading.parties.cast import RULED, Cast, Entry
from detente.reading.parties.names import Name
from detente.reading.parties.settling import Work
from detente.reading.syntax import SUBJECTS

_OFTEN = 2  # mentions of a state for one of its capital
_BY_DATELINE = 2  # votes for who does what a report begins with
_BACK = 60  # tokens back to the state that a capital may stand for


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Capitals that no table has, where they stand for their government."""
    if _named_after(work, text, names) or _is_called_capital(work, names):
        return True
    if len(text.split()) > 2 or not any(will.has_will(work.doc, name) for name in names):  # noqa: PLR2004
        return False
    owner = _named_capital(work, names) or work.datelines.get(text.casefold())
    posted = None if owner else _posted(work, names) or _spoken_at(work, names)
    entry = _entry_of(work.found, owner) if owner else posted or _guessed(work, text, names)
    if entry is None:
        return False
    work.also(entry, names, "capital")
    return True


def _named_after(work: Work, text: str, names: list[Name]) -> bool:
    """Of "Norland City", where Norland is a party too."""
    bare, _, town = text.rpartition(" ")
    if (state := _built_on(work, text)) is not None:
        work.also(state, names, "capital")
        return True
    if town.casefold() not in _TOWNS:
        return False
    entry = _entry_of(work.found, bare)
    if entry is None and bare in work.left:
        entry = work.enter(bare, work.left.pop(bare), "state")
    if entry is None or entry.is_person:
        return False
    work.also(entry, names, "capital")
    return True


def _built_on(work: Work, text: str) -> Entry | None:
    """Of "Zelengrad", where Zelen is a state."""
    if _BUILT.search(text) is None:
        return None
    states = (one for one in work.found.entries.values() if one.type == "state")
    return next((one for one in states if _BUILT.sub("", text) == one.name), None)


_BUILT = re.compile(r"(?:grad|gorod|burg|stadt?|pur|abad|town|ville|polis)$")
_TOWNS = frozenset({"city", "town"})
_TOWNLIKE = re.compile(
    r"(?:haven|burgh?|borough|bury|ville|port|town|grad|gorod|stadt?|furt|heim|abad|pur|polis|mouth"
    r"|chester|minster|hafen|havn|hamn|vik|mar|bourg|cester|wick|ham)$|^(?:Port|San|Santa|Santo|St|Saint|Fort"
    r"|Puerto|Villa|Castel\w*|Ciudad|Cape|Porto|New)\b"
)


def _is_called_capital(work: Work, names: list[Name]) -> bool:
    """Of "in the capital, Arvand": of the state that the text makes most of, and that has none."""
    if not any(signs.is_called_capital(work.doc, name) for name in names):
        return False
    states = [
        entry
        for entry in work.found.entries.values()
        if entry.type in RULED and not {"capital", "seat"} & set(entry.surfaces.values())
    ]
    if not states or _named_capital(work, names):
        return False
    spoken_of = _last_named(work, names)
    entry = next((one for one in states if one.id == spoken_of), None)
    entry = entry or max(states, key=lambda entry: (entry.weight, -entry.first))
    work.also(entry, names, "capital")
    return True


def _last_named(work: Work, names: list[Name]) -> str | None:
    """Of "was Norland's minister and now teaches in the capital, Tesk": Norland."""
    called = next(name for name in names if signs.is_called_capital(work.doc, name))
    sentence = work.doc[called.start].sent
    before = range(called.start - 1, sentence.start - 1, -1)
    return next((work.found.named[i] for i in before if i in work.found.named), None)


def _posted(work: Work, names: list[Name]) -> Entry | None:
    """Of "Norland recalled its ambassador from Tesk": of the other of two states.

    That is where one of them is named right beside it: "after Sudmark expelled two diplomats".
    """
    for name in names:
        head = name.head(work.doc)
        post = head.head.head if head.dep_ == "pobj" and head.head.lower_ in _AT else head
        verb = post.head if post.dep_ == "dobj" else post
        if post.lemma_ not in _POSTS and not any(c.lemma_ in _POSTS for c in verb.children):
            continue
        sender = {work.found.named.get(child.i) for child in verb.children if child.dep_ == "nsubj"}
        sender |= {work.found.named.get(child.i) for child in post.children}
        _enter_senders(work, verb, names)
        states = [one for one in work.found.entries.values() if one.type == "state"]
        sender |= {
            work.found.named.get(child.i) for child in verb.children if child.dep_ == "nsubj"
        }
        others = [one for one in states if one.id not in sender]
        if len(states) == 2 and len(others) == 1:  # noqa: PLR2004
            return others[0]
    return None


def _spoken_at(work: Work, names: list[Name]) -> Entry | None:
    """Of "Norland's minister told reporters in Tesk": Norland, which has no capital yet."""
    for name in names:
        prep = name.head(work.doc).head
        verb = prep.head if prep.head.pos_ == "VERB" else prep.head.head
        if prep.lower_ != "in" or not saying.is_plain(verb):
            continue
        speakers = (
            one for child in verb.children if child.dep_ == "nsubj" for one in child.subtree
        )
        found = (work.found.entries.get(work.found.named.get(one.i, "")) for one in speakers)
        known = next((one for one in found if one is not None and one.type in RULED), None)
        if known is not None and not {"capital", "seat"} & set(known.surfaces.values()):
            return known
    return None


def _enter_senders(work: Work, verb: Token, names: list[Name]) -> None:
    """Who sends envoys and who is named as the reason for it are states."""
    at = {token.i for token in verb.subtree if token.dep_ == "nsubj" and token.pos_ == "PROPN"}
    for text, others in list(work.left.items()):
        if others is names or len(text.split()) > 1 or text not in work.left:
            continue
        if any(name.start in at for name in others):
            work.enter(text, work.left.pop(text), "state")


_AT = frozenset({"from", "in", "to"})
_POSTS = frozenset({"ambassador", "envoy", "embassy", "consul", "consulate"})


def _entry_of(found: Cast, surface: str) -> Entry | None:
    entries = found.entries.values()
    return next((one for one in entries if surface in {one.name, *one.surfaces}), None)


def _named_capital(work: Work, names: list[Name]) -> str | None:
    """Of "Tesk, the Vardunan capital"."""
    for name in names:
        after = work.doc[name.end : name.end + 6]
        words = [token.text for token in after]
        before = work.doc[max(0, name.start - 5) : name.start]
        if any(token.lower_ == "capital" for token in before[-2:]):
            for token in before:
                if token.i in work.found.named:
                    return work.found.entries[work.found.named[token.i]].name
        if "capital" in words and words[:1] == [","]:
            for token in after[: words.index("capital")]:
                if token.i in work.found.named:
                    return work.found.entries[work.found.named[token.i]].name
    return None


def _guessed(work: Work, text: str, names: list[Name]) -> Entry | None:
    """The state that is spoken of before it and not beside it, where it is also a place."""
    placed = any(signs.is_located(work.doc, name) for name in names)
    if not placed and text.casefold() not in work.datelines and not _TOWNLIKE.search(text):
        return None
    states = {
        entry.id: entry
        for entry in work.found.entries.values()
        if entry.type in RULED
        and entry.weight >= _OFTEN * len(names)
        and not {"capital", "seat"} & set(entry.surfaces.values())
    }
    votes = Counter[str]()
    if text.casefold() in work.datelines and (first := _told_first(work, states)):
        votes[first] += _BY_DATELINE
    for name in names:
        _vote(work, name, states, votes)
    best = max(states, key=lambda id_: (votes[id_], states[id_].first), default=None)
    return states[best] if best and votes[best] > 0 else None


def _vote(work: Work, name: Name, states: dict[str, Entry], votes: Counter[str]) -> None:
    sentence = work.doc[name.start].sent
    beside = {work.found.named[token.i] for token in sentence if token.i in work.found.named}
    votes.subtract(beside)
    heard = None
    for i in range(sentence.start - 1, max(0, sentence.start - _BACK), -1):
        if heard is not None and work.doc[i].sent.end <= heard.i:
            break
        id_, sort = work.found.heads.get(i, ("", ""))
        does = _does(work.doc[i])
        if does is None or sort != "name" or id_ not in states or id_ in beside:
            continue
        if heard is None or does.head.dep_ == "ROOT":
            heard = work.doc[i]
    if heard is not None:
        votes[work.found.heads[heard.i][0]] += 1


def _told_first(work: Work, states: dict[str, Entry]) -> str | None:
    """Who does what a report begins with: it is mostly from where that was done."""
    for i in sorted(work.found.named):
        does = _does(work.doc[i])
        if does is not None and does.head.dep_ == "ROOT" and does.head.pos_ == "VERB":
            return work.found.named[i] if work.found.named[i] in states else None
    return None


def _does(token: Token) -> Token | None:
    """The subject that it is, or whose: "Norland's minister", "the government of Norland"."""
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    noun = token.head.head if of else token.head if token.dep_ == "poss" else token
    return noun if noun.dep_ in SUBJECTS else None
