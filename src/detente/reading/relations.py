"""Who claims, controls, backs, punishes, recognises what or whom, and who goes between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from detente.dispute.evidence import SYMMETRIC_RELATIONS, Evidence, Relation
from detente.reading import dates
from detente.reading.arguments import (
    doer,
    is_passive,
    object_of,
    particle,
    prepositional,
    things_of,
)
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.participants import owners, parties, within
from detente.reading.relation_cues import KINDS
from detente.reading.scene import Scene
from detente.reading.syntax import extent, subject
from detente.reading.things import Things, type_of, whole
from detente.reading.wording import words


@dataclass(frozen=True, slots=True)
class _Said:
    """A relation as found, with the tokens that say it."""

    kind: str
    source: str
    target: str | None
    first: int
    end: int
    root: Token


def _table(column: str) -> dict[str, tuple[str, ...]]:
    """Word → the kinds that it tells."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        for word in getattr(kind, column).split():
            found[word] = (*found.get(word, ()), kind.name)
    return found


_VERBS, _PREPOSITIONAL, _NOUNS, _STATES = map(_table, ("verbs", "prepositional", "nouns", "states"))
_OWNED = words("""demand position claim stance integrity government cause call side decision
    bid protest strike
    walkout case campaign sovereignty independence line action army regime authorities""")
_TALKS = words("talk talks negotiation round dialogue meeting truce ceasefire deal accord "
                   "agreement process mediation armistice swap exchange draft plan")  # fmt: skip
_GO_BETWEENS = frozenset(
    {"guarantor", "mediator", "go-between", "intermediary", "broker", "facilitator"}
)


class _Reader:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.things = Things(scene)

    def sides(self, token: Token | None) -> tuple[str, ...]:
        return parties(self.scene, token)

    def target(self, kind: str, token: Token) -> tuple[str, ...]:
        """What the relation is to: parties, or the name of a thing."""
        if kind in {"claims", "controls"}:
            return self._land(token)
        direct = self.sides(token)
        if direct:
            return direct
        if kind == "aligned":
            return within(self.scene, token) if token.lemma_.lower() in _OWNED else ()
        if kind == "recognises":
            thing = self.things.resolve(token)
            if token.lemma_.lower() not in _RECOGNISED and not (thing and thing.name[:1].isupper()):
                return ()
            owned = within(self.scene, token)
            return owned or ((thing.name,) if thing else ())
        return within(self.scene, token)

    def _land(self, token: Token) -> tuple[str, ...]:
        own = self.sides(whole(token))
        if own and whole(token).pos_ != "PRON":
            return own
        found = self.things.resolve(token)
        if found is None:
            return ()
        named = found.name[:1].isupper()
        return (found.name,) if named or type_of(found.head) in _HELD else ()


_RECOGNISED = words("""it sovereignty independence claim government state republic authority
    jurisdiction legitimacy
    result statehood border treaty pact administration rule annexation agreement accord court
    verdict ruling union deal order right election referendum""")
_HELD = frozenset({"territory", "maritime", "resource"})


# One function a way of saying it ------------------------------------------------------------------


def _by_verb(reader: _Reader, verb: Token) -> Iterator[_Said]:
    """As in "A claims B", "B is held by A", "A does not recognise B"."""
    kinds = _VERBS.get(particle(verb), ())
    for kind in kinds:
        found = _polarity(kind, verb)
        if found is None or any(c.dep_ in {"ccomp", "oprd"} for c in verb.children):
            continue
        for source in reader.sides(doer(verb)):
            if kind == "mediates":
                if _between(reader, verb):
                    yield _clause(found, source, None, verb)
                continue
            for thing in things_of(verb):
                for target in reader.target(kind, thing):
                    yield _clause(found, source, target, verb)


def _between(reader: _Reader, verb: Token) -> bool:
    thing = object_of(verb)
    if verb.lemma_ in {"mediate", "arbitrate"}:
        return True
    return thing is not None and (thing.lemma_.lower() in _TALKS or len(reader.sides(thing)) > 1)


