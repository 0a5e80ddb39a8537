"""Words for units in the languages around: Kyrgyz, Uzbek, Ukrainian, Tajik. A row here is enough for their drafts to be cut into units."""

from __future__ import annotations

from ethicsdiff.languages.base import PARAGRAPH_SIGN, unit
from ethicsdiff.model.document import ProvisionKind as Kind

NEIGHBOUR_UNITS = (
    unit(Kind.SECTION, r"бөлүм|бўлим|bo'?lim", number_first=True),
    unit(Kind.CHAPTER, r"боб|bob", number_first=True),
    unit(Kind.SECTION, r"параграф|paragraf", rank=PARAGRAPH_SIGN, number_first=True),
    unit(Kind.ARTICLE, r"берене|статья|модда|modda", number_first=True),
    unit(Kind.PARAGRAPH, r"пункт|банд|band", number_first=True),
    unit(Kind.ANNEX, r"тиркеме|илова|ilova", number_first=True),
    unit(Kind.SECTION, r"розділ|фасли"),
    unit(Kind.CHAPTER, r"боби"),
    unit(Kind.ARTICLE, r"стаття|моддаи"),
    unit(Kind.PART, r"частина|қисми"),
    unit(Kind.ANNEX, r"додаток|замимаи"),
)
