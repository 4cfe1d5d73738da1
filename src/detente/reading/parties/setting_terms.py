"""Who sets terms, and to whom: "the villagers will not work until the state drops the decree".

Whoever says what he will do only if another acts is somebody with a will, however seldom the text
speaks of him.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.grammar import counting
from detente.reading.parsed import Token
from detente.reading.parties import terms
from detente.reading.saying import TOLD, is_plain
from detente.reading.syntax import NOMINAL, SUBJECTS
from detente.reading.wording import words

_THEY = frozenset({"they", "it"})


def sets_terms(head: Token) -> bool:
    """Whether the subject headed by a token says what it will do only if something comes about.

    >>> from detente.reading.page import phrase
    >>> texts = ("The villagers will not work until the decree is withdrawn.",
    ...          "Parents threatened to withdraw their children if the school stayed shut.",
    ...          "Campaigners said they would block the gates unless the work stopped.",
    ...          "Growers will sell once Norland pays.", "Ferries will sail if the wind drops.",
    ...          "The monks have shut the gate. They will not open it until the army leaves.",
    ...          "Traders had pitched tents and would not move until tea was freed.")
    >>> [sets_terms(next(t for t in phrase(text) if t.dep_ == "nsubj")) for text in texts]
    [True, True, True, True, False, True, True]
    """
    verb = head.head
    if (whole := counting(head)) is not head:
        return sets_terms(whole)
    if head.dep_ not in SUBJECTS or verb.pos_ not in {"VERB", "AUX"}:
        return False
    they = _taken_up(head, verb)
    if (they is not None and sets_terms(they)) or (head.dep_ == "nsubj" and _is_bound(verb)):
        return True
    return any(map(_waits, _deeds(head, verb)))


def _deeds(head: Token, verb: Token) -> Iterator[Token]:
    """What one is told to do: "pitched" and "move" of "pitched their tents and would not move"."""
    if head.dep_ != "nsubjpass":
        yield verb
    for other in verb.children:
        own = any(child.dep_ in SUBJECTS for child in other.children)
        joined = other.dep_ == "conj" and other.pos_ in {"VERB", "AUX"} and not own
        if joined and verb.dep_ in {"ROOT", "conj"}:
            yield from _deeds(other, other)


def _waits(verb: Token) -> bool:
    """Whether what one does, or says that one will do, has a condition."""
    marks = [mark for step in terms.steps(verb) for mark in terms.marks(step)]
    if terms.promises(verb) and any(map(terms.binds, marks)):
        return True
    ahead = terms.is_ahead(verb)
    if ahead and any(terms.waits_for_somebody(mark) or terms.is_bargain(mark) for mark in marks):
        return True
    return any(map(_waits_in_words, _said(verb)))


def _waits_in_words(clause: Token) -> bool:
    """As "they would not go back if one was sacked", of what somebody says."""
    able = any(child.lower_ in _ABLE for child in clause.children)
    promised = terms.promises(clause) or terms.is_ahead(clause) or able
    marks = (mark for step in terms.steps(clause) for mark in terms.marks(step))
    return _is_their_own(clause) and promised and any(True for _ in marks)


_ABLE = frozenset({"could", "might"})
_KNOWN = words("known plain clear understood")


def _said(verb: Token) -> Iterator[Token]:
    """What is said or resolved: also of "have served notice that they will not leave"."""
    if is_plain(verb) or verb.lemma_ in _RESOLVING:
        yield from (child for child in verb.children if child.dep_ == "ccomp")
    known = verb.subtree if verb.lemma_ in {"let", "make"} else ()
    for word in known:  # "have let it be known that", "made it plain that"
        if word.lower_ in _KNOWN:
            yield from (child for child in word.children if child.dep_ in {"ccomp", "advcl"})
    for noun in verb.children:
        if noun.dep_ == "dobj" and noun.lemma_ in TOLD:
            yield from (clause for clause in noun.children if clause.dep_ in {"acl", "ccomp"})


_RESOLVING = words("decide vote resolve agree")


def lays_down(head: Token) -> bool:
    """Whether people say what will not be done until another acts.

    >>> from detente.reading.page import phrase
    >>> texts = ("Worshippers say the bishop will get no key so long as the house is for sale.",
    ...          "Worshippers say the bishop will get his key.")
    >>> [lays_down(phrase(text)[0]) for text in texts]
    [True, False]
    """
    whole = counting(head)
    if whole.dep_ != "nsubj":
        return False
    they = _taken_up(whole, whole.head)
    deeds = [*_deeds(whole, whole.head), *((they.head,) if they is not None else ())]
    return any(_is_laid_down(clause) for verb in deeds for clause in _said(verb))


def _is_laid_down(clause: Token) -> bool:
    if any(child.lower_ in {"may", "can"} for child in clause.children):
        return any(mark.head.pos_ in {"VERB", "AUX"} for mark in terms.marks(clause))
    firm = [
        mark for mark in terms.marks(clause) if mark.lower_ in terms.FIRM or terms.is_as_long(mark)
    ]
    able = any(child.lower_ in {"could", "can"} for child in clause.children)
    before = [mark for mark in terms.marks(clause) if mark.lower_ == "before"]
    if able and before and terms.is_barred(clause):
        return True  # "insisted there could be no vote before compensation was agreed"
    if not firm or not terms.is_ahead(clause):
        return False
    barred = terms.is_barred(clause) and clause.lemma_ not in terms.OF_THINGS
    return barred or any(map(terms.waits_for_somebody, firm))


def _taken_up(head: Token, verb: Token) -> Token | None:
    """The "They" that begins the sentence after, of many that the sentence before is about.

    Or "Their committee", which says so for them; or of its own second half: "Drivers have logged
    off, and they will not go on until".
    """
    counted_off = any(child.dep_ == "nummod" for child in head.children)  # "Twenty women ..."
    if head.tag_ not in _PRONOUNS or counted_off:
        return None
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:
        return next((c for c in verb.head.lefts if _is_they(c) and c.nbor(-1).text == ";"), None)
    if verb.dep_ != "ROOT":
        return None
    halves = (half for half in verb.children if half.dep_ == "conj")
    they = next((c for half in halves for c in half.children if _is_they(c)), None)
    end = head.sent.end
    if they is not None or end >= len(head.doc):
        return they
    opening, pronouns = head.doc[end], _PRONOUNS[head.tag_]
    they = opening.head if opening.dep_ == "poss" else opening  # "Their committee said they"
    return they if opening.lower_ in pronouns and they.dep_ == "nsubj" else None


def _is_they(token: Token) -> bool:
    return token.lower_ == "they" and token.dep_ == "nsubj"


_PRONOUNS = {"NNS": frozenset({"they", "their"}), "NN": frozenset({"it", "its"})}


def would_act(head: Token) -> bool:
    """Whether it would do something to a thing if something else came about.

    >>> from detente.reading.page import phrase
    >>> texts = ("The board will end its boycott if the speaker resigns.",
    ...          "The board will end if the speaker resigns.")
    >>> [would_act(phrase(text)[1]) for text in texts]
    [True, False]
    """
    verb = head.head
    able = terms.is_ahead(verb) or any(child.lower_ in _ABLE for child in verb.children)
    ahead = head.dep_ == "nsubj" and verb.dep_ in {"ROOT", "ccomp"} and able
    does = ahead and any(child.dep_ == "dobj" for child in verb.children)
    return does and any(map(terms.binds, terms.marks(verb)))


def bars_unless(head: Token) -> bool:
    """Whether people will do something unless, or until, another acts.

    Of things that would be no will: "floods will return unless the government acts".

    >>> from detente.reading.page import phrase
    >>> texts = ("Pilots will walk out unless the airline pays.", "Pilots will walk out tonight.")
    >>> [bars_unless(phrase(text)[0]) for text in texts]
    [True, False]
    """
    they = _taken_up(head, head.head) if head.dep_ == "nsubj" else None
    if head.dep_ != "nsubj" or not terms.is_ahead(head.head):
        return they is not None and bars_unless(they)
    bars = (
        mark.head
        for step in terms.steps(head.head)
        for mark in terms.marks(step)
        if mark.lower_ in terms.FIRM
    )
    return any(c.dep_ in SUBJECTS and c.pos_ in NOMINAL for bar in bars for c in bar.children)


def sets_own_terms(name: Token) -> bool:
    """Whether a bare name says what it will do only if something comes about.

    >>> from detente.reading.page import phrase
    >>> texts = ("Norland will attend only if it is paid.", "Norland will end unless it is paid.")
    >>> [sets_own_terms(phrase(text)[0]) for text in texts]
    [True, False]
    """
    return name.pos_ == "PROPN" and name.head.lemma_ not in terms.OF_EVENTS and sets_terms(name)


def _is_bound(verb: Token) -> bool:
    """As in "have made their support contingent on a fund"."""
    made = verb.lemma_ == "make" and any(
        one.lower_ in _BOUND for child in verb.children if child.i > verb.i for one in child.subtree
    )
    return made and any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)


_BOUND = frozenset({"conditional", "contingent", "dependent"})


def _is_their_own(clause: Token) -> bool:
    return any(child.lower_ in _THEY for child in clause.children if child.dep_ in SUBJECTS)
