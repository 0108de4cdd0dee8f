import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { localDate } from '../../../../kernel/local-date.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { STATE_WORDS, readApplication } from '../../contract.ts'
import type { Evidence } from '../../core/application/evidence.ts'
import { assembleDossier } from '../../core/application/facts.ts'
import { type RoundLevel, type ToldVerdict, judgeLevels, levelNames } from '../../core/application/verdict.ts'
import type { ApplicationView } from '../../core/application/views.ts'
import { ApplicationSummary } from '../application-summary.tsx'
import { VerdictPanel } from '../apply/verdict-panel.tsx'
import { DecisionSheets } from '../decision-sheets.tsx'
import { HistorySheet } from '../history-sheet.tsx'
import { reviewTones } from '../tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { DecisionForm } from './decision-form.tsx'
import { EvidenceSheet, SeenOnSite } from './evidence-sheet.tsx'
import '../registration.css'

/** One application under review: statements left, findings and documents right, the decision below them. */
export function ReviewPage() {
  const { personId = '', applicationId = '' } = useParams()
  const read = useRead(readApplication, { params: { personId, applicationId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  return read.isPending ? <WaitingSkeleton lines={8} /> : <Review key={read.data.version} view={read.data} />
}

function Review({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [seen, setSeen] = useState<readonly string[]>([])
  const verdict = seen.length === 0 ? (view.verdict as unknown as ToldVerdict) : judgedWith(view, seen)
  const levelName = view.levelNames[view.level] ?? view.level
  const { kind } = view.state
  return (
    <>
      <PageHead
        title={`${view.person.name}　${levelName}`}
        purpose={`${fill(words.rounds.session, { code: view.round.code })}　${words.review.pagePurpose}`}
        trail={<Link to="/reviews">{words.review.title}</Link>}
        more={
          <StateWord tone={reviewTones[kind]} strong>
            {STATE_WORDS[kind][language]}
          </StateWord>
        }
      />
      <TwoSides
        facts={
          <>
            <ApplicationSummary view={view} />
            <HistorySheet view={view} />
          </>
        }
        evidence={
          <>
            <DecisionSheets view={view} />
            <VerdictPanel verdict={verdict} levelName={levelName} chosen={view.clauseId ?? ''} />
            <EvidenceSheet view={view} />
            {kind === 'submitted' && <SeenOnSite view={view} seen={seen} onChange={setSeen} />}
            {kind === 'submitted' && <DecisionForm view={view} verdict={verdict} seen={seen} />}
          </>
        }
      />
    </>
  )
}

/** The verdict once originals seen on site count; the server judges again when the decision is made. */
function judgedWith(view: ApplicationView, seenOnSite: readonly string[]): ToldVerdict {
  const evidence = view.evidence as unknown as readonly Evidence[]
  const { dossier } = assembleDossier({ draft: view.draft, register: view.register, evidence, seenOnSite, editionId: view.round.editionId })
  const terms = (view.terms as readonly RoundLevel[]).filter(level => level.code === view.level)
  const [verdict] = judgeLevels(terms, dossier, localDate(view.round.referenceDate), levelNames(view.levelNames))
  if (verdict === undefined) throw new Error(`no terms of level ${view.level}`)
  return verdict
}
