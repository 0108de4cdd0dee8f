import { type InteractionType, type ItemDocument, PART_TYPES, interactionOf } from '../../../contract.ts'
import { type Loose, listOf, looseOf, oneOf, rowsOf, textOf } from './loose.ts'

/** Stands for words that are still to be written. */
const OPEN = '……'
const TEXTS = new Set(['stem', 'stimulus', 'brief'])
const LISTS = new Set(['options', 'left', 'right', 'entries', 'areas'])

/**
 * What a candidate would get of a draft as it stands: words that are missing are shown as `……`. Null as long as not even that can be
 * shown, such as a text without its gaps or a picture that is not there.
 */
export function shownDraft(type: InteractionType, content: unknown): ItemDocument | null {
  const kind = interactionOf(type)
  const given = { version: kind.version, ...looseOf(content) }
  for (const tried of [given, filled(type, given)]) {
    const parsed = kind.parseContent(tried)
    if (parsed.ok) return kind.strip(parsed.value)
  }
  return null
}

function filled(type: InteractionType, content: Loose): Loose {
  const whole = Object.fromEntries(Object.entries(content).map(([name, value]) => [name, filledField(name, value)]))
  if (type === 'lab-task') return { ...whole, scenario: textOf(whole['scenario']) || 'scenario', task: textOf(whole['task']) || null }
  if (type === 'case') return { ...whole, parts: rowsOf(whole['parts']).flatMap(filledPart) }
  if (type === 'file-answer' && listOf(whole['accept']).length === 0) return { ...whole, accept: ['application/pdf'] }
  return whole
}

/** Parts that cannot be shown yet are left out, so that the others are. */
function filledPart(part: Loose): Loose[] {
  const type = oneOf(part['type'], PART_TYPES)
  const content = filled(type, { version: interactionOf(type).version, ...looseOf(part['content']) })
  return interactionOf(type).parseContent(content).ok ? [{ ...part, content }] : []
}

function filledField(name: string, value: unknown): unknown {
  if (TEXTS.has(name)) return filledProse(value)
  if (LISTS.has(name)) return rowsOf(value).map(filledRow)
  if (name === 'picture') return { ...looseOf(value), alt: textOf(looseOf(value)['alt']).trim() || OPEN }
  if (name === 'gaps')
    return rowsOf(value).map(gap => ('options' in gap ? { ...gap, options: rowsOf(gap['options']).map(filledRow) } : gap))
  return value
}

function filledRow(row: Loose): Loose {
  const open = Object.fromEntries(['text', 'label'].flatMap(name => (name in row && textOf(row[name]).trim() === '' ? [[name, OPEN]] : [])))
  return { ...row, ...open }
}

function filledProse(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? OPEN : value
  const blocks = rowsOf(value).map(block => {
    if (block['kind'] === 'picture') return { ...block, alt: textOf(block['alt']).trim() || OPEN }
    return block['kind'] !== 'table' && textOf(block['text']) === '' ? { ...block, text: OPEN } : block
  })
  return blocks.length === 0 ? OPEN : blocks
}
