"""Conditions told by turning the clause about: "should they attack", "were it to pay"."""

from __future__ import annotations

from detente.reading.parsed import Doc, Token
from detente.reading.syntax import FINITE, SUBJECTS
from detente.reading.wording import DASHES, words

_OPENING_NOUN = frozenset({"DT", "NNP", "NNPS", "PRP", "PRP$", "NNS", "JJ", "NN", "CD"})
CLAUSE = 14  # words of a clause, about
_BREAKS = frozenset({",", ";", ":", *DASHES, '"', "“", "and"})
_VERBS = frozenset({"VB", "VBN", "VBD", "TO"})


def were(doc: Doc, at: int, _start: int) -> bool:
    """Whether "were" opens a condition: "were it to happen", "dropped were the nets returned".

    >>> from detente.reading.page import phrase
    >>> fished = phrase("It would be dropped were the nets returned. The nets were returned.")
    >>> [were(fished, token.i, 0) for token in fished if token.text == "were"]
    [True, False]
    """
    return _inverted(doc, at) or _is_after_promise(doc, at)


def should(doc: Doc, at: int, _start: int) -> bool:
    """Whether "should" opens a condition: "should they attack", "would end should they pay".

    >>> from detente.reading.page import phrase
    >>> told = phrase("It would end should Sudmark pay. They said that the port should close.")
    >>> [should(told, token.i, 0) for token in told if token.text == "should"]
    [True, False]
    """
    own = _is_set_off(doc, at) or not _has_own(doc, at)
    return _inverted(doc, at) or (_is_after_promise(doc, at) and own)


def had(doc: Doc, at: int, _start: int) -> bool:
    """Whether "had" opens a condition: "would hire others had the posts not been filled".

    >>> from detente.reading.page import phrase
    >>> told = phrase("It would leave, it said, had Sudmark not paid. It said that it had a plan.")
    >>> [had(told, token.i, 0) for token in told if token.text == "had"]
    [True, False]
    """
    if _opens_with_noun(doc, at):
        return True
    rest = doc[at + 1 : min(at + CLAUSE, doc[at].sent.end)]
    opening = rest[0] if len(rest) else doc[at]
    done = next((t for t in rest if _is_participle(t) or t.is_punct), None)
    if opening.tag_ not in _OPENING_NOUN or done is None or done.is_punct or done.i < at + 2:
        return False
    if any(
        t.tag_ in FINITE or t.lower_ in {"to", "that", "which", "who"} for t in doc[at + 1 : done.i]
    ):
        return False
    apart = doc[at - 1].text in {",", *DASHES}
    turned = apart or any(t.lower_ in {"not", "been", "n't"} for t in doc[at + 1 : done.i + 1])
    turned = turned or _is_after_unreal(doc, at)
    said = [
        t for t in doc[doc[at].sent.start : at] if t.lower_ in _AHEAD or t.lemma_ in _UNDERTAKING
    ]
    by_the_way = said and said[-1].head.dep_ == "relcl"
    return bool(said) and not by_the_way and turned and doc[at - 1].pos_ not in {"PRON", "PROPN"}


def _is_participle(verb: Token) -> bool:
    return verb.tag_ in {"VBN", "VBD"} or (verb.tag_ == "VB" and verb.lower_ in _UNCHANGED)


_UNCHANGED = words("put cut set let come run become hit shut quit cost spread")


def _is_after_unreal(doc: Doc, at: int) -> bool:
    """As in "could have accepted an even split had the league dropped the cap"."""
    before = doc[doc[at].sent.start : at]
    missed = any(t.lower_ in {"have", "'ve"} and t.nbor(-1).lower_ in _AHEAD_NOT for t in before)
    return missed and doc[at].head != doc[at - 1] and doc[at - 1].dep_ not in SUBJECTS


def _has_own(doc: Doc, at: int) -> bool:
    """Whether what it is told of stands before it: "said that the port should close"."""
    before = doc[at - 1]
    verb = before.head
    return before.dep_ in SUBJECTS or not (before.pos_ in _GIVEN and verb.i < before.i)


