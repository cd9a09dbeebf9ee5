/* A button that copies what is to be pasted; without a script that can be selected by itself. */
(() => {
  "use strict"
  const said = document.querySelector("[data-stip-said]")

  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent)
      return true
    } catch {
      getSelection().selectAllChildren(code)
      return document.execCommand("copy")
    }
  }

  document.querySelectorAll("[data-stip-paste]").forEach((button) => {
    const box = button.closest("[data-stip-copied]")
    button.hidden = false
    button.addEventListener("click", async () => {
      const done = await copy(box.querySelector("pre code"))
      said.textContent = ""
      requestAnimationFrame(() => { said.textContent = done ? box.dataset.stipCopied : box.dataset.stipNotCopied })
      if (!done) return
      const word = button.textContent
      button.textContent = box.dataset.stipCopied
      setTimeout(() => { button.textContent = word }, 3000)
    })
  })
})()