def _polarity(kind: str, verb: Token) -> str | None:
    """The kind of a real clause; a negated recognition is a relation of its own."""
    real = reality(verb)
    if kind == "recognises" and (real == NEGATED or _refused(verb)):
        return "not_recognises"
    if kind == "mediates" and verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt"}:
        return kind if reality(verb.head) == REAL else None
    return kind if real == REAL else None


def _refused(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"}


def _by_preposition(reader: _Reader, verb: Token) -> Iterator[_Said]:
    """As in "A allied itself with B", "A imposed duties on B", "A laid claim to B"."""
    for key, kinds in _PREPOSITIONAL.items():
        lemma, _, preposition = key.partition(":")
        if verb.lemma_ != lemma or reality(verb) != REAL:
            continue
        others = prepositional(verb, preposition)
        others += [t for thing in things_of(verb) for t in prepositional(thing, preposition)]
        if not _measured(verb, kinds[0]):
            continue
        for source in reader.sides(doer(verb)):
            if kinds[0] == "mediates":
                yield _clause("mediates", source, None, verb)
                continue
            for other in others:
                for target in reader.target(kinds[0], other):
                    yield _clause(kinds[0], source, target, verb)


def _measured(verb: Token, kind: str) -> bool:
    """Whether the thing imposed is a sanction, the thing laid a claim, what is sold arms."""
    if verb.lemma_ in {"supply", "sell", "send"}:
        arms = {"arm", "arms", "weapon", "missile", "tank", "ammunition", "troop", "drone"}
        return any(thing.lemma_.lower() in arms for thing in things_of(verb))
    wanted = {"sanctions": {"sanction", "tariff", "duty", "embargo", "levy", "ban", "restriction",
                            "curb", "visa", "sanctions", "surcharge", "penalty"},
              "claims": {"claim", "sovereignty", "right"}}.get(kind)  # fmt: skip
    return wanted is None or any(thing.lemma_.lower() in wanted for thing in things_of(verb))


def _as_own(reader: _Reader, verb: Token) -> Iterator[_Said]:
    """As in "A regards B as part of its territory", "A calls B its own"."""
    if verb.lemma_ not in _REGARDING or reality(verb) != REAL:
        return
    said = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"its", "their", "own", "our"}]
    if not any(_possessed(token) for token in said):
        return
    for source in reader.sides(doer(verb)):
        for thing in things_of(verb):
            for target in reader.target("claims", thing):
                yield _clause("claims", source, target, verb)


_REGARDING = frozenset({"regard", "consider", "see", "view", "treat", "call", "deem"})


def _says_own(reader: _Reader, verb: Token) -> Iterator[_Said]:
    """As in "A says that B is its own", "A insists that B belongs to it"."""
    if verb.lemma_ not in {"be", "belong"} or verb.dep_ != "ccomp" or reality(verb) == NEGATED:
        return
    said = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"its", "their", "own"}]
    owned = any(_possessed(t) for t in said) or any(
        t.lower_ in {"it", "them"} for t in prepositional(verb, "to")
    )
    told = verb.head
    thing = subject(verb)
    if owned and thing is not None and told.lemma_ in _SAYING and reality(told) == REAL:
        for source in reader.sides(subject(told)):
            for target in reader.target("claims", thing):
                yield _clause("claims", source, target, told)


_SAYING = frozenset({"say", "insist", "maintain", "hold", "argue", "claim", "declare", "assert"})


def _left_to(reader: _Reader, verb: Token) -> Iterator[_Said]:
    """As in "The line left the islet to A", "the court awarded B to A"."""
    if verb.lemma_ not in {"leave", "award", "cede", "assign", "grant"} or reality(verb) != REAL:
        return
    for other in prepositional(verb, "to"):
        for source in reader.sides(other):
            for thing in things_of(verb):
                if type_of(whole(thing)) in {"territory", "maritime"}:
                    for target in reader.target("controls", thing):
                        yield _clause("controls", source, target, verb)


def _possessed(token: Token) -> bool:
    """As in "its own", "part of its territory": the word after the owner, or "own" itself."""
    return token.lower_ == "own" or token.head.lemma_.lower() in {
        "territory", "land", "soil", "own", "province", "homeland", "waters", "property", "sea"
    }  # fmt: skip


