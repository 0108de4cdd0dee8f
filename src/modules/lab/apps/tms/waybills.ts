import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { WAYBILL } from './journey.ts'
import { roundTimer } from './pickups.ts'
import { Code, FATES, Fen, Grams, type Offer, Party, type TmsPart, type TmsSlice, type Waybill, parts } from './slice.ts'
import { addressFault, offersFor, waybillNumber } from './tariff.ts'

const Volume = z.int().min(0).max(2_000_000).default(0)
const Ask = z.strictObject({ region: z.string().min(1).max(60), weight: Grams, volume: Volume })
const OfferShape = z.strictObject({ carrier: Code, service: Code, fee: Fen, hours: z.int(), charged: z.int() })

const Make = z.strictObject({
  orderNo: Code,
  carrier: Code,
  service: Code,
  from: Party,
  to: Party,
  goods: z.string().min(1).max(100),
  weight: Grams,
  volume: Volume,
  value: Fen.default(0),
  insured: Fen.default(0),
  cod: Fen.default(0),
  confirm: z.array(z.string()).default([]),
})
type Make = z.output<typeof Make>

/** How a shop hands an order over: with a waybill that was made before, or leaving that to the carrier. */
const Send = z.strictObject({
  orderNo: Code,
  carrier: Code,
  service: Code,
  waybill: Code.nullable().default(null),
  /** Left out or only named: the company's own address. */
  from: z.union([Party, z.string()]).nullable().default(null),
  to: Party,
  weight: Grams,
})

const Made = Make.omit({ confirm: true, volume: true }).extend({
  no: Code,
  issued: z.boolean(),
  charged: z.int(),
  fee: Fen,
  hours: z.int(),
  fate: z.strictObject({ hidden: z.enum(FATES) }),
  astray: z.strictObject({ hidden: z.boolean() }),
})

export function waybillOf(s: Frozen<TmsSlice>, id: string): Frozen<Waybill> | undefined {
  return s.waybills.find(w => w.no === id)
}

function makeFault(s: Frozen<TmsSlice>, data: Make): Refuse | null {
  const sender = addressFault(data.from)
  if (sender !== null) return no(sender, { who: '寄件人' }, 'from')
  const receiver = addressFault(data.to)
  if (receiver !== null) return no(receiver, { who: '收件人' }, 'to')
  const bad = s.prohibited.find(word => data.goods.includes(word))
  if (bad !== undefined) return no('E_PROHIBITED', { word: bad }, 'goods')
  if (data.insured > data.value) return no('E_INSURED', { value: data.value / 100 }, 'insured')
  if (data.value >= s.rules.insureFrom && data.insured < data.value && !data.confirm.includes('W_INSURE'))
    return no('W_INSURE', {}, 'insured')
  return null
}

function offerFor(s: Frozen<TmsSlice>, data: Pick<Make, 'carrier' | 'service' | 'to' | 'weight' | 'volume'>): Offer | Refuse {
  const carrier = s.carriers.find(c => c.code === data.carrier)
  if (carrier?.services.some(v => v.code === data.service) !== true) return no('E_SERVICE', { carrier: data.carrier }, 'service')
  const offer = offersFor(s.carriers, data.to.region, data.weight, data.volume).find(
    o => o.carrier === data.carrier && o.service === data.service,
  )
  return offer ?? no('E_AREA', { region: data.to.region }, 'to')
}

/** Is anybody there? The buyer's own word, which the scenario keeps, against the label. */
export function isAstray(s: Frozen<TmsSlice>, orderNo: string, to: Frozen<Party>): boolean {
  const truth = s.whereabouts.hidden.find(w => w.orderNo === orderNo)
  return truth !== undefined && (truth.phone !== to.phone.trim() || truth.detail !== to.detail.trim())
}

/** Where the carriers' serial numbers of this world begin. */
const SERIALS = 26_030_000

function make(s: Frozen<TmsSlice>, data: Make, ctx: DecideContext): Decision {
  const fault = makeFault(s, data)
  if (fault !== null) return fault
  const offer = offerFor(s, data)
  return 'ok' in offer ? offer : made(s, data, offer, ctx)
}

