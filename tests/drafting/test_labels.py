"""How an act is said: a short verb phrase in the words of the article."""

import pytest

from detente.reading.drafting.labels import is_sayable, label, named
from detente.reading.drafting.lexicon import is_shared
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.register import Register
from detente.reading.drafting.sound import is_sound


def said(phrase, *, now=False):
    doing = doings(phrase)[0]
    return label(Register().literal("sudmark", doing, "q1", now=now).act)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("let the copper trains through", "let the copper trains through"),
        ("the pupils are back at their desks", "send the pupils back to their desks"),
        ("an 8% rise backdated to April", "give an 8% rise"),
        ("withdraw its plan to sell the mill", "keep its plan to sell the mill"),
        ("the tankers are back on the road", "put the tankers back on the road"),
        ("the president can come home", "return the president"),
        ("the refugees could go home", "let the refugees return home"),
        ("service is back to normal", "restore service"),
        ("leave the pipeline alone", "leave the pipeline alone"),
        ("leave the police to its work", "leave the police to its work"),
        ("homes in the capital go cold", "let homes in the capital go cold"),
        ("no barge leaves the port", "let a barge leave the port"),
        ("the balloons cease", "keep sending the balloons"),
        ("stop firing rockets at the town", "fire rockets at the town"),
        ("the offer stands in a protocol", "put the offer in a protocol"),
        ("the order will have to be redrawn", "redraw the order"),
        ("the Fund's forecasts leave these out", "let the Fund's forecasts leave these out"),
        ("customers are shown to be better off", "prove that customers are better off"),
        ("receipt of the key", "hand over the key"),
        ("see the books", "show the books"),
        ("talk of extensions", "hold talks about extensions"),
        ("test results from every slaughterhouse", "publish test results from every slaughterhouse"),
        ("a jury of locals", "set up a jury of locals"),
        ("meters in every house", "install meters in every house"),
        ("roughly three tenths of gross revenue", "pay roughly three tenths of gross revenue"),
        ("not a cubic metre is shared", "share a cubic metre"),
        ("stop receiving terrorists", "receive terrorists"),
        ("go into opposition", "go into an opposition"),
        ("let Fishermen use the crane", "let fishermen use the crane"),
        ("let at least food through", "let food through"),
        ("any more salaries are sent", "send salaries"),
        ("its land back and a seat on the board", "give its land back"),
        ("recognise the award of 3 July 2023", "recognise the award of 3 July 2023"),
        ("call fresh elections", "call fresh elections"),
        ("Norland lets the copper trains through again", "let the copper trains through"),
        ("humanitarian goods are let through", "let humanitarian goods through"),
        ("the trucks let go home", "let the trucks go"),
        ("both arbitration and direct negotiations", "go to arbitration"),
        ("an association of towns exists", "set up an association of towns"),
        ("get its safety", "guarantee its safety"),
        ("the bridge paid for", "pay for the bridge"),
        ("every calf registered", "register every calf"),
        ("let a single truck by", "let a truck by"),
        ("send the provinces their share of the salt tax", "send their share of the salt tax"),
        ("leave the gas in the ground", "leave the gas in the ground"),
        ("keeping the gate shut for political reasons", "keep the gate open"),
        ("leaves the bills unpaid", "pay the bills"),
        ("put an end to the leaflet launches", "keep the leaflet launches"),
        ("the air strikes come to an end", "go on with the air strikes"),
        ("another round of talks would serve no purpose", "hold another round of talks"),
        ("the skippers are left free to follow the shoals",
         "allow the skippers to follow the shoals"),
        ("a meeting seems out of the question", "hold a meeting"),
        ("give its consent to a forest clearance", "give its consent to a forest clearance"),
        ("recognise in a written form that the pier is Norlandic",
         "recognise that the pier is Norlandic"),
        ("the question of the islands is on the table", "discuss the islands"),
        ("sit down with anybody", "hold talks"),
        ("remain opposed to the dam", "accept the dam"),
        ("have the accounts made public", "publish the accounts"),
        ("block the unloading of the cars", "let the unloading of the cars go ahead"),
        ("its findings were binding", "accept the findings"),
        ("bear the whole of the cost", "bear the whole of the cost"),
        ("keep its boats off the reef", "keep its boats off the reef"),
        ("the hearing has taken place", "hold the hearing"),
        ("the visit to the camps takes place", "let the visit to the camps take place"),
        ("free elections take place", "hold free elections"),
        ("gives up its aid to the clans", "keep its aid to the clans"),
        ("half of the berths are reserved for its boats", "reserve half of the berths for its boats"),
        ("open to joint management of the mine", "manage the mine"),
        ("open to a joint survey", "accept a joint survey"),
        ("the North returns to the agreement", "return to the agreement"),
        ("not turn away from a discussion", "hold a discussion"),
        ("the hills remain under occupation", "keep the hills under occupation"),
        ("promise 20 million euros in aid", "pay 20 million euros in aid"),
        ("sign a pact on the non-use of force with Norland", "sign a pact on the non-use of force"),
        ("a say over the use of the old airport", "give a say over the use of the old airport"),
        ("renew its appeal to Norland to free the crew", "free the crew"),
        ("alter the preamble, in its words", "alter the preamble"),
        ("every point was attended to by the firm", "attend to every point"),
        ("use the ferry as a lever", "use the ferry as a lever"),
        ("the revenue from the port goes to the islanders",
         "pay the revenue from the port to the islanders"),
        ("set a date for getting the men out of the huts", "set a date"),
        ("pay the fine it imposed in 2019", "pay the fine"),
        ("accept a formula proposed by the government", "accept a formula"),
        ("both steps were taken on the same day", "take both steps"),
        ("there is a credible offer", "make a credible offer"),
        ("said yes to the merger", "agree to the merger"),
        ("set foot in the kitchen", "enter the kitchen"),
        ("hand over the keys to a keeper, never to a chain", "hand over the keys to a keeper"),
        ("the volumes are across the river", "take the volumes across the river"),
        ("their employer pays them for the hours between the morning and the evening",
         "pay for the hours"),
        ("gave the two capitals until Friday to set up a police", "set up a police"),
        ("the rules are complied with", "comply with the rules"),
        ("the government orders nurses back to work", "order nurses back to work"),
        ("put the night supplement back in the agreement", "put the night supplement back in the agreement"),
        ("take all its members out, in every hospital", "take out all its members in every hospital"),
        ("exchange daily data before each filling", "give daily data"),
        ("say that it will accept the finding", "accept the finding"),
        ("drop two of its demands: a minimum of writers and a number of weeks",
         "keep two of its demands"),
        ("go higher", "raise its offer"),
        ("promise given", "give a promise"),
        ("there is a serious offer on the table", "put a serious offer on the table"),
        ("haul the states before the U.S. Supreme Court",
         "haul the states before the U.S. Supreme Court"),
        ("the delay was stretched to four hours", "stretch the delay to four hours"),
        ("look again at the premium", "look again at the premium"),
        ("guarantees that they will not be executed", "guarantee that they will not be executed"),
        ("Norland certifies that the bridge is safe", "certify that the bridge is safe"),
        ("a written promise that nobody is dismissed", "promise that nobody is dismissed"),
        ("Sudmark gives proof that the site is empty", "prove that the site is empty"),
        ("recognise that agreement", "recognise the agreement"),
        ("bar Norlandic trawlers from its waters from May", "let Norlandic trawlers into its waters"),
        ("the men arrested in May handed over", "hand over the men"),
        ("the bronzes sent to a store in Lagos", "send the bronzes to a store in Lagos"),
        ("want all four states at one table", "hold talks"),
        ("object to the cable", "accept the cable"),
        ("lift the highest salaries past a million dollars", "raise the highest salaries"),
        ("lift the steel tariff", "keep the steel tariff"),
        ("the smelter at Vard shut on 30 June", "keep the smelter at Vard open"),
        ("sign the protocol", "sign the protocol"),
        ("pays $13,500 a vessel day", "pay $13,500 per vessel day"),
        ("the board paid 4,000 euros a hectare for lost grass", "pay 4,000 euros per hectare"),
        ("give 500 workers a rise", "give a rise"),
        ("class sizes went to the arbitrator", "put class sizes to the arbitrator"),
        ("have back its ambassador", "give back its ambassador"),
        ("disarmed the Front, a militia", "disarm the Front"),
        ("staffing came down from six to four", "cut staffing from six to four"),
        ("no rent is coming in", "pay rent"),
        ("the government had let go eleven commanders whose names are on a list",
         "release eleven commanders"),
        ("the Rider is home", "return the Rider"),
        ("Footplate dropped its objection to the new rosters", "accept the new rosters"),
        ("the canton gave back the seminary, which it seized in 1974", "give the seminary back"),
        ("ban Norlandic lorries", "allow Norlandic lorries"),
        ("raise pay by 5 per cent", "raise pay by 5 per cent"),
        ("take no part in the election", "take part in the election"),
        ("withhold pension contributions", "pay pension contributions"),
        ("let perishable goods through at once", "let perishable goods through"),
        ("let Norlandic engineers repair the road", "let Norlandic engineers repair the road"),
        ("the motorway is put to a referendum in the three western counties",
         "put the motorway to a referendum"),
        ("any repair ship allowed into its waters", "allow a repair ship into its waters"),
        ("the bank is reconnected", "reconnect the bank"),
        ("give the pilots the right to strike", "give the right to strike"),
        ("the inspections go on", "go on with the inspections"),
        ("let her take the ultimatum off the table", "keep the ultimatum"),
        ("there is no more threat to Norlandic soil", "remain a threat to Norlandic soil"),
        ("close three schools", "keep three schools open"),
        ("want the matter taken to the river commission", "take the matter to the river commission"),
        ("the lifts replaced", "replace the lifts"),
        ("the ferries sailed", "let the ferries sail"),
        ("the villagers were allowed to visit the shrine", "allow the villagers to visit the shrine"),
        ("raise bills", "raise bills"),
        ("release water from the weir", "release water from the weir"),
        ("those doors are unlocked", "unlock the doors"),
        ("the truth about the mines", "tell the truth about the mines"),
        ("go to the ombudsman", "go to the ombudsman"),
        ("dangerous cladding is removed", "keep dangerous cladding"),
        ("pull out of the 1988 fishing pact", "stay in the 1988 fishing pact"),
        ("withdraw from the island", "stay on the island"),
        ("an apology from Norland", "make an apology"),
        ("return to the fishing pact", "return to the fishing pact"),
        ("the ferrymen in it were paid for the nights", "pay the ferrymen"),
        ("every one of the nine points has been put into law", "put the nine points into law"),
        ("the league changes the way it shares out the gate money",
         "change the way it shares out the gate money"),
        ("its request for a 12% increase", "grant a 12% increase"),
        ("home rule is on the ballot paper", "put home rule on the ballot paper"),
        ("lose its grain supply", "keep the grain supply"),
        ("the crews are held", "release the crews"),
        ("bring the matter before the Strait Commission", "bring the matter before the Strait Commission"),
        ("came back with at least 7%", "offer at least 7%"),
        ("remain ready to meet at any hour", "hold talks"),
        ("sign a promise to rebuild the pier", "sign a promise"),
        ("apply for Norlandic visas", "apply for Norlandic visas"),
        ("dialogue without preconditions", "hold dialogue"),
        ("not one megawatt would flow", "let a megawatt flow"),
        ("rent was being withheld", "pay rent"),
        ("the rent strike is called off", "pay rent"),
        ("bar the museums from digging at the site", "let the museums dig at the site"),
        ("its patrol boat Heron is kept in the harbour", "keep its patrol boat in the harbour"),
        ("He'll get his money", "pay the money"),
        ("when we see scaffolding", "provide scaffolding"),
        ("exempt Arden from the law", "exempt Arden from the law"),
        ("raise the commission of sellers from 18 to 22 per cent, something that they refuse",
         "raise the commission of sellers from 18 to 22 per cent"),
        ("heavy lorries on the bridge, because its factories lie behind the poplars",
         "provide heavy lorries on the bridge"),
        ("be compelled to close the crossing", "keep the crossing open"),
        ("work the weekend shifts", "go on with the refusal to work"),
        ("the monks out before the snow comes", "keep the monks"),
        ("the level is above 40 per cent", "keep the level above 40 per cent"),
        ("sold its mills to a single independent buyer", "sell its mills to an independent buyer"),
        ("lend its name to the jubilee, still less its dancers", "lend its name to the jubilee"),
        ("come back with a map, not with a sermon", "offer a map"),
        ("any easing of its posture conditional on a halt", "keep its posture"),
        ("had no intention of paying twice for the same barges", "pay for the same barges"),
        ("the league had no plans to sell the archive", "sell the archive"),
        ("They can have their road", "give the road back"),
        ("the last crown was in the account", "put the last crown in the account"),
        ("drilling would begin in spring", "start drilling"),
        ("the two consuls would get their papers", "give the two consuls their papers"),
        ("give up a third of their quota", "give up a third of their quota"),
        ("sit in the same room", "sit in the same room"),
        ("the lawsuit is pending", "keep the lawsuit"),
        ("people are standing in front of our depot", "keep people in front of the depot"),
        ("Norland discloses where it has buried the miners",
         "disclose where it has buried the miners"),
        ("explains why the gate was shut", "explain why the gate was shut"),
        ("a cut in the working week from 35 hours to 32", "make a cut in the working week"),
        ("the pipeline comes ashore on its south coast", "let the pipeline come ashore"),
        ("one man from the capital collects tax in the port", "collect tax in the port"),
        ("take Norland before the arbitrators", "take Norland before the arbitrators"),
        ("refund customers for as long as the channel is off", "refund customers"),
        ("its military leader, Hamid Orr, is freed", "free the military leader Hamid Orr"),
        ("the first half of the water comes", "let the first half of the water come"),
        ("regards compensation as out of the question", "pay compensation"),
        ("resume deliveries to Norland", "resume deliveries"),
        ("keep their tractors across the B417", "keep their tractors across the B417"),
        ("give such a guarantee", "give such a guarantee"),
        ("Norland gives back eleven villages its troops entered in May",
         "give eleven villages back"),
        ("hand back the second pair of trawlers", "hand back the second pair of trawlers"),
        ("its guards will stay on the ridge", "keep its guards on the ridge"),
        ("send only one rowing team to the games", "send only one rowing team to the games"),
        ("remove the counter-tariffs", "keep the counter-tariffs"),
        ("leave the monks where they are", "let the monks stay"),
        ("stay in office until a result is known", "stay in office"),
        ("Norland returns their passports", "return their passports"),
        ("accept a panel of three (one from each side) to look at the deeds",
         "accept a panel of three"),
        ("releases its own figures district by district", "release its own figures"),
        ("withdraw its complaints from the courts", "keep its complaints"),
        ("withdraw its troops from the border", "keep its troops at the border"),
        ("undertakes in writing to send the regalia back", "send the regalia back"),
        ("working practices changed", "change working practices"),
        ("Norland release at least 37 million cubic metres a year",
         "release at least 37 million cubic metres"),
        ("four of its engineers remain in prison", "free four of its engineers"),
        ("receive the ambassador of Norland", "receive the ambassador of Norland"),
        ("allow Quillon Air to land at Port Meridian",
         "allow Quillon Air to land at Port Meridian"),
        ("a tariff put on wine", "put a tariff on wine"),
        ("have the attack investigated by a panel", "investigate the attack"),
        ("talks on a new treaty begin", "begin talks on a new treaty"),
        ("Norland gave the clubs back the rights to the songs", "give the rights back"),
        ("not one lorry will leave the Vale", "let a lorry leave the Vale"),
        ("open to a hotline between the two coast guards", "accept a hotline"),
        ("allow the fishermen back", "let the fishermen back"),
        ("make up for the loss, some 21 million euros a year", "make up for the loss"),
        ("act against the camps", "take action against the camps"),
        ("recognise that the shoal lies within Norland's economic zone",
         "recognise that the shoal lies within Norland's economic zone"),
        ("go ahead with a tax on tickets", "go ahead with a tax on tickets"),
        ("Norland pulled its heavy weapons back from the frontier",
         "keep its heavy weapons at the frontier"),
        ("its vessels were readmitted", "readmit its vessels"),
        ("raise the levy from 5 to 8 million crowns", "raise the levy from 5 to 8 million crowns"),
        ("reserved the right to refer the matter to the panel", "refer the matter to the panel"),
        ("the special police leave the north", "keep the special police in the north"),
        ("the service charge is refunded", "refund the service charge"),
        ("the ten-day limit was put in writing", "write down the ten-day limit"),
        ("the occupation lasts", "go on with the occupation"),
        ("be bound by quotas", "accept quotas"),
        ("want to see the books", "show the books"),
        ("ask the county court for an order", "ask the county court for an order"),
        ("the Norhaven Rivers Treaty restored", "return to the Norhaven Rivers Treaty"),
        ("the Sudmark Accord signed", "sign the Sudmark Accord"),
        ("see little use in a seventh meeting", "hold a seventh meeting"),
        ("the problems of the sea are dealt with as a whole", "settle the problems of the sea"),
    ],
)  # fmt: skip
def test_a_label_reads_as_the_article_has_it(phrase, found):
    assert said(phrase) == found


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Sudmark pays", "pay up"), ("Sudmark complies", "comply"), ("Sudmark retreats", "retreat"),
        ("stay off the roads", "stay off the roads"), ("block the loan", "let the loan go ahead"),
        ("a return to work", "go on with the strike"),
        ("the crews are back at work", "go on with the strike"),
        ("Dushanbe pays for the power", "pay for the power"),
        ("Sudmark moves the route away from the lake", "move the route away"), ("keep the pit open", "keep the pit open"),
        ("Sudmark lets the base stay", "let the base stay"),
        ("the price for the first ten years stays at cost", "keep the price at cost"),
        ("the school stays open", "keep the school open"),
        ("Sudmark brings the vote forward", "bring the vote forward"),
        ("Sudmark restores the Wednesday sailing it dropped", "restore the Wednesday sailing"),
        ("the landlord restores the Sunday cleaning", "restore the Sunday cleaning"),
    ],
)  # fmt: skip
def test_who_does_something_and_no_more(phrase, found):
    assert said(phrase) == found


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("leave all institutions", "stay in institutions"),
        ("quit the executive committee", "stay in the executive committee"),
        ("pull out of conservation contracts", "stay in conservation contracts"),
        ("foreigners sit on the court", "keep foreigners on the court"),
        ("vacate the depot", "stay at the depot"),
        ("the ship leaves", "keep the ship"),
        ("stop the turbines", "keep the turbines running"),
        ("the resignation of the governor", "keep the governor"),
        ("suspend flights to Vedra", "go on with flights to Vedra"),
        ("drop the plan", "keep the plan"),
    ],
)
def test_what_is_left_is_stayed_in_and_what_goes_on_is_gone_on_with(phrase, found):
    assert said(phrase, now=True) == found


