"""Words that bear on factuality: modals, negations, and governors that deny, intend or doubt what stands under them.

Compiled for Variorum after the event-selecting predicates of FactBank (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from variorum.word_lists import listed

FUTURE_MODALS = listed("will 'll wo shall")
POSSIBLE_MODALS = listed("may might could must should ought")
CONDITIONAL_MARKS = listed("if unless whether lest")
NEGATIONS = listed("not n't never nor neither hardly barely scarcely")
#: Words that deny a row: "neither paid nor left".
NEITHER = frozenset({"neither", "nor"})
#: Adverbs that leave hardly anybody, and those by which something was close to happening and did not.
HARDLY = listed("hardly barely scarcely")
ALMOST = listed("almost nearly")
#: Verbs that tell an amount, which "almost" brings near: "nearly doubled".
AMOUNTING = listed(
    "double triple treble quadruple halve fill cover complete finish empty match equal reach cross total"
)
#: Verbs whose clause is so, whether or not anybody does it: "few remember that the mill burned".
TAKING_AS_KNOWN = listed("recall recollect remember realise realize know notice regret forget")
#: Verbs of saying whose clause with "that" the writer takes for true as well.
TAKING_FOR_TRUE = listed("admit acknowledge concede reveal disclose discover")
#: Adjectives of what is known or not, whose "if" asks.
KNOWN = listed("clear unclear known unknown certain uncertain sure unsure evident obvious apparent")
#: Openings that deny a sentence whose auxiliary stands before its subject: "Never had they met".
DENYING_OPENINGS = frozenset({
    "never", "nor", "neither", "nowhere", "not once", "at no", "in no", "on no", "under no", "by no",
})  # fmt: skip
#: Words by which an attempt is told to have failed: "tried in vain to".
VAINLY = listed("vainly unsuccessfully fruitlessly")
NO_ONE = listed("no nobody none neither nothing")
MAYBE = listed("possibly perhaps maybe probably likely presumably potentially conceivably")
HEARSAY = listed("reportedly allegedly supposedly purportedly apparently seemingly ostensibly")

#: Governors under which a thing did not happen: "failed to meet", "denied attacking".
DENYING = listed("""
    fail refuse decline hesitate deny avoid forget neglect prevent stop block bar cancel abandon scrap reject refute
    dispute prohibit forbid cease refrain rule foil thwart avert scuttle shelve postpone quash dismiss oppose resist ban
    miss exclude pretend
    unable impossible incapable
    failure refusal denial cancellation lack absence rejection postponement end
    veto rebuff spurn nix forestall preclude obviate withhold inability unavailability boycott prohibition
    avoidance prevention
""")
#: Verbs that deny, and leave what they do not deny open: "cannot exclude sabotage".
RULING_OUT = listed("rule exclude discount")
#: Verbs that do so with a particle.
CALLING_OFF = frozenset({
    "call off", "put off", "hold off", "back out", "rule out", "turn down", "give up", "throw out", "vote down",
    "wave away", "brush aside", "stave off", "fend off", "head off", "ward off", "shoot down", "break off",
})  # fmt: skip
#: Verbs that do so with prepositions before what is not done: "backed out of buying the barn".
SHUNNING = frozenset({
    "back out of", "pull out of", "opt out of", "get out of", "run out of", "talk out of", "walk away from",
    "shy away from", "back away from", "back down from", "hold back from", "hold off from", "pull back from",
    "step back from", "draw back from", "stop short of", "fall short of", "steer clear of", "shrink from",
    "refrain from", "abstain from", "desist from", "recoil from", "retreat from", "hold off on", "give up on",
    "despair of", "balk at",
})  # fmt: skip
#: Verbs behind whose "before" nothing is done any more: "died before finishing the mural".
BREAKING_OFF = listed("die kill collapse drown perish resign retire quit cancel disband fold")
#: Nouns of which having none leaves a single way: "had no choice but to close".
CHOICES = listed("choice option alternative recourse resort way")
#: Verbs that deny what stands behind "from": "kept them from landing".
KEEPING = listed("keep save spare discourage deter dissuade hinder")
#: Verbs that drop a plan, so that what it was for does not happen.
DROPPING = listed("""
    withdraw drop shelve scrap ditch axe bury kill cancel abandon reverse reject veto block rescind suspend freeze
    ignore defy disregard spurn rebuff refuse dismiss resist oppose quash deny shun defeat survive
""")
#: Verbs by whose subject a plan is one that came to nothing: "attempts to refloat it failed".
FAILING = listed("fail founder falter collapse fizzle flounder backfire miscarry fade evaporate vanish dwindle")
#: Prepositions with which others do so: "came to nothing", "was in vain", "fell through".
FAILING_WITH = frozenset({"to nothing", "to naught", "to nought", "to grief", "in vain", "into nothing"})
#: Verbs that decide against what stands behind it: "voted against raising the toll".
DECIDING = listed("vote decide advise rule argue warn campaign protest lobby come speak choose recommend counsel")
#: Verbs by which a chance is gone: "missed its chance to perform".
MISSING = listed("miss lose pass squander waste forfeit")
#: Adjectives that say of a clause that it is so, and that it is not.
TRUE = listed("true correct certain clear")
UNTRUE = listed("untrue false wrong incorrect")
#: Nouns of what is said, with the clause that says it: "reports that he had fled".
SAID = listed(
    "report claim allegation accusation suggestion assertion statement news belief complaint charge notion idea"
)
#: Nouns of what is said that nobody stands for.
RUMOURS = listed("""
    rumor rumour speculation suspicion allegation claim
    talk gossip whisper murmur theory conjecture
