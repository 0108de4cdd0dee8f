import { Said } from '../../../../pages/parts/said.tsx'
import { useAsk } from '../../../../pages/parts/use-ask.ts'
import { Differences } from './differences.tsx'
import { Article, Head, Panel, gtinOf } from '../parts.tsx'
import { PutAway } from './put-away.tsx'
import { ReceiptLines } from './receipt-lines.tsx'
import { ScanForm } from './scan-form.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import type { ReceiptProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound
const BLANK = { sku: '', lot: '', made: '', quantity: '', state: 'good' }

/** An entry sheet from the dock to the shelf: what can be done is what its state allows. */
export function ReceiptSheet(props: ReceiptProps) {
  const { receipt } = props
  const typed = useEntry(BLANK)
  const scanning = receipt.may.includes('scan')
  return (
    <Panel title={`${w.receipts} ${receipt.no}`} aside={<Stages state={receipt.state} />}>
      {scanning && <Dock {...props} onRead={sku => typed.put({ sku })} />}
      {scanning && <ScanForm {...props} typed={typed} />}
      <ReceiptLines {...props} />
      <Differences {...props} />
      {receipt.may.includes('close') && <Close {...props} />}
      {receipt.may.includes('place') && <PutAway {...props} />}
      {receipt.state === 'done' && <p className="wms-done">{w.allPlaced}</p>}
    </Panel>
  )
}

function Stages({ state }: { readonly state: string }) {
  const at = w.stages.findIndex(([id]) => id === state)
  return (
    <ol className="wms-stages">
      {w.stages.map(([id, zh], i) => (
        <li className={i < at ? 'wms-past' : ''} aria-current={i === at ? 'step' : undefined} key={id}>
          {zh}
        </li>
      ))}
    </ol>
  )
}

/** What stands on the dock: labels, looks and pieces, carton by carton, against what was announced. */
function Dock({ view, receipt, onRead }: ReceiptProps & { readonly onRead: (code: string) => void }) {
  const noted = view.notices.find(x => x.no === receipt.notice)?.lines ?? []
  const askedOf = (sku: string): number => noted.find(l => l.sku === sku)?.quantity ?? 0
  const takenOf = (sku: string): number => receipt.lines.reduce((sum, l) => (l.sku === sku ? sum + l.quantity : sum), 0)
  return (
    <section aria-label={w.dock}>
      <h3>{w.dock}</h3>
      <div className="lab-scroll">
        <table>
          <Head
            cells={[
              words.sku,
              w.barcode,
              words.lot,
              words.made,
              w.label,
              [w.came, 'figure'],
              [`${w.taken} / ${w.noted}`, 'figure'],
              [words.act, 'unseen'],
            ]}
          />
          <tbody>
            {receipt.cartons.map((carton, i) => (
              <tr key={i}>
                <td>
                  <Article view={view} sku={carton.sku} />
                </td>
                <td>
                  <code>{gtinOf(view, carton.sku)}</code>
                </td>
                <td>
                  <code>{carton.lot}</code>
                </td>
                <td className="wms-date">{carton.made ?? '—'}</td>
                <td>{carton.look}</td>
                <td className="lab-figure">
                  {carton.units} {words.units}
                </td>
                <td className="lab-figure">
                  {takenOf(carton.sku)} / {askedOf(carton.sku)}
                </td>
                <td>
                  <button type="button" className="z-link" onClick={() => onRead(gtinOf(view, carton.sku))}>
                    {w.read}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A receipt with an untold difference is warned of, and can be closed all the same. */
function Close({ receipt, act, busy }: ReceiptProps) {
  const { answer, ask, quiet } = useAsk(act)
  return (
    <div className="wms-close">
      <Said answer={answer} onQuiet={quiet} busy={busy} />
      <button
        type="button"
        className="z-button z-button-primary"
        disabled={busy}
        onClick={() => void ask('wms.receipt.close', { receipt: receipt.no })}
      >
        {w.close}
      </button>
      <span className="z-note">{w.closeNote}</span>
    </div>
  )
}
