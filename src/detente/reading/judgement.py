"""Whether an article is about a dispute at all: by its positions, and by what it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from detente.dispute.evidence import AUTHOR, Evidence
from detente.reading.languages.sentences import words_in
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.tables import rows
from detente.reading.wording import words

OPPOSED = frozenset(
    {"precondition", "demand", "refusal", "accusation", "denial", "threat", "claim"}
)
_MANY = 3  # opposed positions that suffice
_TWO = 2
_NOTE = 50  # words: in less, one opposed position is what the text is about, and words say little
_TELLING = 60  # words of an article that say most, one way or the other, are asked
_LONG = 1200  # tokens: a text of more is weighed by parts
_REPORT = 500  # tokens of a part
_FULL = 120  # different words: what those of a shorter text say is scaled up to so many
LEAST = 2400  # hundredths: what they have to say together for a dispute
_BARGAINED = 2200  # where three set terms, or where it begins with a strike, a protest
_LEAD = 60  # tokens of a headline and the paragraph below
_AMPLE = 2700  # where hardly any position was understood


def is_dispute(scene: Scene, said: Sequence[Evidence]) -> bool:
    """Whether two or more parties are in opposed positions, and the article is about that.

    Sport, results and science have demands and refusals too, so the words have a say: what each
    of them says is known from articles that are about disputes and others that are not.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> is_dispute(build(Document("d1", text="The coach wants a new goalkeeper.")), [])
    False
    """
    opposed, holders = _opposed(said)
    involved = holders | {id_ for piece in opposed for id_ in _others(piece)}
    is_note = sum(token.is_alpha for token in scene.doc) < _NOTE
    if is_note and any(map(_sets_terms_to_another, opposed)):
        return True
    told = max(leaning(words_of(part), weights()) for part in _parts(scene.doc.tokens))
    if told <= (0 if is_note else LEAST):
        named = len(opposed) >= _TWO <= len(involved) and _names_itself(scene)
        return told > _BARGAINED and (named or _are_bargaining(opposed))
    if is_opposed(said) or (len(opposed) >= (1 if is_note else _TWO) and len(involved) >= _TWO):
        return True
    if is_note and told > LEAST and any(piece.kind == "precondition" for piece in opposed):
        return True  # "Norland will admit no inspectors until the sanctions are lifted"
    return told >= _AMPLE and len(scene.parties) >= _TWO


def is_opposed(said: Sequence[Evidence]) -> bool:
    """Whether two parties or more hold several positions against each other.

    >>> is_opposed([])
    False
    """
    opposed, holders = _opposed(said)
    return len(opposed) >= _MANY and len(holders) >= _TWO


def is_plainly_opposed(text: str, said: Sequence[Evidence]) -> bool:
    """The same of a text that is read by cues alone, which see less.

    Two positions suffice, in a note one, where another party is named in one of them.

    >>> is_plainly_opposed("", [])
    False
    """
    opposed, _ = _opposed(said)
    least = 1 if words_in(text) < _NOTE else _TWO
    return len(opposed) >= least and any(_others(piece) for piece in opposed)


def _opposed(said: Sequence[Evidence]) -> tuple[list[Evidence], set[str]]:
    opposed = [piece for piece in said if piece.kind in OPPOSED and AUTHOR not in piece.holder]
    return opposed, {id_ for piece in opposed for id_ in piece.holder}


def _are_bargaining(opposed: Sequence[Evidence]) -> bool:
    """Whether three parties or more set terms."""
    return len({id_ for piece in opposed if piece.condition for id_ in piece.holder}) > _TWO


def _sets_terms_to_another(piece: Evidence) -> bool:
    """As in "Nurses will walk out unless the hospital pays"."""
    return piece.condition is not None and bool({*piece.condition.by} - {*piece.holder})


def _names_itself(scene: Scene) -> bool:
    """Whether it begins with a dispute, a strike, a protest.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> [_names_itself(build(Document("d1", text=text)))
    ...  for text in ("Norair and its pilots are in dispute.", "Norair and its pilots met.")]
    [True, False]
    """
    return any(token.lemma_.casefold() in _DISPUTES for token in scene.doc.tokens[:_LEAD])


_DISPUTES = words("dispute protest protester strike walkout lockout blockade standoff picket")


def _others(piece: Evidence) -> tuple[str, ...]:
    return piece.addressee + (piece.condition.by if piece.condition else ())


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A long text by parts as long as a report: a digest has other news in it too."""
    size = len(tokens) if len(tokens) < _LONG else _REPORT
    for start in (*range(0, len(tokens) - size, size or 1), len(tokens) - size):
        yield tokens[start : start + size]


def words_of(tokens: Iterable[Token]) -> frozenset[str]:
    """The different words of an article, but names.

    >>> from detente.reading import page
    >>> sorted(words_of(page.phrase("Norland shut its ports.")))
    ['its', 'port', 'shut']
    """
    return frozenset(
        token.lemma_.casefold()
        for token in tokens
        if token.is_alpha and (token.is_lower or (token.is_sent_start and token.pos_ != "PROPN"))
    )


@cache
def weights() -> Mapping[str, int]:
    """What each word says for, or against, an article's being about a dispute, in hundredths.

    >>> weights()["ceasefire"] > 0 > weights()["goalkeeper"]
    True
    """
    return {row["word"]: int(row["weight"]) for row in rows("topics")}


def leaning(words: Collection[str], weights: Mapping[str, int]) -> float:
    """What the most telling words of a text say together, as if it had many.

    >>> leaning(["port", "goal"], {"port": 30, "goal": -200})
    -10200.0
    """
    said = [weights[word] for word in words if word in weights]
    most = sorted(said, key=lambda weight: (abs(weight), weight))[-_TELLING:]
    return sum(most) * _FULL / max(1, min(len(words), _FULL))
