"""Sentences that say that, or why, a dispute is stuck."""

from __future__ import annotations

import re

from spacy.tokens import Span

from detente.dispute.evidence import Evidence
from detente.reading.quotations import find as quotations
from detente.reading.scene import Scene

EXAMPLES = (
    "Talks remain deadlocked.",
    "Two rounds ended without result.",
    "Neither side has moved.",
    "No date has been set for a meeting, and the file remains frozen.",
    "The prospects for a settlement are bleak.",
    "Observers see little movement.",
    "Each side is waiting for the other to move first.",
    "The two governments are as far apart as ever.",
    "The negotiations have stalled.",
    "Nothing has changed since.",
    "The treaty still lies unsigned.",
    "Diplomats speak of an impasse.",
    "There is no end in sight.",
    "Repeated attempts at mediation have come to nothing.",
    "No breakthrough is expected.",
)
COUNTER_EXAMPLES = (
    "The deadlock was broken in May.",
    "In 1998 the talks had stalled over fish.",
    "Talks resumed on Monday.",
    "The car was stuck in the mud.",
    "A compromise could break the deadlock.",
    "Neither side gave figures.",
    "Ministers hailed a breakthrough.",
    "Is there a deadlock?",
    "No one was hurt.",
    "They stalled the engine.",
)

