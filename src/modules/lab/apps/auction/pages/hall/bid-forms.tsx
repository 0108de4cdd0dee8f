import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { fenOf } from '../../../../pages/parts/money.ts'
import type { LotProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.bid
type AmountProps = LotProps & {
  readonly command: string
  readonly field: 'amount' | 'max'
  readonly title: string
  readonly label: string
  readonly note: string
  readonly send: string
  readonly primary?: boolean
}

/** A bid of one amount: by hand, as a limit, or in an envelope. */
export function AmountForm({ lot, act, busy, command, field, title, label, note, send, primary = false }: AmountProps) {
  const [amount, setAmount] = useState('')
  const give = async (): Promise<void> => {
    const acted = await act(command, { lot: lot.no, [field]: fenOf(amount) ?? 0 })
    if (acted.kind === 'done') setAmount('')
  }
  return (
    <EntryForm label={title} className="pai-bid" onSend={() => void give()}>
      <TextField required label={label} kind="yuan" unit={words.yuan} note={note} value={amount} onValue={setAmount} />
      <button type="submit" className={primary ? 'z-button z-button-primary' : 'z-button'} disabled={busy}>
        {send}
      </button>
    </EntryForm>
  )
}

/** Several pieces: so many at an amount each, or, at a fixed price, so many. */
export function PiecesForm({ lot, act, busy, note }: LotProps & { readonly note: string }) {
  const { entry, bind, put } = useEntry({ amount: '', quantity: '1' })
  const fixed = lot.kind === 'fixed'
  const give = async (): Promise<void> => {
    const quantity = Number(entry.quantity)
    const acted = fixed
      ? await act('auction.buyNow', { lot: lot.no, quantity })
      : await act('auction.bid.place', { lot: lot.no, quantity, amount: fenOf(entry.amount) ?? 0 })
    if (acted.kind === 'done') put({ amount: '' })
  }
  return (
    <EntryForm label={w.title} className="pai-bid" onSend={() => void give()}>
      {!fixed && <TextField required label={w.amount} kind="yuan" unit={words.yuan} note={note} {...bind('amount')} />}
      <TextField required label={w.quantity} kind="count" {...bind('quantity')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {fixed ? words.lot.buyNow : w.place}
      </button>
    </EntryForm>
  )
}
