import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import type { Submit } from './ends.tsx'
import { type Desk, nameOf } from './view.ts'
import { words } from './words.ts'

type Row = { readonly persona: string; readonly from: string; readonly to: string }

/** Who is on duty when; the leader plans it as a whole. */
export function Shifts({ view, around, ask, tell, busy }: Desk) {
  const { hours, shifts, clerks } = view
  const fresh: Row = { persona: clerks[0]?.persona ?? '', from: String(hours.from), to: String(hours.to) }
  const [rows, setRows] = useState<readonly Row[]>(
    shifts.length === 0 ? [fresh] : shifts.map(s => ({ persona: s.persona, from: String(s.from), to: String(s.to) })),
  )
  const set = (at: number, change: Partial<Row>): void => setRows(rows.map((row, i) => (i === at ? { ...row, ...change } : row)))
  const submit = (event: Submit): void => {
    event.preventDefault()
    const planned = rows.map(({ persona, from, to }) => ({ persona, from: countOf(from), to: countOf(to) }))
    if (planned.some(row => row.from === null || row.to === null)) return tell(trade.count)
    void ask('cs.shift.plan', { rows: planned })
  }
  return (
    <section aria-label={words.shifts}>
      <h2>{words.shifts}</h2>
      <p className="z-note">{fill(words.hours, { from: hours.from, to: hours.to })}</p>
      <form className="cs-shifts" onSubmit={submit}>
        {rows.map((row, i) => (
          <fieldset className="lab-set" key={i}>
            <legend>{fill(words.shiftNth, { n: i + 1 })}</legend>
            <div className="cs-shift">
              <ChoiceField
                label={words.person}
                value={row.persona}
                choices={clerks.map(c => ({ value: c.persona, zh: nameOf(around, c.persona) }))}
                onValue={persona => set(i, { persona })}
              />
              <TextField label={words.from} kind="decimal" maxLength={2} value={row.from} onValue={from => set(i, { from })} />
              <TextField label={words.until} kind="decimal" maxLength={2} value={row.to} onValue={to => set(i, { to })} />
              <button type="button" className="z-link" onClick={() => setRows(rows.filter((_row, at) => at !== i))}>
                {words.remove}
              </button>
            </div>
          </fieldset>
        ))}
        <div className="lab-buttons">
          <button type="button" className="z-button" onClick={() => setRows([...rows, fresh])}>
            {words.addShift}
          </button>
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {words.saveShifts}
          </button>
        </div>
      </form>
    </section>
  )
}
