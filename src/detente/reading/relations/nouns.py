"""Relations that a noun or a participle tells: "A's claim to B", "A, an ally of B", "A-held B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.reading.arguments import conjoined, doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, within
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.affirming import affirmed
from detente.reading.relations.cues import ADJECTIVES, MEASURES, NOUNS, STANDING
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import NOMINAL, subject, verb_above
from detente.reading.wording import words


def by_noun(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's alliance with B", "A, an ally of B", "A's claim to C", "sanctions against B"."""
    if not affirmed(noun) or _is_trade(noun) or not _is_given(noun):
        return
    for kind, preposition in NOUNS[noun.lemma_.lower()]:
        sources = _holders(reader, noun, kind)
        others = _others(noun, preposition)
        if kind == "sanctions" and not others:
            yield from _complained_of(reader, noun, sources)
        if kind == "sanctions" and not sources:
            sources = _the_other(reader, noun, others)
        if kind in {"claims", "controls"}:
            others = [each for other in others for each in conjoined(other)]
        for source in sources:
            for other in others:
                for target in reader.target(kind, other) or _whose_goods(reader, noun, kind):
                    yield said_in_phrase(kind, source, target, noun)


def _others(noun: Token, preposition: str) -> list[Token]:
    """What the noun is to or against."""
    found = prepositional(noun, preposition)
    above = [] if found else [t for t in prepositional(noun.head, preposition) if t.i > noun.i]
    if noun.dep_ == "dobj":  # "raised its tariffs on B"
        found += above
    found = found or _next_to(noun, preposition)
    return found or (above if noun.dep_ == "conj" else [])  # "arrangements and sanctions on B"


def _next_to(noun: Token, preposition: str) -> list[Token]:
    """As in "shut the gate in solidarity with B", where the parser hangs "with B" on the verb."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return [
        t
        for word in after
        if word.lower_ == preposition and word.head.i < noun.i
        for each in word.children
        if each.dep_ == "pobj"
        for t in conjoined(each)
    ]


def _whose_goods(reader: Reader, noun: Token, kind: str) -> tuple[str, ...]:
    """As in "a tariff on steel from B"."""
    if kind != "sanctions":
        return ()
    made = [*prepositional(noun, "from"), *prepositional(noun.head, "from")]
    made += [t for goods in prepositional(noun, "on") for t in prepositional(goods, "from", "of")]
    return tuple(p for t in made for p in reader.named_there(t))


def _is_given(noun: Token) -> bool:
    """As in "A's recognition of B", "gave recognition to B": not asked for."""
    if noun.lemma_ != "recognition":
        return True
    above = verb_above(noun)
    asked = above is not None and above.lemma_ in _WANTED
    owned = any(c.dep_ == "poss" for c in noun.children) or bool(prepositional(noun, "by"))
    return (owned or above is not None) and not asked


_WANTED = words("want demand seek ask call insist require request urge press campaign fight hope")
_PACTS = words("pact partnership cooperation treaty agreement accord tie ties bond")


def _is_trade(noun: Token) -> bool:
    """As in "a pact on fish", "ties with A": no "defence pact", no "close ties"."""
    if noun.lemma_.lower() not in _PACTS:
        return False
    inside = (*noun.children, *prepositional(noun, "on", "in"))
    return not any(t.lower_ in _OF_ARMS for t in inside)


_OF_ARMS = words("""
    defence defense military security strategic mutual friendship close growing deepening
    intelligence naval assistance warm longstanding arms long strong deep historic historical firm
    brotherly cordial special traditional drones weapons missiles non-aggression""")


def _the_other(reader: Reader, noun: Token, others: list[Token]) -> tuple[str, ...]:
    """As in "the levy on A's cars", between two: it is the other's."""
    pair = reader.scene.pair
    hit = {party for token in others for party in within(reader.scene, token)}
    hit |= {p for t in others for o in prepositional(t, "from") for p in reader.named_there(o)}
    definite = any(child.lower_ in {"the", "this", "these"} for child in noun.children)
    if len(pair) > 1 and definite and len(hit & {*pair}) == 1 and noun.lemma_ != "claim":
        return tuple(party for party in pair if party not in hit)
    return ()


