import { InputNumber } from 'antd'
import { useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type Bounds = { least: number | null; most: number | null }
type Common = {
  readonly label: string
  /** How many of the kept units make one of those shown: 100 for marks, 1000 for information. */
  readonly scale?: number
  readonly unit?: string
  /** Bounds of what may be entered, as shown. */
  readonly min?: number
  readonly max?: number
}

type NumberProps = Common & { readonly value: number | null; readonly onChange: (value: number | null) => void }

/** A number as it is read, kept in whole units; empty is null. */
export function NumberField({ label, value, onChange, scale = 1, unit, min = 0, max }: NumberProps) {
  const words = useWords(zh, en).bounds
  return (
    <span className="z-bounds">
      <InputNumber
        aria-label={label}
        value={value === null ? null : value / scale}
        placeholder={words.open}
        min={min}
        {...(max !== undefined && { max })}
        controls={false}
        onChange={entered => onChange(entered === null ? null : Math.round(Number(entered) * scale))}
      />
      {unit && <span className="z-note">{unit}</span>}
    </span>
  )
}

type BoundsProps = Common & { readonly value: Bounds; readonly onChange: (value: Bounds) => void }

/** Least and most, each of which may stay open. */
export function BoundsField({ label, value, onChange, unit, ...common }: BoundsProps) {
  const words = useWords(zh, en).bounds
  return (
    <span className="z-bounds">
      <NumberField {...common} label={`${label} ${words.least}`} value={value.least} onChange={least => onChange({ ...value, least })} />
      <span className="z-note">{words.to}</span>
      <NumberField
        {...common}
        label={`${label} ${words.most}`}
        value={value.most}
        onChange={most => onChange({ ...value, most })}
        {...(unit && { unit })}
      />
    </span>
  )
}

export const OPEN: Bounds = { least: null, most: null }

/** Bounds that are left out of the blueprint where both are open. */
export function keptBounds(bounds: Bounds): Bounds | null {
  return bounds.least === null && bounds.most === null ? null : bounds
}
