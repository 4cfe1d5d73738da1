"""Turns of phrase of news about states, put plainly: "sit down with our neighbours" is to talk."""

from __future__ import annotations

import re

from detente.dispute.evidence import Evidence

_GONE = "(?:ha(?:s|ve|d) )?(?:left|gone|quit|withdrawn|departed|leaves?|goes|departs|withdraws)"
_CRAFT = (
    "(?:[a-z-]+ ){0,2}(?:ship|boat|vessel|trawler|tanker|lorry|truck|convoy|aircraft|plane|train)"
)
_WITH = "(?:to|with) (?:its|their|our|the) (?:[a-z]+ )?(?:neighbou?rs?|counterparts?|other side)"
_JUDGE = r"(?:it|they|the [a-z]+|[A-Z]\w+)"
_JUDGES = "concludes?|finds?|decides?|recommends?|rules?"
_IS = "is|are|was|were|remains?|stays?|(?:will|would) (?:be|remain|stay)"
_FAR = "out of reach|beyond reach|elusive|on hold|on ice|inconceivable|a distant prospect"
_TURNS = tuple(
    (re.compile(turn), plain)
    for turn, plain in (
        (r"^attend$", "hold talks"),
        (r"^(?:stay|remain) (?:(?:at )?home|away)$", "refuse to hold talks"),
        # "normal relations remain out of reach as long as": what is withheld
        (rf"^((?:the|any|a|an) .+?) (?:{_IS}) (?:{_FAR})$", r"\1"),
        # "while a gun is held to our head": what is meant, is told beside it
        (
            r"^(?:an? |the )?(?:gun|pistol|knife) is (?:being )?held to (?:our|its|their|the) .*$",
            "",
        ),
        (rf"\b(?:sit down|talk|negotiate|hold talks) {_WITH}$", "hold talks"),
        (r"^(?:its|their|any) (?:consent|assent) to (?=(?:an?|any|the|its|their) )", "accept "),
        (
            rf"\baccept (?:whatever|what) {_JUDGE} (?:{_JUDGES})\b",
            "accept the outcome",
        ),
        # "until the last soldier has left": all of them
        (rf"\bthe last (?!\w*(?:man|child|person)\b)([a-z]+[a-rt-z]) (?={_GONE})", r"the \1s "),
        # "has hinted at trade measures"
        (r"^hint(?:s|ed)? at (?=(?:[a-z]+ )?(?:measures|steps|action)$)", "take "),
        (r"^hint(?:s|ed)? at (?=[a-z])", ""),
        # "stop any ship that enters the bay": not that there be none
        (
            rf"^(?:stop|halt|turn back) (any|every) ({_CRAFT})(?: (?:that|which|found|in) .*)?$",
            r"intercept \1 \2",
        ),
    )
)


def straight(text: str) -> str:
    """A phrase without such turns.

    >>> straight("sit down with our neighbours"), straight("sit down with the rebels")
    ('hold talks', 'sit down with the rebels')
    >>> straight("the normalization of ties remains out of reach"), straight("stay at home")
    ('the normalization of ties', 'refuse to hold talks')
    >>> straight("accept whatever it concludes"), straight("accept whatever is paid")
    ('accept the outcome', 'accept whatever is paid')
    >>> straight("its consent to a return"), straight("its consent")
    ('accept a return', 'its consent')
    >>> straight("the last soldier has left"), straight("hint at trade measures")
    ('the soldiers has left', 'take trade measures')
    >>> straight("a gun is held to our head"), straight("a gun is held by the guard")
    ('', 'a gun is held by the guard')
    >>> straight("stop any ship that enters the bay"), straight("stop any ships")
    ('intercept any ship', 'stop any ships')
    """
    for turn, plain in _TURNS:
        text = turn.sub(plain, text)
    return text


def asks_nothing(piece: Evidence) -> bool:
    """Whether a statement moves nothing: an appeal for calm, "no talks under pressure".

    Nor does it to say that it is for the two "to settle their differences".

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
    if piece.kind == "refusal":
        return piece.condition is None and _PRESSED.search(about) is not None
    return piece.kind == "demand" and (
        _CALM.search(about) is not None or _THEIRS.match(about) is not None
    )


_THEIRS = re.compile(
    r"(?:it (?:is|was) )?(?:up to|for) .+ to (?:settle|resolve|sort out) their \w+$"
)
_CALM = re.compile(
    r"\b(?:calm|(?:utmost |maximum |the greatest )?restraint|moderation|patience|wisdom)$"
)
_PRESSED = re.compile(r"\bunder (?:pressure|duress|threat|threats|blackmail|fire)$")
