import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import type { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Said } from '../../../../pages/parts/said.tsx'
import { useAsk } from '../../../../pages/parts/use-ask.ts'
import { nameOf, skuFor } from '../parts.tsx'
import type { ReceiptProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound
type Typed = { sku: string; lot: string; made: string; quantity: string; state: string }

/** Scanning what came: the label's code, lot and day, and the pieces as counted. */
export function ScanForm({ receipt, view, act, busy, typed }: ReceiptProps & { readonly typed: ReturnType<typeof useEntry<Typed>> }) {
  const { answer, ask, quiet } = useAsk(act)
  const { entry, bind, clear } = typed
  const sku = skuFor(view, entry.sku)
  const send = (): void => {
    const made = entry.made.trim() === '' ? null : entry.made.trim()
    const { lot, quantity, state } = entry
    const data = { receipt: receipt.no, sku: entry.sku.trim(), lot: lot.trim(), made, quantity: Number(quantity), state }
    void ask('wms.receipt.scan', data, clear)
  }
  const known = view.skus.some(k => k.sku === sku)
  return (
    <section aria-label={w.scan}>
      <h3>{w.scan}</h3>
      <EntryForm label={w.scan} onSend={send}>
        <TextField
          required
          label={words.code}
          list="wms-skus"
          maxLength={40}
          note={known ? nameOf(view, sku) : undefined}
          {...bind('sku')}
        />
        <TextField required label={words.lot} maxLength={40} {...bind('lot')} />
        <TextField label={words.made} kind="day" {...bind('made')} />
        <TextField required label={words.quantity} kind="count" unit={words.units} {...bind('quantity')} />
        <ChoiceField
          required
          label={w.lineState}
          {...bind('state')}
          choices={Object.entries(w.states).map(([value, zh]) => ({ value, zh }))}
        />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.scan}
        </button>
        <Said answer={answer} onQuiet={quiet} busy={busy} />
      </EntryForm>
    </section>
  )
}
