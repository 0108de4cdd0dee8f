import { z } from 'zod'

/**
 * Credit rule of a set of chosen options.
 * `all-or-nothing`: exactly the right set earns the marks (错选、少选、多选均不得分).
 * `partial-no-wrong`: a right subset earns its share, one wrong option earns nothing (少选得部分分，错选不得分).
 * `per-option`: each right option earns its share, each wrong one takes one share away, never below 0.
 * `right-minus-wrong`: as `per-option`, but a wrong option takes `wrongCost` percent of a share away.
 */
export const ChoiceRubric = z.strictObject({
  version: z.literal(1).default(1),
  credit: z.enum(['all-or-nothing', 'partial-no-wrong', 'per-option', 'right-minus-wrong']).default('all-or-nothing'),
  /** Percent of one right option's share; counts under `right-minus-wrong` only. */
  wrongCost: z.number().int().min(1).max(1000).default(100),
})
export type ChoiceRubric = z.infer<typeof ChoiceRubric>
