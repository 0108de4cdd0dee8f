import type { ReactNode } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { useLanguage } from '../../../../../ui/words.ts'

/** A fact with its label and what is wrong with it. */
export function FactField({
  label,
  path,
  faults,
  note,
  children,
}: {
  readonly label: string
  readonly path: string
  readonly faults: readonly FieldFault[]
  readonly note?: string
  readonly children: ReactNode
}) {
  const language = useLanguage()
  const own = faults.filter(fault => fault.path === path)
  return (
    <div className={own.length > 0 ? 'z-fact-field z-fact-field-faulty' : 'z-fact-field'} data-path={path}>
      <span className="z-fact-name">{label}</span>
      {children}
      {note !== undefined && <span className="z-note">{note}</span>}
      {own.map(fault => (
        <p key={fault.en} className="z-fact-fault">
          <StateShape tone="failing" />
          {fault[language]}
        </p>
      ))}
    </div>
  )
}
