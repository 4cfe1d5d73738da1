"""At whose head somebody is, told by a verb: "who chairs the council", "elected by the village"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties import unions
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.memory import Heard, Ids, only
from detente.reading.parties.names import nouns
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_SUCCEEDING = frozenset({"succeed", "replace", "take"})
_CHOOSING = frozenset({"elect", "re-elect", "reelect", "appoint", "nominate", "choose"})
_SENDING = frozenset({"send", "dispatch", "delegate", "depute", "second", "despatch"})
_VOICES = frozenset({"voice", "spokesman", "spokeswoman", "spokesperson", "speaker", "leader",
                     "representative", "negotiator", "delegate", "envoy"})  # fmt: skip
_ON_BEHALF = frozenset({"speak", "act", "work", "lobby", "campaign", "negotiate"})


def of(walk: Resolver, entry: Entry, token: Token) -> str | None:
    """At whose head a person is said to be, by a verb: "Commander Abdo, who leads the Column"."""
    verb = verb_of(token)
    leads = verb is not None and _tells_lead(verb) and verb.lemma_ not in _SUCCEEDING
    led = headed(walk, verb) if verb is not None and leads else ()
    told = (*_on_behalf(walk, token), *led, *_sent(walk, token), *_under(walk, token))
    return next((id_ for id_ in told if id_ != entry.id), None)


def _under(walk: Resolver, token: Token) -> Ids:
    """Of "the Government of National Accord under Ana Berg" that government."""
    ids = walk.ids.get(token.head.head.i, ()) if token.dep_ == "pobj" else ()
    if token.head.lower_ != "under" or len(ids) != 1:
        return ()
    return ids if walk.entry(ids[0]).type in {"organisation", "group"} else ()


def _tells_lead(verb: Token) -> bool:
    """As in "who heads the council", "has spoken for the league since May"."""
    return verb.dep_ in {"relcl", "conj", "acl"} or verb.lemma_ == "speak"


def _sent(walk: Resolver, token: Token) -> Ids:
    """Of "an admiral, Ana Berg, sent by the Union", "whom they chose as their voice" who it is.

    Not whom two have sent: they go between.
    """
    beside = (token, token.head) if token.dep_ == "appos" else (token,)
    for verb in (child for one in beside for child in one.children):
        by = [c for c in verb.children if c.dep_ == "agent"]
        if verb.dep_ == "acl" and verb.lemma_ in _SENDING and by:
            return _one(walk, (one for child in by for one in child.children))
        if verb.dep_ == "relcl" and _is_voice(verb):
            return _one(walk, (one for one in verb.children if one.dep_ in SUBJECTS))
    return ()


def _is_voice(verb: Token) -> bool:
    """As in "whom the shops elected as their voice"."""
    whom = any(child.lower_ == "whom" for child in verb.children)
    called = any(one.lower_ in _VOICES for one in verb.subtree)
    return whom and called and verb.lemma_ in _CHOOSING | {"name", "make", "send"}


def _one(walk: Resolver, nouns_: Iterable[Token]) -> Ids:
    found = next((ids for one in nouns_ if (ids := walk.of(one))), ())
    return found if len(found) == 1 else ()


def _on_behalf(walk: Resolver, token: Token) -> Ids:
    """Of "Ana Berg signed it on behalf of the army of Norland" Norland."""
    if token.dep_ not in SUBJECTS:
        return ()
    told = (one for one in token.head.subtree if one.lower_ == "behalf" and one.head.lower_ == "on")
    of = (prep for noun in told for prep in noun.children if prep.lower_ == "of")
    return next((ids for prep in of for one in prep.children if (ids := walk.owning(one))), ())


def verb_of(token: Token) -> Token | None:
    """The verb by which somebody is at the head of others: "who chairs the council"."""
    told = (token, *(child for child in token.children if child.dep_ == "appos"))
    found = [child for noun in told for child in noun.children if child.dep_ == "relcl"]
    found += [c for noun in told for c in noun.children if c.lower_ == "representing"]
    found += [verb for child in found for verb in child.conjuncts]  # "who farms and chairs it"
    if token.dep_ in SUBJECTS:
        found += [child for child in token.head.children if child.dep_ in {"advcl", "conj"}]
        main = token.head.lemma_ in nouns("led") | {"speak"}
        found += [token.head] if main else []
    return next(filter(_is_lead, found), None)


def _is_lead(verb: Token) -> bool:
    if verb.lemma_ in _ON_BEHALF:  # and not "who has spoken with both"
        return any(child.lower_ == "for" for child in verb.children)
    return verb.lemma_ in nouns("heading") | _SUCCEEDING


def led_by(walk: Resolver, token: Token) -> Ids:
    """Of "the bloc, led by Ana Berg," and "The village elected Ana Berg" the bloc, the village."""
    if token.dep_ == "dobj" and token.head.lemma_ in _CHOOSING | _SENDING:
        chosen = (one for one in token.head.children if one.dep_ == "nsubj")
        found = next((walk.ids.get(one.i, ()) for one in chosen), ())
        return () if any(walk.entry(id_).role == "forum" for id_ in found) else walk.followed(found)
    if token.dep_ != "pobj" or token.head.dep_ != "agent":
        return ()
    verb = token.head.head
    is_led = verb.lemma_ in nouns("led") and verb.dep_ in {"acl", "relcl"} and verb.head.i < verb.i
    return walk.followed(walk.ids.get(verb.head.i, ())) if is_led else ()


def headed(walk: Resolver, verb: Token) -> Ids:
    """Of "who heads the grid operator", "who speaks for the council"."""
    if verb.lemma_ in _SUCCEEDING:
        before = (walk.cast.named.get(child.i) for child in verb.subtree)
        return walk.followed(tuple(id_ for id_ in before if id_ and walk.entry(id_).speaks_for))[:1]
    parents = (verb, *(child for child in verb.children if child.lower_ in {"for", "over"}))
    told = (child for parent in parents for child in parent.children)
    objects = [child for child in told if child.dep_ in {"dobj", "attr", "pobj"}]
    out = [one for one in objects if one.lemma_.casefold() in nouns("outings")]
    if out and verb.lemma_ in {"lead", "organise", "organize", "call"}:
        return walk.owner(out[0]) or unions.only_one(walk)  # "who led the walkout"
    named = (
        walk.of(child) or walk.owner(child) or _taken_up(walk, child) or _people(walk, child)
        for child in objects
    )
    found = next(filter(None, named), ())
    seat = verb.lemma_ == "represent"  # "who represents Tesk in parliament"
    apart = seat or any(child.lemma_.casefold() in _IN_LANDS for child in objects)
    ruled = any(walk.entry(id_).type in RULED for id_ in found)
    if ruled and len(found) > 1:
        return ()  # "who advised both governments"
    return () if apart and ruled else found  # "who heads the Norland chamber of commerce"


_IN_LANDS = nouns("societies") | {"chamber"}


def _taken_up(walk: Resolver, noun: Token) -> Ids:
    """Of "who speaks for it", "for thirty of them": who was spoken of last."""
    inside = (one for child in noun.children if child.lower_ == "of" for one in child.children)
    noun = next(inside, noun)
    if noun.lower_ not in _TAKING_UP:
        return ()
    found = walk.memory.latest(lambda heard: _is_body_of(walk, heard, noun), 1)
    return walk.followed(found)


def _people(walk: Resolver, noun: Token) -> Ids:
    """Of "who speaks for the returnees" the one people of the page."""
    if noun.tag_ != "NNS" or not is_crowd(noun.lemma_.casefold()):
        return ()
    return only(one.id for one in walk.leading if one.type in {"group", "people"} and one.acts)


def _is_body_of(walk: Resolver, heard: Heard, pronoun: Token) -> bool:
    people = heard.plural or walk.entry(heard.ids[0]).type == "group"
    fits = people if pronoun.lower_ == "them" else True
    return heard.subject and fits and not walk.entry(heard.ids[0]).is_person


_TAKING_UP = frozenset({"it", "them"})
