"""Whether a marker makes a condition of the clause that it governs, or tells of time alone."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY, chain, is_open, is_withheld, persists
from detente.reading.conditions.found import PROMISING
from detente.reading.conditions.markers import LACKING, PREDICATES
from detente.reading.conditions.requirements import DEEDS
from detente.reading.parsed import Token
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.saying import is_plain
from detente.reading.wording import phrases, words


def is_condition(
    telling: Telling, marker: str, family: str, main: Token, following: Token, *, fronted: bool
) -> bool:
    """Whether the clause is such that the marker makes a condition of what follows."""
    pending = marker in _AWAITING and _is_pending(main, following)
    if pending or family == "until":
        return pending or _until(telling, marker, main, following, fronted=fronted)
    if marker in _WHEN:
        told = not telling.voice(main).is_narrator or telling.quotation(main) is not None
        told = told or _is_intended(telling, main) or _is_wanted(telling, main)
        return told and _when(telling, following, main)
    if marker in PREDICATES:
        past = telling.voice(main).is_narrator and any(c.lower_ == "had" for c in main.children)
        return not syntax.is_negated(main) and not past and not _leans(telling, main)
    if family == "not while":
        return is_open(telling, main)
    told = not telling.voice(main).is_narrator or _is_intended(telling, main)
    # "will not give up land in exchange for a truce": the price is refused
    refused = marker in _PRICES and any(map(syntax.is_negated, chain(main)))
    ordered = marker not in {"after", "while"} or _orders(marker, main, following, told=told)
    if refused or not ordered:
        return False
    told = not telling.voice(main).is_narrator
    named = marker in _DEGREES and not any(syntax.modal(step) for step in chain(main))
    return not named and ((told and family == "only") or is_open(telling, main))


_PRICES = frozenset({"in exchange for", "in return for"})


def _is_intended(telling: Telling, main: Token) -> bool:
    """As in "Norland will talk", "promised to reopen the gate": a party says what it will do."""
    ahead = syntax.modal(main) in {"will", "would"} or _is_planned(main)
    return ahead and bool(telling.holder(main))


def _is_planned(main: Token) -> bool:
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
_AWAITING = phrases(
    "until; till; until after; unless; if; once; when; while; as long as; so long as; as soon as; "
    "provided; provided that; on condition that; on the condition that; on the understanding that"
)


_NOT_DONE = frozenset({"had", "do", "does", "did"})


def _is_pending(main: Token, following: Token) -> bool:
    """As in "has stopped the ferry until the dues are paid": done, and what it waits for is not."""
    helpers = [*syntax.children(main, "aux", "auxpass")]
    tensed = (main, *helpers) if main.tag_ in {"VBD", "VBN"} else ()
    done = any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in tensed)
    done = done and not any(token.lower_ in _NOT_DONE for token in helpers)
    if not done or main.dep_ in {"relcl", "acl"} or is_plain(main) or _is_time(following):
        return False
    clause = following.doc[following.i : min(following.i + _CLAUSE, following.sent.end)]
    told = next((t for t in clause if t.tag_ in syntax.FINITE or t.is_punct), None)
    return told is not None and told.tag_ in {"VBZ", "VBP"} and not is_plain(told)


_DEGREES = frozenset({"insofar as", "in so far as", "to the extent that"})
_LEANING = words("depend hang rest turn hinge")
_REASONED = words(
    "figure claim case charge argument accusation theory number evidence finding estimate story "
    "allegation verdict ruling"
)
_SUBSISTING = words(
    "economy industry people life livelihood population family farmer village town city region "
    "household million thousand business trade supply harvest budget income survival person "
    "community fisherman fleet factory sector market"
)


def _leans(telling: Telling, main: Token) -> bool:
    """As in "Pirovia, which depends on the river": somebody, and no deed, depends on something."""
    subject = syntax.subject(main) if main.lemma_ in _LEANING else None
    if subject is None:
        return False
    if subject.lower_ == "it" and not telling.voice(main).is_narrator:
        return False  # "said it depended on a payment"
    if subject.lemma_.lower() in _REASONED or (subject.lower_ == "which" and main.lemma_ == "rest"):
        return True  # "the figure rests on a few hundred cases"
    return bool(telling.scene.refers(subject)) or subject.lemma_.lower() in _SUBSISTING


_DEEDS = words(
    "ratification withdrawal payment release lifting apology ceasefire recognition return removal "
    "signature repayment disarmament evacuation reopening repeal pullout compensation handover "
    "demobilisation demobilization"
)


def _orders(marker: str, main: Token, following: Token, *, told: bool) -> bool:
    """Whether "after" and "while" tell of more than time."""
    if marker == "after":
        if told and _is_awaited_deed(main, following):
            return True
        deed = following if following.pos_ == "NOUN" else following.head
        return told and deed.lemma_ in _DEEDS
    return not _is_anybody(main) and (is_withheld(main) or persists(main))


def _is_awaited_deed(main: Token, following: Token) -> bool:
    """As in "would be looked at after all children had been treated": a deed told as to be done."""
    after = following.nbor(-1)
    verb = after.head if after.dep_ == "mark" else None
    if verb is None or syntax.modal(main) not in PROMISING or _is_time(following):
        return False
    helpers = {child.lower_ for child in syntax.children(verb, "aux")}
    perfect = bool(helpers & {"had", "has", "have"}) or verb.lemma_ == "do"
    other = syntax.subject(verb)
    return perfect and other is not None and other.lower_ not in {"it", "they", "he", "she", "we"}


def _is_anybody(main: Token) -> bool:
    """As in "No one signs a peace while being shot at"."""
    subject = syntax.first(main, "nsubj", "nsubjpass")
    return subject is not None and subject.lower_ in {"one", "nobody", "you", "anybody", "anyone"}


_WHEN = frozenset(
    {"when", "whenever", "the day", "on the day", "the day that", "the hour", "the same day"}
)

_COMING = words("time moment day hour season year session term")


def _may_come(telling: Telling, main: Token) -> bool:
    """Whether a clause says what will come, or in somebody's own words what comes."""
    steps = chain(main)
    if any(syntax.modal(step) in PROMISING | {"may"} for step in steps):
        return True
    if main.tag_ == "VB" and syntax.modal(main) is None:
        return True  # "invited it to come back when", "come back when"
    if any(child.lower_ in READY for step in steps for child in step.children):
        return True
    if main.tag_ not in {"VBP", "VBZ"} or main.lemma_ in {"be", "have", "know", "see"}:
        return False
    return telling.voice(main).direct or main.lemma_ in _ENDING