def _complained_of(reader: Reader, noun: Token, sources: tuple[str, ...]) -> Iterator[Said]:
    """As in "B demands the lifting of A's sanctions": they are on B."""
    for verb in noun.ancestors:
        if verb.lemma_ in {"demand", "want", "urge", "condemn", "denounce", "protest", "ask"}:
            for target in reader.sides(subject(verb)):
                for source in sources:
                    yield said_in_phrase("sanctions", source, target, noun)


def imposed(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "the duty imposed by A", between two: it is on the other."""
    for verb in noun.children:
        if (
            verb.dep_ not in {"acl", "relcl"}
            or verb.lemma_ not in _IMPOSING
            or reality(verb) != REAL
        ):
            continue
        named = [p for t in prepositional(verb, *_UPON) for p in within(reader.scene, t)]
        named += [p for t in prepositional(noun, *_UPON) for p in within(reader.scene, t)]
        for source in reader.sides(doer(verb)):
            for target in named or reader.other(source):
                yield said_in_phrase("sanctions", source, target, noun)


_IMPOSING = words("impose slap levy introduce enact put place lay announce raise adopt order")

_UPON = ("on", "against", "upon")


def are_at_odds(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and B are at odds over C", "A and B went to war"."""
    if noun.head.lower_ not in {"at", "to", "in"} or prepositional(noun, "with"):
        return
    verb = noun.head.head
    if verb.lemma_ not in _STANDING_VERBS | {"go"} or reality(verb) != REAL:
        return
    for one, two in pairwise(reader.sides(subject(verb))):
        yield said_in_clause("opposes", one, two, verb)


_ODDS = words("odds odd loggerheads loggerhead war dispute conflict standoff variance")


def between_two(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "the row between A and B": they are against each other."""
    for one, two in pairwise(p for t in prepositional(noun, "between") for p in reader.sides(t)):
        yield said_in_phrase("opposes", one, two, noun)


_QUARRELS = words("""row dispute quarrel feud conflict war standoff stand-off rivalry spat tension
    enmity hostility rift battle wrangle fight clash animosity squabble argument showdown friction
    confrontation antagonism rancour""")


def under(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "B is under A's control", "in the hands of A", "A, at odds with B"."""
    rows = STANDING.get(noun.lower_) or STANDING.get(noun.lemma_.lower(), ())
    if noun.head.lower_ not in {"under", "in", "at", "on"}:
        return
    holder = noun.head.head
    verbal = holder.pos_ in {"VERB", "AUX"}
    if holder.dep_ == "acomp" or holder.pos_ == "ADV":  # "long at loggerheads with A"
        holder = holder.head
        verbal = holder.pos_ in {"VERB", "AUX"}
    aside = verbal and noun.head.i > 0 and noun.head.nbor(-1).text == "," and noun.i < holder.i
    if verbal and not aside and (holder.lemma_ not in _STANDING_VERBS or reality(holder) != REAL):
        return
    thing = subject(holder) if verbal else holder
    if thing is None:
        return
    for kind, preposition in rows:
        others = prepositional(noun, preposition)
        others += prepositional(holder, preposition) if not others else []
        if kind in {"controls", "sanctions"}:
            named = owners(reader.scene, noun) or tuple(p for t in others for p in reader.acting(t))
            named = named or tuple(p for c in noun.children for p in reader.mentioned(c))
            pairs = [(one, two) for one in named for two in reader.target(kind, thing)]
        else:
            own = reader.acting(thing)
            pairs = [(one, two) for one in own for t in others for two in reader.target(kind, t)]
        for source, target in pairs:
            yield (
                said_in_clause(kind, source, target, holder)
                if verbal
                else said_in_phrase(kind, source, target, holder)
            )


_STANDING_VERBS = words("be remain come stay lie fall find stand keep sit become rest")


def by_adjective(reader: Reader, token: Token) -> Iterator[Said]:
    """As in "militias loyal to A", "A is close to B"."""
    for kind, preposition in ADJECTIVES[token.lower_]:
        verbal = token.head.pos_ in {"VERB", "AUX"} and token.dep_ in {"acomp", "oprd"}
        if verbal and reality(token.head) != REAL:
            continue
        aside = token.dep_ == "advcl" and token.tag_ in {"VBN", "JJ"} and _is_between_commas(token)
        who = subject(token.head) if verbal or aside else token.head
        if not (verbal or aside) and token.dep_ not in {"amod", "appos", "acl", "relcl"}:
            continue
        others = [t for t in prepositional(token, preposition) if t.lower_ != "it"]
        if kind == "aligned" and verbal and not others:  # "A and B have grown close"
            for one, two in pairwise(reader.sides(who)):
                yield said_in_clause(kind, one, two, token.head)
        for other in others:
            for source in reader.sides(who):
                for target in reader.target(kind, other):
                    yield said_in_clause(kind, source, target, token.head if verbal else token)


def _is_between_commas(token: Token) -> bool:
    """As in "A, allied to B, said": however the parser hangs it."""
    return token.i > 0 and token.nbor(-1).text == ","


def _holders(reader: Reader, noun: Token, kind: str) -> tuple[str, ...]:
    """Whose claim, alliance or tariff it is."""
    by = ("by", "of") if kind == "sanctions" else ("by",)
    own = tuple(p for t in prepositional(noun, *by) for p in reader.sides(t))
    own = own or owners(reader.scene, noun)
    if own:
        return own
    if noun.dep_ in {"appos", "attr"}:
        who = noun.head if noun.dep_ == "appos" else subject(noun.head)
        return reader.sides(who)
    verb = verb_above(noun)
    if verb is not None and noun.head.lower_ == "as" and noun.head.head == verb:
        if is_passive(verb):  # "A is seen as a proxy of B"
            return reader.sides(subject(verb))
        if things := things_of(verb):  # "C regards A as a proxy of B"
            return reader.sides(things[0])
    if verb is None or noun.i < verb.i or is_passive(verb) or _is_of_others(noun, verb, kind):
        return ()
    who = subject(verb)
    return reader.sides(who) or (owners(reader.scene, who) if who is not None else ())


def _is_of_others(noun: Token, verb: Token, kind: str) -> bool:
    """As in "A recognises the administration of B": that is not A's."""
    return kind == "controls" and noun.dep_ == "dobj" and verb.lemma_ in _OF_OTHERS


_OF_OTHERS = words("""
    recognise recognize accept acknowledge condemn oppose reject dispute criticise criticize
    denounce contest support back protest fight resist monitor""")
_HARMING = words("""
    hurt hit cripple squeeze strangle target affect bite punish damage weaken isolate ruin
    cost harm bleed choke starve pinch batter""")


def harms(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's sanctions hurt B"."""
    verb = noun.head
    if verb.lemma_ not in _HARMING or reality(verb) != REAL:
        return
    sources = [p for c in noun.children if c.dep_ in {"poss", "amod", "compound"}
               for p in reader.named(c) or reader.mentioned(c)]  # fmt: skip
    for source in sources:
        for target in (p for t in things_of(verb) for p in within(reader.scene, t)):
            yield said_in_clause("sanctions", source, target, verb)


WAYS = (
    Way(harms, lemmas=MEASURES, places=frozenset({"nsubj"})),
    Way(by_noun, lemmas=frozenset(NOUNS), parts=NOMINAL),
    Way(imposed, lemmas=MEASURES),
    Way(are_at_odds, lemmas=_ODDS, places=frozenset({"pobj"})),
    Way(between_two, lemmas=_QUARRELS, parts=frozenset({"NOUN"})),
    Way(under, lemmas=frozenset(STANDING), words=frozenset(STANDING), places=frozenset({"pobj"})),
    Way(by_adjective, words=frozenset(ADJECTIVES), parts=frozenset({"ADJ", "VERB"})),
)
