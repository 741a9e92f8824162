"""What a phone's authenticator does (RFC 6238): six digits from a secret and the clock."""

import base64
import hashlib
import hmac
import struct

SECONDS = 30


def code(secret, moment, steps=0):
    """The code of a base32 secret at a moment, some steps later or earlier."""
    plain = secret.replace(" ", "").upper()
    key = base64.b32decode(plain + "=" * (-len(plain) % 8))
    counter = struct.pack(">Q", moment // SECONDS + steps)
    mac = hmac.new(key, counter, hashlib.sha1).digest()
    place = mac[19] & 15
    number = struct.unpack(">I", mac[place:place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
