import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { type KeyBook, keyBook } from '../../../src/apps/cli/season/answering/key-book.ts'
import { isKnown, respond } from '../../../src/apps/cli/season/answering/answers.ts'
import { diceOf } from '../../../src/kernel/dice.ts'
import type { PaperView } from '../../../src/modules/delivery/contract.ts'
import { goTo, settled } from './acts.ts'
import { give } from './responding.ts'

/** What a candidate responded, by the number of the item as it stands on the paper. */
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

/** A paper as the exam machine got it, and what is right. */
export type Sitting = { readonly paper: PaperView; readonly book: KeyBook }

const BY_KEYBOARD_EVERY = 5

/** Responds to so many items from where the paper stands: mostly right, every `wrongEvery`th wrong, some by keyboard alone. */
export async function respondTo(
  page: Page,
  { paper, book }: Sitting,
  { count, wrongEvery }: { readonly count: number; readonly wrongEvery: number },
): Promise<void> {
  const items = paper.sections.flatMap(section => section.items)
  for (let done = 0; done < count; done++) {
    const card = page.getByRole('article')
    const itemId = await card.getAttribute('data-item')
    const number = items.findIndex(item => item.itemId === itemId) + 1
    await card.getByRole('heading', { name: `第${number}题`, exact: true }).waitFor()
    const item = items[number - 1]
    if (item === undefined || !isKnown(item, book)) throw new Error(`not in the item files: ${await card.innerText()}`)
    const ability = number % wrongEvery === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    const response = respond(item, ability, book, diceOf(`sitting|${number}`))
    if (response !== null) await give(card, item, response, number % BY_KEYBOARD_EVERY === 0)
    if (done < count - 1) await page.getByRole('button', { name: '下一题' }).click()
  }
}

/** Everything responded so far, read from the whole paper shown at once. */
export async function responsesOn(page: Page): Promise<Responses> {
  const whole = page.getByRole('checkbox', { name: '整卷显示' })
  await page.getByText('显示设置').click()
  await whole.check()
  const read = await page.getByRole('article').evaluateAll(articles =>
    articles.map(article => {
      const all = <T extends Element>(selector: string) => [...article.querySelectorAll<T>(selector)]
      const chosen = all('[role] input:checked').map(input => input.closest('label')?.textContent?.slice(1) ?? '')
      const listed = all<HTMLSelectElement>('select').map(list => (list.value === '' ? '' : (list.selectedOptions[0]?.text ?? '')))
      const written = all<HTMLInputElement>('input[type=text], textarea').map(field => field.value)
      // an order counts once it was moved or confirmed
      const isOpen = article.querySelector('.z-ordering-keep') !== null
      const ordered = isOpen ? [] : all('.z-ordering-row .z-option-text').map(entry => entry.textContent ?? '')
      const given = [...chosen, ...listed, ...written, ...ordered].filter(text => text !== '')
      return [article.querySelector('h2')?.textContent ?? '', given] as const
    }),
  )
  await whole.uncheck()
  await page.getByText('显示设置').click()
  return new Map(read.filter(([, given]) => given.length > 0))
}
