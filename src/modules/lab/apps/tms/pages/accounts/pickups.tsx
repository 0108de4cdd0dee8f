import { useState } from '../../../../../../ui/hooks.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TickField } from '../../../../pages/parts/fields.tsx'
import { Block, Empty, StateWord, carrierName, filled, wordChoices } from '../parts.tsx'
import type { TmsProps, TmsView } from '../view.ts'
import { words } from '../words.ts'

const w = words.pickup

/** 预约揽收: each carrier's next van, and the waybills that wait for one. */
export function Pickups(props: TmsProps) {
  const { view } = props
  const waiting = view.waybills.filter(x => x.state === 'created' && x.pickup === null)
  return (
    <>
      <Block title={w.title}>
        {waiting.length === 0 && <Empty text={w.none} />}
        {view.carriers.map(carrier => {
          const own = waiting.filter(x => x.carrier === carrier.code)
          return own.length === 0 ? null : <Book {...props} carrier={carrier} waiting={own} key={carrier.code} />
        })}
      </Block>
      <Booked {...props} />
    </>
  )
}

type BookProps = TmsProps & { readonly carrier: TmsView['carriers'][number]; readonly waiting: TmsView['waybills'] }

function Book({ carrier, waiting, act, busy }: BookProps) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [day, setDay] = useState('today')
  const waybills = ticked.filter(no => waiting.some(x => x.no === no))
  return (
    <EntryForm
      label={`${w.title} ${carrier.name}`}
      className="tms-book"
      onSend={() => void act('tms.pickup.book', { carrier: carrier.code, waybills, day })}
    >
      <fieldset className="tms-ticks">
        <legend>
          <b>{carrier.name}</b>　{filled(w.van, { at: shortTime(carrier.nextVan) })}
        </legend>
        {waiting.map(x => (
          <TickField
            label={`${x.no}　${x.orderNo}　${x.to.name}`}
            checked={waybills.includes(x.no)}
            onCheck={on => setTicked(on ? [...waybills, x.no] : waybills.filter(no => no !== x.no))}
            key={x.no}
          />
        ))}
      </fieldset>
      <ChoiceField required label={w.day} value={day} onValue={setDay} choices={wordChoices(w.days)} />
      <button type="submit" className="z-button z-button-primary" disabled={busy || waybills.length === 0}>
        {w.book}
      </button>
    </EntryForm>
  )
}

function Booked({ view, act, busy }: TmsProps) {
  return (
    <Block title={w.list}>
      {view.pickups.length === 0 ? (
        <Empty text={w.noList} />
      ) : (
        <div className="lab-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{w.due}</th>
                <th scope="col">{words.carrier}</th>
                <th scope="col">{w.parcels}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">
                  <span className="z-unseen">{words.act}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {view.pickups.map(({ id, carrier, waybills, due, state }) => (
                <tr key={id}>
                  <td>{shortTime(due)}</td>
                  <td>{carrierName(view, carrier)}</td>
                  <td>{waybills.join('、')}</td>
                  <td>
                    <StateWord state={state} zh={w.state[state] ?? state} />
                  </td>
                  <td>
                    {state === 'booked' && (
                      <button
                        type="button"
                        className="z-link"
                        disabled={busy}
                        aria-label={`${w.cancel} ${id}`}
                        onClick={() => void act('tms.pickup.cancel', { pickup: id })}
                      >
                        {w.cancel}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  )
}