def _is_wanted(telling: Telling, main: Token) -> bool:
    """As in "wants it to take effect on the day on which ..."."""
    asked = main.tag_ == "VB" and main.dep_ in {"ccomp", "xcomp"}
    return asked and main.head.lemma_ in _WANTING and bool(telling.holder(main.head))


_WANTING = words("want demand insist propose ask urge prefer like expect")


def _when(telling: Telling, following: Token, main: Token) -> bool:
    """Whether "when" names what must come about first: by another's doing, at no known time."""
    day = following.nbor(-1)
    verb = day.head
    if day.pos_ == "NOUN":
        verb = next(syntax.children(day, "relcl", "acl", "advcl"), day)
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i > following.i and verb.head != verb:
        verb = verb.head
    if _is_of_day(day) or not _may_come(telling, main):
        return False
    if verb.i < following.i or verb.pos_ not in {"VERB", "AUX"}:
        return day.pos_ != "NOUN" and main.lemma_ in _ENDING
    near = [verb, *verb.children, *(t for c in syntax.children(verb, "prep") for t in c.children)]
    inside = {t.lower_ for t in near if t.i >= following.i}
    subject = syntax.subject(verb) or syntax.first(verb, "expl")
    gained = verb.lemma_ in _GETTING  # "when it sees the gates open": what another must let it get
    guessed = syntax.modal(verb) not in {None, "can"} and not gained
    if inside & _CALENDAR or guessed or subject is None or subject.lemma_ in _COMING:
        return False
    voice = telling.voice(main).holder
    gets = main.lemma_ in {"get", "receive", "have", "see"} and bool(voice)
    holder = voice if gets else telling.holder(main) or voice
    if gained or syntax.is_passive(verb) or (subject.lower_ == "it" and not telling.holder(main)):
        return True  # "ends when they are paid": by another; "may come when it carries observers"
    mine = syntax.subject(main)
    if mine is not None and mine.lower_ in {"we", "i"} and subject.lower_ in {"they", "he", "she"}:
        return True  # "when they open theirs we will open ours"
    own = holder if subject.lower_ in {"we", "i"} else telling.scene.refers(subject)
    return not set(own) & set(holder)


