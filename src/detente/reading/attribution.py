"""Who says what: the nesting of speakers, sentence by sentence, down to single clauses.

The *speaker* is who voices a thing, in the words of the text; the *holder* is the party whose
position it is. Reported speech ("Norland said that ..."), parentheses (", Norland says, "),
"according to Norland", quotations that go on over sentences, and views ("in Norland's eyes").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from detente.reading import quotations, syntax
from detente.reading.syntax import words

if TYPE_CHECKING:
    from detente.reading.scene import Scene

SAYING = words(
    "say tell state add declare insist argue maintain claim assert announce warn note stress "
    "emphasise emphasize reiterate repeat explain write reply respond answer confirm believe "
    "think hold contend acknowledge admit concede promise vow pledge recall observe remark "
    "report reveal signal indicate suggest underline underscore affirm reaffirm comment "
    "complain counter retort caution agree inform clarify stipulate swear allege charge "
    "protest signal demand deny dispute reject propose fear hope expect see know make let "
    "describe put urge go conclude rule"
)
DOUBTED = frozenset({"deny", "dispute", "reject", "refute", "disavow", "dismiss"})
PEOPLE = words(
    "official minister ministry government spokesman spokeswoman spokesperson side team "
    "negotiator representative leader leadership company army force authority delegation "
    "envoy diplomat chief president king parliament embassy office party movement position "
    "stance policy response adviser aide member guard navy cabinet premier chancellor "
    "ambassador chairman chairwoman chair head director manager management union secretary "
    "commander lawyer delegate politician lawmaker deputy council committee line approach "
    "strategy state country nation people capital court agency department commission bloc "
    "group faction"
)
_OFFICIALS = frozenset({"official", "diplomat", "authority", "negotiator", "minister", "adviser"})
_ASKING = frozenset({"ask", "wonder", "question", "inquire", "debate", "discuss", "doubt"})
_PARTS = frozenset({"ccomp", "xcomp", "dobj", "attr", "oprd", "advcl", "dep"})
_LONGEST_ASIDE, _FEW = 25, 3
_PLAIN = SAYING - frozenset(
    {"make", "let", "put", "go", "rule", "see", "know", "hope", "expect", "report"}
)
_VIEWS = frozenset({"view", "opinion", "eye", "eyes", "words", "word", "reading", "judgment"})
_WE = frozenset({"i", "we", "us", "our", "ours", "my", "me", "ourselves", "myself"})


@dataclass(frozen=True, slots=True)
class Voice:
    """To whom a clause is attributed; no `holder` and no `speaker`: to the narrator.

    `doubted`: under a verb of denial; `asked`: a question; `cue`: index of the reporting word.
    """

    holder: tuple[str, ...] = ()
    speaker: str | None = None
    cue: int | None = None
    doubted: bool = False
    asked: bool = False
    direct: bool = False

    @property
    def is_narrator(self) -> bool:
        """Whether nobody but the narrator stands behind it."""
        return self.cue is None and self.speaker is None and not self.direct


class Telling:
    """A scene with its attribution: asked clause by clause, remembered.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland and Sudmark met. Norland said that Sudmark would never pay."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> pay = next(token for token in telling.doc if token.text == "pay")
    >>> telling.voice(pay).holder, telling.who(telling.subject(pay))
    (('norland',), ('sudmark',))
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.doc: Doc = scene.doc
        self._voices: dict[int, Voice] = {}

    @cached_property
    def quotations(self) -> tuple[quotations.Quotation, ...]:
        """All quotations of the text."""
        return quotations.find(self.scene.document.text)

    @cached_property
    def _inside(self) -> dict[int, quotations.Quotation]:
        return {
            token.i: found
            for found in self.quotations
            for token in self.doc.char_span(found.start, found.end, alignment_mode="expand") or ()
        }

    def quotation(self, token: Token) -> quotations.Quotation | None:
        """The quotation that the token stands in."""
        return self._inside.get(token.i)

    def subject(self, verb: Token) -> Token | None:
        """Who or what does it, said or understood."""
        return syntax.subject(verb)

    def who(self, token: Token | None) -> tuple[str, ...]:
        """The parties that the noun phrase headed by `token` stands for, or belongs to."""
        if token is None:
            return ()
        if token.lower_ in _WE:
            return self.voice(token).holder
        found = tuple(self.scene.refers(token))
        if found or token.lemma_.lower() not in PEOPLE:
            return found
        return self._by_owner(token) or self._locals(token)

    def whose(self, token: Token | None) -> tuple[str, ...]:
        """The parties that a noun phrase stands for, or whose the thing is that it names."""
        if token is None:
            return ()
        return self.who(token) or (() if token.pos_ == "PRON" else self._by_owner(token))

    def _locals(self, token: Token) -> tuple[str, ...]:
        """Bare "officials say": those of the party that was spoken of last."""
        bare = all(child.lower_ in {"there", "say"} or child.is_punct for child in token.lefts)
        placed = any(True for _ in syntax.children(token, "prep"))
        if placed or not bare or token.lemma_.lower() not in _OFFICIALS:
            return ()
        for earlier in reversed(list(self.doc[max(0, token.i - 40) : token.i])):
            if earlier.dep_ in {"nsubj", "nsubjpass", "poss"} and self.scene.refers(earlier):
                return tuple(self.scene.refers(earlier))
        return ()

    def _by_owner(self, noun: Token) -> tuple[str, ...]:
        for child in noun.children:
            if child.dep_ == "poss" or (child.dep_ in {"amod", "compound", "nmod"}):
                found = self.who(child) if child.dep_ == "poss" else self._adjective(child)
                if found:
                    return found
        for preposition in syntax.children(noun, "prep"):
            if preposition.lower_ in {"of", "in", "for", "from"}:
                found = self.who(syntax.first(preposition, "pobj"))
                if found:
                    return found
        return ()

    def _adjective(self, token: Token) -> tuple[str, ...]:
        return tuple(self.scene.refers(token)) if token.text[:1].isupper() else ()

    def holder(self, verb: Token) -> tuple[str, ...]:
        """The parties that do what the verb says; of a passive one, its agent."""
        if syntax.is_passive(verb):
            return self.who(syntax.agent(verb))
        return self.who(self.subject(verb))

    def doer(self, verb: Token) -> tuple[str, ...]:
        """As `holder`, but of "Norland's boats leave" it is Norland all the same."""
        if syntax.is_passive(verb):
            return self.whose(syntax.agent(verb))
        return self.whose(self.subject(verb))

    def words(self, token: Token | None) -> str | None:
        """The noun phrase of `token` as the text has it."""
        if token is None:
            return None
        left = min(token.left_edge.i, token.i)
        end = token.idx + len(token)
        return self.scene.document.text[self.doc[left].idx : end].strip() or None

    def voice(self, token: Token) -> Voice:
        """The innermost attribution of a token's clause."""
        if token.i not in self._voices:
            self._voices[token.i] = Voice()  # against circles
            self._voices[token.i] = self._heard(token)
        return self._voices[token.i]

    def _heard(self, token: Token) -> Voice:
        quotation = self.quotation(token)
        asked = any(step.lower_ == "?" for step in token.sent)
        for inner in _upwards(token):
            cue = self._cue_over(inner, token) or self._cue_beside(inner, token)
            if cue is not None:
                return self._from_cue(cue, inner, asked=asked, direct=quotation is not None)
            named = self._named_source(inner, token)
            if named is not None:
                return Voice(self.who(named), self.words(named), named.i, asked=asked)
        if quotation is not None and quotation.whole:
            return self._of_quotation(quotation, asked=asked)
        root = token.sent.root
        if token.pos_ == "NOUN" and root.lemma_ in _PLAIN and not self._is_speaker(token, root):
            return self._from_cue(root, token, asked=asked, direct=False)
        going_on = self._cue_before_semicolon(token)
        if going_on is not None:
            return self._from_cue(going_on, token, asked=asked, direct=False)
        return Voice(asked=asked)

    def _cue_before_semicolon(self, token: Token) -> Token | None:
        """Reported speech goes on in the mood of reports: "X said ...; it would ..."."""
        if syntax.modal(token) != "would":
            return None
        before = self.doc[token.sent.start : token.i]
        if not any(word.text == ";" for word in before):
            return None
        return next((w for w in before if w.lemma_ in _PLAIN and w.tag_ == "VBD"), None)

    def _is_speaker(self, token: Token, verb: Token) -> bool:
        speaker = self.subject(verb)
        return speaker is None or token in speaker.subtree

    def _cue_over(self, inner: Token, token: Token) -> Token | None:
        head = inner.head
        colon = self._before_colon(inner)
        if colon is not None:
            return colon
        is_part = head != inner and inner.dep_ in _PARTS and not self._apart(inner, head)
        if not is_part or head.i == token.i or head.pos_ not in {"VERB", "AUX"}:
            return None
        if head.lemma_ in _ASKING and _is_question(inner):
            return head
        return head if head.lemma_ in SAYING and self._is_content(inner, head) else None

    def _is_content(self, inner: Token, head: Token) -> bool:
        """Whether a part of a clause of saying is what is said."""
        if inner.dep_ in {"xcomp", "oprd"}:
            return head.lemma_ == "see"
        if inner.dep_ in {"dobj", "attr", "advcl"} and inner.i not in self._inside:
            return False
        return inner.dep_ != "advcl" or head.i not in self._inside

    def _apart(self, inner: Token, head: Token) -> bool:
        """Whether a semicolon parts the two: clauses side by side, none within the other."""
        low, high = sorted((inner.i, head.i))
        return any(token.text == ";" for token in self.doc[low:high])

    def _before_colon(self, inner: Token) -> Token | None:
        """The verb of "X proposed a pause: ..." for what stands after the colon."""
        edge = inner.left_edge.i
        if edge == 0 or self.doc[edge - 1].text != ":" or inner.sent.start >= edge - 1:
            return None
        for token in reversed(list(self.doc[inner.sent.start : edge - 1])):
            if token.pos_ == "VERB" and token.lemma_ in SAYING | {"offer"} and token.dep_ != "amod":
                return token if token.tag_ in {"VBD", "VBZ", "VBP", "VBN"} else None
        return None

    def _cue_beside(self, inner: Token, token: Token) -> Token | None:
        """A parenthesis: ", Norland says, " or a trailing ", said Norland"."""
        for child in inner.children:
            if child.dep_ not in {"parataxis", "ccomp", "advcl", "conj", "dep"}:
                continue
            if child.lemma_ in _PLAIN and child.i != token.i and self._is_aside(child):
                return child
        return None

    def _is_aside(self, verb: Token) -> bool:
        if any(child.dep_ in {"ccomp", "xcomp", "mark"} for child in verb.children):
            return False
        own = [child for child in verb.children if child.dep_ in syntax.SUBJECTS]
        if not own:
            return False
        first = min(verb.i, own[0].left_edge.i)
        last = max(verb.i, own[0].right_edge.i)
        before = self.doc[first - 1].text if first else ""
        return before in {",", '"', "”", "'", "–", "—", "-"} and last - first < _LONGEST_ASIDE

    def _named_source(self, inner: Token, token: Token) -> Token | None:
        """As in "according to X", "in the words of X", "in X's view", "for X, ..."."""
        for child in inner.children:
            if child.i == token.i or child.dep_ not in {"prep", "advmod", "dep"}:
                continue
            found = _source_phrase(child)
            if found is not None:
                return found
        return None

    def _from_cue(self, cue: Token, inner: Token, *, asked: bool, direct: bool) -> Voice:
        who = self.subject(cue) if not syntax.is_passive(cue) else syntax.agent(cue)
        holder = self.who(who)
        asking = cue.lemma_ in _ASKING and _is_question(inner)
        unsaid = any(child.dep_ == "neg" for child in cue.children) and cue.lemma_ in _PLAIN
        return Voice(
            holder,
            self.words(who),
            cue.i,
            doubted=cue.lemma_ in DOUBTED or unsaid,
            asked=asked or asking,
            direct=direct,
        )

    def _of_quotation(self, quotation: quotations.Quotation, *, asked: bool) -> Voice:
        cue = self._cue_near(quotation)
        if cue is None:
            return self._of_earlier(quotation, asked=asked)
        voice = self._from_cue(cue, cue, asked=asked, direct=True)
        return Voice(voice.holder, voice.speaker, voice.cue, asked=asked, direct=True)

    def _of_earlier(self, quotation: quotations.Quotation, *, asked: bool) -> Voice:
        """The speaker of the quotation before, in the same paragraph."""
        text = self.scene.document.text
        before = [found for found in self.quotations if found.end < quotation.start]
        if before and "\n\n" not in text[before[-1].end : quotation.start]:
            earlier = self._of_quotation(before[-1], asked=asked)
            if earlier.holder:
                return Voice(earlier.holder, earlier.speaker, earlier.cue, asked=asked, direct=True)
        cue = self._cue_of_sentence_before(quotation)
        if cue is None:
            return Voice(asked=asked, direct=True)
        voice = self._from_cue(cue, cue, asked=asked, direct=True)
        return Voice(voice.holder, voice.speaker, voice.cue, asked=asked, direct=True)

    def _cue_of_sentence_before(self, quotation: quotations.Quotation) -> Token | None:
        span = self.doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if span is None or span.start < _FEW or "\n\n" in self.doc[span.start - 2].text:
            return None
        return next(
            (t for t in self.doc[span.start - 2].sent if t.lemma_ in _PLAIN and t.dep_ == "ROOT"),
            None,
        )

    def _cue_near(self, quotation: quotations.Quotation) -> Token | None:
        """The reporting verb that goes with a quotation: after it, before it, or one quote on."""
        span = self.doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if span is None:
            return None
        following = [t for t in self.doc[span.end : span.end + 14] if t.i not in self._inside]
        for token in _until_stop(following):
            if token.lemma_ in _PLAIN and token.pos_ == "VERB":
                return token
        before = list(self.doc[max(0, span.start - 30) : span.start])
        for token in _until_stop(reversed(before)):
            if token.lemma_ in _PLAIN and token.pos_ == "VERB" and token.i not in self._inside:
                return token
        return None


def _is_question(clause: Token) -> bool:
    words = {child.lower_ for child in clause.children if child.i < clause.i}
    return bool(words & {"whether", "if", "why", "how", "what", "when", "where", "who"})


def _until_stop(tokens: Iterator[Token] | list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.text in {".", "!", "?", ";"} or "\n\n" in token.text:
            return
        yield token


def _upwards(token: Token) -> Iterator[Token]:
    """The token and what it hangs on, as long as it is one and the same telling."""
    yield token
    while token.head != token:
        token = token.head
        yield token


def _source_phrase(prep: Token) -> Token | None:
    word = prep.lower_
    if word == "according":
        to = syntax.first(prep, "prep")
        return syntax.first(to if to is not None else prep, "pobj")
    noun = syntax.first(prep, "pobj")
    if word == "for" and noun is not None and prep.i == prep.sent.start:
        return noun if noun.ent_type_ and noun.nbor().text == "," else None
    if word != "in" or noun is None or (noun.lower_ not in _VIEWS and noun.lemma_ not in _VIEWS):
        return None
    return syntax.owner(noun) if noun.lemma_ != "word" or prep.head.i > 0 else None
