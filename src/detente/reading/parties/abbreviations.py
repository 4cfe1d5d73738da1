"""Names in letters, and the longer names that they are of: "RWU" of the Rail Workers' Union."""

from __future__ import annotations

from functools import lru_cache

from detente.reading import saying
from detente.reading.parsed import Doc
from detente.reading.parties import bracketed, will
from detente.reading.parties.cast import RULED, SMALL, Cast, Entry
from detente.reading.parties.names import Name, nouns
from detente.reading.parties.settling import Work
from detente.reading.syntax import SUBJECTS

_SHORTEST = 3  # letters of one that leaves off the last words
_LONGEST = 6  # letters of one whose last is told to be that of a word


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Of "RWU" of the Rail Workers' Union, and whatever stands in brackets after a name."""
    if not text.isalpha():
        return False
    entry = _before_bracket(work, names)
    capitals = sum(letter.isupper() for letter in text)
    spelt = capitals > 1 or text in bracketed.abbreviations(work.doc)
    if entry is not None and (spelt or _is_within(text.casefold(), entry.name.casefold())):
        work.also(entry, names, "name")
        return True
    if capitals < len(text) // 2 + 1:
        return False  # "TfL" is one
    text = "".join(filter(str.isupper, text)) if capitals >= _SHORTEST else text.upper()
    entries = [one for one in work.found.entries.values() if not one.is_person]
    whole = (
        one for one in entries if any(text in _initials(name) for name in (one.name, *_seats(one)))
    )
    begun = [one for one in entries if _begins_with_initials(text, one.name)]
    turned = [one for one in entries if _is_turned(text, one.name)]
    found = begun or turned
    entry = next(whole, found[0] if len(found) == 1 else None)
    if entry is not None:
        work.also(entry, names, "name")
    return entry is not None


def _seats(entry: Entry) -> list[str]:
    """What a state is called by where it is ruled from: "Ministry of External Affairs"."""
    return [surface for surface, sort in entry.surfaces.items() if sort in {"seat", "institution"}]


def spelt_out(work: Work, text: str, names: list[Name]) -> bool:
    """Names whose letters stand behind them or elsewhere: "Alternative for Germany (AfD)"."""
    doc, short = work.doc, set[str]()
    if any(bracketed.end_of(doc, name.start) == name.end for name in names):
        short = {doc[name.end + 1].text for name in names if name.end + 1 < len(doc)}
    elif len(text.split()) >= _SHORTEST:
        short = {other for other in work.left if other.upper() in _initials(text)}
    called = [*names, *(name for form in short for name in work.left.get(form, ()))]
    acts = any(will.has_will(doc, name) or _says(doc, name) for name in called)
    return bool(short and acts and work.enter(text, names, "organisation"))


def describe(doc: Doc, found: Cast) -> None:
    """Learn what the last letter of a name in letters stands for: "the league" after "the AFL".

    Where several end so, of the one that is named most.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "The AFL told Tasmania to pay. Tasmania refused, and the league has ruled out talks."
    >>> [party.name for party in scene.build(Document("d1", text=text)).parties]
    ['AFL', 'Tasmania']
    """
    bodies = (one for one in found.entries.values() if not one.is_person and one.type not in RULED)
    short = sorted(filter(_is_of_letters, bodies), key=lambda one: -one.weight)
    for token in doc[:].of_lemmas(nouns("spelt_last")) if short else ():
        noun = token.lower_
        lefts = [*token.lefts]
        if token.tag_ != "NN" or len(lefts) != 1 or lefts[0].lower_ != "the":
            continue
        named = next((one for one in short if one.name[-1].casefold() == noun[0]), None)
        if named is not None:
            named.descriptions.add(noun)


def _is_of_letters(entry: Entry) -> bool:
    name = entry.name
    return name.isalpha() and name.isupper() and _SHORTEST <= len(name) <= _LONGEST


def _says(doc: Doc, name: Name) -> bool:
    head = name.head(doc)
    return head.dep_ in SUBJECTS and saying.is_plain(head.head)


def _begins_with_initials(text: str, name: str) -> bool:
    """Of "IAM" of the International Association of Machinists and Allied Trades; "USMX"."""
    if len(text) < _SHORTEST or " " not in name:
        return False
    crossed = text.endswith("X") and len(text) > _SHORTEST
    return any(
        full.startswith(text) or (crossed and full[:-1] == text[:-1]) for full in _initials(name)
    )


def _is_turned(text: str, name: str) -> bool:
    """Of "MFDC" of the Movement of Democratic Forces of Casamance: the letters of another tongue.

    >>> _is_turned("MFDC", "Movement of Democratic Forces of Casamance")
    True
    >>> _is_turned("FDC", "Forces of Casamance"), _is_turned("MDFC", "Democratic Forces")
    (False, False)
    """
    same = sorted(text) in map(sorted, _initials(name))
    return same and len(text) > _SHORTEST and text[0] == name[0]


def _before_bracket(work: Work, names: list[Name]) -> Entry | None:
    """Whose name comes right before a bracket around it: "the Steel Union (USZ)"."""
    for name in names:
        inside = name.start > 1 and work.doc[name.start - 1].text == "("
        if inside and work.doc[name.end : name.end + 1].text == ")":
            id_ = work.found.named.get(name.start - 2)
            if id_ is not None and not work.found.entries[id_].is_person:
                return work.found.entries[id_]
    return None


def _is_within(short: str, name: str) -> bool:
    """Whether the letters stand in a name in that order: "Santaco"."""
    letters = iter(name)
    return short[:1] == name[:1] and all(letter in letters for letter in short)


@lru_cache(maxsize=1 << 14)
def _initials(name: str) -> frozenset[str]:
    """The letters that may stand for a name: of all its words, of those that mean something.

    >>> sorted(_initials("Guild of Turners"))
    ['GOT', 'GT']
    """
    words = name.replace("-", " ").split()
    long = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word.casefold() not in SMALL)
    plain = "".join(word[0] for word in name.split() if word[0].isupper())
    return frozenset({long.upper(), short.upper(), plain})
