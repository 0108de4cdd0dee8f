import type { Page } from 'playwright-core'
import type { Given } from './world.ts'
import { type Hand, type Hands, idle } from './desk.ts'
import { auctionHands, tmsHands, wmsHands } from './goods-hands.ts'
import { moneyHands } from './money-hands.ts'
import { officeHands } from './office-hands.ts'
import { csHands, mallHands, shopHands } from './trade-hands.ts'
import { biHands, infoHands, siteHands } from './web-hands.ts'

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

type Apps = Readonly<Record<string, unknown>>
type Found = Readonly<Record<string, unknown>>
type View = { readonly now: number; readonly apps: Apps }

/** What the pages of the apps show now. */
async function viewOf(page: Page): Promise<View> {
  const answer = await page.request.get(`/api/lab/worlds/${page.url().split('/').at(-1) ?? ''}`)
  return ((await answer.json()) as { readonly view: View }).view
}

const listOf = (apps: Apps, app: string, name: string): readonly Found[] =>
  ((apps[app] as Readonly<Record<string, unknown>> | undefined)?.[name] ?? []) as readonly Found[]
const one = (list: readonly Found[], key: string, value: unknown): Found => list.find(found => found[key] === value) ?? {}

/** A person goes by what is written on a thing, not by its number: names for the numbers in a command. */
function written(type: string, data: Found, apps: Apps): Found {
  switch (type) {
    case 'mail.reply':
    case 'mail.forward':
    case 'mail.phish.report':
    case 'mail.verify':
    case 'mail.conclude':
      return { subject: one(listOf(apps, 'mail', 'messages'), 'id', data['message'])['subject'] }
    case 'mail.contact.certificate':
      return { name: one(listOf(apps, 'mail', 'contacts'), 'id', data['contact'])['name'] }
    case 'mail.attach.add':
      return one(listOf(apps, 'net', 'files'), 'id', data['file'])
    case 'net.file.unzip':
    case 'net.file.rename':
      return { file: one(listOf(apps, 'net', 'files'), 'id', data['id'])['name'] }
    default:
      return trade(type, data, apps)
  }
}

function trade(type: string, data: Found, apps: Apps): Found {
  const products = listOf(apps, 'mall', 'products')
  const goods = (product: Found): Found => ({ title: product['title'], store: (product['store'] as Found | undefined)?.['name'] })
  switch (type) {
    case 'mall.view':
      return goods(one(products, 'product', data['product']))
    case 'mall.cart.add': {
      const variant = (product: Found): Found => one(product['variants'] as readonly Found[], 'sku', data['sku'])
      const product = products.find(p => variant(p)['sku'] !== undefined) ?? {}
      return {
        ...goods(product),
        spec:
          Object.values(variant(product)['spec'] as Found).length > 0
            ? Object.entries(variant(product)['spec'] as Found)
                .map(([name, value]) => `${name}：${String(value)}`)
                .join('；')
            : data['sku'],
      }
    }
    case 'mall.coupon.claim':
      return { coupon: one(listOf(apps, 'mall', 'coupons'), 'id', data['coupon'])['name'] }
    case 'mall.address.save':
      return { old: one(addresses(apps), 'id', data['id'])['detail'] }
    case 'mall.checkout.preview': {
      const names = (data['coupons'] as readonly string[]).map(id => one(listOf(apps, 'mall', 'coupons'), 'id', id)['name'])
      return { phone: one(addresses(apps), 'id', data['address'])['phone'], coupons: names }
    }
    default:
      return goodsOf(type, data, apps)
  }
}

const addresses = (apps: Apps): readonly Found[] =>
  ((apps['mall'] as { readonly buyer?: { readonly addresses: readonly Found[] } }).buyer?.addresses ?? []) as readonly Found[]

function goodsOf(type: string, data: Found, apps: Apps): Found {
  const states: Readonly<Record<string, string>> = { good: '合格', damaged: '破损', refused: '拒收' }
  const verdicts: Readonly<Record<string, string>> = { pass: '合格', fail: '不合格' }
  switch (type) {
    case 'wms.qc.record':
    case 'wms.putaway': {
      const lines = listOf(apps, 'wms', 'receipts').flatMap(r => r['lines'] as readonly Found[])
      const line = one(lines, 'id', data['line'])
      const state = type === 'wms.putaway' ? verdicts[String(line['verdict'])] : states[String(line['state'])]
      return { lot: line['lot'], state }
    }
    case 'wms.pick.confirm': {
      const order = listOf(apps, 'wms', 'outbounds').find(o => (o['tasks'] as readonly Found[]).some(t => t['id'] === data['task'])) ?? {}
      const task = one(order['tasks'] as readonly Found[], 'id', data['task'])
      return { order: order['orderNo'], place: task['loc'] }
    }
    case 'auction.bid.proxy':
      return { title: one(listOf(apps, 'auction', 'lots'), 'no', data['lot'])['title'] }
    case 'auction.rate.post':
      return { role: one(listOf(apps, 'auction', 'deals'), 'no', data['deal'])['role'] }
    case 'cs.accept':
    case 'cs.reply':
    case 'cs.send.card':
    case 'cs.close':
      return { name: one(listOf(apps, 'cs', 'conversations'), 'id', data['conversation'])['name'] }
    case 'bi.clean.add':
    case 'bi.query.run': {
      const columns = listOf(apps, 'bi', 'tables').flatMap(t => t['columns'] as readonly { readonly id: string; readonly zh: string }[])
      return { names: Object.fromEntries(columns.map(({ id, zh }) => [id, zh])) }
    }
    default:
      return {}
  }
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
