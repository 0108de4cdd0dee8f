import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId, personaId } from '../../core/world/ids.ts'

const HOUR = 3600
const DAY = 86_400
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const as = (persona: string): PlayStep => ['desk.persona.switch', { persona }]
const PASSWORD = 'TAINT-9401'
const CARD = '6299001000000000019'
const OTHER = '9558802000000000115'
const apps = [appId('desk'), appId('pay')]
const personas = [
  { id: personaId('clerk'), name: '王芳', kind: 'buyer', apps },
  { id: personaId('merchant'), name: '茗香网店', kind: 'merchant', apps },
  { id: personaId('watch'), name: '周敏', kind: 'risk', apps },
]
const trade = (outNo: string, amount: number, more: object = {}) => ({
  outNo,
  payer: 'fang',
  payee: 'mingxiang',
  amount,
  title: '明前龙井 250 克',
  ...more,
})
const wallets = [
  { id: 'fang', persona: 'clerk', name: '王芳', kind: 'person', password: PASSWORD, balance: 200_000, cards: [CARD] },
  { id: 'mingxiang', persona: 'merchant', name: '茗香网店', kind: 'merchant', password: 'TAINT-9402', balance: 0, cards: [CARD] },
  { id: 'closed.shop', name: '未认证商户', kind: 'merchant', verified: false },
  { id: 'friend', name: '热心网友', kind: 'person', suspicious: true },
]
const holders = [
  { card: CARD, name: '王芳' },
  { card: OTHER, name: 'TAINT-9403' },
]
const pay = {
  wallets,
  holders,
  trades: [
    trade('X-1', 12_800),
    trade('X-2', 30_000),
    trade('X-3', 500_000),
    trade('X-4', 9_900, { kind: 'instant' }),
    trade('X-5', 20_000, { payee: 'friend', kind: 'instant' }),
    trade('X-6', 1000, { payer: 'lisi' }),
    trade('X-7', 16_000),
  ],
}
const seller = (secret: object, params: object = {}) => ({
  id: agentId('seller.mingxiang'),
  name: '茗香网店',
  app: appId('pay'),
  policy: 'seller',
  params: { wallet: 'mingxiang', shipAfter: HOUR, answerAfter: HOUR, ...params },
  secret: { hidden: { most: 5000, ...secret } },
})
const buyer = {
  id: agentId('buyer.lisi'),
  name: '李四',
  app: appId('pay'),
  policy: 'buyer',
  params: { wallet: 'lisi', payAfter: 600 },
  secret: { hidden: { confirmAfter: 2 * DAY } },
}
const order = (outNo: string, payee: string) => ({ after: 600, trade: { ...trade(outNo, 6800), payee, payer: 'lisi', kind: 'escrow' } })
const store = {
  id: agentId('store.a'),
  name: '外部网店',
  app: appId('pay'),
  policy: 'store',
  secret: { hidden: {} },
  params: { orders: [order('X-20', 'mingxiang'), order('X-20', 'mingxiang'), order('X-21', 'closed.shop'), order('X-22', 'new.shop')] },
}
const pays = (no: string, more: object = {}, refusal?: string): PlayStep => {
  const data = { trade: no, password: PASSWORD, ...more }
  return refusal === undefined ? ['pay.trade.pay', data] : ['pay.trade.pay', data, refusal]
}

