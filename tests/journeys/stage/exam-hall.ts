import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, type Server, type Socket, connect, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { build } from 'vite'
import { candidateConfig } from '../../../build/candidate.vite.ts'
import { allowPeer, isOfPeer } from '../../../src/apps/site/allow-peer.ts'
import { viewOfForm, sealForm } from '../../../src/modules/delivery/actions/seal/form-files.ts'
import { type PaperPackage, deliveryRefusals } from '../../../src/modules/delivery/contract.ts'
import { OPENING, SITTING, aPackageWithMaterial } from '../../../src/modules/delivery/fixtures.ts'
import { deliveryRoutes } from '../../../src/modules/delivery/routes/delivery-routes.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from '../../../src/modules/delivery/routes/rehearsal-hall.ts'
import { type ExamDocument, labRefusals } from '../../../src/modules/lab/contract.ts'
import { keepExamDocument } from '../../../src/modules/lab/index.ts'
import { must } from '../../../src/platform/test-context.ts'
import { type TestDatabase, testDatabase } from '../../../src/platform/db/test-database.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import { NO_CHROMIUM, ensureChromium } from '../../../tools/testing/chromium.ts'

/** A line between the machines and a server that can be cut and mended. */
export type Cable = { readonly address: string; cut(): void; mend(): void; end(): Promise<void> }

/**
 * A hall for the exam client in a real browser: two servers over one database, each behind a cable, forms staged and sealed, and the
 * built client with its service worker. What two servers tell one another is another matter; here each knows at once what the other does.
 */
export type ExamHall = {
  readonly hall: RehearsalHall
  readonly browser: Browser
  readonly a: Cable
  readonly b: Cable
  /** Packages that the hall hands out sealed before the start; false: papers in the open, after it. */
  staged: boolean
  /** Since when a pause is told to whoever gives a sign of life. */
  pausedSince: number | null
  seat(rules?: Parameters<RehearsalHall['seat']>[0]): Promise<Seated>
  open(viewport?: { readonly width: number; readonly height: number }): Promise<{ readonly context: BrowserContext; readonly page: Page }>
  end(): Promise<void>
}

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const paper = aPackageWithMaterial(text => hash('sha256', text, 'hex'))
const DESK = { width: 1366, height: 768 }
const formKey = randomBytes(32)
const formFile = sealForm(viewOfForm(paper), formKey)

/** What is played where it is not the usual paper; such a paper is handed out in the open, after the start. */
export type Played = { readonly paper: PaperPackage; readonly document: ExamDocument }

export async function openExamHall(played: Played | null = null): Promise<ExamHall> {
  const dist = mkdtempSync(join(tmpdir(), 'zhiheng-hall-'))
  await build(candidateConfig({ outDir: dist }))
  const database: TestDatabase = await testDatabase()
  const hall = await openRehearsalHall(database.database, { paper: played?.paper ?? paper, opensAt: OPENING, sittingId: SITTING })
  if (played !== null) must(await hall.inTx((tx, ctx) => keepExamDocument(tx, ctx, played.document)))
  const cables: Cable[] = []
  const peerOf = (place: number) => () => cables[1 - place]?.address ?? null
  const second = await createServer({
    routes: deliveryRoutes,
    refusals: { ...deliveryRefusals, ...labRefusals },
    ports: hall.ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
    isFriend: request => isOfPeer(request, peerOf(1)()),
  })
  const stand = { staged: played === null, pausedSince: null as number | null }
  for (const [place, app] of [hall.app, second].entries()) {
    furnish(app, { dist, stand, peer: peerOf(place) })
    const own = await app.listen({ port: 0, host: '127.0.0.1' })
    cables.push(await layCable(Number(new URL(own).port)))
  }
  const executablePath = ensureChromium()
  assert.ok(executablePath, NO_CHROMIUM)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const [a, b] = cables as [Cable, Cable]
  return Object.assign(stand, {
    hall,
    browser,
    a,
    b,
    seat: (changes: Parameters<RehearsalHall['seat']>[0] = {}) =>
      hall.seat({ ...changes, rules: { earliestHandInMinutes: 0, calculator: true, ...changes.rules } }),
    open: async (viewport = DESK) => {
      const context = await browser.newContext({ viewport })
      return { context, page: await context.newPage() }
    },
    end: async () => {
      await browser.close()
      await Promise.all(cables.map(cable => cable.end()))
      await Promise.all([hall.app.close(), second.close()])
      await database.end()
      rmSync(dist, { recursive: true, force: true })
    },
  })
}

