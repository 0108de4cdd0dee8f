import type { Brand } from './brand.ts'

/** Marks in integer hundredths: 60 marks = 6000. No floats decide a result. */
export type Hundredths = Brand<number, 'Hundredths'>

export function hundredths(n: number): Hundredths {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not integer hundredths: ${n}`)
  return n as Hundredths
}

/** Whole marks → hundredths. */
export function marks(n: number): Hundredths {
  return hundredths(n * 100)
}

/** `6050` → `60.5`; whole marks without decimals. */
export function showMarks(h: Hundredths): string {
  return String(h / 100)
}
