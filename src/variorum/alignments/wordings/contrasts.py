"""Contrasts: words of which one at most is true of a thing ("open", "closed"; "left", "right"; "all", "half", "none").

Opposites come from the table of the package; the sets below are closed: sides, seasons, colours, parts of a whole.
"""

from __future__ import annotations

from functools import lru_cache

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.opposites import Sense, sense_of, single_words
from variorum.word_lists import listed

#: A line is a set; of two words in it one alone can be true. A bar stands between words of one meaning on each side.
_SETS = """
left | right
north northern northward | south southern southward | east eastern eastward | west western westward
upper | lower
inner | outer
upstream | downstream
port | starboard
upstairs | downstairs
ahead | behind
top | bottom
front | back
inside indoors | outside outdoors
above | below
before | after
for | against
with | without
on | off
up | down
more | less fewer
most | least
many | few
always | never
everything | nothing
everybody everyone | nobody
half | third | quarter
all every each | half | some several few | none nothing no
first | last
early earlier earliest | late later latest
young younger youngest | old older oldest
new | old
long longer longest | short shorter shortest
high higher highest | low lower lowest
big bigger biggest large larger largest | small smaller smallest little
wide wider | narrow narrower
thick | thin
heavy heavier | light lighter
deep deeper | shallow
fast faster quick quickly | slow slower slowly
near nearer | far farther further
loud louder noisy noisier | quiet quieter silent
cheap cheaper | expensive dear dearer
rich richer | poor poorer
strong stronger | weak weaker
warm warmer hot hotter | cold colder cool cooler
dry | wet
hard harder difficult | easy easier
good better best | bad worse worst
happy glad pleased | unhappy sad sorry
genuine real authentic | false fake forged
true right correct | false wrong untrue
safe safety | unsafe dangerous danger peril
full | empty
full fully whole wholly entirely | part partly partially
clean | dirty
calm | rough stormy
fair | unfair
legal legally | illegal illegally
lenient mild | severe harsh strict
proud | ashamed
brave | cowardly
generous | stingy mean
accident accidental accidentally | deliberate deliberately intentional intentionally
truth | lie
choice | force
certain sure | uncertain unsure
innocent | guilty
complete | incomplete unfinished
useful | useless
possible | impossible
likely | unlikely
necessary | unnecessary
temporary | permanent
voluntary | compulsory mandatory
optimistic | pessimistic
friend ally | enemy foe
man | woman
men | women
boy | girl
mother | father
son | daughter
brother | sister
husband | wife
uncle | aunt
red | black | white | blue | green | yellow | brown | grey gray | orange | pink | purple
spring | summer | autumn | winter
noon midday | midnight night
morning | afternoon | evening night
daily | weekly | monthly | yearly annual annually
attic loft | cellar basement
roof ceiling | floor
single | double
majority | minority
maximum | minimum
profit | loss
success | failure
victory | defeat
peace | war
double treble triple | halve
increase rise grow | decrease fall drop shrink
raise | lower cut
widen | narrow
lengthen | shorten
speed | slow
praise | blame criticise criticize
love | hate dislike despise
respect | despise
trust believe | distrust mistrust doubt
support back favour favor | oppose
accept | reject refuse
agree | disagree
approve | disapprove
admit confirm | deny
allow permit | forbid ban prohibit
remember | forget
keep retain | lose abandon sell
stay remain | leave
arrive come return | depart leave
enter | leave
win | lose
gain | lose
buy | sell
lend | borrow
push | pull
begin start | end finish stop
open reopen | close shut
build | demolish
hire | dismiss fire sack
create | destroy
include | exclude
appear | disappear
pass | fail
succeed | fail
save rescue | lose
awake | asleep
friendly | hostile unfriendly
smile laugh | frown cry weep
sunny | cloudy rainy
tall | short
sweet | bitter sour
tight | loose
sharp | blunt
smooth | rough
straight | crooked
healthy | sick ill
sober | drunk
honest | dishonest corrupt
loyal faithful | disloyal treacherous
polite | rude
popular | unpopular
equal | unequal
forward forwards | backward backwards
upward upwards | downward downwards
import | export
employer | employee
landlord | tenant
seller | buyer
attack | defend
advance | retreat
expand grow | shrink contract
hide conceal | reveal
punish | reward
obey | disobey defy
thank praise | blame
encourage | discourage
lock | unlock
load | unload
float | sink
freeze | melt thaw
silent silence | noisy noise
freedom | slavery
hope | despair
shortage scarcity | surplus glut abundance
debt | savings
day daytime | night
sunrise dawn | sunset dusk
beginning start | end
entrance | exit
sooner | later
domestic home | foreign
urban | rural
military | civilian
senior | junior
strength | weakness
advantage | disadvantage
birth | death
marriage wedding | divorce
married | divorced unmarried
overestimate | underestimate
understaffed | overstaffed
optimism | pessimism
winner | loser
hero | coward villain
order | chaos
calm | panic
hungry | thirsty
mild | harsh
same | different
alone | together
cause | prevent
attend | miss boycott
lead | follow
teach | learn
send | receive
public | private
upheld uphold | overturn quash
"""


