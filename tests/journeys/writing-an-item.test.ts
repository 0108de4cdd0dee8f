import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose, goTo, reads, signInAs, textOf } from './stage/acts.ts'
import { pageFaults } from './stage/page-faults.ts'
import { DESK, PHONE, type Stage, openStage } from './stage/stage.ts'
import { beginItem, isKept, previewIn, sendByKeys, typeInto } from './stage/writing.ts'

let stage: Stage
let writer: Page
before(async () => {
  stage = await openStage('writing')
  writer = await signInAs(stage, 'item-writer')
})
after(() => stage?.end())

const POINT = '职业道德'
let firstStudio = ''

test('a single choice is written by keyboard alone, checked and shown as it grows, and sent to item review', async () => {
  await beginItem(writer, '单项选择题', POINT)
  firstStudio = writer.url()
  await reads(writer, /还差\d+处才能送审/)
  await typeInto(writer, '题干', '客服人员在聊天中得知买家的住址后，正确的做法是（　　）。')
  await typeInto(writer, '选项A', '只用于处理该买家的订单')
  await writer.keyboard.press('Control+Enter')
  await writer.keyboard.press('ArrowDown')
  await writer.keyboard.type('整理后提供给关联的商家')
  await writer.keyboard.press('ArrowDown')
  await writer.keyboard.type('发到工作群里供同事参考')
  await writer.keyboard.press('ArrowDown')
  await writer.keyboard.type('留作日后推送广告的依据')
  assert.ok(await writer.getByRole('radio', { name: '标为正确：选项A' }).isChecked())
  const preview = previewIn(writer)
  await preview.getByText('留作日后推送广告的依据').waitFor()
  assert.match(await textOf(preview), /第1题.*（1分）.*只用于处理该买家的订单/)
  await reads(writer, '没有解析')
  await writer.getByRole('button', { name: '没有解析' }).click()
  await writer.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '解析')
  await writer.keyboard.type('住址是个人信息，只能在为买家办理订单所必需的范围内使用；其余做法都超出了收集时的目的。')
  await reads(writer, '没有发现相似度30%以上的试题')
  await isKept(writer)
  await stage.picture(writer, 'single-choice', 'phone')
  await sendByKeys(writer)
})

test('what was sent can only be read, with its history beside it', async () => {
  await writer.goto(firstStudio)
  await reads(writer, /这一版是“待审”/)
  assert.equal(await writer.getByRole('textbox', { name: '题干' }).count(), 0)
  await reads(writer, '送审　第1版')
})

test('a document to fill in is made by keyboard: cells, gaps and what is right in them', async () => {
  await beginItem(writer, '单证填制题', POINT)
  await typeInto(writer, '题干', '某网店一笔订单：单价68元，购买2件，使用5元优惠券。请填写结算单。')
  await typeInto(writer, '表头第1列', '项目')
  await writer.keyboard.press('Tab')
  await writer.keyboard.type('金额')
  await writer.keyboard.press('Tab')
  await writer.keyboard.type('商品金额')
  await writer.keyboard.press('Tab')
  await writer.keyboard.press('Control+g')
  await writer.keyboard.press('Enter')
  await writer.keyboard.press('Control+g')
  await typeInto(writer, '第2行第1列', '实付金额')
  const gaps = writer.getByRole('region', { name: '各空的答案' })
  for (const [at, value] of ['136', '131'].entries()) {
    await gaps.getByRole('radio', { name: '文字' }).nth(at).focus()
    await writer.keyboard.press('ArrowRight')
    await gaps.getByRole('textbox', { name: '标准数值' }).nth(at).fill(value)
    await gaps.getByRole('textbox', { name: '印出的单位' }).nth(at).fill('元')
  }
  const preview = previewIn(writer)
  assert.equal(await preview.getByRole('textbox').count(), 2)
  await preview.getByRole('textbox').first().fill('136元')
  await typeInto(writer, '解析', '商品金额为68乘以2得136元，减去优惠5元，实付131元。')
  await reads(writer, /试答得1分，满分2分/)
  await isKept(writer)
  await stage.picture(writer, 'table-fill', 'phone')
  await sendByKeys(writer)
})

test('a draft survives a reload, is alike to nothing but is told when it is, and a pasted block fills an item', async () => {
  await beginItem(writer, '单项选择题', POINT)
  await writer.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const block =
    '3. 客服人员在聊天中得知买家的住址后，正确的做法是（　　）。\nA. 只用于处理该买家的订单\nB. 整理后提供给关联的商家\nC. 发到工作群里供同事参考\nD. 留作日后推送广告的依据\n答案：A\n解析：住址是个人信息。'
  await writer.evaluate(text => navigator.clipboard.writeText(text), block)
  await writer.getByRole('textbox', { name: '题干' }).focus()
  await writer.keyboard.press('Control+v')
  await reads(writer, '已按粘贴的内容填好')
  assert.ok(await writer.getByRole('radio', { name: '标为正确：选项A' }).isChecked())
  await reads(writer, '相似100%')
  await writer.keyboard.press('Control+s')
  await isKept(writer)
  await writer.reload()
  assert.equal(await writer.getByRole('textbox', { name: '选项D' }).inputValue(), '留作日后推送广告的依据')
})

