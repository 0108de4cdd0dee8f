import { useState } from '../../../../../../ui/hooks.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { LinesField, NO_LINE, linesOf } from '../lines-field.tsx'
import { Empty, Fold, Head, Panel, StateWord, nameOf } from '../parts.tsx'
import { ReceiptSheet } from './receipt.tsx'
import type { WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound

/** 收货上架: notices of arrival above, the receipt that is worked on beneath. */
export function Inbound(props: WmsProps) {
  const { view, act, busy } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const receipt = view.receipts.find(r => r.no === chosen) ?? view.receipts.findLast(r => r.state !== 'done') ?? view.receipts.at(-1)
  const unload = async (notice: string): Promise<void> => {
    const acted = await act('wms.unload', { notice })
    if (acted.kind === 'done') setChosen(String(acted.reply))
  }
  return (
    <>
      <Panel title={w.notices}>
        {view.notices.length === 0 && <Empty text={w.noNotices} />}
        {view.notices.length > 0 && <Notices view={view} busy={busy} onUnload={notice => void unload(notice)} />}
        <Fold title={w.announce}>
          <Announce {...props} />
        </Fold>
      </Panel>
      {receipt === undefined ? (
        <Panel title={w.receipts}>
          <Empty text={w.noReceipts} />
        </Panel>
      ) : (
        <>
          {view.receipts.length > 1 && (
            <nav className="wms-receipts" aria-label={w.receipts}>
              {view.receipts.map(r => (
                <button type="button" aria-current={r.no === receipt.no} key={r.no} onClick={() => setChosen(r.no)}>
                  {r.no}　{r.stateZh}
                </button>
              ))}
            </nav>
          )}
          <ReceiptSheet {...props} receipt={receipt} key={receipt.no} />
        </>
      )}
    </>
  )
}

type NoticesProps = { readonly view: WmsProps['view']; readonly busy: boolean; readonly onUnload: (notice: string) => void }

/** What suppliers have announced; a lorry that has come is unloaded. */
function Notices({ view, busy, onUnload }: NoticesProps) {
  return (
    <div className="lab-scroll">
      <table>
        <Head cells={[w.no, w.supplier, words.sku, w.due, words.state, [words.act, 'unseen']]} />
        <tbody>
          {view.notices.map(notice => (
            <tr key={notice.no}>
              <td>{notice.no}</td>
              <td>{notice.supplier}</td>
              <td>
                {notice.lines.map(line => (
                  <div key={line.sku}>
                    {nameOf(view, line.sku)} × {line.quantity}
                  </div>
                ))}
              </td>
              <td>{shortTime(notice.arrivesAt)}</td>
              <td>
                <StateWord state={notice.state} zh={w.state[notice.state] ?? notice.state} />
              </td>
              <td>
                {notice.state !== 'unloaded' && (
                  <button type="button" className="z-button" disabled={busy} onClick={() => onUnload(notice.no)}>
                    {w.unload}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A notice of one's own: the supplier sends the goods a day later. */
function Announce({ view, act, busy }: WmsProps) {
  const [supplier, setSupplier] = useState('')
  const [lines, setLines] = useState(NO_LINE)
  const send = async (): Promise<void> => {
    const acted = await act('wms.asn.create', { supplier: supplier.trim(), lines: linesOf(view, lines) })
    if (acted.kind !== 'done') return
    setSupplier('')
    setLines(NO_LINE)
  }
  return (
    <EntryForm label={w.announce} onSend={() => void send()}>
      <TextField required label={w.supplier} maxLength={60} value={supplier} onValue={setSupplier} />
      <LinesField lines={lines} onLines={setLines} />
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {w.announce}
        </button>
      </div>
    </EntryForm>
  )
}
