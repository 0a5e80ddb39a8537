"""A second run over a file that carries our comments: what nobody touched is replaced, what a person worked with stays."""

from __future__ import annotations

import re

import pytest

from ethicsdiff.ooxml.comments import Signature
from tests.builders import docx, p, relationship, run, zipped
from tests.ooxml.marks import W15, W, comments_by_id, main_part, parts, text_of, xml
from tests.ooxml.remarks import BY, holder_of, remark, result_of, write

TWO = docx(p("первый") + p("второй"))
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
LASTING = "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"
EXTENSIBLE = "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible"


def headlines(data: bytes) -> list[str]:
    """Returns author and first line of each comment."""
    return [f"{one.get(f'{W}author')}: {text_of(one)[0]}" for one in comments_by_id(data).values()]


def with_part(data: bytes, name: str, pattern: str, new: str) -> bytes:
    """Returns a package with the first match in a part replaced."""
    text = parts(data)[name].decode()
    assert re.search(pattern, text), text
    return zipped(parts(data) | {name: re.sub(pattern, new, text, count=1)})


def answered(data: bytes, row: int = 0) -> bytes:
    """Returns a file in which someone has replied to one of our comments."""
    extended = xml(parts(data)["word/commentsExtended.xml"])
    parent = extended[row].get(f"{W15}paraId")
    reply = (
        '<w:comment w:id="900" w:author="Эксперт"><w:p w14:paraId="00ABCDEF"><w:r><w:t>Согласен</w:t></w:r></w:p></w:comment>'
    )
    data = with_part(data, "word/comments.xml", "</w:comments>", f"{reply}</w:comments>")
    thread = f'<w15:commentEx w15:paraId="00ABCDEF" w15:paraIdParent="{parent.lower()}" w15:done="0"/>'
    data = with_part(data, "word/commentsExtended.xml", "</w15:commentsEx>", f"{thread}</w15:commentsEx>")
    marks = ('<w:commentRangeStart w:id="900"/>', '<w:commentRangeEnd w:id="900"/>', run('<w:commentReference w:id="900"/>'))
    return with_part(data, "word/document.xml", "</w:p>", "".join(marks) + "</w:p>")


def resolved(data: bytes, row: int = 0) -> bytes:
    """Returns a file in which someone has marked one of our comments as resolved."""
    para = xml(parts(data)["word/commentsExtended.xml"])[row].get(f"{W15}paraId")
    return with_part(data, "word/commentsExtended.xml", f'(paraId="{para}" w15:done=)"0"', r'\1"1"')


def names(data: bytes) -> list[str]:
    """Returns the names of all bookmarks."""
    return [one.get(f"{W}name") for one in xml(main_part(data)).iter(f"{W}bookmarkStart")]


def test_the_same_run_twice_gives_the_same_parts() -> None:
    once = write(TWO, remark(1), remark(2, 1))
    assert parts(write(once, remark(1), remark(2, 1), check=False)) == parts(once)


def test_untouched_comments_are_replaced() -> None:
    once = write(TWO, remark(1), remark(2, 1))
    again = write(once, remark(5, 1, text="Новый"), check=False)
    assert headlines(again) == ["ethicsdiff: [ED-5] Новый"]
    assert names(again) == ["_ed_5"]
    assert len(xml(parts(again)["word/commentsExtended.xml"])) == 1
    assert main_part(again).count(b"commentReference") == 1


def test_without_remarks_all_our_comments_go_and_the_text_is_as_it_was() -> None:
    again = write(write(TWO, remark(1)), check=False)
    assert not comments_by_id(again)
    assert not names(again)
    assert len(main_part(again)) < len(main_part(write(TWO, remark(1))))


def test_a_comment_with_a_reply_stays_and_gets_the_new_text() -> None:
    before = answered(write(TWO, remark(1), remark(2, 1)))
    result = result_of(before, [remark(8, 0, text="Уточнено"), remark(9, 1)])
    assert result.kept == 1
    again = write(before, remark(8, 0, text="Уточнено"), remark(9, 1), check=False)
    assert sorted(headlines(again)) == ["ethicsdiff: [ED-8] Уточнено", "ethicsdiff: [ED-9] Заголовок", "Эксперт: Согласен"]
    rows = {one.get(f"{W15}paraId"): one.get(f"{W15}paraIdParent") for one in xml(parts(again)["word/commentsExtended.xml"])}
    assert rows["00ABCDEF"].upper() in rows
    assert holder_of(again, 8) == "первый"
    assert parts(write(again, remark(8, 0, text="Уточнено"), remark(9, 1), check=False)) == parts(again)


