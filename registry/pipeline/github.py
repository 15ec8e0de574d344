# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Harvest from GitHub: lists first, then what became of those that are missing from them, then the content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy.orm import Session

from harvesters.errors import HarvestError
from harvesters.github.access import Surroundings
from harvesters.github.client import Client
from harvesters.github.harvester import harvest_organisation, harvest_repository, repository_by_id
from harvesters.github.model import Blocked, Gone, Moved, Observation, Organisation, Visible
from harvesters.github.model import RepositoryFacts as Told
from harvesters.github.parents import ask_parents, calls_for_parents
from registry.custody import service as custody
from registry.custody.model import Outcome, Repository, Visibility
from registry.errors import BadInputError
from registry.pipeline.access import access, forget_others
from registry.pipeline.administrators import keep_administrators
from registry.pipeline.cloning import clone, clone_wiki, facts_of
from registry.pipeline.harvest import Report, Run, begin, end, say_result
from registry.pipeline.items import Shelf
from registry.pipeline.known import seen_as, seen_at
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.provenance.intake.tracing import Progress
from registry.text import visible


@dataclass(frozen=True)
class Asked:
    """What is to be harvested from GitHub, and how it is reached."""

    organisations: Sequence[str] = ()
    repositories: Sequence[str] = ()
    private: bool = False
    longest_wait: float = 3700.0
    administrators: bool = False


@dataclass
class _Flow:
    """One harvest from GitHub under way."""

    run: Run
    client: Client
    shelf: Shelf
    report: Report
    found: dict[int, Told] = field(default_factory=dict)
    unchanged: bool = True


def harvest_github(
    register: Register, asked: Asked, wish: Wish, progress: Progress, say: Callable[[str], None]
) -> Report:
    """Harvest organisations and single repositories; raises BadInputError when nothing is asked for."""
    if not asked.organisations and not asked.repositories:
        msg = "no organisation is configured; name one with --org"
        raise BadInputError(msg)
    named = [visible(name) for name in (*asked.organisations, *asked.repositories)]
    run = Run(register, begin(register, "github", named), wish, progress)
    forget_others(run)
    shelf = Shelf(register)
    around = Surroundings(clock=register.clock, say=say, heard=shelf.heard)
    with Client(access(register, asked.private, asked.longest_wait), shelf.take, around) as client:
        flow = _Flow(run, client, shelf, Report(run.number))
        for login in asked.organisations:
            _organisation(flow, login)
            if asked.administrators:
                _tried(flow, login, partial(keep_administrators, run, client, shelf, login))
        for name in asked.repositories:
            _repository(flow, name)
        _keep_sights(flow)
        for told in flow.found.values():
            _content(flow, told)
        flow.report.calls = client.calls.counted
    return end(run, flow.report)


def _tried(flow: _Flow, name: str, ask: Callable[[], None]) -> None:
    try:
        ask()
    except HarvestError as error:
        _say(flow, name, Outcome.FAILED, str(error))


def _organisation(flow: _Flow, login: str) -> None:
    try:
        listed = harvest_organisation(flow.client, login)
    except HarvestError as error:
        _say(flow, login, Outcome.FAILED, str(error))
        return
    known = seen_at(flow.run.register, login)
    with flow.run.register.sessions.begin() as session:
        warning = custody.sight_account(
            session, listed.login, listed.account.github_id, flow.run.register.clock()
        )
    flow.unchanged = flow.unchanged and listed.unchanged
    flow.found.update((told.github_id, told) for told in listed.repositories)
    if warning:
        _say(flow, login, Outcome.FAILED, warning)
    for problem in listed.problems:
        _say(flow, login, Outcome.FAILED, problem.reason)
    _missing(flow, listed, known)


def _keep_sights(flow: _Flow) -> None:
    """Keep what was seen of each repository; a fork with its parent, which lists do not tell, if calls allow."""
    # A harvest that finds nothing new makes no call but those for the lists.
    calls = 0 if flow.unchanged else calls_for_parents(flow.client)
    told = list(ask_parents(flow.client, list(flow.found.values()), calls))
    flow.found = {one.github_id: one for one in told}
    with flow.run.register.sessions.begin() as session:
        flow.shelf.keep(session, None)
        blocked = {
            known.github_id
            for known in custody.repositories(session, private=True)
            if known.visibility is Visibility.BLOCKED
        }
        for one in told:
            if one.github_id not in blocked:  # a list shows those, too: only their content tells
                _sight(session, flow, one)


