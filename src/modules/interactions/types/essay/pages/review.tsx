import { WrittenReview } from '../../../pages/review/written-review.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { EssayContent } from '../type.ts'

/** The text that was written, and what it is marked by. */
export function EssayReview(props: ItemReviewProps) {
  return <WrittenReview {...props} stem={EssayContent.parse(props.content).stem} />
}
