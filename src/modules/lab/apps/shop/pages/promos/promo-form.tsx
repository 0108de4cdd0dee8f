import { fill } from '../../../../../../ui/words.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import type { Kind, PromoText } from '../texts.ts'
import type { Office, PromoPart } from '../view.ts'
import { words as shop } from '../words.ts'
import { Scope } from './scope.tsx'
import { Tiers } from './tiers.tsx'
import { emptyPromo, promoData, promoText } from './promo-text.ts'
import { words } from './words.ts'

/** A promotion: what kind, for which goods, how much, how long. */
export function PromoForm(props: Office & { readonly id: string }) {
  const { id, view, around, kept, keep } = props
  const promo = view.promos.find(p => p.id === id)
  if (promo !== undefined && promo.state !== 'draft') return <p className="lab-empty">{fill(words.fixed, { state: promo.stateZh })}</p>
  const text = kept.promo[id] ?? (promo === undefined ? emptyPromo(around.now) : promoText(promo))
  const part = { ...props, text, onText: (next: PromoText) => keep('promo', id, next) }
  return (
    <form className="shop-form" onSubmit={event => event.preventDefault()}>
      <h2>{promo === undefined ? words.fresh : fill(words.edit, { id })}</h2>
      <div className="lab-form">
        <TextField label={words.name} value={text.name} onValue={name => part.onText({ ...text, name })} />
        <ChoiceField
          label={words.kind}
          value={text.kind}
          choices={Object.entries(words.kinds).map(([value, zh]) => ({ value, zh }))}
          onValue={kind => part.onText({ ...text, kind: kind as Kind })}
        />
        <TextField kind="time" label={words.from} value={text.from} onValue={from => part.onText({ ...text, from })} />
        <TextField kind="time" label={words.until} value={text.until} onValue={until => part.onText({ ...text, until })} />
        <Budget {...part} />
      </div>
      <Tiers {...part} />
      <Scope view={view} label={words.products} chosen={text.products} onChoose={products => part.onText({ ...text, products })} />
      <Ends {...part} />
    </form>
  )
}

function Budget({ text, onText }: PromoPart) {
  return (
    <>
      <ChoiceField
        label={words.budget}
        value={text.budget}
        choices={Object.entries(words.budgets).map(([value, zh]) => ({ value, zh }))}
        onValue={value => onText({ ...text, budget: value as PromoText['budget'] })}
      />
      {text.budget !== 'none' && (
        <TextField
          label={text.budget === 'spend' ? words.limitFen : words.limit}
          kind="decimal"
          value={text.limit}
          onValue={limit => onText({ ...text, limit })}
        />
      )}
    </>
  )
}

function Ends({ id, text, ask, tell, keep, open, busy }: PromoPart) {
  const save = (then: (own: string) => void): void => {
    const made = promoData(text)
    if (!made.ok) return tell(made.zh)
    void ask('shop.promo.save', { id: id === 'new' ? null : id, ...made.data }, reply => {
      keep('promo', id, null)
      open('/promos')
      then(String(reply))
    })
  }
  return (
    <div className="lab-buttons">
      <button
        type="button"
        className="z-button z-button-primary"
        disabled={busy}
        onClick={() => save(own => void ask('shop.promo.activate', { promo: own }))}
      >
        {words.saveStart}
      </button>
      <button type="button" className="z-button" disabled={busy} onClick={() => save(() => {})}>
        {words.saveOnly}
      </button>
      <button type="button" className="z-button" onClick={() => open('/promos')}>
        {shop.back}
      </button>
    </div>
  )
}
