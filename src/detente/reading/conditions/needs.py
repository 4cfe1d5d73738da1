"""Conditions told as what a thing needs, or as what would be enough for it.

"A change is needed before Y"; "X is essential for Y"; "X would be enough for Norland to Y";
"X would pave the way for Y"; "sees X as vital for Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.awaiting import AWAITED
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import DEEDS, phrase_of
from detente.reading.conditions.signs import PRESSURE
from detente.reading.extents import back_end, is_aside
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_NEEDED = words(
    "needed necessary required essential indispensable vital crucial imperative fundamental key "
    "critical central paramount"
)
_CALLED = words("condition precondition prerequisite requirement price")
_ENOUGH = words("enough sufficient")
_COPULAS = words("be remain become seem")
_SEEING = words("see view regard consider deem describe call treat think find declare name")
_OPENING = frozenset({"pave", "open", "clear", "smooth", "unlock", "unblock", "prepare", "ease"})
_WAYS = words("way path road door ground route gate")
_VAGUE = words("it this that there which what he she they we i you who more time nothing anything")


def _needed(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "A change in the law is needed before the border opens", "is essential for peace"."""
    for token in sentence.spelt(_NEEDED):
        verb = token if syntax.is_passive(token) and token.tag_ == "VBN" else token.head
        stated = verb is token or (
            token.dep_ in {"acomp", "attr", "oprd"} and verb.lemma_ in _COPULAS
        )
        thing = syntax.first(verb, *syntax.SUBJECTS) if stated else None
        if thing is None or thing.lower_ in _VAGUE or is_negated(verb):
            continue
        about = _purpose(verb, token) or (_purpose(token, token) if verb is not token else None)
        if about is None or _is_own_good(about) or telling.voice(verb).is_narrator:
            continue  # "is essential for its economy"
        yield _found("needed", thing, verb, about)


def _is_own_good(noun: Token) -> bool:
    """As "its economic development": what one lives by, and no deed of anybody's."""
    owned = noun.pos_ == "NOUN" and syntax.first(noun, "poss") is not None
    return noun.lemma_.lower() in _GOODS or (owned and noun.lemma_.lower() not in DEEDS)


_GOODS = words(
    "development economy growth survival security livelihood industry future life welfare safety "
    "sovereignty independence existence prosperity health defence defense agriculture region"
)


