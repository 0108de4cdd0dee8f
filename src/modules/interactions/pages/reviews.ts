import type { InteractionType } from '../contract.ts'
import { BlankReview } from '../types/blank/pages/review.tsx'
import { CaseReview } from '../types/case/pages/review.tsx'
import { EssayReview } from '../types/essay/pages/review.tsx'
import { FileAnswerReview } from '../types/file-answer/pages/review.tsx'
import { HotAreaReview } from '../types/hot-area/pages/review.tsx'
import { InlineChoiceReview } from '../types/inline-choice/pages/review.tsx'
import { LabTaskReview } from '../types/lab-task/pages/review.tsx'
import { MatchingReview } from '../types/matching/pages/review.tsx'
import { MultipleChoiceReview } from '../types/multiple-choice/pages/review.tsx'
import { OrderingReview } from '../types/ordering/pages/review.tsx'
import { ShortAnswerReview } from '../types/short-answer/pages/review.tsx'
import { SingleChoiceReview } from '../types/single-choice/pages/review.tsx'
import { TableFillReview } from '../types/table-fill/pages/review.tsx'
import { TrueFalseReview } from '../types/true-false/pages/review.tsx'
import type { Component, ItemReviewProps } from './view-props.ts'

/** The reviews of all types; `registry.ts` gives them out. */
export const REVIEWS: Readonly<Record<InteractionType, Component<ItemReviewProps>>> = {
  'single-choice': SingleChoiceReview,
  'multiple-choice': MultipleChoiceReview,
  'true-false': TrueFalseReview,
  blank: BlankReview,
  'inline-choice': InlineChoiceReview,
  'table-fill': TableFillReview,
  matching: MatchingReview,
  ordering: OrderingReview,
  'hot-area': HotAreaReview,
  'short-answer': ShortAnswerReview,
  essay: EssayReview,
  'file-answer': FileAnswerReview,
  'lab-task': LabTaskReview,
  case: props => CaseReview({ ...props, partReview: type => REVIEWS[type] }),
}
