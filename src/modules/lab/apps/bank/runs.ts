import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId, personaId } from '../../core/world/ids.ts'
import { luhnDigit } from './numbers.ts'

const HOUR = 3600
const DAY = 86_400
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const as = (persona: string): PlayStep => ['desk.persona.switch', { persona }]
const numbered = (body: string): string => `${body}${luhnDigit(body)}`
const OWN = numbered('629900100000000001')
const SAVINGS = numbered('629900100000000002')
const SUPPLIER = numbered('955880200000000011')
const CLOSED = numbered('955880200000000022')
const NOWHERE = numbered('955880200000000099')
const CNAPS = '102331000018'
const banks = [{ cnaps: CNAPS, name: '西溪银行杭州分行' }]
const outside = [
  { no: SUPPLIER, name: '杭州清泉茶叶有限公司' },
  { no: CLOSED, name: '绍兴云门包装厂', closed: true },
  { no: numbered('955880200000000033'), name: 'TAINT-9305' },
]
const user = (persona: string, role: string, more: object = {}) => ({
  persona,
  role,
  user: persona,
  password: 'TAINT-9301',
  phone: '13900000001',
  single: 2_000_000,
  day: 5_000_000,
  ...more,
})
const company = {
  name: '云栖茶业有限公司',
  kind: 'company',
  accounts: [{ no: OWN, balance: 10_000_000, frozen: 500_000 }],
  users: [
    user('clerk', 'maker', { single: 3_000_000, day: 6_000_000 }),
    user('second', 'checker'),
    user('head', 'checker', { single: 50_000_000 }),
  ],
}
const bank = {
  banks,
  outside,
  customers: [company],
  payees: [{ persona: 'clerk', name: '杭州清泉茶叶有限公司', no: SUPPLIER, cnaps: CNAPS }],
}
const personas = [
  { id: personaId('clerk'), name: '王芳', kind: 'maker', apps: [appId('desk'), appId('bank')] },
  { id: personaId('second'), name: '李娜', kind: 'checker', apps: [appId('desk'), appId('bank')] },
  { id: personaId('head'), name: '陈经理', kind: 'checker', apps: [appId('desk'), appId('bank')] },
]
const login = (persona: string, password = 'TAINT-9301', refusal?: string): PlayStep => {
  const data = { user: persona, password }
  return refusal === undefined ? ['bank.login', data] : ['bank.login', data, refusal]
}
const order = { from: OWN, toNo: SUPPLIER, toName: '杭州清泉茶叶有限公司', cnaps: CNAPS, amount: 1_200_000, purpose: '货款' }
const transfer = (more: object, refusal?: string): PlayStep =>
  refusal === undefined ? ['bank.transfer.create', { ...order, ...more }] : ['bank.transfer.create', { ...order, ...more }, refusal]
const row = { toNo: SUPPLIER, toName: '杭州清泉茶叶有限公司', cnaps: CNAPS, amount: 300_000, purpose: '包装费' }

