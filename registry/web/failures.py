# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A failure as a page: what went wrong, with which thing, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException, NotFound

from registry.errors import BadInputError, NotFoundError, RegistryError
from registry.web.language import gettext
from registry.web.masking import shown
from registry.web.pages.frame import Frame, way
from registry.web.pages.told import told

_LONGEST = 200  # of an address in a sentence


@dataclass(frozen=True)
class FailurePage:
    """`next_steps` say what a reader can do."""

    frame: Frame
    status: int
    next_steps: tuple[str, ...]


def install(app: Flask) -> None:
    """Answer every failure with a page of this site."""
    app.before_request(_without_nul)
    app.register_error_handler(NotFoundError, lambda error: _answer(404, told(str(error))))
    app.register_error_handler(BadInputError, lambda error: _answer(400, told(str(error))))
    app.register_error_handler(RegistryError, _broken)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)


def _without_nul() -> None:
    """No name holds the sign NUL, and PostgreSQL takes none: such an address names nothing."""
    values = (value for several in request.args.listvalues() for value in several)
    if "\0" in request.path or any("\0" in value for value in values):
        raise NotFoundError(gettext("The address holds a sign (NUL) that no name has; leave it out."))


def failure_page(status: int, message: str) -> FailurePage:
    """Return the page for a status; `message` is the sentence that the failure itself gave, or ""."""
    title, sentence = _words(status)
    return FailurePage(
        frame=Frame(title=title, answer=_sentence(message) or sentence, crumbs=way()),
        status=status,
        next_steps=_next_steps(status),
    )


def _sentence(message: str) -> str:
    """Return a message as a sentence; one that begins with a name keeps it as it is."""
    begun = message[:1].upper() + message[1:] if message.partition(" ")[0].isalpha() else message
    return begun if not begun or begun.endswith((".", "!", "?")) else f"{begun}."


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if error.response is not None or 300 <= status < 400:
        return make_response(error.get_response())
    message = (
        gettext("There is no page at %(address)s.", address=shown(request.path, _LONGEST))
        if isinstance(error, NotFound)
        else ""
    )
    return _answer(status, message)


def _broken(error: Exception) -> Response:
    current_app.logger.error("a page failed: %s", request.path, exc_info=error)
    return _answer(500, "")


def _answer(status: int, message: str) -> Response:
    return make_response(render_template("errors/error.html", page=failure_page(status, message)), status)


def _words(status: int) -> tuple[str, str]:
    match status:
        case 400:
            return gettext("The address cannot be read"), gettext(
                "A part of the address has a form that the register does not know."
            )
        case 404:
            return gettext("Not found"), gettext("The register holds nothing at this address.")
        case 405:
            return gettext("Not possible here"), gettext("These pages can be read; they take nothing in.")
        case 410:
            return gettext("Erased"), gettext(
                "This was erased; that it was there, and why it was erased, is still recorded."
            )
        case 500:
            return gettext("The register failed"), gettext(
                "The page could not be made. Nothing that the register holds was changed by it."
            )
        case _:
            return gettext("It did not work"), gettext("The register could not answer.")


def _next_steps(status: int) -> tuple[str, ...]:
    if status >= 500:
        return (
            gettext("Try again in a moment."),
            gettext("If it fails again, tell the secretariat the address of this page and the time."),
        )
    return (
        gettext("Look for the product, repository, person or file with the search field at the top."),
        gettext("Begin at the overview: every page of the register can be reached from there."),
        gettext("If a link on these pages led you here, tell the secretariat which."),
    )
