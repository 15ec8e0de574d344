# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Random histories: branches, merges, renames, copies, rewrites and odd bytes, the same for the same seed."""

from __future__ import annotations

import random

from tests.builders import Content, Oid, Repository

_LINES = [
    b"a\n",
    b"b\n",
    b"    c = 1\n",
    b"\n",
    b"}\n",
    b"  }\n",
    b"x" * 90 + b"\n",
    b"d\te\n",
    b"\xe6\xf8\n",
]
_PATHS = ["a.py", "b.py", "src/a.py", "src/deep/c.py", "docs/a.py"]

Tree = dict[str, bytes]


class RandomHistory:
    """A repository that grows by random commits; `trees` holds the content of each commit."""

    def __init__(self, repository: Repository, seed: int) -> None:
        self.repository = repository
        self.chosen = random.Random(seed)
        self.trees: dict[Oid, Tree] = {}
        self.tips: list[Oid] = []

    def grow(self, commits: int) -> Oid:
        """Add commits on branches and merges of them, and return the newest, on main."""
        self._commit([], self._first())
        for _ in range(commits):
            many = len(self.tips) > 1 and self.chosen.random() < 0.3
            parents = (
                self.chosen.sample(self.tips, min(len(self.tips), 2 + (self.chosen.random() < 0.1)))
                if many
                else [self.chosen.choice(self.tips)]
            )
            self._commit(parents, self._joined(parents) if many else self._changed(self.trees[parents[0]]))
        return self._commit(self.tips[-2:], self._joined(self.tips[-2:]))

    def on_top(self) -> Oid:
        """Add one commit on the newest one."""
        return self._commit([self.tips[-1]], self._changed(self.trees[self.tips[-1]]))

    def _commit(self, parents: list[Oid], tree: Tree) -> Oid:
        before = self.trees[parents[0]] if parents else {}
        files = {path: content for path, content in tree.items() if before.get(path) != content}
        changes: dict[str | bytes, Content] = {path: None for path in before if path not in tree}
        changes.update(files)
        made = self.repository.commit(changes, parents=parents)
        self.trees[made] = tree
        keep = [tip for tip in self.tips if tip not in parents or self.chosen.random() < 0.3]
        self.tips = [*keep[-4:], made]
        return made

    def _first(self) -> Tree:
        return {path: self._text(30) for path in _PATHS[:3]}

    def _text(self, lines: int) -> bytes:
        return b"".join(self._line() for _ in range(self.chosen.randrange(1, lines)))

    def _line(self) -> bytes:
        common = self.chosen.random() < 0.5
        return self.chosen.choice(_LINES) if common else b"line %d\n" % self.chosen.randrange(10_000)

    def _joined(self, parents: list[Oid]) -> Tree:
        """Take each path from one parent or the other, or the lines of both, as people resolve conflicts."""
        trees = [self.trees[parent] for parent in parents]
        joined: Tree = {}
        for path in sorted({path for tree in trees for path in tree}):
            having = [tree[path] for tree in trees if path in tree]
            how = self.chosen.random()
            if how < 0.4:
                joined[path] = self.chosen.choice(having)
            elif how < 0.9:
                pool = [line for content in having for line in content.splitlines(keepends=True)]
                start = self.chosen.randrange(len(pool) + 1) if pool else 0
                joined[path] = b"".join(pool[start // 2 :]) or b"joined\n"
        return joined or {"a.py": b"left\n"}

    def _changed(self, tree: Tree) -> Tree:
        changed = dict(tree)
        for _ in range(self.chosen.randrange(1, 4)):
            path = self.chosen.choice(sorted(changed)) if changed else "a.py"
            self._change(changed, path, self.chosen.random())
        if changed and self.chosen.random() < 0.4:
            self._rearrange(changed)
        return changed

    def _rearrange(self, tree: Tree) -> None:
        """Move or copy a block of lines to another place or file, perhaps with another indent or one line changed."""
        source, target = self.chosen.choice(sorted(tree)), self.chosen.choice([*sorted(tree), *_PATHS])
        lines = tree[source].splitlines(keepends=True)
        start = self.chosen.randrange(len(lines)) if lines else 0
        block = lines[start : start + self.chosen.randrange(2, 14)]
        if self.chosen.random() < 0.6:
            del lines[start : start + len(block)]
            tree[source] = b"".join(lines)
        if block and self.chosen.random() < 0.3:
            block[self.chosen.randrange(len(block))] = self._line()
        if self.chosen.random() < 0.3:
            block = [b"\t" + line for line in block]
        there = tree.get(target, b"").splitlines(keepends=True)
        at = self.chosen.randrange(len(there) + 1)
        tree[target] = b"".join([*there[:at], *block, *there[at:]])

    def _change(self, tree: Tree, path: str, how: float) -> None:
        content = tree.get(path, b"")
        other = self.chosen.choice(_PATHS)
        if how < 0.15:
            tree[other] = self._edited(tree.pop(path, b"moved\n"), edits=2)
        elif how < 0.22:
            tree[other] = content or b"copied\n"
        elif how < 0.28:
            tree.pop(path, None)
        elif how < 0.34:
            tree[path] = (
                content.replace(b"\r\n", b"\n") if b"\r\n" in content else content.replace(b"\n", b"\r\n")
            )
        elif how < 0.4:
            tree[path] = content.rstrip(b"\n") or b"no end of line"
        elif how < 0.46:
            tree[path] = b"".join(b" " + line for line in content.splitlines(keepends=True))
        else:
            tree[path] = self._edited(content, edits=4)

    def _edited(self, content: bytes, edits: int) -> bytes:
        lines = content.splitlines(keepends=True)
        for _ in range(self.chosen.randrange(1, edits + 1)):
            at = self.chosen.randrange(len(lines) + 1)
            lines[at : at + self.chosen.randrange(3)] = [
                self._line() for _ in range(self.chosen.randrange(4))
            ]
        if self.chosen.random() < 0.05:
            lines += lines
        return b"".join(lines)


class OddHistory(RandomHistory):
    """A random history of several roots, octopus merges, equal and reversed dates, and texts in other encodings."""

    def grow(self, commits: int) -> Oid:
        """Add roots, then commits on branches and merges of them, and return the newest, on main."""
        for _ in range(3):
            self._commit([], self._first())
        super().grow(commits)
        return self._commit(self.tips[-5:], self._joined(self.tips[-5:]))

    def _commit(self, parents: list[Oid], tree: Tree) -> Oid:
        self.repository.clock += self.chosen.choice((-3600, -3600, -7200, 0))  # the builder adds an hour
        return super()._commit(parents, tree)

    def _line(self) -> bytes:
        line = super()._line()
        how = self.chosen.random()
        if how < 0.05:
            return b"\f" + line
        return line.replace(b" ", b"\v") if how < 0.08 else line

    def _changed(self, tree: Tree) -> Tree:
        changed = super()._changed(tree)
        if changed and self.chosen.random() < 0.15:
            path = self.chosen.choice(sorted(changed))
            changed[path] = _recoded(changed[path])
        return changed


def _recoded(content: bytes) -> bytes:
    """Return the text in UTF-16, or back in Latin-1."""
    if content.startswith(b"\xff\xfe"):
        return content[2:].decode("utf-16-le", "replace").encode("latin-1", "replace")
    return b"\xff\xfe" + content.decode("latin-1").encode("utf-16-le")
