"""For whom somebody speaks who is named without an office: an officer told of before, a member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.grammar import ONE_OF_MANY, shortly_before
from detente.reading.parsed import Token
from detente.reading.parties import appositions, he_and_she, heading, ministers, owners
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import RULED, Entry, is_office
from detente.reading.parties.leanings import leanings
from detente.reading.parties.memory import Heard, Ids, only
from detente.reading.parties.names import head_kind, nouns
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_MANY = frozenset(
    {"official", "member", "lawyer", "diplomat", "aide", "adviser", "advisor", "delegate", "deputy",
     "councillor", "owner", "officer", "agent", "counsel", "attorney", "solicitor", "politician",
     "lawmaker", "legislator", "trustee", "negotiator"}
)  # fmt: skip
_WE = frozenset({"we", "us", "our", "ours"})
_TALKING = frozenset({"speak", "talk"})
_NEAR = 3  # sentences back to whose member somebody may be


def tie(walk: Resolver, entry: Entry, token: Token) -> None:
    """Learn for whom one speaks who has no office beside the name."""
    walk.tying.add(entry.id)  # against circles
    told = (
        _tied(walk, entry, token)
        or _one_of(walk, token)
        or _of_crowd(walk, token)
        or _living_so(walk, token)
        or _of_officer(walk, entry, token)
        or _of_lead(walk, entry, token)
        or _taken_up(walk, entry, token)
    )
    entry.speaks_for = next((id_ for id_ in told if id_ != entry.id), None)
    entry.is_tied = entry.speaks_for is not None
    walk.tying.remove(entry.id)


def _tied(walk: Resolver, entry: Entry, token: Token) -> Ids:
    """Whom a person without an office is of: "the union's Ana Berg", "Ana Berg of the union"."""
    found: Ids = ()
    first = token.left_edge
    if any(child.dep_ == "poss" for child in token.children) and first.i < token.i:
        found = walk.owner(token, entry.id)
    within = [one for one in walk.doc[first.i : token.i] if one.dep_ == "poss"]
    if not found and within and walk.cast.named.get(within[0].head.i) == entry.id:
        found = walk.owning(within[0])  # "the TPP's Huang Kuo-chang"
    for child in () if found else token.children:
        if child.dep_ == "appos" and child.lower_ == "one":  # "Ana Berg, one of the readers"
            found = walk.owner(child, entry.id)
        after = child.i in {token.i + 1, token.i + 2}
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "for", "at"} and after:
            ids = owners.behind(walk, [child])
            found = ids if ids and _may_be_of(walk.entry(ids[0])) else ()
    if not found and token.dep_ in SUBJECTS:  # "For the employers, Max Lind said"
        before = (c for c in token.head.children if c.lower_ == "for" and c.i < token.i)
        found = owners.behind(walk, before)
    found = found or heading.led_by(walk, token) or _serving(walk, token)
    return tuple(id_ for id_ in found if id_ != entry.id and not walk.entry(id_).is_person)


def _serving(walk: Resolver, token: Token) -> Ids:
    """Of "Ana Berg, who is in charge of waste at Norland's ministry" Norland.

    Also of who "works for the Rail Union", "sits on the drivers' committee".
    """
    for clause in (child for child in token.children if child.dep_ == "relcl"):
        who = any(child.lower_ == "who" and child.dep_ in SUBJECTS for child in clause.children)
        for verb in (clause, *clause.conjuncts) if who else ():
            if verb.lemma_ in _AT_WORK and verb.tag_ in {"VBZ", "VBP"}:
                inside = (one for one in verb.subtree if one.lower_ in {"at", "for", "on", "with"})
                if found := owners.behind(walk, inside):
                    return found if _may_be_of(walk.entry(found[0])) else ()
    return ()


_AT_WORK = words("be work sit serve run direct manage handle oversee negotiate speak organise")


def leads_team(token: Token) -> bool:
    """Whether somebody is told to lead negotiators or lawyers: "who leads the legal team"."""
    told = (child for child in token.children if child.dep_ == "relcl")
    return any(
        clause.lemma_ in {"lead", "head", "chair"} and clause.tag_ in {"VBZ", "VBP"}
        and any(one.dep_ == "dobj" and one.lemma_ in _TEAMS for one in clause.children)
        for clause in told
    )  # fmt: skip


_TEAMS = words("team delegation side negotiation talk case mission panel")


def _one_of(walk: Resolver, token: Token) -> Ids:
    """Of "The firm's lawyers agree. One of them, Ana Berg, said so" whose lawyers they are."""
    one = token.head
    if token.dep_ != "appos" or one.lower_ not in ONE_OF_MANY:
        return ()
    inside = (c for prep in one.children if prep.lower_ == "of" for c in prep.children)
    several = next((c for c in inside if c.dep_ == "pobj"), None)
    if several is None or several.lower_ != "them":
        return walk.owning(several) if several is not None else ()
    for noun in reversed(shortly_before(one)):
        many = noun.tag_ == "NNS" and (is_office(noun) or is_crowd(noun.lemma_.casefold()))
        whose = (walk.followed(walk.ids.get(noun.i, ())) or walk.owner(noun)) if many else ()
        if whose:
            return whose
    return walk.memory.latest(lambda heard: walk.entry(heard.ids[0]).type == "group", 1) or (
        walk.memory.latest(lambda heard: heard.main and not walk.entry(heard.ids[0]).is_person, 1)
    )


def _may_be_of(entry: Entry) -> bool:
    """Whether "Ana Berg of X" is likely to speak for X: no land, no seat of learning."""
    school = nouns("kinds.school") - {"hospital", "trust"}
    learned = entry.words & school if head_kind(entry.name) != "union" else set()
    return bool(entry.acts) or not (entry.type in RULED or entry.is_person or learned)


def _of_crowd(walk: Resolver, token: Token) -> Ids:
    """Of "tenant Ana Berg" the tenants, where they are a party."""
    crowds = (of_those(walk, noun) for noun in appositions.of_crowd(token))
    return next(filter(None, crowds), ())


def _living_so(walk: Resolver, token: Token) -> Ids:
    """Of "Ana Berg, who lives on the fourth floor" the tenants, if they alone are such a party."""
    for clause in (child for child in token.children if child.dep_ == "relcl"):
        crowds = _LIVES.get(clause.lemma_, frozenset())
        groups = (one for one in walk.leading if crowds & (one.descriptions | one.words))
        if clause.tag_ in {"VBZ", "VBD", "VBN"} and (found := only(one.id for one in groups)):
            return found
    return ()


_DWELLERS = words(
    "tenants residents villagers neighbours neighbors islanders inhabitants locals homeowners"
)
_LIVES = {
    "live": _DWELLERS,
    "rent": words("tenants"),
    "fish": words("fishermen fishers trawlermen crabbers"),
    "farm": words("farmers growers"),
    "grow": words("farmers growers"),
    "drive": words("drivers cabbies truckers hauliers"),
    "teach": words("teachers lecturers"),
    "herd": words("herders pastoralists"),
}


def of_those(walk: Resolver, noun: Token) -> Ids:
    """Of "a resident" the residents, where they alone are such a party."""
    lemma = noun.lemma_.casefold()
    groups = (one for one in walk.leading if one.type == "group")
    return only(one.id for one in groups if lemma in one.descriptions)


def _of_officer(walk: Resolver, entry: Entry, token: Token) -> Ids:
    """Of "Its president will not go beyond that. Ana Berg holds ...": whose president it was."""
    full = any(" " in name for name in entry.surfaces)  # also "Baroness Berg"
    if token.dep_ not in SUBJECTS or not full or entry.first + _NEAR < token.i:
        return ()
    office = he_and_she.nameless(walk, token, _PAST)
    if office is None or not is_office(office):
        return ()
    if office.lemma_.casefold() in _MANY and not _is_same(walk, office, token):
        return ()
    told = walk.ids.get(office.i, ())
    near = walk.memory.sentence - next(
        (heard.sentence for heard in walk.memory.recent(2) if heard.at == office.i), -_NEAR
    )
    if any(child.dep_ == "appos" for child in token.children):
        return ()  # "Ana Berg, a teacher of history, would have"
    others = (h for h in walk.memory.recent(2) if h.at > office.i)
    if near > 2 or any(walk.entry(one.ids[0]).is_person for one in others):  # noqa: PLR2004
        return ()
    return walk.followed(told)


def _of_lead(walk: Resolver, entry: Entry, token: Token) -> Ids:
    """Of a page that opens with what "Norland's water minister said": whoever is named then.

    As agencies do: the lead has the officer, a later paragraph the name, and nobody between.
    """
    full = " " in entry.name and token.dep_ in SUBJECTS and saying.is_plain(token.head)
    if not full or any(child.dep_ == "appos" for child in token.children):
        return ()
    lead = next((one for one in walk.sentences if one.end - one.start > _HEADLINE), None)
    if lead is None or lead.start >= token.sent.start or token.i - lead.end > _PAST:
        return ()
    office = next((one for one in lead if _is_teller(one)), None)
    between = (h for h in walk.memory.mentions if h.at < token.i)
    others = any(walk.entry(id_).is_person and id_ != entry.id for h in between for id_ in h.ids)
    if office is None or others:
        return ()
    return walk.followed(walk.ids.get(office.i, ())) or walk.owner(office, entry.id)


_HEADLINE = 12  # tokens


def _is_teller(noun: Token) -> bool:
    """As "a government official" of "..., a government official said on Monday"."""
    says = noun.dep_ == "nsubj" and noun.tag_ == "NN" and saying.is_plain(noun.head)
    return says and is_office(noun) and not any(c.dep_ == "appos" for c in noun.children)


_PAST = 100  # tokens back to an office whose holder is named in the next sentence or the one after


def _is_same(walk: Resolver, office: Token, token: Token) -> bool:
    """Whether an official is named by whom the next sentence quotes: "an official said. ...".

    As agencies do: "a Treasury official said on Tuesday. "Not yet," Ana Berg told them."
    """
    start = token.sent.start
    next_to = start > 0 and walk.doc[start - 1].sent.start == office.sent.start
    lone = any(child.lower_ in {"a", "an"} for child in office.lefts)
    quoted = any(one.idx in walk.spoken for one in token.sent)
    return lone and next_to and quoted and saying.is_plain(office.head)


def _taken_up(walk: Resolver, entry: Entry, token: Token) -> Ids:
    """Of "said Ana Berg. The guild's secretary was speaking in Oslo": whose secretary it is.

    Also of "Ana Berg met reporters. The Foreign Ministry spokeswoman noted that".
    """
    end = token.sent.end
    if " " not in entry.name or token.dep_ not in SUBJECTS or end >= len(walk.doc):
        return ()
    for noun in walk.doc[end].sent:
        if noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT":
            own = any(child.dep_ == "poss" for child in noun.children)
            again = any(child.lower_ == "the" for child in noun.lefts) and bool(posted(noun))
            told = (own and noun.head.lemma_ in _TALKING) or (again and saying.is_plain(noun.head))
            named = any(child.dep_ in {"appos", "conj"} for child in noun.children)
            if not (told and noun.tag_ == "NN" and is_office(noun)) or named:
                return ()
            entry.introduced = True
            return walk.owner(noun, entry.id) or ministers.unnamed(walk, noun, entry)
    return ()


def posted(office: Token) -> list[Token]:
    """The words before an office that say in what ministry it is: "Foreign Ministry"."""
    return [one for one in office.lefts if one.lower_ in nouns("portfolios") | _GOVERNING]


_GOVERNING = frozenset({"ministry", "government", "presidential", "foreign", "cabinet"})


def of_members(walk: Resolver, person: Entry, parties: Iterable[Entry]) -> str | None:
    """Of "We will not go back," said Ana Berg: the crowd or union that was told of before."""
    if not any(_says_we(walk, token) for token in walk.speeches.get(person.id, ())):
        return None
    against = leanings(walk, person)
    many = {one.id: one for one in parties if _is_of_many(one) and against.get(one.id, 0.0) >= 0}
    heard = list(_before(walk, person))
    for subject in (True, False):
        for one in heard:
            found = [id_ for id_ in walk.followed(one.ids) if id_ in many]
            if found and (one.subject or not subject):
                return found[0]
    return None


def _says_we(walk: Resolver, token: Token) -> bool:
    return any(one.lower_ in _WE and one.idx in walk.spoken for one in token.sent)


def _is_of_many(party: Entry) -> bool:
    words = party.words | party.descriptions
    if "party" in words:
        return False  # its voters are not it
    return party.type == "group" or head_kind(party.name) == "union" or bool(words & _UNITED)


_UNITED = nouns("unions") | nouns("heads.union") | {"campaign", "coalition", "community"}


def _before(walk: Resolver, person: Entry) -> Iterator[Heard]:
    """The mentions of the sentences before somebody comes in, the latest first."""
    earlier = [heard for heard in walk.memory.mentions if heard.at < person.first]
    for heard in reversed(earlier):
        if earlier[-1].sentence - heard.sentence > _NEAR:
            return
        yield heard
