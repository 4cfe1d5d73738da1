"""What harm somebody says that it will do. Threats with a condition: see `precondition`."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._answers import answered
from detente.reading.patterns._framed import framed
from detente.reading.patterns._threats_told import COUNTER_EXAMPLES, EXAMPLES
from detente.reading.patterns._to_come import is_to_come
from detente.reading.wording import words

KIND = "threat"

__all__ = ["COUNTER_EXAMPLES", "EXAMPLES", "KIND", "find"]

_HINTING = words("hint intimate caution")
_SHUT = words("closed shut locked barred queue blacklist revoke withdraw withhold refuse cancel")
_VOWING = words("vow pledge promise swear prepare plan intend mean want aim")
_REVENGE = words(
    "respond reply retaliate avenge punish strike reprisal retaliation revenge reciprocate hit"
)
_HARM = words(
    "retaliate punish sanction consequence consequences measure measures close expel strike "
    "countermeasures response reprisal reprisals force sue boycott suspend cut attack war casus "
    "reply fight lockout"
)


def find(telling: Telling) -> Iterator[Finding]:
    """All threats that have no condition."""
    yield from framed(telling, KIND, _is_ahead)
    yield from answered(telling, KIND)
    yield from _vowed(telling)
    for verb in cues.clauses(telling):
        if not cues.is_aside(telling, verb):
            yield from _foretold(telling, verb)
            if _is_ready_for_it(verb):
                yield from cues.finding(telling, KIND, verb)
    for verb, key in cues.verbs(telling, {"threaten", "warn"}):
        if not is_negated(verb) and _is_of_harm(verb, key):
            yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))


def _vowed(telling: Telling) -> Iterator[Finding]:
    """As in "vowed to hit back"."""
    for verb, _ in cues.verbs(telling, _VOWING):
        to = syntax.first(verb, "xcomp", "dobj")
        hostile = to is not None and (to.lemma_ in _REVENGE or _is_lawsuit(to))
        if hostile and not is_negated(verb):
            yield from cues.finding(telling, KIND, verb)


def _is_lawsuit(to: Token) -> bool:
    """As in "intends to claim damages", "wants to sue", "to bring them before a judge"."""
    if to.lemma_ in {"sue", "prosecute"}:
        return True
    if to.lemma_ in {"bring", "take", "drag", "haul"}:
        before = (c for p in syntax.children(to, "prep") for c in syntax.children(p, "pobj"))
        return any(noun.lemma_.lower() in _JUDGES for noun in before)
    given = syntax.first(to, "dobj")
    return (
        to.lemma_ in {"claim", "seek", "recover"}
        and given is not None
        and (given.lemma_.lower() in _DAMAGES)
    )


_JUDGES = words("judge court tribunal magistrate justice")
_DAMAGES = words("damage compensation injunction reparation penalty cost loss")


def _foretold(telling: Telling, verb: Token) -> Iterator[Finding]:
    """As in "hinted that the port might shut", "warned that it would respond in kind"."""
    if not syntax.modal(verb):
        return
    if _will_strike_back(telling, verb) or _might_stop(telling, verb):
        yield from cues.finding(telling, KIND, verb)
    elif _is_warning(telling, verb) or (_is_hint(telling, verb) and not is_negated(verb)):
        yield from cues.finding(telling, KIND, verb, holder=telling.voice(verb).holder)


def _is_ready_for_it(verb: Token) -> bool:
    """As in "is ready to shut the port", "stands ready to retaliate"."""
    if verb.lemma_ not in {"be", "stand", "remain"} or is_negated(verb):
        return False
    ready = (c for c in syntax.children(verb, "acomp") if c.lower_ in {"ready", "prepared"})
    to = next((syntax.first(c, "xcomp") for c in ready), None)
    return to is not None and to.lemma_ in _FIGHTING


_FIGHTING = words(
    "strike sue shut walk boycott blockade retaliate fight expel seize bomb attack invade arrest "
    "punish picket resign occupy sabotage"
)


def _is_hint(telling: Telling, verb: Token) -> bool:
    cue = telling.voice(verb).cue
    if cue is None or telling.doc[cue].lemma_ not in _HINTING:
        return False
    return verb.lemma_ in _HARM or any(
        t.lemma_ in _HARM | _SHUT or t.lower_ in _AWAY for t in verb.subtree
    )


_AWAY = words("abroad elsewhere overseas offshore")


def _is_of_harm(verb: Token, key: str) -> bool:
    said = syntax.first(verb, "ccomp")
    if key == "warn" and said is not None and syntax.is_finite(said) and not syntax.modal(said):
        return False  # "warned that the window was closing": how it is
    harmful = any(token.lemma_ in _HARM for token in verb.subtree if token.i > verb.i)
    means = any(c.lower_ == "with" for c in syntax.children(verb, "prep"))
    infinitive = syntax.first(verb, "xcomp") is not None
    told = syntax.first(verb, "dobj")
    act = told is not None and told.lemma_ in _ACTS
    return harmful or (key == "threaten" and (infinitive or means or act))


_ACTS = words(
    "blockade walkout lawsuit action shutdown embargo tariff ban protest stoppage demonstration "
    "march occupation picket lockout veto expulsion closure eviction resignation dismissal"
)


def _will_strike_back(telling: Telling, verb: Token) -> bool:
    """As in "Norland will retaliate", said by itself or of it."""
    ahead = syntax.modal(verb) in {"will", "would", "shall"} and not is_negated(verb)
    if not ahead or verb.lemma_ not in _STRIKING_BACK or syntax.is_passive(verb):
        return False
    doer, voice = set(telling.holder(verb)), telling.voice(verb)
    return bool(doer) and (voice.is_narrator or bool(doer & set(voice.holder)))


_STRIKING_BACK = words("retaliate sue punish avenge reciprocate boycott picket")


def _might_stop(telling: Telling, verb: Token) -> bool:
    """As in "said it might cut off the power": what harm it says that it may do."""
    voice = telling.voice(verb)
    own = bool(set(telling.holder(verb)) & set(voice.holder))
    may = syntax.modal(verb) in {"may", "might", "could"} and not is_negated(verb)
    return may and own and verb.lemma_ in _STOPPING and not syntax.is_passive(verb)


_STOPPING = words(
    "stop suspend close expel withdraw halt block boycott sue ban shut seize confiscate blockade "
    "cancel freeze retaliate walk strike sever cut leave quit scrap abandon detain arrest "
    "recall pull"
)


def _is_warning(telling: Telling, verb: Token) -> bool:
    """As in "warned that it would respond in kind": what the one who warns is to do."""
    voice = telling.voice(verb)
    cue = telling.doc[voice.cue] if voice.cue is not None else None
    if cue is None:
        return False
    ahead = syntax.modal(verb) in {"will", "would", "could", "may", "might"}
    if ahead and voice.holder and _is_answered(verb):
        return True
    if cue.lemma_ not in {"warn", "caution", "threaten"}:
        return False
    own = bool(set(telling.holder(verb)) & set(voice.holder))
    active = own and verb.lemma_ not in _SUFFERED and not syntax.is_passive(verb)
    seized = verb.lemma_ in _STOPPING | _COERCING and is_to_come(telling, verb)
    return ahead and (active or seized)  # "that boats would be seized"


_COERCING = words(
    "arrest detain fine dismiss sack fire prosecute charge evict board sink shoot tow impound "
    "deport bar remove replace demolish tear cut withhold revoke punish go proceed "
    "apply turn"
)


def _is_answered(verb: Token) -> bool:
    """As in "an attempt would be answered by secession", "would be met with force"."""
    if not syntax.is_passive(verb) or verb.lemma_ not in {"answer", "meet", "counter", "follow"}:
        return False
    by = (c for c in syntax.children(verb, "prep", "agent") if c.lower_ in {"by", "with"})
    harm = _HARM | _REVENGE | _ANSWERS
    return any(t.lemma_.lower() in harm for c in by for t in c.subtree)


_ANSWERS = words(
    "force fire response measure countermeasure secession war strike retaliation reprisal "
    "resistance sanction steel consequence"
)
_SUFFERED = words("be have lose suffer face need run get fall struggle")


def _is_ahead(verb: Token, _frame: Frame) -> bool:
    """Not "took the matter to court in 2018": that was done; "threaten" is looked at apart."""
    done = verb.lemma_ in _DONE and (verb.tag_ in {"VBD", "VBN"} or verb.lemma_ in {"be", "seek"})
    done = done or verb.lemma_ in _ANSWERING  # "India answered in kind"
    return verb.lemma_ != "threaten" and (not done or syntax.modal(verb) is not None)


_ANSWERING = words("answer reply react")
_DONE = words("take turn fire call be seek")
