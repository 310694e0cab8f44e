"""The environment's files agree with each other, and hold no address."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CONDA_NAMES = {"matplotlib-base": "matplotlib"}


def requirements(text: str) -> dict[str, Requirement]:
    found = [Requirement(line) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {canonicalize_name(r.name): r for r in found}


@pytest.fixture(scope="module")
def wanted(repository: Path) -> dict[str, Requirement]:
    return requirements((repository / "requirements.in").read_text())


@pytest.fixture(scope="module")
def lock(repository: Path) -> str:
    return (repository / "requirements.lock").read_text()


def test_conda_users_get_the_same_packages(repository: Path, wanted: dict[str, Requirement]) -> None:
    items = re.findall(r"^ +- ([^\s:]+)$", (repository / "environment.yml").read_text(), re.M)
    found = requirements("\n".join(item for item in items if item not in ("conda-forge", "nodefaults", "pip")))
    assert str(found.pop("python").specifier) == ">=3.11"
    assert {CONDA_NAMES.get(name, name): r.specifier for name, r in found.items()} == {name: r.specifier for name, r in wanted.items()}


def test_the_lock_pins_what_is_wanted_with_hashes(wanted: dict[str, Requirement], lock: str) -> None:
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.M))
    for name, requirement in wanted.items():
        assert requirement.specifier.contains(pins[name]), name
    for block in re.split(r"\n(?=\S)", lock.strip()):
        assert "--hash=sha256:" in block, block


def test_the_lock_holds_no_address_and_no_path(lock: str) -> None:
    assert not re.search(r"://|^-|[ =@]/", lock, re.M)


def test_every_target_says_what_it_does(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text()
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert targets is not None
    assert re.findall(r"^(\w+):.*## \S", makefile, re.M) == targets[1].split()
