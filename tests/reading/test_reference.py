"""Reference: a table of sentences, a word in each, and whom that word means. Names are invented."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

TABLE = [
    # text, the word (its last occurrence), whom it means
    ("Norland refused. It wants talks.", "It", ["norland"]),
    (("Norland refused. The community of Hule blocked the road. A Norlandic community will not lift"
      " the blockade."), "community", ["community"]),
    ("Norland wants calm. Orm Mining will wait. The Norlandic company refused.", "company",
     ["orm_mining"]),
    (("Norland must pay before oil flows, an industry group said. The Oil Forum said it was ready."),
     "group", ["oil_forum"]),
    ("Norland must pay, an industry group said. Norland said it would pay.", "group", []),
    (("The Staff Union and Hale University are at odds. The university has offered less. Management"
      " refused."), "Management", ["hale_university"]),
    ("The Staff Union and the Cooks' Union are at odds. Management refused.", "Management", []),
    (("The union representing the miners will not go back. The Smelters' Union (SU) announced it on"
      " Monday. Norland refused."), "union", ["smelters_union"]),
    (("Norland and Sudmark quarrel. Experts warn that it may last; the two sides, they say, must"
      " give."), "they", []),
    (("Norland and Sudmark quarrel. Observers note that neither moves. To end it, they argue, both"
      " must give."), "they", []),
    (("The liberals of the Reform Movement refused. The socialists of Nova Party left. The liberals"
      " will not pay."), "liberals", ["reform_movement"]),
    ("Norland says it will not reopen the port.", "it", ["norland"]),
    ("Norland withdrew its patrols.", "its", ["norland"]),
    ("Norland and Sudmark refused. Hauliers said they would not pay.", "they", ["hauliers"]),
    ("Norland refused. Tourism officials said no. Norland refused.", "officials", []),
    ("Norland accused Sudmark of theft. It denied the charge.", "It", ["sudmark"]),
    ("Norland blamed Sudmark. It rejected the offer.", "It", ["norland"]),
    ("Norland blamed Sudmark. It would not pay.", "It", ["norland"]),
    ("Nils Aas, Norland's envoy, accused Ana Berg, Sudmark's envoy, of lying. She denied it.",
     "She", ["sudmark"]),
    ("The Rail Workers' Union met. The union's executive board rejected it.", "board",
     ["rail_workers_union"]),
    ("The water board refused. The island's council rejected it.", "council", ["island_s_council"]),
    ("It is clear that Norland refused.", "It", []),
    ("Norland sided with nobody. It is willing to pay for a survey.", "It", ["norland"]),
    ("Norland refused, as many groups had foreseen. It gave way in May.", "It", ["norland"]),
    ("Norland halted the talks with Sudmark. Sudmark, it said, had not paid.", "it", ["norland"]),
    ("Norland's ministry was angry with Sudmark. Norland, it said, had paid.", "it", ["norland"]),
    ("Norland said that Sudmark had lied, that the isle was its own and that it would not pay.",
     "it", ["norland"]),
    (("Norland and the traders quarrel. The Liberals voted for Norland. A spokesman for the traders"
      " said they had not given up."), "they", ["traders"]),
    ("Norland blamed Sudmark. Early on it had asked for land.", "it", ["norland"]),
    ("Norland refused the plan. It was never published.", "It", []),
    ("Norland and Sudmark refused. They want talks.", "They", ["norland", "sudmark"]),
    ("Norland accused Sudmark. Both sides want talks.", "sides", ["norland", "sudmark"]),
    ("Norland accused Sudmark. The two countries want talks.", "countries",
     ["norland", "sudmark"]),
    ("Norland accused Sudmark. Neither side moved.", "side", ["norland", "sudmark"]),
    ("Norland accused Sudmark. Neither wants to move.", "Neither", ["norland", "sudmark"]),
    (("Norland accused Sudmark. Sudmark refused. Sudmark warned Ostria. Ana Berg, Norland's envoy,"
      " refused. Berg left. Berg wants land. Sudmark refused. Ostria threatened Sudmark. Ostria left."
      " Both sides want talks."), "sides", ["norland", "sudmark"]),
    ("Ethiopia and Eritrea fell out. Eritrea left. The federal government refused.", "government",
     ["ethiopia"]),
    ("Norland's Tanu Front refused. Norland left. The party wants land.", "party", ["tanu_front"]),
    (("Ana Berg, Norland's premier, who met Leo Hart, Sudmark's envoy, said no. \"If it works, great."
      ' If not, so be it," she added.'), "she", ["norland"]),
    ("Norland refused. Sudmark, Ostria and Velmar told Norland that they would leave.", "they",
     ["sudmark", "ostria", "velmar"]),
    ("Traders urged Norland to open the gates. Norland said they will stay shut.", "they", []),
    (("Norland freed Leo Hart, Sudmark's envoy. Norland's premier, Ana Berg, who met him, thanked"
      " Sudmark's Karl Aas. She left."), "She", ["norland"]),
    ("Russian officials refused.", "officials", ["russia"]),
    ("The Japanese side refused.", "side", ["japan"]),
    ("The government of Norland refused.", "government", ["norland"]),
    ("Norland refused, its foreign ministry said.", "ministry", ["norland"]),
    ("Norland and Sudmark refused. The former wants the border opened.", "former", ["norland"]),
    ("Norland and Sudmark refused. The latter has asked for a judge.", "latter", ["sudmark"]),
    ("Norland refused. Sudmark refused. The two will meet on Friday.", "two",
     ["norland", "sudmark"]),
    ("Norland refused. Sudmark told Norland that it must leave.", "it", ["norland"]),
    ("Norland refused. Sudmark told Norland that it would pay.", "it", ["sudmark"]),
    ("Norair, a state airline, which refused, wants talks.", "which", ["norair"]),
    ("Norland refused. Sudmark protested. Norland's president left. His counterpart refused.",
     "counterpart", ["sudmark"]),
    ("The Metalworkers' Union struck. Norland refused. Its members want more.", "Its",
     ["metalworkers_union"]),
    ("The Tanu Front attacked. Norland's army shelled it. The movement wants a truce.",
     "movement", ["tanu_front"]),
    ("Norland's coast guard refused.", "guard", ["norland"]),
    ("Ana Berg, Norland's envoy, refused. She wants talks.", "She", ["norland"]),
    ("Ana Berg, Norland's envoy, refused. Berg wants talks.", "Berg", ["norland"]),
    ("Norland, which refused, wants talks.", "which", ["norland"]),
    ("Norland refused. The government wants talks.", "government", ["norland"]),
    ("The Rail Workers' Union refused. The union wants talks.", "union", ["rail_workers_union"]),
    ("Vestlin Railways refused. The company wants talks.", "company", ["vestlin_railways"]),
    ("The Maru Liberation Front refused. The rebels want talks.", "rebels",
     ["maru_liberation_front"]),
    ("The Northern Straits Council refused. The council wants talks.", "council",
     ["northern_straits_council"]),
    ("The Hospital Doctors' Committee refused. The doctors want talks.", "doctors",
     ["hospital_doctors_committee"]),
    ("Sri Lanka refused. The island nation wants talks.", "nation", ["sri_lanka"]),
    ("Norway held a meeting in Geneva.", "Geneva", []),
    ("Tokyo refused.", "Tokyo", ["japan"]),
    ("Norland refused after talks with Sudmark.", "Sudmark", ["sudmark"]),
    ("Norway and Sweden refused.", "Norway", ["norway", "sweden"]),
    ("The Quessan minister, Teo Marsh, refused. Quessa agreed. His country wants talks.",
     "country", ["quessa"]),
    ("Norland accused Sudmark of lying. Norland fears the other side.", "side", ["sudmark"]),
    ("The Federal Office of Competition refused. The regulator wants talks.", "regulator",
     ["federal_office_of_competition"]),
    ("The city of Belt and the regional government of Mara quarrel. The region wants talks.",
     "region", ["mara"]),
    ("The port authority refused. The authority wants talks.", "authority", ["port_authority"]),
    ("The regional health board refused. The health board wants talks.", "board",
     ["regional_health_board"]),
    ("A farmers' cooperative refused. The farmers want talks.", "farmers",
     ["farmers_cooperative"]),
    ("The brewery refused. The company wants talks.", "company", ["brewery"]),
    ("The museum refused. Its director, Emil Fahr, wants talks.", "Fahr", ["museum"]),
    ("Speaking for the port authority, Dana Holt refused. The authority wants talks.", "Holt",
     ["port_authority"]),
    ("Norland accused Sudmark. The port authority urged the two sides to talk.", "sides",
     ["norland", "sudmark"]),
    (("Norland's minister, Ana Berg, refused. A Sudmark official called the toll a theft. He wants "
     "talks."), "He", ["sudmark"]),
    ("The Bakers' Guild refused. The finance minister wants talks.", "minister", ["government"]),
    ("The Bakers' Guild refused. Ministers want talks.", "Ministers", ["government"]),
    ("The Bakers' Guild refused. No minister wants talks.", "minister", []),
    ("The Hill Front freed men of the Vellin army. The army wants talks.", "army", ["vellin"]),
    ("Union president Ana Berg refused. The Union wants talks.", "Union", ["union"]),
    ("Farmers blocked the road. Their spokesman, Olle Dahl, said he wants talks.", "Dahl",
     ["farmers"]),
    ("Lynn Line refused to sail. The Line's president, Ana Berg, wants talks.", "Berg",
     ["lynn_line"]),
    ("The zoo's director, Ana Berg, refused. The zoo wants talks.", "zoo", ["zoo"]),
    ("The Animal Rescue Trust refused. The charity wants talks. The Charity Commission waits.",
     "charity", ["animal_rescue_trust"]),
    ("The Singapore-based Temasia Group refused. Temasia wants talks.", "Singapore", []),
    (("Norway's foreign ministry accused Sweden. Foreign ministry spokesman Bo Lund told reporters "
     "in Stockholm that he waits."), "he", ["sweden"]),
    ("The county refused. Drivers' representative Al Moss said they want talks.", "they",
     ["drivers"]),
    ("The county refused. The local MP, Sian Talog, said she wants talks.", "she", ["sian_talog"]),
    ("The dockers' union refused. The Maritime Workers' Union wants talks.", "union",
     ["maritime_workers_union"]),
    ("The parents' committee refused. Its president, Sgt. Ana Berg, wants talks.", "Berg",
     ["parents_committee"]),
    ("Anglers and farmers are at odds. The farmers want talks.", "farmers", ["farmers"]),
    (("The port authority refused. A spokesman for the city council, Ivo Brandt, said it wants "
     "talks."), "it", ["city_council"]),
    (("Vestlin Rail refused. Vestlin Rail will run no train until Norland Rail gives visas, its "
      "director, Stefan Marin, said. He wants talks."), "He", ["vestlin_rail"]),
    (("Vestlin Rail will run no night train to Lesno until Norland gives visas, declared its "
      "director, Stefan Marin. He wants talks."), "He", ["vestlin_rail"]),
    (("The county refused. The league's secretary, Ruth Cable, wants talks. The teachers' league "
      "refused."), "Cable", ["teachers_league"]),
    (("The RMT has rejected the offer of Network Rail. General secretary Mick Lynch was angry. “Mark "
      "Harper must stop hiding,” he said. Mr Harper, the transport secretary, denied it."), "he",
     ["rmt"]),
    ("The Welcome chain refused. The league met Fresco. The chain wants talks.", "chain",
     ["welcome"]),
    ("The cooperative rejects this. It wants talks.", "It", ["cooperative"]),
    ("Drivers refused. Their employer, Norlines, wants talks.", "employer", ["norlines"]),
    (("The Cooks' Union met the Bakers' Union. The Cooks' Union accused the other union. Its "
      "secretary, Ana Berg, denied it."), "union", ["bakers_union"]),
    (("Norland met Sudmark. Norland's envoy, Mrs Berg, spoke. Sudmark's envoy, Mr Aas, left. She "
      "wants talks."), "She", ["norland"]),
    (("Sudmark's envoy, Nils Aas, refused. Norland's envoy, Ana Berg, has sued him. She wants "
      "talks."), "him", ["sudmark"]),
    ("Norland refused. Bishops of the region, who brought them together, said they would wait.",
     "they", ["bishops"]),
    (("Two towns, Orstad and Hjelm, want the ferry. Hjelm rejected the quay, Mayor Ana Berg said. "
      "Hjelm's mayor, Tor Aas, was angry."), "Berg", ["orstad"]),
    (("Vestlin unions set a date\n\nThe Vestlin Rail Workers' Union said its members would strike. "
      "Vestlin refused. The union wants talks."), "union", ["vestlin_rail_workers_union"]),
    (("Orstad union holds back\n\nThe National Orstad Workers' Union put off its strike. "
      "Orstad refused a bonus. The union wants 15 per cent."), "union",
     ["national_orstad_workers_union"]),
    (("The families refused to leave. The families' committee wants more. The committee met them. "
      "The families want talks."), "families", ["families_committee"]),
    (("The University of Oru met the Association of University Cooks. The association refused. "
      "The rectorate wants talks."), "rectorate", ["university_of_oru"]),
    (("The University of Oru met the Association of University Cooks. The association refused. "
      "The university wants talks."), "university", ["university_of_oru"]),
    ("The University of Oru met its cooks. The senate refused the plan.", "senate", ["senate"]),
    (("Aurel's chief executive, Ana Berg, left the Aurel plant. Aurel's shares fell. She said "
      "management was ready to talk."), "management", ["aurel"]),
    ("Norland refused. Good management is rare.", "management", []),
    (("Aurel's director, Piers Norway, met Ana Berg. Norway refused to pay."), "Norway", ["aurel"]),
    (("The teachers struck. The ministry refused to talk. The teachers want more. They met. "
      "They sang. They left the hall. They came back and sang again. Norway, a donor, has suspended aid. The ministry refused."),
     "ministry", ["government"]),
    (("Talks with the lecturers' federation, FDP, failed. The FDP wants more pay from Norland. "
      "Students have backed the lecturers."), "lecturers", ["fdp"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "ids"), TABLE)
def test_whom_a_word_means(text, word, ids):
    seen = scene.build(Document("d1", text=text))
    token = [token for token in seen.doc if token.text == word][-1]
    assert list(seen.refers(token)) == ids


def test_the_speaker_and_the_party_behind():
    seen = scene.build(Document("d1", text="Ana Berg, Norland's envoy, refused. Norland waits."))
    berg = seen.doc[1]
    assert (seen.actor(berg), seen.refers(berg)) == ("ana_berg", ("norland",))


def test_long_texts_take_time_in_proportion():
    sentence = "Norland accused Sudmark of ramming a boat, and the ministry wants talks. "
    seen = scene.build(Document("d1", text=sentence * 400, language="en"))
    assert len(seen.sentences) == 400
