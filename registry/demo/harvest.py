# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The demonstration's harvest: the invented organisations through the real pipeline, from a stand-in on loopback.

GitHub is looked at twice, as the story has it: what was renamed, deleted or blocked between shows as that.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from registry.custody import service as custody
from registry.custody.model import Keeper, Organisation
from registry.demo.build import Built, build
from registry.demo.papers import write_documents
from registry.demo.standin.app import create_standin
from registry.demo.standin.server import running
from registry.demo.standin.world import World, world_from
from registry.demo.story import read_story
from registry.demo.world import world
from registry.evidence.signing import new_key
from registry.governance import service as governance
from registry.governance.model import Level, Part, Product
from registry.pipeline.evidence import places_of, sign
from registry.pipeline.facts import documents_in, import_facts
from registry.pipeline.finding_titles import find_titles
from registry.pipeline.github import Asked, harvest_github
from registry.pipeline.harvest import Report
from registry.pipeline.lock import harvesting
from registry.pipeline.mirrors import harvest_git
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.provenance.intake.tracing import Progress
from registry.provenance.snapshot import Method

CHECKOUT = "os2/os2-ownership-registry"
_BASIS = "told by the demonstration's story; invented"

_EVERY_METHOD = Wish(others=(Method.WHITE_SPACE, Method.MOVED_AND_COPIED))


def harvest_demonstration(register: Register, progress: Progress, say: Callable[[str], None]) -> list[Report]:
    """Build the story's repositories, and look at them as GitHub showed them on each of its days.

    Days that were looked at before are not looked at again: time passes in one direction. The log is signed
    with a key of the demonstration's own.
    """
    places = places_of(register.settings)
    if not places.key.exists():
        new_key(register.sessions, places, "demonstration", register.clock())
    story = read_story(files("registry.demo").joinpath("story.yaml").read_bytes())
    with harvesting(register.settings.data, say), tempfile.TemporaryDirectory() as folder:
        built = build(story, Path(folder))
        _state_accounts(register, built)
        reports = _look(register, built, progress, say)
        _state_products(register, built)
        _import_papers(register, Path(folder) / "papers")
        find_titles(register)
    sign(register)
    return reports


def harvest_checkout(
    register: Register, checkout: Path, progress: Progress, say: Callable[[str], None]
) -> Report:
    """Harvest the register's own source, from git alone: custody is not observed."""
    with harvesting(register.settings.data, say):
        return harvest_git(register, str(checkout), CHECKOUT, Wish(), progress)


def _look(register: Register, built: Built, progress: Progress, say: Callable[[str], None]) -> list[Report]:
    standin = create_standin(World())
    with running(standin) as github:
        settings = replace(register.settings, github_url=github.api, github_web=github.web, github_token=None)
        there = replace(register, settings=settings)
        asked = Asked([one.login for one in built.organisations])
        reports = []
        for day in _days_left(register, built):
            standin.world = world_from(world(built, day))
            reports.append(harvest_github(there, asked, _EVERY_METHOD, progress, say))
    return reports


def _days_left(register: Register, built: Built) -> tuple[date, ...]:
    with register.sessions() as session:
        done = sum(harvest.kind == "github" for harvest in custody.harvests(session))
    return built.story.looks[done:] or built.story.looks[-1:]


def _state_accounts(register: Register, built: Built) -> None:
    with register.sessions.begin() as session:
        for one in built.organisations:
            stated = Organisation(one.login, one.github_id, Keeper(one.keeper), _BASIS, configured=False)
            custody.state(session, stated, register.clock())


def _import_papers(register: Register, folder: Path) -> None:
    """Import who is who and what was signed: papers name repositories, so they come after the harvest."""
    papers = files("registry.demo").joinpath("papers.yaml").read_bytes()
    write_documents(papers, folder)
    import_facts(register, papers, documents_in(folder))


def _state_products(register: Register, built: Built) -> None:
    named = {seen.built.told.key: f"{seen.owner}/{seen.name}" for seen in built.on(built.story.looks[-1])}
    with register.sessions.begin() as session:
        for one in built.story.products:
            parts = tuple(
                Part(named[part.repository], part.since, part.until)
                for part in one.repositories
                if part.repository in named
            )
            stated = Product(
                slug=one.slug,
                name_da=one.name_da,
                name_en=one.name_en,
                level=Level(one.level),
                parts=parts,
                contact_role=one.contact_role,
                contact_organisation=one.contact_organisation,
            )
            governance.state(session, stated, register.clock())
