"""Positions worded as ``data/positions.toml`` has it, whoever is in the place of the holder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from detente.reading import frames, syntax
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _nouns as named
from detente.reading.patterns._discounted import COURTS
from detente.reading.wording import words


@lru_cache(maxsize=2)
def _framings(telling: Telling) -> tuple[tuple[Token, Frame], ...]:
    """Every verb that words a position, with its wording; those of two texts are kept."""
    return tuple(
        (token, frame)
        for token in telling.scene.verbs
        if token.dep_ != "amod"
        for frame in frames.fitting(token)
    )


def framed(
    telling: Telling, kind: str, fits: Callable[[Token, Frame], bool] | None = None
) -> Iterator[Finding]:
    """Positions worded as ``data/positions.toml`` has it, as far as `fits` agrees."""
    for verb, frame in _framings(telling):
        if frame.kind != kind or (fits is not None and not fits(verb, frame)):
            continue
        if not cues.is_aside(telling, verb) and _is_told_now(telling, verb, frame):
            yield from _held(telling, kind, verb, frame)
    if kind in {"refusal", "willingness"}:
        yield from _voted(telling, kind)
    yield from named.owned(telling, kind, frames.nouns(kind))
    for _, verb in named.nouns(telling, frames.nouns(kind, "light")):
        ahead = kind == "accusation" and syntax.modal(
            verb
        )  # "will file a complaint": no charge yet
        if verb.lemma_ not in named.DROPPING and not is_negated(verb) and not ahead:
            yield from cues.finding(telling, kind, verb)


def _voted(telling: Telling, kind: str) -> Iterator[Finding]:
    """As in "voted on Sunday, 188 to 9, to turn the offer down"."""
    for verb, _ in cues.verbs(telling, _VOTING):
        to = next((c for c in syntax.children(verb, "xcomp", "advcl") if c.tag_ == "VB"), None)
        if to is None or is_negated(verb) or cues.is_aimed_at(verb):
            continue
        if any(frame.kind == kind for frame in frames.fitting(to)):
            yield from cues.finding(telling, kind, verb)


_VOTING = words("vote decide choose opt resolve")


def _held(telling: Telling, kind: str, verb: Token, frame: Frame) -> Iterator[Finding]:
    """The finding of a frame, its holder by where the frame has it."""
    place = _PLACES.get(frame.section)
    if place is not None:
        yield from place(telling, kind, verb)
    elif frame.of_thing or any(True for _ in syntax.children(verb, "expl")):
        yield from _of_thing(telling, kind, verb)
    elif frame.section in {"is", "is_not"} or "be" in frame.steps[0]:
        subject = telling.subject(verb)
        voiced = telling.voice(verb).holder if cues.is_own_folk(subject) else ()
        holder = telling.who(subject) or cues.holder_of(telling, verb) or voiced
        yield from cues.finding(telling, kind, verb, holder=holder)
    elif _is_agentless(verb):
        modal = syntax.modal(verb) is not None
        holder = telling.voice(verb).holder if modal else _placed(telling, kind, verb)
        yield from cues.finding(telling, kind, verb, holder=holder)
    else:
        holder = cues.holder_of(telling, verb) or _of_what_is_to_come(telling, verb)
        yield from cues.finding(
            telling, kind, verb, to=cues.addressee(telling, verb), holder=holder
        )


def _placed(telling: Telling, kind: str, verb: Token) -> tuple[str, ...]:
    """Whose it is that a plan "was dismissed in Sudmark", "was met with scorn by Norland"."""
    for preposition in syntax.children(verb, "prep", "agent") if kind in _ANSWERS else ():
        noun = syntax.first(preposition, "pobj")
        if noun is None or preposition.lower_ not in _FROM:
            continue
        capital = telling.scene.capital(noun)
        found = (capital,) if capital else telling.whose(noun)
        if found:
            return found
    return ()


_ANSWERS = frozenset({"refusal", "willingness", "accusation", "denial", "demand"})
_FROM = frozenset({"in", "by", "from", "at", "with", "among"})


def _of_wrong(telling: Telling, kind: str, verb: Token) -> Iterator[Finding]:
    """What somebody says of another: "Sudmark is bluffing, said Norland"."""
    voice, subject = telling.voice(verb), telling.subject(verb)
    if (
        verb.dep_ in {"ccomp", "xcomp"}
        and verb.head.lemma_ in _WISHED
        and not syntax.is_finite(verb)
    ):
        return  # "we want the roster torn up"
    if (
        not voice.holder
        or subject is None
        or (kind == "threat" and not _is_meant(telling, verb, subject))
        or (syntax.modal(verb) in _TO_COME) != (kind == "threat")
        or (verb.lemma_ == "pay" and is_due(verb))  # "must pay for it": a demand
    ):
        return
    if kind == "threat" and set(telling.holder(verb)) & set(voice.holder):
        return  # "it would pay for new nets", of itself
    doer = telling.doer(verb) or telling.whose(subject)
    if subject.pos_ == "VERB":  # "What Sudmark is doing is blackmail"
        doer = telling.holder(subject)
    stranger = (
        subject.lower_ in _STRANGERS
        or subject.tag_ == "WDT"
        or (subject.pos_ == "NOUN" and not doer)
    )
    if set(doer) & set(voice.holder) and not voice.direct:
        return  # "its officials say they have no mandate", of themselves
    if lies_somewhere(verb) or subject.lemma_.lower() in COURTS:
        return  # "the court has no jurisdiction": a view of the law
    if (doer and not set(doer) & set(voice.holder)) or stranger:
        yield from cues.finding(
            telling, kind, verb, to=subject, holder=voice.holder, confidence=0.75
        )


def _is_meant(telling: Telling, verb: Token, subject: Token) -> bool:
    """Whether who "will pay for it" is an opponent, and no bystander, nor a thing to be paid."""
    if verb.lemma_ == "pay" and syntax.is_passive(verb):
        return False
    bystander = subject.tag_ == "NNS" and subject.lemma_ not in _ADVERSARIES
    return not bystander or bool(telling.doer(verb))


def lies_somewhere(verb: Token) -> bool:
    """As in "the deposits lie on its side"."""
    placed = verb.lemma_ == "lie" and any(True for _ in syntax.children(verb, "prep", "advmod"))
    subject = syntax.first(verb, "nsubj")
    return placed and subject is not None and subject.pos_ == "NOUN"


_ADVERSARIES = words(
    "attacker aggressor invader intruder culprit perpetrator violator offender enemy side leader "
    "government boss occupier rebel terrorist traitor saboteur smuggler poacher opponent ship boat "
    "plane vessel trawler strikebreaker troop soldier force"
)
_WISHED = words("want wish like need see get demand")
_TO_COME = frozenset({"will", "would", "shall", "should", "must", "could", "may", "might"})
_STRANGERS = words("they you he she that this it these those who somebody someone")


def _of_it(telling: Telling, kind: str, verb: Token) -> Iterator[Finding]:
    """As in "It is up to Sudmark to pay, Norland says", "the ball is in their court"."""
    subject = syntax.first(verb, "nsubj", "expl", "attr")
    if subject is not None and subject.lemma_.lower() in _TURNS and verb.lemma_ != "become":
        yield from cues.finding(telling, kind, verb, holder=telling.voice(verb).holder)


_TURNS = words("it that this ball onus burden move responsibility turn step time obligation key")


def _of_met(telling: Telling, kind: str, verb: Token) -> Iterator[Finding]:
    """Whose the answer is: "the plan met with scorn from Sudmark", "found favour in Norland"."""
    inside = [token for token in verb.subtree if token.i > verb.i]
    for token in inside:
        if token.dep_ == "pobj" and token.head.lower_ in _FROM:
            capital = telling.scene.capital(token)
            found = (capital,) if capital else telling.whose(token)
            if found:
                yield from cues.finding(telling, kind, verb, holder=found, confidence=0.75)
                return


def _of_nothing(telling: Telling, kind: str, verb: Token) -> Iterator[Finding]:
    """As in "Nothing will stop Norland from building"."""
    subject = syntax.first(verb, "nsubj")
    if subject is None or not any(t.lower_ in _NO_ONE for t in subject.subtree):
        return
    held = syntax.first(verb, "dobj") or next(
        (syntax.first(c, "nsubj") for c in syntax.children(verb, "ccomp")), None
    )
    yield from cues.finding(telling, kind, verb, holder=telling.who(held))


_NO_ONE = words("nothing nobody no none")
_PLACES: dict[str, Callable[[Telling, str, Token], Iterator[Finding]]] = {
    "wrong": _of_wrong,
    "wrong_not": _of_wrong,
    "wrong_is": _of_wrong,
    "it": _of_it,
    "met": _of_met,
    "nothing": _of_nothing,
}


def _is_told_now(telling: Telling, verb: Token, frame: Frame) -> bool:
    """No participle before a noun, no infinitive that belongs to another verb's position."""
    if verb.dep_ in {"amod", "compound"} or (cues.is_aimed_at(verb) and verb.lemma_ != "be"):
        return False
    if frame.kind in _OWN and _is_bidden(telling, verb):
        return False
    if frame.section == "not":
        subject = telling.subject(verb)
        nobody = subject is not None and any(c.lower_ == "no" for c in subject.children)
        sure = frame.kind not in {"intent", "threat"} or verb.lemma_ in {"rule", "exclude"}
        return not nobody and (sure or bool(syntax.modal(verb)))
    return True


