import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { showProposal, showRun } from '../../../contract.ts'
import { FactsSheets } from '../../facts/facts-sheets.tsx'
import { FindingsSheet } from '../findings-sheet.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { DecisionSheet } from './decision-sheet.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import '../../assembly.css'

/** 拟定试卷: the facts of a proposed form and its check as it is now; items are swapped and the form decided on here. */
export function ProposalPage() {
  const words = useWords(zh, en)
  const { runId = '', number: wanted = '1' } = useParams()
  const number = Number(wanted)
  const [place, setPlace] = useState<number | null>(null)
  const read = useRead(showProposal, { params: { runId, number } })
  const run = useRead(showRun, { params: { runId } })
  if (read.isError)
    return (
      <RefusalNote refusal={read.error.told} next={<Link to="/assembly-runs">{words.title}</Link>} onRetry={() => void read.refetch()} />
    )
  if (run.isError) return <RefusalNote refusal={run.error.told} onRetry={() => void run.refetch()} />
  if (read.isPending || run.isPending) return <WaitingSkeleton lines={8} />
  const { proposal, facts, findings } = read.data
  const isOpen = proposal.state === 'proposed'
  const swapAt = ({ place: at }: { readonly place: number }) => <SwapButton onOpen={() => setPlace(at)} />
  return (
    <>
      <PageHead
        title={fill(words.proposal.title, { n: number })}
        purpose={words.proposal.purpose}
        trail={<Link to={`/assembly-runs/${runId}`}>{`${words.title}　${run.data.run.title}`}</Link>}
      />
      <FactsSheets
        facts={facts}
        head={<DecisionSheet run={run.data.run} proposal={proposal} />}
        side={<FindingsSheet findings={findings} />}
        {...(isOpen && { act: swapAt })}
      />
      {place !== null && <SwapDialog key={place} at={{ runId, number, place }} onClose={() => setPlace(null)} />}
    </>
  )
}

function SwapButton({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords(zh, en).swap
  return (
    <button type="button" className="z-link" onClick={onOpen}>
      {words.open}
    </button>
  )
}
