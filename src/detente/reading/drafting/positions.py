"""Positions: the statements of coverage, with their phrases turned into acts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from detente.dispute.evidence import AUTHOR, Coverage, Evidence, Relation
from detente.reading.drafting.acts import Act, Literal, Register
from detente.reading.drafting.lexicon import EXIST, THING, common, is_shared, tables, words
from detente.reading.drafting.phrases import Doing, doings
from detente.reading.page import model

CIRCUMSTANCES = "circumstances"
CALENDAR = "calendar"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_AHEAD = re.compile(
    rf"\b(?:by|on|from|before|until|at|in)?\s*(?:the end of (?:the |this |next )?[\w ]{{2,20}}|midnight(?: on)? {_DAY}"
    rf"|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}|(?:next |this )?{_DAY}|next (?:week|month|year)|tomorrow)",
    re.IGNORECASE,
)
_PROPOSALS = ("offer", "proposal", "plan", "idea")
_ORDER = ("precondition", "threat", "demand", "intent", "offer", "refusal", "willingness")
_PASSIVE_ROLES = frozenset({"mediator", "forum", "expert", "context", "spokesperson"})
_STILL = re.compile(r"\b(?:as|so) long as\b|\bwhile\b", re.IGNORECASE)
_LIST = re.compile(r"\b(?:among them|including|such as|namely|notably)\b(.*)", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:as part of|in the framework of|on the agenda(?: of)?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Position:
    """One holder's statement. `about` and `condition` are conjunctions; `fails`: comes if not."""

    holder: str
    piece: Evidence
    kind: str
    about: tuple[Literal, ...]
    condition: tuple[Literal, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts that it names."""
        return tuple(literal.act for literal in (*self.about, *self.condition))


class Cast:
    """Who is who: spokespersons resolved to those they speak for, names found in words."""

    def __init__(self, coverage: Coverage) -> None:
        self.actors = {actor.id: actor for actor in coverage.parties}
        self._spoken = {a.id: a.speaks_for for a in coverage.parties if a.speaks_for}
        counted = [self.resolve(h) for piece in coverage.statements for h in piece.holder]
        named = [a.id for a in coverage.parties if a.role == "principal" and not a.speaks_for]
        often = sorted(
            (p for p in dict.fromkeys(counted) if p != AUTHOR and self.may_decide(p)),
            key=lambda p: -counted.count(p),
        )
        self.principals = (
            tuple(named) if len(named) > 1 else tuple(dict.fromkeys([*named, *often[:2]]))
        )

    def resolve(self, party: str) -> str:
        """Whose position a person or office voices."""
        seen: set[str] = set()
        while party in self._spoken and party not in seen:
            seen.add(party)
            party = self._spoken[party] or party
        return party

    def may_decide(self, party: str) -> bool:
        """Whether a party's choices can be part of the quarrel."""
        actor = self.actors.get(party)
        return party != AUTHOR and (actor is None or actor.role not in _PASSIVE_ROLES)

    def name(self, party: str) -> str:
        """What a party is called."""
        return self.actors[party].name if party in self.actors else party.replace("_", " ")

    @cached_property
    def _surfaces(self) -> list[tuple[str, str]]:
        rows = [
            (surface.lower(), self.resolve(actor.id))
            for actor in self.actors.values()
            for surface in (actor.name, *actor.aliases)
        ]
        return sorted(set(rows), key=lambda row: (-len(row[0]), row))

    def named_in(self, text: str) -> str | None:
        """The party that some words name, the longest name first."""
        low = text.lower().replace("’", "'")
        for surface, party in self._surfaces:
            if re.search(rf"(?<!\w){re.escape(surface.replace('’', chr(39)))}(?!\w)", low):
                return party
        return None


class Reader:
    """Goes through the statements, the firmest kinds first, and gathers acts and positions."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.cast = Cast(coverage)
        self.register = Register()
        self.positions: list[Position] = []
        self.standing: list[
            tuple[Literal, str, str]
        ] = []  # what, its evidence, the relation's kind
        self.agenda: list[Position] = []
        self.extra: list[tuple[str, str]] = []  # a headline's statement: holder, evidence
        self._withdrawn = {c.earlier for c in coverage.changes if c.sort != "contradicts"}

    def read(self) -> Reader:
        """Everything, once."""
        statements = [s for s in self.coverage.statements if s.id not in self._withdrawn]
        ranked = sorted(statements, key=lambda s: (_rank(s), self._in_headline(s), s.start))
        self._foreseen(ranked)
        for piece in ranked:
            if piece.kind in _ORDER and (self._foreign(piece) or self._repeats(piece, ranked)):
                self.extra += [(self.cast.resolve(h), piece.id) for h in piece.holder]
                continue
            if _is_history(piece, self._document(piece).published):
                continue
            for holder in dict.fromkeys(self.cast.resolve(h) for h in piece.holder):
                if holder != AUTHOR and piece.kind in _ORDER:
                    self._statement(holder, piece)
        for relation in self.coverage.relations:
            self._relation(relation)
        return self

    def _foreseen(self, ranked: list[Evidence]) -> None:
        """The prizes first, so that a condition finds the act of whoever could bring it about."""
        for piece in ranked:
            if piece.condition and piece.kind != "threat" and not self._in_headline(piece):
                for holder in dict.fromkeys(self.cast.resolve(h) for h in piece.holder):
                    others = tuple(dict.fromkeys(self.cast.resolve(a) for a in piece.addressee))
                    if holder != AUTHOR:
                        self._own(holder, others, piece, unmet=True)

    def _repeats(self, piece: Evidence, ranked: list[Evidence]) -> bool:
        """Whether a headline only says what the body says."""
        return self._in_headline(piece) and any(
            not self._in_headline(other) and set(other.holder) & set(piece.holder)
            and bool(other.condition) == bool(piece.condition)
            and (other.kind == piece.kind or bool(piece.condition))
            for other in ranked
        )  # fmt: skip

    def _in_headline(self, piece: Evidence) -> bool:
        headline = self._document(piece).headline
        return bool(headline and headline[0] <= piece.start < headline[1])

    def _document(self, piece: Evidence):  # type: ignore[no-untyped-def]
        return next(d for d in self.coverage.documents if d.id == piece.document)

    def _foreign(self, piece: Evidence) -> bool:
        document = self._document(piece)
        other = document.headline_language not in (None, document.language)
        return self._in_headline(piece) and other

    # Statements -----------------------------------------------------------------------------------

    def _statement(self, holder: str, piece: Evidence) -> None:
        others = tuple(dict.fromkeys(self.cast.resolve(a) for a in piece.addressee))
        owner = {"demand": self._asked, "refusal": self._refused}.get(piece.kind, self._own)
        unmet = piece.kind != "intent"
        condition = self._condition(holder, others, piece)
        if piece.kind == "threat" and condition:
            condition = (*self._deadline(piece), *condition)
        about = owner(holder, others, piece, unmet)
        if about:
            self.positions.append(Position(holder, piece, piece.kind, about, condition, others))

    def _phrases(self, piece: Evidence) -> tuple[Doing, ...]:
        found = doings(piece.about or "")
        return tuple(
            d for d in found if not d.anaphoric and (d.theme or d.family not in (THING, EXIST))
        )

    def _own(
        self, holder: str, others: tuple[str, ...], piece: Evidence, unmet: bool
    ) -> tuple[Literal, ...]:  # noqa: FBT001
        found: list[Literal] = []
        keeps = piece.condition is not None and _holds_now(piece)
        for doing in self._phrases(piece):
            if self._shares_out(piece) and doing is not self._shares_out(piece).get(holder):
                continue
            positive = replace(doing, sign=True) if _negated_refusal(piece, doing) else doing
            goes_on = positive.family == EXIST and positive.sign
            now = (True if keeps or not unmet else None) if goes_on else (False if unmet else None)
            found += self._literals(holder, others, positive, piece.id, now)
        return tuple(found)

    def _shares_out(self, piece: Evidence) -> dict[str, Doing]:
        """ "Neither will do x or y unless the other does": the first does x, the second y."""
        found, holders = self._phrases(piece), [self.cast.resolve(h) for h in piece.holder]
        mutual = piece.condition and re.search(
            r"\bthe other\b|\beach other\b", piece.condition.quote
        )
        return (
            dict(zip(holders, found, strict=False))
            if mutual and len(found) == len(holders) > 1
            else {}
        )

    def _asked(
        self, holder: str, others: tuple[str, ...], piece: Evidence, _unmet: bool
    ) -> tuple[Literal, ...]:  # noqa: FBT001
        asked = [party for party in others if self.cast.may_decide(party)]
        agenda = _AGENDA.search(piece.about or "") or _AGENDA.search(piece.quote)
        if agenda and asked:
            return self._on_agenda(holder, asked, piece)
        found: list[Literal] = []
        for doing in self._phrases(piece):
            if doing.theme and doing.theme[0] in _PROPOSALS:
                continue
            known = self.register.find([*asked, *([] if asked else self.cast.principals)], doing)
            if known and not known.act.shared:
                found.append(self.register.literal(known.act.owner, doing, piece.id, now=False))
            elif asked:
                found += self._literals(asked[0], (holder, *asked[1:]), doing, piece.id, now=False)
        return tuple(found)

    def _refused(
        self, holder: str, others: tuple[str, ...], piece: Evidence, _unmet: bool
    ) -> tuple[Literal, ...]:  # noqa: FBT001
        found: list[Literal] = []
        for doing in self._phrases(piece):
            said = (
                replace(doing, sign=True)
                if doing.family == THING or is_shared(doing.family)
                else doing
            )
            joint = len(piece.holder) > 1
            rest = [p for p in (*others, *self.cast.principals) if p != holder and not joint]
            known = self.register.find([holder, *rest], said)
            owner = known.act.owner if known else holder
            now = None if known else False
            found.append(self.register.literal(owner, said, piece.id, now))
        return tuple(found)

    def _literals(
        self, owner: str, others: Iterable[str], doing: Doing, because: str, now: bool | None
    ) -> list[Literal]:  # noqa: FBT001
        """An act of the owner; of a shared doing, one of each side, the owner's first."""
        sides = [owner]
        if is_shared(doing.family):
            sides += [p for p in others if self.cast.may_decide(p) and p != owner]
        return [self.register.literal(side, doing, because, now) for side in dict.fromkeys(sides)]

    # Conditions -----------------------------------------------------------------------------------

    def _condition(
        self, holder: str, others: tuple[str, ...], piece: Evidence
    ) -> tuple[Literal, ...]:
        condition = piece.condition
        if condition is None:
            return ()
        mutual = self._shares_out(piece)
        if mutual:
            return tuple(
                self.register.literal(other, doing, piece.id, now=False)
                for other, doing in mutual.items()
                if other != holder
            )
        by = tuple(dict.fromkeys(self.cast.resolve(p) for p in condition.by))
        listed = _LIST.search(condition.quote)
        phrase = listed[1] if listed and _is_umbrella(condition.quote) else condition.quote
        found: list[Literal] = []
        for doing in doings(phrase):
            elsewhere = tuple(p for p in by if p != holder)
            whom = by if is_shared(doing.family) else elsewhere or by
            found += self._required(holder, others, piece, whom, doing, named=bool(listed))
        return tuple(dict.fromkeys(found))

    def _required(
        self, holder: str, others: tuple[str, ...], piece: Evidence, by: tuple[str, ...],
        doing: Doing, *, named: bool,
    ) -> list[Literal]:  # fmt: skip
        condition = piece.condition
        assert condition is not None  # noqa: S101
        fails = condition.need == "fails"
        if named and doing.family == THING:
            doing = replace(doing, family=EXIST, sign=False, verb="end")
        elif _is_umbrella(condition.quote) and by:
            standing = self._concrete(by[0], holder)
            if standing:
                return [Literal(act, sign=False) for act in standing]
        if doing.family == EXIST and not doing.theme and not doing.anaphoric:
            return []
        empty = doing.family in (THING, "be", "do", "have", *tables()["groups"])
        if doing.anaphoric or (empty and not doing.theme):
            return self._meant_before(by, piece, doing)
        if fails and doing.actor and doing.family != EXIST and not is_shared(doing.family):
            said = not re.search(r"\b(?:no|not|never)\b|n't\b", condition.quote)
            doing = Doing(EXIST, said, doing.actor, "", doing.subject)
        owners = self._owners(by, doing)
        doing = self._let(holder, by, doing)
        now = _true_now(piece)
        found = [self.register.literal(owner, doing, piece.id, now) for owner in owners]
        return [literal.opposite for literal in found] if fails else found

    def _deadline(self, piece: Evidence) -> tuple[Literal, ...]:
        """A date still ahead in a threat is awaited."""
        assert piece.condition is not None  # noqa: S101
        found = _AHEAD.search(piece.condition.quote) or _AHEAD.search(_SAID.sub("", piece.quote))
        if found is None:
            return ()
        when = re.sub(
            r"^(?:by|on|from|before|until|at|in)\s+", "", found[0].strip(), flags=re.IGNORECASE
        )
        known = next((a for a in self.register if a.owner == CALENDAR), None)
        if known is None:
            said = Doing("reach", True, (when.lower(),), "reach", when)
            known = self.register.literal(CALENDAR, said, piece.id, now=False).act
            known.stem, known.label = "deadline", f"reach {when}"
        return (Literal(known, sign=True),)

    def _let(self, holder: str, by: tuple[str, ...], doing: Doing) -> Doing:
        """What the holder is to have, another must let it have."""
        who = self.cast.named_in(doing.subject) if doing.subject else None
        pronoun = doing.subject.lower() in ("it", "they", "we", "he", "she")
        if (
            by
            and holder not in by
            and doing.theme
            and doing.verb == "hold"
            and (who == holder or pronoun)
        ):
            name = self.cast.name(holder)
            return replace(doing, family="let", verb=f"let {name} {doing.verb}", subject="")
        return doing

    def _owners(self, by: tuple[str, ...], doing: Doing) -> list[str]:
        named = self.cast.named_in(doing.subject) if doing.subject else None
        if named in by:
            return [str(named)]
        possessor = self.cast.named_in(doing.noun)
        if possessor in by and len(by) > 1:
            return [str(possessor)]
        if not by:
            return [CIRCUMSTANCES]
        deciding = [party for party in by if party in self.cast.principals]
        known = (
            self.register.find(by, doing) if len(by) > 1 and not is_shared(doing.family) else None
        )
        if known:
            return [known.act.owner]
        if is_shared(doing.family) or re.search(r"\b(?:they|both|each)\b", doing.subject.lower()):
            return deciding or list(by)
        return (deciding or list(by))[:1]

    def _meant_before(self, by: tuple[str, ...], piece: Evidence, doing: Doing) -> list[Literal]:
        """What "both", "it" or "they do" refers to: the last thing said of the same party."""
        before = [
            p for p in self.positions if p.piece.start < piece.start and p.piece.id != piece.id
        ]
        for position in sorted(before, key=lambda p: -p.piece.start):
            said = (*position.condition, *(position.about if position.kind != "refusal" else ()))
            found = [literal for literal in said if literal.act.owner in by]
            if doing.family == EXIST:  # "it was withdrawn"
                found = [Literal(l.act, doing.sign) for l in found if l.act.family == EXIST]
            both = re.search(r"\bboth\b", piece.condition.quote if piece.condition else "")
            if len(found) > bool(both):
                for literal in found:
                    literal.act.mentions.append(replace(literal.act.mentions[0], because=piece.id))
                return list(dict.fromkeys(found))
        return []

    def _concrete(self, owner: str, holder: str) -> list[Act]:
        """The concrete acts behind "its hostile stance": standing relations of the owner."""
        found: list[Act] = []
        for relation in self.coverage.relations:
            source = self.cast.resolve(relation.source)
            against = (
                relation.kind == "sanctions" and self.cast.resolve(relation.target or "") == holder
            )
            if source == owner and (
                against or (relation.kind == "aligned" and relation.target != holder)
            ):
                act = self._relation(relation)
                if act is not None and act not in found:
                    found.append(act)
        return sorted(found, key=lambda act: act.stem != "sanctions")

    def _on_agenda(self, holder: str, asked: list[str], piece: Evidence) -> tuple[Literal, ...]:
        """ "As part of the talks": an option of its own, to discuss it, and a price of the talks."""
        phrase = _AGENDA.split(piece.about or piece.quote)
        topics, frame = doings(phrase[0]), doings(phrase[-1]) if len(phrase) > 1 else ()
        thing = next((d for d in topics if d.theme), None)
        theme = thing.theme if thing else ()
        said = Doing(
            "discuss",
            True,
            tuple(theme),
            "discuss",
            _object_words(self.coverage, piece) or (thing.noun if thing else "it"),
        )
        asks = self.register.literal(asked[0], said, piece.id, now=False)
        asks.act.stem = asks.act.stem or "discuss"
        for doing in frame:
            if is_shared(doing.family):
                about = self._literals(holder, asked, doing, piece.id, now=False)
                self.agenda.append(
                    Position(holder, piece, "precondition", tuple(about[:1]), (asks,), tuple(asked))
                )
                break
        return (asks,)

    # Relations ------------------------------------------------------------------------------------

    def _relation(self, relation: Relation) -> Act | None:
        source = self.cast.resolve(relation.source)
        rule = _STANDING.get(relation.kind)
        if rule is None or relation.target is None or not self.cast.may_decide(source):
            return None
        because = relation.because[0] if relation.because else ""
        quote = next((p.quote for p in self.coverage.evidence if p.id == because), "")
        target = self.cast.resolve(relation.target)
        name = self.cast.name(target) if target in self.cast.actors else relation.target
        lemmas = [common(t.lemma_.lower()) for t in model()(f"{name} {quote}")]
        act = self.register.named(source, lemmas, relation.kind == "controls")
        stem, template = rule
        if act is None:
            theme = tuple(
                common(t.lemma_.lower()) for t in model()(name) if t.pos_ in ("NOUN", "PROPN")
            )
            doing = Doing(EXIST, True, (stem, *theme), "keep", name)
            act = self.register.literal(source, doing, because, now=True).act
            act.stem, act.label = stem, template.format(name)
        literal = Literal(act, sign=act.family == EXIST)
        if (literal, because, relation.kind) not in self.standing:
            self.standing.append((literal, because, relation.kind))
        return act


_STANDING = {
    "controls": ("hold", "keep hold of {}"),
    "sanctions": ("sanctions", "keep sanctions on {}"),
    "aligned": ("align", "keep its alignment with {}"),
}


_SAID = re.compile(
    rf"\b(?:said|announced|told|says?|warned)\b[^.;]*?\bon {_DAY}\b|\bon {_DAY}[,.]?$",
    re.IGNORECASE,
)


def _rank(piece: Evidence) -> int:
    kind = "precondition" if piece.condition and piece.kind != "threat" else piece.kind
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _holds_now(piece: Evidence) -> bool:
    condition = piece.condition
    return bool(condition and condition.need == "holds" and _STILL.search(condition.marker))


def _true_now(piece: Evidence) -> bool:
    """Whether the clause of a condition, as said, is true at present."""
    condition = piece.condition
    if condition is None:
        return False
    if _STILL.search(condition.marker):
        return True
    if condition.need == "fails":
        return not re.search(r"\b(?:unless|without|until)\b", condition.marker, re.IGNORECASE)
    return piece.kind == "threat" and bool(re.search(r"\bnot\b|n't\b|\bstill\b", condition.quote))


def _is_history(piece: Evidence, published: str | None) -> bool:
    """A demand or refusal of another decade is told, not held."""
    if piece.condition or piece.kind not in ("demand", "refusal", "intent", "offer"):
        return False
    found = re.search(
        r"\b[Ii]n (?:the )?(?:early |late |mid-)?((?:19|20)\d\d)s?\b|\b((?:19|20)\d\d)\b",
        piece.date or piece.quote,
    )
    year = int(next(filter(None, found.groups()))) if found else None
    now = int(published[:4]) if published else 2010
    return year is not None and year < now - 2 and piece.kind != "refusal"


def _negated_refusal(piece: Evidence, doing: Doing) -> bool:
    """A thing withheld is named as such, also where the words of the refusal came along."""
    return piece.kind in ("precondition", "refusal") and not doing.sign and doing.family != EXIST


def _is_umbrella(phrase: str) -> bool:
    low = phrase.lower()
    nouns = "|".join(sorted(words("umbrella", "nouns")))
    marked = any(re.search(rf"\b{mark}", low) for mark in words("umbrella", "marks"))
    return marked and re.search(rf"\b(?:{nouns})(?:s|ies)?\b", low) is not None


def _object_words(coverage: Coverage, piece: Evidence) -> str:
    """What is contested, as the object of a dispute "about" it."""
    if re.search(r"\bterritor", piece.quote, re.IGNORECASE):
        return next((o.name for o in coverage.objects if o.type == "territory"), "")
    return ""
