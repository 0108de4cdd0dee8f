import { fill, useWords } from '../../../../ui/words.ts'
import { MOST_GAP_CHARACTERS, type ItemDocument, type WrittenGap, WrittenResponse } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { useWriting } from './use-writing.ts'

type Props = {
  readonly gap: WrittenGap
  /** What the gap is called for somebody who does not see where it stands. */
  readonly label: string
  readonly text: string
  readonly readOnly: boolean
  readonly onText: (text: string) => void
}

/** One gap to write into, with its unit behind it. */
export function GapField({ gap, label, text, readOnly, onText }: Props) {
  const writing = useWriting<HTMLInputElement>(text, onText)
  return (
    <span className={`z-gap z-gap-${gap.width}`}>
      <input
        {...writing}
        type="text"
        inputMode={gap.kind === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck="false"
        maxLength={MOST_GAP_CHARACTERS}
        aria-label={label}
        readOnly={readOnly}
      />
      {gap.unit === null ? null : <span className="z-gap-unit">{gap.unit}</span>}
    </span>
  )
}

/** Name of the gap at a place, from 1. */
export function useGapLabel(): (gap: Pick<WrittenGap, 'unit'>, number: number) => string {
  const words = useWords(zh, en)
  return (gap, number) => (gap.unit === null ? fill(words.gap, { number }) : fill(words.gapWithUnit, { number, unit: gap.unit }))
}

/** The texts of a response by gap, and the response with one of them changed; null once every gap is empty. */
export function writtenGaps(response: unknown, ids: readonly string[]) {
  const given = WrittenResponse.safeParse(response)
  const texts = new Map(given.success ? given.data.gaps.map(gap => [gap.id, gap.text]) : [])
  return {
    textOf: (id: string) => texts.get(id) ?? '',
    with: (id: string, text: string): ItemDocument | null => {
      const next = new Map(texts).set(id, text)
      const gaps = ids.flatMap(one => ((next.get(one) ?? '') === '' ? [] : [{ id: one, text: next.get(one) ?? '' }]))
      return gaps.length === 0 ? null : { version: 1, gaps }
    },
  }
}
