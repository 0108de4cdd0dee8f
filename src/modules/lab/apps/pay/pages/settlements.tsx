import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import type { PayProps, Settlement } from './view.ts'
import { words as all } from './words.ts'

const words = all.settlements
const COLUMNS = [
  { zh: words.outNo },
  { zh: words.booked, number: true },
  { zh: words.fee, number: true },
  { zh: words.settled, number: true },
  { zh: words.diff, number: true },
  { zh: words.reason },
]

/** 结算对账: the files of each day beside the own books; what differs is given its reason. */
export function Settlements(props: PayProps) {
  const files = props.view.merchant?.settlements ?? []
  if (files.length === 0) return <p className="lab-empty">{words.none}</p>
  return (
    <>
      {files.toReversed().map(file => (
        <FileSheet {...props} file={file} key={file.id} />
      ))}
    </>
  )
}

function FileSheet(props: PayProps & { readonly file: Settlement }) {
  const { file, act, busy, fileUrl } = props
  const [fetched, setFetched] = useState(false)
  const title = fill(words.of, { date: file.date })
  const sum = (of: 'booked' | 'settled' | 'fee'): number => file.rows.reduce((n, row) => n + row[of], 0)
  const rows = file.rows.map(row => ({
    key: row.outNo,
    cells: [
      row.outNo,
      showMoney(row.booked),
      showMoney(row.fee),
      showMoney(row.settled),
      showMoney(row.settled - row.booked),
      row.settled === row.booked ? words.same : <Mark act={act} busy={busy} settlement={file.id} row={row} key="mark" />,
    ],
  }))
  const total = {
    key: 'total',
    cells: [
      words.total,
      showMoney(sum('booked')),
      showMoney(sum('fee')),
      showMoney(sum('settled')),
      showMoney(sum('settled') - sum('booked')),
      '',
    ],
  }
  return (
    <section className="pay-part" aria-label={title}>
      <header className="pay-file">
        <h2>{title}</h2>
        <ActButton
          act={act}
          busy={busy}
          type="pay.settlement.download"
          data={{ id: file.id }}
          label={words.download}
          about={file.date}
          onDone={() => setFetched(true)}
        />
        {fetched && (
          <a href={fileUrl('pay', file.id)} download={`${file.id}.csv`}>
            {words.save}
          </a>
        )}
      </header>
      <SheetTable label={title} columns={COLUMNS} rows={[...rows, total]} empty={words.none} />
    </section>
  )
}

type MarkProps = Pick<PayProps, 'act' | 'busy'> & { readonly settlement: string; readonly row: Settlement['rows'][number] }

function Mark({ act, busy, settlement, row }: MarkProps) {
  const [reason, setReason] = useState(row.marked ?? '')
  return (
    <span className="pay-mark-row">
      <select
        value={reason}
        aria-label={`${words.reason} ${row.outNo}`}
        onChange={event => setReason((event.target as HTMLSelectElement).value)}
      >
        <option value="">—</option>
        {words.reasons.map(one => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <button
        type="button"
        className="z-button"
        disabled={busy || reason === '' || reason === row.marked}
        aria-label={`${words.mark} ${row.outNo}`}
        onClick={() => void act('pay.reconcile.mark', { settlement, outNo: row.outNo, reason })}
      >
        {words.mark}
      </button>
    </span>
  )
}
