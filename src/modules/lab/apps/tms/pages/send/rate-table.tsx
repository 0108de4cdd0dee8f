import { showMoney } from '../../../../../../ui/format.ts'
import { filled } from '../parts.tsx'
import type { TmsView } from '../view.ts'
import { words } from '../words.ts'

const w = words.quote

/** Every carrier's price list, area by area. */
export function RateTable({ view }: { readonly view: TmsView }) {
  return (
    <div className="lab-scroll">
      <table className="tms-rates">
        <thead>
          <tr>
            <th scope="col">{words.carrier}</th>
            <th scope="col">{words.service}</th>
            <th scope="col">{w.regions}</th>
            <th scope="col">{w.first}</th>
            <th scope="col">{w.step}</th>
            <th scope="col" className="lab-figure">
              {words.hours}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.carriers.flatMap(carrier =>
            carrier.services.flatMap(service =>
              service.rates.map(rate => (
                <tr key={`${carrier.code}-${service.code}-${rate.area}`}>
                  <td>{carrier.name}</td>
                  <td>{service.name}</td>
                  <td>{rate.regions.join('、')}</td>
                  <td>{filled(w.each, { fee: showMoney(rate.first), grams: rate.firstGrams })}</td>
                  <td>{filled(w.each, { fee: showMoney(rate.step), grams: rate.stepGrams })}</td>
                  <td className="lab-figure">{filled(words.hour, { n: rate.hours })}</td>
                </tr>
              )),
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
