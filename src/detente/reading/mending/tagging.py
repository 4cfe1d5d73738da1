"""Words whose tag alone is set right: names taken for nouns, pasts for stems, a helped verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def spell_out(tokens: Sequence[Token], office: Token) -> None:
    """Take "CS" and "PS" behind what they are for, before a name, for the secretaries they are.

    >>> from detente.reading.page import phrase
    >>> [t.lemma_ for t in phrase("Health CS Ana Berg met the CS Sfax players.") if t.text == "CS"]
    ['secretary', 'CS']
    """
    if office.text not in {"CS", "PS"} or not 0 < office.i < len(tokens) - 1:
        return
    remit, name = tokens[office.i - 1], tokens[office.i + 1]
    if remit.lower_ in _REMITS and remit.text.istitle() and name.text.istitle():
        office.lemma_ = "secretary"


_REMITS = frozenset(table("nouns")["departments"]["words"])


def help_verb(modal: Token) -> None:
    """Take for a verb what "will" stands before: "will talk", taken for a noun; "underpaid".

    >>> from detente.reading.page import phrase
    >>> [t.pos_ for t in phrase("The province has underpaid its nurses.") if t.text == "underpaid"]
    ['VERB']
    """
    if modal.lower_ == "underpaid" and modal.tag_ == "IN":
        modal.tag_, modal.pos_, modal.lemma_ = "VBD", "VERB", "underpay"
    if modal.tag_ == "MD" and modal.dep_ == "aux" and modal.head.tag_ == "NN":
        modal.head.tag_, modal.head.pos_ = "VB", "VERB"


def date(tokens: Sequence[Token], verb: Token) -> None:
    """Tell the past of a verb from its stem, where both may be written alike.

    >>> from detente.reading.page import phrase
    >>> [t.tag_ for t in phrase("Tavia foresaw it and retook the pass.") if t.pos_ == "VERB"]
    ['VBD', 'VBD']
    """
    same = verb.lower_ in _SAME_IN_PAST
    if verb.lower_ == "lay" and verb.tag_ == "VBD" and _has_claim(tokens, verb):
        verb.tag_, verb.lemma_ = "VBP", "lay"
    if verb.tag_ in {"VB", "VBP"} and (verb.lower_ in _PASTS or (same and _is_past(verb))):
        verb.tag_ = "VBD"
    elif same and verb.tag_ in {"VBD", "VBP"} and _is_asked(tokens, verb):
        verb.tag_ = "VB"


def _has_claim(tokens: Sequence[Token], lay: Token) -> bool:
    """As in "both lay claim to it": no past of "lie", which has no object.

    >>> from detente.reading.page import phrase
    >>> [t.lemma_ for t in phrase("Norland and Tavia both lay claim to it.") if t.lower_ == "lay"]
    ['lay']
    """
    after = tokens[lay.i + 1 : lay.right_edge.i + 1]
    return any(one.head is lay and one.dep_ == "dobj" for one in after)


def name(tokens: Sequence[Token]) -> None:
    """Take for a name everywhere what is one mostly: "Tavia" of "Tavia claims it", taken a noun.

    >>> from detente.reading.page import phrase
    >>> {t.tag_ for t in phrase("Tavia left. It was Tavia. Tavia claims it.") if t.text == "Tavia"}
    {'NNP'}
    """
    names, others = Counter[str](), Counter[str]()
    for token in tokens:
        text = token.text
        if not text[:1].isupper():
            others[text.capitalize()] += _MANY if text.islower() else 0
        elif token.tag_ == "NNP" and token.dep_ != "compound":
            names[text] += 1
        elif token.tag_ != "NNP":
            others[text] += 1
    for token in tokens:
        if token.tag_ not in _UNNAMED or token.text not in names or not _stands_alone(token):
            continue
        if names[token.text] >= others[token.text] and len(token.text) >= _LETTERS:
            token.tag_, token.pos_ = "NNP", "PROPN"


def open_sentence(token: Token) -> None:
    """Take for many of a sort, and no name, what only its sentence gives a capital.

    >>> from detente.reading.page import phrase
    >>> [phrase(text)[0].tag_ for text in ("Lecturers vowed it.", "Nurses Inc left.")]
    ['NNS', 'NNP']
    """
    if not token.is_sent_start or token.tag_ not in {"NNP", "NNPS"} or token.dep_ not in SUBJECTS:
        return
    if (one := _many().get(token.lower_)) is not None and token.text.istitle():
        token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", one


@cache
def _many() -> dict[str, str]:
    """The plural of each noun for one of a crowd."""
    regular = (noun for noun in table("nouns")["crowds"]["words"] if noun.isalpha())
    return {
        f"{noun.removesuffix('y')}ies" if noun[-1] == "y" and noun[-2] not in "aeiou"
        else f"{noun.removesuffix('man')}men" if noun.endswith("man")
        else f"{noun}s": noun
        for noun in regular
    }  # fmt: skip


def _stands_alone(token: Token) -> bool:
    """Whether it is no part of a longer name, and tells of no other noun."""
    joined = token.tag_ == "JJ" and token.dep_ in {"amod", "compound", "conj"}
    return not joined and token.dep_ not in {"nummod", "det"}


_UNNAMED = frozenset({"NN", "NNS", "JJ", "CD"})
_MANY = 99  # more than any name is named
_LETTERS = 4


_SAME_IN_PAST = words(
    "let put set cut shut hit quit split cast shed hurt spread burst bid beat thrust upset cost "
    "rid overset forecast broadcast offset bet"
)


_PASTS = words(  # never a stem, though the parser may know none of them
    "retook overtook undertook mistook overthrew withdrew redrew outdrew rewrote underwrote "
    "overran overrode outfought rebuilt resold rehung forbade forswore "
    "withstood foresaw oversaw outgrew"
)


def _is_past(verb: Token) -> bool:
    """As in "turned them into one, but let it lapse": no stem of a verb."""
    return verb.dep_ == "conj" and verb.head.tag_ == "VBD"


def _is_asked(tokens: Sequence[Token], verb: Token) -> bool:
    """As in "demands that Norland cut its quota": it is asked, and not done.

    >>> from detente.reading.page import phrase
    >>> [t.tag_ for t in phrase("Tavia demands that Norland cut its quota.") if t.lower_ == "cut"]
    ['VB']
    """
    above = verb.head
    if above.lemma_ not in _ASKING or verb.dep_ not in {"ccomp", "acl"}:
        return False
    return any(t.head is verb and t.lower_ == "that" for t in tokens[above.i : verb.i])


_ASKING = words("demand ask request urge require propose recommend proposal recommendation")