const shopping: Play = {
  name: 'a buyer pays, waits, and asks for money back',
  apps: { desk: {}, pay },
  personas,
  agents: [seller({})],
  steps: [
    pays('X-9', {}, 'E_NONE'),
    pays('X-6', {}, 'E_NOT_PAYER'),
    pays('X-3', {}, 'E_BALANCE'),
    pays('X-1', { method: OTHER }, 'E_NO_CARD'),
    ['pay.trade.confirm', { trade: 'X-1', password: PASSWORD }, 'E_STATE'],
    ['pay.trade.confirm', { trade: 'X-9', password: PASSWORD }, 'E_NONE'],
    ['pay.trade.confirm', { trade: 'X-6', password: PASSWORD }, 'E_NOT_PAYER'],
    ['pay.refund.create', { trade: 'X-1', amount: 100, reason: '拍错了' }, 'E_STATE'],
    pays('X-1'),
    pays('X-1', {}, 'E_STATE'),
    pays('X-2', { method: CARD }),
    pays('X-4'),
    pays('X-7'),
    ['pay.trade.close', { trade: 'X-1' }, 'E_PAID'],
    ['pay.trade.close', { trade: 'X-6' }, 'E_NOT_PARTY'],
    ['pay.trade.close', { trade: 'X-9' }, 'E_NONE'],
    ['pay.trade.close', { trade: 'X-5' }],
    ['pay.trade.sent', { outNo: 'X-1' }, 'E_NOT_SELLER'],
    ['pay.trade.sent', { outNo: 'X-9' }, 'E_NONE'],
    by(2 * HOUR),
    ['pay.refund.create', { trade: 'X-9', amount: 100, reason: '拍错了' }, 'E_NONE'],
    ['pay.refund.create', { trade: 'X-6', amount: 100, reason: '拍错了' }, 'E_NOT_PAYER'],
    ['pay.refund.create', { trade: 'X-1', amount: 99_999, reason: '拍错了' }, 'E_OVER'],
    ['pay.refund.create', { trade: 'X-1', amount: 3000, reason: '少发一盒' }],
    ['pay.trade.confirm', { trade: 'X-1', password: PASSWORD }, 'E_REFUND_OPEN'],
    by(2 * HOUR),
    ['pay.refund.cancel', { id: 'RF1001' }, 'E_STATE'],
    ['pay.refund.cancel', { id: 'RF9' }, 'E_NONE'],
    ['pay.refund.create', { trade: 'X-2', amount: 30_000, reason: '不是今年的茶' }],
    by(2 * HOUR),
    ['pay.dispute.evidence', { id: 'RF1002', text: '开箱照片' }, 'E_STATE'],
    ['pay.dispute.escalate', { id: 'RF1002' }],
    ['pay.dispute.escalate', { id: 'RF9' }, 'E_NONE'],
    ['pay.dispute.escalate', { id: 'RF1002' }, 'E_STATE'],
    ['pay.dispute.evidence', { id: 'RF9', text: '开箱照片' }, 'E_NONE'],
    by(3 * DAY),
    ['pay.refund.create', { trade: 'X-7', amount: 8000, reason: '破损' }],
    by(2 * HOUR),
    ['pay.dispute.escalate', { id: 'RF1003' }],
    ['pay.dispute.evidence', { id: 'RF1003', text: '开箱照片和快递交接单' }],
    by(4 * DAY),
    by(5 * DAY),
    by(16 * DAY),
    ['pay.refund.create', { trade: 'X-1', amount: 1000, reason: '口感不好' }, 'E_WINDOW'],
  ],
  follows: ['autoFinished', 'judged'],
}

const hasty: Play = {
  name: 'a hasty buyer: a stranger, an early confirmation, a forgotten password',
  apps: { desk: {}, pay },
  personas,
  agents: [seller({ silent: true })],
  steps: [
    pays('X-5'),
    pays('X-1'),
    by(2 * HOUR),
    ['pay.refund.create', { trade: 'X-1', amount: 2000, reason: '少发' }],
    ['pay.refund.cancel', { id: 'RF1001' }],
    ['pay.trade.confirm', { trade: 'X-1', password: PASSWORD }],
    ['pay.refund.create', { trade: 'X-1', amount: 12_000, reason: '没有收到货' }],
    by(3 * DAY),
    ['pay.trade.pay', { trade: 'X-2', password: '错' }, 'E_STATE'],
    ['pay.topup', { card: CARD, amount: 1000, password: '错' }],
    ['pay.topup', { card: CARD, amount: 1000, password: '错' }],
    ['pay.topup', { card: CARD, amount: 1000, password: '错' }],
    ['pay.topup', { card: CARD, amount: 1000, password: PASSWORD }, 'E_LOCKED'],
    by(DAY),
    ['pay.topup', { card: OTHER, amount: 1000, password: PASSWORD }, 'E_NO_CARD'],
    ['pay.topup', { card: CARD, amount: 1000, password: PASSWORD }],
    ['pay.withdraw', { card: CARD, amount: 900_000, password: PASSWORD }, 'E_BALANCE'],
    ['pay.withdraw', { card: CARD, amount: 50_000, password: PASSWORD }],
    by(3 * HOUR),
  ],
  springs: ['early', 'stranger'],
  follows: ['silentRefund', 'unlocked', 'arrived', 'settled'],
}

