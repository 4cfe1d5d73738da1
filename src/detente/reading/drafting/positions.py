"""Positions: the statements of coverage, with their phrases turned into acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.dispute.evidence import AUTHOR, Coverage, Evidence
from detente.reading.drafting import across
from detente.reading.drafting.abouts import ABOUT, goes_on, goes_on_until, mutual, own
from detente.reading.drafting.acts import Literal
from detente.reading.drafting.beside import beside
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.conditions import refers_back, required
from detente.reading.drafting.deadlines import deadline
from detente.reading.drafting.denials import denied
from detente.reading.drafting.elided import asked_before, counted_before, in_its_words
from detente.reading.drafting.hearts import unnamed_holds
from detente.reading.drafting.institutions import recast
from detente.reading.drafting.labels import is_sayable
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, tables, words
from detente.reading.drafting.meant import meant
from detente.reading.drafting.outside import is_proposal
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.standing import stand
from detente.reading.drafting.tense import (
    date_ahead,
    is_history,
    is_negative,
    refuses,
)
from detente.reading.drafting.together import with_lesser, without_echoes

# The firmest kinds first: what they name, the later ones are matched with.
ORDER = ("precondition", "threat", "demand", "intent", "offer", "refusal", "willingness")


def positions(coverage: Coverage) -> Ledger:
    """Everything that the statements and relations of a coverage come to.

    A position that was changed later stays out; a headline that repeats the body is one more quote.
    """
    coverage = recast(coverage)
    ledger = _gathered(coverage)
    if len(coverage.documents) > 1 and (found := across.changes(ledger)):
        known = dict.fromkeys((*coverage.changes, *found))
        ledger = _gathered(replace(coverage, changes=tuple(known)))
    return ledger


def _gathered(coverage: Coverage) -> Ledger:
    ledger = Ledger(coverage, Cast(coverage))
    ledger.denied = denied(coverage, ledger.cast)
    withdrawn = {change.earlier for change in coverage.changes if change.sort != "contradicts"}
    said = [s for s in meant(coverage.statements) if s.kind in ORDER and s.id not in withdrawn]
    said = [s for s in said if not is_proposal(coverage, s) and not ends_another(s, said)]
    fuller = (asked_before(ledger, s) or counted_before(ledger, s) for s in said)
    said = [replace(s, about=about or s.about) for s, about in zip(said, fuller, strict=True)]
    late = {piece.id for piece in said if refers_back(piece)}
    said.sort(key=lambda p: (p.id in late, _rank(p), ledger.in_headline(p), p.start))
    _foresee(ledger, said)
    for piece in said:
        if _only_repeats(ledger, piece, said):
            ledger.headlines += [(h, piece.id) for h in ledger.cast.resolved(piece.holder)]
        elif not (is_history(piece, ledger.document(piece).published) or _given_up(ledger, piece)):
            for holder in _holders(ledger, piece):
                _hold(ledger, holder, piece)
    ledger.positions = list(_answering(with_lesser(ledger)))
    ledger.positions = [
        kept
        for position in without_echoes(ledger.positions)
        if (kept := _sayable(position, ledger.cast))
    ]
    ledger.holds = list(unnamed_holds(coverage, ledger.cast))
    for relation in (*coverage.relations, *ledger.holds):
        stand(ledger, relation)
    ledger.beside = beside(ledger)
    return ledger


def _given_up(ledger: Ledger, piece: Evidence) -> bool:
    """Whether the next sentence says that its holder gave way: "He gave way after a week"."""
    after = ledger.document(piece).text[piece.end : piece.end + _NEXT]
    return piece.condition is not None and _GAVE_WAY.match(after) is not None


_NEXT = 40  # characters
_GAVE_WAY = re.compile(
    r"[\W\d]*(?:He|She|It|They) (?:later |then |soon )?"
    r"(?:gave (?:way|in)|relented|backed down|climbed down)\b"
)


def ends_another(piece: Evidence, said: list[Evidence]) -> bool:
    """Whether a condition is only the end of another's: "while its suit before the court lasts"."""
    inner = piece.condition
    if inner is None or inner.marker.lower() != "before":
        return False
    return any(
        outer.condition.start < inner.start and inner.end <= outer.condition.end
        and outer.condition.marker.lower() in (piece.about or "").lower()
        for outer in said
        if outer.condition is not None and outer is not piece and outer.holder == piece.holder
    )  # fmt: skip


