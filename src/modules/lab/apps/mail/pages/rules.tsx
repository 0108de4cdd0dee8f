import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { RuleForm } from './rule-form.tsx'
import type { Box, PartProps, Rule } from './view.ts'
import { words as all } from './words.ts'

const words = all.rules
type Props = PartProps & { readonly box: Box }

/** 收信规则: in their order, and the form for one. */
export function Rules(props: Props) {
  const [editing, setEditing] = useState<string | null>(null)
  const rules = (props.view.rules ?? []).toSorted((a, b) => a.order - b.order)
  const rule = rules.find(r => r.id === editing) ?? null
  return (
    <div className="mail-desk">
      <h2>{words.title}</h2>
      <p className="z-note">{words.lead}</p>
      <Table {...props} rules={rules} onEdit={setEditing} />
      <RuleForm {...props} rule={rule} onDone={() => setEditing(null)} key={rule?.id ?? 'fresh'} />
    </div>
  )
}

function saysWhen({ conditions }: Rule): string {
  return conditions.map(({ field, has }) => fill(words.has, { field: words.fields[field] ?? field, text: has })).join('，')
}

function saysThen({ folder, star, forward }: Rule): string {
  return [
    folder === null ? '' : fill(words.sayFolder, { folder }),
    star ? words.sayStar : '',
    forward === null ? '' : fill(words.sayForward, { addr: forward }),
  ]
    .filter(said => said !== '')
    .join('，')
}

type TableProps = Props & { readonly rules: readonly Rule[]; readonly onEdit: (id: string) => void }

function Table({ rules, onEdit, act, busy }: TableProps) {
  const columns = [
    { zh: words.place, number: true },
    { zh: words.name },
    { zh: words.when },
    { zh: words.does },
    { zh: words.act, unseen: true },
  ]
  const moved = (at: number, way: number): string[] => {
    const ids = rules.map(r => r.id)
    const [id] = ids.splice(at, 1)
    if (id !== undefined) ids.splice(at + way, 0, id)
    return ids
  }
  const rows = rules.map((rule, at) => ({
    key: rule.id,
    cells: [
      at + 1,
      rule.name,
      saysWhen(rule),
      saysThen(rule),
      <span className="lab-buttons" key="acts">
        {at > 0 && (
          <ActButton act={act} busy={busy} type="mail.rule.order" data={{ ids: moved(at, -1) }} label={words.up} about={rule.name} />
        )}
        {at < rules.length - 1 && (
          <ActButton act={act} busy={busy} type="mail.rule.order" data={{ ids: moved(at, 1) }} label={words.down} about={rule.name} />
        )}
        <button type="button" className="z-button" aria-label={`${words.edit} ${rule.name}`} onClick={() => onEdit(rule.id)}>
          {words.edit}
        </button>
        <ActButton
          act={act}
          busy={busy}
          type="mail.rule.delete"
          data={{ id: rule.id }}
          label={words.delete}
          question={words.deleteAsk}
          about={rule.name}
        />
      </span>,
    ],
  }))
  return <SheetTable label={words.title} columns={columns} rows={rows} empty={words.none} />
}
