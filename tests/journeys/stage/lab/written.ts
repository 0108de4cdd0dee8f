export type Apps = Readonly<Record<string, unknown>>
export type Found = Readonly<Record<string, unknown>>
type Write = (data: Found, apps: Apps) => Found

const listOf = (apps: Apps, app: string, name: string): readonly Found[] =>
  ((apps[app] as Found | undefined)?.[name] ?? []) as readonly Found[]
const one = (list: readonly Found[], key: string, value: unknown): Found => list.find(found => found[key] === value) ?? {}
const within = (found: Found, name: string): readonly Found[] => (found[name] ?? []) as readonly Found[]

const letter: Write = ({ message }, apps) => ({ subject: one(listOf(apps, 'mail', 'messages'), 'id', message)['subject'] })
const file: Write = ({ id }, apps) => ({ file: one(listOf(apps, 'net', 'files'), 'id', id)['name'] })
const customer: Write = ({ conversation }, apps) => ({ name: one(listOf(apps, 'cs', 'conversations'), 'id', conversation)['name'] })
const columns: Write = (_data, apps) => {
  const all = listOf(apps, 'bi', 'tables').flatMap(table => within(table, 'columns'))
  return { names: Object.fromEntries(all.map(({ id, zh }) => [String(id), zh])) }
}
const receiptLine: Write = ({ line }, apps) => {
  const { lot, state, verdict } = one(
    listOf(apps, 'wms', 'receipts').flatMap(receipt => within(receipt, 'lines')),
    'id',
    line,
  )
  return { lot, state: STATES[String(state)], judged: VERDICTS[String(verdict)] }
}
const STATES: Readonly<Record<string, string>> = { good: '合格', damaged: '破损', refused: '拒收' }
const VERDICTS: Readonly<Record<string, string>> = { pass: '合格', fail: '不合格' }

const addresses = (apps: Apps): readonly Found[] => within(((apps['mall'] as Found)['buyer'] ?? {}) as Found, 'addresses')
const coupon = (apps: Apps, id: unknown): unknown => one(listOf(apps, 'mall', 'coupons'), 'id', id)['name']
const goods = ({ title, store }: Found): Found => ({ title, store: (store as Found | undefined)?.['name'] })

function article(apps: Apps, sku: unknown): Found {
  for (const product of listOf(apps, 'mall', 'products')) {
    const variant = one(within(product, 'variants'), 'sku', sku)
    if (variant['sku'] === undefined) continue
    const spec = Object.entries(variant['spec'] as Found).map(([name, value]) => `${name}：${String(value)}`)
    return { ...goods(product), spec: spec.length === 0 ? sku : spec.join('；') }
  }
  return {}
}

function pickOf({ task: id }: Found, apps: Apps): Found {
  for (const { orderNo, tasks } of listOf(apps, 'wms', 'outbounds')) {
    const task = one(tasks as readonly Found[], 'id', id)
    if (task['id'] !== undefined) return { order: orderNo, place: task['loc'] }
  }
  return {}
}

const WRITTEN: Readonly<Record<string, Write>> = {
  'mail.reply': letter,
  'mail.forward': letter,
  'mail.phish.report': letter,
  'mail.verify': letter,
  'mail.conclude': letter,
  'mail.contact.certificate': ({ contact }, apps) => ({ name: one(listOf(apps, 'mail', 'contacts'), 'id', contact)['name'] }),
  'mail.attach.add': (data, apps) => ({ name: one(listOf(apps, 'net', 'files'), 'id', data['file'])['name'] }),
  'net.file.unzip': file,
  'net.file.rename': file,
  'mall.view': ({ product }, apps) => goods(one(listOf(apps, 'mall', 'products'), 'product', product)),
  'mall.cart.add': ({ sku }, apps) => article(apps, sku),
  'mall.coupon.claim': (data, apps) => ({ coupon: coupon(apps, data['coupon']) }),
  'mall.address.save': ({ id }, apps) => ({ old: one(addresses(apps), 'id', id)['detail'] }),
  'mall.checkout.preview': ({ address, coupons }, apps) => ({
    phone: one(addresses(apps), 'id', address)['phone'],
    coupons: (coupons as readonly string[]).map(id => coupon(apps, id)),
  }),
  'wms.qc.record': receiptLine,
  'wms.putaway': receiptLine,
  'wms.pick.confirm': pickOf,
  'auction.bid.proxy': ({ lot }, apps) => ({ title: one(listOf(apps, 'auction', 'lots'), 'no', lot)['title'] }),
  'auction.rate.post': ({ deal }, apps) => ({ role: one(listOf(apps, 'auction', 'deals'), 'no', deal)['role'] }),
  'cs.accept': customer,
  'cs.reply': customer,
  'cs.send.card': customer,
  'cs.close': customer,
  'bi.clean.add': columns,
  'bi.query.run': columns,
}

/** A person goes by what is written on a thing, not by its number: the names for the numbers in a command. */
export function written(type: string, data: Found, apps: Apps): Found {
  return WRITTEN[type]?.(data, apps) ?? {}
}
