import type { XmlElement } from '../../../../../kernel/xml.ts'
import { type QtiResult, qtiFault } from '../fault.ts'
import { QTI_LIMITS } from '../limits.ts'

/**
 * QTI 3 writes `qti-set-outcome-value` and `base-type` where QTI 2 writes `setOutcomeValue` and `baseType`.
 * The engine knows the second form only. Fault when the tree is deeper or larger than allowed.
 */
export function normalTree(element: XmlElement): QtiResult<XmlElement> {
  const known = NORMAL.get(element)
  if (known !== undefined) return known
  const size = { left: QTI_LIMITS.elements as number }
  const normal = normalElement(element, 1, size)
  NORMAL.set(element, normal)
  return normal
}

/** An item is run many times over the same tree, which never changes. */
const NORMAL = new WeakMap<XmlElement, QtiResult<XmlElement>>()

function normalElement(element: XmlElement, depth: number, size: { left: number }): QtiResult<XmlElement> {
  if (depth > QTI_LIMITS.depth) return qtiFault('too-deep', element.name, { limit: QTI_LIMITS.depth })
  if (--size.left < 0) return qtiFault('too-large', element.name, { limit: QTI_LIMITS.elements })
  const children: (XmlElement | string)[] = []
  for (const child of element.children) {
    if (typeof child === 'string') children.push(child)
    else {
      const outcome = normalElement(child, depth + 1, size)
      if (!outcome.ok) return outcome
      children.push(outcome.value)
    }
  }
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [normalAttribute(name), normalWord(value)]),
  )
  return { ok: true, value: { name: normalName(element.name), attributes, children } }
}

/** `qti-duration-lt` and `durationLT` → `durationLt`. Names that are not QTI's own stay as they are. */
export function normalName(name: string): string {
  const camel = name.startsWith('qti-') ? camelCase(name.slice(4)) : name
  return camel.replace(/^duration(LT|GTE)$/, (_, end: string) => `duration${end.charAt(0)}${end.slice(1).toLowerCase()}`)
}

function normalAttribute(name: string): string {
  return name.startsWith('data-') || name.startsWith('aria-') ? name : camelCase(name)
}

/** QTI 2.0 wrote one built-in variable differently. */
function normalWord(value: string): string {
  return value === 'completion_status' ? 'completionStatus' : value
}

const CAMEL = new Map<string, string>()

/** Names recur by the thousand; a stranger's inventions are not collected without end. */
function camelCase(name: string): string {
  if (!name.includes('-')) return name
  const known = CAMEL.get(name)
  if (known !== undefined) return known
  const camel = inCamelCase(name)
  if (CAMEL.size < 1_000) CAMEL.set(name, camel)
  return camel
}

function inCamelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Names of functions, shapes and modes, which some writers hyphenate: `sample-SD`, `sampleSD` → `samplesd`. */
export function plainWord(word: string): string {
  return word.trim().toLowerCase().replace(/[-_]/g, '')
}
