"""Names that an acronym anywhere in the page spells out, whatever words they are made of.

"Communities Against Noise Emissions" is one name where "Cane" stands in brackets, or "CANE" in
another sentence; of those with capitals in brackets `bracketed` knows more.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.parsed import Doc, Token
from detente.reading.parties import gazetteer
from detente.reading.wording import words

_LETTERS = range(3, 10)
_LINKS = words("against and at by de des du e et for from in of on the to und with y - / & '")
_LONGEST = 16  # tokens of a name


def ends(doc: Doc) -> dict[int, int]:
    """Where the names that an acronym spells out begin, and where each ends.

    >>> from detente.reading.page import phrase
    >>> def told(text):
    ...     return [phrase(text)[at:end].text for at, end in ends(phrase(text)).items()]
    >>> told("Norland Radio-television and Cable Commission told firms. The NRTCC refused.")
    ['Norland Radio-television and Cable Commission']
    >>> told("Communities Against Noise Emissions (Cane) refused.")
    ['Communities Against Noise Emissions']
    >>> told("Ana Berg and Carl Dahl met. The ABC asked them.")
    []
    """
    short: dict[str, set[str]] = {}  # by the first letter
    for name in {token.text.upper() for token in doc if _is_acronym(token)}:
        short.setdefault(name[0], set()).add(name)
    found: dict[int, int] = {}
    last = 0
    for token in doc if short else ():
        initial = token.text[:1]
        if token.i < last or not initial.isupper() or token.pos_ == "DET":
            continue
        last = max((_end(doc, token.i, name) for name in short.get(initial, ())), default=0)
        if last:
            found[token.i] = last
    return found


def letters(doc: Doc, spelt: Mapping[int, int]) -> frozenset[str]:
    """The acronyms that stand for what those names say, and for no body of that name elsewhere.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The National Pharmacy Association refused. The NPA is firm.")
    >>> sorted(letters(doc, ends(doc)))
    ['NPA']
    """
    short = {token.text for token in doc if _is_acronym(token)} if spelt else set()
    return frozenset(
        one for one in short for at, end in spelt.items() if _end(doc, at, one.upper()) == end
    )


def _is_acronym(token: Token) -> bool:
    """Whether a word is in capitals; in brackets it may be written as a name."""
    if not token.text[:1].isupper() or len(token.text) not in _LETTERS or not token.is_alpha:
        return False
    around = token.doc[max(token.i - 1, 0) : token.i + 2]
    return token.text.isupper() or (around[0].text == "(" and around[len(around) - 1].text == ")")


def _end(doc: Doc, start: int, name: str) -> int:
    """Where the words from `start` on end whose initials are those of an acronym, or 0."""
    told, capitals = {0}, 0  # how many letters may be told so far
    for token in doc[start : start + _LONGEST]:
        if token.i > start and token.is_sent_start:
            return 0
        initial = token.text[0].upper()
        on = {at + 1 for at in told if name[at : at + 1] == initial}
        capital = token.text[0].isupper()
        told = on if capital and token.lower_ not in _LINKS else on | told
        capitals += capital
        tied = token.i > start and token.nbor(-1).text == "-"
        if not told or not (capital or tied or token.lower_ in _LINKS):
            return 0
        if capital and len(name) in told:
            return token.i + 1 if capitals > 1 and _is_whole(doc, token.i + 1) else 0
    return 0


def _is_whole(doc: Doc, end: int) -> bool:
    """Whether no more words with a capital follow."""
    after = doc[end : end + 1]
    return not len(after) or after[0].is_sent_start or not after[0].text[:1].isupper()


def wing_end(doc: Doc, at: int) -> int | None:
    """Where the letters end that tell a group's wing from the rest: "SPLM-N"; not "EU-UK".

    >>> from detente.reading.page import phrase
    >>> [wing_end(phrase(text), 0) for text in ("SPLM-N refused", "EU-UK talks", "LLP-run towns")]
    [3, None, None]
    """
    parts = doc[at : at + 3]
    if [one.text for one in parts[1:2]] != ["-"] or parts[0].whitespace_ or parts[1].whitespace_:
        return None
    known = [one for one in (at, at + 2) if gazetteer.longest(doc, one) is not None]
    letters = all(one.text.isupper() and one.text.isalpha() for one in (parts[0], parts[-1]))
    short = len(parts[0].text) > 1 and len(parts[-1].text) <= _WING
    return at + 3 if letters and short and known in ([], [at], [at + 2]) else None


_WING = 4  # letters
