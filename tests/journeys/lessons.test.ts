import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { signInAs } from './stage/acts.ts'
import { openStage, type Stage } from './stage/stage.ts'

let stage: Stage
before(async () => void (stage = await openStage('lessons')))
after(() => stage?.end())

const activity = (page: Page, number: number): Locator => page.locator('.course-exercise').nth(number - 1)

/** Chooses an option and submits; gives the word that was said. */
async function respond(page: Page, number: number, option: number): Promise<string> {
  const item = activity(page, number)
  await item.getByRole('radio').nth(option).check({ force: true })
  await item.getByRole('button', { name: '提交答案' }).click()
  await item.getByRole('button', { name: '再答一次' }).waitFor()
  return item.locator('.course-verdict strong').innerText()
}

test('somebody finds a lesson, reads it, is explained a wrong response, goes on where they were, and finishes', async () => {
  const page = await signInAs(stage, 'teacher-91012001')
  await page.goto('/lessons')
  await page.getByRole('heading', { name: '计算机与互联网基础知识' }).waitFor()
  await stage.picture(page, 'list', 'phone')

  await page.getByRole('searchbox').fill('注册域名')
  await page.keyboard.press('Enter')
  await page.locator('.course-hits').getByRole('link', { name: /L4-08/ }).click()
  await page.getByRole('heading', { level: 1, name: '网络、浏览器与电子邮件' }).waitFor()
  await page.locator('.course-exercise').first().waitFor()
  assert.equal(await activity(page, 1).getByText('解析').count(), 0, 'nothing of the key before the first response')
  await page.waitForFunction(() =>
    [...document.images].every(image => (image.complete && image.naturalWidth > 0) || image.loading === 'lazy'),
  )
  await stage.picture(page, 'lesson', 'phone')

  assert.equal(await respond(page, 1, 1), '不对')
  await activity(page, 1).getByText('解析').waitFor()
  await stage.picture(page, 'explained')
  await activity(page, 1).getByRole('button', { name: '再答一次' }).click()
  assert.equal(await respond(page, 1, 0), '答对了')
  await activity(page, 1).getByText('第2次作答').waitFor()

  const kept = page.waitForResponse(reply => reply.url().includes('/place') && reply.request().method() === 'PUT')
  await page.getByRole('heading', { name: '电子邮件的使用' }).scrollIntoViewIfNeeded()
  assert.equal((await kept).status(), 204)
  await page.reload()
  await page.getByRole('heading', { name: '电子邮件的使用' }).waitFor()
  await page.waitForFunction(() => scrollY > 500)
  await activity(page, 1).getByText('答对了').waitFor()

  await page.getByRole('button', { name: '学完了，记下来' }).click()
  await page.getByText('这一课已学完').waitFor()
  await page.getByRole('link', { name: /下一课/ }).click()
  await page.getByRole('heading', { level: 1, name: '网络商务信息的检索' }).waitFor()
  await page.goto('/lessons')
  await page.locator('.course-card', { hasText: '网络、浏览器与电子邮件' }).getByText('已学完').waitFor()

  await page.goto('/lessons/L4-09')
  await page.getByRole('link', { name: '进入实验室' }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'open-L4-05-guided')

  await page.goto('/lessons/coverage')
  await page.getByText('128个鉴定点都有课文').waitFor()
  await stage.picture(page, 'coverage')
})
