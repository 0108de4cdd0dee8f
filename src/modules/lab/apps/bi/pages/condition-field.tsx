import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { readCell } from './cells.ts'
import { type Column, type Condition, choicesOf } from './view.ts'
import { words } from './words.ts'

const OPS = Object.entries(words.ops).map(([value, zh]) => ({ value, zh }))

/** A condition while it is being written: its value is still text. */
export type Where = { readonly column: string; readonly op: string; readonly text: string }
export const ANY: Where = { column: '', op: 'eq', text: '' }

export function conditionOf({ column, op, text }: Where, columns: readonly Column[]): Condition {
  const type = columns.find(c => c.id === column)?.type ?? 'text'
  return { column, op, value: op === 'empty' ? null : readCell(type, text) }
}

type Props = { readonly where: Where; readonly columns: readonly Column[]; readonly onWhere: (where: Where) => void }

/** Column, comparison, value. */
export function ConditionField({ where, columns, onWhere }: Props) {
  return (
    <div className="bi-condition">
      <ChoiceField
        label={words.column}
        value={where.column}
        onValue={column => onWhere({ ...where, column })}
        choices={choicesOf(columns)}
        empty={words.choose}
        required
      />
      <ChoiceField label={words.op} value={where.op} onValue={op => onWhere({ ...where, op })} choices={OPS} />
      {where.op !== 'empty' && (
        <TextField label={words.value} value={where.text} onValue={text => onWhere({ ...where, text })} maxLength={200} />
      )}
    </div>
  )
}
