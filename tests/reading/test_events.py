from __future__ import annotations

import pytest

from detente.dispute.evidence import Document
from detente.reading import events, scene
from detente.reading.events import cues, frames

HAPPENED = (  # (kind, a sentence that tells one)
    ("negotiate", "Negotiators from Norway and Sweden met in Geneva on Monday."),
    ("negotiate", "Talks between Norway and Sweden resumed last week."),
    ("negotiate", "Norway opened talks with Sweden in 2019."),
    (
        "negotiate",
        "The Norwegian and Swedish foreign ministers held a first round of negotiations in March.",
    ),
    ("negotiate", "Norway and Sweden returned to the negotiating table in May."),
    ("negotiate", "Delegations from both countries sat down in Vienna on 3 June."),
    ("negotiate", "Norway launched formal negotiations with Sweden over fish."),
    (
        "negotiate",
        "The presidents of Kenya and Uganda met on the margins of the summit in Nairobi.",
    ),
    ("halt", "Norway suspended the talks with Sweden after the raid."),
    ("halt", "Norway pulled out of the talks in April."),
    ("halt", "Norway broke off diplomatic relations with Sweden in 2017."),
    ("halt", "Norway severed ties with Sweden."),
    ("halt", "Negotiations between Norway and Sweden collapsed in 2018."),
    ("halt", "Norway cut off gas supplies to Sweden in January."),
    ("halt", "Norway has halted exports of timber to Sweden."),
    ("halt", "Sweden recalled its ambassador from Oslo on Friday."),
    ("halt", "Norway expelled two Swedish diplomats."),
    ("halt", "The ceasefire between Norway and Sweden broke down within days."),
    ("halt", "Sweden called off a summit with Norway."),
    ("halt", "Norway walked out of the talks."),
    ("halt", "Flights between Norway and Sweden were suspended in March."),
    ("halt", "Norway froze cooperation with Sweden."),
    (
        "halt",
        "The management of Brenner Steel broke off pay talks with the Metalworkers' Union on Tuesday.",
    ),
    ("halt", "Water deliveries from Kenya to Uganda stopped on 3 May."),
    ("halt", "Uganda suspended its membership of the Kenya river commission in 2018."),
    ("halt", "Kenya stopped the trains to Uganda after the explosion."),
    ("halt", "Kenya turned off the gas to Uganda in January 2009."),
    ("agree", "Norway and Sweden signed a ceasefire on 4 May 2011."),
    ("agree", "Norway and Sweden reached a deal on herring quotas."),
    ("agree", "The treaty was ratified by Norway in 1998."),
    ("agree", "Norway and Sweden struck an agreement in Doha."),
    ("agree", "Norway and Sweden agreed on a joint patrol."),
    ("agree", "An agreement was signed by the two countries in 1974."),
    ("agree", "Norway agreed with Sweden to share the water."),
    ("agree", "Brenner Steel and the Metalworkers' Union settled on a 4 per cent rise in 2021."),
    ("agree", "In 1996 Kenya leased the naval base to Uganda for thirty years."),
    ("agree", "A peace accord between Kenya and the Uganda Front was concluded in 1998."),
    ("no_agreement", "Norway and Sweden failed to reach an agreement in May."),
    ("no_agreement", "Talks between Norway and Sweden ended without agreement."),
    ("no_agreement", "The two countries, Norway and Sweden, have never signed a peace treaty."),
    ("no_agreement", "The talks between Norway and Sweden produced no result."),
    ("no_agreement", "Norway and Sweden could not agree."),
    ("no_agreement", "The second round between Norway and Sweden broke up without a breakthrough."),
    (
        "no_agreement",
        "A third round of negotiations between Kenya and Uganda ended on Friday without progress.",
    ),
    ("no_agreement", "Kenya has yet to sign the protocol with Uganda."),
    ("sanction", "Norway imposed sanctions on Sweden in 2014."),
    ("sanction", "Norway slapped a 25 per cent tariff on Swedish steel."),
    ("sanction", "Sweden banned imports of Norwegian salmon."),
    ("sanction", "Norway froze the assets of Swedish banks."),
    ("sanction", "Norway cut aid to Sweden."),
    ("sanction", "Sweden raised duties on Norwegian cars last year."),
    ("sanction", "Norway withheld the payments it owed Sweden."),
    ("sanction", "Sweden put Norwegian officials on a sanctions list."),
    ("sanction", "In April the Kenya government doubled the export tax on Uganda's cocoa."),
    ("sanction", "Brussels suspended the visa-free regime for Kenya and Uganda."),
    ("sanction", "Kenya has levied a transit fee on Uganda's lorries since January."),
    ("coerce", "Norway closed its border with Sweden."),
    ("coerce", "Norway blockaded the port of Gothenburg."),
    ("coerce", "Norway sent warships into Swedish waters."),
    ("coerce", "Norwegian coastguards detained a Swedish trawler."),
    ("coerce", "Norway deployed 3,000 troops along the Swedish border."),
    ("coerce", "Swedish jets entered Norwegian airspace on Tuesday."),
    ("coerce", "Protesters backed by Norway blocked the road to Sweden."),
    ("coerce", "Norway seized a Swedish tanker in the strait."),
    ("coerce", "Sweden arrested twelve Norwegian fishermen."),
    ("coerce", "Norway massed tanks on the frontier with Sweden."),
    ("coerce", "Norway shut its airspace to Swedish airlines in September."),
    ("coerce", "Uganda's navy turned back six Kenya trawlers last month."),
    ("coerce", "Kenya opened the sluices upstream, flooding Uganda's rice fields in June."),
    ("coerce", "Villagers from Uganda erected a barricade on the road to the Kenya mine."),
    ("coerce", "Kenya conducted naval exercises off Uganda's coast in August."),
    ("coerce", "Kenya has besieged the Uganda enclave since March."),
    ("coerce", "Cardona Mining locked out 900 workers of the Miners' Union in May."),
    ("clash", "Norwegian and Swedish soldiers clashed on the border."),
    ("clash", "Norway and Sweden fought a war in 1814."),
    ("clash", "Norway shelled Swedish positions on Sunday."),
    ("clash", "Norwegian troops exchanged fire with Swedish guards."),
    ("clash", "A Norwegian vessel rammed a Swedish trawler."),
    ("clash", "Two Swedish soldiers were killed by Norwegian troops."),
    ("clash", "Fighting broke out between Norway and Sweden in 2020."),
    ("clash", "War broke out between Norway and Sweden in 1998."),
    ("clash", "Norway shot down a Swedish drone."),
    ("clash", "Police and farmers clashed at the gates of the Kenya dam on Sunday, wounding six."),
    ("clash", "At least nine people died when Kenya troops opened fire on Uganda protesters."),
    ("clash", "Norway bombed Swedish airfields."),
    ("clash", "Norwegian missiles hit the Swedish port of Gothenburg."),
    ("clash", "Norway launched airstrikes on Sweden."),
    ("clash", "Norway attacked Sweden in 1940."),
    ("strike", "The Nurses' Union went on strike in May."),
    ("strike", "The Nurses' Union walked out on Monday."),
    ("strike", "The Dockers' Federation has been on strike since 3 May."),
    ("strike", "The Nurses' Union staged a two-day walkout last week."),
    (
        "strike",
        "Members of the Metalworkers' Union downed tools at the Brenner Steel plant in March.",
    ),
    ("clash", "Rebels fired rockets at the Kenya oil terminal in Uganda."),
    ("strike", "The lorry drivers' union struck for three days in July over Kenya's tolls."),
    ("occupy", "Norway occupied the Swedish islands in 1945."),
    ("occupy", "Norway annexed the peninsula from Sweden in 2014."),
    ("occupy", "Norway invaded Sweden in 2022."),
    ("occupy", "Norwegian forces captured the Swedish town of Arvika."),
    ("occupy", "Norway took control of the Swedish islands in 1945."),
    ("withdraw", "Norway withdrew its troops from Sweden."),
    ("withdraw", "Norway pulled its soldiers out of Sweden in 2000."),
    ("withdraw", "Norway left the accord with Sweden in 2018."),
    ("withdraw", "Norway lifted its sanctions on Sweden."),
    ("withdraw", "Norwegian troops withdrew from Swedish territory."),
    ("withdraw", "Norway quit the Nordic council."),
    ("withdraw", "Kenya pulled back its patrol boats last week after Uganda's protest."),
    ("withdraw", "Uganda dropped its lawsuit against Kenya in 2020."),
    ("withdraw", "Under pressure from Uganda, Kenya rescinded the decree."),
    ("decide", "Norway's parliament voted to leave the pact with Sweden."),
    ("decide", "A court in Stockholm ruled in 2016 that Norway had no right to the islands."),
    ("decide", "Norway declared independence from Sweden in 1905."),
    ("decide", "Norway passed a law on the islands, angering Sweden."),
    ("decide", "The tribunal rejected Norway's claim in 2016."),
    ("decide", "Norway recognised the independence of Sweden."),
    ("decide", "Norway designated the Swedish union a terrorist group."),
    ("decide", "The Supreme Court of Uganda annulled Kenya's concession in 2019."),
    (
        "decide",
        "Kenya's parliament ratified a law that declares the reef part of Uganda's enemy land.",
    ),
    ("decide", "Voters in Kenya rejected the treaty with Uganda in a referendum in May."),
    ("decide", "The commission awarded the village of Tessa to Kenya in 2002, to Uganda's anger."),
    ("decide", "Kenya extended its exclusive zone to 200 miles in 1977, angering Uganda."),
    ("mediate", "Qatar mediated between Norway and Sweden."),
    ("mediate", "Qatar brokered a truce between Norway and Sweden."),
    ("other", "Norway released eleven Swedish sailors."),
    ("other", "Norway lodged a protest with Sweden."),
    ("other", "Norway took Sweden to court in 2018."),
    ("other", "Norway sued Sweden over the bridge."),
    ("other", "Norway filed a complaint against Sweden at the World Trade Organization."),
    ("other", "The firm Novatek sacked 40 workers of the Dockers' Federation."),
    ("other", "Norway began building a dam upstream of Sweden in 2011."),
    (
        "other",
        "Uganda has appealed to the International Court of Justice over the ruling on Kenya.",
    ),
    ("other", "Uganda summoned Kenya's ambassador on Monday."),
    ("other", "Kenya handed over the bodies of four Uganda soldiers."),
    ("other", "Uganda blew up a bridge linking it to Kenya."),
    ("other", "Kenya's president visited Uganda in May."),
    ("other", "Cardona Mining dismissed the leader of the Miners' Union in June."),
    ("agree", "Norway and Sweden still quote the joint declaration of February 1999."),
    ("agree", "Norway and Sweden are at odds. A wet winter led to a stopgap deal in May 2023."),
    ("negotiate", "Two rounds of talks between Norway and Sweden in July 2024 were indirect."),
)
DID_NOT_HAPPEN = (  # planned, possible, demanded, denied, asked, or another world's words
    "Norway will suspend talks with Sweden.",
    "Norway and Sweden hope for a joint declaration in June 2026.",
    "Norway may close its border with Sweden.",
    "Norway threatened to close its border with Sweden.",
    "Sweden demanded that Norway withdraw its troops.",
    "Norway urged Sweden to sign the treaty.",
    "If Norway closed the border, Sweden would suffer.",
    "Norway denied that it had closed the border with Sweden.",
    "Norway has not imposed sanctions on Sweden.",
    "Sweden says Norway must lift the sanctions.",
    "Norway plans to deploy troops along the Swedish border.",
    "Norway offered to release the Swedish sailors.",
    "Unless Norway withdrew its troops, Sweden said, there would be no talks.",
    "Did Norway close the border with Sweden?",
    "Norway is considering a ban on imports from Sweden.",
    "Norway met the deadline set by Sweden.",
    "Norway wants Sweden to sign the deal.",
    "Norway accused Sweden of planning to invade.",
    "Had Norway signed the treaty, Sweden would have paid.",
    "Norway refused to sign until Sweden paid.",
    "Norway called on Sweden to end the blockade.",
    "Norway would never accept the deal with Sweden, the minister said.",
    "Kenya has warned Uganda that it would close the strait.",
    "A spokesman said Kenya wanted the talks with Uganda to begin in May.",
    "Uganda is ready to sign the accord once Kenya withdraws.",
    "The treaty with Uganda is expected to be signed in May.",
    "Kenya's closing the strait would hurt Uganda, analysts said.",
    "Uganda fears that Kenya will invade.",
    "Kenya is to hold talks with Uganda next week.",
    "Kenya has no plans to withdraw its troops from Uganda.",
    "The union's vote on the Kenya strike is due on Friday.",
    "Uganda insisted that Kenya sign first.",
    "Kenya and Uganda should meet, said the envoy.",
    "It is not true that Kenya closed the strait, Uganda said.",
    "Kenya proposed that Uganda suspend the survey.",
    "Kenya agreed to consider the proposal of Uganda.",
    "To end the blockade, Kenya must withdraw, Uganda said.",
    "The minister recalled that Uganda was a friend of Kenya.",
    "Kenya held Uganda responsible.",
    "Norway won the football match against Sweden after Berg struck twice.",
    "Kenya released a new phone and Uganda bought a rival.",
    "Uganda scored after Kenya attacked down the left wing.",
    "Kenya reached the final of the cup after Uganda lost.",
)
WHO = (  # (a sentence, kind, actor, target, date)
    (
        "Norway imposed the tariff on Sweden, which it calls a security fee, on 1 February 2024.",
        "sanction",
        ("norway",),
        ("sweden",),
        "2024-02-01",
    ),
    (
        "Norway closed its border with Sweden in May 2019.",
        "coerce",
        ("norway",),
        ("sweden",),
        "2019-05",
    ),
    ("The talks were halted by Norway.", "halt", ("norway",), (), None),
    (
        "The isle of Orm has been occupied by Norway since the end of the war in 1945.",
        "occupy",
        ("norway",),
        (),
        "1945",
    ),
    (
        "Sweden withdrew from the accord, which it had signed in 1998.",
        "agree",
        ("sweden",),
        (),
        "1998",
    ),
    (
        "Norway, which seized the port of Lund on 2 April, is silent.",
        "occupy",
        ("norway",),
        (),
        "2025-04-02",
    ),
)


