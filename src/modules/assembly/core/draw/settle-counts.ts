import type { BlueprintLeaf, ItemCounts } from './blueprint.ts'

/**
 * The counts nearest to the plan that the items at hand allow, with the marks of the leaf kept exactly; null when nothing does.
 * Nearness is the sum of moved marks; among equals the one with more multiple choice, so that the choice is the same every time.
 */
export function settleCounts(leaf: BlueprintLeaf, atHand: ItemCounts): ItemCounts | null {
  const weight = leaf.marks / 100
  const plan = leaf.counts
  let best: { readonly counts: ItemCounts; readonly moved: number } | null = null
  for (let multiple = Math.min(atHand['multiple-choice'], Math.floor(weight / 2)); multiple >= 0; multiple--) {
    const rest = weight - 2 * multiple
    const least = Math.max(0, rest - atHand['single-choice'])
    const most = Math.min(rest, atHand['true-false'])
    if (least > most) continue
    const trueFalse = Math.max(least, Math.min(plan['true-false'], most))
    const counts = { 'single-choice': rest - trueFalse, 'multiple-choice': multiple, 'true-false': trueFalse }
    const moved = movedMarks(plan, counts)
    if (best === null || moved < best.moved) best = { counts, moved }
  }
  return best === null ? null : best.counts
}

function movedMarks(plan: ItemCounts, counts: ItemCounts): number {
  const by = (type: keyof ItemCounts) => Math.abs(plan[type] - counts[type])
  return by('single-choice') + 2 * by('multiple-choice') + by('true-false')
}
