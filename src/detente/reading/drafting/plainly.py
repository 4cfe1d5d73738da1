"""What is said in a word or two, made plain by its sentence: "stay out", "its release", "join"."""

from __future__ import annotations

import re

from detente.dispute.evidence import Evidence
from detente.reading import page
from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.noun_words import noun_words

_OUT = re.compile(r"(?:stay|remain|be|keep) out(?: on strike)?", re.IGNORECASE)
_BACK = re.compile(r"(?:return|go back|come back|be back)(?: again)?", re.IGNORECASE)
_STRIKES = re.compile(r"\b(?:strikes?|walkouts?|pickets?|stoppages?|industrial action)\b")
_ITS_RELEASE = re.compile(
    r"(?:demand|seek|want|request|ask for|call for|insist on|urge)(?:s|ed)?"
    r" (?P<whose>its|their|his|her) (?:[a-z]+ )?"
    r"(?P<doing>release|repeal|removal|reinstatement|extradition|publication|abolition|annulment)"
)
_WHOM = {"its": "it", "their": "them", "his": "him", "her": "her"}
_WHICH = re.compile(r"which (?!is|are|was|were|has|have|had)[\w'’-]+ (?!which)")
_TAKES_IT = re.compile(r"(?:(?:be )?(?:ready|willing|prepared) to )?[a-z]+(?: at any \w+)?")
_NEAR = 200  # characters


def made_plain(ledger: Ledger, piece: Evidence) -> str:
    """What a statement is about, where its own words only point at it; else nothing.

    >>> from detente.dispute.evidence import Coverage
    >>> from detente.reading.drafting.cast import Cast
    >>> ledger = Ledger(Coverage(), Cast(Coverage()))
    >>> made_plain(ledger, Evidence("q1", "d1", "", 0, 0, "demand", about="demand their release"))
    'release them'
    """
    about = piece.about or ""
    stays = "walk out" if _OUT.fullmatch(about) else ""  # "its members will stay out until"
    stays = "go back to work" if _BACK.fullmatch(about) else stays  # "will return the day that"
    if stays and _STRIKES.search(ledger.document(piece).text):
        return stays
    if piece.kind == "demand" and (freed := _ITS_RELEASE.fullmatch(about)) is not None:
        return f"{verb_of(freed['doing'])} {_WHOM[freed['whose']]}"
    if (said := _would_do(piece)) != "":
        return said
    if _WHICH.match(piece.quote) and _TAKES_IT.fullmatch(about):
        return _with_its_noun(ledger.document(piece).text[: piece.start], about)
    return ""


def _would_do(piece: Evidence) -> str:
    """``It would found a union, say officials``, where the statement has only who says so.

    >>> quote = "It would found a union, say officials in Vedra, in exchange for a road."
    >>> told = Evidence("q1", "d1", quote, 0, 70, "precondition", about="say officials in Vedra")
    >>> _would_do(told)
    'found a union'
    """
    about = piece.about or ""
    before = piece.quote.partition(f", {about}")[0] if _SAYS.match(about) else piece.quote
    told = _WOULD.search(before) if before != piece.quote else None
    return told[1] if told is not None else ""


_SAYS = re.compile(r"(?:say|says|said|insist|insists|add|adds) [a-z]")
_WOULD = re.compile(r"\b(?:will|would|can|could) ((?!not\b|never\b)[a-z][^,;]+)$")


def _with_its_noun(before: str, about: str) -> str:
    """``further talks, which it is ready to join``: to join further talks.

    >>> _with_its_noun("It asked for further talks, ", "join")
    'join further talks'
    """
    last = page.phrase(before.rpartition("\n")[2][-_NEAR:].strip())[-3:]
    nouns = [token for token in last if token.pos_ == "NOUN"]
    verb = about.partition(" at any ")[0]
    return f"{verb} {noun_words(nouns[-1])}" if nouns else about


def whose_release(piece: Evidence) -> int | None:
    """Where the word stands that tells whose release is asked for.

    >>> quote = "The ship is in port, and Norland has demanded its release."
    >>> whose_release(Evidence("q1", "d1", quote, 0, 58, "demand", about="demand its release"))
    45
    """
    freed = _ITS_RELEASE.fullmatch(piece.about or "") if piece.kind == "demand" else None
    return piece.start + piece.quote.rfind(f" {freed['whose']} ") if freed is not None else None
