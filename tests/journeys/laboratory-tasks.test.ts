import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { signInAs } from './stage/acts.ts'
import { press } from './stage/lab/desk.ts'
import { play } from './stage/lab/solution.ts'
import { begin, solutionOf } from './stage/lab/world.ts'
import { pageFaults } from './stage/page-faults.ts'
import { DESK, openStage, PHONE, type Stage } from './stage/stage.ts'

let stage: Stage
let page: Page
before(async () => {
  stage = await openStage('laboratory-tasks')
  page = await signInAs(stage, 'teacher-91012001')
})
after(() => stage?.end())

/** Every app of the world stands in one of these tasks; `looked` are those looked at here, as the solution left them. */
const TASKS = [
  { task: 'L4-06', looked: ['工作台', '商务信息'] },
  { task: 'L4-07', looked: ['网上银行'] },
  { task: 'L4-08', looked: ['网络与终端', '电子邮件', '认证中心'] },
  { task: 'L4-10', looked: ['商城', '支付平台'] },
  { task: 'L4-12', looked: ['商家后台', '仓储管理', '物流配送'] },
  { task: 'L4-14', looked: ['拍卖'] },
  { task: 'L4-15', looked: ['网站建设'] },
  { task: 'L4-16', looked: ['客户服务'] },
  { task: 'L4-18', looked: ['数据分析'] },
] as const

test('the tasks played here open every app that has a page', async () => {
  const { LAB_APPS } = await import('../../src/modules/lab/core/registry.ts')
  const apps = Object.values(LAB_APPS).map(app => app.zh)
  assert.deepEqual(TASKS.flatMap(({ looked }) => [...looked] as string[]).toSorted(), apps.toSorted())
})

type Task = (typeof TASKS)[number]

async function solve({ task, looked }: Task): Promise<void> {
  await begin(page, task, '练习')
  await play(page, await solutionOf(stage, page))
  await press(page, page.getByRole('button', { name: '自查', exact: true }))
  await page.getByRole('heading', { name: /^得分/ }).waitFor()
  // what an assessor marks waits for one
  assert.deepEqual(await page.locator('.lab-check-none, .lab-check-partial, .lab-check-gated').allInnerTexts(), [])
  assert.ok((await page.locator('.lab-check-full').count()) > 0)
  for (const app of looked) await lookAt(app, task)
  assert.deepEqual(stage.faults, [])
}

for (const task of TASKS) test(`${task.task} is solved by keyboard with every mark`, () => solve(task))

/** At a desk and on a telephone: nothing scrolls the page sideways, nothing is nameless, no place is left open. */
async function lookAt(app: string, task: string): Promise<void> {
  const tab = page.getByRole('tab', { name: app, exact: true })
  if ((await tab.getAttribute('aria-selected')) !== 'true') await press(page, tab)
  await stage.picture(page, `${task}-${app}`, 'phone')
  assert.deepEqual(await pageFaults(page, 'zh'), [], `${app} at a desk`)
  await page.setViewportSize(PHONE)
  assert.deepEqual(await pageFaults(page, 'zh'), [], `${app} on a telephone`)
  await page.setViewportSize(DESK)
}
