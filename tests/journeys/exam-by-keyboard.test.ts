import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { attemptResponses } from '../../src/modules/delivery/index.ts'
import { type ExamHall, openExamHall, untilSaid, untilText } from './stage/exam-hall.ts'
import { pageFaults } from './stage/page-faults.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
let stand: ExamHall
before(async () => {
  stand = await openExamHall()
})
after(() => stand?.end())

type Violation = { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] }

/** What axe finds against WCAG 2.2 A and AA, and what our own look at the page finds. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`)) as {
    readonly violations: readonly Violation[]
  }
  const texts = found.violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(node => node.html).join(' | ')}`)
  return [...texts, ...(await pageFaults(page, 'zh'))]
}

/** Tabs on until something with this name has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    const here = await page.evaluate(() => {
      const at = document.activeElement
      const label = at?.closest('label') ?? (at?.id ? document.querySelector(`label[for="${at.id}"]`) : null)
      return at?.getAttribute('aria-label') ?? label?.textContent ?? at?.textContent ?? ''
    })
    if (name.test(here.trim())) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${String(name)} cannot be reached by Tab`)
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

async function wholeExam(viewport: { readonly width: number; readonly height: number }): Promise<void> {
  stand.pausedSince = null
  stand.hall.at(0)
  const seated = await stand.seat()
  const { context, page } = await stand.open(viewport)
  const faults: string[] = []
  const look = async (screen: string) => faults.push(...(await faultsOf(page)).map(fault => `${screen}: ${fault}`))
  await page.goto(`${stand.a.address}/exam/`)
  await page.waitForSelector('#code')
  await look('sign-in')
  await tabTo(page, /^准考证号/)
  await page.keyboard.type(seated.ticketNumber)
  await page.keyboard.press('Tab')
  await page.keyboard.type(seated.entryCode)
  await page.keyboard.press('Enter')
  await untilText(page, '核对考试信息')
  await look('confirm')
  await tabTo(page, /^我已阅读/)
  await page.keyboard.press('Space')
  await press(page, /^信息无误/)
  await untilText(page, '试卷已就位')
  await look('waiting')
  await press(page, /^开始作答$/)
  await page.waitForSelector('.x-item')
  await look('paper')
  // the order is drawn for each seat: where the first item asks for a file, a number chooses nothing
  if ((await page.locator('.x-item [data-option]').count()) === 0) await page.keyboard.press('ArrowRight')
  await page.locator('.x-item [data-option]').first().waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await look('help')
  await page.keyboard.press('2')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('k')
  await page.locator('.x-calculator').waitFor()
  for (const key of '12.5*4') await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.x-calculator-shown').innerText(), '50')
  await look('calculator')
  await page.keyboard.press('Escape')
  await press(page, /^举手$/)
  await untilText(page, '已举手，请等候')
  for (const [theme, named] of [
    ['high', /^高对比$/],
    ['dark', /^深色$/],
  ] as const) {
    await press(page, /^显示设置$/)
    await tabTo(page, /^(标准|高对比|深色)$/)
    for (let turns = 0; turns < 4 && (await page.evaluate(() => document.documentElement.dataset['contrast'])) !== theme; turns++)
      await page.keyboard.press('ArrowRight')
    assert.equal(await page.evaluate(() => document.documentElement.dataset['contrast']), theme, String(named))
    await look(`settings, ${theme}`)
    await page.locator('.x-settings summary').focus()
    await page.keyboard.press('Enter')
    await look(`paper, ${theme}`)
  }
  await page.locator('.x-item-head h2').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  if (viewport.width < 900) await press(page, /^题号与答题情况$/)
  await press(page, /^检查并交卷$/)
  await untilText(page, '交卷前检查')
  await look('review')
  await press(page, /^交卷$/)
  await page.getByRole('dialog').waitFor()
  await look('last question')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /^交卷$/, 'the focus is back where it was')
  await page.keyboard.press('Enter')
  await press(page, /^确认交卷$/)
  await page.waitForSelector('.x-receipt', { timeout: 20_000 })
  await look('receipt')
  assert.deepEqual(faults, [])
  const known = await stand.hall.inTx(tx => attemptResponses(tx, seated))
  assert.equal(known?.responses.size, 1, 'one response by the key 1; the 2 belonged to the dialog')
  await context.close()
}

for (const [place, viewport] of [
  ['a school monitor', { width: 1366, height: 768 }],
  ['a monitor at 400 %', { width: 320, height: 256 }],
] as const)
  test(`the whole exam by keyboard alone on ${place}, and no screen of it fails the accessibility check`, () => wholeExam(viewport))

test('a pause covers the paper, names its reason, stops the keys, and goes away by itself', async () => {
  stand.hall.at(0)
  const seated = await stand.seat()
  const { context, page } = await stand.open()
  await page.goto(`${stand.a.address}/exam/`)
  await page.getByLabel('准考证号').fill(seated.ticketNumber)
  await page.locator('#code').fill(seated.entryCode)
  await page.keyboard.press('Enter')
  await page.getByLabel('我已阅读并承诺遵守').check()
  await page.getByRole('button', { name: '信息无误' }).click()
  await page.getByRole('button', { name: '开始作答' }).click()
  await page.waitForSelector('.x-item')
  stand.pausedSince = stand.hall.at(1)
  await untilText(page, '原因：停电')
  assert.deepEqual(await faultsOf(page), [])
  for (const key of ['1', 'm', 'Escape', 'Tab', 'ArrowRight']) await page.keyboard.press(key)
  assert.match(await page.locator('.x-grid .z-note').innerText(), /^已答0题，未答6题，标记0题/)
  stand.pausedSince = null
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 20_000 })
  await page.keyboard.press('m')
  await untilSaid(page, '已保存')
  assert.match(await page.locator('.x-grid .z-note').innerText(), /标记1题/)
  await context.close()
})
