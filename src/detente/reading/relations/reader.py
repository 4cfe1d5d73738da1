"""What the ways of saying a relation share: its parts, its words, and their targets."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from detente.reading.arguments import conjoined, doer, is_passive, prepositional
from detente.reading.attribution import Telling, Voice
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import owners, parties, within
from detente.reading.grammar import is_part
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.places import places
from detente.reading.relations import people, recognised
from detente.reading.relations.grounds import GROUND, NOT_HAD, ground
from detente.reading.relations.wanting import wanting
from detente.reading.scene import Scene
from detente.reading.syntax import SUBJECTS, subject
from detente.reading.things import type_of, whole
from detente.reading.wording import words

_OWNED = words("""
    demand position claim stance integrity government cause call side decision bid protest
    strike walkout case campaign sovereignty independence line action army regime authorities
    force forces military navy troops rebels militia
    access aspiration ambition interest border unity
    fighters airforce weapon weapons arm arms ammunition fighter soldier rebel troop militiaman vote
    votes support backing help veto rejection insistence attempt effort""")
_EARLY = 3  # sentences, the headline among them
TALKS = THINGS["TALKS"] | THINGS["DEAL"] | words("contact swap exchange handover release")


class Reader:
    """A scene with its places: what the sides of a relation stand for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.places = places(scene)
        self._telling = Telling(scene)

    @cached_property
    def spelt(self) -> Counter[str]:
        """How often each word is among those of the article, in small letters."""
        return Counter(token.lower_ for token in self.scene.words)

    def voice(self, token: Token) -> Voice:
        """Who says what the token's clause tells; nobody, where the narrator does."""
        return self._telling.voice(token)

    def who(self, token: Token | None) -> tuple[str, ...]:
        """The parties that a noun phrase stands for: in a quotation "us" is the speaker's."""
        return self.sides(token) or self._telling.who(token)

    def things_head(self, token: Token) -> Token:
        """The head of the name of what a noun phrase or a pronoun stands for."""
        found = self.places.resolve(token)
        return found.head if found else token

    def sides(self, token: Token | None) -> tuple[str, ...]:
        """The parties that a noun phrase denotes; "neither" is none of them."""
        if token is not None and token.lower_ in {"neither", "none", "nobody"}:
            return ()
        if token is not None and self._is_of_both(token):
            return self.scene.pair
        found = parties(self.scene, token)
        return found or (parties(self.scene, _described(token)) if token is not None else ())

    def _is_of_both(self, token: Token) -> bool:
        """As of "neither government", "both claim it": of the two of the dispute."""
        lefts = {c.lower_ for c in token.children}
        neither = token.lemma_ in _STATES and bool(lefts & {"neither", "both", "each"})
        both = token.lower_ == "both" and token.dep_ in _ALONE and not any(token.children)
        return (neither or both) and len(self.scene.pair) > 1

    def named(self, token: Token) -> tuple[str, ...]:
        """The one who is named, also where he speaks for somebody; else the parties denoted."""
        own = self.scene.actor(token)
        return (own,) if own in self.scene.by_id else self.sides(token)

    def named_there(self, token: Token) -> tuple[str, ...]:
        """As `named`, also where it is said of a place: "goods from A"."""
        there = self.scene.place(token)
        return self.named(token) or ((there,) if there else ())

    def mentioned(self, token: Token) -> tuple[str, ...]:
        """The one whom a name names, be it nobody that acts: "its base in A"; no capital."""
        found = self.scene.mentioned(token) if token.pos_ == "PROPN" else None
        return (found,) if found and not self.scene.capital(token) else ()

    def people(self, token: Token | None) -> tuple[str, ...]:
        """As `acting`, but the persons themselves, also where they speak for somebody."""
        own = () if token is None else (self.scene.actor(each) for each in conjoined(token))
        named = tuple(dict.fromkeys(one for one in own if one and self._is_person(one)))
        return named or self.acting(token)

    def _is_person(self, id_: str) -> bool:
        actor = self.scene.by_id.get(id_)
        return actor is not None and actor.type == "person"

    def is_side(self, id_: str) -> bool:
        """Whether it is one of the two of the dispute, or speaks for one."""
        return len(self.scene.pair) > 1 and id_ in self.scene.by_id and not self.is_third(id_)

    def is_third(self, id_: str) -> bool:
        """Whether it is neither of the two of the dispute, nor speaks for one."""
        actor = self.scene.by_id.get(id_)
        known = len(self.scene.pair) > 1
        return known and not {id_, actor.speaks_for if actor else None} & {*self.scene.pair}

    def other(self, id_: str) -> tuple[str, ...]:
        """The other of the two of the dispute; nobody, where it is neither of them."""
        pair = self.scene.pair
        return tuple(one for one in pair if one != id_) if id_ in pair else ()

    def is_early(self, name: str) -> bool:
        """Whether what a relation is to, by its id or name, is told of in the first sentences."""
        if name in self.scene.by_id:
            return any(name in denoted for denoted in self.scene.peopled[:_EARLY])
        head = name.rsplit(maxsplit=1)[-1].lower()
        return any(t.lower_ == head for span in self.scene.sentences[:_EARLY] for t in span)

    def placed(self, token: Token) -> tuple[str, ...]:
        """As the target of a claim, of places and of things that are kept: no pay, no tax."""
        head = self.things_head(token)
        kept = type_of(head) in {"territory", "maritime"} or head.lemma_.lower() in GROUND
        return ground(self.scene, token) if kept or head.pos_ == "PROPN" else ()

    def is_topic(self, token: Token) -> bool:
        """Whether a thing is named more than once, or has a name of its own."""
        head = self.things_head(token)
        if head.pos_ == "PROPN" or type_of(head) in {"territory", "maritime"}:
            return True
        if any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in head.children):
            return True
        lemma = head.lemma_.lower()
        return sum(self.scene.lemmas[each] for each in {lemma, lemma.capitalize()}) > 1

    def owned(self, token: Token) -> tuple[str, ...]:
        """What is said to be somebody's own: land, or anything that one can have."""
        found = ground(self.scene, token)
        if found or token.pos_ != "NOUN" or token.lemma_.lower() in NOT_HAD:
            return found
        thing = self.places.resolve(token)
        return (thing.name,) if thing else ()

    def acting(self, token: Token | None) -> tuple[str, ...]:
        """The parties that act: those denoted, or whose envoys, army or officials these are."""
        found = self.sides(_first_of_several(token) if token is not None else None)
        if found or token is None:
            return found
        if token.lemma_.lower() in _LEAGUES:
            return self._leading(token)
        if not is_part(token):  # "Ethiopian engineers", "its crews"
            people = token.tag_ == "NNS" or token.lemma_.lower() in _ORGANS
            return owners(self.scene, token) if people and token.pos_ == "NOUN" else ()
        named = (t for t in token.children if t.dep_ in {"compound", "poss", "amod", "nmod"})
        return tuple(dict.fromkeys(p for t in named for p in self.sides(t))) or tuple(
            p for t in prepositional(token, "of", "from") for p in self.sides(t)
        )

    def backing(self, verb: Token) -> tuple[str, ...]:
        """The parties that do something, whichever of several subjects names them."""
        found = self.acting(doer(verb))
        others = (c for c in verb.children if c.dep_ in SUBJECTS and not is_passive(verb))
        return found or next((who for c in others if (who := self.acting(c))), ())

    def _leading(self, league: Token) -> tuple[str, ...]:
        """Who leads it: "A leads a coalition that …", "a coalition led by A", "an A-led bloc"."""
        led = (c for c in league.children if c.dep_ == "acl" and c.lemma_ in _HEADING)
        found = tuple(p for c in led for t in prepositional(c, "by") for p in self.sides(t))
        above = league.head
        if not found and league.dep_ == "dobj" and above.lemma_ in _HEADING:
            found = self.sides(subject(above))
        if not found and league.i > 1 and league.nbor(-1).lower_ in {"led", "backed"}:
            found = self.sides(league.nbor(-3)) if league.i > 2 else ()  # noqa: PLR2004 - "A-led"
        return found or owners(self.scene, league)

    def target(self, kind: str, token: Token) -> tuple[str, ...]:
        """What the relation is to: parties, or the name of a thing."""
        if kind in {"claims", "controls"}:
            return ground(self.scene, token)
        if kind in _OF_STATES:
            return recognised.of(self, kind, token)
        direct = self.sides(token) or self.mentioned(token)
        if direct or kind == "opposes":
            return direct
        return self._through(kind, token)

    def _through(self, kind: str, token: Token) -> tuple[str, ...]:
        """Whose the thing is that is backed or punished."""
        if kind == "aligned" and token.lower_ == "it":
            return self._whose_before(token)
        if kind == "aligned":
            token = whole(token)
            manned = token.lemma_.lower() in _OWNED or _is_manned(token)
            found = within(self.scene, token) if manned else ()
            return found or people.side(self.scene, token) or wanting(self.scene, token)
        return within(self.scene, token) or self._made_in(token)

    def backed(self, token: Token, own: tuple[str, ...]) -> tuple[str, ...]:
        """As the target of who backs it: of "B protests; A and C stand by it", B."""
        found = self.target("aligned", token)
        if token.lower_ not in _THEM or not {*found} & {*own}:
            return found
        first = token.sent.start
        start = self.scene.doc[first - 1].sent.start if first else first
        placed = [p for _, ids in self.scene.placed(start, token.i) for p in ids if p not in own]
        return tuple(p for p in placed if p in self.scene.pair)[-1:] or tuple(placed[-1:])

    def whose(self, thing: Token) -> tuple[str, ...]:
        """Whose a thing is, also where its owner names no party: "the tenants' cause"."""
        return owners(self.scene, thing) or tuple(
            p for c in thing.children if c.dep_ == "poss" for p in self.target("aligned", c)
        )

    def _whose_before(self, it: Token) -> tuple[str, ...]:
        """Of "A recognised B's title, and C stands behind it", B."""
        before = reversed(it.doc[it.sent.start : it.i])
        held = (t for t in before if t.pos_ == "NOUN" and t.lemma_ in _HELD)
        return next((whose for t in held if (whose := owners(self.scene, t))), ())

    def _made_in(self, goods: Token) -> tuple[str, ...]:
        """As in "a ban on goods made in A": whose goods they are."""
        made = (c for c in goods.children if c.dep_ == "acl" and c.lemma_ in _MADE)
        return tuple(
            p for c in made for t in prepositional(c, *_ORIGIN) for p in self.named_there(t)
        )


