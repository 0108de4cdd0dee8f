import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import type { PartProps } from '../view.ts'
import { words } from './words.ts'

/** The attributes that the category asks for, and others that were added. */
export function Attributes({ text, onText, view }: PartProps) {
  const [name, setName] = useState('')
  const required = view.cats.find(cat => cat.id === text.cat)?.attrs ?? []
  const names = [...new Set([...required, ...Object.keys(text.attrs)])]
  const add = (): void => {
    const own = name.trim()
    if (own === '') return
    onText({ ...text, attrs: { [own]: '', ...text.attrs } })
    setName('')
  }
  return (
    <>
      {names.map(attr => (
        <TextField
          label={required.includes(attr) ? fill(words.required, { name: attr }) : attr}
          maxLength={100}
          value={text.attrs[attr] ?? ''}
          onValue={value => onText({ ...text, attrs: { ...text.attrs, [attr]: value } })}
          key={attr}
        />
      ))}
      <div className="shop-add">
        <TextField label={words.attrName} maxLength={20} value={name} onValue={setName} />
        <button type="button" className="z-button" onClick={add}>
          {words.addAttr}
        </button>
      </div>
    </>
  )
}
