"""Of what kind words are that no pattern knows: by the mood of the whole."""

from __future__ import annotations

from collections.abc import Iterable

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.wording import words

_NO = words("no not never nope none nothing nobody neither nor n't without enough over hardly")
_DEAD = words("dead sooner rather hell dentist enough impossible ridiculous")
_YES = words(
    "yes yeah yep sure agreed okay ok fine gladly happily happy ready willing certainly welcome "
    "absolutely heartbeat anytime granted tomorrow interesting open"
)
_RUBBISH = words(
    "rubbish nonsense lies tosh absurd untrue false fiction fantasy baseless unfounded fabricated "
    "slander invention poppycock hogwash propaganda ludicrous preposterous"
)
_UNTRUE = (["not", "so"], ["not", "true"], ["not", "at"], ["not", "us"])
OUGHT = words("must should ought shall")
_WE = words("we i us our")
_ASKING = words("now back first by immediately justice respect peace freedom dignity more")


def mood(span: Iterable[Token], head: Token) -> str:
    """The kind of statement that words are when somebody says them."""
    tokens = list(span)
    said = [token.lower_ for token in tokens]
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and syntax.is_finite(t)]
    negative = bool(_NO.intersection(said)) or bool(_DEAD.intersection(said))
    own = bool(_WE.intersection(said[:2]))
    if not verbs and (_RUBBISH.intersection(said) or said[:2] in _UNTRUE):
        return "denial"
    if negative:
        return _refused(tokens, head, own=own, verbless=not verbs)
    if _YES.intersection(said) and (own or len(verbs) < 1):
        return "willingness"
    return "demand" if _is_wish(tokens, head, own=own, verbless=not verbs) else "claim"


def _refused(tokens: list[Token], head: Token, *, own: bool, verbless: bool) -> str:
    """Of words with a no in them."""
    if verbless and _is_list(tokens):
        return "demand"
    if _is_contrast(tokens):
        return "denial" if own else "demand" if verbless else "claim"
    no = verbless or (own and syntax.modal(head) is not None)
    return "refusal" if no else "demand" if _is_wish(tokens, head, own=own) else "claim"


def _is_list(tokens: list[Token]) -> bool:
    """As in "a rise of 8%, no redundancies and a guard on every train"."""
    said = [token.lower_ for token in tokens]
    return "no" in said and said[0] not in _NO and bool({",", ";"} & {*said[: said.index("no")]})


def _is_wish(tokens: list[Token], head: Token, *, own: bool, verbless: bool = False) -> bool:
    """As in "leave now", "they must go", "five boats, and by Monday"."""
    first = next((t for t in tokens if t.is_alpha), head)
    bare = first.tag_ == "VB" and syntax.first(first, *syntax.SUBJECTS) is None
    if bare or (any(t.lower_ in OUGHT for t in tokens) and not own):
        return True
    asked = any(t.lower_ in _ASKING or t.like_num for t in tokens)
    return verbless and asked


def _is_contrast(tokens: list[Token]) -> bool:
    """As in "five on the invoice, not five in a speech", "keepers, not thieves"."""
    nots = [token for token in tokens if token.lower_ == "not"]
    return len(nots) == 1 and nots[0].i > 0 and nots[0].nbor(-1).text == ","
