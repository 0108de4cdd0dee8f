import { abilityText } from '../../facts/show.ts'

/** Abilities offered for choice, in thousandths: −3 to 3 in steps of a half, and whatever is kept already. */
export function abilityOptions(kept: readonly number[]): { value: number; label: string }[] {
  const usual = Array.from({ length: 13 }, (_, at) => -3000 + at * 500)
  return [...new Set([...usual, ...kept])].toSorted((a, b) => a - b).map(theta => ({ value: theta, label: abilityText(theta) }))
}

/** The first usual ability from the middle outwards that is not kept yet. */
export function nextAbility(kept: readonly number[]): number {
  return [0, -1000, 1000, -500, 500, -1500, 1500, -2000, 2000].find(theta => !kept.includes(theta)) ?? 3000
}