def _read(text):
    document = Document("d", text=text, published="2025-05-14", language="en")
    return events.find(scene.build(document))


TOLD = [(kind, text) for kind, texts in cues.examples().items() for text in texts if kind != "none"]


@pytest.mark.parametrize(("kind", "text"), [*TOLD, *HAPPENED])
def test_what_happened_is_an_event_of_its_kind(kind, text):
    assert kind in [event.kind for event, _ in _read(text)]


@pytest.mark.parametrize("text", [*cues.examples()["none"], *DID_NOT_HAPPEN])
def test_what_did_not_happen_is_none(text):
    assert [event.what for event, _ in _read(text)] == []


@pytest.mark.parametrize(("text", "kind", "actor", "target", "date"), WHO)
def test_who_did_it_to_whom_and_when(text, kind, actor, target, date):
    found = [event for event, _ in _read(text) if event.kind == kind]
    assert [(e.actor, e.target, e.date) for e in found] == [(actor, target, date)]


def test_a_passive_and_its_cause_are_two_events_linked():
    text = "The talks were halted by Norway following Sweden's imposition of sanctions."
    halt, sanction = [event for event, _ in _read(text)]
    assert (halt.kind, halt.actor) == ("halt", ("norway",))
    assert (sanction.kind, sanction.actor) == ("sanction", ("sweden",))
    assert halt.because_of == sanction.because[0]
    assert sanction.because_of is None


