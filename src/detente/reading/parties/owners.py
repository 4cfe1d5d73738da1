"""Whose an office is that the text ties to nobody: of the last who can have such an office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from detente.reading.page import is_common
from detente.reading.parsed import Token
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.gazetteer import body_id
from detente.reading.parties.leanings import leanings
from detente.reading.parties.memory import Ids, only
from detente.reading.parties.names import head_kind, nouns
from detente.reading.tables import table

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_STEM = 7  # letters that an office and its body have in common
_OF_ANY = frozenset({"governor", "minister", "secretary", "president", "director", "manager"})
_BACK = 2  # sentences back to whom an office without an owner may belong
_SUBJECT = 3  # what a subject counts for, against other mentions


def kinds_of(office: Token) -> list[str]:
    """The kinds of parties that have such an office; none where any may have it.

    >>> from detente.reading.page import phrase
    >>> kinds_of(phrase("The shop steward left.")[2])
    ['union']
    """

    def having(words: set[str]) -> list[str]:
        return [kind for kind in table("nouns")["offices"] if words & nouns(f"offices.{kind}")]

    return having({_with_word_before(office)}) or having({office.lemma_.casefold(), office.lower_})


def _with_word_before(office: Token) -> str:
    """As of "general secretary", "vice president", which say more than "secretary".

    Not of "Vice President Ana Berg", who may be a state's.
    """
    if not office.i or office.nbor(-1).text == "Vice":
        return office.lower_
    return f"{office.nbor(-1).lower_} {office.lower_}"


def behind(walk: Resolver, prepositions: Iterable[Token]) -> Ids:
    """Who stands after a preposition: "for the employers", "with the Sierra Club"."""
    inside = (one for prep in prepositions for one in prep.children if one.dep_ == "pobj")
    return next((ids for one in inside if (ids := walk.owning(one))), ())


def behind_remits(walk: Resolver, office: Token) -> Ids:
    """Of "Minister of Trade, Water and Rural Affairs of Norland" Norland, behind the remits."""
    if office.lemma_.casefold() not in {"minister", "secretary", "undersecretary"}:
        return ()
    for token in office.doc[office.i + 1 : min(office.i + _REMITS, office.sent.end)]:
        if token.nbor(-1).lower_ in {"of", "the"} and (id_ := walk.cast.named.get(token.i)):
            return (id_,) if walk.entry(id_).type in RULED else ()
        remit = token.lower_ in nouns("portfolios") | nouns("roles")
        if not remit and token.lower_ not in {"of", "for", "the", ",", "and"}:
            return ()
    return ()


_REMITS = 14  # tokens in which may stand what somebody is minister of, and then of which land


def by_body(walk: Resolver, office: Token) -> Ids:
    """The one international body of the page that has such an office: a Secretary-General."""
    near = office.doc[max(office.i - 2, 0) : office.i + _NEXT]
    words = " ".join(token.lower_ for token in near if token.is_alpha)
    found = [
        body
        for title, bodies in _OF_BODIES.items()
        if title in words
        for body in map(body_id, bodies)
        if body in walk.cast.entries
    ]
    before = office.doc[office.i - 1].lower_ if office.i else ""
    if office.lower_ == "commissioner" and before in nouns("departments"):
        found = [body for body in (_COMMISSION,) if body in walk.cast.entries]
    return only(found)


_NEXT = 3  # tokens from an office on in which the rest of it stands: "Secretary - General"
_COMMISSION = "european_union"
_OF_BODIES = {
    "secretary general": ("united_nations", "nato", "asean", "arab_league", "opec", "oas", "oecd"),
    "director general": ("iaea", "wto", "who", "unesco", "ilo", "fao"),
    "high representative": (_COMMISSION,),
}


def spoken_of(
    walk: Resolver, entry: Entry | None, fits: Callable[[Entry], bool], subject: int = _SUBJECT
) -> Ids:
    """Who of those that fit was spoken of last, subjects before others."""
    score: dict[str, float] = {}
    leans = leanings(walk, entry)
    for rank, heard in enumerate(walk.memory.recent(_BACK)):
        for id_ in heard.ids:
            other = walk.entry(id_)
            if other.role is None and other is not entry and not other.is_person and fits(other):
                near = 3 - (walk.memory.sentence - heard.sentence)
                gain = near + heard.subject * subject + heard.main - rank / 100
                gain += leans.get(id_, 0)
                score[id_] = max(score.get(id_, 0), gain)
    best = max(score, key=lambda id_: score[id_], default=None)
    return (best,) if best is not None and score[best] > 0 else ()


def by_kind(walk: Resolver, office: Token, entry: Entry | None) -> Ids:
    """The party that has such an office: last spoken of, or the only one of its kind."""
    if found := _by_stem(walk, office):
        return found
    for kind in kinds_of(office):
        fits = partial(is_of, kind=kind)
        alone = (one.id for one in walk.leading if not one.is_person and fits(one))
        if found := spoken_of(walk, entry, fits) or only(alone) or _last(walk, fits):
            return found
    return ()


def _last(walk: Resolver, fits: Callable[[Entry], bool]) -> Ids:
    """Who of several that fit was told of last, some sentences back."""
    return walk.memory.latest(lambda heard: all(map(fits, map(walk.entry, heard.ids))), _FAR)[:1]


_FAR = 8  # sentences


def _by_stem(walk: Resolver, office: Token) -> Ids:
    """The one body of which the office has its name: an inspector's inspectorate."""
    lemma = office.lemma_.casefold()
    if len(lemma) < _STEM or lemma in _OF_ANY:
        return ()
    stem = lemma[: max(_STEM, len(lemma) - 3)]
    return only(
        one.id
        for one in walk.leading
        if not one.is_person and any(w.startswith(stem) for w in one.words | one.descriptions)
    )


