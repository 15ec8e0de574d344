# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A problem: why there is no answer, in the form of RFC 9457, in Danish or English."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from apiflask import APIFlask
from apiflask.exceptions import HTTPError
from flask import Response, current_app, make_response, request
from werkzeug.exceptions import HTTPException

from registry.api.language import language, say
from registry.api.shapes.problem import Problem, Wrong
from registry.api.words import NothingThereError, expected
from registry.errors import BadInputError, NotFoundError
from registry.text import visible

MEDIA_TYPE = "application/problem+json"
_WORDS = {
    400: (
        ("Kan ikke læses", "Cannot be read"),
        (
            "En del af adressen har en form, registret ikke kender.",
            "A part of the address has a form that the register does not know.",
        ),
    ),
    404: (
        ("Findes ikke", "Not found"),
        ("Registret har intet på denne adresse.", "The register holds nothing at this address."),
    ),
    405: (
        ("Kan ikke lade sig gøre her", "Not possible here"),
        (
            "Grænsefladen kan læses; den tager ikke imod noget.",
            "This interface can be read; it takes nothing in.",
        ),
    ),
    406: (
        ("Ikke i den form", "Not in that form"),
        (
            "Accept udelukker den form, svaret har her.",
            "Accept rules out the form that the answer has here.",
        ),
    ),
    429: (
        ("For mange kald", "Too many calls"),
        (
            "Vent det antal sekunder, Retry-After angiver, og prøv igen.",
            "Wait for the seconds that Retry-After gives, and try again.",
        ),
    ),
    500: (
        ("Registret fejlede", "The register failed"),
        (
            "Svaret kunne ikke laves. Intet i registret er ændret.",
            "The answer could not be made. Nothing that the register holds was changed.",
        ),
    ),
}


def install(app: APIFlask) -> None:
    """Answer every failure with a problem."""
    app.error_processor(_refused)
    app.register_error_handler(NothingThereError, lambda error: problem(404, error.told()))
    # the stages' own sentences would tell a private repository from one that is not there
    app.register_error_handler(NotFoundError, lambda _: problem(404))
    app.register_error_handler(BadInputError, lambda _: problem(400))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)


def problem(status: int, detail: str = "", wrong: Mapping[str, str] | None = None) -> Response:
    """Return the answer for a status; `wrong` says what each parameter that was refused must be."""
    title, sentence = _words(status)
    told = Problem(
        type=f"{request.host_url}{language()}/api#problem-{status}",
        title=title,
        status=status,
        detail=detail or sentence,
        instance=visible(request.path, 300),
        errors=tuple(
            Wrong(parameter=visible(name, 60), expected=text) for name, text in (wrong or {}).items()
        ),
    )
    return Response(told.model_dump_json(), status, mimetype=MEDIA_TYPE)


def wrong_parameters(*names: str) -> Response:
    """Return the answer to parameters that cannot be read."""
    listed = ", ".join(visible(name, 60) for name in dict.fromkeys(names))
    detail = say(
        f"Adressen har noget, registret ikke kan læse: {listed}.",
        f"The address holds what the register cannot read: {listed}.",
    )
    return problem(400, detail, {name: expected(name) for name in names})


def _refused(error: HTTPError) -> Response:
    """A parameter that its description does not allow; APIFlask names it by place."""
    found = error.detail.get("query", {}) if isinstance(error.detail, dict) else {}
    # pydantic names the branch of a choice that failed, behind a dot
    return wrong_parameters(*(name if name in request.args else name.partition(".")[0] for name in found))


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if error.response is not None or status < 400:
        return make_response(error.get_response())
    answer = problem(status)
    answer.headers.update({name: value for name, value in error.get_headers() if name != "Content-Type"})
    return answer


def _broken(error: Exception) -> Response:
    current_app.logger.error("the API failed: %s", request.path, exc_info=error)
    return problem(500)


def _words(status: int) -> tuple[str, str]:
    if status not in _WORDS:
        return HTTPStatus(status).phrase, say("Registret kunne ikke svare.", "The register could not answer.")
    title, sentence = _WORDS[status]
    return say(*title), say(*sentence)
