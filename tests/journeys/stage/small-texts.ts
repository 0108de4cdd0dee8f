import type { Page } from 'playwright-core'

/** The smallest text that is read without effort, in pixels as shown. */
const LEAST_PX = 12

/** Texts that are shown smaller than that, drawings scaled down included; with their size. */
export async function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(least => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small = new Set<string>()
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true })) continue
      const drawn = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * drawn
      if (size < least - 0.05) small.add(`${text.slice(0, 20)} ${size.toFixed(1)}`)
    }
    return [...small]
  }, LEAST_PX)
}
