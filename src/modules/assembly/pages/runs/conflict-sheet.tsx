import { Link } from 'react-router'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { hashOfField } from '../blueprints/fields/field-hash.ts'
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
            <span>{each.said[language]}</span> <Mend blueprintId={blueprintId} constraint={each} />
          </li>
        ))}
      </ol>
      <p className="z-note">{conflict.constraints.length === 1 ? words.alone : conflict.minimal ? words.minimal : words.notMinimal}</p>
    </Sheet>
  )
}

type MendProps = { readonly blueprintId: string; readonly constraint: Props['conflict']['constraints'][number] }

/** Leads to the one field that states a constraint, in the newest version: that is the one to be changed. */
function Mend({ blueprintId, constraint: { constraintId, path } }: MendProps) {
  const words = useWords(zh, en).conflict
  if (constraintId === 'seen') return <span className="z-note">{words.ofRun}</span>
  return path === null ? null : <Link to={`/blueprints/${blueprintId}${hashOfField(path)}`}>{words.mend}</Link>
}
