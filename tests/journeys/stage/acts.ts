import type { Locator, Page } from 'playwright-core'
import { readCountry } from '../../../src/apps/centre/seed/country.ts'
import type { Stage } from './stage.ts'

/** Comes in by the persona's card on the sign-in page. */
export async function signInAs(stage: Stage, persona: string, page?: Page): Promise<Page> {
  const at = page ?? (await stage.window())
  const name = readCountry().staff.find(s => s.persona === persona)?.name ?? persona
  await at.goto('/sign-in')
  await at.getByRole('button', { name: new RegExp(`^以${name}（`) }).click()
  await at.getByRole('heading', { name: new RegExp(name) }).waitFor()
  return at
}

/** Goes to a page by the navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await settled(page)
}

/** Waits until nothing in the page is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
}

/** Opens a list by its label and takes one of its choices. */
export async function choose(scope: Page | Locator, label: string | RegExp, choice: string | RegExp): Promise<void> {
  const box = scope.getByRole('combobox', { name: label })
  await box.click()
  const page = 'page' in scope ? scope.page() : scope
  await page.getByTitle(choice).filter({ visible: true }).first().click()
}

/** Waits until a text stands in the page. */
export async function reads(scope: Page | Locator, text: string | RegExp): Promise<void> {
  await scope.getByText(text).filter({ visible: true }).first().waitFor()
}

/** What somebody reads in a place, without line breaks. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.innerText()).replace(/\s+/g, ' ').trim()
}

const LOOKS = 12
const LOOK_EVERY_MS = 2_000

/** Looks again and again, as somebody does who waits for work under way: reloads until the text stands in the page. */
export async function comes(page: Page, text: string | RegExp): Promise<void> {
  const there = page.getByText(text).filter({ visible: true }).first()
  for (let look = 1; look < LOOKS; look++) {
    const found = await there.waitFor({ timeout: LOOK_EVERY_MS }).then(
      () => true,
      () => false,
    )
    if (found) return
    await page.reload()
  }
  await there.waitFor()
}
