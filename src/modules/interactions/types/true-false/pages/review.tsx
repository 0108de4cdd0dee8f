import { useWords } from '../../../../../ui/words.ts'
import { OptionReview } from '../../../pages/option-review.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { TrueFalseContent, TrueFalseKey, TrueFalseResponse } from '../type.ts'

/** The statement with its response and, where it may be shown, its key. */
export function TrueFalseReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const words = useWords(zh, en)
  const item = TrueFalseContent.parse(content)
  const given = TrueFalseResponse.safeParse(response)
  const key = TrueFalseKey.safeParse(answerKey)
  const options = [
    { id: 'true', text: words.true },
    { id: 'false', text: words.false },
  ]
  return (
    <OptionReview
      stem={item.stem}
      options={options}
      single
      chosen={given.success ? [given.data.verdict] : []}
      right={key.success ? [key.data.verdict] : null}
      explanation={key.success ? key.data.explanation : null}
      score={score}
      mediaUrl={mediaUrl}
    />
  )
}
