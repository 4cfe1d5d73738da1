"""Whether a label reads as a verb phrase: no fragment, no clause, nothing left hanging."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.reading import page
from detente.reading.drafting.lexicon import verbs, words
from detente.reading.drafting.verbs import done_again
from detente.reading.parsed import Span, Token
from detente.reading.parties.names import nouns
from detente.reading.syntax import FINITE

LONGEST = 70  # characters of a label
_MORE = 14  # characters that a label with a clause may have besides
_FRAME = ("They", "must")
_ODD = re.compile(r"[;:“”\"\n_()]|(?<!\b[A-Z])\.(?!\d)")
_PLURAL_OWNER = re.compile(r"(?<=s)['’](?= )")  # the parser takes it for a quotation mark
_HANGING = ("DET", "CCONJ", "SCONJ", "PUNCT", "AUX")
_LAST = """they he she we the a an its their his her our my your and or that which who it them him
us me any some every past rs another be have"""
_OBJECTS = "it them him me us we i you"
_LOOSE = """also there again too then now well very soon here yet instead nor neither either himself
herself itself themselves"""
_COMPARED = re.compile(r"\b(?:an?|the) more (?=[a-z]+ (?:to|of|for|in|on)\b)")
_TROUBLES = "|".join(sorted(words("standing_in", "nouns")))
_STANDS = re.compile(rf"\bbe (?:under|at|in) (?:{_TROUBLES})\b")
_NUMBERS = """half one two three four five six seven eight nine ten eleven twelve twenty thirty
forty fifty sixty seventy eighty ninety hundred"""
_COUNT_ALONE = re.compile(  # "restore the eleven", "keep no less than 16.5%"
    r"(?!(?:pay|give|grant) |offer (?:[a-z]|[\d.,]+ ?%))[a-z]+(?: back| up| over)? "
    r"(?:the |its |their )?(?:[a-z]+(?:ed|eld|ing) |other )?"
    r"(?:(?:no|not) (?:less|more|fewer) than |at (?:least|most) )?"
    rf"(?:[\d.,]+ ?%?|{'|'.join(_NUMBERS.split())})"
)
_MATTER_ALONE = re.compile(  # nobody knows where to
    r"(?:bring|take|put|refer|submit) (?:the|its|their) (?:matter|issue|case|question|dispute|row)"
)
_LOST = re.compile(
    r"\b(?:in|of|for|with|by|about) (?:to|from|of|in|on|for|with|by)\b|"
    r"^(?:pay|give|do|get|take) an? (?:little|lot|bit|few)$|"
    r"^(?:tell|ask|inform) (?:the |its |their )?(?:daily |local |state )?"
    r"(?:[A-Z]\w+|parliament|reporters?|journalists?|lawmakers|radio|television)$|"
    r"^\w+ (?:will|would|can|could|must|shall)\b|"
    r"\bthe (?:as|to|of|in|on|for|from|by|with|at|and|or)\b|\bsuch \w+$"
)  # "dismiss the as"
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "any", "some", "no"])
TELLING = "|".join(sorted(words("stating", "verbs") | words("stating", "asked")))
_STATED = re.compile(
    rf"(?:{TELLING}) (?:that|where|why|how|what|who|whether|when) .*?(?P<last>\w+)$"
)
TELLING_WHO = r"who|whom|whose|that|it|they|the|responsible|missing|held|\w+ed"
WHOEVER = re.compile(  # "those who left", "everyone it holds", "those held since May"
    rf"\b(?:{'|'.join(sorted(words('small', 'whoever')))}) (?:{TELLING_WHO})\b.*$"
)
_WAY = re.compile(r"(?<=\bthe way) (?:it|they|in which) .*$")
APART = {  # verbs whose particle stands behind what they are done to: "let the lorries through"
    *(
        (verb, particle)
        for verb in ("let", "wave")
        for particle in ("through", "in", "across", "by", "past")
    ),
    ("let", "go"),
    ("move", "away"),
    ("bring", "forward"),
    *((verb, "back") for verb in ("let", "allow", "send", "put", "take", "give", "bring", "pull")),
}
_PRONOUNS = "it them him her me us they he she we i you this that these those one so anybody nobody"


@lru_cache(maxsize=4096)
def is_sound(label: str) -> bool:
    """Whether a label can stand after "must", by itself.

    >>> [is_sound(x) for x in ("keep its patrol boats", "step down", "keep good", "bring him")]
    [True, True, False, False]
    >>> is_sound("accept Norland recognises the border"), is_sound("have the")
    (False, False)
    >>> is_sound("free those who were held in May"), is_sound("free those")
    (True, False)
    """
    if (way := _WAY.search(label)) is not None:
        return is_sound(label[: way.start()])
    if WHOEVER.search(label):
        return is_sound(WHOEVER.sub("the people", label))
    spoken = label.split()
    longest = LONGEST + _MORE if _STATED.match(label) else LONGEST
    if not 0 < len(label) <= longest or _ODD.search(label) or _is_broken(label):
        return False
    known = _known(label, spoken)
    return _reads_well(label, spoken) if known is None else known


def _known(label: str, spoken: list[str]) -> bool | None:
    """What needs no parse to be told, sound or not."""
    if (stated := _STATED.match(label)) is not None:
        return stated["last"].lower() not in _LAST.split()
    if len(spoken) == 1:
        return spoken[0] in words("bare", "verbs")
    if "_".join(spoken) in words("bare", "verbs"):
        return True
    if (spoken[0], spoken[-1]) in APART:
        return is_sound(" ".join(("take", *spoken[1:-1])))
    return None


def _reads_well(label: str, spoken: list[str]) -> bool:
    doc = page.phrase(f"{' '.join(_FRAME)} {_PLURAL_OWNER.sub('', label)}.")
    verb, last = doc[len(_FRAME)], doc[-2]
    return (
        spoken[-1].lower() not in _LAST.split()
        and spoken[1].lower() not in (*_PRONOUNS.split(), "of")
        and spoken[-1].lower() not in _LOOSE.split()
        and not _COMPARED.search(label)
        and _ends_well(last)
        and not any(token.lower_ in _OBJECTS.split() for token in doc[len(_FRAME) :])
        and not any(_is_clause(token) for token in doc[len(_FRAME) + 1 :])
        and not _breaks_off(doc[len(_FRAME) + 1 :])
        and not (len(spoken) == len(_FRAME) and doc[len(_FRAME) + 1].pos_ == "ADJ")
        and verb.text == spoken[0].split("-")[0]
    )


def _is_broken(label: str) -> bool:
    """Whether a bare number is all that is left, or only how things stand."""
    broken = (
        _COUNT_ALONE.fullmatch(label) or _MATTER_ALONE.fullmatch(label) or _STANDS.search(label)
    )
    spoken = label.split()
    broken = broken or re.match(r"agree (?!to |on |with )", label)  # "agree in Athens"
    broken = broken or re.match(r"have (?:at|in|on|of|to) |\w+ (?:whose|which|who)\b", label)
    broken = broken or re.match(r"\w+ (?:.* )?(?:an?|the|any|every) (?:\w+er )?ones?$", label)
    broken = broken or re.match(
        r"(?:send|bring|take|hand|give) (?:home|back|away|over)$", label
    )  # whom
    broken = broken or _ODD_START.match(label) or _TWICE.search(label)
    as_what = spoken[0] in ("treat", "regard", "view") and "as" not in spoken
    as_what = as_what or _is_no_verb(spoken[0]) or _LEFT_HANGING.search(label) is not None
    as_what = as_what or (spoken[0] == "put" and not _SOMEWHERE.search(label))
    as_what = as_what or spoken[0].lower() in _DETERMINERS
    as_what = as_what or _takes_none(spoken) or _gives_people(spoken)
    as_what = as_what or _LET_WHAT.fullmatch(label) is not None
    lets = spoken[0] == "let" and (spoken[0], spoken[-1]) not in APART
    as_what = as_what or (lets and not _does(label))
    return bool(broken or as_what or _LOST.search(label)) or (
        len(spoken) > 1 and (_has_lost_its_object(spoken) or _only_calls(spoken))
    )


_TWICE = re.compile(r"\b([a-z]{2,}) \1\b")
_ODD_START = re.compile(
    r"(?:give|offer|show) (?:[A-Z][\w'’-]+ )+(?:back|for|until|till|to|by|as) |give [A-Z][\w'’-]+$"
    r"|open to |stay (?:the|an?|its|their) |\w+ (?:favou?r) |accept (?:an )?end$"
    r"|give (?:the |its |their )?(?:\w+ )*?\w+s (?:near|until|till|in|at) "
    r"|\w+ not |.*\bought\b|\w+ \d+ more |(?:keep|move|stay|live) apart$"
    r"|bear (?!(?:(?:the whole|half|all|part) of )?(?:the |its |half the )?(?:\w+ )?"
    r"(?:costs?|burden|expenses?|brunt|loss(?:es)?)\b)"
    r"|.* (?:back|up|out|off) (?:refrain|abstain|desist)\b|use (?:the|that|this|such) words?$"
)
_LEFT_HANGING = re.compile(
    r"(?:^| )(?:leave|hold|keep|take|put|bring|hand|turn) (?:out|back|over|off)$"
)


def _is_no_verb(first: str) -> bool:
    """Whether a label begins with no verb: "redrawn", "will", "confidence".

    >>> [_is_no_verb(word) for word in ("confidence", "ought", "de-escalate", "recognise")]
    [True, True, False, False]
    """
    if "-" in first:
        return False
    known = first in page.listed("verb") or first in verbs() or done_again(first) == first
    return not known or first in words("small", "no_verbs")


_LET_WHAT = re.compile(r"let (?:an?|the|its|their|every|each|any|no) [\w-]+")
_SOMEWHERE = re.compile(  # where to: nobody only puts a thing
    r" (?:on|in|into|to|under|up|back|forward|off|out|before|at|over|together|through|aside|right"
    r"|behind|around|down|away|right|first|end|stop|there|through|above|below)\b(?!-)"
)


def _does(label: str) -> bool:
    """Whether it is said what is let be done: "let the ferry sail", not "let the engineers"."""
    rest = page.phrase(f"They must {label}.")[3:]
    links = ("into", "onto", "through", "across", "out", "in", "off", "to", "back", "ashore", "up")
    doing = any(token.pos_ in ("VERB", "AUX") for token in rest)
    if rest[-2].pos_ == "VERB" and rest[-2].lower_ in words(
        "transitive", "verbs"
    ):  # "let the creditors regard"
        return False
    noun = rest[-2].nbor(-1).tag_ in ("POS", "PRP$", "DT") and rest[-2].pos_ == "NOUN"
    doing = doing or (not noun and rest[-2].lower_ in page.listed("verb"))  # "the ferry sail"
    return doing or any(token.lower_ in links for token in rest)


def _takes_none(spoken: list[str]) -> bool:
    """Whether a verb has an object that takes none: "abstain the duties", "sit the motion"."""
    after = spoken[1].lower() if len(spoken) > 1 else ""
    if spoken[0] in page.listed("adj") and spoken[0] not in page.listed("verb"):
        return True  # "foreign citizens"
    return spoken[0] in words("intransitive", "verbs") and after in _DETERMINERS


def _gives_people(spoken: list[str]) -> bool:
    """Whether somebody is given away, or what he is given is lost: "give the occupiers"."""
    last = spoken[-1].lower()
    people = nouns("crowds") | nouns("people") | nouns("roles") | {"occupier"}
    short = len(spoken) == _FEW or (len(spoken) in (3, 4) and spoken[1] in _DETERMINERS)
    return (
        spoken[0] in ("give", "show") and short and {last, last.removesuffix("s")} & people != set()
    )


def _only_calls(spoken: list[str]) -> bool:
    """Whether somebody calls a thing something: "call the consent"."""
    called = spoken[-1].rstrip("s") in words("called", "nouns") or spoken[1] in _CALLED_ON
    return spoken[0] == "call" and not called


_FEW = 2  # words
_CALLED_ON = frozenset(["off", "on", "up", "in", "back", "for"])


def _has_lost_its_object(spoken: list[str]) -> bool:
    """Whether a verb that needs an object has none: "narrow to the waters", not "hand over it"."""
    joined = "_".join(spoken[:2])
    if (
        joined in verbs()
        or joined in words("taking", "verbs")
        or spoken[1:3] in (["at", "least"], ["at", "most"])
    ):
        return False
    if spoken[:2] == ["put", "on"] and spoken[2] in ("a", "an", "more", "extra"):
        return False  # "put on a night bus"
    return spoken[0] in words("transitive", "verbs") and spoken[1] in words("transitive", "links")


def _breaks_off(rest: Span) -> bool:
    """Whether "what two ministries" is not followed by what they do."""
    asking = [token.i for token in rest if token.tag_ in ("WP", "WDT", "WRB")]
    return bool(asking) and not any(t.pos_ in ("VERB", "AUX") and t.i > asking[-1] for t in rest)


def _ends_well(last: Token) -> bool:
    if last.pos_ in ("ADP", "ADV", "PART"):
        return last.dep_ in ("prt", "advmod")
    return last.pos_ not in _HANGING and last.tag_ != "PRP$"


def _is_clause(token: Token) -> bool:
    """Whether a word is a finite verb with a subject, outside "what is owed"."""
    if token.tag_ not in FINITE or not any(c.dep_ == "nsubj" for c in token.children):
        return False
    if token.tag_ == "VBP" and token.head.lemma_ == "let":  # "let engineers repair the road"
        return False
    return not any(c.tag_ in ("WP", "WDT", "WRB") for c in token.subtree)
