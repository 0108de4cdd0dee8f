import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import { VerdictList } from '../../../pages/review/verdict-list.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { MatchingContent, MatchingKey, MatchingResponse } from '../type.ts'

/** Entry by entry: the partner that was chosen and the right one. */
export function MatchingReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const item = MatchingContent.parse(content)
  const given = MatchingResponse.safeParse(response)
  const key = MatchingKey.safeParse(answerKey)
  const textOf = (id: string | undefined) => item.right.find(entry => entry.id === id)?.text ?? null
  const rows = item.left.map(entry => {
    const chosen = given.success ? given.data.pairs.find(pair => pair.left === entry.id)?.right : undefined
    const right = key.success ? key.data.pairs.find(pair => pair.left === entry.id)?.right : undefined
    return {
      id: entry.id,
      label: entry.text,
      given: textOf(chosen),
      isRight: right === undefined ? null : chosen === right,
      wanted: textOf(right),
    }
  })
  return (
    <ReviewFrame stem={item.stem} isBlank={false} score={score} explanation={key.success ? key.data.explanation : null} mediaUrl={mediaUrl}>
      <VerdictList rows={rows} />
    </ReviewFrame>
  )
}
