import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const DOMAIN = 'chaye.lab.test'
const mail = {
  domain: DOMAIN,
  mailboxes: [
    { addr: `wang@${DOMAIN}`, persona: 'clerk', name: '王芳' },
    { addr: `boss@${DOMAIN}`, persona: 'second', name: '陈经理' },
    { addr: `info@${DOMAIN}`, persona: null, name: '公共信箱' },
  ],
  outside: [
    { addr: 'zhao@kehu.lab.test', state: 'ok' },
    { addr: 'zhao@tongming.lab.test', state: 'ok' },
    { addr: 'full@kehu.lab.test', state: 'full' },
    { addr: 'TAINT-9101@nobody.lab.test', state: 'full' },
  ],
  contacts: [
    { persona: 'clerk', name: '赵明', addr: 'zhao@kehu.lab.test', group: '客户' },
    { persona: 'clerk', name: '赵明', addr: 'zhao@tongming.lab.test', group: '客户', wrong: true },
  ],
  incoming: [
    {
      after: 60,
      to: `wang@${DOMAIN}`,
      from: { name: '赵明', addr: 'zhao@kehu.lab.test' },
      subject: '询价：明前龙井',
      text: '请报 50 斤的价格和交期。',
    },
    {
      after: 120,
      to: `wang@${DOMAIN}`,
      from: { name: '支付平台', addr: 'service@pay.lab.test' },
      replyTo: 'service@pay-lab.test',
      subject: '账户异常，请立即核实',
      text: '请在 24 小时内登录核实，否则冻结账户。',
      links: [{ label: '立即核实', url: 'https://pay-lab.test/verify' }],
      forged: true,
      bad: ['https://pay-lab.test/verify'],
    },
    {
      after: 180,
      to: `wang@${DOMAIN}`,
      from: { name: '茶业周报', addr: 'news@zhoubao.lab.test' },
      list: 'weekly@zhoubao.lab.test',
      subject: '第 8 期',
      text: '本周行情。',
    },
    {
      after: 190,
      to: `lost@${DOMAIN}`,
      from: { name: '', addr: 'someone@kehu.lab.test' },
      subject: '你好',
      text: '',
    },
    {
      after: 200,
      to: `boss@${DOMAIN}`,
      from: { name: '总部', addr: 'hq@zongbu.lab.test' },
      subject: 'TAINT-9102 底价表',
      text: 'TAINT-9103',
    },
    {
      after: 900_000,
      to: `wang@${DOMAIN}`,
      from: { name: '茶业周报', addr: 'news@zhoubao.lab.test' },
      list: 'weekly@zhoubao.lab.test',
      subject: '第 9 期',
      text: '本周行情。',
    },
  ],
  probes: [{ from: { name: '赵明', addr: 'zhao@kehu.lab.test' }, subject: 'TAINT-9105', text: '' }],
  most: 2500,
}
const net = {
  hosts: [
    {
      host: 'www.lab.test',
      title: '资料',
      certificate: null,
      downloads: [
        { name: '报价单.xlsx', bytes: 1500, kind: 'binary', digest: 'd-price' },
        { name: '目录.pdf', bytes: 1600, kind: 'binary', digest: 'd-list' },
        { name: '宏.js', bytes: 10, kind: 'text', digest: 'd-js' },
      ],
    },
  ],
}
const zhao = {
  id: agentId('customer.zhao'),
  name: '赵明',
  app: appId('mail'),
  policy: 'correspondent',
  params: {
    who: { name: '赵明', addr: 'zhao@kehu.lab.test' },
    turns: [
      { when: ['元/斤', '元每斤'], after: 3600, subject: '回复：报价', text: '价格可以，请发合同。' },
      { when: [], after: 7200, subject: '回复：询价', text: '请写明单价和交期。' },
    ],
  },
  secret: { hidden: { reserve: 'TAINT-9104' } },
}
const phisher = {
  id: agentId('phisher.a'),
  name: '钓鱼者',
  app: appId('mail'),
  policy: 'phisher',
  params: {},
  secret: { hidden: { wait: 1800 } },
}
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const body = { cc: [], bcc: [], subject: '报价', text: '明前龙井 680 元/斤，十日内发货。' }
const draft = (more: object, refusal?: string): PlayStep => {
  const data = { id: null, to: ['zhao@kehu.lab.test'], ...body, ...more }
  return refusal === undefined ? ['mail.draft.save', data] : ['mail.draft.save', data, refusal]
}
const open: PlayStep = ['net.open', { url: 'http://www.lab.test/' }]
const save = (source: string): PlayStep => ['net.download.save', { host: 'www.lab.test', source, folder: '/', name: source }]
const rule = { name: '供应商', conditions: [{ field: 'from', has: '@kehu.lab.test' }], folder: '客户来信', star: true, forward: null }

