"""Whether a body or crowd without a proper name is a party: by what it does, and who is of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from detente.reading.parsed import Token
from detente.reading.parties import owners, stirring, unions, will
from detente.reading.parties.bodies import INDEFINITE, is_crowd
from detente.reading.parties.cast import Cast, Entry, is_office, is_title, wills
from detente.reading.parties.mentions import Body
from detente.reading.parties.names import head_kind, nouns
from detente.reading.parties.phrases import Phrase, is_served
from detente.reading.syntax import PLURAL, SUBJECTS

_ENOUGH = 2  # acts, or acts and people who speak for it
_WATCHING = frozenset({"regulator", "watchdog"})


def is_party(body: Body, found: Cast, bodies: list[Body]) -> bool:
    """Whether it acts enough, and no party with a name is meant."""
    named = [entry for entry in found.entries.values() if not entry.is_person]
    unions = [one for one in named if head_kind(one.name) == "union"] if body.marks else []
    if len(unions) > 1:
        named = [one for one in named if not _is_of_workers(one)]
    if is_meant(body, named):
        return False
    if body.kind == "firms" and _is_a_known_firm(body, named, bodies):
        return False
    if not body.marks and body.lemma in nouns("parts") and any(map(is_firm, named)):
        return False
    heads = [phrase.head for phrase in body.phrases]
    acts = sum(map(wills, heads)) + (body.kind == "bodies" and any(map(stirring.is_charged, heads)))
    others = sum(is_served_by(head) or stirring.is_faced(head) for head in heads)
    takes = sum(map(stirring.speaks, heads))
    spoken = sum(has_speaker(head, found) for head in heads)
    if body.kind == "crowds":
        if not takes and not spoken and not any(map(stirring.is_led, heads)):
            return False
        again = len(heads) > 1 and any(map(stirring.takes_a_side, heads))
        if spoken or again or any(map(stirring.is_collective, body.phrases)):
            return True
    acts += sum(map(stirring.is_led, heads)) + spoken + sum(map(stirring.decides, heads))
    if body.kind != "crowds":
        others += bool(takes or spoken)
    if body.kind == "crowds" and not any(map(stirring.is_told_apart, body.phrases)):
        others -= 1  # "lawyers", "founders"
    others += body.kind == "bodies" and bool(body.marks) and len(body.phrases) > 1
    society = bool(body.marks) and body.lemma in nouns("societies")
    sided = body.kind == "bodies" and bool(body.marks) and any(map(stirring.takes_a_side, heads))
    return bool(acts) and (sided or acts + others + society >= _ENOUGH)


def is_meant(body: Body, named: Iterable[Entry]) -> bool:
    """Whether one of some parties with a name goes by the noun."""
    if not _is_of_some_sort(body):
        one, many = body.lemma, f"{body.lemma}s"
        named = (
            entry
            for entry in named
            if one in entry.words
            or many in entry.words
            or one in entry.descriptions
            or many in entry.descriptions
        )
    return any(means(body, entry) for entry in named)


def _is_of_some_sort(body: Body) -> bool:
    """Whether a party may go by the noun for what it is, and not by a word of its name."""
    lemma = body.lemma
    always = lemma in nouns("unions") or lemma in nouns("trades") or lemma in nouns("fighters")
    bare = lemma in _WATCHING or lemma in _SORTS or lemma in _THE_ORGANISATION
    bare = bare or lemma in nouns("organs") or lemma in nouns("kinds.hospital")
    return always or (bare and not body.marks)


def means(body: Body, entry: Entry) -> bool:
    """Whether a party with a name goes by the noun: "the union" of the Rail Workers' Union."""
    words = (entry.words, entry.descriptions)
    if body.kind == "crowds":
        clubs = body.lemma == "club" and not any("clubs" in some for some in words)
        if clubs or _is_elsewhere(body, words):
            return False
    if (body.lemma in nouns("unions") or body.lemma in nouns("trades")) and _is_union(entry):
        alone = body.kind == "crowds" or any(map(_is_foremost, body.phrases))
        return not body.marks or alone or _is_of_workers(entry)
    if body.lemma in _WATCHING and not body.marks:
        return bool(entry.words & nouns("regulators"))
    if _is_of_sort(body, entry) or is_of_their_like(body, entry):
        return True
    if not _has(words, body.lemma):
        return False
    own = body.marks - _WHEREVER  # "the town's rowing club" of Tesk Rowing Club
    crowd = body.kind == "crowds" and is_crowd(body.lemma)  # no "opposition parties"
    return crowd or all(_has(words, mark) for mark in own)


def _is_foremost(phrase: Phrase) -> bool:
    """As of "the biggest rail union": which one, is told by its name, before or after."""
    told = phrase.head.doc[phrase.start : phrase.head.i]
    return any(word.tag_ == "JJS" or word.lower_ == "main" for word in told)


def _is_union(entry: Entry) -> bool:
    called = entry.type != "company" and not entry.descriptions.isdisjoint(nouns("heads.union"))
    return called or head_kind(entry.name) == "union"


def _has(words: Sequence[Collection[str]], word: str) -> bool:
    return any(word in some or f"{word}s" in some for some in words)


def _is_elsewhere(body: Body, words: Sequence[Collection[str]]) -> bool:
    """Whether a crowd is of a place that the party's name does not have: "miners at the pit"."""
    told = {mark.rpartition(" ")[2] for mark in body.marks if " " in mark}
    return bool(told) and all(told.isdisjoint(some) for some in words)


_WHEREVER = frozenset(
    {"town", "city", "village", "county", "country", "island", "region", "province", "district",
     "state", "valley", "nation", "borough", "parish", "capital"}
)  # fmt: skip