#: The same for words that exclude each other only where all the words around them are the same.
_IN_PLACE = """
must shall | may might could
will | may might could
must | should | may might
have want | lack
have | want
first | second | third | fourth | last
during | before | after
when | before
for with | against
until till | from since
toward towards to | from
on | against
yes | no
except excluding | including
hot | warm | cold cool
large big | medium | small
whole entire all | half part
both | one | neither
everything | little
enough | few little
many several | one
slight minor light mild | severe serious grave critical
slightly mildly lightly | seriously severely badly gravely critically
partly partially | fully completely entirely wholly totally
almost nearly | completely fully entirely wholly
very extremely deeply highly | fairly rather somewhat slightly
main chief major principal leading | minor secondary small
easily comfortably | narrowly barely
perfectly well | hardly barely badly
second | minute | hour | day | week | month | year | decade | century
yesterday | today tonight | tomorrow
last | next | this
all | most | some | few
many most | some few
several | most all
dozens | hundreds | thousands | millions | billions
once | twice | thrice
now | then later soon | never
always | often | sometimes | rarely
can | must | should
sell | lend | give donate | rent lease
want | need
hope | expect | fear
know | think believe suspect guess
probably likely | certainly definitely surely | possibly perhaps
double | triple treble | quadruple
both | neither | either
everybody everyone | somebody someone
everything anything | something
kill killed | wound wounded injure injured hurt
dead | injured wounded hurt
missing | dead | injured
repair mend | replace | demolish
delay postpone | cancel
apologise apologize | resign
suspend | dismiss sack fire
arrest detain | charge | convict | release
lend | borrow | donate
build | repair | sell | close
wife husband | daughter son | sister brother | mother father | aunt uncle | cousin | neighbour neighbor | friend
doctor surgeon physician | nurse | dentist
teacher | pupil student | parent
driver | passenger
captain skipper | mate | pilot
owner landlord | tenant
minister | mayor | governor | president
council | ministry | parliament | court
bus coach | train | tram | ferry | lorry truck | plane aircraft | car | bicycle bike
school | hospital | library | museum | hotel | church | station | factory | theatre theater
bridge | tunnel
wood timber | stone | steel | brick | concrete
gold | silver | copper | bronze
wheat | barley | maize corn | rice
dog | cat | horse
coffee | tea | milk | wine | beer
rain | snow | hail
coal | oil | gas
breakfast | lunch | dinner supper
"""


@lru_cache(maxsize=1)
def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each word that has a rival in its place the numbers of its sets and its sides in them."""
    found: dict[str, dict[tuple[int, int], None]] = {}
    for number, line in enumerate(_IN_PLACE.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in sorted(listed(words)):
                found.setdefault(word, {})[number, side] = None
    return {word: tuple(places) for word, places in found.items()}


def replaces(one: str, other: str) -> bool:
    """Say whether a word in the place of another, all else being equal, tells something else: "must", "may"."""
    # "Should" is listed for itself, "would" is "will".
    numbers = [dict(_sides().get(word) or _sides().get(lemma_of(word), ())) for word in (one, other)]
    shared = numbers[0].keys() & numbers[1].keys()
    return bool(shared) and all(numbers[0][number] != numbers[1][number] for number in shared)


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each word the numbers of its sets and its sides in them."""
    lines = [tuple(listed(side) for side in line.split("|")) for line in _SETS.strip().splitlines()]
    lines.extend((left, right) for left, right in single_words() if left and right)
    found: dict[str, dict[tuple[int, int], None]] = {}
    for number, sides in enumerate(lines):
        for side, words in enumerate(sides):
            for word in sorted(words):
                for form in (word, lemma_of(word)):
                    found.setdefault(form, {})[number, side] = None
    return {word: tuple(places) for word, places in found.items()}


@lru_cache(maxsize=20_000)
def contrast(one: str, other: str) -> bool:
    """Say whether of two words in lower case one at most can be true of a thing."""
    if one == other or lemma_of(one) == lemma_of(other):
        return False
    places = [_places().get(word) or _places().get(lemma_of(word), ()) for word in (one, other)]
    numbers = [dict(place) for place in places]
    shared = numbers[0].keys() & numbers[1].keys()
    if shared:
        # "back" stands in two sets: what means the same in one of them is no contrast.
        return all(numbers[0][number] != numbers[1][number] for number in shared)
    return sense_of(one, other) is Sense.OPPOSITE
