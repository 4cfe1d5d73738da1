"""What noun phrases and pronouns refer to: one walk over the page, from left to right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from detente.reading.periods import MONTHS
from detente.reading.gazetteer import state_id, table
from detente.reading.names import nouns, text_of
from detente.reading.cast import Cast, Entry, is_office, office_before, wills
from detente.reading.syntax import SUBJECTS

HEADING = frozenset("head lead chair run represent command direct govern speak".split())

Ids = tuple[str, ...]

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
ITS = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_LONE = frozenset({"both", "neither", "either", "each"})
_PAIRS = frozenset({"both", "two", "either", "neither", "each", "other"})
_PAIR_NOUNS = frozenset(
    "side party country nation state government capital neighbour neighbor camp army navy ministry "
    "delegation power province region union company republic leader bank".split()
)
_STATES_ONLY = frozenset("country nation state capital republic army navy".split())
_OWNING = frozenset({"poss", "amod", "compound", "nmod", "nummod"})
_OF = frozenset({"of", "for", "at", "from", "in"})
_TOGETHER = frozenset({"with", "by", "against", "to", "from", "between", "on", "for", "of"})
_PLACING = frozenset("in at near outside around into via across through inside within".split())
_THE = frozenset({"the", "this", "that", "these", "those", "such"})
_ACTS = 3  # the weight of a state that is more than mentioned


@dataclass(slots=True)
class Heard:
    """A mention, as the history keeps it."""

    at: int
    ids: Ids
    subject: bool
    sentence: int
    plural: bool
    main: bool  # the subject of its sentence's main clause


@dataclass(eq=False)
class Resolver:
    """Walks a page once; afterwards `ids` has, by head token, the actors that are meant."""

    doc: Doc
    cast: Cast
    sentences: tuple[Span, ...]
    ids: dict[int, Ids] = field(default_factory=dict)
    acting: dict[str, int] = field(default_factory=dict)  # mentions that are no mere places
    history: list[Heard] = field(default_factory=list)
    sentence: int = 0
    parts: dict[str, Ids] = field(default_factory=dict)  # whose ministry was spoken of last
    home: str | None = None  # the state that the article is written from

    def walk(self) -> None:
        """Resolve every token of every sentence."""
        for self.sentence, span in enumerate(self.sentences):
            for token in span:
                ids = self.ids.get(token.i) or self._resolve(token)
                if ids:
                    self._hear(token, ids)

    def _hear(self, token: Token, ids: Ids) -> None:
        self.ids[token.i] = ids
        self.history.append(
            Heard(
                token.i,
                ids,
                token.dep_ in SUBJECTS,
                self.sentence,
                _is_plural(token, ids),
                token.dep_ in SUBJECTS and token.head.dep_ == "ROOT",
            )
        )
        for id_ in ids if not _idle(token) else ():
            self.acting[id_] = self.acting.get(id_, 0) + 1

    def _resolve(self, token: Token) -> Ids:
        if token.i in self.cast.heads:
            return self._named(token)
        if token.lower_ in PERSONAL | ITS | THEY | RELATIVE:
            return self._pronoun(token)
        if token.lower_ in _PAIRS or token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
            return self._described(token)
        return ()

    def entry(self, id_: str) -> Entry:
        """The actor of that id."""
        return self.cast.entries[id_]

    def followed(self, ids: Ids) -> Ids:
        """The parties behind those who only speak for them."""
        found: dict[str, None] = {}
        for id_ in ids:
            at, seen = id_, {id_}
            while (ahead := self.entry(at).speaks_for) and ahead not in seen:
                at = ahead
                seen.add(at)
            found[at] = None
        return tuple(found)

    # Names ----------------------------------------------------------------------------------------

    def _named(self, token: Token) -> Ids:
        id_, sort = self.cast.heads[token.i]
        entry = self.entry(id_)
        if entry.is_person:
            self._introduce(entry, token)
        elif is_placed(token, sort):
            return ()
        else:
            self._describe(entry, token)
        return (id_,)

    def _describe(self, entry: Entry, token: Token) -> None:
        """Keep the nouns by which an apposition describes a party: "Arkgaz, the state company"."""
        for child in token.children:
            comma = child.left_edge.i and self.doc[child.left_edge.i - 1].text == ","
            if child.dep_ == "appos" and child.pos_ == "NOUN" and comma:
                entry.descriptions.add(child.lemma_.casefold())
        if (
            token.i
            and self.doc[token.i - 1].pos_ == "NOUN"
            and self.doc[token.i - 1].dep_ == "compound"
        ):
            entry.descriptions.add(self.doc[token.i - 1].lemma_.casefold())

    def _introduce(self, entry: Entry, token: Token) -> None:
        office = self._office(entry, token)
        if office is None or entry.introduced:
            return
        entry.introduced = True
        past = {child.lower_ for child in (*office.children, *token.children)}
        if past & {"former", "ex", "retired", "onetime"}:
            entry.role = "expert"
            return
        entry.descriptions |= {office.lemma_.casefold(), office.lower_}
        if office.lemma_.casefold() in nouns("experts"):
            entry.role = "expert"
            return
        owner = self._behind(office, token, entry)
        if owner and owner[0] != entry.id:
            entry.speaks_for = owner[0]

    def _office(self, entry: Entry, token: Token) -> Token | None:
        """The word that says what a person is, beside the name."""
        first = token.i
        while first and self.cast.named.get(first - 1) == entry.id:
            first -= 1
        before = office_before(self.doc, first)
        if before is not None:
            return before
        near = [self.doc[first - 1]] if first else []
        near += [child for child in token.children if child.dep_ in {"appos", "compound", "nmod"}]
        near += [token.head] if token.dep_ == "appos" else []
        near += self._after_comma(token)
        offices = [
            one for one in near if is_office(one) and one.lower_.rstrip(".") not in nouns("titles")
        ]
        heading = [
            child for child in token.children if child.dep_ == "relcl" and child.lemma_ in HEADING
        ]
        return next(iter([*offices, *heading]), None)

    def _after_comma(self, token: Token) -> list[Token]:
        after = self.doc[token.i + 1 : token.i + 10]
        if len(after) < 3 or after[0].text != ",":  # noqa: PLR2004
            return []
        ahead = takewhile(lambda one: one.text not in {",", "."} and one.pos_ != "VERB", after[1:])
        return [one for one in ahead if is_office(one)][:1]

    def _behind(self, office: Token, token: Token, entry: Entry) -> Ids:
        """For whom somebody in an office speaks."""
        if office.pos_ == "VERB":
            told = [child for child in office.children if child.lower_ == "for"]
            named = [
                child
                for parent in (office, *told)
                for child in parent.children
                if child.dep_ in {"dobj", "attr", "pobj"}
            ]
            return next((ids for child in named if (ids := self._of(child))), ())
        if office.lemma_.casefold() in nouns("clergy"):
            return self._church()
        if office.lemma_.casefold() in nouns("independents"):
            return self._owner(office, entry.id) if _belongs(office) else ()
        if office.lemma_ == "counterpart":
            return self._counterpart(office)
        owner = self._owner(office, entry.id)
        if not owner and token.dep_ == "appos":
            owner = self._owner(token.head, entry.id)
        if not owner:
            owner = self._owner(token, entry.id)
        return owner or self._unnamed_owner(office, entry)

    def _unnamed_owner(self, office: Token, entry: Entry) -> Ids:
        """Whose minister or spokesman it is that the text does not say: who was just spoken of."""
        lemma = office.lemma_.casefold()
        ruling = lemma in _RULERS or "government" in {c.lower_ for c in office.children}
        if ruling and not self._has_states():
            return (self._government().id,)
        main = self._latest(
            lambda heard: heard.main and self.entry(heard.ids[0]).type == "state", 1
        )
        if ruling and (main or self.home):
            return main or (self.home or "",)
        rulable = (
            {"state"}
            if any(e.type == "state" for e in self.cast.entries.values())
            else {"province"}
        )
        score: dict[str, float] = {}
        for rank, heard in enumerate(self._recent(2)):
            for id_ in heard.ids:
                other = self.entry(id_)
                fits = other.type in rulable if ruling else not other.is_person
                if fits and other.role is None and id_ != entry.id:
                    near = 3 - (self.sentence - heard.sentence)
                    gain = near + heard.subject * (1 if ruling else 3) + heard.main - rank / 100
                    score[id_] = max(score.get(id_, 0), gain)
        return (max(score, key=lambda id_: score[id_]),) if score else ()

    def _church(self) -> Ids:
        churches = (e.id for e in self.cast.entries.values() if "church" in e.words)
        return tuple(churches)[:1]

    def _counterpart(self, office: Token) -> Ids:
        """ "Her counterpart in Norland"; without a name, the other of the two."""
        for child in office.children:
            if child.dep_ in {"amod", "compound", "nmod"}:
                ids = self._owning(child)
            elif child.dep_ == "prep":
                ids = next((self._owning(one) for one in child.children if one.dep_ == "pobj"), ())
            else:
                continue
            if ids:
                return ids
        own = self._owner(office)
        return tuple(id_ for id_ in self._pair("side") if id_ not in own)[:1]

    def _has_states(self) -> bool:
        return any(
            entry.type in {"state", "province"}
            and (entry.acts or entry.ruled or entry.weight > _ACTS)
            for entry in self.cast.entries.values()
        )

    def _government(self) -> Entry:
        """The government of a country that nobody names."""
        ministry = [
            entry
            for entry in self.cast.entries.values()
            if "institution" in entry.surfaces.values()
        ]
        if ministry:
            return ministry[0]
        return self.cast.enter("government", "organisation", len(self.doc))

    # Owners ---------------------------------------------------------------------------------------

    def _of(self, token: Token) -> Ids:
        """Whom a phrase means, with its owner where it is part of somebody."""
        return self.followed(self.ids.get(token.i) or self._resolve(token))

    def _owner(self, token: Token, but: str = "") -> Ids:
        """Whose a part or an office is: by possessive, adjective, or "of"."""
        for child in token.children:
            candidates = [child] if child.dep_ in _OWNING else []
            if child.dep_ == "prep" and child.lower_ in _OF:
                candidates += [one for one in child.children if one.dep_ == "pobj"]
            for candidate in candidates:
                ids = self._owning(candidate)
                ids = tuple(id_ for id_ in ids if id_ != but)
                if ids:
                    return ids
        return ()

    def _owning(self, token: Token) -> Ids:
        if token.i in self.cast.named:
            found: Ids = (self.cast.named[token.i],)
        else:
            found = self.ids.get(token.i) or self._resolve(token)
        if token.dep_ == "pobj" and token.head.head.tag_ in {"NNS", "NNPS"}:
            named = (self.cast.named.get(other.i) for other in token.conjuncts)
            found = tuple(dict.fromkeys((*found, *filter(None, named))))
        if not found and token.dep_ in _OWNING:
            found = self._owner(token)
        if not found and token.dep_ == "compound" and token.lower_ in nouns("government"):
            found = self._fitting(token, token.lemma_.casefold())
        return self.followed(found)

    # Descriptions ---------------------------------------------------------------------------------

    def _described(self, token: Token) -> Ids:
        lemma = token.lemma_.casefold()
        lefts = {child.lower_ for child in token.lefts}
        if self._is_pair(token, lemma, lefts):
            pair = (self._joint() if lemma in _LONE else ()) or self._pair(lemma)
            return self._other_of(pair) if "other" in lefts else pair
        if token.pos_ not in {"NOUN", "PROPN"}:
            return ()
        if lemma in nouns("own") and lefts & _POSSESSIVES:
            theirs = lefts & {"its", "their"} and lemma in {"province", "region", "island"}
            return () if theirs else self._owner(token)
        if is_office(token):
            holder = self._holder(token)
            if holder:
                return holder
        if lefts & _BREAKAWAY:
            return self._of_type({"territory", "group", "province"}) if _is_part(token) else ()
        if _is_part(token):
            owner = self._owner(token)
            if owner:
                self.parts[lemma] = owner
                return owner
        if lefts & _THE or token.left_edge.lower_ in _THE:
            return self._fitting(token, lemma)
        crowd = lemma in nouns("crowds") or lemma in nouns("people")
        if token.tag_ == "NNS" and crowd and wills(token):
            return self._by_words(token, lemma)
        return ()

    def _holder(self, office: Token) -> Ids:
        """Who holds an office that stands beside the name: "the spokesman, Jon Averin"."""
        near = [child for child in office.children if child.dep_ == "appos"]
        near += [office.head] if office.dep_ in {"compound", "appos", "nmod"} else []
        for one in near:
            id_, sort = self.cast.heads.get(one.i, ("", ""))
            if sort == "person":
                self._introduce(self.entry(id_), one)
                return (id_,)
        return ()

    def _of_type(self, types: set[str]) -> Ids:
        for heard in reversed(self.history):
            for id_ in self.followed(heard.ids):
                if self.entry(id_).type in types:
                    return (id_,)
        return ()

    def _is_pair(self, token: Token, lemma: str, lefts: set[str]) -> bool:
        if lemma in _PAIR_NOUNS:
            if lefts & _PAIRS:
                return True
            if lemma in {"side", "party", "neighbour", "neighbor"} and token.tag_ == "NNS":
                return "the" in lefts and not any(c.dep_ == "prep" for c in token.children)
        if token.lower_ not in _LONE or token.dep_ not in SUBJECTS | {"pobj"}:
            return False
        bare = all(child.dep_ in {"advmod", "punct"} for child in token.children)
        return bare and (token.dep_ == "pobj" and token.head.lower_ in _TOGETHER or wills(token))

    def _pair(self, lemma: str) -> Ids:
        """The two that the passage is about: the most active, the lately heard before others."""
        score = {
            entry.id: float(entry.weight)
            for entry in self.cast.entries.values()
            if not entry.is_person and entry.role is None and entry.weight > 1
        }
        states = {
            id_: s for id_, s in score.items() if self.entry(id_).type in {"state", "province"}
        }
        if lemma in _STATES_ONLY and len(states) > 1:
            score = states
        for heard in self.history[-30:]:
            for id_ in self.followed(heard.ids):
                if id_ in score and self.sentence - heard.sentence <= 2:  # noqa: PLR2004
                    score[id_] += 1 + heard.subject
        best = sorted(score, key=lambda id_: (-score[id_], self.entry(id_).first))[:2]
        return tuple(sorted(best, key=lambda id_: self.entry(id_).first))

    def _joint(self) -> Ids:
        """The two of the last sentence that did something together."""
        subject = next((heard for heard in self._recent(1) if heard.main), None)
        if subject is None:
            return ()
        token = self.doc[subject.at]
        joined = [self.followed(self.ids.get(other.i, ())) for other in (token, *token.conjuncts)]
        found = tuple(dict.fromkeys(id_ for ids in joined for id_ in ids))
        return found if len(found) == 2 else ()  # noqa: PLR2004

    def _other_of(self, pair: Ids) -> Ids:
        for heard in self._recent(1):
            if heard.subject and len(heard.ids) == 1:
                here = self.followed(heard.ids)
                return tuple(id_ for id_ in pair if id_ not in here) if here[0] in pair else pair
        return pair

    def _fitting(self, token: Token, lemma: str) -> Ids:
        """The nearest that a definite description fits."""
        found = self._by_words(token, lemma) or self.parts.get(lemma, ())
        if found:
            return found
        if lemma in {"nation", "state", "country"} and "island" in {c.lower_ for c in token.lefts}:
            return self._island()
        kinds = nouns("regulators") if lemma in {"regulator", "watchdog"} else frozenset()
        if lemma in {"picket", "striker"}:
            kinds = nouns("heads.union")
        if kinds:
            return self._latest(lambda heard: self._headed(heard, kinds), back=len(self.sentences))
        if lemma in nouns("government") or token.lower_ in nouns("government"):
            return self._state_of(token)
        types = _TYPES_OF.get(lemma)
        if types is None and (lemma in nouns("firms") or lemma.endswith("maker")):
            types = frozenset({"company"})
        return (self._of_type(set(types)) if types else ()) or self._crowd(token, lemma)

    def _headed(self, heard: Heard, kinds: frozenset[str]) -> bool:
        return not self.entry(heard.ids[0]).is_person and bool(
            self.entry(heard.ids[0]).words & kinds
        )

    def _state_of(self, token: Token) -> Ids:
        """Whose "the government" or "the army" is: the nearest state that is no outsider."""
        if not self._has_states():
            known = "government" in self.cast.entries
            return (self._government().id,) if wills(token) or known else ()
        if not (token.dep_ in SUBJECTS | _OWNING or token.dep_ == "dobj" or _with_somebody(token)):
            return ()
        for heard in reversed(self.history):
            for id_ in self.followed(heard.ids):
                entry = self.entry(id_)
                acts = (entry.acts or entry.weight > _ACTS) and entry.role is None
                if entry.type in {"state", "province"} and acts:
                    return (id_,)
        return ()

    def _island(self) -> Ids:
        islands = {state_id(code) for code in table("names")["islands"]["codes"]}
        return self._latest(lambda heard: heard.ids[0] in islands, back=len(self.sentences))

    def _by_words(self, token: Token, lemma: str) -> Ids:
        """The latest one whose name or description has the word."""
        for heard in reversed(self.history):
            for id_ in heard.ids:
                entry = self.entry(id_)
                if entry.is_person and token.tag_ == "NNS":
                    continue
                if {lemma, token.lower_} & (entry.words | entry.descriptions):
                    return (id_,)
        return ()

    def _crowd(self, token: Token, lemma: str) -> Ids:
        """People or a body without a name, who are a party where they act."""
        people = lemma in nouns("crowds") and token.tag_ == "NNS"
        body = lemma in _BODIES and any(child.dep_ in _OWNING for child in token.lefts)
        subject = people or lemma in nouns("heads.forum")
        acts = token.dep_ in SUBJECTS if subject else wills(token)
        if not (people or body) or not acts:
            return ()
        first = token.left_edge
        while first.i < token.i and first.lower_ in _THE:
            first = first.nbor(1)
        last = token
        for child in token.rights:
            if (
                child.dep_ == "prep"
                and child.lower_ in {"of", "in", "from"}
                and child.i == token.i + 1
            ):
                last = next((c for c in child.children if c.dep_ == "pobj"), token)
        text = text_of(self.doc, first.i, last.i + 1)
        entry = self.cast.enter(text, "organisation" if body else "group", token.i)
        entry.surfaces.setdefault(text, "collective")
        entry.descriptions.add(lemma)
        return (entry.id,)

    # Pronouns -------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> Ids:
        lower = token.lower_
        if lower in RELATIVE:
            return () if token.dep_ in {"mark", "det"} else self._relative(token)
        if lower in PERSONAL:
            return self._person()
        if lower in THEY:
            return self._they(token)
        return self._it(token)

    def _person(self) -> Ids:
        """He or she: the last subject, before others who were named since."""
        for back, subject in ((0, True), (1, True), (0, False), (4, False)):
            for heard in self._recent(back):
                if self.entry(heard.ids[0]).is_person and (heard.subject or not subject):
                    return heard.ids[:1]
        return ()

    def _relative(self, token: Token) -> Ids:
        clause = token
        while clause.dep_ != "relcl" and clause.head is not clause and clause.dep_ != "ROOT":
            clause = clause.head
            if clause.i < token.i and clause.pos_ in {"NOUN", "PROPN"}:
                return ()
        if clause.dep_ == "relcl" and clause.head.i < token.i:
            return self.ids.get(clause.head.i, ())
        return ()

    def _they(self, token: Token) -> Ids:
        if token.lower_ == "them" and (token.dep_ != "pobj" or token.head.lower_ not in _TOGETHER):
            return ()
        plural = self._latest(lambda heard: heard.plural and heard.subject, back=1)
        plural = self._joint() or plural
        return plural or self._latest(lambda heard: heard.plural, back=1)

    def _it(self, token: Token) -> Ids:
        if token.dep_ == "expl" or (
            token.lower_ == "it" and token.dep_ not in SUBJECTS and not _with_somebody(token)
        ):
            return ()
        if token.lower_ == "it" and (_impersonal(token) or _undergoes(token)):
            return ()
        one = lambda heard: len(heard.ids) == 1 and not self.entry(heard.ids[0]).is_person  # noqa: E731
        subject = (
            self._latest(lambda heard: heard.subject and one(heard), back=0)
            or self._latest(lambda heard: heard.main and one(heard), back=1)
            or self._latest(lambda heard: heard.subject and one(heard), back=1)
        )
        if token.lower_ == "it" and not wills(token) and self._thing_before(token):
            return ()
        return subject or self._latest(one, back=1)

    def _thing_before(self, token: Token) -> bool:
        """Whether the last subject before it is no party, so that "it" may be that."""
        for other in reversed(self.doc[max(0, token.i - 60) : token.i]):
            if (
                other.dep_ in SUBJECTS
                and other.pos_ in {"NOUN", "PROPN", "PRON"}
                and other.lower_ != "it"
            ):
                return other.i not in self.ids and other.lower_ not in RELATIVE
        return False

    def _latest(self, fits: Callable[[Heard], bool], back: int) -> Ids:
        return next((heard.ids for heard in self._recent(back) if fits(heard)), ())

    def _recent(self, back: int) -> Iterator[Heard]:
        for heard in reversed(self.history):
            if self.sentence - heard.sentence > back:
                return
            yield heard


_RULERS = frozenset(
    "minister president premier chancellor king queen emir sultan secretary spokesman spokeswoman "
    "spokesperson ambassador envoy negotiator governor".split()
)
_DONE_TO_SOMEBODY = frozenset(
    "accuse blame ask urge tell force sanction invite threaten leave warn attack exclude consult pay "
    "arm back support allow prepare commit oblige bind entitle compel press expect".split()
)
_BODIES = frozenset(
    "union association federation council committee court tribunal prefect authority regulator "
    "agency commission operator cooperative".split()
)
_TYPES_OF = {
    "rebel": ("group",), "movement": ("group",), "militia": ("group",), "insurgent": ("group",),
    "faction": ("group",), "separatist": ("territory", "group", "province"), "fighter": ("group",),
    "region": ("province", "territory"), "province": ("province",), "territory": ("territory",),
    "bloc": ("alliance",), "alliance": ("alliance",), "club": ("alliance", "organisation"),
}  # fmt: skip
_BREAKAWAY = frozenset("separatist rebel breakaway self-styled secessionist self-declared".split())


def is_placed(token: Token, sort: str) -> bool:
    """Whether a name only says where, or of what kind: "in Geneva", "a Swiss bank"."""
    beside = 0 < token.i - token.head.i <= 2 or token.n_lefts  # noqa: PLR2004
    if sort in {"name", "capital"} and token.dep_ == "pobj" and token.head.lower_ in _PLACING:
        return bool(beside) and not any(child.lower_ in MONTHS for child in token.lefts)
    return (
        sort == "capital"
        and token.dep_ in {"poss", "compound", "npadvmod", "nmod"}
        and not (_is_part(token.head))
    )


def _is_part(token: Token) -> bool:
    words = {token.lemma_.casefold(), token.lower_}
    return any(words & nouns(kind) for kind in ("parts", "people", "roles", "government"))


def _is_plural(token: Token, ids: Ids) -> bool:
    if len(ids) > 1 or token.tag_ in {"NNS", "NNPS"} or token.lower_ in THEY:
        return True
    auxiliaries = [token.head, *(c for c in token.head.children if c.dep_ in {"aux", "auxpass"})]
    return token.dep_ in SUBJECTS and any(one.tag_ == "VBP" for one in auxiliaries)


def _idle(token: Token) -> bool:
    """Whether it only says of what kind, or is had and not dealt with: "UN resolutions"."""
    if token.dep_ == "npadvmod":
        return True
    if token.dep_ in {"amod", "compound", "nmod"}:
        return not _is_part(token.head)
    return token.dep_ == "dobj" and not token.head.lemma_ in nouns("acts") | _DONE_TO_SOMEBODY


def _belongs(office: Token) -> bool:
    return any(child.dep_ == "poss" for child in office.children)


def _undergoes(token: Token) -> bool:
    """ "It was reversed", "wanted it extended": what is done to things, not to somebody."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return verb.lemma_ not in _DONE_TO_SOMEBODY
    finite = verb.tag_ in {"VBZ", "VBD", "VBP"} or any(c.dep_ == "aux" for c in verb.children)
    before = token.doc[token.i - 1] if token.i else token
    return not finite and before.pos_ == "VERB"


def _with_somebody(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in {
        "with",
        "by",
        "against",
        "to",
        "from",
        "between",
    }


def _impersonal(token: Token) -> bool:
    """ "It is clear that …", "it looks like a dead end"."""
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    if verb.lemma_ in {"look", "seem", "appear", "rain", "take", "matter"}:
        return True
    clausal = any(child.dep_ in {"ccomp", "xcomp", "csubj", "advcl"} for child in verb.children)
    judged = any(c.dep_ in {"acomp", "attr"} or c.lower_ == "for" for c in verb.children)
    return verb.lemma_ == "be" and clausal and judged
