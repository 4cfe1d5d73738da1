"""Whether a word with a capital is part of a name, or only opens a sentence."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from detente.reading.page import is_common, is_word
from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import is_office, office_before
from detente.reading.parties.memberships import leads
from detente.reading.parties.names import LINKS, POSSESSIVE, head_kind, nouns
from detente.reading.periods import WEEKDAYS
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_WORKERS = ("workers", "ists", "tion", "ment", "ness", "sion", "ance", "ments", "tions")


def opens(token: Token) -> bool:
    """Whether a capital may stand there for the sentence's or the line's sake alone."""
    if token.is_sent_start:
        return True
    before = token.nbor(-1)
    if before.tag_ == "POS":
        return False
    if before.text == "-":
        return bool(before.whitespace_)  # not of "SUD-Rail"
    return before.is_quote or before.is_space or before.text in {":", "(", "[", "|"}


def is_namely(token: Token, seen: frozenset[str]) -> bool:
    """Whether a word is part of a name; `seen` are those that have a capital within sentences."""
    if not token.text[:1].isupper():
        return is_small(token)
    if leads(token):
        return True  # "Conservative leader Ana Berg"
    if token.is_stop and (token.pos_ != "PROPN" or opens(token)):
        return _is_given_name(token) or _is_named_group(token) or _is_paired(token)
    if token.lower_ in nouns("not_names"):
        return _is_named_all_the_same(token)
    return _may_name(token, seen)


def is_small(token: Token) -> bool:
    """Whether a name begins with a small letter: "eBay", "busfahrer.de", "e.tv".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("eBay sued k.tv, veloland.de and the other.it was late.")
    >>> [str(token) for token in doc if is_small(token)]
    ['eBay', 'k.tv', 'veloland.de']
    """
    if _CAMEL.fullmatch(token.text):
        return True
    name, _, ending = token.text.rpartition(".")
    return bool(name) and ending in _ENDINGS and (ending in _SAFE or not is_word(name))


_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][\w-]+")
_SAFE = words("tv fm com org net info eu")
_ENDINGS = _SAFE | words(
    "de fr be nl uk at ch it es pl se no dk fi io pt gr ie cz sk hu ro hr si rs za in au nz ca br "
    "mx jp kr"
)


def _goes_on(token: Token) -> bool:
    """As in "Talks between the two broke up": what goes on, or is sent, whatever its capital."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return token.lower_ in nouns("goings_on") and not after.text[:1].isupper()


def _may_name(token: Token, seen: frozenset[str]) -> bool:
    text = token.text
    if _is_tied(token) or _is_shouted(token) or _is_of_person(token):
        return True  # "Hallmere-Kline", "Coast & Commons", "PAT president Ana Berg"
    if opens(token) and (_is_remit(token) or _goes_on(token)):
        return False
    if opens(token) and _is_led(token):
        return True
    if not opens(token):
        return token.pos_ not in {"PRON", "DET", "ADP", "CCONJ", "SCONJ"}
    plain = (
        token.lower_ in common()
        or text.endswith(_WORKERS)
        or token.lower_ in _plain(token.doc)
        or _are_many(token)
        or (is_a_word(token) and not _acts_alone(token))
    )
    if text not in seen and plain and not _capital_follows(token, seen):
        return False
    return token.pos_ == "PROPN" or text in seen or _is_foreign(token) or _is_coined(token)


def _is_remit(token: Token) -> bool:
    """Of "Transport cabinet secretary Ana Berg": what an office is for, at the sentence's head."""
    after = token.doc[token.i + 1 : token.i + 2]
    offices = nouns("portfolios") | nouns("roles")
    return token.lower_ in nouns("portfolios") and bool(after) and after.text in offices


def _is_led(token: Token) -> bool:
    """Of "Vox leader Ana Berg", at the sentence's head: no "Opposition leader", "Deputy leader"."""
    after = token.doc[token.i + 1 : token.i + 4]
    named = len(after) > _PAIR and after[1].text.istitle() and after[2].text.istitle()
    own = nouns("portfolios") | nouns("roles") | nouns("titles")
    return named and after[0].text in _LED and token.lower_ not in own | common()


