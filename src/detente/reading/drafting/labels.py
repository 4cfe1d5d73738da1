"""Labels and ids: acts in the words of the article, as short verb phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from detente.dispute.formula import Atom
from detente.dispute.schema import RESERVED
from detente.reading.drafting.acts import Act, Mention
from detente.reading.drafting.lexicon import EXIST, THING, shared_nouns, tables, words

_PRONOUNS = frozenset(
    [
        "it",
        "they",
        "them",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "we",
        "i",
        "you",
        "what",
        "which",
        "who",
        "one",
    ]
)
_FIRST_PERSON = re.compile(r"\b(?:our|my|your)\b", re.IGNORECASE)
_LONGEST = 60  # characters of a label
_LONG = 5  # words of a noun
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "its",
        "their",
        "his",
        "her",
        "from",
        "at",
        "over",
        "by",
        "about",
        "and",
        "it",
    ]
)


def named(acts: Iterable[Act]) -> Mapping[Act, Atom]:
    """An option name for every act, unique among its owner's; sets missing labels.

    Examples
    --------
    >>> from detente.reading.drafting.acts import Register
    >>> from detente.reading.drafting.phrases import doings
    >>> act = Register().literal("sudmark", doings("withdraw its patrol boats")[0], "q1").act
    >>> [str(atom) for atom in named([act]).values()], act.label
    (['sudmark.boats'], 'keep its patrol boats')
    """
    found: dict[Act, Atom] = {}
    for act in acts:
        same = (other.label for other in found if other.shared and other.kin is act.kin)
        act.label = act.label or next(same, "") or label(act)
        taken = {atom.option for atom in found.values() if atom.party == act.owner}
        found[act] = Atom(act.owner, next(n for n in _names(act) if n not in taken))
    return found


def label(act: Act) -> str:
    """A short verb phrase for an act, positive as the option is."""
    mention = min(act.mentions, key=lambda m: _clumsiness(act, m))
    text = _FIRST_PERSON.sub("the", _phrase(act, mention))
    text = re.sub(r"\s+", " ", text).strip(" ,.;:-")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0]


def _clumsiness(act: Act, mention: Mention) -> tuple[int, int]:
    doing, noun = mention.doing, mention.doing.noun.lower()
    faults = 8 * (not noun) + 8 * (noun in _PRONOUNS) + 4 * (not noun.isascii())
    spoken = re.findall(r"[\w-]+", noun)
    faults += 3 * (act.shared and not any(_singular(w) in shared_nouns() for w in spoken))
    faults += 2 * (doing.family != act.family) + (not doing.sign and act.family != EXIST)
    bare = not re.match(r"(?:the|its|their|a|an)\b", noun)
    return faults + bare + 2 * (len(noun.split()) > _LONG), len(noun)


def _phrase(act: Act, mention: Mention) -> str:
    if act.shared:
        return _shared(act, mention)
    noun = mention.doing.noun
    if act.family == EXIST:
        return f"{_standing_verb(act, mention)} {noun}"
    if act.family == THING:
        return f"{_noun_verb(act)} {noun}"
    if act.family.startswith("be_"):
        return f"make {noun} {act.family[3:].replace('_', ' ')}"
    return _done(act, mention)


def _done(act: Act, mention: Mention) -> str:
    verb, noun, link = _verb(act, mention), mention.doing.noun, mention.doing.link
    if link == "lift":
        return f"lift {noun}"
    if any(m.doing.link == "let" and m.doing.family == act.family for m in act.mentions):
        return f"let {noun} {verb}"
    return f"{verb} {link if noun else ''} {noun}"


def _verb(act: Act, mention: Mention) -> str:
    group = tables()["groups"].get(act.family)
    said = mention.doing.verb
    if group and (not said or said not in group["yes"].split()):
        said = group["yes"].split()[0]
    return (said or act.family).replace("_", " ")


def _standing_verb(act: Act, mention: Mention) -> str:
    table = tables()["standing"]
    if not act.now and (
        act.head in table["activities"].split() or act.head in words("pressure", "nouns")
    ):
        return str(table["start"])
    yes = tables()["groups"][EXIST]["yes"].split()
    if not act.now and mention.doing.sign and mention.doing.verb in yes:
        return mention.doing.verb.replace("_", " ")
    odd = next(
        (m.doing.verb for m in act.mentions if table.get(m.doing.verb) == table["forgo"]), ""
    )
    if odd:
        return str(table[odd])
    if act.head in table["activities"].split() or mention.doing.noun.endswith("ing"):
        return str(table["activity"])
    if any(table.get(m.doing.verb) == table["leave"] and _is_place(m) for m in act.mentions):
        return str(table["leave"])
    return str(table["default"])


def _is_place(mention: Mention) -> bool:
    return bool(set(mention.doing.theme) & words("places", "nouns"))


def _noun_verb(act: Act) -> str:
    if act.now:
        return str(tables()["standing"]["default"])
    if any(re.search(r"\bat (?:the )?\w+", m.doing.noun) for m in act.mentions):
        return "have"
    table = tables()["nouns"]
    for word in (
        act.head,
        *(m.doing.noun.split()[-1].lower() for m in act.mentions if m.doing.noun),
    ):
        if word in table:
            return str(table[word])
    if act.head in words("pressure", "nouns"):
        return "go on with" if act.now else str(tables()["standing"]["start"])
    return "grant"


def _shared(act: Act, mention: Mention) -> str:
    row = tables()["shared"][act.family]
    doing = mention.doing
    noun = doing.noun
    names_it = any(
        _singular(word) in shared_nouns() for word in re.findall(r"[\w-]+", noun.lower())
    )
    if not noun or noun.split()[-1] == "table":
        return str(row["label"])
    if names_it:
        if act.family in ("sign", "truce", "swap") and not re.match(
            r"(?:the|a|an|its|their)\b", noun
        ):
            article = "an" if noun[0].lower() in "aeio" else "a"
            noun = f"{article} {noun}" if not noun.endswith("s") else noun
        papers = ("treaty", "agreement", "accord", "deal", "contract", "document", "pact")
        verb = "sign {}" if any(f"{paper}" in noun for paper in papers) else str(row["with"])
        return verb.format(noun)
    if doing.verb not in ("discuss", "negotiate"):
        return str(row["label"])
    verb = doing.verb if doing.verb in row["verbs"].split() else row["verbs"].split()[0]
    return f"{verb} {doing.link} {noun}".replace("_", " ")


def _singular(word: str) -> str:
    return word.removesuffix("s")


# Ids ----------------------------------------------------------------------------------------------


def _names(act: Act) -> Iterable[str]:
    stem = act.stem or _stem(act)
    yield stem
    said = [word for word in re.findall(r"[^\W\d]+", act.label) if word.lower() not in _SMALL]
    extra = [word for word in dict.fromkeys(reversed(said)) if _clean(word) not in ("", stem)]
    for word in extra[:2]:
        yield f"{stem}_{_clean(word)}"
    yield from (f"{stem}_{number}" for number in range(2, 1000))


def _stem(act: Act) -> str:
    mention = min(act.mentions, key=lambda m: _clumsiness(act, m))
    if act.shared:
        return str(tables()["shared"][act.family]["id"])
    if act.family in (EXIST, THING) and mention.doing.noun:
        return _head_word(mention) or "act"
    return _clean(_verb(act, mention).split()[0]) or "act"


def _head_word(mention: Mention) -> str:
    """The head of the noun as said: "patrol boats" → boats."""
    before = re.split(
        r"\b(?:of|on|in|to|for|at|over|from|with|about|against)\b", mention.doing.noun
    )[0]
    found = [_clean(word) for word in re.findall(r"[^\W\d]+", before)]
    return next((word for word in reversed(found) if len(word) > 1), "")


def _clean(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")
    return "" if plain in RESERVED else plain
