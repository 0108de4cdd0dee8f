import { Link } from 'react-router'
import { localDate } from '../../../../kernel/local-date.ts'
import { listOwnResults } from '../../../../modules/award/contract.ts'
import { listOwnTickets } from '../../../../modules/exam/contract.ts'
import { listOwnApplications } from '../../../../modules/registration/contract.ts'
import { type Step, StateSteps } from '../../../../ui/components/facts/state-steps.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDay } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { type Progress, progressOf, type StepKey, STEPS } from './progress.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Words = ReturnType<typeof useWords<typeof zh>>

/** How far a candidate's application has come, from the form to the certificate. */
export function CandidateProgress({ now }: { readonly now: number }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const applications = useRead(listOwnApplications, {})
  const tickets = useRead(listOwnTickets, {})
  const results = useRead(listOwnResults, {})
  if (applications.isPending) return <WaitingSkeleton lines={3} head={false} />
  if (applications.isError) return <RefusalNote refusal={applications.error.told} onRetry={() => void applications.refetch()} />
  const progress = progressOf({
    applications: applications.data.applications,
    tickets: tickets.data?.tickets ?? [],
    results: results.data?.results ?? [],
    now,
  })
  if (progress === null)
    return (
      <Sheet>
        <EmptyState
          what={words.noApplication}
          how={words.noApplicationHow}
          action={
            <Link className="z-button z-button-primary z-button-large" to="/apply">
              {words.apply}
            </Link>
          }
        />
      </Sheet>
    )
  return (
    <Sheet title={words.progress} note={fill(words.progressOf, { code: progress.code, level: progress.level })}>
      <StateSteps steps={STEPS.map(key => stepOf(key, progress, words, language))} at={progress.at} tone={progress.tone} />
    </Sheet>
  )
}

function stepOf(key: StepKey, progress: Progress, words: Words, language: Language): Step {
  const note = noteOf(key, progress, words, language)
  return note === null ? { name: words.steps[key] } : { name: words.steps[key], note }
}

function noteOf(key: StepKey, { at, application, ticket, result, certificate }: Progress, words: Words, language: Language): string | null {
  const place = STEPS.indexOf(key)
  switch (key) {
    case 'application':
      return place === at ? words.notes[application] : null
    case 'review':
      return place === at || application === 'approved' ? words.notes[application] : null
    case 'ticket':
      return ticket ? ticket.number : place === at ? words.notes.noTicket : null
    case 'exam':
      return ticket ? showDay(localDate(ticket.day), language) : null
    case 'result':
      return result ? words.notes[result] : place === at ? words.notes.pending : null
    case 'certificate':
      return certificate
  }
}
