import { useState } from '../../../../../ui/hooks.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Said } from '../../../pages/parts/said.tsx'
import { useAsk } from '../../../pages/parts/use-ask.ts'
import { pathParts, usePath } from '../../../pages/parts/use-path.ts'
import { Addresses } from './addresses.tsx'
import { Cart } from './cart.tsx'
import { Claims } from './orders/claims.tsx'
import { Compare } from './compare.tsx'
import { Coupons } from './coupons.tsx'
import { Home } from './home.tsx'
import { Item } from './item.tsx'
import { Masthead } from './masthead.tsx'
import { Orders } from './orders/orders.tsx'
import { Results } from './results.tsx'
import { type TillText, Till, emptyTill } from './till.tsx'
import type { Counter, MallProps } from './view.ts'
import { words } from './words.ts'

/** 商城前台: what a buyer sees, from the search to what was bought. */
export function MallPage(props: MallProps) {
  const { view, around, busy, act, go } = props
  const [path, setPath] = usePath(props)
  const { answer, ask, tell, say, quiet } = useAsk(act)
  const open = (to: string): void => {
    quiet()
    setPath(to)
  }
  const { buyer } = view
  const shared = { view, now: around.now, busy, open, go, ask, tell, say }
  return (
    <div className="mall">
      <Masthead {...shared} buyer={buyer} path={path} />
      {buyer === null && <p className="mall-guest">{words.noBuyer}</p>}
      <div className="mall-body">
        <Said answer={answer} onQuiet={quiet} busy={busy} />
        {buyer === null ? <Home {...shared} buyer={null} /> : <Page {...shared} buyer={buyer} path={path} />}
      </div>
    </div>
  )
}

/** The page of a path. What is half filled in at a till is kept while one looks elsewhere. */
function Page({ path, ...counter }: Counter & { readonly path: string }) {
  const [tills, setTills] = useState<Readonly<Record<string, TillText>>>({})
  const [where, id = ''] = pathParts(path)
  switch (where) {
    case 'search':
      return <Results {...counter} />
    case 'item':
      return <Item {...counter} product={id} key={id} />
    case 'compare':
      return <Compare {...counter} />
    case 'favourites':
      return <Results {...counter} favourites />
    case 'cart':
      return <Cart {...counter} />
    case 'till':
      return (
        <Till
          {...counter}
          store={id}
          text={tills[id] ?? emptyTill(counter.buyer)}
          onText={text => setTills({ ...tills, [id]: text })}
          key={id}
        />
      )
    case 'orders':
      return <Orders {...counter} />
    case 'claims':
      return <Claims {...counter} />
    case 'coupons':
      return <Coupons {...counter} />
    case 'addresses':
      return <Addresses {...counter} />
    default:
      return (
        <>
          <Notices {...counter} />
          <Home {...counter} />
        </>
      )
  }
}

function Notices({ buyer }: Counter) {
  if (buyer.notices.length === 0) return null
  return (
    <section className="mall-notices" aria-label={words.notices}>
      {buyer.notices.toReversed().map(({ text, at }, i) => (
        <p key={i}>
          <span className="z-note">{shortTime(at)}</span> {text}
        </p>
      ))}
    </section>
  )
}
