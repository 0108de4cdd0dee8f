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

/** One criterion: a slider and a number for the same mark, and the comment that a low mark demands. */
export function CriterionField(props: { readonly criterion: Criterion; readonly entry: CriterionEntry; readonly faults: readonly FieldFault[]; readonly onChange: (entry: CriterionEntry) => void }) {
  const { criterion, entry, faults, onChange } = props
  const words = useWords(zh, en).form
  const language = useLanguage()
  const name = CRITERION_NAMES[criterion][language]
  const [most, step] = [CRITERION_MAXIMUM / 100, MARK_STEP / 100]
  const asMarks = entry.mark === null ? null : entry.mark / 100
  const enter = (marks: number | null) => onChange({ ...entry, mark: marks === null ? null : Math.round(marks * 100) })
  const [wrongMark, wrongComment] = ['mark', 'comment'].map(field => faults.some(fault => fault.path.endsWith(`.${field}`)))
  const demanded = entry.mark !== null && entry.mark < COMMENT_BELOW
  return (
    <div className="z-criterion" role="group" aria-labelledby={`${criterion}-name`}>
      <div className="z-criterion-head">
        <strong id={`${criterion}-name`}>{name}</strong>
        <span className="z-note">{fill(words.of, { n: most })}</span>
      </div>
      <div className="z-criterion-mark">
        <Slider min={0} max={most} step={step} value={asMarks ?? 0} onChange={enter} included={asMarks !== null} tooltip={{ open: false }} ariaLabelForHandle={`${name} ${words.mark}`} marks={{ [COMMENT_BELOW / 100]: ' ' }} />
        <InputNumber id={`${criterion}-mark`} min={0} max={most} step={step} value={asMarks} onChange={enter} status={wrongMark ? 'error' : ''} aria-label={`${name} ${words.mark}`} aria-describedby={`${criterion}-faults`} inputMode="decimal" />
      </div>
      <Input.TextArea
        value={entry.comment}
        onChange={event => onChange({ ...entry, comment: event.target.value })}
        placeholder={demanded ? fill(words.commentHint, { n: showMarks(COMMENT_BELOW) }) : words.comment}
        status={wrongComment ? 'error' : ''}
        aria-label={`${name} ${words.comment}`}
        aria-required={demanded}
        aria-describedby={`${criterion}-faults`}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={500}
      />
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
