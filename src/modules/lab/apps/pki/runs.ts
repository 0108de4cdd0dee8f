import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId, personaId } from '../../core/world/ids.ts'
import { drawn } from './drawn.ts'

const HOUR = 3600
const DAY = 86_400
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const as = (persona: string): PlayStep => ['desk.persona.switch', { persona }]
const apps = [appId('desk'), appId('pki')]
const personas = [
  { id: personaId('clerk'), name: '王芳', kind: 'applicant', apps },
  { id: personaId('officer'), name: '周敏', kind: 'ra', apps },
]
const subject = { name: '王芳', org: '杭州云栖茶业有限公司', email: 'wangfang@yunqi.lab.test' }
const ID_NO = '330106199604120021'
const form = { subject, idNo: ID_NO, docs: ['身份证正反面'] }
const officer = {
  id: agentId('officer.zhou'),
  name: '审核员周敏',
  app: appId('pki'),
  policy: 'officer',
  params: { after: HOUR },
  secret: {
    hidden: {
      known: [{ persona: 'clerk', truth: { ...subject, idNo: ID_NO } }],
      reasons: { name: '姓名与身份证不一致。', org: '单位名称应为营业执照上的全称。', email: '请使用单位邮箱。', idNo: 'TAINT-9506' },
    },
  },
}
const owner = (id: string, more: object = {}) => ({ id, persona: 'clerk', subject, ...more })
const pki = { tokens: [{ persona: 'officer', pin: 'TAINT-9501', puk: 'TAINT-9502' }] }
const open: PlayStep = ['pki.open', {}]
const applies = (more: object, refusal?: string): PlayStep => {
  const data = { profile: 'personal', ...form, ...more }
  return refusal === undefined ? ['pki.apply', data] : ['pki.apply', data, refusal]
}
const amends = (more: object, refusal?: string): PlayStep => {
  const data = { no: 'CA1001', ...form, ...more }
  return refusal === undefined ? ['pki.apply.amend', data] : ['pki.apply.amend', data, refusal]
}
const exports_ = (more: object, refusal?: string): PlayStep => {
  const data = { serial: drawn.issued, withKey: true, password: 'TAINT-9503-aB', folder: '/证书备份', name: '王芳.pfx', ...more }
  return refusal === undefined ? ['pki.export', data] : ['pki.export', data, refusal]
}
const signs = (serial: string, more: object = {}, refusal?: string): PlayStep => {
  const data = { serial, doc: '采购合同', text: '合同金额 128,000 元。', ...more }
  return refusal === undefined ? ['pki.sign', data] : ['pki.sign', data, refusal]
}
const picks = (more: object, refusal?: string): PlayStep => {
  const data = { no: 'CA1001', code: drawn.code, ...more }
  return refusal === undefined ? ['pki.pickup', data] : ['pki.pickup', data, refusal]
}
const other = { ...subject, name: '王方' }

