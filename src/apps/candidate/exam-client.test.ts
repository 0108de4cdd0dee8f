import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { build } from 'vite'
import { candidateConfig } from '../../../build/candidate.vite.ts'
import { NO_CHROMIUM, ensureChromium } from '../../../tools/testing/chromium.ts'
import { attemptResponses } from '../../modules/delivery/index.ts'
import { type PaperPackage, finishPackage } from '../../modules/delivery/contract.ts'
import { OPENING, PACKAGE, SITTING } from '../../modules/delivery/fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from '../../modules/delivery/routes/rehearsal-hall.ts'
import { INTERACTION_NAMES, INTERACTION_TYPES, interactionOf } from '../../modules/interactions/contract.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/test-database.ts'

const MOST_SCRIPT = 90 * 1024
const dist = mkdtempSync(join(tmpdir(), 'zhiheng-exam-'))
const sha256 = (text: string) => hash('sha256', text, 'hex')
const explanations: string[] = []
const heard: string[] = []
let server: TestDatabase
let hall: RehearsalHall
let browser: Browser
let address: string

before(async () => {
  await build(candidateConfig({ outDir: dist }))
  server = await testDatabase()
  hall = await openRehearsalHall(server.database, { paper: paperOfExamples(), opensAt: OPENING, sittingId: SITTING })
  hall.app.get('/exam/*', (request, reply) => {
    const asked = join(dist, request.url.slice('/exam/'.length).split('?')[0] ?? '')
    const file = extname(asked) !== '' && existsSync(asked) ? asked : join(dist, 'index.html')
    return reply.type(MEDIA[extname(file)] ?? 'application/octet-stream').send(readFileSync(file))
  })
  address = await hall.app.listen({ port: 0, host: '127.0.0.1' })
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

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

const picture = readFileSync(new URL('../../modules/interactions/types/hot-area/examples/order-page.png', import.meta.url))

/** A paper made of the examples of every type; their keys and explanations stay behind. */
function paperOfExamples(): PaperPackage {
  const sections = INTERACTION_TYPES.map(type => {
    const folder = new URL(`../../modules/interactions/types/${type}/examples/`, import.meta.url)
    const read = (name: string) =>
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { content: unknown; key: { explanation?: string }; expect: object }
    const items = readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .map(name => ({ name: name.replace('.json', ''), ...read(name) }))
      .filter(example => 'earned' in example.expect)
      .map(example => {
        if (typeof example.key.explanation === 'string') explanations.push(example.key.explanation)
        return {
          itemId: `${type}-${example.name}`,
          itemVersionId: `${type}-${example.name}-v1`,
          type,
          marks: 100,
          area: 'A1',
          content: interactionOf(type).strip(example.content),
        }
      })
    return { sectionId: type, title: INTERACTION_NAMES[type].zh, instructions: '', items }
  })
  return finishPackage(
    {
      version: 1,
      packageId: PACKAGE,
      editionId: 'ec-2005',
      level: 'L4',
      paper: 'theory',
      title: '理论知识',
      minutes: 90,
      sections,
      media: [{ media: hash('sha256', picture, 'hex'), mediaType: 'image/png', base64: picture.toString('base64') }],
    },
    sha256,
  )
}

async function sitDown(viewport: { width: number; height: number }): Promise<{ page: Page; context: BrowserContext; seated: Seated }> {
  const seated = await hall.seat({ rules: { earliestHandInMinutes: 0 } })
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  page.on('response', async response => response.url().includes('/api/') && heard.push(await response.text().catch(() => '')))
  page.on('pageerror', error => heard.push(`pageerror ${error.message}`))
  await page.goto(`${address}/exam/`)
  await page.getByLabel('准考证号').fill(seated.ticketNumber)
  await page.locator('#code').fill(seated.entryCode)
  await page.keyboard.press('Enter')
  await page.getByLabel('我已阅读并承诺遵守').check()
  await page.getByRole('button', { name: '信息无误' }).click()
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.waitForSelector('.x-item')
  return { page, context, seated }
}
const saveState = (page: Page) => page.locator('.x-save').innerText()
const untilSaid = (page: Page, words: string) =>
  page.waitForFunction(text => document.querySelector('.x-save')?.textContent?.startsWith(text), words, { timeout: 20_000 })
const answeredOnServer = async (seated: Seated) => (await hall.inTx(tx => attemptResponses(tx, seated)))?.responses.size

test('the bundle of the exam client has at most 90 KB of script, gzip, and loads nothing from elsewhere', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const sizeOf = (name: string) => gzipSync(readFileSync(join(dist, 'assets', name))).length
  const all = readdirSync(join(dist, 'assets')).filter(name => name.endsWith('.js'))
  // the desktop of the laboratory is fetched by who opens a world, and by nobody else
  const [later, first] = [all.filter(name => name.startsWith('world-desktop')), all.filter(name => !name.startsWith('world-desktop'))]
  const script = first.reduce((sum, name) => sum + sizeOf(name), 0)
  assert.ok(script > 0 && script <= MOST_SCRIPT, `${script} bytes of script`)
  assert.ok(later.length === 1 && !page.includes('world-desktop'), `${later.join()} is not loaded with the page`)
  assert.ok(
    first.every(name => !readFileSync(join(dist, 'assets', name), 'utf8').includes('lab-desktop')),
    'nor is anything of it',
  )
  for (const [, target] of page.matchAll(/(?:src|href)="([^"]+)"/g)) assert.match(target ?? '', /^\/exam\//)
})

test('a candidate works by keyboard, reloads, loses the network, opens a second tab, hands in, and nothing is lost', async () => {
  const { page, context, seated } = await sitDown({ width: 1366, height: 768 })
  await page.keyboard.press('2')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('c')
  await page.keyboard.press('m')
  await page.reload()
  await page.waitForSelector('.x-item')
  assert.match(await page.locator('.x-grid .z-note').innerText(), /^已答2题.*标记1题$/)
  assert.match(await page.locator('.x-foot-place').innerText(), /^第2题/)

  await page.route('**/events', route => route.abort())
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('1')
  await untilSaid(page, '本机已存')
  await page.reload()
  await page.waitForSelector('.x-item')
  assert.match(await page.locator('.x-grid .z-note').innerText(), /^已答3题/, 'what only this machine holds is there again')
  await page.unroute('**/events')
  await untilSaid(page, '已保存')
  assert.equal(await answeredOnServer(seated), 3)

  const token = await page.evaluate(() => sessionStorage.getItem('zhiheng-exam-token'))
  const second = await context.newPage()
  await second.addInitScript(value => sessionStorage.setItem('zhiheng-exam-token', value ?? ''), token)
  await second.goto(`${address}/exam/`)
  await second.waitForSelector('.x-item')
  assert.match(await saveState(second), /^只能查看/)
  assert.equal(await second.locator('.x-item input').first().isDisabled(), true)
  await second.close()

  await page.locator('.x-grid').getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('button', { name: '确认交卷' }).click()
  const receipt = await page.locator('.x-receipt-code').innerText()
  assert.match(receipt, /^\w{4}-\w{4}-\w{4}$/)
  await page.reload()
  await page.waitForSelector('.x-receipt')
  assert.equal(await page.locator('.x-receipt-code').innerText(), receipt)
  await context.close()
})

/** Turns pages until an item stands there. */
async function turnTo(page: Page, itemId: string): Promise<void> {
  await page.locator('.x-item h2').focus()
  for (let pages = 0; pages < 150; pages++) {
    if ((await page.locator('.x-item').getAttribute('data-item')) === itemId) return
    await page.keyboard.press('ArrowRight')
  }
  assert.fail(`${itemId} does not come`)
}

test('every kind of control is worked by keyboard, and the server has what was given', async () => {
  const { page, context, seated } = await sitDown({ width: 1366, height: 768 })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await turnTo(page, 'blank-easy')
  await page.locator('.z-gap input').first().focus()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Input.imeSetComposition', { text: 'yibai', selectionStart: 5, selectionEnd: 5 })
  assert.match(await page.locator('.x-grid .z-note').innerText(), /^已答0题/, 'what an input method composes is no response yet')
  await devTools.send('Input.insertText', { text: '一百三十一' })
  assert.match(await page.locator('.x-grid .z-note').innerText(), /^已答1题/)

  await turnTo(page, 'inline-choice-easy')
  await page.locator('.z-select').first().selectOption({ label: '消费者' })
  await turnTo(page, 'matching-easy')
  await page.locator('.z-matching-left .z-select').nth(0).selectOption('e1')
  await page.locator('.z-matching-left .z-select').nth(1).selectOption('e1')
  await turnTo(page, 'ordering-easy')
  const last = page.locator('.z-ordering-row').nth(3)
  const label = await last.locator('.z-move').first().getAttribute('aria-label')
  await last.locator('.z-move').first().focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  assert.equal(await focused(), label, 'the focus stays with what is moved')
  assert.match(await page.locator('.z-ordering-row').nth(1).innerText(), new RegExp(`^2\\s*${label?.slice(3, -1)}`))
  await turnTo(page, 'hot-area-easy')
  await page.getByRole('button', { name: '“申请退款”按钮' }).focus()
  await page.keyboard.press('Enter')
  assert.equal(await page.getByRole('radio', { name: '“申请退款”按钮' }).isChecked(), true)
  assert.ok((await page.locator('.z-area-picture img').evaluate(img => (img as HTMLImageElement).naturalWidth)) === 800)
  await turnTo(page, 'short-answer-easy')
  await page.locator('.z-text').focus()
  await page.keyboard.type('平台代管 2 days')
  assert.match(await page.locator('.z-text-count').innerText(), /^已写6字/)
  await turnTo(page, 'file-answer-easy')
  await page
    .locator('.z-file-button input')
    .setInputFiles({ name: '图.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') })
  await page.locator('.z-file-name').waitFor()
  await page
    .locator('.z-file-button input')
    .setInputFiles({ name: '假.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') })
  await page.getByText('只接受').waitFor()
  await turnTo(page, 'case-easy')
  await page.keyboard.press('3')
  await page.locator('.z-gap input').focus()
  await page.keyboard.type('12%')
  await untilSaid(page, '已保存')

  const given = (await hall.inTx(tx => attemptResponses(tx, seated)))?.responses
  assert.deepEqual(given?.get('blank-easy'), { version: 1, gaps: [{ id: 'paid', text: '一百三十一' }] })
  assert.deepEqual(given?.get('inline-choice-easy'), { version: 1, gaps: [{ id: 'seller', optionId: 's2' }] })
  assert.deepEqual(given?.get('matching-easy'), { version: 1, pairs: [{ left: 'm2', right: 'e1' }] })
  assert.deepEqual(given?.get('hot-area-easy'), { version: 1, areaIds: ['r1'] })
  assert.deepEqual(given?.get('short-answer-easy'), { version: 1, text: '平台代管 2 days' })
  assert.deepEqual(
    (given?.get('case-easy')?.['parts'] as { id: string }[] | undefined)?.map(part => part.id),
    ['p1', 'p2'],
  )
  assert.equal((given?.get('file-answer-easy')?.['files'] as unknown[] | undefined)?.length, 1)
  assert.equal((given?.get('ordering-easy')?.['entryIds'] as unknown[] | undefined)?.length, 5)
  await context.close()
})

