import { useState } from '../../../../../ui/hooks.ts'
import { AreaField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import type { BiProps, BiView } from './view.ts'
import { words } from './words.ts'

type Section = { readonly text: string; readonly evidence: readonly string[] }
const NO_SECTION: Section = { text: '', evidence: [] }
const STATES: Readonly<Record<string, string>> = words.reportStates

/** Everything a conclusion can rest on, with a name to know it by. */
function evidenceOf(view: BiView): { readonly id: string; readonly zh: string }[] {
  return [
    ...view.queries.map(({ id }) => ({ id, zh: `${words.query} ${id}` })),
    ...view.charts.map(({ id, title }) => ({ id, zh: `${title}（${id}）` })),
    ...view.funnels.map(({ id }) => ({ id, zh: `${words.funnel} ${id}` })),
    ...view.segments.map(({ id, kind }) => ({ id, zh: `${kind} ${id}` })),
    ...view.forecasts.map(({ id }) => ({ id, zh: `${words.forecast} ${id}` })),
    ...view.experiments.map(({ id, metric }) => ({ id, zh: `${metric}（${id}）` })),
  ]
}

/** 报告: conclusions, each with what it rests on. */
export function Reports(props: BiProps) {
  const { reports } = props.view
  return (
    <div className="bi-part">
      <ReportForm {...props} />
      {reports.length === 0 && <p className="bi-empty">{words.noReports}</p>}
      {reports.toReversed().map(({ id, title, text, evidence, state, remark }) => (
        <article className="bi-experiment" key={id}>
          <h3>
            <span className={`bi-state bi-state-${state}`}>{STATES[state] ?? state}</span>
            {title} <span className="z-note">{id}</span>
          </h3>
          <p className="bi-text">{text}</p>
          <p className="z-note">
            {words.evidence}：{evidence.join('、')}
          </p>
          {remark !== '' && <p className="bi-enquiry">{remark}</p>}
        </article>
      ))}
    </div>
  )
}

function ReportForm({ view, act, busy }: BiProps) {
  const [title, setTitle] = useState('')
  const [sections, setSections] = useState<readonly Section[]>([NO_SECTION])
  const put = (at: number, more: Partial<Section>): void => setSections(sections.map((s, i) => (i === at ? { ...s, ...more } : s)))
  const submit = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('bi.report.submit', { title: title.trim(), sections })
    if (acted.kind !== 'done') return
    setTitle('')
    setSections([NO_SECTION])
  }
  return (
    <form className="bi-form" onSubmit={event => void submit(event)} aria-label={words.newReport}>
      <h2>{words.newReport}</h2>
      <TextField label={words.title} value={title} onValue={setTitle} required maxLength={60} />
      {sections.map((section, i) => (
        <SectionFields
          view={view}
          section={section}
          n={i + 1}
          onSection={more => put(i, more)}
          onRemove={sections.length > 1 ? () => setSections(sections.filter((_s, j) => j !== i)) : null}
          key={i}
        />
      ))}
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={sections.length >= 12} onClick={() => setSections([...sections, NO_SECTION])}>
          {words.addSection}
        </button>
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.submit}
        </button>
      </div>
    </form>
  )
}

type SectionProps = {
  readonly view: BiView
  readonly section: Section
  readonly n: number
  readonly onSection: (more: Partial<Section>) => void
  readonly onRemove: (() => void) | null
}

function SectionFields({ view, section: { text, evidence }, n, onSection, onRemove }: SectionProps) {
  const known = evidenceOf(view)
  return (
    <fieldset className="bi-section">
      <legend>
        {words.section} {n}
      </legend>
      <AreaField label={words.section} value={text} onValue={said => onSection({ text: said })} rows={3} required maxLength={2000} />
      <div className="bi-ticks">
        <span className="z-note">{known.length === 0 ? words.noEvidence : words.evidence}</span>
        {known.map(({ id, zh }) => (
          <TickField
            label={zh}
            checked={evidence.includes(id)}
            onCheck={on => onSection({ evidence: on ? [...evidence, id] : evidence.filter(other => other !== id) })}
            key={id}
          />
        ))}
      </div>
      {onRemove !== null && (
        <button type="button" className="z-link" aria-label={`${words.remove} ${words.section} ${n}`} onClick={onRemove}>
          {words.remove}
        </button>
      )}
    </fieldset>
  )
}
