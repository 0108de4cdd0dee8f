import { blank } from '../types/blank/blank.ts'
import { caseOf } from '../types/case/case.ts'
import { essay } from '../types/essay/essay.ts'
import { fileAnswer } from '../types/file-answer/file-answer.ts'
import { hotArea } from '../types/hot-area/hot-area.ts'
import { inlineChoice } from '../types/inline-choice/inline-choice.ts'
import { labTask } from '../types/lab-task/lab-task.ts'
import { matching } from '../types/matching/matching.ts'
import { multipleChoice } from '../types/multiple-choice/multiple-choice.ts'
import { ordering } from '../types/ordering/ordering.ts'
import { shortAnswer } from '../types/short-answer/short-answer.ts'
import { singleChoice } from '../types/single-choice/single-choice.ts'
import { tableFill } from '../types/table-fill/table-fill.ts'
import { trueFalse } from '../types/true-false/true-false.ts'
import type { Interaction } from './interaction.ts'
import type { InteractionType } from './interaction-type.ts'

const REGISTRY: Readonly<Record<InteractionType, Interaction>> = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  blank,
  'inline-choice': inlineChoice,
  'table-fill': tableFill,
  matching,
  ordering,
  'hot-area': hotArea,
  'short-answer': shortAnswer,
  essay,
  'file-answer': fileAnswer,
  'lab-task': labTask,
  case: caseOf(interactionOf),
}

/** The rules of a type. Total: a type without a line here does not compile. */
export function interactionOf(type: InteractionType): Interaction {
  return REGISTRY[type]
}
