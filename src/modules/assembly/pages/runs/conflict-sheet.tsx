import { Link } from 'react-router'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { hashOfConstraint } from '../blueprints/fields/field-of-constraint.ts'
import type { RunAnswer } from './answers.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly conflict: NonNullable<RunAnswer['conflict']>; readonly blueprintId: string }

/** The fewest constraints that cannot hold together, each as a sentence with its numbers and the way to its field. */
export function ConflictSheet({ conflict, blueprintId }: Props) {
  const words = useWords(zh, en).conflict
  const language = useLanguage()
  return (
    <Sheet title={words.title} actions={<Link to={`/blueprints/${blueprintId}`}>{words.edit}</Link>}>
      <ol className="z-conflict">
        {conflict.constraints.map(each => (
          <li key={each.constraintId}>
            <span>{each.said[language]}</span> <Mend blueprintId={blueprintId} constraintId={each.constraintId} />
          </li>
        ))}
      </ol>
      <p className="z-note">{conflict.constraints.length === 1 ? words.alone : conflict.minimal ? words.minimal : words.notMinimal}</p>
    </Sheet>
  )
}

/** Leads to the one field that states a constraint, in the newest version: that is the one to be changed. */
function Mend({ blueprintId, constraintId }: { readonly blueprintId: string; readonly constraintId: string }) {
  const words = useWords(zh, en).conflict
  const hash = hashOfConstraint(constraintId)
  return hash === '' ? <span className="z-note">{words.ofRun}</span> : <Link to={`/blueprints/${blueprintId}${hash}`}>{words.mend}</Link>
}