for (const [name, width, height] of [
  ['a school monitor', 1366, 768],
  ['a phone', 390, 844],
  ['a monitor at 400 %', 341, 192],
] as const) {
  test(`on ${name} the paper needs no horizontal scrolling, and options are at least 48 pixels high`, async () => {
    const { page, context } = await sitDown({ width, height })
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0)
    for (const option of await page.locator('.z-option').all()) assert.ok(((await option.boundingBox())?.height ?? 0) >= 48)
    await context.close()
  })
}

/** Whether an element stands wholly between the bars, and, where it has one, within the box that scrolls it. */
function isInSight(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(what => {
    const box = (name: string) => document.querySelector(name)?.getBoundingClientRect()
    const [own, top, foot, list] = [box(what), box('.x-top'), box('.x-foot'), box('.x-grid-scroll')]
    if (!own || !top || !foot || !list) return false
    const [from, to] = [Math.max(top.bottom, list.top), Math.min(foot.top, list.bottom)]
    return own.height > 0 && own.top >= from && own.bottom <= to
  }, selector)
}

/** Waits until the page has turned: keys are faster than the screen. */
async function standsAt(page: Page, number: number): Promise<void> {
  await page.locator('.x-foot-place', { hasText: new RegExp(`^第${number}题`) }).waitFor()
}

