import { createContext, useContext } from 'react'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useLanguage } from '../../../../../ui/words.ts'
import type { checkBlueprint } from '../../../contract.ts'

export type BlueprintFault = AnswerOf<typeof checkBlueprint>['faults'][number]

/** The faults of the blueprint on the page, for the fields to pick theirs. */
export const Faults = createContext<readonly BlueprintFault[]>([])

/** What is wrong at a path itself; `within`: and at all paths below it. */
export function FieldFaults({ path, within = false }: { readonly path: string; readonly within?: boolean }) {
  const language = useLanguage()
  const own = useContext(Faults).filter(fault => fault.path === path || (within && fault.path.startsWith(`${path}.`)))
  if (own.length === 0) return null
  return (
    <ul className="z-field-faults" role="alert">
      {own.map(fault => (
        <li key={fault.zh}>{fault[language]}</li>
      ))}
    </ul>
  )
}
