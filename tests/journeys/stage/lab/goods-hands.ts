import type { Page } from 'playwright-core'
import { choose, fill, form, type Hands, named, part, press, tick, toSection, view, yuan } from './desk.ts'

type Party = { readonly name: string; readonly phone: string; readonly region: string; readonly detail: string }
type Pick = {
  readonly order: string
  /** Where the list sends one to. */
  readonly place: string
  readonly loc: string
  readonly sku: string
  readonly lot: string
  readonly quantity: number
  readonly short?: string | null
}
type Waybill = {
  readonly orderNo: string
  readonly carrier: string
  readonly service: string
  readonly to: Party
  readonly goods: string
  readonly weight: number
}
type Lot = {
  readonly title: string
  readonly category: string
  readonly description: string
  readonly start: number
  readonly reserve: number
  readonly step: number
  readonly hours: number
  readonly shipFee: number
}

const WMS = '仓储管理'
const TMS = '物流配送'
const PAI = '拍卖'

/** The terminal of the warehouse. */
export const wmsHands: Hands = {
  'wms.unload': async (page, { notice }: { readonly notice: string }) => {
    await toSection(page, WMS, /收货上架/)
    await press(page, named(view(page).getByRole('row').filter({ hasText: notice }), '卸车'))
  },
  'wms.receipt.scan': async (page, data: { sku: string; lot: string; made: string; quantity: number; state: string }) => {
    const scan = form(page, '登记到货')
    await fill(scan, { 商品编码或条码: data.sku, 批次号: data.lot, 生产日期: data.made, 数量: data.quantity })
    await choose(scan, '实物状态', data.state)
    await press(page, named(scan, '登记到货'))
  },
  'wms.difference.record': async (page, data: { sku: string; kind: string; quantity: number; note: string }) => {
    const tell = form(page, '登记差异')
    await choose(tell, '商品', data.sku)
    await choose(tell, '差异类型', data.kind)
    await fill(tell, { 数量: data.quantity, 说明: data.note })
    await press(page, named(tell, '登记差异'))
  },
  'wms.receipt.close': page => press(page, named(view(page), '完成收货')),
  'wms.qc.record': async (page, { lot, state, verdict }: { readonly lot: string; readonly state: string; readonly verdict: string }) => {
    const row = view(page)
      .getByRole('row')
      .filter({ hasText: lot })
      .filter({ has: page.getByRole('cell', { name: state, exact: true }) })
    await press(page, named(row, verdict === 'pass' ? '合格' : '不合格'))
  },
  'wms.putaway': async (page, data: { readonly lot: string; readonly judged: string; readonly loc: string; readonly quantity: number }) => {
    const judged = page.locator('.wms-state').getByText(data.judged, { exact: true })
    const sheet = view(page).locator('.wms-place > li').filter({ hasText: data.lot }).filter({ has: judged })
    await fill(sheet, { 货位: data.loc, 数量: data.quantity })
    await press(page, named(sheet, '上架'))
  },
  'wms.wave.create': async (page, { orders, rule }: { readonly orders: readonly string[]; readonly rule: string }) => {
    await toSection(page, WMS, /订单波次/)
    for (const order of orders) await tick(view(page).getByLabel(order, { exact: true }))
    await choose(form(page, '建立波次'), '拣货方式', rule)
    await press(page, named(form(page, '建立波次'), '建立波次'))
  },
  'wms.pick.confirm': async (page, data: Pick) => {
    await toSection(page, WMS, /拣货/)
    const walk = part(page, '拣货单').getByRole('button').filter({ hasText: data.order }).filter({ hasText: data.place })
    await press(page, walk)
    const scanner = form(page, '确认拣货')
    await fill(scanner, { 货位: data.loc, 商品编码或条码: data.sku, 批次号: data.lot, 实拣件数: data.quantity })
    if (typeof data.short !== 'string') return press(page, named(scanner, '确认拣货'))
    await named(scanner, '确认拣货').press('Enter')
    await named(scanner, data.short === 'rest' ? '其余先发' : '等待补货').press('Enter')
    await page.getByRole('alert').first().waitFor({ state: 'hidden' })
  },
  'wms.weigh': async (page, { orderNo, box }: { readonly orderNo: string; readonly box: string }) => {
    await toSection(page, WMS, /打包交接/)
    const bench = form(page, '完成打包')
    await tick(bench.getByRole('checkbox', { name: new RegExp(`^${orderNo}`) }))
    await choose(bench, '包装箱', box)
    await press(page, named(bench, '称重'))
  },
  'wms.pack': async (page, { weight }: { readonly weight: number }) => {
    const bench = form(page, '完成打包')
    await fill(bench, { 登记重量: weight })
    await press(page, named(bench, '完成打包'))
  },
  'wms.label.print': async (page, { orderNo, waybill }: { readonly orderNo: string; readonly waybill: string }) => {
    await toSection(page, WMS, /打包交接/)
    const label = form(page, `贴面单 ${orderNo}`)
    await fill(label, { 运单号: waybill })
    await press(page, named(label, '打印并粘贴'))
  },
  'wms.ship.handover': async (page, data: { readonly carrier: string; readonly orders: readonly string[]; readonly count: number }) => {
    await toSection(page, WMS, /打包交接/)
    const dock = form(page, '与承运商交接')
    for (const order of data.orders) await tick(dock.getByLabel(order, { exact: true }))
    await fill(dock, { 承运商: data.carrier, 清点件数: data.count })
    await press(page, named(dock, '确认交接'))
  },
  'wms.return.inspect': async (page, { rma, grade, loc }: { readonly rma: string; readonly grade: string; readonly loc: string }) => {
    await toSection(page, WMS, /退货/)
    const inspect = form(page, `验货入库 ${rma}`)
    await choose(inspect, '验货结论', grade)
    await fill(inspect, { 货位: loc })
    await press(page, named(inspect, '验货入库'))
  },
}

