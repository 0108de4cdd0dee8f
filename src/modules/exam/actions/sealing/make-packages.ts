import { hash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { runningRelease } from '../../../../platform/host/release.ts'
import { sealTextTo } from '../../../../platform/sealing/age-text.ts'
import { newOpeningKey, sha256Hex } from '../../../../platform/sealing/derive.ts'
import { splitSecret } from '../../../../platform/sealing/key-shares.ts'
import { record } from '../../../audit/index.ts'
import { keyMarkOf, manifestText, writeShare } from '../../../delivery/contract.ts'
import { documentsOfPapers, prepareSitePackage } from '../../../delivery/index.ts'
import { custodianKeys } from '../../store/sealing/keepers.ts'
import { deletePackages, insertPackage, type MadePackage } from '../../store/sealing/packages.ts'
import { custodiansOf, endMaking, type KeptSealing, lockSealing, moveSealing, putShare, takeRun } from '../../store/sealing/sealings.ts'
import { findSession, type KeptSession } from '../../store/sessions.ts'
import { composeRehearsal, composeSite } from './compose-site.ts'
import { type SessionSite, sitesOfSession } from './site-facts.ts'

type Run = { readonly sealing: KeptSealing; readonly session: KeptSession; readonly sites: readonly SessionSite[]; readonly runId: string }

/**
 * Makes the packages of a sealing, site by site, under an opening key that is drawn here, divided among the custodians and then
 * forgotten. A run cut off begins anew with another key. What is plain is in memory only. Refusals: `sealing-unknown`, `sealing-past`.
 */
export async function makePackages(
  ctx: Ctx,
  { sealingId }: { readonly sealingId: string },
): Promise<Result<{ readonly packages: number }>> {
  const begun = await ctx.ports.database.transact(tx => begin(tx, ctx, sealingId))
  if (!begun.ok) return begun
  const run = begun.value
  const openingKey = newOpeningKey()
  try {
    for (const [at, site] of run.sites.entries()) {
      const made = await makeOne(ctx, run, { site, openingKey })
      if (!made.ok) return made
      const kept = await ctx.ports.database.transact(tx => keepOne(tx, ctx, run, { made: made.value, done: at + 1 }))
      if (!kept) return refuse('sealing-past')
    }
    return await ctx.ports.database.transact(tx => divide(tx, ctx, run, openingKey))
  } finally {
    openingKey.fill(0)
  }
}

async function begin(tx: Tx, ctx: Ctx, sealingId: string): Promise<Result<Run>> {
  const sealing = await lockSealing(tx, sealingId)
  if (!sealing) return refuse('sealing-unknown')
  const runId = newId()
  if (!(await takeRun(tx, { sealingId, runId, state: 'running', now: ctx.ports.clock.now() }))) return refuse('sealing-past')
  const session = await findSession(tx, sealing.sessionId)
  if (!session) throw new Error(`sealing ${sealingId} of no session`)
  await deletePackages(tx, sealingId)
  const sites = (await sitesOfSession(tx, session.id)).filter(site => sealing.sites.includes(site.siteCode))
  return ok({ sealing, session, sites, runId })
}

/** The parts of one package: composed in memory, sealed into a folder of its own, and from there into the file store. */
async function makeOne(
  ctx: Ctx,
  run: Run,
  { site, openingKey }: { readonly site: SessionSite; readonly openingKey: Buffer },
): Promise<Result<MadePackage>> {
  const { sealing, session } = run
  const compose = sealing.rehearsal ? composeRehearsal : composeSite
  const composed = await ctx.ports.database.transact(tx => compose(tx, ctx, session, site))
  const { roster, papers, recipient } = composed
  const documents = await ctx.ports.database.transact(tx => documentsOfPapers(tx, ctx, papers))
  if (!documents.ok) return documents
  const engine = runningRelease()
  const workshop = await mkdtemp(join(tmpdir(), 'zhiheng-sealing-'))
  try {
    const prepared = await prepareSitePackage(
      {
        roster,
        papers,
        list: papers.map(({ packageId, digest }) => ({ packageId, digest })),
        documents: documents.value,
        recipient,
        openingKey,
        sealedAt: ctx.now,
        validFrom: sealing.validFrom,
        validUntil: sealing.validUntil,
        engine: { from: engine, until: engine },
      },
      workshop,
    )
    if (!prepared.ok) return prepared
    const manifest = manifestText(prepared.value.manifest)
    const parts: MadePackage['parts'] = []
    for (const { name, from } of prepared.value.parts) parts.push({ name, fileId: await ctx.ports.files.put(await readFile(from)) })
    const candidates = new Set(roster.candidates.map(one => one.candidateRef)).size
    const { sealingId } = sealing
    const { siteCode, siteName } = site
    const digest = hash('sha256', manifest, 'hex')
    return ok({
      sealingId,
      siteCode,
      siteName,
      sitePackageId: roster.sitePackageId,
      manifest,
      digest,
      parts,
      candidates,
      faces: composed.faces,
    })
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/** False when the run has to stop. */
async function keepOne(
  tx: Tx,
  ctx: Ctx,
  run: Run,
  { made, done }: { readonly made: MadePackage; readonly done: number },
): Promise<boolean> {
  const { sealingId } = run.sealing
  await insertPackage(tx, made)
  if (!(await moveSealing(tx, { sealingId, runId: run.runId, state: 'running', done, now: ctx.ports.clock.now() })))
    throw new RolledBack(false)
  return true
}

/** Divides the key: each share is sealed to its custodian, so that this server cannot read what it keeps for them. */
async function divide(tx: Tx, ctx: Ctx, run: Run, openingKey: Buffer): Promise<Result<{ readonly packages: number }>> {
  const { sealingId, needed, number } = run.sealing
  const custodians = await custodiansOf(tx, sealingId)
  const keys = new Map((await custodianKeys(tx)).map(one => [one.personId, one.recipient]))
  const openingKeySha256 = sha256Hex(openingKey)
  const shares = await splitSecret(openingKey, { count: custodians.length, needed })
  for (const [at, { place, personId }] of custodians.entries()) {
    const [share, recipient] = [shares[at], keys.get(personId)]
    if (!share || !recipient) throw new Error(`no share or no key for custodian ${place} of ${sealingId}`)
    const text = writeShare({ needed, keyMark: keyMarkOf(openingKeySha256), share })
    await putShare(tx, { sealingId, place, shareSealed: await sealTextTo(text, recipient), shareSha256: sha256Hex(share) })
    share.fill(0)
  }
  if (!(await endMaking(tx, { sealingId, runId: run.runId, openingKeySha256, now: ctx.ports.clock.now() })))
    throw new RolledBack(refuse('sealing-past'))
  const facts = { number, packages: run.sites.length, custodians: custodians.length, needed, openingKeySha256 }
  await record(tx, ctx, { type: 'packages-made', subject: { kind: 'sealing', id: sealingId }, facts })
  return ok({ packages: run.sites.length })
}
