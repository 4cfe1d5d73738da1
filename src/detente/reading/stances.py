"""Which of the positions that were found stand: weighed by how each is told (`manners`).

Rules find positions word by word; whether a clause is somebody's position at all hangs on what
stands around it too: that it is told by the way, of long ago, in another's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.dispute.evidence import AUTHOR
from detente.reading import manners
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.changes import set_apart, turns
from detente.reading.listing import BULLET
from detente.reading.odds import odds, weights
from detente.reading.patterns import Finding
from detente.reading.patterns._unheld import is_foreseen

_FEW = 6  # of fewer findings none is left out
LEAST = -20  # hundredths that a finding must weigh
_ALONE = -20  # by how much what is all that somebody says may weigh less
_TURNED = re.compile(
    r"\b(?:who|which)\b[^.]*\b(?:had|used to)\b[^.]*, now (?:says?|wants?|asks?)\b"
)
_NEWLY = re.compile(r"\b(?:however|now|since|instead|no longer)\b")
_BULLET = re.compile(rf"\s*(?:{BULLET})\s+")


def sifted(telling: Telling, found: Sequence[Finding]) -> list[Finding]:
    """The findings that weigh enough, in their order.

    Parameters
    ----------
    telling, found
        An article, and all that was found in it.

    Returns
    -------
    list[Finding]
        Of few findings all: in a note hardly anything is told by the way.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene, statements
    >>> text = "Norland accused Sudmark of theft. Sudmark denied it. Norland wants its nets back."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [one.kind for one in sifted(telling, statements.gathered(telling))]
    ['accusation', 'denial', 'demand']
    """
    if len(found) < _FEW:
        return [*found]
    fitted = weights("stances")
    weighed = [
        (odds(fitted, said) - LEAST, one)
        for one, said in zip(found, manners.marks(telling, found), strict=True)
    ]
    heard = {party for weight, one in weighed if weight >= 0 for party in one.holder}
    return [
        one
        for (weight, one), before in zip(weighed, [None, *found], strict=False)
        if weight >= (0 if heard & {*one.holder} else _ALONE)
        or _is_outlook(telling, one)
        or _is_turned(one)
        or _is_looked_back_to(one)
        or (before is not None and _has_turned(before, one))
        or _is_listed(telling, one)
        or _is_labelled(telling, one)
    ]


def _is_outlook(telling: Telling, one: Finding) -> bool:
    """As in "Until that changes, prospects stay bleak": on what the narrator makes it hang."""
    if AUTHOR not in one.holder or telling.voice(one.clause).cue is not None:
        return False
    return is_foreseen(one.clause)


def _is_turned(one: Finding) -> bool:
    """As in "A, who in March had promised to pay, now says that B must": what was held, and is.

    So is what stands in an aside that tells of what was once: "A, which at first agreed".
    """
    if one.clause.dep_ == "relcl":
        own = " ".join(token.text for token in one.clause.subtree)
        return turns.once(own) or _TURNED.search(one.clause.sent.text) is not None
    return _TURNED.search(one.clause.sent.text) is not None


def _is_looked_back_to(one: Finding) -> bool:
    """As in "As late as March its minister had told them that it would never be sold"."""
    text = one.clause.sent.text.strip()
    then = turns.OPENS_THEN.match(text) is not None and set_apart.said_then(text)
    return then or turns.LOOKING_BACK.match(text) is not None


def _has_turned(before: Finding, one: Finding) -> bool:
    """As in "A had long refused to pay. In May, however, it said it would"."""
    same = before.holder == one.holder and before.kind != one.kind
    return (
        same
        and before.clause.sent.end == one.clause.sent.start
        and is_pluperfect(before.clause)
        and _NEWLY.search(one.clause.sent.text) is not None
    )


def _is_listed(telling: Telling, one: Finding) -> bool:
    """As in "- Rejects: a role for the United Nations": a line of a list of positions."""
    text, start = telling.scene.document.text, one.clause.sent.start_char
    return _BULLET.fullmatch(text, text.rfind("\n", 0, start) + 1, start) is not None


def _is_labelled(telling: Telling, one: Finding) -> bool:
    """As in the line "Norland: a seat on the board": under whose name it stands."""
    sent, cue = one.clause.sent, telling.voice(one.clause).cue
    text, start = telling.scene.document.text, sent.start_char
    opens = start == 0 or text[start - 1] == "\n"
    named = cue is not None and sent.start <= cue < one.clause.i and one.kind == "demand"
    return named and opens and cue is not None and telling.doc[cue].nbor().text == ":"
