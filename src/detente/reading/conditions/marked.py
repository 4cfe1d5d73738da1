"""Conditions that a marker makes: "if", "until", "provided that", and the others of the table.

Each marker says what the governing clause must be like to make it a condition at all ("until 2019",
"asked if" and "before the war" are none).
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.aspects import is_perfect
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY, WITHHOLDING, is_withheld, persists
from detente.reading.conditions.found import Found
from detente.reading.conditions.governed import is_fronted, mains
from detente.reading.conditions.grounds import is_condition
from detente.reading.conditions.markers import OPENINGS, PREDICATES, marker_at
from detente.reading.conditions.unmarked import may_mark
from detente.reading.extents import back_end, front_end
from detente.reading.parsed import Doc, Token
from detente.reading.saying import TOLD, is_plain
from detente.reading.wording import words


def find(telling: Telling) -> Iterator[Found]:
    """All conditions of the text, each with the clause that depends on it."""
    for sentence in telling.scene.sentences:
        taken = -1
        for token in sentence.spelt(OPENINGS):
            at = token.i
            free = at > taken and not _is_name(token)
            marked = marker_at(telling.doc, at, sentence.end) if free else None
            found = _read(telling, *marked, at) if marked is not None else None
            if marked is not None and found is not None:
                taken = at + len(marked[0].split()) - 1
                yield found


def _is_name(token: Token) -> bool:
    """As "IF" of the union IF Metall; not where all is written in capitals."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    capital = token.text.isupper() and len(token.text) > 1
    return capital and after.text[:1].isupper() and not after.text.isupper()


def _read(telling: Telling, marker: str, family: str, at: int) -> Found | None:
    doc = telling.doc
    start = at + len(marker.split())
    last = doc[start - 1]
    if start < len(doc) and doc[start].lower_ == "whether":
        start += 1
    if start >= len(doc) or not may_mark(doc, at, marker):
        return None
    fronted = is_fronted(doc, at, last)
    states: list[Token] = []
    for place, main in enumerate(mains(telling, last, at, start, fronted=fronted)):
        kept = bool(states) and states[-1].tag_ in {"VBN", "JJ"} and states[-1].head == main
        states.append(main)
        if place and (marker in PREDICATES or marker in _TIMES or (family == "until" and not kept)):
            return None  # but "would keep the road closed until"
        if is_plain(main) and marker in _TIMES and doc[start].tag_ == "VBG":
            return None  # "said on Wednesday after seeing the envoy"
        if _is_over(telling, marker, main, doc[start]) or (
            marker == "while" and _is_contrast(telling, main, doc[start], fronted=fronted)
        ):
            return None
        alone = marker in _LONE and _has_only(main, at)
        named, kind = (f"only ... {marker}", "only") if alone else (marker, family)
        if not is_condition(telling, named, kind, main, doc[start], fronted=fronted):
            continue
        end = front_end(telling, start, main) if fronted else back_end(telling, start, main, at)
        end = _before_teller(doc, start, end) if fronted else end
        begins, end = _listed(doc, start, end)
        if any(token.is_alpha for token in doc[begins:end]) and not begins <= main.i < end:
            return Found(named, kind, at, begins, end, main, fronted)
    return None


def _before_teller(doc: Doc, start: int, end: int) -> int:
    """The end of "As long as the dam fills, its president, Ana Berg, said, no one signs"."""
    said = next((t for t in doc[end : min(end + 2, len(doc))] if t.is_alpha), None)
    if said is None or said.tag_ not in {"VBD", "VBZ"} or not is_plain(said):
        return end
    for token in doc[start:end]:
        told = any(t.tag_ in syntax.FINITE or t.pos_ == "AUX" for t in doc[token.i : end])
        if token.text == "," and not told:
            return token.i
    return end


def _is_over(telling: Telling, marker: str, main: Token, following: Token) -> bool:
    """Whether it tells of what is past or always so: "the ink was not dry before they broke it"."""
    if marker == "while":  # "had not risen while profits doubled"
        done = following.tag_ == "VBG" and is_plain(following)  # "stated, while acknowledging that"
        done |= main.lemma_ not in WITHHOLDING and is_perfect(main)
        return done or is_perfect(following.nbor(-1).head)  # "while both have shown an interest"
    bare = syntax.first(main, "xcomp") is None  # no "has agreed to reopen it as long as"
    if marker in _LASTING and is_perfect(main) and bare:
        return is_perfect(following.nbor(-1).head)  # "has run as long as there has been oil"
    if marker == "without":
        return _is_weight(following) or _is_always(main)
    before = marker == "before"
    return before and (_is_contradiction(main) or _came_first(telling, main, following))


