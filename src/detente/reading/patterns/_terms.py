"""Whether what looks like a condition is anybody's terms: a thing withheld until somebody acts.

None are an argument ("If we pay once, every ship becomes a target"), a fear, a forecast of what
befalls by itself, what holds for anybody, a matter of course ("once the parts have arrived").
"""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.conditions.dependence import READY, is_missed, is_unreal, is_withheld, persists
from detente.reading.conditions.found import Found
from detente.reading.moods import is_obliged
from detente.reading.parsed import Token
from detente.reading.patterns import _no_terms as no_terms
from detente.reading.patterns._holders import OUTSIDE
from detente.reading.wording import words

_OPEN = frozenset({"if", "given"})


def are_none(telling: Telling, found: Found, head: Token) -> bool:
    """Whether the words alone show it, `head` being the head of the condition."""
    voice = telling.voice(found.main)
    return (
        (is_unreal(found.main) and not is_missed(telling, found.main))
        or _are_feared(telling, found, voice)
        or _are_of_own_deed(telling, found, head)
        or _are_anybodys(found)
        or _are_of_neither(found)
        or _are_speculation(voice, found)
        or _are_rhetoric(found, head)
        or _are_of_course(found, head)
        or _are_as_things_go(head)
        or _are_tautology(found, head)
        or _are_of_the_past(found, voice)
        or no_terms.are_nobodys(telling, found, head)
    )


def are_foretold(telling: Telling, found: Found, holder: tuple[str, ...]) -> bool:
    """Whether what depends befalls, and is nobody's to give: "exports will fall unless"."""
    main = found.main
    subject = telling.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    if subject is None:
        return False
    if subject.lemma_.lower() in _CALAMITIES and main.lemma_ in _BEFALLING | {"break", "return"}:
        return True  # "Unless aid comes, famine will spread": nobody's to hold out
    voice = telling.voice(main)
    if _is_outsider(telling, voice) and found.family in {*_OPEN, "unless"}:
        guess = syntax.modal(main) in {"could", "may", "might"} or main.lemma_ in _SUFFERING
        if guess or main.lemma_ in _BEFALLING:
            return True
    thought = _is_thought(telling, found, voice, holder)
    if thought or _is_held_out(found, voice, holder):
        return thought
    if len(holder) > 1 and main.lemma_ in _GATHERING and found.marker in {"if", "when"}:
        return True  # "the two meet again in June if a host is found"
    return _befalls(telling, found, holder)


_CALAMITIES = words(
    "famine hunger starvation disease epidemic cholera malaria malnutrition poverty unemployment "
    "drought flood inflation"
)


def _is_thought(telling: Telling, found: Found, voice: Voice, holder: tuple[str, ...]) -> bool:
    """As in "thinks that without work the place will be empty": what one expects, and no terms."""
    cue = telling.doc[voice.cue] if voice.cue is not None else None
    thought = cue is not None and cue.lemma_ in _EXPECTING and found.main.lemma_ == "be"
    return thought and not set(telling.whose(telling.subject(found.main))) & set(holder)


_EXPECTING = words("think believe fear expect reckon predict suspect guess worry foresee")


def _is_held_out(found: Found, voice: Voice, holder: tuple[str, ...]) -> bool:
    """Whether its holder says what comes, and so what the other can bring about or have."""
    return bool(set(voice.holder) & set(holder)) and found.marker not in _OF_ANY


def _befalls(telling: Telling, found: Found, holder: tuple[str, ...]) -> bool:
    main = found.main
    subject = telling.subject(main)
    ours = subject is None or subject.lower_ in {"we", "i"}
    suffers = main.lemma_ in _SUFFERING and found.family in _OPEN and not found.harm
    if _runs_out(main) or suffers:
        return not ours and not telling.voice(main).direct
    if main.lemma_ not in _BEFALLING or syntax.first(main, "dobj") is not None:
        return False
    return not ours and not set(telling.who(subject)) & set(holder)


_OF_ANY = frozenset({"any", "whoever", "anyone who", "those who"})


