import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { bankChoices, bankName, spaced } from './text.ts'
import type { BankProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.payees

/** 收款人名册: whom one pays again and again. */
export function Payees(props: BankProps) {
  const { view } = props
  const rows = view.payees.map(({ id, name, no, cnaps }) => ({ key: id, cells: [name, spaced(no), bankName(view, cnaps)] }))
  return (
    <>
      <h2>{words.title}</h2>
      <SheetTable label={words.title} columns={[{ zh: words.name }, { zh: words.no }, { zh: words.bank }]} rows={rows} empty={words.none} />
      <h3>{words.add}</h3>
      <CommandForm
        {...props}
        name={words.add}
        type="bank.payee.add"
        fields={[
          { name: 'name', zh: words.name },
          { name: 'no', zh: words.no },
          { name: 'cnaps', zh: words.bank, kind: 'choice', choices: bankChoices(view) },
        ]}
        data={v => ({ name: (v['name'] ?? '').trim(), no: (v['no'] ?? '').replace(/\s/g, ''), cnaps: v['cnaps'] ?? '' })}
        submit={words.save}
        minor
      />
    </>
  )
}
