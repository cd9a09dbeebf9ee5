"""In page: the policy in the pages themselves, for a host that lets nobody set a header (GitLab and GitHub Pages)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from stip.hosting.built import Built
from stip.hosting.sorts import ALWAYS

_OURS = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*" data-stip="">')
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
"""Before everything that a page asks for; behind its charset, which must stand near the beginning."""


def with_policy(site: Built) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the new content of each page; what an earlier run put there is replaced.

    A page cannot say who may frame it. One without a head is left as it is.
    """
    # The policy of the page that came first holds for those that come by instant navigation too: all share one.
    policy = escape(site.shown.text(in_page=True), quote=False)
    mark = f'<meta http-equiv="Content-Security-Policy" content="{policy}" data-stip="">'
    for path in site.pages:
        raw = (site.folder / path).read_bytes()
        try:
            text = _OURS.sub("", raw.decode("utf-8"))
        except UnicodeDecodeError:  # another encoding than ours: nothing of it may change
            continue
        put = _HEAD.sub(lambda found: f"{found[0]}{mark}", text, count=1)
        yield path, put.encode()


def gitlab(site: Built) -> str:
    """Return lines for `gitlab.rb` of a GitLab of one's own: they hold for every site on that server."""
    words = site.words
    lines = [f'  "{name}: {value}",' for name, value in ALWAYS]
    return "\n".join([f"# {words('hosting.file.gitlab')}", "gitlab_pages['headers'] = [", *lines, "]", ""])
