import { Button, Modal } from 'antd'
import { useState } from 'react'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useAct, useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { TYPE_NAMES } from '../../../../item-bank/contract.ts'
import { compareForms, listCandidates, showProposal, showRun, swapItem } from '../../../contract.ts'
import { marksText, thousandths } from '../../facts/show.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { SwapDifference, type SwapPlace, Verdict, gainText } from './swap-difference.tsx'
import { Wide } from '../../wide.tsx'

type Candidates = AnswerOf<typeof listCandidates>
type Candidate = Candidates['candidates'][number]
type Place = Candidates['current']
type Props = { readonly at: SwapPlace; readonly onClose: () => void }

/** Two steps: items that could stand at a place, then the difference the chosen one makes; only there it is put in. */
export function SwapDialog({ at, onClose }: Props) {
  const words = useWords(zh, en).swap
  const { runId, number, place } = at
  const [chosen, setChosen] = useState<Candidate | null>(null)
  const read = useRead(listCandidates, { params: at, query: {} })
  const { act, busy, refusal, clear } = useAct(swapItem, [showProposal, showRun, compareForms, listCandidates])
  const put = async ({ itemId, code }: Place) => {
    if (!read.data) return
    const reply = await act({ params: { runId, number }, body: { guard: read.data.guard, place, itemId } })
    if (!reply.ok) return
    notice(fill(words.done, { code }))
    onClose()
  }
  const back = () => {
    clear()
    setChosen(null)
  }
  const current = read.data?.current
  const title = chosen
    ? fill(words.comparing, { place, code: chosen.item.code, old: current?.code ?? '' })
    : fill(words.title, { place, code: current?.code ?? '' })
  const steps = chosen ? <ConfirmActs chosen={chosen} busy={busy} onBack={back} onPut={() => void put(chosen.item)} /> : null
  return (
    <Modal open width={920} title={title} footer={steps ?? <Button onClick={onClose}>{words.close}</Button>} onCancel={onClose}>
      <div className="z-stack">
        <RefusalNote refusal={refusal ?? read.error?.told} what={words.refused} />
        {read.isPending && <WaitingSkeleton lines={6} />}
        {read.data && !chosen && <CandidateTable view={read.data} onChoose={setChosen} />}
        {current && chosen && <SwapDifference at={at} current={current} chosen={chosen} />}
      </div>
    </Modal>
  )
}

type ActsProps = { readonly chosen: Candidate; readonly busy: boolean; readonly onBack: () => void; readonly onPut: () => void }

function ConfirmActs({ chosen, busy, onBack, onPut }: ActsProps) {
  const words = useWords(zh, en).swap
  return (
    <div className="z-acts z-acts-end">
      <Button onClick={onBack}>{words.back}</Button>
      <Button type="primary" loading={busy} disabled={chosen.breaks.length > 0} onClick={onPut}>
        {words.choose}
      </Button>
    </div>
  )
}

const COLUMNS = ['code', 'type', 'marks', 'difficulty', 'scale', 'exposure', 'gain', 'effect'] as const

type TableProps = { readonly view: Candidates; readonly onChoose: (candidate: Candidate) => void }

function CandidateTable({ view: { current, candidates, more }, onChoose }: TableProps) {
  const words = useWords(zh, en).swap
  if (candidates.length === 0) return <p>{words.none}</p>
  return (
    <>
      <p className="z-note">{words.note}</p>
      <Wide name={words.note}>
        <table className="z-proof z-candidates">
          <thead>
            <tr>
              {COLUMNS.map(column => (
                <th key={column} scope="col">
                  {words[column]}
                </th>
              ))}
              <th scope="col">{words.act}</th>
            </tr>
          </thead>
          <tbody>
            <tr className="z-candidate-now">
              <ItemCells item={current} />
              <td>0</td>
              <td>{words.current}</td>
              <td>{'—'}</td>
            </tr>
            {candidates.map(candidate => (
              <tr key={candidate.item.itemId}>
                <ItemCells item={candidate.item} />
                <td>{gainText(candidate.gain)}</td>
                <td>
                  <Verdict breaks={candidate.breaks.length} />
                </td>
                <td>
                  <Button size="small" aria-label={`${words.compare} ${candidate.item.code}`} onClick={() => onChoose(candidate)}>
                    {words.compare}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {more > 0 && <p className="z-note">{fill(words.more, { n: more })}</p>}
    </>
  )
}

function ItemCells({ item }: { readonly item: Place }) {
  const language = useLanguage()
  return (
    <>
      <th scope="row">{item.code}</th>
      <td>{TYPE_NAMES[item.type][language]}</td>
      <td>{marksText(item.marks)}</td>
      <td>{item.difficulty}</td>
      <td>{thousandths(item.b)}</td>
      <td>{item.exposure}</td>
    </>
  )
}
