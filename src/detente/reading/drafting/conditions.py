"""Conditions: who must do what before something comes."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.dispute.evidence import Condition, Evidence
from detente.reading.drafting.acts import Literal
from detente.reading.drafting.asked import Asked, as_let, by_another, owners
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.elided import made_whole
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.lexicon import EXIST, THING, common, is_shared, tables, words
from detente.reading.drafting.likewise import AND_MORE, is_likewise, likewise, same_verb
from detente.reading.drafting.owned import (
    of_its_own,
    of_the_holder,
    of_the_paper,
    put_up_with,
    recognition,
)
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.pointing import pointed
from detente.reading.drafting.standing import concrete, is_umbrella
from detente.reading.drafting.tense import answers, is_negative, true_now

_LIST = re.compile(r"\b(?:among them|including|such as|namely|notably)\b(.*)", re.IGNORECASE)
_EMPTY = (THING, "be", "do", "have")


def required(ledger: Ledger, holder: str, piece: Evidence) -> tuple[Literal, ...]:
    """What must be so for the thing to come: a conjunction."""
    condition = piece.condition
    if condition is None:
        return ()
    condition = _narrowed(ledger, piece, condition)
    by = ledger.cast.resolved(condition.by)
    itself = _DOING_IT.match(condition.quote) and condition.marker.lower() == "without"
    if itself:  # "cannot pay more without closing libraries": it closes them itself
        condition, by = replace(condition, quote=f"start {condition.quote}"), (holder,)
    if (told := _TELLS_IT.fullmatch(condition.quote)) is not None and piece.about:
        return tuple(
            _said(
                Asked(ledger, holder, piece, condition, by),
                _telling(ledger, holder, told, piece.about),
            )
        )
    if _PERMITS.search(condition.quote):
        return ()
    alike, also = is_likewise(piece), AND_MORE.match(condition.quote)
    if alike and by and all(ledger.cast.is_forum(party) for party in by):
        return ()  # "should the court do so": not what the holder does
    same = likewise(ledger, piece, _others(ledger, holder, by)) if alike or also else ()
    if alike and (same or same_verb(condition.quote, piece.about or "")):
        return same
    listed = _LIST.search(condition.quote) if is_umbrella(condition.quote) else None
    found: list[Literal] = []
    said = ledger.cast.uncapitalised(listed[1] if listed else condition.quote)
    said = _told_of(_OFF_TABLE.sub(r"drop \1", said), piece.about or "")
    said = made_whole(ledger, piece, said)
    for doing in (one for part in _ONLY_WITH.split(said) for one in doings(part)):
        elsewhere = tuple(party for party in by if party != holder)
        whom = by if is_shared(doing.family) else elsewhere or by
        asked = Asked(ledger, holder, piece, condition, whom)
        if listed and not doing.verb and doing.noun:
            head = common(doing.noun.split()[-1].lower())
            theme = tuple(dict.fromkeys([head, *doing.theme]))
            found += _said(asked, Doing(EXIST, sign=False, theme=theme, noun=doing.noun))
        else:
            found += _umbrella(asked) or _meant(asked, doing)
    return tuple(dict.fromkeys((*same, *found)))


def _narrowed(ledger: Ledger, piece: Evidence, condition: Condition) -> Condition:
    """``They open if you pay. Otherwise they shut``: what "otherwise" denies is that you pay."""
    inner = (
        other.condition
        for other in ledger.coverage.statements
        if other.id != piece.id and other.document == piece.document and other.condition is not None
        and other.condition.quote in condition.quote
    )  # fmt: skip
    found = next(inner, None) if condition.marker.lower() in _ELSE else None
    if found is None:
        return condition
    return replace(
        found, marker=condition.marker, need="fails" if found.need == "holds" else "holds"
    )


def _told_of(said: str, about: str) -> str:
    """``will not confirm the lists unless they are put on them``: on the lists."""
    found = _BESIDE.search(said)
    own = next((doing.noun for doing in doings(about) if doing.noun), "") if found else ""
    many = own.endswith("s") and not own.endswith("ss")
    if found is None or not own or many is not (found["which"] == "them"):
        return said
    return f"{said[: found.start('which')]}{re.sub(r'^(?:an?|its|their|any) ', 'the ', own)}"


_BESIDE = re.compile(
    r"\b(?:put|added|included|written|named|taken|placed|entered|built|left)"
    r" (?:back )?(?:on|in|into|to|from|out of|off) (?P<which>it|them)$"
)


def _others(ledger: Ledger, holder: str, by: tuple[str, ...]) -> list[str]:
    """Who else must act: who is said to, else the other principals."""
    found = [party for party in by if party != holder]
    return found or [party for party in ledger.cast.principals if party != holder]


_ONLY_WITH = re.compile(r",? and only (?:with|if|when|after|once|on) ")
_JOINED = re.compile(r"the (?:[a-z]+ )?(?:government|coalition|cabinet|alliance|bloc|union)")
_ELSE = ("otherwise", "or else", "failing that", "if not")
_DOING_IT = re.compile(r"(?:first )?[a-z]+ing\b")
_OFF_TABLE = re.compile(r"^(.+?) (?:is|are|was|were|be|comes|came) off the table$")
_PERMITS = re.compile(  # "as and when dollars permit", "if they were allowed to"
    r"\b\w+ (?:permits?|allows?)$|\b(?:is|are|was|were) (?:allowed|permitted|able|free) to$"
)
_TELLS_IT = re.compile(  # "the day a court tells it to"
    r"(?P<who>(?:\S+ ){1,5})(?P<verb>ask|tell|order|invite)(?:s|ed)? (?:it|them|him|her) to"
)


def _telling(ledger: Ledger, holder: str, told: re.Match[str], about: str) -> Doing:
    """``cannot act unless both ask it to``: to ask it to act."""
    own = next(iter(doings(about)), None)
    what = own.said if own is not None and own.said else about
    theme = own.theme if own is not None else ()
    noun, verb = ledger.cast.spoken(holder), told["verb"]
    who = told["who"].strip()
    return Doing(verb, sign=True, theme=(*theme, holder), verb=verb, noun=noun, subject=who,
                 tail=f"to {what}")  # fmt: skip


def refers_back(piece: Evidence) -> bool:
    """Whether a condition only points at what was said before: "both granted", "if they do"."""
    found = doings(piece.condition.quote) if piece.condition else ()
    return bool(found) and all(_points_back(doing) for doing in found)


def _points_back(doing: Doing) -> bool:
    if doing.anaphoric or _is_one(doing) or _done_to_them(doing):
        return True
    known = doing.family in (*_EMPTY, *tables()["groups"])
    return not doing.theme and known and doing.family != "recognise"


def _done_to_them(doing: Doing) -> bool:
    """``wants them ratified``, ``all of them were taken back``: what only a pronoun tells."""
    counted = doing.theme == ("they",) and doing.noun in ("all", "both", "each")
    return counted or (doing.subject.lower() == "them" and not doing.theme)


def _is_one(doing: Doing) -> bool:
    """``accepts the new one``: of what was spoken of before."""
    return doing.theme[:1] == ("one",) and doing.noun.endswith(" new one")


def _umbrella(asked: Asked) -> list[Literal]:
    """An umbrella is the conjunction of the concrete acts that the text names."""
    if not asked.by or not is_umbrella(asked.condition.quote):
        return []
    acts = concrete(asked.ledger, asked.by[0], asked.holder)
    return [Literal(act, sign=False) for act in acts]


def is_party(ledger: Ledger, doing: Doing) -> bool:
    """Whether a phrase came to a party's bare name: no doing."""
    stays = doing.tail and doing.theme[:1] and doing.theme[0] in words("forces", "nouns")
    if doing.family not in (EXIST, THING) or not doing.noun or stays:  # "the guards on the ridge"
        return False
    if doing.verb in words("places", "leaving") and _JOINED.fullmatch(doing.noun):
        return False  # "leave the government"
    bare = doing.noun.removeprefix("the ").lower()
    names = [name.lower().removeprefix("the ") for name in ledger.cast.all_names]
    return any(bare == name or (" " in name and bare.endswith(f" {name}")) for name in names)


