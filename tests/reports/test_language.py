"""Languages: English is never taken for another language, and other languages are told."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from variorum.reports.language import identify_language

ENGLISH = [
    "The ferry sank off the coast on Tuesday, and the captain said that it had been repaired.",
    "Ferry sinks",
    "Reyes, Hale hold harbour talks",
    "President Recep Aydın Öztürk meets Chancellor Jürgen Müller in Ljubljana",
    "Minister Ximena Zúñiga accuses Governor Tomás Peña over ferry disaster",
    "Aster Courier wins top press prize again",
    "",
    "1234 5678",
]
OTHERS = {
    "fr": "Le traversier a coulé mardi au large de la ville, et le capitaine dit qu'il avait été réparé.",
    "de": "Die Fähre ist am Dienstag vor der Küste gesunken, wie der Kapitän am Abend mitteilte.",
    "es": "El transbordador se hundió el martes frente a la costa, según dijo el capitán.",
    "nl": "De veerboot is dinsdag voor de kust gezonken, zei de kapitein in de avond.",
    "ru": "Паром затонул во вторник у побережья, сообщил капитан.",
    "tr": "Feribot salı günü kıyı açıklarında battı, dedi kaptan.",
    "ar": "غرقت العبارة يوم الثلاثاء قبالة الساحل كما قال القبطان",
    "zh": "渡轮星期二在海岸附近沉没，船长说。",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text):
    """Sentences, headlines full of foreign names, and texts too short to tell are English."""
    assert identify_language(text) == "en"


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_others_are_told(language, text):
    """One sentence is enough to tell another language."""
    assert identify_language(text) == language


def test_snippets_in_twelve_languages(shared):
    """Of gold snippets of twelve words all are told, of six words 98 in 100, and no English one is ever lost."""
    right, count = Counter(), Counter()
    for line in (shared / "gold/extraction/udhr_art1_lid.jsonl").read_text().splitlines():
        snippet = json.loads(line)
        count[snippet["n_words"]] += 1
        right[snippet["n_words"]] += identify_language(snippet["text"]) == snippet["lang"]
        assert snippet["lang"] != "en" or identify_language(snippet["text"]) == "en"
    assert right[12] == count[12]
    assert right[6] >= 0.98 * count[6]
