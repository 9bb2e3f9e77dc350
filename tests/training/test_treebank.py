from pathlib import Path

from training.sentences import spans
from training.treebank import brackets, read_treebank, spaces_before

TEXT = """# newdoc id = GUM_news_example
# text = President Donald Trump's ban
1\tPresident\tPresident\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(2-abstract-new-cf-cf1-5-sgl(1-person-giv-cf-cf1-1,2,3-coref
2\tDonald\tDonald\tPROPN\tNNP\t_\t5\tnmod:poss\t_\t_
3-4\tTrump's\t_\t_\t_\t_\t_\t_\t_\t_
3\tTrump\tTrump\tPROPN\tNNP\t_\t2\tflat\t_\t_
4\t's\t's\tPART\tPOS\t_\t2\tcase\t_\tEntity=1)
5\tban\tban\tNOUN\tNN\t_\t0\troot\t_\tEntity=2)|SpaceAfter=No
5.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
"""


def test_a_sentence_is_read_with_its_tree_and_names(tmp_path: Path) -> None:
    path = tmp_path / "gum-news.conllu"
    path.write_text(TEXT)
    (item,) = read_treebank(path)
    assert item.words == ("President", "Donald", "Trump", "'s", "ban")
    assert item.heads == (2, 5, 2, 2, 0)
    assert item.source == "gum-news/GUM_news_example"
    assert item.names is not None
    assert spans(item.names) == [(1, 3, "PERSON")]


def test_a_range_keeps_its_words_together() -> None:
    rows = [line.split("\t") for line in TEXT.splitlines() if not line.startswith("#")]
    assert spaces_before(rows) == (False, True, True, False, True)


def test_brackets_give_spans_and_fields() -> None:
    rows = [line.split("\t") for line in TEXT.splitlines() if line[0].isdigit() and line.split("\t")[0].isdigit()]
    found = [(first, fields[1], end) for first, fields, end in brackets(rows)]
    assert found == [(0, "person", 4), (0, "abstract", 5)]


def test_a_file_without_entities_tells_nothing_of_names(tmp_path: Path) -> None:
    path = tmp_path / "ewt-dev.conllu"
    path.write_text("1\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n")
    (item,) = read_treebank(path)
    assert item.names is None
