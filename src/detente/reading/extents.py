"""How far a condition reaches: from its marker to where another clause or a speaker begins."""

from __future__ import annotations

from detente.reading import citing, syntax
from detente.reading.attribution import Telling
from detente.reading.mending.rejoining import ASIDES
from detente.reading.parsed import Doc, Token
from detente.reading.saying import is_plain
from detente.reading.wording import words


def front_end(telling: Telling, start: int, main: Token) -> int:
    """Where a fronted condition ends: at the comma before the clause that depends on it."""
    doc = telling.doc
    opening = syntax.SUBJECTS | {"expl", "aux", "auxpass"}
    edges = [child.left_edge.i for child in main.children if child.dep_ in opening]
    begins = min((edge for edge in edges if edge > start), default=main.i)
    cue = telling.voice(main).cue
    if cue is not None and start < cue < begins:
        own = [c for c in doc[cue].children if c.dep_ in syntax.SUBJECTS and start < c.i < cue]
        begins = min([cue, *(child.left_edge.i for child in own)])
    commas = [
        t.i for t in doc[start:begins] if t.text in {",", "—", "–"} and _outer(telling, t, start)
    ]
    return commas[-1] if commas else begins


def _outer(telling: Telling, token: Token, start: int) -> bool:
    here, there = telling.quotation(token), telling.quotation(token.doc[start])
    return here == there or here is None or there is None


def back_end(telling: Telling, start: int, main: Token, at: int) -> int:
    """Where a condition after its clause ends: before an attribution, a new clause, a close."""
    doc = telling.doc
    quotation = telling.quotation(doc[start])
    within = quotation is not None and telling.quotation(doc[at]) == quotation
    for token in doc[start : doc[start].sent.end]:
        if within and token.idx >= (quotation.end if quotation else 0):
            return token.i
        if token.text in {";", "—", "–", "--"} and token.i > start:
            return token.i
        if token.text == "," and token.i > start:
            if _is_marker(doc, token.i + 1):
                return token.i
            if is_aside(doc, token.i + 1) and any(map(_is_told, doc[start : token.i])):
                return token.i
        if (
            token.text in {",", "and", "but"}
            and token.i > start
            and _closes(telling, token, main, start)
        ):
            return token.i
    return doc[start].sent.end


def _is_marker(doc: Doc, at: int) -> bool:
    """Whether another condition begins: ", on condition that", ", unless"."""
    return tuple(token.lower_ for token in doc[at : at + 2]) in _OTHERS or (
        at < len(doc) and doc[at].lower_ in {"unless", "provided", "pending", "failing", "barring"}
    )


_OTHERS = frozenset({("on", "condition"), ("subject", "to"), ("as", "long"), ("so", "long"),
                     ("only", "if"), ("but", "only")})  # fmt: skip


def _is_told(verb: Token) -> bool:
    """Whether a clause has its verb: not the subject alone, as in "until A, which it accuses"."""
    return verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"relcl", "acl", "amod"}


def is_aside(doc: Doc, at: int) -> bool:
    """Whether what others say to the condition begins: ", a step it rejects", ", which it"."""
    near = [*doc[at : at + 3]]
    if len(near) < 3:  # noqa: PLR2004 - "which it refuses"
        return False
    opening, second, _ = near
    if opening.lower_ == "which":
        told = second.dep_ in syntax.SUBJECTS or second.pos_ in {"PROPN", "PRON", "DET"}
        return told or second.tag_ in syntax.TENSED or second.dep_ == "prep"
    if opening.lower_ not in {"a", "an", "something"}:
        return False
    thing = opening if opening.lower_ == "something" else second
    return thing.lower_ in _ASIDES and thing.nbor().lower_ not in _GOING_ON


_ASIDES = ASIDES | {"plan", "measure", "arrangement"}


_GOING_ON = frozenset({"of", "for", "to", "on", ",", "."})


def _closes(telling: Telling, token: Token, main: Token, start: int) -> bool:
    doc, sentence = token.doc, token.sent
    following = doc[token.i + 1] if token.i + 1 < sentence.end else None
    if following is None:
        return False
    if token.text == ",":
        after = doc[min(token.i + 2, len(doc) - 1)].lower_
        asked = following.lower_ == "and" and _is_asked_next(telling, main, following)
        asked = asked or _is_next_content(doc, following, start) or _is_reason(following)
        denied = following.lower_ == "and" and after == "not"  # "when it is paid, and not before"
        told = following.lower_ == "as" and citing.as_told(following.head)
        told = told or _says_next(telling, token.i + 1, sentence.end)
        if asked or denied or told or _goes_on_outside(main, following):
            return True
        if following.lower_ in {"but", "though", "although", "while", "whereas", "so"}:
            return True
        late = following.lower_ == "not" and after in _THEN  # "when it is signed, not before"
        if late or following.lower_ in BESIDE or _is_outcome(following):
            return True
        return following.lower_ in {"and", "nor"} and _conjoined_outside(token.i + 1, main, start)
    return _conjoined_outside(token.i, main, start)


def _goes_on_outside(main: Token, following: Token) -> bool:
    """As in "A plan, in which A pays in return for fish, has been put forward": the plan has."""
    relative = next((one for one in (main, *main.ancestors) if one.dep_ == "relcl"), None)
    outer = relative.head.head if relative is not None else main
    return outer.i >= following.i and following in (outer, *syntax.children(outer, "aux"))


