import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField, TickField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Dispatch } from './dispatch.tsx'
import { Empty, Panel, nameOf } from '../parts.tsx'
import type { WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.pack

/** 打包交接: the bench with its scale, labels, and the dock where carriers fetch parcels. */
export function Packing(props: WmsProps) {
  const ready = props.view.outbounds.filter(o => o.may.includes('pack'))
  return (
    <>
      <Panel title={w.bench}>
        {ready.length === 0 ? <Empty text={w.noBench} /> : <Bench {...props} ready={ready.map(o => o.orderNo)} />}
      </Panel>
      <Dispatch {...props} />
    </>
  )
}

/** The scale tells what lies on it; what is written down is the packer's own. */
function Bench({ view, act, busy, ready }: WmsProps & { readonly ready: readonly string[] }) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const { entry, bind, put } = useEntry({ box: view.boxes[0]?.code ?? '', grams: '' })
  const orders = ticked.filter(no => ready.includes(no))
  const [first = ''] = orders
  const scale = view.outbounds.find(o => o.orderNo === first)?.weighed ?? null
  const tick = (no: string, on: boolean): void => setTicked(on ? [...orders, no] : orders.filter(x => x !== no))
  const pack = async (): Promise<void> => {
    const acted = await act('wms.pack', { orders, box: entry.box, weight: Number(entry.grams) })
    if (acted.kind === 'done') put({ grams: '' })
  }
  return (
    <EntryForm label={w.pack} className="wms-bench" onSend={() => void pack()}>
      <fieldset>
        <legend>{w.inBox}</legend>
        {view.outbounds
          .filter(o => ready.includes(o.orderNo))
          .map(o => (
            <TickField
              checked={orders.includes(o.orderNo)}
              onCheck={on => tick(o.orderNo, on)}
              key={o.orderNo}
              label={
                <>
                  <b>{o.orderNo}</b>　{o.lines.map(l => `${nameOf(view, l.sku)} × ${l.picked}`).join('、')}
                </>
              }
            />
          ))}
      </fieldset>
      <div className="wms-scale">
        <ChoiceField
          required
          label={w.box}
          {...bind('box')}
          choices={view.boxes.map(b => ({ value: b.code, zh: `${b.code}（${b.weight} 克）` }))}
        />
        <output aria-label={w.scale}>
          {scale ?? w.notWeighed}
          <small>{w.unit}</small>
        </output>
        <button
          type="button"
          className="z-button"
          disabled={busy || first === ''}
          onClick={() => void act('wms.weigh', { orderNo: first, box: entry.box })}
        >
          {w.weigh}
        </button>
      </div>
      <TextField required label={w.grams} kind="count" unit={w.unit} {...bind('grams')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy || first === ''}>
        {w.pack}
      </button>
    </EntryForm>
  )
}