const applying: Play = {
  name: 'an application goes back once, is granted, picked up, kept safe',
  apps: { desk: {}, pki },
  personas,
  agents: [officer],
  steps: [
    applies({}, 'E_CLOSED'),
    ['pki.trust.add', { fingerprint: null }, 'E_CLOSED'],
    open,
    applies({ profile: 'none' }, 'E_NONE'),
    applies({ idNo: '330106199604120029' }, 'E_ID_CHECKSUM'),
    applies({ subject: { ...subject, email: 'wangfang' } }, 'E_MAIL'),
    applies({ docs: [] }, 'E_DOC_MISSING'),
    applies({ subject: { ...subject, org: '云栖茶业' } }),
    amends({}, 'E_STATE'),
    by(2 * HOUR),
    amends({ no: 'CA9' }, 'E_NONE'),
    amends({}),
    ['pki.key.generate', { store: 'soft', alg: 'RSA-1024' }, 'E_ALG_WEAK'],
    ['pki.key.generate', { store: 'token', alg: 'P-256' }, 'E_NO_TOKEN'],
    ['pki.key.generate', { store: 'soft', alg: 'P-256' }],
    ['pki.csr.create', { key: 'KY9', subject }, 'E_NONE'],
    ['pki.csr.create', { key: 'KY1001', subject }],
    ['pki.csr.create', { key: 'KY1001', subject: other }],
    ['pki.csr.submit', { no: 'CA9', pem: 'x' }, 'E_NONE'],
    ['pki.csr.submit', { no: 'CA1001', pem: 'x' }, 'E_CSR_SIG'],
    ['pki.csr.submit', { no: 'CA1001', pem: drawn.otherRequest }, 'E_SUBJECT_MISMATCH'],
    ['pki.csr.submit', { no: 'CA1001', pem: drawn.request }],
    picks({}, 'E_STATE'),
    by(2 * HOUR),
    picks({ no: 'CA9' }, 'E_NONE'),
    picks({ code: '1' }, 'E_CODE'),
    picks({}),
    picks({}, 'E_ALREADY'),
    ['pki.csr.submit', { no: 'CA1001', pem: drawn.request }, 'E_STATE'],
    exports_({ serial: '1' }, 'E_NONE'),
    exports_({ password: '123' }, 'E_PW_WEAK'),
    exports_({}),
    exports_({ withKey: false, password: '', name: '王芳.cer' }),
    ['pki.import', { export: 'EX9', store: 'personal' }, 'E_NONE'],
    ['pki.import', { export: 'EX1001', password: '错', store: 'personal' }, 'E_WRONG_PW'],
    ['pki.import', { export: 'EX1001', password: 'TAINT-9503-aB', store: 'roots' }, 'E_STORE'],
    ['pki.import', { export: 'EX1001', password: 'TAINT-9503-aB', store: 'personal' }],
    signs('1', {}, 'E_NONE'),
    signs(drawn.issued),
    ['pki.seal.apply', { doc: '无', position: '落款处' }, 'E_NO_DOC'],
    ['pki.seal.apply', { doc: '采购合同', position: '落款处' }],
    ['pki.sign.mail', { serial: drawn.issued, content: '您好', pin: null }],
    ['pki.renew', { serial: drawn.issued }, 'E_WINDOW'],
    ['pki.ocsp', { serial: drawn.issued }],
    ['pki.ocsp', { serial: '1' }, 'E_NONE'],
    ['pki.revoke', { serial: '1', reason: 'keyCompromise' }, 'E_AUTH'],
    ['pki.revoke.cancel', { serial: '1' }, 'E_AUTH'],
    ['pki.revoke.cancel', { serial: drawn.issued }, 'E_STATE'],
    ['pki.revoke', { serial: drawn.issued, reason: 'keyCompromise' }],
    ['pki.revoke', { serial: drawn.issued, reason: 'keyCompromise' }, 'E_STATE'],
    signs(drawn.issued, {}, 'E_REVOKED'),
    ['pki.revoke.cancel', { serial: drawn.issued }],
    ['pki.revoke', { serial: drawn.issued, reason: 'keyCompromise' }],
    by(3 * HOUR),
    ['pki.renew', { serial: drawn.issued }, 'E_STATE'],
    as('officer'),
    ['pki.review', { no: 'CA1001', decision: 'approve', reason: '' }, 'E_STATE'],
  ],
  follows: ['reviewed', 'revoked'],
}

const short = { profiles: [{ id: 'personal', zh: '短期证书', docs: [], usage: ['digitalSignature', 'clientAuth'], days: 20 }] }
const ending: Play = {
  name: 'certificates run out, are renewed, or are not fit for signing',
  apps: { desk: {}, pki: { ...pki, ...short, owners: [owner('wang.near', { daysLeft: 20 }), owner('wang.last', { daysLeft: 25 })] } },
  personas,
  agents: [officer],
  steps: [
    open,
    ['pki.renew', { serial: '1' }, 'E_NONE'],
    ['pki.renew', { serial: drawn.near }],
    applies({}),
    by(2 * HOUR),
    picks({}),
    signs(drawn.issued, {}, 'E_USAGE'),
    ['pki.sign.mail', { serial: drawn.issued, content: '您好', pin: null }, 'E_USAGE'],
    ['pki.sign.mail', { serial: '1', content: '您好', pin: null }, 'E_NONE'],
    by(40 * DAY),
    signs(drawn.last, {}, 'E_EXPIRED'),
    ['pki.sign.mail', { serial: drawn.last, content: '您好', pin: null }, 'E_EXPIRED'],
  ],
  follows: ['expired'],
}

const token: Play = {
  name: 'a token, its PIN and its PUK',
  apps: {
    desk: {},
    pki: { tokens: [{ persona: 'clerk', pin: 'TAINT-9501', puk: 'TAINT-9502' }], owners: [owner('wang.token', { store: 'token' })] },
  },
  personas,
  steps: [
    open,
    signs(drawn.token, { pin: '000000' }),
    signs(drawn.token, { pin: 'TAINT-9501' }),
    exports_({ serial: drawn.token }, 'E_NO_KEY'),
    ['pki.sign.mail', { serial: drawn.token, content: '您好', pin: '0' }, 'E_PIN'],
    ['pki.sign.mail', { serial: drawn.token, content: '您好', pin: 'TAINT-9501' }],
    ['pki.pin.unlock', { puk: 'TAINT-9502', pin: '246810' }, 'E_NOT_LOCKED'],
    ['pki.pin.change', { old: 'TAINT-9501', new: '12' }, 'E_PIN_FORM'],
    ['pki.pin.change', { old: 'TAINT-9501', new: '135791' }],
    ...Array.from({ length: 5 }, (): PlayStep => ['pki.pin.change', { old: '0', new: '135792' }]),
    ['pki.pin.change', { old: '135791', new: '135792' }, 'E_PIN_LOCKED'],
    signs(drawn.token, { pin: '135791' }, 'E_PIN_LOCKED'),
    ['pki.sign.mail', { serial: drawn.token, content: '您好', pin: '135791' }, 'E_PIN_LOCKED'],
    ['pki.key.generate', { store: 'token', alg: 'P-256' }, 'E_STORE_LOCKED'],
    ['pki.pin.unlock', { puk: '错', pin: '246810' }, 'E_PUK'],
    ['pki.pin.unlock', { puk: 'TAINT-9502', pin: '1' }, 'E_PIN_FORM'],
    ['pki.pin.unlock', { puk: 'TAINT-9502', pin: '246810' }],
    ['pki.key.generate', { store: 'token', alg: 'P-256' }],
    as('officer'),
    ['pki.pin.change', { old: '1', new: '246810' }, 'E_NO_TOKEN'],
    ['pki.pin.unlock', { puk: '1', pin: '246810' }, 'E_NO_TOKEN'],
    ['pki.review', { no: 'CA9', decision: 'approve', reason: '' }, 'E_NONE'],
    ['pki.key.generate', { store: 'token', alg: 'P-256' }, 'E_NO_TOKEN'],
    ['pki.sign', { serial: drawn.token, doc: 'x', text: 'x' }, 'E_NONE'],
  ],
}

