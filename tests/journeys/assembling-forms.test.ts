import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { goTo, reads, settled, signInAs, textOf } from './stage/acts.ts'
import { pageFaults } from './stage/page-faults.ts'
import { smallTexts } from './stage/small-texts.ts'
import { DESK, PHONE, type Stage, openStage } from './stage/stage.ts'

let stage: Stage
let writer: Page
let approver: Page
before(async () => {
  stage = await openStage('assembling-forms')
  writer = await signInAs(stage, 'national-1')
  approver = await signInAs(stage, 'national-2')
})
after(() => stage?.end())

/** How long a run of this size may take before somebody loses patience. */
const RUN_MS = 120_000
const TITLE = '四级理论知识正式卷'
let blueprint = ''
let run = ''
let form = ''

/** What a screen must not be, at both sizes: faulty, or too small to be read. */
async function looksSound(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size)
    await settled(page)
    assert.deepEqual(await pageFaults(page, 'zh'), [], `${name} at ${size.width}`)
    assert.deepEqual(await smallTexts(page), [], `small texts of ${name} at ${size.width}`)
    await stage.picture(page, name)
  }
}

/** The same of what lies over the page: the picture is of the window, for the page behind is no part of it. */
async function dialogLooksSound(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size)
    await settled(page)
    assert.deepEqual(await pageFaults(page, 'zh'), [], `${name} at ${size.width}`)
    assert.deepEqual(await smallTexts(page), [], `small texts of ${name} at ${size.width}`)
    await page.screenshot({ path: join(stage.pictures, `dialog-${name}-${size.width}.png`) })
  }
}

/** A new blueprint of the fourth level, as it comes from the weight table. */
async function derive(page: Page): Promise<void> {
  await goTo(page, '组卷方案')
  await page.getByRole('button', { name: '新建方案' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^新\s*建$/ })
    .click()
  await page.waitForURL(/\/blueprints\/[0-9a-f-]{36}$/)
  await reads(page, '校验通过，可以批准')
}

async function set(page: Page, field: string, value: string): Promise<void> {
  const entry = page.getByRole('spinbutton', { name: field, exact: true })
  await entry.fill(value)
  await entry.blur()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存草稿' }).click()
  await reads(page, '已保存')
  await settled(page)
}

async function approve(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: /^批\s*准$/ }).click()
  await page.getByRole('button', { name: /^确\s*定$/ }).click()
  await reads(page, '已批准，不再改动')
}

