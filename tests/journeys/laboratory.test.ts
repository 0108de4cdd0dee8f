import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { signInAs } from './stage/acts.ts'
import { begin, groundOf } from './stage/lab/world.ts'
import { openStage, type Stage } from './stage/stage.ts'

let stage: Stage
before(async () => void (stage = await openStage('laboratory')))
after(() => stage?.end())

/** What this variant asks for; a person finds it in the papers and letters of the world. */
type Params = {
  readonly item: { readonly name: string }
  readonly qty: number
  readonly price: number
  readonly valid: string
  readonly customerAddr: string
  readonly finance: { readonly addr: string }
}

/** Every act is a key on the thing that has the focus. */
const press = (thing: Locator, key = 'Enter'): Promise<void> => thing.press(key)
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' })
const idle = (page: Page): Promise<unknown> => page.waitForFunction(() => document.querySelector('.lab-acts button:disabled') === null)

async function write(page: Page, letter: { to?: string; cc?: string; text: string }): Promise<void> {
  if (letter.to !== undefined) await page.getByLabel('收件人').fill(letter.to)
  if (letter.cc !== undefined) await page.getByLabel('抄送').fill(letter.cc)
  const body = page.getByLabel('正文')
  await body.fill(`${letter.text}${await body.inputValue()}`)
}

test('a trainee solves the letters of the morning by keyboard, looks at the checks, and gets every mark', async () => {
  const page = await signInAs(stage, 'teacher-91012001')
  await begin(page, 'L4-02', '练习')
  await page.getByRole('heading', { level: 1, name: '商务邮件往来' }).waitFor()
  const { item, price, valid, customerAddr, finance } = (await groundOf(stage, page)).setup.params as unknown as Params
  await stage.picture(page, 'desk', 'phone')

  await press(button(page, '1 小时'))
  await page.getByText('3月2日（周一）10:00').first().waitFor()
  await page.getByLabel('地址').fill('files.yunqi.lab.test')
  await press(page.getByLabel('地址'))
  await press(button(page, '保存到本机 2026年春季报价单.xlsx'))
  // where it goes and under which name is asked first
  await press(page.getByRole('form', { name: '另存为' }).getByRole('button', { name: '保存到本机' }))
  await idle(page)
  await stage.picture(page, 'site', 'phone')

  await press(page.getByRole('tab', { selected: true }), 'ArrowRight')
  await press(page.getByRole('button', { name: /询价：/ }))
  await press(button(page, '回复'))
  await write(page, { cc: 'chen@yunqi.lab.test', text: `您好！${item.name}每斤 ${price} 元，报价有效期至 ${valid}，报价单见附件。` })
  await page.getByLabel('添加附件').selectOption({ label: '2026年春季报价单.xlsx' })
  await page.getByRole('button', { name: '移除' }).waitFor()
  assert.equal(await page.getByLabel('收件人').inputValue(), customerAddr)
  await stage.picture(page, 'letter', 'phone')
  // a half-written letter is still there after a look at another app
  await press(page.getByRole('tab', { selected: true }), 'ArrowLeft')
  await press(page.getByRole('tab', { selected: true }), 'ArrowRight')
  assert.match(await page.getByLabel('正文').inputValue(), new RegExp(`每斤 ${price} 元`))
  await press(button(page, '发送'))
  await page.getByText('从左侧选择一封邮件阅读。').waitFor()

  await press(page.getByRole('button', { name: /转账到账通知/ }))
  await press(button(page, '转发'))
  await write(page, { to: finance.addr, text: '您好，这封转账通知误发到了我的邮箱，请核对入账。王芳' })
  await press(button(page, '发送'))
  await page.getByText('从左侧选择一封邮件阅读。').waitFor()

  await press(button(page, '自查'))
  await page.getByText('得分 10 / 10').waitFor()
  await press(button(page, '提交'))
  await press(page.getByRole('dialog').getByRole('button', { name: '提交' }))
  await page.getByText('已提交').waitFor()
  assert.equal(await page.locator('.lab-check-full').count(), 7)
  await stage.picture(page, 'marks', 'phone')

  await press(page.getByRole('link', { name: /^查看依据/ }).first())
  await page.getByText('记录完整，未被改动。').waitFor()
  const line = page.getByRole('slider')
  const at = Number(await line.inputValue())
  await press(page.getByRole('tab', { name: '电子邮件' }))
  await press(line, 'ArrowRight')
  await page.getByText(`第 ${at + 1} 步`).waitFor()
  await stage.picture(page, 'replay', 'phone')
})

test('a refusal of the world is told in its words, and a world left is taken up where it was', async () => {
  const page = await signInAs(stage, 'teacher-91012001')
  await begin(page, 'L4-02', '自由')
  await press(button(page, '1 小时'))
  await page.getByText('3月2日（周一）10:00').first().waitFor()
  await press(page.getByRole('tab', { name: '电子邮件' }))
  await press(button(page, '写信'))
  await page.getByLabel('收件人').fill('不是地址')
  await press(button(page, '发送'))
  await page.getByRole('alert').waitFor()
  assert.match(await page.getByRole('alert').innerText(), /地址/)
  await page.reload()
  await page.getByText('3月2日（周一）10:00').first().waitFor()
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  assert.deepEqual(stage.faults, [])
})
