import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { WAYBILL } from './journey.ts'
import { LOST, secondTry, wayBack } from './road.ts'
import { Code, Fen, Party, type TmsPart, type TmsSlice, type Waybill, parts } from './slice.ts'
import { addressFault } from './tariff.ts'
import { isAstray, waybillOf } from './waybills.ts'

const Handle = z.strictObject({
  waybill: Code,
  action: z.enum(['readdress', 'redeliver', 'return', 'lost']),
  to: Party.nullable().default(null),
  /** The fee for another address that the sender agrees to, in 分. */
  fee: Fen.default(0),
})
const ACTIONS: Readonly<Record<string, string>> = { readdress: '改址派送', redeliver: '再次派送', return: '退回', lost: '报失' }
const Letter = z.strictObject({ kind: z.string(), about: Code, text: z.string() })
export const EVIDENCE = ['外包装照片', '内件照片', '价值凭证', '签收底单', '聊天记录'] as const

function handle(s: Frozen<TmsSlice>, data: z.output<typeof Handle>): Decision {
  const waybill = waybillOf(s, data.waybill)
  if (waybill === undefined) return no('E_NONE', { id: data.waybill }, 'waybill')
  const open = waybill.problems.at(-1)
  const trigger = data.action === 'return' ? 'back' : data.action === 'lost' ? 'lose' : 'dispatch'
  if (open === undefined || open.action !== null || after(WAYBILL, waybill.state, trigger) === undefined)
    return wrongState(WAYBILL, waybill.state)
  if (data.action === 'lost' && waybill.fate.hidden !== 'lost') return no('E_NOT_LOST', { id: waybill.no })
  if (data.action !== 'readdress') return decided(waybill, { ...data, to: null, fee: 0 }, waybill.astray.hidden)
  if (data.to === null || addressFault(data.to) !== null) return no('E_NEW_ADDR', {}, 'to')
  if (data.fee !== s.rules.readdressFee) return no('E_FEE', { fee: s.rules.readdressFee / 100 }, 'fee')
  return decided(waybill, data, isAstray(s, waybill.orderNo, data.to))
}

function decided(waybill: Frozen<Waybill>, data: z.output<typeof Handle>, astray: boolean): Decision {
  const handled = { type: 'handled', data: { ...data, astray: hide(astray) } }
  const cancel = [`urge:${waybill.no}`, `road:${waybill.no}`]
  if (data.action === 'lost') {
    const lost = { type: 'tracked', data: { waybill: waybill.no, code: LOST, place: '目的分拨中心', note: '' } }
    return { ok: true, events: [handled, lost], cancel }
  }
  const timers = data.action === 'return' ? wayBack(waybill) : secondTry({ no: waybill.no, fate: waybill.fate, astray: hide(astray) })
  return { ok: true, events: [handled], cancel, timers }
}

const File = z.strictObject({ waybill: Code, amount: Fen.min(1), evidence: z.array(z.enum(EVIDENCE)).max(5) })

/** What may be claimed at most: what was insured, or five times the freight where nothing was. */
export function claimLimit(w: Frozen<Waybill>): number {
  return w.insured > 0 ? w.insured : w.fee * 5
}

function file(s: Frozen<TmsSlice>, data: z.output<typeof File>, ctx: DecideContext): Decision {
  const waybill = waybillOf(s, data.waybill)
  if (waybill === undefined) return no('E_NONE', { id: data.waybill }, 'waybill')
  const harmed = waybill.state === 'lost' || waybill.problems.some(p => p.kind.includes('破损'))
  if (!harmed) return no('E_NO_HARM', { id: waybill.no })
  if (s.claims.some(c => c.waybill === waybill.no && c.state !== 'refused')) return no('E_CLAIMED', { id: waybill.no })
  if (ctx.now - waybill.madeAt > s.rules.claimDays * 86_400) return no('E_WINDOW', { days: s.rules.claimDays })
  const most = claimLimit(waybill)
  if (data.amount > most) return no('E_OVER_INSURED', { most: most / 100 }, 'amount')
  const kind = waybill.state === 'lost' ? '丢失' : '破损'
  const timer = { after: s.rules.answerAfter, by: 'tms.carrier', type: 'tms.claim.answer', data: { waybill: waybill.no } }
  return happened('claimed', { ...data, kind }, { timers: [timer] })
}

/** Proofs without which a carrier does not pay. */
function lacking(kind: string, evidence: readonly string[]): string[] {
  const needed = kind === '丢失' ? ['价值凭证'] : ['外包装照片', '内件照片', '价值凭证']
  return needed.filter(n => !evidence.includes(n))
}

