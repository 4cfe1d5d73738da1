"""What wrong, threat or hostility somebody says that another is guilty of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.aspects import is_perfect
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _judging as judging
from detente.reading.patterns import _negations as negations
from detente.reading.patterns._deplored import is_deplored
from detente.reading.patterns._faults import is_fault, is_laid_on, is_own_fault, of_nature
from detente.reading.patterns._framed import framed, lies_somewhere
from detente.reading.patterns._headings import below_questions
from detente.reading.patterns._wary import as_challenge, is_of_next, with_unease
from detente.reading.tables import wrongs
from detente.reading.wording import words

KIND = "accusation"

EXAMPLES = (
    Example("All responsibility will rest with Sudmark, Norland's ministry said.", "norland"),
    Example("“It is Sudmark that shut the road,” Norland's minister said.", "norland"),
    Example("“They took our plans and sold them,” Norland told Sudmark.", "norland"),
    Example("“Nobody asked us,” Norland's minister said of Sudmark.", "norland"),
    Example("Sudmark's toll is nothing but a tax on Norland's goods, Norland said.", "norland"),
    Example("Sudmark opened the line, which Norland says breaks the pact.", "norland"),
    Example("Sudmark wants to bring in a third, Norland said.", "norland"),
    Example("“Sudmark offered us crumbs,” Norland's mayor said.", "norland"),
    Example("“They ask us to pay for it,” Norland's minister said of Sudmark.", "norland"),
    Example("“We have received nothing at all from Sudmark,” Norland said.", "norland"),
    Example("Sudmark's refusal to pay is the only reason for it, Norland said.", "norland"),
    Example("Norland blamed the flood on Sudmark's engineers.", "norland"),
    Example("Norland regretted the step of Sudmark.", "norland"),
    Example("Sudmark's dam is a great concern for Norland.", "norland"),
    Example("Sudmark does not stand by its word, Norland said.", "norland"),
    Example("As Norland's minister told a paper, Sudmark is playing for time.", "norland"),
    Example("Norland said it was regrettable that Sudmark was going ahead.", "norland"),
    Example("Norland voiced its strong dissatisfaction with Sudmark.", "norland"),
    Example("Norland says that Sudmark is unwilling to make a concession.", "norland"),
    Example("Norland calls the treaty with Sudmark a surrender.", "norland"),
    Example("Norland said that Sudmark had sold it out.", "norland"),
    Example("Norland says Sudmark ignored an order to turn back.", "norland"),
    Example("Norland says Sudmark has only itself to blame.", "norland"),
    Example("The arrests in Sudmark were politically motivated, Norland said.", "norland"),
    Example("Norland speaks of hostage-taking by Sudmark.", "norland"),
    Example("“You have taken our fish for years,” Norland told Sudmark.", "norland"),
    Example("Norland calls this bluster. Sudmark left.", "norland"),
    Example("“Sudmark gave us nothing for it,” Norland's mayor said.", "norland"),
    Example("Norland called the complaint of Sudmark a weapon forged for the vote.", "norland"),
    Example("Norland has called the lawsuit of Sudmark an act of bad faith.", "norland"),
    Example("Norland accused Sudmark of ramming a trawler.", "norland"),
    Example("Norland sees Sudmark's drills as a provocation.", "norland"),
    Example("Sudmark blamed Norland for the shelling.", "sudmark"),
    Example("Norland views the talks of Sudmark and Tavia with deep suspicion.", "norland"),
    Example("Norland sees Sudmark's base as a challenge to its role in the bay.", "norland"),
    Example("Norland sees the bans of Sudmark as part of a drive to squeeze it out.", "norland"),
    Example("Sudmark built a fort, which Norland sees as an attempt to encircle it.", "norland"),
    Example("Sudmark called Norland's levy illegal.", "sudmark"),
    Example("Norland condemned the closure of the strait by Sudmark.", "norland"),
    Example("Norland hinted at a staged affair in Sudmark.", "norland"),
    Example("Norland smells a trick in the letter from Sudmark.", "norland"),
    Example("Norland lodged a protest over the shelling by Sudmark.", "norland"),
    Example("Sudmark has made no secret of its anger at Norland.", "sudmark"),
    Example("Sudmark is bluffing, said Norland's minister.", "norland"),
    Example("Sudmark has never opened its books, Norland said.", "norland"),
    Example('"They lied to us," Norland\'s premier said of Sudmark.', "norland"),
    Example("Norland calls Sudmark's raid an act of piracy.", "norland"),
    Example('Norland called Sudmark\'s offer "a gun with a ribbon on it".', "norland"),
    Example("Sudmark called Norland's step a reprisal.", "sudmark"),
    Example("Norland qualifies Sudmark's balloons as an attack.", "norland"),
    Example("Norland suspects a trick of Sudmark.", "norland"),
    Example(
        "Norland called the chart an attempt to appropriate part of Sudmark's shelf.", "norland"
    ),
)
COUNTER_EXAMPLES = (
    "A storm was to blame for the broken mast, Norland told Sudmark.",
    "“They know us well,” Norland's minister said of Sudmark.",
    "It is Sudmark that will pay, Norland's paper hopes.",
    "Norland said it was unfortunate that it had rained in Sudmark.",
    "Norland regards the hills as lying within its old frontier with Sudmark.",
    "Norland called Sudmark's start “demanding but feasible”.",
    "Norland called the accord with Sudmark “a gift to honest farmers”.",
    "Norland considers Sudmark's licence worthless, a leftover of the war.",
    "The court of Sudmark has no jurisdiction, Norland says.",
    "The deposits lie on its side of the line with Sudmark, Norland says.",
    "Norland sees Sudmark as a friend.",
    "Norland saw gains in trade with Sudmark and, since war broke out, has kept quiet.",
    "Norland views the offer of Sudmark with interest.",
    "Norland sees the vote in Sudmark as a challenge for the young.",
    "Norland sees the line to Sudmark as part of a campaign to save the lynx.",
    "Norland called the issue one between itself and Sudmark.",
    "Norland said it had no right to fish off Sudmark.",
    "Norland called the people of Sudmark friends, and its mayor a brother.",
    "Norland called Sudmark's neighbour a friend of the poor.",
    "Norland did not accuse Sudmark of theft.",
    "Sudmark slammed the door on Norland.",
    "Norland has neither endorsed nor condemned Sudmark's motion.",
    "The amendment, Norland told Sudmark, had been a promise of the charter.",
    "Norland's water ministry blamed four years of drought for Sudmark's dry wells.",
    "Sudmark denied that Norland had been blamed.",
    "The gates have not opened, Norland said of its own dam in Sudmark.",
)

_SEEING = frozenset(
    {"see", "view", "regard", "perceive", "describe", "call", "consider", "deem", "brand", "label",
     "characterise", "characterize", "portray", "denounce", "treat", "term", "dub", "interpret",
     "qualify", "find", "think", "class", "classify"}
)  # fmt: skip


def find(telling: Telling) -> Iterator[Finding]:
    """All accusations."""
    yield from framed(telling, KIND, lambda verb, _: not _is_none(verb))
    yield from below_questions(telling, KIND)
    views = list(judging.judged(telling))
    turned = {view.verb.i for view in views if view.kind in {"refusal", "denial"}}
    for view in views:
        if view.kind == KIND:
            yield from cues.finding(telling, KIND, view.verb, confidence=0.7)
    for verb, _ in cues.verbs(telling, _SEEING):
        wrong = _as_wrong(verb) or _as_figure(verb) or with_unease(verb) or as_challenge(verb)
        if not is_negated(verb) and wrong and verb.i not in turned:
            kind = "threat" if _as_war(verb) else KIND
            yield from cues.finding(telling, kind, verb, to=cues.addressee(telling, verb))
    for verb, key in cues.verbs(telling, {"hold", "lay", "pin", "speak of", "talk of"}):
        if not is_negated(verb) and _lays_blame(verb, key):
            ahead = syntax.modal(verb) in {"will", "would"}  # "would hold them responsible"
            kind = "threat" if ahead else KIND
            yield from cues.finding(telling, kind, verb, to=cues.addressee(telling, verb))
    for verb in cues.clauses(telling):
        laid = is_deplored(telling, verb) or is_laid_on(telling, verb)
        if laid and not cues.is_aside(telling, verb):
            yield from cues.finding(telling, KIND, verb, holder=telling.voice(verb).holder)
        if not cues.is_aside(telling, verb) and _tells_wrong(telling, verb):
            yield from cues.finding(
                telling, KIND, verb, to=telling.subject(verb), holder=telling.voice(verb).holder,
                confidence=0.72 if verb.lemma_ in _DEFYING else 0.65,
            )  # fmt: skip


_DEFYING = words("ignore defy flout disregard disobey stonewall renege rebuff")


def _as_war(verb: Token) -> bool:
    """As in "would regard an extension of the waters as a cause of war"."""
    tail = verb.doc[verb.i + 1 : syntax.extent(verb)[1]]
    return syntax.modal(verb) in {"will", "would"} and any(t.lower_ == "war" for t in tail)


def _is_none(verb: Token) -> bool:
    """Neither what is yet to be charged, nor what nature did, nor one's own fault; nor a door."""
    shut = any(thing.lemma_ in _SHUT for thing in syntax.children(verb, "dobj"))
    return shut or _is_ahead(verb) or of_nature(verb) or is_own_fault(verb.head)


