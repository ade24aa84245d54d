"""Boilerplate: lines of a text that do not belong to the article ("READ MORE: ...", sign-up and share lines, credits).

A line is taken only when its whole form says so; a sentence of the article is never taken for the sake of one more
boilerplate line (jusText and trafilatura remove the same from pages; here the lines stay in the text and are marked).
"""

from __future__ import annotations

import re

from variorum.model.spans import Span

#: Longer lines are paragraphs of the article, whatever they begin with.
_LONGEST = 300
_LONGEST_CREDIT = 200

_LINE = re.compile(r"[^\r\n]++")

#: "RELATED: ...", "Read more | ...": a pointer, a separator, and anything.
_POINTER = re.compile(
    r"(?:related(?: (?:stor(?:y|ies)|articles?|coverage|content|reading|news|posts?|topics?|links?|videos?))?"
    r"|(?:also )?read(?: (?:more|also|next|this|on|too))?|see (?:also|more)|also (?:read|see|watch)|more (?:on this(?: story)?|from)"
    r"|watch(?: (?:live|now|also|more|next|video|the video))?|listen(?: (?:now|live|here|also))?|don['’]t miss|must[- ]read"
    r"|recommended(?: (?:reading|for you|stories|articles))?|trending(?: now)?|you (?:may|might) also (?:like|be interested in)"
    r"|editors?['’]?s? (?:picks?|choice)|what to read next|keep reading|continue reading|further reading"
    r"|in case you missed it|icymi|tags|topics|filed under)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s?(?:[:|»>]|[-–—]\s)")
#: Pointers that are ordinary words: with a colon they must also be in capitals, or be followed by a headline.
_WORDS = frozenset(("read", "watch", "listen", "topics", "tags", "related", "more from"))

#: Lines that consist of nothing but these are furniture of the page.
_WHOLE = re.compile(
    r"(?:advertisements?|ad|sponsored(?: content)?|promoted(?: content)?|paid (?:content|post)"
    r"|(?:article|story|content) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|promotion|video))?"
    r"|skip (?:past )?(?:ad|advert|advertisement|newsletter promotion|to (?:main )?content|promotion)|after (?:newsletter )?promotion"
    r"|scroll (?:down )?to continue(?: reading)?(?: with content)?|(?:continue|keep) reading(?: the main story)?|read more|read next|see more|show more"
    r"|load more|loading(?: comments)?|play video|watch (?:now|live|video)|listen(?: to this (?:article|story))?|click here|tap here"
    r"|read (?:the )?(?:full|original|entire) (?:story|article|report)(?: (?:here|at .{1,60}|on .{1,60}))?"
    r"|(?:related|more|latest|top|popular|recommended|trending) (?:stories|articles|news|posts|topics|coverage|content|videos|links)"
    r"|more (?:on this story|from .{1,40})|most (?:read|popular|viewed|shared)(?: (?:stories|articles|news|in .{1,30}))?"
    r"|you (?:may|might) also (?:like|be interested in)|recommended(?: for you)?|editors?['’]?s? (?:picks?|choice)"
    r"|\d{1,5} comments?|comments?(?: \(\d{1,5}\))?|(?:leave|post|add|write|view) (?:a |all |your )?comments?|join the (?:conversation|discussion)"
    r"|\d{1,3}[- ]min(?:ute)?s? read|image source|image caption|getty images|file (?:photo|image|picture)|photo gallery|view gallery"
    r"|(?:all rights reserved|terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy|contact us|about us|our standards.{0,60})"
    r"|thank you for (?:subscribing|signing up|registering|reading)|log ?in|sign in|sign up|subscribe(?: now)?|register(?: now)?|follow us)",
    re.IGNORECASE,
)

#: "Share on Facebook", "Share | Tweet | Email".
_SHARE = re.compile(
    r"(?:(?:share|tweet|e?mail|print|pin(?: it)?|copy(?: (?:the )?link)?|save|like|follow|link copied|facebook|twitter|x|whatsapp|linkedin"
    r"|reddit|telegram|pinterest|bluesky|threads|instagram|messenger|flipboard|share (?:this|via|on|to|with|by)|this|on|via|and|with|to|by|friends"
    r"|article|story|page|post|link|email)[\s,|/·•:!&+-]{0,3}){1,16}",
    re.IGNORECASE,
)
_SHARE_FIRST = re.compile(r"share|tweet|e?mail this|print|copy (?:the )?link|link copied|follow", re.IGNORECASE)

