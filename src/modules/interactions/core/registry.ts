import { multipleChoice } from '../types/multiple-choice/multiple-choice.ts'
import { singleChoice } from '../types/single-choice/single-choice.ts'
import { trueFalse } from '../types/true-false/true-false.ts'
import type { Interaction } from './interaction.ts'
import type { InteractionType } from './interaction-type.ts'

const REGISTRY: Readonly<Record<InteractionType, Interaction>> = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
}

/** The rules of a type. Total: a type without a line here does not compile. */
export function interactionOf(type: InteractionType): Interaction {
  return REGISTRY[type]
}