_LED = frozenset({"leader", "president", "chairman", "chairwoman", "founder", "co-leader"})


def _is_of_person(token: Token) -> bool:
    """As "Progress" of "Prime Minister Ana Berg (Progress)"."""
    around = token.doc[max(0, token.i - 3) : token.i + 2]
    if len(around) < 5 or [around[2].text, around[4].text] != ["(", ")"]:  # noqa: PLR2004
        return False
    return token.text.istitle() and all(
        one.pos_ == "PROPN" and one.text.istitle() for one in around[:2]
    )


def _is_shouted(token: Token) -> bool:
    """Whether a word is in capitals, and what goes on after it is not."""
    after = token.doc[token.i + 1 : token.i + 2]
    shouted = len(token.text) > _PAIR and token.text.isupper() and token.is_alpha
    return shouted and len(after) > 0 and after[0].is_alpha and after[0].is_lower


_PAIR = 2  # letters


def is_a_word(token: Token) -> bool:
    """Whether it is a word of the language, also in the plural: "Lectures" that stop."""
    return is_common(token.lemma_.casefold()) or is_word(token.lower_)


def _are_many(token: Token) -> bool:
    """Of "Booksellers have urged both to talk": a crowd by its ending, with a verb of many."""
    if not token.text.endswith("s") or token.dep_ not in SUBJECTS:
        return False
    verbs = (token.head, *(child for child in token.head.children if child.dep_ == "aux"))
    return is_crowd(token.lower_[:-1]) and any(verb.tag_ == "VBP" for verb in verbs)


