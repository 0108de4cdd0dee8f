import { useState } from '../../../../../../ui/hooks.ts'
import type { OrderProps } from '../view.ts'
import { AdjustForm, CloseForm, CompensateForm, DropForm, NotifyForm, RemarkForm } from './order-forms.tsx'
import { ReaddressForm } from './readdress-form.tsx'
import { ShipForm } from './ship-form.tsx'
import { words } from './words.ts'

type Act = keyof typeof words.acts
const FORMS = {
  ship: ShipForm,
  adjust: AdjustForm,
  remark: RemarkForm,
  notify: NotifyForm,
  readdress: ReaddressForm,
  close: CloseForm,
  drop: DropForm,
  compensate: CompensateForm,
} as const

/** What the store may do with an order as it stands; each opens its form. */
export function OrderActs(props: OrderProps) {
  const { order } = props
  const [act, setAct] = useState<Act | null>(null)
  const { allowed, state, paidAt } = order
  const paid = paidAt !== null
  const shown: readonly (readonly [Act, boolean])[] = [
    ['ship', allowed.includes('shipPart')],
    ['adjust', state === 'unpaid'],
    ['remark', true],
    ['notify', true],
    ['readdress', allowed.includes('readdress')],
    ['drop', state === 'toShip' || state === 'partShipped'],
    ['compensate', paid && state !== 'closed'],
    ['close', state === 'unpaid'],
  ]
  const Form = act === null ? null : FORMS[act]
  return (
    <>
      <div className="lab-buttons">
        {shown.map(
          ([name, on]) =>
            on && (
              <button
                type="button"
                key={name}
                className={name === 'ship' ? 'z-button z-button-primary' : 'z-button'}
                aria-expanded={act === name}
                onClick={() => setAct(act === name ? null : name)}
              >
                {words.acts[name]}
              </button>
            ),
        )}
      </div>
      {Form !== null && (
        <div className="shop-panel">
          <Form {...props} onDone={() => setAct(null)} key={act} />
        </div>
      )}
    </>
  )
}
