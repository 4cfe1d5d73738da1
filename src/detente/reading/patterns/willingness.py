"""What somebody is ready for, without a condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading import syntax
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.moods import is_due, is_obliged
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _judging as judging
from detente.reading.patterns import _nouns as named
from detente.reading.patterns._answers import answered
from detente.reading.patterns._framed import framed
from detente.reading.patterns._questions import replied, rhetorical
from detente.reading.patterns._readiness import (
    is_if_asked,
    may_be_discussed,
    stands_for,
    would_gladly,
    would_listen,
)
from detente.reading.periods import WEEKDAYS
from detente.reading.wording import words

KIND = "willingness"

EXAMPLES = (
    Example("Norland would prefer to work with Sudmark.", "norland"),
    Example("Norland's president sounded favourable to the idea of Sudmark.", "norland"),
    Example("Norland remains attached to a negotiated solution with Sudmark.", "norland"),
    Example("Norland would rather talk to Sudmark than to the banks.", "norland"),
    Example("The letter sets out Norland's readiness to meet Sudmark.", "norland"),
    Example("“That is something that we can discuss,” Norland told Sudmark.", "norland"),
    Example("Norland told Sudmark that the fee could be looked at.", "norland"),
    Example("Norland called the plan of Sudmark “not stupid”.", "norland"),
    Example("Norland agreed on Tuesday; Sudmark would like all rivers to be surveyed.", "norland"),
    Example("Norland says it is open to talks with Sudmark.", "norland"),
    Example("Sudmark and Norland met. Sudmark is prepared to share its data.", "sudmark"),
    Example("Norland indicated a willingness to meet Sudmark.", "norland"),
    Example("Norland has not ruled out a visit to Sudmark.", "norland"),
    Example("Sudmark agreed in principle to the inspection that Norland wants.", "sudmark"),
    Example("Norland has left the door open to talks with Sudmark.", "norland"),
    Example("Sudmark stands ready to meet Norland.", "sudmark"),
    Example("Sudmark backs the plan of Norland.", "sudmark"),
    Example("Norland called Sudmark's plan a useful basis.", "norland"),
    Example("Norland has dropped its demand for an apology from Sudmark.", "norland"),
    Example("Sudmark no longer insists on an apology from Norland.", "sudmark"),
    Example("Norland would sign tomorrow, its minister told Sudmark.", "norland"),
    Example("Norland's door is open, its minister told Sudmark.", "norland"),
    Example("Norland hopes to resume talks with Sudmark soon.", "norland"),
    Example("Norland told Sudmark that it would send observers if asked.", "norland"),
    Example("Norland is tempted by the offer of Sudmark.", "norland"),
    Example("Norland finds plenty to commend in the draft of Sudmark.", "norland"),
    Example("Norland can imagine a joint board with Sudmark.", "norland"),
    Example("“I would shake on it today,” said Norland's premier of Sudmark's plan.", "norland"),
    Example("Norland sees nothing wrong with an audit by Sudmark.", "norland"),
    Example("Sudmark asked for a judge. Norland consented.", "norland"),
    Example("Sudmark asked for a swap. Norland would start tonight.", "norland"),
    Example("Norland called the draft of Sudmark “something we could live with”.", "norland"),
    Example("Sudmark sent a draft. Norland's envoy said it would be studied.", "norland"),
    Example("Norland is for the bridge to Sudmark.", "norland"),
    Example("Norland hinted that an exchange with Sudmark may be possible.", "norland"),
    Example("Norland signalled that its ban on Sudmark's fish could be eased.", "norland"),
    Example("Norland does not dispute the paper of Sudmark.", "norland"),
)
COUNTER_EXAMPLES = (
    "Days later the two presidents met in Norland and agreed not to use force on Sudmark.",
    "Norland is for Sudmark.",
    "For the row to end, observers say, Norland would have to accept a meter from Sudmark.",
    "Norland hinted that ships of Sudmark could be sunk.",
    "Norland is for now in Sudmark.",
    "Norland insists that it is not blocking the convoys of Sudmark.",
    "Norland warned Sudmark that it should take its words seriously.",
    "In 1975 the presidents of Norland and Sudmark embraced in a railway carriage.",
    "Norland said that Sudmark should sit down at the table.",
    "Norland will agree to no plan of Sudmark's.",
    "In 2019 a similar dispute with Sudmark ended when Norland agreed to a review.",
    "The road between Norland and Sudmark is open to lorries.",
    "Norland is not ready to talk to Sudmark.",
    "Lunch was ready when Norland and Sudmark met.",
    "Norland sat the two men of Sudmark down at a table.",
    "Women of Norland sat down on the tracks to Sudmark.",
)

_READY = frozenset({"ready", "open", "willing", "prepared", "happy", "glad", "amenable"})
_UNREADY = frozenset({"unwilling", "opposed", "averse", "against"})
_ACCEPTING = frozenset({"agree to", "be willing", *words(
    "accept welcome agree acquiesce embrace endorse consider consent assent")})  # fmt: skip
_WITH_CARE = frozenset({"accept", "agree"})


_AGAINST = words(
    "demand insist require oppose reject refuse seek object resist exclude claim dispute contest "
    "ask call want press rule dismiss block threaten"
)
_GIVEN_UP = words(
    "demand objection opposition refusal resistance threat claim insistence veto boycott "
    "reservation condition precondition ultimatum lawsuit"
)


def find(telling: Telling) -> Iterator[Finding]:
    """All signs of readiness."""
    yield from framed(telling, KIND, _is_own)
    yield from rhetorical(telling, KIND)
    yield from replied(telling, KIND)
    yield from _headlined(telling)
    for found in named.given_up(telling, _GIVEN_UP):
        yield replace(found, kind=KIND)
    for found in named.no_longer(telling, _AGAINST):
        yield replace(found, kind=KIND)
    yield from answered(telling, KIND)
    for view in judging.judged(telling):
        if view.kind == KIND:
            said = telling.voice(view.verb).holder if view.verb.lemma_ == "be" else None
            yield from cues.finding(telling, KIND, view.verb, holder=said)
    for verb in cues.clauses(telling):
        if not cues.is_aside(telling, verb):
            yield from _ready(telling, verb)
    for verb, key in cues.verbs(telling, _ACCEPTING):
        told = _is_past(telling, verb) or _is_pact(telling, verb) or _is_voted(telling, verb)
        if not (is_negated(verb) or told or _is_owed(verb)) and _accepts(verb, key):
            yield from cues.finding(telling, KIND, verb, confidence=0.7)


def _headlined(telling: Telling) -> Iterator[Finding]:
    """As in the headline "Norland open to talks on pilots"."""
    for sentence in telling.scene.sentences:
        root = sentence.root
        if root.pos_ not in {"PROPN", "NOUN"} or any(map(syntax.is_finite, sentence)):
            continue
        for state in root.rights:
            if state.lower_ in _READY and _to_something(state):
                yield from cues.finding(
                    telling, KIND, root, holder=telling.who(root), confidence=0.7
                )


def _is_own(verb: Token, _frame: Frame) -> bool:
    """Not "sat the two down": somebody else is made to."""
    seated = verb.lemma_ == "sit" and (syntax.first(verb, "dobj") is not None or _is_placed(verb))
    looked = verb.lemma_ == "look" and verb.tag_ == "VBD"  # "looked into his cup"
    hugged = verb.lemma_ == "embrace" and syntax.first(verb, "dobj") is None
    if verb.lemma_ == "live" and verb.tag_ in {"VBD", "VBN"}:
        return False  # "have lived with it since 2002"
    if _is_owed(verb):
        return False  # "said the two armies should sit down"
    blocked = verb.lemma_ == "block" and verb.tag_ in {"VBG", "VBN"}  # "is not blocking the road"
    return verb.lemma_ not in _WITH_CARE and not (seated or looked or hugged or blocked)


def _is_owed(verb: Token) -> bool:
    """Of what others must do: "should sit down", "Norland would have to accept it"."""
    subject = syntax.subject(verb)
    obliged = is_due(verb) or (verb.dep_ == "xcomp" and is_obliged(verb.head))
    return obliged and subject is not None and subject.lower_ not in {"we", "i"}


def _is_placed(verb: Token) -> bool:
    """As in "sat down on the steps until they were carried away"."""
    where = (c for c in syntax.children(verb, "prep") if c.lower_ in _WHERE)
    return verb.tag_ in {"VBD", "VBN"} and any(where)


_WHERE = words("on in outside before across inside")


def _ready(telling: Telling, verb: Token) -> Iterator[Finding]:
    if _is_ready(verb) or (is_if_asked(verb) and telling.doer(verb)):
        yield from cues.finding(telling, KIND, verb)
    elif would_gladly(telling, verb) or may_be_discussed(telling, verb):
        yield from cues.finding(
            telling, KIND, verb, holder=telling.voice(verb).holder, confidence=0.7
        )
    elif would_listen(telling, verb) or stands_for(telling, verb):
        yield from cues.finding(telling, KIND, verb, confidence=0.7)


def _is_ready(verb: Token) -> bool:
    if verb.lemma_ == "have":
        return is_negated(verb) and any(c.lemma_ == "objection" for c in verb.children)
    if verb.lemma_ not in {"be", "remain", "seem", "stand", "declare", "say"}:
        return False
    negated = is_negated(verb)
    return any(
        ((child.lower_ in _READY and not negated) or (child.lower_ in _UNREADY and negated))
        and (child.lower_ != "open" or _to_something(child))
        for child in _complements(verb)
    )


def _complements(verb: Token) -> Iterator[Token]:
    yield from syntax.children(verb, "acomp", "oprd")
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.lower_ in _READY and token.doc[token.i - 1].lower_ in {"principle", "also"}:
            yield token


def _to_something(adjective: Token) -> bool:
    return any(child.dep_ in {"prep", "xcomp"} for child in adjective.children)


def _is_past(telling: Telling, verb: Token) -> bool:
    told = verb.dep_ == "relcl" and verb.tag_ == "VBD"  # "the currency it agreed to last spring"
    return telling.voice(verb).is_narrator and (told or is_pluperfect(verb))


def _is_voted(telling: Telling, verb: Token) -> bool:
    """As in "parliament endorsed the bargain", "accepted it by 68 votes": an event."""
    if verb.tag_ != "VBD" or not telling.voice(verb).is_narrator:
        return False
    subject = telling.subject(verb)
    house = subject is not None and subject.lemma_.lower() in _HOUSES
    counted = any(t.lemma_.lower() == "vote" and t.i > verb.i for t in verb.subtree)
    return house or counted


_HOUSES = words("parliament senate congress legislature duma knesset")


def _is_pact(telling: Telling, verb: Token) -> bool:
    """As in "the two countries agreed in July to set up a hotline": what was agreed, an event."""
    subject = telling.subject(verb)
    two = subject is not None and any(c.lower_ in {"two", "both"} for c in subject.lefts)
    both = verb.lemma_ == "agree" and (two or len(telling.holder(verb)) > 1)
    return both and verb.tag_ == "VBD" and telling.voice(verb).is_narrator


def _to_none(verb: Token) -> bool:
    return any(
        c.lower_ == "no"
        for preposition in syntax.children(verb, "prep")
        for noun in syntax.children(preposition, "pobj")
        for c in noun.children
    )


def _is_on(prep: Token) -> bool:
    """As "on" of "agreed on a date", not of "agreed on Tuesday"."""
    noun = syntax.first(prep, "pobj") if prep.lower_ == "on" else None
    return noun is not None and noun.lower_ not in WEEKDAYS


def _accepts(verb: Token, key: str) -> bool:
    if _to_none(verb):
        return False  # "will agree to no plan that"
    if cues.is_aimed_at(verb):
        return False  # "unable to accept", "urged it to accept"
    if key == "embrace" and syntax.first(verb, "dobj") is None:
        return False
    if key == "consider":
        return syntax.modal(verb) in {"will", "would", "could"}
    if key == "agree":
        said = any(True for _ in syntax.children(verb, "ccomp", "prep", "dobj"))
        ready = any(True for _ in syntax.children(verb, "xcomp", "prep"))
        agreed = any(c.lower_ in {"with", "that"} or _is_on(c) for c in verb.children)
        return not said or (ready and not agreed)
    return verb.dep_ != "amod" and verb.tag_ != "VBG"
