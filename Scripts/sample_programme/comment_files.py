"""Writes comments as three tools leave them: yt-dlp, youtube-comment-downloader, and staff with Excel."""

import collections
import datetime
import json

from sample_programme import comments, csv_text, made_up_ids
from sample_programme.calendar_days import LAST_DAY, UTC, month_name
from sample_programme.file_names import video_file_name
from sample_programme.relative_time import ago_in_english, ago_in_russian, estimated, rounded
from sample_programme.simulation import total

RUSSIAN_HEADER = ["Видео", "Автор", "Дата", "Комментарий", "Лайки"]
PLAIN_HEADER = ["url", "author", "date", "comment", "likes"]


def files(creators, posts_by_creator, dealt):
    """Path below exports and bytes of every comment file.

    dealt: comments by post key.
    """
    yield from _fetched_files(creators, posts_by_creator, dealt)
    yield from _hand_kept_files(creators, posts_by_creator, dealt)


def _fetched_files(creators, posts_by_creator, dealt):
    writers = {comments.YT_DLP: _info_json, comments.DOWNLOADER: _json_lines}
    for creator in creators:
        write = writers.get(comments.gathered_by(creator))
        for post in posts_by_creator[creator.code]:
            if not write or post.key not in dealt:
                continue
            for fetched in _fetches(post, dealt[post.key]):
                written = [comment for comment in dealt[post.key] if comment.at < fetched]
                name, data = write(post, written, fetched)
                yield f"{_folder(fetched)}/Comments/{creator.code}/{name}", data


def _fetches(post, written):
    """Usually one; a talk that goes on being talked about is fetched again at the end."""
    first = comments.fetched_at(post)
    last = max(comment.at for comment in written)
    return [first] if last < first else [first, first.replace(month=11)]


def _folder(fetched):
    """Comments fetched early in a month are filed with the month before."""
    return month_name((fetched.year, fetched.month - 1))


def _info_json(post, written, fetched):
    counts = total([post], post.published_day, min(LAST_DAY, fetched.date() - datetime.timedelta(1)))
    creator = post.creator
    minutes, seconds = divmod(post.duration, 60)
    info = {
        "id": post.id, "title": post.title, "fulltitle": post.title, "description": post.description,
        "channel": creator.channel, "channel_id": creator.channel_id,
        "channel_follower_count": _followers(creator, fetched), "uploader": creator.channel,
        "uploader_id": creator.handle, "timestamp": int(post.published.timestamp()),
        "upload_date": post.published.strftime("%Y%m%d"), "duration": post.duration,
        "duration_string": f"{minutes}:{seconds:02d}" if minutes else str(seconds),
        "view_count": counts["views"], "like_count": counts["likes"], "comment_count": len(written),
        "availability": "public", "live_status": "not_live", "webpage_url": post.link,
        "categories": ["People & Blogs"], "tags": [], "language": creator.languages.split()[0][:2],
        "comments": [_yt_dlp_comment(comment, fetched) for comment in _newest_first(written)],
        "epoch": int(fetched.timestamp()), "extractor": "youtube", "extractor_key": "Youtube",
    }
    text = json.dumps(info, ensure_ascii=False, separators=(", ", ": "))
    return video_file_name(post, ".info.json"), text.encode("utf-8")


def _followers(creator, fetched):
    """A rounded number that grows a little each month, as YouTube shows it."""
    followers = creator.launch_views * 11 * (1 + 0.03 * (fetched.month - 5))
    return int(round(followers, -2))


def _newest_first(written):
    return sorted(written, key=lambda comment: comment.at, reverse=True)


def _author_channel(comment):
    creator = comment.post.creator
    return creator.channel_id if comment.is_creators else made_up_ids.commenter_channel(comment.handle)


def _yt_dlp_comment(comment, fetched):
    author_id = _author_channel(comment)
    return {
        "id": comment.id, "parent": comment.parent.id if comment.parent else "root", "text": comment.text,
        "like_count": comment.likes, "author_id": author_id, "author": comment.handle,
        "author_thumbnail": f"https://yt3.ggpht.example/{author_id[2:14]}=s88", "author_is_uploader":
        comment.is_creators, "author_is_verified": False,
        "author_url": f"https://www.youtube.com/{comment.handle}", "is_favorited": False, "is_pinned": False,
        "_time_text": ago_in_english(comment.at, fetched), "timestamp": rounded(comment.at, fetched),
    }


def _json_lines(post, written, fetched):
    is_russian = post.creator.code[0] in "RC"
    lines = [_downloader_comment(comment, written, fetched, is_russian) for comment in _newest_first(written)]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return f"{post.id}.jsonl", text.encode("utf-8")


def _downloader_comment(comment, written, fetched, is_russian):
    replies = sum(other.parent is comment for other in written)
    words = (ago_in_russian if is_russian else ago_in_english)(comment.at, fetched)
    if comment.likes % 11 == 10:
        words += " (изменено)" if is_russian else " (edited)"
    channel = _author_channel(comment)
    return {
        "cid": comment.id, "text": comment.text, "time": words, "author": comment.handle, "channel": channel,
        "votes": str(comment.likes), "replies": str(replies) if replies else "",
        "photo": f"https://yt3.ggpht.example/{channel[2:14]}=s176", "heart": comment.likes > 60,
        "reply": comment.parent is not None, "time_parsed": float(estimated(comment.at, fetched)),
    }


def _hand_kept_files(creators, posts_by_creator, dealt):
    """One Windows-1251 table per creator and month; what does not fit that code page goes to one UTF-8 table."""
    tables, rest = collections.defaultdict(list), []
    for creator in creators:
        if comments.gathered_by(creator) == comments.HAND_KEPT:
            for post in posts_by_creator[creator.code]:
                for comment in dealt.get(post.key, []):
                    _keep(comment, tables, rest)
    for (month, code), rows in sorted(tables.items()):
        rows = [row for _, row in sorted(rows)]
        yield f"{month}/Comments/Комментарии {code} {month}.csv", csv_text.russian_excel([RUSSIAN_HEADER] + rows)
    yield "2026-10/Comments/comments other letters.csv", csv_text.plain(
        [PLAIN_HEADER] + [row for _, row in sorted(rest)])


def _keep(comment, tables, rest):
    creator = comment.post.creator
    zone = datetime.timezone(datetime.timedelta(hours=creator.hours_east))
    local = comment.at.astimezone(zone)
    if _fits(comment.text):
        author = comment.name if _fits(comment.name) else comment.handle
        likes = comment.likes or ""
        row = [comment.post.link, author, local.strftime("%d.%m.%Y %H:%M"), comment.text, likes]
        tables[month_name((local.year, local.month)), creator.code].append(((local, comment.id), row))
    else:
        row = [comment.post.link, comment.name, local.strftime("%Y-%m-%d %H:%M"), comment.text, comment.likes]
        rest.append(((comment.at, comment.id), row))


def _fits(text):
    """Whether Windows-1251 has all the letters."""
    try:
        text.encode("cp1251")
    except UnicodeEncodeError:
        return False
    return True
