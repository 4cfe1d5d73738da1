"""What news writers wrote to try the reading: every event of a sentence, with who and when."""

from __future__ import annotations

import pytest

from detente.dispute.evidence import Document
from detente.reading import events, relations, scene

TOLD = (  # (a sentence, its events: kind, one who took part, date)
    (
        "The collapse of talks between Ethiopia and Somalia in March left the port deal in limbo.",
        (("halt", "ethiopia", "2025-03"),),
    ),
    (
        "Turkey's downing of a Russian jet in November 2015 sent relations into a tailspin.",
        (("clash", "turkiye", "2015-11"),),
    ),
    (
        "Armenian forces were driven out of the enclave in a lightning offensive by Azerbaijan in September 2023.",
        (("clash", "azerbaijan", "2023-09"),),
    ),
    (
        "Greek lawmakers ratified the maritime accord with Egypt by 178 votes to 122.",
        (("agree", "greece", None),),
    ),
    (
        "A tribunal in The Hague found in favour of the Philippines in July 2016.",
        (("decide", "philippines", "2016-07"),),
    ),
    (
        "Nepal published a new map showing the Kalapani area as its own in May 2020, infuriating India.",
        (("other", "nepal", "2020-05"),),
    ),
    ("Pakistan suspended the Simla Agreement of 1972.", (("halt", "pakistan", None),)),
    ("Estonia expelled the Russian consul general in Narva.", (("halt", "estonia", None),)),
    (
        "Moscow retaliated within a week, declaring an Estonian diplomat persona non grata.",
        (("halt", "russia", None),),
    ),
    ("Rwanda's ambassador was given 48 hours to leave Brussels.", (("halt", "rwanda", None),)),
    (
        "Ankara blocked Sweden's bid to join the alliance for 20 months.",
        (("decide", "turkiye", None),),
    ),
    (
        "China halted purchases of Australian barley in 2020 after Canberra called for an inquiry into the origins of the virus.",
        (("halt", "china", "2020"),),
    ),
    (
        "In retaliation for the killing of a diplomat, Iran fired a salvo of missiles at bases in Pakistan.",
        (("clash", "iran", None),),
    ),
    (
        "Sudan's paramilitary Rapid Support Forces overran the city of Wad Madani in December 2023.",
        (("occupy", "rapid_support_forces", "2023-12"),),
    ),
    ("The last French soldiers left Niger in December 2023.", (("withdraw", "france", "2023-12"),)),
    (
        "The Federal Court granted an injunction on Tuesday barring the pilots from striking.",
        (("decide", "federal_court", "2025-05-13"),),
    ),
    (
        "An arbitration panel awarded Naftogaz $5 billion from Russia's Gazprom in April.",
        (("decide", "gazprom", "2025-04"),),
    ),
    (
        "Spain was ordered by the EU's top court to stop draining the wetland.",
        (("decide", "european_union", None),),
    ),
    (
        "Nigeria shut its land borders with Benin in August 2019 to choke off rice smuggling.",
        (("coerce", "nigeria", "2019-08"),),
    ),
    (
        "Mexico severed relations the next day and took the case to The Hague.",
        (
            ("halt", "mexico", None),
            ("other", "mexico", None),
        ),
    ),
    (
        "Algeria stopped the flow of gas through the Maghreb-Europe pipeline at the end of October 2021.",
        (("halt", "algeria", "2021-10"),),
    ),
    (
        "Turkmenistan turned off the taps in January 2017, claiming that Iran owed it $1.8 billion.",
        (("halt", "turkmenistan", "2017-01"),),
    ),
    (
        "Coastguards from China sprayed a Philippine supply boat with water cannon on Saturday, injuring four sailors.",
        (("clash", "china", "2025-05-10"),),
    ),
    ("Manila summoned the Chinese envoy over the incident.", (("other", "philippines", None),)),
    (
        "Japan in 2012 bought three of the Senkaku islands from a private owner, setting off riots across China.",
        (("agree", "japan", "2012"), ("clash", "japan", None)),
    ),
    (
        "Iraq and Kuwait have exchanged the remains of soldiers through the Red Cross.",
        (("other", "iraq", None),),
    ),
    (
        "Cyprus's reunification talks, which resumed in January 2017, foundered at Crans-Montana that July.",
        (
            ("negotiate", "cyprus", "2017-01"),
            ("no_agreement", "cyprus", "2017-07"),
        ),
    ),
    (
        "Colombia pulled out of the court's jurisdiction in 2012, a week after it lost a swathe of sea to Nicaragua.",
        (("withdraw", "colombia", "2012"),),
    ),
    (
        "Lithuania barred the transit of sanctioned goods to Kaliningrad in June 2022.",
        (("sanction", "lithuania", "2022-06"),),
    ),
    (
        "Amazon dismissed two organisers at its Staten Island warehouse in 2022.",
        (("other", "amazon", "2022"),),
    ),
    (
        "Iceland extended its fishing limits to 200 miles in 1975, which led to the third cod war with Britain.",
        (
            ("decide", "iceland", "1975"),
            ("clash", "united_kingdom", None),
        ),
    ),
    (
        "Jersey withheld licences from dozens of French boats in 2021, whereupon Paris threatened to cut off the island's electricity.",
        (("sanction", "jersey", "2021"),),
    ),
    (
        "Saudi Arabia, together with three allies, imposed a blockade on Qatar in June 2017.",
        (("sanction", "saudi_arabia", "2017-06"),),
    ),
    (
        "Libya's eastern government shut the oilfields in August 2024 in a row over the central bank.",
        (("coerce", "libya", "2024-08"),),
    ),
    (
        "Under the 1977 treaties Panama took back the canal from the United States on the last day of 1999.",
        (("agree", "panama", "1977"), ("occupy", "panama", "1999")),
    ),
    (
        "Thailand took its case to the International Court of Justice, which in 1962 gave the temple to Cambodia.",
        (
            ("other", "thailand", None),
            ("decide", "international_court_of_justice", "1962"),
        ),
    ),
    ("Egypt has massed armour near Rafah, Israeli officials say.", (("coerce", "egypt", None),)),
    (
        "Joint drills by South Korea and the United States began on Monday.",
        (("coerce", "south_korea", "2025-05-12"),),
    ),
    (
        "North Korea blew up the liaison office in Kaesong in June 2020.",
        (("other", "north_korea", "2020-06"),),
    ),
    (
        "Britain returned the Chagos islands to Mauritius under an agreement announced in October 2024.",
        (
            ("withdraw", "united_kingdom", None),
            ("agree", "united_kingdom", "2024-10"),
        ),
    ),
    (
        "Relations soured after Canada arrested a Huawei executive in December 2018.",
        (("coerce", "canada", "2018-12"),),
    ),
    (
        "Nine days later China detained two Canadians on spying charges.",
        (("coerce", "china", None),),
    ),
    (
        "Faced with the boycott, the firm backed down in April and reinstated the 40 workers.",
        (
            ("withdraw", "firm", "2025-04"),
            ("other", "firm", "2025-04"),
        ),
    ),
    (
        "Sri Lanka leased the port of Hambantota to a Chinese company for 99 years in 2017.",
        (("agree", "sri_lanka", "2017"),),
    ),
    (
        "Kyrgyzstan and Tajikistan signed away the last disputed stretch of their frontier in March.",
        (("agree", "kyrgyzstan", "2025-03"),),
    ),
    (
        "Uruguay sent Argentina a note of protest in April over the pulp mill at Gualeguaychu.",
        (("other", "uruguay", "2025-04"),),
    ),
    (
        "Qatar Airways was stripped of its landing slots by Egypt in 2017.",
        (("sanction", "egypt", "2017"),),
    ),
    (
        "Lesotho and South Africa inked a revised water treaty in Maseru on Friday.",
        (("agree", "lesotho", "2025-05-09"),),
    ),
    (
        "China's coast guard rammed and then boarded a Philippine resupply boat on 17 June 2024.",
        (
            ("clash", "china", "2024-06-17"),
            ("coerce", "china", "2024-06-17"),
        ),
    ),
    (
        "Hungarian hauliers called off a planned blockade after Kyiv promised to open a new lane.",
        (("withdraw", "hungarian_hauliers", None),),
    ),
    ("India banished 41 Canadian diplomats in October 2023.", (("halt", "india", "2023-10"),)),
    (
        "Serbia pulled its judges out of the northern courts in November 2022.",
        (("withdraw", "serbia", "2022-11"),),
    ),
    (
        "Togo hosted a first face-to-face encounter between Mali's junta and Ivory Coast over 46 jailed soldiers.",
        (("negotiate", "togo", None),),
    ),
    (
        "Congo severed diplomatic relations with Rwanda over the weekend and pulled its envoys out of Kigali.",
        (
            ("halt", "congo_kinshasa", "2025-05-10/2025-05-11"),
            ("halt", "congo_kinshasa", "2025-05-10/2025-05-11"),
        ),
    ),
    (
        "The Danish parliament passed an act in 2009 giving Greenland control of its minerals.",
        (("decide", "denmark", "2009"),),
    ),
    (
        "Colombia's last active rebel army declared a unilateral truce for Christmas.",
        (("agree", "colombia", None),),
    ),
    (
        "South Sudan stopped pumping oil in January 2012 in a quarrel with Khartoum over pipeline fees.",
        (("halt", "south_sudan", "2012-01"),),
    ),
    (
        "Gulf states moored the tankers off Fujairah, and Iran let the crews go in stages.",
        (("other", "iran", None),),
    ),
    (
        "Barbados removed the British queen as head of state in 2021.",
        (("other", "barbados", "2021"),),
    ),
    ("Australia's high court dismissed Japan's whaling appeal.", (("decide", "australia", None),)),
    (
        "Zimbabwe evicted the last white farmers from Chegutu, and London cut off budget support in retaliation.",
        (
            ("coerce", "zimbabwe", None),
            ("sanction", "united_kingdom", None),
        ),
    ),
    (
        "Dozens of Greek Cypriots breached the buffer zone on the anniversary of the invasion.",
        (("coerce", "cyprus", None),),
    ),
    (
        "Germany, Norland's biggest customer, stopped issuing permits for arms exports in January.",
        (("halt", "germany", "2025-01"),),
    ),
    (
        "After a decade of litigation Peru won most of the disputed sea from Chile in 2014.",
        (("decide", "chile", "2014"),),
    ),
    (
        "Mauritania has reopened the Rosso ferry to Senegalese traders, four days after turning them back.",
        (
            ("other", "mauritania", None),
            ("coerce", "mauritania", None),
        ),
    ),
    (
        "Nepal's parliament unanimously endorsed the new map in June 2020.",
        (("decide", "nepal", "2020-06"),),
    ),
    (
        "Brazil's environment agency slapped a fine of two million dollars on the Paraguayan rancher.",
        (("sanction", "brazil", None),),
    ),
    (
        "Kiribati suspended cooperation with New Zealand after a snub in January.",
        (("halt", "kiribati", None),),
    ),
    (
        "Tunisia sent 300 migrants back across the Libyan border in July 2023.",
        (("coerce", "tunisia", "2023-07"),),
    ),
    (
        "Ghana's striking lecturers went back to their classrooms on Monday.",
        (("withdraw", "ghana", "2025-05-12"),),
    ),
    (
        "The Thai cabinet revoked the memorandum on Tuesday.",
        (("withdraw", "thailand", "2025-05-13"),),
    ),
    (
        "The Kremlin pulled out of the grain deal in July 2023 and bombed Odessa's silos the same week.",
        (
            ("withdraw", "russia", "2023-07"),
            ("clash", "russia", "2023-07"),
        ),
    ),
    (
        "Kenya's high court has suspended the deployment of police to Haiti.",
        (("decide", "kenya", None),),
    ),
    (
        "The Solomon Islands have broken with Taipei and opened an embassy in Beijing.",
        (
            ("halt", "solomon_islands", None),
            ("other", "solomon_islands", None),
        ),
    ),
    (
        "Eritrea and Ethiopia, which fought a border war from 1998 to 2000, signed a peace accord in Asmara in July 2018.",
        (
            ("clash", "eritrea", "1998/2000"),
            ("agree", "eritrea", "2018-07"),
        ),
    ),
    (
        "India's border force shot a Bangladeshi smuggler dead on Sunday.",
        (("clash", "india", "2025-05-11"),),
    ),
    (
        "Belgium's dockers and railwaymen staged a general strike on 31 March.",
        (("strike", "belgium", "2025-03-31"),),
    ),
    (
        "The Philippines brought its case in 2013 over Beijing's objections.",
        (("other", "philippines", "2013"),),
    ),
    (
        "Sanctions on Syria were eased in May by Washington.",
        (("withdraw", "united_states", "2025-05"),),
    ),
    (
        "Vietnam launched a formal complaint about the dredging of the reef.",
        (("other", "vietnam", None),),
    ),
    (
        "Mexico's senate approved the water transfer to Texas after Trump threatened tariffs.",
        (("decide", "mexico", None),),
    ),
    (
        "Croatia voted Slovenia's arbitration pact down in its parliament.",
        (("no_agreement", "croatia", None),),
    ),
    (
        "Guatemala recalled its envoy and Belize did likewise.",
        (("halt", "guatemala", None), ("halt", "belize", None)),
    ),
    (
        "North Korea released water from the Hwanggang dam in September 2009, drowning six campers in the South.",
        (("coerce", "north_korea", "2009-09"),),
    ),
    (
        "Hamas handed the bodies of four hostages to the Red Cross on Thursday.",
        (("other", "hamas", "2025-05-08"),),
    ),
    ("The Spanish government took over the airline.", (("occupy", "spain", None),)),
    ("Iran's parliament passed a bill barring inspectors.", (("decide", "iran", None),)),
)
NOTHING_HAPPENED = (
    "Beijing has ignored the award ever since.",
    "The strike, now in its ninth week, has cost the carmaker $2 billion.",
    "Egypt says it will not go back to the table.",
    "Greece has threatened to veto any new sanctions on Russia.",
    "Lawmakers are to vote next week on a bill that would bar Chinese firms from the port.",
    "Officials denied reports that Jordan had closed its airspace to Israeli flights.",
    "Any attempt by Turkey to drill off Cyprus would be met with force, Athens warned.",
    "The union would strike only as a last resort, its secretary said.",
    "Should Ethiopia close the gates, Sudan could lose a third of its water.",
    "Serbia has yet to decide whether to attend the talks.",
    "The border runs for 800 kilometres through desert, and the two armies watch each other from concrete posts.",
    "What Guyana needs, the minister argued, is a ruling that Venezuela cannot ignore.",
    "Kenya is weighing a ban on maize from Tanzania.",
    "Japan hopes to resume whaling talks with Australia this year.",
    '"We have never attacked anyone," said a spokesman for Eritrea.',
    "Nobody expects Morocco to give up the phosphate mines.",
    "Analysts believe Iran is preparing to close the strait.",
    "Relations between Bulgaria and North Macedonia are frosty.",
    "Prices rose 4 per cent in Kenya last month.",
    "Bolivia would drop the suit if Chile offered a corridor to the sea.",
    "Peru wants Ecuador to demilitarise the pass.",
    "Cuba accused the United States of stealing its doctors.",
    "The court is due to rule on the dispute between Gabon and Equatorial Guinea on Monday.",
    "The verdict is expected on Thursday.",
    "Argentina intends to raise the matter at the General Assembly.",
    "Sri Lanka insists that no base will be built at Hambantota.",
    "If the court sides with Gabon, Equatorial Guinea would lose three islets.",
    "Turkey has long coveted a seat on the council.",
    "Bulgaria's foreign minister hinted at a veto.",
    "The dam can hold back a year of the Nile's flow.",
    "Iraqi officials fear that Turkey will release even less water this summer.",
    "Talks are to open in Geneva next month, the Swiss foreign ministry said.",
    "The Philippines is determined to resupply the grounded ship.",
    "Ireland, which lies to the west of Britain, has no army to speak of.",
    '"Close the border and you close our mouths," a trader in Benin said.',
    "Latvia would welcome a permanent garrison of German troops.",
    "China could respond with a ban on rare earths, economists in Tokyo say.",
    "Farmers in Kenya want the government to stop imports from Uganda.",
    "Who fired first at Preah Vihear has never been settled.",
    "The minister refused to say whether Ethiopia had filled the reservoir.",
    "Spain's claim to the Rock is older than the United States.",
    "The pipeline carries a million barrels a day from Iraq to Turkey.",
    "Australia is in the process of drafting a law against foreign interference.",
    "Kuwait will get its archives back, Iraq's ministry promised.",
    "Japan considers the treaty settled in law.",
    "Rwanda may quit the bloc, its president suggested.",
    "South Africa's unions are balloting their members on a strike.",
    "Greece would be mad to attack first, the general wrote.",
    "Before it can sign, Armenia must change its constitution, Azerbaijan says.",
    "Latvia's border guards say crossings are down by half.",
    "The company has no plans to reopen the mine.",
    "Nauru, with 12,000 inhabitants, depends on Australian aid.",
    "Libya's rival governments have yet to name a joint envoy, diplomats in Tunis say.",
)
SAID = (  # (a sentence, its relations: kind, source, target)
    (
        "Spain has never given up its claim to Gibraltar, which Britain has held since 1704.",
        (
            ("claims", "spain", "gibraltar"),
            ("controls", "united_kingdom", "gibraltar"),
        ),
    ),
    (
        "The Spratly Islands are claimed in whole or in part by Vietnam, Malaysia and Taiwan.",
        (
            ("claims", "vietnam", "Spratly Islands"),
            ("claims", "malaysia", "Spratly Islands"),
            ("claims", "taiwan", "Spratly Islands"),
        ),
    ),
    (
        "Russian-held Crimea has been cut off from Ukrainian water since 2014.",
        (("controls", "russia", "crimea"),),
    ),
    ("Iran-backed Houthi fighters attacked a tanker.", (("aligned", "iran", "houthis"),)),
    (
        "Argentina considers the Falkland Islands an inalienable part of its national territory.",
        (("claims", "argentina", "falkland_islands"),),
    ),
    (
        "The enclave of Cabinda, governed by Angola since 1975, lies north of the Congo river.",
        (("controls", "angola", "Cabinda"),),
    ),
    ("Belgrade still regards Kosovo as a breakaway province.", (("claims", "serbia", "kosovo"),)),
    (
        "Only Turkey recognises the Turkish Republic of Northern Cyprus.",
        (("recognises", "turkiye", "northern_cyprus"),),
    ),
    (
        "Oman has been quietly passing messages between Iran and the United States.",
        (("mediates", "oman", None),),
    ),
    (
        "Talks between Sudan and Chad resume on Monday under the auspices of the African Union.",
        (("mediates", "african_union", None),),
    ),
    ("Nicaragua, a staunch ally of Russia, abstained.", (("aligned", "nicaragua", "russia"),)),
    ("Pakistan's longtime friend China vetoed the text.", (("aligned", "china", "pakistan"),)),
    ("Washington maintains a trade embargo on Cuba.", (("sanctions", "united_states", "cuba"),)),
    (
        "The European Union's sanctions against Belarus were extended until February.",
        (("sanctions", "european_union", "belarus"),),
    ),
    (
        "Exports from Moldova are subject to a Russian embargo.",
        (("sanctions", "russia", "moldova"),),
    ),
    (
        "The desert strip, over which Egypt and Sudan both claim sovereignty, is ruled from Cairo.",
        (
            ("claims", "egypt", "desert strip"),
            ("claims", "sudan", "desert strip"),
            ("controls", "egypt", "desert strip"),
        ),
    ),
    (
        "Title to Abu Musa is disputed between Iran and the United Arab Emirates.",
        (
            ("claims", "iran", "Abu Musa"),
            ("claims", "united_arab_emirates", "Abu Musa"),
        ),
    ),
    (
        "Iran seized Abu Musa in 1971 and has garrisoned it ever since.",
        (("controls", "iran", "Abu Musa"),),
    ),
    (
        "The Golan Heights, captured from Syria in 1967, are administered as part of Israel.",
        (("controls", "israel", "Golan Heights"),),
    ),
    ("Taiwan is viewed by Beijing as a renegade province.", (("claims", "china", "taiwan"),)),
    (
        "Honduras switched recognition from Taiwan to China in 2023.",
        (("recognises", "honduras", "china"),),
    ),
    (
        "Turkey has taken Azerbaijan's side in every round of the conflict with Armenia.",
        (("aligned", "turkiye", "azerbaijan"),),
    ),
    ("Azerbaijan, flanked by its patron Turkey, refused.", (("aligned", "turkiye", "azerbaijan"),)),
    ("Moscow has thrown its weight behind Serbia.", (("aligned", "russia", "serbia"),)),
    (
        "Bhutan depends on India for its defence and follows New Delhi's lead abroad.",
        (("aligned", "bhutan", "india"),),
    ),
    (
        "The United States has placed duties of 25 per cent on Brazilian steel.",
        (("sanctions", "united_states", "brazil"),),
    ),
    (
        "South Korea insists that the Liancourt Rocks are an integral part of its territory.",
        (("claims", "south_korea", "Liancourt Rocks"),),
    ),
    (
        "Western Sahara was annexed by Morocco in 1975.",
        (("controls", "morocco", "western_sahara"),),
    ),
    (
        "The Polisario Front, sheltered and funded by Algeria, wants a referendum.",
        (("aligned", "algeria", "polisario_front"),),
    ),
    (
        "Bolivia maintains that it has a historic right to the Atacama corridor.",
        (("claims", "bolivia", "Atacama corridor"),),
    ),
    ("The airport is run by Turkey under a lease.", (("controls", "turkiye", "airport"),)),
    (
        "Chinese tariffs on Australian wine were introduced in 2020.",
        (("sanctions", "china", "australia"),),
    ),
    (
        "Uganda's army occupies two hills claimed by South Sudan.",
        (
            ("controls", "uganda", "two hills"),
            ("claims", "south_sudan", "two hills"),
        ),
    ),
    (
        "Mauritius has long claimed the Chagos archipelago.",
        (("claims", "mauritius", "Chagos archipelago"),),
    ),
    (
        "Yemen's internationally recognised government is propped up by Saudi Arabia.",
        (("aligned", "saudi_arabia", "yemen"),),
    ),
    (
        "Malta, which the UN has asked to mediate between Libya and Italy, is small.",
        (("mediates", "malta", None),),
    ),
    ("Venezuela claims two thirds of Guyana.", (("claims", "venezuela", "guyana"),)),
    (
        "Britain and Mauritius both lay claim to the atoll of Diego Garcia.",
        (
            ("claims", "united_kingdom", "Diego Garcia"),
            ("claims", "mauritius", "Diego Garcia"),
        ),
    ),
    ("Pakistan-administered Kashmir was quiet.", (("controls", "pakistan", "Kashmir"),)),
    ("Hezbollah, Iran's most powerful ally, stayed silent.", (("aligned", "hezbollah", "iran"),)),
    (
        "Syria's recognition of Abkhazia cost it its ties with Georgia.",
        (("recognises", "syria", "abkhazia"),),
    ),
    (
        "Egypt has acted as mediator between Hamas and Israel for years.",
        (("mediates", "egypt", None),),
    ),
    ("Algeria arms the Polisario Front.", (("aligned", "algeria", "polisario_front"),)),
    (
        "American tariffs on Indian goods stand at 50 per cent.",
        (("sanctions", "united_states", "india"),),
    ),
    (
        "Greece and Cyprus stand shoulder to shoulder against Turkey.",
        (("aligned", "greece", "cyprus"),),
    ),
    (
        "France, seen in Ankara as Armenia's champion, objected.",
        (("aligned", "france", "armenia"),),
    ),
    ("Eritrea sided with Egypt.", (("aligned", "eritrea", "egypt"),)),
    (
        "South Africa is a close partner of Russia in the group.",
        (("aligned", "south_africa", "russia"),),
    ),
    (
        "Negotiations facilitated by Saudi Arabia have brought Sudan's generals to Jeddah.",
        (("mediates", "saudi_arabia", None),),
    ),
    (
        "Nicaragua insists the waters off San Andres belong to it.",
        (("claims", "nicaragua", "waters"),),
    ),
    (
        "India treats the whole of Kashmir as an integral part of the union.",
        (("claims", "india", "Kashmir"),),
    ),
    (
        "Thailand's army still occupies the ridge, which Cambodia says is its own.",
        (
            ("controls", "thailand", "ridge"),
            ("claims", "cambodia", "ridge"),
        ),
    ),
    (
        "Italy supports Libya's government in Tripoli with training and boats.",
        (("aligned", "italy", "libya"),),
    ),
    ("Kuwait mediated quietly.", (("mediates", "kuwait", None),)),
    (
        "The Security Council imposed an arms embargo on Eritrea in 2009.",
        (("sanctions", "un_security_council", "eritrea"),),
    ),
    (
        "Belize's southern half is claimed by Guatemala, which has never accepted the frontier of 1859.",
        (
            ("claims", "guatemala", "belize"),
            ("not_recognises", "guatemala", "frontier"),
        ),
    ),
    (
        "Jakarta and Kuala Lumpur both claim the Ambalat block.",
        (
            ("claims", "indonesia", "Ambalat block"),
            ("claims", "malaysia", "Ambalat block"),
        ),
    ),
    ("Serbia, with Russia's support, blocked the vote.", (("aligned", "russia", "serbia"),)),
    ("Tajikistan's ally Iran sent engineers.", (("aligned", "iran", "tajikistan"),)),
    ("Qatar's mediation has brought home 46 children.", (("mediates", "qatar", None),)),
    ("Ghana's cocoa is under an EU import ban.", (("sanctions", "european_union", "ghana"),)),
    (
        "The EU keeps 1,200 Russians on its sanctions list.",
        (("sanctions", "european_union", "russia"),),
    ),
    ("Egypt stands with Sudan on the dam.", (("aligned", "egypt", "sudan"),)),
    (
        "Switzerland represents American interests in Tehran and carries messages between the two.",
        (("mediates", "switzerland", None),),
    ),
    ("Turkey will not recognise Cyprus.", (("not_recognises", "turkiye", "cyprus"),)),
    ("Bahrain took Saudi Arabia's part against Qatar.", (("aligned", "bahrain", "saudi_arabia"),)),
)


def _read(text):
    return scene.build(Document("d", text=text, published="2025-05-14", language="en"))


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_every_event_of_the_sentence_is_told(text, told):
    found = [event for event, _ in events.find(_read(text))]
    assert [(e.kind, e.date) for e in found] == [(kind, date) for kind, _, date in told]
    for event, (_, who, _) in zip(found, told, strict=True):
        assert who in (*event.actor, *event.target)


@pytest.mark.parametrize("text", NOTHING_HAPPENED)
def test_plans_fears_and_states_are_no_events(text):
    assert [event.what for event, _ in events.find(_read(text))] == []


@pytest.mark.parametrize(("text", "said"), SAID)
def test_the_relations_of_the_sentence_are_said(text, said):
    found = {(r.kind, r.source, r.target) for r, _ in relations.find(_read(text))}
    assert {*said} <= found
