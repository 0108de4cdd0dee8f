import { useState } from '../../../../../../ui/hooks.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Empty, Panel, nameOf, skuFor } from '../parts.tsx'
import type { WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.stock
type Props = WmsProps & { readonly onQuery: (loc: string) => void }

/** Forms of the stock room. */
export function StockTools(props: Props) {
  return (
    <>
      <Panel title={w.query}>
        <Ask {...props} />
      </Panel>
      <Panel title={w.move}>
        <Move {...props} />
      </Panel>
      <Panel title={w.replenish}>
        <Replenish {...props} />
      </Panel>
    </>
  )
}

/** The books of a place, or what really lies there. */
function Ask({ view, act, busy, onQuery }: Props) {
  const [loc, setLoc] = useState('')
  const ask = async (): Promise<void> => {
    const acted = await act('wms.stock.query', { loc: loc.trim() })
    if (acted.kind === 'done') onQuery(loc.trim())
  }
  return (
    <EntryForm label={w.query} onSend={() => void ask()}>
      <TextField required label={words.loc} list="wms-locs" maxLength={40} value={loc} onValue={setLoc} />
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {w.ask}
        </button>
        <button
          type="button"
          className="z-button"
          disabled={busy || loc.trim() === ''}
          onClick={() => void act('wms.look', { loc: loc.trim() })}
        >
          {w.look}
        </button>
      </div>
      {view.looks.length > 0 && (
        <ul className="wms-mail lab-field-wide" aria-label={w.looks}>
          {view.looks.toReversed().map(({ loc: at, at: when, found }, i) => (
            <li key={i}>
              <p className="z-note">{words.pick.seen.replace('{at}', shortTime(when)).replace('{loc}', at)}</p>
              <p>
                {found.length === 0
                  ? words.pick.nothing
                  : found.map(f => `${nameOf(view, f.sku)} ${f.lot} ${f.units} ${words.units}`).join('；')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </EntryForm>
  )
}

function Move({ view, act, busy }: Props) {
  const { entry, bind, clear } = useEntry({ from: '', to: '', sku: '', lot: '', quantity: '' })
  const send = async (): Promise<void> => {
    const { from, to, sku, lot, quantity } = entry
    const data = { from: from.trim(), to: to.trim(), sku: skuFor(view, sku), lot: lot.trim(), quantity: Number(quantity) }
    const acted = await act('wms.move', data)
    if (acted.kind === 'done') clear()
  }
  return (
    <EntryForm label={w.move} onSend={() => void send()}>
      <TextField required label={w.from} list="wms-locs" maxLength={40} {...bind('from')} />
      <TextField required label={words.code} list="wms-skus" maxLength={40} {...bind('sku')} />
      <TextField required label={words.lot} maxLength={40} {...bind('lot')} />
      <TextField required label={words.quantity} kind="count" unit={words.units} {...bind('quantity')} />
      <TextField required label={w.to} list="wms-locs" maxLength={40} {...bind('to')} />
      <button type="submit" className="z-button" disabled={busy}>
        {w.move}
      </button>
    </EntryForm>
  )
}

function Replenish({ view, act, busy }: Props) {
  const { entry, bind, clear } = useEntry({ sku: '', min: '', max: '' })
  const send = async (): Promise<void> => {
    const acted = await act('wms.replenish.set', { sku: entry.sku.trim(), min: Number(entry.min), max: Number(entry.max) })
    if (acted.kind === 'done') clear()
  }
  return (
    <EntryForm label={w.replenish} onSend={() => void send()}>
      <TextField required label={words.code} list="wms-skus" maxLength={40} {...bind('sku')} />
      <TextField required label={w.min} kind="count" unit={words.units} {...bind('min')} />
      <TextField required label={w.max} kind="count" unit={words.units} {...bind('max')} />
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {w.set}
        </button>
        <button type="button" className="z-button" disabled={busy} onClick={() => void act('wms.replenish.run', {})}>
          {w.run}
        </button>
      </div>
      {view.minima.length === 0 && <Empty text={w.noMinima} />}
      <ul className="lab-field-wide" aria-label={w.minima}>
        {view.minima.map(({ sku, min, max }) => (
          <li key={sku}>
            {nameOf(view, sku)}：{w.minmax.replace('{min}', String(min)).replace('{max}', String(max))}
          </li>
        ))}
      </ul>
    </EntryForm>
  )
}