_OWN = frozenset({"willingness", "offer", "intent", "threat"})
_BIDDING = words("propose demand urge insist ask suggest recommend request warn call want")


def _is_bidden(telling: Telling, verb: Token) -> bool:
    """As "take" of "warned them that they should take it seriously": what others are to do."""
    cue = telling.voice(verb).cue
    if cue is None or telling.doc[cue].lemma_ not in _BIDDING:
        return False
    if syntax.modal(verb) in {"should", "must"}:
        return True
    top = verb.head if verb.dep_ == "conj" else verb
    bare = verb.tag_ in {"VB", "VBP"} and not any(True for _ in syntax.children(verb, "aux"))
    doer = syntax.first(verb, "nsubj")
    wished = telling.doc[cue].lemma_ in _BIDDING - {"warn", "call", "want"}
    subjunctive = bare and wished and doer is not None and top.dep_ == "ccomp"
    return subjunctive and doer is not None and doer.lower_ not in {"i", "we", "you", "they"}


def _of_what_is_to_come(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Whose it is that "the troops would stay put": the speaker's."""
    subject, modal = telling.subject(verb), syntax.modal(verb)
    thing = subject is not None and subject.pos_ == "NOUN" and not telling.whose(subject)
    return telling.voice(verb).holder if thing and modal in {"will", "would", "shall"} else ()


def _is_agentless(verb: Token) -> bool:
    return syntax.is_passive(verb) and syntax.agent(verb) is None


def _to_whom(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Whose view it is that something "is unacceptable to Norland"."""
    after = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "prep")
    whom = (syntax.first(t, "pobj") for t in after if t.lower_ in {"to", "for"})
    return next((found for one in whom if (found := telling.who(one))), ())


def _of_thing(telling: Telling, kind: str, verb: Token) -> Iterator[Finding]:
    """Of "X's missiles are off the table": who says it, else whose the thing is."""
    subject = telling.subject(verb)
    own = telling.whose(syntax.first(subject, "poss")) if subject is not None else ()
    own = _to_whom(telling, verb) or own or _going_on(telling, verb)
    yield from cues.finding(telling, kind, verb, holder=telling.voice(verb).holder or own)


def _going_on(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Of "Norland does not rule out a vote, but there would be no question of leaving" Norland."""
    before = verb.head
    there = verb.dep_ == "conj" and any(c.dep_ == "expl" for c in verb.children)
    joined = there and any(c.lower_ in {"but", "and"} for c in syntax.children(before, "cc"))
    minded = any(frame.kind in {"refusal", "willingness"} for frame in frames.fitting(before))
    return telling.holder(before) if joined and minded and syntax.modal(verb) else ()
