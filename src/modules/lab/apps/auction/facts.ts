import type { FactDef } from '../../core/app/lab-app.ts'
import { type AuctionSlice, parts } from './slice.ts'

/** What a rubric may ask of the auction house. */
export const auctionFacts: Readonly<Record<string, FactDef<AuctionSlice>>> = {
  lot: parts.fact({
    zh: '拍品',
    fields: {
      lot: { zh: '编号', type: 'text' },
      seller: { zh: '卖家', type: 'text' },
      title: { zh: '标题', type: 'text' },
      text: { zh: '描述', type: 'prose' },
      category: { zh: '类目', type: 'text' },
      kind: { zh: '方式', type: 'text' },
      start: { zh: '起拍价', type: 'number' },
      reserve: { zh: '保留价', type: 'number' },
      step: { zh: '加价幅度', type: 'number' },
      buyNow: { zh: '一口价', type: 'number' },
      hours: { zh: '时长（小时）', type: 'number' },
      deposit: { zh: '保证金', type: 'number' },
      shipFee: { zh: '运费', type: 'number' },
      quantity: { zh: '件数', type: 'number' },
      state: { zh: '状态', type: 'text' },
      price: { zh: '当前价', type: 'number' },
      leader: { zh: '领先者', type: 'text' },
      bids: { zh: '出价次数', type: 'number' },
      extended: { zh: '延时次数', type: 'number' },
    },
    rows: s =>
      s.lots.map(({ no, description, reserve, bids, seq, seller, title, category, kind, start, step, buyNow, ...l }) => ({
        lot: no,
        seller,
        title,
        text: description,
        category,
        kind,
        start,
        reserve: reserve.hidden,
        step,
        buyNow,
        hours: l.hours,
        deposit: l.deposit,
        shipFee: l.shipFee,
        quantity: l.quantity,
        state: l.state,
        price: l.price,
        leader: l.leader,
        bids: bids.length,
        extended: l.extended,
        seq,
      })),
  }),
  bid: parts.fact({
    zh: '出价',
    fields: {
      lot: { zh: '拍品', type: 'text' },
      who: { zh: '竞买人', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      auto: { zh: '代理出价', type: 'yes' },
      at: { zh: '时间', type: 'time' },
    },
    rows: s => s.lots.flatMap(l => l.bids.map(({ who, amount, auto, at, seq }) => ({ lot: l.no, who, amount, auto, at, seq }))),
  }),
  proxy: parts.fact({
    zh: '代理出价',
    fields: {
      lot: { zh: '拍品', type: 'text' },
      who: { zh: '竞买人', type: 'text' },
      max: { zh: '上限', type: 'number' },
      kept: { zh: '从未超过上限', type: 'yes' },
    },
    rows: s =>
      s.lots.flatMap(l =>
        l.proxies.map(({ who, max, seq }) => {
          const kept = l.bids.every(b => b.who !== who || !b.auto || b.amount <= max.hidden)
          return { lot: l.no, who, max: max.hidden, kept, seq }
        }),
      ),
  }),
  deal: parts.fact({
    zh: '成交单',
    fields: {
      deal: { zh: '编号', type: 'text' },
      lot: { zh: '拍品', type: 'text' },
      seller: { zh: '卖家', type: 'text' },
      buyer: { zh: '买家', type: 'text' },
      amount: { zh: '应付', type: 'number' },
      state: { zh: '状态', type: 'text' },
      paid: { zh: '已付款', type: 'yes' },
      paidAt: { zh: '付款时间', type: 'time' },
      carrier: { zh: '承运商', type: 'text' },
      waybill: { zh: '运单号', type: 'text' },
      shippedAt: { zh: '发货时间', type: 'time' },
    },
    rows: s =>
      s.deals.map(d => ({
        deal: d.no,
        lot: d.lot,
        seller: d.seller,
        buyer: d.buyer,
        amount: d.amount,
        state: d.state,
        paid: d.paidAt !== null,
        paidAt: d.paidAt,
        carrier: d.carrier,
        waybill: d.waybill,
        shippedAt: d.shippedAt,
        seq: d.seq,
      })),
  }),
  rating: parts.fact({
    zh: '评价',
    fields: {
      deal: { zh: '成交单', type: 'text' },
      from: { zh: '评价人', type: 'text' },
      to: { zh: '被评价人', type: 'text' },
      score: { zh: '等级', type: 'text' },
      text: { zh: '内容', type: 'prose' },
    },
    rows: s => s.ratings.map(({ person: _person, ...r }) => r),
  }),
  deposit: parts.fact({
    zh: '保证金',
    fields: {
      lot: { zh: '拍品', type: 'text' },
      who: { zh: '缴纳人', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      state: { zh: '去向', type: 'text' },
    },
    rows: s => s.deposits.map(({ person: _person, ...d }) => d),
  }),
  person: parts.fact({
    zh: '会员',
    fields: {
      who: { zh: '会员', type: 'text' },
      verified: { zh: '已实名', type: 'yes' },
      balance: { zh: '余额', type: 'number' },
      frozen: { zh: '冻结', type: 'number' },
    },
    rows: s => s.people.map(({ who, verified, balance, frozen, seq }) => ({ who, verified, balance, frozen, seq })),
  }),
}
