"""Conditions told from the other end: what a thing takes, and who asks for it in return.

"The road to Y leads through X"; "only X would satisfy it"; "nothing short of X will do"; "it will
take X"; "wants X in return for Y"; "in return, it wants X".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import phrase_of
from detente.reading.moods import PROMISING
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_SWAPS = frozenset({"return", "exchange"})
WANTING = words("want demand expect ask urge require insist call press need wish seek")


def _road(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The road to peace leads through an amnesty", "the key to a deal is the prison"."""
    for token in sentence.of_lemmas(_ROADS):
        if token.dep_ not in syntax.SUBJECTS:
            continue
        to = next((p for p in syntax.children(token, "prep") if p.lower_ in {"to", "for"}), None)
        about = syntax.first(to, "pobj", "pcomp") if to is not None else None
        verb = token.head
        if about is None or verb.pos_ not in {"VERB", "AUX"} or telling.voice(verb).is_narrator:
            continue
        through = next((p for p in syntax.children(verb, "prep") if p.lower_ in _THROUGH), None)
        thing = syntax.first(through, "pobj") if through is not None else None
        thing = thing or (syntax.first(verb, "attr") if verb.lemma_ == "be" else None)
        if thing is not None and not is_negated(verb):
            yield Found(
                f"{token.lemma_} to", "only", verb.i, *phrase_of(thing), verb, fronted=False,
                about=about,
            )  # fmt: skip


_ROADS = words("road path route way key passage gateway")
_THROUGH = frozenset({"through", "via", "in", "with", "by"})


