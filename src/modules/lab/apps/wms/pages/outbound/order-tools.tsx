import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { LinesField, NO_LINE, linesOf } from '../lines-field.tsx'
import { Fold, Panel, choicesOf } from '../parts.tsx'
import type { WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.orders

/** What is seldom done by hand: another recipient, an order that no shop has sent. */
export function OrderTools(props: WmsProps) {
  return (
    <Panel title={words.act}>
      <Fold title={w.readdress}>
        <Readdress {...props} />
      </Fold>
      <Fold title={w.reserve}>
        <Reserve {...props} />
      </Fold>
    </Panel>
  )
}

const NOBODY = { order: '', name: '', phone: '', region: '', detail: '' }

/** The recipient that stands on an order is what one begins from. */
function Readdress({ view, act, busy }: WmsProps) {
  const { entry, bind, put, clear } = useEntry(NOBODY)
  const open = view.outbounds.filter(o => o.state !== 'handed' && o.state !== 'cancelled')
  const choose = (order: string): void => {
    const to = open.find(o => o.orderNo === order)?.to
    put({ ...NOBODY, ...to, order })
  }
  const send = async (): Promise<void> => {
    const { order, ...to } = entry
    const acted = await act('wms.address.set', { orderNo: order, to })
    if (acted.kind === 'done') clear()
  }
  return (
    <EntryForm label={w.readdress} onSend={() => void send()}>
      <ChoiceField
        required
        label={words.order}
        empty={words.choose}
        value={entry.order}
        onValue={choose}
        choices={choicesOf(open.map(o => o.orderNo))}
      />
      <TextField required label={w.name} maxLength={40} {...bind('name')} />
      <TextField required label={w.phone} maxLength={30} {...bind('phone')} />
      <TextField required label={w.region} maxLength={60} {...bind('region')} />
      <TextField required label={w.detail} {...bind('detail')} />
      <button type="submit" className="z-button" disabled={busy}>
        {w.readdress}
      </button>
    </EntryForm>
  )
}

function Reserve({ view, act, busy }: WmsProps) {
  const [orderNo, setOrderNo] = useState('')
  const [lines, setLines] = useState(NO_LINE)
  const send = async (): Promise<void> => {
    const acted = await act('wms.reserve', { orderNo: orderNo.trim(), lines: linesOf(view, lines) })
    if (acted.kind !== 'done') return
    setOrderNo('')
    setLines(NO_LINE)
  }
  return (
    <EntryForm label={w.reserve} onSend={() => void send()}>
      <TextField required label={words.order} maxLength={40} value={orderNo} onValue={setOrderNo} />
      <LinesField lines={lines} onLines={setLines} />
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {w.reserve}
        </button>
      </div>
    </EntryForm>
  )
}
