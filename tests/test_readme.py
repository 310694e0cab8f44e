"""What README.md names exists: the modules of the reading, the commands, the files it leads to."""

import re
from pathlib import Path

import pytest

from analysis.__main__ import main


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


def test_the_table_of_modules_is_whole(readme: str, repository: Path) -> None:
    home, table = repository / "analysis" / "extraction", readme.partition("| stage | module |")[2]
    modules = {path.name for path in home.glob("*.py")} - {"__init__.py"}
    folders = {path.parent.name for path in home.glob("*/__init__.py")} - {"lexicon"}
    assert set(re.findall(r"`(\w+\.py)`", table)) == modules
    assert set(re.findall(r"\| `(\w+)/` \|", table)) == folders


def test_the_commands_exist(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    commands = set(re.findall(r"python -m analysis (\w+)", readme))
    for command in commands:
        with pytest.raises(SystemExit) as stop:
            main([command, "--help"])
        assert stop.value.code == 0
    with pytest.raises(SystemExit):
        main(["--help"])
    assert commands == set(re.findall(r"(?m)^    (\w+)  ", capsys.readouterr().out.rpartition("COMMAND\n")[2]))


def test_pictures_and_pages_are_there(readme: str, repository: Path) -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert linked and [name for name in linked if not (repository / name).exists()] == []
