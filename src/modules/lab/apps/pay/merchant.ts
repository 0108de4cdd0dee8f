import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { dayText } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { ownWallet } from './lookup.ts'
import { type PayPart, type PaySlice, Reason, type SettledRow, type Settlement, type Wallet, parts } from './slice.ts'
import { yuan } from './trades.ts'

const Verdict = z.enum(['genuine', 'signature', 'amount', 'status'])
const Row = z.strictObject({ outNo: z.string(), booked: z.int(), settled: z.int(), fee: z.int(), truth: z.string().nullable() })

/** The merchant whose person acts; null for everybody else. */
function merchantOf(s: Frozen<PaySlice>, ctx: DecideContext): Frozen<Wallet> | null {
  const wallet = ownWallet(s, ctx)
  return wallet?.kind === 'merchant' ? wallet : null
}

/** What was finished or paid back since the last file: a fee explains what is missing. */
function rowsSince(s: Frozen<PaySlice>, merchant: string): z.output<typeof Row>[] {
  const done = new Set(s.settlements.filter(f => f.merchant === merchant).flatMap(f => f.rows.map(r => r.outNo)))
  return s.trades
    .filter(t => t.payee === merchant && (t.state === 'TRADE_FINISHED' || t.state === 'TRADE_SUCCESS') && !done.has(t.outNo))
    .map(t => {
      const settled = t.amount - t.refunded - t.fee
      const truth = t.refunded > 0 ? '退款' : t.fee > 0 ? '手续费' : null
      return { outNo: t.outNo, booked: t.amount, settled, fee: t.fee, truth }
    })
}

function csvOf(file: Frozen<Settlement>): string {
  const rows = file.rows.map(r => [r.outNo, yuan(r.booked), yuan(r.settled), yuan(r.fee)].join(','))
  return ['商户订单号,订单金额（元）,结算金额（元）,手续费（元）', ...rows].join('\r\n')
}

