import type { Frozen } from '../../../../kernel/brand.ts'
import type { FactDef, FactType } from '../../core/app/lab-app.ts'
import { type Buyer, type MallSlice, parts } from './slice.ts'

type Row = ReturnType<FactDef<MallSlice>['rows']>[number]

/** One fact of buyers: its fields as `name type 中文` parted by bars, its rows buyer by buyer. */
function fact(
  zh: string,
  lines: readonly string[],
  rowsOf: (b: Frozen<Buyer>) => readonly (Omit<Row, 'buyer'> & { readonly seq: number })[],
): FactDef<MallSlice> {
  const fields = ['buyer text 买家', ...lines.flatMap(l => l.split('|'))].map(line => {
    const [name = '', type = 'text', zh = ''] = line.split(' ')
    return [name, { zh, type: type as FactType }] as const
  })
  return parts.fact({
    zh,
    fields: Object.fromEntries(fields),
    rows: s => s.buyers.flatMap(b => rowsOf(b).map(row => ({ ...row, buyer: b.persona }) as Row)),
  })
}

const ORDER = [
  'no text 订单号|store text 店铺|lines list 明细|total number 应付|off number 优惠|freight number 运费|coupons list 优惠券',
  'address prose 收货地址|stores number 下单前看过的店铺数|paidBy text 支付方式|confirmed yes 已确认收货|arrived yes 确认时已签收',
  'bad yes 不守承诺的店铺|stale yes 旧电话|padded yes 为凑单多付',
]

/** What a rubric may ask of buyers. */
export const mallFacts: Readonly<Record<string, FactDef<MallSlice>>> = {
  order: fact('买家的订单', ORDER, b =>
    b.orders.map(({ lines, coupons, address, bad, stale, padded, confirmSeq: _confirmSeq, ...o }) => ({
      ...o,
      lines: lines.map(l => `${l.sku}×${l.quantity}`),
      coupons: [...coupons],
      address: `${address.name} ${address.phone} ${address.region} ${address.detail}`,
      bad: bad.hidden,
      stale: stale.hidden,
      padded: padded.hidden,
    })),
  ),
  viewed: fact('看过的商品', ['product text 商品|store text 店铺|cat text 类目'], b => b.viewed.map(v => ({ ...v }))),
  searched: fact('搜索', ['q prose 关键词'], b => b.searches.map(x => ({ ...x }))),
  coupon: fact('领到的优惠券', ['coupon text 优惠券|used text 用于订单|expired yes 已过期'], b =>
    b.wallet.map(({ coupon, used, expired, seq }) => ({ coupon, used, expired, seq })),
  ),
  review: fact('评价', ['order text 订单号|stars number 星级|text prose 内容|chars number 字数|pics number 图片数|more prose 追评'], b =>
    b.reviews.map(r => ({ ...r, chars: [...r.text.replace(/\s/g, '')].length })),
  ),
  claim: fact('售后申请', ['claim text 编号|order text 订单号|type text 类型|reason text 原因|amount number 金额'], b =>
    b.claims.map(c => ({ ...c })),
  ),
  invoice: fact('发票申请', ['order text 订单号|title text 抬头|taxNo text 税号'], b => b.invoices.map(i => ({ ...i }))),
  address: fact('收货地址', ['id text 编号|name text 收件人|phone text 电话|region text 地区|detail prose 详细地址|main yes 默认'], b =>
    b.addresses.map(({ stale: _stale, ...a }) => ({ ...a, seq: 0 })),
  ),
}
