"""`mutmut run …` with the tests collected once, before the first mutant, instead of anew for each: a tenth of the time."""

import os
import resource
import time
from collections.abc import Iterable
from functools import cache

import pytest
from _pytest.config import _prepareconfig
from mutmut.__main__ import cli
from mutmut.configuration import config as settings
from mutmut.runners.harness import PytestRunner
from mutmut.utils.file_utils import change_cwd
from mutmut.workers import isolation

from tools.mutation_plugin import near

MOST_SECONDS = 30  # of the processor, for all tests near a mutant, which take a few; what takes longer runs in circles
STANDARD_ERROR = 2
NOWHERE = os.open(os.devnull, os.O_WRONLY)


class CollectedOnce(PytestRunner):  # type: ignore[misc, unused-ignore] # mypy may not have mutmut
    """Runs the tests of a mutant in the process that mutmut has forked for it, out of what its parent has collected."""

    def run_tests(self, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        """The exit code of pytest: 1 if a test fails, else 0. With no mutant, for the tests named or all; else for those near it."""
        if os.environ["MUTANT_UNDER_TEST"] == "fail":
            return int(super().run_tests(mutant_name=mutant_name, tests=tests))
        items = collected()
        chosen = [items[test] for test in tests or items]
        if mutant_name:
            used = int(time.process_time())
            resource.setrlimit(resource.RLIMIT_CPU, (used + MOST_SECONDS, used + MOST_SECONDS + 1))
            return run(near(chosen, mutant_name.rpartition(".")[0]), NOWHERE)
        near(chosen, "")  # the processes that are forked from this one then know all files
        child = os.fork()
        if not child:
            os._exit(run(chosen, STANDARD_ERROR))
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@cache
def collected() -> dict[str, pytest.Item]:
    """Every test by its name."""
    with change_cwd("mutants"):
        arguments = [*settings().pytest_add_cli_args, *settings().pytest_add_cli_args_test_selection]
        config = _prepareconfig(["--rootdir=.", "--tb=native", "-s", "-otmp_path_retention_policy=none", *arguments])
        config._do_configure()  # noqa: SLF001 - what pytest.main does, without the end that it comes to
        session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        return {item.nodeid: item for item in session.perform_collect()}


def run(items: list[pytest.Item], out: int) -> int:
    """Run tests that were collected, up to the first that fails, which is told to the open file `out`. Their process is to end then."""
    os.dup2(NOWHERE, 1)
    with change_cwd("mutants"):
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if item.session.testsfailed:
                os.write(out, f"{item.nodeid} failed\n".encode())
                return 1
    return 0


if __name__ == "__main__":
    isolation.__dict__["PytestRunner"] = CollectedOnce
    cli()
