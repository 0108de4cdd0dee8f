import { useState } from '../../../../../../ui/hooks.ts'
import { countOf } from '../../../../pages/trade/amounts.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/trade/fields.tsx'
import { words as trade } from '../../../../pages/trade/words.ts'
import { type Office, catName } from '../view.ts'
import { words as shop } from '../words.ts'
import { Staff } from './staff.tsx'
import { words } from './words.ts'

/** Face, categories and people of the store. */
export function Settings(props: Office) {
  return (
    <>
      <Profile {...props} />
      <Categories {...props} />
      <Staff {...props} />
    </>
  )
}

function Profile({ view, ask, tell, say, busy }: Office) {
  const { store } = view
  const [text, setText] = useState({ notice: store.notice, logo: store.logo ?? '', hours: String(store.shipHours) })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const shipHours = countOf(text.hours)
    if (shipHours === null) return tell(trade.count)
    void ask('shop.store.profile', { notice: text.notice.trim(), logo: text.logo === '' ? null : text.logo, shipHours }, () =>
      say(words.saved),
    )
  }
  const logos = [{ value: '', zh: words.noLogo }, ...view.images.map(i => ({ value: i.src, zh: `${i.src}（${i.w}×${i.h}）` }))]
  return (
    <section aria-label={words.profile}>
      <h2>{words.profile}</h2>
      <form className="trade-form" onSubmit={submit}>
        <ChoiceField label={words.logo} value={text.logo} options={logos} onChange={logo => setText({ ...text, logo })} />
        <TextField label={words.shipHours} number max={3} value={text.hours} onChange={hours => setText({ ...text, hours })} />
        <AreaField label={words.notice} value={text.notice} onChange={notice => setText({ ...text, notice })} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {shop.save}
          </button>
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('shop.store.publish', {})}>
            {words.publish}
          </button>
        </div>
        <p className="z-note trade-wide">{words.publishLead}</p>
      </form>
    </section>
  )
}

const EMPTY = { id: null as string | null, name: '', parent: '' }

function Categories({ view, ask, busy }: Office) {
  const { categories } = view.store
  const [text, setText] = useState(EMPTY)
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const parent = text.parent === '' ? null : text.parent
    void ask('shop.category.save', { id: text.id, name: text.name.trim(), parent }, () => setText(EMPTY))
  }
  return (
    <section aria-label={words.categories}>
      <h2>{words.categories}</h2>
      {categories.length === 0 && <p className="z-note">{words.noCategories}</p>}
      <ul className="shop-list">
        {categories.map(({ id, name, parent }) => (
          <li key={id}>
            {catName(categories, id)}
            <button type="button" className="z-link" onClick={() => setText({ id, name, parent: parent ?? '' })}>
              {shop.edit}
            </button>
          </li>
        ))}
      </ul>
      <form className="trade-form" onSubmit={submit}>
        <TextField label={words.category} max={20} value={text.name} onChange={name => setText({ ...text, name })} />
        <ChoiceField
          label={words.parent}
          value={text.parent}
          options={[{ value: '', zh: words.top }, ...categories.map(c => ({ value: c.id, zh: catName(categories, c.id) }))]}
          onChange={parent => setText({ ...text, parent })}
        />
        <div className="lab-buttons">
          <button type="submit" className="z-button" disabled={busy}>
            {text.id === null ? shop.add : shop.save}
          </button>
        </div>
      </form>
    </section>
  )
}
