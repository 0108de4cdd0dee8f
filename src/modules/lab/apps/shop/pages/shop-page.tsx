import { useState } from '../../../../../ui/hooks.ts'
import { Mark } from '../../../pages/parts/facts.tsx'
import { Said } from '../../../pages/parts/said.tsx'
import { useAsk } from '../../../pages/parts/use-ask.ts'
import { pathParts, usePath } from '../../../pages/parts/use-path.ts'
import { Board } from './board.tsx'
import { Claims } from './care/claims.tsx'
import { Reviews } from './care/reviews.tsx'
import { FreightForm } from './goods/freight-form.tsx'
import { Freights } from './goods/freights.tsx'
import { ProductForm } from './goods/product-form.tsx'
import { Products } from './goods/products.tsx'
import { Orders } from './orders/orders.tsx'
import { Coupons } from './promos/coupons.tsx'
import { PromoForm } from './promos/promo-form.tsx'
import { Promos } from './promos/promos.tsx'
import { Decor } from './store/decor.tsx'
import { OpenStore } from './store/open-store.tsx'
import { Settings } from './store/settings.tsx'
import type { Keep, Kept, Office, OwnView, ShopProps } from './view.ts'
import { words } from './words.ts'

/** 商家后台: a dark rail of duties on the left, the work on the right. */
export function ShopPage(props: ShopProps) {
  const { view, around, busy, act } = props
  const [path, setPath] = usePath(props)
  const { answer, ask, tell, say, quiet } = useAsk(act)
  const { kept, keep } = useKept()
  const open = (to: string): void => {
    quiet()
    setPath(to)
  }
  const said = <Said answer={answer} onQuiet={quiet} busy={busy} />
  if (view.store === null)
    return (
      <div className="shop-work">
        {said}
        <OpenStore view={view} ask={ask} busy={busy} />
      </div>
    )
  return (
    <div className="shop">
      <Rail view={view} path={path} open={open} />
      <div className="shop-work">
        <Head view={view} />
        {said}
        <Work view={view} around={around} busy={busy} open={open} ask={ask} tell={tell} say={say} kept={kept} keep={keep} path={path} />
      </div>
    </div>
  )
}

function useKept(): { readonly kept: Kept; readonly keep: Keep } {
  const [kept, setKept] = useState<Kept>({ product: {}, freight: {}, promo: {} })
  const keep: Keep = (kind, id, text) =>
    setKept(before => {
      const { [id]: _old, ...others } = before[kind] as Readonly<Record<string, unknown>>
      return { ...before, [kind]: text === null ? others : { ...others, [id]: text } }
    })
  return { kept, keep }
}

function Rail({ view, path, open }: { readonly view: OwnView; readonly path: string; readonly open: Office['open'] }) {
  const waiting: Readonly<Record<string, number>> = { '/orders': view.board.toShip, '/claims': view.board.claims }
  return (
    <nav className="shop-rail" aria-label={words.nav}>
      <p className="shop-name">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2 8l2-5h12l2 5M2 8c0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0M4 11v6h12v-6M8 17v-4h4v4" />
        </svg>
        {words.office}
      </p>
      <ul>
        {Object.entries(words.ways).map(([to, label]) => (
          <li key={to}>
            <button
              type="button"
              aria-current={to === path || (to !== '/' && path.startsWith(`${to}/`)) ? 'page' : undefined}
              onClick={() => open(to)}
            >
              {label}
              {(waiting[to] ?? 0) > 0 && <strong>{waiting[to]}</strong>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Head({ view }: { readonly view: OwnView }) {
  const { store, me } = view
  return (
    <header className="shop-head">
      <strong>{store.name}</strong>
      <Mark kind={store.published ? 'done' : 'open'}>{store.published ? words.published : words.unpublished}</Mark>
      <span className="z-note">
        {words.role} {me.role}
      </span>
    </header>
  )
}

function Work({ path, ...office }: Office & { readonly path: string }) {
  const [where = '', id] = pathParts(path)
  switch (where) {
    case 'goods':
      return id === undefined ? <Products {...office} /> : <ProductForm {...office} id={id} key={id} />
    case 'freight':
      return id === undefined ? <Freights {...office} /> : <FreightForm {...office} id={id} key={id} />
    case 'orders':
      return <Orders {...office} />
    case 'claims':
      return <Claims {...office} />
    case 'reviews':
      return <Reviews {...office} />
    case 'promos':
      return id === undefined ? <Promos {...office} /> : <PromoForm {...office} id={id} key={id} />
    case 'coupons':
      return <Coupons {...office} />
    case 'decor':
      return <Decor {...office} />
    case 'settings':
      return <Settings {...office} />
    default:
      return <Board {...office} />
  }
}
