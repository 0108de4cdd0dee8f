import { fill, useWords } from '../../../../ui/words.ts'
import { CriteriaEvidence, CriteriaKey } from '../../contract.ts'
import { ProseBlocks } from '../prose.tsx'
import type { MediaUrl } from '../view-props.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = { readonly answerKey: unknown; readonly evidence: unknown; readonly mediaUrl?: MediaUrl | undefined }

/** Reference and criteria of an item that a person marks, with the marks that were given. Nothing while the key may not be shown. */
export function CriteriaReview({ answerKey, evidence, mediaUrl }: Props) {
  const words = useWords(zh, en)
  const key = CriteriaKey.safeParse(answerKey)
  const marks = CriteriaEvidence.safeParse(evidence)
  if (!key.success) return null
  const given = new Map(marks.success ? marks.data.criteria.map(one => [one.id, one.marks]) : [])
  return (
    <>
      <section className="z-explanation">
        <h4>{words.reference}</h4>
        <ProseBlocks prose={key.data.reference} mediaUrl={mediaUrl} />
      </section>
      <FoundList
        title={words.criteria}
        found={key.data.criteria.map(one => ({ id: one.id, text: one.text, of: one.marks / 100, got: hundredth(given.get(one.id)) }))}
        text={words.of}
        textOpen={words.most}
      />
    </>
  )
}

const hundredth = (marks: number | undefined) => (marks === undefined ? null : marks / 100)

type Found = { readonly id: string; readonly text: string; readonly of: number; readonly got: number | null }
type FoundProps = {
  readonly title: string
  readonly found: readonly Found[]
  /** `{got} / {of}`, and `{of}` alone while nothing was given. */
  readonly text: string
  readonly textOpen: string
}

/** What was looked at, with what it brought. */
export function FoundList({ title, found, text, textOpen }: FoundProps) {
  return (
    <section className="z-found">
      <h4>{title}</h4>
      <ul>
        {found.map(one => (
          <li key={one.id}>
            <span>{one.text}</span>
            <span className="z-found-marks">
              {one.got === null ? fill(textOpen, { of: one.of }) : fill(text, { got: one.got, of: one.of })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
