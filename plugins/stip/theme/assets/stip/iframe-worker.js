/* A site opened from a file share may not start workers; there the search runs in a hidden frame instead.
   The name of this file and of the class are what the host looks for. */
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    #frame
    #ready

    constructor(address) {
      super()
      this.#frame = Object.assign(document.createElement("iframe"), { hidden: true, title: "" })
      this.#ready = new Promise((resolve) => {
        addEventListener("DOMContentLoaded", resolve, { once: true })
        if (document.readyState !== "loading") resolve()
      }).then(() => {
        document.body.append(this.#frame)
        const inside = this.#frame.contentWindow
        inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }))
        inside.importScripts = (...addresses) => addresses.reduce((before, one) => before.then(() => this.#load(one)), Promise.resolve())
        return this.#load(new URL(address, document.baseURI).href)
      })
    }

    postMessage(data) {
      this.#ready.then(() => {
        const inside = this.#frame.contentWindow
        inside.dispatchEvent(new inside.MessageEvent("message", { data }))
      })
    }

    terminate() {
      this.#frame.remove()
    }

    #load(address) {
      return new Promise((resolve, reject) => {
        const script = this.#frame.contentDocument.createElement("script")
        Object.assign(script, { src: address, onload: resolve, onerror: reject })
        this.#frame.contentDocument.head.append(script)
      })
    }
  }
  window.Worker = window.IFrameWorker
}
