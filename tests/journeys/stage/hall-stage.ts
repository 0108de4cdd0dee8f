import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type Page, chromium } from 'playwright-core'
import { type Instant, instant, plusMinutes } from '../../../src/kernel/instant.ts'
import { installPapers, installRoster } from '../../../src/modules/delivery/actions/hall/install.ts'
import { sebSittingOf } from '../../../src/modules/delivery/actions/seb/seb-sitting.ts'
import { BROUGHT_HEADER, SiteRoster, broughtText } from '../../../src/modules/delivery/contract.ts'
import type { SittingId } from '../../../src/modules/delivery/core/attempt/attempt.ts'
import { requestHash } from '../../../src/modules/delivery/core/seb/config-key.ts'
import { PACKAGE, SITTING, aRoster, thePapers, ticketOf } from '../../../src/modules/delivery/fixtures.ts'
import { realClock } from '../../../src/platform/clock.ts'
import { type Ctx, type Ports, systemContext } from '../../../src/platform/context.ts'
import { type Database, type Tx, openDatabase } from '../../../src/platform/db/database.ts'
import { attachEmbedded } from '../../../src/platform/db/embedded.ts'
import { newId } from '../../../src/platform/id.ts'
import { openKeys } from '../../../src/platform/keys.ts'
import { hashPassword } from '../../../src/platform/password.ts'
import { testPorts } from '../../../src/platform/test-context.ts'
import { NO_CHROMIUM, ensureChromium } from '../../../tools/testing/chromium.ts'
import { standingPages } from './standing-pages.ts'

const main = fileURLToPath(new URL('../../../src/apps/site/main.ts', import.meta.url))
export const PASS = '白鹭-拂晓-三十七'
/** Machines that build and test at once are slow; a console that is sent away comes back five seconds later. */
const PATIENCE_MS = 40_000

/** How the hall of a journey is filled: so many rooms with so many people each, and when the sitting begins, in minutes from now. */
export type HallPlan = {
  readonly rooms: number
  readonly people: number
  readonly spare: number
  readonly opensIn: number
  readonly seb?: boolean
  /** A server for few seats, which may stand alone. */
  readonly laptop?: boolean
}

/** A machine at a seat: enters with its code, starts, saves and beats over HTTP as the exam client does. */
export type Machine = {
  readonly attemptId: string
  save(seq: number, how?: { readonly optionId?: string; readonly proven?: boolean; readonly refused?: string }): Promise<void>
  handIn(lastSeq: number): Promise<void>
  beat(how?: {
    readonly rttMs?: number
    readonly batteryPercent?: number
    readonly unsent?: number
    readonly focusLost?: number
  }): Promise<void>
  raiseHand(): Promise<void>
}

/** The server of a site in a process of its own, which can be killed, and a browser before it. */
export type HallStage = {
  readonly address: () => string
  readonly faults: string[]
  /** The data folder of the server. */
  readonly folder: string
  readonly browser: Browser
  readonly opensAt: Instant
  window(size?: { readonly width: number; readonly height: number }): Promise<Page>
  picture(page: Page, name: string): Promise<void>
  installRoster(): Promise<void>
  installPapers(): Promise<void>
  /** Runs a statement on the database of the server: to bring about what else would take hours. */
  meanwhile(text: string, values?: readonly unknown[]): Promise<void>
  /** Does something on the database of the server in one transaction. */
  inSite(body: (tx: Tx, ctx: Ctx) => Promise<unknown>): Promise<void>
  /** The Config Key of the sitting, as Safe Exam Browser would compute it from the file. */
  sebConfigKey(): Promise<string>
  /** A call of a member of staff beside the browser. */
  staff(staffId: string, path: string, body?: object): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>
  /** `proof`: a Config Key, for a machine that runs Safe Exam Browser. */
  machine(n: number, entryCode: string, proof?: string): Promise<Machine>
  kill(): Promise<void>
  start(): Promise<void>
  end(): Promise<void>
}

