"""Who says what: the nesting of speakers, sentence by sentence, down to single clauses.

The *speaker* is who voices a thing, in the words of the text; the *holder* is the party whose
position it is. Reported speech ("Norland said that ..."), parentheses (", Norland says, "),
"according to Norland", quotations that go on over sentences, and views ("in Norland's eyes").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.reading import (
    belonging,
    carrying,
    citing,
    introducing,
    quotations,
    reporting,
    saying,
    syntax,
    transcripts,
)
from detente.reading.grammar import ONE_OF_MANY
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Token
from detente.reading.quotations import Quotation
from detente.reading.reporting import Reports
from detente.reading.saying import ASKING, DOUBTED
from detente.reading.tellers import is_rejected, teller
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.scene import Scene

_EDITORIAL = words("report know use see hear understand publish update learn ask think have be")
_OFTEN = 3  # "we" outside of quotations, in a statement of one's own
_THEY = frozenset({"he", "she", "they", "it", "his", "her", "its", "their"})
_LANDS = words("state province region territory emirate canton county republic island city")
_OTHERS = frozenset({"he", "she", "they"})  # said in a quotation: not the speaker
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
        self.asides: dict[int, bool] = {}  # of verbs: whether they are asked, doubted, supposed

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations of the text."""
        return quotations.find(self.scene.document.text)

    @cached_property
    def _inside(self) -> dict[int, Quotation]:
        return {
            token.i: found
            for found in self.quotations
            for token in self.doc.char_span(found.start, found.end) or ()
        }

    @cached_property
    def _reports(self) -> Reports:
        return Reports(self.doc, self._inside)

    def quotation(self, token: Token) -> Quotation | None:
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
            return self.voice(token).holder or self.writers
        if token.lower_ in _LANDS and (land := belonging.of_name(self, token)):
            return land
        found = tuple(self.scene.refers(token)) or self._in_capitals.get(token.text, ())
        if token.lower_ in _OTHERS and self.voice(token).direct:
            own = self.voice(token).holder
            return tuple(party for party in found if party not in own)
        if not found and token.lower_ in _THEY:
            return self.voice(token).holder
        if not found and token.lower_ in ONE_OF_MANY:
            found = tuple(p for one in syntax.children(token, "appos") for p in self.who(one))
        found = found or belonging.behind(self, token) or belonging.seated(self, token)
        return found or belonging.named_beside(self, token)

    @cached_property
    def _in_capitals(self) -> dict[str, tuple[str, ...]]:
        """The parties by their names in capitals, as in the heading "NORLAND. Wants a treaty"."""
        parties = self.scene.parties
        return {name.upper(): (one.id,) for one in parties for name in (one.name, *one.aliases)}

    @cached_property
    def writers(self) -> tuple[str, ...]:
        """Who "we" are in a text that is a party's own: whoever it names first as acting."""
        own = [
            token
            for token in self.doc
            if token.lower_ == "we" and token.dep_ == "nsubj" and token.i not in self._inside
            if token.head.lemma_ not in _EDITORIAL or _is_resolve(token.head)
        ]
        if len(own) < _OFTEN:
            return ()
        for token in self.doc:
            acts = token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ == "PROPN"
            if acts and self.scene.refers(token):
                return tuple(self.scene.refers(token))[:1]
        return ()

    def whose(self, token: Token | None) -> tuple[str, ...]:
        """The parties that a noun phrase stands for, or whose the thing is that it names."""
        if token is None:
            return ()
        return self.who(token) or (() if token.pos_ == "PRON" else belonging.by_owner(self, token))

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
        found = self._voices.get(token.i)
        if found is None:
            self._voices[token.i] = Voice()  # against circles
            found = self._voices[token.i] = self._heard(token)
        return found

    def _heard(self, token: Token) -> Voice:
        quotation = self.quotation(token)
        asked = bool(token.sent.spelt({"?"}))
        for inner in reporting.upwards(token):
            cue = self._reports.over(inner, token) or self._reports.beside(inner, token)
            second = citing.second(inner)
            if cue is not None and not self.who(second):
                return self._from_cue(cue, inner, asked=asked, direct=quotation is not None)
            named = second or citing.source(inner, token) or self._label(inner)
            if named is not None and (self.who(named) or not citing.is_for(named)):
                return Voice(self.who(named), self.words(named), named.i, asked=asked)
        if quotation is not None and quotation.whole:
            return self._of_quotation(quotation, asked=asked)
        root = token.sent.root
        if token.pos_ == "NOUN" and saying.is_plain(root) and not self._is_speaker(token, root):
            return self._from_cue(root, token, asked=asked, direct=False)
        going_on = (
            self._reports.before_semicolon(token)
            or self._reports.in_passing(token)
            or carrying.carried(self, token.sent)
        )
        if going_on is not None:
            return self._from_cue(going_on, token, asked=asked, direct=False)
        return self._of_turn(token, asked=asked)

    def _of_turn(self, token: Token, *, asked: bool) -> Voice:
        """Whose turn it is in an interview; else the writers'."""
        answering = transcripts.answering(self, token)
        if answering is None:
            return self._of_writers(token, asked=asked)
        return Voice(self.who(answering), self.words(answering), answering.i, direct=True)

    def _of_writers(self, token: Token, *, asked: bool) -> Voice:
        """Of "We will not board such vessels" in a statement of one's own: the writers."""
        ours = (t for t in token.sent.spelt({"we"}) if t.dep_ == "nsubj")
        we = next((t for t in ours if _is_resolve(t.head)), None)
        if we is None or token.i in self._inside or we.i in self._inside or not self.writers:
            return Voice(asked=asked)
        return Voice(self.writers, we.text, we.i, asked=asked)

    def _label(self, inner: Token) -> Token | None:
        """Who stands before a colon: a name, or a party that the parser takes for a noun."""
        label = self._reports.label(inner)
        if label is None:
            return None
        if transcripts.floor(self.doc).at(label) is not None:
            return transcripts.answering(self, label)
        return label if label.pos_ == "PROPN" or self.who(label) else None

    def _is_speaker(self, token: Token, verb: Token) -> bool:
        speaker = teller(verb)
        return speaker is None or token in speaker.subtree

    def _from_cue(self, cue: Token, inner: Token, *, asked: bool, direct: bool) -> Voice:
        who = teller(cue)
        asking = cue.lemma_ in ASKING and reporting.is_question(inner)
        unsaid = any(child.dep_ == "neg" for child in cue.children) and (
            cue.lemma_ == "be" or saying.is_plain(cue)
        )
        return Voice(
            self.whose(who)
            if cue.pos_ in {"AUX", "NOUN"} or cue.lemma_ == "remain"
            else self.who(who),
            self.words(who),
            cue.i,
            doubted=cue.lemma_ in DOUBTED or unsaid or is_rejected(cue),
            asked=asked or asking,
            direct=direct,
        )

    def _of_quotation(self, quotation: Quotation, *, asked: bool) -> Voice:
        cue = self._reports.near(quotation)
        if cue is None:
            return self._of_earlier(quotation, asked=asked)
        voice = self._from_cue(cue, cue, asked=asked, direct=True)
        return Voice(voice.holder, voice.speaker, voice.cue, asked=asked, direct=True)

    def _of_earlier(self, quotation: Quotation, *, asked: bool) -> Voice:
        """The speaker of the quotation before, in the same paragraph, or who is told before it."""
        text = self.scene.document.text
        before = [found for found in self.quotations if found.end < quotation.start]
        alone = quotations.is_paragraph(text, quotation)
        if before and quotations.is_near(text, before[-1], quotation):
            earlier = self._of_quotation(before[-1], asked=asked)
            if earlier.holder:
                return Voice(earlier.holder, earlier.speaker, earlier.cue, asked=asked, direct=True)
        cue = introducing.said_before(self, quotation, alone=alone)
        if cue is None:
            return self._of_label(quotation, asked=asked)
        voice = self._from_cue(cue, cue, asked=asked, direct=True)
        return Voice(voice.holder, voice.speaker, voice.cue, asked=asked, direct=True)

    def _of_label(self, quotation: Quotation, *, asked: bool) -> Voice:
        """Of "Ana Berg, on the radio: “Never. We shall wait.”": hers, to its end."""
        span = self.doc.char_span(quotation.start, quotation.end)
        named = self._label(span[0]) if span is not None and span.start else None
        if named is None:
            named = introducing.told_of_before(self, quotation)
        if named is None:
            return Voice(asked=asked, direct=True)
        return Voice(self.who(named), self.words(named), named.i, asked=asked, direct=True)


def _is_resolve(verb: Token) -> bool:
    """As in "we will", "we cannot": what the writers mean to do, and not what they tell."""
    modal = syntax.modal(verb)
    ready = verb.lemma_ == "be" and any(c.lower_ in _READY for c in verb.children)
    refused = modal is not None and is_negated(verb)
    return modal in {"will", "shall", "would"} or ready or refused


_READY = frozenset({"prepared", "ready", "willing", "determined", "unwilling"})
