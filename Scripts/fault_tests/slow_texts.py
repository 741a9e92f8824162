"""H8: texts that would cost a careless reader the square of their length: pieces, which are repeated to a megabyte."""

SIZE = 1 << 20

PIECES = {
    "negations": "не не не бить ", "class words": "кыздар ", "half words": "дагыдагыдагыдагы", "phrases": "ала ала качуу ",
    "hands": "🙏", "marks": "a\u0301\u0300", "apostrophes": "o'", "links": "http://", "full stops": "а. ",
    "brackets": "(((", "questions": "кыздарды окутпагыла? ", "one word": "аб",
    "blessings": "Аллах ыраазы болсун ", "blessings in a sentence each": "Аллах ыраазы болсун! ",
    "half a blessing": "Аллах ыраазы ", "scripts by turns": "aбcд", "scripts by words": "kitob китоб ",
    "four languages": "кыз қиз девочка girl ", "one letter": "ааааааааааааааааааааааааааааааааа",
    "Arabic": "ﷺ صلى الله ", "question marks": "?", "mixed marks": "?!", "hashtags": "#кыздарокусун ",
    "glued hashtags": "#ислам", "nested quotes": "«\"“", "quotes closed": "«кыз» окусун» ", "Uzbek negations": "emas yoʻq ",
    "Russian negations": "не нет никогда ", "suffixes": "китептериңиздердикилердегилерибизден ",
    "suffixes without end": "лардынкылардагы", "families": "👨\u200d👩\u200d👧\u200d👦", "skin tones": "👍🏽", "flags": "🇰🇬",
    "no spaces": "девочкидолжныучиться", "names": "@имя ", "capitals": "АЛЛАХ УРА ", "dots of captions": "кыз окуу... ",
    "contrasts": "бирок лекин но ", "said": "дейт деп айтат ", "rules that nearly hold": "кыз үй окуу мугалим аял ",
    "themes in a sentence each": "Кыздар окусун. Зордукка каршыбыз. Терроризм күнөө. ",
    "threats": "өлтүрөм сени. ", "numbers": "1 2 3 ", "time stamps": "0:01 ", "words with hyphens": "кыз-кыз-кыз-",
    "letters apart": "т е р р о р ", "signs in words": "т*е*р*р*о*р ", "lines": "кыз\\n", "zero width": "кы\u200bз ",
    "captions": "кыздар окусун деп айтты мен барып келдим ", "opposed in Uzbek": "Qizlarni oʻqitmanglar? ",
    "opposed in Russian": "Девочкам школа не нужна? ", "some say": "Айрымдар кыздар окубасын дешет. Бул туура эмес. ",
}  # fmt: skip


def texts():
    """(name, one line of a megabyte) for each piece."""
    for name, piece in PIECES.items():
        yield name, piece.replace("\\n", "\n") * (SIZE // len(piece.encode()))
