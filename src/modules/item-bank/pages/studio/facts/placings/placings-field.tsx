import { Button } from 'antd'
import { useState } from 'react'
import type { FieldFault } from '../../../../../../kernel/result.ts'
import { Icon } from '../../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../../ui/words.ts'
import { PlacingLines } from '../../../shared/placing-lines.tsx'
import { type PlacingGroup, isSamePlace, withGroup } from '../../../../core/versions/placing-groups.ts'
import { placeName } from '../../../shared/place-name.ts'
import { FactField } from '../fact-field.tsx'
import { PlacingDialog } from './placing-dialog.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const MOST_PLACES = 10

type Props = {
  readonly home: { readonly editionId: string; readonly level: string }
  readonly value: readonly PlacingGroup[]
  readonly faults: readonly FieldFault[]
  readonly onChange: (value: PlacingGroup[]) => void
}

/** Where else the item is placed: in the tables of other editions and levels. */
export function PlacingsField({ home, value, faults, onChange }: Props) {
  const words = useWords(zh, en)
  const [asked, setAsked] = useState<{ readonly first: PlacingGroup | null } | null>(null)
  const own = faults.map(fault => (fault.path.startsWith('placings') ? { ...fault, path: 'placings' } : fault))
  const isFull = value.length >= MOST_PLACES
  return (
    <FactField label={words.label} path="placings" faults={own} {...(isFull ? { note: words.full } : {})}>
      {value.length === 0 && <p className="z-note">{words.none}</p>}
      {value.map(group => (
        <div key={`${group.editionId} ${group.level}`} className="z-placing">
          <PlacingLines groups={[group]} />
          <Acts
            group={group}
            onChange={() => setAsked({ first: group })}
            onRemove={() => onChange(value.filter(one => !isSamePlace(one, group)))}
          />
        </div>
      ))}
      <Button block disabled={isFull} icon={<Icon name="plus" size={16} />} onClick={() => setAsked({ first: null })}>
        {words.add}
      </Button>
      {asked && (
        <PlacingDialog
          home={home}
          first={asked.first}
          onClose={() => setAsked(null)}
          onKeep={group => {
            onChange(withGroup(value, group, asked.first))
            setAsked(null)
          }}
        />
      )}
    </FactField>
  )
}

type ActsProps = { readonly group: PlacingGroup; readonly onChange: () => void; readonly onRemove: () => void }

function Acts({ group, onChange, onRemove }: ActsProps) {
  const words = useWords(zh, en)
  const place = placeName(group)
  return (
    <span className="z-placing-acts">
      <button type="button" className="z-link" aria-label={fill(words.changeOf, { place })} onClick={onChange}>
        {words.change}
      </button>
      <button
        type="button"
        className="z-icon-button"
        aria-label={fill(words.remove, { place })}
        title={fill(words.remove, { place })}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
    </span>
  )
}
