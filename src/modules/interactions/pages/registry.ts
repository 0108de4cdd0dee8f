import type { InteractionType } from '../contract.ts'
import { MultipleChoiceReview } from '../types/multiple-choice/pages/review.tsx'
import { MultipleChoiceView } from '../types/multiple-choice/pages/view.tsx'
import { SingleChoiceReview } from '../types/single-choice/pages/review.tsx'
import { SingleChoiceView } from '../types/single-choice/pages/view.tsx'
import { TrueFalseReview } from '../types/true-false/pages/review.tsx'
import { TrueFalseView } from '../types/true-false/pages/view.tsx'
import type { ItemReviewProps, ItemViewProps } from './view-props.ts'

/** React's and Preact's components alike: a function of properties. */
export type Component<Props> = (props: Props) => React.JSX.Element

const VIEWS: Readonly<Record<InteractionType, Component<ItemViewProps>>> = {
  'single-choice': SingleChoiceView,
  'multiple-choice': MultipleChoiceView,
  'true-false': TrueFalseView,
}
const REVIEWS: Readonly<Record<InteractionType, Component<ItemReviewProps>>> = {
  'single-choice': SingleChoiceReview,
  'multiple-choice': MultipleChoiceReview,
  'true-false': TrueFalseReview,
}

/** The view in which a candidate responds to an item of this type. */
export function viewOf(type: InteractionType): Component<ItemViewProps> {
  return VIEWS[type]
}

/** The view in which a response is seen afterwards. */
export function reviewOf(type: InteractionType): Component<ItemReviewProps> {
  return REVIEWS[type]
}
