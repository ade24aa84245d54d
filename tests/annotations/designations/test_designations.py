"""What a report calls people, and the words that colour or hold off what it tells."""

from __future__ import annotations

import pytest

from variorum.annotations.designations.annotator import annotate_designations
from variorum.annotations.entities.annotator import annotate_entities
from variorum.annotations.tables.actors import organisations, read_rows, role_of, roles
from variorum.model.annotations import DesignationKind


@pytest.fixture(scope="module")
def designated(draft_of):
    """Return a function: text to its entities by id and its designations (without quotations)."""

    def read(text):
        draft = draft_of(text)
        draft.entities = annotate_entities(draft)
        return {entity.id: entity.name for entity in draft.entities}, annotate_designations(draft)

    return read


def find(designations, text):
    """Return the only designation with these words."""
    found = [designation for designation in designations if designation.text == text]
    assert len(found) == 1, [designation.text for designation in designations]
    return found[0]


def test_titles_and_hostile_labels_are_labels_of_the_same_kind(designated):
    """The words "President" and "strongman" before a name are labels; the table says which of them evaluates."""
    names, found = designated(
        "President Pavel Orlov arrived. Turkish strongman Kemal Aydin met him. The tyrant Orlov smiled."
    )
    president, strongman, tyrant = (find(found, words) for words in ("President", "Turkish strongman", "tyrant"))
    assert {president.kind, strongman.kind, tyrant.kind} == {DesignationKind.LABEL}
    assert (president.polarity, strongman.polarity, tyrant.polarity) == ("neutral", "negative", "negative")
    assert names[president.entity] == names[tyrant.entity] == "Pavel Orlov"
    assert names[strongman.entity] == "Kemal Aydin"
    assert "title before a name" in president.reason


def test_admiring_words_are_marked_like_hostile_ones(designated):
    """The same construction with "hero" and with "dictator" differs in polarity alone."""
    _, hostile = designated("The town cheered when the dictator Omar Fahim spoke.")
    _, admiring = designated("The town cheered when the hero Omar Fahim spoke.")
    assert [(d.kind, d.reason) for d in hostile] == [(d.kind, d.reason) for d in admiring]
    assert (find(hostile, "dictator").polarity, find(admiring, "hero").polarity) == ("negative", "positive")


def test_name_with_its_kind_is_a_label(designated):
    """The words "Iran-backed Hamas organization" are one label of Hamas."""
    names, found = designated("Fighters of the Iran-backed Hamas organization left the town.")
    assert names[find(found, "Iran-backed Hamas organization").entity] == "Hamas"


def test_appositives_and_predicate_nouns_describe_the_one_they_stand_for(designated):
    """What stands after a comma or after "is" is a label of the one who is named."""
    names, found = designated("Clara Benett, a longtime critic, spoke. Omar Fahim is a close ally of Iran.")
    critic, ally = find(found, "longtime critic"), find(found, "close ally of Iran")
    assert critic.reason.startswith("appositive")
    assert (names[critic.entity], names[ally.entity]) == ("Clara Benett", "Omar Fahim")


def test_loaded_words_name_the_list_and_go_both_ways(designated):
    """Evaluating words for acts are loaded, euphemisms as well as insults, and the reason names the table."""
    _, found = designated("The heroic defense followed a barbaric massacre. The army spoke of self-defense operations.")
    loaded = {d.text: d.polarity for d in found if d.kind is DesignationKind.LOADED}
    assert loaded["heroic"] == "positive"
    assert loaded["barbaric massacre"] == "negative"
    assert loaded["self-defense operations"] == "positive"
    assert all("table of wording" in d.reason for d in found if d.kind is DesignationKind.LOADED)


def test_hedges_leave_open_whether_a_thing_is_so(designated):
    """The words "may", "somewhat", "estimated" and rumours are hedges; the month of May and an appearance are not."""
    _, found = designated(
        "Rumors said that he may resign. An estimated 40 people came in May. She appeared in court, somewhat tired."
    )
    assert [d.text for d in found if d.kind is DesignationKind.HEDGE] == ["Rumors", "may", "estimated", "somewhat"]


def test_what_is_only_reported_is_doubt(designated):
    """The words "reportedly" and "alleged" leave a claim to others, which is doubt and no hedge."""
    _, found = designated("He was reportedly ill. The alleged spy left.")
    assert [(d.text, d.kind) for d in found if d.kind is not DesignationKind.LABEL] == [
        ("reportedly", DesignationKind.DOUBT),
        ("alleged", DesignationKind.DOUBT),
    ]


