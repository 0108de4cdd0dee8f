import { EntryForm } from '../../../../pages/entry/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/entry/field.tsx'
import type { useEntry } from '../../../../pages/entry/use-entry.ts'
import { SaidNote, useWarned } from '../../../../pages/entry/warned.tsx'
import { nameOf, skuFor } from '../parts.tsx'
import type { ReceiptProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound
type Typed = { sku: string; lot: string; made: string; quantity: string; state: string }

/** Scanning what came: the label's code, lot and day, and the pieces as counted. */
export function ScanForm({ receipt, view, act, busy, typed }: ReceiptProps & { readonly typed: ReturnType<typeof useEntry<Typed>> }) {
  const { said, give, hush } = useWarned(act)
  const { entry, bind, clear } = typed
  const sku = skuFor(view, entry.sku)
  const send = async (confirm: readonly string[]): Promise<void> => {
    const made = entry.made.trim() === '' ? null : entry.made.trim()
    const { lot, quantity, state } = entry
    const data = { receipt: receipt.no, sku: entry.sku.trim(), lot: lot.trim(), made, quantity: Number(quantity), state }
    const acted = await give('wms.receipt.scan', data, confirm)
    if (acted.kind === 'done') clear()
  }
  const known = view.skus.some(k => k.sku === sku)
  return (
    <section aria-label={w.scan}>
      <h3>{w.scan}</h3>
      <EntryForm label={w.scan} onSend={() => void send([])}>
        <TextField label={words.code} list="wms-skus" most={40} note={known ? nameOf(view, sku) : undefined} {...bind('sku')} />
        <TextField label={words.lot} most={40} {...bind('lot')} />
        <TextField label={words.made} kind="day" optional {...bind('made')} />
        <TextField label={words.quantity} kind="count" unit={words.units} {...bind('quantity')} />
        <ChoiceField label={w.lineState} {...bind('state')} choices={Object.entries(w.states).map(([value, zh]) => ({ value, zh }))} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.scan}
        </button>
        <SaidNote said={said} busy={busy} onAnyway={codes => void send(codes)} onBack={hush} />
      </EntryForm>
    </section>
  )
}
