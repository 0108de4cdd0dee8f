import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { instant } from '../../src/kernel/instant.ts'
import { SITTING, ticketOf } from '../../src/modules/delivery/fixtures.ts'
import { type Cable, layCable, saveState, shellReady, untilSaid, untilText } from './stage/exam-hall.ts'
import { buildResult, importFromStick, openByVoice, reads, secondPerson, signInAtHall, step } from './stage/hall-acts.ts'
import { type HallStage, openHallStage } from './stage/hall-stage.ts'
import { type OnStick, type SealedSite, openSealedSite } from './stage/sealed/sealed-site.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1366, height: 768 }
/** Long enough for the papers to lie in the browsers before it has passed. */
const UNTIL_START_MS = 60_000
let stage: HallStage
let sealed: SealedSite
let page: Page
let cable: Cable
let real: OnStick
/** The browser of the candidate, and the paper in it. */
let paper: Page

before(async () => {
  stage = await openHallStage('sealed', { rooms: 0, people: 0, spare: 0, opensIn: 0, laptop: true })
  sealed = await openSealedSite(stage.folder)
  real = await sealed.real(instant(Date.now() + UNTIL_START_MS))
  await importFromStick(stage, real.path)
  await stage.inSite((tx, ctx) => sealed.certify(tx, ctx))
  page = await stage.window()
  cable = await layCable(Number(new URL(stage.address()).port))
})
after(async () => {
  await cable?.end()
  await sealed?.end()
  await stage?.end()
})

/** Enters at a machine with ticket and code, and goes on to the rules. */
async function enter(at: Page, n: number, code: string): Promise<void> {
  await at.goto(`${cable.address}/exam/`)
  await at.getByLabel('准考证号').fill(ticketOf(n))
  await at.locator('#code').fill(code.replace(/\D/g, ''))
  await at.keyboard.press('Enter')
}

const answered = (at: Page) => at.locator('.x-grid .z-note').innerText()
const minutesLeft = async (at: Page) => {
  const [h = 0, m = 0] = (await at.locator('.x-time, [role=timer]').first().innerText()).match(/\d+/g)?.map(Number) ?? []
  return h * 60 + m
}

async function machine(viewport = DESK): Promise<Page> {
  const context = await stage.browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(40_000)
  return context.newPage()
}

test('a site with a certificate and its papers open is armed by two', async () => {
  await page.goto('/hall/site')
  await signInAtHall(page, 'manager')
  await openByVoice(page, real.key)
  const arm = step(page, '进入待考状态')
  await arm.getByRole('button', { name: '进入待考状态' }).click()
  await secondPerson(arm, 'engineer')
  await page.keyboard.press('Enter')
  await reads(page, '考点已就绪')
})

test('let in at the door, the papers lie sealed in the browser until the start, and the first item needs no network', async () => {
  await page.getByRole('link', { name: '入场' }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'ticket')
  await page.keyboard.type(ticketOf(1))
  await page.keyboard.press('Enter')
  await reads(page, '第一考场 1号')
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  const code = await page.locator('.h-code-figures').innerText()
  paper = await machine()
  await enter(paper, 1, code)
  await paper.getByLabel('我已阅读并承诺遵守').check()
  await paper.getByRole('button', { name: '信息无误' }).click()
  await untilText(paper, '试卷已就位（加密）')
  await stage.picture(paper, 'waiting')
  await shellReady(paper)
  await paper.waitForFunction(
    () => [...document.querySelectorAll('button')].some(one => one.textContent === '开始作答' && !one.disabled),
    undefined,
    { timeout: UNTIL_START_MS + 10_000 },
  )
  await paper.getByRole('button', { name: '开始作答' }).click()
  await paper.waitForSelector('.x-item')
  await paper.keyboard.press('1')
  await untilSaid(paper, '已保存')
  await stage.picture(paper, 'paper')
})

test('a second tab only reads', async () => {
  const kept = await paper.evaluate(() => ({ ...sessionStorage }))
  const second = await paper.context().newPage()
  await second.addInitScript(values => Object.entries(values).forEach(([name, value]) => sessionStorage.setItem(name, value)), kept)
  await second.goto(`${cable.address}/exam/`)
  await second.waitForSelector('.x-item')
  assert.match(await saveState(second), /^只能查看/)
  await second.close()
  await paper.bringToFront()
})