def _described(token: Token) -> Token | None:
    """Of "A, a body which sent two mediators" and the word "which", A."""
    only = any(c.lower_ in {"only", "first", "sole"} for c in token.children)
    if only and token.dep_ == "attr" and token.head.lemma_ == "be":
        return subject(token.head)  # "A is the only state that recognises it"
    if token.tag_ not in {"WDT", "WP"} or token.dep_ not in SUBJECTS:
        return None
    clause = token.head
    noun = clause.head if clause.dep_ == "relcl" else clause
    return noun.head if noun.dep_ == "appos" else None


def _first_of_several(token: Token) -> Token:
    """Of "A and B, which back C", A, with whom B stands; else the token itself."""
    if token.dep_ != "conj" or token.tag_ not in {"NNP", "NN"}:
        return token
    clauses = (c for c in token.children if c.dep_ == "relcl" and c.tag_ == "VBP")
    return token.head if any(True for _ in clauses) else token


def _is_manned(token: Token) -> bool:
    """Whether a noun is for people: "the islanders of A", "A's strikers"."""
    return token.tag_ == "NNS" and token.pos_ == "NOUN" and is_crowd(token.lemma_)


_ALONE = frozenset({"nsubj", "nsubjpass", "pobj"})
_THEM = words("it him her them")
_STATES = words("government country state capital side region council")
_HELD = words("title claim plan proposal formula draft position demand stance case cause bid call")
_LEAGUES = words("coalition alliance bloc axis camp pact")
_HEADING = words("lead head spearhead dominate command form assemble")
_ORGANS = words("""
    utility operator company authority agency board navy army police coastguard guard fleet crew
    airline railway parliament court firm service""")
_MADE = words("make produce grow export ship build mine catch print bottle")
_ORIGIN = ("in", "from", "by")
_OF_STATES = frozenset({"recognises", "not_recognises"})
