import { EntryForm } from '../../../../pages/entry/entry-form.tsx'
import { TextField } from '../../../../pages/entry/field.tsx'
import { useEntry } from '../../../../pages/entry/use-entry.ts'
import type { DealProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.deal

/** The seller names the carrier and the number of the waybill. */
export function ShipForm({ deal, act, busy }: DealProps) {
  const { entry, bind } = useEntry({ carrier: '', waybill: '' })
  const ship = (): void =>
    void act('auction.deal.ship', { deal: deal.no, carrier: entry.carrier.trim(), waybill: entry.waybill.trim().toUpperCase() })
  return (
    <EntryForm label={`${w.ship} ${deal.no}`} onSend={ship}>
      <TextField label={w.carrier} most={40} {...bind('carrier')} />
      <TextField label={w.waybill} most={40} {...bind('waybill')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {w.ship}
      </button>
    </EntryForm>
  )
}