def are_idle(found: Found, need: str) -> bool:
    """What the narrator only supposes."""
    return (found.family in _OPEN and need == "holds") or found.backwards


_GATHERING = words("meet gather convene reconvene reassemble")
_BEFALLING = words(
    "fall rise shrink grow suffer decline slump starve melt spread worsen die increase decrease "
    "slow recover erupt dwindle soar plunge wither rot thrive flourish vanish drown burn slide "
    "collapse disappear deteriorate improve evaporate dry sink shrivel perish"
)
_SUFFERING = words("suffer lose starve struggle drown die perish flounder collapse need")


def _runs_out(verb: Token) -> bool:
    """As in "will run short of water", "go hungry"."""
    after = {child.lower_ for child in verb.children if child.i > verb.i}
    return bool(after & _ENDS.get(verb.lemma_, frozenset()))


_ENDS = {
    "run": words("short dry out low"),
    "go": words("hungry bankrupt bust thirsty extinct"),
}


def _is_outsider(telling: Telling, voice: Voice) -> bool:
    """Whether an expert says it."""
    if voice.cue is None or voice.direct:
        return False
    teller = telling.subject(telling.doc[voice.cue])
    of = syntax.first(teller, "prep") if teller is not None and teller.lower_ == "one" else None
    if telling.whose(teller) or (of is not None and telling.whose(syntax.first(of, "pobj"))):
        return False  # "the union's lawyers", "one of its engineers"
    return teller is not None and teller.lemma_.lower() in OUTSIDE - _INSIDE


_INSIDE = words("source insider")


def _are_feared(telling: Telling, found: Found, voice: Voice) -> bool:
    """As in "fears that once the line is open it will not be paid": what it thinks, no terms."""
    if voice.cue is not None and telling.doc[voice.cue].lemma_ in _FEARING:
        return True
    step = found.main
    while step.head != step and step.dep_ in {"ccomp", "advcl", "acl", "conj"}:
        if step.dep_ == "conj" and syntax.is_finite(step):
            break  # "fears for the river, and will not sign until": two things
        step = step.head
        if step.lemma_ in _FEARING:
            return True
    return False


_FEARING = words("fear worry dread suspect doubt predict forecast foresee concern afraid worried")


def _are_of_own_deed(telling: Telling, found: Found, head: Token) -> bool:
    """As in "If we pay once, every ship becomes a target": an argument, no terms of anybody's."""
    if found.family not in _OPEN or not _is_of_us(head):
        return False
    if head.lemma_ in _GETTING or syntax.is_passive(head):
        return False  # "once we have the keys we will sign"
    if _is_of_us(found.main):
        return True  # "If we give them up, we give up the money"
    return telling.voice(found.main).direct and found.marker == "if"


_GETTING = words("get receive see have hear obtain win need recover find be know feel")


def _is_of_us(verb: Token) -> bool:
    """Whether "we" do it."""
    subject = syntax.first(verb, "nsubj")
    return subject is not None and subject.lower_ in {"we", "i"}


def _are_anybodys(found: Found) -> bool:
    """As in "Without a laboratory you don't have a hospital": what holds for anybody."""
    subject = syntax.first(found.main, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"you", "one"}
        and found.marker == "without"
        and found.main.lemma_ in {"have", "get", "be", "need", "know", "lose"}
    )


def _are_of_neither(found: Found) -> bool:
    """As in "if it were done jointly, neither could dispute the numbers": an argument."""
    subject = syntax.first(found.main, "nsubj", "nsubjpass")
    return (
        subject is not None
        and subject.lower_ in {"neither", "each", "nobody", "few", "many"}
        and found.family in _OPEN
        and not found.harm
        and syntax.modal(found.main) in {"could", "would", "can"}
    )


def _are_speculation(voice: Voice, found: Found) -> bool:
    """What the narrator thinks might be: "the money could break the knot, if ..."."""
    guess = syntax.modal(found.main) in {"could", "might", "may"}
    own = found.family == "given" and found.main.lemma_ in _GRANTING
    return guess and voice.is_narrator and not own and found.family in _OPEN


