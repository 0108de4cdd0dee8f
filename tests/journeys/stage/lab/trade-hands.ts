import type { Locator, Page } from 'playwright-core'
import { choose, fill, type Hands, named, part, press, tick, toApp, toSection, view, yuan } from './desk.ts'

type Address = { readonly name: string; readonly phone: string; readonly region: string; readonly detail: string }
type Variant = {
  readonly sku: string
  readonly spec: Readonly<Record<string, string>>
  readonly gtin: string
  readonly price: number
  readonly listPrice: number
  readonly weight: number
  readonly stock: number
}
type Product = {
  readonly title: string
  readonly cat: string
  readonly brand: string
  readonly attrs: Readonly<Record<string, string>>
  readonly modules: readonly { readonly kind: string; readonly text: string }[]
  readonly images: readonly { readonly src: string; readonly alt: string }[]
  readonly freight: string
  readonly variants: readonly Variant[]
}
type Rule = { regions: string[]; first: number; firstFee: number; add: number; addFee: number }
type Freight = { readonly name: string; readonly mode: string; readonly rules: readonly Rule[]; readonly excluded: readonly string[] }

const MALL = '商城'
const SHOP = '商家后台'
const CS = '客户服务'

const order = (page: Page, no: string): Locator => view(page).getByRole('article', { name: `订单 ${no}`, exact: true })

/** Opens a form below an order or a claim, and gives it back. */
async function below(page: Page, card: Locator, act: string): Promise<Locator> {
  await press(page, named(card, act))
  return card.locator('form').last()
}

async function look(page: Page, q: string): Promise<void> {
  const box = view(page).getByRole('textbox', { name: '搜索商品' })
  await box.fill(q)
  await press(page, box)
}

async function customer(page: Page, name: string): Promise<void> {
  await toApp(page, CS)
  const row = view(page).locator('.cs-row-face').filter({ hasText: name })
  if ((await row.getAttribute('aria-current')) !== 'true') await press(page, row)
}

/** The mall as a buyer sees it. */
export const mallHands: Hands = {
  'mall.search': async (page, { q, sort }: { readonly q: string; readonly sort?: string }) => {
    await toApp(page, MALL)
    await look(page, q)
    if (sort !== undefined) await choose(view(page), '排序', sort)
  },
  'mall.view': async (page, { title, store }: { readonly title: string; readonly store: string }) => {
    await look(page, title)
    await press(page, view(page).locator('.mall-card').filter({ hasText: title }).filter({ hasText: store }).first())
  },
  'mall.coupon.claim': async (page, { coupon }: { readonly coupon: string }) => {
    await toSection(page, MALL, /^优惠券/)
    await press(page, named(view(page).locator('.mall-coupon').filter({ hasText: coupon }).last(), /^领取/))
  },
  'mall.address.save': async (page, data: Address & { readonly old: string; readonly main: boolean }) => {
    await toSection(page, MALL, '收货地址')
    await press(page, named(view(page).locator('.mall-addresses li').filter({ hasText: data.old }), '修改'))
    const address = part(page, '修改收货地址')
    await fill(address, { 收货人: data.name, 手机号码: data.phone, 详细地址: data.detail, 设为默认地址: data.main })
    await choose(address, '省级行政区', data.region)
    await press(page, named(address, '保存'))
  },
  'mall.cart.add': async (page, { title, store, spec, quantity }: { title: string; store: string; spec: string; quantity: number }) => {
    await toSection(page, MALL, /^首页/)
    await press(page, view(page).locator('.mall-card').filter({ hasText: title }).filter({ hasText: store }).first())
    await view(page)
      .getByRole('radio', { name: new RegExp(`^${spec}`) })
      .press('Space')
    await fill(view(page), { 数量: quantity })
    await press(page, named(view(page), '加入购物车'))
  },
  'mall.checkout.preview': async (page, data: { readonly phone: string; readonly coupons: readonly string[] }) => {
    await press(page, named(view(page), '去结算').first())
    await view(page)
      .getByRole('radio', { name: new RegExp(data.phone) })
      .press('Space')
    for (const coupon of data.coupons) await tick(view(page).getByRole('checkbox', { name: new RegExp(`^${coupon}`) }))
    await press(page, named(view(page), '试算金额'))
  },
  'mall.order.place': page => press(page, named(view(page), '提交订单')),
  'mall.receipt.confirm': async (page, { order: no }: { readonly order: string }) => {
    await toSection(page, MALL, /^我的订单/)
    await press(page, named(order(page, no), '确认收货'))
  },
  'mall.review.post': async (page, { order: no, text }: { readonly order: string; readonly text: string }) => {
    const review = await below(page, order(page, no), '评价')
    await fill(review, { 评价内容: text })
    await press(page, named(review, '提交'))
  },
}

