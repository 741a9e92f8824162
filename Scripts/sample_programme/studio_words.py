"""Words that YouTube Studio's interface language puts into names, headers and labels."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Words:
    """One interface language."""

    table_file: str
    chart_file: str
    totals_file: str
    content: str
    date: str
    geography: str
    total: str
    head: tuple
    views: str
    hours: str
    subscribers: str
    view_duration: str
    impressions: str
    ctr: str


ENGLISH = Words(
    "Table data.csv", "Chart data.csv", "Totals.csv", "Content", "Date", "Geography", "Total",
    ("Content", "Video title", "Video publish time", "Duration"), "Views", "Watch time (hours)", "Subscribers",
    "Average view duration", "Thumbnail impressions", "Thumbnail click-through rate (%)")
RUSSIAN = Words(
    "Данные из таблицы.csv", "Данные диаграммы.csv", "Итоговые данные.csv", "Контент", "Дата", "География",
    "Итоговое значение", ("Контент", "Название видео", "Время публикации видео", "Продолжительность"), "Просмотры",
    "Время просмотра (часы)", "Подписчики", "Средняя продолжительность просмотра", "Показы значков видео",
    "CTR для значков видео (%)")


def words_of(creator):
    """The language in which the creator's staff use Studio."""
    return RUSSIAN if creator.studio.startswith("ru") else ENGLISH
