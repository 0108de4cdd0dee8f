import type { Frozen } from '../../../../kernel/brand.ts'
import { z } from 'zod'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { appId } from '../../core/world/ids.ts'
import { bids } from './bids.ts'
import { deals } from './deals.ts'
import { ending } from './ending.ts'
import { auctionFacts } from './facts.ts'
import { dealOf } from './lookup.ts'
import { lotTimers, lots } from './lots.ts'
import { DEAL, LOT } from './machines.ts'
import { AuctionConfig, type AuctionSlice, Code, parts, seedAuction } from './slice.ts'
import { traders } from './traders.ts'
import { auctionView } from './view.ts'

/** Money that is frozen, owned or held; what left for the payment platform was never here. */
function moneyFault(s: Frozen<AuctionSlice>): string | null {
  const sum = s.people.reduce((n, p) => n + p.balance + p.frozen, 0) + s.escrow
  if (sum !== s.total) return `${sum} there, ${s.total} at first`
  const poor = s.people.find(p => p.balance < 0 || p.frozen < 0)
  return poor === undefined ? null : `${poor.who} has less than nothing`
}

function frozenFault(s: Frozen<AuctionSlice>): string | null {
  const wrong = s.people.find(p => {
    const sum = s.deposits.reduce((n, d) => n + (d.who === p.who && d.state === 'frozen' ? d.amount : 0), 0)
    return sum !== p.frozen
  })
  return wrong === undefined ? null : `${wrong.who} has frozen ${wrong.frozen}, deposits say otherwise`
}

function proxyFault(s: Frozen<AuctionSlice>): string | null {
  const over = s.lots.find(l => l.proxies.some(p => l.bids.some(b => b.auto && b.who === p.who && b.amount > p.max.hidden)))
  return over === undefined ? null : `a proxy on ${over.no} was passed`
}

function priceFault(s: Frozen<AuctionSlice>): string | null {
  const down = s.lots.find(l => l.kind === 'english' && l.bids.some((b, i) => i > 0 && b.amount < (l.bids[i - 1]?.amount ?? 0)))
  return down === undefined ? null : `a bid on ${down.no} is below the one before`
}

/** 拍卖: lots of five kinds, proxies, envelopes, deposits, deals and ratings. */
export const auctionSpec: AppSpec<AuctionSlice> = {
  id: appId('auction'),
  version: '1.0.0',
  zh: '拍卖',
  host: 'pai.lab.test',
  requires: [],
  config: AuctionConfig,
  seed: (config: AuctionConfig, { start }) => seedAuction(config, start),
  opening: s => lotTimers(s),
  commands: { ...lots.commands, ...bids.commands, ...ending.commands, ...deals.commands },
  events: { ...lots.events, ...bids.events, ...ending.events, ...deals.events },
  ports: { paid: 'paid', delivered: 'delivered' },
  asks: {
    /** Where a deal stands; null for a number that is none. */
    deal: parts.asked(z.strictObject({ deal: Code }), (s, { deal: id }) => {
      const deal = dealOf(s, id)
      return deal === undefined ? null : { state: deal.state, buyer: deal.buyer, seller: deal.seller, amount: deal.amount }
    }),
  },
  agents: { 'auction.house': '拍卖行', 'auction.courier': '快递员' },
  policies: traders,
  machines: { lot: LOT, deal: DEAL },
  view: (s, { persona }) => auctionView(s, persona),
  facts: auctionFacts,
  traps: {
    greedy: parts.trap({
      zh: '保留价定得过高，拍品流拍',
      sprung: s => s.lots.flatMap(l => (l.person && l.state === 'unsold' && l.bids.length > 0 ? [l.seq] : [])),
    }),
    unpaid: parts.trap({
      zh: '拍下不付款，保证金被罚没',
      sprung: s => s.deposits.flatMap(d => (d.person && d.state === 'forfeited' ? [d.seq] : [])),
    }),
    judgedBadly: parts.trap({
      zh: '顺利完成的交易给了差评',
      sprung: s =>
        s.ratings.flatMap(r => (r.person && r.score === 'bad' && s.deals.some(d => d.no === r.deal && d.state === 'done') ? [r.seq] : [])),
    }),
  },
  consequences: {
    outbid: { zh: '出价被别人超过', cause: 'auction.bidPlaced', effect: 'auction.outbid' },
    won: { zh: '出价保持领先，到时成交', cause: 'auction.bidPlaced', effect: 'auction.sold' },
    unsold: { zh: '保留价过高或无人出价，流拍', cause: 'auction.lotStarted', effect: 'auction.unsold' },
    defaulted: { zh: '成交后没有付款，保证金罚没', cause: 'auction.bidPlaced', effect: 'auction.defaulted' },
    late: { zh: '收款后迟迟不发货，被投诉', cause: 'auction.lotStarted', effect: 'auction.shipLate' },
    rated: { zh: '发货后买家收货并评价', cause: 'auction.shipped', effect: 'auction.rated' },
  },
  invariants: [
    parts.invariant({ id: 'money', broken: moneyFault }),
    parts.invariant({ id: 'frozen', broken: frozenFault }),
    parts.invariant({ id: 'proxies', broken: proxyFault }),
    parts.invariant({ id: 'prices', broken: priceFault }),
  ],
  refusals: { ...lots.refusals, ...bids.refusals, ...ending.refusals, ...deals.refusals },
}

export const auction: LabApp = defineApp(auctionSpec)
