import { EntryForm } from '../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../pages/parts/fields.tsx'
import { useEntry } from '../../../pages/parts/use-entry.ts'
import type { AuctionProps } from './view.ts'
import { words } from './words.ts'

const w = words.verify

/** Nobody sells or bids here before the house knows who they are. */
export function Verify({ act, busy }: AuctionProps) {
  const { entry, bind } = useEntry({ name: '', idNo: '' })
  return (
    <section className="pai-verify" aria-label={w.title}>
      <p>{w.lead}</p>
      <EntryForm
        label={w.title}
        onSend={() => void act('auction.verify', { name: entry.name.trim(), idNo: entry.idNo.trim().toUpperCase() })}
      >
        <TextField required label={w.name} maxLength={40} {...bind('name')} />
        <TextField required label={w.idNo} maxLength={18} {...bind('idNo')} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.send}
        </button>
      </EntryForm>
    </section>
  )
}
