import { useState } from '../../../../../../ui/hooks.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import type { Office, ShopView } from '../view.ts'
import { words } from './words.ts'

type Props = Pick<Office, 'ask' | 'busy'> & { readonly view: ShopView }

/** Whoever has no store opens one. */
export function OpenStore({ view, ask, busy }: Props) {
  const [text, setText] = useState({ name: '', licence: '', contact: '', phone: '', region: '', detail: '' })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const { contact, phone, region, detail } = text
    const address = { name: contact.trim(), phone: phone.trim(), region, detail: detail.trim() }
    void ask('shop.store.open', { name: text.name.trim(), licence: text.licence.trim(), address })
  }
  return (
    <section aria-label={words.open}>
      <h2>{words.open}</h2>
      <p className="z-note">{words.openLead}</p>
      <form className="lab-form" onSubmit={submit}>
        <TextField label={words.name} maxLength={30} value={text.name} onValue={name => setText({ ...text, name })} />
        <TextField label={words.licence} maxLength={18} value={text.licence} onValue={licence => setText({ ...text, licence })} />
        <TextField label={words.contact} maxLength={30} value={text.contact} onValue={contact => setText({ ...text, contact })} />
        <TextField label={words.phone} maxLength={20} value={text.phone} onValue={phone => setText({ ...text, phone })} />
        <ChoiceField
          label={words.region}
          value={text.region}
          empty
          choices={view.regions.map(r => ({ value: r, zh: r }))}
          onValue={region => setText({ ...text, region })}
        />
        <TextField label={words.street} wide value={text.detail} onValue={detail => setText({ ...text, detail })} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {words.open}
          </button>
        </div>
      </form>
    </section>
  )
}