def test_a_resolved_comment_stays_resolved() -> None:
    before = resolved(write(TWO, remark(1)))
    again = write(before, remark(3, 0, text="Уточнено"), check=False)
    assert headlines(again) == ["ethicsdiff: [ED-3] Уточнено"]
    assert [one.get(f"{W15}done") for one in xml(parts(again)["word/commentsExtended.xml"])] == ["1"]


def test_a_kept_comment_without_a_remark_gives_up_its_tag() -> None:
    again = write(answered(write(TWO, remark(1))), remark(1, 1), check=False)
    assert headlines(again) == ["ethicsdiff: (ED-1) Заголовок", "Эксперт: Согласен", "ethicsdiff: [ED-1] Заголовок"]
    third = write(again, remark(1, 1), check=False)
    assert parts(third) == parts(again)


def test_two_remarks_on_the_paragraph_of_a_kept_comment_are_told_apart_by_tag_only() -> None:
    before = answered(write(TWO, remark(1)))
    same = write(before, remark(1, 0, text="Тот же"), remark(2), check=False)
    assert "ethicsdiff: [ED-1] Тот же" in headlines(same)
    assert len(comments_by_id(same)) == 3
    other = write(before, remark(4), remark(5), check=False)
    assert "ethicsdiff: (ED-1) Заголовок" in headlines(other)
    assert len(comments_by_id(other)) == 4


@pytest.mark.parametrize(
    ("part", "pattern", "new"),
    [
        ("word/comments.xml", 'w:author="ethicsdiff"', 'w:author="Эксперт"'),
        ("word/comments.xml", r"\[ED-1\]", "ED-1"),
        ("word/document.xml", "_ed_1", "_other"),
    ],
    ids=["author", "tag", "bookmark"],
)
def test_a_comment_is_ours_only_by_author_tag_and_bookmark(part: str, pattern: str, new: str) -> None:
    before = with_part(write(TWO, remark(1)), part, pattern, new)
    again = write(before, remark(2, 1), check=False)
    assert len(comments_by_id(again)) == 2


def test_comments_of_another_author_name_are_left_to_that_name() -> None:
    other = Signature(author="Группа", initials="Г", date=BY.date)
    assert len(comments_by_id(write(write(TWO, remark(1)), remark(2), by=other, check=False))) == 2


def test_rows_of_removed_comments_go_from_the_lasting_ids_too() -> None:
    once = write(docx(p("a"), rels=relationship("i", LASTING, "commentsIds.xml") + relationship("e", EXTENSIBLE, "cex.xml")), remark(1))
    para = xml(parts(once)["word/commentsExtended.xml"])[0].get(f"{W15}paraId")
    ids = (
        f'<c:commentsIds xmlns:c="{CID}"><c:commentId c:paraId="{para}" c:durableId="2A"/>'
        '<c:commentId c:paraId="00000001" c:durableId="2B"/></c:commentsIds>'
    )
    rows = "".join(f'<c:commentExtensible c:durableId="{one}"/>' for one in ("2A", "2B"))
    before = zipped(
        parts(once) | {"word/commentsIds.xml": ids, "word/cex.xml": f'<c:commentsExtensible xmlns:c="{CEX}">{rows}</c:commentsExtensible>'}
    )
    again = parts(write(before, remark(2), check=False))
    assert [one.get(f"{{{CID}}}durableId") for one in xml(again["word/commentsIds.xml"])] == ["2B"]
    assert [one.get(f"{{{CEX}}}durableId") for one in xml(again["word/cex.xml"])] == ["2B"]


def test_a_reference_in_a_run_with_other_content_takes_only_itself_away() -> None:
    once = write(TWO, remark(1))
    merged = with_part(once, "word/document.xml", r"(<w:commentReference [^>]*/>)(</w:r>)", r"\1<w:t>хвост</w:t>\2")
    again = main_part(write(merged, check=False))
    assert "хвост".encode() in again
    assert b"commentReference" not in again


def test_white_space_put_around_our_marks_stays() -> None:
    once = write(TWO, remark(1))
    spaced = with_part(once, "word/document.xml", r"(<w:commentRangeStart [^>]*/>)", r"\1 ")
    assert b" <w:r>" in main_part(write(spaced, check=False))