def test_doubt_is_marked_where_words_are_held_at_arms_length(designated):
    """The words "claimed that", "so-called", "what X called" are doubt; a claimed prize is not."""
    _, found = designated(
        "Fahim claimed that he had won. The so-called mayor left. Reyes spoke about what Duarte called a raid."
        " He claimed the prize."
    )
    assert [d.text for d in found if d.kind is DesignationKind.DOUBT] == ["claimed", "so-called", "called"]


def test_scare_quotes_are_the_outlets_own_doubt(designated):
    """One marked word that nobody is said to have said is doubt in the outlet's voice."""
    _, found = designated("The Syrian “resistance” does not pose a threat.")
    mark = next(d for d in found if d.kind is DesignationKind.DOUBT)
    assert (mark.text, mark.quoted) == ("resistance", False)


def test_quoted_labels_are_kept_apart(designated):
    """A label inside quotation marks is not the outlet's."""
    _, found = designated("Karim Hadid spoke. “The tyrant Hadid must go,” said Omar Fahim.")
    assert find(found, "tyrant").quoted


def test_ids_count_in_text_order_and_spans_reslice(designated):
    """Designations come in text order, numbered from one, and their text is what stands there."""
    text = "Russian strongman Pavel Orlov reportedly met the brutal dictator Omar Fahim, whom officials called a hero."
    _, found = designated(text)
    assert [d.id for d in found] == [f"d{number}" for number in range(1, len(found) + 1)]
    assert [d.start for d in found] == sorted(d.start for d in found)
    assert all(text[d.start : d.end] == d.text for d in found)


def test_renaming_an_actor_changes_the_name_alone(designated):
    """The same sentence about another actor gives the same designations."""
    pattern = "Longtime dictator {} met the heroic president {}. The tyrant {} reportedly smiled."
    _, one = designated(pattern.format("Omar Fahim", "Karim Nasser", "Fahim"))
    _, other = designated(pattern.format("Karim Nasser", "Omar Fahim", "Nasser"))
    assert [(d.text, d.kind, d.polarity, d.reason) for d in one] == [
        (d.text, d.kind, d.polarity, d.reason) for d in other
    ]


def test_tables_have_no_row_twice_and_known_values_alone():
    """The tables are well formed: one row a word, columns complete, polarity named on both sides."""
    nouns = [row[0] for row in read_rows("role_nouns.tsv")]
    assert len(nouns) == len(set(nouns)) == len(roles())
    assert {role.kind for role in roles().values()} == {"title", "role", "label"}
    wording = [(row[0], row[1], row[2]) for row in read_rows("wording.tsv")]
    assert len(wording) == len(set(wording))
    assert {row[3] for row in read_rows("wording.tsv") if row[2] == "loaded"} == {"positive", "negative"}
    assert {row.kind for row in organisations().values()} == {
        "agency", "outlet", "company", "igo", "ngo", "armed", "party", "body", "palace",
    }  # fmt: skip
    assert role_of("policemen") is not None
    assert role_of("secretaries") is not None
    assert role_of("tables") is None


def test_what_is_said_in_clauses_beside_a_name_belongs_to_it(designated):
    """Relative clauses and phrases before the clause describe the one they hang on, whatever the noun."""
    names, found = designated(
        "Clara Benett, who has been a booster of the plan, left. While a close ally of Iran, Omar Fahim stayed."
    )
    assert names[find(found, "booster of the plan").entity] == "Clara Benett"
    assert names[find(found, "close ally of Iran").entity] == "Omar Fahim"


def test_some_of_a_group_are_named_with_their_number(designated):
    """The words "two of his aides" are one label."""
    _, found = designated("Karim Nasser came late. Two of his aides had left the hall.")
    assert find(found, "Two of his aides").kind is DesignationKind.LABEL


def test_bodies_without_article_are_something_else(designated):
    """Opposition that is voiced, and fraud as a crime, name nobody; the opposition does."""
    _, found = designated("The mayor voiced opposition. He was charged with wire fraud. The opposition cheered.")
    labels = [d.text for d in found if d.kind is DesignationKind.LABEL]
    assert labels == ["The mayor", "The opposition"]


