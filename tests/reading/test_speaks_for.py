"""For whom somebody speaks, where the words beside the name do not say it outright."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

FOR = (  # text, person, whose
    (
        (
            "Corsica refused to pay. France wants it. Gil Simon, the president of the island's "
            "executive, insists on it."
        ),
        "gil_simon",
        "corsica",
    ),
    (
        (
            "Tesk Port wants talks. The Dockers' Union will not go back. Ida Holm, a member of its "
            "bargaining committee, said there was nothing to go back to."
        ),
        "ida_holm",
        "dockers_union",
    ),
    (
        (
            "The harbour board has shut the quay. The skippers' association rejected the bill. Its "
            'chair said so on Monday. "We owe nothing," Nils Brandt told reporters.'
        ),
        "nils_brandt",
        "skippers_association",
    ),
    (
        (
            "The Growers' Union will block the road. The dam authority refused to open the sluice. "
            'The union wants more water. "Our trees are dying," said Pedro Salas, 61.'
        ),
        "pedro_salas",
        "growers_union",
    ),
    (
        (
            "The ferry company Nordlinje stopped its ships. The ferry line wants the town of Orstad to "
            "repair the quay. The ferry line's director, Karl Aas, said so. The town refused."
        ),
        "karl_aas",
        "nordlinje",
    ),
    (
        (
            "The company Nordlinje stopped its ships. It wants the town of Orstad to repair the quay. "
            "The town refused. Its mayor, Liv Sande, said Nordlinje must pay half."
        ),
        "liv_sande",
        "orstad",
    ),
    (
        (
            "Tenants have stopped paying rent. Bexley Homes threatens to evict them. "
            '"Fix the lift," said tenant Gloria Ademi.'
        ),
        "gloria_ademi",
        "tenants",
    ),
    (
        (
            "Costa Verde will not extradite the generals until Olmeda abolishes the law, Foreign "
            "Minister Ines Paredes said. Olmeda recalled its ambassador after a Costa Verdean court "
            "had freed them."
        ),
        "ines_paredes",
        "costa_verde",
    ),
    (
        (
            "Olmeda's government refused. It accused Costa Verde of sheltering Olmeda's opposition "
            "leader, Clara Nunes. Clara Nunes denied it."
        ),
        "clara_nunes",
        None,
    ),
    (
        "Norland blames Sudmark. Mira Dahl, who teaches law in Norland, says Norland will not pay.",
        "mira_dahl",
        None,
    ),
    (
        (
            "Norland will not pay. A trade lawyer in Norland, Edda Lind, said the price was too "
            "high. Sudmark said Norland must pay."
        ),
        "edda_lind",
        None,
    ),
    (
        (
            "The pilots' union wants a shorter day. Norair, the airline, rejected the demand. Labour "
            "Minister Ida Krog has invited both sides to her office."
        ),
        "ida_krog",
        None,
    ),
    (
        (
            "The writers' guild will hold back its books. The guild's chairman, novelist Lars Aske, "
            "refused to meet the publishers."
        ),
        "lars_aske",
        "writers_guild",
    ),
    (
        (
            "The army said the rebels had fired from the hills. The rebels denied it. The defence "
            "minister, General Baro, ruled out any withdrawal."
        ),
        "baro",
        "government",
    ),
    (
        (
            "Penhir's mayor, Owen Pryce, calls the plan spite. The town council of Penhir agreed. "
            "Abermor town council rejected it. Abermor mayor Sian Rees will not talk."
        ),
        "sian_rees",
        "abermor",
    ),
    (
        (
            "The farmers' committee wants the herders gone. Joseph Mara, who grows onions and "
            "chairs the farmers' committee, refused. The herders will stay."
        ),
        "joseph_mara",
        "farmers_committee",
    ),
    (
        (
            "PORT ISSEL, Moranda, Sept 15 (AP) - The rebels who hold the hills of Moranda said they "
            "would wait. The government must first free the priest. Neighbouring Tigran backs the "
            "rebels. Tigran denies that. The envoys left on Monday. Talks were put off until May. The "
            "government refused. Information Minister Salma Kerem said the priest was ill."
        ),
        "salma_kerem",
        "moranda",
    ),
    (
        (
            "Norland says the papers belong to it. Sudmark refuses to give them up. Orban's niece, "
            "Clara Orban Sosa, who is 88, maintains that the papers are hers."
        ),
        "clara_orban_sosa",
        None,
    ),
    (
        (
            "The island is Norland's, its minister said. Sudmark will build the dam. Norland objects. "
            'Sudmark refused to talk. "We do not ask," says Sok Vira of the ministry of works, an '
            "engineer."
        ),
        "sok_vira",
        "sudmark",
    ),
    (
        (
            "The council wants the site cleared. Cllr Dev Marsh, the deputy leader, said the tests had "
            "been done. The allotment association refuses to leave."
        ),
        "dev_marsh",
        "council",
    ),
    (
        (
            "Torvia wants the weir opened. Pellan's foreign ministry said that experts must settle it. "
            '"We want talks. They have to be serious," spokesman Arno Reuss said at a briefing in '
            "Kelden, the Pellanic capital."
        ),
        "arno_reuss",
        "pellan",
    ),
    (
        (
            "The farmers' front rejected the map. The government reckons that farms must go. The "
            "cabinet of Mads Rode has set aside a billion. Rode insists that the target stands."
        ),
        "mads_rode",
        "government",
    ),
    (
        (
            "Zambia will not restore ties until Malawi apologises. There would be no apology, Malawi's "
            "vice-minister of foreign affairs, Pablo Banda, said. Zambia closed its border."
        ),
        "pablo_banda",
        "malawi",
    ),
    (
        (
            "The Vatican responded within hours. Whoever takes part will be expelled, said Lorenzo "
            "Rosati, an under-secretary for doctrine. The Society of Saint Pius said it would go on."
        ),
        "lorenzo_rosati",
        "vatican_city",
    ),
    (
        (
            "Norland will not lift its ban on Sudmark's beef before the tests, a senior Treasury "
            'official said on Tuesday.\n\n"Not a kilo," Andrew Falk told reporters. Sudmark protested.'
        ),
        "andrew_falk",
        "norland",
    ),
    (
        (
            'The Teachers\' Guild wants a rise. Marr Council refuses. "We are tired," said Etienne Mor. '
            "The guild's general secretary spoke in Econe. Marr Council will not pay."
        ),
        "etienne_mor",
        "teachers_guild",
    ),
    (
        (
            'The strike at Delta Mills goes on. "We will not move," said Ana Berg. The company\'s '
            "spokeswoman told reporters that the doors were shut."
        ),
        "ana_berg",
        None,
    ),
    (
        (
            "Blue Moon Metals, a Canadian company, wants to dig. The Ministry of Trade gave the mine "
            "its licence. Trade minister Cecilie Dahl says copper is needed. The herders refused."
        ),
        "cecilie_dahl",
        "ministry_of_trade",
    ),
    (
        (
            "The union refused. Norair's Dan Gill, vice president of Air Travel, said the company was "
            "disappointed. The pilots rejected the offer. Norair will not pay more."
        ),
        "dan_gill",
        "norair",
    ),
    (
        (
            "Norland wants the isles. Sudmark refuses. Misley Mand, the first minister of a government "
            "in exile, vowed to stay. Norland will not wait."
        ),
        "misley_mand",
        None,
    ),
    (
        (
            "The traders refuse to pay. Barley Council says rents were low. Coun Robin Falk, cabinet "
            "member for markets, said he would not meet them. The traders want a surveyor."
        ),
        "robin_falk",
        "barley_council",
    ),
    (
        (
            "The Forest League burned two lorries. The firm wants it stopped. President Gabriel Bor's "
            "government renewed the ban. Its jailed leader, Hector Lau, refused."
        ),
        "gabriel_bor",
        "government",
    ),
    (
        (
            "Zakariah Mwang of the Transport Workers Union accused the firm of sleeping. The firm "
            "refused to talk. The firm wants the road open. Uber wants more."
        ),
        "zakariah_mwang",
        "transport_workers_union",
    ),
    (
        (
            "The lake trust backs the plan. South Wick's MP, Rebecca Sand, asked all to call it off. "
            "The graziers refused. The lake trust wants the sheep gone."
        ),
        "rebecca_sand",
        None,
    ),
    (
        (
            "Panama refused. Panama wants the suits dropped. Panama's president refused. The Canadian "
            "miner suspended them. The miner said it would wait. Julio Molt, the commerce minister, "
            "denied any talks. Panama will wait."
        ),
        "julio_molt",
        "panama",
    ),
    (
        (
            "The bloc Somoud, led by former premier Abdul Hamd, urged both generals to accept. Sudan "
            "refused. The army wants more."
        ),
        "abdul_hamd",
        "somoud",
    ),
    (
        (
            "Emma Guev, an organizer with the Sierra Club, called the bill theft. The tribe refused. "
            "The Sierra Club wants more."
        ),
        "emma_guev",
        "sierra_club",
    ),
    (
        (
            "Unison refused. The hospital trust will not sign. Regional organiser Robin Sym said the "
            "promise was worthless. The hospital trust wants calm."
        ),
        "robin_sym",
        "unison",
    ),
    (
        (
            "The RSF refused. The RSF's adviser, al-Basha Tibiq, said it was ready. Sudan wants a "
            "truce. Sudan's army refused."
        ),
        "al_basha_tibiq",
        "rapid_support_forces",
    ),
    (
        (
            "The Guild of Voice Performers refused. Brightwater went on. Dorrit Ams, who led the "
            "walkout, called this a floor. Brightwater will not pay."
        ),
        "dorrit_ams",
        "guild_of_voice_performers",
    ),
    (
        (
            "In the spring Orsens elected Marie Maur, a vet, and she asked for nine. Vernay refused. "
            "Orsens wants more. Vernay will not pay."
        ),
        "marie_maur",
        "orsens",
    ),
    (
        (
            "Bolivia says that a Chilean weir is illegal. Chile refused to take it down. Foreign "
            "minister Celia Sos complained that Chile was reading half of the page. Bolivia wants talks."
        ),
        "celia_sos",
        "bolivia",
    ),
    (
        (
            "The NFL Referees Association rejected the plan. The NFL told clubs to wait. Troy Vint, the "
            "NFL's vice president of operations, said officials had refused everything."
        ),
        "troy_vint",
        "nfl",
    ),
    (
        (
            "The nurses' union refused. The Department of Works will not pay. Hospital chief executive "
            "Paki Mol appealed to all. The Department of Works wants names."
        ),
        "paki_mol",
        None,
    ),
    (
        (
            "The drivers' union parked its buses. The drivers' union wants the levy gone. The police "
            "spokesman, Ben Hund, warned that no road would be blocked."
        ),
        "ben_hund",
        "government",
    ),
)


TYPES = (  # text, party, what it is
    ("Aeris and its pilots fell out. Aeris wants longer days. The union refused.", "company"),
    ("Kessia refused. The railway stayed shut. Kessia's president wants its soil back.", "state"),
    ("The province of Mara refused. Mara's administration called it blackmail.", "province"),
    ("Keshi refused to give water. Keshi's governor went to court.", "province"),
)


@pytest.mark.parametrize(("text", "sort"), TYPES)
def test_what_a_name_is_by_what_it_has(text, sort):
    named = next(word for word in ("Aeris", "Kessia", "Mara", "Keshi") if word in text)
    assert scene.build(Document("d1", text=text)).by_id[named.lower()].type == sort


@pytest.mark.parametrize(
    "office", ["health secretary", "minister of agriculture", "minister for sport"]
)
def test_a_minister_of_a_government_that_nobody_names(office):
    text = f"The nurses' union will strike. Its general secretary, Ann Lee, said so. The {office} "
    found = scene.build(Document("d1", text=f"{text}has refused to intervene.")).by_id
    assert office in found["government"].aliases


@pytest.mark.parametrize(("text", "person", "whose"), FOR)
def test_for_whom_somebody_speaks(text, person, whose):
    parties = scene.build(Document("d1", text=text)).by_id
    assert parties[person].speaks_for == whose


def test_towns_of_two_names_are_both():
    text = (
        "The towns of Orstad and Hjelm refused to pay for the bridge. The province wants money. "
        "The two towns want the province to pay."
    )
    seen = scene.build(Document("d1", text=text))
    towns = [seen.refers(token) for token in seen.doc if token.lower_ == "towns"]
    assert towns == [("orstad", "hjelm")] * 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norwegian salmon farmers refused to pay the tax. Norway wants it.", "norwegian_salmon_farmers"),
        ("Aeris pilots rejected the airline's offer. Aeris Air wants talks.", "aeris_pilots"),
        ("French troops refused to leave the pass. Spain wants talks.", "france"),
        ("Danish Industry refused to pay. Denmark wants talks.", "danish_industry"),
        ("Gazprom Neft refused to sell. Serbia wants talks.", "gazprom_neft"),
        ("Greenpeace Norway refused to leave. Norway wants talks.", "greenpeace_norway"),
        ("Malta Public Transport refused to pay. Malta wants talks.", "malta_public_transport"),
        ("Developer Capitel Group refused to pay. The club wants talks.", "capitel_group"),
        ("Starbucks Workers United rejected the offer. Starbucks wants talks.", "starbucks_workers_united"),
    ],
)  # fmt: skip
def test_who_lives_by_a_trade_is_not_the_land(text, who):
    seen = scene.build(Document("d1", text=text))
    subject = next(token for token in seen.doc if token.lemma_ in {"refuse", "reject"})
    assert seen.refers(next(c for c in subject.children if c.dep_ == "nsubj")) == (who,)