def _is_of_workers(entry: Entry) -> bool:
    """Whether a union's name does not say of what trade its members are."""
    words = {word.rstrip("'’s") for word in entry.words}
    return bool(words & {"worker", "employee"}) and not any(
        is_crowd(word) for word in words - {"worker", "employee"}
    )


def is_of_their_like(body: Body, entry: Entry) -> bool:
    """Whether "the farmers' association" may be that of Milk Producers: a noun for them."""
    same = body.kind == "bodies" and body.lemma in entry.words
    return same and unions.are_of(entry, body.marks)


def _is_of_sort(body: Body, entry: Entry) -> bool:
    """Whether a party is of the sort that the noun is for: "the hospital" of Carrick General."""
    if body.lemma in nouns("fighters") and entry.type == "group":
        return True
    if body.marks:
        return False
    if entry.type == _SORTS.get(body.lemma) or _is_the_organisation(body, entry):
        return True
    if body.lemma in nouns("organs") and entry.type == "alliance":
        return True
    return body.lemma in nouns("kinds.hospital") and owners.is_of(entry, "hospital")


_SORTS = {"movement": "group", "alliance": "alliance", "province": "province"}


def _is_the_organisation(body: Body, entry: Entry) -> bool:
    """Whether a body with a name is meant by "the organisation", of which no more is said."""
    if body.lemma not in _THE_ORGANISATION or entry.type not in _ORGANISED:
        return False
    return all(one.start == one.head.i and one.head.tag_ == "NN" for one in body.phrases)


_THE_ORGANISATION = frozenset({"organisation", "organization"})
_ORGANISED = frozenset({"organisation", "group", "alliance"})


def is_firm(entry: Entry) -> bool:
    """Whether a party is a company."""
    return entry.type == "company"


def _is_site(entry: Entry) -> bool:
    return entry.name.casefold().split()[-1] in nouns("sites") - nouns("kinds.school")


def _is_a_known_firm(body: Body, named: list[Entry], bodies: list[Body]) -> bool:
    """Whether a company is spoken of under a name, or by what it makes or does."""
    if any(_is_new(phrase) for phrase in body.phrases):
        return False
    if any(map(is_firm, named)):
        return True
    sites = [one for one in named if one.type == "organisation" and _is_site(one)]
    if len(sites) == 1 and sites[0].acts:
        sites[0].type = "company"  # "Halvik Port", then "the company"
        sites[0].descriptions.add(body.lemma)
        return True
    unsure = [one for one in named if one.is_unsure and not one.ruled]
    first = min(phrase.start for phrase in body.phrases)
    before = [one for one in unsure if one.first < first] or unsure
    if before and not body.marks:
        firm = max(before, key=lambda one: one.weight)
        firm.type, firm.is_unsure = "company", False
        firm.descriptions.add(body.lemma)
        return True
    vague = body.lemma in nouns("vague") and not body.marks
    return vague and any(
        other.kind == "firms" and other.lemma not in nouns("vague") for other in bodies
    )


def _is_new(phrase: Phrase) -> bool:
    return phrase.start > 0 and phrase.head.doc[phrase.start - 1].lower_ in INDEFINITE


def office_of(head: Token) -> Token | None:
    """The office that somebody has of it: "the board's chairman", "a spokesman for the firm"."""
    beside = head.dep_ == "poss" or is_served(head)
    office = head.head if beside else head.head.head
    if head.dep_ == "poss" and office.pos_ == "PROPN":  # "Pilots' representative Nils Aas"
        office = next(filter(is_office, head.doc[head.i + 1 : office.i]), office)
    linked = beside or (head.dep_ == "pobj" and head.head.lower_ in {"of", "for"})
    return office if linked and is_office(office) and not is_title(office) else None


def is_served_by(head: Token) -> bool:
    """Whether somebody has an office of it."""
    return office_of(head) is not None


def has_speaker(head: Token, found: Cast) -> bool:
    """Whether somebody with an office of it, or with a name, takes a position for it."""
    office = office_of(head)
    if office is None:
        return _is_named_of(head, found) or _are_served(head) or will.is_taken_up(head)
    if office.tag_ in PLURAL:
        return False
    beside = office.dep_ in {"compound", "nmod", "appos"} and office.head.pos_ == "PROPN"
    return wills(office) or (beside and (wills(office.head) or _is_labelled(office)))


def _is_labelled(office: Token) -> bool:
    """As of "Ana Berg, union secretary: 'We will not go back.'"."""
    after = office.right_edge.i + 1
    return office.doc[after : after + 1].text == ":"


def _are_served(head: Token) -> bool:
    """As of "Farmers blocked the road. Their spokesman said"."""
    if head.dep_ not in SUBJECTS or head.tag_ != "NNS":
        return False
    for token in head.doc[head.i + 1 : head.i + _FAR]:
        if token.tag_ == "NNS" and token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
            return False
        if token.lower_ == "their" and token.is_sent_start:
            office = token.head
            return office.tag_ == "NN" and is_office(office) and not is_title(office)
    return False


_FAR = 60  # tokens on in which "their spokesman" may stand


def _is_named_of(head: Token, found: Cast) -> bool:
    """As of "the foundation's Greta Holm said", "warned Pedro Luz of the cooperative"."""
    of = head.dep_ == "pobj" and head.head.lower_ in {"of", "from"}
    person = head.head.head if of else head.head if head.dep_ == "poss" else head
    if head.dep_ == "pobj" and head.head.lower_ == "for":  # "For the employers, Max Lind said"
        person = next((c for c in head.head.head.children if c.dep_ in SUBJECTS), head)
    entry = found.entries.get(found.named.get(person.i, ""))
    return entry is not None and entry.is_person and person is not head and wills(person)
