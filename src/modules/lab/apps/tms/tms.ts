import { z } from 'zod'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { accounts } from './accounts.ts'
import { tmsFacts } from './facts.ts'
import { WAYBILL } from './journey.ts'
import { pickups } from './pickups.ts'
import { road } from './road.ts'
import { Code, TmsConfig, type TmsSlice, parts, seedTms } from './slice.ts'
import { isWaybillNumber, offersFor } from './tariff.ts'
import { troubles } from './troubles.ts'
import { tmsView } from './view.ts'
import { waybills } from './waybills.ts'

/** 物流配送: prices, waybills, labels, the way of a parcel, exceptions, claims, rounds, bills. */
export const tmsSpec: AppSpec<TmsSlice> = {
  id: appId('tms'),
  version: '1.0.0',
  zh: '物流配送',
  host: 'kd.lab.test',
  requires: [],
  config: TmsConfig,
  seed: (config: TmsConfig) => seedTms(config),
  commands: { ...waybills.commands, ...pickups.commands, ...road.commands, ...troubles.commands, ...accounts.commands },
  events: { ...waybills.events, ...pickups.events, ...road.events, ...troubles.events, ...accounts.events },
  ports: { send: 'send', subscribe: 'track.subscribe' },
  asks: {
    /** Where a parcel stands; null for a number nobody has given out. */
    waybill: parts.asked(z.strictObject({ waybill: Code }), (s, { waybill }) => {
      const found = s.waybills.find(w => w.no === waybill && w.state !== 'cancelled')
      if (found === undefined) return null
      const tracks = found.tracks.map(({ code, place, at }) => ({ code, place, at }))
      return { state: found.state, orderNo: found.orderNo, carrier: found.carrier, service: found.service, fee: found.fee, tracks }
    }),
    /** Services that go to a region, with their price in 分 and hours. */
    quote: parts.asked(
      z.strictObject({ to: z.string(), weight: z.int().min(1), volume: z.int().min(0).default(0) }),
      (s, { to, weight, volume }) => offersFor(s.carriers, to, weight, volume) as unknown as Json,
    ),
  },
  agents: { 'tms.courier': '快递员', 'tms.carrier': '承运商客服', 'tms.recipient': '收件人' },
  policies: {},
  machines: { waybill: WAYBILL },
  view: (s, { now }) => tmsView(s, now),
  facts: tmsFacts,
  traps: {
    plain: parts.trap({
      zh: '面单没有隐去个人信息就交寄',
      sprung: s => s.waybills.flatMap(w => (w.label === 'plain' && w.state !== 'created' && w.state !== 'cancelled' ? [w.seq] : [])),
    }),
    astray: parts.trap({
      zh: '按旧地址或旧电话交寄',
      sprung: s => s.waybills.flatMap(w => w.problems.filter(p => p.kind.includes('地址')).map(p => p.seq)),
    }),
    uninsured: parts.trap({
      zh: '高价值物品没有保价',
      sprung: s => s.waybills.flatMap(w => (w.value >= s.rules.insureFrom && w.insured < w.value ? [w.seq] : [])),
    }),
  },
  consequences: {
    astray: { zh: '收件信息有误，派送异常', cause: 'tms.pickupBooked', effect: 'tms.exceptionRaised' },
    missed: { zh: '预约了揽收却没有交接，快递员空跑', cause: 'tms.pickupBooked', effect: 'tms.pickupMissed' },
    leaked: { zh: '面单未脱敏，收件人信息泄露', cause: 'tms.labelMade', effect: 'tms.leaked' },
    urged: { zh: '异常件一天没有处理，收件人来催', cause: 'tms.pickupBooked', effect: 'tms.urged' },
    answered: { zh: '索赔按证据得到答复', cause: 'tms.claimed', effect: 'tms.claimAnswered' },
    billAnswered: { zh: '账单异议得到答复', cause: 'tms.billAudited', effect: 'tms.billAnswered' },
  },
  invariants: [
    parts.invariant({
      id: 'numbers',
      broken: s => {
        const wrong = s.waybills.find(w => !isWaybillNumber(w.no))
        if (wrong !== undefined) return `waybill ${wrong.no} has a wrong check digit`
        return new Set(s.waybills.map(w => w.no)).size < s.waybills.length ? 'two waybills of one number' : null
      },
    }),
    parts.invariant({
      id: 'claims',
      broken: s => {
        const over = s.claims.find(c => s.waybills.every(w => w.no !== c.waybill))
        return over === undefined ? null : `a claim for ${over.waybill}, which is no waybill`
      },
    }),
  ],
  refusals: { ...waybills.refusals, ...pickups.refusals, ...road.refusals, ...troubles.refusals, ...accounts.refusals },
}

export const tms: LabApp = defineApp(tmsSpec)
