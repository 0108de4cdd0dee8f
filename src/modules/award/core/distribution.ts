import { hundredths, type Hundredths } from '../../../kernel/marks.ts'

/** Marks from `from` (inclusive) to the next bin; the last bin holds full marks too. Hundredths. */
export type Bin = { readonly from: Hundredths; readonly count: number }

const WIDTH = 1000

/** How the marks of a paper are spread, in ten bins of ten marks. */
export function distribution(of: readonly Hundredths[]): readonly Bin[] {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const mark of of) {
    if (mark < 0 || mark > 10 * WIDTH) throw new RangeError(`mark outside 0 to 100: ${mark}`)
    const bin = Math.min(9, Math.floor(mark / WIDTH))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, i) => ({ from: hundredths(i * WIDTH), count }))
}
