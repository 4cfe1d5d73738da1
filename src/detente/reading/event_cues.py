"""What words tell an event of which kind: one table of verbs, one of nouns.

A row is a kind, verbs (``break_off``: with its particle), how the thing stands to the verb,
and the
nouns that the thing may be (capitals: a class of `NOUNS`). ``object``: what is acted on, also the
subject of a passive; ``subject``: of a verb without an object ("talks collapsed"); a preposition:
what follows it ("walked out of the talks"); ``any``: no thing is asked for; ``party``: what is
acted on is a party. The first row that fits counts.
"""

from __future__ import annotations

from dataclasses import dataclass

NOUNS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "TALKS": """talk talks negotiation discussion dialogue meeting summit round consultation
            conference mediation bargaining call session track""",
        "TIES": "tie ties relation relations relationship link cooperation contact co-operation",
        "DEAL": """cessation deal agreement treaty accord pact truce ceasefire cease-fire
            armistice contract settlement compromise memorandum protocol statute
            convention understanding declaration arrangement peace charter swap
            concordat lease text document communique plan draft""",
        "FLOW": """gas oil purchase sale supply shipment delivery flow export import transit
            traffic trade water electricity power service ferry flight payment
            production transfer grain sailing crossing exchange visit operation work
            convoy release signal withdrawal pullback""",
        "WAY": """border strait port crossing frontier airspace road channel bridge gate waterway
            pass railway canal harbour harbor airport valve tap pipeline checkpoint sea lagoon
            river entrance crossing lane route line office consulate highway terminal""",
        "PLACE": """port harbour territory island islet village town city region area province
            peninsula airport
            reef shoal base outpost airstrip airfield district capital enclave hill valley bridge
            headquarters archipelago atoll building headworks plateau land factory mine pass""",
        "FORCE": """troop troops force forces soldier army warship ship vessel boat tank aircraft
            fighter unit garrison patrol drone missile frigate gunboat jet submarine peacekeeper
            battalion militia guard police rig bulldozer destroyer coastguard rocket""",
        "MEASURE": """sanction sanctions tariff duty levy embargo ban surcharge visa fee tax quota
            restriction curb penalty fine boycott moratorium""",
        "LAW": """law resolution bill decree budget measure motion ordinance act amendment charter
            legislation referendum rule quota permit licence license injunction order regulation
            verdict ruling treaty""",
        "MONEY": """asset aid funding assistance fund account loan payment pay subsidy grant
            transfer budget money wage
            salary reserve credit due dues share""",
        "CREW": """fisherman crew trawler vessel ship boat tanker sailor activist journalist lorry
            truck plane aircraft cargo citizen protester worker national official convoy opponent
            leader demonstrator freighter consignment catch people soldier pilot""",
        "PEOPLE": """soldier civilian fisherman officer policeman people person man woman tourist
            worker farmer villager protester guard sailor child demonstrator hostage""",
        "ENVOY": "ambassador envoy consul diplomat attache delegation negotiator representative",
        "CAPTIVE": """prisoner hostage captive detainee fisherman sailor crew soldier pilot
            activist
            officer journalist body remains vessel trawler ship""",
        "WORK": "strike stoppage walkout walk-out go-slow slowdown overtime picket boycott lockout",
        "BODY": """council bloc union accord treaty agreement organisation organization coalition
            commission pact alliance deal government court convention forum scheme committee""",
        "PROTEST": "protest complaint note letter suit lawsuit petition appeal claim case",
        "THING": "dam plant reactor pipeline bridge base embassy consulate canal mine line railway",
        "WAR": "war battle conflict skirmish",
        "NOTHING": "result agreement deal breakthrough progress success outcome accord conclusion",
    }.items()
}


