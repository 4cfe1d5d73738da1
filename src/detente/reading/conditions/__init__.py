"""Conditions: what a position depends on, by which words.

Each marker says what the governing clause must be like to make it a condition at all ("until 2019",
"asked if" and "before the war" are none).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY, chain, is_open, is_withheld, persists
from detente.reading.conditions.markers import PREDICATES, marker_at, may_mark
from detente.reading.extents import back_end, front_end
from detente.reading.parsed import Doc, Token
from detente.reading.reporting import is_plain, is_saying
from detente.reading.syntax import words


@dataclass(frozen=True, slots=True)
class Found:
    """A marker with its condition (a half-open range of tokens) and the clause it governs."""

    marker: str
    family: str
    at: int
    start: int
    end: int
    main: Token
    fronted: bool
    about: Token | None = None
    backwards: bool = False  # the condition stands in the clause before
    owner: Token | None = None  # whose condition it is said to be: "Norland's price"


PROMISING = frozenset({"will", "shall", "can", "would", "could"})


def is_promise(verb: Token) -> bool:
    """Whether a verb says what may come: "will talk", "could be discussed"."""
    return verb.pos_ == "VERB" and syntax.modal(verb) in PROMISING


def find(telling: Telling) -> Iterator[Found]:
    """All conditions of the text, each with the clause that depends on it."""
    for sentence in telling.scene.sentences:
        taken = -1
        for at in range(sentence.start, sentence.end):
            if at <= taken:
                continue
            marked = marker_at(telling.doc, at, sentence.end)
            if marked is None:
                continue
            found = _read(telling, *marked, at)
            if found is not None:
                taken = at + len(marked[0].split()) - 1
                yield found


def _read(telling: Telling, marker: str, family: str, at: int) -> Found | None:
    doc = telling.doc
    start = at + len(marker.split())
    last = doc[start - 1]
    if start < len(doc) and doc[start].lower_ == "whether":
        start += 1
    if start >= len(doc) or not may_mark(doc, at, marker):
        return None
    fronted = _is_fronted(doc, at, last)
    main = _main(telling, last, at, start, fronted=fronted)
    if main is None:
        return None
    if marker in {"if", "once", "after", "when", "with", "before"} and _has_only(main, at):
        marker, family = f"only ... {marker}", "only"
    if not _is_condition(telling, marker, family, main, doc[start], fronted=fronted):
        return None
    end = front_end(telling, start, main) if fronted else back_end(telling, start, main, at)
    if end <= start:
        return None
    start, end = syntax.trimmed(doc[start], start, end)
    if not any(token.is_alpha for token in doc[start:end]):
        return None
    return Found(marker, family, at, start, end, main, fronted)


def _is_fronted(doc: Doc, at: int, last: Token) -> bool:
    """Whether the condition stands before the clause that depends on it."""
    sentence = doc[at].sent
    left = at - 1
    while left >= sentence.start and (doc[left].lower_ in _OPENERS or doc[left].is_space):
        left -= 1
    opens = left < sentence.start or doc[left].text in {";", ":", "—", "–", "--"}
    said = left >= sentence.start and doc[left].lower_ in {"that", "and", "but", ","}
    if said and not opens:
        opens = _finite_before(doc, sentence.start, at) is None or doc[left].lower_ == "that"
    if not opens and at and doc[at - 1].lower_ in {"and", "but"}:
        governed = _parsed_main(last)  # "they closed it, and when they open it, we will sail"
        opens = governed is not None and governed.i > last.head.i > at
    return opens and any(t.pos_ in {"VERB", "AUX"} for t in doc[at + 2 : sentence.end])


_OPENERS = frozenset({'"', "“", "”", "'", "and", "but", "however", ",", "only", "so", "now", "(",
                      "-", "then", "yet", "indeed", "officially", "moreover"})  # fmt: skip


def _finite_before(doc: Doc, start: int, at: int) -> Token | None:
    for place in range(at - 1, start - 1, -1):
        token = doc[place]
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}:
            gerund = token.tag_ == "VBG" and not any(True for _ in syntax.children(token, "aux"))
            if gerund or (is_plain(token) and doc[token.i + 1].text == ","):
                continue
            return token
    return None


def _main(telling: Telling, last: Token, at: int, start: int, *, fronted: bool) -> Token | None:
    doc = telling.doc
    if doc[at].pos_ == "VERB" and doc[at].dep_ != "prep" and last.head.i == at:
        return doc[at]  # "hinges on" is the clause itself
    governed = _parsed_main(last)
    if governed is not None and _is_parenthesis(governed, fronted=fronted):
        governed = governed.head
    if governed is not None and governed.pos_ in {"NOUN", "PROPN", "ADJ", "ADV", "NUM"}:
        governed = _verb_above(governed)
    if (
        governed is not None
        and (governed.i > start) == fronted
        and governed.i not in range(at, start)
    ):
        return _below_saying(governed, at, fronted=fronted)
    if fronted:
        return _verb_after(doc, start)
    return _finite_before(doc, last.sent.start, at) or _nominal(doc, at)


def _is_parenthesis(verb: Token, *, fronted: bool) -> bool:
    """As in "If ..., Norland said, it will ...": the condition is none of the saying."""
    if not is_saying(verb):
        return False
    if fronted:
        return verb.dep_ in {"ccomp", "parataxis"} and verb.head.i > verb.i
    return verb.dep_ == "parataxis" and verb.head.i < verb.i and verb.head.pos_ in {"VERB", "AUX"}


def _nominal(doc: Doc, at: int) -> Token | None:
    """The noun of a verbless refusal ("No talks before ...")."""
    for place in range(at - 1, doc[at].sent.start - 1, -1):
        if doc[place].pos_ in {"NOUN", "PROPN"}:
            return doc[place]
    return None


def _parsed_main(last: Token) -> Token | None:
    if last.dep_ in {"mark", "advmod"} and last.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        clause = last.head
        if clause.i > last.i and clause.dep_ in {"advcl", "ccomp", "relcl", "conj", "pcomp", "acl"}:
            return _past_adverb(clause.head)
        return None
    if last.dep_ in {"prep", "prt", "advcl", "acl"}:
        return _past_adverb(last.head)
    return None


def _past_adverb(token: Token) -> Token:
    """From "long" of "as long as", "condition" of "on condition that", up to the verb."""
    while token.head != token and (
        token.lower_ in {"long", "condition", "exchange", "return", "provided", "only", "soon",
                         "subject", "as", "on", "in", "for", "understanding"}
    ):  # fmt: skip
        token = token.head
    return token


def _verb_above(token: Token) -> Token | None:
    step = token
    while step.head != step and step.pos_ not in {"VERB", "AUX"}:
        step = step.head
    return step if step.pos_ in {"VERB", "AUX"} else None


def _verb_after(doc: Doc, start: int) -> Token | None:
    """The first finite verb after the comma that closes a fronted condition."""
    passed = False
    for token in doc[start : doc[start].sent.end]:
        passed = passed or token.text == ","
        finite = token.pos_ in {"VERB", "AUX"} and token.dep_ not in _NO_MAIN
        if passed and finite and token.lower_ != "according":
            return token
    return None


_NO_MAIN = frozenset({"aux", "auxpass", "relcl", "acl", "amod", "prep"})


def _below_saying(main: Token, at: int, *, fronted: bool) -> Token:
    """The complement, where the parser hung the condition on the reporting verb."""
    if is_saying(main):
        for child in syntax.children(main, "ccomp", "advcl"):
            between = main.doc[min(child.i, main.i) : max(child.i, main.i)]
            apart = any(token.text == ";" for token in between)
            said = not apart if child.dep_ == "ccomp" else not fronted and syntax.is_finite(child)
            if said and child.pos_ in {"VERB", "AUX"} and (child.i > at) == fronted:
                return child
    return main


_NEAR = 3  # tokens between "only" and its verb


def _has_only(main: Token, at: int) -> bool:
    return any(
        child.lower_ == "only"
        and child.dep_ == "advmod"
        and abs(child.i - main.i) <= _NEAR
        and child.i < at
        for child in main.children
    )


def _is_condition(
    telling: Telling, marker: str, family: str, main: Token, following: Token, *, fronted: bool
) -> bool:
    if family == "until":
        return _until(telling, marker, main, following, fronted=fronted)
    if marker in _WHEN:
        return not telling.voice(main).is_narrator and _when(telling, following, main)
    if marker in PREDICATES:
        past = telling.voice(main).is_narrator and any(c.lower_ == "had" for c in main.children)
        return not syntax.is_negated(main) and not past and not _leans(telling, main)
    if family == "not while":
        return is_open(telling, main)
    told = not telling.voice(main).is_narrator
    if marker in {"after", "while"} and not _orders(marker, main, following, told=told):
        return False
    return (told and family == "only") or is_open(telling, main)


def _leans(telling: Telling, main: Token) -> bool:
    """As in "Pirovia, which depends on the river": somebody, and no deed, depends on something."""
    subject = syntax.subject(main) if main.lemma_ in _LEANING else None
    return subject is not None and bool(telling.scene.refers(subject))


_LEANING = words("depend hang rest turn hinge")


def _orders(marker: str, main: Token, following: Token, *, told: bool) -> bool:
    """Whether "after" and "while" tell of more than time."""
    if marker == "after":
        deed = following if following.pos_ == "NOUN" else following.head
        return told and deed.lemma_ in _DEEDS
    return not _is_anybody(main) and (is_withheld(main) or persists(main))


_DEEDS = words(
    "ratification withdrawal payment release lifting apology ceasefire recognition return removal "
    "signature repayment disarmament evacuation reopening repeal pullout compensation handover "
    "demobilisation demobilization"
)


def _is_anybody(main: Token) -> bool:
    """As in "No one signs a peace while being shot at"."""
    subject = syntax.first(main, "nsubj", "nsubjpass")
    return subject is not None and subject.lower_ in {"one", "nobody", "you", "anybody", "anyone"}


_WHEN = frozenset({"when", "the day", "on the day", "the day that", "the hour"})
_COMING = words("time moment day hour season year session term")


def _may_come(telling: Telling, main: Token) -> bool:
    """Whether a clause says what will come, or in somebody's own words what comes."""
    steps = chain(main)
    if any(syntax.modal(step) in PROMISING | {"may"} for step in steps):
        return True
    if any(child.lower_ in READY for step in steps for child in step.children):
        return True
    now = main.tag_ in {"VBP", "VBZ"} and main.lemma_ not in {"be", "have", "know", "see"}
    return now and telling.voice(main).direct


