"""Deals the written comments out to posts, people and times."""

import collections
import dataclasses
import datetime

from sample_programme import cast, made_up_ids, texts
from sample_programme.calendar_days import UTC, pacific_day
from sample_programme.dice import Dice

FIRST_COMMENTED = datetime.datetime(2026, 5, 1, tzinfo=UTC)
LAST_COMMENTED = datetime.datetime(2026, 10, 28, tzinfo=UTC)
FETCHED_HOUR = 14
LEAST_DAYS_BEFORE_FETCH = 12
HAND_KEPT_UNTIL = datetime.datetime(2026, 10, 31, 17, tzinfo=UTC)
# People thank in the same words again and again; other comments are written once.
COPIES_OF_FORMULAS = 3
YT_DLP, DOWNLOADER, HAND_KEPT = range(3)


@dataclasses.dataclass
class Comment:
    """One comment under one post; a reply knows its parent."""

    post: object
    text: str
    is_formula: bool
    name: str
    handle: str
    at: datetime.datetime
    likes: int
    id: str = ""
    parent: object = None
    is_creators: bool = False


def fetched_at(post):
    """When somebody fetched the comments of a post: the second of a month, twelve days after publication or later."""
    ready = post.published + datetime.timedelta(days=LEAST_DAYS_BEFORE_FETCH)
    month = ready.month if ready.day < 2 else ready.month + 1
    return datetime.datetime(ready.year, min(month, 11), 2, FETCHED_HOUR, 5, tzinfo=UTC)


def gathered_by(creator):
    """With which tool the creator's comments are gathered."""
    return creator.number


def deal(folder, posts):
    """The comments of one language by post key, in order of time.

    posts: all posts of the language's creators.
    """
    dice = Dice("comments", folder)
    people = texts.people(folder)
    dealt = collections.defaultdict(list)
    for row in _rows_with_copies(folder):
        post = _place(row, posts, dice)
        dealt[post.key].append(_written(row, post, people, dice))
    return {key: _threaded(found) for key, found in dealt.items()}


def known_days(comments):
    """How many of the comments fall on each of the platforms' days."""
    return collections.Counter(pacific_day(comment.at) for comment in comments)


def _rows_with_copies(folder):
    rows = texts.comments(folder)
    formulas = [row for row in rows if row.talk == "any" and row.response == "formula"]
    return Dice("rows", folder).shuffled(rows + formulas * (COPIES_OF_FORMULAS - 1))


def _place(row, posts, dice):
    if row.talk == "any":
        open_posts = [post for post in posts if _takes_comments(post)]
        return dice.weighted(open_posts, [3 if post.talk else 1 for post in open_posts])
    found = [post for post in posts if post.talk and post.talk.code == row.talk]
    video, clip = sorted(found, key=lambda post: post.platform, reverse=True)
    is_hand_kept = gathered_by(video.creator) == HAND_KEPT
    return clip if is_hand_kept and dice.chance(0.25) and clip.published < LAST_COMMENTED else video


def _takes_comments(post):
    if not FIRST_COMMENTED <= post.published < LAST_COMMENTED:
        return False
    return post.platform == "youtube" or gathered_by(post.creator) == HAND_KEPT


def _written(row, post, people, dice):
    name, handle = people[int(len(people) * dice.unit() ** 1.6)]
    likes = int(dice.unit() ** 6 * post.creator.launch_views / 25)
    return Comment(post, row.text, row.response == "formula", name, handle, _moment(post, dice), likes)


def _moment(post, dice):
    """A time after publication and before somebody fetches the comments."""
    until = fetched_at(post)
    if post.talk and post.talk.code == cast.VIRAL_TALK:
        until = until.replace(month=11)
        if dice.chance(0.6):
            wave = datetime.datetime.combine(cast.VIRAL_DAY, datetime.time(5), UTC)
            return wave + datetime.timedelta(seconds=round(dice.waiting(6, 25) * 86_400))
    if gathered_by(post.creator) == HAND_KEPT:
        until = min(until, HAND_KEPT_UNTIL)
    longest = (until - post.published).total_seconds() - 3_600
    return post.published + datetime.timedelta(seconds=240 + int(dice.waiting(3 * 86_400, longest)))


def _threaded(comments):
    """The comments of a post in order of time, with ids, replies, and now and then an answer of the creator."""
    ordered = sorted(comments, key=lambda comment: (comment.at, comment.text, comment.handle))
    post = ordered[0].post
    dice = Dice("threads", post.key)
    roots = []
    for number, comment in enumerate(ordered):
        comment.id = made_up_ids.comment(f"{post.key}:{number}")
        if comment.is_formula and roots and dice.chance(0.3):
            _answer(comment, dice.pick(roots), number)
        else:
            roots.append(comment)
    return ordered + _creators_answers(post, ordered, roots, dice)


def _answer(comment, root, number):
    comment.parent = root
    comment.id = made_up_ids.reply(root.id, f"{root.post.key}:{number}")


def _creators_answers(post, comments, roots, dice):
    """At most one answer of the creator, in words that commenters use too."""
    words = [comment.text for comment in comments if comment.is_formula and len(comment.text) <= 14]
    if gathered_by(post.creator) == HAND_KEPT or not words or not dice.chance(0.45):
        return []
    root = roots[0]
    at = min(root.at + datetime.timedelta(hours=dice.between(1, 20)), fetched_at(post) - datetime.timedelta(hours=1))
    if at <= root.at:
        return []
    answer = Comment(post, dice.pick(words), True, post.creator.channel, post.creator.handle, at, dice.integer(0, 9),
                     is_creators=True)
    _answer(answer, root, "creator")
    return [answer]