const eyes: Play = {
  name: 'a company pays with four eyes, one by one and in a batch',
  apps: { desk: {}, bank },
  personas,
  steps: [
    transfer({}, 'E_LOGIN'),
    login('clerk'),
    transfer({ toNo: '123' }, 'E_ACCOUNT_NO'),
    transfer({ cnaps: '000000000000' }, 'E_CNAPS'),
    transfer({ toNo: OWN }, 'E_SELF'),
    transfer({ from: SUPPLIER }, 'E_NONE'),
    transfer({ amount: 9_600_000 }, 'E_AVAIL'),
    transfer({ amount: 3_100_000 }, 'E_LIMIT_SINGLE'),
    transfer({}),
    transfer({ amount: 2_500_000 }),
    transfer({ amount: 2_400_000 }, 'E_LIMIT_DAY'),
    ['bank.transfer.approve', { no: 'TR1001' }, 'E_SAME_USER'],
    ['bank.transfer.reject', { no: 'TR1001', reason: '重复' }, 'E_SAME_USER'],
    ['bank.transfer.approve', { no: 'TR9' }, 'E_NONE'],
    as('second'),
    login('second'),
    transfer({}, 'E_ROLE'),
    ['bank.transfer.approve', { no: 'TR1001' }],
    ['bank.transfer.approve', { no: 'TR1001' }, 'E_STATE'],
    ['bank.transfer.approve', { no: 'TR1002' }, 'E_LIMIT_ROLE'],
    as('head'),
    login('head'),
    ['bank.transfer.reject', { no: 'TR1002', reason: '请附合同' }],
    ['bank.transfer.reject', { no: 'TR1002', reason: '请附合同' }, 'E_STATE'],
    as('clerk'),
    transfer({ amount: 100_000, purpose: '样品款' }),
    ['bank.transfer.withdraw', { no: 'TR1003' }],
    ['bank.transfer.withdraw', { no: 'TR1003' }, 'E_STATE'],
    ['bank.batch.upload', { from: OWN, count: 1, total: 1, rows: [{ ...row, toName: ' ' }] }, 'E_ROW'],
    ['bank.batch.upload', { from: OWN, count: 2, total: 300_000, rows: [row] }, 'E_TOTAL'],
    ['bank.batch.upload', { from: OWN, count: 2, total: 500_000, rows: [row, { ...row, amount: 200_000 }] }],
    ['bank.batch.submit', { batch: 'BT1001' }],
    ['bank.batch.submit', { batch: 'BT1001' }, 'E_SUBMITTED'],
    ['bank.batch.submit', { batch: 'BT9' }, 'E_NONE'],
    ['bank.batch.upload', { from: OWN, count: 1, total: 9_900_000, rows: [{ ...row, amount: 9_900_000 }] }],
    ['bank.batch.submit', { batch: 'BT1002' }, 'E_AVAIL'],
    ['bank.batch.upload', { from: OWN, count: 1, total: 5_000_000, rows: [{ ...row, amount: 5_000_000 }] }],
    ['bank.batch.submit', { batch: 'BT1003' }, 'E_LIMIT_DAY'],
    by(4 * HOUR),
    ['bank.statement.download', { account: OWN, from: '2026-03-02', until: '2026-03-02' }],
    ['bank.statement.download', { account: OWN, from: '2026-03-03', until: '2026-03-02' }, 'E_RANGE'],
    ['bank.logout', {}],
    ['bank.logout', {}, 'E_LOGIN'],
  ],
}

const careless: Play = {
  name: 'a wrong character, a second payment, an approval after the last batch',
  apps: { desk: {}, bank },
  personas,
  steps: [
    login('clerk'),
    transfer({ toName: '杭州清泉茶业有限公司' }),
    transfer({ toNo: CLOSED, toName: '绍兴云门包装厂', amount: 200_000 }),
    transfer({ toNo: NOWHERE, toName: '绍兴云门包装厂', amount: 210_000 }),
    transfer({ amount: 500_000 }),
    transfer({ amount: 500_000 }),
    as('head'),
    login('head'),
    ...['TR1001', 'TR1002', 'TR1003', 'TR1004'].map((no): PlayStep => ['bank.transfer.approve', { no }]),
    by(9 * HOUR),
    ['bank.transfer.approve', { no: 'TR1005' }],
    by(2 * DAY),
  ],
  springs: ['nearName', 'twice', 'late'],
  follows: ['returned'],
}

const GOOD_ID = '330106199604120021'
const thief = {
  id: agentId('thief.a'),
  name: '盗用者',
  app: appId('bank'),
  policy: 'thief',
  params: {},
  secret: { hidden: { wait: 7200 } },
}
const form = { name: '王芳', idNo: GOOD_ID, phone: '13800000000', address: '杭州市西湖区龙井路 1 号', occupation: '企业职员' }
const open = (more: object, refusal?: string): PlayStep =>
  refusal === undefined ? ['bank.open', { ...form, ...more }] : ['bank.open', { ...form, ...more }, refusal]
