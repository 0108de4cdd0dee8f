import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { countOf, fenOf, yuanText } from '../../../../pages/parts/money.ts'
import { Facts } from '../../../../pages/parts/facts.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { type Office, type Product, specText } from '../view.ts'
import { words } from './words.ts'

type Props = Office & { readonly product: Product }
type Typed = Readonly<Record<string, { readonly price: string; readonly listPrice: string; readonly stock: string }>>

/** Everything of a product, and its prices and stock to change. */
export function ProductDetail(props: Props) {
  const { product, view } = props
  const { attrs, brand, freight, modules, images, noReason } = product
  return (
    <div className="shop-detail-body">
      <Facts
        rows={[
          [words.brand, brand],
          ...Object.entries(attrs),
          [words.freight, view.freights.find(f => f.id === freight)?.name ?? words.noFreight],
          [words.images, images.map(i => i.alt).join('、')],
          [words.modules, modules.map(m => `【${m.kind}】${m.text}`).join('')],
          [words.serviceShort, noReason ? words.noReason : words.noReasonOff],
        ]}
      />
      <Change {...props} key={product.variants.map(v => `${v.sku}:${v.price}:${v.stock}`).join()} />
      <Copy {...props} />
    </div>
  )
}

function typedOf({ variants }: Product): Typed {
  return Object.fromEntries(
    variants.map(v => [
      v.sku,
      { price: yuanText(v.price), listPrice: v.listPrice === null ? '' : yuanText(v.listPrice), stock: String(v.stock) },
    ]),
  )
}

function Change({ product, ask, tell, say, busy }: Props) {
  const [typed, setTyped] = useState(() => typedOf(product))
  const savePrices = (): void => {
    const prices = pricesOf(product, typed)
    if (typeof prices === 'string') return tell(prices)
    void ask('shop.product.batchPrice', { prices }, () => say(words.pricesSaved))
  }
  const saveStock = async (): Promise<void> => {
    for (const { sku, stock: before } of product.variants) {
      const stock = countOf(typed[sku]?.stock ?? '')
      if (stock === null) return tell(fill(words.badStock, { sku }))
      if (stock !== before) await ask('shop.product.stock', { sku, stock }, () => say(words.stockSaved))
    }
  }
  return (
    <div className="shop-change">
      <div className="lab-scroll">
        <Table product={product} typed={typed} onTyped={setTyped} />
      </div>
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={busy} onClick={savePrices}>
          {words.savePrices}
        </button>
        <button type="button" className="z-button" disabled={busy} onClick={() => void saveStock()}>
          {words.saveStock}
        </button>
      </div>
    </div>
  )
}

/** The prices that were changed; or what is wrong with one. */
function pricesOf({ variants }: Product, typed: Typed): string | object[] {
  const prices: object[] = []
  for (const { sku, ...before } of variants) {
    const { price: own = '', listPrice: line = '' } = typed[sku] ?? {}
    const price = fenOf(own)
    const listPrice = line.trim() === '' ? null : fenOf(line)
    if (price === null || (listPrice === null && line.trim() !== '')) return fill(words.badPriceOf, { sku })
    if (price !== before.price || listPrice !== before.listPrice) prices.push({ sku, price, listPrice })
  }
  return prices.length === 0 ? words.unchanged : prices
}

type TableProps = { readonly product: Product; readonly typed: Typed; readonly onTyped: (typed: Typed) => void }

function Table({ product, typed, onTyped }: TableProps) {
  const cell = (sku: string, key: 'price' | 'listPrice' | 'stock', zh: string) => (
    <input
      className="lab-cell"
      value={typed[sku]?.[key] ?? ''}
      inputMode="decimal"
      aria-label={`${sku} ${zh}`}
      onInput={event => {
        const own = typed[sku] ?? { price: '', listPrice: '', stock: '' }
        onTyped({ ...typed, [sku]: { ...own, [key]: (event.target as HTMLInputElement).value } })
      }}
    />
  )
  const heads = [words.sku, words.spec, words.gtin, words.weightShort, words.now, words.cost, words.price, words.listPrice, words.stock]
  return (
    <table className="shop-grid">
      <thead>
        <tr>
          {heads.map(head => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {product.variants.map(({ sku, spec, gtin, weight, now, cost }) => (
          <tr key={sku}>
            <td>{sku}</td>
            <td>{specText(spec)}</td>
            <td>{gtin ?? '—'}</td>
            <td className="lab-money">{weight} 克</td>
            <td className="lab-money">{showMoney(now)}</td>
            <td className="lab-money">{cost === null ? '—' : showMoney(cost)}</td>
            <td className="shop-cell-price">{cell(sku, 'price', words.price)}</td>
            <td className="shop-cell-price">{cell(sku, 'listPrice', words.listPrice)}</td>
            <td className="shop-cell-stock">{cell(sku, 'stock', words.stock)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Copy({ product, ask, busy }: Props) {
  const [suffix, setSuffix] = useState('-B')
  return (
    <form
      className="shop-add"
      onSubmit={event => {
        event.preventDefault()
        void ask('shop.product.copy', { product: product.id, suffix: suffix.trim() })
      }}
    >
      <TextField label={words.suffix} maxLength={7} value={suffix} onValue={setSuffix} />
      <button type="submit" className="z-button" disabled={busy}>
        {words.copy}
      </button>
    </form>
  )
}
