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

  /* The host's keys for search (/, s, f) reach for a field that may be inside the closed menu. */
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]")
    if (event.key === "/" && !typing && menu && getComputedStyle(menu).display === "none") menu.showPopover()
  }, true)

  fixLinks()
  if (typeof document$ !== "undefined") {
    document$.subscribe(() => { fixLinks(); closeMenu() })
  }
})()
