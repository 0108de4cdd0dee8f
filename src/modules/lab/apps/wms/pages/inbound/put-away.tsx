import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Article, StateWord } from '../parts.tsx'
import type { ReceiptLine, ReceiptProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound

/** Lines that still wait for a shelf; a line may be divided among several places. */
export function PutAway(props: ReceiptProps) {
  const waiting = props.receipt.lines.filter(l => l.state !== 'refused' && l.placed < l.quantity)
  return (
    <section aria-label={w.placing}>
      <h3>{w.placing}</h3>
      <ul className="wms-place">
        {waiting.map(line => (
          <PlaceLine {...props} line={line} key={line.id} />
        ))}
      </ul>
    </section>
  )
}

function PlaceLine({ receipt, line, view, act, busy }: ReceiptProps & { readonly line: ReceiptLine }) {
  const { entry, bind, clear } = useEntry({ loc: '', quantity: '' })
  const perCase = view.skus.find(k => k.sku === line.sku)?.perCase ?? 0
  const send = async (): Promise<void> => {
    const data = { receipt: receipt.no, line: line.id, loc: entry.loc.trim(), quantity: Number(entry.quantity) }
    const acted = await act('wms.putaway', data)
    if (acted.kind === 'done') clear()
  }
  const room = view.locations.find(place => place.code === entry.loc.trim())
  const roomText = room === undefined ? undefined : `${room.kind}　${room.filled ?? '—'} / ${room.cap}`
  return (
    <li>
      <div>
        <Article view={view} sku={line.sku} />
        <p className="z-note">
          {words.lot} {line.lot}　{words.inbound.left.replace('{n}', String(line.quantity - line.placed))}
          {perCase > 0 && `　${words.stock.perCase} ${perCase} ${words.units}`}
        </p>
        <StateWord state={line.verdict ?? line.state} zh={line.verdict === null ? w.states[line.state] : w[line.verdict]} />
      </div>
      <EntryForm label={`${w.place} ${line.lot}`} className="wms-place-form" onSend={() => void send()}>
        <TextField required label={words.loc} list="wms-locs" maxLength={40} note={roomText} {...bind('loc')} />
        <TextField required label={words.quantity} kind="count" unit={words.units} {...bind('quantity')} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.place}
        </button>
      </EntryForm>
    </li>
  )
}
