import { useMemo } from 'react'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { showDashboard, showSpecification } from '../../contract.ts'
import { theoryAreas } from '../../core/tables/areas.ts'
import type { ChosenLevel } from '../level-picker.tsx'
import { pointsIn, rangeTree, rowsOfTree } from '../../core/specification/range-tree.ts'
import { AREA_STEP } from './search-wish.ts'
import type { Choices } from './version-columns.tsx'

/** What a level offers to narrow by: its areas, the ranges and points of its table, its writers. */
export function useChoices({ editionId, level, workType }: ChosenLevel): Choices {
  const place = { editionId, level }
  const table = useRead(showSpecification, { query: place })
  const figures = useRead(showDashboard, { query: place })
  return useMemo(() => {
    const areas = theoryAreas({ editionId, level, workType })
    const rows = rowsOfTree(rangeTree(table.data?.points ?? []), () => true)
    return {
      areas: areas.ok ? areas.value.map(area => ({ value: area.path.join(AREA_STEP), label: area.path.join(AREA_STEP) })) : [],
      points: rows.map(row => {
        const { code, name } = row.kind === 'range' ? row.range : row.point
        return { value: code, label: row.kind === 'range' ? `${code} ${name}（${pointsIn(row.range).length}）` : `${code} ${name}` }
      }),
      writers: (figures.data?.writers ?? []).map(({ writer }) => ({ value: writer, label: writer })),
    }
  }, [editionId, level, workType, table.data, figures.data])
}
