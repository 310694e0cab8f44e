"""A text in another language is told from an English one, however short of common words that is; one too short to tell is read."""

import json
from pathlib import Path

import pytest

from analysis.language import WORDS, is_english

OTHERS = {
    "Arabic": "قتل ما لا يقل عن تسعة وثلاثين شخصا يوم الاثنين في غارات جوية على سوق في شمال غرب سوريا، وفق المرصد السوري لحقوق الإنسان",
    "Russian": "Не менее тридцати девяти человек погибли в понедельник при ударе по рынку на северо-западе Сирии, сообщает Reuters",
    "French": (
        "Au moins 39 personnes ont été tuées lundi dans des raids aériens sur un marché du nord-ouest de la Syrie, selon l'Observatoire "
        "syrien des droits de l'homme. Les secouristes ont fait état de dizaines de blessés et de nombreux corps sous les décombres. "
    ),
    "German": (
        "Bei Luftangriffen auf einen Markt sind nach Angaben der Beobachtungsstelle mindestens 39 Menschen getötet worden, was die Armee "
        "bestritt. Die meisten Opfer waren Zivilisten, hieß es am Montag. Russland wies die Vorwürfe zurück. "
    ),
    "Spanish": (
        "Al menos 39 personas murieron el lunes en un ataque aéreo contra un mercado en el noroeste de Siria, según el Observatorio Sirio "
        "de Derechos Humanos, y más de cien resultaron heridas. Moscú negó que sus aviones hubieran bombardeado esa parte del país. "
    ),
    "Turkish": (
        "Suriye'nin kuzeybatısında bir pazara düzenlenen hava saldırısında pazartesi günü en az 39 kişi hayatını kaybetti, yüzden fazla "
        "kişi yaralandı. Gözlemevi ölenlerin çoğunun sivil olduğunu bildirdi. Moskova ise bu bölgede uçuş yapılmadığını açıkladı. "
    ),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_language_is_told(text: str) -> None:
    assert not is_english(text * 3)


@pytest.mark.parametrize("text", ["39 killed in Idlib", "Idlib: 39 morts", "", "Raqqa, Hajin, Susah: " * (WORDS // 4)])
def test_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert is_english(text)


def test_every_coded_article_is_english(repository: Path) -> None:
    rows = [json.loads(line) for path in (repository / "data" / "gold").glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows if not is_english(row["text"])] == []