const GOOD_ID = '330106199604120021'
const opening: Play = {
  name: 'a new account is opened and made known by name',
  apps: { desk: {}, pay: { wallets: wallets.slice(1), holders, residents: [{ name: '王芳', idNo: GOOD_ID }] } },
  personas,
  steps: [
    ['pay.verify', { name: '王芳', idNo: GOOD_ID }, 'E_NO_WALLET'],
    ['pay.card.bind', { card: CARD }, 'E_NO_WALLET'],
    ['pay.register', { name: '小芳', password: '111111' }, 'E_WEAK'],
    ['pay.register', { name: '小芳', password: '820416' }],
    ['pay.register', { name: '小芳', password: '820416' }, 'E_HAS_WALLET'],
    ['pay.card.bind', { card: CARD }, 'E_UNVERIFIED'],
    ['pay.verify', { name: '王方', idNo: GOOD_ID }, 'E_NAME_ID'],
    ['pay.verify', { name: '王芳', idNo: GOOD_ID }],
    ['pay.card.bind', { card: '6299001000000000010' }, 'E_BIN'],
    ['pay.card.bind', { card: OTHER }, 'E_NAME'],
    ['pay.card.bind', { card: CARD }],
    ['pay.card.bind', { card: CARD }, 'E_BOUND'],
    ['pay.topup', { card: CARD, amount: 6_000_000, password: '820416' }],
    ['pay.withdraw', { card: CARD, amount: 5_500_000, password: '820416' }, 'E_LIMIT'],
  ],
}

const KEY = 'TAINT-9404-0123456789abcdef0123456789'
const selling: Play = {
  name: 'a merchant: interface, notifications, settlement, refusing a refund',
  apps: {
    desk: {},
    pay: {
      ...pay,
      samples: [
        { id: 'n1', payload: 'out_no=X-1&status=WAIT_SELLER_SEND_GOODS&amount=128.00&sign=9f2c', verdict: 'genuine' },
        { id: 'n2', payload: 'out_no=X-2&status=WAIT_SELLER_SEND_GOODS&amount=3.00&sign=71aa', verdict: 'amount' },
      ],
      settlements: [
        {
          merchant: 'mingxiang',
          date: '2026-03-01',
          rows: [
            { outNo: 'O26022801', booked: 10_000, settled: 9940, fee: 60, truth: '手续费' },
            { outNo: 'O26022802', booked: 8000, settled: 8000, fee: 0, truth: null },
          ],
        },
      ],
    },
  },
  personas,
  agents: [buyer, store],
  steps: [
    ['pay.merchant.config', { signType: 'MD5', key: KEY, notifyUrl: 'https://shop.lab.test/notify' }, 'E_NOT_MERCHANT'],
    ['pay.notify.verify', { sample: 'n1', verdict: 'genuine' }, 'E_NOT_MERCHANT'],
    ['pay.settlement.download', { id: 'ST1' }, 'E_NOT_MERCHANT'],
    ['pay.reconcile.mark', { settlement: 'ST1', outNo: 'O26022801', reason: '手续费' }, 'E_NOT_MERCHANT'],
    pays('X-1'),
    pays('X-2', { method: CARD }),
    as('merchant'),
    ['pay.merchant.config', { signType: 'HMAC-SHA256', key: 'short', notifyUrl: 'https://shop.lab.test/notify' }, 'E_KEY'],
    ['pay.merchant.config', { signType: 'HMAC-SHA256', key: KEY, notifyUrl: 'http://shop.lab.test/notify' }, 'E_URL'],
    ['pay.merchant.config', { signType: 'HMAC-SHA256', key: KEY, notifyUrl: 'https://shop.lab.test/notify' }],
    ['pay.notify.verify', { sample: 'n1', verdict: 'genuine' }],
    ['pay.notify.verify', { sample: 'n2', verdict: 'genuine' }],
    ['pay.notify.verify', { sample: 'n9', verdict: 'genuine' }, 'E_NONE'],
    ['pay.settlement.download', { id: 'ST1' }],
    ['pay.settlement.download', { id: 'ST9' }, 'E_NONE'],
    ['pay.reconcile.mark', { settlement: 'ST1', outNo: 'O26022801', reason: '手续费' }],
    ['pay.reconcile.mark', { settlement: 'ST1', outNo: 'O26022802', reason: '短款' }, 'E_NO_DIFF'],
    ['pay.reconcile.mark', { settlement: 'ST1', outNo: 'O9', reason: '短款' }, 'E_NONE'],
    ['pay.trade.sent', { outNo: 'X-1' }],
    ['pay.trade.sent', { outNo: 'X-1' }, 'E_STATE'],
    as('clerk'),
    ['pay.refund.create', { trade: 'X-1', amount: 3000, reason: '少发一盒' }],
    ['pay.refund.create', { trade: 'X-2', amount: 30_000, reason: '不想要了' }],
    ['pay.refund.agree', { id: 'RF1001' }, 'E_NOT_SELLER'],
    as('merchant'),
    ['pay.refund.agree', { id: 'RF9' }, 'E_NONE'],
    ['pay.refund.refuse', { id: 'RF9', reason: '没有这回事' }, 'E_NONE'],
    ['pay.refund.cancel', { id: 'RF1001' }, 'E_NOT_PAYER'],
    ['pay.dispute.escalate', { id: 'RF1001' }, 'E_NOT_PAYER'],
    ['pay.refund.refuse', { id: 'RF1001', reason: '不' }, 'E_REASON'],
    ['pay.refund.refuse', { id: 'RF1001', reason: '发货视频显示两盒' }],
    ['pay.refund.refuse', { id: 'RF1001', reason: '发货视频显示两盒' }, 'E_STATE'],
    ['pay.refund.agree', { id: 'RF1002' }],
    ['pay.refund.agree', { id: 'RF1002' }, 'E_STATE'],
    as('clerk'),
    ['pay.refund.refuse', { id: 'RF1001', reason: '我是买家' }, 'E_NOT_SELLER'],
    ['pay.dispute.escalate', { id: 'RF1001' }],
    as('merchant'),
    ['pay.dispute.evidence', { id: 'RF1001', text: '发货视频' }],
    as('watch'),
    ['pay.dispute.evidence', { id: 'RF1001', text: '旁观' }, 'E_NOT_PARTY'],
    by(3 * DAY),
    by(3 * DAY),
  ],
  springs: ['tampered'],
  follows: ['judged'],
}

