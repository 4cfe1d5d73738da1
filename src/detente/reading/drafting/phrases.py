"""What a phrase says is done: verb family, sign and what it is done to, whatever the wording."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from detente.reading import page
from detente.reading.drafting.derivation import is_only_verb
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.heads import of_head
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    is_shared,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.parsing import heads_of, thirds
from detente.reading.drafting.plainer import plainer
from detente.reading.drafting.short_clauses import done_as_well
from detente.reading.drafting.things import is_day, topic_of
from detente.reading.drafting.verbs import verbal
from detente.reading.syntax import NOMINAL

_QUOTES = re.compile(
    r"(?:[\"“”«»„]|(?<!s)['‘’]){1,2}(?=\W|$)|(?<!\w)[\"'‘’“”«»„]|(?<=s)['’](?=\W*$|[,.;])"
)
_LEADING = re.compile(
    r"^\W*(?:that|and|but|then|first|firstly|as|if|whether|moreover|only|provided)\b[\s,]*",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?<=\w{4}) first$")  # "calls off the strike first": when, not what
_CALLED = re.compile(  # "end what it calls illegal subsidies"
    r"\bwhat (?:it|he|she|they|[A-Z][\w-]+) (?:has |have |had )?"
    r"(?:call(?:s|ed)?|term(?:s|ed)?|deem(?:s|ed)?|consider(?:s|ed)?|said (?:was|were)"
    r"|says? (?:is|are)|(?:describe[sd]?|regard(?:s|ed)?|see[sn]?|saw) as) "
)
_SAYS = re.compile(  # "join one, its delegation repeated in London": who says so
    r", (?:(?!to |and |or |but )[\w'’.-]+ ){1,5}?(?:sa(?:id|ys)|insist(?:s|ed)|repeat(?:s|ed)"
    r"|add(?:s|ed)|argue[sd]|warn(?:s|ed)|wrote|explain(?:s|ed)|stress(?:es|ed)"
    r"|decided|ruled|announced|declared|resolved|voted|suggest(?:s|ed)|hint(?:s|ed)"
    r"|maintain(?:s|ed)|promised|conceded|noted|told [\w ]{3,24})"
    r"(?: (?:on|in|at|to|this|last|yesterday)\b[^,;]*)?(?:,|$)"
)
_SPEAKER = re.compile(  # "no ambassador, a spokesman in Beijing, Shen Guowei"
    r", (?:an?|the|its) (?:[\w-]+ ){0,3}"
    r"(?:spokes(?:man|woman|person)|official|minister|negotiator|director|lawyer|chair\w*)\b"
    r"[^,]*(?:, [A-Z][\w .'’-]*)?$"
)
_OUT = re.compile(  # "wants the monks out before the winter"
    r"^(?:wants? |demands? )?"
    r"((?:the|its|all|their) (?:(?!of |to |in |shut |kee?p|lock)[\w'’-]+ ){0,2}?[\w'’-]+s)"
    r" out( of [^,]*)?"
    r"(?= before| by| first| until|$).*$"
)
_NAME = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w.'’-]* ){2,}(?=[a-z])")
_STANDS_FOR = "Norland"
_PROPOSES = re.compile(  # "accept a plan drawn up by the county: …": what it comes to
    r"\b(?:accept|adopt|sign|approve|back|support|propose)\w* (?:an?|the|its) (?:[\w-]+ ){0,3}?"
    r"(?:plan|proposal|scheme|offer|compromise|draft|package|deal|formula)\b"
    r"|\b(?:drop|withdraw|abandon|give up|accept|meet|grant)\w* (?:[\w-]+ ){0,4}?"
    r"(?:demand|condition|request|claim|point|term)s\b"
)
_FEW = 2  # words after a colon that are no clause
_THAT = re.compile(r",?(?: and)? that (?=(?:it|they|he|she|the|[A-Z]\w+) )")


@lru_cache(maxsize=4096)
def doings(phrase: str) -> tuple[Doing, ...]:
    """What a phrase says is done, one by one.

    Examples
    --------
    >>> [(d.family, d.sign, d.theme) for d in doings("end the patrols and pay the arrears")]
    [('exist', False, ('patrol',)), ('pay', True, ('due',))]
    >>> [(d.family, d.sign, d.theme) for d in doings("the withdrawal of its patrol boats")]
    [('exist', False, ('boat', 'patrol'))]
    >>> [(d.family, d.sign) for d in doings("return to peace talks")]
    [('talk', True)]
    """
    text = _plain(phrase)
    if not text:
        return ()
    text, *also = _in_series(text)
    several = len(_THAT.findall(f" that {text}")) > 1 and not _stating().search(text)
    parts = _THAT.split(_unrelated(text)) if several else _each_done(text)
    found: list[Doing] = []
    for part in filter(None, map(str.strip, [*parts, *also])):
        found += _of_part(part)
    found = [_less_a_penny(doing) for doing in found]
    return tuple(doing for doing in dict.fromkeys(found) if not _is_idle(doing))


def _in_series(text: str) -> list[str]:
    """The parts of ``pays the arrears, certifies that it spent the rest, and lets them in``.

    >>> _in_series("it pays the arrears, certifies that all is spent, and opens the books")
    ['it pays the arrears', 'it will certify that all is spent', 'it will open the books']
    >>> _in_series("it frees the crews, ships and boats")
    ['it frees the crews, ships and boats']
    """
    cuts = [m for m in _SERIES.finditer(text) if m["verb"] in thirds()]
    if not cuts:
        return [text]
    ends = [*(m.start() for m in cuts[1:]), len(text)]
    rest = [
        f"it will {thirds()[m['verb']]}{text[m.end() : end]}"
        for m, end in zip(cuts, ends, strict=True)
    ]
    return [text[: cuts[0].start()], *rest]


_SERIES = re.compile(
    r"(?:, and|,| and|,? or) (?P<verb>[a-z]+s)(?= (?:the|its|their|his|that|all|an?|no|every)\b)"
)


def _each_done(text: str) -> list[str]:
    """The parts of ``the reforms withdrawn and hearings held``, of which only the last has a verb.

    >>> _each_done("the reforms withdrawn and public hearings held"), _each_done("tea and milk")
    (['the reforms withdrawn', 'public hearings held'], ['tea and milk'])
    """
    if " and " in text and (gapped := done_as_well(page.phrase(text))):
        return gapped
    first, _, last = text.partition(" and ")
    if not last or " and " in last or not (_DONE.search(first) and _DONE.search(last)):
        return [text]
    doc = page.phrase(text)
    past = [t for t in doc if t.tag_ in ("VBN", "VBD", "VBZ", "VBP", "VB", "MD")]
    ends = [len(page.phrase(first)) - 1, len(doc) - 1]
    return [first, last] if [t.i for t in past] in (ends, ends[1:]) else [text]


_DONE = re.compile(
    r"^(?!(?:it|they|he|she|we|to|be)\b)\S+ .*\b[a-z]+(?:ed|en|wn|ld|ut|pt|id|nt|de)$"
)


def _unrelated(text: str) -> str:
    """A phrase without the clauses that only tell which thing: "the ban that it imposed in May".

    >>> _unrelated("it lifts the ban that it imposed in May"), _unrelated("it proves that it left")
    ('it lifts the ban', 'it proves that it left')
    """
    doc = page.phrase(text)
    for token in doc[1:]:
        clause = token.head
        before = doc[token.i - 1]
        if token.lower_ == "that" and before.pos_ == "NOUN" and clause.i > token.i:
            end = max(t.i for t in clause.subtree) + 1
            gap = not any(c.dep_ in ("dobj", "acomp") and c != token for c in clause.children)
            which = doc[token.i + 1].pos_ == "PRON" or clause.dep_ == "relcl"
            if gap and clause.dep_ in ("relcl", "acl", "ccomp") and which:
                return f"{doc[: token.i].text} {doc[end:].text}".strip()
    return text


@cache
def _stating() -> re.Pattern[str]:
    """``acknowledged that``: what follows is no doing of its own."""
    said = {*words("stating", "verbs"), *tables()["pledged"]}
    verbs_ = "|".join(verb.rstrip("ey") for verb in sorted(said))
    return re.compile(rf"\b(?:{verbs_})\w* that\b", re.IGNORECASE)


def _less_a_penny(doing: Doing) -> Doing:
    """``not a cent will be paid``: nothing is paid."""
    penny = (
        doing.family == "pay" and doing.theme[:1] and doing.theme[0] in ("cent", "penny", "dime")
    )
    if not penny or _DIGIT.search(doing.noun):
        return doing
    noun = "the money" if doing.verb in tables()["paid"] else ""
    return replace(doing, theme=(), noun=noun)


_DIGIT = re.compile(r"\d|per ")


def _of_part(text: str) -> list[Doing]:
    """What a clause says; a long name at its head stands aside where it hides the verb."""
    heads = heads_of(text)
    name = None if any(map(verbal, heads)) else _NAME.match(text)
    if name is not None:
        shorter = heads_of(f"{_STANDS_FOR} {text[name.end() :]}")
        if any(map(verbal, shorter)):
            said = [doing for head in shorter for doing in of_head(head, sign=True)]
            return [
                replace(doing, subject=doing.subject.replace(_STANDS_FOR, name[0].strip()))
                for doing in said
            ]
    return [doing for head in heads for doing in of_head(head, sign=True)]


def _is_idle(doing: Doing) -> bool:
    """Whether nothing is done: a posture or a thought, or a verb that says nothing alone."""
    first = doing.theme[0] if doing.theme else ""
    when = is_day(doing.noun) or first in words("measures", "times")  # "the next financial year"
    rest = doing.noun.lower() == "the rest"  # "the first half now and the rest in May"
    if doing.family == THING and ((first and is_only_verb(first)) or when or rest):
        return True  # "fulfil three": a verb that the parser takes for a noun; "call for December"
    if first and first in words("figures", doing.verb):
        return True  # "break the ice"
    if doing.noun.lower().removeprefix("the ") in words("small", "again") | words("small", "some"):
        return True  # "do the same", "repeat herself", "provide things"
    if doing.family in (EXIST, THING) or is_shared(doing.family) or doing.anaphoric:
        return False
    put_in = doing.verb == "include" and doing.tail.startswith(("in ", "into "))
    if {doing.verb, doing.family} & words("posture", "verbs") and not put_in:
        return True
    return _says_nothing(doing)


def _says_nothing(doing: Doing) -> bool:
    bare = not doing.theme and doing.verb == doing.family and not doing.noun
    bare = bare and doing.family not in tables()["groups"]  # "pay nothing"
    return bare and doing.verb not in words("bare", "verbs")


def topic(sentence: str, family: str) -> tuple[tuple[str, ...], str]:
    """What a shared doing is about, and how a sentence names it.

    >>> topic("Any talks regarding a ferry line must wait.", "talk")
    (('ferry', 'line'), 'talks regarding a ferry line')
    >>> topic("The Farmers Union will not talk until it is paid.", "talk")
    ((), '')
    """
    for token in page.phrase(page.same_length(sentence).replace("\n", " ")):
        named = token.pos_ in NOMINAL and shared_nouns().get(token.lemma_.lower()) == family
        if named and topic_of(token):
            return topic_of(token), noun_words(token)
    return (), ""


def _plain(phrase: str) -> str:
    text = page.same_length(phrase).replace("\n", " ").strip()
    if ": " in text:
        before, after = text.split(": ", 1)
        text = after if len(after.split()) > _FEW and not _PROPOSES.search(before) else before
    text = re.sub(r"(?<=\w) (?=['’]s\b)", "", text)  # "Croatia 's entry"
    text = _SPEAKER.sub("", _SAYS.sub("", _QUOTES.sub("", text)))
    text = _rejoined(plainer(_CALLED.sub("", text)).strip(" .,;:-"))
    text = _OUT.sub(r"\1 leave\2", text)
    previous = None
    while previous != text:
        previous, text = text, _ORDER.sub("", _LEADING.sub("", text))
    return text


_LET = re.compile(  # "let the copper trains through": the parser makes the trains train
    r"\b(lets?|letting|wave[sd]?) ((?:(?!back )\w[\w'’-]* ){1,4})(through|in|across)"
    r"(?= again$|[.,;]|$)"
)
_AND_APOLOGISES = re.compile(r",? and ([a-z]{4,}?)(?:es|s)$")  # "frees them and apologises"
_AND_VERB = re.compile(r",? and ([a-z]+?)(?:es|s) (over|back|out|down|off|up)\b")


def _rejoined(text: str) -> str:
    """``opens its books and hands over the fees``: a verb that the parser takes for a noun."""
    text = _LET.sub(lambda m: f"{m[1]} {m[3]} {m[2].strip()}", text)
    last = _AND_APOLOGISES.search(text)
    bases = {last[1], f"{last[1]}e"} if last else set()
    if last and bases & words("bare", "verbs") and not bases & page.listed("noun"):
        return f"{text[: last.start()]}, and it {text[last.start(1) :]}"
    found = _AND_VERB.search(text)
    if found is None or f"{found[1]}_{found[2]}" not in verbs():
        return text
    return f"{text[: found.start()]}, and it{text[found.start() :].partition(' and')[2]}"
