"""What somebody holds to be so, or to be its own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._who import has_a_stake
from detente.reading.syntax import words

KIND = "claim"

EXAMPLES = (
    Example("Sudmark considers the Skerries its own, Norland says.", "sudmark"),
    Example("Norland claims the islands that Sudmark holds.", "norland"),
    Example("Sudmark insists that the bay is part of its waters, and Norland is angry.", "sudmark"),
    Example("The law is on its side, Norland says.", "norland"),
)
COUNTER_EXAMPLES = (
    "The storm claimed two lives in Norland, near Sudmark.",
    "Norland has considered a visit to Sudmark.",
)

_HOLDING = frozenset({"consider", "regard", "view", "deem", "treat", "see"})
_CLAIMING = frozenset({"claim", "invoke"})
_SAYING = words(
    "say tell maintain argue contend insist assert hold believe claim stress emphasise "
    "emphasize declare reply state note point add complain explain write warn affirm retort "
    "fear think acknowledge admit concede confirm underline respond"
)
_OWN = frozenset({"own", "part", "territory", "sovereign", "inalienable", "inseparable", "settled",
                  "integral", "legitimate", "historic", "property", "right", "rights"})  # fmt: skip
_STANDS = frozenset({"position", "stance", "view", "argument", "line"})
_NOT_CLAIMED = frozenset({"life", "lives", "victory", "responsibility", "credit", "casualty"})


def find(telling: Telling) -> Iterator[Finding]:
    """All claims."""
    yield from cues.framed(telling, KIND, lambda verb, _: verb.lemma_ not in _CLAIMING)
    for verb, _ in cues.verbs(telling, _HOLDING | {"look upon", "look on"}):
        if not syntax.is_negated(verb) and _as_own(verb):
            yield from cues.finding(telling, KIND, verb)
    for verb, _ in cues.verbs(telling, _CLAIMING):
        given = syntax.first(verb, "dobj")
        relative = verb.dep_ == "relcl" and verb.tag_ != "VBN"
        if (given is not None and given.lemma_ not in _NOT_CLAIMED) or relative:
            yield from cues.finding(telling, KIND, verb)
    for verb in cues.clauses(telling):
        subject = telling.subject(verb)
        if verb.lemma_ == "be" and subject is not None and subject.lemma_ in _STANDS:
            yield from cues.finding(telling, KIND, verb, holder=telling.whose(subject))
    for verb in cues.clauses(telling):
        if not cues.is_aside(telling, verb) and _is_said(telling, verb):
            yield from cues.finding(
                telling, KIND, verb, holder=telling.voice(verb).holder, confidence=0.5
            )


def _as_own(verb: Token) -> bool:
    _start, end = syntax.extent(verb)
    return any(token.lower_ in _OWN for token in verb.doc[verb.i : end])


def _is_about(clause: Token) -> bool:
    """As in "explained why ...": no claim."""
    return any(
        child.tag_ in {"WRB", "WP", "WDT"} and child.dep_ != "mark" and child.i < clause.i
        for child in clause.children
    )


def _is_said(telling: Telling, verb: Token) -> bool:
    """A fact in the mouth of a party."""
    voice = telling.voice(verb)
    if (
        not any(has_a_stake(telling, party) for party in voice.holder)
        or voice.cue is None
        or syntax.modal(verb) in {"will", "would", "must"}
    ):
        return False
    cue = telling.doc[voice.cue]
    own = verb.dep_ in {"ccomp", "ROOT", "conj", "parataxis"} and not _is_about(verb)
    return (
        own
        and (cue.lemma_ in _SAYING or cue.pos_ != "VERB")
        and cue.i != verb.i
        and verb.lemma_ not in _SAYING
    )
