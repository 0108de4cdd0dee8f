import { Input, InputNumber, Segmented, Select } from 'antd'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES, INTERACTION_TYPES, type InteractionType } from '../../../../interactions/contract.ts'
import { IMPORTANCES, type Importance } from '../../../contract.ts'
import { placeName } from '../../shared/place-name.ts'
import type { OpenedVersion, StudioDraft } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'
import { EnemiesField } from './enemies-field.tsx'
import { MediaList } from './media-list.tsx'
import { PlacingsField } from './placings/placings-field.tsx'
import { PointField } from './point-field.tsx'
import { StimulusField } from './stimulus-field.tsx'

type Props = {
  readonly version: OpenedVersion['version']
  readonly draft: StudioDraft
  readonly faults: readonly FieldFault[]
  readonly media: OpenedVersion['media']
  readonly onChange: (patch: Partial<StudioDraft>) => void
  readonly parts: StudioParts
  readonly onType: (type: InteractionType) => void
}

/** Everything about the item but its words. */
export function FactsZone({ version, draft, faults, media, parts, onChange, onType }: Props) {
  const words = useWords(zh, en).facts
  const language = useLanguage()
  const difficulties = ([1, 2, 3, 4, 5] as const).map(value => ({ value, label: words.difficulties[`n${value}`] }))
  return (
    <div className="z-studio-facts">
      <FactField label={words.place} path="place" faults={faults}>
        <p>{placeName(version)}</p>
      </FactField>
      <FactField label={words.type} path="type" faults={faults}>
        <Select<InteractionType>
          aria-label={words.type}
          value={draft.type}
          options={INTERACTION_TYPES.map(value => ({ value, label: INTERACTION_NAMES[value][language] }))}
          onChange={onType}
        />
      </FactField>
      <PointField place={version} draft={draft} faults={faults} onChange={onChange} />
      <FactField label={words.importance} path="importance" faults={faults}>
        <Segmented<Importance>
          block
          aria-label={words.importance}
          value={draft.importance}
          options={IMPORTANCES.map(value => ({ value, label: words.importances[value] }))}
          onChange={importance => onChange({ importance })}
        />
      </FactField>
      <FactField label={words.difficulty} path="difficulty" faults={faults}>
        <Select
          aria-label={words.difficulty}
          value={draft.difficulty}
          options={difficulties}
          onChange={difficulty => onChange({ difficulty })}
        />
      </FactField>
      <MarksAndTime draft={draft} faults={faults} onChange={onChange} />
      <SourceField draft={draft} faults={faults} onChange={onChange} />
      <PlacingsField home={version} value={draft.placings} faults={faults} onChange={placings => onChange({ placings })} />
      <EnemiesField itemId={version.itemId} itemVersionId={version.itemVersionId} />
      <StimulusField
        place={version}
        value={draft.stimulusVersionId}
        ownProse={ownProseOf(draft)}
        writer={version.writer}
        parts={parts}
        onChange={stimulusVersionId => onChange({ stimulusVersionId })}
      />
      <MediaList media={media} documents={draft.documents} />
    </div>
  )
}

/** The material of a case, which a shared stimulus may be made from. */
function ownProseOf({ type, documents: { content } }: StudioDraft): unknown {
  return type === 'case' && typeof content === 'object' && content !== null && 'stimulus' in content ? content.stimulus : undefined
}

type PartProps = Pick<Props, 'draft' | 'faults' | 'onChange'>

function MarksAndTime({ draft, faults, onChange }: PartProps) {
  const words = useWords(zh, en).facts
  return (
    <div className="z-studio-pair">
      <FactField label={words.marks} path="marks" faults={faults}>
        <NumberFact
          label={words.marks}
          value={draft.marks / 100}
          least={0.1}
          most={100}
          step={0.5}
          onChange={marks => marks !== null && onChange({ marks: Math.round(marks * 100) })}
        />
      </FactField>
      <FactField label={words.seconds} path="seconds" faults={faults}>
        <NumberFact
          label={words.seconds}
          value={draft.seconds}
          least={1}
          most={7200}
          step={10}
          onChange={seconds => onChange({ seconds })}
        />
      </FactField>
    </div>
  )
}

function SourceField({ draft, faults, onChange }: PartProps) {
  const words = useWords(zh, en).facts
  return (
    <FactField label={words.source} path="source" faults={faults}>
      <Input.TextArea
        aria-label={words.source}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={300}
        placeholder={words.sourceHint}
        value={draft.source ?? ''}
        onChange={event => onChange({ source: event.target.value.trim() === '' ? null : event.target.value })}
      />
    </FactField>
  )
}

function NumberFact({
  label,
  value,
  least,
  most,
  step,
  onChange,
}: {
  readonly label: string
  readonly value: number | null
  readonly least: number
  readonly most: number
  readonly step: number
  readonly onChange: (value: number | null) => void
}) {
  return (
    <InputNumber
      aria-label={label}
      value={value}
      min={least}
      max={most}
      step={step}
      controls={false}
      changeOnWheel={false}
      onChange={onChange}
      style={{ inlineSize: '100%' }}
    />
  )
}