_GIVEN = frozenset({"NOUN", "PROPN", "ADV", "ADP", "PRON", "VERB", "NUM", "ADJ"})


def _is_after_promise(doc: Doc, at: int) -> bool:
    """As in "would be dropped were the nets returned": without a mark before it."""
    noun = doc[min(at + 1, len(doc) - 1)]
    misread = noun.tag_ == "VB" and doc[min(at + 2, len(doc) - 1)].tag_ == "VB"  # "work start"
    if noun.tag_ not in _OPENING_NOUN and not misread:
        return False
    clause = doc[max(doc[at].sent.start, at - CLAUSE) : at]
    if _is_set_off(doc, at):
        return True
    breaks = [t.i for t in clause if t.text in _BREAKS or t.lower_ in {"that", "which", "who"}]
    would = [t.i for t in clause if t.lower_ in _AHEAD or t.lemma_ in _UNDERTAKING]
    if not would or (breaks and breaks[-1] > would[-1]):
        return False
    after = doc[at + 2 : min(at + CLAUSE, doc[at].sent.end)]
    verb = next((t for t in after if t.tag_ in _VERBS or t.pos_ == "VERB"), None)
    return verb is not None and not any(t.text in _BREAKS for t in doc[at : verb.i])


def _is_set_off(doc: Doc, at: int) -> bool:
    """As in "would gladly come, he said, were the sale called off", after a comma.

    Not so "on the table, he said, were plans to extend it": what stands before is no promise.
    """
    sentence = doc[at].sent
    said = [t for t in doc[sentence.start : at] if t.lower_ in _AHEAD - {"will"}]
    if not said or doc[at - 1].text not in {",", *DASHES}:
        return False
    rest = doc[at + 1 : min(at + CLAUSE, sentence.end)]
    done = next((t for t in rest if t.tag_ in _VERBS or t.is_punct or t.tag_ in FINITE), None)
    if done is None or done.i < at + 2 or done.tag_ not in {"VB", "VBN", "VBD", "TO"}:
        return False
    planned = done.nbor(-1).lemma_.lower() in _MEANT
    return not (planned or said[-1].head.dep_ == "relcl")


_MEANT = words(
    "plan proposal idea demand call call-up step measure effort attempt offer threat bid way"
)
_AHEAD = frozenset({"would", "could", "might", "'d", "will"})
_AHEAD_NOT = _AHEAD | {"not", "n't", "never", "have"}
_UNDERTAKING = words("threaten promise pledge vow offer agree")


def _inverted(doc: Doc, at: int) -> bool:
    """As in "were it to happen", "should they attack": the subject stands after."""
    verb = verb_turned(doc[at])
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS | {"expl"}]
    before = doc[at - 1].text if at else ""
    opens = doc[at].text[0].isupper() or doc[at].lower_ == "should" or before in _BREAKS
    aimed = any(t.tag_ == "VB" and t.nbor(-1).lower_ == "to" for t in doc[at + 2 : at + 8])
    if doc[at].lower_ in {"should", "were"} and _opens_with_noun(doc, at):
        return True
    if doc[at].lower_ == "were" and aimed and doc[at].dep_ in {"ccomp", "advcl"}:
        return not any(place < at for place in subjects)  # not "leaks were to blame"
    return opens and any(place > at for place in subjects) and all(p > at for p in subjects)


def _opens_with_noun(doc: Doc, at: int) -> bool:
    """As in "Should Sudmark apologise, it would": whatever the parser made of "apologise"."""
    rest = doc[at + 1 : doc[at].sent.end]
    comma = next((t.i for t in rest if t.text == ","), None)
    first = at == doc[at].sent.start or (doc[at - 1].is_quote and at - 1 == doc[at].sent.start)
    named = first and len(rest) and rest[0].tag_ in _OPENING_NOUN
    if comma is None or not named or rest[-1].text == "?":
        return False
    return any(t.lower_ in {"would", "will", "could"} for t in doc[comma : doc[at].sent.end])


def verb_turned(opening: Token) -> Token:
    """The verb of the clause that is turned about: "reached" of "Should no deal be reached"."""
    return opening.head if opening.dep_ in {"aux", "auxpass"} else opening
