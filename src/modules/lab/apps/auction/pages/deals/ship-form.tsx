import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
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
      <TextField required label={w.carrier} maxLength={40} {...bind('carrier')} />
      <TextField required label={w.waybill} maxLength={40} {...bind('waybill')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {w.ship}
      </button>
    </EntryForm>
  )
}
