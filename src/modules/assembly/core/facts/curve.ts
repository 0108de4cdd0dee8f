import { type Irt, informationAt } from '../problem/irt.ts'
import { expectedShare } from '../problem/score-curve.ts'

/** Abilities at which curves are told, in thousandths: −3 to 3 in steps of a quarter. */
export const THETAS: readonly number[] = Array.from({ length: 25 }, (_, at) => -3000 + at * 250)

/** An item as curves see it; marks in hundredths. */
export type CurveItem = { readonly marks: number; readonly irt: Irt }
/** Ability, information and standard error in thousandths; mean and deviation of the score in hundredths of a mark. */
export type CurvePoint = {
  readonly theta: number
  readonly information: number
  readonly standardError: number | null
  readonly mean: number
  readonly deviation: number
}

/** Information, standard error and expected score of some items at each ability; responses to different items are independent. */
export function curveOf(items: readonly CurveItem[]): readonly CurvePoint[] {
  return THETAS.map(theta => {
    const ability = theta / 1000
    let [information, mean, variance] = [0, 0, 0]
    for (const { marks, irt } of items) {
      const share = expectedShare(irt, ability)
      information += informationAt(irt, ability)
      mean += marks * share.mean
      variance += marks ** 2 * share.variance
    }
    return {
      theta,
      information: Math.round(information * 1000),
      standardError: information > 0 ? Math.round(1000 / Math.sqrt(information)) : null,
      mean: Math.round(mean),
      deviation: Math.round(Math.sqrt(variance)),
    }
  })
}