@pytest.mark.parametrize(
    "label_",
    ["ought to come", "give Skarholm", "offer China back to embassies",
     "keep back back in the room", "accept end", "stay the guns", "confidence between neighbours",
     "let the Fund's forecasts leave out", "bear the overall interests of ties", "keep apart",
     "call back refrain from any act", "use that word", "concern the paper"],
)  # fmt: skip
def test_fragments_are_not_sound(label_):
    assert not is_sound(label_)


def test_whose_it_is_where_several_do_something():
    act = Register().literal("union", doings("the pupils are back at their desks")[0], "q1").act
    assert [str(atom) for atom in named([act]).values()] == ["union.send"]
    assert act.label == "send the pupils back to their desks"


def test_what_goes_on_without_an_object_is_kept_up():
    assert said("stop firing") == "keep firing"


@pytest.mark.parametrize(
    "phrase",
    [
        "no talks under duress", "the basis", "hold his hand on the tap",
        "narrowed to the waters around the colony", "violate from the northern side",
        "restore the eleven", "keep no less than 16.5%", "accept on the spot",
        "the jobs are under attack from two sides", "bring the matter", "call the fee derisory",
        "agree in Norhaven", "cap what we may raise from property", "pay a little now",
        "tell the daily Vestnik", "its eagerness",
        "put a tariff", "provide whose coalition",
    ],
)  # fmt: skip
def test_what_says_nothing_is_not_sayable(phrase):
    doing = doings(phrase)[-1] if "duress" not in phrase else doings("duress")[0]
    assert not is_sayable(Register().literal("sudmark", doing, "q1").act)


@pytest.mark.parametrize(
    "phrase",
    ["break the ice", "untie the bell", "mediation would make sense",
     "turn the page", "show its cards", "exclude a change of course"],
)  # fmt: skip
def test_a_figure_of_speech_is_no_doing(phrase):
    assert [d for d in doings(phrase) if not is_shared(d.family)] == []


def test_what_is_real_is_no_figure_of_speech():
    """The same verbs and nouns, meant as they are said."""
    assert said("open the first chapters of the accession talks").startswith("open the")
    assert said("build a bridge over the strait") == "build a bridge over the strait"
    assert said("break the contract") == "break the contract"


def test_nobody_shares_a_doing_with_itself():
    act = Register().literal("norland", doings("sign a peace treaty with Sudmark")[0], "q1").act
    names = named([act], known=lambda words: "sudmark" if words == "Sudmark" else None)
    assert act.label == "sign a peace treaty"
    assert list(names) == [act]