export async function openHallStage(name: string, plan: HallPlan): Promise<HallStage> {
  await standingPages()
  const folder = mkdtempSync(join(tmpdir(), `zhiheng-hall-${name}-`))
  chmodSync(folder, 0o755)
  const opensAt = plusMinutes(instant(Date.now()), plan.opensIn)
  const pictures = process.env['ZHIHENG_PICTURES'] ? join(process.env['ZHIHENG_PICTURES'], name) : join(folder, 'pictures')
  mkdirSync(pictures, { recursive: true })
  const executablePath = ensureChromium()
  assert.ok(executablePath, NO_CHROMIUM)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'] })
  const words = plan.laptop === true ? ['--profile', 'laptop'] : []
  let server = await startServer(folder, 0, words)
  const faults: string[] = []
  const jars = new Map<string, Record<string, string>>()
  let taken = 0
  return {
    address: () => server.address,
    faults,
    folder,
    browser,
    opensAt,
    window: size => windowOn(browser, server.address, faults, size ?? DESK),
    picture: async (page, what) => {
      taken += 1
      const { width } = page.viewportSize() ?? { width: 0 }
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
      await page.screenshot({ path: join(pictures, `${String(taken).padStart(2, '0')}-${what}-${width}.png`) })
    },
    installRoster: () => onDatabase(folder, (database, ports) => installTheRoster(database, ports, plan, opensAt)),
    installPapers: () => onDatabase(folder, installThePapers),
    meanwhile: (text, values = []) => onDatabase(folder, async database => void (await database.statement({ text, values: [...values] }))),
    inSite: body =>
      onDatabase(folder, async (database, ports) => void (await database.transact(tx => body(tx, systemContext(ports, 'journey'))))),
    sebConfigKey: () => sebConfigKeyIn(folder),
    staff: async (staffId, path, body) => {
      const jar = jars.get(staffId) ?? (await signIn(server.address, staffId))
      jars.set(staffId, jar)
      return told(await ask(`${server.address}/api/delivery/hall${path}`, body, jar))
    },
    machine: (n, entryCode, proof) => machineAt(() => server.address, { n, entryCode, ...(proof && { proof }) }),
    kill: async () => {
      server.child.kill('SIGKILL')
      await new Promise(done => server.child.once('exit', done))
    },
    start: async () => void (server = await startServer(folder, Number(new URL(server.address).port), words)),
    end: async () => {
      await browser.close()
      if (server.child.exitCode === null && server.child.signalCode === null) {
        server.child.kill('SIGTERM')
        await new Promise(done => server.child.once('exit', done))
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startServer(
  folder: string,
  port: number,
  words: readonly string[],
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const { DATABASE_URL: _own, ...env } = process.env
  const child = spawn(process.execPath, [main, '--port', String(port), '--data', folder, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  })
  return new Promise((done, fail) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0]
      if (address) done({ child, address })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', code => fail(new Error(`ended with ${code}: ${said}`)))
  })
}

async function onDatabase(folder: string, body: (database: Database, ports: Ports) => Promise<void>): Promise<void> {
  const config = attachEmbedded(folder)
  assert.ok(config)
  const database = openDatabase({ config, log: testPorts(null as never).log })
  await body(database, { ...testPorts(database), keys: openKeys(folder), clock: realClock() })
  await database.end()
}

async function installTheRoster(database: Database, ports: Ports, plan: HallPlan, opensAt: Instant): Promise<void> {
  const roster = await rosterOf(plan, opensAt)
  const done = await database.transact(tx => installRoster(tx, systemContext(ports, 'journey'), roster))
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
}

async function installThePapers(database: Database, ports: Ports): Promise<void> {
  const papers = thePapers(text => hash('sha256', text, 'hex'))
  const done = await database.transact(tx => installPapers(tx, systemContext(ports, 'journey'), papers))
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
}

async function sebConfigKeyIn(folder: string): Promise<string> {
  let key: string | undefined
  await onDatabase(folder, async (database, ports) => {
    key = (await database.transact(tx => sebSittingOf(tx, systemContext(ports, 'journey'), SITTING as SittingId)))?.configKey
  })
  return key ?? assert.fail('no configuration was made')
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
/** Rooms are called as the signs on their doors. */
export const roomName = (at: number) => `东楼${101 + at}`

async function rosterOf({ rooms, people, spare, seb = false }: HallPlan, opensAt: Instant): Promise<SiteRoster> {
  const usual = aRoster(await hashPassword(PASS), { opensAt })
  const labels = Array.from({ length: people }, (_, at) => String(at + 1))
  const names = Array.from({ length: rooms }, (_, at) => roomName(at))
  return SiteRoster.parse({
    ...usual,
    title: '2026冬季统一鉴定',
    // handing in from the first minute on: a journey does not wait for half an hour
    sittings: usual.sittings.map(sitting => ({
      ...sitting,
      rules: { ...sitting.rules, earliestHandInMinutes: 0, seb: seb ? 'required' : 'off' },
    })),
    rooms: names.map(roomLabel => ({ roomLabel, seats: labels, spareSeats: Array.from({ length: spare }, (_, at) => `备${at + 1}`) })),
    candidates: names.flatMap((roomLabel, room) =>
      labels.map((seatLabel, at) => ({
        sittingId: SITTING,
        candidateRef: `candidate-${room * people + at + 1}`,
        packageId: PACKAGE,
        ticketNumber: ticketOf(room * people + at + 1),
        maskedName: `${SURNAMES[(room * 7 + at * 3) % SURNAMES.length]}${at % 3 === 0 ? '*' : '*某'}`,
        maskedIdNumber: '910***********123X',
        roomLabel,
        seatLabel,
        allowanceMinutes: at === 4 ? 30 : 0,
      })),
    ),
  })
}

const DESK = { width: 1366, height: 768 }

async function windowOn(browser: Browser, address: string, faults: string[], viewport: typeof DESK): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`page: ${error.message}`))
  page.on('response', reply => reply.status() >= 500 && reply.status() !== 503 && faults.push(`server ${reply.status()} ${reply.url()}`))
  page.on('request', request => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== address) faults.push(`left the origin: ${request.url()}`)
  })
  return page
}

