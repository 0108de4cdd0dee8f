import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { instant } from '../../src/kernel/instant.ts'
import { SITTING, ticketOf } from '../../src/modules/delivery/fixtures.ts'
import { type Cable, layCable, saveState, shellReady, untilSaid, untilText } from './stage/exam-hall.ts'
import { type HallStage, PASS, openHallStage } from './stage/hall-stage.ts'
import { type OnStick, REHEARSAL_SITTING, type SealedSite, openSealedSite } from './stage/sealed-site.ts'

const cli = fileURLToPath(new URL('../../src/apps/cli/main.ts', import.meta.url))
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1366, height: 768 }
/** Long enough for the papers to lie in the browsers before it has passed. */
const UNTIL_START_MS = 60_000
let stage: HallStage
let sealed: SealedSite
let page: Page
let cable: Cable
let rehearsal: OnStick
/** The browser of the candidate, and the paper in it. */
let paper: Page

before(async () => {
  stage = await openHallStage('sealed', { rooms: 0, people: 0, spare: 0, opensIn: 0, laptop: true })
  sealed = await openSealedSite(stage.folder)
  rehearsal = await sealed.rehearsal()
  page = await stage.window()
  cable = await layCable(Number(new URL(stage.address()).port))
})
after(async () => {
  await cable?.end()
  await sealed?.end()
  await stage?.end()
})

const reads = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor()
const step = (name: string) => page.getByRole('region', { name: new RegExp(`${name}$`) })

async function secondPerson(within: Page | Locator, staffId: string, passPhrase = PASS): Promise<void> {
  await within.getByLabel('第二人编号').fill(staffId)
  await within.getByLabel('第二人口令').fill(passPhrase)
}

async function signIn(staffId: string): Promise<void> {
  await page.getByLabel('工作人员编号').fill(staffId)
  await page.getByLabel('口令').fill(PASS)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '退出' }).waitFor()
}

/** Two persons type a key as it is read out: group after group, without a mouse. */
async function openByVoice(key: string): Promise<void> {
  await step('启封试卷').getByRole('button', { name: '启封试卷' }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '第1组')
  await page.keyboard.type(key.toLowerCase())
  await reads('校验通过，7组全部无误。')
  await secondPerson(page, 'engineer')
  await page.keyboard.press('Enter')
  await reads('试卷已启封，已按考生分好。')
}

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

test('the rehearsal comes from a stick; two open it by the key as it is read out, and a misheard symbol is named by its group', async () => {
  await page.goto('/hall/')
  await reads('本服务器还没有考点数据包')
  await stage.kill()
  const { DATABASE_URL: _own, ...env } = process.env
  const told = spawnSync(process.execPath, [cli, 'site', 'import', '--file', rehearsal.path, '--data', stage.folder], { env })
  assert.equal(told.status, 0, String(told.stderr))
  await stage.start()
  await page.reload()
  await signIn('manager')
  await reads('考前演练')
  await step('启封试卷').getByRole('button', { name: '启封试卷' }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '第1组')
  const misheard = rehearsal.key.slice(0, 5) + (rehearsal.key[5] === 'B' ? 'D' : 'B') + rehearsal.key.slice(6)
  await page.keyboard.type(misheard)
  await reads('校验不通过，多半是第2组有一个字符听错。请只核对这一组。')
  assert.equal(await step('启封试卷').getByRole('button', { name: '启封试卷' }).isDisabled(), true, 'a wrong key is never sent')
  await stage.picture(page, 'misheard')
  await page.getByLabel('第2组').fill(rehearsal.key.slice(5, 9))
  await reads('校验通过，7组全部无误。')
  await secondPerson(page, 'keeper-1')
  await page.getByLabel('第二人口令').press('Enter')
  await page
    .getByRole('alert')
    .filter({ hasText: /考点负责人|职责/ })
    .waitFor()
  await secondPerson(page, 'engineer')
  await page.keyboard.press('Enter')
  await reads('试卷已启封，已按考生分好。')
})

const drill = (name: string) => page.locator('.h-drill-step').filter({ has: page.locator('strong', { hasText: new RegExp(`^${name}$`) }) })

async function confirm(name: string, values: readonly string[], second: string | null): Promise<void> {
  const line = drill(name)
  await line.getByRole('button', { name: '填写并确认' }).waitFor()
  if (await line.getByRole('button', { name: '开始计时' }).isVisible()) await line.getByRole('button', { name: '开始计时' }).click()
  await line.getByText('进行中').waitFor()
  await line.getByRole('button', { name: '填写并确认' }).click()
  for (const [at, value] of values.entries()) await line.locator('[role=form] input, form input').nth(at).fill(value)
  if (second !== null) await secondPerson(line, second)
  await line.getByRole('button', { name: '确认这一步' }).click()
  await line.getByText('已达标').waitFor()
}