def _is_of_day(when: Token) -> bool:
    """As in "beyond June 2026, when the deal runs out": what that day is, and no condition."""
    if when.lower_ != "when" or when.i < 2 or when.nbor(-1).text != ",":  # noqa: PLR2004 — a day
        return False
    day = when.nbor(-2)
    return day.like_num or day.lower_ in MONTHS or day.lower_ in WEEKDAYS


_GETTING = words("get receive see hear read obtain recover find have")
_KEPT = words("up on out off shut closed down open")  # "tents up till the books are open"
_FAILING = LACKING - {"without"}
_ENDING = words(
    "lift end resume reopen return release withdraw leave stop pay talk sign reinstate clear "
    "go restore negotiate drop get receive have join meet sit accept approve ratify vote "
    "discuss extradite hand transfer unfreeze open start begin sail run vanish dissolve come "
    "move happen work load unload sell buy"
)


def _until(telling: Telling, marker: str, main: Token, following: Token, *, fronted: bool) -> bool:
    past = marker == "before" and _is_past_event(following)
    timed = marker not in _FAILING and _is_time(following)  # but "absent a five-year contract"
    if following.lower_ == "then" or past or timed:
        return False
    put_off = marker in {"until", "till"} and _is_put_off(main, following)
    if main.pos_ in {"NOUN", "PROPN"}:
        kept = not telling.voice(main).is_narrator and main.nbor().lower_ in _KEPT
        return kept or any(t.lower_ in {"no", "not"} for t in main.subtree if t.i <= main.i)
    if put_off or not is_open(telling, main):
        return put_off
    told = marker in _FAILING and not telling.voice(main).is_narrator  # "lapses failing a permit"
    ahead = syntax.modal(main) in {"will", "would"}
    told = told or (marker == "failing" and ahead)
    ahead = fronted and ahead
    if told or (marker in LACKING | {"lacking"} and ahead):
        return True
    if marker not in LACKING | {"with no", "lacking", "before"}:
        return _is_kept_until(main, following)
    return is_withheld(main) or (marker not in {"before", "without"} and persists(main))


def _is_kept_until(main: Token, following: Token) -> bool:
    """Whether a thing is withheld or goes on until, or comes about until, somebody acts."""
    if is_withheld(main) or persists(main) or (main.tag_ == "VB" and main.lemma_ in _PUTTING_OFF):
        return main.lemma_ not in {"rest", "sleep"}
    ahead = syntax.modal(main) in {"will", "would"} or _is_planned(main)
    ahead = ahead and main.dep_ != "relcl"  # "a body that would lead it until votes are held"
    return ahead and (_has_verb(following) or following.lemma_.lower() in DEEDS | _DEEDS)


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
    return told is not None and told.tag_ in {"VBZ", "VBP"} and told.lemma_ != "say"


_CLAUSE = 10  # words to the verb of what is awaited
_PUTTING_OFF = words(
    "suspend freeze withhold cut halt stop close shut block ban recall withdraw postpone shelve "
    "delay cancel"
)


def _is_time(token: Token) -> bool:
    if token.lower_ in {"every", "each"} and token.nbor().lower_ == "one":
        return False  # "before every one of the 61 is home"
    words = [token, *token.doc[token.i + 1 : token.i + 3]]
    head = next((t for t in words if t.pos_ in {"NOUN", "PROPN", "NUM"}), token)
    near = token.doc[token.i : min(token.i + 5, token.sent.end)]
    stop = next((t.i for t in near if t.is_punct), near[-1].i + 1)  # "until Friday, he said"
    verb = any(t.pos_ in {"VERB", "AUX"} for t in token.doc[token.i : stop])
    return not verb and (
        head.like_num or head.lower_ in _CALENDAR or head.lower_.rstrip("s") in _CALENDAR
    )


def _is_past_event(token: Token) -> bool:
    """As in "before the war": a time, where no clause follows."""
    preposition = token.doc[token.i - 1]
    noun = syntax.first(preposition, "pobj")
    return noun is not None and noun.lemma_.lower() in _EPOCHS


_EPOCHS = words(
    "war independence crisis revolution coup invasion meeting election vote break session "
    "court assembly parliament committee hearing dispute talk summit council"
)

_CALENDAR = words(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter "
    "year month week day hour morning evening night noon midnight dawn now then today "
    "tomorrow recently last next late early end christmas weekend century war"
)
