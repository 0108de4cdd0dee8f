import { Select } from 'antd'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { BlueprintGoal } from '../../../contract.ts'
import { en as commonEn } from '../../words.en.ts'
import { zh as commonZh } from '../../words.zh.ts'
import { abilityOptions } from '../fields/abilities.ts'
import { FieldFaults } from '../fields/faults.tsx'
import { Field } from '../fields/field.tsx'
import { NumberField } from '../fields/number-fields.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { TargetRows } from './target-rows.tsx'
import type { SheetProps } from './sheet-props.ts'

const MIDDLE = [-1000, 0, 1000]
const BLANK = {
  none: { kind: 'none' },
  'least-exposure': { kind: 'least-exposure' },
  'most-information': { kind: 'most-information', abilities: MIDDLE },
  'maximin-information': { kind: 'maximin-information', abilities: MIDDLE },
  'target-information': { kind: 'target-information', targets: MIDDLE.map(theta => ({ theta, target: 8000 })) },
  'target-difficulty': { kind: 'target-difficulty', mean: 300 },
} as const satisfies Readonly<Record<BlueprintGoal['kind'], unknown>>
const KINDS = ['none', 'least-exposure', 'most-information', 'maximin-information', 'target-information', 'target-difficulty'] as const

/** How many forms, what is made best, how long and how near the solver goes. */
export function SolverSheet({ body, onChange }: SheetProps) {
  const { solver: words, units } = useWords(zh, en)
  const goals = useWords(commonZh, commonEn).goals
  const { goal, solver } = body
  return (
    <Sheet title={words.title}>
      <div className="z-fields">
        <Field label={words.forms}>
          <NumberField
            label={words.forms}
            value={body.forms}
            unit={units.forms}
            min={1}
            max={50}
            onChange={forms => forms !== null && onChange({ forms })}
          />
        </Field>
        <Field label={words.seconds}>
          <NumberField
            label={words.seconds}
            value={solver.seconds}
            unit={units.seconds}
            min={1}
            max={3600}
            onChange={seconds => seconds !== null && onChange({ solver: { ...solver, seconds } })}
          />
        </Field>
        <Field label={words.gap}>
          <NumberField
            label={words.gap}
            value={solver.gap}
            scale={100}
            unit={units.percent}
            max={20}
            onChange={gap => gap !== null && onChange({ solver: { ...solver, gap } })}
          />
        </Field>
        <Field label={words.goal}>
          <Select
            aria-label={words.goal}
            value={goal.kind}
            style={{ width: '100%' }}
            options={KINDS.map(kind => ({ value: kind, label: goals[kind] }))}
            onChange={kind => onChange({ goal: structuredClone(BLANK[kind]) as BlueprintGoal })}
          />
        </Field>
        <GoalFields goal={goal} onChange={changed => onChange({ goal: changed })} />
      </div>
      <FieldFaults path="goal" />
    </Sheet>
  )
}

function GoalFields({ goal, onChange }: { readonly goal: BlueprintGoal; readonly onChange: (goal: BlueprintGoal) => void }) {
  const words = useWords(zh, en).solver
  if ('abilities' in goal)
    return (
      <Field label={words.abilities}>
        <Select
          mode="multiple"
          aria-label={words.abilities}
          value={goal.abilities}
          style={{ width: '100%' }}
          options={abilityOptions(goal.abilities)}
          onChange={(abilities: number[]) => abilities.length > 0 && onChange({ ...goal, abilities: abilities.toSorted((a, b) => a - b) })}
        />
      </Field>
    )
  if (goal.kind === 'target-difficulty')
    return (
      <Field label={words.mean}>
        <NumberField
          label={words.mean}
          value={goal.mean}
          scale={100}
          min={1}
          max={5}
          onChange={mean => mean !== null && onChange({ ...goal, mean })}
        />
      </Field>
    )
  if (goal.kind !== 'target-information') return null
  return (
    <Field label={words.targets} wide>
      <TargetRows targets={goal.targets} onChange={targets => onChange({ ...goal, targets })} />
    </Field>
  )
}