function made(
  s: Frozen<TmsSlice>,
  data: Make & { readonly no?: string },
  offer: Offer,
  ctx: DecideContext,
): Extract<Decision, { ok: true }> {
  const { volume: _volume, confirm: _confirm, no: brought, ...kept } = data
  const { fee, hours, charged, carrier, service } = offer
  const prefix = s.carriers.find(c => c.code === carrier)?.prefix ?? 'YD'
  const id = brought ?? waybillNumber(prefix, SERIALS + Number(ctx.nextId('WB').slice(2)))
  const fate = s.fates.hidden.find(f => f.orderNo === data.orderNo)?.fate ?? 'ok'
  const truth = { fate: hide(fate), astray: hide(isAstray(s, data.orderNo, data.to)) }
  const issued = brought === undefined
  return happened('waybillMade', { ...kept, carrier, service, no: id, issued, fee, hours, charged, ...truth }, { reply: id })
}

/** The service that is meant, or the carrier's first that goes there, or whoever goes there. */
function nearestOffer(s: Frozen<TmsSlice>, { carrier: name, service, to, weight }: z.output<typeof Send>): Offer {
  const code = s.carriers.find(c => c.code === name || c.name === name)?.code ?? name
  const offers = offersFor(s.carriers, to.region, weight, 0)
  const own = offers.filter(o => o.carrier === code)
  const first = own.find(o => o.service === service) ?? own[0] ?? offers[0]
  return first ?? { carrier: code, service, fee: 0, hours: 72, charged: weight }
}

function send(s: Frozen<TmsSlice>, data: z.output<typeof Send>, ctx: DecideContext): Decision {
  const known = data.waybill === null ? undefined : waybillOf(s, data.waybill)
  if (known !== undefined) {
    if (known.orderNo !== data.orderNo) return no('E_OTHER_ORDER', { id: known.no, orderNo: data.orderNo }, 'waybill')
    const timers =
      known.pickup === null && known.state === 'created' ? [roundTimer(s, ctx.now, { carrier: known.carrier, waybills: [known.no] })] : []
    return happened('sent', { orderNo: data.orderNo, waybill: known.no }, { timers, reply: known.no })
  }
  // a person has to take a number from the carrier; other sellers of the world bring theirs
  if (data.waybill !== null && ctx.personas.some(p => p.id === ctx.by)) return no('E_NONE', { id: data.waybill }, 'waybill')
  const from = data.from === null || typeof data.from === 'string' ? s.sender : data.from
  const offer = nearestOffer(s, data)
  const plain = { goods: '商品', volume: 0, value: 0, insured: 0, cod: 0, confirm: [] }
  const wish = { ...plain, orderNo: data.orderNo, carrier: offer.carrier, service: offer.service, from, to: data.to, weight: data.weight }
  const done = made(s, data.waybill === null ? wish : { ...wish, no: data.waybill }, offer, ctx)
  const id = String(done.reply)
  const sent = { type: 'sent', data: { orderNo: data.orderNo, waybill: id } }
  return { ...done, events: [...done.events, sent], timers: [roundTimer(s, ctx.now, { carrier: offer.carrier, waybills: [id] })] }
}