@pytest.mark.parametrize(
    "text",
    [
        "Norway closed its border with Sweden after Sweden arrested six Norwegian fishermen.",
        "Sweden arrested six Norwegian fishermen. In response, Norway closed its border with Sweden.",
        "Sweden arrested six Norwegian fishermen. Norway answered by closing its border with Sweden.",
    ],
)
def test_a_reaction_points_at_what_it_reacts_to(text):
    found = {event.kind: event for event, _ in _read(text) if event.actor == ("norway",)}
    (arrest,) = [event for event, _ in _read(text) if event.actor == ("sweden",)]
    assert found["coerce"].because_of == arrest.because[0]


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudmark signed a truce in May. It broke down when Sudmark shelled a bridge.",
        "It was signed by Norland and Sudmark in May, and it collapsed within a week.",
    ],
)
def test_what_was_agreed_breaks_down_and_nobody_does_it(text):
    ((event, piece),) = [one for one in _read(text) if one[0].kind == "halt"]
    assert "it " in piece.quote.lower()
    assert not event.actor


def test_quotes_are_clauses_of_the_text():
    text = "In 2014 Norway imposed sanctions on Sweden, and Sweden recalled its ambassador in May."
    quotes = [piece.quote for _, piece in _read(text)]
    assert len(quotes) == 2
    for _, piece in _read(text):
        assert text[piece.start : piece.end] == piece.quote
        assert piece.kind == "event"
    assert "recalled" not in quotes[0]


