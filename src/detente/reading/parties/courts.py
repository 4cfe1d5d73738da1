"""Courts that rule, or that somebody goes to: parties of their own, each a forum.

A court without a proper name is one where it decides something or is asked to: "an appeals court
froze the sale", "filed suit in the provincial court"; not one that is only thought of ("until a
court has ruled") or in general ("they may go to court").
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from detente.reading.grammar import DEFINITE
from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import INDEFINITE
from detente.reading.parties.cast import Cast
from detente.reading.parties.names import Name, nouns, text_of
from detente.reading.parties.phrases import complement_end, phrase_start
from detente.reading.periods import MONTHS
from detente.reading.syntax import SUBJECTS, is_passive

_BENCH = frozenset({"court", "tribunal", "judge", "magistrate"})
_JUDGES = frozenset({"judge", "magistrate"})
_ARBITRAL = frozenset({"arbitral", "arbitration", "dispute", "appeal", "appeals", "wto"})
_NO_ONE = frozenset(
    {"no", "any", "every", "each", "some", "other", "such", "former", "retired", "ex", "tennis",
     "food", "which", "what", "basketball", "squash"}
)  # fmt: skip
_BEFORE = frozenset({"to", "in", "before", "at", "with"})
_UNDER = frozenset({"under"})
_THOUGHT = frozenset(
    {"until", "if", "unless", "once", "before", "when", "whether", "till", "while", "after"}
)


@dataclass(eq=False)
class _Court:
    """The mentions of what is one court."""

    marks: frozenset[str]
    heads: list[Token] = field(default_factory=list)

    @property
    def is_bare_judge(self) -> bool:
        """Whether it is but a judge, who sits in some court."""
        return not self.marks and all(head.lemma_ in _JUDGES for head in self.heads)


def enter(doc: Doc, found: Cast, read: Container[int]) -> None:
    """Enter into a cast the courts of a page that have no proper name.

    >>> from detente.reading.page import phrase
    >>> doc, people = phrase("An appeals court in Tesk froze the sale."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> people.heads, sorted(people.entries["appeals_court"].surfaces)
    ({2: ('appeals_court', 'collective')}, ['appeals court', 'appeals court in Tesk'])
    """
    named = {at: id_ for at, (id_, _) in found.heads.items() if found.entries[id_].role == "forum"}
    courts: list[_Court] = []
    for token in doc:
        if not _is_bench(token) or token.i not in read or token.i in found.named:
            continue
        marks = _marks(token)
        if (known := _known(token, marks, named, found, is_first=not courts)) is not None:
            _add(doc, found, token, known)
            continue
        if not marks and (courts or any(at < token.i for at in named)):
            last = max((at for at in named if at < token.i), default=-1)
            if courts and courts[-1].heads[-1].i > last:
                courts[-1].heads.append(token)
            else:
                _add(doc, found, token, named[last])
        elif (same := next((one for one in courts if marks and marks == one.marks), None)) is None:
            courts.append(_Court(marks, [token]))
        else:
            same.heads.append(token)
    for court in courts:
        if any(map(_is_one, court.heads)) and not (named and court.is_bare_judge):
            _enter(doc, found, court)


def _known(
    token: Token, marks: frozenset[str], named: Mapping[int, str], found: Cast, *, is_first: bool
) -> str | None:
    """The court with a name that a bench is: where it sits, of which tells later, in The Hague."""
    if (sits := _sits_in(token, named)) is not None:
        return sits
    if not marks and is_first:
        return _named_later(token, named, found)
    return _in_the_hague(marks, named)


def _in_the_hague(marks: frozenset[str], named: Mapping[int, str]) -> str | None:
    """Of "the court in The Hague" the one court of the page that has a name.

    >>> marks = frozenset({"hague"})
    >>> [_in_the_hague(marks, named) for named in ({3: "icj"}, {3: "icj", 9: "pca"}, {})]
    ['icj', None, None]
    """
    known = {*named.values()}
    return next(iter(known)) if "hague" in " ".join(marks).split() and len(known) == 1 else None


def _is_bench(token: Token) -> bool:
    """Whether it is a noun for a court, and not one in general or of no kind."""
    lemma = token.lemma_.casefold()
    bench = lemma in _BENCH or (lemma == "panel" and bool(_ARBITRAL & _around(token)))
    lefts = {child.lower_ for child in token.lefts}
    if lemma == "judge" and token.tag_ == "NNS" and lefts == {"the"}:
        return True
    if not bench or token.tag_ not in {"NN", "NNP"} or token.dep_ in {"compound", "nmod", "attr"}:
        return False
    told = lefts & (DEFINITE | INDEFINITE) or any(c.dep_ == "poss" for c in token.lefts)
    if _is_somebodys(token):
        return False
    placed = told or phrase_start(token) < token.i
    return bool(placed) and not lefts & _NO_ONE and not _is_held(token)


def _is_somebodys(token: Token) -> bool:
    """Of "until Norland's court rules": Norland's, which is no party of its own."""
    owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
    return owner is not None and (
        owner.pos_ == "PROPN"
        or owner.lower_ in _OF_STATES  # "its highest court"
        or all(t.dep_ in {"poss", "case"} for t in token.lefts)
    )


_OF_STATES = frozenset({"its", "their"})


def _around(panel: Token) -> set[str]:
    words = {child.lower_ for child in panel.lefts}
    return words | ({"arbitral"} if any(c.lower_ in _UNDER for c in panel.children) else set())


def _is_held(judge: Token) -> bool:
    """Whether the name of the judge stands beside: "a retired judge, Amos Tully"."""
    after = judge.nbor() if judge.i + 1 < len(judge.doc) else judge
    named = any(child.dep_ == "appos" for child in judge.children)
    return named or judge.dep_ == "appos" or (after.pos_ == "PROPN" and not after.is_sent_start)


def _marks(token: Token) -> frozenset[str]:
    """What tells a court from others: "appeals", and the place or the pact after it."""
    start = phrase_start(token)
    own = {one.lower_ for one in token.doc[start : token.i] if one.is_alpha}
    after = token.doc[token.i + 1 : _end(token)]
    return frozenset(own | {one.lower_ for one in after if one.is_alpha})


def _start(token: Token) -> int:
    start = phrase_start(token)
    return start + (token.doc[start].lower_ in MONTHS)  # "in September Norland's high court"


def _end(token: Token) -> int:
    end = complement_end(token)
    if end == token.i + 1:
        for child in token.children:
            if child.i == end and child.lower_ in _UNDER:
                return child.right_edge.i + 1
    return end


def _sits_in(judge: Token, named: Mapping[int, str]) -> str | None:
    """Of "a judge of the Superior Court": the court that has a name."""
    of = (child for child in judge.children if child.dep_ == "prep" and child.i == judge.i + 1)
    return next((named[one.i] for prep in of for one in prep.children if one.i in named), None)


def _named_later(court: Token, named: Mapping[int, str], found: Cast) -> str | None:
    """Of "the tribunal" before any has been named: the one that is named after it, and ends so."""
    if not named or min(named) < court.i or INDEFINITE & {child.lower_ for child in court.lefts}:
        return None
    names = {id_: found.entries[id_].name.casefold().split()[-1] for id_ in named.values()}
    same = [id_ for id_, last in names.items() if last == court.lower_]
    return same[0] if len(same) == 1 else None


# Whether it is somebody here ----------------------------------------------------------------------


def _is_one(head: Token) -> bool:
    return not _is_thought_of(head) and (_rules(head) or _is_gone_to(head))


def _is_thought_of(head: Token) -> bool:
    """As in "until a court has ruled", "whether any judge agrees", "neither went to a court"."""
    if not INDEFINITE & {child.lower_ for child in head.lefts}:
        return False
    if head.dep_ == "pobj" and not _marks(head) and _is_denied(head.head.head):
        return True
    if head.dep_ in SUBJECTS and head.head.tag_ in {"VBZ", "VB"} and not _marks(head):
        return True  # "the day a court tells it to"
    return any(child.lower_ in _THOUGHT for child in head.head.children if child.dep_ != "prep")


def _is_denied(verb: Token) -> bool:
    """Whether nobody did it: "neither has taken the case to a court"."""
    return any(
        child.dep_ == "neg" or (child.dep_ in SUBJECTS and child.lower_ in _NOBODY)
        for child in verb.children
    )


_NOBODY = frozenset({"neither", "nobody", "none", "no-one"})


def _rules(head: Token) -> bool:
    """Whether it decides something, or something is decided by it."""
    if head.dep_ in SUBJECTS:
        verbs = chain([head.head], (c for c in head.head.children if c.dep_ in {"conj", "xcomp"}))
        return not is_passive(head.head) and any(one.lemma_ in nouns("ruling") for one in verbs)
    by = head.head
    return head.dep_ == "pobj" and by.lower_ == "by" and by.head.lemma_ in nouns("ruling")


def _is_gone_to(head: Token) -> bool:
    """As in "appealed to the tribunal", "lodged a claim in the county court"."""
    if head.dep_ in {"dobj", "nsubjpass"}:
        verb = head.head.lemma_
        return verb in {"ask", "petition", "urge"}
    prep = head.head
    if head.dep_ != "pobj" or prep.lower_ not in _BEFORE:
        return False
    above = prep.head
    words = {above.lemma_, *(child.lemma_ for child in above.children if child.dep_ == "dobj")}
    return bool(words & nouns("suing")) or above.head.lemma_ in nouns("suing")


# Entering -----------------------------------------------------------------------------------------


def _enter(doc: Doc, found: Cast, court: _Court) -> None:
    first = max(court.heads, key=lambda head: (_end(head) - phrase_start(head), -head.i))
    start = _start(first)
    bare = text_of(doc, start, first.i + 1)
    name = bare if start < first.i else text_of(doc, start, _end(first))
    entry = found.enter(name, "organisation", start, role="forum")
    entry.role = "forum"
    for head in court.heads:
        _add(doc, found, head, entry.id)


def _add(doc: Doc, found: Cast, head: Token, id_: str) -> None:
    entry = found.entries[id_]
    entry.descriptions |= {head.lemma_.casefold()}
    for start, end in _spans(head):
        entry.surfaces.setdefault(text_of(doc, start, end), "collective")
    own = max((i + 1 for i in range(_start(head), head.i) if i in found.named), default=0)
    start = max(_start(head), own + (own > 0 and doc[own].tag_ == "POS"))
    name = Name(start, head.i + 1, text_of(doc, start, head.i + 1))
    found.add(name, id_, "collective", doc)


def _spans(head: Token) -> Iterator[tuple[int, int]]:
    start = _start(head)
    yield start, head.i + 1
    yield start, _end(head)
