"""What a clause or a noun phrase is about, in words: "reopen the ferry line"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.extents import BESIDE
from detente.reading.negation import is_negated
from detente.reading.parsed import Token

_AT_THAT = re.compile(r"^, (?:however|though|therefore|meanwhile|moreover), ")
_TOLD = re.compile(  # "will stay shut, the minister has said": who says so
    r", (?:(?!and |but |or |to |if |that |which |who )[\w.'’-]+ ){1,6}?(?:has |have |had )?"
    r"(?:said|says|argue[sd]?|insist(?:s|ed)|add(?:s|ed)|warn(?:s|ed)|maintain(?:s|ed)"
    r"|repeat(?:s|ed)|stress(?:es|ed)|explain(?:s|ed)|declare[sd])$"
)
_ITSELF = re.compile(r"^(?:it|him|her)self |^themselves ")  # "has shown itself unwilling to sign"
_NO_POINT = re.compile(r"^no (?:point|sense|use) in (?=\w+ing\b)")  # "in opening doors": that
# Where the parser hangs a condition inside of what is granted: "go back to work the day …", "lift
# a ban on goods made in Sudmark, but only if …".
_INSIDE = {("pobj", "VB"), ("acl", "VBN")}


def about(telling: Telling, main: Token, stop: int | None = None, *, denied: bool = False) -> str:
    """What the clause is about, as verb and object: "reopen the ferry line".

    Its negation is told by what kind of position it is; where not, `denied`: "not build the dam".
    """
    doc = telling.doc
    if (main.dep_, main.tag_) in _INSIDE and main.head.i == main.i - 1:
        main = syntax.governing(main.head) or main
    end = syntax.extent(main)[1]
    if stop is not None and stop > main.i:
        end = min(end, stop)
    end = min([end, *_asides(main, end)])
    _start, end = syntax.trimmed(main, min(main.i, end - 1), max(end, main.i + 1))
    verb = main.lemma_ if main.pos_ in {"VERB", "AUX"} else main.text
    tail = re.sub(
        r", (she|he|it|they|\w+) says?|, (she|he|it|they) said", "", doc[main.i + 1 : end].text
    )
    tail = " ".join(_TOLD.sub("", tail).split())
    no = "not " if denied and is_negated(main) else ""
    subject = telling.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    if subject is not None and (syntax.is_passive(main) or not telling.who(subject)):
        modal = next((f"{c.text} " for c in syntax.children(main, "aux") if c.tag_ == "MD"), "")
        modal = modal if main.tag_ == "VB" else ""
        return f"{_noun(subject)} {modal}{no}{main.text} {tail}".strip()
    if main.lemma_ == "be":
        tail = _ITSELF.sub("", _AT_THAT.sub("", tail))
        return _NO_POINT.sub("", tail).removeprefix("no ")
    return f"{no}{verb} {tail}".strip()


def _asides(main: Token, end: int) -> Iterator[int]:
    """Where another matter begins: "will not pay, while Sudmark insists".

    So does what is said or done besides: "dismissed the idea, insisting that it was late".
    """
    yield from (t.i - 1 for t in main.doc[main.i + 2 : end] if _is_beside(t))
    for clause in syntax.children(main, "advcl"):
        comma = clause.left_edge.i - 1
        if clause.tag_ == "VBG" and comma > main.i and main.doc[comma].text == ",":
            yield comma


def _is_beside(token: Token) -> bool:
    apart = token.nbor(-1).text == ","
    return apart and (token.lower_ in {"while", "whereas"} or token.lower_ in BESIDE)


def phrase(noun: Token, stop: int | None = None) -> str:
    """The words of a noun phrase, with what depends on it; up to a place, where one is given."""
    inside = [token.i for token in noun.subtree]
    end = max(inside) + 1 if stop is None else min(max(inside) + 1, stop)
    words = " ".join(noun.doc[min(inside) : end].text.split())
    return words if stop is None else words.rstrip(" ,")


def _noun(subject: Token) -> str:
    """A noun with what stands before it, and of what a deed is: "the lifting of the ban"."""
    of = next((c for c in subject.children if c.lower_ == "of" and c.i == subject.i + 1), None)
    deed = of is not None and subject.lower_.endswith(_DEEDS) and of.right_edge.i - of.i <= _SHORT
    last = of.right_edge.i if of is not None and deed else subject.i
    inside = subject.doc[subject.left_edge.i : last + 1]
    return " ".join(token.text for token in inside if token.lower_ not in {"no", "any"})


_DEEDS = ("tion", "sion", "ment", "ing", "al", "ance", "ence", "ure")
_SHORT = 4  # words from "of" to the last of what it is of
