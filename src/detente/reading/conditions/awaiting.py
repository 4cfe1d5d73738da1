"""What waits until something comes: what is withheld, kept up or put off until then."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_open, is_withheld, persists
from detente.reading.conditions.markers import LACKING
from detente.reading.conditions.requirements import DEEDS
from detente.reading.conditions.times import is_past_event, is_time
from detente.reading.parsed import Token
from detente.reading.saying import is_plain
from detente.reading.wording import words


def is_pending(main: Token, following: Token) -> bool:
    """As in "has stopped the ferry until the dues are paid": done, and what it waits for is not."""
    helpers = [*syntax.children(main, "aux", "auxpass")]
    tensed = (main, *helpers) if main.tag_ in {"VBD", "VBN"} else ()
    done = any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in tensed)
    done = done and not any(token.lower_ in _NOT_DONE for token in helpers)
    if not done or main.dep_ in {"relcl", "acl"} or _is_said(main) or is_time(following):
        return False
    clause = following.doc[following.i : min(following.i + _CLAUSE, following.sent.end)]
    told = next((t for t in clause if t.tag_ in syntax.FINITE or t.is_punct), None)
    return told is not None and told.tag_ in syntax.PRESENT and not is_plain(told)


def _is_said(main: Token) -> bool:
    """Whether it tells what somebody said: no "has announced a strike unless"."""
    thing = syntax.first(main, "dobj")
    return is_plain(main) and (thing is None or thing.pos_ != "NOUN" or main.lemma_ != "announce")


_NOT_DONE = frozenset({"had", "do", "does", "did"})


def waits_until(
    telling: Telling, marker: str, main: Token, following: Token, *, fronted: bool
) -> bool:
    """Whether what "until", "before" or "without" governs is a condition and no time."""
    past = marker in _EARLIER and is_past_event(following)
    past = past or (marker in _EARLIER and _runs_out(following))
    timed = marker not in _FAILING and is_time(following)  # but "absent a five-year contract"
    idle = marker in _FAILING and (
        following.lemma_.lower() in _MISHAPS or syntax.modal(main) == "must"
    )
    missing = marker == "absent" and following.nbor(-2).pos_ in {"ADP", "DET"}
    if following.lower_ == "then" or past or timed or idle or missing:  # "for absent colleagues"
        return False
    put_off = marker in {"until", "till"} and (_is_put_off(main, following) or _is_bidden(main))
    if main.pos_ in syntax.NOMINAL:
        kept = not telling.voice(main).is_narrator and main.nbor().lower_ in _KEPT
        return kept or any(t.lower_ in {"no", "not"} for t in main.subtree if t.i <= main.i)
    if put_off or not is_open(telling, main):
        return put_off
    told = marker in _FAILING and not telling.voice(main).is_narrator  # "lapses failing a permit"
    ahead = syntax.modal(main) in {"will", "would"}
    told = told or (marker == "failing" and ahead)
    told = told or (marker in _FAILING and _is_held_out(telling, main))
    ahead = fronted and ahead
    if told or (marker in LACKING | {"lacking"} and ahead):
        return True
    if marker not in LACKING | _EARLIER | {"with no", "lacking"}:
        return _is_kept_until(main, following, fronted=fronted)
    return is_withheld(main) or (marker not in _EARLIER | {"without"} and persists(main))


_EARLIER = frozenset({"before", "ahead of"})


def _runs_out(following: Token) -> bool:
    """As in "if it has no deal before the present one expires": by when, and nobody's doing."""
    verb = following.nbor(-1).head
    return verb.i > following.i and verb.lemma_ in {"expire", "lapse", "elapse"}