#: An order to the reader, with what is to be signed up for.
_ORDER = re.compile(
    r"(?:(?:please |click (?:here )?to |want more[^?]{0,60}\? |like this[^?]{0,60}\? )?"
    r"(?:sign[- ]?up|subscribe|register|join|get|receive|download|follow|like us|click here|tap here|enter your|support|donate|become a"
    r"|stay (?:up[- ]to[- ]date|informed|connected|tuned)|never miss|don['’]t miss|contact|e-?mail|send (?:us|your|tips)|listen to|watch|find|keep up)"
    r"|by (?:signing up|subscribing|entering your|clicking|submitting)|you (?:can|may) (?:unsubscribe|opt out)|unsubscribe"
    r"|(?:this|our|the) newsletter|we (?:value your privacy|use cookies)|this site is protected by)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:newsletters?|our (?:free )?(?:app|channel|podcasts?|morning|daily|weekly|evening|e-?mails?|journalism|community|whatsapp|telegram|youtube|facebook"
    r"|twitter|instagram|social media|updates|alerts|page|group|website)|(?:your|to your|in your) (?:inbox|e-?mail(?: address)?)|push notifications?|(?:news|e-?mail) alerts?"
    r"|whatsapp channel|telegram channel|youtube channel|google news|app store|google play|apple podcasts|unsubscribe|privacy policy|terms of (?:use|service)"
    r"|cookies|recaptcha|us on|on (?:twitter|facebook|instagram|bluesky|threads|tiktok|x)\b|free trial|(?:a|digital) subscri(?:ber|ption)|@[\w.]{2,40})",
    re.IGNORECASE,
)
#: What only a sentence of a report holds: quotation marks, or somebody who said something.
_REPORTED = re.compile(r"[\"“”«»]|\b(?:said|says|told|according|announced|added|wrote)\b", re.IGNORECASE)

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s|copyright\s{0,2}(?:©|\(c\)|\d{4})|.{0,120}\ball rights reserved\b"
    r"|.{0,120}\bmay not be (?:published|reproduced|copied|republished|rewritten)[^.]{0,60}(?:broadcast|rewritten|redistributed|permission|reproduced))",
    re.IGNORECASE,
)

_AGENCY = (
    r"(?:Getty(?: Images)?|AP|A\.P\.|AP Photo|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|Shutterstock|Bloomberg|Alamy|PA|PA Wire|Xinhua|Anadolu|Anadolu Agency|NurPhoto"
    r"|TASS|Sputnik|Zuma Press|Associated Press|Press Association|Wikimedia Commons|Flickr|Unsplash|iStock|dpa|DPA|Kyodo|Pool|Handout)"
)
_CREDIT = re.compile(
    r"(?:\(?(?:photo(?:graph)?|image|picture|video|graphic|illustration|file photo)s?(?: credits?| courtesy(?: of)?| source| by)?\s?[:|/]\s?\S"
    r"|\(?credits?:\s?\S|image (?:source|caption|credit|copyright)[,:]|\((?:AP|AFP|Reuters|REUTERS|EPA) (?:photo|photograph)\b)",
    re.IGNORECASE,
)
#: "Ana Reyes/Getty Images", "(AP Photo/Ana Reyes)", "Ana Reyes via Reuters".
_AGENCY_CREDIT = re.compile(
    rf"\(?(?:{_AGENCY}\s?/\s?[^.!?]{{2,60}}|(?:[A-Z][\w.'’-]{{0,20}}\s){{0,3}}[A-Z][\w.'’-]{{0,20}}\s?(?:/|,| via | - )\s?{_AGENCY}"
    rf"(?:(?:/| via | - ){_AGENCY})?|{_AGENCY} via {_AGENCY}|{_AGENCY})\)?"
)
#: "Reporting by Ana Reyes in Port Aster; Editing by Jon Hale".
_STAFF = re.compile(
    r"\(?(?:additional )?(?:reporting|writing) by .{2,160}?(?:;|\.)\s?(?:additional |writing|editing|reporting|compiled).{0,120}",
    re.IGNORECASE,
)


def mark_boilerplate(text: str) -> tuple[Span, ...]:
    """Return the lines of ``text`` that are boilerplate, without the blanks around them, in text order."""
    spans: list[Span] = []
    for found in _LINE.finditer(text):
        if found.end() - found.start() > _LONGEST * 2:
            continue
        line = found[0]
        stripped = line.strip()
        if stripped and len(stripped) <= _LONGEST and is_boilerplate(stripped):
            start = found.start() + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(stripped)))
    return tuple(spans)


def is_boilerplate(line: str) -> bool:
    """Say whether ``line`` (without blanks around it) is boilerplate by its form alone."""
    bare = line.strip("[]()*•·-–—_=<>»«▶►→ ")
    if not bare:
        return False
    return (
        _is_pointer(bare)
        or _WHOLE.fullmatch(bare.rstrip(" .:…!>»→")) is not None
        or (_SHARE_FIRST.match(bare) is not None and _SHARE.fullmatch(bare) is not None)
        or (_ORDER.match(bare) is not None and _OFFER.search(bare) is not None and not _REPORTED.search(bare))
        or _is_credit(line)
    )


def _is_pointer(line: str) -> bool:
    """Say whether ``line`` points to another article ("RELATED: Ferry sinks off Port Aster")."""
    found = _POINTER.match(line)
    if not found:
        return False
    separator = _SEPARATOR.match(line, found.end())
    if not separator:
        return False
    if found[0].lower() not in _WORDS:
        # "Read more - carefully - and you see": a dash makes no pointer of lower-case words.
        return ":" in separator[0] or "|" in separator[0] or line[separator.end() :].lstrip()[:1].isupper()
    rest = line[separator.end() :].strip()
    # "Watch: the river rises every spring." is a sentence of the article; "WATCH: ..." and "Related: Ferry Sinks" are none.
    return found[0].isupper() or (":" in separator[0] and rest[:1].isupper() and not rest.endswith((".", "!", "?")))


def _is_credit(line: str) -> bool:
    """Say whether ``line`` names rights or makers: copyright, photographer, agency, staff."""
    if len(line) > _LONGEST_CREDIT and not _COPYRIGHT.match(line):
        return False
    if _COPYRIGHT.match(line):
        return not _REPORTED.search(line)
    credit = _CREDIT.match(line) is not None and not line.endswith((".”", '."')) and not _REPORTED.search(line)
    return credit or _AGENCY_CREDIT.fullmatch(line) is not None or _STAFF.fullmatch(line) is not None
