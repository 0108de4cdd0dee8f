import type { Frozen } from '../../../../kernel/brand.ts'
import type { PageNode, Parsed } from './slice.ts'

type Node = Frozen<PageNode>
type Page = Frozen<Parsed>

/** A node with its place. */
export type Element = Node & { readonly at: number }

export function elements(page: Page, ...names: readonly string[]): Element[] {
  return page.nodes.flatMap((node, at) => (names.includes(node.name) ? [{ ...node, at }] : []))
}

export function isInside(page: Page, at: number, ancestor: number): boolean {
  for (let up = page.nodes[at]?.parent ?? -1; up >= 0; up = page.nodes[up]?.parent ?? -1) if (up === ancestor) return true
  return false
}

const UNSEEN = new Set(['script', 'style', 'title', 'noscript'])

/** What somebody reads inside an element, blanks folded. */
export function textIn(page: Page, ancestor: number): string {
  return page.nodes
    .flatMap((node, at) => (node.name === '#text' && isInside(page, at, ancestor) ? [node.text] : []))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Everything somebody reads on the page. */
export function readable(page: Page): string {
  return page.nodes
    .flatMap(node => (node.name === '#text' && !UNSEEN.has(page.nodes[node.parent]?.name ?? '') ? [node.text] : []))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export function titleOf(page: Page): string {
  const title = elements(page, 'title')[0]
  return title === undefined ? '' : textIn(page, title.at)
}

export function metaOf(page: Page, name: string): string {
  return (
    elements(page, 'meta')
      .find(m => m.attrs['name'] === name)
      ?.attrs['content']?.trim() ?? ''
  )
}

/** Fields somebody fills in, each with the words that stand as its label. */
export function fieldsOf(page: Page): { readonly name: string; readonly type: string; readonly label: string; readonly form: number }[] {
  const labels = elements(page, 'label')
  const forms = elements(page, 'form')
  const silent = new Set(['hidden', 'submit', 'button', 'reset', 'image'])
  return elements(page, 'input', 'select', 'textarea')
    .filter(field => !silent.has(field.attrs['type'] ?? ''))
    .map(field => {
      const { id, name = '' } = field.attrs
      const label = labels.find(l => (id !== undefined && l.attrs['for'] === id) || isInside(page, field.at, l.at))
      const words = label === undefined ? (field.attrs['aria-label'] ?? '') : textIn(page, label.at)
      const type = field.name === 'input' ? (field.attrs['type'] ?? 'text') : field.name
      return { name, type, label: words, form: forms.find(f => isInside(page, field.at, f.at))?.at ?? -1 }
    })
}

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const DROPPED = new Set(['script', 'iframe', 'object', 'embed', 'base', 'noscript'])

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function tagOf(node: Node): string {
  const attrs = Object.entries(node.attrs).flatMap(([name, value]) => {
    const runs = name.startsWith('on') || name === 'srcdoc' || /^\s*(javascript|data|vbscript):/i.test(value)
    return runs || name === 'http-equiv' ? [] : [` ${name}="${escaped(value)}"`]
  })
  return `<${node.name}${attrs.join('')}>`
}

/** The page written anew from its nodes without anything that could run: for the frame of the preview. */
export function safeHtml(page: Page): string {
  const below = new Map<number, number[]>()
  for (const [at, node] of page.nodes.entries()) below.set(node.parent, [...(below.get(node.parent) ?? []), at])
  const write = (at: number): string => {
    const node = page.nodes[at]
    if (node === undefined || DROPPED.has(node.name)) return ''
    if (node.name === '#text') return page.nodes[node.parent]?.name === 'style' ? node.text.replace(/<\//g, '') : escaped(node.text)
    if (VOID.has(node.name)) return tagOf(node)
    return `${tagOf(node)}${(below.get(at) ?? []).map(write).join('')}</${node.name}>`
  }
  return `<!doctype html>${(below.get(-1) ?? []).map(write).join('')}`
}