/** The back office of a store. */
export const shopHands: Hands = {
  'shop.freight.save': async (page, data: Freight) => {
    await toSection(page, SHOP, '运费模板')
    await press(page, named(view(page), '新建模板'))
    await fill(view(page), { 模板名称: data.name })
    await choose(view(page), '计费方式', data.mode)
    for (const [i, rule] of data.rules.entries()) {
      if (i > 0) await press(page, named(view(page), '增加一组地区'))
      const group = part(page, `第 ${i + 1} 组地区`)
      for (const region of rule.regions) await tick(group.getByLabel(region, { exact: true }))
      const { first, firstFee, add, addFee } = rule
      await fill(group, { '首重（克）': first, '首费（元）': yuan(firstFee), '续重（克）': add, '续费（元）': yuan(addFee) })
    }
    const never = view(page).getByRole('group', { name: '不配送地区' })
    for (const region of data.excluded) await tick(never.getByLabel(region, { exact: true }))
    await press(page, named(view(page), '保存'))
  },
  'shop.product.save': async (page, data: Product) => {
    await toSection(page, SHOP, '商品')
    await press(page, named(view(page), '发布商品'))
    await fill(view(page), { 商品标题: data.title, 品牌: data.brand })
    await choose(view(page), '类目', data.cat)
    for (const [name, value] of Object.entries(data.attrs)) await fill(view(page), { [`${name}（必填）`]: value })
    for (const { src, alt } of data.images) await picture(page, src, alt)
    for (const [i, module] of data.modules.entries()) await detail(page, i, module)
    await variants(page, data.variants)
    await choose(view(page), '运费模板', data.freight)
  },
  // what was typed is kept and submitted by one button
  'shop.product.submit': page => press(page, named(view(page), '保存并提交审核')),
  'shop.order.readdress': async (page, { order: no, address }: { readonly order: string; readonly address: Address }) => {
    await toSection(page, SHOP, /^订单/)
    const sheet = await below(page, order(page, no), '改地址')
    const { name, phone, region, detail: street } = address
    await fill(sheet, { 收货人: name, 电话: phone, 省级行政区: region, 详细地址: street })
    await press(page, named(sheet, '提交'))
  },
  'shop.order.dropLine': async (page, data: { order: string; sku: string; quantity: number; reason: string }) => {
    await toSection(page, SHOP, /^订单/)
    const sheet = await below(page, order(page, data.order), '缺货取消')
    await choose(sheet, '商品', data.sku)
    await fill(sheet, { 数量: data.quantity, 原因: data.reason })
    await press(page, named(sheet, '提交'))
  },
  'shop.order.notify': (page, { order: no, text }: { readonly order: string; readonly text: string }) => tell(page, no, '通知买家', text),
  'shop.order.remark': (page, { order: no, text }: { readonly order: string; readonly text: string }) => tell(page, no, '备注', text),
  'shop.order.ship': async (page, data: { readonly order: string; readonly carrier: string; readonly waybill: string }) => {
    await toSection(page, SHOP, /^订单/)
    const sheet = await below(page, order(page, data.order), '发货')
    await choose(sheet, '快递公司', data.carrier)
    await fill(sheet, { 运单号: data.waybill })
    await press(page, named(sheet, '提交'))
  },
  'shop.aftersale.agree': async (page, { claim }: { readonly claim: string }) => press(page, named(await claimOf(page, claim), '同意')),
  'shop.aftersale.receive': async (page, data: { readonly claim: string; readonly result: string; readonly photos: number }) => {
    const sheet = await below(page, await claimOf(page, data.claim), '登记验货结论')
    await choose(sheet, '验货结论', data.result)
    await fill(sheet, { 照片张数: data.photos })
    await press(page, named(sheet, '提交'))
  },
  'shop.aftersale.settle': async (page, { claim, text }: { readonly claim: string; readonly text: string }) => {
    const sheet = await below(page, await claimOf(page, claim), '登记协商结果')
    await fill(sheet, { 协商结果: text })
    await press(page, named(sheet, '提交'))
  },
  'shop.aftersale.refund': async (page, { claim, amount }: { readonly claim: string; readonly amount: number }) => {
    const sheet = await below(page, await claimOf(page, claim), '退款')
    await fill(sheet, { '退款金额（元）': yuan(amount) })
    await press(page, named(sheet, '提交'))
  },
}

