import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { moved } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { ownApplication } from './apply.ts'
import { entropyFor, newKey } from './material.ts'
import { APPLICATION, type Certificate, type PkiPart, type PkiSlice, Store, Subject, TOKEN, parts } from './slice.ts'

const MOST_TRIES = 5
const Folder = z
  .string()
  .regex(/^\/([^/\\:*?"<>|]+(\/[^/\\:*?"<>|]+)*)?$/)
  .max(120)
type Read = { readonly subject: Subject; readonly public: string; readonly signed: boolean } | null

/** 0 to 4: one for a length of 8, one more for 12, one for three kinds of signs, one more for four. */
export function strengthOf(password: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length
  return (password.length >= 8 ? 1 : 0) + (password.length >= 12 ? 1 : 0) + (kinds >= 3 ? 1 : 0) + (kinds >= 4 ? 1 : 0)
}

export function ownCertificate(s: Frozen<PkiSlice>, ctx: Pick<DecideContext, 'persona'>, serial: string): Frozen<Certificate> | undefined {
  return s.certs.find(c => c.serial === serial && c.holder === ctx.persona)
}

/** The token's door: null when it opens, a refusal, or the event that counts a wrong try. */
export function pinFault(s: Frozen<PkiSlice>, ctx: DecideContext, pin: string | null): Decision | null {
  const token = s.tokens[ctx.persona]
  if (token === undefined) return no('E_NO_TOKEN')
  if (token.state === 'locked') return no('E_PIN_LOCKED')
  if (pin === token.pin.hidden) return null
  const left = MOST_TRIES - 1 - token.tries
  return happened('pinFailed', { persona: ctx.persona, left }, { reply: { left } })
}

function submitRequest(s: Frozen<PkiSlice>, { no: id, pem }: { no: string; pem: string }, ctx: DecideContext): Decision {
  const application = ownApplication(s, ctx, id)
  if (application === undefined) return no('E_NONE', { id }, 'no')
  if (application.state !== 'submitted' && application.state !== 'needMore' && application.state !== 'approved')
    return no('E_STATE', { state: APPLICATION.states[application.state]?.zh ?? '', allowed: '无' })
  const read = ctx.effect('pki.readRequest', { pem }) as Read
  const key = s.keys.find(k => k.public === read?.public && k.persona === ctx.persona)
  if (read?.signed !== true || key === undefined) return no('E_CSR_SIG', {}, 'pem')
  const { subject } = application
  if (read.subject.name !== subject.name || read.subject.email !== subject.email) return no('E_SUBJECT_MISMATCH', {}, 'pem')
  return happened('requestSubmitted', { no: id, key: key.id, pem })
}

const Export = z.strictObject({
  serial: z.string(),
  withKey: z.boolean(),
  password: z.string().max(60).default(''),
  folder: Folder,
  name: z.string().min(1).max(80),
})

function exportCert(
  s: Frozen<PkiSlice>,
  { serial, withKey, password, folder, name }: z.output<typeof Export>,
  ctx: DecideContext,
): Decision {
  const cert = ownCertificate(s, ctx, serial)
  if (cert === undefined) return no('E_NONE', { id: serial }, 'serial')
  if (withKey && cert.store === 'token') return no('E_NO_KEY')
  if (withKey && strengthOf(password) < 1) return no('E_PW_WEAK', {}, 'password')
  const id = ctx.nextId('EX')
  const file = {
    secret: cert.privateKey.hidden,
    certificates: [cert.pem, s.issuing?.pem ?? ''],
    name: cert.subject.name,
    password,
    entropy: entropyFor(ctx, `${id}/${serial}`),
  }
  const data = withKey ? (ctx.effect('pki.keyFile', file) as string) : cert.pem
  const kept = { id, persona: ctx.persona, serial, withKey, strength: withKey ? strengthOf(password) : 0, folder, name, data }
  return happened('exported', { ...kept, password: { hidden: password } }, { reply: { id, data } })
}