/** Prices, waybills and labels. */
export const waybills: TmsPart = {
  commands: {
    quote: parts.command({
      zh: '查询运费和时效',
      data: Ask,
      who: 'persona',
      refusals: ['E_AREA'],
      decide: (s, { region, weight, volume }) => {
        const offers = offersFor(s.carriers, region, weight, volume)
        return offers.length === 0 ? no('E_AREA', { region }, 'region') : happened('quoted', { region, weight, offers }, { reply: offers })
      },
    }),
    'waybill.create': parts.command({
      zh: '生成运单',
      data: Make,
      who: 'both',
      refusals: ['E_ADDR_PARSE', 'E_PHONE', 'E_PROHIBITED', 'E_INSURED', 'W_INSURE', 'E_SERVICE', 'E_AREA'],
      decide: make,
    }),
    'waybill.cancel': parts.command({
      zh: '取消运单',
      data: z.strictObject({ waybill: Code }),
      who: 'both',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { waybill: id }) => {
        const waybill = waybillOf(s, id)
        if (waybill === undefined) return no('E_NONE', { id })
        return after(WAYBILL, waybill.state, 'cancel') === undefined
          ? wrongState(WAYBILL, waybill.state)
          : happened('waybillCancelled', { waybill: id })
      },
    }),
    'label.make': parts.command({
      zh: '打印面单',
      data: z.strictObject({ waybill: Code, masked: z.boolean() }),
      who: 'both',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { waybill: id, masked }) => {
        const waybill = waybillOf(s, id)
        if (waybill === undefined) return no('E_NONE', { id })
        if (waybill.state !== 'created') return wrongState(WAYBILL, waybill.state)
        const leak = { after: s.rules.leakAfter, by: 'tms.recipient', type: 'tms.leak', data: { waybill: id }, key: `leak:${id}` }
        return happened('labelMade', { waybill: id, masked }, { cancel: [`leak:${id}`], timers: masked ? [] : [leak] })
      },
    }),
    'track.subscribe': parts.command({
      zh: '订阅物流轨迹',
      data: z.strictObject({ waybill: Code }),
      who: 'both',
      refusals: ['E_NONE'],
      decide: (s, { waybill: id }) =>
        waybillOf(s, id) === undefined ? no('E_NONE', { id }, 'waybill') : happened('subscribed', { waybill: id }),
    }),
    send: parts.command({ zh: '交寄', data: Send, who: 'both', refusals: ['E_NONE', 'E_OTHER_ORDER'], decide: send }),
  },
  events: {
    quoted: parts.event({
      data: z.strictObject({ region: z.string(), weight: z.int(), offers: z.array(OfferShape) }),
      caption: ({ region, weight, offers }, { who }) => `${who}查询寄往${region} ${weight} 克的运费，共 ${offers.length} 种服务`,
      evolve: (s, quote, { at, seq }) => void s.quotes.push({ ...quote, at, seq }),
    }),
    waybillMade: parts.event({
      data: Made,
      caption: ({ no: id, orderNo, carrier }, { who }) => `${who}为订单 ${orderNo} 生成${carrier}运单 ${id}`,
      evolve: (s, data, { at, seq }) => {
        const blank = { state: WAYBILL.initial, label: null, subscribed: false, pickup: null, tracks: [], problems: [], deliveredAt: null }
        s.waybills.push({ ...data, ...blank, madeAt: at, seq })
      },
    }),
    waybillCancelled: parts.event({
      data: z.strictObject({ waybill: Code }),
      caption: ({ waybill }, { who }) => `${who}取消运单 ${waybill}`,
      evolve: (s, { waybill: id }, { seq }) => {
        for (const w of s.waybills) if (w.no === id) Object.assign(w, { state: moved(WAYBILL, w.state, 'cancel'), seq })
      },
    }),
    labelMade: parts.event({
      data: z.strictObject({ waybill: Code, masked: z.boolean() }),
      caption: ({ waybill, masked }, { who }) => `${who}打印运单 ${waybill} 的面单，个人信息${masked ? '已' : '未'}隐去`,
      evolve: (s, { waybill: id, masked }, { seq }) => {
        for (const w of s.waybills) if (w.no === id) Object.assign(w, { label: masked ? 'masked' : 'plain', seq })
      },
    }),
    subscribed: parts.event({
      data: z.strictObject({ waybill: Code }),
      caption: ({ waybill }, { who }) => `${who}订阅运单 ${waybill} 的物流轨迹`,
      evolve: (s, { waybill: id }) => {
        for (const w of s.waybills) if (w.no === id) w.subscribed = true
      },
    }),
    sent: parts.event({
      data: z.strictObject({ orderNo: Code, waybill: Code }),
      caption: ({ orderNo, waybill }, { who }) => `${who}交寄订单 ${orderNo}，运单 ${waybill}`,
      evolve: () => {},
    }),
  },
  refusals: {
    E_AREA: '所选服务不派送“{region}”，请更换承运商或服务。',
    E_ADDR_PARSE: '{who}信息不完整：请写明姓名、省市区和门牌号。',
    E_PHONE: '{who}电话格式不正确，应为 11 位手机号或带区号的座机号。',
    E_PROHIBITED: '物品含“{word}”，属于禁止寄递物品，不能收寄。',
    E_INSURED: '保价金额不能高于物品价值 {value} 元。',
    W_INSURE: '物品价值较高，尚未足额保价，丢失或破损时只能按运费倍数赔偿。如确认不保价，请再次提交。',
    E_SERVICE: '承运商“{carrier}”没有这种服务。',
    E_NONE: '找不到 {id}，请核对单号。',
    E_OTHER_ORDER: '运单 {id} 不属于订单 {orderNo}。',
  },
}
