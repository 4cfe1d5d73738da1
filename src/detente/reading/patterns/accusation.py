"""What wrong, threat or hostility somebody says that another is guilty of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._framed import framed
from detente.reading.syntax import words

KIND = "accusation"

EXAMPLES = (
    Example("Norland accused Sudmark of ramming a trawler.", "norland"),
    Example("Norland sees Sudmark's drills as a provocation.", "norland"),
    Example("Sudmark blamed Norland for the shelling.", "sudmark"),
    Example("Sudmark called Norland's levy illegal.", "sudmark"),
    Example("Norland condemned the closure of the strait by Sudmark.", "norland"),
    Example("Norland lodged a protest over the shelling by Sudmark.", "norland"),
    Example("Sudmark has made no secret of its anger at Norland.", "sudmark"),
)
COUNTER_EXAMPLES = (
    "Norland sees Sudmark as a friend.",
    "Norland did not accuse Sudmark of theft.",
    "Sudmark denied that Norland had been blamed.",
)

_SEEING = frozenset(
    {"see", "view", "regard", "perceive", "describe", "call", "consider", "deem", "brand", "label",
     "characterise", "characterize", "portray", "denounce", "treat", "term", "dub", "interpret"}
)  # fmt: skip
WRONG = words(
    "smear harassment threat threats provocation provocative hostile illegal unlawful breach "
    "violation "
    "aggression aggressive blackmail occupation unjust unfair unacceptable piracy sabotage "
    "interference betrayal theft robbery antagonistic crime coercion bullying encroachment "
    "invasion lie lies propaganda discrimination discriminatory unprovoked reckless dangerous "
    "pretext hypocrisy insult humiliation farce sham null void abuse terrorism terrorist "
    "espionage illegitimate destabilising destabilizing colonial arbitrary punitive "
    "protectionist dumping extortion hostility cynical irresponsible ultimatum intimidation "
    "escalation anti invention slogan unprecedented blatant stunt trespass theatre plunder "
    "charade nonsense war casus vindictive shameful outrageous disgraceful inhumane brutal "
    "barbaric malicious spiteful disproportionate unjustified deceitful dishonest duplicitous "
    "immoral criminal corrupt cruel heinous cowardly inflammatory incendiary offensive racist "
    "fascist genocide genocidal massacre apartheid treason treacherous unconstitutional "
    "undemocratic unfriendly inadmissible unwarranted hypocritical meddling bluff insulting "
    "humiliating outrage expansionist imperialist sellout sell-out madness folly mockery "
    "bribe ransom cause culprit root obstacle ruse scandal disgrace ploy trick "
    "fraud fraudulent spite pettiness petty greed greedy swindle scam looting vandalism cowardice "
    "cowardly arrogance arrogant negligence negligent incompetence incompetent neglect folly "
    "lawless lawlessness hypocritical shoddy unscrupulous theft stolen looted exploitation "
    "exploitative "
    "trap fabrication aggressor bully liar cheat thief thieves hypocrite slap stab"
)
_DOING = words(
    "violate breach break ram attack invade provoke threaten steal occupy sabotage undermine "
    "block strangle harm endanger ignore lie arm smuggle destroy kill bully poison cheat "
    "flout obstruct stall start worsen deprive exploit cause fail"
)


def find(telling: Telling) -> Iterator[Finding]:
    """All accusations."""
    yield from framed(telling, KIND)
    for verb, _ in cues.verbs(telling, _SEEING):
        if not syntax.is_negated(verb) and _as_wrong(verb):
            yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))
    for verb, key in cues.verbs(telling, {"hold", "lay", "pin", "speak of", "talk of"}):
        if not syntax.is_negated(verb) and _lays_blame(verb, key):
            yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))
    for verb in cues.clauses(telling):
        if not cues.is_aside(telling, verb) and _tells_wrong(telling, verb):
            yield from cues.finding(
                telling, KIND, verb, to=telling.subject(verb), confidence=0.65,
                holder=telling.voice(verb).holder,
            )  # fmt: skip


def _lays_blame(verb: Token, key: str) -> bool:
    """As in "holds Sudmark responsible", "lays it at the door of", "speaks of blackmail"."""
    after = {token.lower_ for token in verb.doc[verb.i + 1 : syntax.extent(verb)[1]]}
    if key in {"speak of", "talk of"}:
        return bool(after & WRONG)
    return bool(after & {"responsible", "accountable", "blame"}) or (
        key in {"lay", "pin"} and bool(after & {"door", "feet"})
    )


def _as_wrong(verb: Token) -> bool:
    tail = verb.doc[verb.i + 1 : min(syntax.extent(verb)[1] + 1, len(verb.doc))]
    words = {token.lower_ for token in tail} | {token.lemma_.lower() for token in tail}
    return bool(words & WRONG)


def _tells_wrong(telling: Telling, verb: Token) -> bool:
    """Reported speech in which another party does a wrong."""
    voice = telling.voice(verb)
    if not voice.holder or syntax.modal(verb) or syntax.is_negated(verb):
        return False
    doer, subject = telling.doer(verb), telling.subject(verb)
    if set(doer) & set(voice.holder):
        return False
    wrong = verb.lemma_ == "be" and _as_wrong(verb)
    own = subject is not None and subject.lower_ in {"i", "we", "it", "there", "nothing"}
    return wrong and not own if not doer else wrong or verb.lemma_ in _DOING
