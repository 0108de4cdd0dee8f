import { Checkbox, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'
import { showSpecification } from '../../contract.ts'
import { rangeTree } from '../../core/specification/range-tree.ts'
import type { ChosenLevel } from '../level-picker.tsx'
import { typeName } from '../shared/versions.ts'
import { HeatMap } from './heat-map.tsx'
import { type Areas, type Cells, type HeatColumn, type SpecificationPoint, heatRows } from './heat-rows.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly cells: Cells; readonly areas: Areas; readonly chosen: ChosenLevel }
const SPLITS = ['byDifficulty', 'byType', 'byBoth'] as const
type Split = (typeof SPLITS)[number]
const DEPTHS = ['great', 'middle', 'small', 'points'] as const
const DIFFICULTIES = [1, 2, 3, 4, 5]

/** Coverage of the assessment points as a heat map, where the level has a specification table. */
export function HeatSheet({ cells, areas, chosen }: Props) {
  const words = useWords(zh, en)
  const { editionId, level } = chosen
  const table = useRead(showSpecification, { query: { editionId, level } })
  const missing = table.isError && table.error.told.code === 'specification-unknown'
  const link = <Link to={`/items/specification/${editionId}/${level}`}>{words.specification}</Link>
  return (
    <Sheet title={words.heat.title} note={words.heat.note} actions={table.data && link}>
      {missing ? (
        <EmptyState what={words.heat.noTable} how={words.heat.noTableHow} />
      ) : table.isError ? (
        <RefusalNote refusal={table.error.told} onRetry={() => void table.refetch()} />
      ) : table.isPending ? (
        <WaitingSkeleton lines={10} />
      ) : (
        <Heat key={`${editionId} ${level}`} points={table.data.points} cells={cells} areas={areas} chosen={chosen} />
      )}
    </Sheet>
  )
}

function Heat({ points, cells, areas, chosen }: Props & { readonly points: readonly SpecificationPoint[] }) {
  const words = useWords(zh, en).heat
  const [split, setSplit] = useState<Split>('byDifficulty')
  const [folding, setFolding] = useState({ depth: 1, flipped: new Set<string>(), onlyGaps: false })
  const tree = useMemo(() => rangeTree(points), [points])
  const columns = useColumns(split, cells)
  const rows = useMemo(() => heatRows(tree, { cells, areas, columns }, folding), [tree, cells, areas, columns, folding])
  const gaps = points.filter(point => point.operational === 0).length
  const flip = (code: string) =>
    setFolding(now => {
      const flipped = new Set(now.flipped)
      if (!flipped.delete(code)) flipped.add(code)
      return { ...now, flipped }
    })
  return (
    <div className="z-stack">
      <div className="z-heat-bar">
        <Segmented
          aria-label={words.columns}
          options={SPLITS.map(value => ({ value, label: words[value] }))}
          value={split}
          onChange={setSplit}
        />
        <Segmented
          aria-label={words.depth}
          options={DEPTHS.map((name, value) => ({ value, label: words.depths[name] }))}
          value={folding.depth}
          disabled={folding.onlyGaps}
          onChange={depth => setFolding(now => ({ ...now, depth, flipped: new Set() }))}
        />
        <Checkbox checked={folding.onlyGaps} onChange={event => setFolding(now => ({ ...now, onlyGaps: event.target.checked }))}>
          {words.onlyGaps}
        </Checkbox>
        <StateWord tone={gaps > 0 ? 'waiting' : 'done'}>{gaps > 0 ? fill(words.gaps, { n: gaps }) : words.noGaps}</StateWord>
      </div>
      {rows.length === 0 ? (
        <p className="z-note">{words.none}</p>
      ) : (
        <HeatMap rows={rows} columns={columns} place={{ edition: chosen.editionId, level: chosen.key }} onFlip={flip} />
      )}
    </div>
  )
}

function useColumns(split: Split, cells: Cells): readonly HeatColumn[] {
  const language = useLanguage()
  const words = useWords(zh, en).heat.head
  return useMemo(() => {
    const types = INTERACTION_TYPES.filter(type => cells.some(cell => cell.type === type))
    const difficulties = DIFFICULTIES.map(difficulty => ({
      key: `d${difficulty}`,
      label: fill(words.difficulty, { n: difficulty }),
      difficulty,
    }))
    if (split === 'byDifficulty') return difficulties
    const named = types.map(type => ({ key: type, label: typeName(type, language), type }))
    return split === 'byType'
      ? named
      : difficulties.flatMap(d => named.map(t => ({ ...t, ...d, key: `${d.key}-${t.key}`, label: t.label })))
  }, [split, cells, language, words])
}
