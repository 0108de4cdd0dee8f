import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { attemptResponses } from '../../src/modules/delivery/index.ts'
import type { Seated } from '../../src/modules/delivery/routes/rehearsal-hall.ts'
import {
  type ExamHall,
  answeredCount,
  knock,
  openExamHall,
  saveState,
  shellReady,
  sitDown,
  untilSaid,
  untilText,
} from './stage/exam-hall.ts'

let stand: ExamHall
before(async () => {
  stand = await openExamHall()
})
after(() => stand?.end())
afterEach(() => {
  stand.a.mend()
  stand.b.mend()
})

const responsesOf = async (seated: Seated) =>
  (await stand.hall.inTx(tx => attemptResponses(tx, seated)))?.responses ?? new Map<string, unknown>()
const place = (page: Page, number: number) => page.locator('.x-foot-place', { hasText: new RegExp(`^第${number}题`) }).waitFor()

/** Works every item that has options from the one on the screen on: the n-th option, by keyboard. Gives how many there were. */
async function workOn(
  page: Page,
  { from, to, option }: { readonly from: number; readonly to: number; readonly option: number },
): Promise<number> {
  let worked = 0
  await page.locator('.x-item-head h2').focus()
  for (let number = from; number <= to; number++) {
    await place(page, number)
    if ((await page.locator(`.x-item input[data-option="${option - 1}"]`).count()) > 0) {
      await page.keyboard.press(String(option))
      worked += 1
    }
    if (number < to) await page.keyboard.press('ArrowRight')
  }
  return worked
}

