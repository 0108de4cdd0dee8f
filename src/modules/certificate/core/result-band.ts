import { type Hundredths, marks } from '../../../kernel/marks.ts'

/** 不合格, 合格, 良好, 优秀. */
export type ResultBand = 'fail' | 'pass' | 'good' | 'excellent'
export const RESULT_BANDS: Readonly<Record<ResultBand, { readonly zh: string; readonly en: string }>> = {
  fail: { zh: '不合格', en: 'Fail' },
  pass: { zh: '合格', en: 'Pass' },
  good: { zh: '良好', en: 'Good' },
  excellent: { zh: '优秀', en: 'Excellent' },
}

/** Least marks of the bands; the usual ones are 60, 80 and 95. */
export type BandLimits = { readonly pass: Hundredths; readonly good: Hundredths; readonly excellent: Hundredths }
export const USUAL_BANDS: BandLimits = { pass: marks(60), good: marks(80), excellent: marks(95) }

/** The band of one paper's mark; a limit belongs to the band above it. */
export function resultBand(mark: Hundredths, limits: BandLimits = USUAL_BANDS): ResultBand {
  if (limits.pass > limits.good || limits.good > limits.excellent) throw new RangeError('band limits out of order')
  if (mark < limits.pass) return 'fail'
  if (mark < limits.good) return 'pass'
  return mark < limits.excellent ? 'good' : 'excellent'
}
