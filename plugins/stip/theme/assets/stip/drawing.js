/* What a drawing does better with a script: cards, what waits for what, a part of it, zoom, links to copy.
   Every word comes from the page; without the script all of it can still be read and followed. */
;(() => {
  "use strict"
  const STEP = "a.stip-d-stop"
  const MOST_NAMES = 5
  const MOST_ANSWERS = 3
  const MOST_ZOOM = 6
  const idOf = (link) => (link.getAttribute("xlink:href") ?? "").split("#")[1] ?? ""
  /* Steps of one path lead to one page. */
  const pageOf = (link) => (link.getAttribute("xlink:href") ?? "").split("#")[0]
  const addressOf = (link) => new URL(link.getAttribute("xlink:href") ?? link.getAttribute("href"), document.baseURI).href
  const nameOf = (link) => link.querySelector("title").textContent
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key])
  const make = (tag, content) => { const made = document.createElement(tag); made.append(...content); return made }
  const copies = (nodes) => [...nodes].map((node) => node.cloneNode(true))
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high)
  const list = (text) => (text ?? "").split(" ").filter(Boolean)
  let touched = false

  /* ---- The step in words, where it stands on this page ---- */

  const twinOf = (id) => {
    const card = document.getElementById(id)?.closest(".stip-step__card")
    return card && { card, item: card.closest(".stip-step"), state: card.querySelector(".stip-step__state"), facts: card.querySelector("dl") }
  }

  const openNamed = () => {
    const inner = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not([open])")
    for (let fold = inner; fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true
    inner?.scrollIntoView()
  }

  /* Under the drawing of a path stands one step; a sign puts its own step there. */
  const openPanel = (id) => {
    const panel = document.querySelector("[data-stip-open]")
    const twin = twinOf(id)
    if (!panel || !twin) return false
    const [title, state] = [panel.querySelector(".stip-open__title a"), panel.querySelector(".stip-open__state")]
    title.textContent = document.getElementById(id).textContent
    title.href = `#${id}`
    state.replaceChildren(...copies(twin.item.querySelectorAll(".stip-step__mark > svg")), ...copies(twin.state.childNodes))
    panel.querySelector("dl").replaceWith(twin.facts.cloneNode(true))
    panel.dataset.stipOpen = id
    panel.scrollIntoView({ block: "center" })
    title.focus({ preventScroll: true })
    return true
  }

  /* ---- What is said aloud, and shown for a moment ---- */

  const say = (text) => {
    let said = document.querySelector(".stip-said")
    if (!said) {
      said = make("p", [])
      said.className = "stip-said stip-no-print"
      said.setAttribute("role", "status")
      document.body.append(said)
    }
    (document.fullscreenElement ?? document.body).append(said)
    said.textContent = ""
    setTimeout(() => { said.textContent = text }, 50)
    clearTimeout(say.timer)
    say.timer = setTimeout(() => { said.textContent = "" }, 6000)
  }

  /* The clipboard is only there on a safe address; an intranet or a folder on disk may have none. */
  const copy = async (text, words) => {
    let done = true
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      const back = document.activeElement
      const field = make("textarea", [text])
      document.body.append(field)
      field.select()
      done = document.execCommand("copy")
      field.remove()
      back?.focus({ preventScroll: true })
    }
    say(done ? words.stipCopied : filled(words.stipNotCopied, { address: text }))
  }

  /* ---- One drawing ---- */

  const drawing = (view) => {
    const frame = view.querySelector(".stip-view__frame")
    /* The map is cut anew for narrow windows: one of these is seen, the first tells what a step is about. */
    const cuts = [...frame.querySelectorAll(".stip-drawing")]
    const card = view.querySelector(".stip-card")
    const facts = card.querySelector("dl")
    const bar = view.querySelector(".stip-view__bar")
    const form = view.querySelector("form")
    const words = view.dataset
    const links = [...frame.querySelectorAll(STEP)]
    const steps = new Map()
    links.forEach((link) => { if (link.dataset.kind && !steps.has(idOf(link))) steps.set(idOf(link), link) })
    const waits = (id) => list(steps.get(id)?.dataset.waits)
    const needed = (id) => [...steps.keys()].filter((other) => waits(other).includes(id))
    const stepTitle = (id) => steps.get(id)?.dataset.title ?? document.getElementById(id)?.textContent

    /* All that a step waits for, or that waits for it, also by way of others; nearest first. */
    const reach = (id, next) => {
      const found = [id]
      for (const one of found) found.push(...next(one).filter((other) => !found.includes(other)))
      return found.slice(1)
    }

    /* -- The card -- */

    let shown = null
    let closing = 0

    const rows = {
      why: (link, twin) => twin ? null : link.dataset.why,
      benefit: (link, twin) => twin ? null : link.dataset.benefit,
      waits: (link, twin) => twin ? null : names(waits(idOf(link))),
      before: (link) => names(reach(idOf(link), waits).filter((id) => !waits(idOf(link)).includes(id))),
      needed: (link, twin) => twin ? null : names(needed(idOf(link))),
      after: (link) => names(reach(idOf(link), needed).filter((id) => !needed(idOf(link)).includes(id))),
    }

    const names = (ids) => {
      const known = ids.map(stepTitle).filter(Boolean)
      const rest = known.length - MOST_NAMES
      if (rest > 1) known.splice(MOST_NAMES, rest, filled(words.stipMore, { count: rest }))
      return known.join("; ")
    }

    const fillCard = (link) => {
      const id = idOf(link)
      const step = steps.get(id) ?? link
      const twin = twinOf(id)
      const state = card.querySelector(".stip-card__state")
      card.querySelector(".stip-card__title").textContent = stepTitle(id) ?? nameOf(link)
      if (twin) {
        state.replaceChildren(...copies(twin.item.querySelectorAll(".stip-step__mark > svg")), make("span", copies(twin.state.childNodes)))
      } else {
        const word = (key) => form?.querySelector(`[data-stip-choice=${key}] [value="${step.dataset[key]}"]`)?.text
        const lane = step.closest(".stip-d-lane")?.querySelector(".stip-d-lane__link title")?.textContent
        state.textContent = [word("status"), step.dataset.when, word("kind"), lane].filter(Boolean).join(" · ")
      }
      card.querySelectorAll("[data-stip-fact]").forEach((row) => {
        const label = row.firstElementChild
        const text = rows[row.dataset.stipFact](step, twin)
        const told = twin && [...twin.facts.querySelectorAll("dt")].find((dt) => dt.textContent === label.textContent)
        const answers = text ? [make("dd", [text])] : told ? copies(told.parentElement.querySelectorAll("dd")) : []
        const rest = answers.length - MOST_ANSWERS
        if (rest > 1) answers.splice(MOST_ANSWERS, rest, make("dd", [filled(words.stipMore, { count: rest })]))
        row.replaceChildren(label, ...answers)
        row.hidden = !answers.length
      })
      card.querySelector(".stip-card__all").href = addressOf(link)
    }

    /* Beside, under or above the step: wholly in the window, not under a header that stays, and where it hides
       the fewest of the steps that belong to it. */
    const placeCard = () => {
      const box = (shown.querySelector(".stip-d-plate, .stip-d-target") ?? shown).getBoundingClientRect()
      const header = document.querySelector(".stip-header")?.getBoundingClientRect().bottom ?? 0
      const top = document.fullscreenElement ? 8 : Math.max(header, 0) + 8
      if (box.bottom < top || box.top > innerHeight) return closeCard()
      const [width, height] = [card.offsetWidth, card.offsetHeight]
      const [middle, low] = [box.left + box.width / 2 - width / 2, box.top + box.height / 2 - height / 3]
      const lane = shown.closest(".stip-d-lane")
      const worth = (link) => link === shown ? 0 : link.matches(".stip-d-related") ? 3 : lane?.contains(link) ? 1 : 0
      const near = links.filter(worth).map((link) => [link.getBoundingClientRect(), worth(link)])
      let best = null
      for (const [x, y] of [[box.right + 10, low], [box.left - 10 - width, low], [middle, box.bottom + 10], [middle, box.top - 10 - height]]) {
        const left = clamp(x, 8, document.documentElement.clientWidth - width - 8)
        const high = clamp(y, top, Math.max(top, innerHeight - height - 8))
        const covers = (one) => one.right > left && one.left < left + width && one.bottom > high && one.top < high + height
        const cost = near.reduce((sum, [one, weight]) => sum + (covers(one) ? weight : 0), covers(box) ? 100 : 0)
        if (!best || cost < best.cost) best = { left, high, cost }
      }
      card.style.setProperty("left", `${best.left}px`)
      card.style.setProperty("top", `${best.high}px`)
    }

    const relate = (link) => {
      const near = link ? [...reach(idOf(link), waits), ...reach(idOf(link), needed)] : []
      view.classList.toggle("stip-view--related", near.length > 0)
      if (link) near.push(idOf(link))
      frame.querySelectorAll(`${STEP}, .stip-d-stub`).forEach((one) => one.classList.toggle("stip-d-related", near.includes(idOf(one))))
    }

    const openCard = (link) => {
      clearTimeout(closing)
      if (shown === link) return
      closeCard()
      shown = link
      fillCard(link)
      card.hidden = false
      /* A reader of the screen hears after the name what else the card says. */
      facts.id ||= `${cuts[0].id}-facts`
      link.setAttribute("aria-describedby", facts.id)
      relate(link)
      placeCard()
    }

    const closeCard = () => {
      clearTimeout(closing)
      shown?.removeAttribute("aria-describedby")
      shown = null
      card.hidden = true
      relate(null)
    }

    const closeSoon = () => {
      clearTimeout(closing)
      closing = setTimeout(() => { if (!card.contains(document.activeElement)) closeCard() }, 300)
    }

    frame.addEventListener("pointerover", (event) => {
      const link = event.target.closest(STEP)
      if (event.pointerType === "touch" || drag) return
      if (link) openCard(link)
      else if (shown && shown !== document.activeElement) closeSoon()
    })
    frame.addEventListener("pointerleave", () => { if (shown && shown !== document.activeElement) closeSoon() })
    card.addEventListener("pointerenter", () => clearTimeout(closing))
    card.addEventListener("pointerleave", () => { if (shown !== document.activeElement) closeSoon() })
    view.addEventListener("focusin", (event) => {
      const link = event.target.closest(STEP)
      if (link?.matches(":focus-visible")) {
        reveal(link)
        openCard(link)
      } else if (!card.contains(event.target)) closeCard()
    })
    view.addEventListener("focusout", (event) => { if (!view.contains(event.relatedTarget)) closeSoon() })
    const onScroll = () => {
      settle()
      if (shown) placeCard()
    }

    /* With a finger the first tap shows the card; a second one, or the link in the card, goes. */
    frame.addEventListener("click", (event) => {
      const link = event.target.closest(STEP)
      if (dragged) {
        event.preventDefault()
        event.stopPropagation()
      } else if (link && touched && shown !== link) {
        event.preventDefault()
        event.stopPropagation()
        openCard(link)
      } else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !document.fullscreenElement
        && link.getAttribute("xlink:href").startsWith("#") && openPanel(idOf(link))) {
        event.preventDefault()
        event.stopPropagation()
        closeCard()
      }
    }, true)

    /* -- The keyboard: along a road with the arrows, over the drawing when it has the focus itself -- */

    const along = (from) => {
      const lane = from.closest(".stip-d-lane")
      if (!lane) return steps.has(idOf(from)) ? [...steps.values()].filter((link) => pageOf(link) === pageOf(from)) : []
      const road = [...lane.ownerSVGElement.querySelectorAll(`[data-lane="${CSS.escape(lane.dataset.lane)}"] a:not([aria-hidden])`)]
      return road.sort((one, other) => one.matches(STEP) - other.matches(STEP))
    }
    const STRIDES = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }

    frame.addEventListener("keydown", (event) => {
      const from = event.target.closest("a")
      if (!from || !(event.key in STRIDES) || event.ctrlKey || event.altKey || event.metaKey) return
      const way = along(from)
      if (!way.length) return
      event.preventDefault()
      way[clamp(way.indexOf(way.includes(from) ? from : steps.get(idOf(from))) + STRIDES[event.key], 0, way.length - 1)].focus()
    })
    const onKey = (event) => { if (event.key === "Escape" && shown) closeCard() }

    /* -- Zoom: another part of the same drawing, so that letters stay letters -- */

    const sizes = new Map(cuts.map((cut) => [cut, [cut.viewBox.baseVal.width, cut.viewBox.baseVal.height]]))
    let [svg, W, H] = [cuts[0], ...sizes.get(cuts[0])]
    let part = { x: 0, y: 0, w: W }
    let drag = null
    let dragged = false

    /* Turn to the cut that is seen, and leave the other as it was. */
    const settle = () => {
      const seen = cuts.find((cut) => cut.getClientRects().length) ?? svg
      if (seen === svg) return
      fit(false)
      closeCard();
      [svg, W, H] = [seen, ...sizes.get(seen)]
      fit(false)
    }

    const look = (next, telling = false) => {
      const w = clamp(next.w, W / MOST_ZOOM, W)
      const h = w * H / W
      const now = { x: clamp(next.x, 0, W - w), y: clamp(next.y, 0, H - h), w }
      const same = now.x === part.x && now.y === part.y && now.w === part.w
      part = now
      svg.setAttribute("viewBox", `${part.x} ${part.y} ${w} ${h}`)
      view.classList.toggle("stip-view--zoomed", w < W)
      if (telling) say(part.w < W ? filled(words.stipZoomed, { percent: Math.round(W / w * 100) }) : words.stipWhole)
      if (shown) placeCard()
      return !same
    }
    /* Keep the point under the pointer, or the middle, in its place. */
    const zoom = (factor, at, telling) => {
      const w = clamp(part.w / factor, W / MOST_ZOOM, W)
      const { x, y } = at ?? { x: part.x + part.w / 2, y: part.y + part.w * H / W / 2 }
      return look({ x: x - (x - part.x) * w / part.w, y: y - (y - part.y) * w / part.w, w }, telling)
    }
    const fit = (telling) => look({ x: 0, y: 0, w: W }, telling)
    const move = (x, y) => look({ ...part, x: part.x + x, y: part.y + y })
    const pointAt = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse())
    const reveal = (link) => {
      if (part.w === W) return
      const box = link.getBoundingClientRect()
      const [from, to] = [pointAt(box.left, box.top), pointAt(box.right, box.bottom)]
      const h = part.w * H / W
      if (from.x < part.x || to.x > part.x + part.w || from.y < part.y || to.y > part.y + h) {
        look({ ...part, x: (from.x + to.x - part.w) / 2, y: (from.y + to.y - h) / 2 })
      }
    }

    frame.tabIndex = 0
    frame.setAttribute("role", "group")
    frame.setAttribute("aria-label", words.stipName)
    frame.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const stride = part.w / 8
      const keys = {
        "+": () => zoom(1.4, null, true), "=": () => zoom(1.4, null, true), "-": () => zoom(1 / 1.4, null, true), 0: () => fit(true),
        ArrowLeft: () => move(-stride, 0), ArrowRight: () => move(stride, 0), ArrowUp: () => move(0, -stride), ArrowDown: () => move(0, stride),
      }
      const moves = event.key.startsWith("Arrow")
      if (!keys[event.key] || (moves && event.target !== frame)) return
      /* At its edge, and when all of it is shown, the arrows are the page's. */
      if (keys[event.key]() || !moves) event.preventDefault()
    })
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoom(Math.exp(-event.deltaY / 300), pointAt(event.clientX, event.clientY))
    }, { passive: false })

    frame.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch"
      dragged = false
      if (touched || event.button || part.w === W) return
      drag = { x: event.clientX, y: event.clientY }
    })
    frame.addEventListener("pointermove", (event) => {
      if (!drag || (!dragged && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5)) return
      if (!dragged) frame.setPointerCapture(event.pointerId)
      dragged = true
      const scale = svg.getScreenCTM().a
      move((drag.x - event.clientX) / scale, (drag.y - event.clientY) / scale)
      drag = { x: event.clientX, y: event.clientY }
    })
    const drop = () => { drag = null }
    frame.addEventListener("pointerup", drop)
    frame.addEventListener("pointercancel", drop)
    frame.addEventListener("dragstart", (event) => event.preventDefault())

    /* One finger moves the page; two fingers move and zoom the drawing. On the full screen one finger moves it too. */
    let fingers = null
    const onTouch = (event) => {
      const all = [...event.touches]
      if (!all.length || (all.length === 1 && (!document.fullscreenElement || part.w === W))) { fingers = null; return }
      const now = { n: all.length, x: 0, y: 0, d: 0 }
      all.forEach((one) => { now.x += one.clientX / all.length; now.y += one.clientY / all.length })
      if (all.length > 1) now.d = Math.hypot(all[0].clientX - all[1].clientX, all[0].clientY - all[1].clientY)
      if (all.length > 1 || event.type === "touchmove") event.preventDefault()
      if (fingers?.n === now.n && event.type === "touchmove") {
        const scale = svg.getScreenCTM().a
        move((fingers.x - now.x) / scale, (fingers.y - now.y) / scale)
        if (now.d && fingers.d) zoom(now.d / fingers.d, pointAt(now.x, now.y))
      }
      fingers = now
    }
    for (const type of ["touchstart", "touchmove", "touchend"]) frame.addEventListener(type, onTouch, { passive: false })

    /* -- Full screen, and all buttons -- */

    const full = view.querySelector("[data-stip-do=full]")
    full.hidden = !document.fullscreenEnabled
    const deeds = {
      in: () => zoom(1.4, null, true),
      out: () => zoom(1 / 1.4, null, true),
      fit: () => fit(true),
      full: () => document.fullscreenElement ? document.exitFullscreen() : view.requestFullscreen(),
      close: () => { const back = shown; closeCard(); if (document.activeElement === document.body) back?.focus() },
      copy: () => copy(card.querySelector(".stip-card__all").href, words),
    }
    view.addEventListener("click", (event) => deeds[event.target.closest("[data-stip-do]")?.dataset.stipDo]?.())
    const onFull = () => {
      full.setAttribute("aria-pressed", String(document.fullscreenElement === view))
      closeCard()
    }

    /* -- A part of the steps, in the drawing and in words alike; the address tells which -- */

    const count = view.querySelector(".stip-view__count")
    const selects = [...(form?.elements ?? [])].filter((field) => field.dataset.stipChoice)
    const fits = (id) => selects.every(({ value, dataset }) => {
      const told = list(steps.get(id).dataset[dataset.stipChoice])
      return !value || told.includes(value) || told.includes("*")
    })
    const choose = () => {
      const chosen = selects.some((field) => field.value)
      const kept = new Set([...steps.keys()].filter(fits))
      links.forEach((link) => (link.closest(".stip-d-spot") ?? link).classList.toggle("stip-d-dimmed", !kept.has(idOf(link))))
      steps.forEach((_, id) => { const item = twinOf(id)?.item; if (item) item.hidden = !kept.has(id) })
      view.classList.toggle("stip-view--part", chosen)
      const { stipNone, stipOne, stipOther } = count.dataset
      count.textContent = chosen ? filled([stipNone, stipOne][kept.size] ?? stipOther, { count: kept.size, all: steps.size }) : ""
    }
    const remember = () => {
      const address = new URL(location.href)
      selects.forEach(({ name, value }) => value ? address.searchParams.set(name, value) : address.searchParams.delete(name))
      /* A folder on disk may not let its address change; the choice holds all the same. */
      try { history.replaceState(history.state, "", address) } catch { return }
    }
    if (form) {
      form.addEventListener("change", () => { choose(); remember() })
      form.addEventListener("reset", () => setTimeout(() => { choose(); remember() }))
      form.addEventListener("submit", (event) => event.preventDefault())
      const asked = new URLSearchParams(location.search)
      selects.forEach((field) => { field.value = asked.get(field.name) ?? ""; if (field.selectedIndex < 0) field.value = "" })
      form.closest("details").open = selects.some((field) => field.value)
      choose()
    }

    /* Each step in words gets the same button as its card. */
    const button = card.querySelector("[data-stip-do=copy]")
    steps.forEach((link, id) => {
      const body = twinOf(id)?.card.querySelector(".stip-step__body")
      if (!body || body.querySelector(".stip-copy")) return
      const made = body.appendChild(button.cloneNode(true))
      made.addEventListener("click", () => copy(addressOf(link), words))
    })

    bar.hidden = false
    settle()
    const before = { part }
    return {
      view,
      on: { onScroll, onKey, onFull, print: () => { before.part = part; closeCard(); fit() }, printed: () => look(before.part) },
    }
  }

  /* ---- The page: under instant navigation the drawings come and go, what listens to the window stays ---- */

  let drawings = []
  const all = (name) => (event) => drawings.forEach(({ view, on }) => { if (view.isConnected) on[name](event) })
  addEventListener("scroll", all("onScroll"), { passive: true, capture: true })
  addEventListener("resize", all("onScroll"))
  addEventListener("keydown", all("onKey"))
  document.addEventListener("fullscreenchange", all("onFull"))
  addEventListener("hashchange", openNamed)

  /* Paper cannot be unfolded, and shows the whole drawing. */
  let folded = []
  addEventListener("beforeprint", (event) => {
    folded = [...document.querySelectorAll(".stip-content details:not([open])")]
    folded.forEach((card) => { card.open = true })
    all("print")(event)
  })
  addEventListener("afterprint", (event) => {
    folded.forEach((card) => { card.open = false })
    all("printed")(event)
  })

  const arrive = () => {
    drawings = [...document.querySelectorAll("[data-stip-view]")].map(drawing)
    openNamed()
  }
  if (typeof document$ !== "undefined") document$.subscribe(arrive)
  else arrive()
})()
