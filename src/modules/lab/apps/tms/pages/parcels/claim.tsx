import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField, TickField } from '../../../../pages/parts/fields.tsx'
import { fenOf } from '../../../../pages/parts/money.ts'
import { Block, StateWord, filled } from '../parts.tsx'
import type { ParcelProps, TmsView } from '../view.ts'
import { words } from '../words.ts'

const w = words.claim

/** Asking for damages, with proofs. A claim that came back can be filed again. */
export function Claim(props: ParcelProps & { readonly claims: TmsView['claims'] }) {
  const { claims } = props
  return (
    <Block title={w.title}>
      {claims.length > 0 && (
        <ul className="tms-problems">
          {claims.map(({ kind, amount, evidence, state, at }) => (
            <li key={at}>
              <b>
                {kind}　{showMoney(amount)}
              </b>
              <span>{evidence.join('、')}</span>
              <StateWord state={state} zh={w.state[state] ?? state} />
            </li>
          ))}
        </ul>
      )}
      {claims.every(c => c.state === 'refused') && <File {...props} />}
    </Block>
  )
}

function File({ waybill, act, busy }: ParcelProps) {
  const [amount, setAmount] = useState('')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const file = (): void => void act('tms.claim.file', { waybill: waybill.no, amount: fenOf(amount) ?? 0, evidence })
  return (
    <EntryForm label={w.title} onSend={file}>
      <TextField
        required
        label={w.amount}
        kind="yuan"
        unit={words.make.yuan}
        note={filled(w.most, { most: showMoney(waybill.claimLimit) })}
        value={amount}
        onValue={setAmount}
      />
      <fieldset className="tms-ticks lab-field-wide">
        <legend>{w.evidence}</legend>
        {w.kinds.map(kind => (
          <TickField
            label={kind}
            checked={evidence.includes(kind)}
            onCheck={on => setEvidence(on ? [...evidence, kind] : evidence.filter(x => x !== kind))}
            key={kind}
          />
        ))}
      </fieldset>
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {w.file}
      </button>
    </EntryForm>
  )
}
