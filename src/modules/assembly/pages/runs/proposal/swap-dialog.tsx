import { Button, Modal } from 'antd'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useAct, useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { TYPE_NAMES } from '../../../../item-bank/contract.ts'
import { compareForms, listCandidates, showMillionths, showProposal, showRun, swapItem } from '../../../contract.ts'
import { marksText, thousandths } from '../../facts/show.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Candidates = AnswerOf<typeof listCandidates>
type Props = { readonly at: { readonly runId: string; readonly number: number; readonly place: number }; readonly onClose: () => void }

/** Items that could stand at a place, each with what would follow; putting one in checks the form anew. */
export function SwapDialog({ at, onClose }: Props) {
  const words = useWords(zh, en).swap
  const { runId, number, place } = at
  const read = useRead(listCandidates, { params: at, query: {} })
  const { act, busy, refusal } = useAct(swapItem, [showProposal, showRun, compareForms, listCandidates])
  const put = async ({ itemId, code }: Candidates['current']) => {
    if (!read.data) return
    const reply = await act({ params: { runId, number }, body: { guard: read.data.guard, place, itemId } })
    if (!reply.ok) return
    notice(fill(words.done, { code }))
    onClose()
  }
  return (
    <Modal
      open
      width={920}
      title={fill(words.title, { place, code: read.data?.current.code ?? '' })}
      footer={<Button onClick={onClose}>{words.close}</Button>}
      onCancel={onClose}
    >
      <div className="z-stack">
        <RefusalNote refusal={refusal ?? read.error?.told} what={words.refused} />
        {read.isPending && <WaitingSkeleton lines={6} />}
        {read.data && <CandidateTable view={read.data} busy={busy} onPut={item => void put(item)} />}
      </div>
    </Modal>
  )
}

const COLUMNS = ['code', 'type', 'marks', 'difficulty', 'scale', 'exposure', 'gain', 'effect'] as const

type TableProps = { readonly view: Candidates; readonly busy: boolean; readonly onPut: (item: Candidates['current']) => void }

function CandidateTable({ view: { current, candidates, more }, busy, onPut }: TableProps) {
  const words = useWords(zh, en).swap
  if (candidates.length === 0) return <p>{words.none}</p>
  return (
    <>
      <p className="z-note">{words.note}</p>
      <div className="z-wide" role="region" aria-label={words.note} tabIndex={0}>
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
            {candidates.map(({ item, breaks, gain }) => (
              <tr key={item.itemId}>
                <ItemCells item={item} />
                <td>{gain > 0 ? `+${showMillionths(gain)}` : showMillionths(gain).replace('-', '−')}</td>
                <td>
                  <Effect breaks={breaks} />
                </td>
                <td>
                  <Button size="small" disabled={busy || breaks.length > 0} onClick={() => onPut(item)}>
                    {words.choose}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="z-note">{fill(words.more, { n: more })}</p>}
    </>
  )
}

function ItemCells({ item }: { readonly item: Candidates['current'] }) {
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

function Effect({ breaks }: { readonly breaks: Candidates['candidates'][number]['breaks'] }) {
  const words = useWords(zh, en).swap
  const language = useLanguage()
  if (breaks.length === 0) return <StateWord tone="done">{words.clean}</StateWord>
  return (
    <>
      <StateWord tone="failing">{fill(words.breaks, { n: breaks.length })}</StateWord>
      <ul>
        {breaks.map((said, at) => (
          <li key={at}>{said[language]}</li>
        ))}
      </ul>
    </>
  )
}
