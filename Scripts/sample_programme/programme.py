"""All generated files: what each creator's staff would have handed in, month by month."""

from sample_programme import (
    archives, comment_files, comments, meta, oddities, registry, studio, studio_breakdowns, texts, transcripts)
from sample_programme.calendar_days import MONTHS, month_name
from sample_programme.cast import CREATORS
from sample_programme.posts import all_posts
from sample_programme.simulation import simulate
from sample_programme.studio_words import words_of


def all_files():
    """Path below Samples -> bytes."""
    posts = {creator.code: all_posts(creator) for creator in CREATORS}
    dealt = _dealt(posts)
    for post in (post for theirs in posts.values() for post in theirs):
        _live(post, dealt.get(post.key, []))
    exports = dict(_exports(posts, dealt))
    files = {f"exports/{path}": data for path, data in exports.items()}
    files["creators.csv"] = registry.creators_csv()
    files["expected-2026-10.csv"] = registry.expected_csv(posts)
    return files


def _dealt(posts):
    """Comments by post key, language by language."""
    dealt = {}
    for folder in texts.FOLDERS:
        theirs = [post for creator in CREATORS if creator.text_folder == folder for post in posts[creator.code]]
        dealt.update(comments.deal(folder, theirs))
    return dealt


def _live(post, written):
    """Simulates a post. Where staff copy comments by hand there are more than they copied."""
    is_complete = bool(written) and comments.gathered_by(post.creator) != comments.HAND_KEPT
    simulate(post, comments.known_days(written), is_complete)


def _exports(posts, dealt):
    for creator in CREATORS:
        videos = [post for post in posts[creator.code] if post.platform == "youtube"]
        for month in MONTHS:
            yield from _studio_files(creator, videos, month)
            yield from _breakdowns(creator, videos, month)
            yield from _meta_files(creator, posts[creator.code], month)
        yield from transcripts.files(videos)
    yield from comment_files.files(CREATORS, posts, dealt)
    yield from _odd_studio_files(posts)
    yield from oddities.strangers()


def _studio_files(creator, videos, month):
    """One content export in the form in which it was kept."""
    export = (creator.code, month)
    if export in oddities.NO_STUDIO:
        return
    members = studio.content_export(creator, videos, month)
    path = f"{month_name(month)}/YouTube/{studio.export_name(creator, month)}"
    if export in oddities.AS_FOLDER:
        yield from ((f"{path}/{name}", data) for name, data in members.items())
    elif export in oddities.AS_TABLE:
        yield f"{path}.csv", members[words_of(creator).table_file]
    elif export == oddities.BROKEN_OFF:
        yield f"{path}.zip", oddities.broken_zip(members, month)
        yield f"{path} (1).zip", archives.zipped(members, month)
    else:
        yield f"{path}.zip", archives.zipped(members, month)
        if export == oddities.REPEATED:
            yield f"{path} (1).zip", archives.zipped(members, month)


def _breakdowns(creator, videos, month):
    if creator.code not in studio_breakdowns.BROKEN_DOWN:
        return
    words = words_of(creator)
    for dimension, export in ((words.date, studio_breakdowns.date_export),
                              (words.geography, studio_breakdowns.geography_export)):
        path = f"{month_name(month)}/YouTube/{studio.export_name(creator, month, dimension)}.zip"
        yield path, archives.zipped(export(creator, videos, month), month)


def _meta_files(creator, posts, month):
    folder = f"{month_name(month)}/Instagram"
    if (creator.code, month) not in oddities.NO_SNAPSHOT:
        yield f"{folder}/{meta.snapshot_name(creator, posts, month)}", meta.snapshot(creator, posts, month)
    if creator.code in meta.DAILY_ACCOUNTS:
        for name, data in meta.daily_series(creator, posts, month):
            yield f"{folder}/Instagram {creator.username}/{name}", data


def _odd_studio_files(posts):
    """The restated month, filed with the month in which it was exported again, and a table cut off."""
    creators = {creator.code: creator for creator in CREATORS}
    code, month = oddities.RESTATED
    videos = [post for post in posts[code] if post.platform == "youtube"]
    members = studio.content_export(creators[code], oddities.restated(videos), month)
    yield f"2026-10/YouTube/{studio.export_name(creators[code], month)}.zip", archives.zipped(members, (2026, 10))
    code, month = oddities.CUT_OFF
    videos = [post for post in posts[code] if post.platform == "youtube"]
    table = studio.content_export(creators[code], videos, month)[words_of(creators[code]).table_file]
    name = studio.export_name(creators[code], month)
    yield f"{month_name(month)}/YouTube/{name} cut.csv", oddities.cut_table(table)
