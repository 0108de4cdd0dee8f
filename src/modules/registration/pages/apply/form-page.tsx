import { Link, useParams } from 'react-router'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { readApplication } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { OpenForm } from './open-form.tsx'
import '../registration.css'
import './apply.css'

/** 申报表: five steps with the verdict beside them; kept after every pause. */
export function FormPage() {
  const { applicationId = '' } = useParams()
  const words = useWords(zh, en)
  const who = useRead(whoAmI, {})
  const personId = who.data?.personId ?? ''
  const read = useRead(readApplication, { params: { personId, applicationId } }, { enabled: personId !== '' })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  // a form must never begin with what the cache remembers of an earlier visit
  if (read.isPending || !read.isFetchedAfterMount) return <WaitingSkeleton lines={8} />
  if (read.data.changeableUntil === null)
    return (
      <EmptyState
        what={words.form.notChangeable}
        how={words.own.detailPurpose}
        action={<Link to={`/my-applications/${applicationId}`}>{words.rounds.open}</Link>}
      />
    )
  return <OpenForm view={read.data} />
}
