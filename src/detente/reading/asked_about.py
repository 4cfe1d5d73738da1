"""The things that the positions of a coverage are about, the commonest of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.dispute.evidence import Evidence
from detente.reading.events.cues import VERB_OF
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.things import Thing, name_of, type_of
from detente.reading.wording import Spans, words

_KINDS = frozenset({"demand", "refusal", "precondition", "claim", "offer", "threat", "intent",
                    "willingness"})  # fmt: skip
_ENOUGH, _ENOUGH_TYPED = 7, 5
_MOST = 1

_NOTHING = words("""
    year month week day night decade century time way name future past issue question matter thing
    fact cause reason end start summer winter spring autumn hour moment side party people man woman
    person work lot dozen hundred thousand problem topic subject detail table situation case number
    word move step action decision role part position policy point attack killing death murder
    incident talk talks negotiation deal agreement government minister president spokesman
    spokeswoman statement leader country state nation union company official court strike threat
    demand offer condition proposal plan meeting mediator ministry police army parliament law town
    city worker member percent cent million dollar euro return term result change place group war
    peace sanction troop soldier citizen office council board claim dispute row relation tie none
    today tomorrow yesterday figure price view voice promise signature eye hand judge panel witness
    committee document letter survey count exercise force home arbitration dialogue resolution
    report reading majority chapter progress basis answer reply support trust respect solution
    crisis conflict compromise ceasefire truce pressure interest right need use sense face head
    line deal percentage opinion clause basin rule system process progress level family child life
    body region river world sea area""")


@dataclass(slots=True)
class _Noun:
    """What is said of a noun: how often it stands, in how many positions, whether above all."""

    first: Thing
    times: int = 0
    asked: int = 0
    above: bool = False

    @property
    def typed(self) -> bool:
        return type_of(self.first.head) != "other"

    @property
    def weight(self) -> int:
        return self.times + 2 * self.asked + 2 * self.above + self.typed


def asked_about(scene: Scene, said: Sequence[Evidence]) -> Iterator[Thing]:
    """The one or two things that most positions name, and the headline.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> from detente.reading.statements import find
    >>> text = (
    ...     "Norway wants the cable cut. Sweden refuses to cut the cable. "
    ...     "The cable was laid in May. Norway threatens to cut the cable itself."
    ... )
    >>> scene = build(Document("d1", text=text))
    >>> [thing.name for thing in asked_about(scene, find(scene))]
    ['cable']
    """
    nouns = sorted(_counted(scene, said), key=lambda noun: (-noun.weight, noun.first.first))
    for rank, noun in enumerate(nouns[:_MOST]):
        typed = noun.typed and rank == 0
        if noun.weight >= (_ENOUGH_TYPED if typed else _ENOUGH):
            yield noun.first


def _counted(scene: Scene, said: Sequence[Evidence]) -> list[_Noun]:
    spans = Spans(_apart((one.start, one.end) for one in said if one.kind in _KINDS))
    head = scene.document.headline or (0, 0)
    found: dict[str, _Noun] = {}
    for token in scene.doc:
        if not _may_be(token) or scene.refers(token):
            continue
        lemma = token.lemma_.lower()
        noun = found.get(lemma)
        if noun is None:
            thing = name_of(scene, token)
            if thing is None or not thing.name[:1].isalpha() or _is_counted(thing):
                continue
            noun = found[lemma] = _Noun(thing)
        noun.times += 1
        noun.asked += token.idx in spans
        noun.above = noun.above or head[0] <= token.idx < head[1]
    return [noun for noun in found.values() if noun.times > 1 and noun.asked]


def _may_be(token: Token) -> bool:
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return False
    lemma = token.lemma_.lower()
    return lemma not in _NOTHING and lemma not in VERB_OF and type_of(token) not in _PERSONS


_PERSONS = frozenset({"persons", "institution"})
_COUNTING = words("""
    one two three four five six seven eight nine ten eleven twelve another each every some any""")


def _is_counted(thing: Thing) -> bool:
    return thing.name.split()[0].lower() in _COUNTING


def _apart(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, where one runs into the next cut short."""
    at = 0
    for start, end in sorted(spans):
        if end > at:
            yield max(start, at), end
            at = end
