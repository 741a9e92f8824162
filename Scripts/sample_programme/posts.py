"""What each creator publishes, and when."""

import dataclasses
import datetime

from sample_programme import cast, made_up_ids, texts
from sample_programme.calendar_days import FRIDAY, local_time, pacific_day, snapped_to
from sample_programme.dice import Dice

CHARACTERS_PER_SECOND = 13
SILENCE_AT_END = 4
FIRST_VIDEO = datetime.date(2026, 3, 13)
LAST_VIDEO = datetime.date(2026, 10, 26)
FIRST_PICTURE = datetime.date(2026, 4, 3)
LAST_PICTURE = datetime.date(2026, 10, 28)
# Where the four talks stand in a creator's half year: from May to October.
TALK_PLACES = (0.3, 0.5, 0.72, 0.92)
GREETINGS = ("жума муб", "джума муб", "juma mub")


@dataclasses.dataclass
class Post:
    """A video or an Instagram post; the simulation fills `days` with the counts of each day."""

    key: str
    creator: cast.Creator
    platform: str
    kind: str
    id: str
    title: str
    description: str
    duration: int
    published: datetime.datetime
    talk: texts.Talk = None
    days: dict = dataclasses.field(default_factory=dict)

    @property
    def published_day(self):
        """The day on the platforms' clock."""
        return pacific_day(self.published)

    @property
    def shortcode(self):
        return made_up_ids.shortcode(self.key)

    @property
    def link(self):
        if self.platform == "youtube":
            return f"https://www.youtube.com/watch?v={self.id}"
        part = "reel" if self.kind == "reel" else "p"
        return f"https://www.instagram.com/{part}/{self.shortcode}/"


def all_posts(creator):
    """Everything that the creator published: videos, then Instagram posts, each oldest first."""
    videos = _videos(creator)
    return videos + _instagram_posts(creator, [video for video in videos if video.talk])


def talk_seconds(talk):
    """How long the words of a talk take."""
    return sum(map(len, talk.paragraphs)) / CHARACTERS_PER_SECOND


def _videos(creator):
    titles = texts.titles(creator.text_folder, creator.code, "youtube")
    shorts = sorted(titles, key=lambda title: (len(title), title))[: len(titles) // 4]
    programme = _with_talks(creator, Dice("titles", creator.code).shuffled(titles))
    return [
        _talk_video(creator, number, day, entry) if isinstance(entry, texts.Talk)
        else _other_video(creator, number, day, entry, entry in shorts)
        for number, (day, entry) in enumerate(zip(_video_days(creator, len(programme)), programme), 1)
    ]


def _with_talks(creator, titles):
    """The titles in order of publication, the creator's talks among them."""
    talks = texts.talks(creator.text_folder)
    programme = list(titles)
    last = len(titles) + len(TALK_PLACES) - 1
    for place, number in zip(TALK_PLACES, cast.TALK_ORDER.get(creator.code, (1, 2, 3, 4))):
        programme.insert(round(place * last) + creator.number % 2, talks[f"{creator.code}-{number}"])
    return programme


def _video_days(creator, count):
    """Days some two weeks apart, most of them Fridays."""
    dice = Dice("video days", creator.code)
    step = (LAST_VIDEO - FIRST_VIDEO).days / (count - 1)
    chosen = []
    for number in range(count):
        day = FIRST_VIDEO + datetime.timedelta(round(number * step) + dice.integer(-3, 3) * (0 < number < count - 1))
        chosen.append(snapped_to(day, FRIDAY) if dice.chance(0.6) and number < count - 1 else day)
    return chosen


def _talk_video(creator, number, day, talk):
    seconds = round(talk_seconds(talk)) + SILENCE_AT_END
    return _video(creator, number, day, talk.title, "video", seconds, talk)


def _other_video(creator, number, day, title, is_short):
    dice = Dice("video", creator.code, number)
    seconds = dice.integer(32, 59) if is_short else dice.integer(190, 1500)
    return _video(creator, number, day, title, "short" if is_short else "video", seconds, None)


def _video(creator, number, day, title, kind, seconds, talk):
    key = f"{creator.code}-v{number:02d}"
    dice = Dice("hour", key)
    if creator.code in cast.STRAIGHT_QUOTES:
        title = title.translate(str.maketrans("«»", '""'))
    published = local_time(day, dice.integer(14, 20), dice.integer(0, 59), creator.hours_east)
    video_id = made_up_ids.video(key, cast.ID_STARTS.get(key, ""))
    description = talk.description if talk else title
    return Post(key, creator, "youtube", kind, video_id, title, description, seconds, published, talk)


def _instagram_posts(creator, talk_videos):
    captions = texts.titles(creator.text_folder, creator.code, "instagram")
    step = (LAST_PICTURE - FIRST_PICTURE).days / (len(captions) - 1)
    posts = [_caption_post(creator, number, FIRST_PICTURE + datetime.timedelta(round((number - 1) * step)), caption)
             for number, caption in enumerate(captions, 1)]
    posts += [_clip(creator, number, video) for number, video in enumerate(talk_videos, len(captions) + 1)]
    return sorted(posts, key=lambda post: (post.published, post.key))


def _caption_post(creator, number, day, caption):
    key = f"{creator.code}-i{number:02d}"
    dice = Dice("picture", key)
    kind = dice.weighted(["reel", "image", "carousel"], [5, 3, 2])
    hour, minute = dice.integer(17, 21), dice.integer(0, 59)
    if caption.casefold().startswith(GREETINGS):
        day, hour, minute = snapped_to(cast.FIXED_DAYS.get(key, day), FRIDAY), 8, 30
    published = local_time(day, hour, minute, creator.hours_east)
    return _instagram(creator, key, kind, caption, dice.integer(18, 75), published, None)


def _clip(creator, number, video):
    """A talk's best minute, one to three days after the talk."""
    key = f"{creator.code}-i{number:02d}"
    dice = Dice("clip", key)
    published = video.published + datetime.timedelta(days=dice.integer(1, 3), minutes=dice.integer(10, 170))
    caption = f"{video.talk.title}\n{video.talk.description}"
    return _instagram(creator, key, "reel", caption, dice.integer(48, 89), published, video.talk)


def _instagram(creator, key, kind, caption, seconds, published, talk):
    post_id = made_up_ids.instagram_post(key)
    seconds = seconds if kind == "reel" else 0
    return Post(key, creator, "instagram", kind, post_id, caption.split("\n")[0], caption, seconds, published, talk)
