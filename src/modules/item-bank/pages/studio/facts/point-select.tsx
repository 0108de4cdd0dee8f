import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { type PointNode, type SpecificationPoint, matchesPoint, pointTree } from './point-tree.ts'

type Props = {
  readonly label: string
  readonly title?: string
  readonly hint: string
  /** Points of the table; undefined while they are on their way. */
  readonly table: readonly SpecificationPoint[] | undefined
  readonly value: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

const MOST_POINTS = 4

/** Points of a specification table, found by code or by words of a name. */
export function PointSelect({ label, title, hint, table, value, onChange }: Props) {
  const tree = useMemo(() => pointTree(table ?? []), [table])
  return (
    <TreeSelect
      aria-label={label}
      title={title ?? ''}
      multiple
      maxCount={MOST_POINTS}
      loading={table === undefined}
      value={[...value]}
      treeData={tree}
      showSearch={{ filterTreeNode: (typed, node) => matchesPoint(typed, node as unknown as PointNode) }}
      treeTitleRender={renderPoint}
      treeExpandAction="click"
      placeholder={hint}
      popupMatchSelectWidth={420}
      listHeight={360}
      onChange={(codes: readonly string[]) => onChange(codes)}
    />
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
