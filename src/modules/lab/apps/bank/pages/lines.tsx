import type { ReactNode } from 'react'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import type { Inside } from './view.ts'
import { words as all } from './words.ts'

const words = all.statements
type Line = Inside['lines'][number]
type Props = {
  readonly label: string
  readonly lines: readonly Line[]
  /** What may be done with a line, in a column of its own. */
  readonly doing?: (line: Line) => ReactNode
}

/** Entries of accounts; what came in is signed, not only coloured. */
export function Lines({ label, lines, doing }: Props) {
  const columns = [
    { zh: words.day },
    { zh: words.kind },
    { zh: words.other },
    { zh: words.ref },
    { zh: words.amount, number: true },
    ...(doing === undefined ? [] : [{ zh: words.act, unseen: true }]),
  ]
  const rows = lines.map((line, i) => ({
    key: `${line.ref}-${i}`,
    cells: [
      shortTime(line.at),
      line.kind,
      line.other,
      <span className="z-note" key="ref">
        {line.ref}
      </span>,
      <span className={line.amount > 0 ? 'bank-in' : ''} key="amount">
        {line.amount > 0 ? '+' : ''}
        {showMoney(line.amount)}
      </span>,
      ...(doing === undefined ? [] : [doing(line)]),
    ],
  }))
  return <SheetTable label={label} columns={columns} rows={rows} empty={words.none} />
}
