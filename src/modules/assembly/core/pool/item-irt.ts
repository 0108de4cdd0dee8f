import type { BankItem, ItemStatistic } from '../../../item-bank/contract.ts'
import { type Irt, irtOfDifficulty } from '../problem/irt.ts'

/** An item on the scale of abilities, and whether responses stand behind it. */
export type PlacedItem = { readonly irt: Irt; readonly isCalibrated: boolean }

/** Fewest responses for a share of right responses to say more than the writer's estimate. */
export const LEAST_RESPONSES = 30
const STEEPEST = 4
const FARTHEST = 4

/**
 * Where an item stands on the scale of abilities. A calibrated difficulty counts first, with its slope; else the mean share of
 * marks earned, when enough responses stand behind it, as if those who responded stood at ability 0; else the writer's judgement:
 * 1…5 is −2…2. Without a calibrated slope every item discriminates alike, with 1.
 */
export function placedItem(item: Pick<BankItem, 'difficulty'>, statistic: ItemStatistic | undefined): PlacedItem {
  if (statistic?.difficultyB !== null && statistic?.difficultyB !== undefined) {
    const slope = (statistic.discrimination ?? 1000) / 1000
    const b = statistic.difficultyB / 1000
    const isUsable = slope > 0 && slope <= STEEPEST
    return { irt: isUsable ? { model: '2PL', parameters: [slope, b] } : { model: '1PL', parameters: [b] }, isCalibrated: statistic.n > 0 }
  }
  const share = statistic?.difficultyP ?? null
  if (statistic !== undefined && share !== null && statistic.n >= LEAST_RESPONSES) return { irt: fromShare(share), isCalibrated: true }
  return { irt: irtOfDifficulty(item.difficulty), isCalibrated: false }
}

/** `share` in thousandths; nobody and everybody stand at the ends of the scale. */
function fromShare(share: number): Irt {
  if (share <= 0 || share >= 1000) return { model: '1PL', parameters: [share <= 0 ? FARTHEST : -FARTHEST] }
  const b = Math.log((1000 - share) / share)
  return { model: '1PL', parameters: [Math.max(-FARTHEST, Math.min(FARTHEST, b))] }
}

/** Difficulty of an item on the scale, in thousandths. */
export function placeOnScale({ irt }: PlacedItem): number {
  return Math.round((irt.parameters[irt.model === '1PL' ? 0 : 1] ?? 0) * 1000)
}