def _sight(session: Session, flow: _Flow, told: Told) -> None:
    owner, _, name = told.full_name.partition("/")
    observation = flow.shelf.keep(session, told.github_id)
    sight = custody.Sight(told.github_id, owner, name, facts_of(told), observation)
    custody.sight_on_github(session, sight, flow.run.register.clock())


def _content(flow: _Flow, told: Told) -> None:
    """Fetch, read and keep a repository and its wiki; where git finds nothing, ask GitHub what became of it."""
    if told.private and not flow.client.access.private:
        return
    result = clone(flow.run, told)
    if result is None:
        _unclonable(flow, told)
        return
    with flow.run.register.sessions.begin() as session:
        _sight(session, flow, told)
    flow.report.results += [result, *clone_wiki(flow.run, told)]


def _unclonable(flow: _Flow, told: Told) -> None:
    known = seen_as(flow.run.register, told.full_name)
    try:
        seen = repository_by_id(flow.client, told.github_id, told.full_name)
    except HarvestError as error:
        _say(flow, told.full_name, Outcome.FAILED, str(error), known)
        return
    if isinstance(seen, Gone | Blocked):
        _became(flow, known, seen)
        return
    text = f"{told.full_name} is listed by GitHub, but git finds nothing there; try again later"
    _say(flow, told.full_name, Outcome.FAILED, text, known)


def _missing(flow: _Flow, listed: Organisation, known: Sequence[Repository]) -> None:
    """Ask what became of those that a complete list no longer shows; private ones only where they may be."""
    if listed.problems:
        return
    shown = {told.github_id for told in listed.repositories}
    for one in known:
        if one.github_id in shown or (one.private and not flow.client.access.private):
            continue
        assert one.github_id is not None
        try:
            _became(flow, one, repository_by_id(flow.client, one.github_id, one.full_name))
        except HarvestError as error:
            _say(flow, one.full_name, Outcome.FAILED, str(error), one)


def _repository(flow: _Flow, name: str) -> None:
    try:
        seen = harvest_repository(flow.client, name)
    except HarvestError as error:
        _say(flow, name, Outcome.FAILED, str(error))
        return
    _became(flow, seen_as(flow.run.register, name), seen, name)


def _became(flow: _Flow, known: Repository | None, seen: Observation, name: str = "") -> None:
    name = known.full_name if known else name
    flow.unchanged = False
    if isinstance(seen, Visible | Moved):
        _there(flow, known, seen.facts)
        return
    visibility = Visibility.BLOCKED if isinstance(seen, Blocked) else Visibility.GONE
    with flow.run.register.sessions.begin() as session:
        observation = flow.shelf.keep(session, None)
        if known:
            now = flow.run.register.clock()
            custody.sight_missing(session, known.id, visibility, observation, now)
    outcome = Outcome.BLOCKED if isinstance(seen, Blocked) else Outcome.GONE
    outcome = outcome if known else Outcome.FAILED  # what nobody ever saw was asked for and not harvested
    _say(flow, name, outcome, f"{name} is {_reason(seen)}", known, observation)


def _there(flow: _Flow, known: Repository | None, told: Told) -> None:
    """Take what is there now; whose account it is, and what became of another that bore the name before."""
    flow.found[told.github_id] = told
    with flow.run.register.sessions.begin() as session:
        now = flow.run.register.clock()
        warning = custody.sight_account(session, told.owner_login, told.owner_id, now)
    if warning:
        _say(flow, told.full_name, Outcome.FAILED, warning)
    if known and known.github_id is not None and known.github_id != told.github_id:
        try:
            _became(flow, known, repository_by_id(flow.client, known.github_id, known.full_name))
        except HarvestError as error:
            _say(flow, known.full_name, Outcome.FAILED, str(error), known)


def _reason(seen: Gone | Blocked) -> str:
    return seen.reason if isinstance(seen, Gone) else f"blocked by GitHub ({seen.status}: {seen.reason})"


def _say(
    flow: _Flow,
    name: str,
    outcome: Outcome,
    message: str,
    known: Repository | None = None,
    observation: int | None = None,
) -> None:
    with flow.run.register.sessions.begin() as session:
        seen = flow.shelf.keep(session, None) if observation is None else observation
        named = visible(name)
        result = say_result(flow.run, named, known.id if known else None, outcome, message, observation=seen)
        custody.add_result(session, result)
    flow.report.results.append(result)
