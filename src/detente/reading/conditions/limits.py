"""Conditions told as what a thing must have, or must not: "no deal that does not name the isles".

"Will enter no cabinet in which"; "will boycott any ballot with his name on it"; "insists on
guarantees without which".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.aspects import is_perfect
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_open, is_withheld
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.governed import mains
from detente.reading.conditions.requirements import phrase_of
from detente.reading.conditions.signs import HARMS
from detente.reading.extents import back_end
from detente.reading.moods import is_promise
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.saying import DOCUMENTS
from detente.reading.wording import words


def _unless_within(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will sign no deal that does not name the isles", "no cabinet in which it ..."."""
    for noun in sentence:
        if noun.pos_ not in {"NOUN", "PRON"} or noun.dep_ not in {"dobj", "pobj", "nsubjpass"}:
            continue
        limit = syntax.first(noun, "relcl")
        verb = _verb_over(noun)
        if limit is None or verb is None or verb.i > limit.i or not _is_none(noun, verb):
            continue
        if (
            _is_of_anybody(noun)
            or _is_past(limit, verb)
            or verb.lemma_ == "want"
            or not is_open(telling, verb)
        ):
            continue
        if not (_is_lacking(limit) or (_is_in_which(limit) and noun.lemma_ not in _PAPERS)):
            continue
        if noun.lemma_ in _CONTENTS and limit.left_edge.dep_ not in syntax.SUBJECTS:
            continue  # "would give no undertaking that more would not follow"
        if limit.lemma_ == "exist" or limit.left_edge.nbor(-1).text == ",":
            continue  # "nothing about a case that did not exist"; "a tie, on which they differ"
        start, end = phrase_of(limit)
        opening = limit.doc[start]
        start += opening.lower_ in {"that", "which"}
        start += opening.tag_ == "IN" and opening.lower_ != "that"
        start += limit.doc[start].lower_ in {"which", "whom"} and start < end - 1
        yield Found("no ... that", "not while", noun.i, start, end, verb, fronted=False)


_CONTENTS = words(
    "undertaking assurance guarantee promise pledge commitment sign evidence proof doubt hint "
    "claim indication statement suggestion idea reason fear hope chance belief argument word"
)


def _is_of_anybody(noun: Token) -> bool:
    """As in "You cannot ask people to pay for a lift that does not move": what nobody can."""
    before = noun.doc[noun.sent.start : noun.i]
    return any(t.lower_ == "you" and t.dep_ == "nsubj" and t.head in noun.ancestors for t in before)


def _is_past(limit: Token, verb: Token) -> bool:
    """As in "a draft that was never approved"; not in "would sign none that did not name it".

    Nor in "had orders not to sign any that did not".
    """
    told = (limit, *syntax.children(limit, "aux", "auxpass"))
    to_come = syntax.modal(verb) in {"would", "could"} or verb.tag_ == "VB"
    return not to_come and any(token.tag_ == "VBD" for token in told)


def _is_lacking(limit: Token) -> bool:
    """As in "that does not name it", "from which it is missing"."""
    return is_negated(limit) or any(
        token.lower_ == "without" or (token.lower_ in _LACKED and token.dep_ in _SAID_SO)
        for token in (limit, *limit.children)
    )


_LACKED = words("missing lacking absent excluded omitted barred left")
_SAID_SO = frozenset({"acomp", "attr", "relcl", "oprd"})


