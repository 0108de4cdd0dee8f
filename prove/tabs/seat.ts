import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { HallProcess } from '../hall/hall-process.ts'
import type { Seat } from '../hall/open-hall.ts'
import type { Observer } from './observer.ts'
import { type Told, observePage } from './page-script.ts'

const PATIENCE_MS = 30_000
const SAVED = /^(?:已保存|双机已存)/

/** A person at a browser: one context for the machine, one page at a time they work in. */
export type Person = {
  readonly seat: Seat
  readonly hall: HallProcess
  readonly context: BrowserContext
  readonly observer: Observer
  page: Page
  name: string
  opened: number
  answered: number
}

export async function sitDown(
  browser: Browser,
  hall: HallProcess,
  { seat, observer, lies, port }: { seat: Seat; observer: Observer; lies: boolean; port: number },
): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: `http://127.0.0.1:${port}` })
  await context.addInitScript(observePage, { lies })
  const first = await context.newPage()
  const person: Person = { seat, hall, context, observer, page: first, name: '', opened: 0, answered: 0 }
  await hearPage(person, first)
  await enter(person)
  return person
}

async function hearPage(person: Person, page: Page): Promise<void> {
  person.opened += 1
  const name = `${person.seat.attemptId.slice(0, 8)}-tab${person.opened}`
  person.page = page
  person.name = name
  await page.exposeFunction('tellObserver', (told: Told) => person.observer.hear(name, told))
}

/** By ticket and a new code, through whatever stands before the paper. */
async function enter(person: Person): Promise<void> {
  const { page, hall, seat } = person
  const code = await hall.ask('admit', seat)
  await page.goto('/exam/')
  await page.getByLabel('准考证号').fill(seat.ticketNumber)
  await page.locator('#code').fill(code)
  await page.keyboard.press('Enter')
  await page.locator('.x-item').or(page.getByLabel('我已阅读并承诺遵守')).first().waitFor({ timeout: PATIENCE_MS })
  if ((await page.locator('.x-item').count()) === 0) {
    await page.getByLabel('我已阅读并承诺遵守').check()
    await page.getByRole('button', { name: '信息无误' }).click()
    await page.getByRole('button', { name: '开始作答' }).click()
  }
  await paperStands(person)
}

async function paperStands({ page }: Person): Promise<void> {
  await page.locator('.x-item').waitFor({ timeout: PATIENCE_MS })
}

/** Answers the next item and goes on. */
export async function answer(person: Person, option: number): Promise<void> {
  await person.page.keyboard.press(String(1 + (option % 2)))
  await person.page.keyboard.press('ArrowRight')
  person.answered += 1
}

export async function reload(person: Person): Promise<void> {
  person.observer.gone(person.name)
  await person.page.reload()
  const door = person.page.getByLabel('准考证号')
  await person.page.locator('.x-item').or(door).first().waitFor({ timeout: PATIENCE_MS })
  // what told the page who it was may have been thrown away with the rest
  if ((await door.count()) > 0) await enter(person)
}

/** The tab is closed, and what only it remembered is gone with it; the person gets a new code. */
export async function killTab(person: Person): Promise<void> {
  await person.page.close({ runBeforeUnload: false })
  person.observer.gone(person.name)
  await hearPage(person, await person.context.newPage())
  await enter(person)
}

/** The browser throws away what it stored, and the page comes anew. */
export async function wipe(person: Person): Promise<void> {
  const tools = await person.context.newCDPSession(person.page)
  const origin = new URL(person.page.url()).origin
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage,cache_storage,service_workers' })
  await reload(person)
}

/** The same person in a second tab of the same browser: it may look, and not write. Gives what was wrong. */
export async function secondTab(person: Person): Promise<string[]> {
  const token = await person.page.evaluate(() => sessionStorage.getItem('zhiheng-exam-token'))
  const second = await person.context.newPage()
  const said: string[] = []
  await second.exposeFunction('tellObserver', (told: Told) => void (told.what === 'sent' && said.push('a second tab has written')))
  await second.addInitScript(value => sessionStorage.setItem('zhiheng-exam-token', value ?? ''), token)
  await second.goto('/exam/')
  await second.locator('.x-item').waitFor({ timeout: PATIENCE_MS })
  const words = await second.locator('.x-save').innerText()
  if (!words.startsWith('只能查看')) said.push(`a second tab says "${words}"`)
  await second.keyboard.press('1')
  await second.waitForTimeout(400)
  await second.close()
  return said
}

/** The line is away for a while in which the person goes on working. */
export async function withoutLine(person: Person, work: () => Promise<void>): Promise<void> {
  await person.context.setOffline(true)
  await work()
  await person.context.setOffline(false)
}

/** Everything has arrived, or not within the time. */
export async function untilSaved({ page }: Person): Promise<boolean> {
  return page
    .locator('.x-save')
    .filter({ hasText: SAVED })
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    )
}
