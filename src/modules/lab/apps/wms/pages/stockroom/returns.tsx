import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { LinesField, NO_LINE, linesOf } from '../lines-field.tsx'
import { Empty, Fold, Panel, StateWord, nameOf } from '../parts.tsx'
import type { ReturnIn, WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.returns

/** 退货: parcels that come back, looked at, judged and put where such goods belong. */
export function Returns(props: WmsProps) {
  const { view } = props
  return (
    <Panel title={w.list}>
      {view.returns.length === 0 && <Empty text={w.none} />}
      <ul className="wms-place">
        {view.returns.map(back => (
          <Back {...props} back={back} key={back.rma} />
        ))}
      </ul>
      <Fold title={w.expect}>
        <Expect {...props} />
      </Fold>
    </Panel>
  )
}

function Back({ back, view, act, busy }: WmsProps & { readonly back: ReturnIn }) {
  const { entry, bind } = useEntry({ grade: '', loc: '' })
  const { rma, orderNo, lines, state, stateZh, look, grade, loc } = back
  return (
    <li>
      <div>
        <b>{rma}</b>　<StateWord state={state} zh={stateZh} />
        <p className="z-note">
          {words.order} {orderNo}　{lines.map(l => `${nameOf(view, l.sku)} × ${l.quantity}`).join('、')}
        </p>
        {look !== null && (
          <p>
            {w.look}：{look}
          </p>
        )}
        {grade !== null && (
          <p>
            {w.grades[grade] ?? grade}，{w.put.replace('{loc}', loc ?? '')}
          </p>
        )}
      </div>
      {state === 'arrived' && (
        <EntryForm
          label={`${w.inspect} ${rma}`}
          className="wms-place-form"
          onSend={() => void act('wms.return.inspect', { rma, grade: entry.grade, loc: entry.loc.trim() })}
        >
          <ChoiceField
            required
            label={w.grade}
            empty={words.choose}
            {...bind('grade')}
            choices={Object.entries(w.grades).map(([value, zh]) => ({ value, zh }))}
          />
          <TextField required label={words.loc} list="wms-locs" maxLength={40} {...bind('loc')} />
          <button type="submit" className="z-button z-button-primary" disabled={busy}>
            {w.inspect}
          </button>
        </EntryForm>
      )}
    </li>
  )
}

function Expect({ view, act, busy }: WmsProps) {
  const { entry, bind, clear } = useEntry({ rma: '', order: '' })
  const [lines, setLines] = useState(NO_LINE)
  const send = async (): Promise<void> => {
    const data = { rma: entry.rma.trim(), orderNo: entry.order.trim(), lines: linesOf(view, lines) }
    const acted = await act('wms.return.expect', data)
    if (acted.kind !== 'done') return
    clear()
    setLines(NO_LINE)
  }
  return (
    <EntryForm label={w.expect} onSend={() => void send()}>
      <TextField required label={w.rma} maxLength={40} {...bind('rma')} />
      <TextField required label={words.order} maxLength={40} {...bind('order')} />
      <LinesField lines={lines} onLines={setLines} />
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {w.expect}
        </button>
      </div>
    </EntryForm>
  )
}