test('the machine dies: at a spare seat everything is back within ten seconds, the time included', async () => {
  await paper.locator('.x-item-head h2').focus()
  await paper.keyboard.press('ArrowRight')
  await paper.keyboard.press('2')
  await paper.keyboard.press('m')
  await untilSaid(paper, '已保存')
  const before = { answered: await answered(paper), left: await minutesLeft(paper) }
  await paper.context().close()
  await page.getByRole('button', { name: '办完了' }).click()
  await page.getByRole('link', { name: '看板' }).click()
  await page.getByRole('gridcell', { name: /^第一考场1号/ }).click()
  await page.getByRole('dialog', { name: '第一考场 1号' }).waitFor()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: '换到第一考场 备1号' }).waitFor()
  paper = await machine()
  const from = Date.now()
  await page.getByRole('radio', { name: /^备1/ }).focus()
  await page.keyboard.press('Enter')
  const code = await page.locator('.h-code-figures').innerText()
  await enter(paper, 1, code)
  await paper.waitForSelector('.x-item')
  const took = Date.now() - from
  assert.ok(took <= 10_000, `${took} ms from the click to the paper`)
  assert.equal(await answered(paper), before.answered)
  assert.ok(Math.abs((await minutesLeft(paper)) - before.left) <= 1)
  await paper.getByRole('heading', { name: '第2题', exact: true }).waitFor()
  await stage.picture(paper, 'after-swap')
})

test('the network is away for the rest of the paper: worked by keyboard alone, handed in later, with a receipt', async () => {
  await shellReady(paper)
  cable.cut()
  await paper.locator('.x-item-head h2').focus()
  for (let n = 3; n <= 8; n++) {
    await paper.keyboard.press('ArrowRight')
    await paper.getByRole('heading', { name: `第${n}题`, exact: true }).waitFor()
    await paper.keyboard.press('1')
  }
  await untilSaid(paper, '本机已存')
  await stage.picture(paper, 'without-network')
  await paper.reload()
  await paper.waitForSelector('.x-item')
  assert.match(await answered(paper), /^已答8题/)
  await paper.locator('.x-grid').getByRole('button', { name: '检查并交卷' }).focus()
  await paper.keyboard.press('Enter')
  await paper.getByRole('button', { name: '交卷', exact: true }).focus()
  await paper.keyboard.press('Enter')
  await paper.getByRole('button', { name: '确认交卷' }).focus()
  await paper.keyboard.press('Enter')
  await untilText(paper, '暂时连不上服务器。作答已存在本机')
  await paper.setViewportSize(PHONE)
  await stage.picture(paper, 'handing-in-without-network')
  cable.mend()
  await paper.waitForSelector('.x-receipt', { timeout: 30_000 })
  await untilText(paper, '8')
  await stage.picture(paper, 'receipt')
  await paper.setViewportSize(DESK)
  await paper.context().close()
})

test('the result is built by two, carried away, received by the centre, and the server is purged with its receipt', async () => {
  await page.getByRole('button', { name: '办完了' }).click()
  // everybody else did not come, and the time for that has passed
  await stage.meanwhile(
    "update hall_sitting set rules = jsonb_set(rules, '{opensAt}', to_jsonb((rules->>'opensAt')::bigint - 40 * 60000)) where sitting_id = $1",
    [SITTING],
  )
  await page.getByRole('link', { name: '结果' }).click()
  await buildResult(page)
  await stage.picture(page, 'result-built')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /下载结果包/ }).click()
  const file = await (await coming).path()
  const receipt = await sealed.receiptFor(file, SITTING)
  const early = page.getByRole('region', { name: '清除本机数据' })
  await early.getByText('没有中心回执，不能清除。').waitFor()
  await page
    .getByLabel('导入回执文件')
    .setInputFiles({ name: '回执.json', mimeType: 'application/json', buffer: Buffer.from('{"other":1}') })
  await page.getByRole('alert').filter({ hasText: '回执没有导入' }).waitFor()
  await page.getByLabel('导入回执文件').setInputFiles({ name: '回执.json', mimeType: 'application/json', buffer: Buffer.from(receipt) })
  await reads(page, /^中心已于.*收妥/)
  await early.getByRole('button', { name: '清除本机数据' }).click()
  await secondPerson(early, 'engineer')
  await stage.picture(page, 'purge')
  await page.keyboard.press('Enter')
  await reads(page, /^已于.*清除，中心存有全部结果/)
  await page.setViewportSize(PHONE)
  await stage.picture(page, 'purged')
  const left = existsSync(join(stage.folder, 'packages')) ? readdirSync(join(stage.folder, 'packages')) : []
  assert.ok(left.length <= 1, `the papers of the real sitting are gone: ${left.join(', ')}`)
  assert.deepEqual(stage.faults, [])
})