test('the drill is done step by step and by two, and ends with a certificate', async () => {
  // the simulated candidates work for two seconds instead of a minute
  await page.route('**/api/delivery/hall/drills', route =>
    route.request().method() === 'POST'
      ? route.continue({ postData: JSON.stringify({ ...(route.request().postDataJSON() as object), seconds: 2 }) })
      : route.continue(),
  )
  await step('演练与就绪证书').getByRole('button', { name: '开始演练并模拟负载' }).click()
  await drill('负载模拟').getByText('已测，待确认').waitFor()
  await drill('负载模拟').getByRole('button', { name: '填写并确认' }).click()
  await drill('负载模拟').getByRole('button', { name: '确认这一步' }).click()
  await drill('负载模拟').getByText('已达标').waitFor()
  await drill('服务器切换').getByRole('button', { name: '本考点不做' }).click()
  await drill('服务器切换').getByText('不做').first().waitFor()
  await confirm('换机', ['7', '0'], null)
  await confirm('电话报读启封密钥', [rehearsal.key], 'engineer')
  await confirm('停电', ['35', '90'], 'engineer')
  await drill('停电').scrollIntoViewIfNeeded()
  await stage.picture(page, 'drill')
  await page.goto(`/hall/s/${REHEARSAL_SITTING}/result`)
  await buildResult()
  await page.getByRole('link', { name: '准备' }).click()
  await confirm('U盘上传结果包', [], 'engineer')
  await step('演练与就绪证书').getByRole('button', { name: '签发就绪证书' }).click()
  await secondPerson(step('演练与就绪证书'), 'engineer')
  await page.keyboard.press('Enter')
  await reads('就绪证书有效')
  await page.getByText('查看证书').click()
  await stage.picture(page, 'certificate')
})

/** Closes the sitting and builds its result package, the manager signing and the engineer beside. */
async function buildResult(): Promise<void> {
  const build = page.getByRole('region', { name: '生成结果包' })
  await build.getByRole('button', { name: /生成结果包|重新生成/ }).click()
  await build.getByLabel('考点负责人口令（签署用）').fill(PASS)
  await secondPerson(build, 'engineer')
  await page.keyboard.press('Enter')
  const outcome = build.getByText('根摘要').or(build.getByRole('alert')).first()
  await outcome.waitFor().catch(async (fault: unknown) => {
    throw new Error(`not built: ${await build.innerText()}`, { cause: fault })
  })
  assert.deepEqual(await build.getByRole('alert').allInnerTexts(), [])
}

test('the real package comes by the page, its key opens it and no other; two arm the site', async () => {
  const opensAt = instant(Date.now() + UNTIL_START_MS)
  const real = await sealed.real(opensAt)
  await page.getByLabel('导入数据包（.zhpkg）').setInputFiles(real.path)
  await reads(/^已导入：2026冬季统一鉴定/)
  await page.getByRole('button', { name: '退出' }).waitFor({ state: 'detached' })
  await signIn('manager')
  await page.getByRole('link', { name: '准备' }).click()
  await step('启封试卷').getByRole('button', { name: '启封试卷' }).click()
  await page.keyboard.type(rehearsal.key)
  await secondPerson(page, 'engineer')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '演练' }).waitFor()
  await stage.picture(page, 'rehearsal-key')
  await page.keyboard.press('Escape')
  await openByVoice(real.key)
  const arm = step('进入待考状态')
  await arm.getByRole('button', { name: '进入待考状态' }).click()
  await secondPerson(arm, 'keeper-1')
  await page.keyboard.press('Enter')
  await reads('考点已就绪')
  await stage.picture(page, 'armed')
})

test('let in at the door, the papers lie sealed in the browser until the start, and the first item needs no network', async () => {
  await page.getByRole('link', { name: '入场' }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'ticket')
  await page.keyboard.type(ticketOf(1))
  await page.keyboard.press('Enter')
  await reads('第一考场 1号')
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
  await buildResult()
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
  await reads(/^中心已于.*收妥/)
  await early.getByRole('button', { name: '清除本机数据' }).click()
  await secondPerson(early, 'engineer')
  await stage.picture(page, 'purge')
  await page.keyboard.press('Enter')
  await reads(/^已于.*清除，中心存有全部结果/)
  await page.setViewportSize(PHONE)
  await stage.picture(page, 'purged')
  const left = existsSync(join(stage.folder, 'packages')) ? readdirSync(join(stage.folder, 'packages')) : []
  assert.ok(left.length <= 1, `the papers of the real sitting are gone: ${left.join(', ')}`)
  assert.deepEqual(stage.faults, [])
})