def test_the_lawmaker_is_the_representative_named_before(designated):
    """A noun of the same family as a title takes up the one who bears it."""
    names, found = designated("Rep. Dana Ruiz spoke in Dravna. The lawmaker left early.")
    assert names[find(found, "The lawmaker").entity] == "Dana Ruiz"


def test_forms_of_the_table_are_loaded_too(designated):
    """Adverbs, words with particles and denials of what fits follow from the table; plain denials do not."""
    _, found = designated(
        "The army brutally cracked down on the town. The plan is utterly indefensible. The road was inaccessible."
    )
    loaded = [d.text for d in found if d.kind is DesignationKind.LOADED]
    assert loaded == ["brutally cracked down", "utterly indefensible"]


def test_verbs_of_calling_leave_the_name_to_somebody(designated):
    """What is termed a sham and what calls itself so is doubt; who calls it so, or calls for talks, doubts nothing."""
    _, found = designated(
        "Reyes called the plan a farce. The vote, termed a sham by Duarte, went on. She called for talks."
        " The group calls itself an army. He described himself as a poet."
    )
    doubts = [d.text for d in found if d.kind is DesignationKind.DOUBT]
    assert doubts == ["termed", "calls itself", "described himself"]


def test_titles_of_works_and_clauses_are_no_scare_quotes(designated):
    """Marks around a programme or around somebody's clause hold no word at arm's length."""
    _, found = designated("He spoke on “Morning View”. He mouthed “I’m sorry” and left. The “liberation” went on.")
    assert [d.text for d in found if d.reason == "scare quotes"] == ["liberation"]


def test_people_without_name_are_labels_too(designated):
    """A child, the child, the boy's mother and some students name somebody; a counted crowd names nobody."""
    _, found = designated("A child fell. The boy's mother saw the child. Students left. Some 300 people watched.")
    labels = [d.text for d in found if d.kind is DesignationKind.LABEL]
    assert labels == ["child", "The boy's mother", "the child", "Students"]


def test_members_of_peoples_are_labels_and_courtesy_titles_are_none(designated):
    """The words "many Syrians" name somebody by more than a bare name; "Mr.", "the Greeks" and counted ones do not."""
    names, found = designated("Mr. Orlov met many Syrians and the Greeks. Later, Pavel Orlov spoke to 2,000 Turks.")
    labels = {d.text: names[d.entity] for d in found if d.kind is DesignationKind.LABEL}
    assert labels == {"many Syrians": "Syrians"}


def test_bodies_that_are_only_places_are_no_labels(designated):
    """What happens at a school or across the country is done by neither; the school that closes is an actor."""
    _, found = designated("He taught at a small school. It rained across the country. The village school closed.")
    assert [d.text for d in found if d.kind is DesignationKind.LABEL] == ["village school"]


def test_every_appositive_of_a_name_describes_it(designated):
    """Of two descriptions joined by "and" behind a name, both are the named person's."""
    names, found = designated("Clara Benett, a Ruvian teacher and a former mayor, spoke. Others left.")
    labels = {d.text: names[d.entity] for d in found if d.kind is DesignationKind.LABEL}
    assert labels["former mayor"] == "Clara Benett"


def test_reported_clauses_are_in_the_words_of_the_outlet(annotate_text):
    """Of a reported clause the outlet chose the words; inside quotation marks somebody else did."""
    annotated = annotate_text("Omar Fahim said the brutal siege must end. “The cruel siege must end,” said Omar Fahim.")
    quoted = {d.text: d.quoted for d in annotated.designations if d.kind is DesignationKind.LOADED}
    assert quoted == {"brutal siege": False, "cruel siege": True}


def test_beliefs_of_others_and_denied_appearances_are_hedges(designated):
    """Who believes that a thing is so leaves it open, "did not appear to" is one hedge, trust in somebody is none."""
    _, found = designated("Officials believe that he fell. I believe in you. The boat did not appear to sink.")
    assert [d.text for d in found if d.kind is DesignationKind.HEDGE] == ["believe", "did not appear to"]


def test_idioms_and_sad_incidents_are_one_expression(designated):
    """Fixed phrases of blame and praise are loaded as a whole, and an adjective takes in "incident" and the like."""
    _, found = designated("The tragic incident left the party in tatters. The town met them with open arms.")
    loaded = {d.text: d.polarity for d in found if d.kind is DesignationKind.LOADED}
    assert loaded == {"tragic incident": "negative", "in tatters": "negative", "with open arms": "positive"}


