import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { parseIdNumber } from '../../../../kernel/id-number.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { certificateFault } from './certificate.ts'
import { ownAccount, signedIn, userOf } from './lookup.ts'
import { luhnDigit, tail } from './numbers.ts'
import { ACCOUNT, Auth, type BankPart, type BankSlice, type EUser, parts } from './slice.ts'

const PHONE = /^1\d{10}$/
const CODE_SECONDS = 300
const Form = z.strictObject({
  name: z.string().min(1).max(30),
  idNo: z.string().max(20),
  phone: z.string().max(20),
  address: z.string().min(1).max(100),
  occupation: z.string().min(1).max(40),
})

/** Eleven digits behind the bank's own, drawn for the person, and the check digit. */
function newNumber(s: Frozen<BankSlice>, ctx: DecideContext): string {
  const luck = { agent: 'bank.counter', purpose: 'account', about: ctx.persona }
  const body = `${s.prefix}${String(ctx.draws.number(luck, s.accounts.length, 1_000_000_000)).padStart(9, '0')}${String(s.accounts.length % 1000).padStart(3, '0')}`
  return `${body}${luhnDigit(body)}`
}

function isWeak(password: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length
  return password.length < 8 || kinds < 3
}

/** A code to a phone: good for five minutes, and only for what it was asked for. */
function sendCode(s: Frozen<BankSlice>, ctx: DecideContext, to: { readonly phone: string; readonly purpose: string }): Decision {
  const luck = { agent: 'bank.sms', purpose: 'code', about: `${ctx.persona}/${to.purpose}` }
  const code = String(100_000 + ctx.draws.number(luck, s.sms.length, 900_000))
  return happened('codeSent', { ...to, persona: ctx.persona, code, until: ctx.now + CODE_SECONDS })
}

function codeFault(s: Frozen<BankSlice>, ctx: DecideContext, purpose: string, code: string | null): ReturnType<typeof no> | null {
  const sent = s.codes[ctx.persona]
  if (sent?.purpose !== purpose || sent.code !== code) return no('E_OTP', {}, 'code')
  return sent.until < ctx.now ? no('E_OTP_EXPIRED', {}, 'code') : null
}

const Login = z.strictObject({
  user: z.string(),
  password: z.string().nullable().default(null),
  code: z.string().nullable().default(null),
  certificate: z.string().nullable().default(null),
})

/** What keeps somebody out besides a wrong password, which is an event. */
function loginFault(
  s: Frozen<BankSlice>,
  ctx: DecideContext,
  user: Frozen<EUser>,
  given: z.output<typeof Login>,
): ReturnType<typeof no> | null {
  if (user.locked) return no('E_LOCKED')
  if (user.auth === 'otp') return codeFault(s, ctx, 'login', given.code)
  if (user.auth !== 'certificate') return null
  if (given.certificate !== user.certificate || user.certificate === null) return no('E_CERT_REQUIRED', {}, 'certificate')
  return certificateFault(ctx, user.certificate)
}

function login(s: Frozen<BankSlice>, given: z.output<typeof Login>, ctx: DecideContext): Decision {
  const user = s.users.find(u => u.user === given.user && u.persona === ctx.persona)
  if (user === undefined) return no('E_USER', { user: given.user }, 'user')
  const fault = loginFault(s, ctx, user, given)
  if (fault !== null) return fault
  if (user.password.hidden === given.password) return happened('loggedIn', { user: user.user, persona: ctx.persona, method: user.auth })
  const left = 2 - user.tries
  const unlock = { after: 86_400, by: 'bank.fraud', type: 'bank.user.unlock', data: { user: user.user }, known: '网银锁定到期' }
  return happened('loginFailed', { user: user.user, left }, { reply: { left }, ...(left > 0 ? {} : { timers: [unlock] }) })
}