const drained: Play = {
  name: 'a seller takes the money out before a refund',
  apps: { desk: {}, pay },
  personas,
  agents: [seller({ silent: true })],
  steps: [
    pays('X-1'),
    by(3 * DAY),
    ['pay.trade.confirm', { trade: 'X-1', password: PASSWORD }],
    ['pay.refund.create', { trade: 'X-1', amount: 3000, reason: '受潮' }],
    as('merchant'),
    ['pay.withdraw', { card: CARD, amount: 12_000, password: 'TAINT-9402' }],
    ['pay.refund.agree', { id: 'RF1001' }, 'E_SELLER_BALANCE'],
  ],
}

const watch: Play = {
  name: 'rules of the watch: one that is never reached, one that holds, one that refuses',
  apps: {
    desk: {},
    pay: {
      ...pay,
      watch: ['watch'],
      riskRules: [{ name: '拒绝大额', conditions: [{ field: 'amount', least: 400_000 }], action: 'reject', order: 1 }],
    },
  },
  personas,
  steps: [
    pays('X-3', {}, 'E_RISK_REJECT'),
    as('watch'),
    ['pay.trade.pay', { trade: 'X-1' }, 'E_NOT_PAYER'],
    ['pay.topup', { card: CARD, amount: 1, password: '' }, 'E_NO_WALLET'],
    ['pay.withdraw', { card: CARD, amount: 1, password: '' }, 'E_NO_WALLET'],
    ['pay.risk.rule.save', { id: null, name: '空规则', conditions: [], action: 'hold', order: 2 }, 'E_EXPR'],
    [
      'pay.risk.rule.save',
      { id: null, name: '更大额', conditions: [{ field: 'amount', least: 800_000 }], action: 'hold', order: 2 },
      'E_SHADOWED',
    ],
    ['pay.risk.rule.save', { id: 'RR9', name: '无', conditions: [{ field: 'amount', least: 1 }], action: 'hold', order: 2 }, 'E_NONE'],
    ['pay.risk.rule.save', { id: null, name: '生人', conditions: [{ field: 'newPayee', least: 1 }], action: 'hold', order: 2 }],
    as('clerk'),
    pays('X-1'),
    pays('X-1', {}, 'E_RISK_HOLD'),
    pays('X-2'),
    as('watch'),
    ['pay.risk.case.decide', { id: 'RC9', verdict: 'release' }, 'E_NONE'],
    ['pay.risk.case.decide', { id: 'RC1001', verdict: 'release' }],
    ['pay.risk.case.decide', { id: 'RC1001', verdict: 'stop' }, 'E_DECIDED'],
    ['pay.risk.case.decide', { id: 'RC1002', verdict: 'stop' }],
    as('clerk'),
    pays('X-1'),
    by(3 * DAY),
  ],
}

const banked: Play = {
  name: 'a card whose bank does not pay',
  apps: {
    desk: {},
    bank: {
      customers: [{ name: '王芳', kind: 'personal', accounts: [{ no: CARD, balance: 1000 }], users: [] }],
      residents: [{ name: 'TAINT-9405', idNo: GOOD_ID }],
    },
    pay,
  },
  steps: [pays('X-1', { method: CARD }, 'E_BANK')],
}

export const payRuns: readonly Play[] = [banked, shopping, hasty, opening, selling, drained, watch]
