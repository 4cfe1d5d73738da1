"""What somebody does only if, once, until or unless something else comes about."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.evidence import AUTHOR, Condition
from detente.reading import extents, syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.conditions import gathering
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import PREDICATES
from detente.reading.conditions.signs import sign
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns._conditional import holder_of_condition, is_authors
from detente.reading.patterns._opponents import counterpart, go_betweens
from detente.reading.patterns._preconditions_told import COUNTER_EXAMPLES, EXAMPLES
from detente.reading.patterns._who import about, phrase, who_must
from detente.reading.wording import words

KIND = "precondition"

__all__ = ["COUNTER_EXAMPLES", "EXAMPLES", "KIND", "find"]


def find(telling: Telling) -> Iterator[Finding]:
    """All preconditions, and the threats that have a condition."""
    for found in gathering.find(telling):
        finding = _finding(telling, found)
        if finding is not None:
            yield finding


def _finding(telling: Telling, found: Found) -> Finding | None:
    voice = telling.voice(found.main)
    if voice.asked or voice.doubted or _is_private(telling, found) or _is_feared(telling, voice):
        return None
    head = extents.clause_head(telling.doc, found.start, found.end)
    if _is_of_own_deed(telling, found, head) or _is_anybodys(found):
        return None
    holder = holder_of_condition(telling, found, head)
    if not holder:
        return None
    giver = telling.doer(found.main) if set(holder) & go_betweens(telling) else ()
    by = who_must(telling, head, found.start, found.end, holder, giver)
    start, end, quote = telling.scene.span(
        telling.doc[found.start].idx,
        telling.doc[found.end - 1].idx + len(telling.doc[found.end - 1]),
    )
    need, harmful = sign(found)
    if (
        _is_of_neither(found)
        or _is_speculation(voice, found)
        or _is_forecast(telling, found, holder)
    ):
        return None
    if AUTHOR in holder and (_is_idle(found, need) or not is_authors(telling, found, voice)):
        return None
    return Finding(
        "threat" if harmful else KIND,
        found.main,
        holder,
        voice.speaker,
        tuple(p for p in by if p not in holder) or counterpart(telling, found.main, holder),
        _about(telling, found),
        Condition(quote, start, end, found.marker, by, need),
        0.9 if found.family in {"only", "unless", "until", "given"} else 0.75,
        _span(found),
    )


def _is_of_own_deed(telling: Telling, found: Found, head: Token) -> bool:
    """As in "If we pay once, every ship becomes a target": an argument, no terms of anybody's."""
    if found.family not in {"if", "given"} or not _is_of_us(head):
        return False
    if _is_of_us(found.main):
        return True  # "If we give them up, we give up the money"
    done = telling.voice(found.main).direct and not syntax.is_passive(head)
    return done and head.lemma_ not in _GETTING and found.marker == "if"


_GETTING = words("get receive see have hear obtain win need recover find be know feel")


def _is_anybodys(found: Found) -> bool:
    """As in "Without a laboratory you don't have a hospital": what holds for anybody."""
    subject = syntax.first(found.main, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"you", "one"}
        and found.marker == "without"
        and found.main.lemma_ in {"have", "get", "be", "need", "know", "lose"}
    )


def _is_idle(found: Found, need: str) -> bool:
    """What the narrator only supposes."""
    return (found.family in {"if", "given"} and need == "holds") or found.backwards


def _is_of_neither(found: Found) -> bool:
    """As in "if it were done jointly, neither could dispute the numbers": an argument."""
    subject = syntax.first(found.main, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"neither", "each", "nobody"}
        and (
            found.family in {"if", "given"}
            and syntax.modal(found.main) in {"could", "would", "can"}
        )
    )


def _is_speculation(voice: Voice, found: Found) -> bool:
    """What the narrator thinks might be: "the money could break the knot, if ..."."""
    guess = syntax.modal(found.main) in {"could", "might", "may"}
    own = found.family == "given" and found.main.lemma_ in _GRANTING
    return guess and voice.is_narrator and not own and found.family in {"if", "given"}


_GRANTING = words(
    "imagine accept agree consider live support sign join settle envisage countenance"
)


def _is_forecast(telling: Telling, found: Found, holder: tuple[str, ...]) -> bool:
    """What befalls, or goes on by itself, and is nobody's to give: "exports will fall unless"."""
    main = found.main
    subject = telling.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    if subject is None or main.lemma_ not in _BEFALLING or syntax.first(main, "dobj") is not None:
        return False
    return subject.lower_ not in {"we", "i"} and not set(telling.who(subject)) & set(holder)


_BEFALLING = words(
    "fall rise shrink grow suffer decline slump starve melt spread worsen die increase decrease "
    "slow recover erupt dwindle soar plunge wither rot thrive flourish vanish drown burn slide"
)


def _is_feared(telling: Telling, voice: Voice) -> bool:
    """As in "fears that once the line is open it will not be paid": what it thinks, no terms."""
    return voice.cue is not None and telling.doc[voice.cue].lemma_ in _FEARING


_FEARING = words("fear worry dread suspect doubt predict forecast foresee concern afraid")


def _is_of_us(verb: Token) -> bool:
    """Whether "we" do it."""
    subject = syntax.first(verb, "nsubj")
    return subject is not None and subject.lower_ in {"we", "i"}


def _is_private(telling: Telling, found: Found) -> bool:
    """What "I" alone would do is no party's position."""
    subject = telling.subject(found.main) if found.main.pos_ in {"VERB", "AUX"} else None
    persons = {party.id for party in telling.scene.parties if party.type == "person"}
    public = set(telling.voice(found.main).holder) - persons
    return subject is not None and subject.lower_ == "i" and not public


def _about(telling: Telling, found: Found) -> str:
    main = found.main
    if found.marker in PREDICATES:  # "X is contingent on", "X hinges on", "makes X dependent on"
        thing = next(syntax.children(main, "dobj", *syntax.SUBJECTS), None)
        small = next((c for c in main.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"), None)
        if main.lemma_ == "make":
            own = syntax.first(small, "nsubj") if small is not None else None
            thing = own or syntax.first(main, "dobj") or thing
        elif main.lemma_ in {"be", "remain"} or main.i == found.at:
            thing = next(syntax.children(main, *syntax.SUBJECTS), None)
        if thing is not None:
            return phrase(thing)
    return phrase(found.about) if found.about is not None else about(telling, main, found.at)


def _span(found: Found) -> tuple[int, int]:
    start, end = syntax.extent(found.main)
    return min(start, found.at), max(end, found.end)
