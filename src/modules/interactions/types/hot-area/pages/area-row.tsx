import { Select } from 'antd'
import { useState } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Loose, looseOf, oneOf, textOf } from '../../../pages/editors/draft/loose.ts'
import { FaultLines, faultsAt } from '../../../pages/editors/fields/field.tsx'
import { GrowingText } from '../../../pages/editors/fields/growing-text.tsx'
import { NumberInput } from '../../../pages/editors/fields/small-fields.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'
import { SHAPE_KINDS, type ShapeKind, type Size, middleShape, readPoints, writePoints } from './area-draft.ts'

type Props = {
  readonly area: Loose
  readonly at: number
  readonly size: Size
  readonly faults: readonly FieldFault[]
  readonly isRight: boolean
  readonly isChosen: boolean
  readonly onChange: (patch: Loose) => void
  readonly onRight: () => void
  readonly onChoose: () => void
  readonly onRemove: () => void
}

/** One area in words and numbers: everything that can be drawn can be written here too. */
export function AreaRow({ area, at, size, faults, isRight, isChosen, onChange, onRight, onChoose, onRemove }: Props) {
  const words = useWords(zh, en).area
  const n = at + 1
  const path = `content.areas.${at}`
  const shape = looseOf(area['shape'])
  const own = [...faultsAt(faults, `${path}.label`), ...faults.filter(fault => fault.path.startsWith(`${path}.shape`)).slice(0, 1)]
  return (
    <li className={isChosen ? 'z-area-row z-area-row-chosen' : 'z-area-row'} data-path={`${path}.label`} onFocusCapture={onChoose}>
      <input type="checkbox" checked={isRight} aria-label={fill(words.right, { n })} onChange={onRight} />
      <span className="z-row-sign" aria-hidden="true">
        {n}
      </span>
      <input
        type="text"
        className="z-line-input"
        value={textOf(area['label'])}
        placeholder={words.label}
        aria-label={fill(words.labelOf, { n })}
        aria-invalid={own.length > 0 || undefined}
        onChange={event => onChange({ label: event.target.value })}
      />
      <button
        type="button"
        className="z-icon-button z-row-act"
        aria-label={fill(words.remove, { n })}
        title={fill(words.remove, { n })}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
      <AreaNumbers n={n} shape={shape} size={size} onChange={onChange} />
      <FaultLines id={path} faults={own} />
    </li>
  )
}

type NumbersProps = { readonly n: number; readonly shape: Loose; readonly size: Size; readonly onChange: (patch: Loose) => void }

/** Kind, place and size of an area in the pixels of the picture. */
function AreaNumbers({ n, shape, size, onChange }: NumbersProps) {
  const words = useWords(zh, en).area
  const kind = oneOf(shape['kind'], SHAPE_KINDS)
  return (
    <div className="z-area-numbers">
      <Select<ShapeKind>
        aria-label={`${fill(words.area, { n })} ${words.tools}`}
        value={kind}
        options={SHAPE_KINDS.map(value => ({ value, label: words[value] }))}
        onChange={to => onChange({ shape: middleShape(to, size) })}
      />
      {kind === 'polygon' ? (
        <PointsInput
          label={`${fill(words.area, { n })} ${words.points}`}
          points={shape['points']}
          onChange={points => onChange({ shape: { kind, points } })}
        />
      ) : (
        numbersOf(kind).map(name => (
          <label key={name}>
            <span>{words[name]}</span>
            <NumberInput
              label={`${fill(words.area, { n })} ${words[name]}`}
              value={shape[name]}
              least={name === 'x' || name === 'y' ? 0 : 1}
              most={10_000}
              onChange={value => onChange({ shape: { ...shape, kind, [name]: value } })}
            />
          </label>
        ))
      )}
    </div>
  )
}

function numbersOf(kind: 'rect' | 'circle'): readonly ('x' | 'y' | 'width' | 'height' | 'radius')[] {
  return kind === 'rect' ? ['x', 'y', 'width', 'height'] : ['x', 'y', 'radius']
}

/** Points one a line; what is being written stays until it can be read. */
function PointsInput({
  label,
  points,
  onChange,
}: {
  readonly label: string
  readonly points: unknown
  readonly onChange: (points: readonly unknown[]) => void
}) {
  const written = writePoints(points)
  const [typed, setTyped] = useState(written)
  const shown = writePoints(readPoints(typed)) === written ? typed : written
  const change = (text: string) => {
    setTyped(text)
    if (readPoints(text).length >= 3) onChange(readPoints(text))
  }
  return <GrowingText mono label={label} placeholder={label} value={readPoints(typed).length < 3 ? typed : shown} onChange={change} />
}
