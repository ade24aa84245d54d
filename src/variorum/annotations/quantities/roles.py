"""What an amount counts, and what happens to it: "52 people were killed", "a death toll of 52", "30% of voters"."""

from __future__ import annotations

from variorum.annotations.quantities.bounds import Amount
from variorum.annotations.trees import Trees
from variorum.word_lists import listed

#: What happens to people, by one word each: verbs, participles, adjectives and nouns of the same thing.
_ROLES = {
    **dict.fromkeys(
        [
            "kill",
            "die",
            "slay",
            "massacre",
            "murder",
            "perish",
            "dead",
            "death",
            "fatality",
            "slaughter",
            "execute",
            "assassinate",
            "killing",
            "execution",
        ],
        "kill",
    ),
    **dict.fromkeys(["injure", "wound", "hurt", "maim", "injury", "injured", "wounded"], "injure"),
    **dict.fromkeys(
        [
            "arrest",
            "detain",
            "apprehend",
            "arrestee",
            "arrested",
            "detention",
            "detainee",
            "detained",
            "jail",
            "imprison",
        ],
        "arrest",
    ),
    **dict.fromkeys(["displace", "uproot", "displaced", "homeless", "displacement"], "displace"),
    **dict.fromkeys(["abduct", "kidnap", "abduction", "hostage", "kidnapping", "captive"], "abduct"),
    **dict.fromkeys(["evacuate", "evacuation", "evacuee", "evacuated"], "evacuate"),
    **dict.fromkeys(["rescue", "save", "rescued"], "rescue"),
    **dict.fromkeys(["missing", "unaccounted"], "miss"),
    **dict.fromkeys(["flee"], "flee"),
    **dict.fromkeys(["hospitalise", "hospitalize", "hospitalised", "hospitalized"], "hospitalise"),
}
#: Nouns that count what happened and not who: "52 deaths", "a death toll of 52".
_DEED_NOUNS = listed("""
    death fatality toll injury arrest detention abduction kidnapping casualty evacuation
""")
#: Roles that befall people where the words do not say who ("52 were killed").
_PERSONAL = frozenset({"kill", "injure", "arrest", "displace", "abduct", "hospitalise"})
_PEOPLE = {"person": "people", "persons": "people", "peoples": "people"}
#: Verbs that say nothing of what happens to the counted.
_EMPTY_VERBS = listed("""
    be have leave do say tell reach rise climb hit stand put bring remain become include see
""")
_TRANSPARENT = listed("""
    number total group series string crowd majority rest all member
""")


def what_is_counted(trees: Trees, amount: Amount) -> tuple[str | None, str | None]:
    """Return the lemma of what is counted and the lemma of what happens to it."""
    head = amount.head
    noun = _counted_noun(trees, amount)
    if amount.unit is not None and amount.unit != "percent":
        return None, None
    if noun < 0:
        top = _top_of_numeral(trees, head)
        role = _role_of_toll(trees, top) or _role_of(trees, top)
        return ("people" if role in _PERSONAL else None), role
    lemma = trees.lemmas[noun]
    deed = _ROLES.get(lemma) or _ROLES.get(trees.lower[noun])
    if (
        lemma in _DEED_NOUNS
        or (deed and trees.tags[noun] in ("JJ", "VBN", "VBD"))
        or lemma in ("dead", "wounded", "injured")
    ):
        return "people", deed
    return _PEOPLE.get(lemma, lemma), deed or _role_of(trees, noun)


def _top_of_numeral(trees: Trees, token: int) -> int:
    """Return the topmost token of the numeral itself ("million" over "1.2")."""
    for _ in range(4):
        head = trees.heads[token]
        if (
            head == token
            or trees.tags[head] not in ("CD", "NN", "NNS")
            or trees.deps[token] not in ("compound", "nummod", "quantmod", "nmod")
        ):
            break
        token = head
    return token


def _counted_noun(trees: Trees, amount: Amount) -> int:
    """Return the noun that is counted, or -1: "52 people", "dozens of soldiers", "30% of voters", "52 dead"."""
    tags, heads, deps, lower = trees.tags, trees.heads, trees.deps, trees.lower
    numeral = trees.first_conjunct(amount.head)
    if numeral != amount.head and tags[numeral] == "CD" and deps[numeral] == "nummod":
        # "between 40 and 50 houses": the parser hangs the noun on the first figure
        return heads[numeral] if trees.is_noun(heads[numeral]) else -1
    top = _top_of_numeral(trees, amount.head)
    if top != amount.head and amount.unit is None:
        return top if tags[top] != "CD" else -1
    # "dozens of soldiers", "30% of voters", "three of the victims": down through "of"
    for token in (amount.after - 1, amount.head):
        for prep in trees.children_of(token, "prep"):
            target = trees.child(prep, "pobj") if lower[prep] == "of" else -1
            if target >= 0:
                return target if trees.is_noun(target) else -1
    head = heads[amount.head]
    if (
        amount.unit is None
        and deps[amount.head] in ("nummod", "amod", "nmod", "compound", "quantmod")
        and head > amount.head
    ):
        return head if trees.is_noun(head) or tags[head] in ("JJ", "VBN") else -1
    # "52 dead", "200 wounded" with the parser's numeral as head
    if (
        amount.unit is None
        and amount.after < len(lower)
        and _ROLES.get(lower[amount.after]) in _PERSONAL
        and lower[amount.after] in ("dead", "wounded", "injured", "detained", "hurt", "homeless")
    ):
        return amount.after
    return -1


