import { Select } from 'antd'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { showSpecification, theoryAreas } from '../../../contract.ts'
import type { StudioDraft } from '../studio-draft.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'
import { PointSelect } from './point-select.tsx'
import { factsOfPoints } from './point-tree.ts'

type Place = { readonly editionId: string; readonly level: string }
type Placed = Pick<StudioDraft, 'area' | 'points' | 'importance'>
type Props = {
  readonly place: Place
  readonly draft: Pick<StudioDraft, 'area' | 'points'>
  readonly faults: readonly FieldFault[]
  readonly onChange: (patch: Partial<Placed>) => void
}

/** The assessment points of the item, from the specification table; where none was entered, the area alone. */
export function PointField({ place, draft, faults, onChange }: Props) {
  const words = useWords(zh, en).facts
  const { editionId, level } = place
  const table = useRead(showSpecification, { query: { editionId, level } })
  const points = table.data?.points
  if (table.isError) return <AreaField place={place} draft={draft} faults={faults} onChange={onChange} />
  const choose = (codes: readonly string[]) => onChange({ points: [...codes], ...factsOfPoints(points ?? [], codes) })
  return (
    <FactField
      label={words.points}
      path="points"
      faults={faults.map(fault => (fault.path === 'area' ? { ...fault, path: 'points' } : fault))}
      note={draft.area.join('／')}
    >
      <PointSelect
        label={words.points}
        title={words.pointsNote}
        hint={words.pointsHint}
        table={points}
        value={draft.points}
        onChange={choose}
      />
    </FactField>
  )
}

function AreaField({ place, draft, faults, onChange }: Props) {
  const words = useWords(zh, en).facts
  const areas = theoryAreas({ ...place, workType: null })
  const choices = areas.ok ? areas.value.map(area => ({ value: JSON.stringify(area.path), label: area.path.join('／') })) : []
  return (
    <FactField label={words.area} path="area" faults={faults} note={words.noTable}>
      <Select
        aria-label={words.area}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.area.length === 0 ? null : JSON.stringify(draft.area)}
        options={choices}
        placeholder={words.areaHint}
        popupMatchSelectWidth={320}
        onChange={value => value !== null && onChange({ area: JSON.parse(value) as string[] })}
      />
    </FactField>
  )
}
