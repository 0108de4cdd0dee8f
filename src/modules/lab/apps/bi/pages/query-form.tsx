import { useState } from '../../../../../ui/hooks.ts'
import { ChoiceField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { isTimely } from './cells.ts'
import { type Where, ANY, ConditionField, conditionOf } from './condition-field.tsx'
import { type MeasureDraft, type RatioDraft, MeasureFields, NO_MEASURE, NO_RATIO, RatioFields, measureOf } from './measure-fields.tsx'
import { type OnTable, type Table, choicesOf } from './view.ts'
import { words } from './words.ts'

type Draft = {
  readonly group: readonly string[]
  readonly filters: readonly Where[]
  readonly window: { readonly column: string; readonly from: string; readonly until: string } | null
  readonly measures: readonly MeasureDraft[]
  readonly ratios: readonly RatioDraft[]
}
const EMPTY: Draft = { group: [], filters: [], window: null, measures: [NO_MEASURE], ratios: [] }

/** The question as the world takes it; measures and ratios are named by their place. */
function queryOf({ group, filters, window, measures, ratios }: Draft, { id, columns }: Table): object {
  return {
    table: id,
    group,
    window,
    filters: filters.map(where => conditionOf(where, columns)),
    measures: measures.map((measure, i) => measureOf(measure, i, columns)),
    ratios: ratios.map(({ zh, of, by, kind }, i) => ({ as: `r${i + 1}`, zh: zh.trim(), of, by, kind })),
  }
}

/** 透视查询: groups, filters, measures, ratios. */
export function QueryForm({ table, act, busy }: OnTable) {
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const put = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const run = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('bi.query.run', queryOf(draft, table))
  }
  const shared = { table, draft, put }
  return (
    <form className="bi-query" onSubmit={run} aria-label={words.newQuery}>
      <GroupFields {...shared} />
      <MeasureFields columns={table.columns} measures={draft.measures} onMeasures={measures => put({ measures })} />
      <RatioFields measures={draft.measures} ratios={draft.ratios} onRatios={ratios => put({ ratios })} />
      <FilterFields {...shared} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.run}
        </button>
        <button
          type="button"
          className="z-button"
          disabled={draft.measures.length >= 8}
          onClick={() => put({ measures: [...draft.measures, NO_MEASURE] })}
        >
          {words.addMeasure}
        </button>
        <button
          type="button"
          className="z-button"
          disabled={draft.ratios.length >= 4}
          onClick={() => put({ ratios: [...draft.ratios, NO_RATIO] })}
        >
          {words.addRatio}
        </button>
        <button
          type="button"
          className="z-button"
          disabled={draft.filters.length >= 6}
          onClick={() => put({ filters: [...draft.filters, ANY] })}
        >
          {words.addFilter}
        </button>
      </div>
    </form>
  )
}

type FieldsProps = { readonly table: Table; readonly draft: Draft; readonly put: (more: Partial<Draft>) => void }

function GroupFields({ table, draft, put }: FieldsProps) {
  const { group } = draft
  return (
    <fieldset className="bi-ticks">
      <legend>{words.group}</legend>
      {table.columns.map(({ id, zh }) => (
        <TickField
          label={zh}
          checked={group.includes(id)}
          onCheck={on => put({ group: on ? [...group, id].slice(-3) : group.filter(other => other !== id) })}
          key={id}
        />
      ))}
    </fieldset>
  )
}

function FilterFields({ table, draft, put }: FieldsProps) {
  const { filters, window } = draft
  const days = choicesOf(table.columns, isTimely)
  return (
    <>
      {filters.map((where, i) => (
        <div className="bi-line" key={i}>
          <span className="bi-line-name">{words.filters}</span>
          <ConditionField
            where={where}
            columns={table.columns}
            onWhere={next => put({ filters: filters.map((old, j) => (j === i ? next : old)) })}
          />
          <button
            type="button"
            className="z-link"
            aria-label={`${words.remove} ${words.filters} ${i + 1}`}
            onClick={() => put({ filters: filters.filter((_where, j) => j !== i) })}
          >
            {words.remove}
          </button>
        </div>
      ))}
      {days.length > 0 && (
        <div className="bi-line">
          <TickField
            label={words.oneSpan}
            checked={window !== null}
            onCheck={on => put({ window: on ? { column: days[0]?.value ?? '', from: '', until: '' } : null })}
          />
          {window !== null && (
            <>
              <ChoiceField
                label={words.day}
                value={window.column}
                onValue={column => put({ window: { ...window, column } })}
                choices={days}
              />
              <TextField
                label={words.from}
                value={window.from}
                onValue={from => put({ window: { ...window, from: from.trim() } })}
                placeholder="2026-03-01"
                required
              />
              <TextField
                label={words.until}
                value={window.until}
                onValue={until => put({ window: { ...window, until: until.trim() } })}
                placeholder="2026-03-01"
                required
              />
            </>
          )}
        </div>
      )}
    </>
  )
}
