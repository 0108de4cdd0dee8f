import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { type KeyBook, keyBook } from '../../../src/apps/cli/season/answering/key-book.ts'
import { goTo, settled } from './acts.ts'

/** What a candidate chose, by the number of the item as it stands on the paper. */
export type Responses = ReadonlyMap<string, readonly string[]>

/** The keys of a level's items as the seed country has them. */
export function keysOf(level: string): KeyBook {
  const folder = new URL(`../../../data/items/${level}/`, import.meta.url)
  return keyBook(
    readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .map(file => readFileSync(new URL(file, folder), 'utf8')),
  )
}

/** The invigilator opens a sitting of the day and lets somebody in; returns what the page then shows. */
export async function checkIn(page: Page, sitting: RegExp, name: string): Promise<string> {
  await goTo(page, '今日考务')
  await page.getByRole('main').getByRole('link', { name: sitting }).click()
  await page.getByLabel('查找考生').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: '已出示准考证' }).check()
  await page.getByRole('checkbox', { name: '本人与证件、准考证一致' }).check()
  await page.getByRole('button', { name: '核验入场' }).click()
  const admitted = page.getByRole('status').filter({ hasText: '已入场' })
  await admitted.waitFor()
  await settled(page)
  return admitted.innerText()
}

/** The invigilator ends a sitting whose time is up. */
export async function closeSitting(page: Page, sitting: RegExp, note: string): Promise<void> {
  await goTo(page, '今日考务')
  await page.getByRole('main').getByRole('link', { name: sitting }).click()
  await page.getByRole('button', { name: '结束场次' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('考场情况说明').fill(note)
  await panel.getByRole('button', { name: '结束场次' }).click()
  await page.getByRole('heading', { name: '考场交接记录' }).waitFor()
}

/** Ticket number and entry code, then the details and the pledge. */
export async function enterExam(page: Page, ticketNumber: string, entryCode: string): Promise<void> {
  await page.goto('/exam/')
  await page.getByLabel('准考证号').fill(ticketNumber)
  await page.getByLabel(/^入场码/).fill(entryCode)
  await page.getByRole('button', { name: '进入', exact: true }).click()
}

type Item = { readonly number: number; readonly stem: string; readonly options: readonly string[] }

/** The item before the candidate: its number, its words, its options in the order of the page. */
async function itemAt(page: Page): Promise<Item> {
  return page.getByRole('article').evaluate(article => {
    const heading = article.querySelector('h2')?.textContent ?? ''
    const group = article.querySelector('[role=radiogroup],[role=group][aria-labelledby]')
    const stem = document.getElementById(group?.getAttribute('aria-labelledby') ?? '') as HTMLElement | null
    const labels = [...(group?.querySelectorAll('label') ?? [])]
    // letters before the options are hidden from those who listen, and are no part of their words
    const options = labels.map(label => [...label.querySelectorAll('span:not([aria-hidden])')].map(span => span.textContent).join(''))
    return { number: Number(/\d+/.exec(heading)?.[0]), stem: stem?.innerText ?? '', options }
  })
}

/** Responds to so many items from where the paper stands: mostly right, every `wrongEvery`th wrong, some by keyboard alone. */
export async function respondTo(
  page: Page,
  book: KeyBook,
  { count, wrongEvery }: { readonly count: number; readonly wrongEvery: number },
): Promise<void> {
  for (let done = 0; done < count; done++) {
    const item = await itemAt(page)
    // items that are written, matched or ordered have browser tests of their own; here they are left blank
    const right = item.options.length === 0 ? [] : rightOptions(item, book)
    const wanted = right.length > 0 && item.number % wrongEvery === 0 ? [item.options.find(option => !right.includes(option)) ?? ''] : right
    for (const option of wanted) await take(page, item, option)
    if (done < count - 1) await page.getByRole('button', { name: '下一题' }).click()
  }
}

const BY_KEYBOARD_EVERY = 5

async function take(page: Page, { number, options }: Item, option: string): Promise<void> {
  if (number % BY_KEYBOARD_EVERY === 0) return page.keyboard.press(String(options.indexOf(option) + 1))
  const box = page.getByRole('radio', { name: option, exact: true }).or(page.getByRole('checkbox', { name: option, exact: true }))
  await box.check()
}

function rightOptions({ stem, options }: Item, book: KeyBook): readonly string[] {
  const found = book.itemWith(stem, options) ?? book.itemWith(stem, [])
  if (found === undefined) throw new Error(`not in the item files: ${stem}`)
  return 'texts' in found.right ? found.right.texts : [options[found.right.verdict ? 0 : 1] ?? '']
}

/** Everything chosen so far, read from the whole paper shown at once. */
export async function responsesOn(page: Page): Promise<Responses> {
  const whole = page.getByRole('checkbox', { name: '整卷显示' })
  await page.getByText('显示设置').click()
  await whole.check()
  const read = await page.getByRole('article').evaluateAll(articles =>
    articles.map(article => {
      const chosen = [...article.querySelectorAll('[role] input:checked')].map(input => input.closest('label')?.textContent ?? '')
      return [article.querySelector('h2')?.textContent ?? '', chosen.map(text => text.slice(1))] as const
    }),
  )
  await whole.uncheck()
  await page.getByText('显示设置').click()
  return new Map(read.filter(([, chosen]) => chosen.length > 0))
}
