"""Which word reports a clause: verbs, adjectives and nouns of saying, parentheses, sources.

Syntax and quotation marks alone; who the speaker is, and whose position it is, is the matter of
`detente.reading.attribution`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.reading import syntax
from detente.reading.parsed import Doc, Span, Token
from detente.reading.quotations import Quotation
from detente.reading.saying import ASKING, SAYING, TOLD, is_plain, is_saying
from detente.reading.speaking import LONGEST_ASIDE, edge_after_colon, is_label, is_parenthetic
from detente.reading.wording import DASHES, words

_CERTAIN = words(
    "adamant clear insistent certain sure convinced confident firm unequivocal categorical blunt "
    "explicit positive emphatic hopeful afraid aware satisfied persuaded"
)
_WORDED = words(
    "answer reply response message position stance line condition motto slogan rule demand view "
    "argument refrain word verdict price formula mantra term offer wish request"
)
_MADE_KNOWN = words("plain clear known understood public obvious explicit evident doubt")
_PUT_TO = frozenset({"asked", "pressed", "questioned", "quizzed"})
_PARTS = frozenset({"ccomp", "xcomp", "dobj", "attr", "oprd", "advcl", "dep"})
_REPORTED = frozenset({"VBD", "VBZ", "VBP", "VBN"})


@dataclass(frozen=True)
class Reports:
    """The reporting words of a text; `inside` maps the tokens within quotations to these."""

    doc: Doc
    inside: dict[int, Quotation]
    _asides: dict[int, list[Token]] = field(default_factory=dict)

    def over(self, inner: Token, token: Token) -> Token | None:
        """The word whose content the clause is ("said that ...", "its view that ...")."""
        colon = self._before_colon(inner)
        head = inner.head
        if colon is not None or head == inner or head.i == token.i:
            return colon
        if head.pos_ in syntax.NOMINAL:
            return _said_in(head) if _is_told_by(inner, head) else None
        if _is_further(inner, head):
            return head
        answered = head.lower_ in _PUT_TO and self.doc[head.i : inner.i].spelt({":"})
        if inner.dep_ not in _PARTS or answered or self._apart(inner, head):
            return None
        certain = head.pos_ == "ADJ" and _is_certain(head) and head.head.pos_ == "AUX"
        # "made it plain that", "let it be understood that"
        known = head.lower_ in _MADE_KNOWN and head.head.lemma_ in {"make", "let", "leave"}
        if certain or known:
            return head.head
        reports = head.pos_ in {"VERB", "AUX"} and self._reports(inner, head)
        return head if reports else None

    def _reports(self, inner: Token, head: Token) -> bool:
        if head.lemma_ in ASKING and is_question(inner):
            return True
        if head.lemma_ in {"be", "remain"}:
            return inner.dep_ == "ccomp" and _is_view(inner, head)
        return is_saying(head) and self._is_content(inner, head)

    def _is_content(self, inner: Token, head: Token) -> bool:
        """Whether a part of a clause of saying is what is said."""
        if inner.dep_ in {"xcomp", "oprd"}:
            return head.lemma_ == "see"
        if inner.dep_ in {"dobj", "attr", "advcl"} and inner.i not in self.inside:
            return False
        return inner.dep_ != "advcl" or head.i not in self.inside

    def _apart(self, inner: Token, head: Token) -> bool:
        """Whether a semicolon parts the two: clauses side by side, none within the other."""
        low, high = sorted((inner.i, head.i))
        return any(token.text == ";" for token in self.doc[low:high])

    def _before_colon(self, inner: Token) -> Token | None:
        """The verb of "X proposed a pause: ..." for what stands after the colon."""
        tokens = self.doc.tokens
        edge = _after_worded(inner) or inner.left_edge.i
        if inner.i in self.inside:
            edge = inner.i
            while edge - 1 in self.inside:
                edge -= 1
        while edge > inner.sent.start and tokens[edge - 1].is_quote:
            edge -= 1
        first = tokens[inner.sent.start]
        none = edge == 0 or tokens[edge - 1].text != ":" or first.lower_ in _PUT_TO
        if none or first.i >= edge - 1:
            return None
        before = tokens[inner.sent.start : edge - 1]
        for token in reversed(before):
            if token.lemma_ == "be" and (
                any(map(_is_certain, syntax.children(token, "acomp")))
                or any(c.lemma_ in _WORDED for c in syntax.children(token, "nsubj"))
            ):
                return token
            if token.lemma_ in _WORDED and token.i == edge - 2 and syntax.first(token, "poss"):
                return token
            if token.pos_ == "VERB" and is_saying(token) and token.dep_ != "amod":
                return token if token.tag_ in _REPORTED else None
        said = _main_verb(before)
        if said is None or inner.i in self.inside:
            return said
        noun = syntax.first(said, "nsubj")  # "Norland's reply was short: ..."
        return noun if noun is not None and noun.lemma_.lower() in TOLD else None

    def label(self, inner: Token) -> Token | None:
        """Of "Beck, speaking from a truck: the pickets stay": who stands before the colon."""
        start, edge = inner.sent.start, edge_after_colon(inner)
        if edge - 1 <= start or self.doc[edge - 1].text != ":" or edge - start > LONGEST_ASIDE:
            return None
        before = [token for token in self.doc[start : edge - 1] if not token.is_space]
        if before and before[0].lower_ in _PUT_TO and before[-1].pos_ == "PROPN":
            return before[-1]  # "Asked whether it would pay, Berg: no."
        if not before or any(token.tag_ in _REPORTED - {"VBN"} for token in before):
            return None
        stop = next((token.i for token in before if token.text == ","), edge - 1)
        head = self.doc[stop - 1]
        return head if is_label(head) and head.i >= start else None

    def beside(self, inner: Token, token: Token) -> Token | None:
        """A parenthesis: ", Norland says, " or a trailing ", said Norland"."""
        for child in inner.children:
            if child.dep_ not in {"parataxis", "ccomp", "advcl", "conj", "dep"}:
                continue
            if child.i != token.i and is_plain(child) and self._is_aside(child):
                return child
        return None

    def _is_aside(self, verb: Token) -> bool:
        full = any(child.dep_ in {"ccomp", "xcomp", "mark"} for child in verb.children)
        if full and verb.lemma_ in SAYING:
            return False  # but ", they kept repeating,"
        own = [child for child in verb.children if child.dep_ in syntax.SUBJECTS]
        if not own:
            return False
        first = min(verb.i, own[0].left_edge.i)
        last = max(verb.i, own[0].right_edge.i)
        before = self.doc[first - 1].text if first else ""
        return before in {",", '"', "”", "'", *DASHES} and last - first < LONGEST_ASIDE

    def before_semicolon(self, token: Token) -> Token | None:
        """Reported speech goes on in the mood of reports: "X said ...; it would ..."."""
        modal = syntax.modal(token)
        if modal not in _GOING_ON:
            return None
        before = self.doc[token.sent.start : token.i]
        if not any(word.text == ";" for word in before):
            return None
        tags = _REPORTED if modal != "would" else {"VBD"}
        return next((w for w in before if is_plain(w) and w.tag_ in tags and _has_that(w)), None)

    def in_passing(self, token: Token) -> Token | None:
        """Of a parenthesis that the parser did not see: ", the Ikwari say, "."""
        for word in self._parenthetic(token.sent):
            if word.i != token.i and not self._apart(word, token) and not _is_joined(word, token):
                return word
        return None

    def _parenthetic(self, sentence: Span) -> list[Token]:
        """The words of saying of a sentence that stand in a parenthesis."""
        if sentence.start not in self._asides:
            self._asides[sentence.start] = [word for word in sentence if is_parenthetic(word)]
        return self._asides[sentence.start]

    def near(self, quotation: Quotation) -> Token | None:
        """The reporting verb that goes with a quotation: after it, before it, or one quote on."""
        span = self.doc.char_span(quotation.start, quotation.end)
        if span is None:
            return None
        following = [t for t in self.doc[span.end : span.end + 14] if t.i not in self.inside]
        ended = self.doc[span.end - 1].text == "."  # "… at six." By six she means dawn.
        for token in () if ended else _until_stop(following):
            if token.pos_ == "VERB" and is_plain(token):
                return token
        before = list(self.doc[max(0, span.start - 30) : span.start])
        for token in _until_stop(reversed(before)):
            if token.pos_ == "VERB" and is_plain(token) and token.i not in self.inside:
                return token
        return None


def _is_joined(word: Token, token: Token) -> bool:
    """Of ", and the company, it says, has none": whether the saying is of that half alone."""
    for half in upwards(word):
        own = syntax.first(half, *syntax.SUBJECTS) if half.dep_ == "conj" else None
        after = own is not None and half.head.i < own.i and half.pos_ in {"VERB", "AUX"}
        if after and not half.left_edge.i <= token.i <= half.right_edge.i:
            return token.i < half.left_edge.i
    return False


def _after_worded(inner: Token) -> int | None:
    """Where "there can be no talks" begins in "Its line is simple: there can be no talks"."""
    colon = next((child for child in inner.lefts if child.text == ":"), None)
    before = [c for c in inner.lefts if c.lemma_ == "be" and colon is not None and c.i < colon.i]
    worded = any(one.lemma_ in _WORDED for c in before for one in syntax.children(c, "nsubj"))
    return colon.i + 1 if colon is not None and worded else None


_GOING_ON = frozenset({"would", "could", "might", "should", "must"})


def _has_that(said: Token) -> bool:
    """Whether a content clause follows: "adds that the visits are another matter"."""
    return syntax.first(said, "ccomp") is not None or said.dep_ in {"ccomp", "parataxis"}


def _is_further(inner: Token, head: Token) -> bool:
    """As in "said it was ready, but that Sudmark must go", where "must go" is joined to "said"."""
    joined = inner.dep_ == "conj" and head.pos_ == "VERB" and inner.pos_ in {"VERB", "AUX"}
    that = joined and any(c.lower_ == "that" and c.dep_ == "mark" for c in inner.children)
    if head.dep_ == "ccomp" and is_saying(head.head) and syntax.first(head, "ccomp") is None:
        that = False  # "said it could not answer for others and that it would sign": both are said
    return (that and is_saying(head)) or (joined and _goes_on(inner, head))


def _goes_on(inner: Token, head: Token) -> bool:
    """As in "It is ready to pay, she added, but it will not sign": said in the same breath."""
    content = syntax.first(head, "ccomp")
    if not is_plain(head) or content is None or not content.i < head.i < inner.i:
        return False
    told = [inner, *syntax.children(inner, "aux", "auxpass")]
    ahead = any(token.tag_ in {"MD", "VBZ", "VBP"} for token in told)
    return ahead and syntax.first(inner, *syntax.SUBJECTS, "expl") is not None


def _main_verb(before: Sequence[Token]) -> Token | None:
    """As "was" of "The reply was curt: “No.”": whoever it is told of speaks."""
    for token in before:
        told = token.pos_ in {"VERB", "AUX"} and syntax.is_finite(token)
        if told and token.dep_ in {"ROOT", "ccomp", "conj"} and syntax.first(token, "nsubj"):
            return token
    return None


def _is_certain(adjective: Token) -> bool:
    return adjective.lower_ in _CERTAIN


def _is_view(inner: Token, being: Token) -> bool:
    """As in "Its position is that ...", "Norland is adamant that ..."."""
    subject = syntax.first(being, "nsubj")
    told = subject is not None and subject.lemma_.lower() in TOLD | _IN_MIND
    view = told and subject is not None and subject.i < being.i < inner.i
    return view or any(map(_is_certain, syntax.children(being, "acomp")))


_IN_MIND = words("idea plan proposal offer formula aim goal wish intention preference thinking")


def _is_told_by(inner: Token, noun: Token) -> bool:
    """As in "the warning that ...": a content clause, no relative one."""
    if noun.lemma_.lower() not in TOLD or inner.dep_ not in {"acl", "ccomp", "relcl", "appos"}:
        return False
    subjects = [*syntax.children(inner, *syntax.SUBJECTS)]
    that = any(
        c.lower_ == "that" and (c.dep_ == "mark" or len(subjects) > 1) for c in inner.children
    )
    return that and (syntax.is_finite(inner) or inner.tag_ in {"VB", "VBN"})


def _said_in(noun: Token) -> Token:
    """Of "said in a statement that ..." the verb: whose statement it is."""
    within = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on", "through", "via"}
    return noun.head.head if within and is_saying(noun.head.head) else noun


def is_question(clause: Token) -> bool:
    """Whether a clause is an indirect question."""
    opening = {child.lower_ for child in clause.children if child.i < clause.i}
    return bool(opening & {"whether", "if", "why", "how", "what", "when", "where", "who"})


def _until_stop(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.text in {".", "!", "?", ";"} or "\n\n" in token.text:
            return
        yield token


def upwards(token: Token) -> Iterator[Token]:
    """The token and what it hangs on, up to the root."""
    yield token
    yield from token.ancestors