/** Starts a run from the blueprint's page and stays on the run's own. */
async function start(page: Page, path: string): Promise<string> {
  await page.goto(path)
  await page.getByRole('button', { name: '开始运行' }).click()
  await reads(page.getByRole('dialog'), '没有等待参加这一科目考试的考生。')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^开\s*始$/ })
    .click()
  await page.waitForURL(/\/assembly-runs\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

const sheet = (page: Page, title: string): Locator => page.locator('.z-sheet').filter({ has: page.getByRole('heading', { name: title }) })

test('the lists say what to do while there is nothing', async () => {
  for (const [name, empty] of [
    ['组卷方案', '还没有组卷方案'],
    ['组卷运行', '还没有组卷运行'],
    ['组卷', '这个等级还没有试卷'],
  ] as const) {
    await goTo(writer, name)
    await reads(writer, empty)
    await looksSound(writer, `empty-${name}`)
  }
})

test('a content person derives a blueprint from the weight table and changes a quota', async () => {
  await derive(writer)
  blueprint = new URL(writer.url()).pathname
  await writer.getByRole('textbox', { name: '方案名称' }).fill(TITLE)
  await set(writer, '平行卷份数', '2')
  await set(writer, '单项选择题 分值（分） 最少', '99')
  await reads(writer, /处待改/)
  await set(writer, '单项选择题 分值（分） 最少', '30')
  await reads(writer, '校验通过，可以批准')
  await looksSound(writer, 'draft')
  await save(writer)
})

test('whoever wrote it cannot approve it and reads why', async () => {
  await reads(writer, '这一版由您最后编辑，须由另一位国家级工作人员批准。')
  assert.equal(await writer.getByRole('button', { name: /^批\s*准$/ }).isDisabled(), true)
  await looksSound(writer, 'own-draft')
})

test('another person approves it', async () => {
  await goTo(approver, '组卷方案')
  await reads(approver, '1份草稿待完成或批准')
  await looksSound(approver, 'blueprints')
  await approve(approver, blueprint)
  await looksSound(approver, 'approved')
})

test('a run is started and followed to its proof', async () => {
  run = await start(writer, blueprint)
  const outcome = writer.getByText(/^(已证明|满足全部约束)/).first()
  // on a fast machine the run may be over before its progress was ever drawn
  await writer.getByText('组卷进度').or(outcome).first().waitFor()
  await stage.picture(writer, 'progress', 'phone')
  await outcome.waitFor({ timeout: RUN_MS })
  await reads(writer, /^全部\d+条约束满足$/)
  await looksSound(writer, 'run')
  await goTo(writer, '组卷运行')
  await looksSound(writer, 'runs')
})

test('the forms lie side by side: figures, three curves, items in common', async () => {
  await writer.goto(run)
  const table = sheet(writer, '拟定试卷').getByRole('table').first()
  await table.waitFor()
  assert.deepEqual(await table.getByRole('rowheader').allInnerTexts(), ['第1份', '第2份'])
  for (const chart of ['测验信息量', '标准误', '预期得分']) {
    const figure = writer.getByRole('figure').filter({ hasText: chart }).first()
    assert.equal(await figure.locator('.z-curve > .z-curve-line').count(), 2, chart)
  }
  await reads(writer, /份没有重复题|重复最多的是第1份与第2份/)
})

test('a proposed form shows its coverage against the weight table, line by line', async () => {
  await approver.goto(run)
  await approver.getByRole('link', { name: '查看与换题' }).first().click()
  await approver.getByRole('heading', { level: 1, name: '第1份拟定试卷' }).waitFor()
  await settled(approver)
  const coverage = sheet(approver, '比重对照').getByRole('row')
  const lines = await coverage.allInnerTexts()
  assert.ok(lines.length > 5 && lines.slice(1).every(line => line.includes('一致')), lines.join('\n'))
  for (const chart of ['测验信息量', '标准误', '预期得分']) await reads(approver, new RegExp(`^${chart}`))
  await looksSound(approver, 'proposal')
})

/** Asks for candidates at the first single-choice item of an area of the proposed form. */
async function swapIn(area: Locator): Promise<Locator> {
  const row = area.getByRole('row').filter({ hasText: '单项选择题' }).first()
  await row.getByRole('button', { name: '换题' }).click()
  const dialog = approver.getByRole('dialog')
  await dialog
    .getByRole('button', { name: /^看差别/ })
    .first()
    .waitFor()
  return dialog
}

const areaOf = (name: string): Locator => approver.locator('.z-item-list tbody').filter({ hasText: name }).first()

test('what a swap would break is said with numbers before anything is done, and then it cannot be done', async () => {
  // the bank has few items of this area, so that items of others are among the candidates
  const dialog = await swapIn(areaOf('电子商务基础知识'))
  await dialogLooksSound(approver, 'candidates')
  const breaking = dialog.getByRole('row').filter({ hasText: /将破坏\d+条约束/ })
  await breaking.last().getByRole('button').click()
  await reads(dialog, '会破坏约束，不能换上。请返回另选一题。')
  assert.match(await textOf(dialog.locator('.z-swap-breaks')), /（.*将为.+）/)
  assert.equal(await dialog.getByRole('button', { name: '确认换上' }).isDisabled(), true)
  const whole = dialog.getByRole('region', { name: '对整卷的影响' })
  assert.match(await textOf(whole), /总分.*平均难度.*能力0处的信息量.*与第2份的重复题/)
  await dialogLooksSound(approver, 'swap-breaks')
  await dialog.getByRole('button', { name: '返回候选试题' }).click()
  await dialog
    .getByRole('button', { name: /^关\s*闭$/ })
    .last()
    .click()
  await dialog.waitFor({ state: 'hidden' })
  await reads(approver, '0题')
})

test('an item is swapped after its difference was seen: looking changes nothing, the second word does', async () => {
  // the bank has many items of this area, so that some of them break nothing
  const area = areaOf('网络营销')
  const old = await textOf(area.getByRole('row').filter({ hasText: '单项选择题' }).first().getByRole('rowheader'))
  const dialog = await swapIn(area)
  const clean = dialog.getByRole('row').filter({ hasText: '不破坏任何约束' }).first()
  const fresh = await textOf(clean.getByRole('rowheader'))
  await clean.getByRole('button').click()
  await dialogLooksSound(approver, 'swap-clean')
  assert.equal(await area.getByRole('rowheader', { name: old, includeHidden: true }).count(), 1)
  assert.equal(await area.getByRole('rowheader', { name: fresh, includeHidden: true }).count(), 0)
  await dialog.getByRole('button', { name: '确认换上' }).click()
  await reads(approver, `已换上${fresh}，并重新核验`)
  await area.getByRole('rowheader', { name: fresh }).waitFor()
  assert.equal(await area.getByRole('rowheader', { name: old }).count(), 0)
  await reads(approver, '1题')
})

test('it is accepted by another than the one who started the run, and is a form from then on', async () => {
  await writer.goto(`${run}/forms/1`)
  await reads(writer, '本次运行由您发起，须由另一位国家级工作人员接受。')
  assert.equal(await writer.getByRole('button', { name: '接受为正式试卷' }).isDisabled(), true)
  await approver.getByRole('button', { name: '接受为正式试卷' }).click()
  await approver.getByRole('button', { name: /^确\s*定$/ }).click()
  await approver.getByRole('link', { name: '打开正式试卷' }).click()
  await approver.waitForURL(/\/forms\/[0-9a-f-]{36}$/)
  form = new URL(approver.url()).pathname
  await reads(approver, '比重复核通过')
  await looksSound(approver, 'form')
  await goTo(approver, '组卷')
  await looksSound(approver, 'forms')
})

test('an impossible demand is told with its numbers, and its sentence leads to the one field to mend', async () => {
  await derive(writer)
  const path = new URL(writer.url()).pathname
  await writer.getByRole('textbox', { name: '方案名称' }).fill('排序题过多的方案')
  await openEveryLeast(writer)
  await set(writer, '排序题 分值（分） 最少', '60')
  await set(writer, '排序题 分值（分） 最多', '70')
  await reads(writer, '校验通过，可以批准')
  await save(writer)
  await approve(approver, path)
  await start(writer, path)
  await writer.getByText('无解（已证明）').first().waitFor({ timeout: RUN_MS })
  const sentence = writer.locator('.z-conflict > li').filter({ hasText: '排序题' })
  assert.match(await textOf(sentence), /排序题须在60分至70分之间；题库可用\d+题，共[\d.]+分。/)
  await looksSound(writer, 'impossible')
  await sentence.getByRole('link', { name: '去放宽这一项' }).click()
  await writer.waitForURL(url => url.pathname === path && url.hash === '#types.ordering.marks')
  const spot = writer.locator('.z-spot-wanted')
  await spot.waitFor()
  assert.equal(await spot.count(), 1, 'one field stands out')
  assert.equal(await spot.getAttribute('data-field'), 'types.ordering.marks')
  await looksSound(writer, 'field-of-approved')
  await spot.getByRole('button', { name: '另建新版' }).click()
  await reads(writer, '组卷运行证明这里的要求不能满足，请放宽后保存。')
  await writer.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '排序题 分值（分） 最少')
  await looksSound(writer, 'field-of-draft')
})

