import type { ReactNode } from 'react'
import { FieldFaults } from './faults.tsx'
import { FieldSpot } from './wanted.tsx'
import '../blueprints.css'

type Props = {
  readonly label: string
  readonly note?: string
  readonly wide?: boolean
  /** Where its faults are looked for, and the place it is led to by. */
  readonly path?: string
  readonly children: ReactNode
}

/** A field with its name above and what is wrong with it below. */
export function Field({ label, note, wide = false, path, children }: Props) {
  const inner = (
    <>
      <span className="z-field-label">{label}</span>
      <div>{children}</div>
      {note && <span className="z-note">{note}</span>}
      {path !== undefined && <FieldFaults path={path} />}
    </>
  )
  const name = wide ? 'z-field z-field-wide' : 'z-field'
  return <div className={name}>{path === undefined ? inner : <FieldSpot path={path}>{inner}</FieldSpot>}</div>
}