/** The number and the codes that are drawn for this person: always the same in this play. */
const FRESH = '6299009126929020010'
const [CODE_1, CODE_2, CODE_3] = ['920234', '926544', '958903']
const activate = (more: object, refusal?: string): PlayStep => {
  const data = { account: FRESH, user: 'wangfang', password: 'TAINT-9302-aB', agree: true, ...more }
  return refusal === undefined ? ['bank.ebank.activate', data] : ['bank.ebank.activate', data, refusal]
}
const taken = {
  name: '赵明',
  kind: 'personal',
  accounts: [{ no: SAVINGS, balance: 0 }],
  users: [user('second', 'personal', { user: 'taken' })],
}

const opening: Play = {
  name: 'a person becomes a customer',
  apps: { desk: {}, bank: { banks, outside, customers: [taken], residents: [{ name: '王芳', idNo: GOOD_ID }] } },
  steps: [
    open({ idNo: '330106199604120029' }, 'E_ID'),
    open({ name: '王方' }, 'E_ID_NAME'),
    open({ phone: '138' }, 'E_PHONE'),
    open({}),
    open({}, 'E_HAS_ACCOUNT'),
    activate({ account: SUPPLIER }, 'E_NONE'),
    activate({ agree: false }, 'E_AGREE'),
    activate({ password: '12345678' }, 'E_WEAK'),
    activate({ user: 'taken' }, 'E_USER_TAKEN'),
    activate({}),
    activate({}, 'E_ACTIVE'),
    login('wangfang', 'TAINT-9302-aB'),
    ['bank.code.send', { purpose: 'bind', phone: '13800000000' }],
    ['bank.phone.bind', { code: CODE_1 }],
    ['bank.auth.set', { auth: 'otp' }],
    ['bank.logout', {}],
    ['bank.login', { user: 'wangfang', password: 'TAINT-9302-aB' }, 'E_OTP'],
    ['bank.code.send', { purpose: 'login' }],
    by(400),
    ['bank.login', { user: 'wangfang', password: 'TAINT-9302-aB', code: CODE_2 }, 'E_OTP_EXPIRED'],
    ['bank.code.send', { purpose: 'login' }],
    ['bank.login', { user: 'wangfang', password: 'TAINT-9302-aB', code: CODE_3 }],
    ['bank.limits.set', { single: 2_000_000, day: 5_000_000 }],
  ],
}

const personal = {
  name: '王芳',
  kind: 'personal',
  accounts: [
    { no: OWN, balance: 9_000_000 },
    { no: SAVINGS, balance: 0 },
  ],
}
const own = { ...personal, users: [user('clerk', 'personal', { password: 'Longjing-2026', phone: null, single: 100_000, day: 500_000 })] }
const PASSWORD = 'Longjing-2026'
const gateway = [
  { ref: 'G1', payee: '茗香网店', amount: 12_800, seconds: 900 },
  { ref: 'G2', payee: '茗香网店', amount: 12_800, signed: 128, seconds: 900 },
  { ref: 'G3', payee: '茗香网店', amount: 8_000_000, seconds: 900 },
  { ref: 'G4', payee: '茗香网店', amount: 30_000, seconds: 900 },
  { ref: 'G5', payee: '茗香网店', amount: 30_000, seconds: 60 },
  { ref: 'G6', payee: '茗香网店', amount: 45_000, seconds: 900 },
]
const retail = { banks, outside, gateway }

