import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { openUnderPassPhrase } from '../../../../platform/sealing/pass-phrase.ts'
import { readSigningKey, type SigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { historyOf, record } from '../../../audit/index.ts'
import { SealManifest, sealingText } from '../../../delivery/contract.ts'
import { writeSitePackage } from '../../../delivery/index.ts'
import type { sealPackages as endpoint } from '../../contract.ts'
import { judgeSealer, type SealingPersons } from '../../core/sealing/ceremony.ts'
import { SEALS_NEEDED } from '../../core/sealing/sealing.ts'
import { type SealerKey, sealerKeyOf } from '../../store/sealing/keepers.ts'
import { addSeals, packagesOf, putPackageFile, type SealedPackage } from '../../store/sealing/packages.ts'
import {
  beginFinishing,
  custodiansOf,
  endSealing,
  findSealing,
  insertPackageSealer,
  type KeptSealing,
  lockSealing,
  moveSealing,
  packageSealers,
  takeRun,
} from '../../store/sealing/sealings.ts'
import { personOf } from './order-sealing.ts'

/** The job that writes the files of a sealing once two persons have sealed it; its payload is `{ sealingId }`. */
export const FINISH_TASK = 'finish-packages'

type Request = { readonly params: ParamsOf<typeof endpoint>; readonly body: BodyOf<typeof endpoint> }

/**
 * A sealer signs every manifest of a sealing. The pass phrase is tried before the transaction, because that takes long; who may seal is
 * judged within it. The second seal orders the files. Refusals: `sealer-without-key`, `own-pass-phrase-wrong`, `sealing-unknown`,
 * `sealing-not-to-sign` and those of `judgeSealer`.
 */
export async function sealPackagesAction({ params, body }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof endpoint>>> {
  const { database } = ctx.ports
  const own = await database.transact(tx => sealerKeyOf(tx, personOf(ctx)))
  if (!own) return refuse('sealer-without-key')
  const pem = await openUnderPassPhrase(own.kept, body.passPhrase)
  if (pem === null) {
    const subject = { kind: 'sealing', id: params.sealingId }
    await database.transact(tx => record(tx, ctx, { type: 'seal-refused', subject, facts: { why: 'pass-phrase' } }))
    return refuse('own-pass-phrase-wrong')
  }
  return database.transact(async tx => {
    const outcome = await putSeal(tx, ctx, { sealingId: params.sealingId, own, signing: readSigningKey(pem) })
    if (!outcome.ok) throw new RolledBack(outcome)
    return outcome
  })
}

type PutSeal = { readonly sealingId: string; readonly own: SealerKey; readonly signing: SigningKey }

async function putSeal(tx: Tx, ctx: Ctx, { sealingId, own, signing }: PutSeal): Promise<Result<ReplyOf<typeof endpoint>>> {
  const sealing = await lockSealing(tx, sealingId)
  if (!sealing) return refuse('sealing-unknown')
  if (sealing.state !== 'to-sign') return refuse('sealing-not-to-sign')
  const before = await sealingPersons(tx, sealing)
  const may = judgeSealer(own.personId, before)
  if (!may.ok) return may
  const { sealerId, personId } = own
  const packages = await packagesOf(tx, sealingId)
  const seals = packages.map(({ siteCode, manifest }) => ({ siteCode, seal: { sealerId, signature: signing.sign(textOf(manifest)) } }))
  await addSeals(tx, sealingId, seals)
  if (!(await insertPackageSealer(tx, { sealingId, personId, sealerId, now: ctx.now }))) return refuse('sealer-sealed-already')
  const count = before.sealedBy.length + 1
  const subject = { kind: 'sealing', id: sealingId }
  await record(tx, ctx, { type: 'packages-sealed', subject, facts: { sealer: sealerId, seal: count, packages: packages.length } })
  if (count < SEALS_NEEDED) return ok({ seals: count })
  if (!(await beginFinishing(tx, sealingId, ctx.now))) return refuse('changed-meanwhile')
  await ctx.ports.jobs.enqueue(tx, FINISH_TASK, { sealingId }, { key: `${FINISH_TASK}:${sealingId}` })
  return ok({ seals: count })
}

/** What is signed is the manifest as it stands, read again by its schema. */
function textOf(manifest: string): string {
  return sealingText(SealManifest.parse(JSON.parse(manifest)))
}

/** Who did what so far; who had the forms assembled stands in the audit log of the session. */
export async function sealingPersons(tx: Tx, { sealingId, sessionId, orderedBy }: KeptSealing): Promise<SealingPersons> {
  const history = await historyOf(tx, { kind: 'session', id: sessionId })
  const assembledBy = history.filter(entry => entry.type === 'arrangement-ordered').map(entry => entry.actor.replace(/^person:/, ''))
  const custodians = (await custodiansOf(tx, sealingId)).map(one => one.personId)
  const sealedBy = (await packageSealers(tx, sealingId)).map(one => one.personId)
  return { assembledBy, orderedBy, custodians, sealedBy }
}

/** Writes one file for each site: parts, manifest and both seals. Taken up where it stopped. Refusals: `sealing-unknown`, `sealing-past`. */
export async function finishPackages(ctx: Ctx, { sealingId }: { readonly sealingId: string }): Promise<Result<{ readonly files: number }>> {
  const { database } = ctx.ports
  const runId = newId()
  const sealing = await database.transact(tx => findSealing(tx, sealingId))
  if (!sealing) return refuse('sealing-unknown')
  const now = () => ctx.ports.clock.now()
  if (!(await database.transact(tx => takeRun(tx, { sealingId, runId, state: 'finishing', now: now() })))) return refuse('sealing-past')
  const packages = await database.transact(tx => packagesOf(tx, sealingId))
  for (const [at, one] of packages.entries()) {
    const bytes = one.fileId === null ? await fileOf(ctx, one) : null
    const file = bytes && { fileId: await ctx.ports.files.put(bytes), fileBytes: bytes.length }
    const kept = await database.transact(async tx => {
      if (file) await putPackageFile(tx, { sealingId, siteCode: one.siteCode, ...file })
      return moveSealing(tx, { sealingId, runId, state: 'finishing', done: at + 1, now: now() })
    })
    if (!kept) return refuse('sealing-past')
  }
  await database.transact(async tx => {
    if (!(await endSealing(tx, sealingId, now()))) return
    const facts = { packages: packages.length, digests: packages.map(one => `${one.siteCode} ${one.digest}`) }
    await record(tx, ctx, { type: 'packages-ready', subject: { kind: 'sealing', id: sealingId }, facts })
  })
  return ok({ files: packages.length })
}

async function fileOf(ctx: Ctx, { manifest, seals, parts }: SealedPackage): Promise<Buffer> {
  const workshop = await mkdtemp(join(tmpdir(), 'zhiheng-package-'))
  try {
    const target = join(workshop, 'package.zhpkg')
    const whole = await Promise.all(parts.map(async ({ name, fileId }) => ({ name, from: await ctx.ports.files.get(fileId) })))
    await writeSitePackage(target, { manifest: SealManifest.parse(JSON.parse(manifest)), seals, parts: whole })
    return await readFile(target)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}
