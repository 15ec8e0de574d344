# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A blueprint: routes whose shapes are written as JSON by pydantic itself, which has no second pass over a list of 500."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify

from registry.api.shapes.shape import Shape


class Blueprint(APIBlueprint):
    """APIFlask's blueprint, by which routes describe themselves; answers are the shape that they describe."""

    def output(self, schema: Any, *rest: Any, **more: Any) -> Callable[[Any], Any]:
        """Describe the answer of a route, and send it."""
        describe = super().output(schema, *rest, **more)

        def decorate(view: Callable[..., Shape]) -> Any:
            @wraps(view)
            def answer(*arguments: Any, **named: Any) -> Response:
                return sent(view(*arguments, **named))

            return describe(answer)

        return decorate


def sent(shape: Shape) -> Response:
    """Return an answer that holds a shape."""
    try:
        return Response(shape.model_dump_json() + "\n", mimetype="application/json")
    except ValueError:
        return jsonify(shape.model_dump(mode="json"))  # a lone surrogate has no UTF-8, but JSON can name it
