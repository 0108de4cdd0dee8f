import type { BodyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { closeAndBuildResult } from '../../contract.ts'
import type { Servers, Statement } from '../../core/record/judge-record.ts'
import type { AttemptLine } from '../../core/record/record.ts'
import type { SignerWord } from '../../core/record/result-file.ts'
import { lostOf, sittingLedger } from '../../core/record/sitting-ledger.ts'
import type { CentreKeys } from '../../core/site/site-package.ts'
import type { ResultView } from '../../core/site/site-views.ts'
import { candidatesOfSitting } from '../../store/hall/hall.ts'
import { stagedPackages } from '../../store/hall/intake.ts'
import { type KeptResult, purgedAt, putResult, resultsOf } from '../../store/hall/results.ts'
import { closeFor } from '../hall/endings.ts'
import { type Keepers, byTwo, mustBe, provePassPhrase } from '../hall/keepers.ts'
import { catchUpSitting } from '../client/lab/world-entries.ts'
import { buildResult } from '../record/build-result.ts'
import { agreeWithPeer } from './agree-with-peer.ts'
import { type EnrolledSite, type SitePlace, ownEnrolment } from './place.ts'
import { managerWord, serverWord } from './signers.ts'
import { type Built, viewResult, writeResult } from './write-result.ts'

type Request = { readonly params: { readonly sittingId: string }; readonly body: BodyOf<typeof closeAndBuildResult> }

/**
 * Ends the sitting and makes its result package. The file is written before its row, so that a row never names a file that is not whole;
 * the same contents again give the package that is there.
 */
export function closeAndBuildAction(place: SitePlace) {
  return async (request: Request, ctx: Ctx): Promise<Result<ResultView>> => {
    const site = await ownEnrolment(place)
    if (!site.ok) return site
    const closed = await closeByTwo(request, ctx)
    if (!closed.ok) return closed
    const { sittingId } = request.params
    const played = await catchUpSitting(ctx, sittingId)
    if (!played.ok) return played
    const agreed = await agreeWithPeer(ctx, {
      place,
      siteKey: site.value.keys.signing.publicKey,
      build: servers => ctx.ports.database.transact(tx => buildWhole(tx, ctx, { sittingId, place, site: site.value, servers })),
      alone: request.body.alone,
    })
    if (!agreed.ok) return agreed
    const { built, peer } = agreed.value
    if (built.known !== null) return ok(viewResult(built.known))
    const words = await wordsOn(built.statement, { ctx, place, site: site.value, manager: closed.value, peer })
    if (!words.ok) return words
    const kept = await writeResult(ctx, place, built, { words: words.value, centre: built.centre })
    await ctx.ports.database.transact(async tx => {
      await putResult(tx, sittingId, kept)
      const facts = { root: kept.root, sha256: kept.sha256, signers: kept.signers, result: kept.resultId }
      await record(tx, ctx, { type: 'result-package-made', subject: { kind: 'sitting', id: sittingId }, facts })
    })
    return ok(viewResult(kept))
  }
}

type Manager = { readonly sitePackageId: string; readonly staffId: string; readonly passPhrase: string }

/** Closes the sitting by manager and engineer, and gives who of them signs with which pass phrase. */
async function closeByTwo({ params, body }: Request, ctx: Ctx): Promise<Result<Manager>> {
  const keepers = await byTwo<Keepers>(ctx, {
    act: 'build-result',
    witness: body.witness,
    run: async (tx, both) => {
      const permitted = mustBe('build-result', both)
      if (!permitted.ok) return permitted
      if (await purgedAt(tx, params.sittingId)) return refuse('purged-already')
      const closed = await closeFor(tx, { params, body: { actId: body.actId } }, ctx, both)
      return closed.ok ? ok(both) : closed
    },
  })
  if (!keepers.ok) return keepers
  const { first, kept } = keepers.value
  if (!first.duties.includes('site-manager'))
    return ok({ sitePackageId: kept.sitePackageId, staffId: body.witness.staffId, passPhrase: body.witness.passPhrase })
  const manager = { sitePackageId: kept.sitePackageId, staffId: first.staffId, passPhrase: body.passPhrase ?? '' }
  const proven = await provePassPhrase(ctx, manager)
  return proven.ok ? ok(manager) : proven
}

type Building = { readonly sittingId: string; readonly place: SitePlace; readonly site: EnrolledSite; readonly servers: Servers }
type Whole = Built & { readonly known: KeptResult | null; readonly centre: CentreKeys }

async function buildWhole(tx: Tx, ctx: Ctx, { sittingId, place, site, servers }: Building): Promise<Result<Whole>> {
  const centre = await centreOf(tx, sittingId)
  if (centre === null) return refuse('result-no-centre')
  const built = await buildResult(tx, ctx, { sittingId, siteCode: site.keys.siteCode, engine: place.engine, servers })
  if (!built.ok) return built
  const whole = await sums(tx, sittingId, built.value.record.attempts)
  if (!whole.ok) return whole
  const known = (await resultsOf(tx, sittingId)).find(one => isSame(one.statement, built.value.statement)) ?? null
  return ok({ ...built.value, known, centre })
}

/** Where the results of a sitting go, by the package that brought it. */
export async function centreOf(tx: Tx, sittingId: string): Promise<CentreKeys | null> {
  return (await stagedPackages(tx)).find(one => one.sittings.includes(sittingId))?.centre ?? null
}

/** The ledger of a sitting from the tables, with the attempts of the package as they are about to go. Refusal: `result-not-whole`. */
async function sums(tx: Tx, sittingId: string, attempts: readonly AttemptLine[]): Promise<Result<true>> {
  const packed = attempts.map(one => one.attempt.id)
  const unequal = (await ledgerOf(tx, sittingId, attempts, packed)).find(arrow => !arrow.sums)
  const lost = lostOf(attempts).length
  if (unequal === undefined && lost === 0) return ok(true)
  const { from, to, unexplained, invented, twice } = unequal ?? { ...NO_ARROW, unexplained: Array<string>(lost).fill('') }
  return refuse('result-not-whole', { from, to, missing: unexplained.length, invented: invented.length + twice.length })
}

const NO_ARROW = { from: 'acknowledged', to: 'in-package', invented: [], twice: [] }

export async function ledgerOf(tx: Tx, sittingId: string, attempts: readonly AttemptLine[], packed: readonly string[] | null) {
  const registered = (await candidatesOfSitting(tx, sittingId)).map(({ candidateRef, attemptId, checkedInAt }) => ({
    candidateRef,
    attemptId,
    checkedIn: checkedInAt !== null,
  }))
  return sittingLedger(registered, attempts, packed)
}

/** The same contents by the same servers; when it was signed plays no part. */
function isSame(known: Statement, fresh: Statement): boolean {
  return known.root === fresh.root && known.servers === fresh.servers
}

type Signing = {
  readonly ctx: Ctx
  readonly place: SitePlace
  readonly site: EnrolledSite
  readonly manager: Manager
  readonly peer: SignerWord | null
}

async function wordsOn(statement: Statement, { ctx, place, site, manager, peer }: Signing): Promise<Result<SignerWord[]>> {
  const signed = await managerWord(place, manager, site.keys, statement)
  if (!signed.ok) return signed
  const own = serverWord(ctx, place.name, site.keys, statement)
  return ok([own, ...(peer === null ? [] : [peer]), signed.value].toSorted((a, b) => (a.signer < b.signer ? -1 : 1)))
}