/** The merchant's side: keys, notifications, settlement, and what does not add up. */
export const merchant: PayPart = {
  commands: {
    'merchant.config': parts.command({
      zh: '设置商户接口',
      data: z.strictObject({ signType: z.enum(['MD5', 'HMAC-SHA256', 'RSA2']), key: z.string().max(200), notifyUrl: z.string().max(200) }),
      who: 'persona',
      refusals: ['E_NOT_MERCHANT', 'E_KEY', 'E_URL'],
      decide: (s, { signType, key, notifyUrl }, ctx) => {
        const wallet = merchantOf(s, ctx)
        if (wallet === null) return no('E_NOT_MERCHANT')
        if (key.length < 32) return no('E_KEY', {}, 'key')
        if (!/^https:\/\/[a-z0-9.-]+\.lab\.test\/\S*$/.test(notifyUrl)) return no('E_URL', {}, 'notifyUrl')
        return happened('configured', { merchant: wallet.id, signType, apiKey: { hidden: key }, notifyUrl })
      },
    }),
    'notify.verify': parts.command({
      zh: '核验异步通知',
      data: z.strictObject({ sample: z.string(), verdict: Verdict }),
      who: 'persona',
      refusals: ['E_NOT_MERCHANT', 'E_NONE'],
      decide: (s, { sample: id, verdict }, ctx) => {
        if (merchantOf(s, ctx) === null) return no('E_NOT_MERCHANT')
        const sample = s.samples.find(n => n.id === id)
        if (sample === undefined) return no('E_NONE', { id })
        return happened('sampleVerified', { sample: id, verdict, rightCall: { hidden: sample.trueVerdict.hidden === verdict } })
      },
    }),
    'settlement.make': parts.command({
      zh: '生成结算单',
      data: z.strictObject({ merchant: z.string() }),
      who: 'agent',
      refusals: ['E_NOTHING'],
      decide: (s, { merchant: id }, ctx) => {
        const rows = rowsSince(s, id)
        if (rows.length === 0) return no('E_NOTHING')
        const date = dayText(worldTime(ctx.now - 86_400))
        return happened('settled', {
          id: ctx.nextId('ST'),
          merchant: id,
          date,
          rows: rows.map(r => ({ ...r, truth: { hidden: r.truth } })),
        })
      },
    }),
    'settlement.download': parts.command({
      zh: '下载结算单',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NOT_MERCHANT', 'E_NONE'],
      decide: (s, { id }, ctx) => {
        const wallet = merchantOf(s, ctx)
        if (wallet === null) return no('E_NOT_MERCHANT')
        const file = s.settlements.find(f => f.id === id && f.merchant === wallet.id)
        return file === undefined ? no('E_NONE', { id }) : happened('settlementFetched', { id }, { reply: csvOf(file) })
      },
    }),
    'reconcile.mark': parts.command({
      zh: '标记差异原因',
      data: z.strictObject({ settlement: z.string(), outNo: z.string(), reason: Reason }),
      who: 'persona',
      refusals: ['E_NOT_MERCHANT', 'E_NONE', 'E_NO_DIFF'],
      decide: (s, { settlement, outNo, reason }, ctx) => {
        const wallet = merchantOf(s, ctx)
        if (wallet === null) return no('E_NOT_MERCHANT')
        const row = s.settlements.find(f => f.id === settlement && f.merchant === wallet.id)?.rows.find(r => r.outNo === outNo)
        if (row === undefined) return no('E_NONE', { id: outNo })
        return row.booked === row.settled ? no('E_NO_DIFF') : happened('marked', { settlement, outNo, reason })
      },
    }),
  },
  events: {
    configured: parts.event({
      data: z.strictObject({
        merchant: z.string(),
        signType: z.string(),
        apiKey: z.strictObject({ hidden: z.string() }),
        notifyUrl: z.string(),
      }),
      caption: ({ signType, notifyUrl }, { who }) => `${who}设置商户接口：${signType}，通知地址 ${notifyUrl}`,
      evolve: (s, { merchant: id, ...config }, { seq }) => void (s.merchants[id] = { ...config, seq }),
    }),
    sampleVerified: parts.event({
      data: z.strictObject({ sample: z.string(), verdict: Verdict, rightCall: z.strictObject({ hidden: z.boolean() }) }),
      caption: ({ sample, verdict }, { who }) =>
        `${who}判定通知 ${sample} ${{ genuine: '有效', signature: '签名不符', amount: '金额不符', status: '状态不符' }[verdict]}`,
      evolve: (s, verdict, { seq }) => void (s.verdicts = [...s.verdicts.filter(v => v.sample !== verdict.sample), { ...verdict, seq }]),
    }),
    settled: parts.event({
      data: z.strictObject({
        id: z.string(),
        merchant: z.string(),
        date: z.string(),
        rows: z.array(Row.extend({ truth: z.strictObject({ hidden: z.string().nullable() }) })),
      }),
      caption: ({ date, rows }) => `${date} 的结算单已生成，共 ${rows.length} 笔`,
      evolve: (s, { rows, ...file }, { seq }) => {
        const kept: SettledRow[] = rows.map(r => ({ ...r, marked: null, seq }))
        s.settlements.push({ ...file, rows: kept, seq })
      },
    }),
    settlementFetched: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}下载结算单 ${id}`,
      evolve: () => {},
    }),
    marked: parts.event({
      data: z.strictObject({ settlement: z.string(), outNo: z.string(), reason: z.string() }),
      caption: ({ outNo, reason }, { who }) => `${who}把 ${outNo} 的差异标记为${reason}`,
      evolve: (s, { settlement, outNo, reason }, { seq }) => {
        for (const file of s.settlements)
          for (const row of file.rows) if (file.id === settlement && row.outNo === outNo) Object.assign(row, { marked: reason, seq })
      },
    }),
  },
  refusals: {
    E_NOT_MERCHANT: '只有商户可以使用商户中心。',
    E_KEY: '接口密钥至少 32 位，请使用系统生成的密钥。',
    E_URL: '通知地址应为本商户的 https 网址。',
    E_NOTHING: '没有可结算的交易。',
    E_NO_DIFF: '这一行没有差异，不需要标记。',
  },
}