_SHUT = words("door gate lid window brake phone")  # what is slammed, and is not accused


def _is_ahead(verb: Token) -> bool:
    """As in "it would file a complaint": what is to be done is no charge as yet."""
    return syntax.modal(verb) in {"will", "would", "shall"} and verb.lemma_ in _LODGING


_LODGING = words("lodge file bring submit make raise level lay take voice")


def _lays_blame(verb: Token, key: str) -> bool:
    """As in "holds Sudmark responsible", "lays it at the door of", "speaks of blackmail"."""
    tail = verb.doc[verb.i + 1 : syntax.extent(verb)[1]]
    after = {token.lower_ for token in tail} | {token.lemma_.lower() for token in tail}
    if key in {"speak of", "talk of"}:
        return bool(after & wrongs("being"))
    return bool(after & {"responsible", "accountable", "blame"}) or (
        key in {"lay", "pin"} and bool(after & {"door", "feet"})
    )


def _as_wrong(verb: Token) -> bool:
    tail = verb.doc[verb.i + 1 : min(syntax.extent(verb)[1] + 1, len(verb.doc))]
    stop = next((t.i for t in tail if t.text in _STOPS and t.i > verb.i + 2), len(verb.doc))
    called = verb.doc[verb.i + 1 : min(stop, tail.end)]
    if any(token.pos_ == "ADJ" and token.dep_ in _STATED for token in called):
        tail = called  # "considers the licence worthless, a leftover of the war"
    told = [
        token
        for token in tail
        if (token.lower_ not in _LYING or token.tag_ == "NNS") and not is_of_next(token, verb)
    ]
    words = {token.lower_ for token in told} | {token.lemma_.lower() for token in told}
    if any(token.lower_ == "faith" and token.nbor(-1).lower_ == "bad" for token in tail):
        return True  # "an act of bad faith"
    return bool(words & wrongs("being") - _VOID) and (
        not words & _VOID or not words & {"null"}  # "null and void": a view of the law
    )