def _when(telling: Telling, following: Token, main: Token) -> bool:
    """Whether "when" names what must come about first: by another's doing, at no known time."""
    day = following.nbor(-1)
    verb = day.head
    if day.pos_ == "NOUN":
        verb = next(syntax.children(day, "relcl", "acl", "advcl"), day)
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i > following.i and verb.head != verb:
        verb = verb.head
    if not _may_come(telling, main):
        return False
    if verb.i < following.i or verb.pos_ not in {"VERB", "AUX"}:
        return day.pos_ != "NOUN" and main.lemma_ in _ENDING
    near = [verb, *verb.children, *(t for c in syntax.children(verb, "prep") for t in c.children)]
    inside = {t.lower_ for t in near if t.i >= following.i}
    subject = syntax.subject(verb) or syntax.first(verb, "expl")
    if inside & _CALENDAR or syntax.modal(verb) or subject is None or subject.lemma_ in _COMING:
        return False
    holder = telling.holder(main) or telling.voice(main).holder
    if subject.lower_ == "it" and not telling.holder(main):
        return True  # "the ship may come when it carries an observer"
    mine = syntax.subject(main)
    if mine is not None and mine.lower_ in {"we", "i"} and subject.lower_ in {"they", "he", "she"}:
        return True  # "when they open theirs we will open ours"
    own = holder if subject.lower_ in {"we", "i"} else telling.scene.refers(subject)
    return not set(own) & set(holder)


