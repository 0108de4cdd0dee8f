import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { Mark } from '../../../../pages/parts/facts.tsx'
import { GoodsPicture } from '../../../../pages/parts/goods-picture.tsx'
import { type Office, type Product, catName } from '../view.ts'
import { words as shop } from '../words.ts'
import { ProductDetail } from './product-detail.tsx'
import { words } from './words.ts'

/** The goods of the store, newest first; a row opens to its facts, prices and stock. */
export function Products(props: Office) {
  const { view, open } = props
  const [opened, setOpened] = useState<string | null>(null)
  const products = view.products.toReversed()
  return (
    <section aria-label={words.title}>
      <div className="shop-line">
        <h2>{words.title}</h2>
        <button type="button" className="z-button z-button-primary" onClick={() => open('/goods/new')}>
          {words.fresh}
        </button>
      </div>
      {products.length === 0 ? (
        <p className="lab-empty">{words.none}</p>
      ) : (
        <div className="lab-scroll">
          <table className="shop-goods">
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col">{words.cat}</th>
                <th scope="col" className="lab-figure">
                  {words.price}
                </th>
                <th scope="col" className="lab-figure">
                  {words.stock}
                </th>
                <th scope="col">{shop.state}</th>
                <th scope="col">{shop.acts}</th>
              </tr>
            </thead>
            <tbody>
              {products.map(product => (
                <Row
                  {...props}
                  product={product}
                  opened={opened === product.id}
                  onOpen={() => setOpened(opened === product.id ? null : product.id)}
                  key={product.id}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

type RowProps = Office & { readonly product: Product; readonly opened: boolean; readonly onOpen: () => void }
const KINDS: Readonly<Record<string, 'open' | 'done' | 'bad' | 'still'>> = {
  on: 'done',
  auditing: 'open',
  rejected: 'bad',
  banned: 'bad',
}

function Row(props: RowProps) {
  const { product, view, opened } = props
  const prices = product.variants.map(v => v.price)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  return (
    <>
      <tr>
        <td>
          <span className="shop-goods-name">
            <GoodsPicture title={product.title} id={product.id} size={40} />
            <span>
              {product.title}
              <br />
              <small className="z-note">{product.id}</small>
            </span>
          </span>
        </td>
        <td>{catName(view.cats, product.cat)}</td>
        <td className="lab-figure">{low === high ? showMoney(low) : `${showMoney(low)}–${showMoney(high)}`}</td>
        <td className="lab-figure">{product.variants.reduce((n, v) => n + v.stock, 0)}</td>
        <td>
          <Mark kind={KINDS[product.state] ?? 'still'}>{product.stateZh}</Mark>
          {product.auditNote !== null && <p className="z-note">{product.auditNote}</p>}
        </td>
        <td>
          <RowActs {...props} />
        </td>
      </tr>
      {opened && (
        <tr>
          <td colSpan={6} className="shop-detail">
            <ProductDetail {...props} />
          </td>
        </tr>
      )}
    </>
  )
}

function RowActs({ product, ask, open, busy, opened, onOpen }: RowProps) {
  const { id, allowed } = product
  const acts: readonly (readonly [trigger: string, label: string, type: string])[] = [
    ['submit', words.submit, 'shop.product.submit'],
    ['on', words.on, 'shop.product.on'],
    ['off', words.off, 'shop.product.off'],
  ]
  return (
    <span className="shop-row-acts">
      {allowed.includes('save') && (
        <button type="button" className="z-link" onClick={() => open(`/goods/${encodeURIComponent(id)}`)}>
          {shop.edit}
        </button>
      )}
      {acts.map(
        ([trigger, label, type]) =>
          allowed.includes(trigger) && (
            <button type="button" className="z-link" disabled={busy} key={type} onClick={() => void ask(type, { product: id })}>
              {label}
            </button>
          ),
      )}
      <button type="button" className="z-link" aria-expanded={opened} onClick={onOpen}>
        {opened ? shop.close : words.detail}
      </button>
    </span>
  )
}
