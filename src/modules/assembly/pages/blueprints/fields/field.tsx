import type { ReactNode } from 'react'
import { FieldFaults } from './faults.tsx'
import '../blueprints.css'

type Props = {
  readonly label: string
  readonly note?: string
  readonly wide?: boolean
  /** Where its faults are looked for. */
  readonly path?: string
  readonly children: ReactNode
}

/** A field with its name above and what is wrong with it below. */
export function Field({ label, note, wide = false, path, children }: Props) {
  return (
    <div className={wide ? 'z-field z-field-wide' : 'z-field'}>
      <span className="z-field-label">{label}</span>
      <div>{children}</div>
      {note && <span className="z-note">{note}</span>}
      {path !== undefined && <FieldFaults path={path} />}
    </div>
  )
}
