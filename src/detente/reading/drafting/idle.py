"""Statements that ask nothing of anybody: appeals for calm, questions, maxims, hindsight."""

from __future__ import annotations

import re

from detente.dispute.evidence import Evidence


def asks_nothing(piece: Evidence) -> bool:
    """Whether a statement moves nothing: an appeal for calm, "no talks under pressure".

    Nor does a question, what nobody can do any more, or what holds of anybody; nor to say that it
    is for the two "to settle their differences".

    >>> asks_nothing(Evidence("q1", "d1", "…", 0, 1, "demand", about="appeal for calm"))
    True
    >>> asks_nothing(Evidence("q1", "d1", "…", 0, 1, "demand", about="appeal for help"))
    False
    >>> told = "for the trust and the union to settle their differences"
    >>> asks_nothing(Evidence("q1", "d1", "…", 0, 1, "demand", about=told))
    True
    >>> asks_nothing(Evidence("q1", "d1", "…", 0, 1, "refusal", about="talks held under pressure"))
    True
    """
    about = piece.about or ""
    if _is_maxim(piece.quote) or _IN_HINDSIGHT.search(piece.quote) or _is_judged(piece):
        return True
    if piece.kind == "refusal":
        return piece.condition is None and _PRESSED.search(about) is not None
    return piece.kind == "demand" and (
        any(asked.match(about) is not None for asked in (_QUESTION, _THEIRS, _OWN_PEOPLE))
        or _CALM.search(about) is not None
    )


_THEIRS = re.compile(
    r"(?:it (?:is|was) )?(?:up to|for) .+ to (?:settle|resolve|sort out) their \w+$"
)
_OWN_PEOPLE = re.compile(  # "called on his followers to stay at home"
    r"(?:(?:call|appeal|plead)(?:s|ed)? (?:up)?(?:on|to|with)"
    r"|(?:urge|ask|advise|order|instruct|tell|beg)(?:s|e?d)?) (?:its|his|her|their) (?:own )?"
    r"(?:followers|supporters|citizens|nationals|fighters|members|men|troops|forces|people|staff"
    r"|flock|party)\b"
)
_CALM = re.compile(
    r"\b(?:calm|(?:utmost |maximum |the greatest )?restraint|moderation|patience|wisdom)$"
)
_PRESSED = re.compile(r"\bunder (?:pressure|duress|threat|threats|blackmail|fire)$")
_QUESTION = re.compile(r"(?:only|who|whom|which|whether|how|why|when|where) ", re.IGNORECASE)
_IN_HINDSIGHT = re.compile(  # "should have waited for the court": nobody can any more
    r"\b(?:should|ought to) (?:never |not )?have (?:been |never |not )?(?:[a-z]+ed|gone|done|paid"
    r"|left|begun|come|given|taken|sold|told|kept|met|known)\b(?! leave| holiday)"
)


def _is_judged(piece: Evidence) -> bool:
    """Whether a threat is only what somebody says of a thing: "otherwise it is theatre".

    >>> quote = "Otherwise it is theatre."
    >>> _is_judged(Evidence("q1", "d1", quote, 0, 24, "threat", about="theatre"))
    True
    >>> quote = "Otherwise it is war and it will close the port."
    >>> _is_judged(Evidence("q1", "d1", quote, 0, 47, "threat", about="close the port"))
    False
    """
    about = re.escape(piece.about or "")
    judged = rf"\b(?:it|this|that) (?:is|was|will be|would be) (?:an? |just |only |mere )*{about}"
    return piece.kind == "threat" and bool(about and re.search(rf"{judged}[.\"”,]", piece.quote))


def _is_maxim(quote: str) -> bool:
    """Whether it is said of anybody, and of nothing of the case: "Nobody pays without a roof".

    >>> _is_maxim('"Nobody pays rent for a house without a roof," he said.')
    True
    >>> _is_maxim("Nobody goes back until the roster is gone, he said.")
    False
    """
    said = re.split(r"[,.!?]?[\"”’»]|, (?:he|she|it|they|[A-Z][\w-]+) ", quote.lstrip('"“‘«„'))[0]
    return _ANYBODY.match(said) is not None and not _OF_THE_CASE.search(said)


_ANYBODY = re.compile(
    r"(?:(?:nobody|no one|a \w+|an \w+) (?!sa(?:id|ys)|told)[a-z]+|(?:one|you) (?:can['’]t|"
    r"(?:do|does|can|could|would|should)(?:n['’]t\b| ?not\b| never\b)))", re.IGNORECASE,
)  # fmt: skip
_OF_THE_CASE = re.compile(
    r"\b(?i:the|this|that|these|those|our|their|its|his|her|my|we|us|them|it|they|he|she|here|now)\b"
    r"|(?<=\w )[A-Z]\w+|\d"
)