@pytest.mark.parametrize(
    ("sentence", "label", "actor"),
    [
        ("Senator Joe Webb (D-N.Y.) spoke first.", "D-N.Y.", "Joe Webb"),
        ("She told the paper's guest about MSNBC's Luke Dorsett.", "MSNBC's", "Luke Dorsett"),
        ("Voters left the center-left Harbor Union in May.", "center-left", "Harbor Union"),
        ("Ankara said that talks went on.", "Ankara", "Turkey"),
        ("Leading Republicans left the room.", "Leading Republicans", "Republicans"),
    ],
)
def test_what_stands_beside_a_name_is_a_label(designated, sentence, label, actor):
    """Party and state, the outlet of a person, an adjective of a body, a capital and a party's members are labels."""
    names, found = designated(sentence)
    assert names[find(found, label).entity] == actor


def test_dateline_is_no_label_of_a_government(designated):
    """The place where a report was written names no government."""
    _, found = designated("ANKARA -- The talks went on.")
    assert not [d.text for d in found if d.kind is DesignationKind.LABEL]


def test_age_alone_is_a_label(designated):
    """The words "the five-year-old" stand for somebody; before a noun the noun is the label."""
    _, found = designated("Five-year-old Dan Ruiz slept. The five-year-old woke up. A five-year-old boy sang.")
    assert [d.text for d in found if d.reason == "age"] == ["Five-year-old", "five-year-old"]


def test_noun_that_somebody_is_called_by_is_said_of_that_one(designated):
    """In "called Omar Fahim a broker" the noun is a label of Fahim."""
    names, found = designated("Clara Benett called Omar Fahim a racist.")
    assert names[find(found, "racist").entity] == "Omar Fahim"


@pytest.mark.parametrize(
    ("sentence", "hedges"),
    [
        ("The storm could reach the coast.", ["could"]),
        ("They could not open the gate.", []),
        ("He asked whether the plan could work.", []),
        ("This text may not be printed.", []),
        ("The gate may not be open.", ["may"]),
        ("They made it possible to leave.", []),
        ("The council believes that taxes should fall.", []),
        ("The police believe the boy crawled through the gate.", ["believe"]),
        ("It has not been suggested that the crew knew.", ["has not been suggested"]),
        ("Likely voters were asked.", []),
        ("His fate remains unknown.", ["remains unknown"]),
    ],
)
def test_only_chances_are_hedges(designated, sentence, hedges):
    """A modal or an adjective hedges where it leaves open what is so, not where it permits, enables or classes."""
    _, found = designated(sentence)
    assert [d.text for d in found if d.kind is DesignationKind.HEDGE] == hedges


def test_verb_of_calling_gives_way_to_the_word_in_marks(designated):
    """Where the name stands in scare quotes right behind, the marks are the doubt and the verb is none."""
    _, found = designated("Reyes described the fall of the wall as a “miracle” on Monday.")
    assert [d.text for d in found if d.kind is DesignationKind.DOUBT] == ["miracle"]


def test_two_word_rows_are_marked_whole_and_plain_terms_not_at_all(designated):
    """The words "gold standard" are one expression; "disaster relief" is a plain term."""
    _, found = designated("The plan is the gold standard. Disaster relief came by boat.")
    assert [d.text for d in found if d.kind is DesignationKind.LOADED] == ["gold standard"]


def test_adjective_of_a_label_is_marked_beside_the_label(designated):
    """In "the brutal dictator" the label is one designation and its adjective another."""
    _, found = designated("The brutal dictator Omar Fahim spoke.")
    assert [(d.text, d.kind) for d in found] == [
        ("brutal dictator", DesignationKind.LABEL),
        ("brutal", DesignationKind.LOADED),
    ]


def test_person_named_behind_a_body_bears_the_label(designated):
    """In "the leader of Hamas Omar Fahim" the label ends before the name and is said of Fahim."""
    names, found = designated("Soldiers saw the leader of Hamas Omar Fahim near the gate.")
    label = next(d for d in found if d.text.startswith("the leader") or d.text.startswith("leader"))
    assert (label.text.endswith("of Hamas"), names[label.entity]) == (True, "Omar Fahim")


def test_heads_of_bodies_alone_and_absent_groups_are_no_labels(designated):
    """In "shook her head" and "no group claimed it" nobody is named; "the head of the bank" is somebody."""
    _, found = designated("Ana Reyes shook her head. No group claimed the deed. The head of the bank left.")
    labels = [d.text for d in found if d.kind is DesignationKind.LABEL]
    assert labels == ["The head of the bank"]