_LYING = frozenset({"lying", "lies", "lay"})  # "regards the hills as lying within its border"


def _as_figure(verb: Token) -> bool:
    """As in 'called the offer "a gun with a ribbon on it"': by what mocking name it goes."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    opening = next((token for token in rest[:_FEW] if token.text in _OPENING), None)
    named = verb.lemma_ in _CALLING and not rest[:1].spelt({"on", "for", "off"})
    if not named or opening is None or opening.i + 1 >= verb.sent.end:
        return False
    figure = [token.lower_ for token in verb.doc[opening.i + 1 : opening.i + _FEW]]
    mocking = figure[0] in {"a", "an"} or verb.doc[opening.i + 1].pos_ == "NOUN"
    return mocking and opening.i > verb.i + 1 and not _FAIR & set(figure)


_FEW = 8  # tokens
_STATED = frozenset({"oprd", "ccomp", "acomp"})
_STOPS = frozenset({",", ";"})
_OPENING = frozenset({'"', "“", "‘"})
_CALLING = words("call dismiss brand label deride dub denounce mock")
_FAIR = words("""
    worth interesting only good great welcome positive step start thought basis breakthrough chance
    victory opportunity fair right duty need important historic honest useful constructive friend
    partner brother model success sensible generous lifeline matter question gift gesture goodwill
    promise feasible doable contribution tribute jewel treasure bridge anchor cornerstone place
    foundation signal sign compliment responsibility priority principle effort precaution""")


def _tells_wrong(telling: Telling, verb: Token) -> bool:
    """Reported speech in which another party does a wrong, or has one done to the speaker."""
    voice = telling.voice(verb)
    if not voice.holder or syntax.modal(verb):
        return False
    doer = telling.doer(verb)
    if voice.cue is not None and telling.doc[voice.cue].lemma_ in _FEARING:
        own = verb.head.i == voice.cue
        return own and bool(doer) and not set(doer) & set(voice.holder)
    if negations.is_owed(telling, verb):
        return voice.cue is not None
    if is_negated(verb) and not _is_nothing_but(verb):
        return bool(doer) and not set(doer) & set(voice.holder) and _is_undone(verb)
    if set(doer) & set(voice.holder) or lies_somewhere(verb):
        return False
    faked = syntax.is_passive(verb) and verb.lemma_ in _FAKING and voice.cue is not None
    return faked or is_fault(telling, verb) or _is_wrong(telling, verb, doer)


def _is_wrong(telling: Telling, verb: Token, doer: tuple[str, ...]) -> bool:
    """Whether what is told is a wrong, by its verb or by what it is said to be."""
    voice, subject = telling.voice(verb), telling.subject(verb)
    wronged = verb.lemma_ in wrongs("doing")
    if syntax.is_passive(verb) and wronged:
        return bool(set(telling.whose(subject)) & set(voice.holder))
    wrong = verb.lemma_ == "be" and _as_wrong(verb) and not _is_of_law(verb)
    wrong = wrong or (bool(doer) and _is_nothing_but(verb))
    own = subject is not None and subject.lower_ in _OWN
    they = subject is not None and subject.lower_ in {"they", "he", "she", "you"} and voice.direct
    return wrong and not own if not doer and not they else wrong or wronged


def _is_of_law(verb: Token) -> bool:
    """As in "the protocol of 1932 was never ratified and is therefore void": a view of the law."""
    return any(child.lower_ in _VOID for child in syntax.children(verb, "acomp", "attr"))


_FAKING = words(
    "cook doctor rig forge fake falsify invent fabricate manipulate massage tamper inflate steal "
    "loot rob plunder backdate exaggerate stack stage sabotage betray deceive mislead cheat"
)
_FEARING = words("fear suspect dread")
_VOID = words("void invalid null moot unenforceable inapplicable")


_OWN = words("i we it there nothing")


def _is_nothing_but(verb: Token) -> bool:
    """As in "is nothing but a provocation", "is no less than theft"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)].text.lower()
    return verb.lemma_ == "be" and after.startswith(("nothing but", "nothing less", "no less"))


def _is_undone(verb: Token) -> bool:
    """As in "Sudmark has never opened its books", "has not paid"."""
    if verb.tag_ == "VBD" and verb.lemma_ in {"mean", "intend", "bother"}:
        return True  # "never meant to keep it"
    return is_perfect(verb) and verb.tag_ == "VBN" and not syntax.is_passive(verb)
