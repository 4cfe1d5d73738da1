"""What a statement is about, without the words that report it."""

from __future__ import annotations

import re

from detente.dispute.evidence import Evidence
from detente.reading import page
from detente.reading.drafting.lexicon import pattern, tables
from detente.reading.drafting.objects import has_will, is_passive
from detente.reading.drafting.plainer import plainer
from detente.reading.parsed import Token


def unreported(piece: Evidence) -> str:
    """What a statement is about, without the words that report it.

    >>> quote = "Norland wants the matter taken to court."
    >>> unreported(Evidence("q1", "d1", quote, 0, 40, "demand", about="said on Monday"))
    ''
    >>> for about in ("tell Norland not to sell it", "appealed to Norland not to sell it"):
    ...     unreported(Evidence("q1", "d1", "", 0, 0, "demand", about=about))
    'not sell it'
    'not sell it'
    >>> for kind in ("refusal", "claim"):
    ...     unreported(Evidence("q1", "d1", "", 0, 0, kind, about="its refusal to sell the mine"))
    'sell the mine'
    'its refusal to sell the mine'
    >>> unreported(Evidence("q1", "d1", "", 0, 0, "threat", about="rule out taking legal action"))
    'taking legal action'
    """
    text = _LIKES_TO_SEE.sub("want ", piece.about or "")
    if (forbidden := _FORBIDS.match(text)) is not None:
        return f"not {text[forbidden.end() :]}"
    text = _NOT_RULED_OUT.sub("", text) if piece.kind == "threat" else text
    if re.match(tables()["openings"]["spoken"], text) or _ONLY_SAID.fullmatch(text):
        return ""
    if piece.kind == "demand" and _wants_done(text):
        return text
    if piece.kind == "demand" and (done := _to_be_done(text) or _thing_to(text)):
        return done
    withholds = piece.kind in ("precondition", "refusal")
    if withholds and (paper := _REJECTS_WITH.match(text)) is not None:  # "a text bearing its name"
        text = f"accept {text[paper.end() :]}"
    for _ in range(3):
        text = pattern("openings", "always", start=True).sub("", text, count=1)
        if withholds:
            text = pattern("openings", "withheld", start=True).sub("", text, count=1)
    text = re.sub(r"^offer (?=on |over )", "an offer ", text)
    withholds = withholds and " that no " not in text  # "guarantee that no carrier loses a route"
    text = _NONE_WILL.sub("", text) if withholds else text  # "none of its members would enter it"
    return re.sub(r"\bno (?=\w)", "any ", plainer(text)) if withholds else text


_FORBIDS = re.compile(  # "tell Sudmark not to sell the mine", "urge it never to test"
    r"(?:(?:tell|warn|order|instruct|urge|ask|press|beg|implore|request|want)(?:s|e?d|ged)?|told"
    r"|call(?:s|ed)? (?:up)?on|plead(?:s|ed)? with|appeal(?:s|ed)? to) "
    r"(?:(?!that |not |never )[\w'’.-]+ ){1,6}?(?:(?:not|never) to|to (?:not|never)) (?=[a-z])"
)


_NOT_RULED_OUT = re.compile(r"^(?:rule[sd]? out|exclude[sd]?) (?=[a-z]+ing\b)")
_REJECTS_WITH = re.compile(
    r"(?:reject|dismiss|oppose|refuse|turn down)(?:s|e?d)? "
    r"(?=an? (?:[a-z]+ )?[a-z]+ [a-z]+ing [a-z])"
)
_NONE_WILL = re.compile(
    r"^(?:none|nobody|no one|not one)(?: of (?:its|their|the) [a-z]+)? "
    r"(?:will|would|shall|can|could|may|must) (?!be\b)(?=[a-z])",
    re.IGNORECASE,
)
_LIKES_TO_SEE = re.compile(r"^(?:would )?(?:like|prefer|love|wish)s? to (?:see|have) (?=\w)")
_ONLY_SAID = re.compile(r"(?:say|said|tell|told|add|added)(?: (?:on|in|at|to) [\w ]+)?")


def _wants_done(text: str) -> bool:
    """``want the matter taken to court``: with the verb that tells that it is to be done."""
    if not re.match(r"wants? ", text):
        return False
    if _WANTS_DONE.match(text):
        return True
    return any(is_passive(token) and token.dep_ == "ccomp" for token in page.phrase(f"They {text}"))


_WANTS_DONE = re.compile(  # "want the freeze for those who have finished their training lifted"
    r"wants? (?:(?:the|its|their|all|an?) [^,]+?|[A-Z][\w-]+)"
    r" (?:(?!need|speed|seed|deed|feed|bed)[a-z]{3,}ed|withdrawn|redrawn|rewritten|rebuilt|shut)"
    r"(?= and |$)"
)


def _thing_to(text: str) -> str:
    """``wants the border to follow the river``: somebody is to let it.

    >>> _thing_to("want the border to follow the river"), _thing_to("want the firm to pay")
    ('let the border follow the river', '')
    """
    found = _WANTS_IT_TO.match(text)
    if found is None or has_will(page.phrase(found["thing"])[-1]):
        return ""
    return f"let {found['thing']} {text[found.end() :]}"


_WANTS_IT_TO = re.compile(
    r"(?:wants?|would like) (?P<thing>(?:the|its|their) (?:(?!to )[a-z-]+ ){0,2}(?!to )[a-z-]+)"
    r" to (?!be\b)"
)


def _to_be_done(text: str) -> str:
    """``wants a limit written into contracts``, where the parser describes the limit: as a clause.

    >>> _to_be_done("want a limit of eight patients written into contracts")
    'a limit of eight patients must be written into contracts'
    """
    if not re.match(r"wants? ", text):
        return ""
    for token in page.phrase(f"They {text}"):
        before = str(token.doc[: token.i].text)
        if "," in before or " and " in before:
            return ""
        if token.tag_ == "VBN" and token.dep_ == "acl" and (_is_moved(token) or _is_outside(token)):
            at = token.idx - len("They ")
            return f"{text[:at].split(' ', 1)[1]}must be {text[at:]}"
    return ""


def _is_moved(verb: Token) -> bool:
    """As "written into contracts", "taken off the list"."""
    links = {child.lower_ for child in verb.children if child.dep_ in ("prep", "prt")}
    return bool(links & _DONE_TO)


_DONE_TO = frozenset(["into", "off", "back", "down", "out"])


def _is_outside(verb: Token) -> bool:
    """As "checked by an independent panel"."""
    by = str(verb.doc[verb.i + 1 : verb.right_edge.i + 1].text)
    return any(c.dep_ == "agent" for c in verb.children) and bool(_OUTSIDERS.search(by))


_OUTSIDERS = re.compile(
    r"\b(?:independent|third|neutral|outside|joint|international|court|panel)\b"
)
