import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Article, Empty, Head, choicesOf, nameOf } from '../parts.tsx'
import type { ReceiptProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound
const KINDS = ['短少', '多货', '破损', '临期']

/** What came other than announced, told to the supplier. A kind told twice of an article replaces the first. */
export function Differences(props: ReceiptProps) {
  const { receipt, view } = props
  return (
    <section aria-label={w.differences}>
      <h3>{w.differences}</h3>
      {receipt.differences.length === 0 ? (
        <Empty text={w.noDifferences} />
      ) : (
        <table>
          <Head cells={[words.sku, w.kind, [words.quantity, 'figure'], w.note]} />
          <tbody>
            {receipt.differences.map(({ sku, kind, quantity, note }) => (
              <tr key={`${sku}-${kind}`}>
                <td>
                  <Article view={view} sku={sku} />
                </td>
                <td>{kind}</td>
                <td className="lab-figure">
                  {quantity} {words.units}
                </td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {receipt.may.includes('scan') && <Tell {...props} />}
    </section>
  )
}

function Tell({ receipt, view, act, busy }: ReceiptProps) {
  const { entry, bind, clear } = useEntry({ sku: '', kind: '', quantity: '', note: '' })
  const noted = view.notices.find(x => x.no === receipt.notice)?.lines ?? []
  const send = async (): Promise<void> => {
    const acted = await act('wms.difference.record', {
      ...entry,
      receipt: receipt.no,
      quantity: Number(entry.quantity),
      note: entry.note.trim(),
    })
    if (acted.kind === 'done') clear()
  }
  return (
    <EntryForm label={w.record} onSend={() => void send()}>
      <ChoiceField
        required
        label={words.sku}
        empty={words.choose}
        {...bind('sku')}
        choices={noted.map(({ sku }) => ({ value: sku, zh: nameOf(view, sku) }))}
      />
      <ChoiceField required label={w.kind} empty={words.choose} {...bind('kind')} choices={choicesOf(KINDS)} />
      <TextField required label={words.quantity} kind="count" unit={words.units} {...bind('quantity')} />
      <TextField label={w.note} maxLength={200} {...bind('note')} />
      <button type="submit" className="z-button" disabled={busy}>
        {w.record}
      </button>
    </EntryForm>
  )
}
