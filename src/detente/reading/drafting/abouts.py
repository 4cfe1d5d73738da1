"""What a statement is about: its phrases turned into acts of its holder, or of whom it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from detente.dispute.evidence import Coverage, Evidence
from detente.reading import page
from detente.reading.drafting.acts import Literal, Mention
from detente.reading.drafting.conditions import (
    is_party,
    named_object,
)
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.elided import (
    helped,
    in_its_words,
    offered_before,
    said_before,
    with_its_modal,
)
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.letting import let_go
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, pattern, tables, verbs, words
from detente.reading.drafting.objects import is_passive
from detente.reading.drafting.outside import before_court, whose
from detente.reading.drafting.phrases import doings, topic
from detente.reading.drafting.plainer import plainer
from detente.reading.drafting.pointing import pointed
from detente.reading.drafting.tense import (
    answers,
    holds_now,
    is_mutual,
)
from detente.reading.parties.names import nouns

_ENDS = re.compile(r"(?:stop|cease|halt|suspend|refrain from|give up) ", re.IGNORECASE)
_CONTINUES = re.compile(r"\b(?:continu\w+|go(?:es)? on|going on|keep(?:s)?(?= \w+ing))\b")
_EACH = re.compile(r"\b(?:both|each|all|the two|either)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:as part of|in the framework of|on the agenda(?: of)?)\b", re.IGNORECASE)


_UNTIL = re.compile(r"until|till", re.IGNORECASE)
_WITHHELD = re.compile(
    r"\b(?:no|not|never|nor|neither|refus\w+|without|only|cannot|out of the question|rul\w+ out"
    r"|off the table|impossible|unthinkable)\b|n't\b",
    re.IGNORECASE,
)


_WHILE = re.compile(r"(?:as|so) long as|while", re.IGNORECASE)
_STAYS_SHUT = re.compile(r"\b(?:stay|remain|keep)s? (?:[\w ]+ )?(?:shut|closed|sealed|locked)$")


def goes_on_until(piece: Evidence) -> bool:
    """Whether what goes on is to end with the condition: "we keep the blockade until you pay".

    Or with the end of it: "the frigates stay as long as the drilling goes on".
    """
    condition = piece.condition
    if condition is None:
        return False
    stays = _STAYS_SHUT.search(piece.about or "") and _WHILE.fullmatch(condition.marker)
    if not (_UNTIL.fullmatch(condition.marker) or answers(condition) or stays):
        return False
    before = piece.quote[: max(condition.start - piece.start, 0)]
    after = piece.quote[max(condition.end - piece.start, 0) :]
    return not _WITHHELD.search(before) and not _WITHHELD.search(after)


def goes_on(family: str, said: Literal | Doing) -> bool:
    """Whether something is kept up: a strike, a sky that is closed, a house that is occupied."""
    return not is_shared(family) and (family != EXIST or said.sign)


def _whole(piece: Evidence) -> str:
    """What a statement is about, with the noun of which only the article was kept: "ratify any"."""
    about = piece.about or ""
    first = about.split(" ", 1)[0].lower()
    if first in _SHUT and (kept := _KEPT.search(piece.quote.partition(about)[0])):
        return f"{kept[0]}{about}"  # "keep the port shut"
    if first in _WAYS_IN and (let := _LET_THEM.search(piece.quote.partition(about)[0])):
        return f"{let[0]}{about}"  # "let the wagons through"
    if _STAYS.match(about) and (who := _ITS_OWN.search(piece.quote.partition(about)[0])):
        return f"{who[1]} {about}"  # "its guards will stay on the ridge"
    if any(f"{no} {about}".lower() in piece.quote.lower() for no in _NONE_OF):
        return f"any {about}"  # "no repair ship will be allowed": not a repair ship
    after = piece.quote.partition(about)[2] if _CUT.search(about) else ""
    noun = _ITS_NOUN.match(after)
    return f"{about}{noun[0]}" if noun else about


_NONE_OF = ("not one", "not a", "not a single", "no")
_SHUT = frozenset(["shut", "closed", "sealed", "locked", "open"])
_KEPT = re.compile(r"\b(?:keep|leave|hold)(?:s|ing)? (?:[\w'’-]+ ){1,6}$", re.IGNORECASE)
_WAYS_IN = frozenset(["through", "in", "across", "out"])
_LET_THEM = re.compile(r"\b(?:let|lets|letting) (?:[\w'’-]+ ){1,6}$", re.IGNORECASE)
_STAYS = re.compile(r"(?:stay|remain|keep)(?: |$)")
_ITS_OWN = re.compile(
    r"\b((?:[Ii]ts|[Tt]he|[Tt]heir) (?:[a-z]+ )?[a-z]+|[A-Z][\w'’-]+)(?: itself| themselves)?"
    r" (?:will|would|must|shall) $"
)
_CUT = re.compile(r"\b(?:an?|any|no|the|every|its|their)$")
_ITS_NOUN = re.compile(r" (?:[a-z-]+ ){0,2}?[a-z-]+(?= (?:that|which|who|if|unless|until)\b|[.,;])")


def _phrases(ledger: Ledger, piece: Evidence) -> tuple[Doing, ...]:
    found = _told(ledger, piece)
    if not found or any(doing.link not in ("", "let") for doing in found):
        whole = helped(piece.quote, piece.about or "")
        found = _told(ledger, replace(piece, about=whole)) or found
    if len(found) == 1 and found[0].family == THING and not found[0].verb:
        whole = with_its_modal(piece.quote, piece.about or "")
        found = (whole and _told(ledger, replace(piece, about=whole))) or found
    if not found and (before := said_before(ledger, piece)) is not None:
        return _told(ledger, before)
    if (accepted := offered_before(ledger, piece)) is not None:
        return (accepted,)
    whose_ = set(ledger.cast.resolved(piece.holder)) & set(ledger.cast.principals)
    return found or (_as_it_stands(piece) if whose_ else ())


def _as_it_stands(piece: Evidence) -> tuple[Doing, ...]:
    """``would skate under the old terms``: a thing that no table knows, in its own words."""
    about_ = piece.about or ""
    said = in_its_words(about_) if piece.kind == "precondition" else ""
    if not said:
        return ()
    if re.search(rf"\bthere (?:\w+ ){{1,3}}no {re.escape(about_)}", piece.quote, re.IGNORECASE):
        return tuple(replace(one, noun=about_) for one in doings(f"have {about_}"))
    verb, _, rest = said.partition(" ")
    theme = tuple(w.lower() for w in re.findall(r"[\w-]{4,}", rest))
    return (Doing(verb, sign=True, theme=theme, verb=verb, said=said),) if theme else ()


def _told(ledger: Ledger, piece: Evidence) -> tuple[Doing, ...]:
    fuller = pointed(ledger.document(piece), piece, ledger.cast.uncapitalised(_let(ledger, piece)))
    said = _said(replace(piece, about=fuller))
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
    about = _whole(piece)
    before = piece.quote.partition(about)[0] if about else ""
    told = _TOLD_MAY.search(before)
    guest = ledger.cast.named_in(told[1]) if told is not None else None
    if told is not None and guest is not None and guest not in piece.holder:
        return f"allow {told[1]} to {about}"  # "has told Quillon Air that it may not land"
    thing = _MOVED.search(before) if _MOVES.match(about) else None
    own = nouns("own") | nouns("government")  # "the army would go back on the offensive"
    body = thing is not None and thing[1].rsplit(" ", 1)[-1].lower() in own | {"army", "side"}
    if thing is not None and not body and not ledger.cast.named_in(thing[1]):
        return f"{thing[1]} {about}"  # "the 44 teachers would return"
    if (who := _MAY.search(before)) is not None and piece.kind == "precondition":
        party = ledger.cast.named_in(who[1])
        if party in ledger.cast.principals and party not in ledger.cast.resolved(piece.holder):
            return f"let {who[1]} {about}"  # "says that Quillon may use the mast if it pays"
    return f"let {about}" if _LETS.search(before) and about in piece.quote else about


_MAY = re.compile(r"\b((?:[Tt]he )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}) may $")
_MOVES = re.compile(
    r"(?:return|go back|go home|come back|come home|leave|sail|run again|flow)(?: |$)"
)
_MOVED = re.compile(
    r"\b((?:its|the|their) (?:\d+ |[a-z]+ ){0,2}[a-z]{3,})(?: \w+ly)? (?:will|would|must|shall) $",
    re.IGNORECASE,
)
_TOLD_MAY = re.compile(
    r"\b(?:told|informed|notified) ((?:[Tt]he )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4})"
    r" (?:that )?(?:it|they|he|she) (?:may|might|can|could)(?: not| no longer|not)? $"
)
_LETS = re.compile(r"\b(?:let|lets|letting) $", re.IGNORECASE)


def _said(piece: Evidence) -> str:
    """What a statement is about, without the words that report it."""
    text = piece.about or ""
    if re.match(tables()["openings"]["spoken"], text) or _ONLY_SAID.fullmatch(text):
        return ""
    if piece.kind == "demand" and _wants_done(text):
        return text
    if piece.kind == "demand" and (done := _to_be_done(text)):
        return done
    withholds = piece.kind in ("precondition", "refusal")
    for _ in range(3):
        text = pattern("openings", "always", start=True).sub("", text, count=1)
        if withholds:
            text = pattern("openings", "withheld", start=True).sub("", text, count=1)
    text = re.sub(r"^offer (?=on |over )", "an offer ", text)
    return re.sub(r"\bno (?=\w)", "any ", plainer(text)) if withholds else text


_ONLY_SAID = re.compile(r"(?:say|said|tell|told|add|added)(?: (?:on|in|at|to) [\w ]+)?")


def _wants_done(text: str) -> bool:
    """``want the matter taken to court``: with the verb that tells that it is to be done."""
    if not re.match(r"wants? ", text):
        return False
    return any(is_passive(token) and token.dep_ == "ccomp" for token in page.phrase(f"They {text}"))


_DONE_TO = frozenset(["into", "off", "back", "down", "out"])


def _to_be_done(text: str) -> str:
    """``wants a limit written into contracts``, where the parser describes the limit: as a clause.

    >>> _to_be_done("want a limit of eight patients written into contracts")
    'a limit of eight patients must be written into contracts'
    """
    if not re.match(r"wants? ", text):
        return ""
    for token in page.phrase(f"They {text}"):
        links = {child.lower_ for child in token.children if child.dep_ in ("prep", "prt")}
        before = str(token.doc[: token.i].text)
        if "," in before or " and " in before:
            return ""
        if token.tag_ == "VBN" and token.dep_ == "acl" and links & _DONE_TO:
            at = token.idx - len("They ")
            return f"{text[:at].split(' ', 1)[1]}must be {text[at:]}"
    return ""


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


def _shared_out(ledger: Ledger, piece: Evidence) -> dict[str, Doing]:
    """Where neither will do x or y unless the other does: the first does x, the second y."""
    found, holders = _phrases(ledger, piece), ledger.cast.resolved(piece.holder)
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
    joint = tuple(p for p in ledger.cast.resolved(piece.holder) if p != holder)
    told = () if piece.kind == "intent" else joint  # what both mean to do is not in the way
    others = told or ledger.cast.resolved(piece.addressee)  # "both would talk again"
    part = _shared_out(ledger, piece).get(holder)
    found: list[Literal] = []
    for doing in [part] if part else _phrases(ledger, piece):
        kept = goes_on_until(piece) and goes_on(doing.family, doing)
        withheld = piece.kind in ("precondition", "refusal") and doing.family != EXIST and not kept
        withheld = withheld and not _ENDS.match(_said(piece))
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
    return None if piece.kind == "intent" else False


def _known(ledger: Ledger, holder: str, asked: list[str], doing: Doing) -> Literal | None:
    """What is asked for, where it is known: of whom it is asked, else of whoever has it."""
    cast, register = ledger.cast, ledger.register
    known = register.find(asked or cast.principals, doing)
    if known is None and not set(asked) & set(cast.principals):
        known = register.find([p for p in cast.principals if p != holder], doing)
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
    for doing in _phrases(ledger, piece):
        if doing.theme and doing.theme[0] in words("proposals", "nouns"):
            continue
        if doing.verb in words("speech", "verbs"):  # "presses both sides": to do what is not said
            continue
        known = _known(ledger, holder, asked, doing)
        if known and not known.act.shared:
            owner = known.act.owner
            found.append(ledger.register.literal(owner, doing, piece.id, now=False))
        elif asked:
            given = _for_holder(ledger, holder, doing)
            outside = holder not in cast.principals and len(asked) > 1
            rest = asked if outside else (holder, *asked[1:])
            each = asked if _EACH.search(piece.about or "") else asked[:1]
            for party in dict.fromkeys(each):
                found += ledger.sides(party, rest, given, piece.id, now=False)
    found = list(dict.fromkeys(found))
    return tuple(found)


def _for_holder(ledger: Ledger, holder: str, doing: Doing) -> Doing:
    """``must get its safety``, said by whoever is to get it: another gives it."""
    if doing.verb not in ("get", "receive", "have") or not re.match(r"(?:its|their) ", doing.noun):
        return doing
    _, _, noun = doing.noun.partition(" ")
    return replace(doing, noun=f"{ledger.cast.whose(holder)} {noun}")


def _is_not_done(doing: Doing) -> bool:
    """Whether to refuse it says that it is not done: to open a thing, not to keep it open."""
    family, positive = verbs().get(doing.verb, ("", False))
    done = family == doing.family and positive and doing.sign
    return done and family != EXIST and not is_shared(family)


def _refused(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """Of what the holder will not do, or will not have another do."""
    cast = ledger.cast
    rest = [p for p in (*cast.resolved(piece.addressee), *cast.principals) if p != holder]
    if len(piece.holder) > 1:
        rest = []
    found = [
        ledger.register.literal(holder, doing, piece.id, now=None)
        for doing in doings(_said(piece))
        if doing.anaphoric and doing.verb and ledger.register.find([holder], doing)
    ]  # "ruled out reinstatement"
    for doing in _phrases(ledger, piece):
        positive = doing.family in (THING, "pay") or is_shared(doing.family)  # "withhold the rent"
        said = replace(doing, sign=True) if positive else doing
        known = ledger.register.find([holder, *rest], said)
        owner, now = (known.act.owner, None) if known else (holder, False)
        if known and owner == holder and _is_not_done(said):
            mentions = known.act.mentions  # what was only supposed before: "so long as it opens it"
            mentions.insert(0, Mention(said, piece.id, now=False))
        found.append(ledger.register.literal(owner, said, piece.id, now=now))
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
