import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { record } from '../../../../audit/index.ts'
import { followingEntries } from '../../../core/protocol/pair/log-links.ts'
import type { LogReach, SiteTaken, SiteTold } from '../../../core/protocol/pair/wire-log.ts'
import { keepEntries, keptHead, takeSiteRows } from '../../../store/hall/peer/log.ts'
import { findSelf } from '../../../store/hall/peer/self.ts'
import { currentPackage } from '../../../store/hall/site.ts'

/**
 * Keeps what the peer tells of the site. A log is kept as far as each entry is linked to the one before; one that was written anew at the
 * peer is not taken, and that stands in the audit log here. Of the own log nothing is learnt from others.
 */
export async function takeSite(tx: Tx, ctx: Ctx, told: SiteTold): Promise<SiteTaken> {
  const self = await findSelf(tx)
  const kept = await currentPackage(tx)
  const [reaches, torn]: [LogReach[], LogReach[]] = [[], []]
  for (const { diskId, entries } of told.logs) {
    if (diskId === self?.diskId) continue
    for (const [chain, own] of Map.groupBy(entries, entry => entry.chain)) {
      const head = await keptHead(tx, { diskId, chain })
      const following = followingEntries(head, own)
      await keepEntries(tx, diskId, following.fresh)
      const reach = { diskId, chain, through: following.fresh.at(-1)?.seq ?? head?.seq ?? 0 }
      ;(following.torn ? torn : reaches).push(reach)
    }
  }
  if (kept?.sitePackageId === told.sitePackageId) await takeSiteRows(tx, kept, told)
  for (const { diskId, chain, through } of torn)
    await record(tx, ctx, { type: 'peer-log-torn', subject: { kind: 'server', id: diskId }, facts: { chain, after: through } })
  return { reaches, torn }
}
