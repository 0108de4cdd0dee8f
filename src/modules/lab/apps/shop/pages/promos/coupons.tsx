import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { countOf, fenOf } from '../../../../pages/parts/money.ts'
import { TextField, TickField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
import type { Office } from '../view.ts'
import { emptyPromo, worldOf } from './promo-text.ts'
import { Scope } from './scope.tsx'
import { words } from './words.ts'

/** Coupons of the store, and the form for a new one. */
export function Coupons(props: Office) {
  const { view } = props
  return (
    <>
      <section aria-label={words.coupons}>
        <h2>{words.coupons}</h2>
        {view.coupons.length === 0 ? <p className="z-note">{words.noCoupons}</p> : <List {...props} />}
      </section>
      <Issue {...props} />
    </>
  )
}

function List({ view }: Office) {
  return (
    <div className="lab-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.couponName}</th>
            <th scope="col">{words.tiers}</th>
            <th scope="col">{words.time}</th>
            {[words.total, words.claimed, words.usedTimes].map(head => (
              <th scope="col" className="lab-figure" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.coupons.map(({ id, name, min, off, from, until, total, claimed, used }) => (
            <tr key={id}>
              <td>
                {name}
                <br />
                <small className="z-note">{id}</small>
              </td>
              <td>
                {showMoney(min)} − {showMoney(off)}
              </td>
              <td>{fill(words.period, { from: shortTime(from), until: shortTime(until) })}</td>
              <td className="lab-figure">{total}</td>
              <td className="lab-figure">{claimed}</td>
              <td className="lab-figure">{used}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CouponText = {
  readonly name: string
  readonly min: string
  readonly off: string
  readonly total: string
  readonly perBuyer: string
  readonly level: string
  readonly from: string
  readonly until: string
  readonly stack: boolean
  readonly products: readonly string[]
}

function emptyCoupon(now: number): CouponText {
  const { from, until } = emptyPromo(now)
  return { name: '', min: '', off: '', total: '100', perBuyer: '1', level: '0', from, until, stack: true, products: [] }
}

function couponData(text: CouponText): object | string {
  const [min, off] = [fenOf(text.min), fenOf(text.off)]
  const [total, perBuyer, level] = [countOf(text.total), countOf(text.perBuyer), countOf(text.level)]
  const [from, until] = [worldOf(text.from), worldOf(text.until)]
  if (min === null || off === null) return trade.money
  if (total === null || perBuyer === null || level === null) return trade.count
  if (from === null || until === null) return words.badTime
  const { name, stack, products } = text
  return { name: name.trim(), min, off, total, perBuyer, level, from, until, stack, products: [...products] }
}

function Issue({ view, around, ask, tell, busy }: Office) {
  const [text, setText] = useState(() => emptyCoupon(around.now))
  const set = (change: Partial<CouponText>): void => setText({ ...text, ...change })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const data = couponData(text)
    if (typeof data === 'string') return tell(data)
    void ask('shop.coupon.issue', data, () => setText(emptyCoupon(around.now)))
  }
  const numbers: readonly (readonly ['min' | 'off' | 'total' | 'perBuyer' | 'level', string])[] = [
    ['min', words.couponMin],
    ['off', words.couponOff],
    ['total', words.total],
    ['perBuyer', words.perBuyer],
    ['level', words.level],
  ]
  return (
    <section aria-label={words.issue}>
      <h2>{words.issue}</h2>
      <form className="lab-form" onSubmit={submit}>
        <TextField label={words.couponName} value={text.name} onValue={name => set({ name })} />
        {numbers.map(([key, label]) => (
          <TextField label={label} kind="decimal" value={text[key]} onValue={value => set({ [key]: value })} key={key} />
        ))}
        <TextField kind="time" label={words.from} value={text.from} onValue={from => set({ from })} />
        <TextField kind="time" label={words.until} value={text.until} onValue={until => set({ until })} />
        <div className="lab-field-wide">
          <TickField label={words.stack} checked={text.stack} onCheck={stack => set({ stack })} />
        </div>
        <div className="lab-field-wide">
          <Scope view={view} label={words.scope} chosen={text.products} onChoose={products => set({ products })} />
        </div>
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {words.issue}
          </button>
        </div>
      </form>
    </section>
  )
}