def _by_noun(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "A's alliance with B", "A, an ally of B", "A's claim to C", "sanctions against B"."""
    for key, kinds in _NOUNS.items():
        lemma, _, preposition = key.partition(":")
        if noun.lemma_.lower() != lemma or not preposition:
            continue
        kind = kinds[0]
        if not _affirmed(noun):
            continue
        sources = _holders(reader, noun, kind)
        others = prepositional(noun, preposition)
        if noun.dep_ == "dobj" and not others:  # "raised its tariffs on B"
            others = [t for t in prepositional(noun.head, preposition) if t.i > noun.i]
        if noun.dep_ == "conj" and not others:  # "arrangements and sanctions against B"
            others = [t for t in prepositional(noun.head, preposition) if t.i > noun.i]
        if kind == "sanctions" and not others:
            yield from _complained_of(reader, noun, sources)
        for source in sources:
            for other in others:
                for target in reader.target(kind, other):
                    yield _phrase(kind, source, target, noun)


def _complained_of(reader: _Reader, noun: Token, sources: tuple[str, ...]) -> Iterator[_Said]:
    """As in "B demands the lifting of A's sanctions": they are on B."""
    for verb in noun.ancestors:
        if verb.lemma_ in {"demand", "want", "urge", "condemn", "denounce", "protest", "ask"}:
            for target in reader.sides(subject(verb)):
                for source in sources:
                    yield _phrase("sanctions", source, target, noun)


_STANDING = {"control": "controls", "hand": "controls", "occupation": "controls",
             "administration": "controls", "rule": "controls", "sanction": "sanctions",
             "embargo": "sanctions", "sovereignty": "controls"}  # fmt: skip


def _under(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "B is under A's control", "in A's hands", "under A's sanctions"."""
    kind = _STANDING.get(noun.lemma_.lower())
    if kind is None or noun.dep_ != "pobj" or noun.head.lower_ not in {"under", "in"}:
        return
    verb = noun.head.head
    if verb.lemma_ not in {"be", "remain", "come", "stay", "lie", "fall"} or reality(verb) != REAL:
        return
    thing = subject(verb)
    for source in owners(reader.scene, noun):
        for target in reader.target(kind, thing) if thing is not None else ():
            yield _clause(kind, source, target, verb)


def _affirmed(noun: Token) -> bool:
    if any(child.lower_ in {"no", "any", "new", "further", "possible"} for child in noun.children):
        return False
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return True
    if verb.lemma_ in _ENDING and noun.i > verb.i:
        return verb.lemma_ not in {"deny", "hand", "cede"} and reality(verb) != REAL
    if verb.lemma_ in {"reject", "refuse"} and noun.lemma_ == "recognition":
        return False
    owned = any(child.dep_ == "poss" for child in noun.children)
    return owned or reality(verb) == REAL or verb.lemma_ in _PRESUPPOSING


_ENDING = words(
    """lose cede relinquish hand break sever transfer lift end drop remove ease scrap deny withdraw
    renounce abandon seek threaten consider propose"""
)
_PRESUPPOSING = frozenset({"recognise", "recognize", "accept", "reject", "dispute", "end"})


def _holders(reader: _Reader, noun: Token, kind: str) -> tuple[str, ...]:
    """Whose claim, alliance or tariff it is."""
    own = owners(reader.scene, noun) or tuple(
        p for t in prepositional(noun, "by", "of") for p in reader.sides(t)
    ) * (kind == "sanctions")
    if own:
        return own
    if noun.dep_ in {"appos", "attr"}:
        who = noun.head if noun.dep_ == "appos" else subject(noun.head)
        return reader.sides(who)
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None or noun.i < verb.i or is_passive(verb):
        return ()
    who = subject(verb)
    return reader.sides(who) or (owners(reader.scene, who) if who is not None else ())


def _appositive_ally(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "A's ally B", "Washington, its firmest friend"."""
    word = noun.lemma_.lower()
    if word not in _FRIENDS | _FOES:
        return
    kind = "aligned" if word in _FRIENDS else "opposes"
    if noun.dep_ == "attr" and reality(noun.head) == REAL:
        yield from _being(reader, noun, kind)
    mine = tuple(p for child in noun.children if child.dep_ == "poss" for p in reader.sides(child))
    named = [t for t in (noun.head,) if noun.dep_ == "appos"]
    named += [child for child in noun.children if child.dep_ == "appos"]
    for owner in mine:
        for other in named:
            for party in reader.sides(other):
                yield _phrase(kind, party, owner, noun)


_FRIENDS = frozenset({"ally", "friend", "patron", "backer", "protector", "supporter"})
_FOES = frozenset({"rival", "enemy", "foe", "adversary"})


def _being(reader: _Reader, noun: Token, kind: str) -> Iterator[_Said]:
    """As in "A is B's ally", "A and B are allies"."""
    who = reader.sides(subject(noun.head))
    others = tuple(p for c in noun.children if c.dep_ == "poss" for p in reader.sides(c))
    pairs = [(one, two) for one in who for two in others] or list(pairwise(who))
    for one, two in pairs:
        yield _clause(kind, one, two, noun.head)


def _by_state(reader: _Reader, verb: Token) -> Iterator[_Said]:
    """As in "talks led by A", "B, backed by A": participles after what they qualify."""
    if verb.dep_ not in {"acl", "advcl"} or verb.tag_ != "VBN":
        return
    for kind in _STATES.get(verb.lemma_, ()):
        thing = subject(verb)
        if thing is None or reality(verb) != REAL:
            continue
        for source in reader.sides(doer(verb)):
            if kind == "mediates":
                if thing.lemma_.lower() in _TALKS:
                    yield _phrase(kind, source, None, thing)
                continue
            for target in reader.target(kind, thing):
                yield _phrase(kind, source, target, thing)


def _mediating(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "A's mediation", "A acts as go-between", "A mediators", "with A as guarantor"."""
    word = noun.lemma_.lower()
    if word == "mediating" and noun.head.lemma_ == "be" and reality(noun.head) == REAL:
        for source in reader.sides(subject(noun.head)):
            yield _clause("mediates", source, None, noun.head)
    if word == "mediation" and _affirmed(noun):
        for source in owners(reader.scene, noun):
            yield _phrase("mediates", source, None, noun)
    if word in _GO_BETWEENS or (word == "between" and _is_hyphened(noun)):
        yield from _go_between(reader, noun)
    if word in {"chair", "mediation", "auspices"} and noun.head.dep_ == "prep":
        yield from _with_in_the_chair(reader, noun)


def _is_hyphened(token: Token) -> bool:
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "go"


def _go_between(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "A acts as a go-between", however the parser hangs the two halves of the word."""
    if noun.lower_ == "between":
        verb = next(
            (a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"} and a.lemma_ != "go"), None
        )
        as_one = any(t.lower_ == "as" for t in noun.doc[max(0, noun.i - 5) : noun.i])
        if verb is not None and as_one and reality(verb) == REAL:
            for source in reader.sides(doer(verb)):
                yield _clause("mediates", source, None, verb)
        return
    own = owners(reader.scene, noun) or tuple(
        p for t in prepositional(noun, "from", "of") for p in reader.sides(t)
    )
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        for source in own:
            yield _phrase("mediates", source, None, noun)
        if own:
            return
    if noun.dep_ == "appos":
        for source in reader.sides(noun.head):
            yield _phrase("mediates", source, None, noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        yield from _as_mediator(reader, noun)


def _as_mediator(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "A serves as mediator", "with A as guarantor", "they accepted A as mediator"."""
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if (
        verb is None
        or reality(verb) != REAL
        or verb.lemma_ in {"rule", "reject", "refuse", "oppose", "seek"}
    ):
        return
    before = noun.head.nbor(-1) if noun.head.i else noun
    named = parties(reader.scene, before) if before.pos_ in {"PROPN", "NOUN"} else ()
    acting = verb.lemma_ in {"act", "serve", "function", "work", "sit", "take", "appear", "sit_in"}
    for source in named or (reader.sides(doer(verb)) if acting else ()):
        yield _clause("mediates", source, None, verb)


def _with_in_the_chair(reader: _Reader, noun: Token) -> Iterator[_Said]:
    """As in "with A and B in the chair", "under A's auspices"."""
    of = (p for t in prepositional(noun, "of") for p in reader.sides(t))
    for source in owners(reader.scene, noun) or tuple(of):
        yield _phrase("mediates", source, None, noun)
    holder = noun.head.head
    if noun.lower_ == "chair" and holder.dep_ in {"pobj", "conj"}:
        for source in reader.sides(holder):
            yield _phrase("mediates", source, None, holder)


def _compound(reader: _Reader, token: Token) -> Iterator[_Said]:
    """As in "Norland-held", "the Qatari-brokered truce": a party, a hyphen, a participle."""
    if token.lower_ != "-" or token.i == 0 or token.i + 1 >= len(token.doc):
        return
    who, state = token.nbor(-1), token.nbor(1)
    for kind in _STATES.get(state.lemma_.lower(), ()) or _STATES.get(_stem(state.lower_), ()):
        noun = state.head if state.head.pos_ in {"NOUN", "PROPN"} else state
        for source in reader.sides(who):
            if kind == "mediates":
                if noun.lemma_.lower() in _TALKS:
                    yield _phrase(kind, source, None, noun)
                continue
            for target in reader.target(kind, noun):
                yield _phrase(kind, source, target, noun)


def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in ("led", "ed", "d") if word.endswith(end)), word)


_WAYS: tuple[Callable[[_Reader, Token], Iterator[_Said]], ...] = (
    _by_verb, _by_preposition, _as_own, _says_own, _left_to, _under, _by_noun, _appositive_ally,
    _by_state, _mediating, _compound,
)  # fmt: skip


def _clause(kind: str, source: str, target: str | None, verb: Token) -> _Said:
    first, end = extent(verb)
    return _Said(kind, source, target, first, end, verb)


def _phrase(kind: str, source: str, target: str | None, noun: Token) -> _Said:
    tokens = [
        noun,
        *(t for child in noun.children if child.dep_ not in _APART for t in child.subtree),
    ]
    indices = [t.i for t in tokens if not t.is_punct]
    return _Said(kind, source, target, min(indices), max(indices) + 1, noun)


_APART = frozenset({"relcl", "conj", "cc", "punct"})


def _since(scene: Scene, said: _Said, phrases: tuple[dates.DatePhrase, ...]) -> str | None:
    """The date after "since", or in "since independence in 1966", of the clause."""
    if said.kind == "recognises":
        words: tuple[str, ...] = ()
    else:
        words = ("since", "from")
    start, end, quote = scene.quote(scene.doc[said.first], scene.doc[said.end - 1])
    for phrase in phrases:
        if start <= phrase.start < end and phrase.value:
            before = quote[: phrase.start - start].lower()
            if not words or any(word in before.split() for word in words):
                return phrase.value
    return None


def _key(said: _Said) -> tuple[str, str, str]:
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
    reader = _Reader(scene)
    phrases = dates.find(scene.document.text, scene.document.published)
    head = scene.document.headline or (0, 0)
    found: dict[tuple[str, str, str], _Said] = {}
    for sentence in scene.sentences:
        if head[0] <= sentence.start_char < head[1]:
            continue
        for token in sentence:
            for way in _WAYS:
                for said in way(reader, token):
                    if said.source != said.target:
                        found.setdefault(_key(said), said)
    return [_entry(scene, said, f"r{at}", phrases) for at, said in enumerate(found.values(), 1)]


def _entry(
    scene: Scene, said: _Said, name: str, phrases: tuple[dates.DatePhrase, ...]
) -> tuple[Relation, Evidence]:
    start, end, quote = scene.quote(scene.doc[said.first], scene.doc[said.end - 1])
    since = _since(scene, said, phrases)
    evidence = Evidence(
        name, scene.document.id, quote, start, end, "relation", (said.source,), date=since
    )
    return Relation(said.kind, said.source, said.target, since, (name,)), evidence
