import { useState } from '../../../../../../ui/hooks.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField, TickField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { gtinOf, nameOf, skuFor } from '../parts.tsx'
import type { Picked, WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.pick
type Props = WmsProps & { readonly task: Picked }
type Short = 'rest' | 'wait' | null

/** The hand-held: where to go, what to take, what was scanned. Who takes less than asked says what becomes of the rest. */
export function Scanner(props: Props) {
  const { task, view, act } = props
  const { entry, bind, put } = useEntry({ loc: '', sku: '', lot: '', quantity: '' })
  const [byHand, setByHand] = useState(false)
  const [asked, setAsked] = useState<string | null>(null)
  const send = async (short: Short): Promise<void> => {
    const data = { task: task.id, loc: entry.loc.trim(), sku: entry.sku.trim(), lot: entry.lot.trim(), quantity: Number(entry.quantity) }
    const acted = await act('wms.pick.confirm', { ...data, scanned: !byHand, short }, { quiet: false })
    setAsked(acted.kind === 'refused' && acted.refusal.code === 'W_SHORT' ? acted.refusal.zh : null)
  }
  return (
    <section className="wms-device" aria-label={w.device}>
      <div className="wms-screen">
        <p>{w.go}</p>
        <strong>{task.loc}</strong>
        <p>
          {w.take} {nameOf(view, task.sku)}
        </p>
        <p>
          {words.lot} {task.lot}　<b>× {task.quantity}</b>　{task.orderNo}
        </p>
      </div>
      <EntryForm label={w.confirm} className="wms-scan" onSend={() => void send(null)}>
        <Scanned label={words.loc} verb={w.scanLoc} list="wms-locs" {...bind('loc')} onScan={() => put({ loc: task.loc })} />
        <Scanned label={words.code} verb={w.scanSku} list="wms-skus" {...bind('sku')} onScan={() => put({ sku: gtinOf(view, task.sku) })} />
        {skuFor(view, entry.sku) !== entry.sku.trim() && <p className="z-note">{nameOf(view, skuFor(view, entry.sku))}</p>}
        <TextField required label={words.lot} maxLength={40} {...bind('lot')} />
        <TextField required label={w.counted} kind="count" unit={words.units} {...bind('quantity')} />
        <TickField label={w.hand} checked={byHand} onCheck={setByHand} />
        {asked === null ? <Confirm {...props} /> : <ShortAsk {...props} text={asked} onShort={short => void send(short)} />}
      </EntryForm>
      <Look {...props} loc={entry.loc.trim() === '' ? task.loc : entry.loc.trim()} />
    </section>
  )
}

type ScannedProps = {
  readonly label: string
  readonly verb: string
  readonly list: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly onScan: () => void
}

/** A field that is typed into, or filled by the scanner from the label before one. */
function Scanned({ verb, onScan, ...field }: ScannedProps) {
  return (
    <div className="wms-scanned">
      <TextField required {...field} maxLength={40} />
      <button type="button" className="z-button" onClick={onScan}>
        {verb}
      </button>
    </div>
  )
}

function Confirm({ busy, task }: Props) {
  return (
    <button type="submit" className="z-button z-button-primary" disabled={busy || !task.canPick}>
      {w.confirm}
    </button>
  )
}

function ShortAsk({ text, busy, onShort }: Props & { readonly text: string; readonly onShort: (short: Short) => void }) {
  return (
    <div className="lab-answer lab-answer-warned" role="alert">
      <p>{text}</p>
      <div className="lab-buttons">
        {(['rest', 'wait'] as const).map(short => (
          <button type="button" className="z-button" disabled={busy} onClick={() => onShort(short)} key={short}>
            {w[short]}
          </button>
        ))}
        <button type="submit" className="z-button" disabled={busy}>
          {w.confirm}
        </button>
      </div>
    </div>
  )
}

/** What lies at a place is known to whoever walks there and looks. */
function Look({ view, act, busy, loc }: Props & { readonly loc: string }) {
  const last = view.looks.findLast(look => look.loc === loc)
  return (
    <div className="wms-look">
      <button type="button" className="z-link" disabled={busy} onClick={() => void act('wms.look', { loc })}>
        {w.look} {loc}
      </button>
      {last !== undefined && (
        <p>
          {w.seen.replace('{at}', shortTime(last.at)).replace('{loc}', loc)}
          {last.found.length === 0
            ? w.nothing
            : last.found
                .map(({ sku, lot, exp, units }) =>
                  [nameOf(view, sku), lot, ...(exp === null ? [] : [exp]), `${units} ${words.units}`].join(' '),
                )
                .join('；')}
        </p>
      )}
    </div>
  )
}
