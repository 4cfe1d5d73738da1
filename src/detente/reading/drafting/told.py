"""What a position says is done: its words made whole, without those that report them."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.dispute.evidence import Evidence
from detente.reading import page
from detente.reading.drafting.clefts import clefted
from detente.reading.drafting.conditions import is_party
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.elided import (
    helped,
    in_its_words,
    offered_before,
    said_before,
    with_its_modal,
)
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.letting import let_go
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, pattern, words
from detente.reading.drafting.objects import has_will
from detente.reading.drafting.outside import before_court, whose
from detente.reading.drafting.owned import named_object
from detente.reading.drafting.phrases import doings, topic
from detente.reading.drafting.plainly import made_plain, whose_release
from detente.reading.drafting.pointing import pointed
from detente.reading.drafting.turned_down import gone
from detente.reading.drafting.unreported import unreported
from detente.reading.parties.names import nouns


def doings_of(ledger: Ledger, piece: Evidence) -> tuple[Doing, ...]:
    """What the words of a position say is done; where they say nothing, those that they rest on."""
    piece = _would(piece)
    found = _told(ledger, piece)
    if not found or any(doing.link not in ("", "let") for doing in found):
        whole = helped(piece.quote, piece.about or "")
        found = _told(ledger, replace(piece, about=whole)) or found
    if found and found[0].family == THING and not found[0].verb:
        whole = with_its_modal(piece.quote, unreported(piece))
        found = (whole and _told(ledger, replace(piece, about=whole))) or found
    if not found and (before := said_before(ledger, piece)) is not None:
        return _told(ledger, before)
    if (accepted := offered_before(ledger, piece)) is not None:
        return (accepted,)
    whose_ = set(ledger.cast.resolved(piece.holder)) & set(ledger.cast.principals)
    return found or (_as_it_stands(piece) if whose_ else ())


def _whole(ledger: Ledger, piece: Evidence) -> str:
    """What a statement is about, with the noun of which only the article was kept: "ratify any"."""
    about = piece.about or ""
    first = about.split(" ", 1)[0].lower()
    if whole := made_plain(ledger, piece):
        return whole
    if first in _SHUT and (kept := _KEPT.search(piece.quote.partition(about)[0])):
        return f"{kept[0]}{about}"  # "keep the port shut"
    if first in _WAYS_IN and (let := _LET_THEM.search(piece.quote.partition(about)[0])):
        return f"{let[0]}{about}"  # "let the wagons through"
    if about and (staying := _staying(about, piece.quote.partition(about)[0])):
        return staying
    if any(f"{no} {about}".lower() in piece.quote.lower() for no in _NONE_OF):
        return f"any {about}"  # "no repair ship will be allowed": not a repair ship
    after = piece.quote.partition(about)[2] if _CUT.search(about) else ""
    noun = _ITS_NOUN.match(after)
    return f"{about}{noun[0]}" if noun else about


def _staying(about: str, before: str) -> str:
    """``insists that they stay closed``, ``its guards will stay on the ridge``: with who stays."""
    who = _THEY.search(before) if _SHUT_STILL.match(about) else None
    who = who or (_ITS_OWN.search(before) if _STAYS.match(about) else None)
    return f"{who[1]} {about}" if who is not None else ""


_FOR_ITS_PART = re.compile(r"\bfor (?:its|their|his|her) part$")
_WILL = re.compile(r",? (?:will|would|could|can|may) ([a-z][^,;]+)")
_CONSIDERED = re.compile(r"^(\w[\w ]*?) (?:be )?considered$")
_NONE_OF = ("not one", "not a", "not a single", "no")
_SHUT = frozenset(["shut", "closed", "sealed", "locked", "open"])
_KEPT = re.compile(r"\b(?:keep|leave|hold)(?:s|ing)? (?:[\w'’-]+ ){1,6}$", re.IGNORECASE)
_WAYS_IN = frozenset(["through", "in", "across", "out"])
_LET_THEM = re.compile(r"\b(?:let|lets|letting) (?:[\w'’-]+ ){1,6}$", re.IGNORECASE)
_SHUT_STILL = re.compile(r"(?:stay|remain)s? (?:closed|shut|open|locked)\b")
_THEY = re.compile(r"\b(they|it)(?: (?:will|would|must|should))? $")
_STAYS = re.compile(r"(?:stay|remain|keep)(?: |$)")
_ITS_OWN = re.compile(
    r"\b((?:[Ii]ts|[Tt]he|[Tt]heir) (?:[a-z]+ )?(?!(?:we|they|it|he|she) )[a-z]+|[A-Z][\w'’-]+)"
    r"(?: itself| themselves)?"
    r" (?:will|would|must|shall) $"
)
_CUT = re.compile(r"\b(?:an?|any|no|the|every|its|their)$")
_ITS_NOUN = re.compile(
    r" (?:[a-z-]+ ){0,2}?[a-z-]+"
    r"(?= (?:that|(?:at |in |on |by )?which|who|where|if|unless|until)\b|[.,;])"
)


def _would(piece: Evidence) -> Evidence:
    """``Renamo for its part would return``, where the statement has only who would."""
    about = piece.about or ""
    will = _WILL.match(piece.quote.partition(about)[2]) if _FOR_ITS_PART.search(about) else None
    marker = piece.condition.marker if piece.condition else "if"
    return replace(piece, about=will[1].partition(f" {marker}")[0]) if will else piece


def _as_it_stands(piece: Evidence) -> tuple[Doing, ...]:
    """``would skate under the old terms``: a thing that no table knows, in its own words."""
    about_ = piece.about or ""
    if pattern("openings", "withheld", start=True).match(about_):
        return gone(unreported(piece))
    about_ = _CONSIDERED.sub(r"consider \1", about_)
    said = in_its_words(about_) if piece.kind == "precondition" else ""
    if not said:
        return ()
    if re.search(rf"\bthere (?:\w+ ){{1,3}}no {re.escape(about_)}", piece.quote, re.IGNORECASE):
        return tuple(replace(one, noun=about_) for one in doings(f"have {about_}"))
    verb, _, rest = said.partition(" ")
    theme = tuple(w.lower() for w in re.findall(r"[\w-]{4,}", rest))
    return (Doing(verb, sign=True, theme=theme, verb=verb, said=said),) if theme else ()


def _told(ledger: Ledger, piece: Evidence) -> tuple[Doing, ...]:
    cleft = "" if piece.condition else clefted(piece.quote, piece.about or "")
    whole = cleft or _let(ledger, piece)
    at = whose_release(piece)
    fuller = pointed(ledger.document(piece), piece, ledger.cast.uncapitalised(whole), at)
    if at is not None and has_will(page.phrase(fuller)[-1]):  # nobody releases the court
        fuller = whole
    said = unreported(replace(piece, about=fuller))
    found = [d for d in doings(said) if not d.anaphoric]
    found = [d for d in found if d.theme or d.family not in (THING, EXIST)]
    found = [d for d in found if not is_party(ledger, d)]
    if piece.kind == "precondition" and len(found) > 1:  # "and that Sudmark must first pay"
        found = [d for d in found if not _is_anothers(ledger, piece, d)] or found
    found = [before_court(piece, _with_topic(ledger, piece, doing)) for doing in found]
    return tuple(whose(ledger, piece, _moved(ledger, doing)) for doing in found)


def _is_anothers(ledger: Ledger, piece: Evidence, doing: Doing) -> bool:
    """Whether another of the parties is named as who does it."""
    who = ledger.cast.named_in(doing.subject) if doing.subject else None
    return who in ledger.cast.principals and who not in ledger.cast.resolved(piece.holder)


def _moved(ledger: Ledger, doing: Doing) -> Doing:
    """``no cable can cross its shelf``: to let one cross it."""
    goes = bool(doing.actor) and doing.verb == doing.family and not is_shared(doing.family)
    goes = goes and doing.verb not in ("have", "get", "receive", "need")
    goes = goes and doing.actor[0] not in words("unmoved", "nouns") | words("speech", "nouns")
    return let_go(doing) if goes and not ledger.cast.named_in(doing.subject) else doing


def _let(ledger: Ledger, piece: Evidence) -> str:
    """``would let the figure travel``: the letting, where the statement has only what is let."""
    about = _whole(ledger, piece)
    before = piece.quote.partition(about)[0] if about else ""
    told = _TOLD_MAY.search(before)
    guest = ledger.cast.named_in(told[1]) if told is not None else None
    if told is not None and guest is not None and guest not in piece.holder:
        return f"allow {told[1]} to {about}"  # "has told Quillon Air that it may not land"
    thing = _MOVED.search(before) if _MOVES.match(about) else None
    own = nouns("own") | nouns("government")  # "the army would go back on the offensive"
    body = thing is not None and thing[1].rsplit(" ", 1)[-1].lower() in own | {
        "army",
        "side",
        "part",
    }
    if thing is not None and not body and not ledger.cast.named_in(thing[1]):
        return f"{thing[1]} {about}"  # "the 44 teachers would return"
    if (who := _MAY.search(before)) is not None and piece.kind == "precondition":
        party = ledger.cast.named_in(who[1])
        if party in ledger.cast.principals and party not in ledger.cast.resolved(piece.holder):
            return f"let {who[1]} {about}"  # "says that Quillon may use the mast if it pays"
    return f"let {about}" if _LETS.search(before) and about in piece.quote else about


_MAY = re.compile(r"\b((?:[Tt]he )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}) may $")
_MOVES = re.compile(
    r"(?:return|go back|go home|come back|come home|leave|sail|run again|flow|shut|close|reopen)"
    r"(?= (?!(?:the|its|their|an?|all|both|every)\b)|$)"
)
_MOVED = re.compile(
    r"\b((?:its|the|their) (?:\d+ |[a-z]+ ){0,2}[a-z]{3,})(?: (?:at|in|on|of) (?-i:[A-Z])[\w'’-]+)?"
    r"(?: \w+ly)? (?:will|would|must|shall) $",
    re.IGNORECASE,
)
_TOLD_MAY = re.compile(
    r"\b(?:told|informed|notified) ((?:[Tt]he )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4})"
    r" (?:that )?(?:it|they|he|she) (?:may|might|can|could)(?: not| no longer|not)? $"
)
_LETS = re.compile(r"\b(?:let|lets|letting) $", re.IGNORECASE)


def _with_topic(ledger: Ledger, piece: Evidence, doing: Doing) -> Doing:
    """What talks are about, where only the sentence says it; whom a recognition is of."""
    if doing.family == "recognise" and not doing.theme and piece.holder:
        if piece.kind in ("refusal", "intent", "offer"):  # nobody recognises himself
            return doing
        return named_object(doing, ledger.cast.name(ledger.cast.resolve(piece.holder[0])))
    if doing.theme or not is_shared(doing.family):
        return doing
    found, noun = topic(piece.quote, doing.family)
    words_ = tuple(word for word in found if not ledger.cast.named_in(word))
    return replace(doing, theme=words_, noun=noun or doing.noun) if words_ else doing
