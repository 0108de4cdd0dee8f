import { fill, useWords } from '../../../../../ui/words.ts'
import { FoundList } from '../../../pages/review/criteria-review.tsx'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { LabTaskContent, LabTaskEvidence, LabTaskKey, LabTaskResponse } from '../type.ts'

/** The brief, how much was done, and check by check what the laboratory found. */
export function LabTaskReview({ content, response, answerKey, score, evidence, mediaUrl }: ItemReviewProps) {
  const words = useWords(zh, en)
  const item = LabTaskContent.parse(content)
  const given = LabTaskResponse.safeParse(response)
  const key = LabTaskKey.safeParse(answerKey)
  const seen = LabTaskEvidence.safeParse(evidence)
  const found = new Map(seen.success ? seen.data.checks.map(check => [check.id, check.share]) : [])
  const commands = given.success ? given.data.worldRun.commands : 0
  return (
    <ReviewFrame
      stem={item.brief}
      isBlank={commands === 0}
      score={score}
      explanation={key.success ? key.data.explanation : null}
      mediaUrl={mediaUrl}
    >
      {commands === 0 ? null : <p className="z-lab-state">{fill(words.labDone, { commands })}</p>}
      {key.success ? (
        <FoundList
          title={words.checks}
          found={key.data.checks.map(check => ({ id: check.id, text: check.text, of: check.share, got: found.get(check.id) ?? null }))}
          text={words.share}
          textOpen="{of}"
        />
      ) : null}
    </ReviewFrame>
  )
}
