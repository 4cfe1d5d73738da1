"""Events that a noun tells: "following the seizure of a trawler", "after a two-day walkout"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from detente.reading.arguments import noun_phrase, prepositional
from detente.reading.event_clauses import Dated
from detente.reading.event_cues import CAUSAL_HEADS, CAUSAL_WORDS, NOUN_CUES
from detente.reading.event_people import around
from detente.reading.event_told import Told
from detente.reading.event_words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.participants import once, parties, within
from detente.reading.scene import Scene
from detente.reading.wording import words

_UNREAL = words("no any possible planned future potential new further another fresh full next")
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_TOWARDS = ("of", "from", "on", "against", "in", "between", "with")


def by_noun(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """The events that the nouns of a sentence tell."""
    for noun in sentence:
        if noun.pos_ == "NOUN":
            for kind, things in NOUN_CUES.get(noun.lemma_.lower(), ()):
                if _is_of_things(noun, things):
                    told = _event(scene, noun, kind, dated)
                    if told is not None:
                        yield told
                    break


def _is_of_things(noun: Token, things: frozenset[str]) -> bool:
    if not things:
        return True
    compound = [child for child in noun.children if child.dep_ == "compound"]
    return any(is_of(t, things) for t in [*prepositional(noun, *_TOWARDS), *compound])


def _event(scene: Scene, noun: Token, kind: str, dated: Dated) -> Told | None:
    by = list(prepositional(noun, "by"))
    owner = [child for child in noun.children if child.dep_ in _OWNING]
    actor = once(p for t in [*by, *owner] for p in parties(scene, t))
    target = once(p for t in prepositional(noun, *_TOWARDS) for p in within(scene, t))
    inside = sorted({t.i for t in noun_phrase(noun)})
    date = next((phrase.value for token, phrase in dated if token.i in inside), None)
    if not (_causal(noun) or date or (by and actor)) or not _is_real(noun):
        return None
    if not (actor or target) and len(inside) > 2:  # noqa: PLR2004 - more than "the attacks"
        target = around(scene, noun)
    if not (actor or target):
        return None
    below = (t.i for child in noun.children if child.dep_ == "prep" for t in child.subtree)
    last = max([inside[-1], *below])
    return Told(
        kind, noun, inside[0], last, actor, tuple(t for t in target if t not in actor), date
    )


def _is_real(noun: Token) -> bool:
    if any(child.lower_ in _UNREAL for child in noun.children):
        return False
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is None or _causal(noun) or reality(verb) == REAL


def _causal(noun: Token) -> bool:
    """Whether the noun stands after "following", "in response to" and the like."""
    word = noun.head
    if word.lower_ in CAUSAL_WORDS:
        return True
    return word.lower_ in {"to", "for", "of", "at", "against"} and word.head.lower_ in CAUSAL_HEADS