const shopping: Play = {
  name: 'a person pays on the net, loses the card, writes the password down',
  apps: { desk: {}, bank: { ...retail, customers: [own] } },
  agents: [thief],
  steps: [
    ['bank.login', { user: 'nobody', password: 'x' }, 'E_USER'],
    ['bank.code.send', { purpose: 'login' }, 'E_NO_PHONE'],
    login('clerk', PASSWORD),
    ['bank.gateway.confirm', { ref: 'G1', account: OWN }, 'E_NO_ONLINE'],
    ['bank.onlinepay.enable', { account: OWN, single: 50_000, day: 40_000 }, 'E_LIMIT_ORDER'],
    ['bank.onlinepay.enable', { account: OWN, single: 40_000, day: 50_000 }],
    ['bank.onlinepay.enable', { account: SAVINGS, single: 40_000, day: 50_000 }],
    ['bank.gateway.confirm', { ref: 'G9', account: OWN }, 'E_NONE'],
    ['bank.gateway.confirm', { ref: 'G2', account: OWN }, 'E_AMOUNT_TAMPERED'],
    ['bank.gateway.confirm', { ref: 'G6', account: OWN }, 'E_LIMIT_SINGLE'],
    ['bank.gateway.confirm', { ref: 'G1', account: SAVINGS }, 'E_AVAIL'],
    ['bank.gateway.confirm', { ref: 'G1', account: OWN }],
    ['bank.gateway.confirm', { ref: 'G4', account: OWN }],
    ['bank.gateway.confirm', { ref: 'G5', account: OWN }, 'E_LIMIT_DAY'],
    by(600),
    ['bank.gateway.confirm', { ref: 'G5', account: OWN }, 'E_REF_EXPIRED'],
    ['bank.card.lost', { account: OWN }],
    ['bank.card.lost', { account: OWN }, 'E_STATE'],
    ['bank.gateway.confirm', { ref: 'G3', account: OWN }, 'E_LOST'],
    transfer({ amount: 1000 }, 'E_LOST'),
    ['bank.card.find', { account: OWN }],
    ['bank.card.find', { account: OWN }, 'E_STATE'],
    ['bank.dispute.open', { account: OWN, ref: 'G9', reason: '没有买过' }, 'E_NONE'],
    ['bank.dispute.open', { account: OWN, ref: 'G1', reason: '没有买过' }],
    ['bank.dispute.open', { account: OWN, ref: 'G1', reason: '没有买过' }, 'E_DUP_DISPUTE'],
    ['bank.account.note', { account: OWN, note: `网银密码 ${PASSWORD}` }],
    ['bank.account.note', { account: SAVINGS, note: `密码${PASSWORD}` }],
    ['bank.account.note', { account: '0', note: '' }, 'E_NONE'],
    by(DAY),
    by(70 * DAY),
    ['bank.dispute.open', { account: OWN, ref: 'G4', reason: '没有买过' }, 'E_WINDOW'],
  ],
  springs: ['noted'],
  follows: ['stolen', 'disputed'],
}

const secured: Play = {
  name: 'limits, a code to the phone, three wrong passwords',
  apps: {
    desk: {},
    bank: { ...retail, customers: [{ ...own, users: [user('clerk', 'personal', { phone: null, single: 10_000_000, day: 20_000_000 })] }] },
  },
  steps: [
    ['bank.limits.set', { single: 1, day: 1 }, 'E_LOGIN'],
    ['bank.code.send', { purpose: 'bind', phone: '13800000000' }, 'E_LOGIN'],
    login('clerk'),
    ['bank.payee.add', { name: '清泉', no: '1', cnaps: CNAPS }, 'E_ACCOUNT_NO'],
    ['bank.payee.add', { name: '清泉', no: SUPPLIER, cnaps: '1' }, 'E_CNAPS'],
    ['bank.payee.add', { name: '清泉', no: SUPPLIER, cnaps: CNAPS }],
    ['bank.payee.add', { name: '清泉', no: SUPPLIER, cnaps: CNAPS }, 'E_DUP'],
    ['bank.limits.set', { single: 100_000, day: 50_000 }, 'E_LIMIT_ORDER'],
    ['bank.limits.set', { single: 200_000, day: 500_000 }, 'E_LIMIT_MOST'],
    ['bank.code.send', { purpose: 'bind', phone: '1' }, 'E_PHONE'],
    ['bank.phone.bind', { code: '0' }, 'E_OTP'],
    ['bank.auth.set', { auth: 'otp' }, 'E_NO_PHONE'],
    ['bank.auth.set', { auth: 'certificate' }, 'E_CERT_REQUIRED'],
    ['bank.certificate.bind', { serial: '1' }, 'E_NO_AUTHORITY'],
    transfer({ amount: 6_000_000, urgent: true }, 'E_URGENT'),
    transfer({ amount: 1_000_000, urgent: true }),
    by(600),
    by(9 * HOUR),
    transfer({ amount: 900_000 }, 'W_CUTOFF'),
    transfer({ amount: 900_000, confirm: ['W_CUTOFF'] }),
    ['bank.logout', {}],
    login('clerk', '错'),
    login('clerk', '错'),
    login('clerk', '错'),
    login('clerk', 'TAINT-9301', 'E_LOCKED'),
    by(DAY),
    login('clerk'),
  ],
  springs: ['late'],
  follows: ['unlocked', 'cleared'],
}

