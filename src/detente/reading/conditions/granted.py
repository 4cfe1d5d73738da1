"""What is granted or withheld on a condition, where the clause that it hangs on only leads to it.

The letting in "will not let them work until"; the waiting in "they have to wait until".
"""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.moods import is_promise
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.wording import words


def granted(main: Token, at: int) -> Token:
    """The clause that depends on a condition at a place after it, from the one that it hangs on.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Norland would not let them work until they paid.")
    >>> granted(doc[5], 6)
    let
    """
    while _is_let(main) or _is_kept(main) or _is_purpose(main):
        main = main.head
    main = _there_is_nothing(main) or _asked(main, at) or _held_out(main) or main
    return duty_of(main) or _promised_beside(main, at) or main


def _asked(main: Token, at: int) -> Token | None:
    """As "stay" of "has urged them to stay out until": what is asked, and not the asking."""
    inner = syntax.first(main, "xcomp", "ccomp") if main.lemma_ in _ASKING else None
    bare = inner is not None and inner.tag_ == "VB" and main.i < inner.i < at
    return inner if bare and main.dep_ != "amod" else None


_ASKING = words("ask urge tell order call press beg implore petition instruct")


def _held_out(main: Token) -> Token | None:
    """As "talk" of "an invitation to talk, made on condition that": what was held out."""
    bare = main.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in main.children)
    if not bare or main.lemma_ not in _MAKING:
        return None
    before = (t.head for t in main.doc[main.sent.start : main.i] if t.dep_ in {"aux", "prt"})
    return next((t for t in before if t.dep_ == "acl" and t.head.lemma_ in _HELD_OUT), None)


_MAKING = words("make extend issue give put send")
_HELD_OUT = words("invitation offer proposal promise pledge")


def duty_of(main: Token) -> Token | None:
    """As "wait" of "have to wait until"."""
    inner = syntax.first(main, "xcomp") if main.lemma_ == "have" else None
    return inner if inner is not None and syntax.modal(inner) == "must" else None


def _is_let(verb: Token) -> bool:
    """As "work" of "would not let them work until": what is granted is the letting."""
    bare = verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ == "VB" and verb.head.i < verb.i
    # "made clear that it will" lets nobody do anything
    own = any(child.dep_ == "mark" or child.tag_ == "MD" for child in verb.children)
    return bare and not own and verb.head.lemma_ in _LETTING and verb.head.pos_ == "VERB"


_LETTING = words("let allow permit have make help see")


def _is_kept(state: Token) -> bool:
    """As "closed" of "keep the road closed until": what is kept so."""
    bare = state.tag_ in {"VBN", "JJ"} and not any(
        True for _ in syntax.children(state, "aux", "auxpass")
    )
    return bare and state.dep_ in _STATES and state.head.lemma_ in {"keep", "leave", "hold"}


_STATES = frozenset({"advcl", "acomp", "oprd", "ccomp", "xcomp"})


def _is_purpose(verb: Token) -> bool:
    """As "discuss" of "will not meet them to discuss trade until": what is withheld is meeting."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VB"
        and syntax.first(verb, "mark", "nsubj") is None
        and verb.head.i < verb.i
        and is_negated(verb.head)
        and not is_negated(verb)
    )


def _there_is_nothing(verb: Token) -> Token | None:
    """As "is" over "discuss" of "there is nothing to discuss until": what is withheld is that."""
    noun = verb.head
    bare = verb.dep_ == "relcl" and verb.tag_ == "VB" and not syntax.modal(verb)
    if not bare or not any(c.lower_ == "to" for c in syntax.children(verb, "aux")):
        return None
    none = noun.lower_ in {"nothing", "none"} or any(c.lower_ == "no" for c in noun.lefts)
    being = noun.head.lemma_ in {"be", "have", "see"} and noun.dep_ in {"attr", "dobj"}
    return noun.head if none and being else None


def _promised_beside(main: Token, at: int) -> Token | None:
    """As "take" of "has fenced it off and will take the fence down if"."""
    done = main.pos_ == "VERB" and main.tag_ in {"VBN", "VBD"} and not syntax.modal(main)
    joined = (c for c in syntax.children(main, "conj") if main.i < c.i < at) if done else ()
    return next((c for c in joined if is_promise(c)), None)
