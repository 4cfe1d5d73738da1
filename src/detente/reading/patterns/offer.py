"""What somebody proposes to do or to give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading import syntax
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.proposers import is_if
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._answers import answered, under_plans
from detente.reading.patterns._clefts import clefts
from detente.reading.patterns._duties import is_obligation
from detente.reading.patterns._framed import framed
from detente.reading.patterns._headings import below_questions
from detente.reading.patterns._offers_told import COUNTER_EXAMPLES, EXAMPLES
from detente.reading.patterns._questions import rhetorical
from detente.reading.wording import words

KIND = "offer"

__all__ = ["COUNTER_EXAMPLES", "EXAMPLES", "KIND", "find"]

_EMPTY = frozenset(
    {
        "comment",
        "explanation",
        "detail",
        "evidence",
        "timeline",
        "hope",
        "condolence",
        "coffee",
        "tea",
        "opinion",
        "view",
        "glimpse",
        "insight",
        "clue",
        "hint",
        "example",
        "shelter",
        "advice",
    }
)


_OFFERED = frozenset({"offer", "propose", "suggest", "table"})


def find(telling: Telling) -> Iterator[Finding]:
    """All offers."""
    yield from framed(telling, KIND, _gives)
    yield from answered(telling, KIND)
    yield from rhetorical(telling, KIND)
    yield from below_questions(telling, KIND)
    yield from under_plans(telling)
    for verb, _ in cues.verbs(telling, _PROMISING):
        if not is_negated(verb) and _is_gift(verb) and not cues.is_aimed_at(verb):
            yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))
    for verb in cues.clauses(telling):
        if _is_gesture(verb) and not cues.is_aside(telling, verb):
            yield from cues.finding(telling, KIND, verb)
        if not cues.is_aside(telling, verb) and (
            _would_give(telling, verb) or _goes_up_to(telling, verb) or _puts_to(telling, verb)
        ):
            yield from cues.finding(telling, KIND, verb, confidence=0.7)
        outside = _is_outsiders(telling, verb) or _knows_a_way(telling, verb)
        if outside and not cues.is_aside(telling, verb):
            yield from cues.finding(telling, KIND, verb, confidence=0.7)
        if not cues.is_aside(telling, verb) and _lets(telling, verb):
            holder = telling.voice(verb).holder
            yield from cues.finding(telling, KIND, verb, holder=holder, confidence=0.68)
    for found in clefts(telling, _OFFERED, negated=False):
        yield replace(found, kind=KIND)


def _would_give(telling: Telling, verb: Token) -> bool:
    """As in "could send engineers", "would pay half", said of oneself."""
    modal = syntax.modal(verb)
    table = _OWN_TO_GIVE.get(modal or "")
    if table is None or verb.lemma_ not in table or is_negated(verb):
        return False
    return cues.is_of_speaker(telling, verb) and not syntax.is_passive(verb)


def _goes_up_to(telling: Telling, verb: Token) -> bool:
    """As in "will go to a fifth more", "could go as high as 400"."""
    ahead = syntax.modal(verb) in {"will", "would", "can", "could", "might"} and verb.lemma_ == "go"
    if not ahead or is_negated(verb) or not telling.holder(verb):
        return False
    ends = (p for p in syntax.children(verb, "prep", "advmod") if p.i > verb.i)
    sums = (
        t for p in ends for t in p.subtree if t.dep_ == "pobj" and t.head.lower_ in {"to", "as"}
    )
    return any(t.like_num or t.lemma_.lower() in _SHARES for t in sums)


_SHARES = words(
    "percent percentage cent fifth quarter third half tenth eighth sixth two-third million billion "
    "thousand dollar euro pound crown"
)


def _puts_to(telling: Telling, verb: Token) -> bool:
    """As in "has put to both a delay of two years"; no question, no pressure."""
    given = syntax.first(verb, "dobj") if verb.lemma_ in {"put", "submit", "lay"} else None
    if given is None or is_negated(verb):
        return False
    if any(p.lower_ in {"at", "down"} for p in syntax.children(verb, "prep", "prt")):
        return False  # "puts the loss to Sudmark at five boats"
    told = (p for p in syntax.children(verb, "prep", "dative") if p.lower_ in {"to", "before"})
    whom = [syntax.first(p, "pobj") for p in told]
    sides = {party for one in whom for party in telling.who(one)}
    both = any(one is not None and one.lower_ in {"them", "both", "each"} for one in whom)
    if not (both or sides) or (sides and sides <= set(telling.holder(verb))):
        return False
    return given.pos_ == "NOUN" and given.lemma_.lower() not in _NOT_PUT


_NOT_PUT = words(
    "question end stop pressure blame charge case stain demand complaint signature name halt "
    "grievance matter point"
)


def _is_outsiders(telling: Telling, verb: Token) -> bool:
    """As in "Ana Berg, a historian, would begin with the old people": what she proposes."""
    if syntax.modal(verb) != "would" or is_negated(verb) or syntax.is_passive(verb):
        return False
    voice = telling.voice(verb)
    others = not voice.is_narrator and not set(voice.holder) & set(telling.holder(verb))
    if verb.lemma_ in _NO_STEPS or others:
        return False
    return not any(map(is_if, verb.children)) and _is_by_outsider(telling, verb)


def _is_by_outsider(telling: Telling, verb: Token) -> bool:
    doers = (telling.scene.by_id.get(party) for party in telling.holder(verb))
    return any(one is not None and one.role in {"expert", "mediator"} for one in doers)


def _knows_a_way(telling: Telling, verb: Token) -> bool:
    """As in "Ana Berg, a historian, sees a way out: a joint patrol", "has an idea:"."""
    way = syntax.first(verb, "dobj") if verb.lemma_ in _KNOWING else None
    if way is None or way.lemma_ not in _WAYS or is_negated(verb):
        return False
    told = verb.doc[way.i + 1 : verb.sent.end].spelt({":", "in", "that"})
    return any(told) and _is_by_outsider(telling, verb)


_KNOWING = words("see have know show offer describe bring outline")
_WAYS = words(
    "way solution exit beginning opening path idea compromise formula route escape chance answer "
    "precedent model remedy proposal"
)


_NO_STEPS = words(
    "be have know say think expect like love need mean matter agree want hope become seem call"
)


def _lets(telling: Telling, verb: Token) -> bool:
    """As in "says that Sudmark may use its harbour": what another is allowed."""
    doer, holder = set(telling.doer(verb)), set(telling.voice(verb).holder)
    allowed = syntax.modal(verb) in {"may", "could", "can"} and not is_negated(verb)
    return allowed and verb.lemma_ in _USING and bool(doer and holder) and not doer & holder


_USING = words("use have keep take enter fish return share inspect visit sail pass stay send join")


def _is_gesture(verb: Token) -> bool:
    """As in "dropped the toll as a gesture"."""
    if verb.dep_ == "relcl":
        return False  # "the ban, which it lifted as a gesture": told of what is dealt with now
    as_what = (p for p in syntax.children(verb, "prep") if p.lower_ in {"as", "in"})
    return any(n.lemma_ in _GESTURES for p in as_what for n in syntax.children(p, "pobj"))


_GESTURES = words("gesture goodwill concession token")
_PROMISING = words("promise pledge undertake")


def _is_gift(verb: Token) -> bool:
    """As in "promises a clinic"; "pledged to build a road" is an intent."""
    to = syntax.first(verb, "xcomp", "dobj")
    if to is None or syntax.is_passive(verb) or is_negated(to):
        return False
    return to.pos_ in syntax.NOMINAL and to.lemma_.lower() not in _NO_GIFTS


_NO_GIFTS = words(
    "retaliation response consequence action revenge resistance fight war reprisal allegiance "
    "loyalty solidarity punishment support defence defense struggle battle more"
)
_GIVING = words(
    "pay share lend contribute fund finance compensate reimburse refund subsidise subsidize host "
    "assume bear shoulder absorb cover foot underwrite mediate grant waive throw cede donate "
    "supply provide let"
)
_LENDING = _GIVING | words(
    "find spare manage deliver produce scrape send give release open allow halve lower return "
    "build help offer free name appoint second nominate lease rent sell hand"
)
_OWN_TO_GIVE = {
    "will": _GIVING, "would": _GIVING, "can": _LENDING, "could": _LENDING, "may": _LENDING,
    "might": _LENDING,
}  # fmt: skip


def _gives(verb: Token, _frame: Frame) -> bool:
    if syntax.modal(verb) in {"should", "must"}:
        return False  # "the three should propose an exchange": the author's wish
    if verb.lemma_ == "raise" and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return False  # ", raising the prospect of a shutdown": the narrator's
    given = syntax.first(verb, "dobj")
    content = syntax.first(verb, "ccomp")
    if given is not None and given.lemma_ in _MEASURES and verb.lemma_ in {"propose", "table"}:
        return False  # "proposed a law, a levy": a step of its own
    if verb.lemma_ == "suggest" and (content is not None or given is None):
        return _is_suggested(verb, content)
    if given is not None and given.lemma_ in _POSTS and is_pluperfect(verb):
        return False  # "had already offered the post to another"
    return given is None or given.lemma_ not in _EMPTY


_POSTS = words("post job position professorship captaincy parish")


def _is_suggested(verb: Token, content: Token | None) -> bool:
    """As in "suggests going village by village", "that the two share it": no mere view."""
    deeds = [*syntax.children(verb, "xcomp")]
    if content is None:
        return bool(deeds) or syntax.agent(verb) is not None
    if any(deed.tag_ == "VBG" for deed in deeds):
        return True
    bare = content.tag_ == "VB" or _is_subjunctive(content) or _is_put_forward(content)
    return bare or (content.tag_ == "VBP" and is_obligation(content))


_MEASURES = words("law bill tax levy tariff duty ban fine curb cut sanction decree")


def _is_put_forward(clause: Token) -> bool:
    """As in "that the two share the lighthouse", "that the council pay": what they might do."""
    subject = syntax.first(clause, "nsubj")
    bare = clause.tag_ == "VBP" and not any(True for _ in syntax.children(clause, "aux"))
    if not bare or subject is None or clause.lemma_ == "be":
        return False
    both = any(word.lower_ in {"both", "two"} for word in (subject, *subject.lefts))
    alone = subject.tag_ in {"NN", "NNP"} and syntax.first(subject, "conj") is None
    return both or alone or subject.lower_ in _SIDES


_SIDES = words("sides parties countries governments states neighbours neighbors capitals")


def _is_subjunctive(clause: Token) -> bool:
    """As in "that the old rate be restored", "that they should meet"."""
    helpers = {child.lower_ for child in syntax.children(clause, "aux", "auxpass")}
    return "be" in helpers and not helpers & {"will", "would", "can", "could", "may", "might", "to"}
