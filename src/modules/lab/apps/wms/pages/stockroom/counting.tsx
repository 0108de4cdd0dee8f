import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TickField } from '../../../../pages/parts/fields.tsx'
import { CountSheet } from './count-sheet.tsx'
import { Article, Empty, Fold, Head, Panel } from '../parts.tsx'
import type { WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.count

/** 盘点: places are frozen, counted blind, and the books follow when another has approved. */
export function Counting(props: WmsProps) {
  const { view } = props
  return (
    <>
      <Panel title={w.start}>
        <Start {...props} />
      </Panel>
      {view.counts.length === 0 && (
        <Panel title={w.list}>
          <Empty text={w.none} />
        </Panel>
      )}
      {view.counts.toReversed().map(count => (
        <CountSheet {...props} count={count} key={count.no} />
      ))}
      {view.adjustments.length > 0 && (
        <Panel title={w.adjustments}>
          <table>
            <Head cells={[w.list, words.loc, words.sku, words.lot, [w.change, 'figure'], w.reason, w.approver]} />
            <tbody>
              {view.adjustments.map(a => (
                <tr key={`${a.count}-${a.loc}-${a.sku}-${a.lot}`}>
                  <td>{a.count}</td>
                  <td>{a.loc}</td>
                  <td>
                    <Article view={view} sku={a.sku} />
                  </td>
                  <td>{a.lot}</td>
                  <td className="lab-figure">{a.by > 0 ? `+${a.by}` : a.by}</td>
                  <td>{a.reason}</td>
                  <td>{props.around.personas.find(p => p.id === a.approver)?.name ?? a.approver}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </>
  )
}

function Start({ view, act, busy }: WmsProps) {
  const [locs, setLocs] = useState<readonly string[]>([])
  const send = async (): Promise<void> => {
    const acted = await act('wms.count.start', { locs })
    if (acted.kind === 'done') setLocs([])
  }
  return (
    <EntryForm label={w.start} className="z-stack" onSend={() => void send()}>
      <Fold title={w.locs}>
        <div className="wms-locs">
          {view.locations.map(({ code, kind, frozen }) => (
            <TickField
              label={`${code}　${frozen === null ? kind : w.frozen}`}
              checked={locs.includes(code)}
              onCheck={on => setLocs(on ? [...locs, code] : locs.filter(x => x !== code))}
              key={code}
            />
          ))}
        </div>
      </Fold>
      <div className="wms-inline">
        <span>{locs.length === 0 ? words.none : locs.join('、')}</span>
        <button type="submit" className="z-button z-button-primary" disabled={busy || locs.length === 0}>
          {w.begin}
        </button>
      </div>
    </EntryForm>
  )
}
