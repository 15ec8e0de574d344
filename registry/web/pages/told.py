# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What was told: sentences that the stages recorded in English, said again in the page's language.

A sentence is known by its words; what stands between them is taken over as it is. One that is not known stays
as it was recorded.
"""

from __future__ import annotations

import re
from functools import cache

from registry.text import elsewhere
from registry.web.language import N_, gettext
from registry.web.masking import shown

_SENTENCES = (
    # what a harvest found
    N_("the repository is empty: it has no branch"),
    N_("%(name)s is no longer visible: deleted or private"),
    N_("%(name)s is blocked by GitHub (%(status)s: %(reason)s)"),
    N_("%(name)s is listed by GitHub, but git finds nothing there; try again later"),
    N_(
        "%(name)s could not be kept: %(cause)s; make room on the disk and run it again: what was recorded before is kept"
    ),
    N_("%(name)s could not be kept: %(cause)s"),
    N_("%(name)s could not be fetched: %(cause)s"),
    N_("HEAD names no branch that is there; %(branch)s was read instead"),
    # what could not be read of a repository
    N_("The ref %(name)s has a name that git forbids; it was left out."),
    N_("%(count)s further refs were left out: more than a harvest takes."),
    N_("%(name)s names %(oid)s, which is absent or no commit: left out."),
    N_("Objects that the history needs are absent: what could be read was taken."),
    N_("%(count)s objects are damaged and were left out (%(names)s)."),
    N_("The history of the repository could not be read whole."),
    N_(
        "The history is incomplete: the parents of %(count)s commits are absent (%(names)s); "
        "fetch the whole repository, else what is older than they are counts as theirs."
    ),
    N_("The history could not be indexed, and is read more slowly: %(cause)s"),
    N_("Who wrote %(path)s could not be found within %(count)s seconds: %(cause)s."),
    N_("Who wrote %(path)s cannot be told: git's answer does not cover each line once."),
    N_("Who wrote %(path)s cannot be told: %(cause)s"),
    N_("%(place)s points to a git directory elsewhere: name that directory itself."),
    N_("The host %(host)s was not found: is there a network? (%(cause)s)"),
    # on what ground an organisation is stated to be somebody's
    N_("named by OS2 as its own when the register was set up; not checked against GitHub's administrators"),
    N_("told by the demonstration's story; invented"),
    N_(
        "the login %(login)s belongs to another account than before "
        "(number %(now)s, was %(before)s); state anew whose it is"
    ),
    # what the register does not hold
    N_("there is no repository %(number)s in this register"),
    N_("there is no product %(slug)s in this register"),
    N_("there is no contributor %(number)s in this register"),
    N_("there is no observation %(number)s in this register"),
    N_("there is no event %(number)s in this register"),
    N_("the repository has no such file in the commit that was read last"),
    N_("repository %(number)s was never read; harvest it first"),
    N_("there is no tag, branch or commit %(name)s in the register's copy of this repository"),
    N_("the register holds no copy of this repository's content; harvest it first"),
    # which moment of a main line was asked for
    N_("the lines of this repository were not followed through time yet; harvest it again"),
    N_("%(asked)s is no day of the calendar; write it as 2019-03-01"),
    N_("on %(asked)s the main line had no commit yet"),
    N_("no text file of the repository's own stood on the main line under this name then"),
    N_(
        "%(asked)s: several commits of the main line begin so; name a day as 2019-03-01, a tag, or a commit by at "
        "least seven digits"
    ),
    N_(
        "%(asked)s: no tag or commit of the main line is called so; name a day as 2019-03-01, a tag, or a commit by at "
        "least seven digits"
    ),
)
_GAP = re.compile(r"%\((\w+)\)s")


def recorded(text: str) -> str:
    """Return what a harvest recorded, for reading; without the folders of the register's own machine."""
    return told(elsewhere(shown(text)))


def told(text: str) -> str:
    """Return a stage's sentence for reading, in the page's language where it is a known one."""
    text = shown(text)
    for sentence, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found:
            return gettext(sentence, **found.groupdict())
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((one, _pattern(one)) for one in _SENTENCES)


def _pattern(sentence: str) -> re.Pattern[str]:
    pieces, end = [], 0
    for gap in _GAP.finditer(sentence):
        pieces += [re.escape(sentence[end : gap.start()]), f"(?P<{gap[1]}>.+?)"]
        end = gap.end()
    return re.compile("".join([*pieces, re.escape(sentence[end:])]), re.DOTALL)
