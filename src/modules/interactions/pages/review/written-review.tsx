import { CriteriaKey, type Prose, WrittenText } from '../../contract.ts'
import type { ItemReviewProps } from '../view-props.ts'
import { CriteriaReview } from './criteria-review.tsx'
import { ReviewFrame } from './review-frame.tsx'

type Props = ItemReviewProps & { readonly stem: Prose }

/** A written response with the criteria it is marked by. */
export function WrittenReview({ stem, response, answerKey, score, evidence, mediaUrl }: Props) {
  const given = WrittenText.safeParse(response)
  const key = CriteriaKey.safeParse(answerKey)
  const text = given.success ? given.data.text.trim() : ''
  return (
    <ReviewFrame
      stem={stem}
      isBlank={text === ''}
      score={score}
      explanation={key.success ? key.data.explanation : null}
      mediaUrl={mediaUrl}
    >
      {text === '' ? null : <p className="z-written">{text}</p>}
      <CriteriaReview answerKey={answerKey} evidence={evidence} mediaUrl={mediaUrl} />
    </ReviewFrame>
  )
}