/** Becoming a customer, the phone, signing in, limits. */
export const customers: BankPart = {
  commands: {
    open: parts.command({
      zh: '开立账户',
      data: Form,
      who: 'persona',
      refusals: ['E_HAS_ACCOUNT', 'E_ID', 'E_ID_NAME', 'E_PHONE'],
      decide: (s, form, ctx) => {
        if (userOf(s, ctx.persona) !== undefined || s.customers.some(c => c.idNo === form.idNo && c.idNo !== '')) return no('E_HAS_ACCOUNT')
        if (!parseIdNumber(form.idNo).ok) return no('E_ID', {}, 'idNo')
        if (!PHONE.test(form.phone)) return no('E_PHONE', {}, 'phone')
        const known = s.residents.hidden[`id-${form.idNo}`]
        if (known !== undefined && known !== form.name) return no('E_ID_NAME', {}, 'name')
        const account = newNumber(s, ctx)
        return happened('accountOpened', { ...form, id: ctx.nextId('CU'), account, persona: ctx.persona }, { reply: account })
      },
    }),
    'ebank.activate': parts.command({
      zh: '开通网上银行',
      data: z.strictObject({ account: z.string(), user: z.string().min(4).max(30), password: z.string().max(60), agree: z.boolean() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_ACTIVE', 'E_AGREE', 'E_WEAK', 'E_USER_TAKEN'],
      decide: (s, { account: accountNo, user, password, agree }, ctx) => {
        const account = s.accounts.find(a => a.no === accountNo)
        const customer = s.customers.find(c => c.id === account?.customer)
        if (account === undefined || customer === undefined) return no('E_NONE', { id: accountNo }, 'account')
        if (s.users.some(u => u.customer === customer.id)) return no('E_ACTIVE')
        if (!agree) return no('E_AGREE', {}, 'agree')
        if (isWeak(password)) return no('E_WEAK', {}, 'password')
        if (s.users.some(u => u.user === user)) return no('E_USER_TAKEN', { user }, 'user')
        return happened('ebankActivated', { customer: customer.id, user, persona: ctx.persona, password: { hidden: password } })
      },
    }),
    'code.send': parts.command({
      zh: '获取短信验证码',
      data: z.strictObject({ purpose: z.enum(['bind', 'login']), phone: z.string().nullable().default(null) }),
      who: 'persona',
      refusals: ['E_PHONE', 'E_LOGIN', 'E_NO_PHONE'],
      decide: (s, { purpose, phone }, ctx) => {
        if (purpose === 'login') {
          const own = userOf(s, ctx.persona)?.phone ?? null
          return own === null ? no('E_NO_PHONE') : sendCode(s, ctx, { phone: own, purpose })
        }
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        return phone === null || !PHONE.test(phone) ? no('E_PHONE', {}, 'phone') : sendCode(s, ctx, { phone, purpose })
      },
    }),
    'phone.bind': parts.command({
      zh: '绑定手机',
      data: z.strictObject({ code: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_OTP', 'E_OTP_EXPIRED'],
      decide: (s, { code }, ctx) => {
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        const fault = codeFault(s, ctx, 'bind', code)
        return fault ?? happened('phoneBound', { user: user.value.user, phone: s.codes[ctx.persona]?.phone ?? '' })
      },
    }),
    'auth.set': parts.command({
      zh: '设置登录方式',
      data: z.strictObject({ auth: Auth }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NO_PHONE', 'E_CERT_REQUIRED'],
      decide: (s, { auth }, ctx) => {
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        if (auth === 'otp' && user.value.phone === null) return no('E_NO_PHONE')
        if (auth === 'certificate' && user.value.certificate === null) return no('E_CERT_REQUIRED', {}, 'auth')
        return happened('authSet', { user: user.value.user, auth })
      },
    }),
    login: parts.command({
      zh: '登录网上银行',
      data: Login,
      who: 'persona',
      refusals: ['E_USER', 'E_LOCKED', 'E_OTP', 'E_OTP_EXPIRED', 'E_CERT_REQUIRED', 'E_CERT_REVOKED', 'E_CERT_EXPIRED'],
      decide: login,
    }),
    logout: parts.command({
      zh: '退出网上银行',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_LOGIN'],
      decide: (s, _data, ctx) => (s.sessions[ctx.persona] === undefined ? no('E_LOGIN') : happened('loggedOut', { persona: ctx.persona })),
    }),
    'user.unlock': parts.command({
      zh: '解除网银锁定',
      data: z.strictObject({ user: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, { user }) => happened('unlocked', { user }),
    }),
    'limits.set': parts.command({
      zh: '设置转账限额',
      data: z.strictObject({ single: z.int().min(0), day: z.int().min(0) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_LIMIT_ORDER', 'E_LIMIT_MOST'],
      decide: (s, { single, day }, ctx) => {
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        if (single > day) return no('E_LIMIT_ORDER', {}, 'single')
        const [mostSingle = 0, mostDay = 0] = s.caps[user.value.auth] ?? []
        if (single > mostSingle || day > mostDay) return no('E_LIMIT_MOST', { single: mostSingle / 100, day: mostDay / 100 }, 'single')
        return happened('limitsSet', { user: user.value.user, single, day })
      },
    }),
    'account.note': parts.command({
      zh: '填写账户备注',
      data: z.strictObject({ account: z.string(), note: z.string().max(100) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE'],
      decide: (s, { account, note }, ctx) => {
        const own = ownAccount(s, ctx, account)
        return own.ok ? happened('noted', { account, note, persona: ctx.persona }) : own
      },
    }),
  },
  events: {
    accountOpened: parts.event({
      data: Form.extend({ id: z.string(), account: z.string(), persona: z.string() }),
      caption: ({ name, account }, { who }) => `${who}为${name}开立账户，尾号 ${tail(account)}`,
      evolve: (s, { account, persona: _p, ...customer }, { seq }) => {
        s.customers.push({ ...customer, kind: 'personal', seq })
        s.accounts.push({
          no: account,
          customer: customer.id,
          name: customer.name,
          balance: 0,
          frozen: 0,
          status: ACCOUNT.initial,
          online: null,
          note: '',
          seq,
        })
      },
    }),
    ebankActivated: parts.event({
      data: z.strictObject({
        customer: z.string(),
        user: z.string(),
        persona: z.string(),
        password: z.strictObject({ hidden: z.string() }),
      }),
      caption: ({ user }, { who }) => `${who}开通网上银行，用户名 ${user}`,
      evolve: (s, { customer, user, persona, password }, { seq }) => {
        const [single, day] = [100_000, 500_000]
        const own = { user, persona, customer, role: 'personal' as const, password: hide(password.hidden), phone: null, certificate: null }
        s.users.push({ ...own, auth: 'password', tries: 0, locked: false, single, day, seq })
      },
    }),
    codeSent: parts.event({
      data: z.strictObject({ persona: z.string(), phone: z.string(), purpose: z.string(), code: z.string(), until: z.int() }),
      caption: ({ phone }) => `短信验证码已发往 ${phone.slice(0, 3)}****${phone.slice(-4)}`,
      shown: (d, persona) => d.persona === persona,
      evolve: (s, { persona, phone, purpose, code, until }, { at, seq }) => {
        s.codes[persona] = { purpose, phone, code, until, seq }
        s.sms.push({ persona, phone, text: `【${s.name}】验证码 ${code}，5 分钟内有效。请勿告诉他人，银行工作人员不会索要。`, at })
      },
    }),
    phoneBound: parts.event({
      data: z.strictObject({ user: z.string(), phone: z.string() }),
      caption: (_d, { who }) => `${who}绑定手机`,
      evolve: (s, { user, phone }) => change(s, user, { phone }),
    }),
    authSet: parts.event({
      data: z.strictObject({ user: z.string(), auth: Auth }),
      caption: ({ auth }, { who }) => `${who}把登录方式设为${{ password: '密码', otp: '密码加短信验证码', certificate: '数字证书' }[auth]}`,
      evolve: (s, { user, auth }) => change(s, user, { auth }),
    }),
    loggedIn: parts.event({
      data: z.strictObject({ user: z.string(), persona: z.string(), method: z.string() }),
      caption: (_d, { who }) => `${who}登录网上银行`,
      evolve: (s, { user, persona, method }, { at, seq }) => {
        change(s, user, { tries: 0 })
        s.sessions[persona] = { user, method, at, seq }
        s.logins.push({ user, method, right: true, seq })
      },
    }),
    loginFailed: parts.event({
      data: z.strictObject({ user: z.string(), left: z.int() }),
      caption: ({ left }, { who }) => `${who}登录密码错误，${left > 0 ? `还可以试 ${left} 次` : '网银已锁定 24 小时'}`,
      evolve: (s, { user, left }, { seq }) => {
        change(s, user, { tries: 3 - left, locked: left <= 0 })
        s.logins.push({ user, method: 'password', right: false, seq })
      },
    }),
    loggedOut: parts.event({
      data: z.strictObject({ persona: z.string() }),
      caption: (_d, { who }) => `${who}退出网上银行`,
      evolve: (s, { persona }) => void delete s.sessions[persona],
    }),
    unlocked: parts.event({
      data: z.strictObject({ user: z.string() }),
      caption: ({ user }) => `用户 ${user} 的网银锁定已解除`,
      evolve: (s, { user }) => change(s, user, { tries: 0, locked: false }),
    }),
    limitsSet: parts.event({
      data: z.strictObject({ user: z.string(), single: z.int(), day: z.int() }),
      caption: ({ single, day }, { who }) => `${who}把转账限额设为单笔 ${single / 100} 元、每日 ${day / 100} 元`,
      evolve: (s, { user, single, day }) => change(s, user, { single, day }),
    }),
    noted: parts.event({
      data: z.strictObject({ account: z.string(), note: z.string(), persona: z.string() }),
      caption: ({ account }, { who }) => `${who}填写账户 ${tail(account)} 的备注`,
      evolve: (s, { account: accountNo, note }, { seq }) => {
        for (const account of s.accounts) if (account.no === accountNo) Object.assign(account, { note, seq })
      },
    }),
  },
  refusals: {
    E_LOGIN: '请先登录网上银行。',
    E_NONE: '找不到 {id}。',
    E_HAS_ACCOUNT: '该证件已在本行开户，不能重复开立。',
    E_ID: '身份证号码校验不通过，请对照证件逐位核对。',
    E_ID_NAME: '姓名与身份证号码登记信息不一致，请核对证件。',
    E_PHONE: '手机号码应为 11 位数字。',
    E_ACTIVE: '该客户已开通网上银行。',
    E_AGREE: '请阅读并同意《网上银行服务协议》。',
    E_WEAK: '登录密码至少 8 位，并含大小写字母、数字和符号中的三种。',
    E_USER_TAKEN: '用户名“{user}”已被使用，请换一个。',
    E_NO_PHONE: '尚未绑定手机，不能使用短信验证码。',
    E_OTP: '短信验证码不正确，请核对最近一条短信。',
    E_OTP_EXPIRED: '短信验证码已过期，请重新获取。',
    E_USER: '没有用户名为“{user}”的网银用户。',
    E_LOCKED: '密码连续输错 3 次，网银已锁定，24 小时后自动解除。',
    E_CERT_REQUIRED: '请使用已绑定的数字证书。',
    E_LIMIT_ORDER: '单笔限额不能大于日累计限额。',
    E_LIMIT_MOST: '当前登录方式下，单笔限额最高 {single} 元，日累计最高 {day} 元。',
  },
}

function change(s: BankSlice, name: string, to: Partial<EUser>): void {
  for (const user of s.users) if (user.user === name) Object.assign(user, to)
}
