import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { fenOf, countOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import { rowsOf } from './batch-rows.ts'
import { accountChoices } from './text.ts'
import type { BankProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.batch

/** 批量转账: many payments at once, checked as a whole and then handed in. */
export function Batch(props: BankProps) {
  const accounts = accountChoices(props.view.accounts)
  const fields: readonly FieldSpec[] = [
    { name: 'from', zh: words.from, kind: 'choice', choices: accounts, first: accounts[0]?.[0] ?? '' },
    { name: 'count', zh: words.count, kind: 'count' },
    { name: 'total', zh: words.total, kind: 'yuan' },
    { name: 'rows', zh: words.rows, kind: 'area', rows: 8 },
  ]
  return (
    <>
      <h2>{words.title}</h2>
      <p className="z-note">{words.lead}</p>
      <CommandForm
        {...props}
        name={words.title}
        type="bank.batch.upload"
        fields={fields}
        data={v => ({
          from: v['from'] ?? '',
          count: countOf(v['count'] ?? ''),
          total: fenOf(v['total'] ?? ''),
          rows: rowsOf(v['rows'] ?? ''),
        })}
        submit={words.upload}
      />
      <h3>{words.list}</h3>
      <Batches {...props} />
    </>
  )
}

function Batches({ view, act, busy }: BankProps) {
  const columns = [
    { zh: words.id },
    { zh: words.rowCount, number: true },
    { zh: words.sum, number: true },
    { zh: words.state },
    { zh: words.act, unseen: true },
  ]
  const rows = view.batches.toReversed().map(({ id, rows: lines, total, submitted }) => ({
    key: id,
    cells: [
      id,
      lines.length,
      showMoney(total),
      submitted ? words.submitted : words.ready,
      !submitted && (
        <ActButton
          key="act"
          act={act}
          busy={busy}
          type="bank.batch.submit"
          data={{ batch: id }}
          label={words.submit}
          question={words.ask}
          about={id}
        />
      ),
    ],
  }))
  return <SheetTable label={words.list} columns={columns} rows={rows} empty={words.none} />
}
