/* What the pages do better with a script; every one of them works without it. */
(() => {
  "use strict"
  const header = document.querySelector(".stip-header")
  const menu = document.querySelector("#stip-menu")
  const search = document.querySelector(".stip-search")
  const opened = document.querySelector("[data-md-toggle=search]")

  /* Under instant navigation the header stays while the address changes: its links must not be relative. */
  const fixLinks = () => header?.querySelectorAll("a[href]").forEach((link) => { link.href = link.href })

  /* So must the way past it. */
  document.querySelector(".stip-skip")?.addEventListener("click", (event) => {
    const content = document.querySelector(".md-content__inner, .stip-target")
    event.preventDefault()
    content.tabIndex = -1
    content.focus()
  })

  const closeMenu = () => { if (menu?.matches(":popover-open")) menu.hidePopover() }

  const closeSearch = () => { if (opened?.checked) opened.click() }

  /* The host closes its results on Tab and keeps their links out of the tab order; here Tab walks through them. */
  search?.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation()
  })
  /* It hears keys only; a pasted or spoken word is a question too. */
  search?.addEventListener("input", (event) => event.target.dispatchEvent(new Event("keyup")))
  search?.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !search.contains(event.relatedTarget)) closeSearch()
  })
  document.addEventListener("pointerdown", (event) => {
    if (search && !search.contains(event.target)) closeSearch()
  })
  const results = search?.querySelector(".md-search-result__list")
  if (results) {
    new MutationObserver(() => {
      results.querySelectorAll("[tabindex='-1']").forEach((link) => link.removeAttribute("tabindex"))
    }).observe(results, { childList: true, subtree: true })
  }

  /* The host looks for words that begin with what is typed, so that a plural finds no singular. Each whole word is
     asked a second time, in the form that the index takes through its stemmer. */
  const withStems = (query) => query.includes('"') ? query : query.replace(/(?<=^|\s)\p{L}{4,}(?=\s|$)/gu, "$& $&^1")
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message, ...rest) {
    const question = message?.type === 2 && typeof message.data === "string"
    return post.call(this, question ? { ...message, data: withStems(message.data) } : message, ...rest)
  }

  /* The host searches and turns pages at single letters. They go off when somebody speaks to the computer, or misses
     a key (WCAG 2.1.4); the search has its field. */
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]")
    if (!typing && !event.ctrlKey && !event.altKey && !event.metaKey && "/fspn,.".includes(event.key)) event.stopPropagation()
  }, true)

  /* Whoever has only a keyboard must reach a table to move it sideways, when it is wider than its frame. */
  const widths = new ResizeObserver((seen) => seen.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
    else target.removeAttribute("tabindex")
  }))
  const watchTables = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((frame) => widths.observe(frame))

  fixLinks()
  if (typeof document$ !== "undefined") {
    document$.subscribe(() => { fixLinks(); closeMenu(); watchTables() })
  }
})()

/* What our own pages do better with a script: find questions. */
;(() => {
  "use strict"
  const words = (text) => text.split(" ").filter(Boolean)

  /* A question that names no department or persona is for everyone. */
  const fits = (item, select) => {
    const about = words(item.getAttribute(`data-stip-${select.dataset.stipFilter}`) ?? "")
    return !select.value || !about.length || about.includes(select.value)
  }

  const filter = (box) => {
    const choices = [...box.querySelectorAll("select[data-stip-filter]")]
    let count = 0
    box.querySelectorAll("[data-stip-group]").forEach((group) => {
      const items = [...group.querySelectorAll("[data-stip-unit]")]
      items.forEach((item) => { item.hidden = !choices.every((select) => fits(item, select)) })
      const shown = items.filter((item) => !item.hidden).length
      group.hidden = !shown
      count += shown
    })
    const output = box.querySelector("output")
    const { stipNone, stipOne, stipOther } = output.dataset
    output.value = count ? (count === 1 ? stipOne : stipOther.replace("{count}", count)) : stipNone
  }

  document.addEventListener("change", (event) => {
    const box = event.target.closest?.("[data-stip-filtered]")
    if (box) filter(box)
  })
  /* Of a long list of departments only those stay whose name has these words, with what they are part of. */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const find = (field) => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean)
    const items = [...document.querySelectorAll(".stip-tree__item")]
    const found = items.filter((item) => {
      const name = plain(item.querySelector(".stip-tree__name").textContent)
      return wanted.every((word) => name.includes(word))
    })
    const shown = new Set(found)
    found.forEach((item) => {
      for (let up = item.parentElement.closest(".stip-tree__item"); up; up = up.parentElement.closest(".stip-tree__item")) shown.add(up)
    })
    items.forEach((item) => { item.hidden = !shown.has(item) })
    const output = field.form.querySelector("output")
    const { stipNone, stipOne, stipOther } = output.dataset
    output.value = !wanted.length ? "" : !found.length ? stipNone : found.length === 1 ? stipOne : stipOther.replace("{count}", found.length)
  }
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-stip-find]")) find(event.target)
  })
  document.addEventListener("submit", (event) => {
    if (event.target.querySelector("[data-stip-find]")) event.preventDefault()
  })

  const arrive = () => {
    document.querySelectorAll("[data-stip-filtered] form").forEach((form) => form.reset())
    const field = document.querySelector("[data-stip-find]")
    const asked = field && new URLSearchParams(location.search).get(field.name)
    if (asked) { field.value = asked; find(field) }
  }
  if (typeof document$ !== "undefined") document$.subscribe(arrive)
  else arrive()
})()