@pytest.mark.parametrize(
    ("sentence", "kept_open"),
    [
        ("The toll could not be independently verified.", ["could not be independently verified"]),
        ("The ministry has yet to confirm the sale.", ["yet to confirm"]),
        ("The ministry confirmed the sale.", []),
        ("Ana Reyes denied that she had signed it.", []),
        ("The allegations may have been true.", ["may have been"]),
        ("Dan Ruiz was accused of selling the boat.", ["accused of"]),
        ("A preliminary toll was read out after a preliminary hearing.", ["preliminary"]),
        ("They saw conflicting reports of the fire.", ["conflicting reports"]),
        ("The road is known to its critics as the trench.", ["known to its critics as"]),
        ("Those claims are old.", ["claims"]),
        ("He filed two insurance claims.", []),
        ("A feared general left.", []),
        ("She asked what they believe it is.", []),
    ],
)
def test_words_that_leave_open_whether_a_thing_is_so(designated, sentence, kept_open):
    """What is not confirmed or somebody's claim is marked in its construction alone."""
    _, found = designated(sentence)
    held = [d.text for d in found if d.kind in (DesignationKind.HEDGE, DesignationKind.DOUBT)]
    assert held == kept_open


@pytest.mark.parametrize(
    ("sentence", "loaded"),
    [
        ("Ana Reyes pleaded guilty to conspiracy.", []),
        ("She spoke of a conspiracy.", ["conspiracy"]),
        ("He was treated for drug abuse.", []),
        ("The crew were baffled by the noise.", ["baffled"]),
        ("It was the cruelest blow.", ["cruelest blow"]),
        ("A visibly outraged mayor left.", ["visibly outraged"]),
    ],
)
def test_terms_of_courts_are_plain_and_states_of_mind_are_not(designated, sentence, loaded):
    """A crime that a court deals with is named, not evaluated; how somebody feels is told by whoever writes it."""
    _, found = designated(sentence)
    assert [d.text for d in found if d.kind is DesignationKind.LOADED] == loaded


def test_evaluations_of_two_kinds_are_two_expressions(designated):
    """Words of one kind that are joined evaluate as one; adverbs, and a noun beside an adjective, each by itself."""
    _, found = designated("They acted unethically or illegally. It was utter chaos.")
    assert [d.text for d in found if d.kind is DesignationKind.LOADED] == ["unethically", "illegally", "utter chaos"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The police thanked the men mending the gate.", "the men mending the gate"),
        ("We have employees who volunteer their time and money.", "employees who volunteer their time and money"),
        ("The guy in the hall laughed.", "The guy in the hall"),
        ("The president in 2019 was ill.", "The president"),
        ("The rules bind any employee or contractor.", "any employee or contractor"),
        ("They met Huma Ruiz, an aide to the treasurer.", "aide to the treasurer"),
        ("The pirates on two speed boats fled.", "The pirates on two speed boats"),
        ("A gardener who mended the gate left.", "gardener who mended the gate"),
        ("She met two officers charged over the raid.", "two officers charged over the raid"),
        ("Ana Reyes, founder and director of the clinic, left.", "founder and director of the clinic"),
        ("Harbour Police sergeant Dan Ruiz left.", "Harbour Police sergeant"),
        ("An officer, who was late, left.", "officer"),
    ],
)
def test_a_label_takes_in_all_that_tells_who_is_meant(designated, text, label):
    """The clause or place on a noun belongs to its label, up to a comma, and so does the body before a title."""
    _, found = designated(text)
    assert label in [d.text for d in found if d.kind is DesignationKind.LABEL]


def test_a_title_inside_a_longer_label_is_one_of_its_own(designated):
    """Of "a friend of Mayor Ana Reyes" the friend and the mayor are called something each."""
    names, found = designated("A friend of Mayor Ana Reyes left the town.")
    assert names[find(found, "Mayor").entity] == "Ana Reyes"
    assert [d.text for d in found if d.kind is DesignationKind.LABEL] == ["friend of Mayor Ana Reyes", "Mayor"]


def test_nouns_for_whom_no_reader_would_look_are_no_labels(designated):
    """The mayor is called something; "our nation" and the press happen to be named."""
    _, found = designated("The mayor told the press on Monday that he loved our nation. The mayor left.")
    assert [d.text for d in found if d.kind is DesignationKind.LABEL] == ["The mayor", "The mayor"]