/** Waits until the wheel has come to rest; it goes on turning for a moment by itself. */
async function wheelRests(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>(done => {
        const before = document.querySelector('.x-main')?.scrollTop ?? 0
        setTimeout(() => done(before > 0 && document.querySelector('.x-main')?.scrollTop === before), 150)
      }),
  )
}

for (const [name, size] of [
  ['as it comes', 100],
  ['with letters twice as large', 200],
] as const) {
  test(`on a school monitor, ${name}, the paper is as high as the screen, and the numbers follow the item`, async () => {
    const { page, context } = await sitDown({ width: 1366, height: 768 })
    await page.locator('.x-settings summary').click()
    await page.getByLabel(`${size}%`).check()
    await page.locator('.x-settings summary').click()
    await page.locator('.x-item h2').focus()
    for (let turned = 0; turned <= 60; turned++) {
      if (turned % 15 === 0) {
        await standsAt(page, turned + 1)
        assert.ok(await isInSight(page, '.x-cell-here'), `item ${turned + 1} is in sight among the numbers`)
      }
      if (turned < 60) await page.keyboard.press('ArrowRight')
    }
    await standsAt(page, 61)
    assert.ok((await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)) <= 0, 'the page itself does not scroll')
    const scrolled = () => page.locator('.x-main').evaluate(main => main.scrollTop)
    await page.mouse.move(300, 400)
    await page.mouse.wheel(0, 400)
    await wheelRests(page)
    assert.ok((await scrolled()) > 0)
    await page.keyboard.press('ArrowLeft')
    await standsAt(page, 60)
    assert.equal(await scrolled(), 0, 'a page that was turned begins at its top')
    for (let turned = 60; turned > 1; turned--) await page.keyboard.press('ArrowLeft')
    await standsAt(page, 1)
    assert.ok(await isInSight(page, '.x-cell-here'), 'the numbers follow upwards too')
    await context.close()
  })
}

test('on a phone the numbers open where one stands', async () => {
  const { page, context } = await sitDown({ width: 390, height: 844 })
  await page.locator('.x-item h2').focus()
  for (let turned = 0; turned < 60; turned++) await page.keyboard.press('ArrowRight')
  await page.locator('.x-foot-grid').click()
  assert.ok(await isInSight(page, '.x-cell-here'))
  await context.close()
})

test('nothing the client received contains a key or an explanation, and no page threw', () => {
  assert.ok(heard.length > 10 && explanations.length > 3)
  const all = heard.join('\n')
  assert.ok(all.includes('"stem"'), 'papers were heard')
  for (const explanation of explanations) assert.ok(!all.includes(explanation), explanation)
  assert.doesNotMatch(all, /explanation|itemVersionId|"key"|correct|candidateRef|pageerror/)
})
