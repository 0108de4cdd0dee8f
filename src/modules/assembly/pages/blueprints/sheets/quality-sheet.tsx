import { Button, Select } from 'antd'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { IMPORTANCES } from '../../../../item-bank/contract.ts'
import type { BlueprintBody } from '../../../contract.ts'
import { marksText } from '../../facts/show.ts'
import { abilityOptions, nextAbility } from '../fields/abilities.ts'
import { FieldFaults } from '../fields/faults.tsx'
import { Field } from '../fields/field.tsx'
import { FieldSpot } from '../fields/wanted.tsx'
import { type Bounds, BoundsField, OPEN, keptBounds } from '../fields/number-fields.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SheetProps } from './sheet-props.ts'

/** Shares of importance, mean difficulty, information at abilities. */
export function QualitySheet({ body, supply, onChange }: SheetProps) {
  const { quality: words, units } = useWords(zh, en)
  const share = (importance: (typeof IMPORTANCES)[number], bounds: Bounds) => {
    const others = body.importance.filter(each => each.importance !== importance)
    const kept = keptBounds(bounds)
    onChange({ importance: kept === null ? others : [...others, { importance, ...kept }] })
  }
  return (
    <Sheet title={words.title}>
      <FieldFaults path="importance" />
      <div className="z-fields">
        {IMPORTANCES.map(importance => {
          const kept = body.importance.find(each => each.importance === importance)
          const stock = supply.importance.find(each => each.importance === importance)
          const label = fill(words.importance, { n: importance })
          return (
            <Field
              key={importance}
              label={label}
              path={`importance.${importance}`}
              {...(stock && { note: fill(words.pool, { items: stock.items, marks: marksText(stock.marks) }) })}
            >
              <BoundsField
                label={label}
                value={kept ? { least: kept.least, most: kept.most } : OPEN}
                scale={100}
                max={100}
                unit={units.percent}
                onChange={bounds => share(importance, bounds)}
              />
            </Field>
          )
        })}
        <Field label={words.difficulty} path="difficulty">
          <BoundsField
            label={words.difficulty}
            value={body.difficulty ?? OPEN}
            scale={100}
            min={1}
            max={5}
            onChange={difficulty => onChange({ difficulty: keptBounds(difficulty) })}
          />
        </Field>
        <Field label={words.information} wide>
          <InformationRows rows={body.information} onChange={information => onChange({ information })} />
        </Field>
      </div>
    </Sheet>
  )
}

type Rows = BlueprintBody['information']

function InformationRows({ rows, onChange }: { readonly rows: Rows; readonly onChange: (rows: Rows) => void }) {
  const words = useWords(zh, en).quality
  const thetas = rows.map(row => row.theta)
  return (
    <div className="z-rows-edit">
      {rows.map((row, at) => (
        <FieldSpot key={at} path={`information.${row.theta}`}>
          <div className="z-row-edit">
            <Select
              aria-label={words.ability}
              value={row.theta}
              style={{ width: 88 }}
              options={abilityOptions(thetas)}
              onChange={theta => onChange(rows.with(at, { ...row, theta }))}
            />
            <BoundsField
              label={words.information}
              value={{ least: row.least, most: row.most }}
              scale={1000}
              onChange={bounds => onChange(rows.with(at, { ...row, ...bounds }))}
            />
            <Button size="small" onClick={() => onChange(rows.toSpliced(at, 1))}>
              {words.remove}
            </Button>
          </div>
          <FieldFaults path={`information.${row.theta}`} />
        </FieldSpot>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...rows, { theta: nextAbility(thetas), least: null, most: null }])}>
          {words.add}
        </Button>
      </div>
    </div>
  )
}
