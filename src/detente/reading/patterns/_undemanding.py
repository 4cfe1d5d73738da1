"""What verbs of asking tell that is nobody's demand: deeds, names, days, what is laid down."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.moods import is_due
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.wording import words

_CALENDAR = frozenset({*MONTHS, *WEEKDAYS, "today", "yesterday", "tomorrow"})


def asks_nothing(telling: Telling, verb: Token) -> bool:
    """Whether nobody asks for anything, though a verb of asking tells it.

    Of what is wanted, each by itself: `is_of_time`, `is_naming`, `is_by_nobody`.
    """
    told = _is_deed(telling, verb) or _is_passed_on(telling, verb)
    return told or _is_visit(verb) or _has_to(verb) or _as_laid_down(verb) or _was_asked(verb)


def _is_deed(telling: Telling, verb: Token) -> bool:
    """As in "it requested arbitration in May", "gave two envoys 48 hours to leave": an event."""
    if verb.tag_ not in {"VBD", "VBN"} or not telling.voice(verb).is_narrator:
        return False
    if syntax.modal(verb) or any(c.lower_ in {"has", "have"} for c in verb.children):
        return False
    if verb.lemma_ == "give":
        return any(noun.lemma_.lower() in _EXPELLED for noun in verb.subtree)
    of = (noun for p in syntax.children(verb, "prep") for noun in syntax.children(p, "pobj"))
    asked = [*syntax.children(verb, "dobj"), *of]
    return verb.lemma_ in {"ask", "request", "file", "call"} and any(
        noun.lemma_.lower() in _STEPS for noun in asked
    )


_EXPELLED = words("diplomat envoy ambassador official attache attaché staff consul")
_STEPS = words("consultation arbitration injunction adjournment extradition")


def _is_visit(verb: Token) -> bool:
    """As in "planned a stop to call on the minister": nothing is asked of him."""
    on = next((c for c in syntax.children(verb, "prep") if c.lower_ in {"on", "upon"}), None)
    whom = syntax.first(on, "pobj") if on is not None and verb.lemma_ == "call" else None
    if whom is None or whom.lemma_.lower() not in nouns("roles"):
        return False
    after = (t for t in verb.subtree if t.i > verb.i)
    return not any(t.dep_ in {"xcomp", "ccomp", "advcl"} or t.lower_ == "for" for t in after)


def _has_to(verb: Token) -> bool:
    """As in "would have to call for help", "should expect none": no wish of its own."""
    if verb.lemma_ in {"expect", "ask", "call", "seek"} and is_due(verb):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and verb.tag_ == "VB"


def _as_laid_down(verb: Token) -> bool:
    """As in "free them, as the conventions demand": no demand of the conventions'."""
    marks = (c for c in syntax.children(verb, "mark") if c.i < verb.i)
    laid = verb.dep_ == "advcl" and verb.tag_ in syntax.PRESENT
    return laid and any(mark.lower_ == "as" for mark in marks)


def _was_asked(verb: Token) -> bool:
    """As in "The league, asked for a ruling, ruled", "when asked for her recipe"."""
    if verb.lemma_ != "ask" or verb.i == 0 or syntax.first(verb, "dobj") is not None:
        return False
    if verb.tag_ == "VBG":
        return False  # "sent a note, asking for a map"
    before, own = verb.nbor(-1), syntax.first(verb, *syntax.SUBJECTS)
    if own is not None:
        return before.text == "," and own.i + 2 == verb.i
    return before.text == "," or before.lower_ in {"when", "if", "once"} or verb.is_sent_start


def _is_passed_on(telling: Telling, verb: Token) -> bool:
    """As in "would recommend it to her members"; "the union had recommended it" is long done."""
    if verb.lemma_ != "recommend":
        return False
    thing = syntax.first(verb, "dobj")
    pointed = thing is not None and thing.pos_ == "PRON"
    return pointed or (telling.voice(verb).is_narrator and is_pluperfect(verb))


def is_by_nobody(verb: Token) -> bool:
    """As in "has been asked by neither party"."""
    by = syntax.agent(verb) if syntax.is_passive(verb) else None
    return by is not None and any(t.lower_ in {"neither", "nobody", "no"} for t in by.subtree)


def is_of_time(verb: Token) -> bool:
    """As in "called the walkout on 2 February": "on" and "for" a day."""
    named = [noun for p in syntax.children(verb, "prep") for noun in syntax.children(p, "pobj")]
    lasted = verb.lemma_ in {
        "argue",
        "fight",
        "vie",
        "press",
        "push",
        "strike",
        "march",
        "rally",
        "campaign",
        "wait",
        "call",
    } and any(n.lemma_.lower() in _SPANS and n.head.lower_ not in _WHEN for n in named)
    if lasted:
        return True  # "have argued for over a century"
    if any(n.lemma_ == "time" and any(n.lefts) and not _is_asked_for(n) for n in named):
        return True  # "was to call for the first time"
    given = syntax.first(verb, "dobj") or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    days = [n for n in named if any(t.lower_ in _CALENDAR for t in (n, *n.children))]
    due = any(n.head.lower_ in _DUE for n in days)  # "demanded an answer by Friday"
    return bool(given) and bool(days) and len(days) == len(named) and not due


def _is_asked_for(time: Token) -> bool:
    """As in "called for more time", "asks for extra time"."""
    return any(child.lower_ in _MORE for child in time.lefts)


_MORE = words("more extra additional enough further sufficient longer")
_WHEN = words("of within after before in since by")  # "within hours it called for a truce"
_DUE = words("by before until from within")
_SPANS = words("century decade year month week day hour generation")


def is_naming(verb: Token) -> bool:
    """As in "called the strike “a tax on the early”", where "on" is another word's."""
    if verb.lemma_ != "call" or syntax.is_passive(verb):
        return False
    whom = syntax.first(verb, "dobj")
    if whom is not None and whom.lower_.endswith(("self", "selves")):
        return True  # "who call themselves Rooms for All"
    if any(c.lower_ == "for" and c.nbor(-1).lower_ == "not" for c in verb.children):
        return True  # "called the tin “not for discussion”"
    asked = verb.doc[verb.i + 1 : verb.i + 2]  # "called for the data to be shared, a request that"
    if any(t.lower_ in _UPON for t in (*asked, *syntax.children(verb, "prep", "prt"))):
        return False
    return syntax.first(verb, "oprd", "dobj", "ccomp") is not None


_UPON = words("for on upon")


def gives_notice(verb: Token) -> bool:
    """As in "gave 14 days' notice": no time that another is given."""
    what = syntax.first(verb, "dobj")
    return verb.lemma_ == "give" and what is not None and what.lemma_ == "notice"