test('the studio can be used on a telephone, in English too, and has a name for everything', async () => {
  const studio = writer.url()
  assert.deepEqual(await pageFaults(writer, 'zh'), [])
  await writer.setViewportSize(PHONE)
  for (const zone of ['属性', '编写', '预览']) {
    await writer.locator('.z-zone-tabs').getByText(zone, { exact: true }).click()
    assert.deepEqual(await pageFaults(writer, 'zh'), [])
    await stage.picture(writer, `phone-${zone}`)
  }
  await writer.locator('header').getByRole('button', { name: 'English' }).click()
  await writer.getByRole('heading', { level: 1, name: /^Single choice/ }).waitFor()
  assert.deepEqual(await pageFaults(writer, 'en'), [])
  await writer.locator('header').getByRole('button', { name: '中文' }).click()
  await writer.goto(studio)
  await writer.getByRole('textbox', { name: '题干' }).waitFor()
})

test('a stimulus is written while an item is written, with a picture and its licence, and stands above the item', async () => {
  await writer.setViewportSize(DESK)
  await beginItem(writer, '单项选择题', POINT)
  await typeInto(writer, '题干', '根据材料，该店最应当改进的是（　　）。')
  await writer.getByRole('button', { name: '新建材料' }).click()
  const drawer = writer.getByRole('dialog', { name: '新建共用材料' })
  await drawer.getByRole('textbox', { name: '名称' }).fill('十一月店铺数据')
  await drawer.getByRole('textbox', { name: '材料正文' }).focus()
  await writer.keyboard.type('某网店十一月展现量十万次，访客两千人，成交一百单。')
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#ddd"/><rect x="40" y="60" width="80" height="120" fill="#345"/></svg>'
  await drawer
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'chart.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
  const asked = writer.getByRole('dialog', { name: '添加图片' })
  await asked.getByRole('textbox', { name: '图片说明' }).fill('十一月访客与成交柱形图')
  await asked.getByRole('textbox', { name: '来源' }).fill('自绘')
  await asked.getByRole('button', { name: /添\s?加/ }).click()
  await asked.waitFor({ state: 'hidden' })
  await reads(drawer, '有未保存的修改')
  assert.deepEqual(await pageFaults(writer, 'zh'), [])
  await stage.picture(writer, 'stimulus-drawer', 'phone')
  await drawer.getByRole('textbox', { name: '来源' }).focus()
  await writer.keyboard.press('Control+s')
  await drawer.waitFor({ state: 'hidden' })
  await reads(writer, '材料“十一月店铺数据”已保存')
  await previewIn(writer).getByText('展现量十万次').waitFor()
  await isKept(writer)
})

test('an item serves another level: a point is found by Chinese words, shown beside the preview, and taken back', async () => {
  await writer.getByRole('button', { name: '添加标准或等级' }).click()
  const dialog = writer.getByRole('dialog', { name: '本题还用于' })
  await choose(dialog, '职业等级', /三级/)
  const box = dialog.getByRole('combobox', { name: '鉴定点' })
  await box.click()
  await writer.keyboard.type('职业')
  await writer
    .locator('.ant-select-tree-node-content-wrapper')
    .filter({ hasText: /-\d{3} / })
    .filter({ visible: true })
    .last()
    .click()
  await writer.keyboard.press('Escape')
  await stage.picture(writer, 'placing-dialog')
  await dialog.getByRole('button', { name: /确\s?定/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  const facts = writer.getByRole('region', { name: '属性' })
  await reads(facts, /三级/)
  await reads(writer.getByRole('region', { name: '预览' }), '兼用于')
  await isKept(writer)
  await stage.picture(writer, 'placings-and-stimulus', 'phone')
  await writer.reload()
  await writer.getByRole('textbox', { name: '题干' }).waitFor()
  await writer.getByRole('button', { name: /^删除：.*三级/ }).waitFor()
  await previewIn(writer).getByText('展现量十万次').waitFor()
})

test('the page of stimuli shows which items use one; a change makes a new version and leaves the item with the older one', async () => {
  const studio = writer.url()
  await goTo(writer, '共用材料')
  await writer.getByRole('button', { name: '十一月店铺数据' }).click()
  const panel = writer.getByRole('dialog', { name: /十一月店铺数据/ })
  await reads(panel, '用第1版')
  await panel.getByRole('button', { name: '打开材料（留痕）' }).click()
  await reads(panel, '成交一百单')
  await stage.picture(writer, 'stimuli', 'phone')
  await panel.getByRole('button', { name: '修改为新版本' }).click()
  const drawer = writer.getByRole('dialog', { name: /修改材料/ })
  await reads(drawer, /保存后成为第2版/)
  await drawer.getByRole('textbox', { name: '来源' }).fill('店铺后台数据')
  await writer.keyboard.press('Control+s')
  await drawer.waitFor({ state: 'hidden' })
  await reads(panel, /用第1版，不是最新版/)
  await writer.goto(studio)
  await reads(writer, /第1版（有新版）/)
})

test('nobody else opens a draft, and nothing went wrong on the way', async () => {
  const studio = writer.url()
  const reviewer = await signInAs(stage, 'item-reviewer')
  await reviewer.goto(studio)
  await reads(reviewer, '试题没有打开')
  assert.deepEqual(
    stage.faults.filter(fault => !fault.includes('404')),
    [],
  )
})
