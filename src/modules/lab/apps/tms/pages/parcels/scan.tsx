import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import type { ParcelProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.parcels

/** What the people of a depot do with a parcel, step by step. */
export function Scan({ waybill, view, act, busy }: ParcelProps) {
  const { entry, bind, clear } = useEntry({ code: '', place: '', note: '' })
  const send = async (): Promise<void> => {
    const { code, place, note } = entry
    const acted = await act('tms.scan', { waybill: waybill.no, code: Number(code), place: place.trim(), note: note.trim() })
    if (acted.kind === 'done') clear()
  }
  return (
    <details className="tms-fold">
      <summary>{w.scan}</summary>
      <EntryForm label={w.scan} onSend={() => void send()}>
        <ChoiceField
          required
          label={w.code}
          empty={words.choose}
          {...bind('code')}
          choices={view.codes.map(({ code, zh }) => ({ value: String(code), zh: `${code} ${zh}` }))}
        />
        <TextField required label={w.place} maxLength={60} {...bind('place')} />
        <TextField label={w.note} maxLength={100} {...bind('note')} />
        <button type="submit" className="z-button" disabled={busy}>
          {w.doScan}
        </button>
      </EntryForm>
    </details>
  )
}