const clean: Play = {
  name: 'a customer is answered with the price list, and answers',
  apps: { desk: {}, net, mail },
  agents: [zhao, phisher],
  steps: [
    ['mail.folder.create', { name: '客户来信' }],
    ['mail.folder.create', { name: '客户来信' }, 'E_EXISTS'],
    ['mail.rule.save', { id: null, ...rule }],
    ['mail.rule.save', { id: null, ...rule, conditions: [] }, 'E_RULE_EMPTY'],
    ['mail.rule.save', { id: null, ...rule, folder: '没有' }, 'E_NO_FOLDER'],
    ['mail.rule.save', { id: null, ...rule, forward: `wang@${DOMAIN}` }, 'E_LOOP'],
    ['mail.rule.save', { id: null, ...rule, forward: '不是地址' }, 'E_ADDR_SYNTAX'],
    ['mail.rule.save', { id: 'R9', ...rule }, 'E_NONE'],
    [
      'mail.rule.save',
      { id: null, name: '周报', conditions: [{ field: 'subject', has: '期' }], folder: null, star: false, forward: `boss@${DOMAIN}` },
    ],
    ['mail.rule.order', { ids: ['R1002', 'R1001'] }],
    ['mail.rule.order', { ids: ['R1002'] }, 'E_RULE_LIST'],
    ['mail.profile.set', { name: '王芳', signature: '王芳\n云栖茶业\n0571-0000000' }],
    by(300),
    ['mail.open', { message: 'M1001' }],
    ['mail.open', { message: 'M9' }, 'E_NONE'],
    ['mail.flag', { message: 'M1001', starred: true }],
    ['mail.reply', { message: 'M1001' }],
    open,
    save('报价单.xlsx'),
    save('目录.pdf'),
    save('宏.js'),
    [
      'mail.draft.save',
      {
        id: 'D1002',
        to: ['zhao@kehu.lab.test'],
        cc: [`boss@${DOMAIN}`],
        bcc: [],
        subject: '回复：询价',
        text: '明前龙井 680 元/斤，见附件。',
      },
    ],
    ['mail.send', { draft: 'D1002' }, 'W_NO_ATTACH'],
    ['mail.attach.add', { draft: 'D1002', file: 'F1001' }],
    ['mail.attach.add', { draft: 'D1002', file: 'F1002' }, 'E_SIZE'],
    ['mail.attach.add', { draft: 'D1002', file: 'F1003' }, 'E_TYPE_BLOCKED'],
    ['mail.attach.remove', { draft: 'D1002', name: '报价单.xlsx' }],
    ['mail.attach.remove', { draft: 'D1002', name: '报价单.xlsx' }, 'E_NONE'],
    ['mail.attach.add', { draft: 'D1002', file: 'F1001' }],
    ['mail.send', { draft: 'D1002' }],
    by(7200),
    ['mail.phish.report', { message: 'M1002', reasons: ['回复地址不符', '链接地址不符'] }],
    ['mail.unsubscribe', { message: 'M1003' }],
    ['mail.unsubscribe', { message: 'M1001' }, 'E_NO_LIST'],
    ['mail.archive', { message: 'M1003' }],
    ['mail.delete', { message: 'M1003' }],
    ['mail.delete', { message: 'M1003' }, 'E_BINNED'],
    ['mail.restore', { message: 'M1003' }],
    ['mail.restore', { message: 'M1003' }, 'E_NOT_BINNED'],
    ['mail.move', { message: 'M1003', folder: '客户来信' }],
    ['mail.move', { message: 'M1003', folder: '没有' }, 'E_NO_FOLDER'],
    ['mail.contact.save', { id: null, name: '钱丽', addr: 'qian@kehu.lab.test', group: '' }],
    ['mail.contact.save', { id: null, name: '钱丽', addr: '不是地址', group: '' }, 'E_ADDR_SYNTAX'],
    ['mail.contact.group', { ids: ['C1001', 'K1'], group: '重点客户' }],
    ['mail.contact.group', { ids: ['K9'], group: 'x' }, 'E_NONE'],
    ['mail.rule.delete', { id: 'R1002' }],
    by(1_000_000),
  ],
  follows: ['answered'],
}