/** Keys, requests, key files, and the token with its PIN. */
export const keys: PkiPart = {
  commands: {
    'key.generate': parts.command({
      zh: '生成密钥',
      data: z.strictObject({ store: Store, alg: z.enum(['P-256', 'RSA-1024', 'P-192']) }),
      who: 'persona',
      refusals: ['E_ALG_WEAK', 'E_STORE_LOCKED', 'E_NO_TOKEN'],
      decide: (s, { store, alg }, ctx) => {
        if (alg !== 'P-256') return no('E_ALG_WEAK', { alg }, 'alg')
        if (store === 'token' && s.tokens[ctx.persona] === undefined) return no('E_NO_TOKEN')
        if (store === 'token' && s.tokens[ctx.persona]?.state === 'locked') return no('E_STORE_LOCKED')
        const pair = newKey(ctx, `${ctx.persona}/${s.keys.length}`)
        const id = ctx.nextId('KY')
        return happened(
          'keyMade',
          { id, persona: ctx.persona, store, public: pair.public, privateKey: { hidden: pair.secret } },
          { reply: id },
        )
      },
    }),
    'csr.create': parts.command({
      zh: '生成证书请求',
      data: z.strictObject({ key: z.string(), subject: Subject }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { key: id, subject }, ctx) => {
        const key = s.keys.find(k => k.id === id && k.persona === ctx.persona)
        if (key === undefined) return no('E_NONE', { id }, 'key')
        const pem = ctx.effect('pki.request', { key: { secret: key.privateKey.hidden, public: key.public }, subject }) as string
        return happened('requestMade', { key: id, persona: ctx.persona, pem }, { reply: pem })
      },
    }),
    'csr.submit': parts.command({
      zh: '提交证书请求',
      data: z.strictObject({ no: z.string(), pem: z.string().max(8000) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_CSR_SIG', 'E_SUBJECT_MISMATCH'],
      decide: submitRequest,
    }),
    export: parts.command({
      zh: '导出证书',
      data: Export,
      who: 'persona',
      refusals: ['E_NONE', 'E_NO_KEY', 'E_PW_WEAK'],
      decide: exportCert,
    }),
    import: parts.command({
      zh: '导入证书',
      data: z.strictObject({ export: z.string(), password: z.string().default(''), store: z.enum(['personal', 'others', 'roots']) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_WRONG_PW', 'E_STORE'],
      decide: (s, { export: id, password, store }, ctx) => {
        const file = s.exports.find(e => e.id === id)
        if (file === undefined) return no('E_NONE', { id }, 'export')
        if (file.withKey && file.password.hidden !== password) return no('E_WRONG_PW', {}, 'password')
        if (store !== (file.withKey ? 'personal' : 'others')) return no('E_STORE', { right: file.withKey ? '个人' : '其他人' }, 'store')
        return happened('imported', { export: id, persona: ctx.persona, store })
      },
    }),
    'pin.change': parts.command({
      zh: '修改 PIN',
      data: z.strictObject({ old: z.string(), new: z.string().max(20) }),
      who: 'persona',
      refusals: ['E_NO_TOKEN', 'E_PIN_LOCKED', 'E_PIN_FORM'],
      decide: (s, { old, new: next }, ctx) => {
        const fault = pinFault(s, ctx, old)
        if (fault !== null) return fault
        if (!/^\d{6,12}$/.test(next) || next === old) return no('E_PIN_FORM', {}, 'new')
        return happened('pinChanged', { persona: ctx.persona, pin: { hidden: next } })
      },
    }),
    'pin.unlock': parts.command({
      zh: '解锁 U 盾',
      data: z.strictObject({ puk: z.string(), pin: z.string() }),
      who: 'persona',
      refusals: ['E_NO_TOKEN', 'E_PUK', 'E_PIN_FORM', 'E_NOT_LOCKED'],
      decide: (s, { puk, pin }, ctx) => {
        const token = s.tokens[ctx.persona]
        if (token === undefined) return no('E_NO_TOKEN')
        if (token.state !== 'locked') return no('E_NOT_LOCKED')
        if (token.puk.hidden !== puk) return no('E_PUK', {}, 'puk')
        return /^\d{6,12}$/.test(pin)
          ? happened('tokenUnlocked', { persona: ctx.persona, pin: { hidden: pin } })
          : no('E_PIN_FORM', {}, 'pin')
      },
    }),
  },
  events: {
    keyMade: parts.event({
      data: z.strictObject({
        id: z.string(),
        persona: z.string(),
        store: Store,
        public: z.string(),
        privateKey: z.strictObject({ hidden: z.string() }),
      }),
      caption: ({ id, store }, { who }) => `${who}在${store === 'token' ? ' U 盾' : '本机'}生成密钥 ${id}`,
      evolve: (s, key, { seq }) => void s.keys.push({ ...key, seq }),
    }),
    requestMade: parts.event({
      data: z.strictObject({ key: z.string(), persona: z.string(), pem: z.string() }),
      caption: ({ key }, { who }) => `${who}用密钥 ${key} 生成证书请求`,
      evolve: (s, request, { seq }) => void s.requests.push({ ...request, seq }),
    }),
    requestSubmitted: parts.event({
      data: z.strictObject({ no: z.string(), key: z.string(), pem: z.string() }),
      caption: ({ no: id }, { who }) => `${who}为申请 ${id} 提交证书请求`,
      evolve: (s, { no: id, key, pem }, { seq }) => {
        for (const a of s.applications) if (a.no === id) Object.assign(a, { key, request: pem, seq })
      },
    }),
    exported: parts.event({
      data: z.strictObject({
        id: z.string(),
        persona: z.string(),
        serial: z.string(),
        withKey: z.boolean(),
        strength: z.int(),
        folder: z.string(),
        name: z.string(),
        data: z.string(),
        password: z.strictObject({ hidden: z.string() }),
      }),
      caption: ({ name, folder, withKey }, { who }) => `${who}导出证书${withKey ? '和私钥' : ''}到 ${folder === '/' ? '' : folder}/${name}`,
      evolve: (s, file, { seq }) => void s.exports.push({ ...file, seq }),
    }),
    imported: parts.event({
      data: z.strictObject({ export: z.string(), persona: z.string(), store: z.string() }),
      caption: ({ export: id }, { who }) => `${who}导入证书文件 ${id}`,
      evolve: () => {},
    }),
    pinFailed: parts.event({
      data: z.strictObject({ persona: z.string(), left: z.int() }),
      caption: ({ left }, { who }) => `${who}输错 PIN，${left > 0 ? `还可以试 ${left} 次` : 'U 盾已锁定'}`,
      evolve: (s, { persona, left }) => {
        const token = s.tokens[persona]
        if (token === undefined) return
        token.tries = MOST_TRIES - left
        if (left <= 0) token.state = moved(TOKEN, token.state, 'lock')
      },
    }),
    pinChanged: parts.event({
      data: z.strictObject({ persona: z.string(), pin: z.strictObject({ hidden: z.string() }) }),
      caption: (_d, { who }) => `${who}修改 U 盾 PIN`,
      evolve: (s, { persona, pin }) => {
        const token = s.tokens[persona]
        if (token !== undefined) Object.assign(token, { pin, tries: 0 })
      },
    }),
    tokenUnlocked: parts.event({
      data: z.strictObject({ persona: z.string(), pin: z.strictObject({ hidden: z.string() }) }),
      caption: (_d, { who }) => `${who}用 PUK 解锁 U 盾`,
      evolve: (s, { persona, pin }) => {
        const token = s.tokens[persona]
        if (token !== undefined) Object.assign(token, { pin, tries: 0, state: moved(TOKEN, token.state, 'unlock') })
      },
    }),
  },
  refusals: {
    E_ALG_WEAK: '算法 {alg} 强度不足，已不允许使用，请选择 P-256。',
    E_STORE_LOCKED: 'U 盾已锁定，请先解锁。',
    E_NO_TOKEN: '没有插入 U 盾。',
    E_CSR_SIG: '证书请求的签名验证不通过，或不是由您的密钥生成。',
    E_SUBJECT_MISMATCH: '证书请求中的主体与申请信息不一致。',
    E_NO_KEY: 'U 盾中的私钥不能导出。',
    E_PW_WEAK: '备份口令至少 8 位。',
    E_WRONG_PW: '备份口令不正确，无法打开文件。',
    E_STORE: '这个文件应导入到“{right}”存储区。',
    E_PIN_LOCKED: 'PIN 连续输错 5 次，U 盾已锁定，请用 PUK 解锁。',
    E_PIN_FORM: '新 PIN 应为 6 至 12 位数字，且不能与原 PIN 相同。',
    E_PUK: 'PUK 不正确。',
    E_NOT_LOCKED: 'U 盾没有锁定。',
  },
}
