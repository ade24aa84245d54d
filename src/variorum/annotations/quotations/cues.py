"""Cues of attribution: the verbs, nouns and phrases with which English news reports say that somebody said something.

The lists are our own, by what a cue takes (a clause, an infinitive, a name for something); which verbs stand in them
was weighed on attributions of news (PolNeAR, training part). They know no speaker and no subject matter.
"""

from __future__ import annotations

from variorum.word_lists import listed

#: Verbs of saying that take a clause or marked words as what is said.
SAYING = listed("""
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest aver
    bark begin blast blog boast brag caution charge chant claim clarify comment complain concede conclude concur
    confess confide confirm contend continue counter cry declare decry demand deny describe disagree disclose dispute
    elaborate email emphasise emphasize estimate exclaim explain express fume gush hint imply indicate inform
    inquire insist instruct interject interrupt joke lament murmur muse mutter note observe offer
    opine plead pledge post predict proclaim promise pronounce propose protest question quip rant reaffirm
    recall recommend recount reiterate rejoin relate remark remind repeat reply report respond retort reveal
    say scoff scream shout sigh signal sing snap speculate state stipulate stress submit suggest summarise summarize
    swear tell testify text thunder tout tweet underline underscore urge venture vow warn whisper wonder worry write
    yell retweet volunteer theorize theorise hypothesize posit marvel deadpan chime intone beg implore
    telegraph find show determine guarantee certify divulge foretell enquire riposte intimate insinuate postulate
    reassert restate specify reckon surmise profess recollect reminisce relay prophesy
""")

#: Verbs of saying whose object is the one addressed, not part of what is said.
ADDRESSING = listed(
    "tell assure remind inform ask warn advise notify reassure text email urge exhort promise show caution instruct"
)

#: Verbs that say so only with marked words or a comma beside them: they mean something else elsewhere.
SAYING_MARKED = SAYING | listed("""
    highlight mention cite maintain object refer tout address accept reassure rule
    applaud cheer commend decry deride lament ridicule salute call go read start finish close end open laugh smile nod
    think believe feel hope fear know sum put offer
    praise criticize criticise condemn denounce accuse attack blast slam mock defend hail welcome thank urge press
    speak talk tease shrug grin cheer echo label dub term brand describe quote shoot
    bellow holler stammer enthuse grumble gripe moan crow
""")

#: Nouns that hold what somebody says: "the claim that ...", "his statement that ...".
SAYING_NOUNS = listed("""
    accusation acknowledgement admission allegation announcement answer argument assertion assurance claim comment
    complaint conclusion confirmation contention declaration denial disclosure estimate explanation forecast insistence
    message notion objection observation pledge prediction promise proposal remark reminder report revelation rumor
    rumour speculation statement suggestion testimony threat view vow warning word
""")

#: Nouns that govern what somebody says, demands or holds against somebody: "her call for a new quay".
GOVERNING_NOUNS = SAYING_NOUNS | listed("""
    accusation advice appeal belief call charge criticism demand denunciation hint invitation offer plea praise request
""")

#: Nouns of the texts and occasions in which somebody says something; they stand in for their author.
UTTERANCES = listed("""
    address advertisement advisory affidavit ad announcement article assessment bid blog book briefing broadcast
    bulletin campaign column comment communique communiqué complaint conference conversation debate decree dispatch
    document editorial email essay filing forum hearing indictment interview lawsuit letter memo memoir memorandum
    message monologue note notice op-ed piece pitch post posting press readout release remark report resolution
    ruling session speech statement study summary survey telegram testimony text transcript tweet video
""")

#: What shows something without words of its own.
EVIDENCE = listed("poll datum data figure record research number result analysis count")

#: Occasions of saying: "in an interview with", "at a news conference".
OCCASIONS = listed("""
    address briefing broadcast comment conference conversation debate hearing interview letter meeting message post
    press rally remark report session speech statement testimony text tweet video podcast memo email column article
""")

#: Words in the names of media; the entities' sector decides where it is known.
MEDIA_WORDS = listed("""
    agency bulletin channel chronicle courier daily dispatch express gazette globe guardian herald independent journal
    magazine mail monitor network news newspaper observer post press radio record register reporter review standard star
    sun telegraph television times tribune tv weekly wire
""")