_THEN = words("before until till earlier sooner after later")
BESIDE = words(  # what the teller does besides: ", rejecting an offer"
    "adding saying calling opening accusing arguing warning according hardening raising insisting "
    "rejecting dismissing demanding refusing citing describing denouncing branding urging blaming "
    "vowing pledging ignoring defying complaining stressing noting claiming"
)


def _is_outcome(following: Token) -> bool:
    """As in ", dimming hopes of a deal": what the teller makes of it, and no part of it."""
    near = following.doc[following.i + 1 : following.i + 1 + _NEAR]
    return following.tag_ == "VBG" and any(token.lemma_ in _MOODS for token in near)


_NEAR = 5  # words from "raising" to "fears"
_MOODS = words(
    "hope fear doubt prospect concern uncertainty spectre specter expectation optimism pessimism "
    "tension anxiety alarm speculation question standoff stand-off impasse deadlock stalemate row"
)


def _is_next_content(doc: Doc, conjunction: Token, start: int) -> bool:
    """As in "said that it will stay shut until A pays, and that the terms are not open"."""
    that = conjunction.nbor()
    content = conjunction.lower_ == "and" and that.lower_ == "that" and that.dep_ == "mark"
    return content and all(token.lower_ != "that" for token in doc[start : conjunction.i])


def _is_reason(opening: Token) -> bool:
    """As in "until they have left, as this was agreed in May": why, and no part of it."""
    verb = opening.head
    subject = syntax.first(verb, *syntax.SUBJECTS) if opening.dep_ == "mark" else None
    tensed = any(token.tag_ in syntax.TENSED for token in (verb, *syntax.children(verb, "auxpass")))
    opens = opening.lower_ in {"as", "since", "because"} and tensed
    return opens and subject is not None and subject.i == opening.i + 1 and subject.pos_ == "PRON"


def _is_asked_next(telling: Telling, main: Token, conjunction: Token) -> bool:
    """As in "warned that it would close if the fees rose, and called on Norland to act"."""
    verb, cue = conjunction.nbor(), telling.voice(main).cue
    told = telling.doc[cue] if cue is not None else None
    same = told is not None and told.i < conjunction.i and verb.tag_ == told.tag_
    return same and verb.lemma_ in _ASKING and verb.tag_ in {"VBD", "VBZ"}


_ASKING = words("call urge ask accuse demand appeal condemn criticise criticize blame threaten")


def _says_next(telling: Telling, place: int, stop: int) -> bool:
    """Whether what follows is "X said ..." or "said X"."""
    doc = telling.doc
    for token in doc[place : min(place + 16, stop)]:
        if token.lower_ in _HAVING and token.dep_ == "aux":
            continue
        perfect = token.tag_ == "VBN" and any(c.lower_ in _HAVING for c in token.children)
        if token.pos_ == "VERB" and is_plain(token) and (token.tag_ in syntax.TENSED or perfect):
            own = any(c.dep_ in syntax.SUBJECTS and c.tag_ != "WDT" for c in token.children)
            bound = token.dep_ in {"amod", "acl"} or (token.dep_ == "relcl" and not own)
            return not bound and not any(c.dep_ == "mark" and c.i >= place for c in token.children)
        if (
            token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"relcl", "acl", "amod"}
        ) or token.text == ";":
            return False
    return False


_HAVING = frozenset({"has", "have", "had"})


def _conjoined_outside(place: int, main: Token, start: int) -> bool:
    """Whether the "and" at `place` begins a clause of its own beside the governing one."""
    doc = main.doc
    conjunction = doc[place]
    if conjunction.lower_ not in {"and", "but", "nor"}:
        return False
    if place + 1 < len(doc) and doc[place - 1].tag_ == doc[place + 1].tag_ == "RB":
        return False  # "credibly and irrevocably ends its support"
    verb = next(
        (t for t in doc[place + 1 : conjunction.sent.end] if t.pos_ in {"VERB", "AUX"}
         and t.dep_ not in {"aux", "auxpass", "relcl", "acl", "amod"}),
        None,
    )  # fmt: skip
    if verb is None or verb.dep_ != "conj":
        return False
    if verb.head == main and verb == doc[place + 1] and main.tag_ == "VB" != verb.tag_:
        return False  # "will open it when the town pays, and lifts the fee": no "will lifts"
    return verb.head.i < start and not _is_second_condition(verb, conjunction, main, start)


def _is_second_condition(verb: Token, conjunction: Token, main: Token, start: int) -> bool:
    """As in "will talk only if the council is set up and the raids in the north come to an end".

    What will be done is told with "will", and what it waits for without.
    """
    doc = main.doc
    first = next((t for t in doc[start : conjunction.i] if t.tag_ in {"VBZ", "VBP"}), None)
    doer = next((c for c in verb.children if c.dep_ in syntax.SUBJECTS), None)
    if first is None or doer is None or conjunction.lower_ != "and":
        return False
    helpers = {c.lower_ for c in syntax.children(verb, "aux")}
    present = verb.tag_ in {"VBZ", "VBP", "VB", "VBN"} and not helpers
    near = doer.left_edge.i == conjunction.i + 1 and doc[conjunction.i - 1].text != ","
    waits = syntax.modal(main) in {"will", "can", "shall", "may"} and not is_plain(verb)
    return present and near and waits


def clause_head(doc: Doc, start: int, end: int) -> Token:
    """The head of the condition: the token of the range that hangs outside of it."""
    inside = range(start, end)
    heads = [t for t in doc[start:end] if t.head.i not in inside or t.head == t]
    for token in heads:
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return heads[0] if heads else doc[start]
