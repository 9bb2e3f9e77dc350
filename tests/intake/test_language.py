import pytest

from comity.errors import NotEnglish
from comity.intake.language import require_english
from comity.terms import load
from comity.terms.languages import Languages

LANGUAGES = load().table(Languages)
FOREIGN = {
    "French": (
        "Le ministre des Affaires étrangères a rencontré hier à Paris son homologue allemand pour parler"
        " de la coopération entre les deux pays et des échanges."
    ),
    "Danish": (
        "Udenrigsministeren mødtes i dag med sin svenske kollega i København for at tale om samarbejdet "
        "mellem de to lande, og han sagde, at aftalen vil blive underskrevet."
    ),
    "Dutch": (
        "De minister van Buitenlandse Zaken heeft vandaag in Den Haag gesproken met zijn Duitse "
        "ambtgenoot over de samenwerking tussen beide landen en over de handel."
    ),
    "Russian": (
        "Министр иностранных дел встретился сегодня в Астане со своим армянским коллегой, чтобы обсудить"
        " сотрудничество между двумя странами и развитие торговли."
    ),
    "Turkish": (
        "Dışişleri Bakanı bugün Ankara'da Azerbaycanlı mevkidaşıyla iki ülke arasındaki iş birliğini "
        "görüşmek üzere bir araya geldi ve anlaşmanın önümüzdeki aylarda imzalanacağını söyledi."
    ),
    "Kazakh": (
        "Сыртқы істер министрі бүгін Астанада армениялық әріптесімен екі ел арасындағы ынтымақтастықты "
        "талқылау үшін кездесті."
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_refused_by_name(language: str) -> None:
    with pytest.raises(NotEnglish, match=language):
        require_english(FOREIGN[language], LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        "Tokayev, Mirziyoyev, Zhaparov, Rahmon and Berdimuhamedov met in Dushanbe, where the presidents of the five "
        "countries signed the Treaty on Friendship, Good-Neighbourliness and Cooperation.",
        "HANOI: minister met envoy; rice deal near; talks resume Friday; no word on rail link, which both sides want "
        "to finish by 2027.",
        "Qızıl Orda, Türkmenbaşy, Şymkent: Çalyşkan Gurbanow said that he had been to all of them.",
    ],
)
def test_english_full_of_foreign_names_is_read(text: str) -> None:
    require_english(text, LANGUAGES)


@pytest.mark.parametrize("text", ["Zayed, Putin: talks", "Accord signed", "1,250 km", "Tashqi ishlar vaziri"])
def test_a_few_words_are_taken_as_english(text: str) -> None:
    require_english(text, LANGUAGES)


def test_a_few_words_in_another_script_are_refused() -> None:
    with pytest.raises(NotEnglish):
        require_english("Министр прибыл в Астану", LANGUAGES)
