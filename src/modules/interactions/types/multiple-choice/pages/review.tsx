import { OptionReview } from '../../../pages/option-review.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { MultipleChoiceContent, MultipleChoiceKey, MultipleChoiceResponse } from '../type.ts'

/** The item with its response and, where it may be shown, its key. */
export function MultipleChoiceReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const item = MultipleChoiceContent.parse(content)
  const given = MultipleChoiceResponse.safeParse(response)
  const key = MultipleChoiceKey.safeParse(answerKey)
  return (
    <OptionReview
      stem={item.stem}
      options={item.options}
      single={false}
      chosen={given.success ? given.data.optionIds : []}
      right={key.success ? key.data.optionIds : null}
      explanation={key.success ? key.data.explanation : null}
      score={score}
      mediaUrl={mediaUrl}
    />
  )
}
