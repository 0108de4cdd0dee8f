import type { FactDef } from '../../core/app/lab-app.ts'
import { shortestRound } from './accounts.ts'
import { type TmsSlice, parts } from './slice.ts'
import { isWaybillNumber, leastFee } from './tariff.ts'

type Facts = Readonly<Record<string, FactDef<TmsSlice>>>

const parcels: Facts = {
  waybill: parts.fact({
    zh: '运单',
    fields: {
      waybill: { zh: '运单号', type: 'text' },
      order: { zh: '订单', type: 'text' },
      carrier: { zh: '承运商', type: 'text' },
      service: { zh: '服务', type: 'text' },
      name: { zh: '收件人', type: 'text' },
      phone: { zh: '电话', type: 'text' },
      region: { zh: '省市区', type: 'text' },
      detail: { zh: '详细地址', type: 'text' },
      goods: { zh: '物品', type: 'prose' },
      weight: { zh: '重量', type: 'number' },
      fee: { zh: '运费', type: 'number' },
      hours: { zh: '时效', type: 'number' },
      insured: { zh: '保价', type: 'number' },
      cod: { zh: '代收货款', type: 'number' },
      state: { zh: '状态', type: 'text' },
      least: { zh: '满足时效的最低运费', type: 'number' },
      best: { zh: '满足时效且费用最低', type: 'yes' },
      labelled: { zh: '已打印面单', type: 'yes' },
      masked: { zh: '面单已脱敏', type: 'yes' },
      reachable: { zh: '收件信息有效', type: 'yes' },
      valid: { zh: '校验位正确', type: 'yes' },
      subscribed: { zh: '已订阅轨迹', type: 'yes' },
    },
    rows: s =>
      s.waybills
        .filter(w => w.state !== 'cancelled')
        .map(w => {
          const least = leastFee(s, w)
          const promise = s.promises.find(p => p.orderNo === w.orderNo)?.hours ?? Number.MAX_SAFE_INTEGER
          return {
            waybill: w.no,
            order: w.orderNo,
            carrier: w.carrier,
            service: w.service,
            ...w.to,
            goods: w.goods,
            weight: w.weight,
            fee: w.fee,
            hours: w.hours,
            insured: w.insured,
            cod: w.cod,
            state: w.state,
            least,
            best: w.hours <= promise && w.fee === least,
            labelled: w.label !== null,
            masked: w.label === 'masked',
            reachable: !w.astray.hidden,
            valid: isWaybillNumber(w.no),
            subscribed: w.subscribed,
            seq: w.seq,
          }
        }),
  }),
  track: parts.fact({
    zh: '物流轨迹',
    fields: {
      waybill: { zh: '运单号', type: 'text' },
      order: { zh: '订单', type: 'text' },
      code: { zh: '代码', type: 'number' },
      place: { zh: '地点', type: 'text' },
      at: { zh: '时间', type: 'time' },
    },
    rows: s => s.waybills.flatMap(w => w.tracks.map(t => ({ waybill: w.no, order: w.orderNo, ...t }))),
  }),
  pickup: parts.fact({
    zh: '揽收预约',
    fields: {
      pickup: { zh: '预约', type: 'text' },
      carrier: { zh: '承运商', type: 'text' },
      waybills: { zh: '运单', type: 'list' },
      due: { zh: '时间', type: 'time' },
      state: { zh: '状态', type: 'text' },
    },
    rows: s => s.pickups.map(({ id, ...p }) => ({ pickup: id, ...p })),
  }),
  quote: parts.fact({
    zh: '运费查询',
    fields: { region: { zh: '寄往', type: 'text' }, weight: { zh: '重量', type: 'number' }, offers: { zh: '服务', type: 'list' } },
    rows: s =>
      s.quotes.map(({ region, weight, offers, seq }) => ({ region, weight, offers: offers.map(o => `${o.carrier}/${o.service}`), seq })),
  }),
}

const after: Facts = {
  exception: parts.fact({
    zh: '异常件',
    fields: {
      waybill: { zh: '运单号', type: 'text' },
      order: { zh: '订单', type: 'text' },
      kind: { zh: '异常', type: 'text' },
      action: { zh: '处理', type: 'text' },
      took: { zh: '处理用时（秒）', type: 'number' },
      outcome: { zh: '最终状态', type: 'text' },
    },
    rows: s =>
      s.waybills.flatMap(w =>
        w.problems.map(({ kind, at, action, handledAt, seq }) => {
          const took = handledAt === null ? null : handledAt - at
          return { waybill: w.no, order: w.orderNo, kind, action, took, outcome: w.state, seq }
        }),
      ),
  }),
  claim: parts.fact({
    zh: '索赔',
    fields: {
      waybill: { zh: '运单号', type: 'text' },
      kind: { zh: '类型', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      evidence: { zh: '证据', type: 'list' },
      state: { zh: '结果', type: 'text' },
    },
    rows: s => s.claims.map(({ at: _at, ...c }) => ({ ...c })),
  }),
  route: parts.fact({
    zh: '配送路线',
    fields: {
      vehicle: { zh: '车辆', type: 'text' },
      stops: { zh: '顺序', type: 'list' },
      metres: { zh: '米数', type: 'number' },
      least: { zh: '最短米数', type: 'number' },
    },
    rows: s => s.routes.map(({ vehicle, stops, metres, seq }) => ({ vehicle, stops, metres, least: shortestRound(s), seq })),
  }),
  bill: parts.fact({
    zh: '运费账单',
    fields: {
      row: { zh: '账单行', type: 'text' },
      waybill: { zh: '运单号', type: 'text' },
      fee: { zh: '运费', type: 'number' },
      verdict: { zh: '核对结论', type: 'text' },
      truth: { zh: '实际情况', type: 'text' },
      right: { zh: '核对正确', type: 'yes' },
    },
    rows: s =>
      s.bill.map(({ id, waybill, fee, verdict, answer, seq }) => {
        return { row: id, waybill, fee, verdict, truth: answer.hidden, right: verdict === answer.hidden, seq }
      }),
  }),
  settled: parts.fact({
    zh: '代收货款结算',
    fields: { carrier: { zh: '承运商', type: 'text' }, amount: { zh: '金额', type: 'number' }, waybills: { zh: '运单', type: 'list' } },
    rows: s => s.settled.map(x => ({ ...x })),
  }),
}

/** What a rubric may ask of the carriers. */
export const tmsFacts: Facts = { ...parcels, ...after }
