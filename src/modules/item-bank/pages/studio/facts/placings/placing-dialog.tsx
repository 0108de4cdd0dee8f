import { Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import { useRead } from '../../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../../ui/words.ts'
import { placeChoices, showSpecification } from '../../../../contract.ts'
import { type PlacingGroup, isSamePlace } from '../../../../core/versions/placing-groups.ts'
import { FactField } from '../fact-field.tsx'
import { PointSelect } from '../point-select.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Place = { readonly editionId: string; readonly level: string }
type Props = {
  readonly home: Place
  readonly first: PlacingGroup | null
  readonly onKeep: (group: PlacingGroup) => void
  readonly onClose: () => void
}

const CHOICES = placeChoices()

/** Edition, level and points of one other placing; another edition or level begins with no points. */
export function PlacingDialog({ home, first, onKeep, onClose }: Props) {
  const words = useWords(zh, en).dialog
  const [group, setGroup] = useState<PlacingGroup>(() => first ?? { ...firstPlace(home), points: [] })
  const fields = useRef<HTMLDivElement>(null)
  const { editionId, level } = group
  const isHome = isSamePlace(group, home)
  const table = useRead(showSpecification, { query: { editionId, level } }, { enabled: !isHome })
  const note = isHome ? words.home : table.isError ? words.noTable : null
  return (
    <Modal
      open
      title={words.title}
      okText={words.keep}
      cancelText={words.cancel}
      okButtonProps={{ disabled: note !== null || group.points.length === 0 }}
      onOk={() => onKeep(group)}
      onCancel={onClose}
      afterOpenChange={isOpen => isOpen && fields.current?.querySelector('input')?.focus()}
    >
      <div className="z-stack" ref={fields}>
        <PlaceFields place={group} onChange={place => setGroup({ ...place, points: [] })} />
        {note === null ? (
          <FactField label={words.points} path="placing-points" faults={[]} note={words.note}>
            <PointSelect
              key={`${editionId} ${level}`}
              label={words.points}
              hint={words.hint}
              table={table.data?.points}
              value={group.points}
              onChange={points => setGroup({ ...group, points: [...points] })}
            />
          </FactField>
        ) : (
          <p role="status">{note}</p>
        )}
      </div>
    </Modal>
  )
}

function PlaceFields({ place, onChange }: { readonly place: Place; readonly onChange: (place: Place) => void }) {
  const words = useWords(zh, en).dialog
  const levels = CHOICES.find(each => each.editionId === place.editionId)?.levels ?? []
  return (
    <>
      <FactField label={words.edition} path="placing-edition" faults={[]}>
        <Select
          aria-label={words.edition}
          value={place.editionId}
          options={CHOICES.map(each => ({ value: each.editionId, label: each.title }))}
          onChange={editionId => onChange({ editionId, level: CHOICES.find(each => each.editionId === editionId)?.levels[0]?.level ?? '' })}
        />
      </FactField>
      <FactField label={words.level} path="placing-level" faults={[]}>
        <Select
          aria-label={words.level}
          value={place.level}
          options={levels.map(each => ({ value: each.level, label: each.name }))}
          onChange={level => onChange({ ...place, level })}
        />
      </FactField>
    </>
  )
}

/** The dialog opens at another level of the item's edition, where there is one. */
function firstPlace(home: Place): Place {
  const own = CHOICES.find(each => each.editionId === home.editionId)
  const other = own?.levels.find(each => each.level !== home.level)
  return { editionId: home.editionId, level: other?.level ?? home.level }
}
