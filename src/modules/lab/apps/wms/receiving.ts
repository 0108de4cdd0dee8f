import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { Decision, DecideContext, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { auditOf, truthOf } from './audit.ts'
import { RECEIPT } from './machines.ts'
import { Code, DayText, type Receipt, type ReceiptLine, Units, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { expiryOf, isNearExpiry, skuOf } from './stock.ts'

const LineState = z.enum(['good', 'damaged', 'refused'])
const DIFFERENCES = ['短少', '多货', '破损', '临期'] as const
const STATES: Readonly<Record<string, string>> = { good: '合格', damaged: '破损', refused: '拒收' }

const Scan = z.strictObject({
  receipt: Code,
  /** The article's own code, or the bar code. */
  sku: Code,
  lot: Code,
  made: DayText.nullable().default(null),
  quantity: Units,
  state: LineState,
  confirm: z.array(z.string()).default([]),
})

const hiddenInt = z.strictObject({ hidden: z.int() })
const Scanned = z.strictObject({
  receipt: Code,
  id: Code,
  sku: Code,
  lot: Code,
  made: DayText.nullable(),
  exp: DayText.nullable(),
  quantity: Units,
  state: LineState,
  real: hiddenInt,
  flawed: hiddenInt,
  misdated: z.strictObject({ hidden: z.boolean() }),
})

export function receiptOf(s: Frozen<WmsSlice>, id: string): Frozen<Receipt> | undefined {
  return s.receipts.find(r => r.no === id)
}

/** Pieces of a kind that were put down on this receipt so far. */
function sumOf(receipt: Frozen<Receipt>, sku: string, keep: (line: Frozen<ReceiptLine>) => boolean): number {
  return receipt.lines.reduce((sum, l) => (l.sku === sku && keep(l) ? sum + l.quantity : sum), 0)
}

function scan(s: Frozen<WmsSlice>, data: z.output<typeof Scan>, ctx: DecideContext): Decision {
  const receipt = receiptOf(s, data.receipt)
  if (receipt === undefined) return no('E_NONE', { id: data.receipt }, 'receipt')
  if (after(RECEIPT, receipt.state, 'scan') === undefined) return wrongState(RECEIPT, receipt.state)
  const sku = skuOf(s, data.sku)
  const asked = s.notices.find(n => n.no === receipt.notice)?.lines.find(l => l.sku === sku?.sku)
  if (sku === undefined || asked === undefined) return no('E_NOT_ON_ASN', { sku: data.sku, notice: receipt.notice }, 'sku')
  if (sku.shelfDays !== null && data.made === null) return no('E_MADE', { name: sku.name }, 'made')
  const exp = expiryOf(sku, data.made)
  if (data.state === 'good' && isNearExpiry(s, sku, exp, ctx.now))
    return no('E_EXP', { name: sku.name, exp: exp ?? '', percent: s.rules.acceptPercent }, 'made')
  const total = sumOf(receipt, sku.sku, () => true) + data.quantity
  if (total > asked.quantity && !data.confirm.includes('W_OVER')) return no('W_OVER', { total, asked: asked.quantity }, 'quantity')
  const line = { ...data, sku: sku.sku, exp, id: ctx.nextId('RL') }
  const { confirm: _asked, ...kept } = { ...line, ...truthOf(receipt, line) }
  return happened('scanned', kept, { reply: line.id })
}

/** What the notice says and nobody has put down; the learner has to say so before the receipt can be closed. */
function silentGap(s: Frozen<WmsSlice>, receipt: Frozen<Receipt>): string | null {
  const told = (sku: string): boolean => s.differences.some(d => d.receipt === receipt.no && d.sku === sku && d.kind !== '破损')
  const lines = s.notices.find(n => n.no === receipt.notice)?.lines ?? []
  return lines.find(l => sumOf(receipt, l.sku, x => x.state !== 'refused') !== l.quantity && !told(l.sku))?.sku ?? null
}

function closeTimers(s: Frozen<WmsSlice>, receipt: Frozen<Receipt>): TimerWish[] {
  const { answerAfter, auditAfter } = s.rules
  const answers = s.differences.flatMap(d =>
    d.receipt === receipt.no
      ? [{ after: answerAfter, by: 'wms.supplier', type: 'wms.supplier.answer', data: { receipt: d.receipt, sku: d.sku, kind: d.kind } }]
      : [],
  )
  return [...answers, { after: auditAfter, by: 'wms.floor', type: 'wms.receipt.audit', data: { receipt: receipt.no } }]
}

const ReceiptOnly = z.strictObject({ receipt: Code })
const Differ = z.strictObject({
  receipt: Code,
  sku: Code,
  kind: z.enum(DIFFERENCES),
  quantity: Units,
  note: z.string().max(200).default(''),
})

/** At the dock: what came, what is broken, what is refused, what is missing. */
export const receiving: WmsPart = {
  commands: {
    'receipt.scan': parts.command({
      zh: '登记到货',
      data: Scan,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_ON_ASN', 'E_MADE', 'E_EXP', 'W_OVER'],
      decide: scan,
    }),
    'receipt.strike': parts.command({
      zh: '删除到货行',
      data: z.strictObject({ receipt: Code, line: Code }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { receipt: id, line }) => {
        const receipt = receiptOf(s, id)
        if (receipt?.lines.some(l => l.id === line) !== true) return no('E_NONE', { id: line })
        return after(RECEIPT, receipt.state, 'scan') === undefined
          ? wrongState(RECEIPT, receipt.state)
          : happened('struck', { receipt: id, line })
      },
    }),
    'difference.record': parts.command({
      zh: '登记收货差异',
      data: Differ,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_ON_ASN'],
      decide: (s, data) => {
        const receipt = receiptOf(s, data.receipt)
        if (receipt === undefined) return no('E_NONE', { id: data.receipt }, 'receipt')
        if (after(RECEIPT, receipt.state, 'scan') === undefined) return wrongState(RECEIPT, receipt.state)
        const sku = skuOf(s, data.sku)?.sku ?? data.sku
        const on = s.notices.find(n => n.no === receipt.notice)?.lines.some(l => l.sku === sku)
        if (on !== true) return no('E_NOT_ON_ASN', { sku: data.sku, notice: receipt.notice }, 'sku')
        const truth = auditOf(s, receipt).find(t => t.sku === sku && t.kind === data.kind)
        return happened('differenceRecorded', { ...data, sku, right: hide((truth?.quantity ?? 0) === data.quantity) })
      },
    }),
    'receipt.close': parts.command({
      zh: '完成收货',
      data: z.strictObject({ receipt: Code, confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOTHING_IN', 'W_DIFF'],
      decide: (s, { receipt: id, confirm }) => {
        const receipt = receiptOf(s, id)
        if (receipt === undefined) return no('E_NONE', { id }, 'receipt')
        if (after(RECEIPT, receipt.state, 'close') === undefined) return wrongState(RECEIPT, receipt.state)
        if (receipt.lines.length === 0) return no('E_NOTHING_IN')
        const gap = silentGap(s, receipt)
        if (gap !== null && !confirm.includes('W_DIFF')) return no('W_DIFF', { sku: gap })
        return happened('receiptClosed', { receipt: id }, { timers: closeTimers(s, receipt) })
      },
    }),
    'qc.record': parts.command({
      zh: '登记质检结论',
      data: z.strictObject({ receipt: Code, line: Code, verdict: z.enum(['pass', 'fail']) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { receipt: id, line, verdict }) => {
        const receipt = receiptOf(s, id)
        if (receipt?.lines.some(l => l.id === line) !== true) return no('E_NONE', { id: line })
        return after(RECEIPT, receipt.state, 'check') === undefined
          ? wrongState(RECEIPT, receipt.state)
          : happened('checked', { receipt: id, line, verdict })
      },
    }),
  },
  events: {
    scanned: parts.event({
      data: Scanned,
      caption: ({ receipt, sku, lot, quantity, state }, { who }) =>
        `${who}在入库单 ${receipt} 登记 ${sku}，批次 ${lot}，${quantity} 件，${STATES[state] ?? state}`,
      evolve: (s, { receipt: id, ...line }, { seq }) => {
        const receipt = s.receipts.find(r => r.no === id)
        receipt?.lines.push({ ...line, verdict: null, placed: 0, seq })
      },
    }),
    struck: parts.event({
      data: z.strictObject({ receipt: Code, line: Code }),
      caption: ({ receipt, line }, { who }) => `${who}删除入库单 ${receipt} 的到货行 ${line}`,
      evolve: (s, { receipt: id, line }) => {
        const receipt = s.receipts.find(r => r.no === id)
        if (receipt !== undefined) receipt.lines = receipt.lines.filter(l => l.id !== line)
      },
    }),
    differenceRecorded: parts.event({
      data: Differ.extend({ note: z.string(), right: z.strictObject({ hidden: z.boolean() }) }),
      caption: ({ receipt, sku, kind, quantity }, { who }) => `${who}在入库单 ${receipt} 登记差异：${sku} ${kind} ${quantity} 件`,
      evolve: (s, difference, { seq }) => {
        const { receipt, sku, kind } = difference
        s.differences = s.differences.filter(d => d.receipt !== receipt || d.sku !== sku || d.kind !== kind)
        s.differences.push({ ...difference, seq })
      },
    }),
    receiptClosed: parts.event({
      data: ReceiptOnly,
      caption: ({ receipt }, { who }) => `${who}完成入库单 ${receipt} 的收货`,
      evolve: (s, { receipt: id }, { at, seq }) => {
        const receipt = s.receipts.find(r => r.no === id)
        if (receipt === undefined) return
        const stays = receipt.lines.some(l => l.state !== 'refused')
        const checking = moved(RECEIPT, receipt.state, 'close')
        // nothing to check and nothing to put away when the whole delivery went back
        Object.assign(receipt, { state: stays ? checking : moved(RECEIPT, checking, 'refuse'), closedAt: at, seq })
      },
    }),
    checked: parts.event({
      data: z.strictObject({ receipt: Code, line: Code, verdict: z.enum(['pass', 'fail']) }),
      caption: ({ line, verdict }, { who }) => `${who}质检到货行 ${line}：${verdict === 'pass' ? '合格' : '不合格'}`,
      evolve: (s, { receipt: id, line, verdict }, { seq }) => {
        const receipt = s.receipts.find(r => r.no === id)
        if (receipt === undefined) return
        for (const l of receipt.lines) if (l.id === line) Object.assign(l, { verdict, seq })
        const ready = receipt.lines.every(l => l.state === 'refused' || l.verdict !== null)
        receipt.state = moved(RECEIPT, receipt.state, ready ? 'checked' : 'check')
      },
    }),
  },
  refusals: {
    E_NOT_ON_ASN: '到货通知 {notice} 中没有商品“{sku}”，请核对条码。',
    E_MADE: '“{name}”有保质期，请录入生产日期。',
    E_EXP: '“{name}”到期日为 {exp}，剩余保质期不足 {percent}%，按规定不得作为合格品收货。',
    W_OVER: '累计 {total} 件，超过到货通知的 {asked} 件。如确实多到，请确认后继续。',
    E_NOTHING_IN: '还没有登记任何到货，不能完成收货。',
    W_DIFF: '商品 {sku} 的实收数与到货通知不一致，且没有登记差异。如确认无误，可继续完成收货。',
  },
}
