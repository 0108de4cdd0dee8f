import type { Placing as KeptPlacing } from './version.ts'

/** Points in the table of one edition and level. */
export type PlacingGroup = { readonly editionId: string; readonly level: string; readonly points: string[] }
type Place = Pick<PlacingGroup, 'editionId' | 'level'>
type Placing = Pick<KeptPlacing, 'editionId' | 'level' | 'code' | 'isHome'>

/** Placings outside of an item's own edition and level, by their place. */
export function placingGroups(placings: readonly Placing[]): PlacingGroup[] {
  const groups = Map.groupBy(
    placings.filter(placing => !placing.isHome),
    ({ editionId, level }) => JSON.stringify([editionId, level]),
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    return first ? [{ editionId: first.editionId, level: first.level, points: group.map(placing => placing.code) }] : []
  })
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.editionId === other.editionId && one.level === other.level
}

/** The list with a group put in the place of `before`, or at the end; a place is never named twice. */
export function withGroup(groups: readonly PlacingGroup[], group: PlacingGroup, before: Place | null): PlacingGroup[] {
  const at = before === null ? -1 : groups.findIndex(one => isSamePlace(one, before))
  const put = at < 0 ? [...groups, group] : groups.with(at, group)
  return put.filter(one => one === group || !isSamePlace(one, group))
}
