# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The GitHub stand-in: a small server that answers as GitHub does, over an invented world.

For the demonstration and the tests. Nothing else knows it: to the harvester it is one more GitHub.
"""

from registry.demo.standin.app import Standin, create_standin
from registry.demo.standin.server import Running, running
from registry.demo.standin.world import Account, Kind, Oddity, Repository, Token, World, world_from

__all__ = [
    "Account",
    "Kind",
    "Oddity",
    "Repository",
    "Running",
    "Standin",
    "Token",
    "World",
    "create_standin",
    "running",
    "world_from",
]