def test_every_frame_of_the_table_is_known():
    named = {cue.frame for row in cues.CUES.values() for cue in row}
    words = {word for frame in named - set(frames.FRAMES) for word in frame.split()}
    assert words <= {"on", "to", "from", "of", "out", "in", "into", "between", "with", "at", "against",
                     "over", "off", "across", "for", "as", "by", "up", "through"}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # a chronicle's entry: its day, and the present for the past
            "Norway and Sweden talk.\n\n18 March 2025. Norway pulls out of talks with Sweden.",
            [("halt", "2025-03-18")],
        ),
        (  # what one says of another is an accusation, of itself an event
            "Norway said Sweden had closed the border. Sweden said it had closed the border.",
            [("coerce", None)],
        ),
        ("Norway and Sweden fished together until Norway closed its ports.", [("coerce", None)]),
        ("Norway refused to talk to Sweden until its ports were closed.", []),
        (  # a beginning and its end are two things, a meeting and how it ended one
            "Talks between Norway and Sweden began in 2003 but were halted by Norway.",
            [("negotiate", "2003"), ("halt", None)],
        ),
        (  # not in the same year
            "Norway seized a Swedish isle in 1966 and has since built an airstrip there.",
            [("occupy", "1966"), ("other", None)],
        ),
        (
            "Norway and Sweden last met in May 2024 and parted without a result.",
            [("no_agreement", "2024-05")],
        ),
    ],
)
def test_when_and_by_whom_it_is_told_counts(text, told):
    found = events.find(scene.build(Document("d1", text=text, published="2025-06-01")))
    assert [(event.kind, event.date) for event, _ in found] == told


def test_nobody_does_it_to_his_own_envoy():
    text = (
        "Norway and Sweden quarrel over herring. Norway closed its ports to Swedish trawlers. "
        "The foreign ministry summoned Sweden's ambassador on Monday."
    )
    found = events.find(scene.build(Document("d1", text=text)))
    assert (found[-1][0].actor, found[-1][0].target) == (("norway",), ("sweden",))


def test_what_fails_to_be_agreed_is_one_event():
    text = "Talks broke down in June 2024 when Norway and Sweden failed to agree on who guards it."
    assert [event.kind for event, _ in _read(text)].count("no_agreement") == 1
