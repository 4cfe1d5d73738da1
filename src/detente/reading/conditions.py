"""Conditions: what a position depends on, by which words, and who must bring it about.

A table of markers; each says what the governing clause must be like to make it a condition at all
("until 2019", "asked if" and "before the war" are none), and how its sign is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from detente.reading import syntax
from detente.reading.attribution import SAYING, Telling, Voice

# families: only (always a condition), until (opens when it comes true; the rest must be withheld or
# go on), while (lasts as long as it is true), if (plain), unless
MARKERS: dict[str, str] = {
    **dict.fromkeys(
        "only if; only after; only when; only once; only with; only in exchange for; "
        "only in return for; only upon; only on; only provided; only as long as; if and only if; "
        "not until; not before; not unless; not without; but not without; but only if; but only after; only by; only through; "
        "only following".split("; "),
        "only",
    ),
    **dict.fromkeys("until; till; before; without; pending".split("; "), "until"),
    **dict.fromkeys(
        "as long as; so long as; for as long as; for so long as; while; as long as there".split(
            "; "
        ),
        "while",
    ),
    **dict.fromkeys(
        "provided that; provided; providing that; providing; on condition that; "
        "on the condition that; on the understanding that; in exchange for; in return for; "
        "conditional on; conditional upon; contingent on; contingent upon; conditioned on; "
        "conditioned upon; dependent on; dependent upon; predicated on; hinges on; hinge on; "
        "hinged on; depends on; depend on; depends upon; depend upon; depended on; rests on; "
        "subject to; in case; assuming that; as a condition for; as a condition of; "
        "in return if; only then if; premised on".split("; "),
        "given",
    ),
    **dict.fromkeys("if; once; as soon as; the moment; should; were; when; after".split("; "), "if"),
    **dict.fromkeys("unless; unless and until; until and unless; except if".split("; "), "unless"),
}
_LONGEST = max(len(marker.split()) for marker in MARKERS)
PREDICATES = frozenset(
    marker
    for marker in MARKERS
    if marker.split()[0]
    in {"conditional", "contingent", "conditioned", "dependent", "predicated", "hinges", "hinge",
        "hinged", "depends", "depend", "depended", "rests", "subject", "premised"}
)  # fmt: skip
PERSISTING = frozenset("remain stay continue keep persist last maintain go".split())
WITHHOLDING = frozenset(
    "refuse decline reject rule exclude oppose resist deny refrain balk preclude prevent forbid "
    "prohibit dismiss".split()
)
_WITHHELD = frozenset(
    {"impossible", "unthinkable", "unwilling", "unable", "unacceptable", "bleak", "unlikely", "off",
     "inconceivable", "premature", "little", "pointless", "meaningless", "shut", "closed", "suspended",
     "frozen", "hostage", "reluctant"}
)  # fmt: skip
_READY = frozenset("ready willing prepared open happy able likely possible".split())
_NOUN_ONLY = frozenset(
    {"in exchange for", "in return for", "pending", "only with", "only by", "only through",
     "only following", "only upon", "only on", "without", *PREDICATES,
     "only in exchange for", "only in return for", "not without", "as a condition for", "as a condition of"}
)  # fmt: skip


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


def find(telling: Telling) -> Iterator[Found]:
    """All conditions of the text, each with the clause that depends on it."""
    for sentence in telling.scene.sentences:
        taken = -1
        for at in range(sentence.start, sentence.end):
            if at <= taken:
                continue
            marker = _marker_at(telling.doc, at, sentence.end)
            if marker is None:
                continue
            found = _read(telling, marker, at)
            if found is not None:
                taken = at + len(marker.split()) - 1
                yield found


def _marker_at(doc: Doc, at: int, stop: int) -> str | None:
    words = [token.lower_ for token in doc[at : min(at + _LONGEST, stop)]]
    for length in range(len(words), 0, -1):
        marker = " ".join(words[:length])
        if marker in MARKERS:
            return marker
    return None


def _read(telling: Telling, marker: str, at: int) -> Found | None:
    doc, family = telling.doc, MARKERS[marker]
    start = at + len(marker.split())
    last = doc[start - 1]
    if start >= len(doc) or not _may_mark(doc, at, marker):
        return None
    fronted = _is_fronted(doc, at)
    main = _main(telling, last, at, start, fronted=fronted)
    if main is None:
        return None
    if marker in {"if", "once", "after", "when", "with", "before"} and _has_only(main, at):
        marker, family = f"only ... {marker}", "only"
    if not _is_condition(telling, marker, family, main, doc[start], fronted=fronted):
        return None
    end = _front_end(telling, start, main) if fronted else _end(telling, start, main, at)
    if end <= start:
        return None
    start, end = syntax.trimmed(doc[start], start, end)
    return Found(marker, family, at, start, end, main, fronted)


_NOT_AFTER = {
    "if": {"asked", "ask", "asking", "wonder", "wondered", "even", "as", "know", "see", "what"},
    "when": {"even", "asked"},
    "were": set(), "should": set(),
    "before": {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "long",
               "ever", "than", "just", "shortly"},
    "after": {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "soon",
              "shortly", "just", "long", "even", "ever", "look"},
    "once": {"at", "than", "more", "all"},
    "until": {"up"},
}  # fmt: skip
_PLAIN_NOT_BEFORE = {
    "once": {"a", "an", "the", "again", "more", "considered", "known", "called", "described"},
    "without": {"preconditions", "precondition", "conditions", "delay", "notice", "comment",
                "elaborating", "warning", "further", "explanation", "result", "success", "doubt",
                "saying", "giving", "naming", "any", "exception", "incident", "offering",
                "prior", "reason"},
    "subject to": {"change", "debate", "criticism"},
}  # fmt: skip


def _may_mark(doc: Doc, at: int, marker: str) -> bool:
    before = doc[at - 1].lower_ if at else ""
    after = doc[at + len(marker.split())].lower_
    if before in _NOT_AFTER.get(marker, ()) or after in {"not", "or"} and marker == "if":
        return False
    if marker == "once" and after in _PLAIN_NOT_BEFORE["once"] - {"the", "a", "an"}:
        return False
    if marker == "without":
        following = {token.lower_ for token in doc[at + 1 : at + 4]}
        return after not in _PLAIN_NOT_BEFORE["without"] - {"any"} and not (
            following & {"precondition", "preconditions", "delay", "notice"}
        )
    if marker in {"were", "should"}:
        return _inverted(doc, at)
    if marker == "provided":
        return after == "that" or before in {"", ","} or doc[at].dep_ in {"prep", "mark"} or (
            doc[at].tag_ == "VBN" and not any(c.dep_ in {"dobj", "aux"} for c in doc[at].children)
        )
    return after not in _PLAIN_NOT_BEFORE.get(marker, ()) or marker == "once"


def _inverted(doc: Doc, at: int) -> bool:
    begins = at == doc[at].sent.start or doc[at - 1].text in {'"', ","} or doc[at].text[0].isupper()
    return begins and doc[at + 1].pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ"} and (
        doc[at].text[0].isupper()
    ) or (
        doc[at].lower_ == "should" and doc[at + 1].pos_ == "PRON" and doc[at - 1].pos_ == "NOUN"
    )


def _is_fronted(doc: Doc, at: int) -> bool:
    """Whether the condition stands before the clause that depends on it."""
    sentence = doc[at].sent
    left = at - 1
    while left >= sentence.start and (doc[left].lower_ in _OPENERS or doc[left].is_space):
        left -= 1
    opens = left < sentence.start or doc[left].text in {";", ":", "—", "–", "--"}
    said = left >= sentence.start and doc[left].lower_ in {"that", "and", "but", ","}
    if said and not opens:
        opens = _finite_before(doc, sentence.start, at) is None or doc[left].lower_ == "that"
    return opens and any(t.pos_ in {"VERB", "AUX"} for t in doc[at + 2 : sentence.end])


_OPENERS = frozenset({'"', "“", "”", "'", "and", "but", "however", ",", "only", "so", "now", "(",
                      "-", "then", "yet", "indeed", "officially", "moreover"})  # fmt: skip


def _finite_before(doc: Doc, start: int, at: int) -> Token | None:
    for place in range(at - 1, start - 1, -1):
        token = doc[place]
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}:
            if token.lemma_ in SAYING and doc[token.i + 1].text == ",":
                continue
            return token
    return None


def _main(telling: Telling, last: Token, at: int, start: int, *, fronted: bool) -> Token | None:
    doc = telling.doc
    governed = _parsed_main(last)
    if governed is not None and fronted and _is_parenthesis(governed):
        governed = governed.head
    if governed is not None and governed.pos_ in {"NOUN", "PROPN", "ADJ", "ADV", "NUM"}:
        governed = _verb_above(governed)
    if governed is not None and (governed.i > start) == fronted and governed.i not in range(at, start):
        return _below_saying(governed, at, fronted=fronted)
    if fronted:
        return _verb_after(doc, start)
    return _finite_before(doc, last.sent.start, at) or _nominal(doc, at)


def _is_parenthesis(verb: Token) -> bool:
    """ "If ..., Norland said, it will ...": the condition is none of the saying."""
    return verb.dep_ in {"ccomp", "parataxis"} and verb.head.i > verb.i and verb.lemma_ in SAYING


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
    if main.lemma_ in SAYING:
        for child in syntax.children(main, "ccomp"):
            if child.pos_ in {"VERB", "AUX"} and (child.i > at) == fronted:
                return child
    return main


def _has_only(main: Token, at: int) -> bool:
    return any(
        child.lower_ == "only" and child.dep_ == "advmod" and abs(child.i - main.i) < 4 and child.i < at
        for child in main.children
    )


def chain(main: Token) -> list[Token]:
    """The verb and the verbs and adjectives that it completes ("refuse" of "refuse to talk")."""
    steps = [main]
    while True:
        here = steps[-1]
        above = here.head
        if above == here or here.dep_ not in {"xcomp", "pcomp", "acomp", "prep", "conj", "oprd"}:
            return steps
        if here.dep_ == "conj" and (syntax.is_finite(here) or above.pos_ not in {"VERB", "AUX"}):
            return steps
        steps.append(above)


def is_withheld(main: Token) -> bool:
    """Whether the governing clause says that the thing does not come."""
    return sum(_turns(step) for step in chain(main)) % 2 == 1


def _turns(step: Token) -> int:
    turned = int(step.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and syntax.is_negated(step))
    turned += step.dep_ == "conj" and step.head.pos_ in {"VERB", "AUX"} and _after_nor(step)
    if step.pos_ == "VERB" and step.lemma_ in WITHHOLDING:
        turned += 1 if step.lemma_ != "rule" or "rule out" in syntax.keys(step) else 0
    turned += any(
        child.lower_ in _WITHHELD and child.dep_ in {"acomp", "prep", "advmod", "attr", "oprd"}
        for child in step.children
    )
    return turned


def _after_nor(verb: Token) -> bool:
    first = min((child.i for child in verb.children if child.dep_ in {"aux", "neg"}), default=verb.i)
    return first > 0 and verb.doc[first - 1].lower_ == "nor" and not syntax.is_negated(verb)


_LASTING = frozenset({"indispensable", "necessary", "needed", "justified", "blocked"})


def persists(main: Token) -> bool:
    """Whether the clause says that something goes on, or must."""
    if any(child.lower_ in _LASTING for child in syntax.children(main, "acomp", "attr")):
        return True
    return any(
        step.lemma_ in PERSISTING and (step.lemma_ != "go" or "go on" in syntax.keys(step))
        for step in chain(main)
    )


def is_open(telling: Telling, main: Token) -> bool:
    """Whether the clause is about what is still to come, not told as done."""
    steps = chain(main)
    if any(_is_unreal(step) for step in steps):
        return False
    if any(syntax.modal(step) for step in steps if step.pos_ in {"VERB", "AUX"}):
        return True
    if any(child.lower_ in _READY for step in steps for child in step.children):
        return True
    if any(step.lemma_ in {"offer", "refuse", "propose", "promise", "pledge", "threaten", "agree",
                           "vow", "accept", "demand", "insist", "warn", "hold"} for step in steps):
        voice = telling.voice(main)
        return not _is_history(steps[-1]) or not voice.is_narrator
    top = steps[-1]
    return top.tag_ in {"VBZ", "VBP", "VB"} or any(
        child.tag_ in {"VBZ", "VBP"} for child in syntax.children(top, "aux", "auxpass")
    )


def _is_unreal(verb: Token) -> bool:
    """ "would have agreed": what did not come about."""
    helpers = {child.lower_ for child in syntax.children(verb, "aux", "auxpass")}
    return bool(helpers & {"have", "'ve"}) and bool(helpers & {"would", "could", "might", "should"})


def _is_history(verb: Token) -> bool:
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def _is_condition(
    telling: Telling, marker: str, family: str, main: Token, following: Token, *, fronted: bool
) -> bool:
    if family == "only":
        return is_open(telling, main) or not telling.voice(main).is_narrator
    if family == "given":
        return _given(telling, marker, main)
    if family == "until":
        return _until(telling, marker, main, following, fronted=fronted)
    if family == "while":
        return _while(telling, marker, main)
    if marker == "after":
        return False
    if marker == "when":
        promised = syntax.modal(main) in {"will", "would"} and main.lemma_ in _ENDING
        return promised and not fronted and not telling.voice(main).is_narrator
    return is_open(telling, main)


_ENDING = frozenset(
    "lift end resume reopen return release withdraw leave stop pay talk sign reinstate clear go "
    "restore negotiate drop".split()
)


def _given(telling: Telling, marker: str, main: Token) -> bool:
    if marker in PREDICATES:
        return not syntax.is_negated(main) or "only" in marker
    return is_open(telling, main)


_TIMES = frozenset({"DATE", "TIME"})


def _until(
    telling: Telling, marker: str, main: Token, following: Token, *, fronted: bool
) -> bool:
    if _is_time(following) or (marker == "before" and _is_past_event(following)):
        return False
    if main.pos_ in {"NOUN", "PROPN"}:
        return any(t.lower_ in {"no", "not"} for t in main.subtree if t.i <= main.i)
    if not is_open(telling, main):
        return False
    if marker == "without" and fronted and syntax.modal(main) in {"will", "would"}:
        return True
    if marker in {"without", "before"}:
        return is_withheld(main)
    return is_withheld(main) or persists(main) or syntax.modal(main) in {"will", "would"}


def _is_time(token: Token) -> bool:
    words = [token, *token.doc[token.i + 1 : token.i + 3]]
    head = next((t for t in words if t.pos_ in {"NOUN", "PROPN", "NUM"}), token)
    stop = min(token.i + 5, token.sent.end)
    verb = any(t.pos_ in {"VERB", "AUX"} for t in token.doc[token.i : stop])
    return not verb and (head.like_num or head.lower_ in _CALENDAR or head.lower_.rstrip("s") in _CALENDAR)


def _is_past_event(token: Token) -> bool:
    """ "before the war": a time, where no clause follows."""
    preposition = token.doc[token.i - 1]
    noun = syntax.first(preposition, "pobj")
    return noun is not None and noun.lemma_.lower() in _EPOCHS


_EPOCHS = frozenset(
    "war independence crisis revolution coup invasion meeting election vote break session court "
    "assembly parliament committee hearing dispute talk summit council".split()
)
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday spring summer autumn winter year month week "
    "day hour morning evening night noon midnight dawn now then today tomorrow recently last next "
    "late early end christmas weekend century war".split()
)


def _while(telling: Telling, marker: str, main: Token) -> bool:
    if marker == "while":
        return is_open(telling, main) and (is_withheld(main) or persists(main))
    return is_open(telling, main)


def _front_end(telling: Telling, start: int, main: Token) -> int:
    """Where a fronted condition ends: at the comma before the clause that depends on it."""
    doc = telling.doc
    begins = min(
        (child.left_edge.i for child in main.children
         if child.dep_ in syntax.SUBJECTS | {"expl", "aux", "auxpass"} and child.left_edge.i > start),
        default=main.i,
    )  # fmt: skip
    cue = telling.voice(main).cue
    if cue is not None and start < cue < begins:
        own = [c for c in doc[cue].children if c.dep_ in syntax.SUBJECTS and start < c.i < cue]
        begins = min([cue, *(child.left_edge.i for child in own)])
    commas = [t.i for t in doc[start:begins] if t.text in {",", "—", "–"} and _outer(telling, t, start)]
    return commas[-1] if commas else begins


def _outer(telling: Telling, token: Token, start: int) -> bool:
    here, there = telling.quotation(token), telling.quotation(token.doc[start])
    return here == there or here is None or there is None


def _end(telling: Telling, start: int, main: Token, at: int) -> int:
    """Where a condition after its clause ends: before an attribution, a new clause, a close."""
    doc = telling.doc
    quotation = telling.quotation(doc[start])
    within = quotation is not None and telling.quotation(doc[at]) == quotation
    for token in doc[start : doc[start].sent.end]:
        if within and token.idx >= (quotation.end if quotation else 0):
            return token.i
        if token.text in {";", "—", "–", "--"} and token.i > start:
            return token.i
        if token.text in {",", "and", "but"} and token.i > start and _closes(telling, token, main, start):
            return token.i
    return doc[start].sent.end


def _closes(telling: Telling, token: Token, main: Token, start: int) -> bool:
    doc, sentence = token.doc, token.sent
    following = doc[token.i + 1] if token.i + 1 < sentence.end else None
    if following is None:
        return False
    if token.text == ",":
        if _says_next(telling, token.i + 1, sentence.end):
            return True
        if following.lower_ in {"but", "though", "although", "while", "whereas", "so"}:
            return True
        if following.lower_ in {"adding", "saying", "calling", "opening", "accusing", "arguing",
                                "warning", "according", "hardening", "raising", "insisting"}:
            return True
        return following.lower_ in {"and", "nor"} and _conjoined_outside(token.i + 1, main, start)
    return _conjoined_outside(token.i, main, start)


def _says_next(telling: Telling, place: int, stop: int) -> bool:
    """Whether what follows is "X said ..." or "said X"."""
    doc = telling.doc
    for token in doc[place : min(place + 16, stop)]:
        if token.pos_ == "VERB" and token.lemma_ in SAYING and token.tag_ in {"VBD", "VBZ", "VBP"}:
            return not any(c.dep_ == "mark" for c in token.children) and token.dep_ not in {
                "relcl", "amod", "acl"
            }
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"relcl", "acl", "amod"} or token.text in {";"}:
            return False
    return False


def _conjoined_outside(place: int, main: Token, start: int) -> bool:
    """Whether the "and" at `place` begins a clause of its own beside the governing one."""
    doc = main.doc
    conjunction = doc[place]
    if conjunction.lower_ not in {"and", "but", "nor"}:
        return False
    verb = next(
        (t for t in doc[place + 1 : conjunction.sent.end] if t.pos_ in {"VERB", "AUX"}
         and t.dep_ not in {"aux", "auxpass", "relcl", "acl", "amod"}),
        None,
    )  # fmt: skip
    if verb is None or verb.dep_ != "conj":
        return False
    head = verb.head
    return head.i < start


def clause_head(doc: Doc, start: int, end: int) -> Token:
    """The head of the condition: the token of the range that hangs outside of it."""
    inside = range(start, end)
    heads = [t for t in doc[start:end] if t.head.i not in inside or t.head == t]
    for token in heads:
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return heads[0] if heads else doc[start]


def voice_of(telling: Telling, found: Found) -> Voice:
    """Who says that the thing depends on the condition."""
    return telling.voice(found.main)
