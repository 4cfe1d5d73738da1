"""Words with a capital that the sentence does not ask for: what may be, or begin, a name."""

from __future__ import annotations

from detente.reading.page import listed
from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties import bracketed, gazetteer
from detente.reading.parties.names import nouns
from detente.reading.parties.shapes import common, is_a_word, opens
from detente.reading.wording import words

_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})


def seen_within(doc: Doc) -> frozenset[str]:
    """Words that stand capitalised where no sentence starts, or before another that does.

    Where a line has capitals for its own sake, words of the language do not count.

    >>> from detente.reading.page import phrase
    >>> sorted(seen_within(phrase("The Orla Rail Corridor Talks Are Stalled")))
    ['Orla']
    """
    capitals = [
        token
        for token in doc
        if token.text[:1].isupper() and not opens(token) and token.pos_ in _NAMING
    ]
    titles = {line.start for line in {token.sent for token in capitals} if _is_title_case(line)}
    within = frozenset(
        token.text for token in capitals if not (token.sent.start in titles and is_a_word(token))
    )
    begun = (
        token.text
        for token in doc[: len(doc) - 1]
        if token.pos_ == "PROPN" and token.text.istitle() and _begins(token, within)
    )
    return within.union(begun, bracketed.abbreviations(doc))


def _is_title_case(line: Span) -> bool:
    """Whether a line has capitals for its own sake: "Rail Corridor Talks at a Standstill"."""
    long = [token for token in line if token.is_alpha and len(token) > _SMALL]
    ends = line[-1].text in _STOPS or line.text.rstrip().endswith(_STOPS)
    return len(long) >= _LINE and not ends and all(token.text[:1].isupper() for token in long)


_SMALL = 4  # letters of the longest word that stays small: "with", "over"
_LINE = 3  # words of more letters
_STOPS = (".", "!", "?", '"', "”")


def _begins(token: Token, within: frozenset[str]) -> bool:
    follower = token.nbor(1)
    roles, portfolios = nouns("roles"), nouns("portfolios")
    plain = token.lower_ in common() or token.lower_ in roles or token.lower_ in portfolios
    return not plain and follower.text in within and follower.dep_ != "appos"


def describes_land(doc: Doc, at: int) -> bool:
    """Whether a word only opens a sentence, and says what the land after it is.

    >>> from detente.reading.page import phrase
    >>> told = ("Downstream Egypt paid.", "Official Belgrade paid.", "Free Syria Now paid.")
    >>> [describes_land(phrase(text), 0) for text in told]
    [True, True, False]
    """
    word = doc[at]
    if not (opens(word) and _may_describe(word)) or gazetteer.longest(doc, at):
        return False
    land = gazetteer.longest(doc, at + 1) if at + 1 < len(doc) else None
    sorts = {"name", "capital"} if word.lower_ in _OF_CAPITALS else {"name"}
    if land is None or land[1].sort not in sorts or land[1].type != "state":
        return False
    goes_on = doc[land[0] : land[0] + 1].text[:1].isupper() and not doc[land[0]].is_sent_start
    return not goes_on and all(opens(one) for one in doc if one.text == word.text)


def _may_describe(word: Token) -> bool:
    known = word.lower_ in listed("adj") or word.lower_ in listed("adv")
    return known and word.lower_ not in _IN_NAMES


_OF_CAPITALS = words("official neighboring neighbouring distant nearby")  # no "Real Madrid"
_IN_NAMES = nouns("directions") | words("royal free great greater new upper lower young")
