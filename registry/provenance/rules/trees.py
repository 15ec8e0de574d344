# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of trees: well-known systems that are copied whole into a repository, and what belongs to them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tree:
    """A well-known system that is copied whole: known by `markers`, and `covers` is what belongs to it."""

    name: str
    markers: tuple[str, ...]
    covers: tuple[str, ...]


TREES = (
    Tree(
        "Drupal 7",
        ("authorize.php", "includes/bootstrap.inc", "modules/system/system.info"),
        (
            *[
                "includes/",
                "misc/",
                "scripts/",
                "modules/",
                "themes/bartik/",
                "themes/garland/",
                "themes/seven/",
                "themes/stark/",
            ],
            *[
                "themes/engines/",
                "profiles/minimal/",
                "profiles/standard/",
                "profiles/testing/",
                "themes/tests/",
            ],
            *[
                "authorize.php",
                "cron.php",
                "index.php",
                "install.php",
                "update.php",
                "xmlrpc.php",
                "web.config",
                "robots.txt",
            ],
            *[
                "CHANGELOG.txt",
                "COPYRIGHT.txt",
                "INSTALL.mysql.txt",
                "INSTALL.pgsql.txt",
                "INSTALL.sqlite.txt",
                "INSTALL.txt",
            ],
            *[
                "LICENSE.txt",
                "MAINTAINERS.txt",
                "README.txt",
                "UPGRADE.txt",
                ".editorconfig",
                ".htaccess",
                "sites/README.txt",
            ],
            *["sites/example.sites.php", "sites/default/default.settings.php", "sites/all/README.txt"],
            *["sites/all/modules/README.txt", "sites/all/themes/README.txt", "profiles/README.txt"],
        ),
    ),
    Tree("Drupal", ("core/core.services.yml", "core/includes/bootstrap.inc"), ("core/",)),
    Tree(
        "WordPress",
        ("wp-includes/version.php", "wp-admin/admin.php"),
        (
            "wp-includes/",
            "wp-admin/",
            "wp-login.php",
            "wp-settings.php",
            "wp-load.php",
            "xmlrpc.php",
            "license.txt",
        ),
    ),
)
