import { Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES, PART_TYPES, type PartType } from '../../../contract.ts'
import { type Loose, looseOf, oneOf } from '../../../pages/editors/draft/loose.ts'
import { wordsOfProse } from '../../../pages/editors/draft/prose-draft.ts'
import { faultsAt } from '../../../pages/editors/fields/field.tsx'
import { NumberInput } from '../../../pages/editors/fields/small-fields.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

type Props = {
  readonly part: Loose
  readonly at: number
  /** All faults of the case; those of the part are counted in its head. */
  readonly faults: readonly FieldFault[]
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onChange: (patch: Loose) => void
  readonly onType: (type: PartType) => void
  readonly onMove: { readonly up: (() => void) | null; readonly down: (() => void) | null }
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** A part of a case: its number, type and marks, and, open, the editor of its type. */
export function PartCard({ part, at, faults, isOpen, onOpen, onChange, onType, onMove, onRemove, children }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const id = useId()
  const name = fill(words.parts.part, { n: at + 1 })
  const type = oneOf(part['type'], PART_TYPES)
  const own = faults.filter(fault => new RegExp(`^\\w+\\.parts\\.${at}\\.`).test(fault.path)).length
  return (
    <section className="z-part" aria-labelledby={id} data-path={`content.parts.${at}`}>
      <header>
        <h4 id={id}>{name}</h4>
        <Select<PartType>
          aria-label={fill(words.parts.typeOf, { n: at + 1 })}
          value={type}
          options={PART_TYPES.map(value => ({ value, label: INTERACTION_NAMES[value][language] }))}
          popupMatchSelectWidth={false}
          onChange={onType}
        />
        <label className="z-part-marks">
          <span>{words.parts.marks}</span>
          <NumberInput
            label={fill(words.parts.marksOf, { n: at + 1 })}
            value={part['marks']}
            least={1}
            most={100_000}
            scale={100}
            invalid={faultsAt(faults, `content.parts.${at}.marks`).length > 0}
            onChange={marks => onChange({ marks })}
          />
        </label>
        {own > 0 && <StateWord tone="failing">{String(own)}</StateWord>}
        <span className="z-row-acts">
          <button type="button" className="z-link" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            {isOpen ? words.parts.close : words.parts.open}
          </button>
          <PartAct icon="chevron-up" label={fill(words.rows.up, { name })} onPress={onMove.up} />
          <PartAct icon="chevron-down" label={fill(words.rows.down, { name })} onPress={onMove.down} />
          <PartAct icon="close" label={fill(words.rows.remove, { name })} onPress={onRemove} />
        </span>
      </header>
      {isOpen ? (
        <div className="z-part-body">{children}</div>
      ) : (
        <p className="z-note">{wordsOfProse(looseOf(part['content'])['stem']) || words.parts.untitled}</p>
      )}
    </section>
  )
}

function PartAct({
  icon,
  label,
  onPress,
}: {
  readonly icon: 'chevron-up' | 'chevron-down' | 'close'
  readonly label: string
  readonly onPress: (() => void) | null
}) {
  return (
    <button
      type="button"
      className="z-icon-button z-row-act"
      aria-label={label}
      title={label}
      disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      <Icon name={icon} size={16} />
    </button>
  )
}
