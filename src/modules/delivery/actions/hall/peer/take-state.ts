import { instant } from '../../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { record } from '../../../../audit/index.ts'
import { numberOfDisk, replacesLostDisk } from '../../../core/protocol/pair/numbers.ts'
import type { StateTold } from '../../../core/protocol/pair/wire.ts'
import { forgetFiles } from '../../../store/attempt-files.ts'
import { sittingsOfPackage } from '../../../store/hall/hall.ts'
import { forgetSiteTold } from '../../../store/hall/peer/log.ts'
import { forgetConfirmed } from '../../../store/hall/peer/news.ts'
import { type ServerSelf, knownDisks, putDisk, putSelf } from '../../../store/hall/peer/self.ts'
import { armPackageAt } from '../../../store/hall/peer/take.ts'
import { currentPackage } from '../../../store/hall/site.ts'

/** How this server is, for its peer. `complete`: nothing is left to be told. */
export async function stateHere(
  tx: Tx,
  ctx: Ctx,
  self: ServerSelf,
  run: { readonly startedAt: number; readonly complete: boolean },
): Promise<StateTold | undefined> {
  const kept = await currentPackage(tx)
  if (!kept) return undefined
  const { serverName: name, diskId, number, inStep } = self
  const { sitePackageId, digest, armedAt } = kept
  const disks = (await knownDisks(tx)).map(disk => ({ ...disk }))
  return { name, diskId, number, sitePackageId, digest, now: ctx.now, ...run, inStep, to: self.peerDiskId, armedAt, disks }
}

/**
 * Takes in how the peer is. A disk of this server that the peer does not know gets a number that was never used; a new disk of the peer
 * holds nothing of what was confirmed. Refusals: `peer-other-package`, `peer-same-name`.
 */
export async function takeState(tx: Tx, ctx: Ctx, self: ServerSelf, told: StateTold): Promise<Result<ServerSelf>> {
  const kept = await currentPackage(tx)
  if (kept?.sitePackageId !== told.sitePackageId || kept.digest !== told.digest) return refuse('peer-other-package')
  if (told.name === self.serverName) return refuse('peer-same-name', { name: told.name })
  const known = [...(await knownDisks(tx)), ...told.disks]
  const number = numberOfDisk({ name: self.serverName, diskId: self.diskId }, known)
  const theirs = { name: told.name, diskId: told.diskId, number: told.number }
  const taken = known.some(disk => disk.name === told.name && disk.number === told.number && disk.diskId !== told.diskId)
  for (const disk of told.disks) await putDisk(tx, disk, ctx.now)
  if (!taken) await putDisk(tx, theirs, ctx.now)
  await putDisk(tx, { name: self.serverName, diskId: self.diskId, number }, ctx.now)
  if (told.armedAt !== null) await armPackageAt(tx, kept.sitePackageId, instant(told.armedAt))
  const isNewDisk = self.peerDiskId !== told.diskId
  if (isNewDisk) {
    for (const sitting of await sittingsOfPackage(tx, kept.sitePackageId)) {
      await forgetConfirmed(tx, sitting.sittingId)
      await forgetFiles(tx, sitting.sittingId)
    }
    await forgetSiteTold(tx, kept)
    await record(tx, ctx, {
      type: 'peer-met',
      subject: { kind: 'site-package', id: kept.sitePackageId },
      facts: { peer: told.name, disk: told.diskId, number: told.number },
    })
  }
  const isReplacement = self.peerDiskId === null && replacesLostDisk({ name: self.serverName, diskId: self.diskId }, told.disks)
  // who replaces a lost disk serves nobody until a peer that is in step itself has told everything
  const inStep = isReplacement ? false : self.inStep || (told.complete && told.inStep && told.to === self.diskId)
  const after = { ...self, number, inStep, peerDiskId: told.diskId, peerSeenAt: ctx.now }
  await putSelf(tx, after)
  return ok(after)
}
