"""Who is called what by whom: marked by difference alone, the same for every actor, and mirrored by a swap."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report

ONE = (
    "President Pavel Orlov met the governor of Quell in Dravna on Monday. The Ruvian leader Orlov spoke of peace."
    " Orlov, a longtime farmer, left on Tuesday."
)
OTHER = "Ruvian strongman Pavel Orlov met the governor of Quell in Dravna on Monday. The tyrant Orlov spoke of peace."


@pytest.fixture(scope="module")
def table():
    """Return a function: two texts to {actor: {siglum: {expression: marked}}}."""

    def read(one, other):
        reports = [Report("one", one, language="en"), Report("other", other, language="en")]
        comparison = flow.compare(reports, keep=False)
        names = {actor.id: actor.name for actor in comparison.actors}
        found = {}
        for row in comparison.designations:
            cells = found.setdefault(names[row.actor], {})
            for cell in row.cells:
                cells.setdefault(cell.siglum, {}).update({e.text: e.marked for e in cell.expressions})
        return found, comparison

    return read


def test_what_the_other_report_calls_otherwise_is_marked(table):
    """The words "strongman" and "tyrant" are marked because the other report says "President", and the other way."""
    found, _ = table(ONE, OTHER)
    cells = found["Pavel Orlov"]
    assert cells["B"]["Ruvian strongman"]
    assert cells["A"]["President"]


def test_a_title_in_common_is_not_marked(table):
    """Where both reports say "President", nobody is set apart."""
    found, _ = table(ONE, ONE.replace("a longtime farmer", "a former farmer").replace("Monday", "Friday"))
    assert not found["Pavel Orlov"]["A"]["President"]


def test_praise_is_shown_like_blame(table):
    """With "hero" in place of "tyrant" the same expressions are marked."""
    blamed, _ = table(ONE, OTHER)
    praised, _ = table(ONE, OTHER.replace("tyrant", "hero").replace("strongman", "champion"))

    def marks(found):
        return [list(cells.values()) for _, cells in sorted(found["Pavel Orlov"].items())]

    assert marks(blamed) == marks(praised)


def test_swapping_the_reports_mirrors_the_table(table):
    """What stands under A stands under B when the reports are given the other way round."""
    found, _ = table(ONE, OTHER)
    swapped, _ = table(OTHER, ONE)
    mirror = {"A": "B", "B": "A"}
    assert {actor: {mirror[s]: cell for s, cell in cells.items()} for actor, cells in swapped.items()} == found


def test_renaming_an_actor_changes_the_name_alone(table):
    """With another name the same words are found and marked."""
    found, _ = table(ONE, OTHER)
    renamed, _ = table(ONE.replace("Pavel Orlov", "Karim Nasser").replace("Orlov", "Nasser"),
                       OTHER.replace("Pavel Orlov", "Karim Nasser").replace("Orlov", "Nasser"))  # fmt: skip

    def plain(cells):
        return {
            s: {t.replace("Nasser", "Orlov").replace("Karim", "Pavel"): m for t, m in c.items()}
            for s, c in cells.items()
        }

    assert plain(renamed["Karim Nasser"]) == found["Pavel Orlov"]


def test_places_and_bare_names_make_no_rows(table):
    """A city, and an actor that both reports call by one name alone, say nothing and stand in no row."""
    found, _ = table(ONE + " Omar Fahim was there.", OTHER + " Omar Fahim was there.")
    assert "Dravna" not in found
    assert "Omar Fahim" not in found


def test_words_of_attribution_make_a_ladder(table):
    """What one report says was said, another says was claimed: the words stand by report and source."""
    _, comparison = table(
        "Omar Fahim said that the bridge was safe. He left for Dravna on Monday with the mayor.",
        "Omar Fahim claimed that the bridge was safe. He left for Dravna on Monday with the “mayor” of the town.",
    )
    ladder = {(row.siglum, row.source): {str(s.rung): s.cue for s in row.steps} for row in comparison.ladder}
    assert ladder["A", "Omar Fahim"]["said"] == "said"
    assert ladder["B", "Omar Fahim"]["claimed"] == "claimed"
    assert ladder["B", None]["scare quotes"] == "mayor"


def test_courtesy_titles_are_no_expressions_of_their_own(table):
    """The words "Mr. Orlov" say no more than the name, so that they set no report apart."""
    found, _ = table(ONE, OTHER + " Mr. Orlov left.")
    assert "Mr." not in found["Pavel Orlov"]["B"]
    assert found["Pavel Orlov"]["B"]["Ruvian strongman"] is True


def test_short_forms_and_same_offices_are_unmarked_and_judged_ones_are_not(table):
    """A noun out of the name, or the same office at more length, sets nothing apart; a judging word beside it does."""
    found, _ = table(
        "Minister Pavel Orlov met the Ruvian Harbour Agency in Dravna on Monday. The agency spoke of peace.",
        "The hapless minister Pavel Orlov met the Ruvian Harbour Agency in Dravna on Monday. He left on Tuesday.",
    )
    assert found["Pavel Orlov"]["B"]["hapless minister"] is True
    assert not any(marked for cells in found.get("Ruvian Harbour Agency", {}).values() for marked in cells.values())


def test_one_office_in_two_spellings_is_not_marked(table):
    """The titles "Rep." and "Congressman" are one office; "Senator" is another."""
    text = "{} Dan Ruiz spoke in Dravna on Monday. Ruiz left on Tuesday."
    same, _ = table(text.format("Rep."), text.format("Congressman"))
    other, _ = table(text.format("Sen."), text.format("Congressman"))
    assert not same["Dan Ruiz"]["A"]["Rep."]
    assert other["Dan Ruiz"]["A"]["Sen."]


def test_capital_for_a_government_is_shown_and_never_marked(table):
    """The word "Ankara" for Turkey is one more name."""
    found, _ = table("Ankara said that talks with Pavel Orlov went on.", "Turkey said that talks with Orlov went on.")
    assert found["Turkey"]["A"]["Ankara"] is False


def test_adjective_of_a_label_is_no_second_name(table):
    """In "the brutal dictator" the whole label is shown once."""
    found, _ = table("The brutal dictator Pavel Orlov left Dravna.", "President Pavel Orlov left Dravna.")
    assert set(found["Pavel Orlov"]["A"]) == {"brutal dictator", "Pavel Orlov"}


def test_label_of_another_actor_is_no_name_of_this_one(table):
    """What stands before the name of a body's chief is said of that chief alone."""
    text = "President Pavel Orlov spoke. Soldiers saw the leader of Hamas Omar Fahim near the gate of Dravna."
    found, _ = table(text, text.replace("near", "behind"))
    assert "the leader of Hamas" in found["Omar Fahim"]["A"]
    assert "the leader of Hamas" not in found["Pavel Orlov"]["A"]