def _role_of_part(trees: Trees, noun: int) -> str | None:
    """Return the role that a participle or adjective behind the noun gives it: "people killed", "people dead"."""
    deps, lemmas, tags = trees.deps, trees.lemmas, trees.tags
    for child in trees.children[noun]:
        if child > noun and deps[child] in ("acl", "amod") and tags[child] in ("VBN", "VBD", "JJ", "VBG"):
            return _ROLES.get(lemmas[child], lemmas[child] if tags[child] == "VBN" else None)
    return None


def _role_of(trees: Trees, noun: int) -> str | None:
    """Return what happens to the noun phrase headed by ``noun``, by its verb, participle or predicate adjective."""
    deps, heads, lemmas, tags = trees.deps, trees.heads, trees.lemmas, trees.tags
    if (role := _role_of_part(trees, noun)) is not None:
        return role
    token = trees.first_conjunct(noun)
    for _ in range(3):
        if deps[token] == "pobj" and lemmas[heads[token]] == "include":
            # "killed five people, including two children"
            token = trees.first_conjunct(heads[heads[token]])
        elif deps[token] == "pobj" and lemmas[heads[token]] in ("of", "among") and trees.is_noun(heads[heads[token]]):
            above = heads[heads[token]]
            if lemmas[above] in _ROLES:
                return _ROLES[lemmas[above]]
            if lemmas[above] not in _TRANSPARENT and lemmas[above] not in (
                "dozen",
                "hundred",
                "thousand",
                "score",
                "ten",
                "%",
                "percent",
                "cent",
            ):
                return None
            token = above
        else:
            break
    governor = heads[token]
    if governor == token:
        return None
    if deps[token] in ("nsubj", "nsubjpass", "dobj", "dative") and trees.poses[governor] in ("VERB", "AUX"):
        return _role_of_verb(trees, token, governor)
    if deps[token] == "nsubj" and tags[governor] == "JJ":
        return _ROLES.get(lemmas[governor])
    return None


def _role_of_verb(trees: Trees, token: int, verb: int) -> str | None:
    """Return the role that a verb gives its subject or object; "left 52 people dead" counts as killing."""
    lemmas, deps = trees.lemmas, trees.deps
    for child in trees.children[verb]:
        if (
            deps[child] in ("oprd", "acomp", "ccomp", "advcl", "xcomp", "attr")
            and lemmas[child] in _ROLES
            and child > token
        ):
            return _ROLES[lemmas[child]]
    lemma = lemmas[verb]
    if lemma in _EMPTY_VERBS:
        return None
    if deps[token] == "nsubj" and _ROLES.get(lemma) in _PERSONAL and lemma not in {"die", "perish"}:
        # the soldiers who killed are not the killed; "52 wounded" as a clause without an auxiliary is
        return _ROLES[lemma] if trees.tags[verb] == "VBN" else None
    return _ROLES.get(lemma, lemma)


def _role_of_toll(trees: Trees, token: int) -> str | None:
    """Return the role of a figure that a toll reached: "the death toll rose to 52", "a toll of 52"."""
    deps, heads, lemmas = trees.deps, trees.heads, trees.lemmas
    if deps[token] not in ("pobj", "dobj"):
        return None
    above = heads[heads[token]] if deps[token] == "pobj" else heads[token]
    if deps[heads[token]] == "prep" and trees.tags[above] == "IN":
        above = heads[above]  # "rose from 12 to 15": the parser may hang "to" under "from"
    candidates = [above, trees.child(above, "nsubj", "nsubjpass"), trees.child(above, "dobj")]
    for noun in candidates:
        if noun >= 0 and lemmas[noun] in ("toll", "death", "fatality"):
            return "kill"
        if noun >= 0 and lemmas[noun] in ("number", "count", "tally", "total"):
            for _, target in trees.prepositions(noun):
                if target >= 0:
                    return _ROLES.get(lemmas[target]) or _ROLES.get(trees.lower[target]) or _role_of_part(trees, target)
    return None