_SIDES = (
    r"(?:side|party|camp|government|capital|of the (?:two|sides|parties)|of them|country|company)"
)
_TALKS = (
    r"(?:talks?|negotiations?|discussions?|dialogue|process|mediation|cooperation|file|efforts?"
    r"|attempts?|rounds?|meetings?|contacts?|relations|bid|initiatives?|diplomacy|bargaining)"
)
_WISHED = (
    r"(?:breakthrough|progress|movement|settlement|agreement|deal|solution|compromise|resolution"
    r"|talks|negotiations|meeting|date|end|way out|rapprochement|thaw|treaty|truce|result)"
)
_CUES = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\b(?:standstill|impasse|deadlock(?:ed)?|stalemate|gridlock(?:ed)?|logjam"
            r"|dead[ -]end)\b"
        ),
        (
            r"\b(?:is|are|(?:has|have) (?:remained|been)|remains?|stays?|looks?|seems?|gets?) "
            r"(?:still |firmly |completely )?"
            r"(?:stuck|stalled|frozen|blocked|at odds|at loggerheads|far apart|unresolved"
            r"|on hold|on ice"
            r"|entrenched|closed|shut|going nowhere|unsigned|unratified|unanswered|in limbo"
            r"|suspended|bogged down|elusive)\b"
        ),
        (
            rf"\b{_TALKS}\b[^.;]{{0,80}}\b(?:have|has) (?:\w+ ){{0,3}}(?:stalled|collapsed"
            rf"|broken down|broken off"
            r"|broken up|gone nowhere|got nowhere|ground to a halt|run aground|failed|faltered"
            r"|been suspended|been frozen|been broken off|not been held|not resumed|made no)"
        ),
        (
            rf"\b{_TALKS}\b[^.;]{{0,90}}\b(?:broke off|broke down|broke up|stalled|collapsed"
            rf"|went nowhere"
            r"|got nowhere|were? broken off|were? suspended|ground to a halt)\b"
        ),
        (
            r"\b(?:end(?:ed|s)?|adjourned|closed|broke up|passed|concluded|part(?:ed|s)?"
            r"|met)\b[^.;]{0,40}"
            r"\bwithout (?:any |an? |so much as an? )?(?:result|agreement|breakthrough"
            r"|progress|deal"
            r"|success|outcome|date|accord|conclusion|handshake)"
        ),
        (
            rf"\bneither (?:\w+ )?{_SIDES}\b(?! gave| disclosed| commented"
            rf"| would comment)[^.;]*\b(?:has|have"
            r"|is|will|would|wants?|can|seems?|appears?|shows?|dares?|wishes|intends)\b"
        ),
        (
            r"\bneither (?:the )?[\w' ]{2,40} nor (?:the )?[\w' ]{2,40} (?:has|have|is|will"
            r"|would|wants?"
            r"|can|seems?|appears?|shows?) (?:\w+ ){0,3}(?:mov|budg|yield|give|concede|accept"
            r"|name|go first"
            r"|ready|willing|prepared|inclined|blink|step|back|sign|reply|answer|talk|call"
            r"|compromise)"
        ),
        (
            r"\beach (?:\w+ ){0,2}(?:wants|waits|waiting|expects|insists|demands|is waiting"
            r"|blam)\w*\b[^.;]*"
            r"\bthe other\b"
        ),
        r"\bboth (?:\w+ )?(?:wait|are waiting|insist that the other|have dug in|are dug in)\b",
        (
            r"\brefus(?:es?|ing) to (?:\w+ )?(?:budge|move|yield|give (?:way|ground|in)"
            r"|compromise)\b"
        ),
        r"\b(?:positions?|attitudes?|stances?|fronts?) (?:have|has) (?:\w+ )?hardened\b",
        (
            r"\b(?:has|have) been no (?:\w+ )?(?:contact|movement|progress|talks|meeting|dialogue"
            r"|reply)\b"
        ),
        r"\b(?:has|have) not (?:spoken|met|talked|negotiated|been on speaking terms)\b",
        (
            r"\b(?:has|have) dragged on\b|\b(?:has|have) run out of ideas\b"
            r"|\bnot (?:yet )?in sight\b"
        ),
        (
            r"\b(?:sides|parties|they|governments|two|camps"
            r"|capitals) (?:still )?cannot (?:even )?agree\b"
        ),
        (
            r"\b(?:nobody|no one|few|hardly anyone) (?:\w+ )?expects?\b[^.;]*"
            r"\b(?:soon|talks|breakthrough|deal|agreement|settlement|compromise|progress|end"
            r"|thaw)\b"
        ),
        (
            r"\b(?:dug in|no closer to|further apart|as far apart as|(?:poles|miles|worlds) apart"
            r"|no end (?:is )?in sight|no way out|caught between the two|go(?:ing"
            r"|es)? round in circles"
            r"|running on the spot|marking time)\b"
        ),
        (
            r"\b(?:no|little|scant|not much) (?:\w+ )?(?:sign|prospect|hope|chance|movement"
            r"|progress"
            r"|headway|common ground|appetite|room)\b"
        ),
        (
            rf"\bno (?:\w+ )?{_WISHED}\b[^.;]*\b(?:in sight|(?:has|have) (?:yet )?been"
            rf"|is expected|so far"
            r"|is (?:planned|scheduled)|(?:was|were) (?:made|reached))\b"
        ),
        r"\bnone (?:has|have) been (?:scheduled|held|set|reached|made|signed)\b",
        (
            r"\b(?:nothing|little) (?:has|have) (?:\w+ )?(?:moved|changed|happened|come of"
            r"|been agreed)\b"
        ),
        (
            r"\bnothing (?:will|is going to|is likely to) (?:move|change|happen)\b"
            r"(?![^.;]*\b(?:before|until|unless|without|if)\b)|\bchanged nothing\b"
        ),
        (
            r"\b(?:nobody|no one) (?:\w+ )?(?:is|seems|appears|wants|dares)? ?(?:willing|ready"
            r"|prepared|to"
            r" (?:move|go|give))"
        ),
        (
            r"\b(?:prospects?|outlook|hopes?|chances?)\b[^.;]*\b(?:bleak|dim|slim|remote|poor"
            r"|faint|fad(?:ed|ing"
            r")|receding|dwindling|dashed|gloomy|distant)\b"
        ),
        (
            r"\bsee(?:s|n)? (?:little|no|hardly any) (?:\w+ )?(?:movement|progress|prospect|chance"
            r"|hope|way)"
        ),
        (
            r"\b(?:has|have) (?:yet to|not(?: yet)?|never) (?:repl(?:y|ied)|answer(?:ed)?"
            r"|respond(?:ed)?"
            r"|budged?|moved|been (?:held|opened|lifted|reversed|reopened|ratified|signed|carried"
            r" out|implemented))\b"
        ),
        r"\b(?:lies?|stands?|remains?) (?:unsigned|without|shut)\b",
        (
            r"\bstill (?:\w+ )?(?:without|lies? unsigned|far apart|no (?:deal|agreement|settlement"
            r"|government))"
        ),
        (
            r"\b(?:came|come|led|lead|amounted) to (?:nothing|no )|\bin vain\b|\bto no avail\b"
            r"|\bfruitless\b"
        ),
        (
            r"\bfail(?:ed|ing|s)? to (?:yield|produce|reach|agree|break|bridge|bring|resolve|end"
            r"|narrow|make)"
        ),
        (
            r"\bprevent(?:s|ed|ing) any\b[^.;]*\b(?:agreement|deal|settlement|solution|progress"
            r"|treaty)\b"
        ),
        r"\black of (?:an? |any )?(?:\w+ )?(?:treaty|agreement|progress|trust|settlement|deal)\b",
        r"\bno longer (?:talk|speak|on speaking terms|meet)",
        r"\b(?:hard|difficult) to see (?:how|who|what)\b",
        r"\b(?:out of sight|out of reach|a long way off)\b",
    )
)
_NOT = re.compile(
    r"\b(?:break|breaks|broke|broken|end|ended|resolve|resolved|overcome|unblock|avert|avoid|ease"
    r"|breaking|ending|overcoming|out of)\b(?: \w+){0,3} (?:deadlock|impasse|stalemate|standstill"
    r"|gridlock|logjam)|(?:deadlock|impasse|stalemate|standstill)\b(?: \w+){0,2} (?:was|were"
    r"|had been"
    r"|has been) (?:broken|ended|resolved|overcome)"
    r"|\bwould (?:be|lead|mean|remain)\b[^.]*\b(?:deadlock|impasse|stalemate)"
    r"|\bno (?:sign|hope|chance) of (?:life|survivors)"
)
_PAST = re.compile(r"\bhad\b(?! to)|\b(?:1[5-9]|20)\d\d\b|\bback then\b")
_NOW = re.compile(r"\b(?:since|still|remains?|never|now|today|has|have|is|are)\b")
_DISPUTE = re.compile(
    r"\b(?:talk|negotiat|deal|agree|side|part(?:y|ies)|government|settle|dispute|conflict"
    r"|peace|treaty"
    r"|relation|cooperat|diplomat|minist|union|capital|mediat|observer|analyst|resol"
    r"|compromise|crisis"
    r"|countr|camps|row|issue|file|border|strike|contract|proposal|plan|standoff|quarrel|accord|truce"
    r"|question|other"
    r"|sanction|threat|war|solution|matter|position|breakthrough|end in sight|budge|apart"
    r"|neither|nothing|meeting|round|initiative|effort|attempt|date|nobody|no one)"
)


