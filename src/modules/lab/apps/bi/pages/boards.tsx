import { useState } from '../../../../../ui/hooks.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { TextField, TickField } from '../../../pages/parts/fields.tsx'
import { ChartFigure } from './charts/chart-figure.tsx'
import type { BiProps } from './view.ts'
import { words } from './words.ts'

/** 看板: charts that are filled anew every morning, and what is asked about them. */
export function Boards(props: BiProps) {
  const { view } = props
  return (
    <div className="bi-part">
      <BoardForm {...props} />
      {view.boards.length === 0 && <p className="bi-empty">{words.noBoards}</p>}
      {view.boards.toReversed().map(({ id, title, charts, refreshed }) => (
        <section className="bi-board" aria-label={title} key={id}>
          <h2>
            {title} <span className="z-note">{refreshed === 0 ? id : `${words.refreshed} ${shortTime(refreshed)}`}</span>
          </h2>
          {view.enquiries.map(
            ({ board, text }, i) =>
              board === id && (
                <p className="bi-enquiry" key={i}>
                  <strong>{words.enquiry}</strong>　{text}
                </p>
              ),
          )}
          <div className="bi-charts">
            {view.charts.map(chart => charts.includes(chart.id) && <ChartFigure chart={chart} view={view} key={chart.id} />)}
          </div>
        </section>
      ))}
    </div>
  )
}

function BoardForm({ view, act, busy }: BiProps) {
  const [title, setTitle] = useState('')
  const [charts, setCharts] = useState<readonly string[]>([])
  const publish = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('bi.dashboard.publish', { title: title.trim(), charts })
    if (acted.kind !== 'done') return
    setTitle('')
    setCharts([])
  }
  const tick = (id: string, on: boolean): void => setCharts(on ? [...charts, id] : charts.filter(other => other !== id))
  return (
    <form className="bi-form" onSubmit={event => void publish(event)} aria-label={words.newBoard}>
      <h2>{words.newBoard}</h2>
      <TextField label={words.title} value={title} onValue={setTitle} required maxLength={40} />
      <fieldset className="bi-ticks">
        <legend>{words.pickCharts}</legend>
        {view.charts.length === 0 && <p className="z-note">{words.noCharts}</p>}
        {view.charts.map(chart => (
          <TickField label={chart.title} checked={charts.includes(chart.id)} onCheck={on => tick(chart.id, on)} key={chart.id} />
        ))}
      </fieldset>
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.publish}
        </button>
      </div>
    </form>
  )
}