function ask(url: string, body: object | undefined, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

async function told(reply: Response): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const text = await reply.text()
  return { status: reply.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
}

async function signIn(address: string, staffId: string): Promise<Record<string, string>> {
  const reply = await ask(`${address}/api/delivery/hall/sign-ins`, { staffId, passPhrase: PASS }, {})
  assert.equal(reply.status, 200, staffId)
  const cookie = reply.headers
    .getSetCookie()
    .map(one => one.split(';')[0] ?? '')
    .join('; ')
  return { cookie, 'x-zhiheng-csrf': /zh_csrf=([^;]+)/.exec(cookie)?.[1] ?? '' }
}

type Entering = { readonly n: number; readonly entryCode: string; readonly proof?: string }

async function machineAt(address: () => string, { n, entryCode, proof }: Entering): Promise<Machine> {
  const entered = await told(
    await ask(`${address()}/api/delivery/enter`, { ticketNumber: ticketOf(n), entryCode: entryCode.replace(/\D/g, '') }, {}),
  )
  assert.equal(entered.status, 200, JSON.stringify(entered.body))
  const { token, state } = entered.body as { token: string; state: { attempt: { attemptId: string }; epoch: number } }
  const { attemptId } = state.attempt
  const epoch = Number(token.split('.')[2])
  let proven: Record<string, string> = {}
  const at = (path: string, body: object, headers = proven) =>
    ask(`${address()}/api/delivery/attempts/${attemptId}${path}`, body, { authorization: `Bearer ${token}`, ...headers })
  const good = async (reply: Promise<Response>) => {
    const { status, body } = await told(await reply)
    assert.equal(status, 200, JSON.stringify(body))
    return body
  }
  if (proof !== undefined) proven = await proveBrowser((path, body) => good(at(path, body)), { address: address(), attemptId, proof })
  const start = await told(await at('/start', { startRef: newId() }))
  // 409: too early; 403: an ordinary browser where another one is asked for
  assert.ok([200, 403, 409].includes(start.status), JSON.stringify(start.body))
  return {
    attemptId,
    save: async (seq, how = {}) => {
      const value = { version: 2, optionId: how.optionId ?? 'a' }
      const events = [{ seq, itemId: 'item-s1', kind: 'respond', value, clientMs: seq }]
      const reply = await told(await at('/events', { epoch, events }, how.proven === false ? {} : proven))
      const code = (reply.body as { error?: { code: string } }).error?.code
      assert.equal(code, how.refused, JSON.stringify(reply.body))
    },
    handIn: async lastSeq => void (await good(at('/hand-in', { lastSeq, by: 'candidate' }))),
    beat: async (how = {}) => void (await good(at('/beats', { epoch, rttMs: 12, ...how }))),
    raiseHand: async () => void (await good(at('/help-calls', {}))),
  }
}

type Proving = { readonly address: string; readonly attemptId: string; readonly proof: string }

/** What Safe Exam Browser shows of itself: a page opened by its nonce, and the header that every later request brings. */
async function proveBrowser(
  send: (path: string, body: object) => Promise<Record<string, unknown>>,
  { address, attemptId, proof }: Proving,
): Promise<Record<string, string>> {
  const minted = await send('/seb-nonces', {})
  const nonce = String(minted['path']).split('/')[3] ?? ''
  const sha256 = (text: string) => hash('sha256', text, 'hex')
  const hashes = { configKey: requestHash(`${address}/sit/${attemptId}/${nonce}`, proof, sha256), browserExamKey: null }
  await send(`/sit/${nonce}`, hashes)
  return { [BROUGHT_HEADER]: broughtText({ nonce, hashes }) }
}
