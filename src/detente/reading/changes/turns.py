"""The words that tell of a position as held once, or as new: "used to", "no longer", "since"."""

from __future__ import annotations

import re

from detente.reading.periods import MONTH, WEEKDAY
from detente.reading.sought import Sought

SEASON = r"(?:week|month|year|spring|summer|autumn|fall|winter)"
_FEAST = r"(?:christmas|easter|new year|midsummer|the (?:election|vote|war|strike|purchase|summit))"
TOOK = (  # a position, once; what was accepted or pledged is done
    "said|told|called|described|spoke|wrote|thought|argued|maintained|insisted|declared|swore|vowed"
    "|promised|assured|offered|demanded|refused|rejected|dismissed|denied|ruled out"
)
_HAD = re.compile(
    r"(?<!which )(?<!that )(?<!have )(?<!has )(?<![’']ve )\bhad\b(?! to\b)", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:that|which|whom) (?:\w+ ){1,3}had\b")
ONCE = Sought(  # surely of another time
    rf"\bused to\b|\buntil (?:last|recently|now|then(?![^.;]*\bwould\b)|this|{MONTH})\b"
    r"|\bas (?:late|recently) as\b|\bonly (?:last|days|weeks|a (?:week|month)|yesterday)\b"
    r"|\b(?:previously|formerly|originally|initially)\b|\bat first\b|\bin the past\b"
    r"|\bonce,|\bonce (?:\w+ed|said|held|sought|told|spoke|called|made)\b|\b(?:who|had|too,) once\b"
    r"|(?<!not )\bearlier(?: (?:this|in the|that)\b|,|$| \w+ed\b)|\bhitherto\b"
    r"|\bat the (?:time|outset|start|beginning)\b"
    r"|\bbefore (?:the (?:election|vote)|taking office)\b"
    r"|\b(?:after|following|for) (?:\w+ )?(?:days|weeks|months|years) (?:of|it|he|she|they|had)\b"
    r"|\b(?:who|which|had) for (?:a long time|(?:\w+ )?(?:weeks|months|years|decades?))\b"
    r"|\bfor (?:\w+ )?(?:weeks|months|years|decades?),? (?:\w+ ){0,3}(?:had|refused|resisted"
    r"|insisted|said|argued|maintained|held|denied|rejected|opposed|demanded|wanted|called)\b"
    r"|\b(?:an?|one) (?:day|week|month|year) after \w+ing\b"
    r"|\bhaving (?:long|previously|earlier|once|for (?:weeks|months|years)|\w+ed|said|told|sworn"
    r"|sought|held|spoken)\b|\b(?:days|weeks|months|years) after (?:\w+ing)\b"
    r"|\b(?:days|weeks|months|(?:a|one) (?:week|month|year)) (?:ago|earlier|before)\b.*\bhad\b"
    r"|(?:\bhad|'d|’d) been \w+ing\b|\bwas still \w+ing\b|\bused always to\b"
    rf"|\bhaving (?:in {MONTH}|{WEEKDAY}|last {SEASON}) \w+"
    r"|\b(?:denied|refused|insisted|resisted|rejected|opposed|maintained|argued) for (?:\w+ )?"
    r"(?:days|weeks|months|years|decades)\b"
    r"|\bfirst (?:\w+ed|said|put|told|spoke|called|held)\b"
    r"|\blong (?:oppos|resist|insist|refus|reject|argu|swor|deni|held|maintain|exclud|call|favour"
    r"|favor|demand|dismiss|support|wanted)\w*"
    r"|\b(?:said|promised|vowed|called|argued|swore|demanded) (?:\w+ ){0,6}?in opposition\b",
    re.IGNORECASE,
)
CONTRAST = Sought(
    r"\bin (?:\w+ )?contrast (?:to|with)\b|\bdeparture from\b"
    r"|\b(?:even )?(?:al)?though (?:as|only|until|once|earlier)\b"
    r"|\bhad (?:until|previously|earlier|long|hitherto|once|initially|originally|still|always"
    r"|repeatedly)\b"
    r"|\bhad (?:it|him|her|them)sel(?:f|ves)\b",
    re.IGNORECASE,
)
DATED = Sought(  # of a day gone by, and perhaps of today as well
    rf"\b(?:last {SEASON}|(?:in|since|early|late) (?:early |late |mid-)?{MONTH}"
    r"|in (?:the )?(?:spring|summer|autumn|winter)"
    rf"|in (?:an? )?interview|(?:earlier )?this {SEASON}"
    r"|in (?:19|20)\d\d|promised|pledged|vowed|agreed|\w+ (?:days|weeks|months|years) ago"
    r"|(?:a|one) (?:week|month|year) ago"
    r"|has so far (?:refused|rejected|declined|ruled|insisted))\b",
    re.IGNORECASE,
)
TURNED = Sought(  # a change in so many words
    r"\b(?:now|today|nowadays|these days|since the (?:new )?\w+ (?:it|he|she|they)"
    r"|thought better|no longer|any ?more|since then|has since"
    r"|have since|yesterday|withdrawn|withdrew|dropped|abandon(?:ed|s)"
    r"|revok(?:ed|es)|rescind(?:ed|s)"
    r"|revers(?:ed|es|al)|retract(?:ed|s)"
    r"|since gone|has taken|have taken|walked away from|about turn|softer line|harder line"
    r"|different (?:tune|line|story|position)"
    r"|soften(?:ed|s|ing)|harden(?:ed|s|ing)|toughen(?:ed|s|ing)|backtrack(?:ed|s|ing)?"
    r"|relent(?:ed|s)"
    r"|back(?:ed|s|ing) (?:down|away|off)|climb(?:ed|s|ing)? down|climbdown|about-face|about-turn"
    r"|u-turn|volte-face|turnabout|exactly that|for the first time|has taken to|gave (?:way|in)"
    r"|chang(?:ed|es|ing) (?:\w+ )?(?:mind|tune|stance|position|tone|course|line|tack)"
    r"|shift(?:ed|s|ing)? (?:\w+ )?(?:stance|position|tone|course|line|ground)"
    r"|(?:walk|row|roll|dial)(?:ed|s|ing)? (?:that |it |this )?back|c[ao]me (?:round|around)"
    r"|watered down|marked (?:shift|change)|instead"
    r"|revert(?:ed|s)|went back on|goes back on|reneg(?:ed|es|ing)|scaled back"
    r"|lower(?:ed|s) \w+ (?:demand|sights)"
    r"|in an? (?:\w+ )?(?:shift|reversal|change|about-turn|climbdown|concession|departure))\b",
    re.IGNORECASE,
)
HAS_TURNED = Sought(
    r"\b(?:had|has|have)(?: since| now| meanwhile| quietly)? (?:dropped|withdrawn|abandoned|"
    r"softened|hardened|relented|backed down|changed|reversed|retracted|given (?:way|in)|"
    r"climbed down|moved away|let go of|come round)\b",
    re.IGNORECASE,
)
FRESH = Sought(
    rf"\b(?:(?:on|last|by) {WEEKDAY}|in {MONTH},? (?:however,? )?(?:it|he|she|they)"
    r"|in recent (?:days|weeks)|(?:an?|two|three|some) (?:days?|weeks?|months?|years?) later"
    r"|this (?:week|month|morning|year)|last (?:week|night)|since)\b",
    re.IGNORECASE,
)
BEFORE = Sought(  # what was held then, over against what was just told
    rf"\b(?:earlier|previously|once|originally|at first|last {SEASON}|ago|late as|recently as"
    rf"|in (?:early |late |mid-)?{MONTH}|only|in (?:19|20)\d\d|{WEEKDAY})\b[^.;]*\bhad\b"
    rf"|\bhad (?:\w+ )?(?:\w+ed|said|told|called|spoken|held|sought|sworn)\b[^.;]*"
    rf"\b(?:earlier|previously|ago|before|in {MONTH}|last {SEASON})\b",
    re.IGNORECASE,
)
REPORTED = Sought(
    r"\b(?:said|says|told|insisted|claimed|added|denied|argued|maintained|alleged|complained"
    r"|ruled|acknowledged|admitted|confirmed|noted|recalled|found|reported|showed|heard|learnt)\b[^.;]*\bhad\b",
    re.IGNORECASE,
)
BUT = Sought(r"\b(?:but|however|yet|now|instead|though|although|still)\b", re.IGNORECASE)
AGAIN = Sought(  # no change, in so many words
    r"\b(?:again|still|repeat(?:s|ed|ing)?|reiterat\w+|reaffirm\w+|st(?:ands?|ood) by"
    r"|continu\w+|unchanged|once more)\b",
    re.IGNORECASE,
)
LOOKING_BACK = re.compile(  # "In March it had still said", "Two weeks ago he had called it"
    rf"[“\"]?(?:(?:only|just|even|but|yet|and) )?(?:in (?:early |late |mid-)?{MONTH}(?: \d{{4}})?"
    rf"|in (?:the )?(?:spring|summer|autumn|winter)|last (?:{SEASON}|{MONTH})"
    rf"|(?:last |on ){WEEKDAY}|at (?:easter|christmas|new year)"
    r"|(?:an?|\w+) (?:days?|weeks?|months?|years?) (?:ago|earlier|before)"
    r"|as (?:late|recently) as [^,]{2,30}|until (?!then)[^,]{2,30}|before [^,]{2,30}"
    r"|back in [^,]{3,20}|at (?:that|the) time|in an? (?:earlier|previous)"
    r"|during (?:the|his|her|its) (?:\w+ )?campaign|not (?:so )?long ago"
    r"|earlier[^,]{0,30}|at first|the (?:week|month|year) before|in (?:19|20)\d\d)\b[^.;]{0,90}?"
    r"(?:\b(?:had|[’']d)\b(?! to\b)|\bwas still \w+ing\b"
    r"|\bstill (?:said|called|held|spoke|wanted)\b)"
    rf"|[“\"]?(?:(?:but|yet|only|just|as recently as|as late as) )*(?:last {SEASON}"
    r"|\w+ (?:weeks|months|years|summers|winters) ago|an? (?:week|month|year) ago|at first)\b,?"
    r" (?:\w+ ){1,5}?"
    rf"(?:{TOOK})\b",
    re.IGNORECASE,
)
_WHILE_AGO = (  # a time gone by
    rf"(?:in (?:early |late |mid-)?{MONTH}|in (?:the )?(?:spring|summer|autumn|fall|winter)"
    rf"|last (?:{SEASON}|{MONTH})|(?:an?|one|two|three|four|five|six|ten|some|several|a few)"
    r" (?:weeks?|months?|years?|summers?|winters?) (?:ago|earlier|before)"
    rf"|until (?:the |last |this )?(?:{SEASON}|{MONTH}|{_FEAST})|(?:at|before) {_FEAST}"
    rf"|until that \w+|that {SEASON}|in the last (?:\w+ )?season"
    r"|under (?:an? |the )?(?:previous|earlier|former|last) \w+"
    r"|before (?:his|her|its|their) (?:election|appointment)|at (?:that|the) time|early on"
    rf"|at the (?:start|beginning) of the {SEASON}|not (?:so )?long ago"
    rf"|in an? (?:earlier|previous) \w+|the previous {SEASON}"
    r"|earlier (?:this year|in the (?:week|month|year))"
    r"|(?:during|in) (?:the|his|her|its|last year[’']s) (?:\w+ )?campaign|in opposition"
    r"|on the campaign trail|on taking office|as (?:an? )?(?:candidate|senator|opposition leader))"
)
_OPENING = (
    r"\W*(?:(?:back|only|just|even|as (?:late|recently) as|yet|but|it was) )?"
    rf"(?:{_WHILE_AGO}|in (?:19|20)\d\d|at first|there was a time|as (?:late|recently) as \w+"
    rf"|(?:at|in) (?:the |its |his |her |their )?(?:\w+ ){{1,4}}(?:last|in) (?:{SEASON}|{MONTH})"
    r"|when (?:\w+ ){1,3}(?:began|started|opened|stood|ran|came|took))\b"
)
OPENS_THEN = re.compile(_OPENING, re.IGNORECASE)
THEN = Sought(  # "In June he said", "There was a time when", "said no in July", "said in July that"
    rf"^{_OPENING}|\b{_WHILE_AGO}\W*$"
    rf"|\b(?:{TOOK})\b(?: \w+){{0,5}}? {_WHILE_AGO}\b|\b{_WHILE_AGO} (?:{TOOK}|accepted)\b"
    r"|\bthen (?:said|called|described|spoke|held|thought|told|swore|promised|insisted)\b"
    r"|\b(?:said|told|called|described) (?:\w+ ){0,4}then\b"
    r"|\b(?:the|its|his|her|their|[’']s) then \w+|\bof the day\b|\bspoke in (?:19|20)\d\d\b",
    re.IGNORECASE,
)
NOW = Sought(
    r"\b(?:now|today|no longer|these days|this (?:week|month)|last (?:week|month)|more recently"
    r"|for the first time|in recent (?:days|weeks)|successor|this time|currently"
    rf"|(?:on|last) {WEEKDAY}|yesterday|since (?:{MONTH}|then))\b",
    re.IGNORECASE,
)
NOTE = Sought(
    r"\b(?:softer|harder|milder|warmer|sharper|new) (?:note|tone|line)\W*$", re.IGNORECASE
)
OPENS_NOW = re.compile(  # "Now it says", "On Monday she called it", "Four years later"
    rf"\W*(?:(?:but|and|yet|only) )?(?:now|today|nowadays|these days|lately|recently|since then"
    r"|more recently|for the first time|in recent (?:days|weeks|months)|this time|currently"
    rf"|(?:late|early) (?:on )?{WEEKDAY}|in (?:its|his|her|their) latest \w+"
    r"|(?:its|his|her|their|the) (?:(?:new|present|current) \w+|successor)"
    rf"|then,? on|since {MONTH}|this (?:week|month|year|{SEASON}|{MONTH})"
    rf"|last (?:week|month|night)|yesterday|(?:on|last|by) {WEEKDAY}|in {MONTH}"
    r"|reminded of|asked (?:about|whether|how)|confronted"
    r"|\w+ (?:days|weeks|months|years) (?:later|on)|circumstances|that was before"
    r"|since (?:the |his |her |its )?(?:\w+ ){1,2}(?:he|she|it|they)\b"
    rf"|(?:at|in) (?:the |an? )?(?:\w+ ){{1,2}}(?:on {WEEKDAY}|this (?:week|month))"
    r"|(?:he|she|it|they|his|her|its|their|the)(?: [\w’'-]+){0,5}? (?:now|today|has since"
    r"|have since|no longer|these days|has taken to)\b)",
    re.IGNORECASE,
)
THEN_SAID = Sought(r"\bthen (?:\w+ed|said|called|spoke|told|held|thought)\b", re.IGNORECASE)
SAME = Sought(  # the one who said so then is he who says otherwise now
    r"\bthe (?:very )?same (?:man|woman|person|minister|ministry|office|official|officials|adviser"
    r"|spokes\w+|department|party|council|government|cabinet|board|company|union|authority|mayor"
    r"|president|premier|chairman|director|firm|newspaper|people|agency|body)\b"
    r"|\b(?:then|still) (?:an?|in|the|at|its|head|leader|a mere) \w+|\bin opposition\b"
    r"|\bthe then \w+|\bpredecessor\w*|\bas (?:a )?(?:candidate|senator|mayor|minister|head|leader"
    r"|\w+ minister)\b|\bcampaign\w*\b|\bformer (?:government|cabinet|minister|president)\b",
    re.IGNORECASE,
)
VERY_SAME = Sought(  # who has just been told of
    r"\bthe (?:very )?same [\w ]{3,40}? (?:had|said|told|called|promised|assured|spoke)\b",
    re.IGNORECASE,
)
OF_THAT = Sought(  # about what was just told
    r"\b(?:the|this|that) (?:very|same) \w+|\b(?:exactly|just|precisely) (?:such|that|this)\b"
    r"|\b(?:called|dismissed|described|branded|denounced|praised|welcomed|rejected) "
    r"(?:it|that|this|(?:the|such an?) (?:idea|thought|notion|proposal|suggestion|plan|offer))\b",
    re.IGNORECASE,
)
CALLED = Sought(
    r"\b(?:call(?:ed|ing)|describ(?:ed|ing)|dismiss(?:ed|ing)|denounc(?:ed|ing)|brand(?:ed|ing)"
    r"|derided|praised|hailed|spoken? of|spoke of"
    r"|talked of|thought)\b",
    re.IGNORECASE,
)
CHARGED = Sought(r"\b(?:accus\w+|blam\w+|charg\w+|den(?:y|ied|ies))\b", re.IGNORECASE)
WEIGHED = Sought(  # what is said of more than a fact: promised, or put in one's own words
    r"\b(?:assur\w+|promis\w+|swor[en]|vow\w+|insist\w+|maintain\w+|never|nothing|nobody|always"
    r"|would|tell(?:ing)?|told)\b|[\"“]",
    re.IGNORECASE,
)
NOT = Sought(r"\b(?:not|never|no|nothing|refus\w+|reject\w+)\b|n[’']t\b", re.IGNORECASE)
STILL = Sought(r"\b(?:had|was) still\b|\bstill \w+ed\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def once(sentence: str) -> bool:
    """Whether it is told as held once, not as done before what is reported: "at first denied".

    >>> once("It at first denied that it had crossed."), once("It said it had first refused.")
    (True, False)
    """
    told, reported = ONCE.search(sentence), REPORTED.search(sentence)
    return told is not None and (reported is None or told.start() < reported.start())


def is_aside(quote: str) -> bool:
    """Whether it stands in a relative clause with a day gone by: "which in May called it theft"."""
    return bool(_RELATIVE_PRONOUN.match(quote) and DATED.search(quote))


_RELATIVE_PRONOUN = re.compile(r"(?:who|which)\b", re.IGNORECASE)


def is_lead(quote: str) -> bool:
    """Whether it is told as what goes before its sentence: "having refused", "who at first did".

    >>> is_lead("a week after refusing"), is_lead("who once refused"), is_lead("who refuses")
    (True, True, False)
    """
    aside = _RELATIVE_PRONOUN.match(quote) and once(quote)
    return bool(aside) or _LEAD.match(quote) is not None


_LEAD = re.compile(
    r"(?:(?:\w+ )?(?:days?|weeks?|months?|years?) )?"
    r"(?:after|having|following|despite|refusing|insisting)\b",
    re.IGNORECASE,
)


def had(quote: str) -> bool:
    """Whether its main clause is told as long past: not "what he had found", "as they had"."""
    had = _HAD.search(quote)
    if had is None or _RELATIVE.match(quote):
        return False
    return not _INNER.search(quote, 4, had.start())


_INNER = re.compile(
    r"\b(?:that|what|who|whom|which|when|than|because|report|unless|after|once|until|before"
    r"|one (?:its|his|their))\b|;"
)
