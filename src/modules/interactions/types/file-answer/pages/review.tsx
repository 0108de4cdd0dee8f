import { CriteriaReview } from '../../../pages/review/criteria-review.tsx'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { FileAnswerContent, FileAnswerKey, FileAnswerResponse } from '../type.ts'
import { FileRows } from './file-rows.tsx'

/** The files that were handed in, and what they are marked by. */
export function FileAnswerReview({ content, response, answerKey, score, evidence, mediaUrl }: ItemReviewProps) {
  const item = FileAnswerContent.parse(content)
  const given = FileAnswerResponse.safeParse(response)
  const key = FileAnswerKey.safeParse(answerKey)
  const files = given.success ? given.data.files : []
  return (
    <ReviewFrame
      stem={item.stem}
      isBlank={files.length === 0}
      score={score}
      explanation={key.success ? key.data.explanation : null}
      mediaUrl={mediaUrl}
    >
      {files.length === 0 ? null : <FileRows files={files} onRemove={null} />}
      <CriteriaReview answerKey={answerKey} evidence={evidence} mediaUrl={mediaUrl} />
    </ReviewFrame>
  )
}