def _is_foreign(token: Token) -> bool:
    """Of "Seydou Maïga": no word of the language, and before another name."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    named = after.pos_ == "PROPN" and after.text.istitle() and not after.is_sent_start
    return named and token.text.istitle() and token.is_alpha and not is_common(token.lower_)


def _is_coined(token: Token) -> bool:
    """Of "Santaco in the west will stay out": no word of the language, and it does something."""
    does = token.dep_ in SUBJECTS and token.head.pos_ in {"VERB", "AUX"} and not token.is_stop
    return (
        does
        and token.pos_ == "NOUN"
        and token.is_alpha
        and not (is_a_word(token) or is_crowd(token.lemma_.casefold()))
    )


def _is_named_all_the_same(token: Token) -> bool:
    """Of "Northern Star", and of "Prof. Sunday Okeze"."""
    follower = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.lower_ in _NUMERALS:
        return token.i > 0 and (_is_ruler(token.nbor(-1)) or _is_a_persons(token))
    if not follower.text[:1].isupper():
        return False
    if token.lower_ in WEEKDAYS and office_before(token.doc, token.i) is not None:
        return True  # "the governor, Monday Okpebholo"
    if token.i and token.nbor(-1).lower_.rstrip(".") in nouns("titles"):
        return True
    if token.lower_ in _SORTS and _heads_body(token):
        return True
    return token.lower_ in nouns("directions") and follower.lower_ not in nouns("not_names")


def _is_a_persons(numeral: Token) -> bool:
    """As of "Ana Berg III", whose names are no words of the language."""
    names = numeral.doc[max(0, numeral.i - _PAIR) : numeral.i]
    return len(names) == _PAIR and all(
        one.text.istitle() and one.is_alpha and not is_common(one.lower_) for one in names
    )


def _is_ruler(name: Token) -> bool:
    """Of "Oba Ewuare II", "King Olaf III"."""
    titled = name.i > 0 and name.nbor(-1).text.istitle()
    return titled and (is_office(name.nbor(-1)) or name.nbor(-1).lower_ in _RULING)


_NUMERALS = frozenset({"ii", "iii", "iv", "jr", "jr.", "sr", "sr."})
_RULING = frozenset({"pope", "king", "queen", "emperor", "sultan", "prince", "oba", "tsar"})
_SORTS = frozenset(
    {"english", "islamic", "christian", "muslim", "jewish", "catholic", "orthodox", "european",
     "arab", "asian", "african", "communist"}
)  # fmt: skip
_BODIES = ("forum", "union", "group", "organisation", "company")


def _heads_body(token: Token) -> bool:
    """Whether a body is named so: "the Asian Football Confederation", "the Catholic League"."""
    last = token
    for after in token.doc[token.i + 1 : token.i + _LONGEST]:
        if not after.text.istitle() or after.is_sent_start:
            break
        last = after
    return any(last.lower_ in nouns(f"heads.{kind}") for kind in _BODIES) and last != token


_LONGEST = 6  # words of the name of a body


def _is_given_name(token: Token) -> bool:
    """Of "Per Astrup", "Will Hart", where no sentence begins: a small word that is a first name."""
    if token.text not in {"Per", "Will"} or opens(token) or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().text.istitle() and not token.nbor().is_stop


def _is_named_group(token: Token) -> bool:
    """Of "the Farmers' Front", where no sentence begins: a small word that heads such names."""
    return token.lower_ in nouns("heads.group") and not opens(token)


def _is_paired(token: Token) -> bool:
    """Of "First Quantum" where a sentence opens, which stands so within a sentence too."""
    if not opens(token):
        return False
    following = token.nbor().text if token.i + 1 < len(token.doc) else ""
    return (token.text, following) in _pairs(token.doc)


@lru_cache(maxsize=2)
def _pairs(doc: Doc) -> frozenset[tuple[str, str]]:
    """Two words with capitals in a row, within a sentence; those of two pages are kept."""
    return frozenset(
        (one.text, other.text)
        for one, other in pairwise(doc)
        if one.text.istitle() and other.text[:1].isupper() and not opens(one)
    )


def _is_tied(token: Token) -> bool:
    """Whether a hyphen or an ampersand ties it to another word with a capital."""
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) < 2 or not (token.text.istitle() and after[1].text.istitle()):  # noqa: PLR2004
        return False
    tight = not token.whitespace_ and not after[0].whitespace_
    return after[0].text == "&" or (after[0].text == "-" and tight)


def _acts_alone(token: Token) -> bool:
    """Whether one of that name does something: "Amazon dismissed two organisers"."""
    after = token.nbor()
    told = after.text == "," and token.i + 2 < len(token.doc) and after.nbor().lower_ in _ONE_OF
    one = token.lemma_.casefold() == token.lower_ and (told or not after.is_punct)
    return one and token.dep_ in SUBJECTS and token.head.lemma_ in nouns("acts")


_ONE_OF = frozenset({"the", "a", "an"})  # "Zephyr, the watchmaker that pays,"


@lru_cache(maxsize=2)
def _plain(doc: Doc) -> frozenset[str]:
    """The words that stand in small letters too; those of two pages are kept."""
    return frozenset(token.text for token in doc if token.is_lower)


@cache
def common() -> frozenset[str]:
    """Nouns of bodies and people, which a sentence may open with without naming anybody."""
    kinds = ("parts", "firms", "bodies", "government", "people", "roles", "unions")
    found = frozenset[str]().union(*(nouns(kind) for kind in kinds))
    return found | {f"{word}s" for word in found | nouns("crowds")}


def _capital_follows(token: Token, seen: frozenset[str]) -> bool:
    """Whether it may begin a name: "Workers Party"; not of "Workers Norland will not send"."""
    follower = token.nbor(1) if token.i + 1 < len(token.doc) else token
    apart = token.text.endswith("s") and follower.text in seen and head_kind(follower.text) is None
    joined = follower.text[:1].isupper() and not apart
    return joined or follower.text in POSSESSIVE or _is_linked(token, follower)


def _is_linked(token: Token, link: Token) -> bool:
    """Of "Friends of Tesk"; not "Withdrawal of the bill", where no name goes on."""
    if link.lower_ not in LINKS:
        return False
    ahead = token.doc[link.i + 1 : link.i + 3]
    named = any(word.text[:1].isupper() for word in ahead)
    return named or not is_common(token.lower_) or head_kind(token.lower_) is not None
