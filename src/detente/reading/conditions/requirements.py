"""Conditions that a construction makes, not one marker.

"Y requires X"; "X must precede Y"; "ties Y to X"; "the only way to Y is X".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_open
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.saying import is_plain
from detente.reading.wording import words

_TYING = frozenset({"tie", "link", "peg", "couple", "attach", "condition", "predicate", "premise"})

_REQUIRING = frozenset({"require", "presuppose", "necessitate", "entail", "need"})

DEEDS = words(
    "talk deal agreement settlement treaty peace truce ceasefire resumption progress solution "
    "resolution return accord negotiation dialogue normalisation normalization membership "
    "lifting reopening release withdrawal participation signature cooperation compromise "
    "meeting summit breakthrough easing removal restoration recognition aid loan support "
    "payment this that it any link contract visit exchange discussion step anything everything "
    "more vote referendum election survey permit licence license ceremony handover signing trial "
    "conversation consultation"
)


def phrase_of(noun: Token) -> tuple[int, int]:
    """The range of tokens of a noun phrase, with what depends on it."""
    inside = [token.i for token in noun.subtree]
    return syntax.trimmed(noun, min(inside), max(inside) + 1)


def _required(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Any deal will require the consent of Norland"."""
    for verb in sentence.of_lemmas(_REQUIRING):
        if verb.pos_ != "VERB" or syntax.is_passive(verb):
            continue
        subject, needed = syntax.first(verb, "nsubj", "csubj"), syntax.first(verb, "dobj", "ccomp")
        told = verb.dep_ == "conj" and is_plain(verb.head)  # "X, reads its letter, presupposes"
        if subject is None and (verb == sentence.root or told):  # ", Norland said, presupposes"
            subject = next((t for t in sentence if is_deed(t)), None)
        if subject is None or needed is None or is_negated(verb):
            continue
        if is_deed(subject) and (is_open(telling, verb) or not telling.voice(verb).is_narrator):
            start, end = phrase_of(needed)
            to = syntax.first(verb, "xcomp")  # "would require Norland to accept the border"
            end = to.right_edge.i + 1 if to is not None and end <= to.i else end
            start, end = syntax.trimmed(needed, start, end)
            yield Found("require", "only", verb.i, start, end, subject, fronted=False)