def test_what_all_reports_call_alike_makes_no_row(table):
    """An actor that both reports call by one noun, or by one name in two spellings, says nothing and has no row."""
    text = " The {} Treasury fined the students in Dravna."
    found, _ = table(ONE + text.format("US"), OTHER + text.format("U.S."))
    assert not [actor for actor in found if "students" in actor or "Treasury" in actor]


def test_a_party_beside_a_name_is_that_party(table):
    """The mark "D-N.Y." says what "a Democrat" says; "R-N.Y." does not."""
    text = "Rep. Dan Ruiz{} spoke in Dravna on Monday. Ruiz left on Tuesday."
    same, _ = table(text.format(" (D-N.Y.)"), text.format(", a Democrat,"))
    other, _ = table(text.format(" (R-N.Y.)"), text.format(", a Democrat,"))
    assert not same["Dan Ruiz"]["B"]["Democrat"]
    assert other["Dan Ruiz"]["B"]["Democrat"]


def test_some_of_a_group_are_that_group(table):
    """The words "hundreds of miners" set nobody apart from a report that says "the miners"."""
    one, other = "The {} struck in Dravna on Monday. The miners want peace. The miners left.", "200 miners"
    found, _ = table(one.format("miners"), one.format("hundreds of miners") + f" Police saw {other}.")
    assert not any(marked for cells in found.values() for cell in cells.values() for marked in cell.values())


def test_a_number_or_kind_is_no_other_word(table):
    """A row of "21 girls" and "the girls" says nothing, and "the country" sets no report apart."""
    found, _ = table(
        "Rebels took 21 girls on Monday. The girls wept. Ruvia asked Norway for help. The country is poor.",
        "Rebels took girls on Monday. The girls wept. Norway heard the government. Norwegian officials agreed.",
    )
    assert not any("girls" in name for name in found)
    cells = [cell for row in found.values() for cell in row.values()]
    assert not any(marked for cell in cells for text, marked in cell.items() if "country" in text)


def test_what_tells_a_noun_alone_from_others_is_no_other_noun(table):
    """The words "the mayor who mended the bridge" call somebody a mayor, as "Mayor" does."""
    found, _ = table(
        "Mayor Pavel Orlov met Omar Fahim in Dravna on Monday. Orlov, a mayor who mended the bridge, left.",
        "Mayor Pavel Orlov met Omar Fahim in Dravna on Monday. Orlov left on Tuesday.",
    )
    assert found["Pavel Orlov"]["A"]["mayor who mended the bridge"] is False
