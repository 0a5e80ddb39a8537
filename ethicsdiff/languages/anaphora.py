"""Sentences that lean on the one before: "This rule does not apply ...", «При этом ...», "Мұндай жағдайда ...".

Words for the judge ("he or she", «он», "ол") are no such sign: the sentence after them stands by itself.
"""

from __future__ import annotations

import re

from ethicsdiff.languages.text import folded

_OPENINGS = {
    "en": r"this|these|that|those|such|the same|it|however|nevertheless|otherwise|in (?:this|that|such|these|those|which|doing)|the (?:above|said|foregoing|former|latter)|exceptions?|except|unless|if not|for this|to this|likewise|only then|the (?:rule|exception|prohibition|restriction|ban|duty|requirement)s?",
    "ru": r"эт(?:о|от|а|и|им|их|ому|ого)|так(?:ой|ая|ое|ие|им|их|ого|ому|овые|овой)|данн\w+|указанн\w+|названн\w+|при эт\w+|однако|то же|тем не менее|в (?:эт|так|противн|последн|указанн)\w+|исключени\w+|за исключением|кроме|последн\w+|вместе с тем|тогда|для этого|иначе|иное|равным образом|данное|(?:это|указанн\w+)? ?(?:правило|требовани[ея]|запрет|ограничени[ея]|обязанность)",
    "kk": r"бұл|бұлар\w*|мұндай\w*|осындай\w*|осы (?:тармақ|талап|ереже|тыйым|шектеу|жағдай|мақсат)\w*|алайда|дегенмен|бірақ|аталған|көрсетілген|сол|сондай\w*|бұған|бұны\w*|мұны\w*|бұдан|әйтпесе|өзге жағдайда|олай болмаған|(?:тыйым|шектеу|талап|ереже)\w*",
}
_NUMBER = re.compile(r"[\W\d_]*")


def leans_back(text: str, language: str) -> bool:
    """Returns whether a sentence opens with words that point to what was said before it."""
    low = _NUMBER.sub("", folded(text[:60]), count=1)
    return bool(re.match(rf"(?:{_OPENINGS.get(language, '(?!)')})(?!\w)", low))
