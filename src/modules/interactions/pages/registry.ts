import type { InteractionType } from '../contract.ts'
import { BlankView } from '../types/blank/pages/view.tsx'
import { CaseView } from '../types/case/pages/view.tsx'
import { EssayView } from '../types/essay/pages/view.tsx'
import { FileAnswerView } from '../types/file-answer/pages/view.tsx'
import { HotAreaView } from '../types/hot-area/pages/view.tsx'
import { InlineChoiceView } from '../types/inline-choice/pages/view.tsx'
import { LabTaskView } from '../types/lab-task/pages/view.tsx'
import { MatchingView } from '../types/matching/pages/view.tsx'
import { MultipleChoiceView } from '../types/multiple-choice/pages/view.tsx'
import { OrderingView } from '../types/ordering/pages/view.tsx'
import { ShortAnswerView } from '../types/short-answer/pages/view.tsx'
import { SingleChoiceView } from '../types/single-choice/pages/view.tsx'
import { TableFillView } from '../types/table-fill/pages/view.tsx'
import { TrueFalseView } from '../types/true-false/pages/view.tsx'
import { REVIEWS } from './reviews.ts'
import type { Component, ItemReviewProps, ItemViewProps } from './view-props.ts'

const VIEWS: Readonly<Record<InteractionType, Component<ItemViewProps>>> = {
  'single-choice': SingleChoiceView,
  'multiple-choice': MultipleChoiceView,
  'true-false': TrueFalseView,
  blank: BlankView,
  'inline-choice': InlineChoiceView,
  'table-fill': TableFillView,
  matching: MatchingView,
  ordering: OrderingView,
  'hot-area': HotAreaView,
  'short-answer': ShortAnswerView,
  essay: EssayView,
  'file-answer': FileAnswerView,
  'lab-task': LabTaskView,
  case: props => CaseView({ ...props, partView: viewOf }),
}

/** The view in which a candidate responds to an item of this type. */
export function viewOf(type: InteractionType): Component<ItemViewProps> {
  return VIEWS[type]
}

/** The view in which a response is seen afterwards. */
export function reviewOf(type: InteractionType): Component<ItemReviewProps> {
  return REVIEWS[type]
}
