import { hundredths } from '../../../kernel/marks.ts'
import { showMarks } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { COMMENT_BELOW, CRITERIA, CRITERION_MAXIMUM, CRITERION_NAMES, type Criterion } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A finished sheet: each criterion as a bar with its number, the line at 60 %, and the comment. */
export function SheetFacts({
  sheet,
  total,
}: {
  readonly sheet: Readonly<Record<Criterion, { readonly mark: number; readonly comment: string }>>
  readonly total: number
}) {
  const words = useWords(zh, en).form
  const language = useLanguage()
  const line = (100 * COMMENT_BELOW) / CRITERION_MAXIMUM
  return (
    <>
      <div className="z-mark-bars">
        {CRITERIA.map(criterion => (
          <div key={criterion}>
            <div className="z-criterion-head">
              <span>{CRITERION_NAMES[criterion][language]}</span>
              <strong>{showMarks(hundredths(sheet[criterion].mark), language)}</strong>
            </div>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="8" />
              <rect width={(100 * sheet[criterion].mark) / CRITERION_MAXIMUM} height="8" />
              <path d={`M${line} 0V8`} />
            </svg>
            {sheet[criterion].comment !== '' && <p className="z-note">{sheet[criterion].comment}</p>}
          </div>
        ))}
      </div>
      <div className="z-mark-total">
        <span>{words.total}</span>
        <output>{showMarks(hundredths(total))}</output>
      </div>
      <p className="z-note">{fill(words.fixed, {})}</p>
    </>
  )
}
