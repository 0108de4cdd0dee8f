import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { auditWords } from './audit.ts'
import { Code, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { nameOfSku } from './stock.ts'

const Told = z.strictObject({ kind: z.string(), about: Code, text: z.string() })

/** What a customer writes who opened the parcel: the first thing that is wrong with it. */
function complaint(s: Frozen<WmsSlice>, orderNo: string): string {
  const [wrong = '商品与订单不符'] = s.outbounds.find(o => o.orderNo === orderNo)?.wrong.hidden ?? []
  return `订单 ${orderNo} 的顾客投诉：${wrong}，要求换货。`
}

/** What others say to the warehouse, hours or days after it acted. */
export const replies: WmsPart = {
  commands: {
    'supplier.answer': parts.command({
      zh: '供应商答复差异',
      data: z.strictObject({ receipt: Code, sku: Code, kind: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { receipt, sku, kind }) => {
        const told = s.differences.find(d => d.receipt === receipt && d.sku === sku && d.kind === kind)
        if (told === undefined) return no('E_STATE', { state: '差异已撤销', allowed: '无' })
        const thing = `${nameOfSku(s, sku)}${kind} ${told.quantity} 件`
        const text = told.right.hidden
          ? `供应商确认${thing}，将在下次结算中扣除。`
          : `供应商不认可${thing}：与其装车记录和照片不符，请提供证据或更正。`
        return happened('supplierAnswered', { kind: '供应商答复', about: receipt, text })
      },
    }),
    'receipt.audit': parts.command({
      zh: '复核入库单',
      data: z.strictObject({ receipt: Code }),
      who: 'agent',
      refusals: [],
      decide: (s, { receipt: id }) => {
        const receipt = s.receipts.find(r => r.no === id)
        const faults = receipt === undefined ? [] : auditWords(s, receipt)
        const text = faults.length === 0 ? `入库单 ${id} 复核无误。` : `入库单 ${id} 复核发现：${faults.join('；')}。`
        return happened('audited', { kind: '入库复核', about: id, text })
      },
    }),
    complain: parts.command({
      zh: '顾客投诉',
      data: z.strictObject({ orderNo: Code }),
      who: 'agent',
      refusals: [],
      decide: (s, { orderNo }) => happened('complained', { kind: '顾客投诉', about: orderNo, text: complaint(s, orderNo) }),
    }),
  },
  events: {
    supplierAnswered: told(),
    audited: told(),
    complained: told(),
  },
  refusals: {},
}

function told() {
  return parts.event({
    data: Told,
    caption: ({ kind, text }) => `${kind}：${text}`,
    evolve: (s, letter, { at, seq }) => void s.mail.push({ ...letter, at, seq }),
  })
}