""")
#: Nouns of what may be: "chances are that", "a risk that".
CHANCES = listed("""
    chance odds likelihood probability possibility risk danger fear suspicion
    prospect sign indication evidence hint concern worry clue hunch theory
""")
#: Verbs that tell somebody to do something, with an infinitive.
TELLING_TO = listed("tell instruct signal motion bid")
#: Verbs whose passive hands on what others say: "is said to have left".
REPORTING = listed("say report allege claim rumor rumour")
#: Adverbs that do.
REPORTED = listed("reportedly allegedly")
#: Of the denying ones, those that deny only what is no definite thing that was there ("stopped the attack").
ENDING = listed("stop block bar cease ban resist oppose miss dismiss reject dispute")
#: Governors under which a thing is meant to happen: "seeks to mediate", "a plan to attack".
INTENDING = listed("""
    seek want plan aim hope intend try attempt offer vow promise pledge threaten agree prepare wish urge ask demand call
    invite propose order expect await schedule slate set arrange aspire strive struggle work push press bid decide need
    consider mull weigh contemplate ponder volunteer encourage recommend advise require request appeal instruct command
    plead lobby warn predict forecast anticipate commit undertake swear envision look wait mean like love prefer desire
    effort proposal invitation promise demand bid intention intent pledge commitment request appeal goal ambition
    readiness willingness decision desire offer opportunity scheduled due ready poised willing prepared eager
    determined set about bound keen reluctant unwilling step chance way order deadline target purpose mission warning
    preparation countdown
    ultimatum petition attempt expectation hope forecast prediction projection outlook
    opt elect resolve conspire plot scheme pencil envisage foresee authorise authorize permit license oblige mandate beg
    implore entreat exhort petition
    go-ahead ahead permission permit clearance licence license authorisation authorization consent date timetable
    schedule blueprint plea push obligation eagerness determination resolve aspiration dream objective initiative
    impatient anxious authorised authorized obliged
""")
#: Governors under which a thing is merely possible: "appears to", "the possibility of".
DOUBTING = listed("""
    appear seem suspect fear doubt believe think suppose speculate suggest wonder question imagine
    possibility prospect risk fear likelihood speculation rumor rumour hypothesis theory probability suspicion
    likely unlikely possible probable unclear uncertain doubtful conceivable potential hint guess assume concern worry
    anxiety uncertainty question
    presume reckon surmise hunch scenario unsure conjecture
""")
#: Nouns of intent whose "of" names what is meant.
PROMISES = listed(
    "offer promise pledge threat prospect warning proposal expectation hope forecast prediction projection"
)
INTENDED_ADJECTIVES = listed(
    "planned proposed upcoming scheduled future forthcoming coming looming intended prospective imminent expected "
    "forecast anticipated projected predicted"
)
DOUBTED_ADJECTIVES = listed("possible potential likely hypothetical feared threatened would-be probable")
ALLEGED_ADJECTIVES = listed(
    "alleged suspected reported rumored rumoured purported supposed so-called presumed unconfirmed"
)
UNDONE_ADJECTIVES = listed("failed foiled averted cancelled canceled aborted thwarted attempted abortive postponed")
DEFINITE = listed("the this that these those his her its their our my your 's")
#: Verbs that tell that something takes place: their own status is that of their subject.
OCCURRING = listed(
    "take occur happen hold begin start come follow continue last end erupt resume ensue mark go be proceed"
)
#: Verbs whose infinitive tells what was done, if the verb itself was: all others tell what is meant to be done.
CARRYING_OUT = listed("""
    manage begin start continue keep come go get happen tend prove turn dare bother deign care proceed hasten rush
    hurry help remember have use grow cease have serve conspire combine live suffice remain stay stand sit lie pause
    stoop presume condescend edge rise fall climb slip drop jump surge slide gain advance decline rally rebound soar
    plunge fail neglect forget omit take seem appear end finish
""")
#: Verbs that learn what their clause tells, at the end of a way: "woke to find that the sea had risen".
FINDING = listed("find discover learn see realise realize hear")
#: Verbs that bring about what their preposition names.
LEADING = listed("lead result amount agree engage participate succeed turn contribute")
#: Doubts that lean to no.
UNLIKELY = listed("unlikely doubtful improbable")
CLAUSAL = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "oprd", "attr", "acomp", "advcl", "relcl"}
)
#: Verbs whose definite object is there, whatever their own status is: "is not ready to end its war".
GOING_ON = listed("end stop halt continue resume expand widen escalate intensify finish conclude suspend ease resolve")
#: Verbs whose infinitive tells what came of it, not what it was for: "forced them to leave".
CAUSING = listed("force cause lead help allow enable get make let drive push prompt compel see hear watch need use")
#: Verbs that ask for what their definite object names: "demanded the release of their commander".
DEMANDING = listed("demand order request urge seek propose call want recommend require")
#: Verbs that intend with an infinitive alone: "committed a massacre" tells one.
ONLY_CLAUSES = listed("commit mean like love look work struggle set swear order wait")
