"""How the tables of events name words: the forms of a verb, its clause, the class of a noun."""

from __future__ import annotations

from functools import lru_cache

from detente.reading.arguments import prepositional
from detente.reading.events.cues import THINGS
from detente.reading.parsed import Token, remembered
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.wording import words

_LAND = frozenset({"archipelago"})
_SHIPS = frozenset({"frigate"})
_NAVIES = frozenset({"hms", "uss", "ins", "brp", "hmas", "hmcs", "rfs", "rss", "pns", "tcg", "ths"})


@remembered
def forms(verb: Token) -> tuple[str, ...]:
    """How the tables may name the verb, also where its lemma was taken wrongly."""
    lemma = verb.lemma_.lower()
    again = [lemma[2:].lstrip("-")] if lemma in _AGAIN or lemma.startswith("re-") else []
    return tuple(dict.fromkeys([*_prefixed(verb, lemma), *spelt(verb.lower_, lemma), *again]))


_AGAIN = words("""
    reissue reimpose redeploy reoccupy rearrest reappoint resubmit refile reapply reschedule resend
    reseal reinvade reauthorise reauthorize readmit reannex reshut reblock redraw reattack
    renationalise redesignate reconfirm rebook reinspect recapture reregister redetain""")


@lru_cache(maxsize=1 << 14)
def spelt(word: str, lemma: str) -> tuple[str, ...]:
    """The verbs that a word may be a form of, wherever it stands.

    Examples
    --------
    >>> spelt("retook", "retook")
    ('retook', 'retake')
    """
    found = [lemma, *_irregular(word)]
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found.append(stem + instead)
            if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004 - "axed", "barred"
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def _prefixed(verb: Token, lemma: str) -> list[str]:
    """As in "test-fired": what a hyphen puts before the verb makes another verb of it."""
    if verb.i < 2 or verb.nbor(-1).text != "-" or not verb.nbor(-2).is_alpha:  # noqa: PLR2004 - a word and a hyphen
        return []
    return [f"{verb.nbor(-2).lower_}-{lemma}"]


def _irregular(word: str) -> tuple[str, ...]:
    """As in "retook", "overran": a prefix before the past of a strong verb."""
    if word == "ground":
        return ("grind",)
    for length in range(2, min(len(word), 6)):
        base = _STRONG.get(word[length:])
        if base is not None:
            return (word[:length] + base,)
    return ()


_STRONG = dict(
    pair.split(":")
    for pair in words("""
    took:take taken:take ran:run drew:draw drawn:draw held:hold threw:throw thrown:throw went:go
    gone:go built:build wrote:write written:write came:come fought:fight won:win sent:send
    sold:sell bought:buy gave:give given:give rode:ride ridden:ride struck:strike""")
)
_ENDINGS = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ied", "y"))


def is_of(token: Token | None, things: frozenset[str]) -> bool:
    """Whether the noun phrase is of a class: its head, or the head of "a set of Ns"."""
    if token is None:
        return False
    lemma, word = token.lemma_.lower(), token.lower_
    if lemma in things or word in things or word.removesuffix("s") in things:
        return True
    if token.pos_ == "PROPN" and _is_name_of(token, things):
        return True
    if _hyphened(token) & things or ("person" in things and _is_somebody(token, lemma)):
        return True
    return _stands_for(token, lemma, things)


def _stands_for(token: Token, lemma: str, things: frozenset[str]) -> bool:
    """As in "a police unit", "two of the boats": the word beside it says of what."""
    if lemma in THINGS["VAGUE"] and any(
        is_of(c, things) for c in token.children if c.dep_ == "compound"
    ):
        return True
    amount = lemma in THINGS["AMOUNTS"] or token.pos_ == "NUM"
    if lemma in _UNITS:
        return any(is_of(t, things) for t in prepositional(token, "of"))  # "two days of talks"
    if lemma in _CURRENCIES or token.text in {"$", "€", "£"}:
        if things >= THINGS["MONEY"]:
            return True  # "released 2.5 billion shillings"
        return any(is_of(t, things) for t in prepositional(token, "in", "of"))
    return amount and any(is_of(t, things) for t in prepositional(token, "of"))


_UNITS = words("hour day night week weekend month year")
_CURRENCIES = words("""euro euros dollar pound crown franc peso rupee yuan yen rouble ruble naira
    shilling rand real lira million billion""")


def _hyphened(token: Token) -> frozenset[str]:
    """A word in three tokens, as one: "cease-fire", "work-to-rule"."""
    doc, at = token.doc.tokens, token.i
    if at < 2 or doc[at - 1].text != "-":  # noqa: PLR2004 - two words and a hyphen
        return frozenset()
    two = f"{doc[at - 2].lower_}-{doc[at].lower_}"
    if at > 3 and doc[at - 3].text == "-":  # noqa: PLR2004 - three words
        return frozenset({two, f"{doc[at - 4].lower_}-{two}"})
    return frozenset({two})


def _is_somebody(token: Token, lemma: str) -> bool:
    """A noun that by its ending is of people ("pickets" is not), or a number that stands alone."""
    if token.lower_ in _ALONE or (token.pos_ == "NUM" and not token.lower_.isdigit()):
        return token.dep_ not in {"nummod", "quantmod"} and not any(token.children)
    return token.pos_ == "NOUN" and lemma.endswith(_PEOPLE_ENDINGS) and lemma not in _NO_PEOPLE


_ALONE = frozenset({"several", "dozens", "others", "thousands", "hundreds", "scores"})
_PEOPLE_ENDINGS = (
    *("ist", "man", "woman", "eer", "ian", "ee", "ster", "keeper", "maker", "holder", "worker"),
    *("owner", "goer", "leader", "speaker", "protester", "grower"),
)
_NO_PEOPLE = words(
    "list twist mist committee fee coffee guarantee referee degree tree knee levee "
    "poster roster register cluster disaster monster minister-s career"
)


def _is_name_of(token: Token, things: frozenset[str]) -> bool:
    """A place by its name; "Judge Elena Marsh" by her office."""
    if things >= _SHIPS and any(title.lower_ in _NAVIES for title in token.children):
        return True  # "HMS Trent left"
    titles = (c for c in token.children if c.dep_ == "compound" and c.i < token.i)
    place = things >= _LAND and token.lower_ not in MONTHS and token.lower_ not in WEEKDAYS
    return place or any(title.lower_ in things for title in titles)


_REACH = 9  # tokens from the verb to a word of its phrase


def own_words(verb: Token) -> list[Token]:
    """The words of the verb's own clause near it, other clauses left out."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in _OTHER and not (child.dep_ == "advcl" and child.i == verb.i + 1):
            continue
        if abs(child.i - verb.i) <= _REACH:
            found.append(child)
            found += _own_below(child, verb)
    return found


def _own_below(token: Token, verb: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in _OTHER and abs(child.i - verb.i) <= _REACH:
            found.append(child)
            found += _own_below(child, verb)
    return found


_OTHER = frozenset({"relcl", "conj", "advcl", "parataxis", "acl", "appos"})
