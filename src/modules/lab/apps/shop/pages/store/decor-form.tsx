import { useId, useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { type Block, type Office, catName } from '../view.ts'
import { words as shop } from '../words.ts'
import { words } from './words.ts'

type Props = Office & { readonly block: Block | null; readonly onDone: () => void }
const EMPTY = { kind: 'banner', text: '', image: '', alt: '', link: '', color: '#1b2430', background: '#ffffff' }

/** One block: words, picture, link, colours. */
export function DecorForm({ view, block, onDone, ask, busy }: Props) {
  const [text, setText] = useState(block === null ? EMPTY : { ...block, image: block.image ?? '', link: block.link ?? '' })
  const set = (change: Partial<typeof EMPTY>): void => setText({ ...text, ...change })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const { kind, text: said, image, alt, link, color, background } = text
    const data = {
      kind,
      text: said,
      image: image === '' ? null : image,
      alt: alt.trim(),
      link: link === '' ? null : link,
      color,
      background,
    }
    void ask('shop.decor.set', { id: block?.id ?? null, ...data }, () => {
      setText(EMPTY)
      onDone()
    })
  }
  const title = block === null ? words.newBlock : fill(words.editBlock, { id: block.id })
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <form className="lab-form" onSubmit={submit}>
        <ChoiceField
          label={words.kind}
          value={text.kind}
          choices={Object.entries(words.kinds).map(([value, zh]) => ({ value, zh }))}
          onValue={kind => set({ kind })}
        />
        <ChoiceField
          label={words.image}
          value={text.image}
          choices={[{ value: '', zh: words.noImage }, ...view.images.map(i => ({ value: i.src, zh: `${i.src}（${i.about}）` }))]}
          onValue={image => set({ image })}
        />
        <TextField label={words.alt} maxLength={100} value={text.alt} onValue={alt => set({ alt })} />
        <ChoiceField label={words.link} value={text.link} choices={linksOf(view)} onValue={link => set({ link })} />
        <ColourField label={words.color} value={text.color} onChange={color => set({ color })} />
        <ColourField label={words.background} value={text.background} onChange={background => set({ background })} />
        <AreaField label={words.text} rows={2} value={text.text} onValue={said => set({ text: said })} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {shop.save}
          </button>
          {block !== null && (
            <button type="button" className="z-button" onClick={onDone}>
              {shop.close}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}

/** Where a block may lead; goods that are off the shelf too: the platform finds dead links. */
function linksOf({ products, store }: Office['view']) {
  return [
    { value: '', zh: words.noLink },
    { value: '/', zh: words.homeLink },
    ...products.map(p => ({ value: `product:${p.id}`, zh: fill(words.productLink, { title: p.title, state: p.stateZh }) })),
    ...store.categories.map(c => ({ value: `category:${c.id}`, zh: fill(words.categoryLink, { name: catName(store.categories, c.id) }) })),
  ]
}

type ColourProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }

function ColourField({ label, value, onChange }: ColourProps) {
  const id = useId()
  return (
    <div className="lab-field">
      <label htmlFor={id}>{label}</label>
      <span className="shop-colour">
        <input id={id} type="color" value={value} onInput={event => onChange((event.target as HTMLInputElement).value)} />
        <code>{value}</code>
      </span>
    </div>
  )
}
