import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import {
  chosenWorkType,
  findEdition,
  includedLevels,
  isLevelCode,
  levelOf,
  weightLeaves,
  weightTable,
  weightTables,
} from '../../../standard/contract.ts'
import { type WeightedArea, liesIn } from './coverage.ts'

/** A level of an edition, and the work type where the edition divides the level by it. */
export type LevelPlace = { readonly editionId: string; readonly level: string; readonly workType: string | null }

/** The areas of the theory weight table of a level, from the edition itself. Refusals are those of the standard. */
export function theoryAreas({ editionId, level, workType }: LevelPlace): Result<readonly WeightedArea[]> {
  const edition = findEdition(editionId)
  if (!edition.ok) return edition
  if (!isLevelCode(level)) return refuse('level-unknown', { edition: editionId, level, levels: [] })
  const known = levelOf(edition.value, level)
  if (!known.ok) return known
  const choice = chosenWorkType(edition.value, level, workType)
  if (!choice.ok) return choice
  const rows = weightTable(edition.value, level, workType, 'theory')
  return rows.ok ? ok(weightLeaves(rows.value)) : rows
}

/** The areas of all theory weight tables of a level, whatever its work types: a specification table is one for the level. Undefined for an unknown place. */
export function levelAreas({ editionId, level }: Pick<LevelPlace, 'editionId' | 'level'>): readonly WeightedArea[] | undefined {
  const edition = findEdition(editionId)
  if (!edition.ok) return undefined
  const tables = weightTables(edition.value).filter(table => table.part === 'theory' && table.key.split(':')[0] === level)
  if (tables.length === 0) return undefined
  const leaves = Map.groupBy(
    tables.flatMap(table => weightLeaves(table.rows)),
    leaf => leaf.path.join('/'),
  )
  return [...leaves.values()].flatMap(same => same.toSorted((a, b) => b.weight - a.weight).slice(0, 1))
}

/** Does a path lie in an area of any theory weight table of the level? An area of weight 0 is known too. */
export function knowsArea({ editionId, level }: Pick<LevelPlace, 'editionId' | 'level'>, path: readonly string[]): boolean {
  const edition = findEdition(editionId)
  if (!edition.ok) return false
  const tables = weightTables(edition.value).filter(table => table.part === 'theory' && table.key.split(':')[0] === level)
  return tables.some(table => weightLeaves(table.rows).some(leaf => liesIn(path, leaf.path)))
}

/** The levels whose items may stand in a paper of a level, the level itself first: lower ones only in a cumulative edition. */
export function levelsFor({ editionId, level }: Pick<LevelPlace, 'editionId' | 'level'>): Result<readonly string[]> {
  const edition = findEdition(editionId)
  if (!edition.ok) return edition
  if (!isLevelCode(level)) return refuse('level-unknown', { edition: editionId, level, levels: [] })
  const included = includedLevels(edition.value, level)
  return included.ok ? ok(included.value.toReversed()) : included
}
