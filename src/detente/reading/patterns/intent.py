"""What somebody says that it will do, or goes on doing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues

KIND = "intent"

EXAMPLES = (
    Example("Norland vowed to go on inspecting Sudmark's trawlers.", "norland"),
    Example("Sudmark said that it would build the dam.", "sudmark"),
    Example("Sudmark is committed to finishing the wall, Norland says.", "sudmark"),
    Example("Norland pledged to defend its fishermen against Sudmark.", "norland"),
)
COUNTER_EXAMPLES = (
    "Norland plans were found in Sudmark.",
    "Norland did not promise to help Sudmark.",
)

_HOLDING_ON = frozenset({"persist in", "stand by", "cling to", "stick to", "adhere to"})
_VERBS = frozenset(
    {"vow", "pledge", "promise", "plan", "intend", "commit", "undertake", "resolve", "swear",
     "continue", "keep", "determine", "decide", "aim", "commit to", *_HOLDING_ON}
)  # fmt: skip
_RESOLVED = frozenset({"determined", "committed", "resolved", "set", "bound"})
_INERT = frozenset({"be", "have", "need", "seem", "mean", "cost", "depend", "require", "like",
                    "love", "see", "know", "prefer", "want"})  # fmt: skip


def find(telling: Telling) -> Iterator[Finding]:
    """All intentions."""
    yield from cues.framed(telling, KIND)
    for verb, key in cues.verbs(telling, _VERBS):
        if not syntax.is_negated(verb) and _completed(verb, key):
            yield from cues.finding(telling, KIND, verb, confidence=0.75)
    for verb in cues.clauses(telling):
        if not cues.is_aside(telling, verb) and (_wills(telling, verb) or _is_resolved(verb)):
            yield from cues.finding(telling, KIND, verb, confidence=0.7)


def _completed(verb: Token, key: str) -> bool:
    if key in _HOLDING_ON:
        return True
    if key in {"continue", "keep", "decide", "aim"}:
        return key == "continue" and any(True for _ in syntax.children(verb, "xcomp"))
    if verb.dep_ == "amod":
        return False
    return any(True for _ in syntax.children(verb, "xcomp", "ccomp", "prep"))


def _wills(telling: Telling, verb: Token) -> bool:
    if syntax.modal(verb) not in {"will", "would", "shall"} or syntax.is_negated(verb):
        return False
    if verb.lemma_ in _INERT or verb.dep_ == "acl" or syntax.is_passive(verb):
        return False
    voice, doer = telling.voice(verb), telling.holder(verb)
    return bool(doer) and bool(set(doer) & set(voice.holder))


def _is_resolved(verb: Token) -> bool:
    return (
        verb.lemma_ in {"be", "remain"}
        and not syntax.is_negated(verb)
        and any(
            child.lower_ in _RESOLVED and any(True for _ in syntax.children(child, "xcomp", "prep"))
            for child in syntax.children(verb, "acomp")
        )
    )
