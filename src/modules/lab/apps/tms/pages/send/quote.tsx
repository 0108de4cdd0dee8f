import { showMoney } from '../../../../../../ui/format.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Block, Empty, carrierName, filled, serviceName } from '../parts.tsx'
import type { TmsView } from '../view.ts'
import { words } from '../words.ts'
import { RateTable } from './rate-table.tsx'
import type { SendProps } from './parcel-entry.ts'

const w = words.quote

/** What each service asks and how long it takes; the price list itself is beneath. */
export function Quote(props: SendProps) {
  const { view, act, busy } = props
  const { entry, bind } = useEntry({ region: '', weight: '', volume: '' })
  const last = view.quotes.at(-1)
  const ask = (): void => {
    const volume = entry.volume.trim() === '' ? 0 : Number(entry.volume)
    void act('tms.quote', { region: entry.region.trim(), weight: Number(entry.weight), volume })
  }
  return (
    <Block title={w.title}>
      <EntryForm label={w.title} onSend={ask}>
        <TextField required label={w.to} maxLength={60} {...bind('region')} />
        <TextField required label={w.weight} kind="count" unit={words.gram} {...bind('weight')} />
        <TextField label={`${w.volume}（${w.cubic}）`} kind="count" {...bind('volume')} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {w.ask}
        </button>
      </EntryForm>
      {last === undefined ? <Empty text={w.none} /> : <Offers {...props} quote={last} />}
      <details className="tms-fold">
        <summary>{w.rates}</summary>
        <RateTable view={view} />
      </details>
    </Block>
  )
}

function Offers({ view, quote, typed }: SendProps & { readonly quote: TmsView['quotes'][number] }) {
  const title = filled(w.last, { region: quote.region, weight: quote.weight })
  return (
    <div className="lab-scroll">
      <table aria-label={title}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.carrier}</th>
            <th scope="col">{words.service}</th>
            <th scope="col" className="lab-figure">
              {words.hours}
            </th>
            <th scope="col" className="lab-figure">
              {w.charged}
            </th>
            <th scope="col" className="lab-figure">
              {words.fee}
            </th>
            <th scope="col">
              <span className="z-unseen">{words.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {quote.offers.map(({ carrier, service, fee, hours, charged }) => (
            <tr key={`${carrier}-${service}`}>
              <td>{carrierName(view, carrier)}</td>
              <td>{serviceName(view, carrier, service)}</td>
              <td className="lab-figure">{filled(words.hour, { n: hours })}</td>
              <td className="lab-figure">
                {charged} {words.gram}
              </td>
              <td className="lab-figure">{showMoney(fee)}</td>
              <td>
                <button
                  type="button"
                  className="z-link"
                  aria-label={`${w.take} ${carrierName(view, carrier)} ${serviceName(view, carrier, service)}`}
                  onClick={() => typed.put({ service: `${carrier}|${service}` })}
                >
                  {w.take}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