def is_standstill(sentence: str) -> bool:
    """Whether the words say that things do not move now.

    Examples
    --------
    >>> is_standstill("Neither side has moved."), is_standstill("The deadlock was broken.")
    (True, False)
    """
    words = " ".join(sentence.lower().replace("’", "'").split())
    if words.endswith("?") or _NOT.search(words) or not _DISPUTE.search(words):
        return False
    if _PAST.search(words) and not _NOW.search(words):
        return False
    return any(cue.search(words) for cue in _CUES)


def status_quo(scene: Scene) -> list[Evidence]:
    """The sentences that say that, or why, it is stuck, in the order of the text.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The talks remain deadlocked. It rains."
    >>> [piece.quote for piece in status_quo(build(Document("d1", text=text)))]
    ['The talks remain deadlocked.']
    """
    head = scene.document.headline or (0, 0)
    spoken = [quote for quote in quotations(scene.document.text) if quote.whole]
    found: list[Evidence] = []
    for sentence in scene.sentences:
        inside = any(q.start <= sentence.start_char < q.end for q in spoken)
        if head[0] <= sentence.start_char < head[1] or inside:
            continue
        if is_standstill(sentence.text):
            found.append(_evidence(scene, sentence, f"k{len(found) + 1}"))
    return found


def _evidence(scene: Scene, sentence: Span, name: str) -> Evidence:
    first, end = sentence.start, sentence.end
    while end - 1 > first and sentence.doc[end - 1].is_space:
        end -= 1
    start, stop, quote = scene.quote(scene.doc[first], scene.doc[end - 1])
    return Evidence(name, scene.document.id, quote, start, stop, "status_quo")
