import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Article, Empty, Head, Panel, StateWord, choicesOf } from '../parts.tsx'
import type { Count, WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.count
type Props = WmsProps & { readonly count: Count }

/** One count: what was found, put right where it was wrong, and its approval with a reason for each difference. */
export function CountSheet(props: Props) {
  const { count, around } = props
  const by = around.personas.find(p => p.id === count.by)?.name ?? count.by
  const open = count.state === 'counting'
  return (
    <Panel title={`${w.list} ${count.no}`} aside={<StateWord state={count.state} zh={count.stateZh} />}>
      <p className="z-note">
        {count.locs.join('、')}　{w.by} {by}
      </p>
      {open && <Record {...props} />}
      <Lines {...props} />
    </Panel>
  )
}

function Record({ count, act, busy }: Props) {
  const { entry, bind, put } = useEntry({ loc: count.locs[0] ?? '', sku: '', lot: '', counted: '' })
  const send = async (command: 'record' | 'recount'): Promise<void> => {
    const { loc, sku, lot, counted } = entry
    const data = { count: count.no, loc, sku: sku.trim(), lot: lot.trim(), counted: Number(counted) }
    const acted = await act(`wms.count.${command}`, data)
    if (acted.kind === 'done') put({ sku: '', lot: '', counted: '' })
  }
  return (
    <EntryForm label={w.record} onSend={() => void send('record')}>
      <ChoiceField required label={words.loc} {...bind('loc')} choices={choicesOf(count.locs)} />
      <TextField required label={words.code} list="wms-skus" maxLength={40} {...bind('sku')} />
      <TextField required label={words.lot} maxLength={40} {...bind('lot')} />
      <TextField required label={w.counted} kind="count" unit={words.units} {...bind('counted')} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.record}
        </button>
        <button
          type="button"
          className="z-button"
          disabled={busy || !/^\d+$/.test(entry.counted.trim())}
          onClick={() => void send('recount')}
        >
          {w.recount}
        </button>
      </div>
    </EntryForm>
  )
}

/** The books stay shut to whoever counts, so a reason is asked of every line that may differ. */
function Lines({ count, view, act, busy }: Props) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const open = count.state === 'counting'
  const keyOf = (l: { readonly loc: string; readonly sku: string }): string => `${l.loc}|${l.sku}`
  const approve = (): void => {
    const given = count.lines.flatMap(l => {
      const reason = reasons[keyOf(l)] ?? ''
      return reason === '' ? [] : [{ loc: l.loc, sku: l.sku, reason }]
    })
    void act('wms.count.approve', { count: count.no, reasons: given })
  }
  if (count.lines.length === 0) return <Empty text={w.noLines} />
  return (
    <EntryForm label={w.approve} className="z-stack" onSend={approve}>
      <table>
        <Head cells={[words.loc, words.sku, words.lot, [w.counted, 'figure'], ...(open ? [w.reason] : [])]} />
        <tbody>
          {count.lines.map(l => (
            <tr key={`${keyOf(l)}|${l.lot}`}>
              <td>{l.loc}</td>
              <td>
                <Article view={view} sku={l.sku} />
              </td>
              <td>{l.lot}</td>
              <td className="lab-figure">{l.counted}</td>
              {open && (
                <td>
                  <ChoiceField
                    label={`${w.reason} ${l.loc}`}

                    empty={w.noReason}
                    value={reasons[keyOf(l)] ?? ''}
                    onValue={reason => setReasons({ ...reasons, [keyOf(l)]: reason })}
                    choices={choicesOf(w.reasons)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {open && (
        <div className="lab-buttons">
          <button type="submit" className="z-button" disabled={busy}>
            {w.approve}
          </button>
        </div>
      )}
    </EntryForm>
  )
}
