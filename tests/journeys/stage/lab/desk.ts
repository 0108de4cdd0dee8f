import type { Locator, Page } from 'playwright-core'

/** Does one command of a solution as a person does it: by the controls of a page, key by key. */
export type Hand<Data> = (page: Page, data: Data) => Promise<void>
export type Hands = Readonly<Record<string, Hand<never>>>

/** What the page of an app shows; those that stand behind it are not there for anybody. */
export const view = (page: Page): Locator => page.getByRole('tabpanel')
/** A form, or a part of a page, by its name. */
export const form = (page: Page, name: string | RegExp): Locator => view(page).getByRole('form', { name, exact: true })
export const part = (page: Page, name: string | RegExp): Locator => view(page).getByRole('region', { name, exact: true })
export const named = (scope: Locator, name: string | RegExp): Locator =>
  scope.getByRole('button', { name, exact: typeof name === 'string' })

/** Waits until nothing is on its way, and says what the site refused. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.lab-acts button:disabled') === null)
  const said = page.getByRole('alert').filter({ visible: true })
  if ((await said.count()) > 0) throw new Error(`the site says: ${(await said.allInnerTexts()).join(' / ')}`)
}

/** Every act is a key on the thing that has the focus. */
export async function press(page: Page, thing: Locator, key = 'Enter'): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.lab-acts button:disabled') === null)
  await thing.press(key)
  await idle(page)
}

/** Turns to an app by its tab; at the tab that is open one comes to the app's beginning. */
export async function toApp(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true })
  if ((await tab.getAttribute('aria-selected')) !== 'true') await press(page, tab)
}

/** A section of a site by the button of its navigation. */
export async function toSection(page: Page, app: string, section: string | RegExp): Promise<void> {
  await toApp(page, app)
  await press(page, named(view(page).getByRole('navigation'), section).first())
}

/** Fills fields by their labels: text is typed, `true` and `false` tick. */
export async function fill(scope: Locator, fields: Readonly<Record<string, string | number | boolean>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = scope.getByLabel(label, { exact: true })
    if (typeof value === 'boolean') await tick(field, value)
    else await field.fill(String(value))
  }
}

export async function tick(box: Locator, on = true): Promise<void> {
  if ((await box.isChecked()) !== on) await box.press('Space')
}

export async function choose(scope: Locator, label: string, choice: string | { readonly label: string }): Promise<void> {
  await scope.getByLabel(label, { exact: true }).selectOption(choice)
}

/** 分 as a person types them. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** Opens what is folded away. */
export async function unfold(scope: Locator, name: string): Promise<void> {
  const fold = scope
    .locator('details')
    .filter({ has: scope.page().getByText(name, { exact: true }) })
    .last()
  if (!(await fold.evaluate(element => (element as HTMLDetailsElement).open))) await fold.locator('summary').press('Enter')
}
