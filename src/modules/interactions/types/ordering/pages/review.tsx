import { useWords } from '../../../../../ui/words.ts'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import { VerdictList } from '../../../pages/review/verdict-list.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { OrderingContent, OrderingKey, OrderingResponse } from '../type.ts'

/** Place by place: what was put there and what belongs there. */
export function OrderingReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const words = useWords(zh, en)
  const item = OrderingContent.parse(content)
  const given = OrderingResponse.safeParse(response)
  const key = OrderingKey.safeParse(answerKey)
  const textOf = (id: string | undefined) => item.entries.find(entry => entry.id === id)?.text ?? null
  const rows = item.entries.map((_entry, at) => {
    const own = given.success ? given.data.entryIds[at] : undefined
    const right = key.success ? key.data.entryIds[at] : undefined
    return {
      id: String(at),
      label: String(at + 1),
      given: textOf(own),
      isRight: right === undefined ? null : own === right,
      wanted: textOf(right),
    }
  })
  return (
    <ReviewFrame
      stem={item.stem}
      isBlank={!given.success}
      score={score}
      explanation={key.success ? key.data.explanation : null}
      mediaUrl={mediaUrl}
    >
      <h4 className="z-review-title">{words.yourOrder}</h4>
      <VerdictList rows={rows} />
    </ReviewFrame>
  )
}
