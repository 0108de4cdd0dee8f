import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { OPENING_KEY_BYTES, sha256Hex } from '../../../../platform/sealing/derive.ts'
import type { DrillValue } from '../../core/drill/certificate.ts'
import type { StepRecord } from '../../core/drill/drill-steps.ts'
import { readKeyText } from '../../core/seal/key-text.ts'
import { sittingsOfPackage } from '../../store/hall/hall.ts'
import { stagedPackages } from '../../store/hall/intake.ts'
import { resultsOf } from '../../store/hall/results.ts'
import { linkOf } from '../hall/peer/link.ts'
import { type SitePlace, resultFile } from '../site/place.ts'

export type Measuring = {
  readonly ctx: Ctx
  readonly sitePackageId: string
  readonly step: StepRecord
  readonly spokenKey: string | null
  readonly place: SitePlace
}
type Measured = Promise<Result<DrillValue[]>>

/** What the server measures itself when a step is confirmed. Steps that are not named here are measured by people, or were before. */
const MEASURES: Readonly<Record<string, (tx: Tx, measuring: Measuring) => Measured>> = {
  load: async (_tx, { step }) => loadValues(step),
  'server-swap': async (_tx, { ctx, step }) => peerValues(ctx, step),
  'key-by-voice': keyValues,
  'stick-upload': resultValues,
}

/** Refusals: `drill-load-running`, `drill-step-not-begun`, `drill-peer-not-seen`, `drill-key-wrong`, `drill-result-missing`. */
export async function measureStep(tx: Tx, measuring: Measuring): Measured {
  const { step } = measuring
  if (step.stepId !== 'load' && step.beganAt === null) return refuse('drill-step-not-begun')
  return (await MEASURES[step.stepId]?.(tx, measuring)) ?? ok([])
}

function loadValues({ state, values }: StepRecord): Result<DrillValue[]> {
  if (state === 'running') return refuse('drill-load-running')
  return values.length === 0 ? refuse('drill-step-not-begun') : ok([...values])
}

const watches = new WeakMap<Database, { away: boolean }>()
const WATCH_EVERY_MS = 250
const WATCH_LONGEST_MS = 30 * 60_000

/** From now on this server notes whether its peer goes away: asked when the swap of a server begins. */
export function watchPeer(database: Database): void {
  const watch = { away: false }
  watches.set(database, watch)
  const begun = performance.now()
  const timer = setInterval(() => {
    const view = linkOf(database)?.view()
    if (view?.state === 'away') watch.away = true
    if (!view || watches.get(database) !== watch || performance.now() - begun > WATCH_LONGEST_MS) clearInterval(timer)
  }, WATCH_EVERY_MS)
  timer.unref()
}

/** The peer went, came back, and both hold everything again: then what it had not confirmed by then is what was lost. */
function peerValues({ ports }: Ctx, { stepId }: StepRecord): Result<DrillValue[]> {
  const view = linkOf(ports.database)?.view()
  if (!view || view.state !== 'paired' || watches.get(ports.database)?.away !== true) return refuse('drill-peer-not-seen')
  return ok([{ stepId, measureId: 'lost', value: view.waiting }])
}

/** The key that was read out and typed is held against the hash that two sealers signed. */
async function keyValues(tx: Tx, { ctx, sitePackageId, step, spokenKey }: Measuring): Measured {
  const key = readKeyText(spokenKey ?? '', OPENING_KEY_BYTES)
  if (!key.ok) return key
  const manifest = (await stagedPackages(tx)).find(one => one.sitePackageId === sitePackageId)?.manifest
  if (manifest?.openingKeySha256 !== sha256Hex(key.value)) return refuse('drill-key-wrong')
  return ok([{ stepId: step.stepId, measureId: 'until-open', value: secondsBetween(step.beganAt ?? ctx.now, ctx.now) }])
}

/** The newest result package of the rehearsal is on the disk as its digest says. */
async function resultValues(tx: Tx, { sitePackageId, step, place }: Measuring): Measured {
  for (const { sittingId, closedAt } of await sittingsOfPackage(tx, sitePackageId)) {
    const [result] = await resultsOf(tx, sittingId)
    if (!result || closedAt === null) continue
    const path = resultFile(place.dataFolder, result.resultId)
    if (!existsSync(path) || (await digestOfFile(path)) !== result.sha256) return refuse('drill-result-missing')
    return ok([{ stepId: step.stepId, measureId: 'until-written', value: secondsBetween(closedAt, result.builtAt) }])
  }
  return refuse('drill-result-missing')
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.ceil((to - from) / 1_000))
}

async function digestOfFile(path: string): Promise<string> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), sum)
  return sum.digest('hex')
}