/** Takes the lower bounds off every type, so that a single demand is too much. */
async function openEveryLeast(page: Page): Promise<void> {
  const bounds = page.getByRole('spinbutton', { name: /分值（分） 最少$/ })
  for (const bound of await bounds.all()) {
    await bound.fill('')
    await bound.blur()
  }
}

test('what is not there is told in words', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  for (const path of [`/blueprints/${nobody}`, `/assembly-runs/${nobody}`, `/forms/${nobody}`]) {
    await writer.goto(path)
    assert.match(await textOf(writer.locator('.z-refusal')), /没有找到/)
    await stage.picture(writer, `unknown-${path.split('/')[1]}`, 'phone')
  }
})

test('the pages are read in English too', async () => {
  await writer.evaluate(() => localStorage.setItem('zh_lang', 'en'))
  for (const path of ['/blueprints', blueprint, '/assembly-runs', run, `${run}/forms/2`, '/forms', form]) {
    await writer.goto(path)
    await writer.getByRole('heading', { level: 1 }).waitFor()
    for (const size of [PHONE, DESK]) {
      await writer.setViewportSize(size)
      await settled(writer)
      assert.deepEqual(await pageFaults(writer, 'en'), [], `${path} at ${size.width}`)
    }
  }
})

test('nothing went wrong on the way', () => assert.deepEqual(stage.faults, []))
