import { Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { showSpecification, theoryAreas } from '../../../contract.ts'
import type { StudioDraft } from '../studio-draft.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'
import { type PointNode, factsOfPoints, matchesPoint, pointTree } from './point-tree.ts'

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
  const tree = useMemo(() => pointTree(points ?? []), [points])
  if (table.isError) return <AreaField place={place} draft={draft} faults={faults} onChange={onChange} />
  const choose = (codes: readonly string[]) => onChange({ points: [...codes], ...factsOfPoints(points ?? [], codes) })
  return (
    <FactField
      label={words.points}
      path="points"
      faults={faults.map(fault => (fault.path === 'area' ? { ...fault, path: 'points' } : fault))}
      note={draft.area.join('／')}
    >
      <TreeSelect
        aria-label={words.points}
        title={words.pointsNote}
        multiple
        maxCount={4}
        loading={table.isPending}
        value={draft.points}
        treeData={tree}
        showSearch={{ filterTreeNode: (typed, node) => matchesPoint(typed, node as unknown as PointNode) }}
        treeTitleRender={renderPoint}
        treeExpandAction="click"
        placeholder={words.pointsHint}
        popupMatchSelectWidth={420}
        listHeight={360}
        onChange={(codes: readonly string[]) => choose(codes)}
      />
    </FactField>
  )
}

function renderPoint(node: unknown) {
  return <PointLine node={node as PointNode} />
}

/** A point with its importance and how many items it has; a range by its name. */
function PointLine({ node }: { readonly node: PointNode }) {
  const words = useWords(zh, en).facts
  const { point } = node
  if (point === undefined) return <span>{node.title}</span>
  return (
    <span className="z-point-line">
      <span>
        {point.code} {point.name}
      </span>
      <span className="z-note">
        {point.importance}　{fill(words.pointCount, { n: point.operational, way: point.onTheirWay })}
      </span>
    </span>
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
