import type { Page } from 'playwright-core'
import type { Given } from './world.ts'
import { type Hand, type Hands, idle } from './desk.ts'
import { auctionHands, tmsHands, wmsHands } from './goods-hands.ts'
import { moneyHands } from './money-hands.ts'
import { officeHands } from './office-hands.ts'
import { csHands, mallHands, shopHands } from './trade-hands.ts'
import { biHands, infoHands, siteHands } from './web-hands.ts'
import { type Apps, type Found, written } from './written.ts'

const HANDS: Hands = {
  ...officeHands,
  ...moneyHands,
  ...mallHands,
  ...shopHands,
  ...csHands,
  ...wmsHands,
  ...tmsHands,
  ...auctionHands,
  ...infoHands,
  ...siteHands,
  ...biHands,
}

type View = { readonly now: number; readonly apps: Apps }

/** What the pages of the apps show now. */
async function viewOf(page: Page): Promise<View> {
  const answer = await page.request.get(`/api/lab/worlds/${page.url().split('/').at(-1) ?? ''}`)
  return ((await answer.json()) as { readonly view: View }).view
}

/** Plays a solution by the controls of the pages; `after` is called behind every step. */
export async function play(
  page: Page,
  steps: readonly Given[],
  after: (type: string, at: number) => Promise<void> = async () => {},
): Promise<void> {
  for (const [at, { type, data }] of steps.entries()) {
    const hand = HANDS[type] as Hand<Found> | undefined
    if (hand === undefined) throw new Error(`no control is known for ${type}`)
    const { now, apps } = await viewOf(page)
    await hand(page, { ...data, now, ...written(type, data, apps) }).catch((fault: unknown) => {
      throw new Error(`step ${at + 1} ${type} ${JSON.stringify(data)}: ${fault instanceof Error ? fault.message : String(fault)}`)
    })
    await idle(page)
    await after(type, at)
  }
}
