import { Select } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { listStimuli } from '../../../contract.ts'
import { type NewestStimulus, newestStimuli } from '../../stimuli/newest-stimuli.ts'
import { StimulusDrawer } from '../../stimuli/stimulus-drawer.tsx'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'

type Props = {
  readonly place: { readonly editionId: string; readonly level: string }
  readonly value: string | null
  /** The item's own material, from which a new stimulus begins; undefined where it has none. */
  readonly ownProse: unknown
  readonly writer: string
  readonly parts: StudioParts
  readonly onChange: (value: string | null) => void
}

/** The stimulus that the item shares with others: chosen, written anew, or changed as a new version that this item then takes. */
export function StimulusField({ place, value, ownProse, writer, parts, onChange }: Props) {
  const words = useWords(zh, en).facts
  const { editionId, level } = place
  const [writing, setWriting] = useState<{ readonly stimulus: NewestStimulus | null } | null>(null)
  const stimuli = newestStimuli(useRead(listStimuli, { query: { editionId, level } }).data?.stimuli ?? [])
  const own = stimuli.find(one => one.versions.some(version => version.stimulusVersionId === value))
  return (
    <FactField label={words.stimulus} path="stimulusVersionId" faults={[]}>
      <Select
        aria-label={words.stimulus}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? ''}
        options={[{ value: '', label: words.noStimulus }, ...choicesOf(stimuli, value, words)]}
        popupMatchSelectWidth={280}
        onChange={id => onChange(id === '' ? null : id)}
      />
      <span className="z-stimulus-choice">
        <button type="button" className="z-link" onClick={() => setWriting({ stimulus: null })}>
          {words.newStimulus}
        </button>
        {own && (
          <button type="button" className="z-link" onClick={() => setWriting({ stimulus: own })}>
            {words.changeStimulus}
          </button>
        )}
      </span>
      {writing && (
        <StimulusDrawer
          place={place}
          stimulus={writing.stimulus}
          prose={ownProse}
          writer={writer}
          parts={parts}
          onClose={() => setWriting(null)}
          onKept={kept => {
            onChange(kept.stimulusVersionId)
            setWriting(null)
          }}
        />
      )}
    </FactField>
  )
}

type Words = { readonly stimulusVersion: string; readonly olderStimulus: string }

/** The newest version of each stimulus, and the older one that the item stands with. */
function choicesOf(stimuli: readonly NewestStimulus[], value: string | null, words: Words) {
  return stimuli.flatMap(({ versions, caption, number, stimulusVersionId }) => {
    const older = versions.find(version => version.stimulusVersionId === value && version.number < number)
    const label = (n: number) => fill(words.stimulusVersion, { caption, n })
    return [
      { value: stimulusVersionId, label: label(number) },
      ...(older ? [{ value: older.stimulusVersionId, label: `${label(older.number)}${words.olderStimulus}` }] : []),
    ]
  })
}