def _is_held_out(telling: Telling, main: Token) -> bool:
    """As in "has threatened to stop paying in the absence of a plan", "would end it, barring".

    So in "offers a truce which would lapse failing a reply".
    """
    given = main.head if main.dep_ == "relcl" and syntax.modal(main) else main
    if given.dep_ == "dobj" and given.head.lemma_ in _PLANNING:
        return True
    return any(
        step.lemma_ in _PLANNING or (syntax.modal(step) == "would" and telling.holder(step))
        for step in (main, *_above(main))
    )


_MISHAPS = words(
    "accident surprise mishap miracle disaster emergency catastrophe delay evidence rain upset "
    "hitch"
)
_KEPT = words("up on out off shut closed down open")  # "tents up till the books are open"
_FAILING = LACKING - {"without"}


def _is_kept_until(main: Token, following: Token, *, fronted: bool) -> bool:
    """Whether a thing is withheld or goes on until, or comes about until, somebody acts."""
    if is_withheld(main) or persists(main) or (main.tag_ == "VB" and main.lemma_ in _PUTTING_OFF):
        return main.lemma_ not in {"rest", "sleep"}
    ahead = syntax.modal(main) in {"will", "would"} or is_planned(main)
    ahead = ahead and (
        fronted or main.dep_ != "relcl"
    )  # "a body that would lead it until votes are held"
    return ahead and (_has_verb(following) or following.lemma_.lower() in DEEDS | AWAITED)


def is_planned(main: Token) -> bool:
    """As "hold" of "intends to hold the money back"."""
    return main.tag_ == "VB" and any(step.lemma_ in _PLANNING for step in _above(main))


def _above(main: Token) -> list[Token]:
    """The verbs that an infinitive, or one joined to it, completes."""
    above = main.head if main.dep_ in {"xcomp", "conj"} else main
    return [above, *([above.head] if above.dep_ == "xcomp" else [])]


_PLANNING = words(
    "intend plan mean promise pledge vow threaten agree offer propose decide resolve prefer vote "
    "choose undertake swear"
)


def _has_verb(following: Token) -> bool:
    """Whether a clause follows "until", no bare "his last breath"."""
    until = following.nbor(-1)
    last = min(following.i + 2 * _CLAUSE, following.sent.end)
    clause = until.subtree if until.dep_ == "prep" else following.doc[following.i : last]
    return any(t.tag_ in syntax.FINITE | {"VBN"} for t in clause)


def _is_put_off(main: Token, following: Token) -> bool:
    """As in "suspended payments until the accounts are in order": done, and still so."""
    if main.lemma_ not in _PUTTING_OFF or main.tag_ not in {"VBD", "VBN"}:
        return False
    clause = following.doc[following.i : min(following.i + _CLAUSE, following.sent.end)]
    told = next((t for t in clause if t.tag_ in syntax.FINITE), None)
    return told is not None and told.tag_ in syntax.PRESENT and told.lemma_ != "say"


def _is_bidden(main: Token) -> bool:
    """As in "has asked the court to seize the money until"."""
    bidden = (
        main.tag_ in {"VB", "VBN", "VBP"}
        and main.dep_ in {"xcomp", "ccomp"}
        and main.head.lemma_ in _BIDDING
    )
    return bidden and main.lemma_ in _PUTTING_OFF | _STAYING_OUT


_BIDDING = words("ask urge tell order want call invite press demand propose recommend suggest")
_STAYING_OUT = words(
    "leave quit abandon boycott restrict limit reject refuse resist oppose stay avoid shun ignore "
    "refrain resign walk occupy patrol guard extend exclude picket strike"
)
_CLAUSE = 10  # words to the verb of what is awaited
_PUTTING_OFF = words(
    "suspend freeze withhold cut halt stop close shut block ban recall withdraw postpone shelve "
    "delay cancel seize impound confiscate detain pause"
)
AWAITED = words(  # deeds, by their nouns
    "ratification withdrawal payment release lifting apology ceasefire recognition return removal "
    "signature repayment disarmament evacuation reopening repeal pullout compensation handover "
    "demobilisation demobilization assurance guarantee talks consent approval explanation"
)
