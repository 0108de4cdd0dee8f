/** One person for so many candidates, never fewer than the minimum, and an odd number where a panel must not tie. */
export type StaffRule = { readonly candidatesPerPerson: number; readonly minimum: number; readonly odd: boolean }

/** Ratios of the sibling standard of 2021 (not confirmed for 电子商务师): theory 1:15 and 2 a room, skill 1:5, 3 and odd, review 3 and odd. */
export const THEORY_STAFF: StaffRule = { candidatesPerPerson: 15, minimum: 2, odd: false }
export const SKILL_STAFF: StaffRule = { candidatesPerPerson: 5, minimum: 3, odd: true }
export const REVIEW_STAFF: StaffRule = { candidatesPerPerson: Number.POSITIVE_INFINITY, minimum: 3, odd: true }

/** How many invigilators, assessors or reviewers a room with so many candidates needs; an empty room needs none. */
export function staffNeeded(candidates: number, rule: StaffRule): number {
  if (!Number.isInteger(candidates) || candidates < 0) throw new RangeError(`not a count: ${candidates}`)
  if (candidates === 0) return 0
  const least = Math.max(rule.minimum, Math.ceil(candidates / rule.candidatesPerPerson))
  return rule.odd && least % 2 === 0 ? least + 1 : least
}

/** `1:15`, as editions write it, → 15. Throws for anything else. */
export function candidatesPerPerson(ratio: string): number {
  const found = /^1:([1-9]\d*)$/.exec(ratio)
  if (!found) throw new RangeError(`not a ratio: ${ratio}`)
  return Number(found[1])
}
