import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

/** Everything that has to have a name for those who cannot see it. */
const NAMED = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'spinbutton',
  'slider',
  'switch',
  'tab',
  'img',
  'image',
  'dialog',
])

type Node = {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly backendDOMNodeId?: number
}

/** What the browser hands to a screen reader. */
async function nodesOf(page: Page): Promise<readonly Node[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Node[] }
  const nameless = nodes.filter(node => !node.ignored && NAMED.has(node.role?.value ?? '') && !node.name?.value.trim())
  for (const node of nameless) {
    if (node.backendDOMNodeId === undefined) continue
    const { outerHTML } = await session.send('DOM.getOuterHTML', { backendNodeId: node.backendDOMNodeId })
    Object.assign(node, { html: outerHTML.slice(0, 160) })
  }
  await session.detach()
  return nodes
}

/** What is wrong with a page as it stands, in words: scrolling sideways, things without a name, language, missing words. */
export async function pageFaults(page: Page, language: 'zh' | 'en'): Promise<string[]> {
  const nodes = await nodesOf(page)
  const nameless = nodes.filter(node => !node.ignored && NAMED.has(node.role?.value ?? '') && !node.name?.value.trim())
  const texts = nodes.filter(node => !node.ignored && node.role?.value === 'StaticText').map(node => node.name?.value.trim() ?? '')
  return [
    ...(await tooWide(page)),
    ...nameless.map(node => `${node.role?.value} without a name: ${(node as { readonly html?: string }).html ?? ''}`),
    ...(await languageFaults(page, language)),
    ...new Set(texts.flatMap(text => wordFault(text, language))),
  ]
}

/** The page itself never scrolls sideways; what is wider scrolls in a frame of its own. */
async function tooWide(page: Page): Promise<string[]> {
  const { wide, culprit } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const widest = [...document.querySelectorAll('body *')].find(element => element.getBoundingClientRect().right > clientWidth + 1)
    return { wide: scrollWidth > clientWidth ? `${scrollWidth} over ${clientWidth}` : '', culprit: widest?.outerHTML.slice(0, 120) }
  })
  return wide === '' ? [] : [`scrolls sideways (${wide}): ${culprit ?? ''}`]
}

async function languageFaults(page: Page, language: 'zh' | 'en'): Promise<string[]> {
  const lang = await page.evaluate(() => document.documentElement.lang)
  const expected = language === 'zh' ? 'zh-CN' : 'en'
  return lang === expected ? [] : [`lang is “${lang}”, not “${expected}”`]
}

const chineseWords = await wordsOf('zh')
/** The text of an edition and of its specification tables keeps its language. */
const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))
const editions = ['standards.json', ...globSync('specification/*.json', { cwd: DATA })]
  .map(file => readFileSync(DATA + file, 'utf8'))
  .join('\n')

/** Places left open, values that are none, codes where words belong, and Chinese words of ours on an English page. */
function wordFault(text: string, language: 'zh' | 'en'): string[] {
  if (/\{\w+\}|undefined|\bNaN\b|\[object /.test(text)) return [`not a text: “${text}”`]
  if (language === 'zh' && /^[a-z]{3,}(?:-[a-z]{2,})+$/.test(text)) return [`a code instead of words: “${text}”`]
  return language === 'en' && chineseWords.some(word => word.test(text)) && !editions.includes(JSON.stringify(text))
    ? [`not translated: “${text}”`]
    : []
}

/** Every text of the word files as a pattern, places filled with anything. Single signs are left out: names may be made of them. */
async function wordsOf(language: 'zh'): Promise<readonly RegExp[]> {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const files = globSync('src/**/pages/**/words.zh.ts', { cwd: root }).concat(globSync('src/{ui,apps}/**/words.zh.ts', { cwd: root }))
  const trees = await Promise.all(
    files.map(async file => ((await import(pathToFileURL(root + file).href)) as Record<string, unknown>)[language]),
  )
  return [...new Set(trees.flatMap(leaves))].filter(text => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2).map(patternOf)
}

function leaves(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(leaves) : []
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\w+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 'u')
}
