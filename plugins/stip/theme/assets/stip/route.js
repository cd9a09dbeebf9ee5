/* My route: show the steps of one department for one kind of work. Nothing is sent; data come as script files. */
(() => {
  "use strict"
  const root = document.querySelector("[data-stip-route]")
  const form = root?.querySelector("form")
  if (!form || root.stipReady) return
  root.stipReady = true

  const words = JSON.parse(root.dataset.stipWords)
  const selects = [...form.querySelectorAll("select")]
  const result = root.querySelector("[data-stip-result]")
  const index = document.querySelector("[data-stip-index]")
  const status = root.querySelector("[data-stip-say]")
  const forget = root.querySelector("[data-stip-do=forget]")
  const store = `stip-route:${location.pathname}`
  const parts = Object.fromEntries(
    [...root.querySelectorAll("template")].map((part) => [part.dataset.stipPart, part.content]),
  )

  /* ---- Words ---- */

  const word = (key, values = {}) => {
    const entry = words[key]
    const text = typeof entry === "string" ? entry : entry[values.count === 1 ? "one" : "other"]
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name])
  }
  const say = (text) => { status.textContent = text }

  /* ---- Parts of the page, filled with text alone ---- */

  const mark = (name, number) => {
    const drawing = parts.marks.querySelector(`[data-name="${name}"]`).firstElementChild.cloneNode(true)
    const text = drawing.querySelector("text")
    if (text) text.textContent = number ?? "!"
    return drawing
  }

  const make = (part, values, lists = {}) => {
    const made = parts[part].cloneNode(true)
    const each = (name, act) => made.querySelectorAll(`[data-${name}]`).forEach((at) => act(at, values[at.dataset[name]]))
    each("if", (at, value) => { if (!value) at.remove() })
    each("text", (at, value) => { at.textContent = value ?? "" })
    each("href", (at, value) => { if (value) at.setAttribute("href", value) })
    each("class", (at, value) => { if (value) at.classList.add(value) })
    each("status", (at, value) => at.classList.add("stip-status", `stip-status--${value}`))
    each("mark", (at, value) => { if (value) at.replaceWith(mark(value, values.number)) })
    made.querySelectorAll("[data-list]").forEach((at) => {
      const items = lists[at.dataset.list] ?? []
      if (items.length) at.append(...items)
      else at.remove()
    })
    return made
  }

  /* ---- Data ---- */

  const loaded = {}
  window.stipRoute = (data) => { loaded[data.key] = data }
  const load = (select) => new Promise((resolve, reject) => {
    const kind = select.dataset.stipKind
    const key = `${kind}/${select.value}`
    if (loaded[key]) { resolve(loaded[key]); return }
    const script = document.createElement("script")
    script.src = select.selectedOptions[0].dataset.stipData
    script.onload = () => (loaded[key] ? resolve(loaded[key]) : reject(new Error(key)))
    script.onerror = reject
    document.head.append(script)
    script.remove()
  })

  /* ---- The result ---- */

  const step = (item, persona) => {
    const mine = persona && item.for[persona]
    return make("step", {
      ...item,
      mark: item.kind,
      state_mark: item.disc ? "" : item.kind === "intervention" && item.status === "planned" ? item.kind : item.status,
      mine: mine === 1 ? "" : mine,
      everyone: mine ? "" : item.benefit,
    }, { planks: (item.planks ?? []).map((plank) => make("plank", plank)) })
  }

  const row = (item) => make("row", { ...item, mark: item.status, text: `${item.state} · ${item.when}` })

  const way = (unit, steps, persona) => {
    const over = steps.filter((item) => item.over)
    const bands = ["now", "soon", "later"].map((band) => [band, steps.filter((item) => item.band === band && !item.over)])
    const made = bands.filter(([band, items]) => band === "now" || items.length).map(([band, items]) => (
      make(band, {}, { steps: items.map((item) => step(item, persona)) })
    ))
    if (over.length) made.unshift(make("over", { count: over.length }, { overs: over.map(row) }))
    if (unit?.end?.text) made.push(make("end", { ...unit.end, nowhere: !unit.end.href }))
    const drawing = unit?.pattern && parts.marks.querySelector(`[data-name=pattern-${unit.pattern}]`)
    if (drawing) made.forEach((band) => band.querySelector("#stip-lane-now g")?.replaceChildren(...drawing.cloneNode(true).children))
    return made
  }

  /* Questions about both come first. */
  const questions = (unit, work) => {
    const [ours, mine] = [unit?.questions ?? [], work?.questions ?? []]
    const known = new Set(mine.map((item) => item.href))
    const both = ours.filter((item) => known.has(item.href))
    const seen = new Map([...both, ...ours, ...mine].map((item) => [item.href, item]))
    return [...seen.values()].slice(0, 6)
  }

  const render = (unit, work, persona, all) => {
    const steps = (unit ?? work).steps ?? []
    const mine = persona ? steps.filter((item) => item.for[persona]) : steps
    const shown = all || !mine.length ? steps : mine
    const next = shown.filter((item) => item.rank).sort((a, b) => a.rank - b.rank)
    const events = next.map((item) => item.event).filter(Boolean)
    const about = { total: steps.length, name: unit?.of, count: mine.length }
    const count = !unit ? word(steps.length ? "persona" : "persona_none", { count: steps.length })
      : !steps.length ? word("no_steps", { name: unit.name })
        : !work ? word("all", { ...about, count: steps.length })
          : word(mine.length ? "some" : "none", about)
    const hint = unit ? (work || selects.length < 2 ? "" : word("choose_persona")) : word("choose_department")
    const helps = [
      ...[...(unit?.contacts ?? []), ...(work?.contacts ?? [])].map((item) => (
        make("contact", { ...item, mailto: item.email && `mailto:${item.email}` })
      )),
      ...next.filter((item) => item.kind === "training").map((item) => make("row", { ...item, mark: item.kind, text: item.due })),
    ]
    const asked = questions(unit, work)
    const learn = ((unit ?? work).learn ?? []).filter((item) => !persona || !item.who || item.who.includes(persona)).slice(0, 6)
    const toggle = work && unit && mine.length && mine.length < steps.length
    const first = next.slice(0, 3)
    const made = make("result", {
      ...unit,
      heading: [unit?.name, work?.name].filter(Boolean).join(" · "),
      notice: [unit?.notice, hint].filter(Boolean).join(" "),
      first: first.length ? word("first", { count: first.length }) : "",
      count,
      toggle: toggle ? word(all ? "show_mine" : "show_all") : "",
      href: (unit ?? work).href,
      more: unit ? word("about", { name: unit.name }) : word("persona_page"),
      help: helps.length,
      asked: asked.length,
      learn: learn.length,
      events: events.length,
    }, {
      dates: first.map((item) => make("date", {
        ...item,
        path: unit?.path ?? item.path,
        note: item.todo || (persona && item.for[persona] !== 1 && item.for[persona]) || item.benefit,
      })),
      helps,
      learns: learn.map((item) => make("row", item)),
      questions: asked.map((item) => make("question", item)),
    })
    const bands = made.querySelector(".stip-way__bands")
    if (steps.length) bands.append(...way(unit, shown, persona))
    else bands.parentElement.remove()
    result.replaceChildren(made)
    result.hidden = false
    index.hidden = true
    say("")
    root.querySelector("[data-stip-heard]").textContent = count
    const on = (name, act) => result.querySelector(`[data-stip-do=${name}]`)?.addEventListener("click", act)
    on("all", () => {
      render(unit, work, persona, !all)
      result.querySelector("[data-stip-do=all]").focus()
    })
    on("print", () => print())
    on("calendar", () => save(`${(unit ?? work).calendar}${events.join("")}END:VCALENDAR\r\n`))
    on("copy", copy)
  }

  const save = (text) => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }))
    link.download = `${word("file")}.ics`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10000)
  }

  const copy = async () => {
    const [told, box] = [result.querySelector("[data-stip-copied]"), result.querySelector(".stip-my__copy")]
    const link = new URL(address(), location.href).href
    try {
      await navigator.clipboard.writeText(link)
      told.textContent = word("copied")
    } catch {
      box.hidden = false
      const field = box.querySelector("input")
      field.value = link
      field.select()
      told.textContent = word("copy_yourself")
    }
  }

  /* ---- The choice: in the address, and remembered on this device alone ---- */

  const address = () => `?${new URLSearchParams(selects.filter((at) => at.value).map((at) => [at.name, at.value]))}`
  const remembered = () => { try { return localStorage.getItem(store) ?? "" } catch { return "" } }
  const remember = (text) => { try { text ? localStorage.setItem(store, text) : localStorage.removeItem(store) } catch { /* not allowed */ } }
  const clear = (text) => {
    result.replaceChildren()
    result.hidden = true
    index.hidden = false
    say(text)
  }

  const show = async (focused) => {
    forget.hidden = !remembered()
    const chosen = selects.filter((at) => at.value)
    if (!chosen.length) { clear(focused ? word("nothing") : ""); return }
    try {
      const found = Object.fromEntries(await Promise.all(chosen.map(async (at) => [at.dataset.stipKind, await load(at)])))
      if (!root.isConnected) return
      const persona = chosen.find((at) => at.dataset.stipKind === "persona")?.value
      render(found.department, found.persona, persona, false)
      if (focused) result.querySelector("h2").focus()
    } catch { clear(word("failed")) }
  }

  const read = (text) => {
    const asked = new URLSearchParams(text)
    let unknown = false
    selects.forEach((at) => {
      at.value = asked.get(at.name) ?? ""
      if (at.selectedIndex < 0) { at.value = ""; unknown = true }
    })
    return unknown
  }

  const arrive = async () => {
    const asked = new URLSearchParams(location.search)
    const named = selects.some((at) => asked.has(at.name))
    const unknown = read(named ? location.search : remembered())
    await show(false)
    if (unknown && named) say(word("unknown"))
  }

  form.addEventListener("submit", (event) => {
    remember(selects.some((at) => at.value) ? address() : "")
    /* Where an address may not be changed the form asks for it in the ordinary way. */
    try { history.pushState(null, "", address()) } catch { return }
    event.preventDefault()
    show(true)
  })
  forget.addEventListener("click", () => {
    remember("")
    forget.hidden = true
    say(word("forgotten"))
    selects[0].focus()
  })
  window.addEventListener("popstate", () => { if (root.isConnected) arrive() })
  arrive()
})()
