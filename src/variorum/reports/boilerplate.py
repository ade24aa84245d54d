"""Boilerplate: lines of a text that do not belong to the article ("READ MORE: ...", sign-up and share lines, credits).

A line is taken only when its whole form says so; a sentence of the article is never taken for the sake of one more
boilerplate line (jusText and trafilatura remove the same from pages; here the lines stay in the text and are marked).
"""

from __future__ import annotations

import re

from variorum.model.spans import Span
from variorum.word_lists import listed

#: Longer lines are paragraphs of the article, whatever they begin with; in code points.
_LONGEST = 300
_LONGEST_CREDIT = 200
_LONGEST_HEADLINE = 120
#: The foot of an article below its line of rights is no longer than this, in code points.
_FOOT = 600

_LINE = re.compile(r"[^\r\n]++")


def _one_of(lines: str, before: str = "", after: str = "", *, ignore_case: bool = True) -> re.Pattern[str]:
    """Compile a pattern that matches any of ``lines``, which hold one alternative each."""
    alternatives = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(f"{before}(?:{alternatives}){after}", re.IGNORECASE if ignore_case else 0)


#: What opens a block of pointers that an extraction has run together into one line, however long: capitals that no
#: sentence begins with.
_BLOCK = _one_of(
    r"""
    MOST (?:READ|POPULAR|VIEWED|SHARED)(?: IN [A-Z ]{2,30})?
    MORE FROM [A-Z ]{2,30}
    (?:RECOMMENDED|TRENDING|RELATED) (?:STORIES|ARTICLES|VIDEOS)
    """,
    after=r"\s(?=[A-Z]{2})",
    ignore_case=False,
)

