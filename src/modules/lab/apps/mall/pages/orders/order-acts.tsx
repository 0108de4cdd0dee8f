import { useState } from '../../../../../../ui/hooks.ts'
import { ApplyForm, ReadressForm } from './order-forms.tsx'
import { AppendForm, ComplainForm, InvoiceForm, ReviewForm } from './order-words.tsx'
import type { OrderProps } from '../view.ts'
import { words } from '../words.ts'

type FormName = 'address' | 'claim' | 'review' | 'append' | 'invoice' | 'complain'
const FORMS = {
  address: ReadressForm,
  claim: ApplyForm,
  review: ReviewForm,
  append: AppendForm,
  invoice: InvoiceForm,
  complain: ComplainForm,
} as const

/** What can be done with an order as it stands; what needs more words opens a form below. */
export function OrderActs(props: OrderProps) {
  const { order, busy } = props
  const [form, setForm] = useState<FormName | null>(null)
  const Form = form === null ? null : FORMS[form]
  return (
    <>
      <div className="lab-buttons mall-order-acts">
        {directActs(props).map(({ label, run, main }) => (
          <button type="button" key={label} className={main ? 'z-button z-button-primary' : 'z-button'} disabled={busy} onClick={run}>
            {label}
          </button>
        ))}
        {formsOf(props).map(name => (
          <button
            type="button"
            key={name}
            className="z-button"
            aria-expanded={form === name}
            onClick={() => setForm(form === name ? null : name)}
          >
            {LABELS[name]}
          </button>
        ))}
      </div>
      {Form !== null && (
        <div className="mall-order-form">
          <Form {...props} onDone={() => setForm(null)} key={`${order.no}-${form}`} />
        </div>
      )}
    </>
  )
}

const LABELS: Readonly<Record<FormName, string>> = {
  address: words.changeAddress,
  claim: words.claim,
  review: words.review,
  append: words.append,
  invoice: words.invoice,
  complain: words.complain,
}

type Direct = { readonly label: string; readonly run: () => void; readonly main: boolean }

function directActs({ order, view, ask, say, go }: OrderProps): readonly Direct[] {
  const { no, state, allowed } = order
  const pay =
    view.cashier === 'pay'
      ? { label: words.toPay, run: () => go('http://pay.lab.test/'), main: true }
      : { label: words.payCard, run: () => void ask('mall.order.pay', { order: no }), main: true }
  return [
    ...(state === 'unpaid' ? [pay, { label: words.cancel, run: () => void ask('mall.order.cancel', { order: no }), main: false }] : []),
    ...(state === 'toShip'
      ? [{ label: words.remind, run: () => void ask('mall.order.remind', { order: no }, () => say(words.reminded)), main: false }]
      : []),
    ...(allowed.includes('confirm')
      ? [{ label: words.confirm, run: () => void ask('mall.receipt.confirm', { order: no }), main: true }]
      : []),
  ]
}

function formsOf({ order, buyer }: OrderProps): readonly FormName[] {
  const { no, allowed, reviewed, state } = order
  const review = buyer.reviews.find(r => r.order === no)
  const shown: readonly (readonly [FormName, boolean])[] = [
    ['review', allowed.includes('review') && !reviewed],
    ['append', review !== undefined && review.more === null],
    ['address', allowed.includes('readdress')],
    ['claim', allowed.includes('claim')],
    ['invoice', state !== 'unpaid' && state !== 'closed' && !buyer.invoices.some(i => i.order === no)],
    ['complain', true],
  ]
  return shown.flatMap(([name, on]) => (on ? [name] : []))
}
