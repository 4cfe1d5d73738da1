"""The clause that depends on a condition: above its marker in the parse, else next to it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_open
from detente.reading.conditions.granted import duty_of, granted
from detente.reading.conditions.inversions import verb_turned
from detente.reading.conditions.misparsed import promise_within, verb_after
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Token
from detente.reading.saying import is_plain, is_saying
from detente.reading.wording import DASHES, words

_OPENERS = frozenset({'"', "“", "”", "'", "and", "but", "however", ",", "only", "so", "now", "(",
                      *DASHES, "then", "yet", "indeed", "officially", "moreover"})  # fmt: skip


def is_fronted(doc: Doc, at: int, last: Token) -> bool:
    """Whether the condition stands before the clause that depends on it."""
    sentence = doc[at].sent
    left = at - 1
    while left >= sentence.start and (doc[left].lower_ in _OPENERS or doc[left].is_space):
        left -= 1
    opens = left < sentence.start or doc[left].text in {";", ":"}
    opens = opens or (left == at - 1 > sentence.start and _tells(doc[left]))
    opens = opens or (left > sentence.start and _is_known(doc[left]))
    that = left >= sentence.start and doc[left].lower_ == "that"
    that = that and (doc[left].tag_ == "IN" or doc[left].dep_ == "conj")  # "and that, were it"
    that = that and doc[left].dep_ not in {"dobj", "pobj"}  # "would accept that if it was paid"
    closes = that and left < at - 1 and all(t.text != "," for t in doc[at : sentence.end])
    that = that and not closes  # "might consider that, provided it was paid"
    said = left >= sentence.start and doc[left].lower_ in {"and", "but", ","}
    if (that or said) and not opens:
        opens = that or _finite_before(doc, sentence.start, at) is None
    if not opens and at and doc[at - 1].lower_ in {"and", "but"}:
        governed = _parsed_main(last)  # "they closed it, and when they open it, we will sail"
        opens = governed is not None and governed.i > last.head.i > at
    return opens and any(t.pos_ in {"VERB", "AUX"} for t in doc[at + 2 : sentence.end])


def _is_known(verb: Token) -> bool:
    """As in "as you know, until we are paid we cannot", and not in "it let it be known, if"."""
    return verb.lemma_ == "know" and verb.tag_ != "VBN" and verb.nbor().text == ","


def _tells(verb: Token) -> bool:
    """As in "said if they came it would go"."""
    told = verb.tag_ in {"VBD", "VBZ", "VBP"} and is_plain(verb)
    return told and not syntax.is_passive(verb) and verb.lemma_ not in _UNTOLD


_UNTOLD = words("know ask agree consent accept decide vote")  # "agreed on condition that"


def _finite_before(doc: Doc, start: int, at: int) -> Token | None:
    for place in range(at - 1, start - 1, -1):
        token = doc[place]
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}:
            bare = token.tag_ == "VBG" or (token.tag_ == "VBN" and token.dep_ == "acl")
            bare = bare and not any(True for _ in syntax.children(token, "aux", "auxpass"))
            told = is_plain(token) and not syntax.modal(token)  # no "would agree, provided that"
            if bare or (told and (doc[token.i + 1].text == "," or _closes(token))):
                continue
            return token
    return None


def _closes(said: Token) -> bool:
    """Whether what is said stands before: "It is ready, he said on Tuesday, on condition that"."""
    content = syntax.first(said, "ccomp")
    return content is not None and content.i < said.i


def mains(telling: Telling, last: Token, at: int, start: int, *, fronted: bool) -> Iterator[Token]:
    """The heads of the clauses that may depend on the condition, the likeliest first."""
    main = _main(telling, last, at, start, fronted=fronted)
    if main is None:
        return
    main = (duty_of(main) or main) if fronted else granted(_outer(main), at)
    apart = at > 0 and telling.doc[at - 1].text == ","
    marked = main.dep_ == "advcl" and syntax.first(main, "mark") is not None
    if not fronted and apart and marked and main.head.i < main.i:
        yield main.head  # "once he is heard, on condition that": both of the same deed
        return
    yield main
    if fronted or main.pos_ not in {"VERB", "AUX"} or not _is_clause(doc=telling.doc, start=start):
        return
    above = next((v for v in main.ancestors if _may_govern(v, at)), None)
    if above is not None:
        yield above
    modal = modal_before(telling.doc, at)
    if modal is not None and modal not in {main, above}:
        yield modal


def _outer(main: Token) -> Token:
    """Of "will attend the talks proposed by Sudmark on condition that" attending, no proposing."""
    if main.dep_ != "acl" or main.tag_ != "VBN":
        return main
    above = next((v for v in main.ancestors if v.pos_ in {"VERB", "AUX"}), main)
    return above if syntax.modal(above) or above.tag_ == "VB" else main


def _is_clause(doc: Doc, start: int) -> bool:
    """Whether the condition has a verb of its own, so that it may hang on any verb before it."""
    stop = min(start + _CLAUSE, doc[start].sent.end)
    return any(token.tag_ in syntax.FINITE for token in doc[start:stop])


_CLAUSE = 12  # words to its verb


def _may_govern(verb: Token, at: int) -> bool:
    own = verb.pos_ in {"VERB", "AUX"} and verb.i < at
    told = is_plain(verb) and not syntax.modal(verb)  # "said", and no "would allow"
    return own and not told and syntax.is_finite(verb)


def modal_before(doc: Doc, at: int) -> Token | None:
    """The verb of the last modal before a place: what the parser may have lost."""
    for token in reversed(doc[doc[at].sent.start : at]):
        if token.text in {";", ":", '"', "“", "”"}:
            return None
        if token.tag_ == "MD":
            return token.head if token.head.i < at else None
    return None


def open_above(telling: Telling, token: Token) -> Token | None:
    """The nearest verb above that says what is still to come."""
    verbs = (v for v in token.ancestors if _may_govern(v, token.i))
    return next((v for v in verbs if is_open(telling, v)), None)


def _main(telling: Telling, last: Token, at: int, start: int, *, fronted: bool) -> Token | None:
    doc = telling.doc
    if doc[at].pos_ == "VERB" and doc[at].dep_ != "prep" and last.head.i == at:
        return doc[at]  # "hinges on" is the clause itself
    if not fronted and (nothing := _no_thing(doc, at)) is not None:
        return nothing
    governed = _parsed_main(last)
    if governed is not None and governed.is_punct:
        governed = None  # "might consider that, provided it was paid"
    if governed is not None and _is_parenthesis(governed, fronted=fronted):
        governed = governed.head
    if governed is not None and governed.pos_ in _NOMINAL and syntax.modal(governed) is None:
        governed = syntax.governing(governed)  # no "will not so much as open it"
        governed = _past_source(governed) if governed is not None else None
    if governed is not None and _is_where(governed):
        governed = governed.head
    clausal = not fronted and last.dep_ in {"mark", "advmod"}
    if governed is not None and clausal and _is_description(governed):
        governed = syntax.governing(governed.head) or governed
    if (
        governed is not None
        and (governed.i > start) == fronted
        and governed.i not in range(at, start)
    ):
        below = _below_saying(governed, at, fronted=fronted)
        lost = fronted and below is governed and is_plain(below)
        return (promise_within(doc, start, below) or below) if lost else below
    if fronted:
        return verb_after(doc, start)
    return _finite_before(doc, last.sent.start, at) or _nominal(doc, at)


def _no_thing(doc: Doc, at: int) -> Token | None:
    """As "penny" of "its answer was brief: not a penny before", "no drill until"."""
    noun = doc[at - 1]
    if at <= doc[at].sent.start + 1 or noun.pos_ != "NOUN":
        return None
    begins = noun.i
    while begins > noun.sent.start and doc[begins - 1].pos_ in {
        "DET",
        "ADJ",
        "NOUN",
        "PART",
        "ADV",
    }:
        begins -= 1
    opens = begins == noun.sent.start or doc[begins - 1].text in _COLONS
    return noun if opens and doc[begins].lower_ in {"no", "not"} else None


_COLONS = frozenset({":", ";", '"', "“", "—", "–"})


def _past_source(verb: Token) -> Token:
    """As "opened" of "will be opened, according to Norland, when"."""
    told = verb.lower_ == "according"
    return (syntax.governing(verb.head) or verb) if told else verb


def _is_where(verb: Token) -> bool:
    """As "were" of "would stay where they were until": a place, and nothing that waits."""
    placed = verb.lemma_ == "be" and verb.dep_ in {"ccomp", "advcl"} and verb.head.i < verb.i
    return placed and any(child.lower_ == "where" for child in verb.lefts)


_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM", "PRON", "DET"})


def _is_description(verb: Token) -> bool:
    """As "crosses" of "to bomb the line that crosses the valley if they fly": no promise itself."""
    if verb.dep_ != "relcl" or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
        return False
    above = syntax.governing(verb.head)
    held = above is not None and (above.tag_ == "VB" or syntax.modal(above) is not None)
    return held and not syntax.modal(verb) and not is_negated(verb)


def _is_parenthesis(verb: Token, *, fronted: bool) -> bool:
    """As in "If ..., Norland said, it will ...": the condition is none of the saying."""
    if not is_saying(verb):
        return False
    if fronted:
        aside = verb.dep_ == "advcl" and syntax.first(verb, "mark") is None
        return (aside or verb.dep_ in {"ccomp", "parataxis"}) and verb.head.i > verb.i
    if verb.dep_ == "relcl":  # "There is nothing to sign, its envoy told them, until"
        teller = syntax.first(verb, "nsubj")
        return teller is not None and teller.left_edge.nbor(-1).text == ","
    beside = verb.dep_ == "parataxis" or (verb.dep_ == "conj" and verb.nbor(-1).text == ",")
    return beside and verb.head.i < verb.i and verb.head.pos_ in {"VERB", "AUX"}


def _nominal(doc: Doc, at: int) -> Token | None:
    """The noun of a verbless refusal ("No talks before ...")."""
    for place in range(at - 1, doc[at].sent.start - 1, -1):
        if doc[place].pos_ in syntax.NOMINAL:
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


def _is_answer(verb: Token) -> bool:
    """As "is" of "Norland's answer is that they may return when"."""
    subject = syntax.first(verb, "nsubj") if verb.lemma_ == "be" else None
    return subject is not None and subject.lemma_ in _ANSWERS


_MARKER = 4  # words of a marker: "not as long as"
_ANSWERS = words(
    "answer reply response position message line view stance word rule policy offer argument point "
    "retort verdict suggestion proposal idea"
)


def _below_saying(main: Token, at: int, *, fronted: bool) -> Token:
    """The complement, where the parser hung the condition on the reporting verb."""
    decided = main.lemma_ in {"vote", "decide"} and not fronted  # "It would, they voted, but only"
    if is_saying(main) or decided or _is_answer(main):
        for child in syntax.children(main, "ccomp", "advcl"):
            marked = any(c.dep_ == "mark" and at <= c.i < at + _MARKER for c in child.children)
            if marked or (child == verb_turned(main.doc[at]) and child.i > at):
                continue  # "Should no deal be reached, said Norland, it will go"
            between = main.doc[min(child.i, main.i) : max(child.i, main.i)]
            apart = any(token.text == ";" for token in between)
            ahead = syntax.modal(child) in {"will", "would"}  # "says no; it would if"
            said = ahead or not apart
            if child.dep_ != "ccomp":
                said = not fronted and syntax.is_finite(child)
            if said and child.pos_ in {"VERB", "AUX"} and (child.i > at) == fronted:
                return child
    return main
