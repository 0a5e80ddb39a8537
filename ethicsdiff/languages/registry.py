"""The table of languages: a new language is one data file and one row here."""

from __future__ import annotations

from ethicsdiff.languages.base import LanguageData
from ethicsdiff.languages.en import ENGLISH
from ethicsdiff.languages.kk import KAZAKH
from ethicsdiff.languages.ru import RUSSIAN

LANGUAGES: dict[str, LanguageData] = {data.code: data for data in (ENGLISH, RUSSIAN, KAZAKH)}
