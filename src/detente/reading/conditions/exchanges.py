"""Conditions told by a thing or a deed after a preposition: what something is given for.

"Could be discussed, given an end to the tax"; "would drop it, he hinted, against two free days";
"on Sudmark giving up its claim"; "after sentencing, not a day sooner"; "at the first shot".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import chain, is_offered, is_open, is_withheld
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.governed import is_fronted, mains, modal_before
from detente.reading.conditions.requirements import phrase_of
from detente.reading.conditions.signs import HARMS
from detente.reading.extents import back_end, front_end
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import DASHES, words


def _given(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "could be discussed, given an end to the tax"; not so "given the drought"."""
    for token in sentence.spelt({"given"}):
        first = token.nbor() if token.i + 1 < sentence.end else token
        before = token.nbor(-1) if token.i > sentence.start else None
        opens = before is None or before.is_punct or before.lower_ in {"that", "but", "only", "and"}
        noun = _noun_from(first)
        if not opens or noun is None or not _is_to_be_had(first, noun):
            continue
        yield from _found(telling, token, "given", token.i + 1)


def _is_to_be_had(first: Token, noun: Token) -> bool:
    """Whether what is given is not there yet: "a guarantee", "sufficient funds"."""
    unspecified = first.lower_ in _SOME or first.lemma_.lower() in _SOME
    return unspecified and noun.lemma_.lower() not in _CIRCUMSTANCES


_SOME = words(
    "a an some enough sufficient proper adequate written binding firm further satisfactory "
    "suitable reliable credible solid iron-clad cast-iron equal assurances guarantees safeguards "
    "support access"
)
_CIRCUMSTANCES = words(
    "chance choice opportunity shortage rise fall lack history record context nature surplus drop "
    "deficit situation week year month decade rate number risk trend time lot climate crisis "
    "background majority tradition delay century pause"
)


def _noun_from(first: Token) -> Token | None:
    near = first.doc[first.i : min(first.i + _NEAR, first.sent.end)]
    nouns = [t for t in near if t.pos_ in syntax.NOMINAL and t.dep_ != "compound"]
    return nouns[0] if nouns else None


_NEAR = 7  # words to a noun


