"""Which of the two wants what is backed: whoever "supports the extension" is with who wants it.

A thing is wanted by whose plan it is, by who builds, seeks or will not give it up; and where one of
the two fights it, by the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.reading.arguments import doer
from detente.reading.events.participants import owners, parties
from detente.reading.grammar import DEFINITE
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import verb_above
from detente.reading.wording import words

_FOR = words("""
    want plan build seek apply propose submit file develop operate start begin expand open back
    support favour favor defend promise launch pursue continue keep approve buy run need unveil
    champion promote finance design announce push press resume erect introduce application
    proposal permit bid decision impose adopt pass enact decree""")
_GIVEN_UP = words("give drop abandon scrap withdraw shelve halt stop cancel suspend cease end")
_AGAINST = words("""
    oppose object stop block fight reject sue challenge resist protest refuse ban halt scrap
    condemn objection campaign opposition petition lawsuit resistance complaint
    cancel dispute appeal""")
_OF_NOBODY = words("""
    talk deal agreement solution peace settlement compromise dialogue ceasefire truce resolution
    idea move accord pact treaty convention charter mediation arbitration
    negotiation end return process way side other one thing state government country law court
    step effort call""")
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass"})
_FAR = 4  # words up the tree from a thing to who is for it


def wanting(scene: Scene, noun: Token) -> tuple[str, ...]:
    """The one of the two that wants what a noun with an article names, if one does.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = (
    ...     "Halm Town Council fights the extension. Corvan Quarries applied for the extension. "
    ...     "Ana Berg backs the extension."
    ... )
    >>> scene = build(Document("d1", text=text))
    >>> wanting(scene, scene.doc[len(scene.doc) - 2])
    ('corvan_quarries',)
    """
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma in _OF_NOBODY or len(scene.pair) < 2:  # noqa: PLR2004 - two
        return ()
    if not any(child.lower_ in DEFINITE for child in noun.children) or owners(scene, noun):
        return ()
    return tuple(id_ for id_ in who_wants(scene, lemma) if id_ not in _own(scene, noun))


def who_wants(scene: Scene, lemma: str) -> tuple[str, ...]:
    """The one of the two that is told to want what a noun names, by all that is told of it."""
    if len(scene.pair) < 2:  # noqa: PLR2004 - two
        return ()
    known: dict[str, tuple[str, ...]] = scene.doc.memory.setdefault("wanting", {})
    if lemma not in known:
        known[lemma] = _weighed(scene, lemma)
    return known[lemma]


def _own(scene: Scene, noun: Token) -> set[str]:
    verb = verb_above(noun)
    return {*parties(scene, doer(verb))} if verb is not None else set()


def _weighed(scene: Scene, lemma: str) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for token in scene.nouns_by_lemma.get(lemma, ()):
        for party, much in _told(scene, token):
            counts[party] += much
    one, two = scene.pair
    if counts[one] == counts[two]:
        return ()
    return (one,) if counts[one] > counts[two] else (two,)


def _told(scene: Scene, thing: Token) -> Iterator[tuple[str, int]]:
    """Who of the two is told to be for it, and who against."""
    for party in owners(scene, thing):
        yield party, 2
    for clause in (c for c in thing.children if c.dep_ == "relcl" and c.lemma_ in _FOR):
        yield from ((party, 1) for party in parties(scene, doer(clause)))
    if thing.dep_ not in _OBJECTS:
        return
    for _, above in zip(range(_FAR), thing.ancestors, strict=False):
        lemma = above.lemma_.lower()
        if above.pos_ not in {"NOUN", "VERB"} or lemma not in _FOR | _AGAINST | _GIVEN_UP:
            continue
        if above.pos_ == "NOUN":
            who = owners(scene, above)
            much = -1 if lemma in _AGAINST else 1
        else:
            who = parties(scene, doer(above))
            much = 1 if lemma in _FOR | _GIVEN_UP and lemma not in _AGAINST else -1
            negative = any(child.dep_ == "neg" for child in above.children)
            much = -much if negative and lemma in _FOR else much
        if who:
            yield from ((party, much) for party in who)
            return
