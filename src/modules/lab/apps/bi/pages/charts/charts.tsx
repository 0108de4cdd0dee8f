import { useState } from '../../../../../../ui/hooks.ts'
import { ChoiceField, TextField, TickField } from '../../../../pages/parts/fields.tsx'
import { Said } from '../../../../pages/parts/said.tsx'
import { useAsk } from '../../../../pages/parts/use-ask.ts'
import { valueColumns } from '../cells.ts'
import { ChartFigure } from './chart-figure.tsx'
import type { BiProps, BiView, RunQuery } from '../view.ts'
import { words } from '../words.ts'

const EMPTY = { query: '', kind: 'bar', x: '', y: '', title: '', unit: '', zero: true }
type Draft = typeof EMPTY
const KINDS = Object.entries(words.chartKinds).map(([value, zh]) => ({ value, zh }))

/** 图表: a chart of the answer to a question, and the charts so far. */
export function Charts(props: BiProps) {
  const { view, act, busy } = props
  return (
    <div className="bi-part">
      {view.queries.length === 0 ? <p className="bi-empty">{words.needQuery}</p> : <ChartForm {...props} />}
      {view.charts.length === 0 && view.queries.length > 0 && <p className="bi-empty">{words.noCharts}</p>}
      <div className="bi-charts">
        {view.charts.toReversed().map(chart => (
          <div key={chart.id}>
            <ChartFigure chart={chart} view={view} />
            <p className="bi-chart-foot">
              <span className="z-note">{chart.id}</span>
              <button
                type="button"
                className="z-link"
                disabled={busy}
                aria-label={`${words.delete} ${chart.title}`}
                onClick={() => void act('bi.chart.delete', { id: chart.id })}
              >
                {words.delete}
              </button>
            </p>
          </div>
        ))}
      </div>
    </div>
  )
}

function ChartForm({ view, act, busy }: BiProps) {
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const { answer, ask, quiet } = useAsk(act)
  const put = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const wish = { ...draft, title: draft.title.trim(), unit: draft.unit.trim() }
  const save = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void ask('bi.chart.save', wish, () => setDraft({ ...EMPTY, query: draft.query }))
  }
  return (
    <form className="bi-form bi-form-wide" onSubmit={save} aria-label={words.newChart}>
      <h2>{words.newChart}</h2>
      <Encoding view={view} draft={draft} put={put} />
      <TextField label={words.title} value={draft.title} onValue={title => put({ title })} required maxLength={60} />
      <TextField label={words.unit} value={draft.unit} onValue={unit => put({ unit })} maxLength={10} />
      <TickField label={words.zero} checked={draft.zero} onCheck={zero => put({ zero })} />
      <Said answer={answer} onQuiet={quiet} busy={busy} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.saveChart}
        </button>
      </div>
    </form>
  )
}

type EncodingProps = { readonly view: BiView; readonly draft: Draft; readonly put: (more: Partial<Draft>) => void }

/** `Q1001 品类：销售额、客单价`, so that one knows the question again. */
function queryName(view: BiView, run: RunQuery): string {
  const table = view.tables.find(t => t.id === run.query.table)
  const groups = run.query.group.map(id => table?.columns.find(c => c.id === id)?.zh ?? id).join('、') || words.total
  return `${run.id} ${groups}：${valueColumns(run, view.tables)
    .map(c => c.zh)
    .join('、')}`
}

/** Which question, which kind, what on which axis. */
function Encoding({ view, draft, put }: EncodingProps) {
  const run = view.queries.find(q => q.id === draft.query)
  const table = view.tables.find(t => t.id === run?.query.table)
  const groups = run?.query.group.map(id => ({ value: id, zh: table?.columns.find(c => c.id === id)?.zh ?? id })) ?? []
  const values = run === undefined ? [] : valueColumns(run, view.tables).map(({ as, zh }) => ({ value: as, zh }))
  return (
    <>
      <ChoiceField
        label={words.query}
        value={draft.query}
        onValue={query => put({ query, x: '', y: '' })}
        choices={view.queries.toReversed().map(q => ({ value: q.id, zh: queryName(view, q) }))}
        empty={words.choose}
        required
      />
      <ChoiceField label={words.chartKind} value={draft.kind} onValue={kind => put({ kind })} choices={KINDS} />
      <ChoiceField label={words.x} value={draft.x} onValue={x => put({ x })} choices={groups} empty={words.choose} required />
      <ChoiceField label={words.y} value={draft.y} onValue={y => put({ y })} choices={values} empty={words.choose} required />
    </>
  )
}
