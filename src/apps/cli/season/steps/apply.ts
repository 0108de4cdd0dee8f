import {
  attachEvidence,
  attachPhoto,
  type DocumentKind,
  readApplication,
  saveDraft,
  startApplication,
  submitApplication,
} from '../../../../modules/registration/contract.ts'
import type { ClientFile } from '../../../../platform/http/client.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, told } from '../driving/season-world.ts'
import type { StatedFacts } from '../people/stated-facts.ts'
import type { OpenSession } from './open-session.ts'

export type Applied = {
  readonly started: number
  readonly submitted: number
  readonly refusedByClause: number
  readonly filesRefused: number
  readonly secondApplicationsRefused: number
}
type Counting = { -readonly [K in keyof Applied]: number }
type Applying = { readonly world: SeasonWorld; readonly track: Track; readonly key: Key; readonly counts: Counting }
type Key = { readonly personId: string; readonly applicationId: string }

/** Everybody fills the form in, uploads photo and documents, and hands the application in. */
export async function apply(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]): Promise<Applied> {
  const counts: Counting = { started: 0, submitted: 0, refusedByClause: 0, filesRefused: 0, secondApplicationsRefused: 0 }
  await inParallel(tracks, AT_ONCE, async track => {
    const applying = { world, track, key: await start(world, session, track, counts), counts }
    await attachDocuments(applying)
    await handIn(applying)
    world.progress.step()
  })
  return counts
}

async function start(world: SeasonWorld, session: OpenSession, track: Track, counts: Counting): Promise<Key> {
  const { caller } = world
  const { client, person } = track
  const body = { roundId: session.sessionId, level: person.level }
  const { personId, applicationId, version } = await caller.must(client, startApplication, { body })
  counts.started += 1
  track.application = { personId, applicationId }
  if (person.twice === 'application') {
    const again = await caller.ask(client, startApplication, { body })
    if (!again.ok && again.refusal.code === 'application-duplicate') counts.secondApplicationsRefused += 1
    else world.surprises.push(`${told(track)}在同一考次重复申报，未被拒绝`)
  }
  await caller.must(client, saveDraft, {
    params: track.application,
    body: { version, draft: { ...person.draft, siteCode: track.siteCode } },
  })
  return track.application
}

/** A document that a stated fact asks for. */
type Needed = { readonly kind: DocumentKind; readonly factId: string; readonly title: string }

/** What has to be uploaded, in the order of the form. The last one is what some people forget or fake. */
export function documentsFor({ employments, diplomas, certificates, trainings }: StatedFacts): Needed[] {
  return [
    ...employments.map((e): Needed => ({ kind: 'employment-statement', factId: e.factId, title: '工作年限证明' })),
    ...diplomas.map((d): Needed =>
      d.studying
        ? { kind: 'enrolment-proof', factId: d.factId, title: '在读证明' }
        : { kind: 'diploma', factId: d.factId, title: '毕业证书' },
    ),
    ...certificates.map((c): Needed => ({ kind: 'certificate-record', factId: c.factId, title: '职业资格证书' })),
    ...trainings.map((t): Needed => ({ kind: 'completion-proof', factId: t.factId, title: '结业证书' })),
  ]
}

async function attachDocuments(applying: Applying): Promise<void> {
  const { world, track, key } = applying
  const { caller, pictures } = world
  const { client, person } = track
  await caller.must(client, attachPhoto, { params: key, body: {}, file: pictures.portrait(person.index) })
  await caller.must(client, attachEvidence, {
    params: key,
    body: { kind: 'identity-document' },
    file: pictures.scan(person.index, '身份证'),
  })
  const needed = documentsFor(person.draft)
  for (const [i, document] of needed.entries()) {
    const last = i === needed.length - 1
    if (last && person.plan.kind === 'missing') continue
    if (last && person.plan.kind === 'disguised') await attachDisguised(applying, document)
    else await attach(world, track, key, { ...document, file: pictures.scan(person.index + i + 1, document.title) })
  }
}

async function attach(
  { caller }: SeasonWorld,
  { client }: Track,
  params: Key,
  { kind, factId, file }: Needed & { readonly file: ClientFile },
): Promise<void> {
  await caller.must(client, attachEvidence, { params, body: { kind, factId }, file })
}

async function attachDisguised({ world, track, key: params, counts }: Applying, { kind, factId, title }: Needed): Promise<void> {
  const sent = await world.caller.ask(track.client, attachEvidence, {
    params,
    body: { kind, factId },
    file: world.pictures.disguised(title),
  })
  if (!sent.ok && sent.refusal.code === 'file-disguised') counts.filesRefused += 1
  else world.surprises.push(`${told(track)}上传的伪装文件未被拒绝`)
}

async function handIn({ world, track, key: params, counts }: Applying): Promise<void> {
  const { plan } = track.person
  const { version } = await world.caller.must(track.client, readApplication, { params })
  const handed = await world.caller.ask(track.client, submitApplication, { params, body: { version } })
  if (handed.ok) {
    track.standing = 'submitted'
    counts.submitted += 1
    if (plan.kind === 'short') world.surprises.push(`${told(track)}不满足申报条件，却被接受`)
    return
  }
  track.standing = 'refused'
  const { code, facts, zh } = handed.refusal
  if (code === 'clause-not-met') counts.refusedByClause += 1
  if (plan.kind !== 'short' || code !== 'clause-not-met') world.surprises.push(`${told(track)}提交被拒：${zh}（${code}）`)
  else if (facts['metOn'] !== (plan.metOn ?? '—'))
    world.surprises.push(`${told(track)}最早满足日期应为${plan.metOn ?? '无'}，系统答复${facts['metOn']}`)
}

/** Whoever was returned for a forgotten document brings it and hands in again. */
export async function correct(world: SeasonWorld, tracks: readonly Track[]): Promise<number> {
  const returned = tracks.filter(t => t.standing === 'returned' && t.person.plan.kind === 'missing')
  await inParallel(returned, AT_ONCE, async track => {
    const params = track.application
    const forgotten = documentsFor(track.person.draft).at(-1)
    if (params === null || forgotten === undefined) throw new Error('nothing was handed in')
    await attach(world, track, params, { ...forgotten, file: world.pictures.scan(track.person.index, forgotten.title) })
    const { version } = await world.caller.must(track.client, readApplication, { params })
    await world.caller.must(track.client, submitApplication, { params, body: { version } })
    track.standing = 'submitted'
    world.progress.step()
  })
  return returned.length
}
