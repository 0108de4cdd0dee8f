import { WrittenReview } from '../../../pages/review/written-review.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { ShortAnswerContent } from '../type.ts'

/** The text that was written, and what it is marked by. */
export function ShortAnswerReview(props: ItemReviewProps) {
  return <WrittenReview {...props} stem={ShortAnswerContent.parse(props.content).stem} />
}