def _meant(asked: Asked, doing: Doing) -> list[Literal]:
    bloc = doing.family == "recognise" and asked.ledger.cast.is_alliance(asked.holder)
    if is_party(asked.ledger, doing) or (bloc and not doing.theme):
        return []  # "no European path without recognition": nobody recognises the Union
    doing = of_the_paper(asked.piece.about or "", doing)
    alone = doing.verb in words("bare", "verbs") | words("bare", "up")
    if doing.family == EXIST and not doing.theme and not doing.anaphoric:
        if not alone:
            return []
        doing = replace(doing, family=doing.verb, sign=not doing.sign)  # "until Sudmark withdraws"
    if (known := recognition(asked.ledger.cast, asked.holder, doing)) is not None:
        return _said(asked, known)
    if doing.verb and not doing.subject and asked.ledger.register.find(asked.by, doing):
        return _said(asked, doing)  # "if deliveries were not resumed"
    if _points_back(doing):
        counted = " of them " in asked.condition.quote  # "every one of them"
        own = doing.family not in (*_EMPTY, EXIST) and not is_shared(doing.family)
        first = counted or _is_one(doing) or _done_to_them(doing)
        first = first or (own and doing.anaphoric)  # "until it had been inspected"
        found = (first and _pointed(asked)) or _before(asked, doing) or _pointed(asked)
        subject = doing.subject.split(" ", 1)[0].lower()
        named = subject and subject not in words("small", "pronouns")
        if found or doing.anaphoric or (doing.family in _EMPTY and not alone) or not named:
            return found
    standing = words("pressure", "nouns") | words("forces", "nouns")
    thing_goes_on = doing.actor[:1] and doing.actor[0] in standing
    thing_goes_on = thing_goes_on and doing.family != EXIST and not is_shared(doing.family)
    makes = bool(doing.noun) and doing.verb in words("forces", "making")  # "dig trenches"
    thing_goes_on = thing_goes_on and not makes
    if (
        asked.condition.need == "fails" and thing_goes_on and true_now(asked.piece)
    ):  # "while pickets block the road"
        said = not is_negative(asked.condition.quote)
        doing = Doing(EXIST, sign=said, theme=doing.actor, noun=doing.subject)
    return _said(asked, doing)


