import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type XmlElement, childElements, textWithin } from '../../../kernel/xml.ts'
import { readXml } from '../../markup/read-xml.ts'

/** A property list of the kinds that a configuration needs. `dataKeys` names the keys whose text is base64 of bytes. */
export type PlistValue = string | number | boolean | readonly PlistValue[] | PlistDictionary
export type PlistDictionary = { readonly [key: string]: PlistValue }

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n'

/** Writes an XML property list. Numbers must be integers. */
export function writePlist(dictionary: PlistDictionary, dataKeys: ReadonlySet<string>): string {
  return `${HEAD}${dictText(dictionary, dataKeys)}\n</plist>\n`
}

function dictText(dictionary: PlistDictionary, dataKeys: ReadonlySet<string>): string {
  const lines = Object.entries(dictionary).map(([key, value]) => {
    const text = dataKeys.has(key) && typeof value === 'string' ? `<data>${escape(value)}</data>` : valueText(value, dataKeys)
    return `<key>${escape(key)}</key>${text}`
  })
  return `<dict>${lines.join('\n')}</dict>`
}

function valueText(value: PlistValue, dataKeys: ReadonlySet<string>): string {
  if (typeof value === 'string') return `<string>${escape(value)}</string>`
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>'
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer: ${value}`)
    return `<integer>${value}</integer>`
  }
  if (isList(value)) return `<array>${value.map(one => valueText(one, dataKeys)).join('')}</array>`
  return dictText(value, dataKeys)
}

function isList(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value)
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Reads what `writePlist` wrote. Only the declaration of the property list may stand before the root; refusal: `plist-malformed`. */
export function readPlist(text: string): Result<PlistDictionary> {
  const read = readXml(text.replace(/<!DOCTYPE plist PUBLIC "[^"[\]]*" "[^"[\]]*">/, ''))
  if (!read.ok) return refuse('plist-malformed', { why: read.refusal.code })
  const root = childElements(read.value)[0]
  try {
    const value = read.value.name === 'plist' && root?.name === 'dict' ? valueOf(root) : undefined
    return value === undefined ? refuse('plist-malformed', { why: 'no dictionary' }) : ok(value as PlistDictionary)
  } catch (fault) {
    return refuse('plist-malformed', { why: (fault as Error).message })
  }
}

function valueOf(element: XmlElement): PlistValue {
  switch (element.name) {
    case 'string':
      return textWithin(element)
    case 'data':
      return textWithin(element).replace(/\s/g, '')
    case 'true':
    case 'false':
      return element.name === 'true'
    case 'integer':
      return integerOf(textWithin(element))
    case 'array':
      return childElements(element).map(valueOf)
    case 'dict':
      return dictOf(childElements(element))
    default:
      throw new SyntaxError(`unknown kind ${element.name}`)
  }
}

function integerOf(text: string): number {
  const value = Number(text)
  if (!/^-?\d+$/.test(text.trim()) || !Number.isSafeInteger(value)) throw new SyntaxError('not an integer')
  return value
}

function dictOf(parts: readonly XmlElement[]): PlistDictionary {
  const entries: [string, PlistValue][] = []
  for (let at = 0; at < parts.length; at += 2) {
    const [key, value] = [parts[at], parts[at + 1]]
    if (key?.name !== 'key' || value === undefined) throw new SyntaxError('a key without a value')
    entries.push([textWithin(key), valueOf(value)])
  }
  return Object.fromEntries(entries)
}
