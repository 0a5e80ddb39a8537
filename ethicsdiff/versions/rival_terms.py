"""Words that slip in for a term, beyond the wordings of the term base, and concepts that are easily taken for each other: data."""

from __future__ import annotations

# Concepts told as one, so that a term of one where the other is usual can be seen; which is meant follows from the other text.
NEIGHBOURS = {
    "recusal": "self_recusal",
    "application": "complaint",
    "honour": "dignity",
    "reputation": "dignity",
    "fairness": "impartiality",
    "morality": "ethics",
    "resolution_act": "decision",
    "prejudice": "bias",
}
RIVALS: dict[str, dict[str, tuple[str, ...]]] = {
    "gift": {"ru": ("дар", "презент"), "kk": ("сый", "тарту")},
    "independence": {"ru": ("самостоятельность",), "kk": ("дербестік",), "en": ("autonomy",)},
    "self_recusal": {"kk": ("самоотвод",), "en": ("disqualification",)},
    "impartiality": {"ru": ("непредвзятость", "беспристрастие"), "kk": ("алаламаушылық",), "en": ("neutrality", "even-handedness")},
    "confidentiality": {"ru": ("секретность",), "kk": ("конфиденциалдылық",), "en": ("secrecy",)},
    "complaint": {"kk": ("арыз",), "en": ("petition", "grievance")},
    "mass_media": {"ru": ("пресса",), "kk": ("баспасөз",)},
    "retirement": {"ru": ("выход на пенсию",), "kk": ("зейнетке шығу",)},
    "party": {"kk": ("жақтар",)},
    "advocate": {"ru": ("защитник",), "kk": ("қорғаушы",), "en": ("attorney",)},
    "judge": {"kk": ("төреші",)},
    "administration_of_justice": {"kk": ("әділет",)},
    "disciplinary_offence": {
        "ru": ("дисциплинарное нарушение",), "kk": ("тәртіптік құқық бұзушылық", "тәртіптік бұзушылық"), "en": ("disciplinary breach",),
    },
    "conflict_of_interest": {"ru": ("столкновение интересов",), "en": ("clash of interests",)},
    "conduct": {"ru": ("образ действий",)},
    "competence": {"ru": ("квалификация",)},
    "pressure": {"ru": ("воздействие",)},
}  # fmt: skip
