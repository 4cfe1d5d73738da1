"""What noun phrases and pronouns refer to: one walk over the page, from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from detente.reading.names import nouns
from detente.reading.parties import Cast, Entry, ranked

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_PAIR_NOUNS = frozenset(
    "side party country nation state government capital neighbour neighbor camp army navy ministry "
    "delegation power people".split()
)
_PAIR_WORDS = frozenset({"both", "two", "either", "neither", "each"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_ITS = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})


@dataclass(slots=True)
class Heard:
    """A mention, as the history keeps it."""

    at: int
    ids: tuple[str, ...]
    subject: bool
    sentence: int
    sort: str


@dataclass(eq=False)
class Resolver:
    """Walks a page once; afterwards `ids` has, by head token, the actors that are meant."""

    doc: Doc
    cast: Cast
    sentences: tuple[Span, ...]
    ids: dict[int, tuple[str, ...]] = field(default_factory=dict)
    history: list[Heard] = field(default_factory=list)
    sentence: int = 0

    def walk(self) -> dict[int, tuple[str, ...]]:
        """Resolve every token of every sentence."""
        for self.sentence, span in enumerate(self.sentences):
            for token in span:
                found = self._resolve(token)
                if found:
                    self._hear(token, found)
        return self.ids

    def _hear(self, token: Token, found: tuple[tuple[str, ...], str]) -> None:
        ids, sort = found
        self.ids[token.i] = ids
        subject = token.dep_ in _SUBJECTS
        self.history.append(Heard(token.i, ids, subject, self.sentence, sort))
        if subject:
            for id_ in ids:
                self.cast.entries[id_].acts += 1

    def _resolve(self, token: Token) -> tuple[tuple[str, ...], str] | None:
        if token.i in self.cast.heads:
            return self._named(token)
        if token.lower_ in _PERSONAL | _ITS | _THEY | _RELATIVE:
            found = self._pronoun(token)
            return (found, "pronoun") if found else None
        if token.pos_ in {"NOUN", "PROPN", "DET", "PRON", "NUM", "ADJ"}:
            found = self._described(token)
            return (found, "description") if found else None
        return None

    # names ---------------------------------------------------------------------------------------

    def _named(self, token: Token) -> tuple[tuple[str, ...], str] | None:
        id_, sort = self.cast.heads[token.i]
        entry = self.cast.entries[id_]
        if entry.type == "person" and entry.speaks_for is None:
            self._introduce(entry, token)
        return (id_,), sort

    def _introduce(self, entry: Entry, token: Token) -> None:
        office = self._office(token)
        if office is None:
            return
        entry.descriptions.add(office.lemma_.casefold())
        if office.lower_ in nouns("experts"):
            entry.role = "expert"
            return
        owner = self._owner(office, entry)
        if owner and owner[0] != entry.id:
            entry.speaks_for = owner[0]

    def _office(self, token: Token) -> Token | None:
        near = [child for child in token.children if child.dep_ in {"appos", "compound", "nmod", "amod"}]
        if token.dep_ == "appos":
            near.append(token.head)
        left = token.i - len([t for t in token.subtree if t.i < token.i and self.cast.named.get(t.i) == self.cast.named.get(token.i)])
        if left > 0:
            near.append(self.doc[left - 1])
        return next((t for t in near if _in(t, "roles") or _in(t, "experts")), None)

    def _owner(self, token: Token, but: Entry | None = None) -> tuple[str, ...]:
        """Whose a part or an office is: by possessive, adjective, or "of"."""
        for child in token.subtree if token.n_lefts or token.n_rights else ():
            if child.i == token.i or abs(child.i - token.i) > 12:  # noqa: PLR2004
                continue
            if child.dep_ in {"poss", "amod", "compound", "nmod"} or (
                child.dep_ == "pobj" and child.head.lower_ in {"of", "for", "at"}
            ):
                ids = self.ids.get(child.i) or self._of_name(child) or self._late(child)
                ids = tuple(id_ for id_ in ids if but is None or id_ != but.id)
                if ids:
                    return self.followed(ids)
        return ()

    def _of_name(self, token: Token) -> tuple[str, ...]:
        id_ = self.cast.named.get(token.i)
        return (id_,) if id_ else ()

    def _late(self, token: Token) -> tuple[str, ...]:
        found = self._resolve(token) if token.i not in self.ids else None
        return found[0] if found else ()

    def followed(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The parties behind those who only speak for them."""
        found: dict[str, None] = {}
        for id_ in ids:
            at, seen = id_, {id_}
            while (ahead := self.cast.entries[at].speaks_for) and ahead not in seen:
                at = ahead
                seen.add(at)
            found[at] = None
        return tuple(found)

    # descriptions --------------------------------------------------------------------------------

    def _described(self, token: Token) -> tuple[str, ...]:
        lemma = token.lemma_.casefold()
        if self._is_pair(token, lemma):
            return self._pair(token)
        if not token.pos_ == "NOUN" and not token.pos_ == "PROPN":
            return ()
        parts = _in(token, "parts") or _in(token, "people") or _in(token, "roles") or _in(token, "government")
        if parts:
            owner = self._owner(token)
            if owner:
                return owner
        if not self._definite(token):
            return ()
        return self._fitting(token, lemma)

    def _is_pair(self, token: Token, lemma: str) -> bool:
        if lemma in _PAIR_NOUNS:
            lefts = {child.lower_ for child in token.lefts}
            if lefts & _PAIR_WORDS:
                return True
            return lemma in {"side", "party"} and token.tag_ == "NNS" and "the" in lefts
        return token.lower_ in {"both", "neither"} and token.dep_ in _SUBJECTS | {"pobj", "dobj"} and not any(
            child.dep_ == "prep" for child in token.children
        )

    def _pair(self, token: Token) -> tuple[str, ...]:
        score: dict[str, float] = {}
        for entry in ranked(self.cast):
            if entry.type != "person" and entry.role is None:
                score[entry.id] = entry.mentions / 100
        for heard in self.history[-60:]:
            weight = 1 + heard.subject + 2 * (self.sentence - heard.sentence <= 2)  # noqa: PLR2004
            for id_ in self.followed(heard.ids):
                if id_ in score:
                    score[id_] += weight
        best = sorted(score, key=lambda id_: (-score[id_], self.cast.entries[id_].first))[:2]
        return tuple(sorted(best, key=lambda id_: self.cast.entries[id_].first))

    def _definite(self, token: Token) -> bool:
        return any(child.lower_ in {"the", "this", "that"} for child in token.lefts)

    def _fitting(self, token: Token, lemma: str) -> tuple[str, ...]:
        for heard in reversed(self.history):
            for id_ in heard.ids:
                entry = self.cast.entries[id_]
                if lemma in entry.descriptions or lemma in entry.words:
                    return (id_,)
        types = _TYPES_OF.get(lemma)
        if types is None and _in(token, "government"):
            types = ("state",)
        if types is None:
            return ()
        for heard in reversed(self.history):
            for id_ in self.followed(heard.ids):
                if self.cast.entries[id_].type in types:
                    return (id_,)
        return ()

    # pronouns ------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if lower in _RELATIVE:
            return self._relative(token)
        if lower in _PERSONAL:
            return self._latest(lambda entry: entry.type == "person", back=4)
        if lower in _THEY:
            return self._latest_heard(lambda heard: len(heard.ids) > 1 or heard.sort == "description", back=2)
        return self._it(token)

    def _relative(self, token: Token) -> tuple[str, ...]:
        clause = token.head
        while clause.dep_ in {"poss", "pobj", "prep", "nsubj", "dobj"} and clause.pos_ != "VERB":
            clause = clause.head
        while clause.dep_ in {"conj", "ccomp", "xcomp", "aux"}:
            clause = clause.head
        if clause.dep_ == "relcl":
            return self.ids.get(clause.head.i, ())
        return ()

    def _it(self, token: Token) -> tuple[str, ...]:
        if token.dep_ == "expl" or (token.lower_ == "it" and token.dep_ not in _SUBJECTS | {"pobj"}):
            return ()
        for heard in reversed(self.history):
            if self.sentence - heard.sentence > 1:
                break
            ids = tuple(i for i in heard.ids if self.cast.entries[i].type != "person")
            if len(ids) == 1 and heard.subject:
                return ids
        return self._latest(lambda entry: entry.type != "person", back=1)

    def _latest(self, fits: object, back: int) -> tuple[str, ...]:
        for heard in reversed(self.history):
            if self.sentence - heard.sentence > back:
                break
            for id_ in heard.ids:
                if fits(self.cast.entries[id_]):  # type: ignore[operator]
                    return (id_,)
        return ()

    def _latest_heard(self, fits: object, back: int) -> tuple[str, ...]:
        for heard in reversed(self.history):
            if self.sentence - heard.sentence > back:
                break
            if fits(heard):  # type: ignore[operator]
                return heard.ids
        return ()


_TYPES_OF = {
    "company": ("company",), "firm": ("company",), "operator": ("company",), "carrier": ("company",),
    "management": ("company",), "employer": ("company",), "utility": ("company",),
    "supplier": ("company",), "maker": ("company",), "manufacturer": ("company",),
    "rebel": ("group",), "movement": ("group",), "militia": ("group",), "insurgent": ("group",),
    "faction": ("group",), "separatist": ("territory", "group", "province"), "fighter": ("group",),
    "region": ("province", "territory"), "province": ("province",), "territory": ("territory",),
    "bloc": ("alliance",), "alliance": ("alliance",), "club": ("alliance", "organisation"),
}  # fmt: skip


def _in(token: Token, kind: str) -> bool:
    return token.lemma_.casefold() in nouns(kind) or token.lower_ in nouns(kind)