async function claimOf(page: Page, claim: string): Promise<Locator> {
  await toSection(page, SHOP, /^售后/)
  return view(page).getByRole('article', { name: claim, exact: true })
}

async function tell(page: Page, no: string, act: string, text: string): Promise<void> {
  await toSection(page, SHOP, /^订单/)
  const sheet = await below(page, order(page, no), act)
  await fill(sheet, { 内容: text })
  await press(page, named(sheet, '提交'))
}

async function picture(page: Page, src: string, alt: string): Promise<void> {
  await press(page, named(view(page), `选用 ${src}`))
  await view(page).locator('.shop-picture').filter({ hasText: src }).getByRole('textbox').fill(alt)
}

async function detail(page: Page, i: number, { kind, text }: { readonly kind: string; readonly text: string }): Promise<void> {
  const module = view(page).locator('.shop-module').nth(i)
  if (!(await module.isVisible())) await press(page, named(view(page), '增加模块'))
  await choose(module, '模块', kind)
  await fill(module, { 内容: text })
}

async function variants(page: Page, all: readonly Variant[]): Promise<void> {
  const [spec = ''] = Object.keys(all[0]?.spec ?? {})
  await fill(view(page), { 规格名称一: spec })
  for (const [i, v] of all.entries()) {
    if (i > 0) await press(page, named(view(page), '增加单品'))
    const at = `第 ${i + 1} 个单品`
    await fill(view(page), {
      [`${at} 商家编码`]: v.sku,
      [`${at} ${spec}`]: v.spec[spec] ?? '',
      [`${at} 商品条码`]: v.gtin,
      [`${at} 售价（元）`]: yuan(v.price),
      [`${at} 划线价（元）`]: yuan(v.listPrice),
      [`${at} 重量（克）`]: v.weight,
      [`${at} 库存`]: v.stock,
    })
  }
}

/** The service desk. */
export const csHands: Hands = {
  'cs.accept': async (page, { name }: { readonly name: string }) => {
    await toApp(page, CS)
    await press(page, named(view(page), `接待 ${name}`))
  },
  'cs.reply': async (page, { name, text }: { readonly name: string; readonly text: string }) => {
    await customer(page, name)
    await fill(view(page), { 回复内容: text })
    await press(page, view(page).getByLabel('回复内容'))
  },
  'cs.send.card': async (page, { name, kind, id }: { readonly name: string; readonly kind: string; readonly id: string }) => {
    await customer(page, name)
    await choose(view(page), '卡片', kind)
    const names: Readonly<Record<string, string>> = { product: '商品', coupon: '优惠券', order: '订单' }
    await choose(view(page), `选择${names[kind] ?? kind}`, id)
    await press(page, named(view(page), '发送卡片'))
  },
  'cs.close': async (page, { name }: { readonly name: string }) => {
    await customer(page, name)
    await press(page, named(view(page), '结束会话'))
  },
}
