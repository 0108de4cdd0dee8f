import { AreaField, ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { YUAN_PATTERN, fenOf, yuanText } from '../../../pages/parts/money.ts'
import { useState } from '../../../../../ui/hooks.ts'
import type { InfoProps, Post } from './view.ts'
import { words } from './words.ts'

type Draft = {
  readonly kind: string
  readonly category: string
  readonly title: string
  readonly body: string
  readonly price: string
  readonly unit: string
  readonly least: string
  readonly attrs: Readonly<Record<string, string>>
  readonly until: string
  readonly pictures: string
}
type Props = InfoProps & { readonly post: Post | null; readonly onDone: () => void }
const KINDS = Object.entries(words.kinds).map(([value, zh]) => ({ value, zh }))

function draftOf(post: Post | null): Draft {
  if (post === null)
    return { kind: 'supply', category: '', title: '', body: '', price: '', unit: '', least: '', attrs: {}, until: '', pictures: '' }
  return { ...post, price: yuanText(post.price), least: String(post.least), pictures: post.pictures.join('，') }
}

/** The form of a notice; with a post it is filled with what was submitted, to be mended and submitted anew. */
export function PostForm({ view, post, act, busy, onDone }: Props) {
  const [draft, setDraft] = useState<Draft>(draftOf(post))
  const put = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const submit = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('info.post.publish', bodyOf(draft, post?.id ?? null))
    if (acted.kind !== 'done') return
    setDraft(draftOf(null))
    onDone()
  }
  return (
    <form className="info-form" onSubmit={event => void submit(event)} aria-label={words.newPost}>
      <h2>{post === null ? words.newPost : `${words.editPost} ${post.id}`}</h2>
      <ChoiceField label={words.kind} value={draft.kind} onValue={kind => put({ kind })} choices={KINDS} />
      <ChoiceField
        label={words.category}
        value={draft.category}
        onValue={category => put({ category })}
        choices={view.categories.map(({ id, zh }) => ({ value: id, zh }))}
        empty={words.choose}
        required
      />
      <TextField
        label={words.title}
        value={draft.title}
        onValue={title => put({ title })}
        note={words.titleHint}
        required
        maxLength={80}
        wide
      />
      <Attrs {...{ view, draft }} onAttrs={attrs => put({ attrs })} />
      <Terms {...{ view, draft, put }} />
      <AreaField label={words.body} value={draft.body} onValue={body => put({ body })} rows={4} maxLength={2000} />
      <TextField label={words.pictures} value={draft.pictures} onValue={pictures => put({ pictures })} note={words.picturesHint} wide />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.submit}
        </button>
        {post !== null && (
          <button type="button" className="z-button" onClick={onDone}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  )
}

function bodyOf(draft: Draft, id: string | null): object {
  const { kind, category, title, body, unit, until } = draft
  const attrs = Object.fromEntries(
    Object.entries(draft.attrs).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  )
  const pictures = draft.pictures
    .split(/[,，、;；]/)
    .map(name => name.trim())
    .filter(name => name !== '')
  const numbers = { price: fenOf(draft.price), least: Number(draft.least) }
  return { id, kind, category, title: title.trim(), body, unit, until: until.trim(), attrs, pictures, ...numbers }
}

type TermsProps = { readonly view: InfoProps['view']; readonly draft: Draft; readonly put: (more: Partial<Draft>) => void }

/** Price, unit, least quantity, how long it stands. */
function Terms({ view, draft, put }: TermsProps) {
  const units = view.units.map(value => ({ value, zh: value }))
  return (
    <>
      <TextField
        label={words.tradePrice}
        value={draft.price}
        onValue={price => put({ price })}
        required
        pattern={YUAN_PATTERN}
        says={words.yuanSays}
        inputMode="decimal"
      />
      <ChoiceField label={words.unit} value={draft.unit} onValue={unit => put({ unit })} choices={units} empty={words.choose} required />
      <TextField
        label={words.least}
        value={draft.least}
        onValue={least => put({ least })}
        required
        pattern="[1-9]\d{0,6}"
        says={words.wholeSays}
        inputMode="numeric"
      />
      <TextField
        label={words.until}
        value={draft.until}
        onValue={until => put({ until })}
        required
        maxLength={10}
        placeholder="2026-06-30"
      />
    </>
  )
}

type AttrsProps = {
  readonly view: InfoProps['view']
  readonly draft: Draft
  readonly onAttrs: (attrs: Readonly<Record<string, string>>) => void
}

/** The parameters the category asks for, and any others somebody adds; what was written for another category stays. */
function Attrs({ view, draft, onAttrs }: AttrsProps) {
  const [name, setName] = useState('')
  const asked = view.categories.find(c => c.id === draft.category)?.attrs ?? []
  const names = [...new Set([...asked, ...Object.keys(draft.attrs)])]
  const add = (): void => {
    if (name.trim() !== '') onAttrs({ ...draft.attrs, [name.trim()]: draft.attrs[name.trim()] ?? '' })
    setName('')
  }
  return (
    <fieldset className="info-attrs">
      <legend>{words.attrs}</legend>
      {names.map(attr => (
        <TextField
          label={attr}
          value={draft.attrs[attr] ?? ''}
          onValue={value => onAttrs({ ...draft.attrs, [attr]: value })}
          maxLength={60}
          key={attr}
        />
      ))}
      <div className="info-line">
        <TextField label={words.attrName} value={name} onValue={setName} maxLength={20} />
        <button type="button" className="z-button" onClick={add}>
          {words.addAttr}
        </button>
      </div>
    </fieldset>
  )
}
