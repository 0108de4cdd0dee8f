import { type ReactNode, useId } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { useLanguage } from '../../../../../ui/words.ts'

/** What a control needs to be tied to its label and to what is wrong with it. */
export type Tied = {
  readonly id: string
  readonly 'aria-invalid'?: true | undefined
  readonly 'aria-describedby'?: string | undefined
}

type Props = {
  readonly label: string
  readonly note?: string | undefined
  readonly path: string
  readonly faults: readonly FieldFault[]
  readonly children: (tied: Tied) => ReactNode
}

/** A label, its control, and below it what is wrong. `data-path` lets a finding lead here. */
export function Field({ label, note, path, faults, children }: Props) {
  const id = useId()
  return (
    <div className="z-entry-field" data-path={path}>
      <label htmlFor={id}>
        <span>{label}</span>
        {note !== undefined && <span className="z-note">{note}</span>}
      </label>
      {children(tiedTo(id, faultsAt(faults, path)))}
      <FaultLines id={id} faults={faultsAt(faults, path)} />
    </div>
  )
}

export function tiedTo(id: string, faults: readonly FieldFault[]): Tied {
  return faults.length === 0 ? { id } : { id, 'aria-invalid': true, 'aria-describedby': `${id}-faults` }
}

/** The faults of exactly this place. */
export function faultsAt(faults: readonly FieldFault[], path: string): readonly FieldFault[] {
  return faults.filter(fault => fault.path === path)
}

export function FaultLines({ id, faults }: { readonly id: string; readonly faults: readonly FieldFault[] }) {
  const language = useLanguage()
  if (faults.length === 0) return null
  return (
    <p className="z-entry-faults" id={`${id}-faults`}>
      {faults.map(fault => (
        <span key={fault[language]}>
          <StateShape tone="failing" />
          {fault[language]}
        </span>
      ))}
    </p>
  )
}

/** A group of controls under a heading: options, criteria, gaps. */
export function FieldGroup({
  title,
  note,
  path,
  faults,
  more,
  children,
}: {
  readonly title: string
  readonly note?: string | undefined
  readonly path: string
  readonly faults: readonly FieldFault[]
  /** Beside the heading, at its end. */
  readonly more?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className="z-entry-group" aria-labelledby={id} data-path={path}>
      <header>
        <h3 id={id}>{title}</h3>
        {note !== undefined && <span className="z-note">{note}</span>}
        {more}
      </header>
      {children}
      <FaultLines id={id} faults={faultsAt(faults, path)} />
    </section>
  )
}