def _shunned(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will boycott any ballot with his name on it", "would veto any text that names it"."""
    for verb in sentence.of_lemmas(_SHUNNING):
        noun = syntax.first(verb, "dobj")
        if noun is None or not any(c.lower_ == "any" for c in noun.lefts):
            continue
        if not is_promise(verb) and verb.head.lemma_ not in _VOWING:
            continue
        limits = (*syntax.children(noun, "relcl", "prep"), *syntax.children(verb, "prep"))
        limit = next((c for c in limits if c.i > noun.i and _tells_how(c)), None)
        if limit is not None and not is_negated(verb):
            start = limit.left_edge.i + (limit.left_edge.lower_ in {"that", "which", "with"})
            start, end = syntax.trimmed(limit, start, limit.right_edge.i + 1)
            yield Found("any ... that", "if", noun.i, start, end, verb, fronted=False, harm=True)


_SHUNNING = words("boycott veto shun block obstruct sabotage")
_VOWING = words("vow threaten promise pledge swear")


def _tells_how(limit: Token) -> bool:
    """As in "that names it", "with his name on it"."""
    return limit.dep_ == "relcl" or limit.lower_ in {"with", "without"}


_PAPERS = DOCUMENTS | words("paper map chart plan book page form flag document report list")


def _is_in_which(limit: Token) -> bool:
    """As in "will enter no cabinet in which that seat goes to the Greens"."""
    opening = limit.left_edge
    which = opening.nbor().lower_ in {"which", "whom"}
    return which and opening.lower_ in {"in", "under", "by", "with", "on"}


def _verb_over(noun: Token) -> Token | None:
    """The verb whose object a noun is, in itself or by a preposition."""
    step = noun.head if noun.dep_ != "pobj" else noun.head.head
    return step if step.pos_ in {"VERB", "AUX"} else None


def _is_none(noun: Token, verb: Token) -> bool:
    """Of "no deal", "nothing", "not ... any deal", "refuses any deal": none is had."""
    own = {noun.lower_, *(c.lower_ for c in noun.children if c.i < noun.i)}
    if own & {"no", "nothing", "none"}:
        return True
    one = own & {"a", "an"} and (syntax.modal(verb) or not is_negated(verb))  # no "do not owe a"
    return bool(own & {"any", "anything"} or one) and is_withheld(verb)


def _without_which(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "insists on guarantees without which it will not ratify"."""
    for token in sentence.spelt({"without"}):
        after = token.doc[token.i + 1] if token.i + 1 < sentence.end else token
        if after.lower_ not in {"which", "whom"}:
            continue
        clause = syntax.clause_of(token)
        thing = clause.head if clause.dep_ == "relcl" else None
        if thing is not None and thing.i < token.i and is_withheld(clause):
            start = thing.left_edge.i
            start, end = syntax.trimmed(thing, start, token.i)
            yield Found("without which", "only", token.i, start, end, clause, fronted=True)


def _only_such(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will only sign agreements that give value", "would accept only a text that"."""
    for only in sentence.spelt({"only"}):
        noun = syntax.first(only.head, "dobj") if only.head.pos_ == "VERB" else only.head
        noun = syntax.first(noun, "pobj") if noun is not None and noun.dep_ == "prep" else noun
        placed = noun is not None and noun.dep_ in {"dobj", "pobj"}
        limit = syntax.first(noun, "relcl") if noun is not None and placed else None
        if noun is None or limit is None or not only.i < noun.i < limit.i:
            continue
        verb = _verb_over(noun)
        known = any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in noun.lefts)
        opening = limit.left_edge
        which = opening.lower_ in {"that", "which"} or _is_in_which(limit)
        apart = known or opening.nbor(-1).text == "," or not which
        if verb is not None and is_promise(verb) and not apart and not is_negated(verb):
            start, end = syntax.trimmed(noun, noun.left_edge.i, noun.right_edge.i + 1)
            yield Found("only ... that", "only", only.i, start, end, verb, fronted=False)


def _where(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will sit at no table where they run", "no fine is due where a boat reports"."""
    for token in sentence.spelt({"where"}):
        clause = token.head
        subject = syntax.first(clause, "nsubj", "nsubjpass") if token.dep_ == "advmod" else None
        apart = token.i > sentence.start and token.nbor(-1).text == ","
        past = clause.tag_ == "VBD" or is_perfect(clause)
        if subject is None or past or subject.pos_ == "PRON" or not apart:
            continue
        found = mains(telling, token, token.i, token.i + 1, fronted=False)
        main = next((m for m in found if is_withheld(m) and is_open(telling, m)), None)
        if main is None or main.lemma_ == "be":
            continue
        what = telling.subject(main)
        spared = what is not None and what.lemma_.lower() in HARMS
        start, end = syntax.trimmed(
            clause, token.i + 1, back_end(telling, token.i + 1, main, token.i)
        )
        family = "given" if spared else "not while"
        if end > start and (telling.holder(main) or not telling.voice(main).is_narrator):
            yield Found("where", family, token.i, start, end, main, fronted=False)


def _where_so(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will dock pay where registers show no class", "would fish only where both agree"."""
    for token in sentence.spelt({"where"}):
        clause, before = token.head, token.nbor(-1) if token.i > sentence.start else token
        subject = syntax.first(clause, "nsubj", "nsubjpass") if token.dep_ == "advmod" else None
        if subject is None or subject.pos_ == "PRON" or before.pos_ in {"PROPN", "PUNCT", "ADP"}:
            continue
        main = next(mains(telling, token, token.i, token.i + 1, fronted=False), None)
        alone = before.lower_ == "only"
        if main is None or not is_promise(main) or (is_withheld(main) and not alone):
            continue
        misread = before.tag_ == "VB"  # "will dock pay where registers show no class"
        placed = main.lemma_ in _PLACING or (clause.dep_ != "advcl" and not misread)
        if (placed and not alone) or main.i > token.i:
            continue
        if telling.holder(main) or not telling.voice(main).is_narrator:
            at = token.i + 1
            start, end = syntax.trimmed(clause, at, back_end(telling, at, main, token.i))
            yield Found("where", "only", token.i, start, end, main, fronted=False)


_PLACING = words(
    "stay remain be live go move build park camp stand put place keep start begin continue meet "
    "hold sit lie return bring take send stop end leave find show tell see open land moor"
)
_KNOWN = words("the this those these")


find = by_sentence(_unless_within, _shunned, _without_which, _only_such, _where, _where_so)
