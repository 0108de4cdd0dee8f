import { useState } from '../../../../../ui/hooks.ts'
import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { cellText, isNumeric, isTimely } from './cells.ts'
import { type OnTable, choicesOf } from './view.ts'
import { words } from './words.ts'

const METHODS = Object.entries(words.methods).map(([value, zh]) => ({ value, zh }))
const METHOD_NAMES: Readonly<Record<string, string>> = words.methods
const EMPTY = { day: '', column: '', param: '3', ahead: '1' }

/** 预测: the next days, and how they came out. */
export function Forecasts(props: OnTable) {
  return (
    <div className="bi-part">
      <ForecastForm {...props} />
      {props.view.forecasts.length === 0 && <p className="bi-empty">{words.noForecasts}</p>}
      <Made {...props} />
    </div>
  )
}

function ForecastForm({ table, act, busy }: OnTable) {
  const [method, setMethod] = useState<'mean' | 'smooth'>('mean')
  const [given, setGiven] = useState(EMPTY)
  const put = (more: Partial<typeof EMPTY>): void => setGiven({ ...given, ...more })
  const make = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('bi.forecast', { table: table.id, ...given, method, param: Number(given.param), ahead: Number(given.ahead) })
  }
  const pick = { empty: words.choose, required: true }
  return (
    <form className="bi-form bi-form-wide" onSubmit={make} aria-label={words.newForecast}>
      <h2>{words.newForecast}</h2>
      <ChoiceField
        label={words.day}
        value={given.day}
        onValue={day => put({ day })}
        choices={choicesOf(table.columns, isTimely)}
        {...pick}
      />
      <ChoiceField
        label={words.target}
        value={given.column}
        onValue={column => put({ column })}
        choices={choicesOf(table.columns, isNumeric)}
        {...pick}
      />
      <ChoiceField label={words.method} value={method} onValue={m => setMethod(m === 'smooth' ? 'smooth' : 'mean')} choices={METHODS} />
      <TextField
        label={words.params[method]}
        value={given.param}
        onValue={param => put({ param })}
        pattern="[1-9]\d?|100"
        says={words.paramSays}
        required
      />
      <TextField
        label={words.ahead}
        value={given.ahead}
        onValue={ahead => put({ ahead })}
        pattern="[1-9]|[12]\d|30"
        says={words.aheadSays}
        required
      />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.forecast}
        </button>
      </div>
    </form>
  )
}

function Made({ view }: OnTable) {
  return view.forecasts.toReversed().map(({ id, table, column, method, values, actual, error }) => {
    const known = view.tables.find(t => t.id === table)?.columns.find(c => c.id === column)
    const type = known?.type ?? 'count'
    return (
      <table className="bi-table" key={id}>
        <caption>
          {known?.zh ?? column}，{METHOD_NAMES[method] ?? method} <span className="z-note">{id}</span>
          {error !== null && `　${words.error} ${cellText('rate', error)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.dayN}</th>
            <th scope="col" className="bi-number">
              {words.forecast}
            </th>
            <th scope="col" className="bi-number">
              {words.actual}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map((value, i) => (
            <tr key={i}>
              <td>{i + 1}</td>
              <td className="bi-number">{cellText(type, value)}</td>
              <td className="bi-number">{cellText(type, actual[i] ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
}
