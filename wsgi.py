# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The register for a WSGI server: `waitress-serve wsgi:app`."""

import os

from registry.app import create_app
from registry.database import open_engine, sessions
from registry.settings import read_settings

_settings = read_settings(os.environ)
app = create_app(_settings, sessions(open_engine(_settings.database_url)))
