import type { Check } from '../check-schema.ts'

/** The marks of a rubric: of a group all its parts, or of the best of several solutions the most. Gates and deductions bring none. */
export function marksOf(checks: readonly Check[]): number {
  return checks.reduce((sum, check) => sum + marksOfCheck(check), 0)
}

/** The marks of one check. */
export function marksOfCheck(check: Check): number {
  if (check.pts !== undefined) return check.pts
  const parts = (check.of ?? []).map(part => part.pts ?? 0)
  return check.group === 'best' ? Math.max(0, ...parts) : parts.reduce((a, b) => a + b, 0)
}
