import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { worldTime } from '../../core/world/ids.ts'
import { bidderFault, isPerson, lotOf, personOf, yuan } from './lookup.ts'
import { LOT } from './machines.ts'
import { type AuctionPart, type AuctionSlice, Code, KIND_WORDS, Kind, type Lot, LotBody, newLot, parts } from './slice.ts'

const HOUR = 3600
/** Identity numbers of GB 11643-1999: weights of the seventeen digits, and the sign for each remainder modulo 11. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const sum = ID_WEIGHTS.reduce((n, weight, i) => n + weight * Number(text[i]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** What is wrong with a lot before it may be published; null when nothing is. */
function bodyFault(s: Frozen<AuctionSlice>, b: LotBody): Refuse | null {
  const bad = s.banned.find(word => b.title.includes(word) || b.description.includes(word))
  if (bad !== undefined) return no('E_BANNED', { word: bad }, 'title')
  if ([...b.title].length < 4 || [...b.title].length > 30) return no('E_TITLE', {}, 'title')
  if (b.hours < 1 || b.hours > s.rules.mostHours) return no('E_WINDOW', { days: Math.floor(s.rules.mostHours / 24) }, 'hours')
  if ((b.kind === 'english' || b.kind === 'dutch') && b.step <= 0) return no('E_STEP0', {}, 'step')
  const upward = b.kind === 'english' || b.kind === 'sealed' || b.kind === 'multi'
  if (b.reserve !== null && upward && b.reserve < b.start) return no('E_RESERVE', { start: yuan(b.start) }, 'reserve')
  if (b.reserve !== null && b.kind === 'dutch' && b.reserve > b.start) return no('E_FLOOR', { start: yuan(b.start) }, 'reserve')
  if (b.kind === 'multi' && b.quantity < 2) return no('E_QUANTITY', {}, 'quantity')
  const least = Math.max(b.start, b.reserve ?? 0)
  return b.buyNow !== null && b.kind === 'english' && b.buyNow <= least ? no('E_BUY_NOW', { least: yuan(least) }, 'buyNow') : null
}

/** The hammer. It is set anew at every bid, so that what follows from it rests on the last bid. */
export function endTimer(lot: Pick<Frozen<Lot>, 'no' | 'title'>, endsAt: number): TimerWish {
  const at = worldTime(endsAt)
  return { at, by: 'auction.house', type: 'auction.lot.end', data: { lot: lot.no }, known: `“${lot.title}”竞价结束`, key: `end:${lot.no}` }
}

function startTimer(no_: string, title: string, startsAt: number): TimerWish {
  const at = worldTime(startsAt)
  return { at, by: 'auction.house', type: 'auction.lot.start', data: { lot: no_ }, known: `“${title}”开拍`, key: `start:${no_}` }
}

/** Lots that others have announced when the world begins. */
export function lotTimers(s: Frozen<AuctionSlice>): readonly TimerWish[] {
  return s.lots.map(l => startTimer(l.no, l.title, l.startsAt))
}

/** What an auction going on brings with it: its end, and the steps down of a Dutch one. */
function runningTimers(lot: Pick<Frozen<Lot>, 'no' | 'title' | 'kind' | 'every'>, endsAt: number): TimerWish[] {
  const fall = { after: lot.every, by: 'auction.house', type: 'auction.lot.fall', data: { lot: lot.no }, key: `fall:${lot.no}` }
  return [endTimer(lot, endsAt), ...(lot.kind === 'dutch' ? [fall] : [])]
}

const Publish = LotBody.extend({ startAfter: z.int().min(0).max(604_800).default(0) })

function publish(s: Frozen<AuctionSlice>, { startAfter, ...body }: z.output<typeof Publish>, ctx: DecideContext): Decision {
  if (personOf(s, ctx.by)?.verified !== true) return no('E_VERIFY')
  const fault = bodyFault(s, body)
  if (fault !== null) return fault
  const id = ctx.nextId('LOT')
  const startsAt = ctx.now + startAfter
  const { reserve, ...open } = body
  const published = { ...open, limits: hide({ reserve }), no: id, seller: ctx.by, person: isPerson(ctx), startsAt }
  if (startAfter > 0) return happened('lotPublished', published, { timers: [startTimer(id, body.title, startsAt)], reply: id })
  const events = [
    { type: 'lotPublished', data: published },
    { type: 'lotStarted', data: { lot: id, kind: body.kind } },
  ]
  return { ok: true, events, timers: runningTimers({ ...body, no: id }, startsAt + body.hours * HOUR), reply: id }
}

const Edit = LotBody.extend({ lot: Code })

