import { useWords } from '../../../../../ui/words.ts'
import { GapText, ProseTable } from '../../../pages/prose.tsx'
import { GapNumber, GapReview } from '../../../pages/review/gap-review.tsx'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { TableFillContent, TableFillKey } from '../type.ts'

/** The document with numbered cells; below it cell by cell what was written and what is right. */
export function TableFillReview({ content, response, answerKey, score, mediaUrl }: ItemReviewProps) {
  const words = useWords(zh, en)
  const { stem, table, gaps } = TableFillContent.parse(content)
  const key = TableFillKey.safeParse(answerKey)
  const numberOf = (id: string) => <GapNumber number={gaps.findIndex(gap => gap.id === id) + 1} />
  return (
    <ReviewFrame stem={stem} isBlank={false} score={score} explanation={key.success ? key.data.explanation : null} mediaUrl={mediaUrl}>
      <div className="z-prose">
        <ProseTable
          head={table.head}
          rows={table.rows}
          label={words.table}
          renderCell={text => <GapText text={text} renderGap={numberOf} />}
        />
      </div>
      <GapReview gaps={gaps} response={response} answerKey={answerKey} />
    </ReviewFrame>
  )
}
