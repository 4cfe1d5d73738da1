"""Who must bring about what a condition asks, and as what: "let the lorries in"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.dispute.evidence import Condition, Evidence
from detente.reading.drafting.acts import Act
from detente.reading.drafting.cast import CIRCUMSTANCES
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.letting import common_noun, let_go
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, spoken, tables, words
from detente.reading.parties.names import nouns

_BOTH = re.compile(r"(?:both|the two) [a-z]+", re.IGNORECASE)
_BESIDE = re.compile(
    r"the (?:neighbou?ring|other) (?:state|country|province|region|nation|government|city|town)",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(r"\b(?:they|both|each)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """A condition being worked out."""

    ledger: Ledger
    holder: str
    piece: Evidence
    condition: Condition
    by: tuple[str, ...]


def owners(asked: Asked, doing: Doing) -> list[str]:
    """Who must bring it about: as named in the clause, else among those who are said to."""
    by, cast = asked.by, asked.ledger.cast
    outsider = _outsider(asked, doing) or _neighbour(asked, doing)
    if outsider:
        return [outsider]
    if not by:
        return [_of_nobody_named(asked, doing)]
    named = cast.named_in(doing.subject) if doing.subject else None
    possessor = cast.named_in(doing.noun) if len(by) > 1 else None
    whole = cast.called(doing.subject) if doing.subject else None
    other = whole if whole in cast.principals and whole != asked.holder else None
    for party in (named if named in by else None, possessor if possessor in by else None, other):
        if party is not None:
            return [party]
    both = _BOTH.match(doing.subject) and asked.holder not in cast.both and named is None
    by = cast.both if both else by  # "the bank lends only if both tiers of government sign"
    deciding = [party for party in by if party in cast.principals] or list(by)
    if is_shared(doing.family):
        return deciding
    among = by if len(by) > 1 else ()
    if not doing.subject and doing.theme and not set(by) & set(cast.principals):
        among = tuple(p for p in cast.principals if p != asked.holder)  # "unless Saro is freed"
    known = asked.ledger.register.find(among, doing)
    if known:
        return [known.act.owner]
    return deciding if _EVERYBODY.search(doing.subject) else deciding[:1]


def _neighbour(asked: Asked, doing: Doing) -> str:
    """``releases it to Sudmark only if the neighbouring state drops its suit``: Sudmark."""
    if not _BESIDE.fullmatch(doing.subject):
        return ""
    cast, holder = asked.ledger.cast, asked.holder
    named = [p for p in cast.all_named_in(asked.piece.quote) if p in cast.principals]
    found = [p for p in dict.fromkeys(named) if p != holder]
    return found[0] if len(found) == 1 else ""


def _of_nobody_named(asked: Asked, doing: Doing) -> str:
    """Who must bring it about where the clause names nobody: whoever is known to do it.

    Pressure is ended by the one who can keep it up: "if the pickets left the gate".
    """
    cast = asked.ledger.cast
    others = [p for p in cast.principals if p != asked.holder]
    known = asked.ledger.register.find(others if doing.family == EXIST else (), doing)
    if known is not None:
        return known.act.owner
    crowds = [p for p in others if not cast.is_government(p)] if len(others) > 1 else others
    head = doing.theme[0] if doing.theme else ""
    presses = doing.family == EXIST and not doing.sign and head in words("pressure", "nouns")
    return crowds[0] if presses and len(crowds) == 1 else CIRCUMSTANCES


def _outsider(asked: Asked, doing: Doing) -> str:
    """Whoever outside the quarrel must act: as the clause names it, or as the thing implies."""
    cast, subject = asked.ledger.cast, doing.subject
    fated = doing.theme and doing.theme[0] in words("fated", "nouns")
    if fated and (doing.verb in words("fated", "verbs") or not (doing.verb or doing.sign)):
        return CIRCUMSTANCES  # "until the war is over"
    if cast.named_in(subject) or any(p in cast.standing_by for p in asked.by):
        return ""
    said = re.sub(r"^(?:the|an?|its|their) ", "", subject, flags=re.IGNORECASE).split()
    head = common_noun(said[-1]) if said else ""
    if head in _STATES and subject.lower() == f"the {head}" and not cast.has_state(head):
        return cast.welcome(head, f"the {head}")  # "if the state paid half", of two firms
    office = "_".join(said[-2:]) in words("outsiders", "offices")
    if (head in words("outsiders", "nouns") or office) and subject:
        name = subject[0].lower() + subject[1:]
        return cast.welcome(head, name)
    implied = tables()["awaited"].get(doing.theme[0] if doing.theme else "")
    if implied and not subject and doing.family not in (THING, EXIST):
        return cast.welcome(implied, "the voters" if implied == "voters" else f"a {implied}")
    return ""


_STATES = ("state",)


def as_let(asked: Asked, doing: Doing) -> Doing:
    """What the holder is to have, another must let it have; what a thing does, let it do."""
    cast, holder = asked.ledger.cast, asked.holder
    named = cast.named_in(doing.subject)
    theirs = named == holder and holder not in asked.by  # "unless Sudmark's pilots may land"
    acts_itself = (named and not theirs) or _outsider(asked, doing) or _is_body(doing)
    goes = doing.actor and doing.verb == doing.family and not is_shared(doing.family)
    if asked.by and goes and not acts_itself:
        known = next((a for a in asked.ledger.register if _frees(a, asked.by, doing)), None)
        freed = let_go(doing)
        if known:
            return replace(
                freed, family=known.family, theme=(known.head,), verb="", noun="", link=""
            )
        return freed
    if doing.verb == "let" and doing.noun.lower() in ("it", "they", "we") and asked.by:
        if doing.noun.lower() == "they" and cast.is_government(holder):  # "who return may choose"
            return replace(doing, noun="the people")
        return replace(doing, noun=cast.spoken(holder))  # "if it were allowed to sell its stake"
    who = cast.named_in(doing.subject) if doing.subject else None
    pronoun = doing.subject.lower() in ("it", "they", "we", "he", "she")
    if asked.by and holder not in asked.by and doing.verb == "hold" and (pronoun or who == holder):
        return replace(doing, family="let", verb=f"let {cast.spoken(holder)} hold", subject="")
    return doing


def by_another(asked: Asked, doing: Doing) -> Doing:
    """``if it was chaired by a judge from abroad``: who is no party is let do it."""
    who = doing.subject
    other = _SOMEBODY.match(who) is not None and asked.ledger.cast.named_in(who) is None
    done = doing.verb == doing.family and bool(doing.noun) and not (doing.said or doing.link)
    if not (other and done and asked.by):
        return doing
    said = f"let {who} {spoken(doing.verb)}"
    return replace(doing, family=f"let_{doing.family}", verb=said, subject="")


_SOMEBODY = re.compile(
    r"an? (?:[a-z-]+ )+(?:from|of|in)\b|an? (?:independent|neutral|foreign|outside) "
)


def _is_body(doing: Doing) -> bool:
    """Whether what does it is a party by another name: "the group shows", no trucks that go."""
    return bool(doing.actor) and doing.actor[0] in nouns("own") | nouns("government")


def _frees(act: Act, by: tuple[str, ...], doing: Doing) -> bool:
    """Whether an act lets a thing go: more water reaches the farmers once it is released."""
    return act.owner in by and act.head == doing.actor[0] and act.family in ("free", "give", "open")
