"""Turns of phrase of news about states, put plainly: "sit down with our neighbours" is to talk."""

from __future__ import annotations

import re
from collections.abc import Callable

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
_ONE = "(?:(?:an?|the|its|their|any|new|further|joint|direct)\\b|[a-z]+(?:al|ic|ive) )"
_SHY = "(?:turn|shy|run|hide)(?:s|ed|ing)? away|shrink(?:s|ing)?|shr[au]nk"
_TALKS = "(?:new |further |direct )?(?:talks|negotiations|dialogue|discussions?|meetings?)"
_AGAIN = "reiterate[sd]?|repeat(?:s|ed)?|renew(?:s|ed)?|restate[sd]?|maintain(?:s|ed)?"
_ITS = "(?:its|their|the|his|her)(?: \\w+)?"
_ONES = "(?:the|its|their|all|any|his|her)"
_UNDONE = "answered|signed|paid|attended|opened|settled|protected|touched|manned|guarded|punished"
_STATES = "(?:acknowledge|recogni[sz]e|confirm|state|declare|admit|guarantee|accept)[sd]?"
_HALT = "(?:an end|a halt|a stop)"
_APPEAL = "call|appeal|demand|request"
_PLEDGE = "promise[sd]?|pledge[sd]?"
_MONEY = r"(?:[$€£¥₹]|[A-Z]{1,3}\$|\d[\d.,]*(?: (?:million|billion|lakh|crore))? [a-z]+s\b)"
_BE = "is|are|be|been|was|were"
_TEXT = "(?:the (?:budget|bill|law|text|draft|plan|deal|agenda|table|package|contract)|it|them)"
_INCOME = "(?:revenues?|money|proceeds|profits?|funds|earnings|income|royalties|compensation)"
_SHARE = "(?:wealth|land|share|seats?|island|territory)"
_PAID = "(?:compensation|money|funding|damages|reparations|refunds?)\\b"


def _undone(found: re.Match[str]) -> str:
    """``leaving its calls unanswered``: not to answer them."""
    if found[2] == "answered" and re.search(r"\bcalls\b", found[1]):
        return f"not take {found[1]}"
    verb = {"paid": "pay", "settled": "settle"}.get(found[2], found[2].removesuffix("ed"))
    return f"not {verb} {found[1]}"


_TURNS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(turn), plain)
    for turn, plain in (
        (r"^attend$", "hold talks"),
        # "open to a joint commission": who would agree to it
        (rf"^(?:(?:{_IS}|be) )?open to (?={_ONE})(?!(?:all|any|every) )", "agree to "),
        (r"^open to (?:\w+ )*?(?:partners|comers|everyone|everybody|visitors)\b.*$", ""),
        (rf"\b(?:not |never |neither )(?:{_SHY}) from (?={_ONE}|{_TALKS})", "agree to "),
        (rf"\b(?:{_SHY}) from (?=(?:{_ONE} )?(?:{_TALKS}))", "refuse "),
        # "renewed its appeal to Sudmark to free the crew": what it asks for
        (rf"^(?:{_AGAIN}) {_ITS} (?:{_APPEAL})s? (?:(?:on|to) .+? )?(?:to|for) ", ""),
        (rf"\b({_BE}) taken (?:out of|off) (?:{_TEXT})\b", r"\1 dropped"),
        (
            rf"\b({_INCOME}(?: (?:of|from) [\w ]+?)?) (?:goes|go|went) to (?=[A-Za-z])",
            r"\1 is paid to ",
        ),
        (
            rf"\b({_SHARE}(?: (?:of|from) [\w ]+?)?) (?:goes|go|went) to (?=[A-Za-z])",
            r"\1 is given to ",
        ),
        (
            r"\b(?:renounce|rule out|abandon|forgo|give up)(?:s|d)? the use of (?=[a-z])",
            "stop using ",
        ),
        (
            rf"^.*\bkeep(?:s|ing)? {_ITS} ?(?:mouth|lip|eye|ear)s? (?:shut|closed|open)\b.*$",
            "",
        ),
        (r",? in (?:its|their|his|her) (?:own )?words?\b", ""),
        (rf"^(?:{_PLEDGE})(?=(?: (?:up to|some|about|almost|nearly|over))? {_MONEY})", "pay"),
        (rf"^(?:{_PLEDGE}) (?={_PAID})", "pay "),
        (
            rf"\b(?:keeps? )?leav(?:e|es|ing) ((?:{_ONES} )?[\w'’ -]{{3,50}}?) un({_UNDONE})\b",
            _undone,
        ),
        (r"\b(be|is|are|was|were) left (?:free )?to (?=[a-z])", r"\1 allowed to "),
        (r"^keeping (?=.* (?:closed|shut|open|sealed|locked)\b)", "keep "),
        (r"^([A-Za-z][\w'’ -]{2,40}?s) left free to (?=[a-z])", r"\1 are allowed to "),
        (
            rf"\bleav(?:e|es|ing) ({_ONES} [\w'’ -]{{3,40}}?|[a-z]+s) free to (?=[a-z])",
            r"allow \1 to ",
        ),
        (r"\bput(?:s|ting)? (?:an end|a stop|a halt) to ", "stop "),
        (rf"\b(?:bring|brings|brought) ((?:{_ONES} )?[\w'’ -]{{3,50}}?) to {_HALT}\b", r"end \1"),
        (r"\b(?:comes?|came|coming) to (?:an end|a halt|a stop)\b", "end"),
        (r" (?:(?:would|will|can|could) )?serves? (?:no|little|any|a) (?:[a-z]+ )?purpose\b", ""),
        (
            rf"\b({_STATES}) (?:in|by|with) (?:an? )?[a-z]+ (?:manner|way|form|letter) (?=that\b)",
            r"\1 ",
        ),
        (r"\bsit (?:down )?with (?:anyone|anybody|them)\b", "hold talks"),
        (r" of (?:whatever|any) (?:form|kind|sort)\b", ""),
        (r" (?:(?:can|could) (?:not )?)?(?:be )?thought of$", ""),
        (r"^whatever (?:form|kind|sort)\b.*$", ""),
        (rf"\b(?:{_IS}) (?:[a-z]+ly )?opposed to (?=[a-z])", "opposes "),
        (r"^(?:be |remain |stay )?opposed to (?=[a-z])", "oppose "),
        (
            rf"^{_ONES} ([a-z ]+?) (?:is|are|was|were|be|becomes?) binding$",
            r"accept the \1 as binding",
        ),
        (rf"\bmak(?:e|es|ing) ({_ONES} [\w'’ -]{{2,40}}?) public\b", r"publish \1"),
        (r"\bmade public\b", "published"),
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
