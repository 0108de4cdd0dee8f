import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Part, filled } from '../parts.tsx'
import type { AuctionProps, Ways } from '../view.ts'
import { words } from '../words.ts'
import { FRESH, bodyOf, entryOf } from './lot-entry.ts'
import { LotFields } from './lot-fields.tsx'

const w = words.publish
type Props = AuctionProps & Ways & { readonly editing: string | null; readonly onDone: () => void }

/** 发布拍品: a new lot, or one that nobody has bid on, changed. */
export function Publish(props: Props) {
  const { view, act, busy, editing, onDone, onLot } = props
  const lot = view.lots.find(l => l.no === editing)
  const typed = useEntry(lot === undefined ? FRESH : entryOf(lot))
  const [done, setDone] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    const { after } = typed.entry
    const body = bodyOf(typed.entry)
    if (lot !== undefined) {
      const changed = await act('auction.lot.edit', { lot: lot.no, ...body })
      if (changed.kind === 'done') {
        onDone()
        onLot(lot.no)
      }
      return
    }
    const acted = await act('auction.lot.publish', { ...body, startAfter: after.trim() === '' ? 0 : Number(after) * 60 })
    if (acted.kind !== 'done') return
    setDone(String(acted.reply))
    typed.clear()
  }
  return (
    <Part title={lot === undefined ? w.title : filled(w.editing, { no: lot.no })}>
      {done !== null && (
        <p className="pai-done" role="status">
          {filled(w.done, { no: done })}
          <button type="button" className="z-link" onClick={() => onLot(done)}>
            {w.see}
          </button>
        </p>
      )}
      <EntryForm label={w.title} className="pai-publish" onSend={() => void send()}>
        <LotFields view={view} typed={typed} fresh={lot === undefined} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {lot === undefined ? w.send : w.save}
          </button>
          {lot !== undefined && (
            <button type="button" className="z-button" onClick={onDone}>
              {w.stop}
            </button>
          )}
        </div>
      </EntryForm>
    </Part>
  )
}
