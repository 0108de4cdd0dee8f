import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { plantCountry } from '../../../src/apps/centre/seed/plant.ts'
import { type Centre, startCentre } from '../../../src/apps/centre/server.ts'
import { atClock, instant } from '../../../src/kernel/instant.ts'
import { localDate } from '../../../src/kernel/local-date.ts'
import { standingPages } from './standing-pages.ts'

export const DESK = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }
/** How long a page may take to show what a person waits for. */
const PATIENCE_MS = 15_000

/** A running centre with the seed country and a browser before it. */
export type Stage = {
  readonly address: string
  readonly centre: Centre
  /** What no page may do: errors in the console, faults of the server, requests to other machines. */
  readonly faults: string[]
  /** A browser of its own for one person: nothing is shared with the others. */
  window(options?: { readonly size?: typeof DESK; readonly english?: boolean }): Promise<Page>
  /** Another tab of the same person. */
  tabBeside(page: Page): Promise<Page>
  /** Moves the clock of the seed country to a moment in Beijing. */
  clock(day: string, time: string, seconds?: number): void
  /** Keeps what the page shows, at its own size and with `phone` also on a telephone. */
  picture(page: Page, name: string, also?: 'phone'): Promise<void>
  readonly pictures: string
  /** A picture of every window as it stands. */
  allPictures(what: string): Promise<void>
  end(): Promise<void>
}

export async function openStage(name: string): Promise<Stage> {
  await standingPages()
  const dataFolder = mkdtempSync(join(tmpdir(), `zhiheng-${name}-`))
  chmodSync(dataFolder, 0o755)
  const centre = await startCentre({ dataFolder, port: 0, demonstration: true, pages: true, logLevel: 'silent' })
  await plantCountry(centre.ports)
  const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'] })
  const faults: string[] = []
  const pictures = picturesOf(name)
  let taken = 0
  return {
    address: centre.address,
    centre,
    faults,
    pictures,
    window: async ({ size = DESK, english = false } = {}) => {
      const context = await contextOf(browser, centre.address, size, english)
      const page = await context.newPage()
      watch(page, centre.address, faults)
      return page
    },
    tabBeside: async page => {
      const tab = await page.context().newPage()
      watch(tab, centre.address, faults)
      return tab
    },
    clock: (day, time, seconds = 0) => centre.ports.clock.set(instant(atClock(localDate(day), time) + seconds * 1000)),
    picture: async (page, what, also) => {
      taken += 1
      await keep(page, join(pictures, `${String(taken).padStart(2, '0')}-${what}`), also)
    },
    allPictures: async what => {
      const pages = browser.contexts().flatMap(context => context.pages())
      for (const [at, page] of pages.entries()) await keep(page, join(pictures, `${what}-${at + 1}`), undefined)
    },
    end: async () => {
      await browser.close()
      await centre.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** `ZHIHENG_PICTURES` keeps the pictures of all journeys; else they go to a folder of their own. */
function picturesOf(name: string): string {
  const wished = process.env['ZHIHENG_PICTURES']
  const folder = wished ? join(wished, name) : mkdtempSync(join(tmpdir(), `zhiheng-pictures-${name}-`))
  mkdirSync(folder, { recursive: true })
  return folder
}

async function contextOf(browser: Browser, address: string, viewport: typeof DESK, english: boolean): Promise<BrowserContext> {
  const touch = viewport.width < 600
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    isMobile: touch,
    hasTouch: touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (english) await context.addInitScript(() => localStorage.setItem('zh_lang', 'en'))
  return context
}

/** A refusal is told in the page and answered with 4xx, of which the browser complains too; that is no fault. */
function watch(page: Page, address: string, faults: string[]): void {
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console ${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`page ${page.url()}: ${error.message}`))
  page.on('response', response => {
    if (response.status() >= 500) faults.push(`server ${response.status()} ${response.url()}`)
  })
  page.on('request', request => {
    if (/^(?:https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== address)
      faults.push(`left the origin: ${request.url()}`)
  })
}

async function keep(page: Page, path: string, also: 'phone' | undefined): Promise<void> {
  const size = page.viewportSize() ?? DESK
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await page.screenshot({ path: `${path}-${size.width}.png`, fullPage: true })
  if (also === undefined) return
  await resized(page, PHONE)
  await page.screenshot({ path: `${path}-${PHONE.width}.png`, fullPage: true })
  await resized(page, size)
}

/** Returns when the page is laid out at its new size: a click aimed at the old layout would hit what has moved there since. */
async function resized(page: Page, size: typeof DESK): Promise<void> {
  await page.setViewportSize(size)
  // A telephone may show a wider page smaller, so that only a desk's width is sure to be reached.
  if (size.width > PHONE.width) await page.waitForFunction(width => globalThis.innerWidth === width, size.width)
  await page.waitForTimeout(250) // for what unfolds or folds with the width
}
