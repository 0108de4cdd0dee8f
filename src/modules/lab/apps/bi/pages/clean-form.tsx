import { useState } from '../../../../../ui/hooks.ts'
import { ChoiceField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { Said } from '../../../pages/parts/said.tsx'
import { useAsk } from '../../../pages/parts/use-ask.ts'
import { isNumeric, readCell } from './cells.ts'
import { type Where, ANY, ConditionField, conditionOf } from './condition-field.tsx'
import { type OnTable, type Rule, type Table, choicesOf } from './view.ts'
import { words } from './words.ts'

type Draft = {
  readonly kind: Rule['kind']
  readonly by: readonly string[]
  readonly where: Where
  readonly partly: boolean
  readonly column: string
  readonly value: string
  readonly times: string
  readonly over: string
}
const EMPTY: Draft = { kind: 'dedupe', by: [], where: ANY, partly: true, column: '', value: '', times: '1', over: '1' }
const KINDS = Object.entries(words.rules).map(([value, zh]) => ({ value, zh }))

function ruleOf({ kind, by, where, partly, column, value, times, over }: Draft, { columns }: Table): Rule {
  if (kind === 'dedupe') return { kind, by }
  const condition = conditionOf(where, columns)
  if (kind === 'drop') return { kind, where: condition }
  if (kind === 'scale') return { kind, where: partly ? condition : null, column, times: Number(times), over: Number(over) }
  return { kind, where: condition, column, value: readCell(columns.find(c => c.id === column)?.type ?? 'text', value) }
}

/** A new rule of cleaning. One that drops many rows has to be confirmed. */
export function CleanForm({ table, act, busy }: OnTable) {
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const { answer, ask, quiet } = useAsk(act)
  const put = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const wish = { table: table.id, rule: ruleOf(draft, table) }
  const add = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void ask('bi.clean.add', wish, () => setDraft({ ...EMPTY, kind: draft.kind }))
  }
  return (
    <form className="bi-form" onSubmit={add} aria-label={words.addRule}>
      <h3>{words.addRule}</h3>
      <ChoiceField label={words.ruleKind} value={draft.kind} onValue={kind => put({ kind: kind as Rule['kind'] })} choices={KINDS} />
      {draft.kind === 'dedupe' ? <DedupeFields {...{ table, draft, put }} /> : <RuleFields {...{ table, draft, put }} />}
      <Said answer={answer} onQuiet={quiet} busy={busy} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy || (draft.kind === 'dedupe' && draft.by.length === 0)}>
          {words.addRule}
        </button>
      </div>
    </form>
  )
}

type FieldsProps = { readonly table: Table; readonly draft: Draft; readonly put: (more: Partial<Draft>) => void }

function DedupeFields({ table, draft, put }: FieldsProps) {
  const tick = (id: string, on: boolean): void => put({ by: on ? [...draft.by, id] : draft.by.filter(other => other !== id) })
  return (
    <fieldset className="bi-ticks">
      <legend>{words.dedupeBy}</legend>
      {table.columns.map(({ id, zh }) => (
        <TickField label={zh} checked={draft.by.includes(id)} onCheck={on => tick(id, on)} key={id} />
      ))}
    </fieldset>
  )
}

function RuleFields({ table, draft, put }: FieldsProps) {
  const { kind } = draft
  const columns = choicesOf(table.columns, column => kind !== 'scale' || isNumeric(column))
  const column = (
    <ChoiceField
      label={words.setColumn}
      value={draft.column}
      onValue={id => put({ column: id })}
      choices={columns}
      empty={words.choose}
      required
    />
  )
  return (
    <>
      {kind === 'scale' && <TickField label={words.onlyRows} checked={draft.partly} onCheck={partly => put({ partly })} />}
      {(kind !== 'scale' || draft.partly) && (
        <ConditionField where={draft.where} columns={table.columns} onWhere={where => put({ where })} />
      )}
      {kind !== 'drop' && column}
      {kind === 'set' && <TextField label={words.newValue} value={draft.value} onValue={value => put({ value })} maxLength={200} />}
      {kind === 'scale' && (
        <>
          <TextField
            label={words.times}
            value={draft.times}
            onValue={times => put({ times })}
            pattern="[1-9]\d{0,8}"
            says={words.wholeSays}
            required
          />
          <TextField
            label={words.over}
            value={draft.over}
            onValue={over => put({ over })}
            pattern="[1-9]\d{0,8}"
            says={words.wholeSays}
            required
          />
        </>
      )}
    </>
  )
}
