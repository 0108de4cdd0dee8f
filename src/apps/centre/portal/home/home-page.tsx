import { dayOf, instant } from '../../../../kernel/instant.ts'
import { whoAmI } from '../../../../modules/identity/contract.ts'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitCards } from '../../../../ui/components/page/wait-card.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { rolesOf } from '../frame/navigation.ts'
import { CandidateProgress } from './candidate-progress.tsx'
import { DemonstrationClock } from './demonstration-clock.tsx'
import { TodaySittings } from './today-sittings.tsx'
import { useWaiting } from './use-waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './home.css'

type Here = { readonly name: string; readonly grants: Parameters<typeof rolesOf>[0]; readonly now: number; readonly settable: boolean }

/** The home of a person: what waits for them by their roles. */
export function HomePage() {
  const who = useRead(whoAmI, {})
  if (who.isPending) return <WaitingSkeleton lines={5} />
  if (who.isError) return <RefusalNote refusal={who.error.told} onRetry={() => void who.refetch()} />
  const { name, grants, now, clockSettable } = who.data
  return <Home name={name ?? ''} grants={grants} now={now} settable={clockSettable} />
}

function Home({ name, grants, now, settable }: Here) {
  const words = useWords(zh, en)
  const roles = rolesOf(grants)
  const { pending, waits, refusal } = useWaiting(roles, instant(now))
  const open = waits.filter(wait => wait.count > 0 && wait.tone === 'waiting').length
  const candidate = roles.includes('candidate')
  const hall = roles.some(role => role === 'site-manager' || role === 'invigilator' || role === 'external-verifier')
  const officer = roles.includes('national-officer') || roles.includes('provincial-officer')
  return (
    <>
      <PageHead
        title={fill(words.hello, { name })}
        purpose={candidate ? words.purposeCandidate : words.purpose}
        waiting={open > 0 ? fill(words.waiting, { n: open }) : undefined}
      />
      <div className="z-home">
        {refusal && <RefusalNote refusal={refusal} what={words.partly} />}
        {pending && waits.length === 0 ? <WaitingSkeleton lines={3} head={false} /> : <WaitCards waits={waits} />}
        {candidate && <CandidateProgress now={now} />}
        {(hall || officer) && <TodaySittings quiet={!hall} />}
        {settable && roles.includes('national-officer') && <DemonstrationClock key={dayOf(instant(now))} now={instant(now)} />}
      </div>
    </>
  )
}
