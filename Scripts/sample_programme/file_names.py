"""File names as yt-dlp makes them: letters that Windows forbids become their wide brothers."""

WIDE = str.maketrans({'"': "＂", "*": "＊", ":": "：", "<": "＜", ">": "＞", "?": "？", "/": "⧸", "\\": "⧹", "|": "｜"})


def safe(title):
    """The title without letters that a file system refuses."""
    return title.translate(WIDE)


def video_file_name(post, ending):
    """`<title> [<id>]<ending>`."""
    return f"{safe(post.title)} [{post.id}]{ending}"
