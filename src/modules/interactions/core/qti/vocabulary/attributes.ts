import { type XmlElement, attributeOf } from '../../../../../kernel/xml.ts'
import { type QtiResult, qtiFault } from '../fault.ts'
import { parseFloating } from '../values/parse-atom.ts'

/** The text of an attribute, or the fault that it is missing or blank. */
export function neededAttribute(element: XmlElement, attribute: string): QtiResult<string> {
  const value = attributeOf(element, attribute)?.trim() ?? ''
  return value === '' ? qtiFault('attribute-missing', element.name, { attribute }) : { ok: true, value }
}

/** A boolean attribute with its default. */
export function flagAttribute(element: XmlElement, attribute: string, usual: boolean): QtiResult<boolean> {
  const value = attributeOf(element, attribute)?.trim()
  if (value === undefined) return { ok: true, value: usual }
  if (value === 'true' || value === '1') return { ok: true, value: true }
  if (value === 'false' || value === '0') return { ok: true, value: false }
  return malformed(element, attribute, value)
}

/** A number that may be absent. */
export function numberAttribute(element: XmlElement, attribute: string): QtiResult<number | undefined> {
  const text = attributeOf(element, attribute)?.trim()
  if (text === undefined) return { ok: true, value: undefined }
  const value = parseFloating(text)
  return value === undefined || Number.isNaN(value) ? malformed(element, attribute, text) : { ok: true, value }
}

/** A word of a closed list. */
export function wordAttribute<T extends string>(element: XmlElement, attribute: string, words: readonly T[]): QtiResult<T> {
  const text = neededAttribute(element, attribute)
  if (!text.ok) return text
  const value = words.find(word => word === text.value)
  return value === undefined ? malformed(element, attribute, text.value) : { ok: true, value }
}

/** Entries of an attribute that lists names with spaces between them. */
export function listAttribute(element: XmlElement, attribute: string): readonly string[] {
  return (attributeOf(element, attribute) ?? '').split(/\s+/).filter(entry => entry !== '')
}

export function malformed(element: XmlElement, attribute: string, value: string): ReturnType<typeof qtiFault> {
  return qtiFault('attribute-malformed', element.name, { attribute, value: value.slice(0, 100) })
}
