"""Parties: who is named, under all names, and for whom somebody speaks. All names are invented."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import languages, scene, tables
from detente.reading.parties import gazetteer


def cast(text):
    return {party.id: party for party in scene.build(Document("d1", text=text)).parties}


@pytest.mark.parametrize(
    ("text", "id_", "aliases"),
    [
        ("Russia refused. Moscow said no. The Kremlin shrugged.", "russia", {"Moscow", "Kremlin"}),
        ("Antigua and Barbuda refused. St John's was firm.", "antigua_and_barbuda", {"St John's"}),
        ("Libya shut it. The Government of National Unity in Tripoli said so.", "libya",
         {"Government of National Unity"}),
        ("Minister Gordan Kerr Radman said so. Kerr Radman refused.", "gordan_kerr_radman",
         {"Kerr Radman"}),
        ("The tribunal will decide. The Oru Tribunal ruled in May that Norway must pay.",
         "oru_tribunal", {"tribunal"}),
        ("The US vowed to act, and Washington sent ships.", "united_states", {"US", "Washington"}),
        ("Türkiye objects. Ankara is firm, the Turks say.", "turkiye", {"Ankara", "Turks"}),
        ("The Swiss said so.", "switzerland", {"Swiss"}),
        (("Vardan doubled the toll. The Vardani Hauliers' Association objects, and Vardani drivers "
         "wait. Vardan says it will not yield."), "vardan", {"Vardani"}),
        ("Quessa closed the strait. Quessan boats left.", "quessa", {"Quessan"}),
        ("Averland demanded it; the Averlandic army agreed.", "averland", {"Averlandic"}),
        ("The Dockers' Federation struck. The Federation said so.", "dockers_federation",
         {"Federation"}),
        ("The Rail Workers' Union (RWU) refused. The RWU is firm.", "rail_workers_union", {"RWU"}),
        ("Meridian Terminals hired crews. Meridian refused to talk.", "meridian_terminals",
         {"Meridian"}),
        ("The Movement for the Liberation of Oru (MLO) refused. The MLO said no.",
         "movement_for_the_liberation_of_oru", {"MLO"}),
        ("The kingdom of Zahran refused. Zahran sent envoys.", "zahran", set()),
        ("In Tesk, nobody moved. Varduna refused. Tesk, the Vardunan capital, said no.", "varduna",
         {"Tesk", "Vardunan"}),
        ("Norland refused. Norland City is firm, its minister said.", "norland", {"Norland City"}),
        ("Sudmark City erred. Norland denied it. Norland's navy left. Norhaven refused to sign.",
         "norland", {"Norhaven"}),
        ("The Norlandic Ministry of Fish refused. Norland waits.", "norland", {"Norlandic"}),
        ("Harrow Stahl told the strikers to leave. Harrow wants peace.", "harrow_stahl",
         {"Harrow"}),
        ("The Republic of Quessa refused. Quessa is firm, Radio Quessa said.", "quessa", set()),
        ("The rail union called a strike. The Rail Workers' Union is firm. The Rail union left.",
         "rail_workers_union", set()),
        ("Norland's army left. Its minister spoke in the capital, Arvand. Norland waits.", "norland",
         {"Arvand"}),
        (("ARVAND, Nov 3 - The government of Norland said on Monday that talks could resume once"
          " Sudmark lifts its ban. The foreign ministry in Arvand called the ban illegal. Sudmark"
          " refused. It speaks of raids that Arvand denies. Norland waits."), "norland",
         {"Arvand"}),
        ("The European Commission said no. The Commission will sue.", "european_union",
         {"Commission"}),
        ("Harrow Mining is ready to sue. The Company refused to pay.", "harrow_mining", {"Company"}),
        ("The Bower & Pike group sued. Bower & Pike wants damages.", "bower_and_pike", set()),
        ("The Nurses' and Midwives' Alliance (NMA) refused. The NMA is firm.",
         "nurses_and_midwives_alliance", {"NMA"}),
        (("Orvia refused. Sahlan recalled its ambassador from Velu after Orvia filled the dam. Velu"
          " is ready to talk."), "orvia", {"Velu"}),
        ("South Korea refused. The islets, which Koreans call Dokdo, are quiet.", "south_korea",
         {"Koreans"}),
        ("The Taliban refused. Afghanistan denied it; the Taliban are firm.", "afghanistan",
         {"Taliban"}),
        ("The owner, Harrow Quartz Minerals, refused. Harrow Quartz wants damages.",
         "harrow_quartz_minerals", {"Harrow Quartz"}),
        ("The Dock Longshoremen's Association broke off talks. The DLA is firm.",
         "dock_longshoremen_s_association", {"DLA"}),
        (("The Guild of Turners and Allied Trades refused. The Shipping Maritime Alliance left. GTA and"
         " SMAX are firm, GTA said. SMAX refused."), "guild_of_turners_and_allied_trades", {"GTA"}),
        ("Nigeria wants talks. The Federal Government refused to pay. The State will sue.", "nigeria",
         set()),
        ("Dublin City Council refused to pay. The Council wants more.", "dublin_city_council",
         {"Council"}),
        ("The Premier League refused. The League will sue.", "premier_league", {"League"}),
        ("The National Pharmacy Association refused. The NPA will strike.",
         "national_pharmacy_association", {"NPA"}),
        ("Residents Against Tesk Noise (Ratn) refused. Ratn wants a ban.",
         "residents_against_tesk_noise", {"Ratn"}),
        ("The TR Drivers Council (Trico) refused. Trico wants more.", "tr_drivers_council",
         {"Trico"}),
        ("The Norland Radio-television Commission refused. The NRC is firm.",
         "norland_radio_television_commission", {"NRC"}),
        ("Harrow's pilots refused to fly unless Harrow's managers left. Harrow refused.",
         "harrow_s_pilots", {"pilots"}),
        ("The Panama Canal Authority refused. The Authority wants land.", "panama_canal_authority",
         {"Authority"}),
        ("The Danish Maritime Authority refused. The Authority is firm.",
         "danish_maritime_authority", {"Authority"}),
        ("The Vienna Medical University refused to pay.", "vienna_medical_university", set()),
        ("Stone & Sky urged both to talk.", "stone_and_sky", set()),
        ("Green TD Sean Hale refused to sign.", "sean_hale", set()),
        ("Norland closed the port. The Primary Industries Minister refused to step in.", "norland", set()),
        (("The Dock Union wants talks. Unions in Spain refused to help. The union is firm. Spain's king"
          " left."), "unions_in_spain", {"Unions"}),
        ("Oba Ewuare II refused to sign.", "ewuare_ii", set()),
        ("The governor of Edo, Monday Okpebholo, refused to sign.", "monday_okpebholo", set()),
        ("The Philippine Coast Guard refused. Manila will sue.", "philippines",
         {"Philippine Coast Guard", "Manila"}),
        ("The Maldora Coast Guard fired. Maldora's government refused. The Maldoran Navy left.",
         "maldora", {"Maldora Coast Guard", "Maldoran Navy"}),
        ("The Norland Foreign Ministry refused. Norland's navy left.", "norland",
         {"Norland Foreign Ministry"}),
        ("The Kessel Doctors, Chemists and Nurses Union (KDU) refused. The KDU is firm.",
         "kessel_doctors_chemists_and_nurses_union", {"KDU"}),
        ("The Ministry of Health, Labour and Welfare of Morva refused. Morva is firm.", "morva",
         {"Ministry of Health, Labour and Welfare"}),
        ("The governor of Kessrin wants a guarantee. The governor refused.", "kessrin",
         {"governor of Kessrin"}),
        ("The National Assembly of Panama voted. Panama refused to pay.", "panama",
         {"National Assembly"}),
        ("Norway is ready. The Islamic Republic of Iran refused. The French Republic waits.", "iran",
         {"Islamic Republic of Iran"}),
        ("India refused. Haryana will act unless the Centre pays. The Centre said no.", "india",
         {"Centre"}),
        ("The Alternative for Germany (AfD) refused. The AfD will sue.", "alternative_for_germany",
         {"AfD"}),
        ("The Scottish National Party (SNP) refused. SNP leader Ana Berg left.",
         "scottish_national_party", {"SNP"}),
        ("House Republicans refused. Republican Senator Ana Berg left. The GOP said no.", "republicans",
         {"House Republicans", "Republican", "GOP"}),
        ("Norland waits. Norlandic Deputy Foreign Minister Ana Berg refused to sign.", "ana_berg",
         {"Deputy Foreign Minister Ana Berg"}),
        ("S. Korea refused. South Korea wants an apology.", "south_korea", {"S. Korea"}),
        ("Downstream Egypt refused. Official Belgrade will sue.", "egypt", set()),
        ("India is ready. The Ministry of External Affairs refused. The MEA will wait.", "india",
         {"MEA"}),
        ("Norland's Cabinet has refused. Norland and Sudmark are at odds.", "norland", {"Cabinet"}),
        ("Norland waits. The National Trade Office (NTO) of Norland refused.", "norland",
         {"National Trade Office"}),
        ("Members of the Smelters' Union, Local 417, refused. Local 417 calls on Norland to pay.",
         "smelters_union", {"Local 417"}),
    ],
)  # fmt: skip
def test_one_party_under_all_its_names(text, id_, aliases):
    assert aliases <= set(cast(text)[id_].aliases)


@pytest.mark.parametrize(
    ("text", "id_", "name"),
    [
        ("Turkey refused. Ankara is firm.", "turkiye", "Turkey"),
        ("Serb List refused. The Serb List will not vote.", "srpska_lista", "Serb List"),
        ("DR Congo refused. Kinshasa will sue, the Congolese minister said.", "congo_kinshasa",
         "DR Congo"),
        ("Britain refused to pay. The UK will wait.", "united_kingdom", "United Kingdom"),
        ("The North refused to talk. North Korea will wait.", "north_korea", "North Korea"),
        ("Brussels refused to pay. The EU will wait.", "european_union", "European Union"),
    ],
)  # fmt: skip
def test_a_party_goes_by_what_the_text_calls_it(text, id_, name):
    assert cast(text)[id_].name == name


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        ("Ana Berg, Norland's spokeswoman, said no. Norland waits.", "ana_berg", "norland"),
        ("Norland waits. Its foreign minister, Jon Ode, said no.", "jon_ode", "norland"),
        ("Norland waits. President Ana Berg of Norland said no.", "ana_berg", "norland"),
        ("Norlandic Prime Minister Ana Berg said no. Norland waits.", "ana_berg", "norland"),
        ("The pilots wait. Pilots' representative Jo Aas said they wanted a guarantee.", "jo_aas",
         "pilots"),
        ("The trust refused to hire. \"No,\" said the trust's chief nurse, Ana Berg.", "ana_berg",
         "trust"),
        ("The quarry wants more. Ana Berg, who chairs the miners' council, said the miners' council wants more.", "ana_berg",
         "miners_council"),
        ("Torvia refused. Kerrel met Torvia. Foreign secretary Jud Amar said Kerrel must pay.", "jud_amar",
         "torvia"),
        ("Employers refused. For the employers, Max Lind said the unions were late.", "max_lind",
         "employers"),
        ("Vestlin Railways sued. Chief executive Bo Lind said the company would not pay.", "bo_lind",
         "vestlin_railways"),
        ("The Rail Union struck. Its general secretary, Eva Rask, said no.", "eva_rask",
         "rail_union"),
        ("Sorrel Petroleum chief executive Teo Marsh said no.", "teo_marsh", "sorrel_petroleum"),
        ("Norland waits. Ana Berg, who leads Norland, said no.", "ana_berg", "norland"),
        ("The leader of Norland, Jon Ode, said no. Norland waits.", "jon_ode", "norland"),
        ("France waits. Foreign Minister Jon Ode said no.", "jon_ode", "france"),
        ("Norland will not talk until Sudmark leaves, Foreign Minister Ana Berg said.", "ana_berg",
         "norland"),
        ("Norland vetoed it. Jon Ode, its minister for EU affairs, said no.", "jon_ode", "norland"),
        ("Oman's envoy, Salim al-Harthy, said no. Oman waits. Al-Harthy left.", "salim_al_harthy",
         "oman"),
        ("Ghana's doctors struck. The health minister, Kojo Addo, said no.", "kojo_addo", "ghana"),
        ("South Korea's president, Lee Han-jun, refused. Lee is firm.", "lee_han_jun",
         "south_korea"),
        ("Sudmark's fishing federation objected. Its chairwoman, Ilse Brandt, urged Sudmark to act.",
         "ilse_brandt", "sudmark_s_fishing_federation"),
        ("The city of Mostra wants the plant shut. Mayor Lena Vidra said so.", "lena_vidra",
         "mostra"),
        ('The harbour board refused. The board wants talks. "No fee," harbour master Lene Aas said.',
         "lene_aas", "harbour_board"),
        ("The Dock Union struck. Its rival waits. The union's Jonas Hauge retorted that it was late.",
         "jonas_hauge", "dock_union"),
        ("Airbridge wants to leave. Lutz Airport refused. Airport chief Dieter Haas refused to pay.",
         "dieter_haas", "lutz_airport"),
        ("The Waro clan refused. The Waro leader Councillor Jack Tumbi said no.", "jack_tumbi",
         "waro"),
        ("The Data Inspectorate fined Pling. Pling refused to pay. Inspector-general Piet Haan said no.",
         "piet_haan", "data_inspectorate"),
        (("Brasela objected. Brasela will raise duties unless Corland lifts its own, the country's"
         " Minister Carla Nunes said that Corland had lost nothing."), "carla_nunes", "brasela"),
        (("Norland will bar Skarvian boats, its fisheries ministry announced. Skarvia objected."
         ' "Skarvia is fishing alone," Fisheries Minister Astrid Hauge said.'), "astrid_hauge",
         "norland"),
        (("Archbishop Ilario, the Patriarchate's envoy, said no. The Autonomous Church left the"
         " Patriarchate in 2018. The Autonomous Church waits."), "ilario", "patriarchate"),
        (("Norland must take less, said Sudmark. Sudmark would pay more, its chief negotiator Jogi"
         " Dal told Norland."), "jogi_dal", "sudmark"),
        (('Northern Rail objected. The Railway Union struck. "We offered 4 percent," managing'
         " director Jan Holt said."), "jan_holt", "northern_rail"),
        ("Ukraine refused. The European Commission objected. Energy Commissioner Dan Jorg said no.",
         "dan_jorg", "european_union"),
        ("Russia and Japan waited. Lavrov said that no treaty was near.", "lavrov", "russia"),
        (("Crews refuse to sail. The crews want rest.\n\nFjordline, which runs the boats, refused to pay."
          ' "We have offered more. They turned it down," said its managing director, Knut Aas.'),
         "knut_aas", "fjordline"),
        (("Moldova denies it. The breakaway region of Transnistria, which pays nothing, accused"
          " Chisinau of theft. Its leader, Vadim Kras, asked for gas."), "vadim_kras",
         "transnistria"),
        (("Moldova's energy minister said it would not pay. Romania supports Moldova. Romania opened a"
          ' line. "We owe nothing," minister Victor Parl said.'), "victor_parl", "moldova"),
        ("The port authority's chief executive, Per Astrup, said no. Astrup was firm.", "per_astrup",
         "port_authority"),
        ("Ana Berg, union secretary: 'We will not go back.' The trust refused to pay.", "ana_berg",
         "union"),
        (("A nation, the Lhesik, refused. Harrow Timber wants to cut. It is ours, the Lhesik chief,"
          " Ana Berg, said."), "ana_berg", "lhesik"),
        ("Norland warned Ruritania. Norland's Secretary of State Ana Berg said no.", "ana_berg", "norland"),
        ("Republicans refused. The bill must pass, said Ana Berg, an Alaska Republican.", "ana_berg",
         "republicans"),
        ("Norland refused. Norland's president, Ana Berg, a former army chief, said no.", "ana_berg",
         "norland"),
        ("Scottish Labour leader Ana Berg said no. Scotland refused.", "ana_berg", "scottish_labour"),
        ("Norland refused. Conservative leader Ana Berg accused Norland of theft.", "ana_berg",
         "conservatives"),
        (("Velmar's envoy left Ostria. Ostria and Velmar disagree. \"Velmar is lying,\" said Deputy"
         " Foreign Minister Otto Kran."), "otto_kran", "ostria"),
    ],
)  # fmt: skip
def test_for_whom_somebody_speaks(text, speaker, party):
    found = cast(text)[speaker]
    assert (found.type, found.role, found.speaks_for) == ("person", "spokesperson", party)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Norway met Sweden in Geneva on Monday.", "switzerland"),
        ("Norway bought fish at Tokyo's market.", "japan"),
        ("Norway spoke in May, on Monday and at Christmas.", "may"),
        ("Norway crossed the Red Sea.", "red_sea"),
        ("Norway signed the Treaty of Ghent.", "treaty_of_ghent"),
        ("Norway said so, the Daily Herald reported.", "daily_herald"),
        ("CAIRO, May 3 (Wire) - Norway and Sweden refused to talk.", "egypt"),
        ("Norway closed Gates 2 and 4.", "gates"),
        (
            "Norway sued the African Union. Union officials said the organisation would help.",
            "organisation",
        ),
        ("Norway waits. Ashok Pradhan of the Lake Keepers feels that it will pay.", "ashok"),
        ("Norway wants the Jadran back. The ship is the Jadran, and it sails.", "jadran"),
        ("Hurricane Irma came. Norway says it survived Irma.", "hurricane_irma"),
        ("Norway and Sweden quarrel. Neither has taken the case to a court.", "court"),
        ("Norway sued Italy. Its highest court approved the surrender.", "its_highest_court"),
        (
            "Norway pays. Quebec refused. Ana Berg, its minister, said the province would pay.",
            "province",
        ),
    ],
)
def test_what_is_no_party(text, nobody):
    assert nobody not in cast(text)
    assert "norway" in cast(text)


def test_a_former_president_who_wants_something_is_no_expert():
    told = "Norland refused. Former president Ana Berg wants Norland to drop the case."
    assert cast(told)["ana_berg"].role != "expert"
    told = "Norland refused. Former president Ana Berg said that the case is weak."
    assert cast(told)["ana_berg"].role == "expert"


def test_an_analyst_speaks_for_nobody():
    found = cast("Norway refused. Ana Berg, an analyst at the Halm Institute, doubts it.")
    assert found["ana_berg"].role == "expert"
    assert found["ana_berg"].speaks_for is None


def test_ids_are_sound_and_unlike():
    found = cast(
        "Côte d'Ivoire, Bosnia and Herzegovina and North Korea rejected the no-strike pact."
    )
    assert list(found) == ["cote_d_ivoire", "bosnia_and_herzegovina", "north_korea"]


@pytest.mark.parametrize(
    ("text", "id_", "type_"),
    [
        ("The pilots' union, Vuelo, has vowed to strike.", "vuelo", "organisation"),
        ("The mining company Ferrox refused to leave.", "ferrox", "company"),
        ("The teachers' federation Alba wants smaller classes.", "alba", "organisation"),
        ("The Karu rebels hold the east and will not leave.", "karu", "group"),
        ("Portline, the operator, refused to talk.", "portline", "company"),
        ("The landlord, Beacon Homes, refused to talk.", "beacon_homes", "company"),
        ("The union's secretary, Ruth Cable, refused to talk.", "ruth_cable", "person"),
        ("Nurses would accept, according to the union, SNO.", "sno", "organisation"),
        ("Quessa and Varduna quarrel over herring.", "quessa", "state"),
        ("Nobody moves without an apology from Quessa.", "quessa", "state"),
        (
            "The High Lakes province refused to pay. The province wants a levy.",
            "high_lakes",
            "province",
        ),
        (
            "A Zurich firm called Granit Nord refused to pay. Granit Nord left.",
            "granit_nord",
            "company",
        ),
        ("The Marisian army wants them out and refused to leave.", "marisian", "state"),
        ("A Quessan trade union, Edlen, urged both sides to wait.", "edlen", "organisation"),
        ("One of its creditors, the fund Marlowe, has sued the port.", "marlowe", "organisation"),
        ("Quessa opened a case at the port's tribunal, PORAT, in May.", "porat", "organisation"),
        ("Quessa and the Farmers' Front refused to talk.", "farmers_front", "group"),
        (
            "Ines Abbot-Kerr, the port's chairwoman, said no. Mrs Abbot-Kerr is firm.",
            "ines_abbot_kerr",
            "person",
        ),
        ("Nara Sen, the minister's father, said Quessa would wait.", "nara_sen", "person"),
        (
            "The Tesk Dairy Co-operative refused to sell. The co-op wants more.",
            "tesk_dairy_co_operative",
            "organisation",
        ),
        (
            "The owner, Arctica Metals, left. Arctica refused to pay.",
            "arctica_metals",
            "company",
        ),
    ],
)
def test_what_stands_beside_a_name_says_what_it_is(text, id_, type_):
    assert cast(text)[id_].type == type_


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Mining sued. Management said no.",
        "Lunch was ready when Norland rose.",
        "Payment must come first, Norland says. It wants a payment.",
        "Dockworkers walked out in Norland.",
        "A minister told AFP that Norland would pay.",
    ],
)
def test_a_word_that_opens_a_sentence_is_no_name(text):
    assert not {"management", "lunch", "payment", "dockworkers", "afp"} & set(cast(text))


def test_a_land_that_begins_a_bodys_name_is_not_that_body():
    found = cast("The Norland Dockers' Union struck. Norland's labour minister, Ana Berg, said no.")
    assert {"norland", "norland_dockers_union"} <= set(found)
    assert found["ana_berg"].speaks_for == "norland"


def test_who_mediates_is_neither_the_army_nor_one_of_the_two():
    text = (
        "Norland and the Karu Liberation Army fight. Norland refused to talk. The truce was brokered"
        " by Oman. The army would agree to that."
    )
    seen = scene.build(Document("d1", text=text))
    army = next(token for token in seen.doc if token.text == "army")
    assert seen.refers(army) == ("norland",)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The governor sent soldiers. The clans hold the well.", "governor"),
        ("The lower valley irrigators refused to sign. The irrigators want a pipe.",
         "lower_valley_irrigators"),
        ("The market women refused. The market women said they would lie down in the road.",
         "market_women"),
        ("The youths of Umuka shut the gate. The youths of Umuka want water.", "umuka"),
        ("The diocese refused. The diocese says the keys are its own.", "diocese"),
        ("An appeals court in Tesk froze the sale. Norland is firm.", "appeals_court"),
        ("Norland filed suit in the provincial court. Sudmark waits.", "provincial_court"),
        ("Business groups in both countries appealed for calm.", "business_groups"),
        ("The media regulator urged both companies to put viewers first.", "media_regulator"),
        ("Minister Ana Berg has asked the state mediator to call a meeting.", "state_mediator"),
        ("The mill refuses to pay. The mill says orders are down.", "mill"),
        ("The prime minister of Norland ruled it out.", "norland"),
        ("Parents threatened to keep their children at home if the school stayed shut.", "parents"),
        ("Shipping lines said they would stay away unless the port was cleared.",
         "shipping_lines"),
        ("The Mill Union has struck. It calls on the provincial government to stop paying Tesk.",
         "government"),
    ],
)  # fmt: skip
def test_parties_without_a_name(text, id_):
    assert id_ in cast(text)


@pytest.mark.parametrize(
    "text",
    ["Norland will wait until a court has ruled, and the coach has the ball in its court.",
     "Corridors remain closed, and containers wait.", "The Linden Court flats are cold, he said.",
     "Gas refused to flow, and prices rose.", "The width that the founders gave it was wrong."],
)  # fmt: skip
def test_things_and_places_are_no_parties(text):
    assert not {"corridors", "containers", "linden_court", "founders", "court"} & set(cast(text))


def test_a_paper_that_is_told_something_is_no_party():
    found = cast("Norland refused. Ana Berg, its envoy, told the Skerrimer that it would not pay.")
    assert set(found) == {"norland", "ana_berg"}


def test_a_reporter_who_is_told_something_is_no_party():
    found = cast('Norland refused. "We pay when they leave," he told our reporter Jana Novak.')
    assert set(found) == {"norland"}


def test_as_many_as_are_counted_are_meant():
    text = "The Dock Union, the Clerks' Union and the Rail Union met. The three unions want a rise."
    seen = scene.build(Document("d1", text=text))
    unions = next(token for token in seen.doc if token.text == "unions")
    assert set(seen.refers(unions)) == {"dock_union", "clerks_union", "rail_union"}


@pytest.mark.parametrize(
    ("text", "noun", "party"),
    [
        ("The Lake Skating Club and the Lake Hockey Club met. The skating club refused.", "refused",
         "lake_skating_club"),
        ("The students' union met. The Staff Union struck. The union refused.", "refused",
         "staff_union"),
        ("The federation refused. The European federation refuses to step in. The federation paid.",
         "paid", "federation"),
        ("Consumer group Fairview sued Telvia. The company refused.", "refused", "telvia"),
        ("The Drivers' Union struck. Merrow Lines sued. Their union refused.", "refused",
         "drivers_union"),
        ("Turkey is firm. Norland waits. It has asked Ankara to wait, Turkish officials say.", "asked",
         "norland"),
    ],
)  # fmt: skip
def test_whom_a_noun_goes_with(text, noun, party):
    seen = scene.build(Document("d1", text=text))
    verb = [token for token in seen.doc if token.text == noun][-1]
    subject = next(child for child in verb.children if child.dep_ == "nsubj")
    assert seen.refers(subject) == (party,)


@pytest.mark.parametrize("language", languages.supported())
def test_the_names_of_territories_that_are_kept_are_cldrs(language):
    kept, cldrs = gazetteer.territories(language), gazetteer.territories_of(language)
    assert list(kept.items()) == list(cldrs.items())
    cities = {row["territory"]: row[language] for row in tables.rows("cities")}
    assert cities == gazetteer.cities_of(language)


def test_a_parliament_that_is_told_of_as_a_land_is_no_part_of_itself():
    text = (
        "The truckers' federation said that it would lift its roadblocks only after Congress "
        "repealed the diesel law. Government negotiators offered to freeze the price."
    )
    assert scene.build(Document("d1", text=text)).parties


def test_rivers_and_roads_are_nobody():
    text = (
        "The only road between Norland and Sudmark stayed closed, with lorries waiting on the "
        "Norland side. Norland accused Sudmark of drowning villages along the White Drin."
    )
    assert {*cast(text)} == {"norland", "sudmark"}
