import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, Navigate } from 'react-router'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { PasswordForm } from './password-form.tsx'
import { PersonaCards } from './persona-cards.tsx'
import { EnrolStep, SecondStep } from './second-step.tsx'
import './sign-in.css'

export type SignInPageProps = {
  /** Where to go afterwards: a path of this site, already checked. */
  readonly next: string
}

/** The way in. The server knows how far a sign-in has come, so a reload loses no step. */
export function SignInPage({ next }: SignInPageProps) {
  const who = useRead(whoAmI, {})
  if (who.isPending) return <WaitingSkeleton lines={6} />
  if (who.isError) return <RefusalNote refusal={who.error.told} onRetry={() => void who.refetch()} />
  switch (who.data.state) {
    case 'signed-in':
      return <Arrived next={next} />
    case 'awaiting-code':
      return <SecondStep />
    case 'enrolling':
      return <EnrolStep />
    case 'nobody':
      return <Entrance demonstration={who.data.demonstration} />
  }
}

/** Goes on as the person who just came in, with nothing left in the cache that an earlier person read. */
function Arrived({ next }: SignInPageProps) {
  const queries = useQueryClient()
  useEffect(() => queries.removeQueries({ type: 'inactive' }), [queries])
  return <Navigate to={next} replace />
}

function Entrance({ demonstration }: { readonly demonstration: boolean }) {
  const words = useWords(zh, en).signIn
  return (
    <div className={demonstration ? 'z-entrance' : 'z-entrance z-entrance-narrow'}>
      <PageHead
        title={words.title}
        purpose={demonstration ? words.purposeDemonstration : words.purpose}
        more={
          demonstration && (
            <a className="z-entrance-jump" href="#by-password">
              {words.byPassword}
            </a>
          )
        }
      />
      <div className="z-entrance-ways">
        {demonstration && <PersonaCards />}
        <Sheet title={<span id="by-password">{words.byPassword}</span>}>
          <PasswordForm />
          <ul className="z-entrance-notes">
            <li>
              {words.first}
              <Link to="/register">{words.register}</Link>
            </li>
            <li>{words.staffNote}</li>
            <li>{words.forgot}</li>
          </ul>
        </Sheet>
      </div>
    </div>
  )
}
