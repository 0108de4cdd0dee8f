import { showCount, showMoney } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { YUAN_PATTERN, fenOf } from '../../../pages/parts/money.ts'
import { isNumeric, isTimely } from './cells.ts'
import { type Where, ANY, ConditionField, conditionOf } from './condition-field.tsx'
import { type OnTable, choicesOf } from './view.ts'
import { words } from './words.ts'

type Step = { readonly zh: string; readonly where: Where }
const NO_STEP: Step = { zh: '', where: ANY }

/** 漏斗与人群: how many get how far, who came back, who is worth most. */
export function People(props: OnTable) {
  return (
    <div className="bi-two">
      <div className="bi-part">
        <FunnelForm {...props} />
        <Funnels {...props} />
      </div>
      <div className="bi-part">
        <CohortForm {...props} />
        <RfmForm {...props} />
        <Segments {...props} />
      </div>
    </div>
  )
}

function FunnelForm({ table, act, busy }: OnTable) {
  const [steps, setSteps] = useState<readonly Step[]>([NO_STEP, NO_STEP])
  const put = (at: number, more: Partial<Step>): void => setSteps(steps.map((step, i) => (i === at ? { ...step, ...more } : step)))
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const asked = steps.map(({ zh, where }) => ({ zh: zh.trim(), where: conditionOf(where, table.columns) }))
    const acted = await act('bi.funnel.save', { table: table.id, steps: asked })
    if (acted.kind === 'done') setSteps([NO_STEP, NO_STEP])
  }
  return (
    <form className="bi-form" onSubmit={event => void save(event)} aria-label={words.funnel}>
      <h2>{words.funnel}</h2>
      {steps.map((step, i) => (
        <div className="bi-line" key={i}>
          <TextField label={`${words.stepName} ${i + 1}`} value={step.zh} onValue={zh => put(i, { zh })} required maxLength={20} />
          <ConditionField where={step.where} columns={table.columns} onWhere={where => put(i, { where })} />
          {steps.length > 2 && (
            <button
              type="button"
              className="z-link"
              aria-label={`${words.remove} ${i + 1}`}
              onClick={() => setSteps(steps.filter((_step, j) => j !== i))}
            >
              {words.remove}
            </button>
          )}
        </div>
      ))}
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={steps.length >= 8} onClick={() => setSteps([...steps, NO_STEP])}>
          {words.addStep}
        </button>
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.saveFunnel}
        </button>
      </div>
    </form>
  )
}

function Funnels({ view }: OnTable) {
  if (view.funnels.length === 0) return <p className="bi-empty">{words.noFunnels}</p>
  return view.funnels.toReversed().map(({ id, steps }) => (
    <figure className="bi-funnel" key={id}>
      <figcaption className="z-note">{id}</figcaption>
      {steps.map(({ zh, count }, i) => (
        <div key={i}>
          <span>{zh}</span>
          <span className="bi-funnel-track">
            <span style={{ width: `${(count * 100) / Math.max(1, steps[0]?.count ?? 1)}%` }} />
          </span>
          <span className="bi-number">
            {showCount(count)}
            {i > 0 && <span className="z-note">　{((count * 100) / Math.max(1, steps[i - 1]?.count ?? 1)).toFixed(1)}%</span>}
          </span>
        </div>
      ))}
    </figure>
  ))
}

function CohortForm({ table, act, busy }: OnTable) {
  const [given, setGiven] = useState({ person: '', day: '' })
  const save = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('bi.cohort.save', { table: table.id, ...given })
  }
  const pick = { empty: words.choose, required: true }
  return (
    <form className="bi-form bi-form-wide" onSubmit={save} aria-label={words.cohort}>
      <h2>{words.cohort}</h2>
      <ChoiceField
        label={words.person}
        value={given.person}
        onValue={person => setGiven({ ...given, person })}
        choices={choicesOf(table.columns)}
        {...pick}
      />
      <ChoiceField
        label={words.day}
        value={given.day}
        onValue={day => setGiven({ ...given, day })}
        choices={choicesOf(table.columns, isTimely)}
        {...pick}
      />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.saveCohort}
        </button>
      </div>
    </form>
  )
}

const NO_RFM = { person: '', day: '', amount: '', since: '', often: '2', much: '' }

function RfmForm({ table, act, busy }: OnTable) {
  const [given, setGiven] = useState(NO_RFM)
  const put = (more: Partial<typeof NO_RFM>): void => setGiven({ ...given, ...more })
  const save = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const breaks = { since: given.since.trim(), often: Number(given.often), much: fenOf(given.much) }
    void act('bi.rfm.set', { table: table.id, ...given, ...breaks })
  }
  const { columns } = table
  const pick = { empty: words.choose, required: true }
  return (
    <form className="bi-form bi-form-wide" onSubmit={save} aria-label={words.rfm}>
      <h2>{words.rfm}</h2>
      <ChoiceField label={words.person} value={given.person} onValue={person => put({ person })} choices={choicesOf(columns)} {...pick} />
      <ChoiceField label={words.day} value={given.day} onValue={day => put({ day })} choices={choicesOf(columns, isTimely)} {...pick} />
      <ChoiceField
        label={words.amount}
        value={given.amount}
        onValue={amount => put({ amount })}
        choices={choicesOf(columns, isNumeric)}
        {...pick}
      />
      <TextField label={words.since} value={given.since} onValue={since => put({ since })} placeholder="2026-02-01" required />
      <TextField
        label={words.often}
        value={given.often}
        onValue={often => put({ often })}
        pattern="[1-9]\d{0,5}"
        says={words.wholeSays}
        required
      />
      <TextField
        label={words.much}
        value={given.much}
        onValue={much => put({ much })}
        pattern={YUAN_PATTERN}
        says={words.yuanSays}
        required
      />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.saveRfm}
        </button>
      </div>
    </form>
  )
}

function Segments({ view }: OnTable) {
  if (view.segments.length === 0) return <p className="bi-empty">{words.noSegments}</p>
  return view.segments.toReversed().map(({ id, kind, groups }) => {
    const isCohort = kind === words.cohort
    return (
      <table className="bi-table" key={id}>
        <caption>
          {kind} <span className="z-note">{id}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.groupName}</th>
            <th scope="col" className="bi-number">
              {words.people}
            </th>
            <th scope="col" className="bi-number">
              {isCohort ? words.again : words.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ zh, people, amount }) => (
            <tr key={zh}>
              <td>{zh}</td>
              <td className="bi-number">{showCount(people)}</td>
              <td className="bi-number">{isCohort ? showCount(amount) : showMoney(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
}