def by_modifier(walk: Resolver, office: Token) -> Ids:
    """The party that goes by a noun before an office: "harbour master" of the harbour board."""
    for noun in _modifiers(office):
        words = {noun.lemma_.casefold(), noun.lower_}
        if found := _told_by(walk, noun):
            return walk.followed(found)
        found = walk.memory.by_words(words, persons=False) or walk.called(words)
        if found := found or of_kind(walk, words):
            return walk.followed(found)
    return ()


def of_crowd(walk: Resolver, office: Token) -> Ids | None:
    """Of "rebel spokesman", "student leader" the one crowd of that name, the one group, or nobody.

    None where the noun before the office names no crowd, or those whom the office serves.
    """
    noun = office if office.is_sent_start or not office.i else office.nbor(-1)
    lemma = noun.lemma_.casefold()
    leads = office.lemma_.casefold() in _LEADING or office.lower_.startswith("spokes")
    if not leads or noun.tag_ == "POS" or lemma not in nouns("crowds") - _ALSO:
        return None
    group = only(one.id for one in walk.leading if one.type == "group")
    return walk.followed(walk.called({lemma, f"{lemma}s"}) or group)


_LEADING = frozenset({"leader", "negotiator", "commander", "representative", "organiser", "chief"})
_ALSO = frozenset(
    {"chief", "opposition", "member", "cooperative", "bank", "airline", "independent"}
)


def _told_by(walk: Resolver, noun: Token) -> Ids:
    """Of "committee chairwoman", after "Norland's water committee refused": whose it was."""
    if noun.lemma_ not in _PARTS:
        return ()
    for one in reversed(walk.doc[max(0, noun.i - _WITHIN) : noun.i]):
        if one.lemma_ == noun.lemma_:
            owned = any(child.dep_ == "poss" for child in one.lefts)
            if found := walk.ids.get(one.i, ()) or (walk.owner(one) if owned else ()):
                return found
    return ()


_PARTS = frozenset(
    {"committee", "council", "board", "commission", "assembly", "cabinet", "branch", "agency",
     "authority", "directorate", "executive", "ministry", "department", "delegation"}
)  # fmt: skip
_WITHIN = 150  # tokens back to the committee of which somebody is the chair


def of_kind(walk: Resolver, words: set[str]) -> Ids:
    """Whose kind goes by a word: "hospital president" of the Mercy Lakes Medical Center."""
    kinds = [kind for kind in table("nouns")["kinds"] if words & nouns(f"kinds.{kind}")]
    for kind in kinds:
        fits = partial(is_of, kind=kind)
        own = [one.id for one in walk.leading if not one.is_person and fits(one)]
        if found := spoken_of(walk, None, fits) or tuple(own[:1]):
            return found
    return ()


def of_flock(walk: Resolver, office: str) -> Ids:
    """Of a bishop the one diocese of the page, of a captain the one team."""
    words = next((words for offices, words in _FLOCKS if office in offices), frozenset())
    return only(
        one.id
        for one in walk.leading
        if not one.is_person
        and (one.acts or words & one.words)
        and words & (one.words | one.descriptions)
    )


_FLOCKS = (
    (
        frozenset({"bishop", "archbishop", "cardinal"}),
        frozenset({"diocese", "archdiocese", "eparchy", "bishopric", "chancery"}),
    ),
    (
        frozenset({"chief"}),
        frozenset({"nation", "band", "tribe", "tribes", "pueblo", "clan", "clans", "chiefdom"}),
    ),
    (
        frozenset({"captain", "skipper"}),
        frozenset({"squad", "team", "player", "players", "eleven", "cricketers", "skaters"}),
    ),
)  # offices that speak for no party of a dispute, but where those are a party


def _modifiers(office: Token) -> Iterator[Token]:
    """The nouns before an office, from the nearest: "hospital" of "Hospital press officer"."""
    for token in reversed(office.doc[max(office.sent.start, office.i - _BEFORE) : office.i]):
        if token.tag_ == "POS":
            continue
        named = token.pos_ == "ADJ" and token.text.istitle() and not is_common(token.lower_)
        if not (named or token.pos_ in {"NOUN", "PROPN", "VERB"}) or not token.is_alpha:
            return
        if token.lower_ not in nouns("portfolios") | nouns("roles"):
            yield token


_BEFORE = 3  # tokens before an office in which whose it is may stand


def is_of(entry: Entry, kind: str) -> bool:
    """Whether a party is of a kind, by its name and by what the text calls it."""
    words = entry.words | entry.descriptions
    city_state = kind == "town" and entry.type == "state"  # "Vatican City"
    civil = kind == "church" and "council" in words  # "the parish council" has no vicar
    apart = (
        city_state or civil or bool(words & nouns("heads.forum"))
    )  # "the district court" has no mayor
    apart |= kind == "school" and head_kind(entry.name) == "union"  # of university lecturers
    if apart or words & nouns(f"kinds.{kind}"):
        return not apart
    if kind == "firm":
        return entry.type == "company"
    if kind in {"alliance", "agency"} and entry.type == "alliance":
        return True
    if kind == "union":
        return head_kind(entry.name) == "union" or entry.type == "group"
    if kind == "town":
        return entry.type == "province"
    return kind == "people" and entry.type == "group"
