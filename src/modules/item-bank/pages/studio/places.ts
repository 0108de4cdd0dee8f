/** The places of an item: where on the page a fault or finding belongs. */
export type Zone = 'facts' | 'write' | 'look'

/** The path of a field for the place that a finding names: `options.2` is the second option, `parts.1.stem` the stem of the first part. */
export function pathOfPlace(place: string): string {
  if (/^(content|key|rubric)\b/.test(place)) return place
  const part = /^parts\.(\d+)\.?(.*)$/.exec(place)
  if (part) {
    const at = Number(part[1]) - 1
    const inner = part[2] === '' ? '' : pathOfPlace(part[2] ?? '')
    const [document = 'content', ...rest] = inner.split('.')
    return inner === '' ? `content.parts.${at}` : [document, 'parts', at, document, ...rest].join('.')
  }
  const option = /^options\.(\d+)/.exec(place)
  if (option) return `content.options.${Number(option[1]) - 1}.text`
  if (place === 'explanation' || place === 'reference') return `key.${place}`
  return /^(stem|stimulus|brief|gaps|table|left|right|entries|areas|words)\b/.test(place) ? `content.${place}` : place
}

export function zoneOf(path: string): Zone {
  return /^(content|key|rubric)\b/.test(path) ? 'write' : 'facts'
}

/** Leads to the field of a path, or to the nearest one around it; a part's fields carry the paths of its own editor. */
export function focusPath(root: ParentNode, path: string): boolean {
  const part = /^\w+\.parts\.(\d+)\.(?:content|key|rubric)/.exec(path)
  if (part) {
    const inside = root.querySelector(`[data-path="content.parts.${part[1]}"]`)
    const [document = '', , , , ...rest] = path.split('.')
    return inside !== null && (focusPath(inside, [document, ...rest].join('.')) || focusIn(inside))
  }
  for (let steps = path.split('.'); steps.length > 0; steps = steps.slice(0, -1)) {
    const field = root.querySelector(`[data-path="${CSS.escape(steps.join('.')).replaceAll('\\.', '.')}"]`)
    if (field && focusIn(field)) return true
  }
  return false
}

/** What is written in comes before what is pressed, wherever it stands. */
const FOCUSABLE = ['textarea', 'input:not([type=file]):not([hidden])', 'select', 'button']

function focusIn(field: Element): boolean {
  const target = FOCUSABLE.map(kind => field.querySelector<HTMLElement>(kind)).find(found => found !== null)
  field.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
  return target !== undefined
}