_GRANTING = words(
    "imagine accept agree consider live support sign join settle envisage countenance"
)


def _are_rhetoric(found: Found, head: Token) -> bool:
    """As in "If they think we are tired, they do not know us", "if he is to be believed"."""
    subject = syntax.first(head, "nsubj")
    if found.marker != "if":
        return False
    if head.lemma_ == "believe" and syntax.is_passive(head):
        return True
    own = subject is not None and subject.lower_ in {"i", "we"}
    if own and is_obliged(head):
        return True  # "will be held if I have to stand alone"
    if head.lemma_ == "be" and subject is not None and subject.lower_ in {"that", "this"}:
        return any(c.lower_ in {"where", "what", "how"} for c in head.subtree)
    if found.main.lemma_ == "be" and found.main.nbor(-1).lower_ == "so":
        return True  # "If it means jail, then so be it"
    return head.lemma_ in _THINKING and subject is not None and subject.pos_ == "PRON"


_THINKING = words("think believe imagine suppose expect assume fancy doubt reckon hope")


def _are_of_course(found: Found, head: Token) -> bool:
    """As in "once the parts have arrived", "when the repairs are finished": no deed of a side."""
    if found.marker not in _TIMES or is_withheld(found.main) or persists(found.main):
        return False
    if head.lemma_ in {"lapse", "expire"}:
        return True
    subject = syntax.first(head, "nsubj", "nsubjpass")
    if subject is None or subject.lemma_.lower() not in _COURSE:
        return False
    done = any(c.lower_ in READY | {"over", "complete", "available"} for c in head.children)
    return done or head.lemma_ in _PASSING


_TIMES = frozenset({"once", "when", "as soon as", "after"})
_COURSE = words(
    "repair work maintenance test part spare equipment machine holiday season harvest exam weather "
    "storm fog tide snow ice rain winter summer election festival concert software system printer "
    "builder engineer bus train engine delivery construction building renovation"
)
_PASSING = words(
    "arrive finish complete end pass clear melt expire install deliver repair conclude"
)


def _are_as_things_go(head: Token) -> bool:
    """As in "if nothing changes", "if all goes well": nobody's deed."""
    subject = syntax.first(head, "nsubj")
    whatever = subject is not None and subject.lower_ in {"nothing", "all", "everything"}
    if any(child.lower_ in {"by", "before", "within"} for child in head.children):
        return False  # "will sail elsewhere if nothing has happened by Sunday"
    return whatever and head.lemma_ in {"change", "go", "happen", "intervene"}


def _are_tautology(found: Found, head: Token) -> bool:
    """As in "When the lease ends, it ends"."""
    main = found.main
    same = main.lemma_ == head.lemma_ and main.pos_ == head.pos_ == "VERB"
    who = syntax.first(main, "nsubj")
    return (
        same and main != head and found.fronted and who is not None and who.lower_ in {"it", "they"}
    )


def _are_of_the_past(found: Found, voice: Voice) -> bool:
    """As in "agreed in 1994 to give them up in exchange for": what was settled then."""
    if found.family not in _OPEN or not voice.is_narrator:
        return False
    step = found.main
    while step.dep_ in {"xcomp", "ccomp", "conj"} and step.head.pos_ == "VERB":
        still = syntax.modal(step) or any(c.lower_ in {"has", "have"} for c in step.lefts)
        if step.dep_ in {"conj", "ccomp"} and still:
            return False  # "mediated until 2003, and would take it up again if"
        step = step.head
    if step.tag_ != "VBD" or step.lemma_ in {"offer", "propose", "warn", "threaten"}:
        return False
    dated = [token for p in syntax.children(step, "prep") for token in p.subtree]
    told = [one.head.i for one in step.subtree if one.dep_ == "relcl"]
    opening = step.doc[step.left_edge.i : min([step.i, *told])]
    dated += opening  # "In May 2014 Norland agreed", and not "a front which won in 2014 agreed"
    return any(token.is_digit and len(token.text) == _YEAR for token in dated)


_YEAR = 4  # figures
