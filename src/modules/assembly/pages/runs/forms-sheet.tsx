import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { compareForms } from '../../contract.ts'
import { FormCurves } from '../facts/form-curves.tsx'
import { OverlapMatrix } from '../facts/overlap-matrix.tsx'
import { marksText, secondsText, thousandths } from '../facts/show.ts'
import type { RunAnswer } from './answers.ts'
import { PROPOSAL_TONES } from './run-tones.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { Wide } from '../wide.tsx'

type Proposals = RunAnswer['proposals']
type Sides = AnswerOf<typeof compareForms>['forms']

/** The forms of a run side by side: figures, curves in one chart, items in common. */
export function FormsSheet({ runId, proposals }: { readonly runId: string; readonly proposals: Proposals }) {
  const words = useWords(zh, en).forms
  const read = useRead(compareForms, { params: { runId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={6} />
  const { forms, overlaps } = read.data
  return (
    <>
      <Sheet title={words.title} note={words.note}>
        <SideTable runId={runId} proposals={proposals} sides={forms} />
      </Sheet>
      <Sheet title={words.compare}>
        <div className="z-stack">
          <FormCurves forms={forms} />
          {forms.length > 1 && <OverlapMatrix numbers={forms.map(form => form.number)} overlaps={overlaps} />}
        </div>
      </Sheet>
    </>
  )
}

const COLUMNS = ['items', 'marks', 'seconds', 'difficulty', 'middle', 'swaps', 'state', 'act'] as const

function SideTable({ runId, proposals, sides }: { readonly runId: string; readonly proposals: Proposals; readonly sides: Sides }) {
  const words = useWords(zh, en).forms
  const language = useLanguage()
  return (
    <Wide name={words.title}>
      <table className="z-proof z-sides">
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proposals.map(({ number, items, marks, state, swaps }) => {
            const side = sides.find(each => each.number === number)
            const middle = side?.curve.find(point => point.theta === 0)?.information
            return (
              <tr key={number}>
                <th scope="row">{fill(words.number, { n: number })}</th>
                <td>{items}</td>
                <td>{marksText(marks)}</td>
                <td>{side && side.seconds > 0 ? secondsText(side.seconds, language) : '—'}</td>
                <td>{side && thousandths(side.meanDifficulty)}</td>
                <td>{middle !== undefined && thousandths(middle)}</td>
                <td>{swaps}</td>
                <td>
                  <StateWord tone={PROPOSAL_TONES[state]}>{words.states[state]}</StateWord>
                </td>
                <td>
                  <Link to={`/assembly-runs/${runId}/forms/${number}`}>{words.open}</Link>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}