#: Platforms on which people write themselves.
PLATFORMS = listed(
    "twitter facebook x instagram telegram tiktok linkedin youtube weibo reddit mastodon bluesky threads"
)

#: Verbs whose clause somebody holds for true, hopes or fears, said or not: told apart by the rule's name.
BELIEF = listed("worry fear hope suspect")

#: Verbs that show or find: their clause must be finite to be something said ("the report shows that ...").
SHOWING = listed("show find determine reveal indicate rule demonstrate")

#: Verbs that take a noun phrase as what is said.
SAYING_OBJECT = listed("""
    announce declare deny dismiss dispute express reaffirm refute reiterate reject emphasise emphasize highlight stress
""")

#: Verbs that take an infinitive as what is said: "vowed to fight", "declined to comment".
SAYING_INFINITIVE = listed("""
    agree ask beg call claim command decline demand implore instruct invite offer order pledge promise propose refuse
    swear tell threaten urge vow warn advise encourage request exhort
""")

#: Verbs that call something something: "called the vote a sham", "described it as a success".
CALLING = listed("call describe label term dub brand characterise characterize denounce decry dismiss portray hail")

#: Verbs with a preposition whose object is what is said: (lemma, preposition).
SAYING_ABOUT = frozenset(
    {
        ("call", "for"),
        ("warn", "of"),
        ("warn", "against"),
        ("hint", "at"),
        ("complain", "about"),
        ("complain", "of"),
        ("joke", "about"),
        ("accuse", "of"),
        ("speak", "of"),
        ("argue", "for"),
        ("argue", "against"),
        ("plead", "for"),
        ("boast", "of"),
        ("boast", "about"),
        ("assure", "of"),
        ("insist", "on"),
        ("apologize", "for"),
        ("apologise", "for"),
    }
)

#: Verbs that deny, whatever they take.
DENYING = listed("deny refute reject dispute rebut dismiss")
#: Verbs that decline to say, with an infinitive or "comment".
DECLINING = listed("decline refuse")

#: Verbs of holding for true, expecting, feeling, wanting: what they govern is somebody's belief, said or not.
BELIEVING = listed("""
    aim anticipate appreciate assume believe care choose conclude consider convince decide deem disbelieve dislike doubt
    enjoy envision expect fear feel figure foresee forget guess hate hop hope imagine intend interpret judge know learn
    like loathe love mean notice persuade plan prefer realise realize recognise recognize regard regret remember resent
    see seek seem appear suspect sound think trust understand view want wish worry yearn
""")

#: Verbs of taking a side, without saying what was said.
SIDING = listed("""
    advocate approve back balk ban campaign celebrate champion disapprove disavow distance embrace endorse favor favour
    oppose promote push reject rebuff repudiate resist side sponsor support vote vouch welcome
""")

#: Verbs of speaking about something that name the topic or the tone of what was said, not its content.
SPEAKING_OF = listed("""
    accuse address allude applaud apologise apologize articulate assail attack attribute bash bemoan berate blame blast
    challenge champion characterise characterize chide cite comment compare condemn congratulate contradict contrast
    credit critique criticise criticize debate decry defend denounce deride detail discuss disparage document echo
    expose express fault frame hail hammer highlight honor honour identify insult introduce invoke knock
    label lambast lambaste
    lash liken list mention mock name outline paint pan point portray post praise present press promote pump question
    quote rail raise rap react read rebuke recite refer reference renew rip salute scold share sign slam speak spar
    stand talk target taunt thank title touch unveil utter voice weigh zing release issue nominate
""")

#: Verbs of judging aloud: whom or what for is what was said ("criticised the council for the delay").
JUDGING = listed("""
    accuse applaud assail attack bash bemoan berate blame blast challenge chide cite commend condemn congratulate credit
    criticise criticize decry defend denounce deride disparage fault hammer knock lambast lambaste laud mock praise
    question rail rebuke rip ridicule salute scold slam taunt tout zing
""")

#: Verbs that may govern what somebody says, believes or stands for.
GOVERNING = (
    SAYING_MARKED
    | CALLING
    | SAYING_INFINITIVE
    | SAYING_OBJECT
    | frozenset(verb for verb, _ in SAYING_ABOUT)
    | BELIEVING
    | SIDING
    | SPEAKING_OF
    | listed("make lay provide offer deliver send put look")
)
