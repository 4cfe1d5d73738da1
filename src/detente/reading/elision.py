"""Of whom a sentence without a subject tells: "Norland. Wants a treaty", as notes have it."""

from __future__ import annotations

from detente.reading.parsed import Span, Token

_TENSED = frozenset({"VBZ", "VBD"})
_HELPERS = frozenset({"will", "would", "has", "is", "does", "cannot", "can", "could", "may", "wo"})
_LIGHT = frozenset({"ADV", "PART", "AUX"})
_NAMING = frozenset({"PROPN", "NOUN"})
_SHORT = 7  # words of what names them: "And the city?", "2. The growers."
_FAR = 8  # sentences back


def understood(verb: Token) -> Token | None:
    """Who it is said of, where the verb opens its sentence: the label before it.

    Examples
    --------
    >>> from detente.reading.page import phrase
    >>> doc = phrase("The two quarrel. Norland. Wants a binding treaty. Also denies the debt.")
    >>> [understood(token).text for token in doc if token.lower_ in {"wants", "denies"}]
    ['Norland', 'Norland']
    >>> understood(phrase("Open the gate.")[0]) is None
    True
    """
    sentence = verb.sent
    if not _opens(verb, sentence):
        return None
    for _ in range(_FAR):
        if not sentence.start:
            return None
        before = sentence.doc[sentence.start - 1].sent
        listed = not any(token.is_alpha for token in before)  # the "-" of a list
        if listed and before.start:
            before = before.doc[before.start - 1].sent
        if _is_label(before):
            return _named(before)
        parted = sentence.doc[sentence.start - 1].text if not listed else before[-1].text
        if _NO_MORE[listed] in parted or not (listed or _opens(before.root, before)):
            return None
        sentence = before
    return None


_NO_MORE = {True: "\n\n", False: "\n"}  # what ends a list, and what a note


def _opens(verb: Token, sentence: Span) -> bool:
    """Whether nothing but helpers and adverbs stands before a verb in its sentence."""
    if verb.head != verb or verb.pos_ not in {"VERB", "AUX"}:
        return False
    before = [t for t in sentence.doc[sentence.start : verb.i] if not (t.is_punct or t.is_space)]
    helped = any(t.lower_ in _HELPERS for t in before)
    return (verb.tag_ in _TENSED or helped) and all(t.pos_ in _LIGHT for t in before)


def _is_label(sentence: Span) -> bool:
    """As "Norland.", "And the city?", "2. The growers.": a name, and no verb."""
    inside = [t for t in sentence if t.is_alpha]
    told = any(t.pos_ in {"VERB", "AUX"} for t in inside)
    return 0 < len(inside) <= _SHORT and not told and _named(sentence) is not None


def _named(sentence: Span) -> Token | None:
    """The head of the last name or noun in it that stands by itself."""
    alone = (t for t in reversed(list(sentence)) if t.pos_ in _NAMING)
    return next((t for t in alone if t.dep_ not in {"compound", "pobj", "poss"}), None)