type Furnishing = {
  readonly dist: string
  readonly stand: { staged: boolean; pausedSince: number | null }
  readonly peer: () => string | null
}

/** The pages, the staged form, and what a site tells of its other server and of pauses. */
function furnish(app: FastifyInstance, { dist, stand, peer }: Furnishing): void {
  allowPeer(app, peer)
  app.get('/exam/*', (request, reply) => {
    const asked = join(dist, request.url.slice('/exam/'.length).split('?')[0] ?? '')
    const file = extname(asked) !== '' && existsSync(asked) ? asked : join(dist, 'index.html')
    return reply.type(MEDIA[extname(file)] ?? 'application/octet-stream').send(readFileSync(file))
  })
  const has = (url: string) => app.hasRoute({ method: 'GET', url })
  if (!has('/api/delivery/attempts/:attemptId/form'))
    app.get('/api/delivery/attempts/:attemptId/form', { helmet: false }, async (_request, reply) =>
      stand.staged
        ? { packageId: paper.packageId, formFile: formFile.toString('base64url'), byteLength: formFile.length }
        : reply.code(404).send({ error: { code: 'forms-not-staged', zh: '没有', en: 'none', facts: {} } }),
    )
  if (!has('/api/delivery/attempts/:attemptId/form-key'))
    app.get('/api/delivery/attempts/:attemptId/form-key', { helmet: false }, async () => ({
      formKey: formKey.toString('hex'),
      serverTime: 0,
    }))
  app.addHook('onSend', async (request, _reply, payload) => {
    if (typeof payload !== 'string' || !request.url.startsWith('/api/delivery/')) return payload
    if (/\/(state|enter)$/.test(request.url)) return payload.replace(/"peerAddress":null/, `"peerAddress":${JSON.stringify(peer())}`)
    if (request.url.endsWith('/beats') && stand.pausedSince !== null)
      return payload
        .replace('"pausedSince":null', `"pausedSince":${stand.pausedSince}`)
        .replace('"pauseReason":null', '"pauseReason":"power"')
    return payload
  })
}

export async function layCable(port: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server: Server = createTcpServer(socket => {
    if (isCut) return void socket.destroy()
    const far = connect(port, '127.0.0.1')
    for (const one of [socket, far]) {
      sockets.add(one)
      one.on('error', () => one.destroy())
      one.on('close', () => {
        sockets.delete(one)
        socket.destroy()
        far.destroy()
      })
    }
    socket.pipe(far).pipe(socket)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const drop = () => sockets.forEach(one => one.destroy())
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      drop()
    },
    mend: () => void (isCut = false),
    end: () => {
      isCut = true
      drop()
      return new Promise(done => server.close(() => done()))
    },
  }
}

/** From the door to the first item. */
export async function sitDown(stand: ExamHall, page: Page, seated: Seated): Promise<void> {
  await knock(stand, page, seated)
  await page.getByLabel('我已阅读并承诺遵守').check()
  await page.getByRole('button', { name: '信息无误' }).click()
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.waitForSelector('.x-item')
}

export async function knock(stand: ExamHall, page: Page, seated: Seated): Promise<void> {
  await page.goto(`${stand.a.address}/exam/`)
  await page.getByLabel('准考证号').fill(seated.ticketNumber)
  await page.locator('#code').fill(seated.entryCode)
  await page.keyboard.press('Enter')
  await page.getByLabel('我已阅读并承诺遵守').waitFor()
}

/** The shell lies in the browser and the page is under its worker. */
export async function shellReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 20))
  })
}

export const saveState = (page: Page) => page.locator('.x-save').innerText()
export const untilSaid = (page: Page, words: string) =>
  page.waitForFunction(text => document.querySelector('.x-save')?.textContent?.startsWith(text), words, { timeout: 25_000 })
export const untilText = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 25_000 })
export const answeredCount = (page: Page) => page.locator('.x-grid .z-note').innerText()