def _worded(position: Position) -> None:
    """Words of its own for what a position is about, where no table has any for it."""
    said = in_its_words(position.piece.about or "")
    if len(position.about) == 1 and position.about[0].sign and said:
        act = position.about[0].act
        if not act.shared and act.owner == position.holder and not is_sayable(act):
            act.label = said


def _sayable(position: Position, cast: Cast) -> Position | None:
    """What of a position can be said.

    Of a conjunction the rest still holds; a price of what cannot be said is asked for all the same.
    """
    if position.kind == "precondition" and position.holder in cast.principals:
        _worded(position)
    about = tuple(literal for literal in position.about if is_sayable(literal.act))
    condition = tuple(literal for literal in position.condition if is_sayable(literal.act))
    if about and (condition or not position.condition):
        return replace(position, about=about, condition=condition)
    own_ = tuple(lit for lit in about if lit.act.owner == position.holder and not lit.holds)
    if own_ and position.kind == "precondition" and _withholds(position.piece):
        return replace(position, kind="refusal", about=own_, condition=())
    asked = _of_others(position.piece, condition)
    if not about and position.kind == "threat" and position.holder in cast.principals:
        asked = tuple(lit.opposite for lit in condition if lit.act.owner in position.others)
    elif position.kind != "precondition":
        asked = ()
    if about or not asked:
        return None
    return replace(position, kind="demand", about=asked, condition=())


def _withholds(piece: Evidence) -> bool:
    """Whether a price says that as things stand nothing is done: "not", "only if", "until"."""
    marker = piece.condition.marker if piece.condition else ""
    return refuses(piece) or _INSISTS.search(marker) is not None


def _retaliates(
    piece: Evidence, about: tuple[Literal, ...], condition: tuple[Literal, ...]
) -> bool:
    """Whether an attack answers what another might do: "would strike back if it were shelled"."""
    marker = piece.condition.marker.lower() if piece.condition else ""
    harm = {*tables()["standing"]["activities"].split()} | words("pressure", "nouns")
    harmful = bool(about) and all(
        lit.sign and ((lit.act.head in harm and lit.act.family in (EXIST, THING)) or _sends(lit))
        for lit in about
    )
    of_others = all(lit.act.owner not in piece.holder for lit in condition)
    return harmful and of_others and marker in _IF_DONE


def _answering(rows: list[Position]) -> Iterator[Position]:
    """What somebody would do if another carried out a threat, as a threat: no price of its own."""
    harms = {(p.holder, lit) for p in rows if p.kind == "threat" for lit in p.about}
    for row in rows:
        marker = row.piece.condition.marker.lower() if row.piece.condition else ""
        answers = all((lit.act.owner, lit) in harms for lit in row.condition)
        own_ = all(lit.act.owner == row.holder for lit in row.about)
        threat = row.kind == "precondition" and marker in _IF_DONE and own_ and bool(row.condition)
        yield replace(row, kind="threat") if threat and answers else row


def _is_held_back(
    piece: Evidence, about: tuple[Literal, ...], condition: tuple[Literal, ...]
) -> bool:
    """Whether something is not done if what both do comes: "will not use it if talks begin"."""
    said = piece.condition
    if said is None or said.need != "fails" or said.marker.lower() not in _IF_DONE:
        return False
    shared = bool(condition) and all(lit.act.shared and not lit.sign for lit in condition)
    return shared and bool(about) and not any(lit.act.shared for lit in about)


def _punishes(piece: Evidence, about: tuple[Literal, ...], condition: tuple[Literal, ...]) -> bool:
    """Whether a harm answers what another might do: "will withhold it if there is a strike"."""
    marker = piece.condition.marker.lower() if piece.condition else ""
    said = [m.doing for lit in about for m in lit.act.mentions if m.because == piece.id]
    harms = words("punishing", "verbs")  # "call in the loan", with its particle
    harmful = bool(said) and all({d.verb, f"{d.verb}_{d.link}"} & harms for d in said)
    of_others = all(lit.act.owner not in piece.holder and not lit.holds for lit in condition)
    return harmful and bool(condition) and of_others and marker in _IF_DONE


def _sends(literal: Literal) -> bool:
    """Whether it is armed forces that are sent: "will send warships if a vessel comes"."""
    said = (m.doing for m in literal.act.mentions if m.doing.verb in _SENDING)
    armed = words("forces", "armed")
    return any(word.removesuffix("s") in armed for doing in said for word in doing.noun.split())