const careless: Play = {
  name: 'wrong addresses, the wrong Zhao, a forged letter, a link',
  apps: { desk: {}, net, mail },
  agents: [zhao, phisher],
  steps: [
    by(300),
    draft({ to: [] }),
    ['mail.send', { draft: 'D1001' }, 'E_NO_RCPT'],
    draft({ id: 'D1001', to: ['不是地址'] }),
    ['mail.send', { draft: 'D1001' }, 'E_ADDR_SYNTAX'],
    draft({ id: 'D1001', to: ['zhao@kehu.lab.test'], subject: '' }),
    ['mail.send', { draft: 'D1001' }, 'W_NO_SUBJECT'],
    ['mail.send', { draft: 'D1001', confirm: ['W_NO_SUBJECT'] }],
    ['mail.archive', { message: 'M1005' }, 'E_SENT'],
    draft({ to: ['zhoa@kehu.lab.test', 'full@kehu.lab.test'] }),
    ['mail.send', { draft: 'D1002' }],
    draft({ to: ['zhao@tongming.lab.test'] }),
    ['mail.send', { draft: 'D1003' }],
    draft({ text: '长'.repeat(20_001) }, 'E_SIZE'),
    ['mail.replyAll', { message: 'M1001' }, 'W_REPLYALL_EXTERNAL'],
    ['mail.replyAll', { message: 'M1001', confirm: ['W_REPLYALL_EXTERNAL'] }],
    ['mail.forward', { message: 'M1001', to: [`boss@${DOMAIN}`] }],
    ['mail.send', { draft: 'D1005' }],
    ['mail.phish.report', { message: 'M1001', reasons: ['催促恐吓'] }],
    ['mail.reply', { message: 'M1002' }],
    ['mail.send', { draft: 'D1006' }],
    ['mail.link.click', { message: 'M1002', url: 'https://nowhere.test/' }, 'E_NONE'],
    ['mail.link.click', { message: 'M1002', url: 'https://pay-lab.test/verify' }],
    by(3600),
    ['mail.send', { draft: 'D1004' }, 'E_HIJACKED'],
    ['mail.password.change', { password: 'short' }, 'E_WEAK'],
    ['mail.password.change', { password: 'Longer-2026' }],
    ['mail.send', { draft: 'D1004' }],
    by(100),
  ],
  springs: ['twin', 'forged', 'link', 'innocent'],
  follows: ['bounced', 'hijacked', 'answered'],
}

const bare: Play = {
  name: 'a new clerk opens a mailbox; the other is away',
  apps: { desk: {}, net, mail: { ...mail, mailboxes: mail.mailboxes.slice(1), incoming: [], contacts: [] } },
  steps: [
    draft({}, 'E_NO_BOX'),
    ['mail.account.create', { local: '王 芳', password: 'Abcd-2026', name: '王芳' }, 'E_ADDR_SYNTAX'],
    ['mail.account.create', { local: 'boss', password: 'Abcd-2026', name: '王芳' }, 'E_ADDR_TAKEN'],
    ['mail.account.create', { local: 'wang', password: 'abcdefgh', name: '王芳' }, 'E_WEAK'],
    ['mail.account.create', { local: 'wang', password: 'Abcd-2026', name: '王芳' }],
    ['mail.account.create', { local: 'wang2', password: 'Abcd-2026', name: '王芳' }, 'E_HAS_BOX'],
    ['desk.persona.switch', { persona: 'second' }],
    ['mail.autoreply.set', { from: '2026-03-02', until: '2026-03-01', text: '外出' }, 'E_DATE'],
    ['mail.autoreply.set', { from: '2026-03-02', until: '2026-03-09', text: '我在外地，三月九日回来。' }],
    ['desk.persona.switch', { persona: 'clerk' }],
    draft({ to: [`boss@${DOMAIN}`] }),
    ['mail.send', { draft: 'D1001' }],
    by(600),
    ['mail.open', { message: 'M1004' }],
  ],
}

