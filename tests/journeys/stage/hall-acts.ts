import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { type HallStage, PASS } from './hall-stage.ts'

const cli = fileURLToPath(new URL('../../../src/apps/cli/main.ts', import.meta.url))

/** A text that somebody sees on the page. */
export const reads = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor()
/** A step of the page on which a site is made ready. */
export const step = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`${name}$`) })

export async function secondPerson(within: Page | Locator, staffId: string, passPhrase = PASS): Promise<void> {
  await within.getByLabel('第二人编号').fill(staffId)
  await within.getByLabel('第二人口令').fill(passPhrase)
}

export async function signInAtHall(page: Page, staffId: string): Promise<void> {
  await page.getByLabel('工作人员编号').fill(staffId)
  await page.getByLabel('口令').fill(PASS)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '退出' }).waitFor()
}

/** Takes a package in from a stick, as somebody at the machine of the server does, while the server is down. */
export async function importFromStick(stage: HallStage, path: string): Promise<void> {
  await stage.kill()
  const { DATABASE_URL: _own, ...env } = process.env
  const told = spawnSync(process.execPath, [cli, 'site', 'import', '--file', path, '--data', stage.folder], { env })
  assert.equal(told.status, 0, String(told.stderr))
  await stage.start()
}

/** Two persons type a key as it is read out: group after group, without a mouse. */
export async function openByVoice(page: Page, key: string): Promise<void> {
  await step(page, '启封试卷').getByRole('button', { name: '启封试卷' }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '第1组')
  await page.keyboard.type(key.toLowerCase())
  await reads(page, '校验通过，7组全部无误。')
  await secondPerson(page, 'engineer')
  await page.keyboard.press('Enter')
  await reads(page, '试卷已启封，已按考生分好。')
}

/**
 * Closes the sitting and builds its result package, the manager signing and the engineer beside. A machine that is busy with other things may
 * put the page's reading off; then it is loaded anew, as a person would, and built again only if nothing was.
 */
export async function buildResult(page: Page): Promise<void> {
  const build = page.getByRole('region', { name: '生成结果包' })
  const outcome = build.getByText('根摘要').or(build.getByRole('alert')).first()
  const isThere = (timeout: number) =>
    outcome.waitFor({ timeout }).then(
      () => true,
      () => false,
    )
  for (let tries = 1; ; tries++) {
    await build.getByRole('button', { name: /生成结果包|重新生成/ }).click()
    await build.getByLabel('考点负责人口令（签署用）').fill(PASS)
    await secondPerson(build, 'engineer')
    await page.keyboard.press('Enter')
    if (await isThere(25_000)) break
    if (tries === 3) throw new Error(`not built: ${await build.innerText()}`)
    await page.reload()
    await build.waitFor()
    if (await isThere(2_000)) break
  }
  assert.deepEqual(await build.getByRole('alert').allInnerTexts(), [])
}
