import { Input, InputNumber, Slider } from 'antd'
import { showMarks } from '../../../kernel/marks.ts'
import type { FieldFault } from '../../../kernel/result.ts'
import { StateShape } from '../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { COMMENT_BELOW, CRITERION_MAXIMUM, CRITERION_NAMES, type Criterion, MARK_STEP } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Marks in hundredths; null until something was entered. */
export type CriterionEntry = { readonly mark: number | null; readonly comment: string }

type FieldProps = {
  readonly criterion: Criterion
  readonly entry: CriterionEntry
  readonly faults: readonly FieldFault[]
  readonly onChange: (entry: CriterionEntry) => void
}

const MOST = CRITERION_MAXIMUM / 100

/** One criterion: a slider and a number for the same mark, and the comment that a low mark demands. */
export function CriterionField(props: FieldProps) {
  const { criterion, faults } = props
  const words = useWords(zh, en).form
  const language = useLanguage()
  return (
    <div className="z-criterion" role="group" aria-labelledby={`${criterion}-name`}>
      <div className="z-criterion-head">
        <strong id={`${criterion}-name`}>{CRITERION_NAMES[criterion][language]}</strong>
        <span className="z-note">{fill(words.of, { n: MOST })}</span>
      </div>
      <MarkEntry {...props} />
      <CommentEntry {...props} />
      <div id={`${criterion}-faults`} role="alert">
        {faults.map(fault => (
          <p key={fault.path} className="z-criterion-fault">
            <StateShape tone="failing" />
            {fault[language]}
          </p>
        ))}
      </div>
    </div>
  )
}

/** The same mark twice: to be drawn with the pointer or the arrow keys, or typed. */
function MarkEntry({ criterion, entry, faults, onChange }: FieldProps) {
  const words = useWords(zh, en).form
  const label = `${CRITERION_NAMES[criterion][useLanguage()]} ${words.mark}`
  const shown = entry.mark === null ? null : entry.mark / 100
  const enter = (marks: number | null) => onChange({ ...entry, mark: marks === null ? null : Math.round(marks * 100) })
  const common = { min: 0, max: MOST, step: MARK_STEP / 100, onChange: enter }
  return (
    <div className="z-criterion-mark">
      <Slider
        {...common}
        value={shown ?? 0}
        included={shown !== null}
        tooltip={{ open: false }}
        ariaLabelForHandle={label}
        marks={{ [COMMENT_BELOW / 100]: ' ' }}
      />
      <InputNumber
        {...common}
        id={`${criterion}-mark`}
        value={shown}
        status={hasFault(faults, 'mark') ? 'error' : ''}
        aria-label={label}
        aria-describedby={`${criterion}-faults`}
        inputMode="decimal"
      />
    </div>
  )
}

function CommentEntry({ criterion, entry, faults, onChange }: FieldProps) {
  const words = useWords(zh, en).form
  const name = CRITERION_NAMES[criterion][useLanguage()]
  const demanded = entry.mark !== null && entry.mark < COMMENT_BELOW
  return (
    <Input.TextArea
      value={entry.comment}
      onChange={event => onChange({ ...entry, comment: event.target.value })}
      placeholder={demanded ? fill(words.commentHint, { n: showMarks(COMMENT_BELOW) }) : words.comment}
      status={hasFault(faults, 'comment') ? 'error' : ''}
      aria-label={`${name} ${words.comment}`}
      aria-required={demanded}
      aria-describedby={`${criterion}-faults`}
      autoSize={{ minRows: 1, maxRows: 6 }}
      maxLength={500}
    />
  )
}

function hasFault(faults: readonly FieldFault[], field: 'mark' | 'comment'): boolean {
  return faults.some(fault => fault.path.endsWith(`.${field}`))
}
