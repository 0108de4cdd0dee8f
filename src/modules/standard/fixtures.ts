import type { Refusal, Result } from '../../kernel/result.ts'

/** The value of a result that a test expects to be one. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`)
  return result.value
}

/** The refusal of a result that a test expects to be one. */
export function refusalOf(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return result.refusal
}
