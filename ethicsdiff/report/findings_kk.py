"""Kazakh phrases of the findings on the form of a draft."""

from __future__ import annotations

FINDINGS: dict[str, str] = {
    "citation.dangling": "«{quote}» деген сілтеме осы жобаның ешбір құрылымдық бірлігіне сәйкес келмейді (табылмады: {numbers})",
    "citation.ambiguous": "«{quote}» деген сілтеме осы жобаның бірнеше құрылымдық бірлігін білдіруі мүмкін ({count})",
    "citation.by-words": "«{quote}» деген сілтемеде бап реттік сан есіммен аталған; цифрмен жазылған нөмірді табу оңайырақ",
    "numbers.repeated": "«{label}» нөмірі екінші рет қойылған; алғаш рет: {first}",
    "numbers.skipped": "«{before}» дегеннен кейін «{after}» тұр: нөмір өткізіп жіберілген",
    "unit.empty": "«{label}» астында мәтін жоқ",
    "letters.mixed": "сөздерде кирилл және латын әріптері аралас жазылған ({count}): {words}",
    "letters.legacy-font": "мәтін ескі қазақ қарпімен терілген, оның әріптері басқа әріптер ретінде оқылған; қазақ "
    "әріптері салыстыру үшін ғана қалпына келтірілді",
    "check.place": "{place}: {text}.",
    "check.whole": "Бүкіл жоба: {text}.",
    "check.none": "Ескерту жоқ: сілтемелер өз бірліктеріне сәйкес келеді, нөмірлер ретімен тұр.",
    "check.count": "Ескертулер: {count}.",
}
