"""An article as the rules see it: its parse, its actors, and whom each phrase is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from detente.dispute.evidence import Actor, Document
from detente.reading import datelines, form, page, starts
from detente.reading.grammar import is_contrasted, is_venue
from detente.reading.languages import passages
from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties import home, runs
from detente.reading.parties.actors import actor, actors
from detente.reading.parties.cast import Cast, Entry
from detente.reading.parties.casting import cast
from detente.reading.parties.reference import Resolver

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
_FEW = 6  # sentences

Offsets = tuple[int, int]
Quote = tuple[int, int, str]


def _by_lemma(tokens: Iterable[Token]) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.lemma_.lower(), []).append(token)
    return found


@dataclass(frozen=True)
class Scene:
    """One article, parsed and peopled.

    `refers` follows spokespersons to whom they speak for; `actor` names the one who is named.
    """

    document: Document
    doc: Doc
    sentences: tuple[Span, ...]
    parties: tuple[Actor, ...]
    _cast: Cast
    _resolver: Resolver

    def refers(self, token: Token) -> tuple[str, ...]:
        """The ids of the parties that the noun phrase headed by a token denotes, if any.

        What is joined to it by "and" or "or" is in: "Russia and Japan" is both.

        >>> scene = build(Document("d1", text="Norway and Sweden met. Both sides praised Oslo."))
        >>> scene.refers(scene.doc[0]), scene.refers(scene.doc[6])
        (('norway', 'sweden'), ('norway', 'sweden'))
        """
        return self._referring.get(token.i, ())

    @cached_property
    def _referring(self) -> dict[int, tuple[str, ...]]:
        """What each token denotes, of those that denote a party."""
        alone = {i: self._resolver.followed(ids) for i, ids in self._resolver.ids.items() if ids}
        found = dict(alone)
        for i in sorted(alone):
            token = self.doc[i]
            if token.dep_ == "conj" and not is_contrasted(token):
                first = _first_conjunct(token)
                found[first.i] = tuple(dict.fromkeys((*found.get(first.i, ()), *alone[i])))
        return found

    def denoted(self, start: int, end: int) -> tuple[str, ...]:
        """The parties that the tokens of a range denote, in order."""
        places, parties = self._denoting
        found = parties[bisect_left(places, start) : bisect_left(places, end)]
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def placed(self, start: int, end: int) -> Iterable[tuple[int, tuple[str, ...]]]:
        """The tokens of a range that denote parties, with these."""
        places, parties = self._denoting
        first, last = bisect_left(places, start), bisect_left(places, end)
        return zip(places[first:last], parties[first:last], strict=True)

    @cached_property
    def _denoting(self) -> tuple[list[int], list[tuple[str, ...]]]:
        nominal = (i for i in sorted(self._referring) if self.doc[i].pos_ in _NOMINAL)
        places = [i for i in nominal if not is_venue(self.doc[i])]
        return places, [self._referring[i] for i in places]

    @cached_property
    def peopled(self) -> tuple[frozenset[str], ...]:
        """The parties of each sentence."""
        return tuple(frozenset(self.denoted(span.start, span.end)) for span in self.sentences)

    @cached_property
    def is_note(self) -> bool:
        """Whether it is of a few sentences, in which whatever is told counts."""
        return len(self.sentences) < _FEW

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens of all sentences that are read."""
        return tuple(token for span in self.sentences for token in span)

    @cached_property
    def lemmas(self) -> Counter[str]:
        """How often each lemma is among the words."""
        return Counter(token.lemma_ for token in self.words)

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """The verbs, auxiliaries and heads of relative clauses among the words."""
        return tuple(
            token for token in self.words if token.pos_ in {"VERB", "AUX"} or token.dep_ == "relcl"
        )

    @cached_property
    def nouns(self) -> tuple[Token, ...]:
        """The common nouns among the words."""
        return tuple(token for token in self.words if token.pos_ == "NOUN")

    @cached_property
    def verbs_by_lemma(self) -> Mapping[str, Sequence[Token]]:
        """The verbs, in order, by their lemma in lower case."""
        return _by_lemma(self.verbs)

    @cached_property
    def nouns_by_lemma(self) -> Mapping[str, Sequence[Token]]:
        """The common nouns, in order, by their lemma in lower case."""
        return _by_lemma(self.nouns)

    def actor(self, token: Token) -> str | None:
        """The id of the one who is named: a spokesperson, not the party behind."""
        ids = self._resolver.ids.get(token.i, ())
        return ids[0] if ids else None

    def capital(self, token: Token) -> str | None:
        """The id of the state whose capital a token names, where it says no more than where."""
        id_, sort = self._cast.heads.get(token.i, ("", ""))
        return id_ if sort in {"capital", "seat"} and id_ in self.by_id else None

    def place(self, token: Token) -> str | None:
        """The id of the party that a token names, be it only as where: "made in Norland"."""
        id_, _ = self._cast.heads.get(token.i, ("", ""))
        return id_ if id_ in self.by_id else None

    def mentioned(self, token: Token) -> str | None:
        """The id of whoever a token names, be it nobody that acts here: "through Norland"."""
        return self._cast.heads.get(token.i, (None, ""))[0]

    def entry(self, id_: str) -> Entry | None:
        """What is known of the party of that id."""
        return self._cast.entries.get(id_)

    def naming(self, id_: str) -> tuple[Token, ...]:
        """The heads of the names of a party."""
        return self._named.get(id_, ())

    def meaning(self, id_: str) -> tuple[Token, ...]:
        """The tokens that mean a party, by whatever words."""
        return self._meant.get(id_, ())

    @cached_property
    def _named(self) -> dict[str, tuple[Token, ...]]:
        return self._by_party((i, (id_,)) for i, (id_, _) in self._cast.heads.items())

    @cached_property
    def _meant(self) -> dict[str, tuple[Token, ...]]:
        return self._by_party(self._resolver.ids.items())

    def _by_party(
        self, places: Iterable[tuple[int, Iterable[str]]]
    ) -> dict[str, tuple[Token, ...]]:
        found: dict[str, list[Token]] = {}
        for i, ids in sorted(places):
            for id_ in ids:
                found.setdefault(id_, []).append(self.doc[i])
        return {id_: tuple(tokens) for id_, tokens in found.items()}

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The parties by their ids."""
        return {actor.id: actor for actor in self.parties}

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two parties that the article makes most of, if there are two.

        >>> build(Document("d1", text="Norway and Sweden met. Norway left.")).pair
        ('norway', 'sweden')
        """
        known = {one.id for one in self.parties if one.role == "principal" and one.type != "person"}
        return tuple(one.id for one in self._resolver.leading if one.id in known)[:2]

    def named(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """The parties, and with them those of these ids that only what is found names."""
        wanted = {*ids} - {*self.by_id}
        more = [entry for id_, entry in self._cast.entries.items() if id_ in wanted]
        return (*self.parties, *(actor(entry) for entry in more if not entry.is_organ))

    @cached_property
    def _left_out(self) -> list[int]:
        """Where lines begin that are no part of the article."""
        text = self.document.text
        return sorted(at for at, _ in self.document.noise if at and text[at - 1] == "\n")

    def span(self, start: int, end: int) -> Quote:
        """The offsets and the text of a stretch of the document, without the space around it.

        It ends before a line that is no part of the article.

        >>> build(Document("d1", text="Talks failed. ")).span(0, 14)
        (0, 13, 'Talks failed.')
        """
        text = self.document.text
        ahead = bisect_right(self._left_out, start)
        end = min([end, *self._left_out[ahead : ahead + 1]])
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return start, end, text[start:end]

    def quote(self, first: Token, last: Token) -> Quote:
        """The offsets and the text from one token to another, both in."""
        return self.span(first.idx, last.idx + len(last))


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def build(document: Document) -> Scene:
    """The scene of a document.

    >>> [party.id for party in build(Document("d1", text="Norland shut its port.")).parties]
    ['norland']
    """
    if document.language is None:
        document = form.formed(document)
    blanks = _unread(document)
    doc = page.parse(document, blanks)
    asides = starts.asides(page.same_length(document.text, [*document.noise, *blanks]))
    sentences = tuple(span for span in doc.sents if _is_read(span, asides))
    read = {token.i for span in sentences for token in span}
    found = runs.find(doc)
    towns = {town.casefold(): "" for at in asides if (town := datelines.town(document.text, at))}
    homes = towns | home.towns(found, read)
    people = cast(doc, [name for name in found if name.start in read], homes, read)
    resolver = Resolver(doc, people, sentences, home=home.state(people, found, read))
    resolver.walk()
    return Scene(document, doc, sentences, actors(people, resolver), people, resolver)


def _unread(document: Document) -> list[Offsets]:
    others = [(start, end) for start, end, _ in passages(document)]
    if document.headline and document.headline_language not in {*form.READ, None}:
        return [document.headline, *others]
    return others


def _is_read(span: Span, asides: list[Offsets]) -> bool:
    words = [token for token in span if not token.is_space]
    if not any(token.is_alpha for token in words):
        return False
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return not any(first <= start and end <= last for first, last in asides)
