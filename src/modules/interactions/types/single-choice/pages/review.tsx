import { OptionReview } from '../../../pages/option-review.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { SingleChoiceContent, SingleChoiceKey, SingleChoiceResponse } from '../type.ts'

/** The item with its response and, where it may be shown, its key. */
export function SingleChoiceReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const item = SingleChoiceContent.parse(content)
  const given = SingleChoiceResponse.safeParse(response)
  const key = SingleChoiceKey.safeParse(answerKey)
  return (
    <OptionReview
      stem={item.stem}
      options={item.options}
      single
      chosen={given.success ? [given.data.optionId] : []}
      right={key.success ? [key.data.optionId] : null}
      explanation={key.success ? key.data.explanation : null}
      score={score}
      mediaUrl={mediaUrl}
    />
  )
}
