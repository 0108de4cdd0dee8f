import { type Dice, roll, shuffled } from '../../../../../kernel/dice.ts'
import { type QtiResult, eachSound } from '../fault.ts'
import { flagAttribute, malformed } from '../vocabulary/attributes.ts'
import { type Part, type Section, readSelection } from './read-assessment.ts'

const MOST = 1_000

type Marked = { readonly part: Part; readonly isRequired: boolean; readonly isFixed: boolean }

/**
 * The parts of a section in the order in which one candidate meets them. Required parts are always among the selected
 * ones; fixed ones keep their place when the others are mixed. A part selected more than once is there more than once.
 */
export function selectParts(section: Section, dice: Dice): QtiResult<readonly Part[]> {
  const selection = readSelection(section)
  if (!selection.ok) return selection
  const { count, repeats, mixes } = selection.value
  if (!Number.isInteger(count) || count < 0 || count > MOST) return malformed(section.element, 'select', String(count))
  const marked = eachSound(section.parts, markPart)
  if (!marked.ok) return marked
  const chosen = choose(marked.value, { count, repeats }, dice)
  const ordered = mixes ? mix(chosen, dice) : chosen
  return { ok: true, value: ordered.map(({ part }) => part) }
}

function markPart(part: Part): QtiResult<Marked> {
  const isRequired = flagAttribute(part.element, 'required', false)
  if (!isRequired.ok) return isRequired
  const isFixed = flagAttribute(part.element, 'fixed', false)
  return isFixed.ok ? { ok: true, value: { part, isRequired: isRequired.value, isFixed: isFixed.value } } : isFixed
}

function choose(parts: readonly Marked[], { count, repeats }: { count: number; repeats: boolean }, dice: Dice): readonly Marked[] {
  if (parts.length === 0 || (count >= parts.length && !repeats)) return parts
  const times = new Map(parts.map(part => [part, part.isRequired ? 1 : 0]))
  const left = Math.max(0, count - parts.filter(({ isRequired }) => isRequired).length)
  const pool = repeats
    ? Array.from({ length: left }, () => parts[roll(dice, parts.length)] as Marked)
    : shuffled(
        parts.filter(({ isRequired }) => !isRequired),
        dice,
      ).slice(0, left)
  for (const part of pool) times.set(part, (times.get(part) ?? 0) + 1)
  return parts.flatMap(part => Array.from({ length: times.get(part) ?? 0 }, () => part))
}

function mix(parts: readonly Marked[], dice: Dice): readonly Marked[] {
  const loose = shuffled(
    parts.filter(({ isFixed }) => !isFixed),
    dice,
  )
  return parts.map(part => (part.isFixed ? part : (loose.shift() as Marked)))
}
