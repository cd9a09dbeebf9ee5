"""Scaffold: a complete new site of an organisation, from a few answers."""

from stip.scaffold.answers import AnswerError, Answers, defaults, read_day, read_departments, read_name, read_programme
from stip.scaffold.files import STEPS_EACH, certain_names, file_names, schema_files, site_files, text_files
from stip.scaffold.writing import taken, write_site

__all__ = [
    "STEPS_EACH",
    "AnswerError",
    "Answers",
    "certain_names",
    "defaults",
    "file_names",
    "read_day",
    "read_departments",
    "read_name",
    "read_programme",
    "schema_files",
    "site_files",
    "taken",
    "text_files",
    "write_site",
]
