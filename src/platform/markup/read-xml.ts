import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type Refusal, type Result, ok } from '../../kernel/result.ts'
import type { XmlElement } from '../../kernel/xml.ts'
import { decodeXml } from './decode-xml.ts'

const LIMITS = { bytes: 20_000_000, depth: 200, elements: 200_000, attributes: 200, attributeLength: 100_000, nameLength: 200 } as const
const CHUNK = 65_536

type Growing = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: (XmlElement | string)[] }

/**
 * Reads a document into plain elements whose names have lost their prefixes. DOCTYPE and entity declarations are
 * refused, and so is what exceeds the limits; comments and processing instructions are dropped. Never throws.
 */
export function readXml(source: Uint8Array | string): Result<XmlElement> {
  const size = source.length
  if (size > LIMITS.bytes) return { ok: false, refusal: { code: 'xml-too-large', facts: { limit: LIMITS.bytes } } }
  const text = typeof source === 'string' ? ok(source) : decodeXml(source)
  return text.ok ? parse(text.value.replace(/^\uFEFF/, '')) : text
}

function parse(text: string): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: true })
  const state: { refusal: Refusal | null; root: XmlElement | null; elements: number } = { refusal: null, root: null, elements: 0 }
  const open: Growing[] = []
  const stop = (code: string, facts: Refusal['facts'] = {}): void => {
    state.refusal ??= { code, facts: { line: parser.line, column: parser.column, ...facts } }
  }
  parser.on('error', error => stop('xml-malformed', { why: error.message.replace(/^[\d:]+:?\s*/, '') }))
  parser.on('doctype', () => stop('xml-doctype'))
  parser.on('opentag', tag => {
    if (state.refusal !== null) return
    const over = overLimit(tag, open.length + 1, ++state.elements)
    if (over) return stop('xml-over-limit', over)
    open.push({ name: tag.local, attributes: plainAttributes(tag), children: [] })
  })
  parser.on('closetag', () => {
    if (state.refusal !== null) return
    const element = open.pop()
    if (element === undefined) return
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else state.root = element
  })
  const addText = (piece: string): void => {
    const parent = open.at(-1)
    if (parent === undefined || piece === '') return
    const last = parent.children.at(-1)
    if (typeof last === 'string') parent.children[parent.children.length - 1] = last + piece
    else parent.children.push(piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  feed(parser, text, () => state.refusal !== null)
  if (state.refusal === null && state.root === null) stop('xml-malformed', { why: 'no element' })
  return state.refusal !== null || state.root === null ? { ok: false, refusal: state.refusal as Refusal } : ok(state.root)
}

/** Piece by piece, so that a bad document is left early. */
function feed(parser: SaxesParser<{ xmlns: true }>, text: string, isStopped: () => boolean): void {
  for (let at = 0; at < text.length && !isStopped(); at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  if (!isStopped()) parser.close()
}

function overLimit(tag: SaxesTagNS, depth: number, elements: number): { readonly what: string; readonly limit: number } | null {
  const attributes = Object.values(tag.attributes)
  if (depth > LIMITS.depth) return { what: '层嵌套 (levels)', limit: LIMITS.depth }
  if (elements > LIMITS.elements) return { what: '个元素 (elements)', limit: LIMITS.elements }
  if (attributes.length > LIMITS.attributes) return { what: '个属性 (attributes)', limit: LIMITS.attributes }
  if (attributes.some(({ value }) => value.length > LIMITS.attributeLength))
    return { what: '字符的属性 (characters)', limit: LIMITS.attributeLength }
  const names = [tag.local, ...attributes.map(({ local }) => local)]
  return names.some(name => name.length > LIMITS.nameLength) ? { what: '字符的名称 (characters)', limit: LIMITS.nameLength } : null
}

/** Without namespace declarations; an attribute without a prefix goes before one of the same name with a prefix. */
function plainAttributes(tag: SaxesTagNS): Readonly<Record<string, string>> {
  const attributes = Object.values(tag.attributes).filter(({ name, prefix }) => prefix !== 'xmlns' && name !== 'xmlns')
  const ordered = attributes.toSorted((a, b) => Number(a.prefix === '') - Number(b.prefix === ''))
  return Object.fromEntries(ordered.map(({ local, value }) => [local, value]))
}