#: "RELATED: ...", "Read more | ...": a pointer, a separator, and anything.
_POINTER = _one_of(r"""
    related(?: (?:stor(?:y|ies)|articles?|coverage|content|reading|news|posts?|topics?|links?|videos?))?
    (?:also )?read(?: (?:more|also|next|this|on|too))?
    (?:see|read|watch) (?:also|more)
    also (?:read|see|watch)
    more (?:on this(?: story)?|from)
    for more (?:\w+ ){0,3}(?:coverage|news|stories)
    more
    watch(?: (?:live|now|next|video|the video))?
    listen(?: (?:now|live|here|also))?
    don['’]t miss
    must[- ]read
    recommended(?: (?:reading|for you|stories|articles))?
    trending(?: now)?
    you (?:may|might) also (?:like|be interested in)
    editors?['’]?s? (?:picks?|choice)
    what to read next
    (?:keep|continue|further) reading
    in case you missed it
    icymi
    tags
    topics
    filed under
""")
#: What headlines of other articles are listed below.
_LIST = re.compile(
    r"(?:(?:also )?read (?:more|also|next)|related(?: \w{1,20})?|see also|more on this(?: story)?):", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s?(?:[:|»>]|[-–—]\s)")
#: Pointers that are ordinary words, too: they must be in capitals, or point with a colon to a headline.
_WORDS = frozenset(("read", "watch", "listen", "topics", "tags", "related", "more from", "more"))

#: Lines that consist of nothing but these are furniture of the page.
_WHOLE = _one_of(r"""
    (?:skip )?advert(?:isement)?s?(?: (?:continue|keep) reading(?: the main story)?)?
    ad
    (?:sponsored|promoted|paid)(?: (?:content|post))?
    (?:article|story|content) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|promotion|video))?
    skip (?:past )?(?:ad|newsletter promotion|to (?:main )?content|promotion)
    after (?:newsletter )?promotion
    scroll (?:down )?to continue(?: reading)?(?: with content)?
    (?:continue|keep) reading(?: the main story)?
    (?:read|see|show|load) (?:more|next)
    loading(?: comments)?
    play video
    scroll down for videos?
    (?:photo|video|audio|image|graphic|save|savesave)s?
    skip ad(?: ad)? loading.{0,20}
    read or share this story:?(?: \S{1,200})?
    https?://\S{1,200}
    (?:information|material) from: .{1,80}
    watch (?:now|live|video)
    listen(?: to this (?:article|story))?
    (?:click|tap) here
    read (?:the )?(?:full|original|entire) (?:story|article|report)(?: (?:here|at .{1,60}|on .{1,60}))?
    (?:related|more|latest|top|popular|trending) (?:stories|articles|news|posts|topics|coverage|videos|links)
    recommended (?:stories|articles|news|posts|videos)
    more on this story
    most (?:read|popular|viewed|shared)(?: (?:stories|articles|news|in .{1,30}))?
    you (?:may|might) also (?:like|be interested in)
    recommended(?: for you)?
    editors?['’]?s? (?:picks?|choice)
    (?:\d{1,5} )?comments?(?: \(\d{1,5}\))?
    (?:leave|post|add|write|view) (?:a |all |your )?comments?
    join the (?:conversation|discussion)
    \d{1,3}[- ]min(?:ute)?s? read
    image (?:source|caption)
    getty images
    file (?:photo|image|picture)
    (?:photo|view) gallery
    all rights reserved
    terms (?:of (?:use|service)|and conditions)
    (?:privacy|cookie) policy
    (?:contact|about|follow) us
    our standards.{0,60}
    thank you for (?:subscribing|signing up|registering|reading)
    log ?in
    sign (?:in|up)
    (?:subscribe|register)(?: now)?
""")

#: Lines of these words alone, beginning with one of the second set, are buttons: "Share on Facebook", "Share | Tweet".
_BUTTON_WORDS = listed("""
    share shares tweet email e mail print pin it copy the link links copied save like follow facebook twitter x
    whatsapp linkedin reddit telegram pinterest bluesky threads instagram messenger flipboard this on via and with
    to by friends article story page post
""")
_BUTTONS = frozenset(("share", "tweet", "email", "print", "copy", "link", "follow"))
_MOST_BUTTON_WORDS = 16

#: An order to the reader, together with what is to be signed up for, is no sentence of a report.
_ORDER = _one_of(
    r"""
    (?:please )?(?:click (?:here )?to )?(?:sign[- ]?up|subscribe|register|join|get|receive|download|follow)
    (?:want more|like this)[^?]{0,60}\? (?:sign up|subscribe|register|join|follow)
    (?:click|tap) here
    enter your
    (?:support|donate|become a|like us|contact|e-?mail|watch|find|keep up|listen to)
    send (?:us|your|tips)
    stay (?:up[- ]to[- ]date|informed|connected|tuned)
    (?:never|don['’]t) miss
    by (?:signing up|subscribing|entering your|clicking|submitting)
    you (?:can|may) (?:unsubscribe|opt out)
    unsubscribe
    (?:this|our|the) newsletter
    we (?:value your privacy|use cookies)
    this site is protected by
    """,
    after=r"\b",
)
_OFFER = _one_of(
    r"""
    newsletters?
    our (?:free )?(?:app|channel|podcasts?|morning|daily|weekly|evening|e-?mails?|journalism|community)
    our (?:free )?(?:whatsapp|telegram|youtube|facebook|twitter|instagram|social media)
    our (?:free )?(?:updates|alerts|page|group|website)
    (?:to |in )?your (?:inbox|e-?mail(?: address)?)
    push notifications?
    (?:news|e-?mail) alerts?
    (?:whatsapp|telegram|youtube) channel
    google (?:news|play)
    app store
    apple podcasts
    unsubscribe
    privacy policy
    terms of (?:use|service)
    cookies
    recaptcha
    (?:us|him|her|them) on
    on (?:twitter|facebook|instagram|bluesky|threads|tiktok|x)\b
    free trial
    (?:a|digital) subscri(?:ber|ption)
    """,
    before=r"@[\w.]{2,40}|\b",
)
#: What only a sentence of a report holds: quotation marks, or somebody who said something.
_REPORTED = re.compile(r"[\"“”«»]|\b(?:said|says|told|according|announced|added|wrote)\b", re.IGNORECASE)

#: What shows that the article's next sentence is glued to a pointer or credit: "(RELATED: ...) The minister left."
_GLUED = _one_of(
    r"""
    [a-z0-9%][.!?][”"'’)]?\s++[A-Z“"]
    [)\]]\s++[\w“"]
    [“”"].{0,300}\b(?:said|told)\b
    \b(?:said|told)\b.{0,300}[“”"]
    """,
    ignore_case=False,
)

_COPYRIGHT = _one_of(r"""
    ©
    \(c\)\s
    copyright\s{0,2}(?:©|\(c\)|\d{4})
    .{0,120}\ball rights reserved\b
    .{0,120}\bmay not be (?:re)?(?:published|produced|copied)[^.]{0,60}(?:broadcast|rewritten|redistributed|permission)
""")

#: What only the line of rights at the foot of an article has; a photograph has its owner alone.
_RIGHTS = re.compile(r"\bcopyright\b.{0,40}\d{4}|\ball rights reserved\b", re.IGNORECASE)

_AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|A\.P\.|AFP|R(?:euters|EUTERS)|EPA(?:-EFE)?|EFE|Shutterstock|Bloomberg|Alamy"
    r"|PA(?: Wire)?|Xinhua|Anadolu(?: Agency)?|NurPhoto|TASS|Sputnik|Zuma Press|Associated Press|Press Association"
    r"|Wikimedia Commons"
    r"|Flickr|Unsplash|iStock|dpa|DPA|Kyodo|Pool|Handout)"
)
_CREDIT = _one_of(r"""
    \(?(?:file )?(?:photo(?:graph)?|image|picture|video|graphic)s?(?: (?:credits?|courtesy|source|by))?\s?[:|/]\s?\S
    \(?credits?:\s?\S
    image (?:source|caption|credit|copyright)[,:]
    image copyright \w.{0,60}\Z
    enlarge this image\b.{0,20}\bcaption\b.{0,80}\Z
    \(courtesy of [^.!?()]{2,80}\)\Z
    \((?:AP|AFP|Reuters|EPA) (?:photo|photograph)\b
    .{0,250}? hide caption \d{1,3} of \d{1,3}\Z
""")
#: "Ana Reyes/Getty Images", "(AP Photo/Ana Reyes)", "Ana Reyes via Reuters".
_AGENCY_CREDIT = _one_of(
    rf"""
    {_AGENCY}\s?/\s?[^.!?()“”"]{{2,60}}
    (?:[A-Z][\w.'’-]{{0,20}}\s){{0,3}}[A-Z][\w.'’-]{{0,20}}\s?(?:/|,| via | - )\s?{_AGENCY}(?:(?:/| via | - ){_AGENCY})?
    {_AGENCY}(?: via {_AGENCY})?
    (?:[A-Z][\w.'’-]{{0,20}}\s){{1,3}}[A-Z][\w.'’-]{{0,20}}/\w{{2,20}} via {_AGENCY}(?:, (?:FILE|File))?
    """,
    before=r"\(?",
    after=r"\)?",
    ignore_case=False,
)
#: "Reporting by Ana Reyes in Port Aster; Editing by Jon Hale".
_STAFF = re.compile(
    r"\(?(?:additional )?(?:reporting|writing) by .{2,160}?[;.,]\s?"
    r"(?:additional |writing|editing|reporting|compiled).{0,120}"
    r"|\(?[^.!?]{2,120} contributed (?:reporting )?to this (?:report|story|article)\.?\)?",
    re.IGNORECASE,
)


