import { z } from 'zod'

/** The response controls an item can have. One folder in `types/` and one line in each registry per entry. */
export const INTERACTION_TYPES = ['single-choice', 'multiple-choice', 'true-false'] as const
export const InteractionType = z.enum(INTERACTION_TYPES)
export type InteractionType = z.infer<typeof InteractionType>

/** What the types are called on papers, in statistics and in the item studio. */
export const INTERACTION_NAMES: Readonly<Record<InteractionType, { readonly zh: string; readonly en: string }>> = {
  'single-choice': { zh: '单项选择题', en: 'Single choice' },
  'multiple-choice': { zh: '多项选择题', en: 'Multiple choice' },
  'true-false': { zh: '判断题', en: 'True or false' },
}
