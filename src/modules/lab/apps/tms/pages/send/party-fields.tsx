import { TextField } from '../../../../pages/parts/fields.tsx'
import type { Bound } from '../../../../pages/parts/use-entry.ts'
import { words } from '../words.ts'

type Name = 'name' | 'phone' | 'region' | 'detail'
const MOST: Readonly<Record<Name, number>> = { name: 40, phone: 30, region: 60, detail: 120 }

/** `optional`: fields that may be folded away, where the browser could not point at an empty one. */
type Props = { readonly legend: string; readonly bind: (name: Name) => Bound; readonly optional?: boolean }

/** Whoever sends or receives: name, telephone, province and city, street and house. */
export function PartyFields({ legend, bind, optional = false }: Props) {
  return (
    <fieldset className="tms-party">
      <legend>{legend}</legend>
      {(['name', 'phone', 'region', 'detail'] as const).map(name => (
        <TextField label={words.party[name]} maxLength={MOST[name]} required={!optional} key={name} {...bind(name)} />
      ))}
    </fieldset>
  )
}
