import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listRuns, repeatRun, showRun } from '../../contract.ts'
import type { RunAnswer } from './answers.ts'
import { CertificateCard } from './certificate-card.tsx'
import { ConflictSheet } from './conflict-sheet.tsx'
import { FindingsSheet } from './findings-sheet.tsx'
import { FormsSheet } from './forms-sheet.tsx'
import { RunProgress } from './run-progress.tsx'
import { RUN_TONES, isUnderWay } from './run-tones.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../assembly.css'

/** One run: its progress while it is under way, then what is proved and what it proposes. */
export function RunPage() {
  const words = useWords(zh, en)
  const { runId = '' } = useParams()
  const read = useRead(showRun, { params: { runId } })
  useRead(showRun, { params: { runId } }, { enabled: isUnderWay(read.data?.run.state), everySeconds: 1 })
  if (read.isError)
    return (
      <RefusalNote refusal={read.error.told} next={<Link to="/assembly-runs">{words.title}</Link>} onRetry={() => void read.refetch()} />
    )
  return read.isPending ? <WaitingSkeleton lines={8} /> : <RunView view={read.data} />
}

function RunView({ view }: { readonly view: RunAnswer }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { run, certificate, conflict, findings, proposals } = view
  const open = isUnderWay(run.state)
  return (
    <>
      <PageHead
        title={run.title}
        purpose={words.purpose}
        trail={<Link to="/assembly-runs">{words.title}</Link>}
        action={!open && run.state !== 'done' && <Repeat runId={run.runId} />}
      />
      <div className="z-stack">
        {open && <RunProgress run={run} />}
        {run.failure && (
          <Sheet title={words.run.failure}>
            <p>{run.failure[language]}</p>
          </Sheet>
        )}
        {conflict && <ConflictSheet conflict={conflict} blueprintId={run.blueprintId} />}
        {certificate ? (
          <TwoSides facts={<Record run={run} />} evidence={<CertificateCard certificate={certificate} />} />
        ) : (
          <Record run={run} />
        )}
        {proposals.length > 0 && <FormsSheet runId={run.runId} proposals={proposals} />}
        {findings.length > 0 && <FindingsSheet findings={findings} />}
      </div>
    </>
  )
}

function Record({ run }: { readonly run: RunAnswer['run'] }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const version = fill(words.run.version, { title: run.title, n: run.blueprintNumber })
  const facts = [
    { label: words.columns.state, value: <StateWord tone={RUN_TONES[run.state]}>{words.states[run.state]}</StateWord> },
    { label: words.run.blueprint, value: <Link to={`/blueprints/${run.blueprintId}?version=${run.blueprintVersionId}`}>{version}</Link> },
    { label: words.run.forms, value: String(run.forms) },
    { label: words.run.by, value: run.startedBy },
    { label: words.run.ordered, value: showInstant(instant(run.orderedAt), language) },
    ...(run.endedAt === null ? [] : [{ label: words.run.ended, value: showInstant(instant(run.endedAt), language) }]),
    ...(run.seenItems === 0 ? [] : [{ label: words.run.seen, value: fill(words.run.seenOf, { n: run.seenItems }) }]),
  ]
  return (
    <Sheet title={words.run.record}>
      <Facts facts={facts} />
    </Sheet>
  )
}

function Repeat({ runId }: { readonly runId: string }) {
  const words = useWords(zh, en).run
  const navigate = useNavigate()
  const { act, busy, refusal } = useAct(repeatRun, [listRuns])
  const repeat = async () => {
    const reply = await act({ params: { runId }, body: {} })
    if (!reply.ok) return
    notice(words.repeated)
    void navigate(`/assembly-runs/${reply.value.runId}`)
  }
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => void repeat()}>
        {words.repeat}
      </Button>
      <RefusalNote refusal={refusal} what={words.repeatRefused} />
    </>
  )
}
