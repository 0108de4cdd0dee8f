import { ChoiceField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { isNumeric } from './cells.ts'
import { type Where, ANY, ConditionField, conditionOf } from './condition-field.tsx'
import { type Column, type Measure, choicesOf } from './view.ts'
import { words } from './words.ts'

export type MeasureDraft = { readonly zh: string; readonly fn: string; readonly column: string; readonly only: Where | null }
export type RatioDraft = { readonly zh: string; readonly of: string; readonly by: string; readonly kind: string }
export const NO_MEASURE: MeasureDraft = { zh: '', fn: 'sum', column: '', only: null }
export const NO_RATIO: RatioDraft = { zh: '', of: '', by: '', kind: 'each' }
const FNS = Object.entries(words.fns).map(([value, zh]) => ({ value, zh }))
const KINDS = Object.entries(words.ratioKinds).map(([value, zh]) => ({ value, zh }))

/** The measure in place `i`, named after it. */
export function measureOf({ zh, fn, column, only }: MeasureDraft, i: number, columns: readonly Column[]): Measure {
  return {
    as: `m${i + 1}`,
    zh: zh.trim(),
    fn,
    column: fn === 'count' || column === '' ? null : column,
    only: only === null ? null : conditionOf(only, columns),
  }
}

type MeasuresProps = {
  readonly columns: readonly Column[]
  readonly measures: readonly MeasureDraft[]
  readonly onMeasures: (measures: readonly MeasureDraft[]) => void
}

/** What is counted or added up. */
export function MeasureFields({ columns, measures, onMeasures }: MeasuresProps) {
  const put = (at: number, more: Partial<MeasureDraft>): void => onMeasures(measures.map((m, i) => (i === at ? { ...m, ...more } : m)))
  return (
    <>
      {measures.map((measure, i) => (
        <div className="bi-line" key={i}>
          <span className="bi-line-name">{`${words.measure} ${i + 1}`}</span>
          <TextField label={words.measureName} value={measure.zh} onValue={zh => put(i, { zh })} required maxLength={20} />
          <ChoiceField label={words.fn} value={measure.fn} onValue={fn => put(i, { fn })} choices={FNS} />
          {measure.fn !== 'count' && (
            <ChoiceField
              label={words.column}
              value={measure.column}
              onValue={column => put(i, { column })}
              choices={choicesOf(columns, column => measure.fn === 'distinct' || isNumeric(column))}
              empty={words.choose}
              required
            />
          )}
          <TickField label={words.only} checked={measure.only !== null} onCheck={on => put(i, { only: on ? ANY : null })} />
          {measure.only !== null && <ConditionField where={measure.only} columns={columns} onWhere={only => put(i, { only })} />}
          {measures.length > 1 && (
            <button
              type="button"
              className="z-link"
              aria-label={`${words.remove} ${words.measure} ${i + 1}`}
              onClick={() => onMeasures(measures.filter((_m, j) => j !== i))}
            >
              {words.remove}
            </button>
          )}
        </div>
      ))}
    </>
  )
}

type RatiosProps = {
  readonly measures: readonly MeasureDraft[]
  readonly ratios: readonly RatioDraft[]
  readonly onRatios: (ratios: readonly RatioDraft[]) => void
}

/** One measure divided by another. */
export function RatioFields({ measures, ratios, onRatios }: RatiosProps) {
  const put = (at: number, more: Partial<RatioDraft>): void => onRatios(ratios.map((r, i) => (i === at ? { ...r, ...more } : r)))
  const named = measures.map(({ zh }, i) => ({ value: `m${i + 1}`, zh: zh.trim() === '' ? `${words.measure} ${i + 1}` : zh }))
  return (
    <>
      {ratios.map((ratio, i) => (
        <div className="bi-line" key={i}>
          <span className="bi-line-name">{`${words.ratios} ${i + 1}`}</span>
          <TextField label={words.ratioName} value={ratio.zh} onValue={zh => put(i, { zh })} required maxLength={20} />
          <ChoiceField
            label={words.numerator}
            value={ratio.of}
            onValue={of => put(i, { of })}
            choices={named}
            empty={words.choose}
            required
          />
          <ChoiceField
            label={words.denominator}
            value={ratio.by}
            onValue={by => put(i, { by })}
            choices={named}
            empty={words.choose}
            required
          />
          <ChoiceField label={words.ratioKind} value={ratio.kind} onValue={kind => put(i, { kind })} choices={KINDS} />
          <button
            type="button"
            className="z-link"
            aria-label={`${words.remove} ${words.ratios} ${i + 1}`}
            onClick={() => onRatios(ratios.filter((_r, j) => j !== i))}
          >
            {words.remove}
          </button>
        </div>
      ))}
    </>
  )
}