_SENDING = ("send", "deploy", "station", "dispatch", "mobilise", "mobilize")
_IF_DONE = ("if", "should", "in case", "once", "the moment", "as soon as", "in the event of")


def _rank(piece: Evidence) -> int:
    conditional = piece.condition is not None and piece.kind != "threat"
    return 0 if conditional else ORDER.index(piece.kind)


def _holders(ledger: Ledger, piece: Evidence) -> list[str]:
    return [holder for holder in ledger.cast.resolved(piece.holder) if holder != AUTHOR]


def _foresee(ledger: Ledger, said: list[Evidence]) -> None:
    """The prizes first, so that a condition finds the act of whoever could bring it about."""
    for piece in said:
        if _rank(piece) == 0 and not ledger.in_headline(piece):
            for holder in _holders(ledger, piece):
                own(ledger, holder, piece)


def _only_repeats(ledger: Ledger, piece: Evidence, said: list[Evidence]) -> bool:
    """Whether a headline says what the body says, or says it in a language that is not read."""
    if not ledger.in_headline(piece):
        return False
    document = ledger.document(piece)
    return document.headline_language not in (None, document.language) or any(
        not ledger.in_headline(other)
        and set(other.holder) & set(piece.holder)
        and bool(other.condition) == bool(piece.condition)
        and (piece.condition is not None or other.kind == piece.kind)
        for other in said
    )


def _hold(ledger: Ledger, holder: str, piece: Evidence) -> None:
    others = ledger.cast.resolved(piece.addressee)
    condition = mutual(ledger, holder, piece) or required(ledger, holder, piece)
    kind = "threat" if _threatens(piece, condition) else piece.kind
    if kind == "threat" and condition:
        condition = (*deadline(ledger, piece), *condition)
    about = ABOUT.get(piece.kind, own)(ledger, holder, piece)
    if kind == "precondition" and condition and _retaliates(piece, about, condition):
        kind = "threat"
    if kind == "precondition" and (
        _is_held_back(piece, about, condition) or _punishes(piece, about, condition)
    ):
        kind = "threat"
    if goes_on_until(piece):
        kept = [lit.holds and goes_on(lit.act.family, lit) for lit in about]
        about = tuple(x.opposite if on else x for x, on in zip(about, kept, strict=True))
    if kind == "threat" and date_ahead(piece):
        for literal in about:
            literal.act.ahead |= literal.act.family == EXIST and literal.sign
    if about:
        ledger.positions.append(Position(holder, piece, kind, about, condition, others))
    elif kind == "precondition" and (asked := _of_others(piece, condition)):
        ledger.positions.append(Position(holder, piece, "demand", asked, (), others))


def _of_others(piece: Evidence, condition: tuple[Literal, ...]) -> tuple[Literal, ...]:
    """What a price asks of others by itself; only "until" and its like say that it is asked."""
    marker = piece.condition.marker if piece.condition else ""
    asked = condition if _INSISTS.search(marker) else ()
    least = _LEAST.match(marker) is not None  # "would accept nothing less than a new treaty"
    whom = {*piece.addressee, *(piece.condition.by if piece.condition and least else ())}
    return tuple(lit for lit in asked if lit.act.owner in whom and (least or not lit.act.shared))


_LEAST = re.compile(r"(?:nothing|anything) (?:less|short|but|except)\b", re.IGNORECASE)


_INSISTS = re.compile(
    r"nothing (?:less|short)"
    r"|until|till|unless|without|as long as|so long as|provided|only|before|must",
    re.IGNORECASE,
)


def _threatens(piece: Evidence, condition: tuple[Literal, ...]) -> bool:
    """Whether what is announced comes if things stay as they are: "if the ban is not lifted"."""
    if piece.kind != "precondition" or not condition or piece.condition is None:
        return False
    marker = piece.condition.marker.lower()
    if marker != "unless" and piece.condition.need == "fails":  # "no hall if the path was built"
        return False
    together = any(is_shared(doing.family) for doing in doings(piece.about or ""))
    if marker != "unless" and together and not is_negative(piece.condition.quote):
        return False  # "will sign if the plant stays open"
    return marker in ("if", "should", "unless", "in case") and all(lit.holds for lit in condition)
