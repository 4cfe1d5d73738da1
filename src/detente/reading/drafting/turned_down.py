"""What a refusal turns down that names nothing of its own: "Sudmark refused", "it rules that out".

It is what the other side has just asked, as the price of something or outright; or a going that it
names with a noun (`gone`).
"""

from __future__ import annotations

import re

from detente.dispute.evidence import Evidence
from detente.reading.drafting.acts import Literal
from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.unreported import unreported

_ASKING = ("precondition", "threat", "demand")
_HEARD = (*_ASKING, "offer", "refusal", "intent")
_AROUND = ' .,!”"'
_THAT = (
    r"(?:it|that|this|these|them|so|both|either|all of (?:it|this|that|these|them)"
    r"|(?:the|this|that|these|those|such an?|its|their|any such|no such|all|both)"
    r" (?:\w+ )?(?:demands?|conditions?|ideas?|requests?|calls?|proposals?|ultimatums?|terms|steps?"
    r"|suggestions?|appeals?|moves?|deadlines?|prices?|pleas?|things?|offers?)"
    r"|any such thing|no such thing)"
)
_BARE = re.compile(
    rf"(?:(?:refuse|decline|reject|dismiss|rebuff|spurn|oppose|resist|brush aside|wave away)"
    rf"(?: to(?: do)?| out of hand| outright| flatly)?(?: {_THAT})?"
    rf"|rule (?:{_THAT} )?out(?: {_THAT})?"
    rf"|turn (?:{_THAT} )?down(?: {_THAT})?"
    rf"|(?:never )?do(?: {_THAT})?|say no(?: to {_THAT})?|turn a deaf ear(?: to {_THAT})?"
    rf"|have nothing to \w+(?: for| about)?"
    rf"|(?:call|describe|label|brand) {_THAT} .+|never|no|not? (?:a chance|way)|out of the question"
    rf"|(?:will|would|can|could) (?:never|not) (?:do|accept|consider|agree to|bow to|yield to)"
    rf"(?: {_THAT})?|(?:accept|consider|agree to|bow to|yield to|hear of) {_THAT})"
    rf"(?: (?:again|at once|outright|flatly|out of hand|within hours|on \w+|as .+))*",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?:refuse|decline|reject|dismiss|rebuff|spurn|oppose|resist|rule out|hear of|allow|accept)"
    r"(?: to (?:accept|allow|consider|permit|hear of|agree to))?"
    r" (?:(?:any |no )?such(?: an?)?|any|that|this|these|those) (?:\w+ )?(?P<noun>\w+)"
    r"|(?:refuse|reject|rule out|oppose) (?P<those>\w+) of (?:that|this) (?:kind|sort|nature)",
    re.IGNORECASE,
)


def turned_down(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """What a holder has just been asked to do or to stop, where it only says no to that.

    Parameters
    ----------
    ledger, holder, piece
        What is known so far, the firmest kinds first; and who refuses, by which statement.

    Returns
    -------
    tuple[Literal, ...]
        As the other side wants it; nothing, where the refusal says itself what is refused, or
        where what was said last by another asks nothing of the holder.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import reader
    >>> from detente.reading.drafting.positions import positions
    >>> text = "Norland will not talk until Sudmark pays the arrears. Sudmark ruled that out."
    >>> ledger = positions(reader.read([Document("d1", text=text)]))
    >>> last = ledger.positions[-1]
    >>> last.holder, last.kind, [(literal.act.family, literal.sign) for literal in last.about]
    ('sudmark', 'refusal', [('pay', True)])
    """
    words = [said.strip(_AROUND) for said in (piece.about or "", unreported(piece))]
    bare, again = any(map(_BARE.fullmatch, words)), [*filter(None, map(_AGAIN.match, words))]
    if not (bare or again):
        return ()
    last = max(_heard(ledger, holder, piece), key=lambda other: other.start, default=None)
    if last is None or last.kind not in _ASKING:
        return ()
    if not (bare or any(_names_again(found, last) for found in again)):
        return ()
    asked = (x for p in ledger.positions if p.piece.id == last.id for x in _asked(p, holder))
    return tuple(dict.fromkeys(asked))


def _names_again(found: re.Match[str], asked: Evidence) -> bool:
    """As in "rejected such an inspection", where it was to let engineers inspect the dam.

    >>> asked = Evidence("q1", "d1", "pays once engineers inspect the dam", 0, 35, "precondition")
    >>> told = map(_AGAIN.match, ("reject such an inspection", "reject any visit"))
    >>> [_names_again(found, asked) for found in told]
    [True, False]
    """
    noun = (found["noun"] or found["those"]).lower().removesuffix("s")
    names = {noun, verb_of(noun) or noun} - {""}
    told = {*map(str.lower, re.findall(r"[A-Za-z]+", asked.quote))}
    return any(word.startswith(name) for name in names for word in told)


def _heard(ledger: Ledger, holder: str, piece: Evidence) -> list[Evidence]:
    """What others have said just before."""
    return [
        other
        for other in ledger.before(piece)
        if other.kind in _HEARD and holder not in ledger.cast.resolved(other.holder)
    ]


def _asked(position: Position, holder: str) -> tuple[Literal, ...]:
    """What a position asks of a party."""
    asked = position.condition if position.kind != "demand" else position.about
    if position.kind == "threat":
        asked = tuple(literal.opposite for literal in asked)
    return tuple(literal for literal in asked if literal.act.owner == holder)


def gone(withheld: str) -> tuple[Doing, ...]:
    """Of "rules out a withdrawal" the withdrawing; of "opposes any opening" nothing of its own.

    >>> [doing.said for doing in (*gone("a withdrawal"), *gone("any opening"))]
    ['withdraw']
    """
    found = doings(withheld)
    if len(found) != 1 or found[0].verb not in _GOING:
        return ()
    verb = found[0].verb
    return (Doing(verb, sign=True, theme=found[0].theme, verb=verb, said=verb.replace("_", " ")),)


_GOING = frozenset({"withdraw", "pull_out", "retreat", "leave", "pull_back"})
