# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A table: a list that a reader can take along, as CSV for a spreadsheet or JSON for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Response, request

from registry.errors import BadInputError
from registry.web.language import gettext, language

Cell = str | int | float | bool | datetime | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """Rows under columns; the columns' names are stable and English, so that programs can rely on them."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def asked_format() -> str:
    """Return "html", "csv" or "json", as the address says. Raises BadInputError for anything else."""
    wanted = request.args.get("format", "html")
    if wanted not in {"html", "csv", "json"}:
        raise BadInputError(
            gettext("A list can be taken along as csv or json; the address asks for something else.")
        )
    return wanted


def answer(table: Table, wanted: str) -> Response:
    """Return the table as a file."""
    if wanted == "json":
        body, kind = to_json(table), "application/json"
    else:
        body, kind = to_csv(table.columns, table.rows, ";" if language() == "da" else ","), "text/csv"
    response = Response(body, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{table.name}.{wanted}"'
    return response


def to_csv(columns: Iterable[str], rows: Iterable[Sequence[Cell]], delimiter: str) -> bytes:
    """Write RFC 4180 with a byte order mark, which a Danish spreadsheet needs to read æ, ø and å."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def to_json(table: Table) -> bytes:
    """Write {"name", "rows": [{column: value}]}; times in ISO 8601, UTC."""
    rows = [_object(table.columns, row) for row in table.rows]
    return json.dumps({"name": table.name, "rows": rows}, ensure_ascii=True, indent=1).encode()


def _object(columns: Sequence[str], row: Sequence[Cell]) -> Mapping[str, Cell]:
    return {
        column: cell.isoformat() if isinstance(cell, datetime) else cell
        for column, cell in zip(columns, row, strict=True)
    }


def _csv_cell(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.isoformat()
    # a spreadsheet would run a name that begins like a formula
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell
