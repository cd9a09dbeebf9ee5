"""Words: what stands in files where nobody expects it: signs, numbers, days, code, paths, keys, patterns."""

from __future__ import annotations

MARK = "zq<b a=\"1\" c='2'>&zq"
"""A text that must never be found as it is in anything that is read as HTML or XML."""
SIGNS = (
    "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffd",
    "\ufffe", "\ud800", "\U0010ffff", "\ue000", "\u0301" * 40, "\r", "\r\n", "\t", "\x0b", "\xa0", "\u200b",
    "\u061c",
)  # fmt: skip
"""Signs that are not seen, that a terminal obeys, or that end a line."""
NUMBERS = (
    "9" * 5000, "-0", "1e400", ".nan", ".inf", "-.inf", "0x" + "f" * 400, "0o77", "1_000", "12:30:45", "1.10",
    "999999999999999", "-1", "0", "1e-7", "1" + "0" * 15, "\u0663", "\xbd", "0.1", "100000", "18446744073709551616",
)  # fmt: skip
DAYS = (
    "0000-01-01", "9999-12-31", "2027-02-30", "0001-01", "9999-Q4", "10000", "0000", "2026-13", "2027-W53", "later",
    "{from: 9999-12-31, until: later}", "{from: later, until: 2026}", "9999-winter", "0001-spring", "2026-Q0",
)  # fmt: skip
YAML = (
    "[", "]", "{", "}", ": ", "- ", "? ", "&a ", "*a", "!!python/object:os.system ", "!x ", "|", ">-", "#", "'",
    '"', "---\n", "...\n", "%YAML 9.9\n", "<<: ", "\n", "\n  ", "\n\n", "~", "null", "yes", "NO", "%", "@", "`",
    "[[[[",
)  # fmt: skip
"""What means something in YAML."""
WORDS = (MARK, *(
    "</script>", "]]>", "{{7*7}}", "{% raw %}", "javascript:alert(1)", "`", "..", "../../etc/passwd", "con",
    "/etc/hosts", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "z" * 5000,
    "<img src=x onerror=alert(1)>", "\\n", "\\", "$(id)", "%s%n", "=1+1", "--x",
))  # fmt: skip
"""What means something elsewhere."""
KEYS = (
    "id", "title", "when", "steps", "departments", "include", "audience", "part_of", "after", "text", "url", "file",
)  # fmt: skip
PATTERNS = (
    "**/**/**/**/*", "/etc/*", "../*", "~/x", "C:\\x", "*", "[", "[!", "roadmap/[", "**", ".", "", "roadmap/**",
    "con", "a" * 300, "*" * 60 + "b", "\x00", "http://x/*", "./roadmap/*.yaml", "roadmap\\*.yaml", "loop/**/*.yaml",
)  # fmt: skip
TOKENS = (*SIGNS, *NUMBERS, *DAYS, *YAML, *WORDS)
