import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { build } from 'vite'
import { candidateConfig } from '../../../build/candidate.vite.ts'
import { NO_CHROMIUM, ensureChromium } from '../../../tools/testing/chromium.ts'
import { attemptResponses, configureSeb, lockedSeats, unlockIntegrity } from '../../modules/delivery/index.ts'
import { OPENING, SITTING, aPackage } from '../../modules/delivery/fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from '../../modules/delivery/routes/rehearsal-hall.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/test-database.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const dist = mkdtempSync(join(tmpdir(), 'zhiheng-seb-'))
const MEDIA: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }
const BROWSER_KEY = sha256('the browser of this year')
const PASSWORD = 'Kaoshi-2026-xyz'
let server: TestDatabase
let hall: RehearsalHall
let browser: Browser
let address: string
let configKey: string

before(async () => {
  await build(candidateConfig({ outDir: dist }))
  server = await testDatabase()
  hall = await openRehearsalHall(server.database, { paper: aPackage(sha256), opensAt: OPENING, sittingId: SITTING })
  for (const folder of ['/exam/*', '/sit/*'])
    hall.app.get(folder, (request, reply) => {
      const path = request.url.split('?')[0] ?? ''
      const file = extname(path) === '' ? 'index.html' : path.slice('/exam/'.length)
      return reply.type(MEDIA[extname(file)] ?? 'application/octet-stream').send(readFileSync(join(dist, file)))
    })
  address = await hall.app.listen({ port: 0, host: '127.0.0.1' })
  const order = {
    sittingId: SITTING,
    origin: address,
    alsoAllowed: [],
    releases: [{ release: '3.9', system: 'macos' as const, key: BROWSER_KEY }],
  }
  await hall.inTx((tx, ctx) => configureSeb(tx, ctx, { ...order, quitPassword: PASSWORD, settingsPassword: PASSWORD }))
  const row = await hall.inTx(tx => tx.query({ text: 'select sealed from seb_sitting', values: [] }))
  configKey = (JSON.parse(hall.ports.keys.open(String(row.rows[0]?.['sealed']))) as { configKey: string }).configKey
  const executablePath = ensureChromium()
  assert.ok(executablePath, NO_CHROMIUM)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
after(async () => {
  await browser?.close()
  await hall?.app.close()
  await server?.end()
  rmSync(dist, { recursive: true, force: true })
})

const DESK = { width: 1366, height: 768 }
type Kind = 'script' | 'header' | 'ordinary'
/** Chromium dressed up as Safe Exam Browser: by its script interface as on Apple systems, by headers as on older Windows, or not at all. */
async function machine(kind: Kind, viewport: { width: number; height: number } = DESK): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const hashes = (url: string) => ({ ck: sha256(url.replace(/#.*/, '') + configKey), bek: sha256(url.replace(/#.*/, '') + BROWSER_KEY) })
  if (kind === 'script') {
    await context.exposeFunction('hashesOf', hashes)
    await context.addInitScript(`window.SafeExamBrowser = { security: { updateKeys(done) {
      hashesOf(location.href).then(h => { this.configKey = h.ck; this.browserExamKey = h.bek; done() }) } } }`)
  }
  if (kind === 'header')
    await context.route('**/*', route => {
      const { ck, bek } = hashes(route.request().url())
      return route.continue({
        headers: { ...route.request().headers(), 'x-safeexambrowser-configkeyhash': ck, 'x-safeexambrowser-requesthash': bek },
      })
    })
  return { context, page }
}

async function knock(page: Page, seated: Seated): Promise<void> {
  await page.goto(`${address}/exam/`)
  await page.getByLabel('准考证号').fill(seated.ticketNumber)
  await page.locator('#code').fill(seated.entryCode)
  await page.keyboard.press('Enter')
}
async function begin(page: Page): Promise<void> {
  await page.getByLabel('我已阅读并承诺遵守').check()
  await page.getByRole('button', { name: '信息无误' }).click()
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.waitForSelector('.x-item')
}
const seat = () => hall.seat({ rules: { seb: 'required', earliestHandInMinutes: 0 } })
const saved = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.x-save')?.textContent?.startsWith('已保存'), undefined, { timeout: 20_000 })
const answered = async (seated: Seated) => (await hall.inTx(tx => attemptResponses(tx, seated)))?.responses.size
const shot = (page: Page, name: string) => {
  const folder = process.env['SCREENSHOTS']
  return folder === undefined ? undefined : page.screenshot({ path: join(folder, `${name}.png`) })
}

for (const kind of ['script', 'header'] as const)
  test(`in Safe Exam Browser (${kind}) a candidate works, reloads under a new address, and hands in`, async () => {
    const seated = await seat()
    const { context, page } = await machine(kind)
    await knock(page, seated)
    await page.waitForURL('**/sit/**')
    await begin(page)
    await page.keyboard.press('2')
    await saved(page)
    const before = page.url()
    await page.reload()
    await page.waitForSelector('.x-item')
    assert.notEqual(page.url(), before)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('3')
    await saved(page)
    assert.equal(await answered(seated), 2)
    await page.locator('.x-grid').getByRole('button', { name: '检查并交卷' }).click()
    await page.getByRole('button', { name: '交卷', exact: true }).click()
    await page.getByRole('button', { name: '确认交卷' }).click()
    await page.getByText('收讫回执').waitFor()
    await context.close()
  })

test('an ordinary browser is told what to do and sees nothing of the paper', async () => {
  const seated = await seat()
  for (const [name, viewport] of [
    ['refused-1366', { width: 1366, height: 768 }],
    ['refused-390', { width: 390, height: 844 }],
  ] as const) {
    const { context, page } = await machine('ordinary', viewport)
    const again = await hall.seat({ rules: { seb: 'required' } })
    await knock(page, name === 'refused-1366' ? seated : again)
    const told = page.getByRole('alert').filter({ hasText: '安全考试浏览器' })
    await told.waitFor()
    assert.match(await told.innerText(), /请举手，由监考员为您打开安全考试浏览器/)
    assert.equal(await page.locator('.x-item').count(), 0)
    await shot(page, name)
    await context.close()
  }
})

test('a tab carried into an ordinary browser stops the attempt; after two persons unlock, the first machine goes on with its work and its time', async () => {
  const seated = await seat()
  const { context, page } = await machine('script')
  await knock(page, seated)
  await begin(page)
  await page.keyboard.press('2')
  await saved(page)
  const memory = await page.evaluate(() => JSON.stringify(sessionStorage))
  const thief = await machine('ordinary')
  await thief.context.addInitScript(`for (const [k, v] of Object.entries(${memory})) sessionStorage.setItem(k, v)`)
  await thief.page.goto(`${address}/exam/`)
  await thief.page.getByRole('heading', { name: '考试已暂停' }).waitFor()
  assert.equal(await thief.page.locator('.x-item').count(), 0)

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('3')
  await page.getByRole('heading', { name: '考试已暂停' }).waitFor()
  await shot(page, 'locked-1366')
  await page.setViewportSize({ width: 390, height: 844 })
  await shot(page, 'locked-390')
  await page.setViewportSize({ width: 1366, height: 768 })
  assert.equal((await hall.inTx(tx => lockedSeats(tx, SITTING))).filter(one => one.attemptId === seated.attemptId).length, 1)

  const order = { ...seated, invigilator: '监考员甲', second: '考点负责人乙', reason: '查明为误操作' }
  assert.deepEqual(await hall.inTx((tx, ctx) => unlockIntegrity(tx, ctx, order)), { ok: true, value: { creditMinutes: 1 } })
  await page.getByRole('button', { name: '重新连接' }).click()
  await page.waitForSelector('.x-item')
  await saved(page)
  assert.equal(await answered(seated), 2)
  await Promise.all([context.close(), thief.context.close()])
})
