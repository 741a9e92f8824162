"""The twelve creators. All are invented, and their ids, handles and names say so where they can."""

import dataclasses
import datetime

from sample_programme import made_up_ids


@dataclasses.dataclass(frozen=True)
class Creator:
    """A creator with both accounts and the habits of whoever exports for them."""

    code: str
    name: str
    languages: str
    country: str
    oblast: str
    channel: str
    handle: str
    username: str
    instagram_title: str
    launch_views: int
    studio: str
    meta: str
    consent: tuple

    @property
    def text_folder(self):
        return {"K": "ky", "R": "ru", "L": "uz-Latn", "C": "uz-Cyrl"}[self.code[0]]

    @property
    def caption_tag(self):
        """The language in names of caption files."""
        return {"K": "ky", "R": "ru", "L": "uz", "C": "uz-Cyrl"}[self.code[0]]

    @property
    def channel_id(self):
        return made_up_ids.programme_channel(self.code)

    @property
    def account_id(self):
        return made_up_ids.instagram_account(self.code)

    @property
    def hours_east(self):
        return 6 if self.country == "KG" else 5

    @property
    def number(self):
        """0, 1 or 2 among the creators of the language."""
        return int(self.code[1:]) - 1


EVERYTHING = ("figures themes talks", "donors", "2026-04-01", "2027-12-31")
FIGURES_ONLY = ("figures", "donors", "2026-04-01", "2027-12-31")
TEAM_ONLY = ("figures themes", "team", "2026-04-15", "2027-06-30")
ENDS_SOON = ("figures themes talks", "donors", "2026-01-01", "2026-12-31")
IN_PUBLIC = ("figures themes talks", "public", "2026-05-01", "2028-04-30")

# Fields in the order of the class: who, where; channel and handle; Instagram user and title; views on a first day; what
# the staff's Studio and Meta look like; consent.
CREATORS = [
    Creator("K01", "Асан Үлгүев", "ky ru", "KG", "Naryn", "Айыл имамы", "@AiylImamySample", "aiyl.imamy.ulgu",
            "Айыл имамы", 900, "ru-full", "en-2026", EVERYTHING),
    Creator("K02", "Үсөн Мисалов", "ky ru", "KG", "Bishkek", "Жаш молдоке сүйлөйт", "@JashMoldokeSample",
            "jash_moldoke_ulgu", "Жаш молдоке", 2400, "ru-short", "ru", EVERYTHING),
    Creator("K03", "Сапар Калыпов", "ky ru", "KG", "Osh", "Ynsap Sozu", "@YnsapSozuSample", "ynsap.sozu.ulgu",
            "Ынсап сөзү", 600, "en-basic", "en-2025", TEAM_ONLY),
    Creator("R01", "Ильяс Образцов", "ru ky", "KG", "Chuy", "Vopros Imamu", "@VoprosImamuSample", "vopros.obrazec",
            "Вопрос имаму", 1500, "en-full", "en-2026", EVERYTHING),
    Creator("R02", "Тимур Примеров", "ru", "KG", "Bishkek", "Ustaz Talks", "@UstazTalksSample", "ustaz_talks_obrazec",
            "Ustaz Talks", 4600, "en-full", "en-shuffled", IN_PUBLIC),
    Creator("R03", "Рустам Выдуманов", "ru uz-Latn", "UZ", "Tashkent", "Дом и слово", "@DomISlovoSample",
            "dom.i.slovo.obrazec", "Дом и слово", 1700, "ru-full", "ru", FIGURES_ONLY),
    Creator("L01", "Anvar Namunayev", "uz-Latn ru", "UZ", "Fergana", "Mahalla minbari", "@MahallaMinbariSample",
            "mahalla.namuna", "Mahalla minbari", 2800, "en-renamed", "en-2026", EVERYTHING),
    Creator("L02", "Sardor Misolov", "uz-Latn ru", "UZ", "Andijan", "Yoshlar bilan gap", "@YoshlarGapSample",
            "yoshlar_gap_namuna", "Yoshlar bilan gap", 3900, "en-new", "en-2025", ENDS_SOON),
    Creator("L03", "Olim Oʻylabtopilov", "uz-Latn", "UZ", "Samarkand", "Oʻrta yoʻl darsi", "@OrtaYolSample",
            "orta.yol.namuna", "Oʻrta yoʻl", 800, "en-new", "ru", EVERYTHING),
    Creator("C01", "Ҳасан Мисолов", "uz-Cyrl ky", "KG", "Osh", "Ош маҳалласи", "@OshMahallasiSample",
            "osh.mahallasi.namuna", "Ош маҳалласи", 1200, "ru-full", "ru", TEAM_ONLY),
    Creator("C02", "Бобур Намунаев", "uz-Cyrl uz-Latn", "UZ", "Namangan", "Ўғлим, эшит", "@OglimEshitSample",
            "oglim_eshit_namuna", "Ўғлим, эшит", 1000, "ru-renamed", "ru", EVERYTHING),
    Creator("C03", "Карим Тахминов", "uz-Cyrl ru", "UZ", "Kashkadarya", "Ўрта қадам", "@OrtaQadamSample",
            "orta.qadam.namuna", "Ўрта қадам", 450, "ru-full", "ru", FIGURES_ONLY),
]

BY_CODE = {creator.code: creator for creator in CREATORS}

# Creators whose titles have typed (straight) quotation marks.
STRAIGHT_QUOTES = {"K03", "R03"}
# Which talk is given first, second ...: other creators give theirs in the order of the text files.
TALK_ORDER = {"K01": [2, 3, 1, 4]}
# The talk that people pass on in October, weeks after it was given.
VIRAL_TALK = "K01-1"
VIRAL_DAY = datetime.date(2026, 10, 7)
# Studio guards some ids that begin with a minus sign; these videos show when.
ID_STARTS = {"R01-v05": "-xQ", "C02-v03": "-_k", "K03-v02": "-6U", "L02-v07": "--a"}
# A Friday greeting that is May in Bishkek and still April on Meta's clock.
FIXED_DAYS = {"K01-i05": datetime.date(2026, 5, 1)}
# An old video that Studio lists without its publish time (unlisted since).
UNDATED = {"K03-v01"}
