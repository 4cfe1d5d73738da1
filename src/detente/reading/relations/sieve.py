"""Which of the relations that were found stand: weighed by what is said of how each is told.

Rules find relations word by word; whether an annotator would list one hangs as well on who its ends
are, on how much the article makes of them, and on what else it tells of them. Weights:
``data/related.csv``, fitted by ``corpus/related.py``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from detente.dispute.evidence import Actor
from detente.reading import syntax
from detente.reading.negation import is_negated
from detente.reading.odds import odds, weights
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said
from detente.reading.syntax import verb_above
from detente.reading.things import TYPES

ENOUGH = 9  # hundredths
FREE = frozenset({"opposes"})  # kinds that are not weighed
_OLD = re.compile(r"\b(?:1[5-9]\d\d|20[01]\d)\b")
_OFTEN = ((0, "never"), (1, "once"), (3, "little"), (7, "now and then"))
_ALONE = 1  # where nothing else is told, what is found is as often right as not
_FIFTHS = 5
_MANY = 3
_IF = frozenset({"if", "unless", "until", "once", "whether", "should"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "parataxis"})
_HELPERS = {"has": "perfect", "have": "perfect", "had": "past perfect"}

Tellings = Sequence[Said]  # of one relation, the first of which is shown


def passed(reader: Reader, found: Sequence[Tellings]) -> list[Said]:
    """The relations that weigh enough, in their order, each as it is told first.

    Parameters
    ----------
    reader, found
        An article, and all that was found in it.

    Returns
    -------
    list[Said]
        In a note of a few sentences all, and one that is the only one.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> reader = Reader(build(Document("d1", text="Norway backs Sweden.")))
    >>> said = Said("aligned", "norway", "sweden", 0, 3, reader.scene.doc[1])
    >>> passed(reader, [[said]]) == [said]
    True
    """
    weighed = [first for first, *_ in found if first.kind not in FREE]
    if reader.scene.is_note or len(weighed) <= _ALONE:
        return [first for first, *_ in found]
    by = weights("related")
    return [
        tellings[0]
        for tellings, said in zip(found, marks(reader, found), strict=True)
        if tellings[0].kind in FREE or _is_plain(reader, tellings[0]) or odds(by, said) >= ENOUGH
    ]


def _is_plain(reader: Reader, one: Said) -> bool:
    """Whether one of the two is told in so many words to punish the other."""
    told = one.way in PLAIN or (one.way == BARRING and one.root.lemma_ in _BANNING)
    return one.kind == "sanctions" and told and {one.source, one.target} == {*reader.scene.pair}


_BANNING = frozenset({"ban", "embargo"})
BARRING = "punishing.bars"  # the names of ways
PLAIN = frozenset({"nouns.by_noun", "nouns.imposed", "phrases.by_phrase", "verbs.by_verb"})


def marks(reader: Reader, found: Sequence[Tellings]) -> Iterator[frozenset[str]]:
    """What can be said of each relation, by the names of the weights: at all, and of its kind."""
    others = _Others([first for first, *_ in found])
    often = _mentions(reader)
    for tellings in found:
        one = tellings[0]
        said = {f"way {way}" for way in {each.way for each in tellings}}
        said |= {*_of_words(one), *_of_voice(reader, one), *_of_place(reader, one)}
        said |= {*_of_end(reader, "source", one.source, one, often), *others.of(one)}
        said |= {*_of_target(reader, one, often), *_of_both(reader, one)}
        said.add(f"told {min(len({each.root.sent.start for each in tellings}), _MANY)}")
        kind = one.kind
        yield frozenset((kind, *said, *(f"{kind}: {mark}" for mark in said)))


def _mentions(reader: Reader) -> Counter[str]:
    return Counter({id_: len(reader.scene.meaning(id_)) for id_ in reader.scene.by_id})


def _of_words(one: Said) -> Iterator[str]:
    root = one.root
    yield f"word {root.lemma_.lower()}"
    yield f"is {root.dep_}"
    yield f"is {root.pos_}"
    verb = root if root.pos_ in {"VERB", "AUX"} else verb_above(root)
    if verb is None:
        yield "no verb"
        return
    modal = syntax.modal(verb)
    helpers = (_HELPERS.get(child.lower_) for child in syntax.children(verb, "aux"))
    yield f"told {modal or next(filter(None, helpers), verb.tag_)}"
    if is_negated(verb):
        yield "negated"
    if syntax.is_passive(verb):
        yield "passive"
    below = {token.dep_ for token in (verb, *verb.ancestors)} & _SUBORDINATE
    yield from (f"within {dep}" for dep in below)
    if not below:
        yield "main"


def _of_voice(reader: Reader, one: Said) -> Iterator[str]:
    voice = reader.voice(one.root)
    yield "direct" if voice.direct else "narrated" if voice.is_narrator else "reported"
    if voice.doubted or voice.asked:
        yield "doubted"
    if voice.holder:
        yield "voice own" if one.source in voice.holder else "voice other"


def _of_place(reader: Reader, one: Said) -> Iterator[str]:
    """Where it is told, beside what, and whether its ends are named there."""
    sent, doc = one.root.sent, one.root.doc
    yield f"part {_FIFTHS * sent.start // max(len(doc), 1)}"
    if one.root.i - sent.start < len(sent) // 3:
        yield "from start"
    text = sent.text
    if _OLD.search(text):
        yield "old year"
    if '"' in text or "“" in text:
        yield "quoted in part"
    if any(token.lower_ in _IF for token in doc[one.first : one.end]):
        yield "if"
    here = reader.scene.denoted(one.first, one.end)
    yield "source there" if one.source in here else "source elsewhere"
    if one.target in reader.scene.by_id:
        yield "target there" if one.target in here else "target elsewhere"
    others = len({*here} - {one.source, one.target})
    yield f"others {min(others, _MANY)}"


def _of_end(reader: Reader, end: str, id_: str, one: Said, often: Counter[str]) -> Iterator[str]:
    actor = reader.scene.by_id.get(id_)
    if actor is None:
        yield f"{end} no party"
        return
    yield f"{end} {actor.type}"
    yield f"{end} {actor.role}"
    if actor.speaks_for:
        yield f"{end} speaks"
    yield f"{end} {'side' if id_ in reader.scene.pair else 'third'}"
    yield f"{end} named " + next((name for most, name in _OFTEN if often[id_] <= most), "often")
    if reader.is_early(id_):
        yield f"{end} early"
    first = next(iter(reader.scene.meaning(id_)), None)
    if first is not None and first.sent.start == one.root.sent.start:
        yield f"{end} new"


def _of_target(reader: Reader, one: Said, often: Counter[str]) -> Iterator[str]:
    if one.target is None:
        return
    if one.target in reader.scene.by_id:
        yield "target party"
        yield from _of_end(reader, "target", one.target, one, often)
        return
    head = one.target.rsplit(maxsplit=1)[-1].lower()
    count = reader.spelt[head]
    yield "target thing"
    yield "thing named " + next((name for most, name in _OFTEN if count <= most), "often")
    yield "thing with a name" if one.target[:1].isupper() else "thing without a name"
    yield f"thing {next((name for name, nouns in TYPES.items() if head in nouns), 'other')}"
    if reader.is_early(one.target):
        yield "thing early"


def _of_both(reader: Reader, one: Said) -> Iterator[str]:
    pair = {*reader.scene.pair}
    sides = [reader.scene.by_id.get(end or "") for end in (one.source, one.target)]
    if len({_behind(side) for side in sides if side is not None} & pair) > 1:
        yield "side to side"
    if all(side is not None and side.type == "person" for side in sides):
        yield "person to person"
    if not {one.source, one.target} & pair:
        yield "of no side"
    if sides[1] is not None and sides[0] is not None and _behind(sides[0]) == _behind(sides[1]):
        yield "of one side"


def _behind(actor: Actor) -> str:
    return actor.speaks_for or actor.id


class _Others:
    """What else is told: found by whose it is and where it stands, not one by one."""

    def __init__(self, told: Sequence[Said]) -> None:
        self._by: dict[object, list[Said]] = defaultdict(list)
        for one in told:
            ends = frozenset((one.source, one.target))
            for key in (("source", one.source), ("target", one.target), ends):
                self._by[key].append(one)
            self._by[one.root.sent.start].append(one)

    def _beside(self, key: object, one: Said) -> list[Said]:
        return [other for other in self._by[key] if other is not one]

    def of(self, one: Said) -> Iterator[str]:
        """Of the same source, of the two, from the same words."""
        same = self._beside(("source", one.source), one)
        yield f"like {min(sum(other.kind == one.kind for other in same), _MANY)}"
        yield from (f"source {other.kind}" for other in same)
        for other in self._beside(one.root.sent.start, one):
            if other.root is one.root or (other.first < one.root.i < other.end):
                yield f"there {other.kind}"
        for other in self._beside(frozenset((one.source, one.target)), one):
            yield f"they {other.kind}"
        if one.target is not None:
            yield from (f"target {o.kind}" for o in self._beside(("target", one.target), one))
