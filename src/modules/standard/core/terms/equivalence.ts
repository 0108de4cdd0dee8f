import type { GradedLevel } from '../clause.ts'
import type { ProvenanceText } from '../provenance.ts'
import { levelOrder } from '../level/levels.ts'

/** The three steps of the industry ministry's certificate (seed lines 97–99). */
export type IndustryStep = 'elementary' | 'intermediate' | 'advanced'

/** One step, its name, the names the other text gives to the same level, and the national levels it may stand for. */
export type Equivalence = {
  readonly step: IndustryStep
  readonly name: string
  readonly alsoCalled: readonly string[]
  readonly levels: readonly GradedLevel[]
  readonly provenance: ProvenanceText
}

/** The text puts 助理 or 员 at the lowest step, so that step stands for either level; the upper two are our reading. */
export const EQUIVALENCES: readonly Equivalence[] = [
  { step: 'elementary', name: '初级', alsoCalled: ['电子商务员', '助理电子商务师'], levels: ['L4', 'L3'], provenance: 'seed' },
  { step: 'intermediate', name: '中级', alsoCalled: ['电子商务师'], levels: ['L2'], provenance: 'reconstructed' },
  { step: 'advanced', name: '高级', alsoCalled: ['高级电子商务师'], levels: ['L1'], provenance: 'reconstructed' },
]

/** The national levels a step may stand for, low to high. */
export function nationalLevels(step: IndustryStep): readonly GradedLevel[] {
  const entry = EQUIVALENCES.find(candidate => candidate.step === step)
  return [...(entry?.levels ?? [])].sort((a, b) => levelOrder(a) - levelOrder(b))
}

/** The national level that a holder of a step has in any reading: the lowest one. */
export function certainLevel(step: IndustryStep): GradedLevel {
  const [lowest] = nationalLevels(step)
  if (lowest === undefined) throw new Error(`step without a national level: ${step}`)
  return lowest
}
