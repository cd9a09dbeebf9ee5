// Runs in the page: texts of drawings that are hard to read against `picture`, a screenshot without any text.
async ({ picture, least }) => {
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d", { willReadFrequently: true })
  pen.drawImage(image, 0, 0)
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  const wrong = []
  for (const text of document.querySelectorAll("svg.stip-drawing text")) {
    const box = text.getBoundingClientRect()
    if (!box.width || box.right > image.width || box.left < 0) continue
    const front = getComputedStyle(text).fill.match(/[\d.]+/g).slice(0, 3).map(Number)
    const slice = box.width / 4
    for (let i = 0; i < 4; i++) {
      const top = box.top + scrollY + box.height * 0.25, found = []
      const { data } = pen.getImageData(Math.round(box.left + i * slice), Math.round(top), Math.max(1, Math.round(slice)), Math.max(1, Math.round(box.height * 0.5)))
      for (let p = 0; p < data.length; p += 4) found.push([data[p], data[p + 1], data[p + 2]])
      // The middle one by its light: a line or a blade of grass behind a letter does not count.
      found.sort((a, b) => light(a) - light(b))
      const value = ratio(front, found[found.length >> 1])
      if (value < least) wrong.push(`'${text.textContent}' has ${value.toFixed(2)}`)
    }
  }
  return [...new Set(wrong)]
}
