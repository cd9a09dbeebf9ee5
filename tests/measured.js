// Runs in the page: what is wrong with its drawings as they are rendered, in words. Sizes are px on the screen.
({ least }) => {
  const wrong = []
  const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden"
  const say = (e, what) => wrong.push(`${e.ownerSVGElement?.id}: ${what}`)
  const rect = (e) => { const r = e.getBoundingClientRect(); return { l: r.left, r: r.right, t: r.top, b: r.bottom, e } }
  const meet = (a, b, slack) => a.l < b.r - slack && b.l < a.r - slack && a.t < b.b - slack && b.t < a.b - slack
  // The letters themselves: the box of a text also holds the room that its font keeps above and below.
  const letters = (e) => {
    const scale = e.getScreenCTM().d, size = parseFloat(getComputedStyle(e).fontSize) * scale
    const base = e.getStartPositionOfChar(0).matrixTransform(e.getScreenCTM()).y
    const box = rect(e)
    return { ...box, t: base - 0.72 * size, b: base + 0.18 * size, size, words: e.textContent }
  }
  const pairs = (list, slack, tell) => {
    list.sort((a, b) => a.l - b.l)
    list.forEach((one, i) => {
      for (let j = i + 1; j < list.length && list[j].l < one.r; j++) if (meet(one, list[j], slack)) tell(one, list[j])
    })
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`page is ${document.documentElement.scrollWidth} px wide`)
  for (const svg of document.querySelectorAll("svg.stip-drawing")) {
    if (!shown(svg)) continue
    const picture = rect(svg)
    if (picture.r > innerWidth + 0.5) say(svg.firstElementChild, "wider than its page")
    const texts = [...svg.querySelectorAll("text")].filter((e) => shown(e) && e.textContent).map(letters)
    const boards = [...svg.querySelectorAll(".stip-d-plate, .stip-d-board, .stip-d-arm, .stip-d-today-board")].map(rect)
    for (const text of texts) {
      if (text.size < least) say(text.e, `'${text.words}' is ${text.size.toFixed(2)} px`)
      const own = text.e.parentElement.querySelector(":scope > .stip-d-plate, :scope > .stip-d-board, :scope > .stip-d-arm, :scope > .stip-d-today-board")
      const disc = text.e.classList.contains("stip-d-on-path") && text.e.previousElementSibling?.matches(".stip-d-disc")
      const warning = text.e.classList.contains("stip-d-warn-ink") && text.e.previousElementSibling
      const box = warning ? rect(warning) : disc ? rect(text.e.previousElementSibling) : own ? rect(own) : picture
      if (text.l < box.l - 1 || text.r > box.r + 1 || text.t < box.t - 1 || text.b > box.b + 1) say(text.e, `'${text.words}' leaves its box`)
      if (!disc && !warning) for (const board of boards) if (board.e !== own && meet(text, board, 1)) say(text.e, `'${text.words}' lies under another board`)
    }
    pairs(texts, 0.5, (a, b) => say(a.e, `'${a.words}' meets '${b.words}'`))
    pairs(boards, 1, (a, b) => say(a.e, `boards meet: '${a.e.parentElement.textContent}' and '${b.e.parentElement.textContent}'`))
    for (const a of svg.querySelectorAll("a")) {
      if (!a.closest("[aria-hidden]") && !a.querySelector(":scope > title")?.textContent.trim()) say(a, "a link without a name")
    }
  }
  return wrong
}