def mark_boilerplate(text: str) -> tuple[Span, ...]:
    """Return the lines of ``text`` that are boilerplate, without the blanks around them, in text order.

    What stands at the foot, below a line of rights, is boilerplate too: how a transcript was made, terms of use; and
    so are the headlines below "Read more:".
    """
    spans: list[Span] = []
    footed = listed = False
    for found in _LINE.finditer(text):
        line = found[0]
        stripped = line.strip()
        short = len(stripped) <= _LONGEST or _BLOCK.match(stripped) is not None
        taken = bool(stripped) and short and is_boilerplate(stripped)
        if taken and _RIGHTS.search(stripped):
            footed = len(text) - found.end() <= _FOOT and not _REPORTED.search(text, found.end())
        # Headlines end without a mark; the article goes on with a sentence.
        listed = bool(stripped) and (_LIST.fullmatch(stripped) is not None or (listed and _is_headline(stripped)))
        if taken or ((footed or listed) and stripped):
            start = found.start() + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(stripped)))
    return tuple(spans)


def _is_headline(line: str) -> bool:
    """Say whether ``line`` can be the headline of another article: short, and no sentence."""
    return len(line) <= _LONGEST_HEADLINE and not line.rstrip("\"”'’)").endswith((".", "!", "?", ":", ","))


def is_boilerplate(line: str) -> bool:
    """Say whether ``line`` (without blanks around it) is boilerplate by its form alone."""
    bare = line.strip("[]()*•·-–—_=<>»«▶►→ ")
    if not bare:
        return False
    return (
        _BLOCK.match(bare) is not None
        or _is_pointer(bare)
        or _WHOLE.fullmatch(bare.rstrip(" .:…!>»→")) is not None
        or _is_button(bare)
        or _is_order(bare)
        or _is_credit(line)
    )


def _is_pointer(line: str) -> bool:
    """Say whether ``line`` points to another article ("RELATED: Ferry sinks off Port Aster")."""
    found = _POINTER.match(line)
    if not found:
        return False
    separator = _SEPARATOR.match(line, found.end())
    if not separator or _GLUED.search(line):
        return False
    rest = line[separator.end() :].strip()
    if found[0].lower() not in _WORDS:
        # "Read more - carefully - and you see": a dash makes no pointer of lower-case words.
        return separator[0].strip() in (":", "|") or rest[:1].isupper()
    # "Watch: the river rises every spring." is a sentence of the article; "WATCH: ..." and "Related: Ferry sinks" are
    # none.
    return found[0].isupper() or (
        ":" in separator[0] and (rest[:1].isupper() or rest[:1].isdigit()) and not rest.endswith((".", "!", "?"))
    )


def _is_button(line: str) -> bool:
    """Say whether ``line`` is nothing but buttons to share the article."""
    words = re.findall(r"\w+", line.lower())
    return bool(words) and len(words) <= _MOST_BUTTON_WORDS and words[0] in _BUTTONS and _BUTTON_WORDS.issuperset(words)


def _is_order(line: str) -> bool:
    """Say whether ``line`` asks the reader to subscribe, follow, or the like."""
    if len(line) > _LONGEST_CREDIT or not _ORDER.match(line):
        return False
    return _OFFER.search(line) is not None and not _REPORTED.search(line)


def _is_credit(line: str) -> bool:
    """Say whether ``line`` names rights or makers: copyright, photographer, agency, staff."""
    if _COPYRIGHT.match(line):
        return not _REPORTED.search(line)
    if len(line) > _LONGEST_CREDIT:
        return False
    credit = _CREDIT.match(line) is not None and not _GLUED.search(line) and not _REPORTED.search(line)
    return credit or _AGENCY_CREDIT.fullmatch(line) is not None or _STAFF.fullmatch(line) is not None
