import { Article, Empty, Head, StateWord } from '../parts.tsx'
import type { ReceiptLine, ReceiptProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.inbound

/** What was put down so far; lines are struck while goods come in, and judged when they have come. */
export function ReceiptLines(props: ReceiptProps) {
  const { receipt, view } = props
  return (
    <section aria-label={w.lines}>
      <h3>{w.lines}</h3>
      {receipt.lines.length === 0 && <Empty text={w.noLines} />}
      {receipt.lines.length > 0 && (
        <div className="lab-scroll">
          <table>
            <Head
              cells={[
                words.sku,
                words.lot,
                words.made,
                words.exp,
                [words.quantity, 'figure'],
                w.lineState,
                w.verdict,
                [words.act, 'unseen'],
              ]}
            />
            <tbody>
              {receipt.lines.map(line => (
                <tr key={line.id}>
                  <td>
                    <Article view={view} sku={line.sku} />
                  </td>
                  <td>
                    <code>{line.lot}</code>
                  </td>
                  <td className="wms-date">{line.made ?? '—'}</td>
                  <td className="wms-date">{line.exp ?? '—'}</td>
                  <td className="lab-figure">
                    {line.quantity} {words.units}
                  </td>
                  <td>
                    <StateWord state={line.state} zh={w.states[line.state]} />
                  </td>
                  <td>{line.verdict === null ? '—' : <StateWord state={line.verdict} zh={w[line.verdict]} />}</td>
                  <td>
                    <LineActs {...props} line={line} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function LineActs({ receipt, line, act, busy }: ReceiptProps & { readonly line: ReceiptLine }) {
  const at = { receipt: receipt.no, line: line.id }
  if (receipt.may.includes('scan'))
    return (
      <button
        type="button"
        className="z-link"
        disabled={busy}
        aria-label={`${w.strike} ${line.lot}`}
        onClick={() => void act('wms.receipt.strike', at)}
      >
        {w.strike}
      </button>
    )
  if (!receipt.may.includes('check') || line.state === 'refused') return null
  return (
    <div className="wms-verdicts" role="group" aria-label={`${w.verdict} ${line.lot}`}>
      {(['pass', 'fail'] as const).map(verdict => (
        <button
          type="button"
          className="z-button"
          aria-pressed={line.verdict === verdict}
          disabled={busy}
          key={verdict}
          onClick={() => void act('wms.qc.record', { ...at, verdict })}
        >
          {w[verdict]}
        </button>
      ))}
    </div>
  )
}
