import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { marksText } from '../../facts/show.ts'
import { FieldFaults } from '../fields/faults.tsx'
import { NumberField } from '../fields/number-fields.tsx'
import { FieldSpot } from '../fields/wanted.tsx'
import { type WeightLine, weightTree } from '../fields/weight-tree.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SheetProps } from './sheet-props.ts'
import { Wide } from '../../wide.tsx'

/** The areas as a tree: exact marks of each, and what the bank has for it. */
export function WeightsSheet({ body, supply, onChange }: SheetProps) {
  const words = useWords(zh, en).weights
  const sum = body.areas.reduce((all, area) => all + area.marks, 0)
  return (
    <Sheet title={words.title} note={words.note}>
      <FieldFaults path="areas" />
      <FieldFaults path="place" />
      <Wide name={words.title}>
        <table className="z-proof z-weights">
          <thead>
            <tr>
              <th scope="col">{words.area}</th>
              <th scope="col">{words.marks}</th>
              <th scope="col">{words.items}</th>
              <th scope="col">{words.stock}</th>
              <th scope="col">{words.papers}</th>
            </tr>
          </thead>
          <tbody>
            {weightTree(body.areas).map((line, n) => (
              <WeightRow key={n} line={line} body={body} supply={supply} onChange={onChange} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td>{marksText(sum)}</td>
              <td>{supply.items}</td>
              <td>{marksText(supply.areas.reduce((all, area) => all + area.marks, 0))}</td>
              <td>{supply.papers}</td>
            </tr>
          </tfoot>
        </table>
      </Wide>
    </Sheet>
  )
}

function WeightRow({ line, body, supply, onChange }: SheetProps & { readonly line: WeightLine }) {
  const words = useWords(zh, en).weights
  const indent = { paddingLeft: line.depth * 20 }
  const { at } = line
  if (at === null)
    return (
      <tr className="z-weights-group">
        <th scope="row" style={indent}>
          {line.name}
        </th>
        <td>{marksText(line.marks)}</td>
        <td colSpan={3}>{''}</td>
      </tr>
    )
  const name = body.areas[at]?.path.join('／') ?? ''
  const stock = supply.areas.find(area => area.path.join('／') === name)
  const papers = stock?.needed ? Math.floor(stock.marks / stock.needed) : null
  const set = (marks: number | null) => onChange({ areas: body.areas.map((area, n) => (n === at ? { ...area, marks: marks ?? 0 } : area)) })
  return (
    <tr>
      <th scope="row" style={indent}>
        {line.name}
        <FieldFaults path={`areas.${name}`} />
      </th>
      <td>
        <FieldSpot path={`areas.${name}`}>
          <NumberField label={name} value={line.marks} scale={100} onChange={set} />
        </FieldSpot>
      </td>
      <td>{stock?.items ?? words.none}</td>
      <td>{stock ? marksText(stock.marks) : words.none}</td>
      <td className={papers !== null && papers < body.forms ? 'z-weights-short' : ''}>{papers ?? words.none}</td>
    </tr>
  )
}
