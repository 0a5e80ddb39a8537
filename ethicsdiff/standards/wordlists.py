"""Stems by which an official text shows whom a clause addresses; data only."""

from __future__ import annotations

ADDRESSEES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "court_president": ("court president", "president of the court", "presidents of courts", "court chair"),
        "judicial_council": ("judicial council", "council for the judiciary", "councils for the judiciary"),
        "disciplinary_body": ("disciplinary bod", "disciplinary commission", "disciplinary court", "disciplinary panel"),
        "parliament": ("parliament", "legislature"),
        "court_staff": ("court staff", "court personnel"),
        "judge": ("judge",),
        "state": ("state", "government", "executive", "authorities"),
        "judiciary": ("judiciary", "courts"),
    },
    "ru": {
        "court_president": ("председател",),
        "judicial_council": ("судебный совет", "судебного совета", "судебные советы", "совет судей", "совета судей"),
        "disciplinary_body": (
            "дисциплинарный орган",
            "дисциплинарного органа",
            "дисциплинарная комисси",
            "дисциплинарные орган",
            "судебное жюри",
        ),
        "parliament": ("парламент", "законодател"),
        "court_staff": ("работники суда", "работников суда", "аппарат суда", "персонал суд"),
        "judge": ("судья", "судьи", "судье", "судей", "судьям"),
        "state": ("государств", "правительств", "исполнительн"),
        "judiciary": ("судебная система", "судебной системы", "судебная власть", "судебной власти", "суды"),
    },
    "kk": {
        "court_president": ("сот төраға", "соттың төраға", "төрағасы"),
        "judicial_council": ("сот кеңес", "сот билігі кеңесі", "судьялар кеңесі"),
        "disciplinary_body": ("тәртіптік орган", "тәртіптік комиссия", "сот жюриі"),
        "parliament": ("парламент", "заң шығарушы"),
        "court_staff": ("сот қызметкер", "сот аппарат"),
        "judge": ("судья",),
        "state": ("мемлекет", "үкімет", "атқарушы"),
        "judiciary": ("сот жүйесі", "сот билігі", "соттар"),
    },
}
