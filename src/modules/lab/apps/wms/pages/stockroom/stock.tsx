import { useState } from '../../../../../../ui/hooks.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { Article, Empty, Fold, Head, Panel, nameOf } from '../parts.tsx'
import { StockTools } from './stock-tools.tsx'
import type { WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.stock

/** 库存移库: what the books say lies where; moving, looking, keeping pick faces full. */
export function Stock(props: WmsProps) {
  const { view } = props
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const rows = view.stock.filter(q => [q.loc, q.sku, q.lot, nameOf(view, q.sku)].some(text => text.toLowerCase().includes(wanted)))
  return (
    <>
      <Panel title={w.title}>
        <TextField label={w.filter} value={filter} onValue={setFilter} />
        {rows.length === 0 ? (
          <Empty text={w.none} />
        ) : (
          <div className="lab-scroll">
            <table>
              <Head cells={[words.loc, words.sku, words.lot, words.exp, [w.book, 'figure'], [w.reserved, 'figure'], [w.free, 'figure']]} />
              <tbody>
                {rows.map(({ loc, sku, lot, exp, on, reserved }) => (
                  <tr key={`${loc}-${sku}-${lot}`}>
                    <td>
                      <b>{loc}</b>
                    </td>
                    <td>
                      <Article view={view} sku={sku} />
                    </td>
                    <td>
                      <code>{lot}</code>
                    </td>
                    <td className="wms-date">{exp ?? '—'}</td>
                    <td className="lab-figure">{on}</td>
                    <td className="lab-figure">{reserved}</td>
                    <td className="lab-figure">{on - reserved}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Fold title={w.articles}>
          <Articles {...props} />
        </Fold>
      </Panel>
      <StockTools {...props} onQuery={setFilter} />
    </>
  )
}

function Articles({ view }: WmsProps) {
  return (
    <div className="lab-scroll">
      <table>
        <Head
          cells={[
            words.sku,
            words.inbound.barcode,
            w.category,
            [w.perCase, 'figure'],
            [w.weight, 'figure'],
            [w.shelf, 'figure'],
            [w.free, 'figure'],
          ]}
        />
        <tbody>
          {view.skus.map(k => (
            <tr key={k.sku}>
              <td>
                <Article view={view} sku={k.sku} />
              </td>
              <td>
                <code>{k.gtin}</code>
              </td>
              <td>{k.category}</td>
              <td className="lab-figure">{k.perCase}</td>
              <td className="lab-figure">
                {k.weight} {words.pack.unit}
              </td>
              <td className="lab-figure">{k.shelfDays === null ? w.unlimited : `${k.shelfDays} ${w.days}`}</td>
              <td className="lab-figure">{k.available}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