def _said(asked: Asked, doing: Doing) -> list[Literal]:
    if doing.family == "talk" and doing.verb == "discuss" and doing.noun and not doing.sign:
        doing = replace(doing, family="discuss")  # "only if the grant is not discussed"
    who = owners(asked, doing)
    doing = of_the_holder(
        asked.ledger.cast, asked.holder, who, of_its_own(asked.piece.about or "", doing)
    )
    doing = put_up_with(asked.ledger.cast, asked.holder, who, doing)
    doing = _laid_down(asked, as_let(asked, by_another(asked, doing)), who)
    ahead = doing.sign and doing.verb in words("beginning", "verbs")
    now = true_now(asked.piece) and not ahead
    found = [asked.ledger.register.literal(owner, doing, asked.piece.id, now=now) for owner in who]
    for literal in found:
        literal.act.role = literal.act.role or "asked"
    fails = asked.condition.need == "fails" or (
        asked.piece.kind != "threat" and _keeps_up(asked.piece)
    )
    return [literal.opposite for literal in found] if fails else found


def _laid_down(asked: Asked, doing: Doing, who: list[str]) -> Doing:
    """``no talks with a gun on the table``: where arms are to be handed over, that they are not."""
    if doing.family != THING or asked.condition.need != "fails" or doing.verb:
        return doing
    known = asked.ledger.register.find(who, doing)
    given = known is not None and known.act.family == "give"
    return replace(doing, sign=not doing.sign) if given else doing


_REFUSES = re.compile(r"\b(?:no|not|never|nor|refus\w+|cannot)\b|n't\b", re.IGNORECASE)


def _keeps_up(piece: Evidence) -> bool:
    """Whether it goes on with something against what another goes on with."""
    condition = piece.condition
    if condition is None or not answers(condition):
        return False
    return not _REFUSES.search(piece.quote[: max(condition.start - piece.start, 0)])


def _pointed(asked: Asked) -> list[Literal]:
    """What a condition asks whose subject stands in the words before it: "until it is removed"."""
    piece, said = asked.piece, asked.condition.quote
    fuller = pointed(asked.ledger.document(piece), piece, said, asked.condition.start)
    if fuller == said:  # "will lend the regalia only if they undertake to send them back"
        own = next((d.noun for d in doings(piece.about or "") if d.theme and d.noun), "")
        thing = re.sub(r"^(?:an?|its|our) ", "the ", own)
        fuller = _OBJECT.sub(lambda _: thing, said) if thing else said
    told = asked.ledger.cast.uncapitalised(fuller)  # "if Contractors have not been paid"
    fresh = [doing for doing in doings(told) if fuller != said and not _points_back(doing)]
    return [literal for doing in fresh for literal in _said(asked, doing)]


_OBJECT = re.compile(r"(?<=\w )(?:it|them)(?=$| (?:back|home|over|out|in|up|down|off|away)\b)")


def _before(asked: Asked, doing: Doing) -> list[Literal]:
    """What "both", "it" or "they do" refers to: the last thing said of the same party."""
    piece = asked.piece
    both = re.search(r"\bboth\b", asked.condition.quote) is not None
    before = [
        p
        for p in asked.ledger.positions
        if p.piece.document == piece.document and p.piece.start < piece.start
    ]
    for position in sorted(before, key=lambda p: -p.piece.start):
        about = position.about if position.kind != "refusal" else ()
        found = [lit for lit in (*position.condition, *about) if lit.act.owner in asked.by]
        if doing.family == EXIST:  # "it was withdrawn"
            found = [Literal(x.act, doing.sign) for x in found if x.act.family == EXIST]
        if len(found) > both:
            for literal in found:
                literal.act.mentions.append(replace(literal.act.mentions[0], because=piece.id))
            fails = asked.condition.need == "fails"  # "will block it unless both give in"
            return list(dict.fromkeys(lit.opposite if fails else lit for lit in found))
    return []