/** Writes down what the page says and what servers acknowledge, in the order in which it happens. */
async function recordHonesty(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = JSON.parse(sessionStorage.getItem('told') ?? '[]')
    const tell = (what: string) => {
      told.push(what)
      sessionStorage.setItem('told', JSON.stringify(told))
    }
    const { fetch } = globalThis
    globalThis.fetch = async (...asked) => {
      const reply = await fetch(...asked)
      if (String(asked[0]).endsWith('/events') && reply.ok) tell('acknowledged')
      return reply
    }
    addEventListener('input', event => event.target instanceof Element && event.target.closest('.x-item') && tell('changed'), true)
    let last = ''
    new MutationObserver(() => {
      const said = document.querySelector('.x-save')?.textContent ?? ''
      if (said === last) return
      last = said
      tell(said)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** Between a change and the next acknowledgement nobody says “saved”. */
function dishonesties(told: readonly string[]): string[] {
  let owed = false
  return told.filter(what => {
    if (what === 'changed') owed = true
    else if (what === 'acknowledged') owed = false
    return owed && /^(已保存|双机已存)/.test(what)
  })
}

test('the network is away for the whole paper, the page is loaded anew meanwhile, and the hand-in goes through when it is back', async () => {
  const seated = await stand.seat()
  const { context, page } = await stand.open()
  await recordHonesty(page)
  await sitDown(stand, page, seated)
  await shellReady(page)
  stand.a.cut()
  stand.b.cut()
  const first = await workOn(page, { from: 1, to: 3, option: 1 })
  await untilSaid(page, '本机已存')
  await page.reload()
  await page.waitForSelector('.x-item')
  await place(page, 3)
  assert.match(await answeredCount(page), new RegExp(`^已答${first}题`))
  const second = await workOn(page, { from: 3, to: 6, option: 2 })
  await page.keyboard.press('m')
  await untilSaid(page, '本机已存')
  assert.equal((await responsesOf(seated)).size, 0, 'nothing has reached a server')
  await page.locator('.x-grid').getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('button', { name: '确认交卷' }).click()
  await untilText(page, '暂时连不上服务器。作答已存在本机')
  await page.reload()
  await untilText(page, '暂时连不上服务器。作答已存在本机')
  stand.a.mend()
  stand.b.mend()
  await page.waitForSelector('.x-receipt', { timeout: 30_000 })
  const known = await responsesOf(seated)
  assert.ok(known.size >= second && known.size >= first && known.size > 3, `${known.size} responses`)
  const told = JSON.parse(await page.evaluate(() => sessionStorage.getItem('told') ?? '[]')) as string[]
  assert.ok(told.includes('acknowledged') && told.some(what => what.startsWith('本机已存')))
  assert.deepEqual(dishonesties(told), [], told.join(' | '))
  await context.close()
})

test('one server dies: the other takes the work, a reload comes up, and the hand-in goes through', async () => {
  const seated = await stand.seat()
  const { context, page } = await stand.open()
  await sitDown(stand, page, seated)
  await shellReady(page)
  await workOn(page, { from: 1, to: 2, option: 1 })
  await untilSaid(page, '已保存')
  stand.a.cut()
  const from = Date.now()
  await page.keyboard.press('m')
  await page.keyboard.press('m')
  await workOn(page, { from: 2, to: 2, option: 2 })
  await untilSaid(page, '已保存')
  assert.ok(Date.now() - from <= 10_000, `${Date.now() - from} ms until the other server had it`)
  await page.reload()
  await page.waitForSelector('.x-item')
  await untilSaid(page, '已保存')
  await page.locator('.x-grid').getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('button', { name: '确认交卷' }).click()
  await page.waitForSelector('.x-receipt', { timeout: 30_000 })
  await context.close()
})

test('a wiped storage is told, and from then on everything goes out at once', async () => {
  const seated = await stand.seat()
  const { context, page } = await stand.open()
  await sitDown(stand, page, seated)
  await page.evaluate(
    () =>
      new Promise<void>(done => {
        const request = indexedDB.open('zhiheng-exam')
        request.onsuccess = () => {
          const wipe = request.result.transaction(['log', 'shelf'], 'readwrite')
          wipe.objectStore('log').clear()
          wipe.objectStore('shelf').clear()
          wipe.oncomplete = () => done()
        }
      }),
  )
  await untilText(page, '本机无法留存作答')
  await workOn(page, { from: 1, to: 2, option: 1 })
  await untilSaid(page, '已保存')
  assert.ok((await responsesOf(seated)).size > 0)
  const incidents = await stand.hall.inTx(tx => tx.query({ text: 'select note from incident', values: [] }))
  assert.ok(
    incidents.rows.some(row => String(row['note']).includes('无法留存作答')),
    'the invigilators see it',
  )
  await context.close()
})

test('a second tab only reads, and takes over when the first one closes', async () => {
  const seated = await stand.seat()
  const { context, page } = await stand.open()
  await sitDown(stand, page, seated)
  await workOn(page, { from: 1, to: 1, option: 1 })
  await untilSaid(page, '已保存')
  const kept = await page.evaluate(() => ({ ...sessionStorage }))
  const second = await context.newPage()
  await second.addInitScript(values => Object.entries(values).forEach(([name, value]) => sessionStorage.setItem(name, value)), kept)
  await second.goto(`${stand.a.address}/exam/`)
  await second.waitForSelector('.x-item')
  assert.match(await saveState(second), /^只能查看/)
  await second.keyboard.press('2')
  assert.match(await answeredCount(second), /^已答[01]题/)
  await page.close()
  await untilSaid(second, '已保存')
  await context.close()
})

test('a page opened at a server that is down, and error pages in between, never trap anybody', async () => {
  const seated = await stand.seat()
  const { context, page } = await stand.open()
  await knock(stand, page, seated)
  await shellReady(page)
  stand.a.cut()
  stand.b.cut()
  await page.reload()
  await untilText(page, '核对考试信息')
  stand.a.mend()
  stand.b.mend()
  await page.getByLabel('我已阅读并承诺遵守').check()
  await page.getByRole('button', { name: '信息无误' }).click()
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.waitForSelector('.x-item')
  await context.route('**/exam/', route => route.fulfill({ status: 502, body: 'Bad Gateway' }))
  await page.reload()
  await page.waitForSelector('.x-item')
  await context.close()
})