/** Parcels that went wrong, and who answers for them. */
export const troubles: TmsPart = {
  commands: {
    'exception.handle': parts.command({
      zh: '处理异常件',
      data: Handle,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_LOST', 'E_NEW_ADDR', 'E_FEE'],
      decide: handle,
    }),
    'claim.file': parts.command({
      zh: '提出索赔',
      data: File,
      who: 'persona',
      refusals: ['E_NONE', 'E_NO_HARM', 'E_CLAIMED', 'E_WINDOW', 'E_OVER_INSURED'],
      decide: file,
    }),
    'claim.answer': parts.command({
      zh: '答复索赔',
      data: z.strictObject({ waybill: Code }),
      who: 'agent',
      refusals: [],
      decide: (s, { waybill: id }) => {
        const claim = s.claims.findLast(c => c.waybill === id && c.state === 'filed')
        const missing = lacking(claim?.kind ?? '', claim?.evidence ?? [])
        const paid = missing.length === 0
        const text = paid
          ? `运单 ${id} 的索赔已受理，赔付 ${(claim?.amount ?? 0) / 100} 元。`
          : `运单 ${id} 的索赔被退回：缺少${missing.join('、')}。补齐后可重新提交。`
        return happened('claimAnswered', { kind: '索赔答复', about: id, text, paid })
      },
    }),
    urge: parts.command({
      zh: '催促处理',
      data: z.strictObject({ waybill: Code }),
      who: 'agent',
      refusals: [],
      decide: (_s, { waybill }) =>
        happened('urged', { kind: '催件', about: waybill, text: `收件人来电催问运单 ${waybill}，包裹异常超过一天没有处理。` }),
    }),
    leak: parts.command({
      zh: '信息泄露',
      data: z.strictObject({ waybill: Code }),
      who: 'agent',
      refusals: [],
      decide: (_s, { waybill }) =>
        happened('leaked', {
          kind: '投诉',
          about: waybill,
          text: `运单 ${waybill} 的收件人投诉：面单上姓名、电话完整可见，接到冒充客服的诈骗电话。`,
        }),
    }),
  },
  events: {
    handled: parts.event({
      data: Handle.extend({ to: Party.nullable(), fee: z.int(), astray: z.strictObject({ hidden: z.boolean() }) }),
      caption: ({ waybill, action }, { who }) => `${who}处理异常件 ${waybill}：${ACTIONS[action] ?? action}`,
      evolve: (s, { waybill: id, action, to, astray }, { at }) => {
        const w = s.waybills.find(x => x.no === id)
        const problem = w?.problems.at(-1)
        if (w === undefined || problem === undefined) return
        Object.assign(problem, { action, handledAt: at })
        if (to !== null) Object.assign(w, { to, astray })
      },
    }),
    claimed: parts.event({
      data: File.extend({ kind: z.string() }),
      caption: ({ waybill, amount, kind }, { who }) => `${who}就运单 ${waybill} ${kind}索赔 ${amount / 100} 元`,
      evolve: (s, claim, { at, seq }) => void s.claims.push({ ...claim, state: 'filed', at, seq }),
    }),
    claimAnswered: parts.event({
      data: Letter.extend({ paid: z.boolean() }),
      caption: ({ text }) => text,
      evolve: (s, { paid, ...letter }, { at, seq }) => {
        for (const c of s.claims)
          if (c.waybill === letter.about && c.state === 'filed') Object.assign(c, { state: paid ? 'paid' : 'refused', seq })
        s.mail.push({ ...letter, at, seq })
      },
    }),
    urged: letter(),
    leaked: letter(),
  },
  refusals: {
    E_NOT_LOST: '运单 {id} 还能查到去向，不能报失。',
    E_NEW_ADDR: '新的收件信息不完整，请写明姓名、电话、省市区和门牌号。',
    E_FEE: '改址派送需另付 {fee} 元，请确认费用后提交。',
    E_NO_HARM: '运单 {id} 没有丢失或破损记录，不能索赔。',
    E_CLAIMED: '运单 {id} 已有索赔，不能重复提出。',
    E_WINDOW: '已超过 {days} 天的索赔期限。',
    E_OVER_INSURED: '索赔金额最高为 {most} 元（保价金额；未保价的按运费 5 倍）。',
  },
}

function letter() {
  return parts.event({
    data: Letter,
    caption: ({ text }) => text,
    evolve: (s, data, { at, seq }) => void s.mail.push({ ...data, at, seq }),
  })
}
