/* What the proof of accessibility asks of a page, each question a function. */
({
  /* Words that are cut off: they stand, wholly or in part, outside a box that hides what does not fit. */
  cut: () => {
    const found = new Set()
    const hides = (one) => /hidden|clip/.test(getComputedStyle(one).overflow) && !/auto|scroll/.test(getComputedStyle(one).overflow)
    for (const one of document.querySelectorAll("body *:not(svg *, script, style, template)")) {
      if (!hides(one) || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const box = one.getBoundingClientRect()
      // Words for who listens stand in a box of a pixel; they are not for the eye.
      if (box.width <= 2 || box.height <= 2 || getComputedStyle(one).clipPath !== "none") continue
      const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const parent = text.parentElement
        if (!text.data.trim() || parent.closest("svg, script, style, .stip-visually-hidden") || !parent.checkVisibility()) continue
        const range = document.createRange()
        range.selectNodeContents(text)
        for (const part of range.getClientRects()) {
          if (part.width < 3 || part.height < 3) continue
          const away = Math.max(box.left - part.left, part.right - box.right, box.top - part.top, part.bottom - box.bottom)
          if (away > 2) found.add(`${one.localName}.${one.className}: ${text.data.trim().slice(0, 30)}`)
        }
      }
    }
    return [...found].slice(0, 5)
  },

  wide: () => document.documentElement.scrollWidth - innerWidth,

  /* The spacing between letters, words, lines and paragraphs of WCAG 1.4.12; drawings are no text that flows. */
  spaced: () => {
    const style = document.createElement("style")
    style.textContent = `:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important } p { margin-bottom: 2em !important }`
    document.head.append(style)
  },

  facts: () => {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1]))
    const endless = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime === Infinity)
    return {
      title: document.title, language: document.documentElement.lang, levels,
      media: document.querySelectorAll("video, audio, object, embed, marquee, blink").length, endless: endless.length,
      refresh: document.querySelectorAll("meta[http-equiv=refresh]").length,
      drawings: [...document.querySelectorAll("svg")].filter((one) => one.checkVisibility()).length,
      unnamed: [...document.querySelectorAll("svg")].filter((one) => !one.closest("[aria-hidden=true]") &&
        !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby") && one.getAttribute("role") !== "presentation" &&
        !one.querySelector(":scope > title") && !one.parentElement.closest("svg")).length,
    }
  },

  /* How many elements Tab must reach: of radio buttons of one name it is one. */
  stops: () => {
    const all = [...document.querySelectorAll("a[href], area[href], button, input, select, textarea, summary, [tabindex], svg a")]
    const groups = new Set()
    return all.filter((one) => {
      if (one.tabIndex < 0 || one.disabled || one.closest("[inert]")) return false
      if (one.localName === "input" && one.type === "hidden") return false
      if (!one.checkVisibility({ visibilityProperty: true })) return false
      if (one.type === "radio") { if (groups.has(one.name)) return false; groups.add(one.name) }
      return true
    }).length
  },

  /* What is focused now: whether it can be seen to be, and whether something lies over it. */
  focused: () => {
    const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor", "backgroundColor", "color", "textDecorationLine",
      "textDecorationThickness", "fill", "stroke", "strokeWidth", "opacity", "visibility", "display", "transform"]
    const looks = (one) => [one, one.parentElement, one.nextElementSibling, ...[...one.querySelectorAll("*")].slice(0, 40)]
      .filter(Boolean).map((part) => { const style = getComputedStyle(part); return LOOKS.map((name) => style[name]).join() }).join("|")
    const seen = (window.proofSeen ??= { last: null, shown: "", stops: [] })
    let unseen = ""
    if (seen.last?.isConnected && looks(seen.last) === seen.shown) unseen = seen.name
    const one = document.activeElement
    ;(seen.elements ??= new Map())
    if (!one || one === document.body) { seen.last = null; return { name: "", unseen } }
    if (!seen.ids) seen.ids = new Map()
    if (!seen.ids.has(one)) seen.ids.set(one, seen.ids.size)
    const name = `${one.localName}#${seen.ids.get(one)} ${(one.getAttribute("aria-label") || one.textContent || one.id || "").trim().slice(0, 40)}`
    const boxes = [...one.getClientRects()].filter((box) => box.width && box.height)
    const parts = boxes.length ? boxes : [...one.querySelectorAll("*")].map((part) => part.getBoundingClientRect())
    const over = (x, y) => { const top = document.elementFromPoint(x, y); return top && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one) }
    // Of what is larger than the window, such as a table, only the part within it can be seen.
    const within = parts.map((box) => {
      const [x, y] = [Math.max(box.left, 0), Math.max(box.top, 0)]
      return { x, y, width: Math.min(box.right, innerWidth) - x, height: Math.min(box.bottom, innerHeight) - y }
    }).filter((box) => box.width > 0 && box.height > 0)
    const free = within.some((box) => [0.1, 0.5, 0.9].some((across) => [0.2, 0.5, 0.8].some((down) =>
      over(box.x + box.width * across, box.y + box.height * down))))
    seen.elements.set(name, one)
    Object.assign(seen, { last: one, shown: looks(one), name })
    return { name, unseen, covered: parts.length > 0 && !free }
  },

  /* Give one of the stops the focus again, as the keyboard would. */
  again: (name) => {
    const one = window.proofSeen.elements.get(name)
    one.scrollIntoView({ block: "center", behavior: "instant" })
    one.focus({ focusVisible: true, preventScroll: true })
  },
})
