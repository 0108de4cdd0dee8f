import type { Tx } from '../../../../../platform/db/database.ts'
import { entriesAfter } from '../../../../audit/index.ts'
import { tellPeerSite } from '../../../contract.ts'
import { LogEntry, MOST_LOG_ENTRIES_TOLD, type SiteTold, SiteTaken } from '../../../core/protocol/pair/wire-log.ts'
import {
  type SiteKey,
  certificatesWithNews,
  evidenceWithNews,
  keptAfter,
  keptChains,
  logReaches,
  putLogReaches,
  toldSiteRows,
} from '../../../store/hall/peer/log.ts'
import { findSelf } from '../../../store/hall/peer/self.ts'
import type { Exchange } from './exchange-state.ts'

const MOST_BYTES = 512 * 1024

/** Brings to the peer what belongs to the site: logs, certificates, evidence. True when there may be more. Throws `PeerSilent`. */
export async function tellSite(exchange: Exchange, site: SiteKey & { readonly pairKey: string }): Promise<boolean> {
  const { ports, torn } = exchange
  const told = await ports.database.transact(async tx => ({
    sitePackageId: site.sitePackageId,
    logs: await logsWithNews(tx, torn),
    certificates: await certificatesWithNews(tx, site.siteCode),
    evidence: await evidenceWithNews(tx, site.sitePackageId),
  }))
  if (told.logs.length + told.certificates.length + told.evidence.length === 0) return false
  const reply = await exchange.send({ path: tellPeerSite.path, pairKey: site.pairKey, sentAt: ports.clock.now(), value: told })
  const taken = SiteTaken.parse(reply)
  const known = new Map(told.logs.map(({ diskId, entries }) => [diskId, new Set(entries.map(one => `${one.chain} ${one.seq}`))]))
  for (const { diskId, chain } of taken.torn) {
    torn.add(`${diskId} ${chain}`)
    ports.log.error({ diskId, chain }, 'a chain of the audit log is not what the peer holds of it')
  }
  await ports.database.transact(async tx => {
    await putLogReaches(tx, taken.reaches)
    await toldSiteRows(tx, site, told)
  })
  // a peer that takes nothing is not told the same again at once
  return taken.reaches.some(({ diskId, chain, through }) => known.get(diskId)?.has(`${chain} ${through}`))
}

/** What the peer does not hold of the own log, and of those of other disks that are kept here; never what it wrote itself. */
async function logsWithNews(tx: Tx, torn: ReadonlySet<string>): Promise<SiteTold['logs']> {
  const self = await findSelf(tx)
  if (!self) return []
  const reaches = await logReaches(tx)
  const reachOf = (diskId: string, chain: string) =>
    torn.has(`${diskId} ${chain}`) ? Infinity : (reaches.find(one => one.diskId === diskId && one.chain === chain)?.through ?? 0)
  const own = new Map([...'0123456789abcdef'].map(chain => [chain, reachOf(self.diskId, chain)]))
  const found = [{ diskId: self.diskId, entries: await entriesAfter(tx, own, MOST_LOG_ENTRIES_TOLD) }]
  for (const { diskId, chain, through } of await keptChains(tx)) {
    const after = reachOf(diskId, chain)
    if (diskId === self.peerDiskId || through <= after) continue
    found.push({ diskId, entries: (await keptAfter(tx, { diskId, chain, after, most: MOST_LOG_ENTRIES_TOLD })) as never })
  }
  return withinBounds(found.map(({ diskId, entries }) => ({ diskId, entries: entries.map(one => LogEntry.parse(one)) })))
}

/** What fits into one message, in its order: the rest is asked for again. */
function withinBounds(logs: SiteTold['logs']): SiteTold['logs'] {
  let [bytes, count] = [0, 0]
  return logs.flatMap(({ diskId, entries }) => {
    const fits = entries.filter(entry => {
      bytes += JSON.stringify(entry).length
      count += 1
      return count === 1 || (bytes <= MOST_BYTES && count <= MOST_LOG_ENTRIES_TOLD)
    })
    return fits.length === 0 ? [] : [{ diskId, entries: fits }]
  })
}
