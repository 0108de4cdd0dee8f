import type { ReactNode } from 'react'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { TYPE_NAMES } from '../../../item-bank/contract.ts'
import type { Place } from './form-facts.ts'
import { marksText, thousandths } from './show.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { Wide } from '../wide.tsx'

type Props = {
  readonly places: readonly Place[]
  /** What can be done at a place. */
  readonly act?: (place: Place) => ReactNode
}

const COLUMNS = ['place', 'code', 'type', 'marks', 'difficulty', 'scale', 'importance', 'seconds', 'exposure'] as const

/** The items of a form in their areas, by code and without contents. */
export function ItemList({ places, act }: Props) {
  const words = useWords(zh, en).list
  const areas = [...Map.groupBy(places, place => place.path.join('／'))]
  return (
    <Wide name={words.frame}>
      <table className="z-proof z-item-list">
        <thead>
          <tr>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
            {act && <th scope="col">{words.act}</th>}
          </tr>
        </thead>
        {areas.map(([name, within]) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length + (act ? 1 : 0)} className="z-item-area">
                <span>
                  {name}
                  <span className="z-note">
                    {fill(words.areaLine, { n: within.length, marks: marksText(within.reduce((sum, place) => sum + place.marks, 0)) })}
                  </span>
                </span>
              </th>
            </tr>
            {within.map(place => (
              <ItemRow key={place.place} place={place} act={act} />
            ))}
          </tbody>
        ))}
      </table>
    </Wide>
  )
}

function ItemRow({ place, act }: { readonly place: Place; readonly act: Props['act'] | undefined }) {
  const words = useWords(zh, en).list
  const language = useLanguage()
  return (
    <tr>
      <td>{place.place}</td>
      <th scope="row">{place.code}</th>
      <td>{TYPE_NAMES[place.type][language]}</td>
      <td>{marksText(place.marks)}</td>
      <td>{place.difficulty}</td>
      <td>
        {thousandths(place.b)}
        {!place.isCalibrated && (
          <abbr className="z-note" title={words.estimated}>
            {` ${words.estimate}`}
          </abbr>
        )}
      </td>
      <td>{place.importance}</td>
      <td>{place.seconds ?? words.none}</td>
      <td>{place.exposure}</td>
      {act && <td>{act(place)}</td>}
    </tr>
  )
}
