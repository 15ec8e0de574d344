# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A language of the pages: Danish unless the address says English. The only module that knows Flask-Babel."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, Literal
from urllib.parse import quote_from_bytes

import flask_babel  # type: ignore[import-untyped]
from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations
from flask import Flask, request

from registry.figures import tenths
from registry.web.assets import TRANSLATIONS, compile_stale

LANGUAGES = ("da", "en")
NAMES: Mapping[str, str] = {"da": "Dansk", "en": "English"}
_ZONE = get_timezone("Europe/Copenhagen")
_SPOKEN: ContextVar[str] = ContextVar("language", default="da")
_LOCALES = {"da": Locale("da", "DK"), "en": Locale("en", "GB")}


def N_(message: str) -> str:  # noqa: N802 - the name by which catalogues know a sentence translated later
    """Mark a sentence for the catalogue; gettext translates it where it is shown."""
    return message


def gettext(message: str, **values: Any) -> str:
    """Return `message` in the page's language, its %(name)s filled from `values`."""
    text = _translations(language()).gettext(message)
    return text % values if values else text


def ngettext(one: str, many: str, count: int, **values: Any) -> str:
    """Return the form for `count`, whose %(count)s is written as the language writes numbers."""
    text = _translations(language()).ngettext(one, many, count)
    return text % {"count": number(count), **values}


def language() -> str:
    """Return the language of this request: "da" or "en"."""
    return _SPOKEN.get()


def speak(code: str) -> None:
    """Make "da" or "en" the language of this request."""
    _SPOKEN.set(code)


def number(value: float) -> str:
    """Write a number: 1.234 in Danish, 1,234 in English."""
    return _number(value, language())


def number_range(fewest: int, most: int) -> str:
    """Write one number, or a range where the two differ: 1.200–1.450."""
    return number(most) if fewest == most else f"{number(fewest)}\N{EN DASH}{number(most)}"


def percent_range(least: float, most: float) -> str:
    """Write one share of 1, or a range where the two differ as they are written: 12–14,5 %."""
    low, high = percent(least), percent(most)
    return high if low == high else f"{low.removesuffix('%').strip()}\N{EN DASH}{high}"


def percent(share: float) -> str:
    """Write a share of 1, never rounded up to all nor down to nothing."""
    sign, found = tenths(share)
    written = _percent(found / 1000, language())
    return f"{sign} {written}" if sign else written


def day(value: date | datetime | None) -> str:
    """Write a day in full: 23. november 2026."""
    return "" if value is None else _day(_local(value), "long", language())


def short_day(value: date | datetime | None) -> str:
    """Write a day in short: 23. nov. 2026."""
    return "" if value is None else _day(_local(value), "medium", language())


def moment(value: datetime | None) -> str:
    """Write a time with its zone: 23. november 2026 kl. 12.30 (Danish time)."""
    if value is None:
        return ""
    return format_datetime(value, "long", tzinfo=_ZONE, locale=_LOCALES[language()])


def here() -> str:
    """Return this page's address as it was asked for: path bytes that are no UTF-8 stay escaped."""
    path = quote_from_bytes(request.environ["PATH_INFO"].encode("latin-1"), safe="/")
    query = request.query_string.decode("latin-1")
    return f"{path}?{query}" if query else path


def other_addresses() -> list[tuple[str, str]]:
    """Return each language with this page's address in it, for the switch."""
    address = here()
    rest = address[3:] if address[1:3] in LANGUAGES and address[3:4] in {"", "/", "?"} else address
    return [(code, f"/{code}{rest}") for code in LANGUAGES]


def install(app: Flask) -> None:
    """Give `app` its two languages: the prefix of the address decides."""
    compile_stale()
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_LOCALE"] = "en"
    flask_babel.Babel(app, locale_selector=language, default_timezone="Europe/Copenhagen")
    # Flask-Babel's own look-up costs fifteen times as much, and a page of 500 rows asks for 10,000 sentences
    app.jinja_env.install_gettext_callables(gettext, _plain_ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.filters.update(number=number, percent=percent, day=day, short_day=short_day, moment=moment)

    @app.url_value_preprocessor
    def take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        speak((values or {}).pop("language", None) or _first_segment(request.path))

    @app.teardown_appcontext
    def fall_silent(_error: BaseException | None) -> None:
        speak("da")  # a thread serves many requests: none leaves its language to the next

    @app.url_defaults
    def add_language(endpoint: str, values: dict[str, Any]) -> None:
        if "language" not in values and app.url_map.is_endpoint_expecting(endpoint, "language"):
            values["language"] = language()


@cache
def _translations(code: str) -> NullTranslations:
    return Translations.load(TRANSLATIONS, [code]) if code != "en" else NullTranslations()


def _plain_ngettext(one: str, many: str, count: int) -> str:
    return str(_translations(language()).ngettext(one, many, count))


def _first_segment(path: str) -> str:
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in LANGUAGES else "da"


# A page of 500 rows writes the same few days and shares again and again, and Babel takes its time over each.
@lru_cache(maxsize=20_000)
def _number(value: float, code: str) -> str:
    return str(format_decimal(value, locale=_LOCALES[code]))


@lru_cache(maxsize=5_000)
def _percent(share: float, code: str) -> str:
    pattern = "#,##0.#\u00a0%" if code == "da" else "#,##0.#%"
    return str(format_percent(share, format=pattern, locale=_LOCALES[code]))


@lru_cache(maxsize=20_000)
def _day(value: date, form: Literal["long", "medium"], code: str) -> str:
    return format_date(value, form, locale=_LOCALES[code])


def _local(value: date | datetime) -> date:
    return value.astimezone(_ZONE).date() if isinstance(value, datetime) else value