/** The site of the carriers. */
export const tmsHands: Hands = {
  'tms.waybill.create': async (page, { orderNo, carrier, service, to, goods, weight }: Waybill) => {
    await toSection(page, TMS, '寄件')
    const make = form(page, '填写运单')
    await fill(make, { 订单号: orderNo, 物品名称: goods, 重量: weight })
    await choose(make, '承运商和服务', `${carrier}|${service}`)
    const party = make.getByRole('group', { name: '收件人' })
    await fill(party, { 姓名: to.name, 电话: to.phone, 省市区: to.region, 详细地址: to.detail })
    await press(page, named(make, '生成运单'))
  },
  'tms.label.make': async (page, { waybill, masked }: { readonly waybill: string; readonly masked: boolean }) => {
    await openParcel(page, waybill)
    await press(page, named(view(page), masked ? '打印面单（隐去个人信息）' : '打印面单（完整信息）'))
  },
  'tms.pickup.book': async (page, data: { readonly carrier: string; readonly waybills: readonly string[]; readonly day: string }) => {
    await toSection(page, TMS, '预约揽收')
    const book = form(page, `预约上门揽收 ${data.carrier}`)
    for (const no of data.waybills) await tick(book.getByRole('checkbox', { name: new RegExp(`^${no}`) }))
    await choose(book, '上门日期', data.day)
    await press(page, named(book, '预约揽收'))
  },
}

async function openParcel(page: Page, waybill: string): Promise<void> {
  await toSection(page, TMS, '我的运单')
  await press(page, view(page).locator('.tms-list').getByRole('button').filter({ hasText: waybill }))
}

/** The auction house. */
export const auctionHands: Hands = {
  'auction.lot.publish': async (page, data: Lot) => {
    await toSection(page, PAI, '发布拍品')
    const lot = form(page, '发布拍品')
    const { start, reserve, step, hours, shipFee } = data
    await fill(lot, { 标题: data.title, 类目: data.category, 描述: data.description, 竞价时长: hours })
    await fill(lot, { 起拍价: yuan(start), '保留价（可不填）': yuan(reserve), 加价幅度: yuan(step), '运费（包邮填 0）': yuan(shipFee) })
    await press(page, named(lot, '发布'))
  },
  'auction.bid.proxy': async (page, { title, max }: { readonly title: string; readonly max: number }) => {
    await toSection(page, PAI, '拍卖大厅')
    await press(page, view(page).locator('.pai-card').filter({ hasText: title }).first())
    const desk = form(page, '代理出价')
    await fill(desk, { 代理上限: yuan(max) })
    await press(page, named(desk, '设置代理出价'))
  },
  'auction.deal.ship': async (page, { deal, carrier, waybill }: { deal: string; carrier: string; waybill: string }) => {
    await toSection(page, PAI, '我的出售')
    const ship = form(page, `发货 ${deal}`)
    await fill(ship, { 承运商: carrier, 运单号: waybill })
    await press(page, named(ship, '发货'))
  },
  'auction.deal.confirm': async (page, { deal }: { readonly deal: string }) => {
    await toSection(page, PAI, '我的竞拍')
    await press(page, named(view(page).getByRole('article', { name: `成交单 ${deal}`, exact: true }), '确认收货'))
  },
  'auction.rate.post': async (page, data: { deal: string; score: string; text: string; role: string }) => {
    await toSection(page, PAI, data.role === 'seller' ? '我的出售' : '我的竞拍')
    const rate = form(page, `评价对方 ${data.deal}`)
    await choose(rate, '评价', data.score)
    await fill(rate, { '评语（可不填）': data.text })
    await press(page, named(rate, '提交评价'))
  },
}
