import { fill, useWords } from '../../../../ui/words.ts'
import { type WrittenGap, type WrittenGapKey, WrittenKey, WrittenResponse } from '../../contract.ts'
import { isRightText } from '../../core/gaps/fill.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { VerdictList, type VerdictRow } from './verdict-list.tsx'

type Props = { readonly gaps: readonly WrittenGap[]; readonly response: unknown; readonly answerKey: unknown }

/** Gaps one by one: what was written and what is right. Ids are in the order of the text. */
export function GapReview({ gaps, response, answerKey }: Props) {
  const words = useWords(zh, en)
  const given = WrittenResponse.safeParse(response)
  const key = WrittenKey.safeParse(answerKey)
  const rows = gaps.map((gap, at): VerdictRow => {
    const text = given.success ? (given.data.gaps.find(one => one.id === gap.id)?.text.trim() ?? '') : ''
    const own = key.success ? key.data.gaps.find(one => one.id === gap.id) : undefined
    return {
      id: gap.id,
      label: fill(words.gap, { number: at + 1 }),
      given: text === '' ? null : text,
      isRight: own === undefined ? null : text !== '' && isRightText(own, gap, text),
      wanted: own === undefined ? null : wantedText(words.orSimilar, own, gap.unit),
    }
  })
  return <VerdictList rows={rows} />
}

function wantedText(orSimilar: string, key: WrittenGapKey, unit: string | null): string {
  if (key.kind === 'text') return key.accept.join(' / ')
  const value = `${key.value}${unit ?? key.units[0] ?? ''}`
  return /[1-9]/.test(key.tolerance) ? fill(orSimilar, { value, tolerance: key.tolerance }) : value
}

/** Stands where a gap was: its number. */
export function GapNumber({ number }: { readonly number: number }) {
  return <span className="z-gap-number">{number}</span>
}
