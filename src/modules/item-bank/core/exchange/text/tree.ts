import { type XmlElement, childElements, textWithin } from '../../../../../kernel/xml.ts'

/** The first child element of a name. */
export function element(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent === undefined ? undefined : childElements(parent, name)[0]
}

/** The text below an element, trimmed; empty where there is no element. */
export function textIn(node: XmlElement | undefined): string {
  return node === undefined ? '' : textWithin(node).trim()
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** What no XML 1.0 document may hold: control characters and halves of surrogate pairs. */
const FORBIDDEN = /[\p{Cc}--[\t\n\r\x7f-\x9f]]|[\ufffe\uffff]|\p{Cs}/gv

export function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '')
    .replaceAll(/[&<>"']/g, char => ESCAPES[char] ?? char)
    .replaceAll('\r', '&#13;')
}

/** An element to be written; attributes that are undefined are left out. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  const kept = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))
  return { name, attributes: Object.fromEntries(kept), children }
}

/** The text of a document. Elements that hold text are never indented, so that no blank is added to a text. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`
}

function written(node: XmlElement, indent: string): string {
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeXml(value).replaceAll(/[\n\t\r]/g, char => `&#${char.charCodeAt(0)};`)}"`,
  )
  const head = `${indent}<${node.name}${attributes.join('')}`
  if (node.children.length === 0) return `${head}/>`
  if (node.children.some(child => typeof child === 'string')) return `${head}>${node.children.map(flat).join('')}</${node.name}>`
  return `${head}>\n${node.children.map(child => written(child as XmlElement, `${indent}  `)).join('\n')}\n${indent}</${node.name}>`
}

function flat(child: XmlElement | string): string {
  return typeof child === 'string' ? escapeXml(child) : written(inline(child), '')
}

/** An element without children between its texts is written on one line. */
function inline(node: XmlElement): XmlElement {
  const holdsText = node.children.some(child => typeof child === 'string')
  return holdsText || node.children.length === 0 ? node : { ...node, children: ['', ...node.children] }
}