def _is_contrast(telling: Telling, main: Token, following: Token, *, fronted: bool) -> bool:
    """As in "While it talks to them still, Norland was not happy", "While it hails the plan".

    So is ", while Sudmark sees the drills as a challenge": what another holds, set beside it.
    """
    if not fronted:
        return _is_set_beside(telling, main, following)
    voice = telling.voice(main)
    done = main.tag_ == "VBD" and (voice.is_narrator or voice.direct)
    own = following.nbor(-1).head
    ready = any(child.lower_ in READY for child in syntax.children(own, "acomp"))
    return (done and main.lemma_ not in WITHHOLDING) or ready or own.lemma_ in _GRANTING


def _is_set_beside(telling: Telling, main: Token, following: Token) -> bool:
    """Whether a clause after a comma tells what another party says or thinks, as of now."""
    at = following.i - 1
    own = following.nbor(-1).head
    apart = at > 0 and main.i < at and following.doc[at - 1].text == ","
    if not apart or own.lemma_ not in _HOLDING or own.tag_ not in syntax.FINITE:
        return False
    whose = telling.holder(own)
    return bool(whose) and not {*whose} & {*telling.holder(main)}


_HOLDING = words(
    "see regard view consider perceive believe think say maintain insist argue contend assert "
    "claim accuse blame deny declare state stress want demand urge call fear describe "
    "deem treat interpret reject point advocate favour favor prefer seek warn counter"
)
_GRANTING = words(
    "welcome hail applaud praise acknowledge admit concede grant recognise recognize appreciate "
    "respect understand sympathise sympathize regret note support back agree"
)


def _came_first(telling: Telling, main: Token, following: Token) -> bool:
    """Whether both are past: "they had not counted a single bird before they blamed us"."""
    if following.tag_ == "VBG":  # "had not counted a single bird before blaming us"
        return _is_done(main)
    verb = following.nbor(-1).head
    past = verb.tag_ == "VBD" and not any(True for _ in syntax.children(verb, "aux", "auxpass"))
    if not past or verb.i < following.i or verb.lemma_ == "be":
        return False
    told = telling.voice(main).direct and main.tag_ == "VBD"
    return told or (main.tag_ == "VBN" and _is_done(main))


def _is_contradiction(main: Token) -> bool:
    """As "dismissed the contention" that talks had been used up before the other went to court."""
    view = syntax.first(main, "dobj")
    return view is not None and view.lemma_ in TOLD and main.lemma_ in _CONTRADICTING


_CONTRADICTING = words("dismiss reject deny refute dispute contest rebut counter challenge")


def _is_weight(following: Token) -> bool:
    """As in "without his votes there would be no budget": how much depends on whoever says it.

    >>> from detente.reading.page import phrase
    >>> [_is_weight(phrase(said)[1]) for said in ("Without its seven seats", "Without its help")]
    [True, False]
    """
    own = following.dep_ == "poss" and following.pos_ == "PRON"
    return own and following.head.lemma_ in _POWERS


def _is_always(main: Token) -> bool:
    """As in "without a budget the council is a nameplate"."""
    so = main.lemma_ == "be" and main.tag_ in syntax.PRESENT
    what = next(syntax.children(main, "attr"), None)  # "it is not a bridge but a balcony"
    told = what is not None and any(c.lower_ == "but" for c in what.children)
    return so and (told or not is_withheld(main)) and not persists(main)


_POWERS = frozenset({"vote", "seat", "deputy", "lawmaker", "legislator", "ballot"})


def _is_done(verb: Token) -> bool:
    return any(child.lower_ in {"had", "did"} for child in syntax.children(verb, "aux"))


def _listed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The condition, of "three matters: that X; that Y" from the colon on."""
    if end <= start:
        return start, start
    opening = doc[start : min(start + _HEADING, end)]
    colon = next((token for token in opening if token.text == ":"), None)
    if colon is not None and any(t.lemma_.lower() in _MATTERS for t in opening):
        return syntax.trimmed(colon, colon.i + 1, doc[start].sent.end)
    stop = doc[start].sent.end
    one = end < stop and doc[end].text in {",", "–", "—"} and doc[end - 1].lemma_ in _MATTERS
    if one and end - start <= _FEW:  # "hangs on one condition, the return of the dam, he said"
        told = (t.i for t in doc[end + 1 : stop] if t.text == "," or t.is_quote)
        return syntax.trimmed(doc[end], end + 1, next(told, stop))
    return syntax.trimmed(doc[start], start, end)


_LASTING = frozenset({"as long as", "so long as", "for as long as", "for so long as"})
_FEW = 3  # tokens of "one single condition"
_HEADING = 7  # tokens of "three things:"
_MATTERS = words(
    "matter thing point condition demand requirement one two three four five six several term "
    "circumstance proviso provision"
)
_TIMES = frozenset({"after", "when", "once"})
_LONE = frozenset({"if", "once", "after", "when", "with", "before", "until", "unless", "should"})
_NEAR = 3  # tokens between "only" and its verb


def _has_only(main: Token, at: int) -> bool:
    return any(
        child.lower_ == "only"
        and child.dep_ == "advmod"
        and abs(child.i - main.i) <= _NEAR
        and child.i < at
        for child in main.children
    )
