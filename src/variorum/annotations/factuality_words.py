"""Words that bear on factuality: modals, negations, and governors that deny, intend or doubt what stands under them.

Compiled for Variorum after the event-selecting predicates of FactBank (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


FUTURE_MODALS = _words("will 'll wo shall")
POSSIBLE_MODALS = _words("may might could must should ought")
CONDITIONAL_MARKS = _words("if unless whether lest")
NEGATIONS = _words("not n't never nor neither hardly barely scarcely")
NO_ONE = _words("no nobody none neither nothing")
MAYBE = _words("possibly perhaps maybe probably likely presumably potentially conceivably")
HEARSAY = _words("reportedly allegedly supposedly purportedly apparently seemingly ostensibly")

#: Governors under which a thing did not happen: "failed to meet", "denied attacking".
DENYING = _words("""
    fail refuse decline hesitate deny avoid forget neglect prevent stop block bar cancel abandon scrap reject refute
    dispute prohibit forbid cease refrain rule foil thwart avert scuttle shelve postpone quash dismiss oppose resist ban
    miss
    unable impossible incapable
    failure refusal denial cancellation lack absence rejection postponement end
""")
#: Verbs that do so with a particle.
CALLING_OFF = frozenset({"call off", "put off", "hold off", "back out", "rule out", "turn down", "give up"})
#: Verbs that deny what stands behind "from": "kept them from landing".
KEEPING = _words("keep save spare discourage deter dissuade hinder")
#: Verbs that drop a plan, so that what it was for does not happen.
DROPPING = _words("withdraw drop shelve scrap ditch axe bury kill cancel abandon reverse rescind suspend freeze")
#: Verbs by which a chance is gone: "missed its chance to perform".
MISSING = _words("miss lose pass squander waste forfeit")
#: Adjectives that say of a clause that it is so, and that it is not.
TRUE = _words("true correct certain clear")
UNTRUE = _words("untrue false wrong incorrect")
#: Nouns of what is said, with the clause that says it: "reports that he had fled".
SAID = _words("report claim allegation accusation suggestion assertion statement news belief complaint")
#: Verbs that tell somebody to do something, with an infinitive.
TELLING_TO = _words("tell instruct signal motion bid")
#: Verbs whose passive hands on what others say: "is said to have left".
REPORTING = _words("say report allege claim rumor rumour")
#: Adverbs that do.
REPORTED = _words("reportedly allegedly")
#: Of the denying ones, those that deny only what is no definite thing that was there ("stopped the attack").
ENDING = _words("stop block bar cease ban resist oppose miss dismiss reject dispute")
#: Governors under which a thing is meant to happen: "seeks to mediate", "a plan to attack".
INTENDING = _words("""
    seek want plan aim hope intend try attempt offer vow promise pledge threaten agree prepare wish urge ask demand call
    invite propose order expect await schedule slate set arrange aspire strive struggle work push press bid decide need
    consider mull weigh contemplate ponder volunteer encourage recommend advise require request appeal instruct command
    plead lobby warn predict forecast anticipate commit undertake swear envision look wait mean like love prefer desire
    effort proposal invitation promise demand bid intention intent pledge commitment request appeal goal ambition
    readiness willingness decision desire offer opportunity scheduled due ready poised willing prepared eager
    determined set about bound keen reluctant unwilling step chance way order deadline target purpose mission warning
    ultimatum petition attempt expectation hope forecast prediction projection outlook
""")
#: Governors under which a thing is merely possible: "appears to", "the possibility of".
DOUBTING = _words("""
    appear seem suspect fear doubt believe think suppose speculate suggest wonder question imagine
    possibility prospect risk fear likelihood speculation rumor rumour hypothesis theory probability suspicion
    likely unlikely possible probable unclear uncertain doubtful conceivable potential hint guess assume concern worry
    anxiety uncertainty question
""")
#: Nouns of intent whose "of" names what is meant.
PROMISES = _words(
    "offer promise pledge threat prospect warning proposal expectation hope forecast prediction projection"
)
INTENDED_ADJECTIVES = _words(
    "planned proposed upcoming scheduled future forthcoming coming looming intended prospective imminent expected "
    "forecast anticipated projected predicted"
)
DOUBTED_ADJECTIVES = _words("possible potential likely hypothetical feared threatened would-be probable")
ALLEGED_ADJECTIVES = _words(
    "alleged suspected reported rumored rumoured purported supposed so-called presumed unconfirmed"
)
UNDONE_ADJECTIVES = _words("failed foiled averted cancelled canceled aborted thwarted attempted abortive postponed")
DEFINITE = _words("the this that these those his her its their our my your 's")
#: Verbs that tell that something takes place: their own status is that of their subject.
OCCURRING = _words(
    "take occur happen hold begin start come follow continue last end erupt resume ensue mark go be proceed"
)
#: Verbs that bring about what their preposition names.
LEADING = _words("lead result amount agree engage participate succeed turn contribute")
#: Doubts that lean to no.
UNLIKELY = _words("unlikely doubtful improbable")
CLAUSAL = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "oprd", "attr", "acomp", "advcl", "relcl"}
)
#: Verbs whose definite object is there, whatever their own status is: "is not ready to end its war".
GOING_ON = _words("end stop halt continue resume expand widen escalate intensify finish conclude suspend ease resolve")
#: Verbs whose infinitive tells what came of it, not what it was for: "forced them to leave".
CAUSING = _words("force cause lead help allow enable get make let drive push prompt compel see hear watch need use")
#: Verbs that ask for what their definite object names: "demanded the release of their commander".
DEMANDING = _words("demand order request urge seek propose call want recommend require")
#: Verbs that intend with an infinitive alone: "committed a massacre" tells one.
ONLY_CLAUSES = _words("commit mean like love look work struggle set swear order wait")
