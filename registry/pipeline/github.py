# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Harvest from GitHub: lists first, then what became of those that are missing from them, then the content."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from harvesters.errors import HarvestError
from harvesters.github.access import Access, Surroundings
from harvesters.github.client import Client
from harvesters.github.harvester import harvest_organisation, harvest_repository, repository_by_id
from harvesters.github.model import Blocked, Gone, Moved, Observation, Organisation, Visible
from harvesters.github.model import RepositoryFacts as Told
from harvesters.github.parents import ask_parents, calls_for_parents
from registry.custody import service as custody
from registry.custody.model import Outcome, Repository, Visibility
from registry.errors import BadInputError
from registry.pipeline.cloning import clone, clone_wiki, facts_of
from registry.pipeline.harvest import Report, Run, begin, end, say_result
from registry.pipeline.items import Shelf
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.provenance.intake.attribution import Progress


@dataclass(frozen=True)
class Asked:
    """What is to be harvested from GitHub, and how it is reached."""

    organisations: Sequence[str] = ()
    repositories: Sequence[str] = ()
    private: bool = False
    longest_wait: float = 3700.0


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
    run = Run(
        register, begin(register, "github", [*asked.organisations, *asked.repositories]), wish, progress
    )
    if run.number == 1:
        # A remembered answer confirms evidence of the register that heard it; a new register must hear it itself.
        shutil.rmtree(register.settings.cache, ignore_errors=True)
    shelf = Shelf(register)
    around = Surroundings(clock=register.clock, say=say)
    with Client(_access(register, asked), shelf.take, around) as client:
        flow = _Flow(run, client, shelf, Report(run.number))
        for login in asked.organisations:
            _organisation(flow, login)
        for name in asked.repositories:
            _repository(flow, name)
        _keep_sights(flow)
        for told in flow.found.values():
            _content(flow, told)
        flow.report.calls = client.calls.counted
    return end(run, flow.report)


def _access(register: Register, asked: Asked) -> Access:
    settings = register.settings
    return Access(
        cache=settings.cache,
        token=settings.github_token,
        private=asked.private,
        base=settings.github_url,
        web=settings.github_web,
        longest_wait=asked.longest_wait,
    )


def _organisation(flow: _Flow, login: str) -> None:
    try:
        listed = harvest_organisation(flow.client, login)
    except HarvestError as error:
        _say(flow, login, Outcome.FAILED, str(error))
        return
    known = _known_at(flow, login)
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


def _known_at(flow: _Flow, login: str) -> list[Repository]:
    with flow.run.register.sessions() as session:
        return [
            one
            for one in custody.repositories(session, private=True)
            if one.owner.lower() == login.lower()
            and one.github_id is not None
            and one.visibility is Visibility.VISIBLE
        ]


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
    known = _known_as(flow, told.full_name)
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
    _became(flow, _known_as(flow, name), seen, name)


def _known_as(flow: _Flow, name: str) -> Repository | None:
    with flow.run.register.sessions() as session:
        bearers = [
            one
            for one in custody.repositories(session, private=True)
            if one.full_name.lower() == name.lower() and one.github_id is not None
        ]
    return bearers[0] if bearers else None


def _became(flow: _Flow, known: Repository | None, seen: Observation, name: str = "") -> None:
    name = known.full_name if known else name
    flow.unchanged = False
    if isinstance(seen, Visible | Moved):
        flow.found[seen.facts.github_id] = seen.facts
        return
    visibility = Visibility.BLOCKED if isinstance(seen, Blocked) else Visibility.GONE
    with flow.run.register.sessions.begin() as session:
        observation = flow.shelf.keep(session, None)
        if known:
            now = flow.run.register.clock()
            custody.sight_missing(session, known.id, visibility, observation, now)
    outcome = Outcome.BLOCKED if isinstance(seen, Blocked) else Outcome.GONE
    _say(flow, name, outcome, f"{name} is {_reason(seen)}", known, observation)


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
        result = say_result(flow.run, name, known.id if known else None, outcome, message, observation=seen)
        custody.add_result(session, result)
    flow.report.results.append(result)
