"""The named places of an article: what "the islets", "both" or "there" stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import takewhile
from operator import attrgetter

from detente.reading.arguments import noun_phrase
from detente.reading.centering import central, prominence
from detente.reading.contested import held_names
from detente.reading.grammar import is_contrasted
from detente.reading.parsed import Token
from detente.reading.parties.gazetteer import state_id
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL, PLURAL, subject
from detente.reading.tables import table
from detente.reading.things import EDGES, GENERIC, Thing, beside, name_of, spanned, type_of, whole
from detente.reading.wording import words

_PLURAL = frozenset({"they", "them", "their", "these", "those"})
_PRONOUNS = frozenset({"it", "them", "they", "its", "this", "these", "those", "itself", "there"})


def _called(thing: Thing) -> Iterator[str]:
    """What a name is of: "the village of Dorrel", "Redfish, a reef", "Orm is an isle"."""
    head = thing.head
    said = [c for c in head.children if c.dep_ == "appos" and not is_contrasted(c)]
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        said.append(head.head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        said += [c for c in head.head.children if c.dep_ == "attr"]
    for noun in map(_of_group, said):
        if {noun.lower_, noun.lemma_.lower()} & GENERIC and noun.pos_ == "NOUN":
            yield noun.lower_


def _of_group(noun: Token) -> Token:
    """Of "a pair of islets", the islets."""
    if noun.lemma_.lower() not in _GROUPS:
        return noun
    inner = (t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
    return next(inner, noun)


_GROUPS = words("pair group chain cluster string handful trio scatter line row")


def _described(token: Token) -> Token:
    """Of "Maru, a province of many people, which …", Maru."""
    for above in token.ancestors:
        if above.pos_ not in {"ADP", "NOUN", "PROPN"}:
            break
        land = above.dep_ == "appos" and type_of(above.head) in {"territory", "maritime"}
        if land and above.head.pos_ == "PROPN":
            return above.head
        if above.lower_ in GENERIC and above.dep_ == "appos" and token.lower_ not in GENERIC:
            return above.head
    if token.lower_ in GENERIC and token.dep_ == "appos" and token.head.pos_ == "PROPN":
        return token.head
    apart = _after_comma(token) or _before_comma(token)
    if apart is not None:
        return apart
    if token.lower_ in GENERIC and token.dep_ == "attr":  # "B is a territory claimed by A"
        named = subject(token.head)
        return named if named is not None and named.pos_ == "PROPN" else token
    return token


def _after_comma(token: Token) -> Token | None:
    """Of "the capital, Arvand", Arvand."""
    if token.lower_ not in GENERIC | _SEATS or token.tag_ != "NN":
        return None
    named = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    named = [c for c in named if not any(p.lower_ == "since" for p in c.children)]
    return named[0] if len(named) == 1 else None


def _before_comma(token: Token) -> Token | None:
    """Of "Ceuta, a Spanish enclave, …", Ceuta, however the parser hangs it."""
    at = token.left_edge.i
    if token.lower_ not in GENERIC or at < 2 or token.doc[at].lower_ not in {"a", "an"}:  # noqa: PLR2004 - a name and a comma
        return None
    comma, name = token.doc[at - 1], token.doc[at - 2]
    is_name = name.text[:1].isupper() and name.pos_ in {"PROPN", "ADV", "NOUN", "X"}
    return name if comma.text == "," and is_name and name.sent == token.sent else None


def places(scene: Scene) -> Places:
    """The named places of an article, gathered once."""
    found = scene.doc.memory.get("places")
    if not isinstance(found, Places):
        found = scene.doc.memory["places"] = Places(scene)
    return found


_LAST = attrgetter("last")


class Places:
    """The named places of an article, to find what "the islets" or "them" stand for."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._held = frozenset(held_names(scene))
        self._named = tuple({thing.head.i: thing for thing in self._places()}.values())
        self._ending = sorted(self._named, key=_LAST)
        self._proper = self._with_names()
        self._called: dict[str, Thing] = {}  # "the village of Dorrel": what "the village" is
        for thing in self._named:
            for word in _called(thing) if thing.proper else ():
                self._called.setdefault(word, thing)

    def _places(self) -> Iterator[Thing]:
        lands = {
            one.name
            for one in self._scene.parties
            if one.type in {"territory", "province"} or one.id in dependent()
        }
        for sentence in self._scene.sentences:
            for token in sentence:
                if token.pos_ not in NOMINAL or token.dep_ == "compound":
                    continue
                found = name_of(self._scene, token)
                land = found is not None and (
                    type_of(found.head) in {"territory", "maritime"}
                    or found.name in lands
                    or found.name in self._held
                    or (found.proper and any(True for _ in _called(found)))
                    or self._is_land(token)
                )
                if found is not None and land:
                    yield found

    def _with_names(self) -> dict[str, Thing]:
        """Of what is no place, by its head noun, the first that has a name: "Cutler Dam"."""
        found: dict[str, Thing] = {}
        for noun in self._scene.nouns:
            if noun.dep_ == "compound" or not noun.text[:1].isupper() or self._scene.refers(noun):
                continue
            thing = name_of(self._scene, noun)
            if thing is not None and thing.proper and thing.last > thing.first:
                found.setdefault(noun.lower_, thing)
        return found

    @cached_property
    def _meant(self) -> dict[int, Thing]:
        """What each mention stands for, by the place of its head."""
        plain = {t.name: t for t in self._named if not t.proper and t.head.lower_ not in _VAGUE}
        fuller = {name: self._fuller(thing) for name, thing in plain.items()}
        return {t.head.i: fuller.get(t.name, t) for t in self._named}

    @cached_property
    def _alike(self) -> dict[str, list[Thing]]:
        """Those that have names, by the nouns that these end in."""
        found = defaultdict[str, list[Thing]](list)
        for thing in self._named:
            if thing.proper:
                found[_kind(thing)].append(thing)
        return found

    def _is_land(self, token: Token) -> bool:
        """Whether the parties' table has it as a territory or a province."""
        actor = self._scene.by_id.get(self._scene.actor(token) or "")
        return actor is not None and actor.type in {"territory", "province"}

    def owned_by_party(self, verb: Token) -> bool:
        """Whether the verb's subject is a party."""
        who = subject(verb)
        return who is not None and bool(self._scene.refers(who))

    def phrase(self, token: Token) -> Thing | None:
        """As in "the status of Varn": the noun with what follows "of"."""
        after = next(
            (c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"),
            None,
        )
        if after is None:
            return None
        last = max(t.i for t in noun_phrase(after))
        return spanned(self._scene, token, token.i, last)

    def resolve(self, token: Token) -> Thing | None:
        """The thing that a noun phrase or a pronoun stands for."""
        token = _described(beside(whole(token)))
        if _is_bare_amount(token):
            found = self._before(token, plural=False) or self._before(token, plural=True)
            return found if found is not None and found.head.lemma_.lower() not in EDGES else None
        if token.lower_ in _PRONOUNS or _is_bare_number(token):
            return self._before(token, plural=token.lower_ in _PLURAL | _NUMBERS)
        found = name_of(self._scene, token)
        if found is None or found.proper:
            return found
        return self._fuller(found)

    def _oftener(self, one: Thing, two: Thing) -> Thing:
        """Of two the one whose name the article has more often."""
        text = self._scene.document.text
        return two if text.count(two.name) > text.count(one.name) else one

    def _before(self, token: Token, *, plural: bool) -> Thing | None:
        ahead = bisect_left(self._ending, token.i - _FAR + 1, key=_LAST)
        near = [
            thing
            for thing in takewhile(lambda one: one.last < token.i, self._ending[ahead:])
            if _is_plural(thing.head) == plural
        ]
        if token.lower_ == "there":
            near = [thing for thing in near if thing.head.lemma_.lower() not in EDGES]
        found = central(token, near, self._meant)
        return self.resolve(found.head) if found is not None else None

    def _fuller(self, found: Thing) -> Thing:
        """A capitalised name with the same head noun, said before or after: "the islets"."""
        same = [t for t in self._alike.get(_kind(found), ()) if t.name != found.name]
        vague = found.head.lower_ in _VAGUE
        called = self._called.get(found.name.lower())
        alone = len(found.name.split()) == 1 + _is_counted(found)
        if same and alone and not vague:
            return same[0] if called is None else self._oftener(same[0], called)
        if found.name.lower() in _ISLES:  # "the archipelago" of the Orlen Islands
            isles = {t.name: t for t in self._named if t.proper and t.head.lower_ in _ISLES}
            if len(isles) == 1:
                return next(iter(isles.values()))
        if called is not None:
            return called
        if found.name.islower() and found.name in self._proper:
            return self._proper[found.name]
        if not vague:
            return found
        proper = [t for t in self._named if t.proper]
        start, end = found.head.sent.start, found.head.sent.end
        apart = [t for t in proper if not start <= t.first < end]  # no name that comes after it
        earlier = [t for t in proper if t.last < found.first] or apart[:1]
        often = Counter(t.name for t in proper)

        def weight(one: Thing) -> tuple[float, float, int]:
            alike = _ALIKE * (one in same)
            return often[one.name] + alike, prominence(one.head, found.head), one.first

        return max(earlier, key=weight, default=found)


def _kind(thing: Thing) -> str:
    """What it is, by its last noun, be it one or several."""
    return thing.head.lemma_.lower().rstrip("s")


def _is_counted(thing: Thing) -> bool:
    """As "three islets"."""
    return thing.first < thing.last and thing.head.doc[thing.first].pos_ == "NUM"


def _is_plural(head: Token) -> bool:
    """Whether "they" may stand for it: also for the second of "the districts of A and B"."""
    listed = head.dep_ == "conj" or any(c.dep_ == "conj" for c in head.children)
    return head.tag_ in PLURAL or (head.tag_ == "NNP" and listed)


def _is_bare_amount(token: Token) -> bool:
    """As in "each runs a part", "holds the rest", "the western half": of what was named before."""
    if token.head.lemma_ == "take":  # "takes part"
        return False
    return (
        token.pos_ == "NOUN"
        and token.lower_ in _SHARES
        and not any(
            c.dep_ in {"prep", "amod", "compound", "poss", "relcl"} and c.lower_ not in _QUARTERED
            for c in token.children
        )
    )


def _is_bare_number(token: Token) -> bool:
    """As in "has run all three since": of what was named before."""
    return token.lower_ in _NUMBERS and not any(c.dep_ in _TOLD_APART for c in token.children)


_NUMBERS = words("both two three four five six seven eight nine")
_TOLD_APART = frozenset({"prep", "amod", "compound", "relcl", "nummod"})
_SHARES = words("part rest whole half most remainder bulk")
_QUARTERED = words("""
    northern southern eastern western north south east west upper lower northwestern northeastern
    southwestern southeastern larger smaller""")
_SEATS = words("capital stronghold hub seat")


@cache
def dependent() -> frozenset[str]:
    """The ids of lands that CLDR lists among countries, and that others rule or claim."""
    return frozenset(state_id(code) for code in table("names")["dependent"]["codes"])


_VAGUE = words("territory land region area colony place ground enclave exclave strip")
_ISLES = words("islands islets isles archipelago")
_ALIKE = 2  # mentions more, where the name has the same noun
_FAR = 60  # tokens back that a pronoun may reach
