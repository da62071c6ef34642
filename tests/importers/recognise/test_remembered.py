"""What was found out about a short text is kept, about a long one not."""

from giar_site.importers.recognise.remembered import SHORT, remembered


def test_a_short_text_is_asked_about_once() -> None:
    asked: list[str] = []
    length = remembered(lambda text: asked.append(text) or len(text))
    assert [length("总计"), length("总计"), length("其他")] == [2, 2, 2]
    assert asked == ["总计", "其他"]


def test_a_long_text_is_not_kept_so_that_no_file_fills_the_memory() -> None:
    asked: list[str] = []
    length = remembered(lambda text: asked.append(text) or len(text))
    long = "数" * (SHORT + 1)
    assert [length(long), length(long)] == [SHORT + 1] * 2
    assert asked == [long, long]
