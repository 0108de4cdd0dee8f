import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TickField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Block, filled, wordChoices } from '../parts.tsx'
import { PartyFields } from '../send/party-fields.tsx'
import type { ParcelProps, Party } from '../view.ts'
import { words } from '../words.ts'

const w = words.trouble

/** What went wrong on the way, and what the sender decides about the last of it. */
export function Trouble(props: ParcelProps) {
  const { problems } = props.waybill
  return (
    <Block title={w.title}>
      <ul className="tms-problems">
        {problems.map(({ kind, at, action, handledAt }) => (
          <li key={`${kind}-${at}`}>
            <b>{kind}</b>
            <span className="z-note">{filled(w.at, { at: shortTime(at) })}</span>
            <span>{action === null ? w.open : `${w.actions[action] ?? action}　${handledAt === null ? '' : shortTime(handledAt)}`}</span>
          </li>
        ))}
      </ul>
      {problems.at(-1)?.action === null && <Handle {...props} />}
    </Block>
  )
}

/** Another address costs a fee, which the sender has to agree to. */
function Handle({ waybill, view, act, busy }: ParcelProps) {
  const [action, setAction] = useState('')
  const [agreed, setAgreed] = useState(false)
  const to = useEntry<Party>(waybill.to)
  const { readdressFee } = view.rules
  const moved = action === 'readdress'
  const send = (): void => {
    const more = moved ? { to: to.entry, fee: agreed ? readdressFee : 0 } : { to: null, fee: 0 }
    void act('tms.exception.handle', { waybill: waybill.no, action, ...more })
  }
  return (
    <EntryForm label={w.title} className="tms-make" onSend={send}>
      <div className="tms-party">
        <ChoiceField required label={w.action} empty={words.choose} value={action} onValue={setAction} choices={wordChoices(w.actions)} />
      </div>
      {moved && <PartyFields legend={w.to} bind={to.bind} />}
      {moved && <TickField label={filled(w.fee, { fee: showMoney(readdressFee) })} checked={agreed} onCheck={setAgreed} />}
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.handle}
        </button>
      </div>
    </EntryForm>
  )
}
