import { useLanguage, useWords } from '../../../../../ui/words.ts'
import {
  INTERACTION_NAMES,
  INTERACTION_TYPES,
  type InteractionType,
  type MarkedBy,
  interactionOf,
} from '../../../../interactions/contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { TypePicture } from './type-picture.tsx'

const MARKED: Readonly<Record<MarkedBy, 'byMachine' | 'byPerson' | 'byLaboratory' | 'byParts'>> = {
  machine: 'byMachine',
  person: 'byPerson',
  laboratory: 'byLaboratory',
  parts: 'byParts',
}

/** All types as small pictures; radio buttons, so that arrow keys choose. */
export function TypePicker({ value, onChange }: { readonly value: InteractionType; readonly onChange: (type: InteractionType) => void }) {
  const words = useWords(zh, en).start
  const language = useLanguage()
  return (
    <div className="z-type-cards" role="radiogroup" aria-label={words.type}>
      {INTERACTION_TYPES.map(type => (
        <label key={type} className={type === value ? 'z-type-card z-type-card-on' : 'z-type-card'}>
          <input type="radio" name="item-type" value={type} checked={type === value} onChange={() => onChange(type)} />
          <TypePicture type={type} />
          <span>{INTERACTION_NAMES[type][language]}</span>
          <span className="z-note">{words[MARKED[interactionOf(type).markedBy]]}</span>
        </label>
      ))}
    </div>
  )
}