def _seen_as(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "sees a change in the law as essential for opening the border"."""
    for token in sentence.spelt(_NEEDED | _CALLED):
        at = token.head
        verb = at.head if at.lower_ == "as" else at
        thing = syntax.first(verb, "dobj") if verb.lemma_ in _SEEING else None
        if thing is None or thing.lower_ in _VAGUE or is_negated(verb):
            continue
        of = next((p for p in syntax.children(token, "prep") if p.lower_ == "of"), None)
        whole = syntax.first(of, "pobj") if of is not None and token.lower_ in _CALLED else None
        about = _purpose(token, token) or _purpose(verb, token) or whole
        if about is not None and thing.i < token.i and telling.holder(verb):
            start, end = phrase_of(thing)
            end = min(end, at.i) if at.i > start else end
            yield Found("as needed", "only", verb.i, start, end, verb, fronted=True, about=about)


def _purpose(head: Token, after: Token) -> Token | None:
    """What it is needed for: "for talks", "before the border opens", "for Norland to sign"."""
    for child in head.children:
        if child.i <= after.i:
            continue
        if child.lower_ in {"for", "to", "before"} and child.dep_ == "prep":
            noun = syntax.first(child, "pobj", "pcomp")
            named = noun is not None and noun.tag_[:2] in {"NN", "VB", "DT"}
            if noun is not None and named and noun.lower_ not in _NOBODY:
                return noun
        clause = child.dep_ in {"advcl", "xcomp", "ccomp"}
        told = clause and any(c.lower_ in {"before", "for", "if"} for c in child.lefts)
        if told or (clause and syntax.first(child, "nsubj", "nsubjpass") is not None):
            return child
    return None


_NOBODY = words("us them him her me you everyone everybody all years months weeks decades now long")


def _enough(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "An apology would be enough for Norland to return", "would pave the way for talks"."""
    for verb in sentence if sentence.spelt(_AHEAD) else ():
        if not verb.children:
            continue
        if syntax.modal(verb) not in {"would", "will", "could", "can"} or is_negated(verb):
            continue
        thing = syntax.first(verb, *syntax.SUBJECTS)
        if thing is None or thing.lower_ in _VAGUE or telling.who(thing):
            continue
        about = _let(verb) or _doing_alone(verb, thing)
        if about is not None and not telling.voice(verb).is_narrator:
            yield _found("enough", thing, verb, about)


_AHEAD = frozenset({"would", "will", "could", "can", "'d", "'ll", "’d", "’ll", "wo", "ca"})


def _let(verb: Token) -> Token | None:
    """What a deed would let come: "talks" of "pave the way for talks", "be enough for talks"."""
    if verb.lemma_ in {"suffice", "do"} and not syntax.is_passive(verb):
        return _purpose(verb, verb)
    if verb.lemma_ == "be":
        state = next(
            (c for c in syntax.children(verb, "acomp", "attr") if c.lower_ in _ENOUGH), None
        )
        return (_purpose(state, state) or _purpose(verb, state)) if state is not None else None
    given = syntax.first(verb, "dobj")
    own = given is not None and given.lemma_ in PRESSURE
    if own and verb.lemma_ in _RELIEVING and _is_deed_of_other(syntax.subject(verb)):
        return given  # "an apology would end the strike"
    if verb.lemma_ in _OPENING and given is not None and given.lemma_ in _WAYS:
        about = _purpose(verb, given) or _purpose(given, given)
        given_that = about is not None and any(c.lower_ == "if" for c in about.lefts)
        return None if given_that else about  # "police will clear the road if"
    return None


def _doing_alone(verb: Token, thing: Token) -> Token | None:
    """The "do" of "An apology would do", "a signed letter would suffice"."""
    bare = verb.lemma_ in {"do", "suffice"} and not syntax.is_passive(verb)
    bare = bare and syntax.first(verb, "dobj", "xcomp", "advmod") is None
    return verb if bare and _is_deed_of_other(thing) else None


def _is_deed_of_other(thing: Token | None) -> bool:
    return thing is not None and thing.lemma_.lower() in AWAITED | _CONCESSIONS


_RELIEVING = words("end lift stop halt settle suspend call resolve break defuse unblock avert")
_CONCESSIONS = words(
    "apology guarantee offer pledge concession cheque check assurance publication restoration "
    "rehiring reinstatement rise raise repair undertaking admission cancellation suspension "
    "signing letter"
)


def _precedes(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Norland insists that a payment precede any talks"."""
    for verb in sentence:
        if verb.lemma_ != "precede" or verb.pos_ != "VERB" or telling.voice(verb).is_narrator:
            continue
        thing, after = syntax.first(verb, "nsubj"), syntax.first(verb, "dobj")
        due = is_due(verb) or verb.tag_ == "VB"
        if thing is not None and after is not None and due and not is_negated(verb):
            yield _found("precede", thing, verb, after)


def _content(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Norland would settle for an apology", "would be content with a letter"."""
    for token in sentence.spelt(_CONTENT_WITH):
        state = token.head
        verb = state.head if state.dep_ in {"acomp", "oprd"} else state
        thing = syntax.first(token, "pobj", "pcomp")
        fits = (
            _CONTENT.get(state.lemma_) == token.lower_ or _CONTENT.get(state.lower_) == token.lower_
        )
        if thing is None or not fits or thing.pos_ == "PRON" or is_negated(verb):
            continue
        if syntax.modal(verb) in {"would", "could", "will", "might"} and telling.holder(verb):
            start, end = phrase_of(thing)
            yield Found("content with", "given", token.i, start, end, verb, fronted=False)


_CONTENT = {"settle": "for", "content": "with", "satisfied": "with"}
_CONTENT_WITH = frozenset(_CONTENT.values())


def _all_asked(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "all it takes is a signature", "a seat is all that Norland asks in exchange"."""
    doc = sentence.doc
    for token in sentence.spelt({"all", "thing", "what"}):
        near = doc[token.i + 1 : min(token.i + _NEAR, sentence.end)]
        asked = next((t for t in near if t.lemma_ in _ASKING), None)
        if asked is None or not _is_all(token, asked):
            continue
        asker = syntax.first(asked, "nsubj")
        told = asker is not None and bool(telling.who(asker))
        rest = doc[asked.i + 1 : min(asked.i + _NEAR, sentence.end)]
        being = next((t for t in rest if t.lemma_ == "be"), None)
        before = token.nbor(-1) if token.i > sentence.start else token
        if before.lemma_ == "be" and token.lower_ == "all":
            thing = syntax.first(before, *syntax.SUBJECTS)
            thing = thing if thing is not None and thing.pos_ != "PRON" else None
            start, end = phrase_of(thing) if thing is not None else (0, 0)
            being = before
        elif being is not None and being.tag_ in {"VBZ", "VBD", "VB", "VBP"}:
            start, end = syntax.trimmed(
                being, being.i + 1, back_end(telling, being.i + 1, being, being.i)
            )
            start += doc[start].lower_ == "that"
        else:
            continue
        vague = end > start and doc[end - 1].lemma_.lower() in _GOODS | _IDEALS
        vague = vague or (not told and doc[start].lower_ == "to")  # "what is needed is to advance"
        if (
            being is not None
            and end > start
            and not vague
            and (told or not telling.voice(being).is_narrator)
        ):
            yield Found(
                "all it takes", "only", token.i, start, end, being, fronted=True,
                owner=asker if told else None,
            )  # fmt: skip


_IDEALS = words("peace justice respect fairness quiet dialogue truth dignity calm love")
_NEAR = 6  # words from "all" to "asks", from "asks" to "is"
_ASKING = words("ask want need take require seek demand request expect miss lack")


def _is_all(token: Token, asked: Token) -> bool:
    """Of "all it takes", "the one thing they ask", "what it would take": nothing besides."""
    if token.lower_ == "all":
        return asked.i > token.i + 1
    if token.lower_ == "thing":
        return any(c.lower_ in {"one", "only", "single"} for c in token.lefts)
    return asked.lemma_ in {"take", "need", "require"} and token.nbor().lower_ in {"it", "is"}


def _found(marker: str, thing: Token, verb: Token, about: Token) -> Found:
    start, end = phrase_of(thing)
    return Found(marker, "only", verb.i, start, min(end, verb.i), verb, fronted=True, about=about)


def _for_that(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "For that, we would need a request from both", "but for this it needs clarity"."""
    for verb in sentence.of_lemmas({"need", "require"}):
        for_ = next((p for p in syntax.children(verb, "prep") if p.lower_ == "for"), None)
        thing = syntax.first(for_, "pobj") if for_ is not None and for_.i < verb.i else None
        needed = syntax.first(verb, "dobj")
        if thing is None or needed is None or thing.lower_ not in {"that", "this"}:
            continue
        now = verb.tag_ in syntax.PRESENT or syntax.modal(verb) in {"will", "would"}
        if now and not is_negated(verb) and not telling.voice(verb).is_narrator:
            start, end = syntax.trimmed(needed, needed.left_edge.i, needed.right_edge.i + 1)
            commas = (t.i for t in sentence.doc[start:end] if t.text == ",")
            end = next((at for at in commas if is_aside(sentence.doc, at + 1)), end)
            yield Found(
                "for that ... need", "only", verb.i, start, end, verb, fronted=False, about=thing
            )


find = by_sentence(_for_that, _needed, _seen_as, _enough, _precedes, _content, _all_asked)
