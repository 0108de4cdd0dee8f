import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { dayText } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { because, ownWallet, passwordFault } from './lookup.ts'
import { Amount, OUTSIDE, type PayPart, type PaySlice, move, parts } from './slice.ts'
import { yuan } from './trades.ts'

const CARD = /^\d{16,19}$/
const Flow = z.strictObject({ card: z.string(), amount: Amount, password: z.string() })
const Moved = z.strictObject({ wallet: z.string(), card: z.string(), amount: Amount })

function isLuhn(no: string): boolean {
  const sum = [...no].toReversed().reduce((n, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return n + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** In whose name a card is: the bank of this world says so, or the scenario; null when nobody knows. */
function holderOf(s: Frozen<PaySlice>, ctx: DecideContext, card: string): string | null {
  const told = ctx.has('bank') ? (ctx.ask('bank.owner', card) as string | null) : null
  return told ?? s.holders.hidden[`card-${card}`] ?? null
}

function withdrawnToday(s: Frozen<PaySlice>, wallet: string, now: number): number {
  const today = dayText(worldTime(now))
  const lines = s.ledger.filter(l => l.account === wallet && l.kind === '提现' && dayText(worldTime(l.at)) === today)
  return lines.reduce((sum, l) => sum - l.amount, 0)
}

/** One's own account with the platform: name, cards, money in and out. */
export const wallets: PayPart = {
  commands: {
    register: parts.command({
      zh: '注册支付账户',
      data: z.strictObject({ name: z.string().min(1).max(30), password: z.string().max(40) }),
      who: 'persona',
      refusals: ['E_HAS_WALLET', 'E_WEAK'],
      decide: (s, { name, password }, ctx) => {
        if (ownWallet(s, ctx) !== undefined) return no('E_HAS_WALLET')
        if (!/^\d{6}$/.test(password) || /^(\d)\1{5}$|^123456$|^654321$/.test(password)) return no('E_WEAK', {}, 'password')
        return happened('registered', { id: `u.${ctx.persona}`, persona: ctx.persona, name, password: { hidden: password } })
      },
    }),
    verify: parts.command({
      zh: '实名认证',
      data: z.strictObject({ name: z.string().min(1).max(30), idNo: z.string() }),
      who: 'persona',
      refusals: ['E_NO_WALLET', 'E_NAME_ID'],
      decide: (s, { name, idNo }, ctx) => {
        const wallet = ownWallet(s, ctx)
        if (wallet === undefined) return no('E_NO_WALLET')
        return s.residents.hidden[`id-${idNo}`] === name ? happened('verified', { wallet: wallet.id, name }) : no('E_NAME_ID', {}, 'idNo')
      },
    }),
    'card.bind': parts.command({
      zh: '绑定银行卡',
      data: z.strictObject({ card: z.string() }),
      who: 'persona',
      refusals: ['E_NO_WALLET', 'E_UNVERIFIED', 'E_BIN', 'E_NAME', 'E_BOUND'],
      decide: (s, { card }, ctx) => {
        const wallet = ownWallet(s, ctx)
        if (wallet === undefined) return no('E_NO_WALLET')
        if (!wallet.verified) return no('E_UNVERIFIED')
        if (!CARD.test(card) || !isLuhn(card)) return no('E_BIN', {}, 'card')
        if (holderOf(s, ctx, card) !== wallet.name) return no('E_NAME', { name: wallet.name }, 'card')
        return wallet.cards.includes(card) ? no('E_BOUND', {}, 'card') : happened('cardBound', { wallet: wallet.id, card })
      },
    }),
    topup: parts.command({
      zh: '充值',
      data: Flow,
      who: 'persona',
      refusals: ['E_NO_WALLET', 'E_LOCKED', 'E_NO_CARD', 'E_BANK'],
      decide: (s, { card, amount, password }, ctx) => {
        const wallet = ownWallet(s, ctx)
        if (wallet === undefined) return no('E_NO_WALLET')
        if (!wallet.cards.includes(card)) return no('E_NO_CARD', {}, 'card')
        const wrong = passwordFault(s, ctx, password)
        if (wrong !== null) return wrong
        const ref = ctx.nextId('TU')
        if (ctx.has('bank')) {
          const paid = ctx.call('bank.pay', { ref, account: card, amount, payee: '支付平台充值' })
          if (!paid.ok) return because('E_BANK', paid)
        }
        return happened('toppedUp', { wallet: wallet.id, card, amount })
      },
    }),
    withdraw: parts.command({
      zh: '提现',
      data: Flow,
      who: 'persona',
      refusals: ['E_NO_WALLET', 'E_LOCKED', 'E_NO_CARD', 'E_BALANCE', 'E_LIMIT'],
      decide: (s, { card, amount, password }, ctx) => {
        const wallet = ownWallet(s, ctx)
        if (wallet === undefined) return no('E_NO_WALLET')
        if (!wallet.cards.includes(card)) return no('E_NO_CARD', {}, 'card')
        const wrong = passwordFault(s, ctx, password)
        if (wrong !== null) return wrong
        if (amount > wallet.balance) return no('E_BALANCE', { balance: yuan(wallet.balance) }, 'amount')
        if (amount + withdrawnToday(s, wallet.id, ctx.now) > s.rules.withdrawMost)
          return no('E_LIMIT', { most: yuan(s.rules.withdrawMost) }, 'amount')
        const id = ctx.nextId('WD')
        const arrive = {
          after: s.rules.withdrawAfter,
          by: 'pay.platform',
          type: 'pay.withdraw.arrive',
          data: { id },
          known: `提现 ${id} 到账`,
        }
        return happened('withdrawing', { id, wallet: wallet.id, card, amount }, { timers: [arrive] })
      },
    }),
    'withdraw.arrive': parts.command({
      zh: '提现到账',
      data: z.strictObject({ id: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { id }, ctx) => {
        const found = s.withdrawals.find(w => w.id === id)
        if (found === undefined) return no('E_NO_CARD')
        if (ctx.has('bank')) ctx.call('bank.receive', { ref: id, account: found.card, amount: found.amount, payee: '支付平台提现' })
        return happened('withdrawn', { id })
      },
    }),
    unlock: parts.command({
      zh: '解除支付锁定',
      data: z.strictObject({ wallet: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, { wallet }) => happened('unlocked', { wallet }),
    }),
  },
  events: {
    registered: parts.event({
      data: z.strictObject({ id: z.string(), persona: z.string(), name: z.string(), password: z.strictObject({ hidden: z.string() }) }),
      caption: ({ name }, { who }) => `${who}以“${name}”注册支付账户`,
      evolve: (s, { id, persona, name, password }, { seq }) => {
        const fresh = { kind: 'person' as const, verified: false, balance: 0, cards: [], tries: 0, locked: false }
        s.wallets.push({ id, persona, name, password, suspicious: { hidden: false }, ...fresh, seq })
      },
    }),
    verified: parts.event({
      data: z.strictObject({ wallet: z.string(), name: z.string() }),
      caption: ({ name }, { who }) => `${who}以“${name}”通过实名认证`,
      evolve: (s, { wallet, name }, { seq }) => change(s, wallet, { verified: true, name, seq }),
    }),
    cardBound: parts.event({
      data: z.strictObject({ wallet: z.string(), card: z.string() }),
      caption: ({ card }, { who }) => `${who}绑定尾号 ${card.slice(-4)} 的银行卡`,
      evolve: (s, { wallet, card }, { seq }) => {
        for (const w of s.wallets) if (w.id === wallet) Object.assign(w, { cards: [...w.cards, card], seq })
      },
    }),
    toppedUp: parts.event({
      data: Moved,
      caption: ({ amount }, { who }) => `${who}充值 ${yuan(amount)} 元`,
      evolve: (s, { wallet, card, amount }, { at, seq }) =>
        move(s, { from: OUTSIDE, to: wallet, amount }, { ref: `card-${card.slice(-4)}`, kind: '充值', at, seq }),
    }),
    withdrawing: parts.event({
      data: Moved.extend({ id: z.string() }),
      caption: ({ amount }, { who }) => `${who}申请提现 ${yuan(amount)} 元`,
      evolve: (s, { id, wallet, card, amount }, { at, seq }) => {
        s.withdrawals.push({ id, wallet, card, amount, done: false, seq })
        move(s, { from: wallet, to: OUTSIDE, amount }, { ref: id, kind: '提现', at, seq })
      },
    }),
    withdrawn: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }) => `提现 ${id} 已到银行卡`,
      evolve: (s, { id }) => {
        for (const w of s.withdrawals) if (w.id === id) w.done = true
      },
    }),
    passwordFailed: parts.event({
      data: z.strictObject({ wallet: z.string(), left: z.int() }),
      caption: ({ left }, { who }) => `${who}支付密码错误，${left > 0 ? `还可以试 ${left} 次` : '支付功能已锁定 24 小时'}`,
      evolve: (s, { wallet, left }) => change(s, wallet, { tries: 3 - left, locked: left <= 0 }),
    }),
    unlocked: parts.event({
      data: z.strictObject({ wallet: z.string() }),
      caption: () => '支付功能已解除锁定',
      evolve: (s, { wallet }) => change(s, wallet, { tries: 0, locked: false }),
    }),
  },
  refusals: {
    E_HAS_WALLET: '您已有支付账户。',
    E_NO_WALLET: '您还没有支付账户，请先注册。',
    E_WEAK: '支付密码应为 6 位数字，不能是连续或相同的数字。',
    E_NAME_ID: '姓名与身份证号码不一致，认证未通过。',
    E_UNVERIFIED: '请先完成实名认证。',
    E_BIN: '银行卡号不正确，请核对。',
    E_NAME: '银行卡的户名与实名“{name}”不一致，只能绑定本人的银行卡。',
    E_BOUND: '这张银行卡已经绑定。',
    E_LIMIT: '超过每日提现限额 {most} 元。',
    E_LOCKED: '支付密码连续输错 3 次，已锁定 24 小时。',
  },
}

function change(s: PaySlice, id: string, to: Partial<PaySlice['wallets'][number]>): void {
  for (const wallet of s.wallets) if (wallet.id === id) Object.assign(wallet, to)
}
