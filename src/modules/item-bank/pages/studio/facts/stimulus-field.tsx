import { Select } from 'antd'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { listStimuli } from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'

type Props = {
  readonly place: { readonly editionId: string; readonly level: string }
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** The stimulus that the item shares with others; not shown where the level has none. */
export function StimulusField({ place, value, onChange }: Props) {
  const words = useWords(zh, en).facts
  const { editionId, level } = place
  const stimuli = useRead(listStimuli, { query: { editionId, level } }).data?.stimuli ?? []
  if (stimuli.length === 0 && value === null) return null
  const choices = [{ value: '', label: words.noStimulus }, ...stimuli.map(one => ({ value: one.stimulusVersionId, label: one.caption }))]
  return (
    <FactField label={words.stimulus} path="stimulusVersionId" faults={[]}>
      <Select
        aria-label={words.stimulus}
        value={value ?? ''}
        options={choices}
        popupMatchSelectWidth={280}
        onChange={id => onChange(id === '' ? null : id)}
      />
    </FactField>
  )
}
