import { fill, useWords } from '../../../../../ui/words.ts'
import { ProseBlocks } from '../../../pages/prose.tsx'
import { GapNumber } from '../../../pages/review/gap-review.tsx'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import { VerdictList } from '../../../pages/review/verdict-list.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { InlineChoiceContent, InlineChoiceKey, InlineChoiceResponse } from '../type.ts'

/** The text with numbered gaps; below it gap by gap what was chosen and what is right. */
export function InlineChoiceReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const words = useWords(zh, en)
  const item = InlineChoiceContent.parse(content)
  const given = InlineChoiceResponse.safeParse(response)
  const key = InlineChoiceKey.safeParse(answerKey)
  const rows = item.gaps.map((gap, at) => {
    const textOf = (optionId: string | undefined) => gap.options.find(option => option.id === optionId)?.text ?? null
    const chosen = given.success ? given.data.gaps.find(one => one.id === gap.id)?.optionId : undefined
    const right = key.success ? key.data.gaps.find(one => one.id === gap.id)?.optionId : undefined
    return {
      id: gap.id,
      label: fill(words.gap, { number: at + 1 }),
      given: textOf(chosen),
      isRight: right === undefined ? null : chosen === right,
      wanted: textOf(right),
    }
  })
  return (
    <ReviewFrame
      stem={
        <ProseBlocks
          prose={item.stem}
          mediaUrl={mediaUrl}
          renderGap={id => <GapNumber number={item.gaps.findIndex(gap => gap.id === id) + 1} />}
        />
      }
      isBlank={false}
      score={score}
      explanation={key.success ? key.data.explanation : null}
      mediaUrl={mediaUrl}
    >
      <VerdictList rows={rows} />
    </ReviewFrame>
  )
}
