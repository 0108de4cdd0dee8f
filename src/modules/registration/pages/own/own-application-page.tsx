import { Link, useParams } from 'react-router'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { StateSteps } from '../../../../ui/components/facts/state-steps.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { type ApplicationStateKind, STATE_WORDS, readApplication } from '../../contract.ts'
import type { ApplicationView } from '../../core/application/views.ts'
import { ApplicationSummary } from '../application-summary.tsx'
import { VerdictPanel } from '../apply/verdict-panel.tsx'
import { DecisionSheets } from '../decision-sheets.tsx'
import { HistorySheet } from '../history-sheet.tsx'
import { stateTones } from '../tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { WithdrawButton } from './withdraw-button.tsx'
import '../registration.css'

/** How far along the way from filling in to approval a state stands. */
const PROGRESS: Readonly<Record<ApplicationStateKind, number>> = {
  draft: 0,
  submitted: 2,
  returned: 0,
  approved: 4,
  rejected: 2,
  withdrawn: 0,
}

/** One application of one's own: where it stands, what was decided on what grounds, and what happened. */
export function OwnApplicationPage() {
  const { applicationId = '' } = useParams()
  const who = useRead(whoAmI, {})
  const personId = who.data?.personId ?? ''
  const read = useRead(readApplication, { params: { personId, applicationId } }, { enabled: personId !== '' })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  return read.isPending ? <WaitingSkeleton lines={8} /> : <OwnApplication view={read.data} />
}

function OwnApplication({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { kind, reasons } = view.state
  const { progress } = words.own
  const steps = [progress.fill, progress.submit, progress.review, progress.done].map(name => ({ name }))
  const changeable = view.changeableUntil !== null
  const act = changeable && (
    <Link className="z-button z-button-primary" to={`/my-applications/${view.applicationId}/form`}>
      {kind === 'returned' ? words.own.correct : words.own.fill}
    </Link>
  )
  return (
    <>
      <PageHead
        title={`${fill(words.rounds.session, { code: view.round.code })}　${view.levelNames[view.level] ?? view.level}`}
        purpose={words.own.detailPurpose}
        trail={<Link to="/my-applications">{words.own.title}</Link>}
        action={act}
        more={kind !== 'rejected' && kind !== 'withdrawn' && <WithdrawButton view={view} />}
      />
      <div className="z-stack">
        <Sheet
          title={
            <StateWord tone={stateTones[kind]} strong>
              {STATE_WORDS[kind][language]}
            </StateWord>
          }
        >
          {kind !== 'withdrawn' && <StateSteps steps={steps} at={PROGRESS[kind]} tone={stateTones[kind]} />}
          {reasons.length > 0 && (
            <ul className="z-own-reasons">
              {reasons.map((reason, at) => (
                <li key={at}>{reason.text}</li>
              ))}
            </ul>
          )}
        </Sheet>
        <TwoSides
          facts={<ApplicationSummary view={view} />}
          evidence={
            <>
              <DecisionSheets view={view} />
              {view.decisions.at(-1)?.outcome !== 'approved' && (
                <VerdictPanel
                  verdict={view.verdict as never}
                  levelName={view.levelNames[view.level] ?? view.level}
                  chosen={view.clauseId ?? ''}
                />
              )}
              <HistorySheet view={view} />
            </>
          }
        />
      </div>
    </>
  )
}
