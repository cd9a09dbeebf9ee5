"""Work in shares comes to the same as work by one, whatever becomes of those that help."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest

from stip import processes

# A process with one thread, as a command is: the tests themselves may run beside others.
_HEAD = """
import os, signal, sys, threading, time
from stip.processes import ASKED, Begun, count, in_shares

here = os.getpid()
def worked(some):
    return [(one * one, os.getpid()) for one in some]
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process")


def _said(script: str, asked: str = "3") -> str:
    environment = {**os.environ, processes.ASKED: asked}
    command = [sys.executable, "-W", "error", "-c", _HEAD + textwrap.dedent(script)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout


def test_shares_come_back_in_their_order_from_several_processes() -> None:
    said = _said("""
        made = in_shares(worked, range(10), least=2)
        print([square for square, _ in made], len({who for _, who in made}), made[0][1] == here)
    """)
    assert said == f"{[one * one for one in range(10)]} {3 if sys.platform == 'linux' else 1} True\n"


@pytest.mark.parametrize(("asked", "least"), [("1", 1), ("3", 6), ("0", 1)])
def test_no_process_is_begun_for_little_or_when_none_is_wanted(asked: str, least: int) -> None:
    assert (
        _said(f"print({{who for _, who in in_shares(worked, range(10), least={least})}} == {{here}})", asked)
        == "True\n"
    )


def test_a_fault_in_a_share_is_raised_as_if_there_were_no_shares() -> None:
    said = _said("""
        def faulty(some):
            return [1 // (one - 4) for one in some]
        try:
            in_shares(faulty, range(10), least=1)
        except ZeroDivisionError as error:
            print(repr(error))
    """)
    assert said == "ZeroDivisionError('integer division or modulo by zero')\n"


@pytest.mark.parametrize(
    "end", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(0)", "raise MemoryError", "sys.exit(3)"]
)
def test_the_share_of_one_that_is_gone_is_done_here(end: str) -> None:
    said = _said(f"""
        def worked(some):
            if os.getpid() != here:
                {end}
            return [one * one for one in some]
        print(in_shares(worked, range(10), least=1))
    """)
    assert said == f"{[one * one for one in range(10)]}\n"


def test_what_cannot_be_handed_over_is_made_here() -> None:
    said = _said("""
        print([make() for make in in_shares(lambda some: [lambda one=one: one for one in some], range(6), least=1)])
    """)
    assert said == f"{list(range(6))}\n"


def test_a_copy_begins_no_others() -> None:
    assert _said("print(in_shares(lambda some: [count() for _ in some], range(2), least=1)[1])") == "1\n"


def test_beside_another_thread_all_is_done_here() -> None:
    said = _said("""
        threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
        print({who for _, who in in_shares(worked, range(10), least=1)} == {here})
    """)
    assert said == "True\n"


@linux
def test_work_that_nobody_waits_for_ends_with_its_context() -> None:
    said = _said("""
        with Begun(lambda: time.sleep(600)) as begun:
            child = begun._process.pid
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            print("gone")
    """)
    assert said == "gone\n"


@linux
def test_work_goes_on_meanwhile() -> None:
    said = _said("""
        heard, told = os.pipe()
        with Begun(lambda: os.write(told, b"busy") and "done") as begun:
            print(os.read(heard, 4), begun.done())
    """)
    assert said == "b'busy' done\n"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_there_is_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv(processes.ASKED, "3")
    assert processes.count() == 1
