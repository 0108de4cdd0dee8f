import { Checkbox } from 'antd'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_TYPES } from '../../../../interactions/contract.ts'
import { TYPE_NAMES } from '../../../../item-bank/contract.ts'
import type { BlueprintBody } from '../../../contract.ts'
import { marksText } from '../../facts/show.ts'
import { FieldFaults } from '../fields/faults.tsx'
import { BoundsField, OPEN } from '../fields/number-fields.tsx'
import { FieldSpot } from '../fields/wanted.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SheetProps } from './sheet-props.ts'
import { Wide } from '../../wide.tsx'

type Quota = BlueprintBody['types'][number]

/** Which types may stand in a form, and how much of each. */
export function TypesSheet(props: SheetProps) {
  const words = useWords(zh, en).types
  return (
    <Sheet title={words.title} note={words.note}>
      <FieldFaults path="types" />
      <Wide name={words.title}>
        <table className="z-proof z-weights z-types">
          <thead>
            <tr>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.inMarks}</th>
              <th scope="col">{words.inItems}</th>
              <th scope="col">{words.items}</th>
              <th scope="col">{words.stock}</th>
            </tr>
          </thead>
          <tbody>
            {INTERACTION_TYPES.map(type => (
              <TypeRow key={type} type={type} {...props} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Sheet>
  )
}

function TypeRow({ type, body, supply, onChange }: SheetProps & { readonly type: Quota['type'] }) {
  const words = useWords(zh, en).types
  const language = useLanguage()
  const name = TYPE_NAMES[type][language]
  const quota = body.types.find(each => each.type === type)
  const stock = supply.types.find(each => each.type === type)
  const set = (change: Partial<Quota>) => onChange({ types: body.types.map(each => (each.type === type ? { ...each, ...change } : each)) })
  const allow = (allowed: boolean) => {
    const others = body.types.filter(each => each.type !== type)
    onChange({ types: allowed ? [...others, { type, items: OPEN, marks: OPEN }] : others })
  }
  return (
    <tr>
      <th scope="row">
        <Checkbox checked={quota !== undefined} onChange={event => allow(event.target.checked)}>
          {name}
        </Checkbox>
        <FieldFaults path={`types.${type}`} within />
      </th>
      {quota ? (
        <>
          <td>
            <FieldSpot path={`types.${type}.marks`}>
              <BoundsField label={`${name} ${words.inMarks}`} value={quota.marks} scale={100} onChange={marks => set({ marks })} />
            </FieldSpot>
          </td>
          <td>
            <FieldSpot path={`types.${type}.items`}>
              <BoundsField label={`${name} ${words.inItems}`} value={quota.items} onChange={items => set({ items })} />
            </FieldSpot>
          </td>
          <td>{stock?.items}</td>
          <td>{stock && marksText(stock.marks)}</td>
        </>
      ) : (
        <td colSpan={4}>{''}</td>
      )}
    </tr>
  )
}