def _in_return(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "It offers gas; in return, it wants the sanctions lifted"."""
    doc = sentence.doc
    for token in sentence.spelt(_SWAPS):
        swap = doc[token.i - 1].lower_ == "in"
        if not swap or doc[min(token.i + 1, len(doc) - 1)].lower_ in {"for", "to"}:
            continue
        verb = syntax.governing(token)
        if verb is None or verb.lemma_ not in _ASKING or is_negated(verb):
            continue
        wanted = next((c for c in verb.children if c.i > verb.i and c.dep_ in WANTED), None)
        if wanted is not None and wanted.i < sentence.end and wanted != token.head:
            start, end = phrase_of(wanted)
            if token.i in range(start, end) and token.i - 1 > start:
                end = token.i - 1
            if end > start:
                yield Found("in return", "only", token.i, start, end, verb, fronted=False)


_ASKING = words("want ask demand expect seek insist require request")
WANTED = frozenset({"dobj", "ccomp", "xcomp", "prep"})


def _takes(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "It will take an apology for Norland to return"."""
    for verb in sentence.of_lemmas({"take"}):
        if syntax.modal(verb) not in {"will", "would"}:
            continue
        needed, subject = syntax.first(verb, "dobj"), syntax.first(verb, "nsubj")
        main = next((c for c in syntax.children(verb, "advcl", "xcomp") if c.tag_ == "VB"), None)
        if needed is None or subject is None or subject.lower_ != "it" or main is None:
            continue
        told = not telling.voice(verb).is_narrator or bool(telling.who(syntax.first(main, "nsubj")))
        if needed.lemma_ not in _SPELLS and told:
            start, end = phrase_of(needed)
            end = min(end, main.left_edge.i)
            yield Found("take", "only", verb.i, start, end, main, fronted=True)


_SPELLS = words("year month week day decade hour time minute while generation place lot long")


def _only_this(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Only a full withdrawal would satisfy Norland", "nothing short of X will do"."""
    for verb in sentence.of_lemmas(_SATISFYING):
        if verb.pos_ not in {"VERB", "AUX"} or syntax.modal(verb) not in PROMISING:
            continue
        subject = syntax.first(verb, "nsubj", "nsubjpass")
        needed = _exclusive(subject) if subject is not None else None
        if needed is None:
            continue
        if telling.voice(verb).is_narrator and not telling.who(syntax.first(verb, "dobj")):
            continue
        start, end = phrase_of(needed)
        while start < end - 1 and needed.doc[start].lower_ in {"only", "nothing", "just"}:
            start += 1
        yield Found("only", "only", start - 1, start, end, verb, fronted=True)


_SATISFYING = words(
    "satisfy persuade convince bring induce tempt move do suffice appease placate make get lead "
    "change sway mollify content help be"
)


def _exclusive(subject: Token) -> Token | None:
    """What alone will do: of "only X", of "nothing short of X"."""
    if any(c.lower_ == "only" and c.i < subject.i for c in subject.children):
        return subject if subject.i > subject.left_edge.i else None
    if subject.lower_ not in {"nothing", "anything"}:
        return None
    for word in subject.subtree:
        if word.lower_ in {"of", "than", "but", "except"} and word.dep_ == "prep":
            return syntax.first(word, "pobj", "pcomp")
    return None


def _no_less(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will accept nothing less than a full withdrawal", "would not settle for less than"."""
    doc = sentence.doc
    for token in sentence.spelt({"than", "of"}):
        before = [one.lower_ for one in doc[max(token.i - 2, sentence.start) : token.i]]
        if before not in _NO_LESS:
            continue
        verb = syntax.governing(doc[token.i - 2])
        told = verb is not None and (verb.lemma_ in _TAKING or syntax.modal(verb) in PROMISING)
        if verb is None or not told or verb.i > token.i:
            continue
        denied = before[0] == "nothing" or any(map(is_negated, (verb, verb.head)))
        if denied and token.i + 1 < sentence.end:
            start, end = syntax.trimmed(verb, token.i + 1, _phrase_end(token, sentence))
            yield Found("nothing less than", "only", token.i - 2, start, end, verb, fronted=False)


_NO_LESS = [["nothing", "less"], ["nothing", "short"], ["anything", "less"], ["anything", "short"]]
_TAKING = words("accept settle")


def _phrase_end(than: Token, sentence: Span) -> int:
    """Where what is named behind "less than" ends."""
    after = sentence.doc[than.i + 2 : sentence.end]
    stops = (t.i for t in after if t.is_quote or t.text in {",", ";", ".", ":", "–", "—"})
    return next(stops, sentence.end)


def asked(main: Token) -> tuple[int, int] | None:
    """What must be: the clause of duty itself, or what is wanted."""
    if main.lemma_ not in WANTING:
        return syntax.extent(main)
    wanted = [c for c in main.children if c.i > main.i and c.dep_ in {*WANTED, "prep"}]
    return phrase_of(wanted[0]) if wanted else None


def _swapped(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Norland wants Sudmark to withdraw in return for lifting the embargo"."""
    for token in sentence.spelt(_SWAPS):
        swap = token.head.lower_ == "in"
        given = next(
            (p for p in syntax.children(token, "prep") if swap and p.lower_ == "for"), None
        )
        price = syntax.first(given, "pobj", "pcomp") if given is not None else None
        verb = _wanting_over(token)
        if price is None or verb is None or not telling.holder(verb) or is_negated(verb):
            continue
        condition = asked(verb)
        if condition is not None:
            start, end = condition
            start += verb.doc[start].lower_ in {"for", "on", "that"}
            if verb.i < token.i:
                end = min(end, token.i - 1)
            if end > start:
                at = token.i - 1
                yield Found(
                    "in return for", "only", at, start, end, verb, fronted=True, about=price
                )


def _wanting_over(token: Token) -> Token | None:
    step = token
    while step.head != step:
        step = step.head
        if step.lemma_ in WANTING and step.pos_ == "VERB":
            return step
        if syntax.is_finite(step) and step.pos_ in {"VERB", "AUX"}:
            return None
    return None


find = by_sentence(_road, _in_return, _takes, _only_this, _no_less, _swapped)