def _precedes(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Payment must precede the reopening", "the vote has to come before any talks"."""
    for verb in sentence:
        order = _order(verb) if verb.pos_ == "VERB" and verb.tag_ != "VBD" else None
        if order is None or any(True for _ in syntax.children(verb, "neg")):
            continue
        first, then = order
        if verb.lemma_ == "follow" and telling.who(then):
            continue  # "would follow Sudmark": somebody, and no deed
        said = verb.lemma_ == "come" and verb.tag_ in syntax.PRESENT  # "payment comes before goods"
        duty = syntax.modal(verb) in _DUTIES or verb.tag_ in {"VB", "VBN"} or said
        if duty and (is_deed(then) or is_deed(first)):
            start, end = phrase_of(first)
            start += sentence.doc[start].lower_ == "that"
            if not telling.voice(verb).is_narrator:
                yield Found("precede", "only", verb.i, start, end, verb, fronted=True, about=then)


def _order(verb: Token) -> tuple[Token, Token] | None:
    """What comes first and what then, of "X must precede Y", "Y be preceded by X", "Y follow X"."""
    subject = syntax.first(verb, "nsubj", "nsubjpass")
    if subject is None and verb.dep_ == "xcomp":
        subject = syntax.subject(verb)
    if subject is None or subject.lower_ in {"what", "which"}:
        return None
    if verb.lemma_ == "precede" and syntax.is_passive(verb):
        by = syntax.agent(verb)
        return (by, subject) if by is not None else None
    if verb.lemma_ == "follow":
        after = syntax.first(verb, "dobj")
        preps = (p for p in syntax.children(verb, "prep") if p.lower_ in {"on", "upon"})
        after = after or next((syntax.first(p, "pobj") for p in preps), None)
        return (after, subject) if after is not None else None
    then = _then(verb)
    return (subject, then) if then is not None else None


_DUTIES = frozenset({"must", "should", "would"})


def _then(verb: Token) -> Token | None:
    """What is to come second: "talks" of "precede talks", "come before talks"."""
    if verb.lemma_ == "precede":
        return syntax.first(verb, "dobj")
    if verb.lemma_ not in {"come", "go", "happen", "be"}:
        return None
    for prep in syntax.children(verb, "prep", "advmod"):
        if prep.lower_ == "before":
            return syntax.first(prep, "pobj")
        if prep.lower_ == "ahead":
            of = syntax.first(prep, "prep")
            return syntax.first(of, "pobj") if of is not None else None
    return None


def _tied(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Averland has tied the reopening to a withdrawal"."""
    for verb in sentence.of_lemmas(_TYING):
        if verb.pos_ != "VERB" or is_negated(verb):
            continue
        after = (p for p in syntax.children(verb, "prep", "dative") if p.i > verb.i)
        to = next((p for p in after if p.lower_ in _ONTO), None)  # not "On Monday it tied aid to"
        condition = syntax.first(to, "pobj", "pcomp") if to is not None else None
        tied = next(syntax.children(verb, "dobj", "nsubjpass"), None)
        if condition is None and tied is not None:  # "conditioned the easing of curbs on X"
            to = next((p for p in tied.subtree if p.lower_ in _ONTO and p.dep_ == "prep"), None)
            condition = syntax.first(to, "pobj", "pcomp") if to is not None else None
        if condition is None:
            condition = _after_to(verb, sentence)
        if condition is not None and tied is not None and _is_to_be_tied(verb, tied, condition):
            start, end = phrase_of(condition)
            start += sentence.doc[start].lower_ == "to"  # "tied it to progress by both"
            end = _with_gerund(verb, condition, end)
            yield Found(f"{verb.lemma_} to", "only", verb.i, start, end, verb, fronted=False)


def _after_to(verb: Token, sentence: Span) -> Token | None:
    """Of "linked progress here to progress there", where the parser lost the "to"."""
    for token in verb.doc[verb.i + 2 : sentence.end - 1]:
        if token.text in {",", ";", "("} or token.tag_ in {"VBD", "VBZ", "MD"}:
            return None
        after = token.nbor()
        if token.lower_ == "to" and (after.tag_ in _NOMINAL or after.lower_ in DEEDS):
            rest = verb.doc[token.i + 1 : sentence.end]
            return next((t for t in rest if t.pos_ in syntax.NOMINAL or t == after), None)
    return None


_NOMINAL = frozenset({"NN", "NNS", "NNP", "DT", "PRP$", "JJ"})


def _awaited(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "A second vote will have to wait for the first one's debts"."""
    for verb in sentence.of_lemmas({"wait", "await"}):
        if verb.pos_ != "VERB" or verb.tag_ == "VBD":
            continue
        prep = next((p for p in syntax.children(verb, "prep") if p.lower_ in {"for", "on"}), None)
        noun = syntax.first(prep if prep is not None else verb, "pobj", "dobj")
        subject = syntax.subject(verb)
        bound = verb.head.lemma_ == "have" or syntax.modal(verb) in {"must", "will", "can"}
        if noun is not None and subject is not None and bound and is_deed(subject):
            yield Found("wait for", "only", verb.i, *phrase_of(noun), verb, fronted=False)


def _is_to_be_tied(verb: Token, tied: Token, condition: Token) -> bool:
    """Whether deeds, and no ropes, are tied."""
    if tied.pos_ == "PRON" and syntax.is_passive(verb):
        return False  # "It was attached to the dispute"
    if verb.lemma_ == "attach" and tied.lemma_.lower() in _WEIGHTS:
        return False  # "attached great importance to good relations"
    if tied.lemma_.lower() in _STAKED:
        return False  # "have tied their prestige to positions"
    if verb.lemma_ == "link" and tied.lemma_.lower() in _PERSONS:
        return False  # "linking agents to the killing"
    if verb.lemma_ in {"condition", "peg"} or is_deed(tied) or is_deed(condition):
        return True
    return bool(tied.lemma_.lower() in _YIELDS)


_STAKED = words("prestige fortune reputation name fate hope future career credibility honour hand")
_PERSONS = words(
    "agent suspect man officer operative official militant diplomat network gang group"
)
_WEIGHTS = words(
    "importance value weight priority significance blame meaning urgency "
    "condition string rider term price label"
)
_YIELDS = words(
    "consent vote support backing yes veto approval money fund funding cash rise access licence "
    "license permit visa flight gas power water ship truck pay wage job market share seat bid case"
)


def _with_gerund(verb: Token, noun: Token, end: int) -> int:
    """Of "tied aid to Norland tightening its rules", where the gerund hangs on the verb."""
    for child in syntax.children(verb, "advcl", "ccomp", "xcomp"):
        if child.tag_ == "VBG" and child.i == noun.i + 1:
            return child.right_edge.i + 1
    return end


_ONTO = frozenset({"to", "on", "upon", "with"})

_DEED_ENDINGS = ("tion", "ing", "ment", "out", "ance", "ence", "al", "ure", "ship", "ity", "sion")


_PLAIN_THINGS = words(  # with the endings of deeds
    "capital canal terminal hospital metal coal arsenal journal general official principal rival "
    "criminal mineral animal federal festival signal station nation region union mission million "
    "king morning evening building thing ring spring government parliament department document "
    "apartment regiment fence science audience conference province future picture structure "
    "city university facility community authority electricity majority minority security ship "
    "warship road route scout drought"
)


def is_deed(noun: Token) -> bool:
    """Whether a noun is for what somebody does: a release, a vote."""
    lemma = noun.lemma_.lower()
    return lemma in DEEDS or (lemma.endswith(_DEED_ENDINGS) and lemma not in _PLAIN_THINGS)


def _only_way(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The only way to bring the trains back is to lift the tariff", and the other way."""
    doc = sentence.doc
    for token in sentence.of_lemmas(_WAYS):
        limited = any(c.lower_ in {"only", "sole", "one"} and c.i < token.i for c in token.children)
        verb = token.head
        if not limited or verb.lemma_ not in {"be", "remain"}:
            continue
        about = next((c for c in token.children if c.dep_ in {"relcl", "acl"}), None)
        about = about or next((c for c in syntax.children(token, "prep")), None)
        if about is not None and about.lemma_ == "have":
            continue  # "violence is the only thing it has to reduce"
        if about is None or telling.voice(verb).is_narrator or is_negated(verb):
            continue
        if token.dep_ in syntax.SUBJECTS:
            what = next((c for c in verb.children if c.i > verb.i and c.dep_ in _BEING), None)
        else:
            what = next(syntax.children(verb, *syntax.SUBJECTS), None)
        if what is None or what.lower_ in {"this", "it", "that"}:
            continue
        start, end = phrase_of(what)
        start += doc[start].lower_ == "that"
        yield Found("the only way", "only", token.i, start, end, verb, fronted=True, about=about)


_WAYS = words("way thing path route step means option chance hope solution basis road")

_BEING = frozenset({"attr", "ccomp", "xcomp", "acomp", "advcl"})


def aside(telling: Telling, start: int, end: int) -> int:
    """Where ", X says" begins within a stretch."""
    cue = telling.voice(telling.doc[start]).cue
    if cue is None or not start < cue < end:
        return end
    before = (t.i for t in reversed(telling.doc[start:cue]) if t.text == ",")
    return next(before, end)


def _included(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Any deal must include the release of all prisoners, Norland's negotiator said"."""
    for verb in sentence.of_lemmas(_INCLUDING):
        if verb.pos_ != "VERB" or is_negated(verb):
            continue
        subject, needed = syntax.subject(verb), syntax.first(verb, "dobj")
        duty = is_due(verb)
        if subject is None or needed is None or not duty or telling.voice(verb).is_narrator:
            continue
        if subject.lemma_.lower() in _SETTLEMENTS:
            start, end = phrase_of(needed)
            end = _with_more(verb, end)
            yield Found(
                "must include", "only", verb.i, start, min(end, aside(telling, start, end)), verb,
                fronted=False, about=subject,
            )  # fmt: skip


def _with_more(verb: Token, end: int) -> int:
    """The end of "a ratio of one nurse to five patients", where the parser breaks it off."""
    more = (prep for prep in syntax.children(verb, "prep") if prep.i == end)
    return next((prep.right_edge.i + 1 for prep in more), end)


_INCLUDING = words("include contain involve guarantee provide ensure respect address cover have")
_SETTLEMENTS = words(
    "deal agreement settlement treaty accord truce ceasefire peace solution compromise contract "
    "resolution pact arrangement normalisation normalization"
)


find = by_sentence(_included, _required, _precedes, _awaited, _tied, _only_way)