const partners = [
  { id: 'zhao', subject: { name: '赵明', org: '清和茶行', email: 'zhao@kehu.lab.test' } },
  { id: 'qian', subject: { name: '钱丽', org: '江畔商贸', email: 'qian@kehu.lab.test' }, revoked: true },
  { id: 'sun', subject: { name: '孙强', org: '', email: 'sun@kehu.lab.test' }, selfIssued: true },
]
const documents = [
  { id: 'good', name: '补充协议', text: '交期三月二十日。', signer: 'zhao' },
  { id: 'bad', name: '付款通知', text: '请付 12,000 元。', now: '请付 120,000 元。', signer: 'zhao' },
  { id: 'old', name: '授权书', text: '授权采购。', signer: 'qian' },
  { id: 'odd', name: '报价单', text: '单价 380 元。', signer: 'sun' },
]
const concludes = (doc: string, verdict: string, refusal?: string): PlayStep =>
  refusal === undefined ? ['pki.conclude', { doc, verdict }] : ['pki.conclude', { doc, verdict }, refusal]

const checking: Play = {
  name: 'signed papers are checked with a trusted root and a fresh list',
  apps: { desk: {}, pki: { ...pki, partners, documents } },
  personas,
  steps: [
    open,
    ['pki.crl.fetch', {}],
    ['pki.trust.remove', {}, 'E_NOT_TRUSTED'],
    ['pki.trust.add', { fingerprint: null }, 'W_FINGERPRINT'],
    ['pki.trust.add', { fingerprint: '00:11' }, 'E_FINGERPRINT'],
    ['pki.trust.add', { fingerprint: drawn.fingerprint }],
    ['pki.trust.add', { fingerprint: drawn.fingerprint }, 'E_TRUSTED'],
    ['pki.verify', { doc: 'none' }, 'E_NONE'],
    concludes('good', 'intact', 'E_NOT_CHECKED'),
    concludes('none', 'intact', 'E_NONE'),
    ...['good', 'bad', 'old', 'odd'].map((doc): PlayStep => ['pki.verify', { doc }]),
    concludes('good', 'intact'),
    concludes('bad', 'altered'),
    concludes('old', 'revoked'),
    concludes('odd', 'untrusted'),
    by(2 * DAY),
    ['pki.verify', { doc: 'good' }, 'E_CRL_OLD'],
    ['pki.trust.remove', {}],
  ],
}

const careless: Play = {
  name: 'a code that lapses, a root trusted blindly, a key file in a shared folder',
  apps: {
    desk: {},
    pki: { ...pki, officers: ['officer'], partners, documents, owners: [owner('wang.own'), owner('wang.dead', { revoked: true })] },
  },
  personas,
  agents: [officer],
  steps: [
    open,
    ['pki.trust.add', { fingerprint: null, confirm: ['W_FINGERPRINT'] }],
    ['pki.crl.fetch', {}],
    ['pki.verify', { doc: 'bad' }],
    concludes('bad', 'intact'),
    exports_({ serial: drawn.own, folder: '/公共/证书' }),
    ['pki.sign.mail', { serial: drawn.dead, content: '您好', pin: null }],
    applies({}),
    by(8 * DAY),
    picks({}, 'E_CODE_EXPIRED'),
    applies({}),
    as('officer'),
    ['pki.review', { no: 'CA1002', decision: 'reject', reason: '不' }, 'E_REASON'],
    ['pki.review', { no: 'CA1002', decision: 'reject', reason: '材料不真实' }],
  ],
  springs: ['blind', 'shared', 'fooled', 'dead'],
  follows: ['lapsed'],
}

export const pkiRuns: readonly Play[] = [applying, ending, token, checking, careless]
