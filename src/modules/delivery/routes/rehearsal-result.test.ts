import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { plusMinutes } from '../../../kernel/instant.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { type Client, openClient } from '../../../platform/http/client.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/id.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { centreKeys } from '../actions/record/centre-identity.ts'
import { readSittingRecord } from '../actions/record/build-result.ts'
import { recordDigests } from '../actions/record/record-digests.ts'
import { installPackage } from '../actions/install-package.ts'
import { resultFile } from '../actions/site/place.ts'
import { sendResult } from '../actions/site/send-result.ts'
import { addFile, armSite, closeAndBuildResult, openPapersAtSite, recordMalpractice, saveEvents, writeKeyText } from '../contract.ts'
import { deliveryRefusals } from '../core/refusals.ts'
import { OPENING, PACKAGE, SITE_PACKAGE, SITTING, aPackageWithMaterial } from '../fixtures.ts'
import { ARM_BY_TWO, PASS } from './rehearsal-site.test.ts'
import { SITE_CODE, type SealedSite, openSealedSite } from './rehearsal-sealed.test.ts'
import { resultRoutes } from './result-routes.ts'

const paper = aPackageWithMaterial(text => hash('sha256', text, 'hex'), PACKAGE)
export const KEEP_DAYS = 30

export type Centre = {
  readonly database: Database
  readonly ports: Ports
  readonly ctx: Ctx
  readonly app: Awaited<ReturnType<typeof createServer>>
  readonly client: Client
}
type Build = { as?: string; passPhrase?: string | null; witness?: string; pass?: string }
type Reply = ReturnType<SealedSite['site']['call']>

/** A sitting in which two of four worked, one with a file, and a centre that its results can go to. */
export type WorkedSitting = {
  readonly made: SealedSite
  readonly works: readonly { readonly token: string; readonly attemptId: string }[]
  readonly centrePorts: Ports
  /** A centre with a database of its own that knows the site, and with the keys of the one centre there is. */
  aCentre(how?: { readonly withPaper?: boolean; readonly siteKey?: string | null }): Promise<Centre>
  save(n: number, events: readonly unknown[]): Reply
  build(changes?: Build): Reply
  stateAt(database: Database): Promise<string>
  sending(client: Client, resultId: string, path?: string): ReturnType<typeof sendResult>
  end(): Promise<void>
}

export const respond = (seq: number, itemId: string, optionId: string) => ({
  seq,
  itemId,
  kind: 'respond',
  value: { version: 1, optionId },
  clientMs: seq,
})

export async function openWorkedSitting(): Promise<WorkedSitting> {
  const servers: TestDatabase[] = []
  const closers: (() => Promise<unknown>)[] = []
  const aDatabase = async () => {
    const server = await testDatabase()
    servers.push(server)
    return server.database
  }
  const centrePorts = testPorts(await aDatabase())
  const made = await openSealedSite(await aDatabase(), { centre: await centreKeys(centrePorts.keys), papers: [paper] })
  const works = await playSitting(made)
  return {
    made,
    works,
    centrePorts,
    aCentre: async ({ withPaper = true, siteKey = made.keys.signing.publicKey } = {}) => {
      const centre = await openCentre({ ...centrePorts, database: await aDatabase() }, withPaper, siteKey)
      closers.push(() => centre.app.close())
      return centre
    },
    save: (n, events) => saving(made, works[n], events),
    build: changes => building(made, changes),
    stateAt,
    sending: (client, resultId, path) =>
      sendResult(client, { path: path ?? resultFile(made.folder, resultId), sittingId: SITTING, keys: made.keys }),
    end: async () => {
      for (const close of closers) await close()
      for (const server of servers) await server.end()
      rmSync(made.folder, { recursive: true, force: true })
    },
  }
}

async function stateAt(database: Database): Promise<string> {
  const order = { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' }
  return recordDigests.stateDigestOf(await database.transact(tx => readSittingRecord(tx, order)))
}

async function openCentre(ports: Ports, withPaper: boolean, siteKey: string | null): Promise<Centre> {
  const ctx = testContext(ports, { kind: 'system', job: 'test' }, plusMinutes(OPENING, 300))
  if (withPaper) await ports.database.transact(tx => installPackage(tx, ctx, paper))
  const sites = { signingKeyOf: async (_tx: unknown, code: string) => (code === SITE_CODE ? siteKey : null), keepDays: KEEP_DAYS }
  const app = await createServer({
    routes: resultRoutes(sites).map(route => ({ ...route, limit: undefined })),
    refusals: deliveryRefusals,
    ports: { ...ports, clock: { ...ports.clock, now: () => plusMinutes(OPENING, 300) } },
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { database: ports.database, ports, app, ctx, client: openClient(address) }
}

type Work = { readonly token: string; readonly attemptId: string }

function saving(made: SealedSite, work: Work | undefined, events: readonly unknown[]): Reply {
  const { token = '', attemptId = '' } = work ?? {}
  return made.site.call(saveEvents, { token, params: { attemptId }, body: { epoch: 1, events } })
}

function building(made: SealedSite, changes: Build = {}): Reply {
  const witness = { staffId: changes.witness ?? 'engineer', passPhrase: changes.pass ?? PASS }
  const passPhrase = changes.passPhrase === undefined ? PASS : changes.passPhrase
  return made.site.call(closeAndBuildResult, { as: changes.as ?? 'manager', body: { actId: newId(), passPhrase, witness } })
}

async function playSitting(made: SealedSite): Promise<Work[]> {
  const { site } = made
  site.at(-3000)
  assert.ok((await made.importFile(await made.seal('real.zhpkg'))).ok)
  await made.certify()
  site.at(-20)
  const opened = await site.call(openPapersAtSite, {
    as: 'manager',
    params: { sitePackageId: SITE_PACKAGE },
    body: { spokenKey: writeKeyText(made.openingKey), second: { staffId: 'engineer', passPhrase: PASS } },
  })
  assert.equal(opened.status, 200, JSON.stringify(opened.body))
  assert.equal((await site.call(armSite, { as: 'manager', body: ARM_BY_TWO })).status, 200)
  site.at(1)
  const works: Work[] = []
  for (const n of [1, 2]) works.push(await site.working(n))
  assert.equal((await saving(made, works[0], [respond(1, 'item-s1', 'option-1-0'), respond(2, 'item-s2', 'option-2-1')])).status, 200)
  const { token = '', attemptId = '' } = works[0] ?? {}
  const added = await addCsv(made, token, attemptId)
  assert.equal(added.statusCode, 200, added.body)
  const malpractice = {
    candidateRef: 'candidate-2',
    reason: 'whispering',
    note: '',
    stop: false,
    witness: { staffId: 'keeper-2', passPhrase: PASS },
  }
  const noted = await site.call(recordMalpractice, { as: 'keeper-1', body: { actId: newId(), ...malpractice } })
  assert.equal(noted.status, 200, JSON.stringify(noted.body))
  return works
}

async function addCsv(made: SealedSite, token: string, attemptId: string) {
  const edge = 'edge'
  const part = (head: string, body: string) => `--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const file = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n销售额,1\r\n\r\n--${edge}--\r\n`
  return made.site.app.inject({
    method: 'POST',
    url: addFile.path.replace(':attemptId', attemptId),
    headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: part('name="itemId"', 'item-f1') + file,
  })
}
