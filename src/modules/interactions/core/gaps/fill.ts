import type { Answered, ScoreFacts } from '../interaction-spec.ts'
import { type Score, shareScore } from '../score.ts'
import { isWithin, readDecimal } from './decimal.ts'
import type { GapRubric } from './gaps.ts'
import { readQuantities, unitForm } from './quantity.ts'
import { textForm } from './text-form.ts'
import type { NumberGapKey, WrittenGap, WrittenGapKey, WrittenKey, WrittenResponse } from './written-gaps.ts'

type WrittenContent = { readonly gaps: readonly WrittenGap[] }

/** Blank while nothing but blanks is written; a gap of another item is none of this one. */
export function answeredGaps(content: WrittenContent, response: WrittenResponse): Answered {
  const known = new Set(content.gaps.map(gap => gap.id))
  if (response.gaps.some(gap => !known.has(gap.id))) return { state: 'invalid', why: 'unknown-gap' }
  return { state: response.gaps.every(gap => gap.text.trim() === '') ? 'blank' : 'answered' }
}

/** The key has every gap of the content once, as the kind it is. */
export function writtenKeyFault(content: WrittenContent, key: WrittenKey): string | undefined {
  const kinds = new Map(content.gaps.map(gap => [gap.id, gap.kind]))
  const stranger = key.gaps.find(gap => !kinds.has(gap.id))
  if (stranger !== undefined) return `no gap ${stranger.id}`
  const other = key.gaps.find(gap => kinds.get(gap.id) !== gap.kind)
  if (other !== undefined) return `gap ${other.id} is of another kind`
  return key.gaps.length === content.gaps.length ? undefined : 'a gap has no key'
}

/** The response that earns full marks. */
export function writtenKeyResponse(key: WrittenKey): WrittenResponse {
  return {
    version: 1,
    gaps: key.gaps.map(gap => ({ id: gap.id, text: gap.kind === 'number' ? gap.value : (gap.accept[0] ?? '') })),
  }
}

/** Is what was written into a gap right? Numbers by value and unit, texts by their form. */
export function isRightText(key: WrittenGapKey, gap: WrittenGap | undefined, text: string): boolean {
  if (key.kind === 'number') return isRightNumber(key, gap?.unit ?? null, text)
  const form = textForm(text, key)
  return key.accept.some(accepted => textForm(accepted, key) === form)
}

function isRightNumber(key: NumberGapKey, printed: string | null, text: string): boolean {
  const [value, tolerance] = [readDecimal(key.value), readDecimal(key.tolerance)]
  if (value === undefined || tolerance === undefined) return false
  const accepted = new Set([...key.units, ...(printed === null ? [] : [printed])].map(unitForm))
  return readQuantities(text).some(
    quantity => quantity.units.every(unit => accepted.has(unit)) && isWithin(quantity.number, value, tolerance),
  )
}

export type GapVerdicts = { readonly right: readonly string[]; readonly wrong: readonly string[]; readonly missed: readonly string[] }

/** Marks from what was found gap by gap: by shares, or all or nothing. */
export function gapScore(facts: Pick<ScoreFacts<unknown, unknown, unknown, GapRubric>, 'rubric' | 'max'>, verdicts: GapVerdicts): Score {
  const { rubric, max } = facts
  const shares = new Map(rubric.shares.map(one => [one.id, one.share]))
  const weightOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (shares.get(id) ?? 1), 0)
  const got = weightOf(verdicts.right)
  const of = got + weightOf(verdicts.wrong) + weightOf(verdicts.missed)
  const reasons = (['right', 'wrong', 'missed'] as const).map(code => ({ code, optionIds: verdicts[code] }))
  return shareScore(max, { of, got: rubric.credit === 'all-or-nothing' && got < of ? 0 : got }, reasons)
}

/** Scores written gaps. */
export function scoreGaps(facts: ScoreFacts<WrittenContent, WrittenKey, WrittenResponse, GapRubric>): Score {
  const { content, key, response } = facts
  const gaps = new Map(content.gaps.map(gap => [gap.id, gap]))
  const texts = new Map(response.gaps.map(gap => [gap.id, gap.text]))
  const right: string[] = []
  const wrong: string[] = []
  const missed: string[] = []
  for (const gap of key.gaps) {
    const text = texts.get(gap.id) ?? ''
    const list = text.trim() === '' ? missed : isRightText(gap, gaps.get(gap.id), text) ? right : wrong
    list.push(gap.id)
  }
  return gapScore(facts, { right, wrong, missed })
}
