import { useState } from '../../../../../ui/hooks.ts'
import { ChoiceField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { REGIONS } from './regions.ts'
import type { Address, Counter } from './view.ts'
import { words } from './words.ts'

const EMPTY = { name: '', phone: '', region: '', detail: '', main: false }

/** Addresses of the buyer, and the form for one. */
export function Addresses(props: Counter) {
  const { buyer, ask, busy } = props
  const [edited, setEdited] = useState<Address | null>(null)
  return (
    <>
      <section aria-label={words.addresses}>
        <h2>{words.addresses}</h2>
        {buyer.addresses.length === 0 && <p className="z-note">{words.noAddresses}</p>}
        <ul className="mall-addresses">
          {buyer.addresses.map(address => (
            <li key={address.id}>
              <span>
                <strong>{address.name}</strong> {address.phone}
                {address.main && <small className="z-note">　{words.main}</small>}
                <br />
                {address.region} {address.detail}
              </span>
              <span className="lab-buttons">
                <button type="button" className="z-button" onClick={() => setEdited(address)}>
                  {words.edit}
                </button>
                <button
                  type="button"
                  className="z-button"
                  disabled={busy}
                  onClick={() => void ask('mall.address.remove', { id: address.id })}
                >
                  {words.drop}
                </button>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Form {...props} address={edited} onDone={() => setEdited(null)} key={edited?.id ?? 'new'} />
    </>
  )
}

type FormProps = Counter & { readonly address: Address | null; readonly onDone: () => void }

function Form({ address, onDone, ask, busy }: FormProps) {
  const { id: _id, ...start } = address ?? { ...EMPTY, id: null }
  const [text, setText] = useState(start)
  const save = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const { name, phone, region, detail, main } = text
    const draft = { name: name.trim(), phone: phone.trim(), region, detail: detail.trim(), main }
    void ask('mall.address.save', { id: address?.id ?? null, ...draft }, () => {
      setText(EMPTY)
      onDone()
    })
  }
  return (
    <section aria-label={address === null ? words.newOne : words.editOne}>
      <h2>{address === null ? words.newOne : words.editOne}</h2>
      <form className="lab-form" onSubmit={save}>
        <TextField label={words.receiver} maxLength={30} value={text.name} onValue={name => setText({ ...text, name })} />
        <TextField label={words.phone} maxLength={11} kind="decimal" value={text.phone} onValue={phone => setText({ ...text, phone })} />
        <ChoiceField
          label={words.region}
          value={text.region}
          empty
          choices={REGIONS.map(r => ({ value: r, zh: r }))}
          onValue={region => setText({ ...text, region })}
        />
        <TextField label={words.street} wide maxLength={100} value={text.detail} onValue={detail => setText({ ...text, detail })} />
        <div className="lab-field-wide">
          <TickField label={words.asMain} checked={text.main} onCheck={main => setText({ ...text, main })} />
        </div>
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {words.save}
          </button>
          {address !== null && (
            <button type="button" className="z-button" onClick={onDone}>
              {words.back}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
