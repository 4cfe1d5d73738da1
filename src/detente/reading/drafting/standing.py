"""Standing acts behind relations: what a party holds, its sanctions, its alignment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.dispute.evidence import Relation
from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger, Standing
from detente.reading.drafting.lexicon import EXIST, common, words
from detente.reading.page import phrase

# Of each kind of relation that is somebody's choice: the option's id, and its label.
_STANDING = {
    "controls": ("hold", "keep hold of {}"),
    "sanctions": ("sanctions", "keep sanctions on {}"),
    "aligned": ("align", "keep its alignment with {}"),
}


def stand(ledger: Ledger, relation: Relation) -> Act | None:
    """The act behind a relation, noted in the ledger; none where it is no choice of the source."""
    source = ledger.cast.resolve(relation.source)
    rule = _STANDING.get(relation.kind)
    if rule is None or relation.target is None or not ledger.cast.may_decide(source):
        return None
    friend = ledger.cast.actors.get(ledger.cast.resolve(relation.target))
    if relation.kind == "aligned" and friend is not None and friend.type == "person":
        return None  # to be of one mind with somebody is no choice
    if relation.kind == "aligned" and _is_friend_of_all(ledger, relation.target):
        return None  # "both allies of Russia": not what they are at odds about
    because = relation.because[0] if relation.because else ""
    act = _known(ledger, relation, source, because) or _made(ledger, relation, source, because)
    noted = Standing(Literal(act, sign=act.family == EXIST), because, relation.kind)
    if noted not in ledger.standing:
        ledger.standing.append(noted)
    return act


def _is_friend_of_all(ledger: Ledger, target: str) -> bool:
    """Whether every principal is aligned with the same outsider."""
    friends = {
        ledger.cast.resolve(one.source)
        for one in ledger.coverage.relations
        if one.kind == "aligned" and one.target == target
    }
    sides = {*ledger.cast.principals} - {ledger.cast.resolve(target)}
    return len(sides) > 1 and sides <= friends


def _thing(ledger: Ledger, relation: Relation) -> str:
    target = relation.target or ""
    party = ledger.cast.resolve(target)
    return ledger.cast.name(party) if party in ledger.cast.actors else target


def _known(ledger: Ledger, relation: Relation, source: str, because: str) -> Act | None:
    quote = next((p.quote for p in ledger.coverage.evidence if p.id == because), "")
    lemmas = [common(t.lemma_.lower()) for t in phrase(f"{_thing(ledger, relation)} {quote}")]
    return ledger.register.named(source, lemmas, held=relation.kind == "controls")


def _made(ledger: Ledger, relation: Relation, source: str, because: str) -> Act:
    stem, template = _STANDING[relation.kind]
    name = ledger.cast.definite(_thing(ledger, relation))
    if re.fullmatch(r"[a-z]\w*[^s\W]", name):  # "dam": a common noun that stands alone
        name = f"the {name}"
    content = [common(t.lemma_.lower()) for t in phrase(name) if t.pos_ in ("NOUN", "PROPN")]
    doing = Doing(EXIST, sign=True, theme=(stem, *content), verb="keep", noun=name)
    act = ledger.register.literal(source, doing, because, now=True).act
    act.stem, act.label = stem, template.format(name)
    return act


def is_umbrella(phrase: str) -> bool:
    """Whether a phrase only gathers doings that are named elsewhere.

    >>> is_umbrella("Sudmark ends its hostile policy"), is_umbrella("Sudmark ends its patrols")
    (True, False)
    """
    low = phrase.lower()
    nouns = "|".join(sorted(words("umbrella", "nouns")))
    marked = any(re.search(rf"\b{mark}", low) for mark in sorted(words("umbrella", "marks")))
    return marked and re.search(rf"\b(?:{nouns})s?\b", low) is not None


def concrete(ledger: Ledger, owner: str, holder: str) -> list[Act]:
    """The concrete acts behind "its hostile stance": what the owner keeps up against the holder."""
    found: list[Act] = []
    for relation in (*ledger.coverage.relations, *_imposed(ledger, owner, holder)):
        target = ledger.cast.resolve(relation.target or "")
        against = (relation.kind == "sanctions" and target == holder) or (
            relation.kind == "aligned" and target != holder
        )
        if against and ledger.cast.resolve(relation.source) == owner:
            act = stand(ledger, relation)
            found += [act] if act is not None and act not in found else []
    return sorted(found, key=lambda act: act.stem != "sanctions")


def _imposed(ledger: Ledger, owner: str, holder: str) -> Iterator[Relation]:
    """The sanctions that the text tells as imposed and no relation tells as standing."""
    told = {
        (ledger.cast.resolve(one.source), ledger.cast.resolve(one.target or ""))
        for one in ledger.coverage.relations
        if one.kind == "sanctions"
    }
    for event in ledger.coverage.events if (owner, holder) not in told else ():
        by, on = (set(map(ledger.cast.resolve, ids)) for ids in (event.actor, event.target))
        if event.kind == "sanction" and owner in by and on <= {holder}:
            yield Relation("sanctions", owner, holder, because=event.because)
