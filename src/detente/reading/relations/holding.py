"""Who has a thing, or calls it his, by a noun that leaves the thing to the article.

"Its owner, A", "the mine operator", "maintains its claim", "accuses B of occupation".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.owning import is_ground
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.topic import topic
from detente.reading.relations.ways import Way
from detente.reading.syntax import NOMINAL, subject, verb_above
from detente.reading.wording import words

_OWNERS = words("""
    owner co-owner operator landlord landlady proprietor custodian administrator leaseholder
    freeholder concessionaire landowner""")
_NOT_NOW = words("former previous new future prospective potential rightful old next past would-be")


def owner_of(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A, the owner of B", "the mine operator A"."""
    if any(child.lower_ in _NOT_NOW for child in noun.children):
        return
    things = [*prepositional(noun, "of"), *(c for c in noun.children if c.dep_ == "compound")]
    for source in _who(reader, noun) if things else ():
        for thing in things:
            if reader.is_topic(thing):
                for target in reader.target("controls", thing):
                    if target not in reader.scene.by_id:
                        yield said_in_phrase("controls", source, target, noun)


def _who(reader: Reader, noun: Token) -> tuple[str, ...]:
    """Who is the owner: named beside the noun, or the one it is said of."""
    beside = [c for c in noun.children if c.dep_ == "appos"]
    beside += [noun.head] if noun.dep_ in {"appos", "compound", "nmod"} else []
    if noun.dep_ == "attr" and (verb := noun.head).lemma_ == "be" and reality(verb) == REAL:
        beside += [who] if (who := subject(verb)) is not None else []
    named = tuple(dict.fromkeys(p for one in beside for p in reader.sides(one)))
    return named or reader.sides(noun)


def has_share(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A owns 51 per cent of B", "A holds a majority of B": a firm, or what it runs."""
    if reality(verb) != REAL:
        return
    for share in (t for t in things_of(verb) if t.lower_ in _SHARES):
        for thing in prepositional(share, "of", "in"):
            targets = reader.sides(thing) or reader.owned(thing)
            for source in reader.acting(doer(verb)):
                for target in (one for one in targets if one != source):
                    yield said_in_clause("controls", source, target, verb)


_SHARES = words("cent percent % majority half three-quarters quarters two-thirds thirds stake")
_TAKINGS = words("occupation annexation seizure")


def its_occupation(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "B accuses A of an illegal occupation", "A's occupation": of what is told of most."""
    if any(c.dep_ == "prep" and c.lower_ in {"of", "in"} for c in noun.children):
        return
    sources = owners(reader.scene, noun)
    verb = verb_above(noun)
    if not sources and verb is not None and verb.lemma_ == "accuse" and not is_passive(verb):
        sources = tuple(p for t in things_of(verb) for p in reader.sides(t))
    target = topic(reader, "controls") if sources else None
    for source in sources if target is not None else ():
        if reader.is_side(source):
            yield said_in_phrase("controls", source, target, noun)


_QUARRELS = words("dispute row quarrel feud contest")
_OVER_LAND = words("territorial sovereignty ownership title")


def both_claim(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "a sovereignty dispute between A and B": each claims what it is over."""
    if not any(c.lower_ in _OVER_LAND for c in noun.children):
        return
    sources = [p for t in prepositional(noun, "between") for p in reader.sides(t)]
    things = [t for t in prepositional(noun, "over", "about") if is_ground(t)]
    targets = [one for t in things for one in reader.target("claims", t)]
    if not targets and (told := topic(reader, "claims")) is not None:
        targets = [told]
    for source in sources if len(sources) > 1 else ():
        for target in targets:
            yield said_in_phrase("claims", source, target, noun)


def under_party(reader: Reader, preposition: Token) -> Iterator[Said]:
    """As in "The fields have been under A since 2017"."""
    verb = preposition.head
    if verb.lemma_ not in {"be", "remain", "stay", "come"} or reality(verb) != REAL:
        return
    thing = subject(verb)
    if thing is None or not is_ground(reader.things_head(thing)):
        return
    for token in preposition.children:
        if token.dep_ == "pobj" and token.pos_ == "PROPN":
            for source in reader.sides(token):
                for target in reader.target("controls", thing):
                    yield said_in_clause("controls", source, target, verb)


WAYS = (
    Way(owner_of, lemmas=_OWNERS, parts=NOMINAL),
    Way(has_share, lemmas=words("own hold control have possess")),
    Way(its_occupation, lemmas=_TAKINGS, parts=frozenset({"NOUN"})),
    Way(both_claim, lemmas=_QUARRELS, parts=frozenset({"NOUN"})),
    Way(under_party, words=frozenset({"under"}), places=frozenset({"prep"})),
)
