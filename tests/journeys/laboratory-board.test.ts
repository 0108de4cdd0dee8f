import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { instant } from '../../src/kernel/instant.ts'
import { signInAs } from './stage/acts.ts'
import { type Stage, openStage } from './stage/stage.ts'

let stage: Stage
before(async () => void (stage = await openStage('laboratory-board')))
after(() => stage?.end())

const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' })
const minutesLater = (n: number): void => stage.centre.ports.clock.set(instant(stage.centre.ports.clock.now() + n * 60_000))

/** Two people who sit in the class: any signed-in person may train. */
const LEARNERS = ['item-writer', 'item-reviewer'] as const

async function join(persona: string, code: string): Promise<Page> {
  const page = await signInAs(stage, persona)
  await page.goto('/lab')
  await page.getByLabel('课堂码').fill(code)
  await button(page, '加入').click()
  await page.getByRole('heading', { level: 1, name: '商务邮件往来' }).waitFor()
  return page
}

let teacher: Page
let good: Page
let stuck: Page

test('a teacher finds the board in the menu, opens a workshop, and two people join by its code', async () => {
  teacher = await signInAs(stage, 'teacher-91012001')
  await teacher.getByRole('link', { name: '实验室', exact: true }).first().waitFor()
  await teacher.getByRole('link', { name: '实训看板', exact: true }).first().click()
  await teacher.getByRole('heading', { level: 1, name: '实训看板' }).waitFor()
  await teacher.getByText('还没有开过实训课。').waitFor()
  await stage.picture(teacher, 'workshops', 'phone')
  await teacher.getByLabel('名称').fill('周三上午二班')
  await teacher.getByLabel('实验题').selectOption('L4-02')
  await button(teacher, '开课').click()
  await teacher.getByRole('heading', { level: 1, name: '周三上午二班' }).waitFor()
  await teacher.getByText('还没有人加入。').waitFor()
  await stage.picture(teacher, 'nobody', 'phone')
  const code = (await teacher.locator('.board-code strong').innerText()).trim()
  assert.match(code, /^\d{6}$/)
  good = await join(LEARNERS[0], code)
  stuck = await join(LEARNERS[1], code)
})

test('who is refused again and again without progress is stuck on the board, with the reason; the other works on', async () => {
  await button(good, '1 小时').click()
  await good.getByText('3月2日（周一）10:00').first().waitFor()
  await stuck.getByRole('tab', { name: '电子邮件' }).click()
  await button(stuck, '写信').click()
  await stuck.getByLabel('收件人').fill('不是地址')
  for (let i = 0; i < 3; i++) {
    await button(stuck, '发送').click()
    await stuck.getByRole('alert').waitFor()
    await button(stuck, '关闭提示').click()
  }
  minutesLater(6)
  await button(good, '1 小时').click()
  await good.getByText('3月2日（周一）11:00').first().waitFor()
  const row = teacher.locator('.board-row-stuck')
  await row.waitFor()
  assert.match(await row.innerText(), /卡住[\s\S]*地址[\s\S]*3次/)
  await teacher.locator('.board-row-working').waitFor()
  await teacher.getByRole('region', { name: '最常见的拒绝' }).getByText('3次').waitFor()
  await stage.picture(teacher, 'board', 'phone')
  await teacher.getByLabel('几分钟没有进展算卡住').fill('10')
  await teacher.getByLabel('几分钟没有进展算卡住').press('Tab')
  await row.waitFor({ state: 'detached' })
  await teacher.getByLabel('几分钟没有进展算卡住').fill('5')
  await teacher.getByLabel('几分钟没有进展算卡住').press('Tab')
  await row.waitFor()
})

test('the matrix goes out as a table, with names hidden when they are hidden on the screen', async () => {
  const name = (await teacher.locator('.board-row-stuck th').innerText()).trim()
  await teacher.getByLabel('隐去姓名').check()
  assert.match((await teacher.locator('.board-row-stuck th').innerText()).trim(), /^.\*+$/)
  const [download] = await Promise.all([teacher.waitForEvent('download'), button(teacher, '导出表格').click()])
  const text = readFileSync(await download.path(), 'utf8')
  assert.equal(download.suggestedFilename(), '实训看板-周三上午二班.csv')
  assert.match(text, /^\uFEFF"学员","情况"/)
  assert.match(text, /"卡住"/)
  assert.ok(!text.includes(name))
  await teacher.getByLabel('隐去姓名').uncheck()
})