def _set_off(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would drop the case, it hinted, against two days of leave", "but only against"."""
    for token in sentence.spelt({"against"}):
        before = token.nbor(-1) if token.i > sentence.start else None
        if before is None or not (before.is_punct or before.lower_ == "only"):
            continue
        if token.head.lemma_ == "be":
            continue  # 'would be "against the national interest"'
        for found in _found(telling, token, "against", token.i + 1):
            if found.main.lemma_ not in _OPPOSING:
                yield found


_OPPOSING = words(
    "vote fight protest appeal rule argue warn campaign act retaliate strike speak defend insure "
    "guard sue rally march decide complain lobby advise petition go use side demonstrate turn "
    "launch bring intervene stand compete mobilise mobilize"
)


def _deed_of(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would release it on the parliament passing the bill": what somebody is to do first."""
    for token in sentence.spelt(_ON):
        doer = _thing_after(token)
        deed = doer.nbor() if doer is not None and doer.i + 1 < sentence.end else token
        if deed.tag_ != "VBG" or token.dep_ not in {"prep", "mark"} or deed.lower_ in _NO_DEEDS:
            continue
        bound = token.head.lemma_ in _RELYING | _ON_WHICH and not token.nbor(-1).is_punct
        bound = bound or (token.i > 0 and token.nbor(-1).lower_ in _HINGED)  # its own marker
        for found in _found(telling, token, token.lower_, token.i + 1):
            if not bound and found.main.lemma_ not in _RELYING:
                yield found


def _thing_after(token: Token) -> Token | None:
    """The noun after a preposition that something hangs on: "parliament" of "on it passing"."""
    near = token.doc[token.i + 1 : min(token.i + _NEAR, token.sent.end)]
    places = {"pobj", "nsubj", "nsubjpass", "dobj"}
    return next((t for t in near if t.pos_ in syntax.NOMINAL and t.dep_ in places), None)


_NO_DEEDS = words(
    "following failing barring pending including according concerning regarding involving during "
    "excluding"
)
_ON_WHICH = words(
    "ban tax talk limit vote decision deal agreement report law rule attack pressure focus view "
    "stance toll levy duty dispute quarrel case article book debate hearing file paper word"
)


_HINGED = words("conditional contingent dependent conditioned predicated premised")
_ON = frozenset({"on", "upon", "against", "following"})
_RELYING = words(
    "focus insist rely count depend bet vote comment rule agree decide work report press hinge "
    "hang concentrate base build reflect speak talk negotiate look"
)


def _no_earlier(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "could go home after sentencing, not a day sooner": that must come about."""
    doc = sentence.doc
    for later in sentence.spelt({"sooner", "earlier", "else"}):
        opens = next((t for t in reversed(doc[max(sentence.start, later.i - 5) : later.i])
                      if t.lower_ in {"not", "no", "nothing"}), None)  # fmt: skip
        if opens is None or opens.i < sentence.start + 3:
            continue
        stop = _before_joint(opens)
        prep = next((t for t in reversed(doc[sentence.start : stop]) if t.lower_ in _WHEN), None)
        noun = syntax.first(prep, "pobj", "pcomp") if prep is not None else None
        if prep is None or noun is None or any(t.is_punct for t in doc[prep.i : stop]):
            continue
        for found in _found(telling, prep, prep.lower_, prep.i + 1, denied=True):
            yield Found("no earlier", "only", prep.i, found.start, stop, found.main, fronted=False)


def _before_joint(opens: Token) -> int:
    """Where ", and not" begins."""
    at = opens.i
    while opens.doc[at - 1].lower_ in {"and", ",", "but", *DASHES, "at", "with"}:
        at -= 1
    return at


_WHEN = frozenset({"after", "on", "upon", "with", "at", "against", "following"})


def _at_first(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would open the gates at the first shot", "at the sight of a cheque"."""
    for token in sentence.spelt({"at"}):
        noun = syntax.first(token, "pobj")
        if noun is None:
            continue
        own = {c.lower_ for c in noun.lefts}
        first = "first" in own and noun.lemma_.lower() in _SIGNALS | HARMS
        sight = noun.lower_ == "sight" and syntax.first(noun, "prep") is not None
        if first or sight:
            yield from _found(telling, token, "at", token.i + 1, family="if")


def _of_a_sort(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would accept a mediator, but only one whom the church appoints"."""
    for only in sentence.spelt({"only"}):
        but = only.nbor(-1) if only.i > sentence.start + 1 else only
        if but.lower_ != "but" or but.nbor(-1).text != "," or only.i + 2 >= sentence.end:
            continue
        one, after = only.doc[only.i + 1], only.doc[only.i + 2]
        if one.lower_ in {"one", "ones"}:
            told = after.tag_ in {"VBN", "VBD", "WDT", "WP", "WP$"} or after.lower_ == "that"
        else:
            noun = _noun_from(after) if one.lower_ in {"a", "an"} else None
            told = noun is not None and any(c.dep_ in {"acl", "relcl"} for c in noun.children)
        if told:
            yield from _found(telling, but, "but only", only.i + 1)


_SIGNALS = words(
    "shot baton sign shell arrest violation hint whiff bullet bomb raid breach stone incident "
    "eviction missile provocation dismissal infringement sight drop move digger bulldozer uniform"
)


def _over(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will not be built over the objections of the village"."""
    for token in sentence.spelt({"over"}):
        noun = syntax.first(token, "pobj")
        if noun is None or noun.lemma_.lower() not in _OBJECTIONS:
            continue
        main = _main(telling, token, fronted=False)
        if main is not None and any(map(is_negated, chain(main))):
            start, end = phrase_of(noun)
            yield Found("over", "not while", token.i, start, end, main, fronted=False)


_OBJECTIONS = words("objection opposition protest veto head resistance dissent")


def _main(telling: Telling, token: Token, *, fronted: bool) -> Token | None:
    """The clause that hangs on it: above in the parse, or else what was promised before it."""
    found = mains(telling, token, token.i, token.i + 1, fronted=fronted)
    main = next((main for main in found if main.pos_ in {"VERB", "AUX"}), None)
    if fronted or (main is not None and (is_offered(telling, main) or is_withheld(main))):
        return main
    modal = modal_before(telling.doc, token.i)
    promised = main is not None and main.lemma_ in _PROMISING and bool(telling.holder(main))
    return modal or (main if promised else None)  # "promises to reopen it, given a truce"


_PROMISING = words("promise pledge vow offer agree undertake")


def _found(
    telling: Telling,
    token: Token,
    marker: str,
    start: int,
    *,
    family: str = "only",
    denied: bool = False,
) -> Iterator[Found]:
    """The condition after a preposition, where somebody holds something out for it."""
    fronted = is_fronted(telling.doc, token.i, token)
    main = _main(telling, token, fronted=fronted)
    if main is None or (telling.voice(main).is_narrator and not telling.holder(main)):
        return
    kept = is_withheld(main) and not denied
    offered = is_offered(telling, main) or bool(telling.holder(main))
    if kept or not offered or not is_open(telling, main):
        return
    end = front_end(telling, start, main) if fronted else back_end(telling, start, main, token.i)
    first, end = syntax.trimmed(token.doc[start], start, end)
    if any(t.is_alpha for t in token.doc[first:end]):
        yield Found(marker, family, token.i, first, end, main, fronted)


find = by_sentence(_given, _set_off, _deed_of, _no_earlier, _at_first, _over, _of_a_sort)
