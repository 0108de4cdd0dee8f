import { showMoney } from '../../../../../ui/format.ts'
import { useEffect, useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import type { Buyer, Counter } from './view.ts'
import { words } from './words.ts'

type Props = Omit<Counter, 'buyer'> & { readonly buyer: Buyer | null; readonly path: string }

/** Name of the mall, the search, and the ways to what is one's own. */
export function Masthead(props: Props) {
  const { buyer, open } = props
  return (
    <header className="mall-head">
      <div className="mall-brand">
        <button type="button" className="mall-name" onClick={() => open('/')}>
          <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
            <path d="M4 11h20l-2 13H6zM9 11c0-9 10-9 10 0M10 16v4M14 16v4M18 16v4" />
          </svg>
          {words.name}
        </button>
        <SearchBox {...props} />
        {buyer !== null && <Own buyer={buyer} />}
      </div>
      {buyer !== null && <Ways {...props} buyer={buyer} />}
    </header>
  )
}

function SearchBox({ view, open, ask, busy, buyer }: Props) {
  const kept = view.search?.q ?? ''
  const [q, setQ] = useState(kept)
  useEffect(() => setQ(kept), [kept])
  const search = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const { cat = null, min = null, max = null, sort = '' } = view.search ?? {}
    void ask('mall.search', { q: q.trim(), cat, min, max, sort }, () => open('/search'))
  }
  return (
    <form className="mall-search" role="search" onSubmit={search}>
      <input
        value={q}
        maxLength={60}
        aria-label={words.search}
        placeholder={words.searchHint}
        disabled={buyer === null}
        onInput={event => setQ((event.target as HTMLInputElement).value)}
      />
      <button type="submit" className="z-button z-button-primary" disabled={busy || buyer === null}>
        {words.go}
      </button>
    </form>
  )
}

function Own({ buyer }: { readonly buyer: Buyer }) {
  return (
    <p className="mall-own">
      <strong>{buyer.name}</strong>
      <span className="z-note">
        {[fill(words.level, { n: buyer.level }), fill(words.points, { n: buyer.points })].join('　')}
        {buyer.card > 0 && `　${words.card} ${showMoney(buyer.card)}`}
      </span>
    </p>
  )
}

function Ways({ view, buyer, path, open }: Props & { readonly buyer: Buyer }) {
  const ways: readonly (readonly [path: string, label: string, n: number])[] = [
    ['/', words.home, 0],
    ['/cart', words.cart, buyer.cart.length],
    ['/orders', words.orders, view.orders?.length ?? 0],
    ['/claims', words.claims, view.claims?.length ?? 0],
    ['/coupons', words.coupons, buyer.wallet.filter(t => t.used === null && !t.expired).length],
    ['/compare', words.compare, view.compare?.length ?? 0],
    ['/favourites', words.favourites, buyer.favourites.length],
    ['/addresses', words.addresses, 0],
  ]
  return (
    <nav className="mall-nav" aria-label={words.nav}>
      {ways.map(([to, label, n]) => (
        <button type="button" key={to} aria-current={path === to ? 'page' : undefined} onClick={() => open(to)}>
          {label}
          {n > 0 && <span className="mall-count">{n}</span>}
        </button>
      ))}
    </nav>
  )
}
