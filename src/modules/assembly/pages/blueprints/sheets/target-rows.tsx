import { Button, Select } from 'antd'
import { useWords } from '../../../../../ui/words.ts'
import type { BlueprintGoal } from '../../../contract.ts'
import { abilityOptions, nextAbility } from '../fields/abilities.ts'
import { NumberField } from '../fields/number-fields.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Targets = Extract<BlueprintGoal, { kind: 'target-information' }>['targets']

/** The target curve: information wanted at each ability; at least one, at most nine. */
export function TargetRows({ targets, onChange }: { readonly targets: Targets; readonly onChange: (targets: Targets) => void }) {
  const { quality: words, solver } = useWords(zh, en)
  const thetas = targets.map(each => each.theta)
  return (
    <div className="z-rows-edit">
      {targets.map((each, at) => (
        <div key={at} className="z-row-edit">
          <Select
            aria-label={words.ability}
            value={each.theta}
            style={{ width: 88 }}
            options={abilityOptions(thetas)}
            onChange={theta => onChange(targets.with(at, { ...each, theta }))}
          />
          <NumberField
            label={solver.targets}
            value={each.target}
            scale={1000}
            onChange={target => target !== null && onChange(targets.with(at, { ...each, target }))}
          />
          <Button size="small" disabled={targets.length === 1} onClick={() => onChange(targets.toSpliced(at, 1))}>
            {words.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={targets.length >= 9}
          onClick={() => onChange([...targets, { theta: nextAbility(thetas), target: targets.at(-1)?.target ?? 0 }])}
        >
          {words.add}
        </Button>
      </div>
    </div>
  )
}
