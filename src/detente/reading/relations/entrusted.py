"""Who is asked or trusted to go between, and through whom sides deal that do not meet."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.relations.between import is_both
from detente.reading.relations.neutral import is_over_sides
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.verbs import JOINT, is_wish
from detente.reading.relations.ways import Way
from detente.reading.syntax import NOMINAL, first, subject, verb_above
from detente.reading.wording import words

_DEALING = words("""
    exchange talk negotiate deal communicate speak bargain swap trade correspond parley reply
    answer respond haggle release free agree converse contact work""")


def through(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and B exchanged notes through C": who carries what passes between the sides."""
    if noun.head.lower_ not in {"through", "via"}:
        return
    verb = verb_above(noun)
    if verb is None or verb.lemma_ not in _DEALING or reality(verb) != REAL:
        return
    sides = {*reader.sides(subject(verb)), *(p for t in things_of(verb) for p in reader.sides(t))}
    sides |= {p for t in prepositional(verb, "with", "to") for p in reader.sides(t)}
    for source in reader.named(noun) or reader.mentioned(noun):
        if source not in sides and (len(sides) > 1 or reader.is_third(source)):
            yield said_in_clause("mediates", source, None, verb)


_HELP = words("help assistance effort intercession prodding urging prompting facilitation")


def with_its_help(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and B swapped captives with the help of C", "thanks to C's efforts"."""
    if noun.head.lower_ not in {"with", "to", "at", "after", "through"}:
        return
    verb = verb_above(noun)
    if verb is None or verb.lemma_ not in JOINT or reality(verb) != REAL:
        return
    sides = reader.sides(doer(verb))
    deal = verb.dep_ == "acl" and verb.head.lemma_.lower() in TALKS
    for source in owners(reader.scene, noun) or tuple(_of(reader, noun)):
        if source not in sides and (len(sides) > 1 or (deal and not reader.is_side(source))):
            yield said_in_clause("mediates", source, None, verb)


def _of(reader: Reader, noun: Token) -> Iterator[str]:
    for token in prepositional(noun, "of", "from", "by"):
        yield from reader.named(token) or reader.mentioned(token)


_ENTRUSTING = words("""
    ask invite call turn appoint accept let enlist name pick choose task charge commission mandate
    request select persuade bring engage hire get agree allow entrust beg urge want""")
_SETTLING = words("""
    settle resolve decide arbitrate intervene step rule chair break mediate broker facilitate
    conciliate reconcile adjudicate referee moderate host oversee judge umpire end go""") | words(
    "draw find seek look work draft prepare suggest propose devise come hammer craft"
)
_DEALING_WITH = words("step intervene decide rule oversee judge host end break")
_SEEKING = words("draw find seek look work draft prepare suggest propose devise come hammer craft")
_FOUND = nouns("plans") | words("settlement way agreement accord middle-way answer")
QUARREL = words("""
    quarrel dispute row feud standoff deadlock impasse stalemate conflict strike difference matter
    rift question wrangle lockout stand-off crisis""")
GO_BETWEEN = words("""
    mediator arbitrator arbiter conciliator facilitator go-between intermediary umpire referee chair
    moderator peacemaker adjudicator""")


def is_trusted(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "the two sides asked A to step in", "A was asked by both to settle the feud"."""
    if reality(verb) != REAL:
        return
    done = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i]
    settling = [c for c in done if _is_settling(c)]
    if is_wish(reader, verb):  # "A asked the council to step in": over something, between nobody
        settling = [c for c in settling if c.lemma_ not in _DEALING_WITH]
    if not settling:
        return
    whom = list(things_of(verb))
    whom += [c for t in whom for c in t.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    whom += [t for c in settling for t in [first(c, "nsubj")] if t is not None]
    whom += prepositional(verb, "on", "upon", "to")
    asking = {*reader.sides(doer(verb))}
    for each in whom:
        for source in reader.people(each):
            if source not in asking and not reader.is_side(source):
                yield said_in_clause("mediates", source, None, verb)


def _is_settling(verb: Token) -> bool:
    if verb.lemma_ not in _SETTLING:
        return False
    if verb.lemma_ == "step":
        return any(c.lower_ == "in" for c in verb.children)
    if verb.lemma_ == "go":
        return any(c.lower_ == "between" for c in verb.children)
    if verb.lemma_ in {"mediate", "arbitrate", "intervene", "conciliate", "adjudicate"}:
        return True
    if verb.lemma_ in _SEEKING:
        found = [*things_of(verb), *prepositional(verb, "for", "out", "up", "with")]
        return any(t.lemma_.lower() in _FOUND for t in found)
    things = [*things_of(verb), *prepositional(verb, "on", "between", "in")]
    return any(t.lemma_.lower() in QUARREL | TALKS or is_both_word(t) for t in things)


def is_both_word(token: Token) -> bool:
    """As in "between them", "the two sides"."""
    return token.lower_ in {"sides", "parties", "them", "two", "camps"}


def as_go_between(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "they accepted A as arbitrator", "sat down with A, a judge, as mediator"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return
    verb = verb_above(noun)
    if verb is None or reality(verb) != REAL or verb.lemma_ in _UNWILLING:
        return
    near = [*things_of(verb), *prepositional(verb, "with", "on", "under")]
    near += [c for t in near for c in t.children if c.dep_ == "appos"]  # "a judge, A, as"
    near += [c for c in verb.children if c.dep_ == "oprd"]
    for each in near if verb.lemma_ in _AGREEING else ():
        for source in reader.people(each):
            if not reader.is_side(source):
                yield said_in_clause("mediates", source, None, verb)


_UNWILLING = words("reject refuse oppose rule decline veto")
_AGREEING = words("""
    accept appoint name pick choose agree sit meet bring propose use have send invite nominate hire
    engage select install suggest get want talk""")


def office(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "conciliator A", "A, the arbitrator", whoever else names him."""
    if not any(c.lower_ in {"former", "ex", "no", "any"} for c in noun.children):
        beside = [noun.head] if noun.dep_ in {"appos", "compound", "nmod"} else []
        beside += [c for c in noun.children if c.dep_ == "appos"]
        for other in beside:
            if other.pos_ == "PROPN":
                for source in reader.people(other):
                    yield said_in_phrase("mediates", source, None, other)


_SUMMONING = words("""
    summon call invite convene gather assemble convoke receive urge bring sit seat host order""")
_PLACE_OF_TALKS = TALKS | words(
    "table office palace session mediation conciliation room hearing house home residence hall"
)


def summons(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The ministry summoned the union and the employers to a meeting"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    whom = things_of(verb)
    both = any(is_both(reader, t) for t in whom) or _are_two(whom)
    towards = prepositional(verb, "to", "for", "into", "at", "round", "around", "in", "on")
    table = any(t.lemma_.lower() in _PLACE_OF_TALKS or t.pos_ == "PROPN" for t in towards)
    who = doer(verb)
    if not both or not table or who is None:
        return
    called = {party for t in whom for party in reader.sides(t)}
    for source in reader.people(who):
        if source not in called and (
            len(called) > 1 or is_over_sides(who) or not reader.is_side(source)
        ):
            yield said_in_clause("mediates", source, None, verb)


def _are_two(whom: list[Token]) -> bool:
    """As in "the union and the employers"."""
    return len(whom) == 2 and all(t.pos_ in NOMINAL for t in whom)  # noqa: PLR2004 - two sides


_DRAFTS = nouns("plans") | words("settlement accord truce ceasefire deal agreement")
_DRAFTING = words("""
    draw put propose devise float table draft suggest negotiate work write hammer thrash present
    submit design craft sketch tender advance""")


def drafted(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "a road map drawn up by A", "a compromise put forward by A": by no side."""
    if verb.tag_ != "VBN" or verb.head.lemma_.lower() not in _DRAFTS or reality(verb) == NEGATED:
        return
    who = doer(verb)
    if who is None:
        return
    own = verb.head.lemma_.lower() in {"compromise", "formula", "truce", "ceasefire"}
    for source in reader.people(who):
        if reader.is_third(source) or is_over_sides(who) or (own and not reader.is_side(source)):
            yield said_in_phrase("mediates", source, None, verb.head)


WAYS = (
    Way(through, places=frozenset({"pobj"})),
    Way(with_its_help, lemmas=_HELP, places=frozenset({"pobj"})),
    Way(is_trusted, lemmas=_ENTRUSTING),
    Way(as_go_between, lemmas=GO_BETWEEN, places=frozenset({"pobj"})),
    Way(office, lemmas=GO_BETWEEN - {"chair", "referee", "umpire", "moderator"}),
    Way(summons, lemmas=_SUMMONING),
    Way(drafted, lemmas=_DRAFTING, places=frozenset({"acl"})),
)
