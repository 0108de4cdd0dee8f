import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { TimerWish } from '../../core/app/lab-app.ts'
import { type Machine, after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { worldTime } from '../../core/world/ids.ts'
import { type Domain, HostName, type NetPart, type NetSlice, parts } from './slice.ts'

const DAY = 86_400

/** The life of a domain name. Its owner registers and renews it; the rest is done by the registrar as time goes by. */
export const DOMAIN: Machine = {
  initial: 'free',
  states: {
    free: { zh: '未注册', on: { register: 'registered' } },
    registered: { zh: '已注册，等待生效', on: { activate: 'active' } },
    active: { zh: '正常', on: { renew: 'active', expire: 'expired' } },
    expired: { zh: '已过期', on: { renew: 'active', redeem: 'redemption' } },
    redemption: { zh: '赎回期', on: { renew: 'active', drop: 'free' } },
  },
  triggers: { register: '注册', activate: '生效', renew: '续费', expire: '到期', redeem: '进入赎回期', drop: '删除' },
}

const Named = z.strictObject({ name: HostName })
const Kind = z.enum(['A', 'CNAME', 'MX', 'TXT'])

/** What the registrar does next with a domain, and when. */
function nextStep(name: string, state: string, from: number): TimerWish[] {
  const steps: Readonly<Record<string, readonly [string, number, string | null]>> = {
    registered: ['activate', 300, null],
    active: ['expire', 0, `域名 ${name} 到期`],
    expired: ['redeem', 30 * DAY, null],
    redemption: ['drop', 30 * DAY, null],
  }
  const step = steps[state]
  if (step === undefined) return []
  const [trigger, wait, known] = step
  return [
    {
      at: worldTime(from + wait),
      by: 'net.registrar',
      type: 'net.domain.step',
      data: { name, trigger },
      key: `domain:${name}`,
      ...(known === null ? {} : { known }),
    },
  ]
}

/** The names that will run out in this world if nobody pays. */
export function domainTimers(s: Frozen<NetSlice>): readonly TimerWish[] {
  return Object.values(s.domains).flatMap(d => (d.owner === 'self' ? nextStep(d.name, d.state, d.until) : []))
}

function stateOf(s: Frozen<NetSlice>, name: string): string {
  return s.domains[name]?.state ?? 'free'
}

/** The value of the live A or CNAME record of a name whose domain has not run out. */
export function pointsTo(s: Frozen<NetSlice>, host: string): string | null {
  for (const { name, state, records } of Object.values(s.domains)) {
    if (state !== 'active') continue
    const record = records.find(
      r => r.live && (r.kind === 'A' || r.kind === 'CNAME') && (r.host === '@' ? name : `${r.host}.${name}`) === host,
    )
    if (record !== undefined) return record.value
  }
  return null
}

/** Two kinds of records that cannot stand at one name: an alias stands alone. */
function conflicts(domain: Frozen<Domain>, host: string, kind: string): boolean {
  const there = domain.records.filter(r => r.host === host)
  return kind === 'CNAME' ? there.some(r => r.kind !== 'CNAME') : there.some(r => r.kind === 'CNAME')
}

export const domains: NetPart = {
  commands: {
    'domain.register': parts.command({
      zh: '注册域名',
      data: z.strictObject({ name: z.string().min(1).max(80), years: z.int().min(1).max(10) }),
      who: 'persona',
      refusals: ['E_IDN', 'E_TAKEN'],
      decide: (s, { name, years }, ctx) => {
        if (!HostName.safeParse(name).success) return no('E_IDN', { name }, 'name')
        if (stateOf(s, name) !== 'free') return no('E_TAKEN', { name }, 'name')
        const until = ctx.now + years * 365 * DAY
        return happened('domainRegistered', { name, until }, { timers: nextStep(name, 'registered', ctx.now) })
      },
    }),
    'domain.renew': parts.command({
      zh: '域名续费',
      data: z.strictObject({ name: HostName, years: z.int().min(1).max(10) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { name, years }, ctx) => {
        const domain = s.domains[name]
        if (domain?.owner !== 'self') return no('E_NONE', { id: name })
        if (after(DOMAIN, domain.state, 'renew') === undefined) return wrongState(DOMAIN, domain.state)
        const until = Math.max(domain.until, ctx.now) + years * 365 * DAY
        return happened('domainRenewed', { name, until }, { cancel: [`domain:${name}`], timers: nextStep(name, 'active', until) })
      },
    }),
    'domain.step': parts.command({
      zh: '域名状态变化',
      data: z.strictObject({ name: HostName, trigger: z.enum(['activate', 'expire', 'redeem', 'drop']) }),
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { name, trigger }, ctx) => {
        const next = after(DOMAIN, stateOf(s, name), trigger)
        if (next === undefined) return wrongState(DOMAIN, stateOf(s, name))
        const from = next === 'active' ? (s.domains[name]?.until ?? ctx.now) : ctx.now
        return happened('domainStepped', { name, trigger }, { timers: nextStep(name, next, from) })
      },
    }),
    'record.set': parts.command({
      zh: '设置解析记录',
      data: z.strictObject({
        name: HostName,
        host: z.string().regex(/^(@|[a-z0-9-]{1,40})$/),
        kind: Kind,
        value: z.string().min(1).max(200),
      }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_RECORD_CONFLICT', 'E_RECORD_VALUE'],
      decide: (s, { name, host, kind, value }) => {
        const domain = s.domains[name]
        if (domain?.owner !== 'self') return no('E_NONE', { id: name })
        if (domain.state === 'expired' || domain.state === 'redemption') return wrongState(DOMAIN, domain.state)
        if (conflicts(domain, host, kind)) return no('E_RECORD_CONFLICT', { host }, 'kind')
        if (!fits(kind, value)) return no('E_RECORD_VALUE', { kind }, 'value')
        const known = {
          after: s.ttl,
          by: 'net.dns',
          type: 'net.record.publish',
          data: { name, host, kind },
          known: `${name} 的解析记录生效`,
        }
        return happened('recordSet', { name, host, kind, value }, { timers: [known] })
      },
    }),
    'record.publish': parts.command({
      zh: '解析记录生效',
      data: z.strictObject({ name: HostName, host: z.string(), kind: Kind }),
      who: 'agent',
      refusals: [],
      decide: (_s, record) => happened('recordLive', record),
    }),
  },
  events: {
    domainRegistered: parts.event({
      data: z.strictObject({ name: HostName, until: z.int() }),
      caption: ({ name }, { who }) => `${who}注册域名 ${name}`,
      evolve: (s, { name, until }, { seq }) => {
        s.domains[name] = { name, until, owner: 'self', state: moved(DOMAIN, 'free', 'register'), records: [], seq }
      },
    }),
    domainRenewed: parts.event({
      data: z.strictObject({ name: HostName, until: z.int() }),
      caption: ({ name }, { who }) => `${who}为域名 ${name} 续费`,
      evolve: (s, { name, until }, { seq }) => {
        const domain = s.domains[name]
        if (domain !== undefined) Object.assign(domain, { until, seq, state: moved(DOMAIN, domain.state, 'renew') })
      },
    }),
    domainStepped: parts.event({
      data: z.strictObject({ name: HostName, trigger: z.string() }),
      caption: ({ name, trigger }) => `域名 ${name} ${DOMAIN.triggers[trigger] ?? trigger}`,
      evolve: (s, { name, trigger }) => {
        const domain = s.domains[name]
        if (domain === undefined) return
        const next = moved(DOMAIN, domain.state, trigger)
        if (next === 'free') delete s.domains[name]
        else domain.state = next
      },
    }),
    recordSet: parts.event({
      data: z.strictObject({ name: HostName, host: z.string(), kind: Kind, value: z.string() }),
      caption: ({ name, host, kind, value }, { who }) => `${who}把 ${host}.${name} 的 ${kind} 记录设为 ${value}，等待生效`,
      evolve: (s, { name, host, kind, value }, { seq }) => {
        const domain = s.domains[name]
        if (domain === undefined) return
        const others = domain.records.filter(r => r.host !== host || r.kind !== kind)
        domain.records = [...others, { host, kind, value, live: false, seq }]
      },
    }),
    recordLive: parts.event({
      data: Named.extend({ host: z.string(), kind: Kind }),
      caption: ({ name, host, kind }) => `${host}.${name} 的 ${kind} 记录生效`,
      evolve: (s, { name, host, kind }) => {
        for (const record of s.domains[name]?.records ?? []) if (record.host === host && record.kind === kind) record.live = true
      },
    }),
  },
  refusals: {
    E_IDN: '域名“{name}”不合格式：只能用小写字母、数字和连字符。',
    E_TAKEN: '域名 {name} 已被注册，请换一个。',
    E_RECORD_CONFLICT: '“{host}”已有其他记录，CNAME 不能与其他记录并存。',
    E_RECORD_VALUE: '{kind} 记录的值格式不正确。',
  },
}

/** An address for A, a host for the two that point to one, anything for text. */
function fits(kind: string, value: string): boolean {
  if (kind === 'A') return /^\d{1,3}(\.\d{1,3}){3}$/.test(value) && value.split('.').every(part => Number(part) < 256)
  return kind === 'TXT' || HostName.safeParse(value).success
}
