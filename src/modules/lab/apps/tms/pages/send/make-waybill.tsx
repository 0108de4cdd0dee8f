import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Said } from '../../../../pages/parts/said.tsx'
import { useAsk } from '../../../../pages/parts/use-ask.ts'
import { fenOf } from '../../../../pages/parts/money.ts'
import { Block, choicesOf, filled } from '../parts.tsx'
import type { Party } from '../view.ts'
import { words } from '../words.ts'
import { PartyFields } from './party-fields.tsx'
import type { SendProps } from './parcel-entry.ts'

const w = words.make
type Made = { readonly no: string }

/** A waybill. What is worth much and not insured is warned of, and can be sent so all the same. */
export function MakeWaybill(props: SendProps) {
  const { view, act, busy, typed, onOpen } = props
  const [made, setMade] = useState<Made | null>(null)
  const from = useEntry<Party>(view.sender)
  const { answer, ask, quiet } = useAsk(act)
  const send = (): void =>
    void ask('tms.waybill.create', dataOf(typed.entry, from.entry), reply => {
      setMade({ no: String(reply) })
      typed.clear()
    })
  return (
    <Block title={w.title} aside={<span className="z-note">{filled(w.prohibited, { words: view.prohibited.join('、') })}</span>}>
      {made !== null && (
        <p className="tms-made" role="status">
          {filled(w.made, made)}
          <button type="button" className="z-link" onClick={() => onOpen(made.no)}>
            {w.open}
          </button>
        </p>
      )}
      <EntryForm label={w.title} className="tms-make" onSend={send}>
        <Shipment {...props} />
        <PartyFields legend={w.to} bind={typed.bind} />
        <details className="tms-fold">
          <summary>
            {w.from}　{from.entry.name} {from.entry.phone}
          </summary>
          <PartyFields legend={w.from} bind={from.bind} optional />
        </details>
        <Extras {...props} />
        <Said answer={answer} onQuiet={quiet} busy={busy} />
        <div className="lab-buttons">
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {w.send}
          </button>
        </div>
      </EntryForm>
    </Block>
  )
}

function dataOf(entry: SendProps['typed']['entry'], from: Party) {
  const { order, service: both, goods, weight, volume, value, insured, cod, ...to } = entry
  const [carrier = '', service = ''] = both.split('|')
  const parcel = { goods: goods.trim(), weight: Number(weight), volume: volume.trim() === '' ? 0 : Number(volume) }
  const money = { value: fenOf(value) ?? 0, insured: fenOf(insured) ?? 0, cod: fenOf(cod) ?? 0 }
  return { orderNo: order.trim(), carrier, service, from: trimmed(from), to: trimmed(to), ...parcel, ...money }
}

const trimmed = ({ name, phone, region, detail }: Party): Party => {
  return { name: name.trim(), phone: phone.trim(), region: region.trim(), detail: detail.trim() }
}

type Outbound = { readonly orderNo: string; readonly to: Party | null; readonly state: string }

/** The order and what is sent. Where the warehouse is at hand, its recipient can be brought over; whether it is still right is for the sender to say. */
function Shipment({ view, around, typed }: SendProps) {
  const outbounds = ((around.apps['wms'] ?? {}) as { readonly outbounds?: readonly Outbound[] }).outbounds ?? []
  const open = outbounds.filter(o => o.state !== 'handed' && o.state !== 'cancelled' && o.to !== null)
  const bring = (orderNo: string): void => {
    const to = open.find(o => o.orderNo === orderNo)?.to
    if (to) typed.put({ ...to, order: orderNo })
  }
  const promise = view.promises.find(p => p.orderNo === typed.entry.order.trim())
  const services = view.carriers.flatMap(c => c.services.map(v => ({ value: `${c.code}|${v.code}`, zh: `${c.name}　${v.name}` })))
  return (
    <fieldset className="tms-party">
      {open.length > 0 && (
        <ChoiceField label={w.import} empty={words.choose} value="" onValue={bring} choices={choicesOf(open.map(o => o.orderNo))} />
      )}
      <TextField
        required
        label={words.order}
        maxLength={40}
        note={promise === undefined ? undefined : filled(w.promise, { n: promise.hours })}
        {...typed.bind('order')}
      />
      <ChoiceField required label={w.service} empty={words.choose} {...typed.bind('service')} choices={services} />
      <TextField required label={w.goods} maxLength={100} {...typed.bind('goods')} />
      <TextField required label={w.weight} kind="count" unit={words.gram} {...typed.bind('weight')} />
    </fieldset>
  )
}

function Extras({ typed }: SendProps) {
  return (
    <details className="tms-fold">
      <summary>{w.optional}</summary>
      <div className="tms-party">
        {(['value', 'insured', 'cod'] as const).map(name => (
          <TextField label={w[name]} kind="yuan" unit={w.yuan} key={name} {...typed.bind(name)} />
        ))}
        <TextField label={`${words.quote.volume}（${words.quote.cubic}）`} kind="count" {...typed.bind('volume')} />
      </div>
    </details>
  )
}
