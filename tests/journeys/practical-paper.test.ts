import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { admitCandidate, attemptResponses } from '../../src/modules/delivery/index.ts'
import { WORLD_ITEM, aPracticalPackage } from '../../src/modules/delivery/fixtures.ts'
import type { Seated } from '../../src/modules/delivery/routes/rehearsal-hall.ts'
import { examDocumentOf, scoreExamWorld } from '../../src/modules/lab/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { must } from '../../src/platform/test-context.ts'
import { type ExamHall, openExamHall, sitDown, untilSaid, untilText } from './stage/exam-hall.ts'
import { pageFaults } from './stage/page-faults.ts'

const TASK = 'L4-02'
let stand: ExamHall
before(async () => {
  const document = must(examDocumentOf(createLog('silent'), TASK))
  const paper = aPracticalPackage(text => hash('sha256', text, 'hex'), { task: TASK, document: document.sha256 })
  stand = await openExamHall({ paper, document })
})
after(() => stand?.end())

let taken = 0
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['ZHIHENG_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(folder, `practical-${++taken}-${name}-${size.width}.png`) })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const idle = (page: Page) => page.waitForFunction(() => document.querySelector('.lab-acts button:disabled') === null)
/** Everything the browser was told of the laboratory. */
const heard: string[] = []
function listen(page: Page): void {
  page.on('response', async reply => {
    if (reply.url().includes('/api/delivery/')) heard.push(await reply.text().catch(() => ''))
  })
}
const worldOf = async ({ attemptId }: Seated) => {
  const { rows } = await stand.hall.ports.database.statement({
    text: 'select type from lab_event where owner_id = $1 order by seq',
    values: [attemptId],
  })
  return rows.map(row => String(row['type']))
}
const toWorld = async (page: Page) => {
  await button(page, /^(进入实验环境|继续实验操作)$/).press('Enter')
  await page.getByRole('heading', { level: 1, name: '商务邮件往来' }).waitFor({ timeout: 30_000 })
}

test('a practical paper: sit down, do a step, the line is cut and mended, another seat, go on, hand in, receipt', async () => {
  stand.hall.at(0)
  const seated = await stand.seat({ rules: { shuffleItems: false } })
  const { context, page } = await stand.open()
  listen(page)
  const loaded: string[] = []
  page.on('request', request => void loaded.push(request.url()))
  await sitDown(stand, page, seated)
  assert.ok(!loaded.some(url => url.includes('world-desktop')), 'the paper itself needs no laboratory')
  await page.locator(`[data-item="${WORLD_ITEM}"]`).waitFor()
  await picture(page, 'paper')
  await toWorld(page)
  await picture(page, 'desk')
  assert.deepEqual(await pageFaults(page, 'zh'), [])
  await button(page, '标记本题').press('Enter')
  await button(page, '取消标记').waitFor()
  await untilSaid(page, '已保存')

  await cutAmidst(page)
  await button(page, '1 小时').press('Enter')
  await page.getByText('3月2日（周一）10:00').first().waitFor()
  await context.close()

  const next = await swapSeat(seated)
  await toWorld(next.page)
  await next.page.getByText('3月2日（周一）10:00').first().waitFor()
  await button(next.page, '取消标记').waitFor()
  await next.page.getByRole('tab', { name: '电子邮件' }).press('Enter')
  await button(next.page, '写信').press('Enter')
  await next.page.getByLabel('收件人').fill('不是地址')
  await button(next.page, '发送').press('Enter')
  await next.page.locator('.lab-said').waitFor()
  await picture(next.page, 'refusal')
  await idle(next.page)
  await button(next.page, '提交').press('Enter')
  await next.page.getByRole('dialog', { name: '提交' }).getByRole('button', { name: '提交' }).press('Enter')
  await untilText(next.page, '已提交')
  await button(next.page, '返回试卷').press('Enter')
  await next.page.getByText(/^已保存\d+步操作。$/).waitFor()
  await handIn(next.page)
  await picture(next.page, 'receipt')

  const place = { ownerId: seated.attemptId, worldId: WORLD_ITEM }
  const responses = (await stand.hall.inTx(tx => attemptResponses(tx, seated)))?.responses
  const { worldRun } = (responses?.get(WORLD_ITEM) ?? assert.fail('no response')) as { worldRun: { commands: number } }
  const { commands } = worldRun
  assert.ok(commands >= 6, `${commands} steps`)
  const saved = await stand.hall.ports.database.statement({
    text: "select count(*)::int as n from response_event where attempt_id = $1 and kind = 'command'",
    values: [seated.attemptId],
  })
  assert.equal(commands, saved.rows[0]?.['n'], 'every step that was saved was carried out once')
  assert.ok((await stand.hall.inTx(tx => scoreExamWorld(tx, place))).ok)
  const happened = await worldOf(seated)
  assert.ok(happened.includes('world.clock') && happened.some(type => type.startsWith('desk.')), happened.join())
  const all = heard.join('\n')
  for (const word of ['"laboratory"', '"reference"', '"mistakes"', '"hidden"']) assert.ok(!all.includes(word), word)
  await next.context.close()
})

/** A step is begun while the line is gone: the paper stands still and says so; mended, the work goes on and nothing was done twice. */
async function cutAmidst(page: Page): Promise<void> {
  stand.a.cut()
  stand.b.cut()
  const begun = button(page, '取消标记').press('Enter')
  await untilText(page, '网络中断，操作技能考核已停住')
  await begun
  assert.ok(await page.locator('.x-world-stopped').count(), 'the desktop stands still')
  await picture(page, 'cut')
  stand.a.mend()
  stand.b.mend()
  await button(page, '标记本题').waitFor({ timeout: 30_000 })
  await page.waitForFunction(() => document.querySelector('.x-world-stopped') === null, undefined, { timeout: 30_000 })
  await button(page, '标记本题').press('Enter')
  await button(page, '取消标记').waitFor()
}

async function swapSeat(seated: Seated): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const { entryCode } = must(await stand.hall.inTx((tx, ctx) => admitCandidate(tx, ctx, { ...seated, validMinutes: 60 })))
  const { context, page } = await stand.open()
  listen(page)
  await page.goto(`${stand.a.address}/exam/`)
  await page.getByLabel('准考证号').fill(seated.ticketNumber)
  await page.locator('#code').fill(entryCode)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.x-item', { timeout: 30_000 })
  return { context, page }
}

async function handIn(page: Page): Promise<void> {
  await page.keyboard.press('ArrowRight')
  await button(page, '检查并交卷').last().press('Enter')
  await button(page, '交卷').press('Enter')
  await button(page, '确认交卷').press('Enter')
  await page.waitForSelector('.x-receipt', { timeout: 30_000 })
}
