"""Writes the 48 talks as people and machines leave them: SRT, WebVTT, and text pasted from the watch page."""

from sample_programme import speech
from sample_programme.calendar_days import month_name
from sample_programme.file_names import video_file_name
from sample_programme.relative_time import russian_plural

BY_HAND, BY_MACHINE, PASTED = range(3)
LINE = 42
MACHINE_LINE = 34
# Hand-made files from other programs: one with a byte order mark and CRLF, one in Windows-1251.
WITH_MARK = "R01-2"
IN_WINDOWS_1251 = "R03-3"


def files(videos):
    """Path below exports and bytes of the transcript of every talk among the videos."""
    for video in videos:
        if video.talk:
            name, data = _transcript(video)
            month = month_name((video.published_day.year, video.published_day.month))
            yield f"{month}/Transcripts/{name}", data


def way(talk):
    """Which third a talk belongs to."""
    return (int(talk.code[1:3]) + int(talk.code[-1])) % 3


def _transcript(video):
    tag = video.creator.caption_tag
    if way(video.talk) == BY_HAND:
        return video_file_name(video, f".{tag}.srt"), _encoded(video.talk, _srt(video.talk))
    if way(video.talk) == PASTED:
        return video_file_name(video, ".txt"), _pasted(video).encode("utf-8")
    if tag == "ru":
        return video_file_name(video, ".ru-orig.vtt"), _rolling_vtt(video.talk).encode("utf-8")
    return video_file_name(video, f" (auto).{tag}.vtt"), _plain_vtt(video.talk).encode("utf-8")


def _encoded(talk, text):
    if talk.code == WITH_MARK:
        return text.replace("\n", "\r\n").encode("utf-8-sig")
    return text.encode("cp1251" if talk.code == IN_WINDOWS_1251 else "utf-8")


def _stamp(seconds, mark):
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"


def _srt(talk):
    cues = [f"{number}\n{_stamp(piece.start, ',')} --> {_stamp(piece.end, ',')}\n{_two_lines(piece.text)}\n"
            for number, piece in enumerate(speech.phrases(talk, 2 * LINE), 1)]
    return "\n".join(cues)


def _two_lines(text):
    """Broken at the space nearest to the middle, if it needs breaking."""
    if len(text) <= LINE:
        return text
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    middle = min(spaces, key=lambda place: abs(place - len(text) / 2))
    return text[:middle] + "\n" + text[middle + 1:]


def _rolling_vtt(talk):
    """YouTube's automatic captions: each cue repeats the line before; a cue of 10 ms holds the settled line."""
    lines = speech.heard_lines(talk, MACHINE_LINE)
    parts = ["WEBVTT\nKind: captions\nLanguage: ru\n"]
    before = " "
    for line, following in zip(lines, lines[1:] + [None]):
        settled = " ".join(word.text for word in line)
        end = following[0].start if following else line[-1].end + 2
        parts.append(_rolling_cue(line[0].start, end - 0.01, before, _stamped_words(line)))
        parts.append(_rolling_cue(end - 0.01, end, settled, " "))
        before = settled
    return "\n".join(parts)


def _rolling_cue(start, end, upper, lower):
    return f"{_stamp(start, '.')} --> {_stamp(end, '.')} align:start position:0%\n{upper}\n{lower}\n"


def _stamped_words(line):
    rest = "".join(f"<{_stamp(word.start, '.')}><c> {word.text}</c>" for word in line[1:])
    return line[0].text + rest


def _plain_vtt(talk):
    """What a recogniser on somebody's own machine writes: no hours, no word stamps."""
    cues = []
    for line in speech.heard_lines(talk, 2 * MACHINE_LINE):
        start, end = (_stamp(moment, ".")[3:] for moment in (line[0].start, line[-1].end))
        cues.append(f"{start} --> {end}\n{' '.join(word.text for word in line)}\n")
    return "WEBVTT\n\n" + "\n".join(cues)


def _pasted(video):
    """Text copied from the watch page, in one of its three looks."""
    look = int(video.talk.code[-1]) % 3
    lines = {0: [], 1: ["Transcript", "Search in video"], 2: ["Расшифровка видео", "Поиск по видео"]}[look]
    for piece in speech.phrases(video.talk, 64):
        minutes, seconds = divmod(int(piece.start), 60)
        stamp = f"{minutes}:{seconds:02d}"
        if look == 0:
            lines.append(f"{stamp} {piece.text}")
        else:
            spoken = (_spoken_in_english if look == 1 else _spoken_in_russian)(minutes, seconds)
            lines += [stamp, spoken, piece.text]
    return "\n".join(lines) + "\n"


def _spoken_in_english(minutes, seconds):
    """`1 minute, 4 seconds`: what a screen reader says for the time."""
    parts = [f"{number} {unit}{'' if number == 1 else 's'}"
             for number, unit in ((minutes, "minute"), (seconds, "second")) if number]
    return ", ".join(parts) or "0 seconds"


def _spoken_in_russian(minutes, seconds):
    """`1 минута 4 секунды`."""
    forms = {"minute": ("минута", "минуты", "минут"), "second": ("секунда", "секунды", "секунд")}
    parts = [f"{number} {russian_plural(number, forms[unit])}"
             for number, unit in ((minutes, "minute"), (seconds, "second")) if number]
    return " ".join(parts) or "0 секунд"
