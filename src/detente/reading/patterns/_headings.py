"""What a heading asks and the line below answers: "What does Norland want?" - "An apology."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Span, Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.wording import words

_ASKED = {
    "demand": words("want demand ask seek need require insist"),
    "offer": words("offer propose suggest"),
    "refusal": words("reject refuse oppose"),
    "claim": words("say claim argue hold maintain answer reply believe"),
    "accusation": words("accuse complain blame object"),
}
_LONGEST = 14  # words of a heading


def below_questions(telling: Telling, kind: str) -> Iterator[Finding]:
    r"""The line below a heading, where it is no sentence of its own.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland left Sudmark.\n\nWhat does Norland want?\n\nAn apology from Sudmark."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(one.clause.text, one.holder) for one in below_questions(telling, "demand")]
    [('apology', ('norland',))]
    """
    for heading, below in pairwise(telling.scene.sentences):
        asks = _asks(heading, kind) if heading.spelt({"?"}) else None
        if asks is None or telling.quotation(asks) is not None:
            continue
        holder = telling.whose(syntax.subject(asks))
        if holder and not below.spelt({"?"}) and _is_answer(below.root, kind):
            yield from cues.finding(telling, kind, below.root, holder=holder, confidence=0.75)


def _asks(heading: Span, kind: str) -> Token | None:
    """The verb of "What does Norland want?", where a heading asks for what is of that kind."""
    said = [token for token in heading if token.is_alpha]
    if not 0 < len(said) <= _LONGEST or "what" not in {token.lower_ for token in said[:2]}:
        return None
    return next(iter(heading.of_lemmas(_ASKED[kind])), None)


def _is_answer(root: Token, kind: str) -> bool:
    """As in "An apology.", "To keep the ships.", "That it has been robbed."."""
    opening = next((token for token in root.sent if token.is_alpha), root)
    if kind in {"claim", "accusation"}:
        return opening.lower_ == "that" and opening.dep_ == "mark"
    if opening.lower_ == "to" and root.tag_ == "VB":
        return True
    return root.pos_ in syntax.NOMINAL
