"""Crowds whose union, federation or committee speaks for them: "Canners ... Their federation says".

What their society says is theirs, where no society of that sort has a name of its own.
"""

from __future__ import annotations

from detente.reading.grammar import counting
from detente.reading.parsed import Token, remembered
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import wills
from detente.reading.parties.names import nouns
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

SOCIETIES = nouns("societies") | words("""
    co-operative chamber committee council forum society collective brotherhood coalition network
    body organisation organization campaign""")
_VOICES = words("""
    leader spokesman spokeswoman spokesperson representative lawyer delegate negotiator elder
    chairman chairwoman president secretary""")
_CONTRAST = frozenset({"although", "though", "while", "whereas", "but", "unlike"})
_NEAR = 40  # tokens from a crowd to what its society says


@remembered
def members(society: Token) -> Token | None:
    """The crowd whose a society is, of which no more is said than that it is theirs.

    >>> from detente.reading.page import phrase
    >>> texts = ("Canners live off it. Their federation wants more.",
    ...          "The smokers, who buy herring, are hurt: their guild opposes the ban.",
    ...          "Norland wants more. Its federation refused.")
    >>> of = ("federation", "guild", "federation")
    >>> tokens = [next(t for t in phrase(text) if t.text == noun) for text, noun in zip(texts, of)]
    >>> [members(token) for token in tokens]
    [Canners, smokers, None]
    """
    one = society.tag_ == "NN" and society.lemma_.casefold() in SOCIETIES
    return _before(society) if one and _is_theirs(society) else None


def _is_theirs(noun: Token) -> bool:
    return any(child.lower_ == "their" and child.dep_ == "poss" for child in noun.lefts)


def _before(society: Token) -> Token | None:
    """The crowd that "their" before a noun means."""
    start, doc = society.sent.start, society.doc
    if any(token.lower_ in _CONTRAST for token in doc[start : society.i]):
        return None  # "Teachers stand by the parents, although their union does not"
    for part in (doc[start : society.i], doc[start - 1].sent if start else doc[0:0]):
        people = [token for token in part if _is_many(token)]
        acting = [token for token in people if counting(token).dep_ in SUBJECTS]
        free = [token for token in acting if counting(token).head.dep_ != "advcl"]
        if people:  # "Dockers could strike unless the employers drop the plan, their union said"
            return (free or acting or people)[-1]
    return None


def _is_many(token: Token) -> bool:
    """Whether it is many people or firms, by the noun or by a "who" after it."""
    if token.tag_ != "NNS" or token.dep_ in {"compound", "poss", "amod", "nmod"}:
        return False
    lemma = token.lemma_.casefold()
    told = (c for clause in token.children if clause.dep_ == "relcl" for c in clause.children)
    return is_crowd(lemma) or lemma in nouns("firms") or any(c.lower_ == "who" for c in told)


@remembered
def is_spoken_for(crowd: Token) -> bool:
    """Whether a society of theirs, or who leads them, takes a position for a crowd.

    >>> from detente.reading.page import phrase
    >>> texts = ("Canners live off it. Their federation wants more.", "Canners live off it.")
    >>> [is_spoken_for(phrase(text)[0]) for text in texts]
    [True, False]
    """
    if not _is_many(crowd):
        return False
    after = (token for token in crowd.doc[crowd.i + 1 : crowd.i + _NEAR] if token.lower_ == "their")
    return any(
        _speaks(one.head) and wills(one.head) and _before(one.head) == crowd for one in after
    )


def _speaks(noun: Token) -> bool:
    society = noun.tag_ == "NN" and noun.lemma_.casefold() in SOCIETIES
    return _is_theirs(noun) and (society or noun.lemma_.casefold() in _VOICES)
