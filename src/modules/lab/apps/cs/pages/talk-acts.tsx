import { useState } from '../../../../../ui/hooks.ts'
import { AddressForm, AdjustForm, PayForm, RemarkForm } from './order-forms.tsx'
import { BlackForm, CallbackForm, TransferForm } from './talk-forms.tsx'
import { TicketForm } from './ticket-form.tsx'
import type { TalkProps } from './view.ts'
import { words } from './words.ts'

const FORMS = {
  remark: RemarkForm,
  adjust: AdjustForm,
  address: AddressForm,
  pay: PayForm,
  transfer: TransferForm,
  ticket: TicketForm,
  callback: CallbackForm,
  black: BlackForm,
} as const
type Act = keyof typeof FORMS
const NEEDS_TALK: readonly Act[] = ['remark', 'adjust', 'address', 'pay', 'transfer']

/** What can be done for a customer besides talking. */
export function TalkActs(props: TalkProps) {
  const { talk, view } = props
  const [act, setAct] = useState<Act | null>(null)
  const mine = talk.clerk === view.me?.persona && talk.allowed.includes('leave')
  const shown = (Object.keys(FORMS) as Act[]).filter(name => mine || !NEEDS_TALK.includes(name))
  const Form = act === null || !shown.includes(act) ? null : FORMS[act]
  return (
    <section aria-label={words.service}>
      <div className="cs-acts">
        {shown.map(name => (
          <button
            type="button"
            className="z-button"
            key={name}
            aria-expanded={act === name}
            onClick={() => setAct(act === name ? null : name)}
          >
            {words.acts[name]}
          </button>
        ))}
      </div>
      {Form !== null && (
        <div className="cs-panel">
          <Form {...props} onDone={() => setAct(null)} key={act} />
        </div>
      )}
    </section>
  )
}
