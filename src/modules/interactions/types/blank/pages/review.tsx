import { GapNumber, GapReview } from '../../../pages/review/gap-review.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { BlankContent, BlankKey } from '../type.ts'

/** The text with numbered gaps; below it gap by gap what was written and what is right. */
export function BlankReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const item = BlankContent.parse(content)
  const key = BlankKey.safeParse(answerKey)
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
      <GapReview gaps={item.gaps} response={response} answerKey={answerKey} />
    </ReviewFrame>
  )
}
