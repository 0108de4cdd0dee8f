import { useState } from '../../../../../../ui/hooks.ts'
import { countOf } from '../../../../pages/parts/money.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
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
      <form className="lab-form" onSubmit={submit}>
        <ChoiceField label={words.logo} value={text.logo} choices={logos} onValue={logo => setText({ ...text, logo })} />
        <TextField label={words.shipHours} kind="decimal" maxLength={3} value={text.hours} onValue={hours => setText({ ...text, hours })} />
        <AreaField label={words.notice} value={text.notice} onValue={notice => setText({ ...text, notice })} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {shop.save}
          </button>
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('shop.store.publish', {})}>
            {words.publish}
          </button>
        </div>
        <p className="z-note lab-field-wide">{words.publishLead}</p>
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
      <form className="lab-form" onSubmit={submit}>
        <TextField label={words.category} maxLength={20} value={text.name} onValue={name => setText({ ...text, name })} />
        <ChoiceField
          label={words.parent}
          value={text.parent}
          choices={[{ value: '', zh: words.top }, ...categories.map(c => ({ value: c.id, zh: catName(categories, c.id) }))]}
          onValue={parent => setText({ ...text, parent })}
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
