import { showMoney } from '../../../../../ui/format.ts'
import { useEffect, useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { TickField } from '../../../pages/parts/fields.tsx'
import { GoodsPicture } from '../../../pages/parts/goods-picture.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import { type CartLine, type Counter, itemOf, specText } from './view.ts'
import { words } from './words.ts'

/** The cart, store by store: every store has its own till. */
export function Cart(props: Counter) {
  const { buyer, view } = props
  const stores = [...new Set(buyer.cart.map(line => line.store))]
  if (stores.length === 0) return <p className="lab-empty">{words.noCart}</p>
  return (
    <>
      <h2>{words.cart}</h2>
      {stores.map(store => (
        <StoreCart
          {...props}
          store={store}
          name={view.stores.find(s => s.id === store)?.name ?? store}
          lines={buyer.cart.filter(line => line.store === store)}
          key={store}
        />
      ))}
    </>
  )
}

type StoreProps = Counter & { readonly store: string; readonly name: string; readonly lines: readonly CartLine[] }

function StoreCart(props: StoreProps) {
  const { lines, name, store, open } = props
  const picked = lines.filter(line => line.selected)
  const sum = picked.reduce((n, line) => n + line.price * line.quantity, 0)
  return (
    <section className="mall-cart" aria-label={name}>
      <h3>{name}</h3>
      <ul>
        {lines.map(line => (
          <Line {...props} line={line} key={line.sku} />
        ))}
      </ul>
      <p className="mall-sum">
        <span className="z-note">{fill(words.picked, { n: picked.reduce((n, line) => n + line.quantity, 0) })}</span>
        {words.total} <strong className="mall-price">{showMoney(sum)}</strong>
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={picked.length === 0}
          onClick={() => open(`/till/${encodeURIComponent(store)}`)}
        >
          {words.toTill}
        </button>
      </p>
    </section>
  )
}

function Line(props: StoreProps & { readonly line: CartLine }) {
  const { line, view, ask, busy, open } = props
  const spec = itemOf(view, line.product)?.variants.find(v => v.sku === line.sku)?.spec ?? {}
  const set = (quantity: number, selected: boolean): void => void ask('mall.cart.set', { sku: line.sku, quantity, selected })
  return (
    <li className="mall-cart-line">
      <TickField
        label={<span className="z-unseen">{line.title}</span>}
        checked={line.selected}
        disabled={busy}
        onCheck={on => set(line.quantity, on)}
      />
      <GoodsPicture title={line.title} id={line.product} size={56} />
      <span className="mall-cart-title">
        <button type="button" className="z-link" onClick={() => open(`/item/${encodeURIComponent(line.product)}`)}>
          {line.title}
        </button>
        <small className="z-note">{specText(spec) || line.sku}</small>
      </span>
      <span className="lab-money">{showMoney(line.price)}</span>
      <Quantity {...props} onSet={n => set(n, line.selected)} />
      <strong className="lab-money">{showMoney(line.price * line.quantity)}</strong>
      <button type="button" className="z-link" disabled={busy} onClick={() => void ask('mall.cart.remove', { sku: line.sku })}>
        {words.remove}
      </button>
    </li>
  )
}

/** The number can be typed, or turned by one; it is given when the field is left. */
function Quantity({ line, busy, tell, onSet }: StoreProps & { readonly line: CartLine; readonly onSet: (n: number) => void }) {
  const [typed, setTyped] = useState(String(line.quantity))
  useEffect(() => setTyped(String(line.quantity)), [line.quantity])
  const give = (text: string): void => {
    const n = countOf(text)
    if (n === null || n === 0) return tell(trade.count)
    if (n !== line.quantity) onSet(n)
  }
  return (
    <span className="mall-quantity">
      <button
        type="button"
        className="z-icon-button"
        aria-label={words.less}
        disabled={busy || line.quantity < 2}
        onClick={() => onSet(line.quantity - 1)}
      >
        −
      </button>
      <input
        value={typed}
        inputMode="numeric"
        maxLength={3}
        aria-label={words.quantity}
        onInput={event => setTyped((event.target as HTMLInputElement).value)}
        onBlur={() => give(typed)}
      />
      <button type="button" className="z-icon-button" aria-label={words.plus} disabled={busy} onClick={() => onSet(line.quantity + 1)}>
        ＋
      </button>
    </span>
  )
}