const partner = (id: string, more: object = {}) => ({
  id,
  subject: { name: '赵明', org: '清和茶行', email: 'zhao@kehu.lab.test' },
  ...more,
})
const pki = {
  partners: [
    partner('zhao'),
    partner('zhao.old', { revoked: true }),
    partner('zhao.past', { expired: true }),
    { id: 'qian', subject: { name: '钱丽', org: '', email: 'qian@kehu.lab.test' } },
  ],
  owners: [{ id: 'wang', persona: 'clerk', subject: { name: '王芳', org: '云栖茶业', email: `wang@${DOMAIN}` } }],
  tokens: [{ persona: 'second', pin: 'TAINT-9105', puk: '1' }],
}
/** Numbers of these certificates: always the same in this play. */
const [OWN, ZHAO, OLD, PAST, QIAN] = ['46540add7364fb6e', '6d28b7999622ad48', '25c1fb2c0d128646', '5bf47f936f1147ad', '3b1481288f284d7a']
const signed = (after: number, more: object) => ({
  after,
  to: `wang@${DOMAIN}`,
  from: { name: '赵明', addr: 'zhao@kehu.lab.test' },
  subject: '合同',
  text: '合同金额 128,000 元。',
  signedBy: 'zhao',
  ...more,
})
const secret = {
  ...mail,
  incoming: [
    signed(60, {}),
    signed(120, { altered: '合同金额 182,000 元。' }),
    signed(180, { signedBy: 'zhao.old' }),
    signed(240, { signedBy: null }),
  ],
}
const binds = (serial: string, refusal?: string): PlayStep =>
  refusal === undefined
    ? ['mail.contact.certificate', { contact: 'K1', serial }]
    : ['mail.contact.certificate', { contact: 'K1', serial }, refusal]
const sends = (id: string, more: object, refusal?: string): PlayStep =>
  refusal === undefined ? ['mail.send', { draft: id, ...more }] : ['mail.send', { draft: id, ...more }, refusal]

/** What the letter to the other desk is called there. */
const INSIDE = 'M1008'
const secured: Play = {
  name: 'letters are signed and sealed, and signed letters are checked',
  apps: { desk: {}, net, pki, mail: secret },
  agents: [zhao],
  steps: [
    by(300),
    ['pki.open', {}],
    draft({}),
    sends('D1001', { encrypt: true }, 'E_NO_RCPT_CERT'),
    sends('D1001', { sign: '1' }, 'E_NO_SIGN_CERT'),
    ['mail.contact.certificate', { contact: 'K9', serial: ZHAO }, 'E_NONE'],
    binds('1', 'E_NO_CERT'),
    binds(QIAN, 'E_CERT_MAIL_MISMATCH'),
    binds(PAST),
    sends('D1001', { encrypt: true }, 'E_RCPT_CERT_EXPIRED'),
    ['mail.verify', { message: 'M1001' }, 'E_CRL_OLD'],
    binds(OLD),
    sends('D1001', { encrypt: true }),
    ['pki.crl.fetch', {}],
    draft({}),
    sends('D1002', { encrypt: true }, 'E_RCPT_CERT_REVOKED'),
    binds(ZHAO),
    sends('D1002', { sign: OWN, encrypt: true }),
    ['mail.verify', { message: 'M1004' }, 'E_NOT_SIGNED'],
    ['mail.verify', { message: 'M9' }, 'E_NONE'],
    ['mail.conclude', { message: 'M9', verdict: 'intact' }, 'E_NONE'],
    ['mail.conclude', { message: 'M1001', verdict: 'intact' }, 'E_NOT_CHECKED'],
    ['mail.verify', { message: 'M1001' }],
    ['mail.verify', { message: 'M1002' }],
    ['mail.verify', { message: 'M1003' }],
    ['mail.conclude', { message: 'M1001', verdict: 'intact' }],
    ['mail.conclude', { message: 'M1002', verdict: 'intact' }],
    ['mail.conclude', { message: 'M1003', verdict: 'revoked' }],
    open,
    save('报价单.xlsx'),
    draft({ to: [`boss@${DOMAIN}`], subject: '内部' }),
    ['mail.attach.add', { draft: 'D1003', file: 'F1001' }],
    sends('D1003', { sign: OWN }),
    by(300),
    ['desk.persona.switch', { persona: 'second' }],
    ['pki.crl.fetch', {}],
    ['mail.verify', { message: INSIDE }],
    ['desk.persona.switch', { persona: 'clerk' }],
    ['pki.revoke', { serial: OWN, reason: 'keyCompromise' }],
    by(3 * 3600),
    draft({}),
    sends('D1004', { sign: OWN }),
    by(99 * 86_400),
  ],
  springs: ['unopened', 'fooled'],
  follows: ['answered'],
}

const lapsed: Play = {
  name: 'a certificate that has run out signs nothing',
  apps: { desk: {}, net, mail: secret, pki: { ...pki, owners: [{ ...pki.owners[0], daysLeft: 1 }] } },
  steps: [['pki.open', {}], by(2 * 86_400), draft({}), sends('D1001', { sign: OWN }, 'E_SIGN_FAILED')],
}

export const mailRuns: readonly Play[] = [secured, lapsed, clean, careless, bare]
