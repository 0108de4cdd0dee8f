import { useState } from '../../../../../ui/hooks.ts'
import { showCount } from '../../../../../ui/format.ts'
import { AreaField, ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { fenOf } from '../../../pages/parts/money.ts'
import { Said } from '../../../pages/parts/said.tsx'
import { useAsk } from '../../../pages/parts/use-ask.ts'
import { cellText } from './cells.ts'
import type { BiProps, Experiment, Subject } from './view.ts'
import { words } from './words.ts'

const STATES: Readonly<Record<string, string>> = words.states
const VERDICTS: Readonly<Record<string, string>> = words.verdicts
const VERDICT_CHOICES = Object.entries(words.verdicts).map(([value, zh]) => ({ value, zh }))
const percents = (...all: number[]) => all.map(n => ({ value: String(n), zh: `${n}%` }))
const EMPTY = { subject: '', metric: '', hypothesis: '', guard: '', alpha: '5', power: '80', lift: '', need: '' }
type Draft = typeof EMPTY

/** 实验: planned before it begins, counted day by day, read when it is over. */
export function Experiments(props: BiProps) {
  const { subjects, experiments } = props.view
  if (subjects.length === 0) return <p className="bi-empty">{words.noSubjects}</p>
  return (
    <div className="bi-part">
      <Design {...props} />
      {experiments.length === 0 && <p className="bi-empty">{words.noExperiments}</p>}
      {experiments.toReversed().map(experiment => (
        <ExperimentCard {...props} experiment={experiment} key={experiment.id} />
      ))}
    </div>
  )
}

function Design({ view, act, busy }: BiProps) {
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const put = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const subject = view.subjects.find(s => s.id === draft.subject)
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const numbers = { alpha: Number(draft.alpha), power: Number(draft.power), lift: fenOf(draft.lift), need: Number(draft.need) }
    const acted = await act('bi.experiment.design', { ...draft, ...numbers })
    if (acted.kind === 'done') setDraft(EMPTY)
  }
  return (
    <form className="bi-form bi-form-wide" onSubmit={event => void save(event)} aria-label={words.design}>
      <h2>{words.design}</h2>
      <SubjectFields subjects={view.subjects} subject={subject} draft={draft} put={put} />
      <TextField label={words.guard} value={draft.guard} onValue={guard => put({ guard })} maxLength={40} />
      <ChoiceField label={words.alpha} value={draft.alpha} onValue={alpha => put({ alpha })} choices={percents(1, 5, 10)} />
      <ChoiceField label={words.power} value={draft.power} onValue={power => put({ power })} choices={percents(80, 90)} />
      <TextField
        label={words.lift}
        value={draft.lift}
        onValue={lift => put({ lift })}
        pattern="\d{1,2}(\.\d{1,2})?"
        says={words.percentSays}
        required
      />
      <TextField
        label={words.need}
        value={draft.need}
        onValue={need => put({ need })}
        pattern="[1-9]\d{0,6}"
        says={words.wholeSays}
        required
      />
      <AreaField
        label={words.hypothesis}
        value={draft.hypothesis}
        onValue={hypothesis => put({ hypothesis })}
        rows={2}
        required
        maxLength={200}
      />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.saveDesign}
        </button>
      </div>
    </form>
  )
}

type SubjectProps = {
  readonly subjects: readonly Subject[]
  readonly subject: Subject | undefined
  readonly draft: Draft
  readonly put: (more: Partial<Draft>) => void
}

function SubjectFields({ subjects, subject, draft, put }: SubjectProps) {
  return (
    <>
      <ChoiceField
        label={words.subject}
        value={draft.subject}
        onValue={id => put({ subject: id, metric: '' })}
        choices={subjects.map(({ id, zh }) => ({ value: id, zh }))}
        empty={words.choose}
        required
      />
      <ChoiceField
        label={words.metric}
        value={draft.metric}
        onValue={metric => put({ metric })}
        choices={(subject?.metrics ?? []).map(value => ({ value, zh: value }))}
        empty={words.choose}
        required
      />
      {subject !== undefined && (
        <p className="z-note">
          {words.baseline} {cellText('rate', subject.baseline)}，{words.daily} {showCount(subject.daily)}
        </p>
      )}
    </>
  )
}

function ExperimentCard(props: BiProps & { readonly experiment: Experiment }) {
  const { experiment: e, view, act, busy } = props
  const { answer, ask, quiet } = useAsk(act)
  return (
    <article className="bi-experiment">
      <h3>
        <span className="bi-state">{STATES[e.state] ?? e.state}</span>
        {view.subjects.find(s => s.id === e.subject)?.zh ?? e.subject} · {e.metric} <span className="z-note">{e.id}</span>
      </h3>
      <p>{e.hypothesis}</p>
      <p className="z-note">
        {words.need} {showCount(e.need)}，{words.alpha} {e.alpha}%，{words.power} {e.power}%，{e.days.length} {words.days}
        {e.early && `，${words.early}`}
      </p>
      {e.days.length > 0 && <Totals experiment={e} />}
      {e.reading !== null && (
        <p>
          {words.chi} <strong>{(e.reading / 1000).toFixed(3)}</strong>
          {e.verdict !== null && `　${words.verdict}：${VERDICTS[e.verdict] ?? e.verdict}`}
        </p>
      )}
      <div className="lab-buttons">
        {e.allowed.includes('start') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('bi.experiment.start', { id: e.id })}>
            {words.start}
          </button>
        )}
        {e.allowed.includes('stop') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('bi.experiment.stop', { id: e.id })}>
            {words.stop}
          </button>
        )}
      </div>
      <Said answer={answer} onQuiet={quiet} busy={busy} />
      {e.allowed.includes('read') && <Verdict {...props} />}
    </article>
  )
}

function Totals({ experiment: { totals } }: { readonly experiment: Experiment }) {
  const rows = [
    { zh: words.control, n: totals.a, done: totals.aDone },
    { zh: words.treated, n: totals.b, done: totals.bDone },
  ]
  return (
    <table className="bi-table">
      <thead>
        <tr>
          <th scope="col">{words.groupName}</th>
          <th scope="col" className="bi-number">
            {words.visitors}
          </th>
          <th scope="col" className="bi-number">
            {words.buyers}
          </th>
          <th scope="col" className="bi-number">
            {words.rate}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ zh, n, done }) => (
          <tr key={zh}>
            <td>{zh}</td>
            <td className="bi-number">{showCount(n)}</td>
            <td className="bi-number">{showCount(done)}</td>
            <td className="bi-number">{n === 0 ? '' : `${((done * 100) / n).toFixed(2)}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A split that is broken can be read only after it is confirmed, or declared void. */
function Verdict({ experiment, act, busy }: BiProps & { readonly experiment: Experiment }) {
  const [verdict, setVerdict] = useState('')
  const { answer, ask, quiet } = useAsk(act, { also: ['E_SRM'] })
  const read = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void ask('bi.experiment.read', { id: experiment.id, verdict })
  }
  return (
    <form className="bi-line" onSubmit={read}>
      <ChoiceField label={words.verdict} value={verdict} onValue={setVerdict} choices={VERDICT_CHOICES} empty={words.choose} required />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {words.read}
      </button>
      <Said answer={answer} onQuiet={quiet} busy={busy} />
    </form>
  )
}
