import { Link } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDate } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { STATE_WORDS, listOwnApplications } from '../../contract.ts'
import { stateTones } from '../tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import '../registration.css'

type Row = AnswerOf<typeof listOwnApplications>['applications'][number]

/** 我的报名: a person's applications, the newest first, with the way to what each of them needs. */
export function OwnApplicationsPage() {
  const words = useWords(zh, en).own
  const read = useRead(listOwnApplications, {})
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={5} />
  const { applications } = read.data
  const open = applications.filter(a => a.state.kind === 'draft' || a.state.kind === 'returned').length
  const apply = (
    <Link className={open > 0 ? 'z-button' : 'z-button z-button-primary'} to="/apply">
      {words.apply}
    </Link>
  )
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={open > 0 ? fill(words.waiting, { n: open }) : undefined}
        action={applications.length > 0 && apply}
      />
      {applications.length === 0 && <EmptyState what={words.emptyWhat} how={words.emptyHow} action={apply} />}
      <ul className="z-own-list">
        {applications.map(row => (
          <OwnRow key={row.applicationId} row={row} />
        ))}
      </ul>
    </>
  )
}

function OwnRow({ row }: { readonly row: Row }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { kind, reasons } = row.state
  const changeable = kind === 'draft' || kind === 'returned'
  return (
    <li className="z-sheet z-own-row">
      <div>
        <h2>
          <Link
            to={`/my-applications/${row.applicationId}`}
          >{`${fill(words.rounds.session, { code: row.roundCode })}　${row.levelName}`}</Link>
        </h2>
        <p className="z-note">
          {[row.siteName, `${words.own.changedAt} ${showDate(dayOf(instant(row.changedAt)), language)}`].filter(Boolean).join('　')}
        </p>
        {reasons.length > 0 && (
          <ul className="z-own-reasons">
            {reasons.map((reason, at) => (
              <li key={at}>{reason.text}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="z-own-end">
        <StateWord tone={stateTones[kind]} strong>
          {STATE_WORDS[kind][language]}
        </StateWord>
        {changeable && (
          <Link className="z-button z-button-primary" to={`/my-applications/${row.applicationId}/form`}>
            {kind === 'draft' ? words.own.fill : words.own.correct}
          </Link>
        )}
      </div>
    </li>
  )
}
