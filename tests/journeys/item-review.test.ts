import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { goTo, reads, settled, signInAs, textOf } from './stage/acts.ts'
import { pageFaults } from './stage/page-faults.ts'
import { DESK, PHONE, type Stage, openStage } from './stage/stage.ts'
import { beginItem, isKept, sendByKeys, typeInto } from './stage/writing.ts'

let stage: Stage
let writer: Page
let reviewer: Page
let officer: Page
before(async () => {
  stage = await openStage('item-review')
  writer = await signInAs(stage, 'item-writer')
  reviewer = await signInAs(stage, 'item-reviewer')
  officer = await signInAs(stage, 'national-1')
})
after(() => stage?.end())

const POINTS = ['1', '2', '3', '4', '5', '6', '7', '8']
let code = ''
let history = ''

/** What a screen must not be, at both sizes. */
async function looksSound(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size)
    await settled(page)
    assert.deepEqual(await pageFaults(page, 'zh'), [], `${name} at ${size.width}`)
    await stage.picture(page, name)
  }
}

test('a writer sends an item to review', async () => {
  await beginItem(writer, '单项选择题', '职业道德')
  await typeInto(writer, '题干', '客服在聊天中得知买家的住址后，不正确的做法是（　　）。')
  await typeInto(writer, '选项A', '只用于处理该买家的订单')
  await writer.keyboard.press('Control+Enter')
  for (const text of ['整理后提供给关联的商家', '发到工作群里供同事参考', '留作日后推送广告的依据']) {
    await writer.keyboard.press('ArrowDown')
    await writer.keyboard.type(text)
  }
  await typeInto(writer, '解析', '住址是个人信息，只能在为买家办理订单所必需的范围内使用。')
  await isKept(writer)
  const title = await textOf(writer.getByRole('heading', { level: 1 }))
  code = /[A-Z]\w*(?:-[A-Z0-9]+)+/.exec(title)?.[0] ?? assert.fail(title)
  await sendByKeys(writer)
})

test('a reviewer solves it first, sees no name and no key before, and returns it with a comment by keyboard', async () => {
  await reviewer.reload()
  await reads(reviewer, /道试题待审定/)
  await goTo(reviewer, '审题与批准')
  await reads(reviewer, '匿名审题')
  await looksSound(reviewer, 'queue')
  await reviewer.getByRole('link', { name: code }).click()
  const paper = reviewer.getByRole('region', { name: '考生所见' })
  await paper.getByRole('radio').first().waitFor()
  assert.doesNotMatch(await textOf(reviewer.locator('.z-review-desk')), /林夕|只能在为买家办理订单所必需的范围内使用/)
  await reviewer.keyboard.press('p')
  await reads(reviewer, '请先核对答案键，再给出结论。')
  await paper.getByRole('radio').nth(1).check()
  await reviewer.keyboard.press('v')
  await reads(paper, /只能在为买家办理订单所必需的范围内使用/)
  await reads(paper, '选错')
  await reviewer.keyboard.press('1')
  await reviewer.keyboard.press('p')
  await reads(reviewer, '还有7项没有核对，不能通过。')
  await looksSound(reviewer, 'desk')
  await reviewer.keyboard.press('r')
  await reviewer.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '意见')
  await reviewer.keyboard.type('题干问“不正确”，答案键给的却是正确的做法，请改。12pj')
  assert.equal(await reviewer.getByRole('checkbox', { checked: true }).count(), 1, 'what is written toggles nothing')
  await reviewer.keyboard.press('Control+Enter')
  await reads(reviewer, `${code}已退回`)
  await reviewer.waitForURL(/\/items\/reviews$/)
})

test('the writer finds it among what came back, reads why, and sends a corrected version', async () => {
  await writer.goto('/home')
  await writer.getByRole('link', { name: /道试题被退回/ }).click()
  await looksSound(writer, 'own')
  await writer.getByRole('link', { name: code }).click()
  await reads(writer, /答案键给的却是正确的做法/)
  await writer.getByRole('button', { name: '另建新版本' }).click()
  const stem = writer.getByRole('textbox', { name: '题干' })
  await stem.waitFor()
  await settled(writer)
  await stem.fill('客服在聊天中得知买家的住址后，正确的做法是（　　）。')
  await isKept(writer)
  await sendByKeys(writer)
})

test('the reviewer sees what was said before and passes the corrected version by keyboard', async () => {
  await reviewer.reload()
  await reviewer.getByRole('link', { name: '从第一道开始' }).click()
  const paper = reviewer.getByRole('region', { name: '考生所见' })
  await paper.getByRole('radio').first().check()
  await reviewer.keyboard.press('v')
  await reads(paper, '选对')
  await reads(reviewer, /第1版　退回/)
  assert.equal(await reviewer.getByRole('link', { name: '与上一版对照' }).count(), 1)
  for (const digit of POINTS) await reviewer.keyboard.press(digit)
  await reads(reviewer, '已核8项，共8项')
  await reviewer.keyboard.press('p')
  await reads(reviewer, `${code}已通过`)
  await reviewer.waitForURL(/\/items\/reviews$/)
  await reads(reviewer, '没有等您审定的试题')
})

test('the officer sees the checklist of the reviewer and approves', async () => {
  await goTo(officer, '审题与批准')
  await officer.getByRole('link', { name: code }).click()
  await reads(officer, '许明谦的审题清单')
  await officer.getByRole('button', { name: /核对答案键/ }).click()
  await reads(officer, /只能在为买家办理订单所必需的范围内使用/)
  await officer.getByRole('button', { name: /^批准/ }).click()
  await reads(officer, `${code}已批准`)
  await officer.waitForURL(/\/items\/reviews/)
})

test('the history lays both versions side by side, with every verdict', async () => {
  await goTo(officer, '试题检索')
  await officer.getByRole('searchbox', { name: /^题号/ }).fill(code)
  await officer
    .getByRole('button', { name: `打开“${code}”` })
    .first()
    .click()
  await officer.getByRole('dialog').getByRole('link', { name: '完整履历' }).last().click()
  await officer.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor()
  await officer.getByRole('button', { name: /打开并对照/ }).click()
  assert.match(await textOf(officer.locator('.z-difference del').first()), /不$/)
  for (const verdict of ['退回', '审题通过', '批准']) await reads(officer, verdict)
  await looksSound(officer, 'history')
  history = new URL(officer.url()).pathname
})

test('every number of the overview leads to its items, and the specification table stands', async () => {
  await goTo(officer, '题库总览')
  await looksSound(officer, 'overview')
  const link = officer.locator('.z-state-strip a', { hasText: '在用' })
  const count = (await textOf(link)).replace(/\D/g, '')
  await link.click()
  await reads(officer, new RegExp(`^(共|符合条件)${count}条`))
  await looksSound(officer, 'list')
  await officer.goto('/items/specification/ec-2005/L4')
  await officer.getByRole('heading', { level: 1, name: '鉴定要素细目表' }).waitFor()
  await looksSound(officer, 'specification')
})

test('the pages are read in English too', async () => {
  await officer.evaluate(() => localStorage.setItem('zh_lang', 'en'))
  for (const path of ['/items', '/items/list', '/items/reviews', history, '/items/specification/ec-2005/L4']) {
    await officer.goto(path)
    await officer.getByRole('heading', { level: 1 }).waitFor()
    for (const size of [PHONE, DESK]) {
      await officer.setViewportSize(size)
      await settled(officer)
      assert.deepEqual(await pageFaults(officer, 'en'), [], `${path} at ${size.width}`)
    }
  }
})

test('nothing went wrong on the way', () => assert.deepEqual(stage.faults, []))
