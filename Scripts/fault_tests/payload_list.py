"""Texts made to break out of where they are put: generated, not collected. Each is one line without a line break where
its place allows none."""

ACTIVE = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' autofocus onfocus=alert(1) x='",
    '</title><svg onload=alert(1)>', '</style><script>alert(1)</script>', '<!--', '-->', '<![CDATA[', ']]>', '&lt;b&gt;',
    '&#60;script&#62;', '&amp;amp;', 'javascript:alert(1)', '{{7*7}}', '${7*7}', '<%= 7*7 %>', '</text><a href="x">',
    '<!DOCTYPE a [<!ENTITY b "c">]>&b;', '<?xml version="1.0"?>', '\\u003cscript\\u003e', '"}],"x":[{"', "'; DROP TABLE post;--",
]
FORMULAS = [
    '=1+1', '+1+1', '-1+1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://x.example","y")', '=WEBSERVICE("http://x")',
    '"=1+1"', ';=1+1', ',=1+1', '\t=1+1', ' =1+1', '%0A=1+1', "'=1+1", '=1+1";"=1+1', '0x1', '1E5', '00123', '1/2', 'TRUE', '#REF!',
]
# Put before and behind: what hides a sign from a comparison of letters, or is dropped before something looks again.
MARKS = [
    '', '\u0301', '\ufe0f', '\u200d', '\u20dd', '\u0338', '\U0001f3fb', '\u200b', '\ufeff', '\u00a0', '\u2060', '\u00ad',
    '\u202e', '\u2066', '\u2028', '\u0085',
]
LOOK_ALIKES = ['\uff1d1', '\uff0b1', '\uff0d1', '\uff20A1', '\ufe66x', '\u22121', '\uff1cscript\uff1e', '\u02bcx', '\uff02x', '\u203ab\u2039']
CONTROLS = [chr(code) for code in (*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF, 0xFDD0)]


def payloads():
    """Texts, about 900; all that can be written as UTF-8."""
    texts = []
    for text in ACTIVE + FORMULAS:
        for mark in MARKS:
            # A mark behind the first sign joins it; before it, it stands where a guard looks.
            texts += [text[0] + mark + text[1:], mark + text] if mark else [text]
    for control in CONTROLS:
        texts += [control + '=1+1', '<' + control + 'script>', 'a' + control + 'b']
    return texts + LOOK_ALIKES


# What is no text: lone surrogates as bytes, cut and overlong letters, a byte order mark of another encoding.
BROKEN_BYTES = [
    b'\xed\xa0\x80<script>', b'=\xed\xb0\x801', b'\xc0\xbcscript>', b'\xff\xfe=1+1', b'"\xd0', b'\xf4\x90\x80\x80<b>', b'\xe2\x80',
]
