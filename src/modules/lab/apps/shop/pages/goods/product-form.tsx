import { fill } from '../../../../../../ui/words.ts'
import { AreaField, ChoiceField, TextField, TickField } from '../../../../pages/parts/fields.tsx'
import type { ProductText } from '../texts.ts'
import type { Office, PartProps } from '../view.ts'
import { words as shop } from '../words.ts'
import { Attributes } from './attributes.tsx'
import { Pictures } from './pictures.tsx'
import { EMPTY_PRODUCT, productData, productText, titleUnits } from './product-text.ts'
import { VariantsTable } from './variants-table.tsx'
import { words } from './words.ts'

/** Publishing a product, from its category to its service. `id` is `new`, or the product that is edited. */
export function ProductForm(props: Office & { readonly id: string }) {
  const { id, view, kept, keep, open } = props
  const product = view.products.find(p => p.id === id)
  if (id !== 'new' && product === undefined) return <p className="lab-empty">{words.gone}</p>
  if (product !== undefined && !product.allowed.includes('save')) {
    return (
      <div className="shop-form">
        <p>{fill(words.fixed, { state: product.stateZh })}</p>
        <button type="button" className="z-button" onClick={() => open('/goods')}>
          {shop.back}
        </button>
      </div>
    )
  }
  const text = kept.product[id] ?? (product === undefined ? EMPTY_PRODUCT : productText(product))
  const part = { ...props, text, onText: (next: ProductText) => keep('product', id, next) }
  return (
    <form className="shop-form" onSubmit={event => event.preventDefault()}>
      <h2>{product === undefined ? words.newProduct : fill(words.editProduct, { id })}</h2>
      <Base {...part} />
      <Pictures {...part} />
      <Modules {...part} />
      <VariantsTable {...part} />
      <Service {...part} />
      <Ends {...part} id={id} />
    </form>
  )
}

function Base(props: PartProps) {
  const { text, onText, view } = props
  const options = view.cats.map(cat => ({ value: cat.id, zh: `${cat.parent === null ? '' : '　'}${cat.name}` }))
  return (
    <fieldset className="lab-set">
      <legend>{words.base}</legend>
      <div className="lab-form">
        <TextField
          label={words.name}
          wide
          value={text.title}
          note={fill(words.units, { n: titleUnits(text.title) })}
          onValue={title => onText({ ...text, title })}
        />
        <ChoiceField
          label={words.cat}
          value={text.cat}
          empty
          choices={sorted(view.cats, options)}
          onValue={cat => onText({ ...text, cat })}
        />
        <TextField label={words.brand} maxLength={40} value={text.brand} onValue={brand => onText({ ...text, brand })} />
        <Attributes {...props} />
      </div>
    </fieldset>
  )
}

type Options = readonly { readonly value: string; readonly zh: string }[]

/** Every category under its parent. */
function sorted(cats: Office['view']['cats'], options: Options): Options {
  const under = (parent: string | null): Options =>
    cats.filter(cat => cat.parent === parent).flatMap(cat => [...options.filter(option => option.value === cat.id), ...under(cat.id)])
  return under(null)
}

function Modules({ text, onText }: PartProps) {
  const set = (at: number, change: Partial<ProductText['modules'][number]>): void =>
    onText({ ...text, modules: text.modules.map((m, i) => (i === at ? { ...m, ...change } : m)) })
  return (
    <fieldset className="lab-set">
      <legend>{words.modulesTitle}</legend>
      {text.modules.map((module, i) => (
        <div className="shop-module" key={i}>
          <ChoiceField
            label={words.kind}
            value={module.kind}
            choices={words.kinds.map(kind => ({ value: kind, zh: kind }))}
            onValue={kind => set(i, { kind })}
          />
          <AreaField label={words.text} rows={2} maxLength={2000} value={module.text} onValue={said => set(i, { text: said })} />
          <button type="button" className="z-link" onClick={() => onText({ ...text, modules: text.modules.filter((_m, at) => at !== i) })}>
            {shop.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="z-button"
        onClick={() => onText({ ...text, modules: [...text.modules, { kind: '说明', text: '' }] })}
      >
        {words.addModule}
      </button>
    </fieldset>
  )
}

function Service({ text, onText, view, open }: PartProps) {
  return (
    <fieldset className="lab-set">
      <legend>{words.service}</legend>
      <div className="lab-form">
        <ChoiceField
          label={words.freight}
          value={text.freight}
          empty
          choices={view.freights.map(({ id, name }) => ({ value: id, zh: `${name}（${id}）` }))}
          onValue={freight => onText({ ...text, freight })}
        />
        <TickField label={words.noReason} checked={text.noReason} onCheck={noReason => onText({ ...text, noReason })} />
      </div>
      <button type="button" className="z-link" onClick={() => open('/freight/new')}>
        {words.newFreight}
      </button>
    </fieldset>
  )
}

/** Keeping and submitting are two acts: what was kept stays when the platform sends it back. */
function Ends({ id, text, keep, ask, tell, say, open, busy }: PartProps & { readonly id: string }) {
  const save = (then: (own: string) => void): void => {
    const made = productData(text)
    if (!made.ok) return tell(made.zh)
    void ask('shop.product.save', { id: id === 'new' ? null : id, ...made.data }, reply => {
      const own = String(reply)
      keep('product', id, null)
      open(`/goods/${encodeURIComponent(own)}`)
      then(own)
    })
  }
  const submit = (): void => save(own => void ask('shop.product.submit', { product: own }, () => open('/goods')))
  return (
    <div className="lab-buttons">
      <button type="button" className="z-button z-button-primary" disabled={busy} onClick={submit}>
        {words.saveSubmit}
      </button>
      <button type="button" className="z-button" disabled={busy} onClick={() => save(() => say(words.saved))}>
        {words.saveDraft}
      </button>
      <button type="button" className="z-button" onClick={() => open('/goods')}>
        {shop.back}
      </button>
    </div>
  )
}
