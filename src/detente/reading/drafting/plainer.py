"""Turns of phrase put plainly before they are parsed: what they mean as a doing stays."""

from __future__ import annotations

import re

from detente.reading.drafting.between_states import straight
from detente.reading.drafting.lexicon import words

_OUT = "out of the question|off the table"
_JUDGED = f"{_OUT}|unacceptable|intolerable|impossible|unthinkable|non-negotiable"
_HAS_NO = r"\b(?:ha(?:s|ve|d)|see[sn]?|saw) no (?:intention|plan|wish|desire|thought)s?"
_NO_USE = (
    r"(?:see[sn]?|saw|find[s]?|found) (?:little|no|not much) (?:\w+ )?"
    r"(?:use|point|sense|merit|value|purpose|benefit|need|reason)"
)
_CONTENT = (
    r"\b(?:ha(?:s|ve|d)|see[sn]?|saw|raise[sd]?) no (?:further |other |more )?"
    r"(?:quarrel|objection|problem|difficulty|complaint|argument)s?"
)
_REGARDS = "(?:regard|consider|deem|view|see|call|describe|dismiss|treat)(?:s|ed)?"
_IS = "(?:is|are|was|were)"
_DROPS = "(?:drop|withdraw|lift|end|abandon|give up|gives up|gave up|set aside)(?:s|p?ed|ing)?"
_OWN = "(?:its|their|his|her|all|the)"
_LEVEL = "(?:rate|level|price|size|strength|figure|number|fee|fare|limit|volume|flow|share)s?"
_SUM = r"an? (?:[\w-]+ ){0,4}?(?:of|rise|increase|offer|raise) ?[^,;]*?\d[^,;]*?"
_LISTS = r"(?:an?|the|its|their) (?:[a-z]+ ){0,2}?(?:list|register|agenda|roll|map|schedule)\b"
_PUT = (
    "proposed|offered|suggested|drafted|tabled|put forward|drawn up|presented|recommended|announced"
)
_IDEA = "(?:proposal|plan|idea|demand)s?"
_ANSWERS = "reject|refuse|dismiss|oppose|accept|back|support|approve"
_ITS = r"(?:the|its|their|any|an?|[A-Z][\w'’]+) (?:[\w'’]+ )?"
_WORD = r"[\w'’-]+"
_THING = r"(?:[\w'’-]+ ){0,6}[\w'’-]+"
_WHERE = "(?:of|home|back|on|out|free|to|in|at|by|first|again|now|soon|before|if|unless|and|until)"
_FRESH = "(?:(?:further|more|new|another|fresh|two|three|four|[a-z]+-day|[a-z]+-hour) )*"
_WALKOUTS = "(?:walkout|strike|stoppage)s"
_ARMS = "(?:gun|pistol|knife|sword|noose|club|axe)"
_ONES = "(?:the|its|their|our|his|her|my|your)"
_PLACED = "(?:table|head|throat|neck|temple|back|chest)s?"
_FOLLOWERS = "(?:members|workers|crews|drivers|teachers|nurses|lecturers|staff|fighters|supporters)"
_GOES_ON = "keep up|keeps up|continue|continues|go on with|end|ends|halt|suspend|call off"
_ROLLING = "(?:rotating|rolling|ongoing|continuing|running)"
_SHOWN = (
    "(?:agenda|plans|drawings|accounts|books|figures|papers|records|contracts?|evidence|files?"
    "|documents|reports?)"
)
_HOPES = (
    "hope|fear|doubt|prospect|concern|tension|speculation|expectation|anxiety|anger|uncertainty"
)
_MUCH = r"(?=[$€£¥]\d|[\d.,]+(?: (?:per cent|percent|million|billion)|%|$))"
_SOMEBODY = r"(?:(?:the|its|their) [a-z]+|[A-Z][\w'’-]+|them)"
_THEY_ARE = "(?:they|it|he|she) (?:is|are|stands?)"
_MAKES = "(?:make|repeat|renew|reiterate|extend)(?:s|ed|d)?"
_SPOILS = "spoil|poison|overshadow|derail|sour"  # "the mine is not allowed to spoil the rest"
_CROWD = "(?:(?:the|all|its) )?[a-z]+(?:s|men|people)"
_BOUND = "(?:linked|tied|loyal|allied|affiliated|close)"
_NAMED = r"(?:the )?[A-Z][\w-]*['’]?(?: [A-Z][\w-]*['’]?)*"
_RENT = "(?:the|its|their|a) rent strike"
_ONE_TABLE = "(?:one|the same|a single) table"
_COUNTED = "(?:one|two|three|four|five|six|several|certain|the following|these)"
_CURRENCY = "|".join(sorted(words("money", "currencies")))
_SUM_OF = (
    r"(?:[$€£¥₹]|\bRs\.? ?|\b[A-Z]{1,3}\$) ?\d[\d.,]*(?: (?:million|billion|lakh|crore|thousand))?"
    rf"|\b\d[\d.,]*(?: (?:million|billion|lakh|crore|thousand))? (?:{_CURRENCY})s?"
)
_JUDGES = (
    "((?:the|an?) (?:[a-z]+ )?(?:arbitrators?|arbitration|judges?|court|panel|mediators?|tribunal"
    "|referendum|commission|vote|ombudsman))"
)
_FAILED = "broke|failed|collapsed|ended|fell|stalled"
_AFTER = rf"^(.*\w) (?:after|following) (?:[\w'’-]+ ){{1,6}}(?:{_FAILED})\b.*$"
_SUCH = "a (?:thing|step|move|job|demand|figure|sum)"
_SPAN = "(?:day|moment|minute|hour|week)"
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|a \w+|\d)"
_MUST = "compelled|forced|obliged|bound|constrained"
_TURNS = tuple(
    (re.compile(turn), plain)
    for turn, plain in (
        (r"^(?:say|warn|add|insist|state) , (?=[a-z])", ""),  # "the league says, the licence"
        # "wants all four states at one table": that they talk; "stands trial", "is ready to lift"
        (rf"^(?:(?:have|bring|see) )?{_THING} (?:at|round|to) {_ONE_TABLE}$", "hold talks"),
        (r"^(?:stand|face|go on) trial$", "hold a trial"),
        (r"^(?:go|goes|move|bid) (?:any )?(?:higher|further|up)$", "raise its offer"),
        (rf"^the ball is (?:now |back )?(?:firmly )?in {_THING} court\b.*$", ""),
        # "call on it to say that it will accept the finding": to accept it
        (r"^(?:say|says|announce|announces|declare|declares) that (?:it|they|he|she) will ", ""),
        (rf"^({_THING}) (?:stands?|faces?|goes? on) trial$", r"\1 is put on trial"),
        (r"^(?:be )?(?:ready|willing|prepared|happy|glad|content) to (?=[a-z])", ""),
        (
            rf"\blift (?={_THING} (?:past|above|to|by) [$€£\da])",
            "raise ",
        ),  # "lift pay past a million"
        # "$13,500 a vessel day", "4,000 euros a hectare": by what it is reckoned
        (rf"({_SUM_OF}) an? (?=[a-z]+(?: (?:day|hour|month|week|year|metre|mile))?\b)", r"\1 per "),
        # "class sizes go to the arbitrator as well": they are put to him
        (rf"^({_THING}) (?:go|goes|went|has gone|have gone) to {_JUDGES}\b", r"\1 is put to \2"),
        # "had no intention of paying", "has no plans to pay": it will not
        (rf"{_HAS_NO} of (?=\w+ing\b)", "stop "),
        (rf"{_HAS_NO} to (?=[a-z])", "refuse to "),
        (rf"\b(?:(?:has|have|had|shows?|showed) no interest|{_NO_USE}) in (?=\w+ing\b)", "stop "),
        (rf"\b{_NO_USE} in (?=\w)", "reject "),  # "sees little use in a seventh meeting"
        (r"\b(is|are|be|been|being) dealt with\b", r"\1 settled"),
        # "has no quarrel with the road", "we have no objection": it is content
        (rf"{_CONTENT} (?:with|to|about|against) (?=\w+ing\b)", "agree to "),
        (rf"{_CONTENT} (?:with|to|about|against) (?=\w)", "accept "),
        (rf"{_CONTENT}$", "drop its objections"),
        # "regards compensation as out of the question": that is what it will not give
        (rf"^{_REGARDS} (?=.*\b(?:{_JUDGED})$)(.+?) (?:as )?(?:{_JUDGED})$", r"\1"),
        (rf"^((?:(?!\b{_IS}\b).)+?) (?:{_IS}|seems?|appears?|looks?) (?:{_OUT})$", r"\1"),
        # "an easing of its posture conditional on a halt": on what, is told beside it
        (
            r"^(?!.*\bma[dk]e\b)(.*\w) (?:conditional|contingent|dependent)(?: (?:up)?on\b.*)?$",
            r"\1",
        ),
        (r"\b(talks|negotiations|[a-z]+s) last$", r"\1 go on"),  # "while the talks last"
        # "keep up rotating strikes", "rejects it as holiday season nears", "was open to a hotline"
        (rf"\b({_GOES_ON}) ({_ROLLING} {_WALKOUTS})\b", r"\1 the \2"),
        (r"(?<=\w) as (?:[\w'’-]+ ){1,5}(?:nears?|looms?|approach(?:es)?|drags? on|deepens?)$", ""),
        (r"^(?:be |is |are |was |were )?open to (?=(?:an?|the|any|its|their) )", "accept "),
        (r"(?<=\w), (?:some|about|around|roughly|nearly|an estimated) [$€£]?\d[^,]*$", ""),
        (r"\bact(?:s|ed)? (?=against \w)", "take action "),
        (r"^sa(?:y|id) (?:its|the|his|her|their) [^,]{3,40}, ", ""),
        (r"\breserv(?:e|es|ed|ing) (?:the|its|their) right to (?=[a-z])", ""),
        (rf"\b(?:direct|instruct|order|tell|told)(?:s|ed)? {_OWN} {_FOLLOWERS} (?:not )?to ", ""),
        (r"\bdown(?:s|ed)? tools\b", "walk out"),
        (r"^readmit(?= )", "admit"),  # taken for a noun
        (rf"\b({_IS}|be|been) put (?:in writing|on paper)\b", r"\1 written down"),
        (
            r"^((?:the|its|their) (?:[a-z-]+ )?[a-z-]+(?: (?:in|at|on) (?-i:[A-Z])[\w-]+)?) lasts$",
            r"\1 goes on",
        ),
        (r"^((?:the|its|their) (?:[a-z-]+ )?[a-z-]+) lapses$", r"\1 is cancelled"),
        (r"\b(?:be|being|is|are) bound by (?=\w)", "accept "),  # "refuses to be bound by quotas"
        (r"\b(?:(?:will|would) )?(?:have|has|had) to be (?=\w+n\b)", "is "),
        (r"(?<=\w) (?:day and night|(?:a?round) the clock|at all hours|where it is)$", ""),
        (r"^back (?=(?:in|at) the (?:room|table)\b)", "be back "),
        (
            r"^(?:contemplate|entertain|envisage|countenance)s? (?=\w+ )",
            "",
        ),  # "contemplate licences"
        (r"\bgo(?:es)? as far as (?=\w)", "accept "),
        (r"\b(let|lets|letting) go of (?=\w)", "give up "),
        (  # "unless customers are shown to be better off"
            r"^(.+?) (is|are) (?:shown|proved|proven) to be (?=\w)",
            r"prove that \1 \2 ",
        ),
        (r"^(.*\w) (?:is|are|gets?|has been) through$", r"\1 is passed"),  # "the reform is through"
        (r"^(?:(?:on|upon) )?(?:the )?receipt of (?=\w)", ""),  # "on receipt of the key": the key
        (r"^(pay|make|give) (?:the )?receipt of (?=\w)", r"\1 "),
        (rf"^(?:(?:wants?|asks?) )?(?:to )?see (?={_ONES} {_THING}$)(?=.* {_SHOWN}$)", "show "),
        (r"(?<=\w),? (?:still|even|much) less\b.*$", ""),  # "its name, still less its crew"
        (r"(?<=\w),? let alone\b.*$", ""),
        (r",? or (?:so|thereabouts)\b", ""),  # "forty, or thereabouts"
        (r" at all$", ""),
        # "rejected a formula proposed by the government": whose it is, is told beside it
        (rf"(?<=\w),? (?:{_PUT}) (?:last \w+ |on \w+ )?by (?!\d).*$", ""),
        # "gave the two capitals until Friday to set up a joint police"
        (rf"^g[ia]v(?:e|es|en|ing) {_THING} (?:until|till|by) {_THING} to (?=[a-z])", ""),
        (rf"\b(hours|time|days|weeks|gap) between (?:the )?{_WORD} and (?:the )?{_WORD}", r"\1"),
        (r" of any(?:thing|one|body)$", ""),
        # "say yes to the merger", "set foot in the kitchen", "taken off a list", "reverses itself"
        (r"\b(?:say|says|said) yes to ", "accept "),
        (r"^(?:say|says|said) (?:yes|no)$", ""),
        (
            rf"\b({_ANSWERS})(?:s|ed|d)? {_ITS}{_IDEA} that (?=\w)",
            r"\1 that ",
        ),
        (r"\b(?:say|says|said) no to ", "reject "),
        (r"\b(?:set|sets|put|puts) (?:a |one )?foot (?:in|inside|on|aboard) ", "enter "),
        (rf"\btake ({_THING}) off (?={_LISTS})", r"remove \1 from "),
        (rf"\btaken off (?={_LISTS})", "removed from "),
        (r"\brevers(e|es|ed) (?:itself|himself|herself|themselves)\b", r"revers\1 its ruling"),
        (r"(?:,(?: but| and)?| but| and) (?:not|never) (?:with|to|for|from|in|on|at) [^,]*$", ""),
        (r"(?<=[a-z]), not (?!(?:to|by|until|before|after|with)\b)(?:[\w'’-]+ ){0,3}[\w'’-]+$", ""),
        (rf",? (?:on|under|with) {_COUNTED}(?: conditions?)?$", ""),  # which, is told below
        (r" of any (?:kind|sort|description)\b", ""),
        (r"\b(?:hereby|herewith) ", ""),
        # When, on what ground and which one is told beside it
        (r" (?:at once|immediately|straight ?away|right away|forthwith|without delay)\b", ""),
        (r" (?:on|upon) the grounds? that\b.*$", ""),
        (r"(?<=\w),? whose\b.*$", ""),
        (r"(?<=\w), which\b.*$", ""),
        # "let go eleven men", "until the boat is home", "drop its objection to the road"
        (rf"\b(?:let|lets|letting) go (?!{_WHERE}\b)(?=\w)", "release "),
        (
            rf"^(.*\w)(?<! to) (?:{_IS}|comes?|came|gets?|got) (?:safely |back )*home$",
            r"\1 is returned",
        ),
        # "once the toll is back at its old rate"
        (
            rf"^(.*\w) {_IS} back (?:at|to) (?=(?:its|their|the) (?:[a-z]+ ){{0,3}}{_LEVEL}\b)",
            r"\1 is brought back to ",
        ),
        (
            rf"\b{_DROPS} {_OWN} (?:long-standing )?(?:objection|opposition|resistance)s? to ",
            "accept ",
        ),
        (r"^(.*\w) (?:will |would )?(?:stay|remain)s? (shut|closed|sealed|locked)$", r"\1 is \2"),
        (r"^[Ll]et (?:her|him|them) (?=[a-z]+ (?!go\b|in\b|through\b))", ""),
        # "take single crewing off the table", "put a rise of 6 per cent on the table"
        (rf"\btake (?=({_THING}) off the table\b)\1 off the table", r"drop \1"),
        (rf"\b(?:takes|took|taken) (?=({_THING}) off the table\b)\1 off the table", r"dropped \1"),
        (rf"\bput(?:s|ting)? ({_SUM}) on the table\b", r"offer \1"),
        # Whoever announces a walkout walks out
        (rf"\b(?:announce|call|plan)(?:s|d|ed)? {_FRESH}{_WALKOUTS}\b.*$", "walk out"),
        # "not with a gun on the table" says that one is pressed, not by what
        (rf"^(?:an? |the )?{_ARMS} (?:on|to|at|against|over|round) {_ONES} {_PLACED}$", ""),
        (r" up front\b", ""),
        (  # "gave the clubs back the rights": the rights
            rf"\b(g[ia]ve[sn]?|hand(?:s|ed)?) {_SOMEBODY} back (?=(?:the|its|their|all|an?) )",
            r"\1 back ",
        ),
        (  # "the channel would go to 450"
            rf"^(?:the [a-z]+ |it |they )?(?:(?:would|could) )?go (?:up |as high as )?to {_MUCH}",
            "pay ",
        ),
        (r"^rul(?:e[sd]?|ing) (?:that|this|it|them) out$", ""),  # what, is told before it
        (  # "leave the monks where they are"
            rf"\bleav(?:es?|ing) ((?:the|its|their|all) {_THING}?) (?:where|as) {_THEY_ARE}$",
            r"let \1 stay",
        ),
        (r" ?\([^()]*\)", ""),
        (r"(?<=\w) ((?:[a-z-]+ )?[a-z-]+) by \1\b", ""),  # "its figures district by district"
        # "free the crew, dimming hopes that talks will be held": what it amounts to
        (rf"(?<=\w), [a-z]+ing (?:(?:the|any|new|fresh) )?(?:{_HOPES})s?\b.*$", ""),
        (r"\bany more (?=[a-z])", "any "),  # "no more salaries": none
        (r"\bany other (?=[a-z-]+(?<!s)(?: |$))", "another "),
        (r"\bany (?=(?:further|other) [a-z])", ""),
        (rf"\bat (?:the very )?least (?=(?!{_NUMBER})[a-z])", ""),  # "let at least food through"
        (r"(?<=\w) always$", ""),
        (
            r"(?<=\w) [–—-] (?=[\d$€£]).*$",
            "",
        ),  # "will send nothing – 709 million, in its reckoning"
        (r"\b(?:will |would )?have (?:no|any) (?:other )?choice but to (?=[a-z])", "will "),
        (rf"\b{_MAKES} (?:an?|the|its|their) (?:[a-z]+ )?offer to (?=[a-z])", ""),
        # "the guns must fall silent first", "asked for one thing, the figures"
        (r"\b(?:(?:must|should|have to|has to) )?(?:fall|go)(?:s|es)? (?:silent|quiet)\b", "stop"),
        (r"\b(?:one|two|three) things?(?: only)?[,:] (?=(?:the|its|their|an?) )", ""),
        (rf"^.*\b(?:allow(?:ed|s)?|let|lets) (?:{_THING} )?(?:to )?(?:{_SPOILS})\b.*$", ""),
        (r"\bstates? (?:publicly|openly|in writing|clearly) that\b", "declare that"),
        # "fighters linked to the Red Front leave": who they are, is told beside it
        (rf"^({_CROWD}) {_BOUND} (?:to|with) {_NAMED} (?=[a-z])", r"\1 "),
        (r"(?<=\w) in (?:writing|public|principle|return)(?= (?:to|that) [a-z])", ""),
        (r"\b(get|gets|got|getting) (?=[a-z-]+ed\b)", "is "),  # "the cable gets re-routed"
        # Why, what it comes to, and after what, is told beside it
        (r"(?<=\w),? (?:because|since (?=it|they|its|the)|even though|although) .*$", ""),
        (rf"(?<=\w), (?:something|{_SUCH}) (?:that|which) .*$", ""),
        (r"(?<=\w), as (?:is|was|has been) [a-z]+$", ""),
        (r"(?<=\w), as (?:it|they|he|she|[A-Z]\w+) (?!well\b|long\b|soon\b).*$", ""),
        (_AFTER, r"\1"),
        (rf"\b(?:is|are|be|been|was|were) (?:{_MUST}) to ", "will "),
        (r"^strike (?:again|for|on|next|until|from)\b.*$", "walk out"),
        (
            rf"\b{_RENT} (?:is|was|be|has been) (?:called off|over|lifted|ended|suspended)",
            "rent is paid",
        ),
        (
            rf"\b(?:call(?:s|ed|ing)? off|end(?:s|ed|ing)?|suspend(?:s|ed|ing)?) {_RENT}",
            "pay the rent",
        ),
        (rf"\b(?:go on with|continue|keep up) {_RENT}", "withhold the rent"),
        # "stop not one ship", "not one megawatt would flow": none
        (r"\bnot (?:one|a single) (?=[a-z]+ (?!of\b))", "no "),
        (r"^not an? ", "no "),
        (r"\b(?:do|does|did) without (?=(?:the|its|their|a|an|any)\b)", "give up "),
        (r"(?<=[a-z]) (?:itself|themselves)(?= (?:would|will|must|shall|can|may|stays?)\b)", ""),
        (
            rf"^(.*\b(?:leave|return|sign|resign)) the {_SPAN}(?: [a-z].*)?$",
            r"\1",
        ),
        (r"^(sue|strike|act|retaliate)s? the (?:day|moment|minute|hour)\b.*$", r"\1"),
    )
)


def plainer(text: str) -> str:
    """A phrase without its turns.

    >>> plainer("had no intention of paying twice"), plainer("lend its name, still less its hall")
    ('stop paying twice', 'lend its name')
    >>> plainer("have no quarrel with the road"), plainer("we have no objection")
    ('accept the road', 'we drop its objections')
    >>> plainer("repeat an offer to line the canal"), plainer("accept an offer to line the canal")
    ('line the canal', 'accept an offer to line the canal')
    >>> plainer("the guns must fall silent"), plainer("gunmen loyal to Ann Berg leave the town")
    ('the guns stop', 'gunmen leave the town')
    >>> plainer("the toll was back at its old rate"), plainer("the drivers were back at work")
    ('the toll is brought back to its old rate', 'the drivers were back at work')
    >>> plainer("lorries on the bridge, because its factories lie there")
    'lorries on the bridge'
    """
    for turn, plain in _TURNS:
        text = turn.sub(plain, text)
    return straight(text)
