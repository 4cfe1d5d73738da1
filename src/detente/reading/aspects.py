"""How a verb tells what is done: as over, as nearly done, as forced, in a cleft."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.wording import words


def is_perfect(verb: Token) -> bool:
    """As in "who has been shuttling between them", "had sailed".

    >>> from detente.reading.page import phrase
    >>> is_perfect(phrase("Norland had sailed.")[2]), is_perfect(phrase("Norland had boats.")[1])
    (True, False)
    """
    return any(child.dep_ == "aux" and child.lower_ in _HAVING for child in verb.children)


_HAVING = frozenset({"has", "have", "had", "'ve", "’ve"})


def is_pluperfect(verb: Token) -> bool:
    """As in "had sailed": before what else is told.

    >>> from detente.reading.page import phrase
    >>> [is_pluperfect(phrase(text)[2]) for text in ("They had sailed.", "They have sailed.")]
    [True, False]
    """
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def is_cleft(verb: Token) -> bool:
    """As in "It was A that left first", "It was in Geneva that they signed".

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> doc = build(Document("d1", text="It was in Geneva that they signed the text.")).doc
    >>> is_cleft(doc[6])
    True
    """
    be = verb.head
    if be.lemma_ == "be" and verb.tag_ == "VBD" and any(c.dep_ == "attr" for c in be.children):
        return True
    if be.lemma_ != "be" or be.i > verb.i or not any(c.lower_ == "it" for c in be.children):
        return False
    said = any(c.dep_ in {"acomp", "attr", "oprd"} for c in be.children)
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return marked and not said and any(c.dep_ in {"advmod", "prep"} for c in be.children)


def is_nearly(verb: Token) -> bool:
    """As in "had all but buried the quarrel", "almost signed".

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> doc = build(Document("d1", text="Norway almost signed the treaty.", language="en")).doc
    >>> is_nearly(doc[2])
    True
    """
    for child in verb.children:
        if child.i < verb.i and child.lower_ in {"almost", "nearly"} and child.dep_ == "advmod":
            return True
    return verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all"


def is_forced(verb: Token) -> bool:
    """As in "had to halt production", "was forced to close it": so it did; not "said A had to".

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> doc = build(Document("d1", text="Norway had to shut the port.", language="en")).doc
    >>> is_forced(doc[1])
    True
    """
    before = verb.doc[verb.sent.start : verb.i]
    if _is_after(verb):
        return True
    if verb.dep_ not in {"ROOT", "conj"} or any(t.lower_ in _SUPPOSING for t in before):
        return False
    whom = any(child.dep_ == "dobj" for child in verb.children)
    if whom and verb.tag_ == "VBD" and verb.lemma_ in _CAUSING | _FORCING:
        return True  # "led Norway to shut the port"
    passive = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)
    return (verb.lemma_ == "have" and verb.tag_ == "VBD") or (passive and verb.lemma_ in _FORCING)


def _is_after(verb: Token) -> bool:
    """As in "A drilled, prompting B to recall its envoy", "a raid which prompted B to leave"."""
    whom = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    ing = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.tag_ == "VBD"
    which = verb.dep_ in {"relcl", "conj"} and verb.tag_ == "VBD"
    return whom and (ing or which) and verb.lemma_ in _PROMPTING


_PROMPTING = words("prompt lead cause force oblige compel")
_FORCING = words("force oblige compel")
_CAUSING = words("lead prompt cause drive push induce get bring provoke")
_SUPPOSING = frozenset({":", "if", "once", "unless", "until", "before"})
# Verbs whose past is as their base: the tagger takes one for the other.
UNCHANGED = words("put set cut hit shut let quit split cast spread bid burst hurt cost beat upset")
