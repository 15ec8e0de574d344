# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
r"""Tiny real git repositories, written by `git fast-import`: the same bytes, and the same ids, every time.

repository = new_repository(tmp_path / "example")
first = repository.commit({"a.txt": b"one\n"})
repository.commit({"a.txt": b"one\ntwo\n", "b/c.txt": b"x"}, author="Bo Eksempel <bo@example.org>")
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harvesters.git import process
from harvesters.git.command import git
from harvesters.git.model import Mirror
from harvesters.git.model import Oid as Oid  # noqa: PLC0414 - tests take it from here, too
from harvesters.git.store import open_mirror

ALMA = "Alma Eksempel <alma@example.org>"
START = 1_500_000_000


@dataclass(frozen=True)
class Link:
    """A symbolic link to a target."""

    target: bytes


@dataclass(frozen=True)
class Gitlink:
    """A submodule's commit."""

    oid: Oid


@dataclass(frozen=True)
class Executable:
    """An executable file's content."""

    content: bytes


Content = bytes | Link | Gitlink | Executable | None
"""What to put at a path; None removes it."""


@dataclass
class Repository:
    """A bare repository that a test builds; `clock` moves an hour with each commit."""

    path: Path
    clock: int = START
    tips: dict[bytes, Oid] = field(default_factory=dict)

    def commit(
        self,
        files: Mapping[str | bytes, Content],
        *,
        message: str | bytes = "change",
        author: str | bytes = ALMA,
        branch: str | bytes = "refs/heads/main",
        parents: Sequence[Oid] | None = None,
        date: str | None = None,
    ) -> Oid:
        """Commit on a branch (whose tip is the parent, unless parents are named) and return the id."""
        self.clock += 3600
        when = (date or f"{self.clock} +0000").encode()
        name = _bytes(branch) if _bytes(branch).startswith(b"refs/") else b"refs/heads/" + _bytes(branch)
        if parents is None:
            parents = [self.tips[name]] if name in self.tips else []
        lines = [b"commit %s\nmark :1" % name, b"author %s %s" % (_bytes(author), when)]
        lines += [b"committer %s %s" % (_bytes(author), when), _data(_bytes(message))]
        lines += [b"%s %s" % (b"merge" if n else b"from", p.encode()) for n, p in enumerate(parents)]
        lines += [_change(_bytes(path), content) for path, content in files.items()]
        reset = b"reset %s\n\n" % name if not parents else b""
        script = b"feature get-mark\n" + reset + b"\n".join(lines) + b"\nget-mark :1\n"
        self.tips[name] = Oid(self.git("fast-import", "--quiet", "--force", stdin=script).decode().strip())
        return self.tips[name]

    def raw_commit(self, body: bytes, ref: bytes | None = b"refs/heads/main") -> Oid:
        """Store a commit object with exactly these bytes, however wrong, and point a ref at it."""
        made = self.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=body)
        if ref:
            self.ref(ref, Oid(made.decode().strip()))
        return Oid(made.decode().strip())

    def tree(self) -> Oid:
        """Return the tree of main's tip."""
        return Oid(self.git("rev-parse", "refs/heads/main^{tree}").decode().strip())

    def ref(self, name: bytes, oid: Oid) -> None:
        """Write a ref as text, whatever its name."""
        with (self.path / "packed-refs").open("ab") as file:
            file.write(b"%s %s\n" % (oid.encode(), name))
        self.tips[name] = oid

    def head(self, text: bytes) -> None:
        """Write HEAD."""
        (self.path / "HEAD").write_bytes(text + b"\n")

    def git(self, *command: str, stdin: bytes = b"") -> bytes:
        """Run git in it and return the output."""
        return process.output(git(Mirror(self.path), command, stdin=stdin))


def new_repository(path: Path) -> Repository:
    """Return an empty bare repository with HEAD on main."""
    return Repository(open_mirror(path).path)


def octal_quoted(path: bytes) -> bytes:
    """Return a path as fast-import reads it, every byte spelt out."""
    return b'"' + b"".join(b"\\%03o" % byte for byte in path) + b'"'


def _change(path: bytes, content: Content) -> bytes:
    quoted = octal_quoted(path)
    if content is None:
        return b"D " + quoted
    if isinstance(content, Gitlink):
        return b"M 160000 %s %s" % (content.oid.encode(), quoted)
    if isinstance(content, Link):
        return b"M 120000 inline %s\n%s" % (quoted, _data(content.target))
    if isinstance(content, Executable):
        return b"M 100755 inline %s\n%s" % (quoted, _data(content.content))
    return b"M 100644 inline %s\n%s" % (quoted, _data(content))


def _data(content: bytes) -> bytes:
    return b"data %d\n%s" % (len(content), content)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
