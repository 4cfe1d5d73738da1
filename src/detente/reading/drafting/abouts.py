"""What a statement is about: its phrases turned into acts of its holder, or of whom it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from detente.dispute.evidence import Coverage, Evidence
from detente.reading.drafting.acts import Literal, Mention
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, tables, verbs, words
from detente.reading.drafting.owned import handed, put_up_with
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.tense import answers, holds_now, is_mutual
from detente.reading.drafting.told import doings_of
from detente.reading.drafting.turned_down import turned_down
from detente.reading.drafting.unreported import unreported

_ENDS = re.compile(r"(?:stop|cease|halt|suspend|refrain from|give up) ", re.IGNORECASE)
_CONTINUES = re.compile(r"\b(?:continu\w+|go(?:es)? on|going on|keep(?:s)?(?= \w+ing))\b")
_EACH = re.compile(r"\b(?:both|each|all|the two|either)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:as part of|in the framework of|on the agenda(?: of)?)\b", re.IGNORECASE)
_UNTIL = re.compile(r"until|till", re.IGNORECASE)
_WITHHELD = re.compile(
    r"\b(?:no|not|never|nor|neither|nobody|none|refus\w+|without|only|cannot|rul\w+ out"
    r"|out of the question|off the table|impossible|unthinkable|out of reach|inconceivable"
    r"|elusive)\b|n't\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(  # "rejects any opening of the border until"
    r"\b(?:reject|oppos(?=e|ing|ition to)|exclud|declin|dismiss|spurn|resist|rebuff"
    r"|turn\w* down)\w*|\bagainst any\b",  # no "the opposition"
    re.IGNORECASE,
)
_WHILE = re.compile(r"(?:as|so) long as|while", re.IGNORECASE)
_LACKS = re.compile(
    r"\b(?:have|has|is|are|see|get|gets|hear|hears) (?:no|not)\b|\b(?:does|do) not\b"
)
_STAYS = re.compile(r"\b(?:stay|remain|continue|go on|goes on|last|keep)s?\b")
_GOING_ON = re.compile(r"\b(?:(?:go|goes|carry|carries) on|continues?|persists?|last)$")
_STAYS_ON = re.compile(r"\b(?:stay|remain)s?(?: in (?:force|place|effect)| put| there)?$")
_STAYS_SHUT = re.compile(r"\b(?:stay|remain|keep)s? (?:[\w ]+ )?(?:shut|closed|sealed|locked)$")


def goes_on_until(piece: Evidence) -> bool:
    """Whether what goes on is to end with the condition: "we keep the blockade until you pay".

    Or with the end of it: "the frigates stay as long as the drilling goes on".
    """
    condition = piece.condition
    if condition is None:
        return False
    if not (_UNTIL.fullmatch(condition.marker) or answers(condition) or _stays_while(piece)):
        return False
    before = piece.quote[: max(condition.start - piece.start, 0)]
    after = piece.quote[max(condition.end - piece.start, 0) :]
    withheld = _WITHHELD.search(before) or _WITHHELD.search(after) or _TURNED_DOWN.search(before)
    return withheld is None


def _stays_while(piece: Evidence) -> bool:
    """Whether something stays so long: "as long as we have no paper, it stays", "stays shut".

    Or unless something is done for which it would go: "the barricade would stay unless".

    >>> from detente.dispute.evidence import Condition
    >>> unless = Condition("Sudmark sends an envoy", 32, 54, "unless", ("sudmark",))
    >>> quote = "The barricade would stay unless Sudmark sends an envoy."
    >>> goes_on_until(Evidence("q1", "d1", quote, 0, 55, "precondition", ("norland",),
    ...     about="the barricade stay", condition=unless))
    True
    >>> goes_on_until(Evidence("q1", "d1", quote.replace("would", "cannot"), 0, 55, "precondition",
    ...     ("norland",), about="the barricade stay", condition=unless))
    False
    """
    condition, about = piece.condition, piece.about or ""
    if condition is not None and condition.marker == "unless":
        return _STAYS.search(about) is not None
    if condition is None or not _WHILE.fullmatch(condition.marker):
        return False
    if condition.need == "fails" and (_GOING_ON.search(about) or _STAYS_ON.search(about)):
        return True
    lacks = _LACKS.search(condition.quote) and _STAYS.search(about)
    return bool(lacks or _STAYS_SHUT.search(about))


def goes_on(family: str, said: Literal | Doing) -> bool:
    """Whether something is kept up: a strike, a sky that is closed, a house that is occupied."""
    return not is_shared(family) and (family != EXIST or said.sign)


def _shared_out(ledger: Ledger, piece: Evidence) -> dict[str, Doing]:
    """Where neither will do x or y unless the other does: the first does x, the second y."""
    found, holders = doings_of(ledger, piece), ledger.cast.resolved(piece.holder)
    mutual = piece.condition is not None and is_mutual(piece.condition.quote)
    if not mutual or len(holders) == 1 or len(found) != len(holders):
        return {}
    return dict(zip(holders, found, strict=True))


def mutual(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """The others' parts, where neither does its own unless the other does."""
    return tuple(
        ledger.register.literal(other, doing, piece.id, now=False)
        for other, doing in _shared_out(ledger, piece).items()
        if other != holder
    )


_ROLES = {"precondition": "granted", "offer": "granted", "threat": "threatened"}


def own(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """Of what the holder itself does or withholds."""
    about = (piece.about or "").partition(",")[0]
    if about and piece.condition is not None and about in piece.condition.quote:
        return ()  # "Sudmark must first amend its law": for what, is not said
    joint = tuple(p for p in ledger.cast.resolved(piece.holder) if p != holder)
    told = () if piece.kind == "intent" else joint  # what both mean to do is not in the way
    others = told or ledger.cast.resolved(piece.addressee)  # "both would talk again"
    part = _shared_out(ledger, piece).get(holder)
    found: list[Literal] = []
    for one in (part,) if part else doings_of(ledger, piece):
        doing = handed(ledger.cast, holder, one) if piece.condition else one
        if doing is None:
            continue
        kept = goes_on_until(piece) and goes_on(doing.family, doing)
        withheld = piece.kind in ("precondition", "refusal") and doing.family != EXIST and not kept
        withheld = withheld and not _ENDS.match(unreported(piece))
        said = replace(doing, sign=_positive(doing)) if withheld else doing
        now = _own_now(piece, said)
        if goes_on_until(piece) and doing.family == EXIST and not doing.sign:
            again = tables()["resumed"].get(doing.verb, "resume")
            said, now = replace(doing, sign=True, verb=again), False  # "suspend it until"
        mine = ledger.sides(holder, others, said, piece.id, now=now)
        if piece.kind == "intent" and _CONTINUES.search(piece.about or ""):
            mentions = mine[0].act.mentions  # what its owner goes on with is being done
            mentions.insert(0, replace(mentions.pop(), now=said.sign))
        mine[0].act.role = mine[0].act.role or _ROLES.get(piece.kind, "")
        found += mine
    return tuple(found)


def _positive(doing: Doing) -> bool:
    """Whether a doing, taken without its negations, is for what its family brings about."""
    if doing.family == "pay" and doing.verb in tables()["owed"]:  # "the grant will be withheld"
        return False
    family, positive = verbs().get(doing.verb, (doing.family, True))
    return positive if family == doing.family else True


def _own_now(piece: Evidence, doing: Doing) -> bool | None:
    if goes_on(doing.family, doing) and goes_on_until(piece):
        return True
    if doing.family == EXIST and doing.sign:
        return True if holds_now(piece) or piece.kind == "intent" else None
    if doing.family == "accept" and not doing.sign:  # "would not object to it if": it does
        return True
    return None if piece.kind == "intent" else False


def _known(ledger: Ledger, holder: str, asked: list[str], doing: Doing) -> Literal | None:
    """What is asked for, where it is known: of whom it is asked, else of whoever has it."""
    cast, register = ledger.cast, ledger.register
    known = register.find(asked or cast.principals, doing)
    if known is None and not set(asked) & set(cast.principals):
        known = register.find([p for p in cast.principals if p != holder], doing)
    if known is None:  # of who has named a price for that very thing
        priced = register.find([p for p in cast.principals if p != holder], doing)
        if priced is not None and priced.act.role == "granted":
            known = priced if frozenset(doing.theme) <= priced.act.theme else None
    if known is None and doing.family == EXIST and not doing.sign:  # "wants the monitors gone"
        elsewhere = register.find([p for p in cast.actors if p != holder], doing)
        same = elsewhere is not None and elsewhere.act.theme == frozenset(doing.theme)
        known = elsewhere if same else None
    return known


def _asked(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """Of what another is to do or stop."""
    cast = ledger.cast
    asked = [p for p in cast.resolved(piece.addressee) if cast.may_decide(p)]
    if is_mutual(piece.about or ""):
        return ()
    if asked and (_AGENDA.search(piece.about or "") or _AGENDA.search(piece.quote)):
        return _on_agenda(ledger, holder, asked, piece)
    found: list[Literal] = []
    for doing in doings_of(ledger, piece):
        proposal = doing.theme and doing.theme[0] in words("proposals", "nouns")
        if proposal and doing.family != "accept" and doing.sign:  # "accept the second offer"
            continue
        if doing.verb in words("speech", "verbs"):  # "presses both sides": to do what is not said
            continue
        known = _known(ledger, holder, asked, doing)
        if known and not known.act.shared:
            owner = known.act.owner
            found.append(ledger.register.literal(owner, doing, piece.id, now=False))
        elif asked:
            given = _for_holder(ledger, holder, piece, doing)
            given = put_up_with(cast, holder, asked, given)
            now = None if _KEPT_FROM.match(piece.about or "") else False
            outside = holder not in cast.principals and len(asked) > 1
            rest = asked if outside else (holder, *asked[1:])
            each = asked if _EACH.search(piece.about or "") else asked[:1]
            for party in dict.fromkeys(each):
                found += ledger.sides(party, rest, given, piece.id, now=now)
    found = list(dict.fromkeys(found))
    return tuple(found)


def _for_holder(ledger: Ledger, holder: str, piece: Evidence, doing: Doing) -> Doing:
    """``must get its safety``, said by whoever is to get it: another gives it.

    So ``wants its lorries to pass``: another is to let them.
    """
    goes = "let" in (doing.link, doing.verb) and _WANTS_ITS.match(piece.about or "")
    if not (goes or doing.verb in ("get", "receive", "have")) or not _ITS.match(doing.noun):
        return doing
    _, _, noun = doing.noun.partition(" ")
    return replace(doing, noun=f"{ledger.cast.whose(holder)} {noun}")


_KEPT_FROM = re.compile(r"(?:no|nothing) ")  # "that no dam be built": it may not be done so far
_ITS = re.compile(r"(?:its|their) ")
_WANTS_ITS = re.compile(r"(?:wants?|expects?|needs?|would like) (?:its|their) ")


def _is_not_done(doing: Doing) -> bool:
    """Whether to refuse it says that it is not done: to open a thing, not to keep it open."""
    family, positive = verbs().get(doing.verb, ("", False))
    done = family == doing.family and positive and doing.sign
    return done and family != EXIST and not is_shared(family)


_REFUSED = (THING, "pay", "allow")  # "its law forbids extradition" is no to it, not to forbidding


def _refused(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """Of what the holder will not do, or will not have another do."""
    if asked := turned_down(ledger, holder, piece):
        return asked
    cast = ledger.cast
    rest = [p for p in (*cast.resolved(piece.addressee), *cast.principals) if p != holder]
    if len(piece.holder) > 1:
        rest = []
    found = [
        ledger.register.literal(holder, doing, piece.id, now=None)
        for doing in doings(unreported(piece))
        if doing.anaphoric and doing.verb and ledger.register.find([holder], doing)
    ]  # "ruled out reinstatement"
    for doing in doings_of(ledger, piece):
        positive = doing.family in _REFUSED or is_shared(doing.family)  # "withhold the rent"
        said = replace(doing, sign=True) if positive else doing
        known = ledger.register.find([holder, *rest], said)
        owner, now = (known.act.owner, None) if known else (holder, False)
        if known and owner == holder and _is_not_done(said):
            mentions = known.act.mentions  # what was only supposed before: "so long as it opens it"
            mentions.insert(0, Mention(said, piece.id, now=False))
        found.append(ledger.register.literal(owner, said, piece.id, now=now))
        if owner == holder:
            found[-1].act.role = found[-1].act.role or "refused"
    return tuple(found)


ABOUT: dict[str, Callable[[Ledger, str, Evidence], tuple[Literal, ...]]] = {
    "demand": _asked,
    "refusal": _refused,
}


def _on_agenda(
    ledger: Ledger, holder: str, asked: list[str], piece: Evidence
) -> tuple[Literal, ...]:
    """What is to be part of the talks: an option to discuss it, and a price of the talks."""
    before, *after = _AGENDA.split(piece.about or piece.quote)
    thing = next((d for d in doings(before) if d.theme), None)
    contested = _territory(ledger.coverage, piece)
    noun = ledger.cast.definite(contested) or (thing.noun if thing else "it")
    theme = thing.theme if thing else ()
    said = Doing("discuss", sign=True, theme=theme, verb="discuss", noun=noun)
    asks = ledger.register.literal(asked[0], said, piece.id, now=False)
    asks.act.stem = asks.act.stem or "discuss"
    frames = [d for d in doings(after[0] if after else "") if is_shared(d.family)]
    for frame in frames[:1]:
        about = ledger.sides(holder, asked, frame, piece.id, now=False)
        price = Position(holder, piece, "precondition", (about[0],), (asks,), tuple(asked))
        ledger.agenda.append(price)
    return (asks,)


def _territory(coverage: Coverage, piece: Evidence) -> str:
    """What a "territorial" dispute is about."""
    if not re.search(r"\bterritor", piece.quote, re.IGNORECASE):
        return ""
    return next((thing.name for thing in coverage.objects if thing.type == "territory"), "")
