# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Processes are bounded, and nothing of them is left, whatever happens."""

from __future__ import annotations

import time

import pytest

from harvesters.git.conversation import Conversation, stream
from harvesters.git.process import output, run, run_each
from harvesters.git.task import CommandError, Limits, Task

PATH = {"PATH": "/usr/bin:/bin"}


def shell(script: str, **bounds: float) -> Task:
    """Return the task of a shell script."""
    return Task((("sh", "-c", script),), PATH, limits=Limits(**bounds))  # type: ignore[arg-type]


def test_output_and_code_come_back() -> None:
    """The output, the code and the last complaint are returned."""
    done = run(shell("echo out; echo first >&2; echo last >&2; exit 3"))
    assert (done.code, done.out, done.complaint) == (3, b"out\n", "last")


def test_what_is_said_to_it_is_read() -> None:
    """More input than a pipe holds is read without a deadlock."""
    words = b"x" * 1_000_000
    assert output(Task((("cat",), ("cat",)), PATH, words)) == words


def test_a_failure_is_one_sentence_without_escapes() -> None:
    """What a command complains of cannot act on a screen."""
    with pytest.raises(CommandError, match=r"<U\+001B>"):
        output(shell(r"printf 'fatal: \033[31mred\n' >&2; exit 1"))


def test_a_pipeline_fails_when_its_first_command_does() -> None:
    """The code of the earlier command is not lost."""
    task = Task((("sh", "-c", "exit 4"), ("cat",)), PATH)
    assert run(task).code == 4


def test_a_command_that_hangs_is_stopped_with_its_children() -> None:
    """At the time limit the whole group is killed, also a child that holds the pipe."""
    before = time.monotonic()
    with pytest.raises(CommandError, match=r"longer than 0\.2 seconds"):
        run(shell("sleep 30 & sleep 30", seconds=0.2))
    assert time.monotonic() - before < 5


def test_a_command_that_closes_its_output_and_stays_is_stopped() -> None:
    """A command that says nothing more but does not end is stopped, too."""
    with pytest.raises(CommandError, match="longer than"):
        run(shell("exec >&-; sleep 30", seconds=0.2))


def test_too_much_output_is_stopped() -> None:
    """A command that does not stop talking is stopped."""
    with pytest.raises(CommandError, match="more than 1000 bytes"):
        run(shell("yes", output=1000))


def test_a_file_beyond_the_limit_is_not_written(tmp_path: object) -> None:
    """A command cannot write a file larger than its limit."""
    done = run(shell(f"sleep 0.1; head -c 100000 /dev/zero > {tmp_path}/f; echo $?", file=4096))
    assert done.out.strip() != b"0"


def test_memory_is_bounded() -> None:
    """A command cannot take more memory than its limit."""
    script = "import time; time.sleep(0.2); x = bytearray(1 << 30)"
    task = Task((("python3", "-c", script),), PATH, limits=Limits(memory=512 << 20))
    assert run(task).code != 0


def test_many_run_side_by_side_and_each_answers() -> None:
    """So many at once as are allowed, each answer under its key, a failing one among them."""
    tasks = [(number, shell(f"echo {number}", seconds=5)) for number in range(10)]
    tasks.append((99, shell("sleep 30", seconds=0.2)))
    answers = dict(run_each(tasks, processes=3))
    assert isinstance(answers.pop(99), CommandError)
    assert {key: answer.out for key, answer in answers.items() if not isinstance(answer, CommandError)} == {
        number: b"%d\n" % number for number in range(10)
    }


def test_an_interruption_leaves_nothing_running() -> None:
    """Ctrl-C in the middle kills what runs (a warning about a process would fail this test)."""

    def interrupted() -> None:
        for _ in run_each([(1, shell("echo")), (2, shell("sleep 30"))], processes=2):
            raise KeyboardInterrupt

    before = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - before < 5


def test_a_stream_that_is_left_early_ends() -> None:
    """A reader may stop reading."""
    chunks = stream(shell("yes"))
    assert next(chunks).startswith(b"y\n")
    chunks.close()  # type: ignore[attr-defined]


def test_a_slow_reader_is_not_held_against_the_command() -> None:
    """Only the time spent waiting for the command counts."""
    chunks = stream(shell("echo 1; sleep 0.1; echo 2", seconds=0.4))
    first = next(chunks)
    time.sleep(0.6)
    assert first + b"".join(chunks) == b"1\n2\n"


def test_a_conversation_reads_lines_and_exact_pieces() -> None:
    """Question and answer alternate on one process."""
    with Conversation(Task((("cat",),), PATH), speaking=True) as talk:
        talk.say(b"line\n12345rest\n")
        assert (talk.line(), talk.exactly(5), talk.line()) == (b"line", b"12345", b"rest")
        talk.finish()


def test_a_conversation_with_the_dead_is_an_error() -> None:
    """A process that ends in the middle of an answer gives one error."""
    with Conversation(shell("echo half; exit 2"), speaking=True) as talk:
        assert talk.line() == b"half"
        with pytest.raises(CommandError):
            talk.line()


def test_a_command_that_is_not_there_is_told() -> None:
    """A missing command gives one sentence and leaves nothing open."""
    with pytest.raises(CommandError, match="could not be started"):
        run(Task((("cat",), ("no-such-command",)), PATH, b"x"))