const platform: Play = {
  name: 'a card pays on the payment platform and gets money back',
  apps: {
    desk: {},
    bank: { ...retail, customers: [own], residents: [{ name: 'TAINT-9306', idNo: GOOD_ID }] },
    pay: {
      wallets: [{ id: 'fang', persona: 'clerk', name: '王芳', kind: 'person', password: '820416', balance: 5000 }],
      trades: [
        { outNo: 'X-1', payer: 'fang', payee: 'mingxiang', amount: 12_800, title: '明前龙井 250 克' },
        { outNo: 'X-2', payer: 'fang', payee: 'mingxiang', amount: 90_000, title: '茶具' },
      ],
    },
  },
  steps: [
    login('clerk', PASSWORD),
    ['pay.card.bind', { card: OWN }],
    ['pay.trade.pay', { trade: 'X-1', method: OWN, password: '820416' }, 'E_BANK'],
    ['pay.topup', { card: OWN, amount: 1000, password: '820416' }, 'E_BANK'],
    ['bank.onlinepay.enable', { account: OWN, single: 40_000, day: 50_000 }],
    ['pay.trade.pay', { trade: 'X-2', method: OWN, password: '820416' }, 'E_BANK'],
    ['pay.trade.pay', { trade: 'X-1', method: OWN, password: '820416' }],
    ['pay.topup', { card: OWN, amount: 1000, password: '820416' }],
    ['pay.refund.create', { trade: 'X-1', amount: 12_800, reason: '不想要了' }],
    ['pay.withdraw', { card: OWN, amount: 5000, password: '820416' }],
    by(3 * DAY),
  ],
}

/** Numbers of the certificates of these owners: always the same in this play. */
const [GOOD, WRONG, UNFIT, DEAD, BRIEF] = [
  '756559520950a305',
  '6aee92655b842da2',
  '3f73226faa5ce1c0',
  '284ddaf896979ccf',
  '5338c54228eb70a0',
]
const holder = (id: string, more: object = {}) => ({
  id,
  persona: 'clerk',
  subject: { name: '王芳', org: '', email: 'wangfang@yunqi.lab.test' },
  ...more,
})
const binds = (serial: string, refusal?: string): PlayStep =>
  refusal === undefined ? ['bank.certificate.bind', { serial }] : ['bank.certificate.bind', { serial }, refusal]
const certified: Play = {
  name: 'a certificate opens the door until it is taken back',
  apps: {
    desk: {},
    bank: { ...retail, customers: [own], residents: [{ name: 'TAINT-9307', idNo: GOOD_ID }] },
    pki: {
      owners: [
        holder('good'),
        holder('wrong', { subject: { name: '王方', org: '', email: 'w@yunqi.lab.test' } }),
        holder('unfit', { usage: ['digitalSignature'] }),
        holder('dead', { revoked: true }),
        holder('brief', { daysLeft: 1 }),
      ],
    },
  },
  steps: [
    ['pki.open', {}],
    login('clerk', PASSWORD),
    binds('1', 'E_CERT_NONE'),
    binds(WRONG, 'E_CERT_NAME'),
    binds(UNFIT, 'E_CERT_USAGE'),
    binds(DEAD, 'E_CERT_REVOKED'),
    binds(GOOD),
    ['bank.auth.set', { auth: 'certificate' }],
    ['bank.logout', {}],
    login('clerk', PASSWORD, 'E_CERT_REQUIRED'),
    ['bank.login', { user: 'clerk', password: PASSWORD, certificate: GOOD }],
    by(2 * DAY),
    binds(BRIEF, 'E_CERT_EXPIRED'),
    ['pki.revoke', { serial: GOOD, reason: 'keyCompromise' }],
    ['bank.logout', {}],
    ['bank.login', { user: 'clerk', password: PASSWORD, certificate: GOOD }, 'E_CERT_REVOKED'],
  ],
}

export const bankRuns: readonly Play[] = [certified, eyes, careless, opening, shopping, secured, platform]
