import type { Tx } from '../../../../platform/db/database.ts'
import type { VersionStanding } from '../../core/versions/duties.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { listOfItem } from '../../store/items/versions.ts'

/** Where a version stands and who had a hand in its item. */
export async function standingOf(tx: Tx, { itemId, state, writerId, reviewerId }: KeptVersion): Promise<VersionStanding> {
  const writerIds = (await listOfItem(tx, itemId)).flatMap(version => version.writerId ?? [])
  return { state, writerId, writerIds, reviewerId }
}