test('a teacher watches the desktop of a trainee, can do nothing in it, and lays a card beside it', async () => {
  await teacher
    .locator('.board-row-stuck')
    .getByRole('link', { name: /看桌面/ })
    .click()
  await teacher.getByText('只能观看，不能操作。').waitFor()
  await teacher.getByRole('tab', { name: '电子邮件' }).click()
  const before = await teacher.locator('.lab-view').innerText()
  await stage.picture(teacher, 'mirror', 'phone')
  await button(stuck, '1 小时').click()
  await teacher.getByText('3月2日（周一）10:00').first().waitFor()
  assert.notEqual(await teacher.locator('.lab-view').innerText(), before, 'the letters that have come are seen')
  await button(teacher, '发提示卡').click()
  await teacher.getByLabel(/内容/).fill('收件人要写完整的邮箱地址，可以从来信中复制。')
  await stage.picture(teacher, 'card')
  await button(teacher.getByRole('dialog'), '发送').click()
  await teacher.getByText('已发给1人。').waitFor()
  await stuck.getByText('收件人要写完整的邮箱地址').waitFor()
  await stage.picture(stuck, 'card-arrived', 'phone')
  await button(stuck, '知道了').click()
  await stuck.getByText('已读').waitFor()
  await teacher.goBack()
  await teacher.getByText('提示卡1张，已读1').waitFor()
})

test('what is half written survives a reload, is not sent twice, and is forgotten when it is sent', async () => {
  assert.equal(await stuck.getByLabel('收件人').inputValue(), '不是地址')
  await stuck.getByLabel('主题').fill('询价回复')
  await stuck.getByLabel('正文').fill('您好，写了一半')
  await stuck.reload()
  await stuck.getByText('上次没有填完的内容还在').waitFor()
  await stage.picture(stuck, 'draft-waits')
  await stuck.getByRole('tab', { name: '电子邮件' }).click()
  await button(stuck, '写信').click()
  await stuck.getByText('上次没有填完的内容还在').waitFor({ state: 'detached' })
  assert.deepEqual(
    [
      await stuck.getByLabel('收件人').inputValue(),
      await stuck.getByLabel('主题').inputValue(),
      await stuck.getByLabel('正文').inputValue(),
    ],
    ['不是地址', '询价回复', '您好，写了一半'],
  )
  await stage.picture(stuck, 'draft-back', 'phone')
  await stuck.getByLabel('收件人').fill('chen@yunqi.lab.test')
  await button(stuck, '发送').click()
  await stuck.getByLabel('正文').waitFor({ state: 'detached' })
  await stuck.waitForFunction(() => Object.keys(sessionStorage).every(key => !key.startsWith('zh_lab_drafts')))
  await stuck.reload()
  await stuck.getByRole('tab', { name: '电子邮件' }).click()
  await button(stuck, '写信').click()
  assert.equal(await stuck.getByLabel('正文').inputValue(), '')
})

test('words under way in an input method are not kept half composed', async () => {
  await stuck.getByLabel('正文').evaluate(field => {
    const area = field as HTMLTextAreaElement
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    area.value = "ni'hao"
    area.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
  })
  const kept = () => stuck.evaluate(() => JSON.stringify(Object.values(sessionStorage)))
  await stuck.waitForTimeout(400)
  assert.ok(!(await kept()).includes("ni'hao"))
  await stuck.getByLabel('正文').evaluate(field => {
    const area = field as HTMLTextAreaElement
    area.value = '你好'
    area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '你好' }))
  })
  await stuck.waitForTimeout(400)
  assert.match(await kept(), /你好/)
})

test('a hint tells its price, is opened after a question, and comes off the marks with its reason', async () => {
  await good.getByText('提示', { exact: true }).first().click()
  const first = button(good, /^看提示（扣/).first()
  await first.waitFor()
  await stage.picture(good, 'hints', 'phone')
  await first.click()
  await button(good.getByRole('dialog'), /^看提示（扣/).click()
  await good.getByText(/^已打开，扣/).waitFor()
  await stage.picture(good, 'hint-opened', 'phone')
  await button(good, '自查').click()
  await good.locator('.lab-score').waitFor()
  const [{ n } = { n: 0 }] = (
    await stage.centre.ports.database.pool.query(`select count(*)::integer as n from lab_event where type = 'desk.hinted'`)
  ).rows as { n: number }[]
  assert.equal(n, 1)
  await teacher.getByText('看提示1条').waitFor()
})

test('the workshop is closed: its code is dead, the board stays', async () => {
  await button(teacher, '结束本课').click()
  await button(teacher.getByRole('dialog'), '结束本课').click()
  await teacher.getByText('本课已结束').waitFor()
  assert.equal(await button(teacher, '发提示卡').count(), 0)
  await stage.picture(teacher, 'closed')

  assert.deepEqual(stage.faults, [])
})
