import type { CallInput } from '../../../../ui/client.ts'
import type { TableState } from '../../../../ui/components/table/table-address.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'
import { IMPORTANCES, type searchItems, VERSION_STATES } from '../../contract.ts'

export type SearchBody = CallInput<typeof searchItems>['body']
type Place = { readonly editionId: string; readonly level: string }

/** Separates the steps of an area's path in the address. */
export const AREA_STEP = '／'

/** What the server is asked for, from the address; values that no list offers narrow nothing, so an old link never breaks the page. */
export function searchWish({ editionId, level }: Place, { search, filters }: TableState, text: string): SearchBody {
  const difficulty = Number(filters['difficulty'])
  const state = VERSION_STATES.find(each => each === filters['state'])
  return {
    editionId,
    level,
    code: search.trim().toUpperCase().slice(0, 40),
    area: (filters['area'] ?? '').split(AREA_STEP).filter(Boolean).slice(0, 4),
    point: (filters['point'] ?? '').slice(0, 20),
    type: INTERACTION_TYPES.find(each => each === filters['type']) ?? '',
    states: state === undefined ? [] : [state],
    ...([1, 2, 3, 4, 5].includes(difficulty) && { difficulty: { least: difficulty, most: difficulty } }),
    importance: IMPORTANCES.find(each => each === filters['importance']) ?? '',
    writer: (filters['writer'] ?? '').slice(0, 60),
    used: (['used', 'unused'] as const).find(each => each === filters['used']) ?? '',
    text: text.trim().slice(0, 200),
  }
}