EXAMPLES: tuple[tuple[str, str], ...] = (  # (kind, a sentence that tells one)
    ("negotiate", "Talks between Norway and Sweden resumed in May."),
    ("halt", "The talks between Norway and Sweden were broken off by Norway."),
    ("agree", "Norway and Sweden signed a ceasefire on 4 May 2011."),
    ("no_agreement", "Norway and Sweden have never signed a peace treaty."),
    ("sanction", "Norway slapped a 25 per cent tariff on Swedish steel."),
    ("coerce", "Norway closed its border with Sweden."),
    ("clash", "Norwegian and Swedish soldiers clashed on the border."),
    ("occupy", "Norwegian forces captured the Swedish town of Arvika."),
    ("withdraw", "Norway pulled its soldiers out of Sweden."),
    ("decide", "Norway's parliament voted to leave the pact with Sweden."),
    ("mediate", "Qatar mediated between Norway and Sweden."),
    ("strike", "The Nurses' Union went on strike in May."),
    ("other", "Norway released eleven Swedish sailors."),
)
COUNTER_EXAMPLES: tuple[str, ...] = (
    "Norway will close its border with Sweden.",
    "Norway threatened to close its border with Sweden.",
    "If Norway closed the border, Sweden would suffer.",
    "Norway denied that it had closed the border with Sweden.",
    "Norway met the deadline set by Sweden.",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One row: which verbs and things tell which event."""

    kind: str
    verbs: frozenset[str]
    frame: str
    themes: frozenset[str] = frozenset()


def _themes(names: str) -> frozenset[str]:
    found: set[str] = set()
    for name in names.split():
        found |= NOUNS.get(name, frozenset({name}))
    return frozenset(found)


_ROWS: tuple[tuple[str, str, str, str], ...] = (
    # talks and agreements that came to nothing
    ("no_agreement", "end adjourn conclude close break_up finish", "fruitless", "TALKS"),
    ("no_agreement", "fail", "subject", "TALKS mediation bid"),
    ("no_agreement", "yield bring produce lead achieve", "to nothing", ("TALKS attempt effort"
     " call")),
    ("no_agreement", "lie remain", "unsigned", "DEAL"),
    ("no_agreement", "come amount", "to nothing", "TALKS attempt effort visit mission bid plan"),
    ("no_agreement", "walk_away walk", "from", "DEAL TALKS table"),
    # strikes at work
    ("strike", "strike", "labour", ""),
    ("strike", "walk_out", "labour", ""),
    ("strike", "down downe put_down lay_down", "object", "tool tools pen baton"),
    ("strike", "stage stag begin start launch call hold join extend", "object", "WORK"),
    ("strike", "go be remain stay", "on", "strike"),
    ("strike", "stop", "object", "work"),
    ("strike", "ban refuse", "object", "overtime"),
    ("strike", "begin start enter continue", "subject", "strike stoppage walkout go-slow"),
    # talks
    ("negotiate", "meet sit_down", "meet", ""),
    ("negotiate", "begin start open resume hold launch conduct restart reopen convene relaunch",
     "object", "TALKS"),
    ("negotiate", "attend join rejoin continue", "object", "TALKS"),
    ("negotiate", "exchange", "object", "draft proposal letter note"),
    ("negotiate", "talk", "meet", ""),
    ("negotiate", "begin start open resume restart continue reconvene reopen", "subject", "TALKS"),
    ("negotiate", "negotiate confer", "any", ""),
    ("negotiate", "host", "hosted", "TALKS"),
    ("negotiate", "return", "to", "TALKS table"),
    # talks, ties, deals and flows broken off
    ("halt", ("suspend halt freeze break_off call_off cut sever interrupt cut_off boycott cancel"
     " scrap abandon postpone end terminate stop shelve break discontinue quit rupture break"),
     "object", "TALKS TIES ceasefire truce exchange swap visit treaty contract accord agreement"),
    ("halt", ("suspend halt cut cut_off interrupt stop turn_off shut_off cancel shut_down"
     " switch_off"
     " disconnect discontinue pull"), "object", "FLOW valve tap channel signal"),
    ("halt", "turn", "object", "valve tap"),
    ("halt", "halt suspend stop pause", "object", "output mining extraction production drilling"),
    ("halt", "put", "on", "hold ice"),
    ("halt", "pause suspend", "object", "TALKS FLOW membership participation"),
    ("halt", "stop ground cancel", "object", ("train bus flight plane ferry ship lorry pump"
     " tanker")),
    ("halt", "close shut", "object", "embassy consulate mission"),
    ("halt", ("collapse stall break_down break_off break falter founder break_up fall_apart lapse"
     " expire run_out unravel fall_through"),
     "subject", "TALKS TIES DEAL exchange coalition process"),
    ("halt", "stop cease dry_up", "no short", "FLOW TALKS"),
    ("halt", "recall withdraw expel summon_home", "object", "ENVOY"),
    ("halt", "walk_out walk", "of", "TALKS room"),
    ("halt", "withdraw pull_out pull storm_out drop_out back_out", "from of", "TALKS process"),
    ("halt", "walk_out", "any", ""),
    ("halt", "let", "lapse", ""),
    ("halt", "declare", "over", "TALKS"),
    # agreement
    ("agree", ("sign conclude ratify reach strike seal initial clinch finalise finalize adopt"
     " make"
     " renew endorse extend prolong approve"), "object", "DEAL"),
    ("agree", "settle", "on with", ""),
    ("agree", "hammer_out thrash_out work_out", "object", "DEAL"),
    ("agree", "normalise normalize restore re-establish resume mend", "object", "TIES"),
    ("agree", "lease sell", "object", "island base territory peninsula port strip"),
    ("agree", "join", "object", "union pact alliance treaty bloc federation"),
    ("agree", "enter", "into", "DEAL"),
    ("agree", "agree", "agreed", ""),
    ("agree", "accept", "object", ("treaty agreement deal accord pact statute contract truce"
     " ceasefire settlement term shift cut")),
    ("agree", "set_up establish create found form", "object", "group commission committee body"),
    ("agree", "undertake", "any", ""),
    ("agree", "take", "into", "effect force"),
    # sanctions and money
    ("sanction", ("impose introduce levy slap bring_in extend tighten expand raise double"
     " increase"
     " reimpose apply widen triple reinstate renew"), "object", "MEASURE"),
    ("sanction", "sanction blacklist embargo penalise penalize", "party", ""),
    ("sanction", "ban", "object", ("import export product goods airline wine fish grain beef"
     " fruit")),
    ("sanction", "freeze suspend cut withhold stop block", "object", "MONEY"),
    ("sanction", "fine", "any", ""),
    ("sanction", "put place add", "listed", "list blacklist"),
    ("sanction", "hit target", "with", "sanction sanctions tariff duty"),
    ("sanction", "announce unveil", "object", "sanction sanctions tariff duty counter-tariff"),
    ("sanction", "halve reduce slash", "object", "MONEY quota"),
    ("sanction", "suspend", "object", "regime privilege preference waiver"),
    ("sanction", "boycott", "any", ""),
    ("sanction", "hand_out issue", "object", "fine penalty"),
    ("sanction", "cut_off", "object", "MONEY"),
    ("sanction", "gazette decree", "object", "MEASURE"),
    # coercion
    ("coerce", "close block shut seal seal_off bar obstruct barricade", "object", "WAY"),
    ("coerce", "blockade besiege encircle", "any", ""),
    ("coerce", ("deploy send move mass station dispatch amass position bring_up bring order"
     " reinforce"), "object", "FORCE"),
    ("coerce", ("detain arrest impound confiscate board intercept seize capture hold stop"
     " turn_back"
     " tow"), "object", "CREW"),
    ("coerce", "arrest detain", "any", ""),
    ("coerce", "enter violate cross penetrate overfly", "object", ("airspace water waters"
     " territory"
     " border river frontier line")),
    ("coerce", "sail sail_up", "sailed", ""),
    ("coerce", "forbid", "any", ""),
    ("coerce", "seal_off block barricade picket", "object", "THING refinery depot terminal gate"),
    ("coerce", "pitch", "object", "tent camp"),
    ("coerce", "test test-fire", "object", "missile rocket"),
    ("coerce", "fire", "object", "shot round flare"),
    ("coerce", "open divert dam", "object", "sluice floodgate river water gate flow"),
    ("coerce", "erect set_up put_up build", "object", ("barricade roadblock checkpoint fence"
     " barrier")),
    ("coerce", "conduct hold stage launch begin start", "object",
     "exercise drill manoeuvre maneuver patrol manoeuvres"),
    ("coerce", "mobilise mobilize land", "object", "FORCE marine reserve reservist"),
    ("coerce", "raid search", "object", "office home newsroom headquarters premises house"),
    ("coerce", "expel", "object", "worker missionary journalist peacekeeper resident villager"),
    ("coerce", "restrict", "object", "access traffic movement passage"),
    ("coerce", "lock_out kidnap abduct", "any", ""),
    ("coerce", "surround ring", "object", "PLACE FORCE CREW THING"),
    ("coerce", "cut_off", "any", ""),
    ("coerce", "evict deport", "any", ""),
    # fighting
    ("clash", "clash skirmish", "any", ""),
    ("clash", "fight", "object", "WAR"),
    ("clash", "exchange", "object", "fire shot blow"),
    ("clash", "shell ram raid ambush", "any", ""),
    ("clash", "kill wound injure shoot shoot_dead", "object", "PEOPLE"),
    ("clash", "shoot_down down", "object", "drone aircraft helicopter plane jet pilot fighter"),
    ("clash", "hurt injure wound", "object", "PEOPLE peacekeeper"),
    ("clash", "open", "object", "fire"),
    ("clash", "sink", "object", "CREW FORCE"),
    ("clash", "collide", "meet", ""),
    ("clash", "die", "subject", "people soldier civilian protester villager"),
    ("clash", "violate breach", "object", "ceasefire truce armistice"),
    ("clash", "break_out erupt flare flare_up", "subject", ("WAR fighting violence hostility"
     " clash")),
    ("clash", "fire", "on at", "CREW PLACE FORCE"),
    ("strike", "bomb bombard", "any", ""),
    ("strike", "strike attack hit", "struck", ""),
    ("strike", "carry_out conduct", "object", "strike attack raid airstrike bombing"),
    ("strike", "assassinate", "any", ""),
    ("strike", "fire launch", "object", "rocket missile drone strike airstrike attack"),
    # territory
    ("occupy", "occupy annex invade overrun conquer", "any", ""),
    ("occupy", "seize capture retake storm", "object", "PLACE"),
    ("occupy", "take take_over", "object", ("village town island city territory outpost hill"
     " port base"
     " valley district region airport reef shoal bridge crossing headquarters")),
    ("occupy", "take gain seize wrest", "object", "control"),
    ("occupy", "advance push march", "into", "PLACE"),
    ("occupy", "hoist plant raise", "object", "flag"),
    ("withdraw", "withdraw pull_out pull_back evacuate remove pull", "object", "FORCE"),
    ("withdraw", "withdraw pull_out pull_back retreat pull back_out", "from of", ("BODY PLACE"
     " TALKS")),
    ("withdraw", "leave quit exit denounce renounce", "object", "BODY"),
    ("withdraw", "lift ease drop withdraw revoke scrap rescind remove suspend", "object",
     "MEASURE blockade decree promise threat pledge claim offer ban freeze"),
    ("withdraw", "withdraw retreat", "subject", "FORCE"),
    ("withdraw", "leave", "subject", "FORCE"),
    ("withdraw", "drop", "object", "lawsuit suit case complaint demand charge"),
    ("withdraw", "hand_back return cede relinquish", "object", "PLACE"),
    ("withdraw", "tear_up rip_up abrogate annul cancel terminate", "object", "DEAL"),
    ("withdraw", "suspend call_off end", "object", "strike stoppage walkout blockade picket"),
    # decisions
    ("decide", "vote", "any", ""),
    ("decide", "rule", "ruled", ""),
    ("decide", "decide", "settled", ""),
    ("decide", "throw_out vote_down", "object", "idea proposal bill motion plan offer deal law"),
    ("decide", "decree", "any", ""),
    ("decide", "award", "object", "PLACE contract tender"),
    ("decide", "extend", "object", "zone mandate limit term"),
    ("decide", "authorise authorize proclaim", "any", ""),
    ("decide", "order", "object", ("closure evacuation halt suspension release withdrawal"
     " inquiry")),
    ("decide", "win", "object", "election referendum vote"),
    ("decide", ("approve pass adopt enact ratify repeal overturn uphold annul strike_down"
     " extend prolong"
     " block publish reject quash issue suspend sign amend"), "object", "LAW"),
    ("decide", "declare", "object", "independence emergency republic war void null law"),
    ("decide", "declare", "null", ""),
    ("decide", "prohibit outlaw ban", "object", ""),
    ("decide", "recognise recognize", "object",
     "sovereignty independence state government republic rule result claim"),
    ("decide", "grant award revoke issue renew", "object", "licence license permit concession"),
    ("decide", "dissolve", "object", "parliament assembly government"),
    ("decide", "hold", "object", "referendum ballot election vote"),
    ("decide", "set", "motion", ""),
    ("decide", ("give award assign order ban block freeze clear acquit uphold throw_out"
     " dismiss halt"
     " suspend allow find sentence fine stop bar convict reject back confirm declare strike_down"
     " overturn annul quash"), "court", ""),
    ("decide", "designate proscribe", "any", ""),
    ("decide", "put", "to", "voter vote people referendum parliament member ballot"),
    ("decide", "trigger", "object", "procedure mechanism snapback article clause"),
    ("decide", "elect", "any", ""),
    ("decide", "cut raise freeze", "object", "share pay wage quota rate"),
    # go-betweens
    ("mediate", "mediate arbitrate", "any", ""),
    ("mediate", "broker", "object", "DEAL TALKS"),
    ("mediate", "shuttle", "between", ""),
    ("mediate", "sound_out", "any", ""),
    ("mediate", "send appoint name dispatch", "object", "mediator mission conciliator"),
    # the rest of what moves a dispute
    ("other", "file lodge submit", "object", "PROTEST"),
    ("other", "send", "object", "note protest"),
    ("other", "take bring refer", "object", "case matter dispute"),
    ("other", "take bring haul", "to", "court tribunal arbitration Court"),
    ("other", "sue", "any", ""),
    ("other", "exchange swap", "object", "CAPTIVE"),
    ("other", "go appeal", "to", "court tribunal"),
    ("other", "go appeal", "to", "Court Tribunal Council Organization"),
    ("other", "let", "go", ""),
    ("withdraw", "resign", "any", ""),
    ("other", "resettle relocate displace move_out uproot", "any", ""),
    ("other", "release free let_go repatriate hand_over return", "object", "CAPTIVE"),
    ("other", "inaugurate", "any", ""),
    ("other", "summon", "object", "ENVOY"),
    ("other", "blow_up destroy demolish sabotage torch burn damage", "object", ("THING PLACE"
     " CREW house")),
    ("other", "reopen unblock", "object", "WAY FLOW THING"),
    ("other", "resume", "object", "FLOW production work"),
    ("other", "begin start resume", "object", ("drilling survey exploration construction"
     " dredging")),
    ("other", "complete finish fill", "object", "THING reservoir construction"),
    ("other", "open", "object", "THING"),
    ("other", "dismiss sack lay_off", "object", ("docker worker employee teacher staff minister"
     " official member driver pilot nurse miner leader president chairman crew manager")),
    ("other", "visit", "party", ""),
    ("other", "anchor build construct", "object", "THING FORCE settlement wall fence"),
    ("other", "break_away secede", "any", ""),
)  # fmt: skip

CUES = tuple(
    Cue(kind, frozenset(verbs.split()), frame, _themes(themes))
    for kind, verbs, frame, themes in _ROWS
)

NOMINALS: tuple[tuple[str, str, str], ...] = (  # (kind, nouns, of what: a class, or anything)
    ("sanction", "imposition introduction extension tightening reimposition", "MEASURE"),
    ("sanction", "freezing suspension withholding freeze", "MONEY"),
    ("coerce", "closure closing blockage sealing", "WAY"),
    ("coerce", "blockade siege", ""),
    ("coerce", "arrest detention seizure interception boarding", ""),
    ("coerce", "deployment dispatch build-up", "FORCE"),
    ("coerce", "incursion", ""),
    ("occupy", "invasion annexation occupation conquest", ""),
    ("occupy", "capture seizure", "PLACE"),
    ("clash", "clash skirmish firefight shelling killing shooting ramming ambush", ""),
    ("strike", "airstrike bombing bombardment airstrike raid attack", ""),
    ("strike", "strike stoppage walkout walk-out", ""),
    ("withdraw", "withdrawal pull-out pullout departure exit retreat", ""),
    (
        "halt",
        "collapse breakdown suspension rupture severance breaking-off cancellation",
        "TALKS TIES DEAL FLOW",
    ),
    ("halt", "recall expulsion", "ENVOY"),
    ("agree", "signing signature conclusion ratification", "DEAL"),
    ("decide", "ruling verdict judgment judgement vote election referendum", ""),
    ("decide", "declaration", "independence emergency"),
    ("other", "dismissal inauguration capture", ""),
)
NOMINAL_CUES = tuple(
    (kind, frozenset(nouns.split()), _themes(themes)) for kind, nouns, themes in NOMINALS
)

# Words that make of an event another one's effect: what follows them is the cause.
CAUSAL_HEADS = frozenset({"response", "retaliation", "reaction", "protest", "answer", "wake",
                          "reply", "revenge", "result", "retaliating"})  # fmt: skip
CAUSAL_WORDS = frozenset({"following", "after", "because", "since", "when"})
LEADING = frozenset({"prompt", "trigger", "provoke", "cause", "spark", "lead"})
