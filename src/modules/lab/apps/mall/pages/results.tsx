import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { fenOf, yuanText } from '../../../pages/parts/money.ts'
import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import { Shelf } from './shelf.tsx'
import { type Counter, itemOf } from './view.ts'
import { words } from './words.ts'

/** What a search found, with its filters; or what was marked as a favourite. */
export function Results(props: Counter & { readonly favourites?: boolean }) {
  const { view, buyer, favourites } = props
  const ids = favourites === true ? buyer.favourites : (view.results ?? [])
  const items = ids.flatMap(id => itemOf(view, id) ?? [])
  const q = view.search?.q ?? ''
  const found = fill(q === '' ? words.resultsAll : words.results, { q, n: items.length })
  return (
    <section aria-label={favourites === true ? words.favourites : found}>
      <h2>{favourites === true ? words.favourites : found}</h2>
      {favourites !== true && <Filters {...props} key={q} />}
      {items.length === 0 && <p className="lab-empty">{favourites === true ? words.noFavour : words.none}</p>}
      <Shelf {...props} items={items} />
    </section>
  )
}

function Filters({ view, ask, busy, tell }: Counter) {
  const { q = '', cat = null, min = null, max = null, sort = '' } = view.search ?? {}
  const [text, setText] = useState({
    cat: cat ?? '',
    min: min === null ? '' : yuanText(min),
    max: max === null ? '' : yuanText(max),
    sort,
  })
  const cats = [...new Map(view.products.map(item => [item.cat, item.catName])).entries()]
  const give = (wish: typeof text): void => {
    const [low, high] = [fenOf(wish.min), fenOf(wish.max)]
    if ((wish.min.trim() !== '' && low === null) || (wish.max.trim() !== '' && high === null)) return tell(trade.money)
    void ask('mall.search', { q, cat: wish.cat === '' ? null : wish.cat, min: low, max: high, sort: wish.sort })
  }
  const turn = (part: Partial<typeof text>): void => {
    const wish = { ...text, ...part }
    setText(wish)
    give(wish)
  }
  return (
    <form
      className="mall-filters"
      onSubmit={event => {
        event.preventDefault()
        give(text)
      }}
    >
      <ChoiceField
        label={words.cat}
        value={text.cat}
        onValue={value => turn({ cat: value })}
        choices={[{ value: '', zh: words.anyCat }, ...cats.map(([value, zh]) => ({ value, zh }))]}
      />
      <TextField label={words.min} value={text.min} kind="decimal" onValue={value => setText({ ...text, min: value })} />
      <TextField label={words.max} value={text.max} kind="decimal" onValue={value => setText({ ...text, max: value })} />
      <ChoiceField
        label={words.sort}
        value={text.sort}
        onValue={value => turn({ sort: value })}
        choices={Object.entries(words.sorts).map(([value, zh]) => ({ value, zh }))}
      />
      <button type="submit" className="z-button" disabled={busy}>
        {words.filter}
      </button>
    </form>
  )
}
