"""For which kind of event the words speak that tell it, whether or not a row of the tables fits.

What a clause is made of speaks for a kind: the kinds of the rows of its verb, the classes of what
acts, is acted on and stands beside. Each kind has its weights for such marks
(``data/kinds.csv``), those of a logistic regression; the kind that weighs most is it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from operator import itemgetter

from detente.reading.arguments import doer, is_passive, object_of, prepositional
from detente.reading.events.cues import CUES, NOUN_CUES, THINGS, VERB_OF
from detente.reading.events.frames import beside
from detente.reading.events.words import forms, own_words
from detente.reading.factuality import NEGATED, reality
from detente.reading.odds import odds
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import VERBAL
from detente.reading.tables import rows
from detente.reading.wording import words

KINDS = words("""negotiate halt agree no_agreement sanction coerce clash occupy withdraw decide
    mediate strike other""")
_MOST, _SOME = 0.6, 0.25  # of the rows of a verb
_SAYS = words("no not without never again still until since only both between separately")


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """What each mark says for each kind, in hundredths."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows("kinds"):
        for kind in KINDS:
            found[kind][row["mark"]] = float(row[kind] or 0)
    return found


def kind_of(said: Collection[str]) -> tuple[str, float]:
    """The kind for which these marks speak most, and how much, in hundredths.

    Examples
    --------
    >>> kind_of({"noun", "is DEAL"})[0]
    'agree'
    """
    return max(((kind, weight(kind, said)) for kind in sorted(KINDS)), key=itemgetter(1))


def weight(kind: str, said: Collection[str]) -> float:
    """How much these marks speak for a kind, in hundredths."""
    return odds(_weights()[kind], said)


def marks(scene: Scene, token: Token) -> frozenset[str]:
    """What can be said of the verb or the noun that tells an event, by the names of the weights."""
    return frozenset(_of_verb(scene, token) if token.pos_ in VERBAL else _of_noun(token))


def _of_verb(scene: Scene, verb: Token) -> Iterator[str]:
    cues = [cue for form in forms(verb) for cue in CUES.get(form, ())]
    for kind, count in Counter(cue.kind for cue in cues).items():
        share = count / len(cues)
        much = "most" if share >= _MOST else "some" if share >= _SOME else "few"
        yield f"{much} rows {kind}"
    near = beside(verb)
    yield from {f"phrase {cue.kind}" for cue in cues if cue.words and near.issuperset(cue.words)}
    yield from {f"bare {cue.kind}" for cue in cues if not cue.words}
    if is_passive(verb):
        yield "passive"
    if reality(verb) == NEGATED:
        yield "negated"
    by, thing = doer(verb), object_of(verb)
    yield from _of_part("does", by)
    yield from _of_part("done to", thing)
    for party in scene.refers(by) if by is not None else ():
        known = scene.by_id.get(party)
        yield f"by {known.type}" if known is not None else "by another"
    for token in own_words(verb):
        if token.lower_ in _SAYS:
            yield f"says {token.lower_}"
        if token.pos_ == "NOUN" and token is not by and token is not thing:
            yield from (f"beside {name}" for name in classes(token))


def _of_part(part: str, token: Token | None) -> Iterator[str]:
    if token is None:
        yield f"{part} nobody"
        return
    yield from (f"{part} {name}" for name in classes(token))
    yield from (f"{part} as {kind}" for kind in _kinds(token))


def _of_noun(noun: Token) -> Iterator[str]:
    yield "noun"
    yield from (f"is {name}" for name in classes(noun))
    yield from (f"is as {kind}" for kind in _kinds(noun))
    for token in prepositional(noun, "of", "on", "in", "between", "with", "over"):
        yield from (f"of {name}" for name in classes(token))
    verb = noun.head if noun.dep_ == "nsubj" else None
    for form in forms(verb) if verb is not None else ():
        yield from {f"whose verb {cue.kind}" for cue in CUES.get(form, ())}


def _kinds(noun: Token) -> frozenset[str]:
    """The kinds of a noun by the table, else by the verb that it is made of."""
    word = noun.lemma_.lower()
    own = frozenset(kind for kind, _ in NOUN_CUES.get(word, ()))
    verb = VERB_OF.get(word, "").partition("_")[0]
    return own or frozenset(cue.kind for cue in (CUES.get(verb, ()) if verb else ()))


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, nouns in THINGS.items():
        for noun in nouns:
            found[noun] = (*found.get(noun, ()), name)
    return found


def classes(noun: Token) -> tuple[str, ...]:
    """The classes of the table of events that a noun is of.

    >>> from detente.reading.page import phrase
    >>> classes(phrase("a truce")[1])
    ('DEAL',)
    """
    known = _classes()
    return known.get(noun.lemma_.lower()) or known.get(noun.lower_, ())
