import { useState } from '../../../../../../ui/hooks.ts'
import type { ClaimProps } from '../view.ts'
import { EvidenceForm, ReceiveForm, RefundForm, RefuseForm, ReshipForm, SettleForm } from './claim-forms.tsx'
import { words } from './words.ts'

const FORMS = {
  refuse: RefuseForm,
  receive: ReceiveForm,
  settle: SettleForm,
  refund: RefundForm,
  reship: ReshipForm,
  give: EvidenceForm,
} as const
type Act = keyof typeof FORMS

/** What the state of a claim lets the store do. */
export function ClaimActs(props: ClaimProps) {
  const { claim, ask, busy } = props
  const [act, setAct] = useState<Act | null>(null)
  const { allowed } = claim
  const shown: readonly (readonly [Act, boolean])[] = [
    ['refuse', allowed.includes('refuse')],
    ['receive', allowed.includes('accept')],
    ['settle', allowed.includes('settle')],
    ['refund', allowed.includes('refund')],
    ['reship', allowed.includes('reship')],
    ['give', allowed.includes('evidence')],
  ]
  // what was open may have become impossible meanwhile
  const open = shown.find(([name, on]) => on && name === act)?.[0]
  const Form = open === undefined ? null : FORMS[open]
  return (
    <>
      <div className="lab-buttons">
        {allowed.includes('agreeReturn') && (
          <button
            type="button"
            className="z-button z-button-primary"
            disabled={busy}
            onClick={() => void ask('shop.aftersale.agree', { claim: claim.id })}
          >
            {words.agree}
          </button>
        )}
        {shown.map(
          ([name, on]) =>
            on && (
              <button
                type="button"
                key={name}
                className={name === 'refuse' || name === 'give' ? 'z-button' : 'z-button z-button-primary'}
                aria-expanded={open === name}
                onClick={() => setAct(open === name ? null : name)}
              >
                {words[name]}
              </button>
            ),
        )}
      </div>
      {Form !== null && (
        <div className="shop-panel">
          <Form {...props} onDone={() => setAct(null)} key={open} />
        </div>
      )}
    </>
  )
}