/** A lot of one's own on which nobody has bid. */
function ownFault(lot: Frozen<Lot> | undefined, id: string, ctx: DecideContext, trigger: string): Refuse | null {
  if (lot === undefined || lot.seller !== ctx.by) return no('E_NONE', { id }, 'lot')
  if (after(LOT, lot.state, trigger) === undefined) return wrongState(LOT, lot.state)
  return lot.bids.length + lot.sealed.length > 0 ? no('E_HAS_BIDS', { lot: id }) : null
}

const Stored = LotBody.omit({ reserve: true }).extend({
  limits: z.strictObject({ hidden: z.strictObject({ reserve: z.int().nullable() }) }),
  no: Code,
  seller: Code,
  person: z.boolean(),
  startsAt: z.int(),
})

/** Publishing lots, and the deposit before bidding. */
export const lots: AuctionPart = {
  commands: {
    verify: parts.command({
      zh: '实名认证',
      data: z.strictObject({ name: z.string().min(1).max(40), idNo: z.string().max(18) }),
      who: 'persona',
      refusals: ['E_ID', 'E_VERIFIED'],
      decide: (s, { name, idNo }, ctx) => {
        const person = personOf(s, ctx.by)
        if (person?.verified === true) return no('E_VERIFIED')
        const right = isIdNumber(idNo) && person?.name === name && (person.idNo.hidden === '' || person.idNo.hidden === idNo)
        return right ? happened('verified', { who: ctx.by }) : no('E_ID', {}, 'idNo')
      },
    }),
    'lot.publish': parts.command({
      zh: '发布拍品',
      data: Publish,
      who: 'both',
      refusals: ['E_VERIFY', 'E_BANNED', 'E_TITLE', 'E_WINDOW', 'E_STEP0', 'E_RESERVE', 'E_FLOOR', 'E_QUANTITY', 'E_BUY_NOW'],
      decide: publish,
    }),
    'lot.edit': parts.command({
      zh: '修改拍品',
      data: Edit,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_HAS_BIDS', 'E_RESERVE'],
      decide: (s, { lot: id, ...body }, ctx) => {
        const lot = lotOf(s, id)
        const fault = ownFault(lot, id, ctx, 'edit') ?? bodyFault(s, body)
        if (fault !== null || lot === undefined) return fault ?? no('E_NONE', { id })
        const { reserve, ...open } = body
        const data = { ...open, limits: hide({ reserve }), no: id, seller: lot.seller, person: lot.person, startsAt: lot.startsAt }
        const endsAt = lot.startsAt + body.hours * HOUR
        if (endsAt <= ctx.now) return no('E_WINDOW', { days: Math.floor(s.rules.mostHours / 24) }, 'hours')
        const running = lot.state === 'running'
        return happened(
          'lotEdited',
          data,
          running ? { cancel: [`end:${id}`, `fall:${id}`], timers: runningTimers({ ...body, no: id }, endsAt) } : {},
        )
      },
    }),
    'lot.cancel': parts.command({
      zh: '撤拍',
      data: z.strictObject({ lot: Code }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_HAS_BIDS'],
      decide: (s, { lot: id }, ctx) =>
        ownFault(lotOf(s, id), id, ctx, 'cancel') ??
        happened('lotCancelled', { lot: id }, { cancel: [`end:${id}`, `fall:${id}`, `start:${id}`] }),
    }),
    'lot.start': parts.command({
      zh: '开拍',
      data: z.strictObject({ lot: Code }),
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { lot: id }) => {
        const lot = lotOf(s, id)
        if (lot === undefined || after(LOT, lot.state, 'start') === undefined) return wrongState(LOT, lot?.state ?? 'cancelled')
        return happened('lotStarted', { lot: id, kind: lot.kind }, { timers: runningTimers(lot, lot.endsAt) })
      },
    }),
    'deposit.pay': parts.command({
      zh: '缴纳保证金',
      data: z.strictObject({ lot: Code }),
      who: 'both',
      refusals: ['E_NONE', 'E_ENDED', 'E_SELF', 'E_VERIFY', 'E_NO_DEPOSIT', 'E_BALANCE'],
      decide: (s, { lot: id }, ctx) => {
        const lot = lotOf(s, id)
        const fault = bidderFault(s, lot, ctx, id)
        if (fault !== null && fault.code !== 'E_DEPOSIT') return fault
        if (lot === undefined || fault === null) return no('E_NO_DEPOSIT', { lot: id })
        const person = personOf(s, ctx.by)
        if (person === undefined || person.balance < lot.deposit) return no('E_BALANCE', { balance: yuan(person?.balance ?? 0) })
        return happened('deposited', { lot: id, who: ctx.by, person: isPerson(ctx), amount: lot.deposit })
      },
    }),
  },
  events: {
    verified: parts.event({
      data: z.strictObject({ who: Code }),
      caption: (_d, { who }) => `${who}通过实名认证`,
      evolve: (s, { who }, { seq }) => {
        for (const p of s.people) if (p.who === who) Object.assign(p, { verified: true, seq })
      },
    }),
    lotPublished: parts.event({
      data: Stored,
      caption: ({ title, kind }, { who }) => `${who}发布拍品“${title}”（${KIND_WORDS[kind] ?? kind}）`,
      evolve: (s, { limits, ...lot }, { seq }) => void s.lots.push(newLot({ ...lot, reserve: limits.hidden.reserve }, seq)),
    }),
    lotEdited: parts.event({
      data: Stored,
      caption: ({ title }, { who }) => `${who}修改拍品“${title}”`,
      evolve: (s, { limits, ...lot }, { seq }) => {
        const state = s.lots.find(l => l.no === lot.no)?.state ?? LOT.initial
        s.lots = s.lots.map(l => (l.no === lot.no ? { ...newLot({ ...lot, reserve: limits.hidden.reserve }, seq), state } : l))
      },
    }),
    lotCancelled: parts.event({
      data: z.strictObject({ lot: Code }),
      caption: ({ lot }, { who }) => `${who}撤回拍品 ${lot}`,
      evolve: (s, { lot: id }, { seq }) => {
        for (const l of s.lots) if (l.no === id) Object.assign(l, { state: moved(LOT, l.state, 'cancel'), seq })
        release(s, id, [])
      },
    }),
    lotStarted: parts.event({
      data: z.strictObject({ lot: Code, kind: Kind }),
      caption: ({ lot }) => `拍品 ${lot} 开拍`,
      evolve: (s, { lot: id }, { seq }) => {
        for (const l of s.lots) if (l.no === id) Object.assign(l, { state: moved(LOT, l.state, 'start'), seq })
      },
    }),
    deposited: parts.event({
      data: z.strictObject({ lot: Code, who: Code, person: z.boolean(), amount: z.int() }),
      caption: ({ lot, amount }, { who }) => `${who}为拍品 ${lot} 缴纳保证金 ${yuan(amount)} 元`,
      evolve: (s, { lot, who, person: own, amount }, { seq }) => {
        const person = s.people.find(p => p.who === who)
        if (person !== undefined) Object.assign(person, { balance: person.balance - amount, frozen: person.frozen + amount })
        s.deposits.push({ lot, who, person: own, amount, state: 'frozen', seq })
      },
    }),
  },
  refusals: {
    E_ID: '姓名与身份证号不符，或身份证号校验位错误，请核对。',
    E_VERIFIED: '您已完成实名认证。',
    E_VERIFY: '请先完成实名认证。',
    E_BANNED: '标题或描述含违禁词“{word}”，请修改。',
    E_TITLE: '标题应为 4 至 30 个字。',
    E_WINDOW: '竞价时长应为 1 小时至 {days} 天，且结束时间不能早于现在。',
    E_STEP0: '请设置大于零的加价（降价）幅度。',
    E_RESERVE: '保留价不能低于起拍价 {start} 元。',
    E_FLOOR: '荷兰式拍卖的底价不能高于起拍价 {start} 元。',
    E_QUANTITY: '多件拍卖至少应有 2 件。',
    E_BUY_NOW: '一口价应高于起拍价和保留价（{least} 元）。',
    E_NONE: '找不到 {id}，请核对编号。',
    E_HAS_BIDS: '拍品 {lot} 已有人出价，不能修改或撤回。',
    E_ENDED: '拍品当前为“{state}”或已到截止时间，不能出价。',
    E_SELF: '不能对自己的拍品出价。',
    E_DEPOSIT: '请先缴纳保证金 {deposit} 元。',
    E_NO_DEPOSIT: '拍品 {lot} 无需缴纳保证金，或您已缴纳。',
    E_BALANCE: '账户余额不足，当前余额 {balance} 元。',
  },
}

/** Gives deposits on a lot back to everybody but those who still owe its price. */
export function release(s: AuctionSlice, lot: string, owing: readonly string[]): void {
  for (const d of s.deposits.filter(x => x.lot === lot && x.state === 'frozen' && !owing.includes(x.who))) {
    const person = s.people.find(p => p.who === d.who)
    if (person !== undefined) Object.assign(person, { balance: person.balance + d.amount, frozen: person.frozen - d.amount })
    d.state = 'released'
  }
}
