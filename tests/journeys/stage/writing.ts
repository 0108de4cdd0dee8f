import type { Locator, Page } from 'playwright-core'
import { reads, settled } from './acts.ts'

/** Begins an item from the item bank: its type, a point of the specification table or an area, and the studio opens. */
export async function beginItem(page: Page, type: string, point: string): Promise<void> {
  await page.goto('/items/new')
  await page.getByRole('radio', { name: new RegExp(`^${type}`) }).focus()
  await page.keyboard.press('Space')
  const box = page.getByRole('combobox', { name: /^(鉴定点|知识范围)$/ })
  await box.click()
  await page.keyboard.type(point)
  await page.locator('.ant-select-tree-node-content-wrapper, .ant-select-item-option').filter({ hasText: point }).last().click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '开始编写' }).click()
  await page.waitForURL(/\/items\/studio\//)
  await page.getByRole('textbox', { name: '题干' }).waitFor()
  await settled(page)
}

/** Puts the focus on a field once and types; everything after it goes by keyboard. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).focus()
  await page.keyboard.type(text)
}

/** What a candidate would see, in the studio's preview. */
export function previewIn(page: Page): Locator {
  return page.frameLocator('iframe[title="考生所见"]').getByRole('article')
}

/** Waits until the studio says that the draft is kept. */
export async function isKept(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^已保存\d/ })
    .waitFor()
}

/** Sends the draft by its keys, ticking what the writer is asked to have looked at. */
export async function sendByKeys(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '解析' }).focus()
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: '送审前核对' })
  await dialog.getByText('没有必须修改的问题').waitFor()
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: '确认送审' }).click()
  await page.waitForURL(/\/items$/)
  await reads(page, /已送审/)
}
