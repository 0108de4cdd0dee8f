import { letterOf } from '../../../pages/option-list.tsx'
import { OptionReview } from '../../../pages/option-review.tsx'
import { judgeOption } from '../../../pages/review/judge-option.ts'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { HotAreaContent, HotAreaKey, HotAreaResponse } from '../type.ts'
import { AreaPicture } from './area-picture.tsx'

/** The picture with the areas that were chosen and those that were right, and the same as a list. */
export function HotAreaReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const item = HotAreaContent.parse(content)
  const given = HotAreaResponse.safeParse(response)
  const key = HotAreaKey.safeParse(answerKey)
  const chosen = given.success ? given.data.areaIds : []
  const right = key.success ? key.data.areaIds : null
  const areas = item.areas.flatMap((area, at) => {
    const look = judgeOption(chosen.includes(area.id), right === null ? null : right.includes(area.id))
    return look === 'plain' ? [] : [{ area, look, mark: letterOf(at) }]
  })
  return (
    <OptionReview
      stem={item.stem}
      figure={<AreaPicture picture={item.picture} mediaUrl={mediaUrl} areas={areas} />}
      options={item.areas.map(area => ({ id: area.id, text: area.label }))}
      single={item.most === 1}
      chosen={chosen}
      right={right}
      explanation={key.success ? key.data.explanation : null}
      score={score}
      mediaUrl={mediaUrl}
    />
  )
}
