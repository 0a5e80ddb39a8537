"""The small crosswalk between the standards holds in both directions."""

from __future__ import annotations

from pathlib import Path

from ethicsdiff.standards.load import load_catalogue
from tests.standards import lookalikes as like
from tests.standards.test_workspace_texts import brought_in, standard, text_file


def related() -> dict[str, tuple[str, ...]]:
    return {f"{one.id}:{clause.id}": clause.related for one in load_catalogue(like.STANDARDS).standards for clause in one.clauses}


def test_related_clauses_name_each_other() -> None:
    table = related()
    themes = {f"warsaw:T{number}" for number in range(1, 5)}
    one_way = [(name, other) for name, others in table.items() for other in others if name not in table[other] and other not in themes]
    assert one_way == []
    assert "kyiv:11" in table["bangalore:1.3"] and "bangalore:1.3" in table["kyiv:11"]
    assert "bangalore-measures:3" in table["kyiv:12"]


def test_a_theme_is_touched_only_through_what_it_names_itself() -> None:
    assert related()["warsaw:T2"] == ("kyiv:5", "kyiv:26")


def test_nothing_is_related_to_a_theme_that_an_import_replaced(home: Path, tmp_path: Path) -> None:
    assert home.parent.name == "workspace" and "warsaw:T1" in next(c.related for c in standard("kyiv").clauses if c.id == "7")
    brought_in("warsaw", text_file(tmp_path, like.kyiv_like("ru")))
    assert not any(name.startswith("warsaw:T") for clause in standard("kyiv").clauses for name in clause.related)
