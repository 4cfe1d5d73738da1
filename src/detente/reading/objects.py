"""What a dispute is about: the things that are claimed, held, or quarrelled over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.dispute.evidence import Evidence, Object
from detente.reading import relations
from detente.reading.arguments import conjoined, prepositional, things_of
from detente.reading.called import names
from detente.reading.parsed import Token
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.places import Places
from detente.reading.places import places as gathered
from detente.reading.scene import Scene
from detente.reading.things import Thing, type_of
from detente.reading.weighing import weighed
from detente.reading.wording import words

EXAMPLES = (  # (text, names)
    ("The dispute over the Skerry Islands goes on.", ("Skerry Islands",)),
    ("Talks about the fishing quotas begin today.", ("fishing quotas",)),
    ("Greece claims the Skerry Islands.", ("Skerry Islands",)),
    ("Greece and Norway are at odds over the Skerry Islands.", ("Skerry Islands",)),
    ("Unions are fighting the government over a pension reform.", ("pension reform",)),
    ("A dispute over who owns the Oltar valley goes on.", ("Oltar valley",)),
    ("The feud concerns fishing rights.", ("fishing rights",)),
    ("The disputed Skerry Islands lie off Norway.", ("Skerry Islands",)),
    ("The status of Varn is the main sticking point.", ("status of Varn",)),
    ("At issue are arrears of 40 million.", ("arrears",)),
    ("The fuel levy is at the heart of the quarrel.", ("fuel levy",)),
    ("Norway demands the return of the Oltar valley.", ("Oltar valley",)),
)
COUNTER_EXAMPLES = ("The dispute goes on.", "They talked about it over lunch.",
                    "Norway and Greece fought over a year ago.")  # fmt: skip

_QUARRELS = words("""
    dispute row quarrel conflict spat feud disagreement standoff stand-off clash war battle
    wrangle controversy fight argument tussle tension talk negotiation dialogue discussion
    strike rift claim loggerheads odds difference deadlock impasse stalemate bickering
    haggling tug-of-war litigation struggle dissension falling-out bargaining contention
    crisis confrontation friction showdown polemic discord""")
_FIGHTING = words("""
    quarrel fight feud clash argue wrangle bicker spar haggle tussle squabble disagree
    negotiate bargain differ battle dispute strike litigate talk divide split stall founder
    collapse stumble snag""")
_ABOUT = ("over", "about", "on", "regarding", "concerning", "for", "around")
_CONTESTING = words("dispute contest covet renegotiate partition haggle_over")
_DISPUTED = words("disputed contested coveted divided")
_CONCERNING = words("concern involve center centre revolve turn focus hinge")
_POINTS = words("""
    point heart centre center core issue stake root nub crux bone cause subject object prize
    apple block obstacle sticking-point question bottom hurdle""")
_DEMANDING = words("demand want seek insist claim reclaim request")


def _contested(places: Places, token: Token) -> Iterator[Token]:
    """What a word says is quarrelled over, demanded, at issue."""
    lemma = token.lemma_.lower()
    if token.lower_ in _DISPUTED and token.dep_ == "amod":
        yield token.head
    elif {lemma, token.lower_} & _QUARRELS and token.pos_ == "NOUN":
        yield from prepositional(token, *_ABOUT)
        yield from _asked_whose(token)
        if lemma in {"odd", "loggerhead"} or token.dep_ == "pobj":
            yield from (t for t in prepositional(token.head, *_ABOUT) if t.i > token.i)
        yield from _concerned(token)
    elif lemma in _FIGHTING and token.pos_ == "VERB":
        yield from prepositional(token, "over", "about")
    elif lemma in _CONTESTING and token.pos_ == "VERB":
        yield from things_of(token)
    elif lemma in _POINTS and token.pos_ == "NOUN":
        yield from _at_issue(token)
    elif lemma in _DEMANDING and token.pos_ == "VERB" and places.owned_by_party(token):
        for thing in things_of(token):
            yield from prepositional(thing, "of", "from") or [thing]


def _asked_whose(quarrel: Token) -> Iterator[Token]:
    """As in "a dispute over who owns X"."""
    for preposition in quarrel.children:
        for verb in preposition.children if preposition.lower_ in _ABOUT else ():
            if verb.dep_ == "pcomp" and verb.lemma_ in _OWNING:
                yield from things_of(verb)


_OWNING = words("own run control govern administer use hold manage rule share get")


def _concerned(quarrel: Token) -> Iterator[Token]:
    """As in "the feud concerns X", "the row turns on X"."""
    verb = quarrel.head
    if quarrel.dep_ == "nsubj" and verb.lemma_ in _CONCERNING:
        yield from things_of(verb)
        yield from prepositional(verb, "on", "around", "about")


def _at_issue(point: Token) -> Iterator[Token]:
    """As in "X is the sticking point", "at issue are X", "X is at the heart of the quarrel"."""
    verb = point.head if point.dep_ in {"attr", "nsubj"} else point.head.head
    if verb.lemma_ != "be" or (point.dep_ == "pobj" and point.head.lower_ not in {"at", "in"}):
        return
    if point.lemma_.lower() in {"question", "point", "cause", "issue", "block"} and (
        point.dep_ == "attr" and not any(c.lower_ in _CHIEF for c in point.children)
    ):
        return
    yield from (t for t in verb.children if t.dep_ in {"nsubj", "attr"} and t != point)


_CHIEF = words("sticking main chief central key core principal real biggest only stumbling")


def _quarrelled(places: Places, token: Token) -> Iterator[Thing]:
    """As in "the dispute over X", "talks about X and Y"."""
    for about in (one for one in _contested(places, token) if one.lower_ not in _DATES):
        for each in conjoined(about):
            found = _status_of(places, each) or places.resolve(each)
            typed = found is not None and type_of(found.head) != "other"
            over = about.dep_ == "pobj" and about.head.lower_ == "over"
            if found and (typed or found.name[:1].isupper() or (over and _is_plain(found))):
                yield found


_DATES = frozenset({*MONTHS, *WEEKDAYS})


def _is_plain(thing: Thing) -> bool:
    """Whether it is something one can quarrel over, also of no kind that the tables know."""
    return thing.head.pos_ == "NOUN" and thing.head.lemma_.lower() not in _NO_THINGS


_NO_THINGS = words("""year month week day night decade century time way name future past issue
    question matter thing fact cause reason end start summer winter spring autumn hour moment side
    party people man woman person work lot dozen hundred thousand problem topic subject detail
    lunch dinner breakfast tea coffee phone telephone video radio table situation case number
    word move step action decision role part position policy point attack killing
    death murder incident""")


def _status_of(places: Places, token: Token) -> Thing | None:
    """As in "the status of X", "a share of the water": the whole phrase is the name."""
    if token.lemma_.lower() not in _PARTS:
        return None
    return places.phrase(token)


_PARTS = words("status future ownership share fate control possession return use division")


def find(scene: Scene, said: Sequence[Evidence] = ()) -> list[tuple[Object, Evidence]]:
    """The objects of the dispute, each once, with its first quote.

    What is claimed, held or quarrelled over; and what the coverage and its positions, ``said``,
    are most about.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The row over the Skerry Islands goes on."
    >>> [(thing.name, thing.type) for thing, _ in find(build(Document("d1", text=text)))]
    [('Skerry Islands', 'territory')]
    """
    parties = {party.name for party in scene.parties}
    claimed, quarrelled = _claimed(scene), _quarrelled_over(scene)
    heads = {thing.head.lemma_.lower() for thing in quarrelled}
    found: dict[str, tuple[str, int, int]] = {}
    for thing in weighed(scene, said, claimed, heads):
        wholes = claimed.get(thing.head.lemma_.lower(), ())
        for whole in wholes:
            _add_named(scene, found, whole)
        if not wholes and thing.name not in parties:
            found[thing.name] = _place(scene, thing)
    if not found:  # in a short note what is claimed or quarrelled over is all there is
        for whole in (whole for wholes in claimed.values() for whole in wholes):
            _add_named(scene, found, whole)
    for thing in () if found else quarrelled:
        if thing.name not in parties and not scene.refers(thing.head):
            found.setdefault(thing.name, _place(scene, thing))
    return [_entry(scene, name, *at, f"o{n}") for n, (name, at) in enumerate(found.items(), 1)]


def _quarrelled_over(scene: Scene) -> list[Thing]:
    """What the text below the headline says is quarrelled over."""
    places = gathered(scene)
    top, below = scene.document.headline or (0, 0)
    body = (token for token in scene.words if not top <= token.idx < below)
    return [thing for token in body for thing in _quarrelled(places, token)]


def _place(scene: Scene, thing: Thing) -> tuple[str, int, int]:
    """Of what type a thing is, and where it is named."""
    start, end, _ = scene.quote(scene.doc[thing.first], scene.doc[thing.last])
    return type_of(thing.head), start, end


def _claimed(scene: Scene) -> dict[str, list[str]]:
    """What is claimed or held, by the lemma of its head, and by its last word as it stands."""
    found = defaultdict[str, list[str]](list)
    for relation, _ in relations.find(scene):
        if relation.kind in {"claims", "controls"} and (name := relation.target):
            at = scene.document.text.find(name)
            span = scene.doc.char_span(at, at + len(name)) if at >= 0 else None
            root = [span.root.lemma_.lower()] if span is not None else []
            for head in (*root, name.rsplit(maxsplit=1)[-1].lower()):
                if name not in found[head]:
                    found[head].append(name)
    return dict(found)


def _add_named(scene: Scene, found: dict[str, tuple[str, int, int]], name: str) -> None:
    at = scene.document.text.find(name)
    if at < 0 or name in scene.by_id:
        return
    span = scene.doc.char_span(at, at + len(name))
    kind = type_of(span.root) if span is not None else "other"
    found.setdefault(name, ("territory" if kind == "other" else kind, at, at + len(name)))


def _entry(
    scene: Scene, name: str, kind: str, start: int, end: int, evidence_id: str
) -> tuple[Object, Evidence]:
    quote = scene.document.text[start:end]
    evidence = Evidence(evidence_id, scene.document.id, quote, start, end, "object")
    return Object(name, kind, (evidence_id,), names(scene, name)), evidence