_LACKING = frozenset(
    {"without", "short of", "absent", "barring", "failing", "with no", "lacking", "in default of"}
)
_ENDING = words(
    "lift end resume reopen return release withdraw leave stop pay talk sign reinstate clear "
    "go restore negotiate drop get receive have join meet sit accept approve ratify vote "
    "discuss end extradite hand transfer unfreeze"
)


def _until(telling: Telling, marker: str, main: Token, following: Token, *, fronted: bool) -> bool:
    if _is_time(following) or (marker == "before" and _is_past_event(following)):
        return False
    if main.pos_ in {"NOUN", "PROPN"}:
        return any(t.lower_ in {"no", "not"} for t in main.subtree if t.i <= main.i)
    if not is_open(telling, main):
        return False
    if marker in _LACKING - {"with no"} and fronted and syntax.modal(main) in {"will", "would"}:
        return True
    if marker in {*_LACKING, "before"}:
        return is_withheld(main) or (marker not in {"before", "without"} and persists(main))
    return is_withheld(main) or persists(main) or syntax.modal(main) in {"will", "would"}


def _is_time(token: Token) -> bool:
    words = [token, *token.doc[token.i + 1 : token.i + 3]]
    head = next((t for t in words if t.pos_ in {"NOUN", "PROPN", "NUM"}), token)
    stop = min(token.i + 5, token.sent.end)
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
